"""One figure as the public reads it: as it was published, with one mark for whatever is hidden."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from lif.calendars import PeriodKind, long_date, parse_period
from lif.measures.judged import Judged
from lif.measures.protecting import HIDDEN, Rule
from lif.measures.rounding import rounded
from lif.measures.series import Figure, Series
from lif.measures.travel import may_travel
from lif.measures.values import Value, ValueStatus
from lif.records.indicators import Indicator
from lif.views.shown import number_text, parts_text, shown


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """A figure in words: `text` is `84.9%`, `c`, or why there is none; `parts` is `410 of 2,730`."""

    text: str
    parts: str
    period: str
    brief: str
    hidden: bool
    marks: tuple[str, ...]
    number: Decimal | None


def public_figure(indicator: Indicator, figure: Figure, as_at: date) -> PublicFigure:
    """A figure ready for a public page."""
    seen = shown(indicator, figure, as_at)
    hidden = figure.value.status is ValueStatus.SUPPRESSED
    marks = tuple(mark for mark in seen.marks if mark in ("provisional", "estimated"))
    number = None if figure.value.number is None else rounded(figure.value.number, indicator.decimals)
    parts = parts_text(indicator, figure) if seen.parts else ""
    return PublicFigure(
        HIDDEN if hidden else seen.text, parts, seen.period, seen.brief, hidden, marks, number
    )


def direction(judged: Judged, rule: Rule | None, last: date) -> str:
    """How the latest figure lies to the one before: nothing where either is hidden or they do not follow.

    Two figures made of rounded counts are told apart only where no counts that could lie behind the one
    could lie behind the other.
    """
    cells = [f for f in judged.series.until(last) if f.period.end >= _since(judged)]
    if len(cells) < 2:
        return ""
    before, now = cells[-2], cells[-1]
    if before.value.number is None or now.value.number is None or not may_travel(before.period, now.period):
        return ""
    was = f"{number_text(judged.series.indicator, before.value.number)} {_when(before)}"
    low, high = possible(before.value, rule)
    least, most = possible(now.value, rule)
    if before.value.number == now.value.number:
        return f"the same as {was}" if rule is None else f"about the same as {was}"
    if least > high:
        return f"higher than {was}"
    return f"lower than {was}" if most < low else f"about the same as {was}"


def _when(figure: Figure) -> str:
    """`in 2023/24`, `on 31 March 2024`, `in the year to 30 September 2023`."""
    period = figure.period
    if period.kind is PeriodKind.SNAPSHOT:
        return f"on {long_date(period.start)}"
    return f"in {period.label.partition(' (')[0]}"


def _since(judged: Judged) -> date:
    """The first day of the figures that may be set beside the latest one."""
    ends = (parse_period(each.period).end for each in judged.breaks if not each.comparable)
    return max(
        (end for end in ends if not judged.latest or end <= judged.latest.period.end), default=date.min
    )


def possible(value: Value, rule: Rule | None) -> tuple[Fraction, Fraction]:
    """The least and the most that the figure can be, when its counts were rounded by a rule."""
    number = value.number
    assert number is not None
    if rule is None or not rule.rounds or value.numerator is None:
        return number, number
    least, most = (Fraction(count) for count in rule.behind(int(value.numerator)))
    if value.per is None:
        return least, most
    assert value.denominator is not None
    fewest, greatest = (Fraction(count) for count in rule.behind(int(value.denominator)))
    if value.denominator % rule.round_to:  # a population, which is not rounded
        fewest = greatest = Fraction(value.denominator)
    high = most / max(fewest, Fraction(1)) * value.per
    return least / greatest * value.per, min(high, Fraction(100)) if value.per == 100 else high


def rounded_series(series: Series) -> bool:
    """Whether a series is made of counts that were rounded here: published statistics stand as published."""
    return series.measure.series == "returns" and series.indicator.disclosure != "none"
