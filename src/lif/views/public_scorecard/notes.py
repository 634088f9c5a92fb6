"""How the public figures were made: rules, sources with their licence, breaks, what was left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lif.calendars import parse_period
from lif.measures.rounding import rounded
from lif.measures.series import Series
from lif.records.charted import SeriesBreak
from lif.records.figures import Benchmark, PublishedSeries
from lif.records.indicators import Indicator
from lif.records.references import NeighbourSet, Source
from lif.views.public_scorecard.asking import Looking
from lif.views.public_scorecard.figures import possible
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class RuleSaid:
    """One rule of protection with its numbers, and the indicators that it is used for."""

    name: str
    hide_to: int
    zero_is_hidden: bool
    round_to: int
    least_denominator: int
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicSource:
    """A publication that figures were taken from, with the last day on which a release of it came out."""

    title: str
    publisher: str
    released: date
    licence: str
    address: str


@dataclass(frozen=True, slots=True)
class PublicBreak:
    """A change of definition: figures before it are not comparable with those after, unless it says so."""

    indicators: tuple[str, ...]
    period: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicNotes:
    """What a careful reader needs; `points` is how far a percentage can be from the exact one, at most.

    `official` says that there are official statistics; `open` are the board's own figures that are not about
    persons, and stand as they are.
    """

    rules: tuple[RuleSaid, ...]
    official: bool
    open: tuple[str, ...]
    points: str
    sources: tuple[PublicSource, ...]
    averages: tuple[str, ...]
    breaks: tuple[PublicBreak, ...]
    cautions: tuple[tuple[str, str], ...]
    wider: tuple[tuple[str, str], ...]
    left_out: tuple[str, ...]


def public_notes(looking: Looking, indicators: tuple[Indicator, ...]) -> PublicNotes:
    """The notes of everything that is shown."""
    every = tuple(series for one in indicators for series in looking.series_of(one))
    return PublicNotes(
        rules=_rules(looking, every),
        official=any(series.measure.series == "published" for series in every),
        open=tuple(
            dict.fromkeys(
                series.indicator.name
                for series in every
                if series.measure.series != "published" and looking.rule(series) is None
            )
        ),
        points=_points(looking, every),
        sources=_sources(looking),
        averages=_averages(looking),
        breaks=_breaks(looking, indicators),
        cautions=tuple((one.name, flowing(one.caution)) for one in indicators if one.caution),
        wider=tuple(
            (one.name, one.geography.replace("-", " ")) for one in indicators if one.geography != "board"
        ),
        left_out=looking.made.notes,
    )


def _breaks(looking: Looking, indicators: tuple[Indicator, ...]) -> tuple[PublicBreak, ...]:
    """Each change of definition once, with all indicators that it is said of, by period."""
    names = {one.id: one.name for one in indicators}
    found: dict[tuple[date, str, str], list[str]] = {}
    for each in looking.made.register.all(SeriesBreak):
        period, id_ = parse_period(each.period), each.measure.partition("/")[0]
        if id_ in names and period.end <= looking.last:
            found.setdefault((period.end, period.label, flowing(each.reason)), []).append(names[id_])
    return tuple(
        PublicBreak(tuple(sorted(found[key])), label, reason)
        for key in sorted(found)
        for _, label, reason in (key,)
    )


def _rules(looking: Looking, every: Iterable[Series]) -> tuple[RuleSaid, ...]:
    """Each rule that was used here, with what it was used for."""
    found: dict[tuple[int, int, int, bool], RuleSaid] = {}
    for series in every:
        rule = looking.rule(series)
        if rule is None:
            continue
        key = (rule.hide_to, rule.round_to, rule.least_denominator, rule.zero_is_hidden)
        named = found[key].indicators if key in found else ()
        names = tuple(dict.fromkeys((*named, series.indicator.name)))
        found[key] = RuleSaid(
            rule.name, rule.hide_to, rule.zero_is_hidden, rule.round_to, rule.least_denominator, names
        )
    return tuple(found[key] for key in sorted(found))


def _points(looking: Looking, every: Iterable[Series]) -> str:
    """The most by which a percentage can differ from the exact one, in whole points; or nothing."""
    most = Fraction(0)
    for series in every:
        rule = looking.rule(series)
        if rule is None or series.indicator.unit != "percent":
            continue
        for figure in series.until(looking.last):
            if figure.value.number is None:
                continue
            shown = Fraction(rounded(figure.value.number, series.indicator.decimals))
            least, high = possible(figure.value, rule)
            most = max(most, high - shown, shown - least)
    return str(rounded(-(-most // 1), 0)) if most else ""


def _sources(looking: Looking) -> tuple[PublicSource, ...]:
    """The publications behind the figures of the set, by title."""
    latest: dict[str, date] = {}
    for series in looking.made.register.all(PublishedSeries):
        day = series.released_on or series.imported_on
        latest[series.source] = max(day, latest.get(series.source, day))
    found = []
    for id_, day in latest.items():
        source = looking.made.register.find(Source, id_)
        if source:
            found.append(
                PublicSource(source.title, source.publisher, day, source.licence or "", source.address or "")
            )
    return tuple(sorted(found, key=lambda one: (one.title, one.released)))


def _averages(looking: Looking) -> tuple[str, ...]:
    register = looking.made.register
    found = []
    for benchmark in register.all(Benchmark):
        neighbours = register.find(NeighbourSet, benchmark.neighbour_set)
        if neighbours:
            how = f"{benchmark.average or 'mean'} of {len(neighbours.neighbours)} areas"
            found.append(f"{benchmark.name}: {how} by the {neighbours.model} model")
    return tuple(found)
