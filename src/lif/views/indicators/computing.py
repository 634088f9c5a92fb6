"""How a figure was made, in words: its sum, how it was rounded, and why it is not shown where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from lif.measures.rounding import Number, exact, rounded
from lif.measures.values import Value
from lif.records.indicators import Indicator
from lif.views.shown import number_text, with_commas

PLACES = 6
"""So many decimals of an unrounded figure are written out."""

NO_FIGURE = {
    "awaited": "no figure: it was due and has not come",
    "not-available": "no figure: the supplier has none",
    "not-applicable": "no figure: there is nothing to divide by, or it does not apply",
    "suppressed": "no figure: it was too small to be told, and its supplier hid it",
    "low": "no figure: it is above nought and rounds to nought",
}
FIRMNESS = {
    "provisional": "provisional: its supplier may still change it",
    "estimated": "estimated: it stands for a count that was not made",
}


def computed(
    indicator: Indicator, value: Value, judge: Callable[[Fraction], Any] | None = None
) -> Iterator[str]:
    """Each sentence on how a value became what is shown; `judge` gives the status of a number, if any."""
    number = value.number
    if number is None:
        yield NO_FIGURE[value.status.value]
        return
    plain, shown = number_text(indicator, number), number_text(indicator, number, judge)
    few = value.below(indicator.minimum_for_percent)
    parts = f"{digits(value.numerator)} of {digits(value.denominator)}"
    yield _sum(value, number, parts if few else shown)
    if few:
        yield f"without its percentage: fewer than {indicator.minimum_for_percent} in the denominator"
    elif plain != shown:
        yield f"more decimals than usual: {plain} would be on the other side of the target"
    if number == 0:
        yield "a true nought: it was counted, and there were none"
    if value.status.value in FIRMNESS:
        yield FIRMNESS[value.status.value]


def _sum(value: Value, number: Fraction, shown: str) -> str:
    """`1,758 ÷ 33,522 × 10,000 = 524.431716…, shown as 524.4`."""
    if value.source_only is not None:
        return f"{digits(value.source_only)} as published, without its numerator; shown as {shown}"
    if value.per is None:
        return f"{digits(value.numerator)} as counted: nothing is divided"
    times = "" if value.per == 1 else f" × {with_commas(value.per)}"
    whole = f"{digits(value.numerator)} ÷ {digits(value.denominator)}{times} = {unrounded(number)}"
    return f"{whole}, shown as {shown}"


def unrounded(number: Number) -> str:
    """All digits of a number, or its first decimals and an ellipsis where there are more."""
    found = exact(number)
    cut = Fraction(int(found * 10**PLACES), 10**PLACES)
    text = f"{abs(rounded(cut, PLACES)):,}"
    text = text.rstrip("0").rstrip(".") if cut == found else f"{text}…"
    return f"\u2212{text}" if found < 0 else text


def digits(number: Number | None) -> str:
    """A number as it was given, with thousands in commas."""
    if number is None:
        return "?"
    return f"{Decimal(str(number)):,}".replace("-", "\u2212")
