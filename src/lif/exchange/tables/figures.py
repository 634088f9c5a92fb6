"""The table of figures: every value that is known on the day, computed from its parts, with its standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lif.calendars import Period, parse_period
from lif.exchange.published import OpenCell
from lif.exchange.tables.shape import ADDRESSES, Cell, Column, Row, Table
from lif.measures.rounding import Number, exact, rounded
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import ValueStatus
from lif.records.figures import PublishedSeries, Return
from lif.register import Register

PLACES = 8
"""Decimal places of a figure; its numerator and denominator stand beside it as they were given."""

_STATUSES = tuple(one.value for one in ValueStatus)
_WHAT = (
    Column("figure_id", "text", "The figure: its measure, period, area and breakdown in one."),
    Column("indicator", "text", "What is watched.", (), ("indicators", "id")),
    Column("measure", "text", "Which series of it.", (), (ADDRESSES, "address")),
    Column("indicator_name", "text", "The indicator in words."),
    Column("measure_name", "text", "The series in words."),
    Column("period", "text", "The period, as 2024-25-Q3, 2024-25, 2025-03-31 and so on."),
    Column("period_name", "text", "The same in words."),
    Column("period_kind", "text", "What sort of period; periods of two sorts are never compared."),
    Column("period_start", "date", "Its first day."),
    Column("period_end", "date", "Its last day."),
    Column("area", "text", "The area.", (), ("areas", "id")),
    Column("breakdown", "text", "The part of the whole, such as age = 10 to 15; empty for the whole."),
)
_NUMBERS = (
    Column("numerator", "number", "What was counted; empty where there is no figure."),
    Column("denominator", "number", "What it is divided by; empty for a count."),
    Column("value", "number", f"The figure, made from the two, to {PLACES} decimal places; empty for none."),
    Column("unit", "text", "count, percent, rate or mean."),
    Column("per", "integer", "For a rate per how many, for a percentage 100; empty for a count."),
)
BOARDS = Table(
    "figures",
    "Every figure of every series as it was known on the day, and those that are awaited.",
    (
        *_WHAT,
        Column("own", "boolean", "Whether it is of the board's own area, and not of one beside it."),
        *_NUMBERS,
        Column("status", "text", "Whether there is a figure, and how firm it is.", _STATUSES),
        Column("basis", "text", "Where such figures come from.", ("returns", "published")),
        Column("supplier", "text", "The agency that sends it.", (), ("agencies", "id")),
        Column("source", "text", "The publication.", (), ("sources", "id")),
        Column("release", "text", "The release of the publication, as its publisher names it."),
        Column("origin", "text", "The return or published series it stands in.", (), (ADDRESSES, "address")),
        Column("known_since", "date", "The day this value was supplied or published."),
        Column("revised", "boolean", "Whether it took the place of another figure."),
        Column("reason", "text", "Why there is none, why it was changed, or why it looks odd."),
        Column("illustrative", "boolean", "True when it is an example and not a fact."),
    ),
    ("figure_id",),
)
PUBLIC = Table(
    "figures",
    "Every figure that the public may read: small numbers protected as in a publication.",
    (
        *_WHAT,
        *_NUMBERS,
        Column("status", "text", "Whether there is a figure, how firm it is, or that it is hidden."),
        Column("basis", "text", "As its publisher released it, or from the agencies here and protected.",
               ("official", "board")),
    ),
    ("figure_id",),
)  # fmt: skip


def figure_rows(register: Register, figures: Figures) -> Iterator[Row]:
    """The board's figures by measure, area, breakdown and period, then what is awaited and not there."""
    for key in sorted(figures.series):
        series = figures.series[key]
        for figure in series.figures:
            yield _row(register, figures, series, figure)
    for address, period in sorted(figures.awaited, key=lambda one: (one[0], one[1].sort_key)):
        if figures.figure(address, period) is None:
            yield _awaited(register, figures, address, period)


def _row(register: Register, figures: Figures, series: Series, figure: Figure) -> Row:
    value, measure = figure.value, series.measure
    published = register.find(PublishedSeries, figure.origin)
    number = None if value.number is None else _decimal(value.number)
    return (
        *_what(series, figure.period),
        series.area == figures.own_area(series.address),
        None if value.numerator is None else _decimal(value.numerator),
        None if value.denominator is None else _decimal(value.denominator),
        number,
        series.indicator.unit,
        value.per if series.indicator.unit != "count" else None,
        value.status.value,
        measure.series,
        _supplier(register, series, figure),
        published.source if published else measure.source,
        published.release if published else None,
        figure.origin or None,
        figure.known_since,
        figure.revised,
        figure.reason or None,
        figure.illustrative,
    )


def _supplier(register: Register, series: Series, figure: Figure) -> str | None:
    """The agency whose return it is; none for a published figure."""
    return_ = register.find(Return, figure.origin)
    return return_.agency if return_ else None


def _awaited(register: Register, figures: Figures, address: str, period: Period) -> Row:
    """A figure that was due and did not come."""
    from lif.records.indicators import Indicator

    indicator_id, _, measure_id = address.partition("/")
    indicator = register.record(Indicator, indicator_id)
    measure = next(one for one in indicator.measures if one.id == measure_id)
    series = Series(indicator, measure, figures.own_area(address), ())
    per = (
        None
        if indicator.unit == "count"
        else {"percent": 100, "mean": 1}.get(indicator.unit, indicator.rate_per)
    )
    return (
        *_what(series, period),
        True,
        *(None, None, None),
        indicator.unit,
        per,
        ValueStatus.AWAITED.value,
        measure.series,
        measure.supplier or indicator.supplier,
        *(None, None, None, None),
        False,
        None,
        measure.illustrative,
    )


def _what(series: Series, period: Period) -> tuple[Cell, ...]:
    figure_id = _figure_id(series.address, str(period), series.area, series.breakdown)
    return (
        figure_id,
        series.indicator.id,
        series.address,
        series.indicator.name,
        series.measure.name,
        *_when(period),
        series.area or None,
        series.breakdown or None,
    )


def _when(period: Period) -> tuple[Cell, ...]:
    return (str(period), period.label, period.kind.value, period.start, period.end)


def _figure_id(*parts: str) -> str:
    """The parts with a bar between: in none of them can one stand but in the last."""
    return "|".join(parts).rstrip("|")


def _decimal(number: Number) -> Decimal:
    """The number to so many places, without noughts that say nothing."""
    found = rounded(exact(number), PLACES)
    whole = found.to_integral_value()
    return Decimal(int(whole)) if found == whole else found.normalize()


def public_rows(cells: Iterable[OpenCell], figures: Figures) -> Iterator[Row]:
    """The rows of the open data of a public set: what is hidden there was never read here."""
    for cell in cells:
        address = f"{cell.indicator}/{cell.measure}"
        series = figures.series[address, cell.area, cell.breakdown]
        period = parse_period(cell.period, next(f.period.kind for f in series.figures))
        yield (
            _figure_id(address, cell.period, cell.area, cell.breakdown),
            cell.indicator,
            address,
            cell.indicator_name,
            cell.measure_name or None,
            *_when(period),
            cell.area,
            cell.breakdown or None,
            *(_told(text) for text in (cell.numerator, cell.denominator, cell.value)),
            cell.unit,
            int(cell.per) if cell.per else None,
            cell.status,
            cell.source,
        )


def _told(text: str) -> Decimal | None:
    """A number of the open data; none for each of its marks."""
    return Decimal(text) if text.lstrip("-").replace(".", "", 1).isdigit() else None
