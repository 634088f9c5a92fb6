"""Figures as a reader sees them: rounded at display only, n of N beside, and a word where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from lif.calendars import add_months
from lif.measures.rounding import Number, rounded, rounded_beside
from lif.measures.series import Figure
from lif.measures.values import Value
from lif.records.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in words: `text` is `84.9%` or `not available`, `parts` is `412 of 2,729` or nothing.

    `period` names its period in full, `brief` in a few characters for a narrow column. `marks` are the
    words that go beside it: provisional, revised, illustrative. `whose` says of which area it is where that
    is wider than the board's; `parts` then says so too.
    """

    text: str
    parts: str = ""
    period: str = ""
    brief: str = ""
    age: str = ""
    marks: tuple[str, ...] = ()
    number: float | None = None
    whose: str = ""

    @property
    def told(self) -> str:
        """The figure for a sentence: `14.1%`, or `14.1% (for the whole police force area)`."""
        return f"{self.text} ({self.whose})" if self.whose else self.text


WIDER = {
    "board": "",
    "police-force": "for the whole police force area",
    "health-board": "for the whole health area",
    "pan-area": "for several areas together",
}
"""What is said beside every figure of an indicator whose area is wider than the board's, by its geography."""


def with_commas(number: Number, places: int = 0) -> str:
    """Digits with thousands in commas and a true minus sign, rounded half away from zero."""
    return f"{rounded(number, places):,}".replace("-", "\u2212")


def number_text(
    indicator: Indicator, number: Number, judge: Callable[[Fraction], Any] | None = None, extra: int = 0
) -> str:
    """The figure with its unit: `84.9%`, `524.4`, `2,729`; more decimals where fewer would mislead."""
    places = indicator.decimals + extra
    shown = rounded_beside(number, places, judge) if judge else rounded(number, places)
    sign = "\u2212" if shown < 0 else ""
    return f"{sign}{abs(shown):,}{'%' if indicator.unit == 'percent' else ''}"


def shown(
    indicator: Indicator, figure: Figure, as_at: date, judge: Callable[[Fraction], Any] | None = None
) -> Shown:
    """A figure ready for a page, with n of N, its own period, its age and what must be said beside it."""
    value = figure.value
    marks = [value.status.words] if value.status.words in ("provisional", "estimated") else []
    marks += ["revised"] * figure.revised + ["illustrative"] * figure.illustrative
    when = (figure.period.label, figure.period.short, age_text(figure.period.end, as_at))
    if value.number is None:
        return Shown(value.status.words, "", *when, tuple(marks))
    parts = parts_text(indicator, figure)
    few = value.below(indicator.minimum_for_percent)
    text = value_text(indicator, value, judge)
    whose = WIDER[indicator.geography]
    beside = [each for each in ("" if few else parts, whose) if each]
    return Shown(text, ", ".join(beside), *when, tuple(marks), float(value.number), whose)


def value_text(indicator: Indicator, value: Value, judge: Callable[[Fraction], Any] | None = None) -> str:
    """The figure with its unit, or `3 of 19` below the least denominator; else its status."""
    if value.number is None:
        return value.status.words
    parts = _parts(indicator, value)
    if parts and value.below(indicator.minimum_for_percent):
        return parts
    return number_text(indicator, value.number, judge)


def parts_text(indicator: Indicator, figure: Figure) -> str:
    """`412 of 2,729`, or nothing for a count or a figure published without its parts."""
    return _parts(indicator, figure.value)


def _parts(indicator: Indicator, value: Value) -> str:
    if value.numerator is None or value.denominator is None or indicator.unit == "count":
        return ""
    return f"{_plain(value.numerator)} of {_plain(value.denominator)}"


def _plain(number: Number) -> str:
    exact = Fraction(number)
    return with_commas(exact, 0 if exact.denominator == 1 else 1)


def age_text(end: date, as_at: date) -> str:
    """How old a figure is, in whole months: `8 months old`."""
    months = (as_at.year - end.year) * 12 + as_at.month - end.month
    months -= as_at < add_months(end, months)
    if months < 1:
        return "less than a month old"
    return f"{months} month{'s' if months > 1 else ''} old"


def flowing(text: str | None) -> str:
    """Prose as one run of words: the line ends of a record's block are where its writer's page ended."""
    return " ".join((text or "").split())
