"""Figures that were revised, taken away, or came new; revised ones say why, or that no reason was logged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lif.measures.series import Figure, Series
from lif.records.figures import PublishedSeries, Return
from lif.records.indicators import Indicator
from lif.views.changes.moments import Between, Moment
from lif.views.shown import flowing, number_text, shown

_MOST_PLACES = 6


@dataclass(frozen=True, slots=True)
class FigureRevised:
    """A figure that readers had and that is another now, or is there no more.

    `series` is the series' own name where the indicator has several, with the part of the whole. `why` is the
    reason that was logged; `logged` says whether the change was logged at all. `origin` is the return or
    published series that it stands in, and `supplied_by` who that came from.
    """

    indicator: str
    name: str
    series: str
    period: str
    was: str
    now: str
    why: str
    logged: bool
    illustrative: bool
    measure: str
    origin: str
    supplied_by: str


@dataclass(frozen=True, slots=True)
class FiguresNew:
    """Figures of one series for periods that had none: how many, and the latest of them."""

    indicator: str
    name: str
    series: str
    count: int
    period: str
    figure: str
    illustrative: bool
    measure: str
    origin: str


Pair = tuple[Figure | None, Figure | None]


def figure_changes(between: Between) -> tuple[tuple[FigureRevised, ...], tuple[FiguresNew, ...]]:
    """The board's own figures that were revised or withdrawn, and those that are new, by indicator."""
    revised: list[FigureRevised] = []
    new: list[FiguresNew] = []
    for series, pairs in _series(between):
        came = []
        for old, now in pairs:
            if old is None or old.value.number is None:
                came += [now] if now and now.value.number is not None else []
            elif _differs(old, now):
                revised.append(_revised(between, series, old, now))
        if came:
            new.append(_new(between.after, series, came))
    return tuple(revised), tuple(new)


def _series(between: Between) -> Iterator[tuple[Series, list[Pair]]]:
    """Each of the board's own series, with its figures by period in both moments."""
    before, after = between.before.figures, between.after.figures
    for key in sorted({*before.series, *after.series}):
        if key[1] not in (before.own_area(key[0]), after.own_area(key[0])):
            continue
        old, now = before.series.get(key), after.series.get(key)
        series = now or old
        assert series is not None
        periods = {figure.period for one in (old, now) if one for figure in one.figures}
        pairs = [
            (old.at(period) if old else None, now.at(period) if now else None)
            for period in sorted(periods, key=lambda period: period.sort_key)
        ]
        yield series, [pair for pair in pairs if not _unread(between, pair)]


def _unread(between: Between, pair: Pair) -> bool:
    """Whether a figure is missing on one side because the file that may hold it could not be read there."""
    old, now = pair
    if old is None and now is not None:
        return now.origin in between.before.register.unreadable
    if now is None and old is not None:
        return old.origin in between.after.register.unreadable
    return False


def _differs(old: Figure, now: Figure | None) -> bool:
    if now is None or now.value.number is None:
        return True
    one, other = old.value, now.value
    parts = (one.numerator, one.denominator, one.source_only)
    return parts != (other.numerator, other.denominator, other.source_only)


def _revised(between: Between, series: Series, old: Figure, now: Figure | None) -> FigureRevised:
    was, then = _apart(between, series.indicator, old, now)
    why, logged = _why(between, old, now)
    return FigureRevised(
        series.indicator.id,
        series.indicator.name,
        _called(series),
        old.period.label,
        was,
        then,
        why,
        logged,
        old.illustrative or (now.illustrative if now else False),
        series.address,
        (now or old).origin,
        _supplied_by(between, (now or old).origin),
    )


def _supplied_by(between: Between, origin: str) -> str:
    """The agency whose return it is, or who published it."""
    for moment in (between.after, between.before):
        found = moment.register.get(origin)
        if isinstance(found, Return):
            return between.called(found.agency)
        if isinstance(found, PublishedSeries):
            return found.title
    return ""


def _new(after: Moment, series: Series, came: list[Figure]) -> FiguresNew:
    last = came[-1]
    return FiguresNew(
        series.indicator.id,
        series.indicator.name,
        _called(series),
        len(came),
        last.period.label,
        _words(series.indicator, last, after),
        any(figure.illustrative for figure in came),
        series.address,
        last.origin,
    )


def _called(series: Series) -> str:
    several = len(series.indicator.measures) > 1
    name = series.measure.name or series.measure.period_kind.replace("-", " ") if several else ""
    return ", ".join(filter(None, (name, series.breakdown)))


def _words(indicator: Indicator, figure: Figure, moment: Moment) -> str:
    """`84.9% (412 of 2,729)`, or why there is none."""
    seen = shown(indicator, figure, moment.as_at)
    return f"{seen.text} ({seen.parts})" if seen.parts else seen.text


def _apart(between: Between, indicator: Indicator, old: Figure, now: Figure | None) -> tuple[str, str]:
    """Both figures in words, with as many decimals as it takes to tell them apart."""
    was = _words(indicator, old, between.before)
    if now is None:
        return was, "no figure"
    then = _words(indicator, now, between.after)
    extra = 1
    while (
        was == then
        and extra <= _MOST_PLACES
        and old.value.number is not None
        and now.value.number is not None
    ):
        was, then = (number_text(indicator, one.value.number or 0, None, extra) for one in (old, now))
        extra += 1
    return was, then


def _why(between: Between, old: Figure, now: Figure | None) -> tuple[str, bool]:
    """The reason that was logged, and whether the change was: by a revision, a later release, or a word."""
    if now is None:
        return "", False
    after = between.after.register
    if now.origin != old.origin:
        release = after.find(PublishedSeries, now.origin)
        if release:
            return f"a later release: {release.title}, {release.release}", True
        return "it comes from another return now", True
    if now.value.number is None:
        return flowing(now.reason), bool(now.reason)
    logged = now.revised and (now.earlier, now.known_since) != (old.earlier, old.known_since)
    return (flowing(now.reason) if logged else ""), logged
