"""Filters for templates: figures and dates as readers write them; nothing here computes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lif.calendars import long_date, short_date
from lif.measures.rounding import Number
from lif.reports.charts.numbers import NumberFormat


def number(value: Number, decimals: int = 0) -> str:
    """Thousands in commas, rounded half away from zero: `2,729`."""
    return NumberFormat(decimals)(value)


def percent(value: Number, decimals: int = 1) -> str:
    """A figure that is a percentage already, with its sign: `84.9%`."""
    return NumberFormat(decimals, suffix="%")(value)


def of(numerator: Number, denominator: Number) -> str:
    """The two counts behind a figure: `105 of 1,150`."""
    return f"{number(numerator)} of {number(denominator)}"


def iso_date(value: date) -> str:
    """`2024-07-03`, for the `datetime` of a time element."""
    return value.isoformat()


def plural(count: int, one: str, many: str) -> str:
    """The count with its noun: `1 action`, `2,000 actions`."""
    return f"{number(count)} {one if count == 1 else many}"


FILTERS: dict[str, Callable[..., Any]] = {
    "number": number,
    "percent": percent,
    "of": of,
    "date": long_date,
    "short_date": short_date,
    "iso_date": iso_date,
    "plural": plural,
}
"""Every filter by the name that templates use."""
