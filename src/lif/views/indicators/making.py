"""Makes the view of one indicator: which series are meant, and each figure with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import PeriodKind, long_date, quarter_of
from lif.measures.aims import Against, aim_for
from lif.measures.counted import counted
from lif.measures.covered import cohort_words
from lif.measures.judged import Judged, judged
from lif.measures.rated import rating_of
from lif.measures.rounding import rounded
from lif.measures.series import Figure, Figures, Series
from lif.measures.status import Status
from lif.measures.values import RollUp
from lif.records.figures import PublishedSeries, Return
from lif.records.indicators import Indicator, Measure
from lif.records.references import Area
from lif.register import Register
from lif.views import signs
from lif.views.compared.saying import said_beside
from lif.views.indicators.computing import computed
from lif.views.indicators.following import ROLLED, changes, followed, year_rows
from lif.views.indicators.places import stands_at
from lif.views.indicators.rating import why_rated
from lif.views.indicators.series import (
    FigureRow,
    Followed,
    IndicatorShown,
    Other,
    Replaced,
    SeriesShown,
    unit_words,
)
from lif.views.scorecard.aimed import target_text
from lif.views.scorecard.lines import CLASSES, GOOD, Comparison, comparisons
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask
from lif.views.shown import flowing, parts_text, shown

_TIMES = {"percent": " × 100"}


@dataclass(frozen=True, slots=True)
class Which:
    """Which series are meant: of one measure, of one area; left out, all of the board's own area."""

    measure: str | None = None
    area: str | None = None


def indicator(register: Register, figures: Figures, record: Indicator, which: Which) -> IndicatorShown:
    """An indicator with the series that are meant, as known on the day of the figures."""
    ask = Ask(register, figures, figures.as_at, quarter_of(figures.as_at))
    found = tuple(
        shown_series
        for measure in record.measures
        if which.measure in (None, measure.id)
        for shown_series in _of_measure(ask, record, measure, which.area)
    )
    return IndicatorShown(
        id=record.id,
        name=record.name,
        aliases=record.aliases,
        question=record.plain_question or "",
        definition=flowing(record.definition),
        unit=unit_words(record),
        counts=record.counts,
        good=GOOD[record.polarity],
        outcomes_class=CLASSES[record.outcomes_class],
        status=record.status,
        owner=name_of(ask, record.owner),
        group=name_of(ask, record.group),
        disclosure=record.disclosure,
        public=record.public,
        caution=flowing(record.caution),
        illustrative=record.illustrative,
        record=register.entries[record.id].path,
        series=found,
    )


def _of_measure(ask: Ask, record: Indicator, measure: Measure, area: str | None) -> Iterator[SeriesShown]:
    """The series of a measure for an area: of the whole first, then of each part of it."""
    address = f"{record.id}/{measure.id}"
    own = area or ask.figures.own_area(address)
    found = [
        series
        for (of, where, _), series in sorted(ask.figures.series.items())
        if (of, where) == (address, own)
    ]
    for series in found or ([] if area else [Series(record, measure, own, ())]):
        yield _series(ask, series)


def _series(ask: Ask, series: Series) -> SeriesShown:
    record, measure = series.indicator, series.measure
    stood = judged(ask.register, series, ask.as_at, ask.as_at, ask.figures) if series.figures else None
    area = ask.register.find(Area, series.area)
    awaited = [
        period
        for address, period in sorted(ask.figures.awaited, key=lambda one: one[1].sort_key)
        if address == series.address and not series.breakdown and series.area == ask.figures.own_area(address)
    ]
    return SeriesShown(
        measure=measure.id,
        title=measure.name or "",
        breakdown=series.breakdown,
        area=series.area,
        area_name=area.name if area else series.area,
        period_kind=PeriodKind(measure.period_kind).words,
        window=measure.window or "",
        source=name_of(ask, measure.source) if measure.source else record.source_return,
        supplier=name_of(ask, measure.supplier or record.supplier) if measure.series == "returns" else "",
        roll_up=ROLLED[RollUp(measure.roll_up)],
        numerator=measure.numerator or record.numerator,
        denominator=measure.denominator or record.denominator or "",
        times=_TIMES.get(record.unit, f" × {record.rate_per or 0:,}" if record.unit == "rate" else ""),
        illustrative=measure.illustrative,
        figures=tuple(_figure(ask, series, stood, figure) for figure in series.figures) if stood else (),
        years=year_rows(stood) if stood else (),
        followed=followed(stood) if stood else Followed("", "", "", (), ""),
        changes=changes(ask.register, stood, ask.as_at) if stood else (),
        awaited=tuple(period.label for period in awaited if series.at(period) is None),
        beside=said_beside(ask.register, ask.figures, series, ask.as_at),
    )


def _figure(ask: Ask, series: Series, stood: Judged, figure: Figure) -> FigureRow:
    record, value = series.indicator, figure.value
    whole = not series.breakdown
    aim = aim_for(series, figure.period, Against(ask.register, ask.figures)) if whole else None
    rating = rating_of(ask.register, series, figure, aim, ask.as_at)
    judge = aim.target.judge if aim and aim.target else None
    seen = shown(record, figure, ask.as_at, judge)
    at = stands_at(ask.register, series, figure)
    target = target_text(record, replace(stood, aim=aim)) if aim else ""
    return FigureRow(
        period=str(figure.period),
        label=figure.period.label,
        brief=figure.period.short,
        kind=figure.period.kind.words,
        text=seen.text,
        number=None if value.number is None else rounded(value.number, 6),
        numerator=value.numerator,
        denominator=value.denominator,
        parts=parts_text(record, figure),
        status=value.status.value,
        status_words="true nought" if value.is_true_zero else value.status.words,
        cohort=cohort_words(series.measure, figure.period),
        reason=flowing(figure.reason) if not figure.revised else "",
        record=figure.origin,
        origin=_origin(ask, figure.origin),
        release=_release(ask.register, figure.origin),
        known_since=figure.known_since,
        replaced=_replaced(ask, series, figure),
        target=target,
        basis=rating.basis.value.replace("-", " ") if aim else "",
        rating="" if rating.status is Status.NOT_RATED else signs.RATED[rating.status].words,
        rating_why=why_rated(record, value, aim, rating),
        comparisons=tuple(_other(each) for each in comparisons(ask, series, figure)),
        computed=(*computed(record, value, judge), *_counted(ask, series, figure)),
        illustrative=figure.illustrative,
        path=at[0],
        row=at[1],
    )


def _counted(ask: Ask, series: Series, figure: Figure) -> Iterator[str]:
    """What the records of the workspace come to, where the measure says that lif can count it."""
    what = series.measure.counted_from_records
    if what is None or series.breakdown:
        return
    found = counted(ask.register, what, figure.period.end, series.illustrative)
    if found is not None:
        yield f"the records come to {found[0]} of {found[1]} on {long_date(figure.period.end)}"


def _other(each: Comparison) -> Other:
    return Other(
        each.sort,
        each.name,
        each.text,
        rounded(each.number, 6),
        each.result,
        each.held,
        each.asked,
        each.average,
        each.model,
    )


def _replaced(ask: Ask, series: Series, figure: Figure) -> Replaced | None:
    """What stood before, where the figure itself was changed; None where it only became firmer."""
    if not figure.revised or figure.earlier is None:
        return None
    old = Figure(figure.period, figure.earlier, figure.origin, figure.known_since, figure.illustrative)
    where = figure.earlier_origin or figure.origin
    number = figure.earlier.number
    return Replaced(
        shown(series.indicator, old, ask.as_at).text,
        parts_text(series.indicator, old),
        figure.earlier.status.words,
        None if number is None else rounded(number, 6),
        where,
        _release(ask.register, where),
        figure.known_since,
        flowing(figure.reason) or _by_release(ask.register, figure),
    )


def _by_release(register: Register, figure: Figure) -> str:
    return "a later release has another figure" if register.find(PublishedSeries, figure.origin) else ""


def _origin(ask: Ask, id_: str) -> str:
    """`return of Hill Police for Quarter 3 2024/25`, or the title of the published series."""
    found = ask.register.get(id_)
    if isinstance(found, PublishedSeries):
        return found.title
    if isinstance(found, Return):
        return f"return of {name_of(ask, found.agency)} for {found.period}"
    return id_


def _release(register: Register, id_: str) -> str:
    """The release of a published series with its day, or nothing for a return."""
    found = register.find(PublishedSeries, id_)
    if found is None:
        return ""
    day: date = found.released_on or found.imported_on
    return f"{found.release} ({'published' if found.released_on else 'imported'} {long_date(day)})"
