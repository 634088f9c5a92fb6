"""What a series says as a whole, and how that was reached: direction, limits, years made of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from lif.calendars import long_date, parse_period
from lif.measures.judged import Judged, direction
from lif.measures.rounding import rounded
from lif.measures.rules import Rules
from lif.measures.values import RollUp, Value
from lif.measures.variation import LIMIT, SCREEN, Phase
from lif.measures.years import YearMade, years_made
from lif.records.charted import Annotation
from lif.records.indicators import Indicator
from lif.records.record import stands
from lif.register import Register
from lif.views import signs
from lif.views.indicators.computing import digits, unrounded
from lif.views.indicators.series import Changed, Followed, YearRow
from lif.views.scorecard.aimed import expected_range
from lif.views.scorecard.lines import GOOD
from lif.views.shown import flowing, number_text

ROLLED = {
    RollUp.SUM: "added up",
    RollUp.LAST: "the last of them",
    RollUp.WEIGHTED: "numerators added over denominators added, never averaged",
    RollUp.NONE: "not made into a year",
}


def followed(judged: Judged) -> Followed:
    """Direction and variation of a series up to the day, in words."""
    indicator = judged.series.indicator
    expected, note = expected_range(indicator, judged)
    firm = judged.chart is not None and judged.chart.firm
    return Followed(
        _travelled(judged),
        judged.chart.latest_words if judged.chart and firm else "",
        expected or note,
        tuple(_limits(indicator, judged)) if judged.chart else (),
        _rules(judged.chart.rules) if judged.chart and firm else "",
    )


def _travelled(judged: Judged) -> str:
    """`Higher than before, better: from 80.0% in Q3 24/25 to 84.9% in Q4 24/25; higher is better`."""
    sign = signs.travelled(judged.travel)
    there = [figure for figure in judged.points if figure.value.number is not None]
    if sign is None or not there:
        return ""
    last = there[-1]
    before = next((f for f in reversed(there[:-1]) if direction(judged.series, f, last, judged.aim)), None)
    if before is None or before.value.number is None or last.value.number is None:
        return sign.words
    indicator = judged.series.indicator
    was, now = number_text(indicator, before.value.number), number_text(indicator, last.value.number)
    way = f"from {was} in {before.period.short} to {now} in {last.period.short}"
    return f"{sign.words}: {way}; {GOOD[indicator.polarity]}"


def _limits(indicator: Indicator, judged: Judged) -> Iterator[str]:
    """How the range to expect was reached, phase by phase."""
    assert judged.chart is not None
    for phase in judged.chart.phases:
        span = f"{phase.n} figure{'' if phase.n == 1 else 's'} to {long_date(phase.end)}"
        if phase.short:
            yield f"{span}: too few for limits, 13 are needed; a run chart shows their median"
        elif phase.limits is None or phase.mean_range is None:
            yield f"{span}: all the same, so there are no limits"
        else:
            yield f"{span}: {_worked(indicator, phase, judged.chart.rules)}"


def _worked(indicator: Indicator, phase: Phase, rules: Rules) -> str:
    assert phase.limits is not None
    assert phase.mean_range is not None

    def text(number: float) -> str:
        return number_text(indicator, number, extra=1)

    out = f", ranges of {SCREEN} times their mean or more left out once" if rules.screening else ""
    centre = f"mean {text(phase.mean)}, mean moving range {text(phase.mean_range)}{out}"
    limits = f"{text(phase.limits.lower)} to {text(phase.limits.upper)}"
    return f"{centre}; mean ± {LIMIT} × mean moving range = {limits}"


def _rules(rules: Rules) -> str:
    run = {6: "six", 7: "seven"}[rules.run_length]
    counted = "counted" if rules.two_in_three == "2023" else "not counted"
    return (
        f"NHS England, Making Data Count: a point beyond a limit, runs and trends of {run} points, "
        f"two of three near a limit (points beyond it {counted} among the two)"
    )


def year_rows(judged: Judged) -> tuple[YearRow, ...]:
    """The years made from the figures up to the last that was supplied, the first first."""
    made = years_made(judged.series, judged.series.figures[-1].period.end, judged.breaks)
    return tuple(_year(judged.series.indicator, one) for one in made)


def _year(indicator: Indicator, made: YearMade) -> YearRow:
    value = made.value
    number = value.number
    few = value.below(indicator.minimum_for_percent)
    parts = "" if value.denominator is None else f"{digits(value.numerator)} of {digits(value.denominator)}"
    text = "no figure" if number is None else parts if few else number_text(indicator, number)
    firm = value.status.words if value.status.words in ("provisional", "estimated") else ""
    return YearRow(
        made.period.label.replace(" (year to date)", ", the year so far"),
        made.whole,
        text,
        None if number is None else rounded(number, 6),
        "" if few or number is None else parts,
        firm if number is not None else value.status.words,
        ROLLED[made.how],
        "" if number is None else _added(made, number),
        _why_not(made),
        any(figure.illustrative for figure in made.parts),
    )


def _added(made: YearMade, number: Fraction) -> str:
    """`(287 + 301) ÷ (1,758 + 1,802) × 100 = 16.516853…`."""
    if made.how is RollUp.LAST:
        return f"the figure of {made.parts[-1].period.label}"

    def joined(name: str) -> str:
        values: list[Value] = [figure.value for figure in made.parts]
        return " + ".join(digits(getattr(value, name) or 0) for value in values)

    if made.how is RollUp.SUM:
        return f"{joined('numerator')} = {unrounded(number)}"
    times = "" if made.value.per in (None, 1) else f" × {made.value.per:,}"
    return f"({joined('numerator')}) ÷ ({joined('denominator')}){times} = {unrounded(number)}"


def _why_not(made: YearMade) -> str:
    if made.value.number is not None:
        return ""
    if made.refused:
        return made.refused
    return f"no figure for {', '.join(period.short for period in made.missing)}" if made.missing else ""


def changes(register: Register, judged: Judged, as_at: date) -> tuple[Changed, ...]:
    """Changes of definition, new limits and events of a series, the first first."""
    found: list[tuple[str, str, str, str]] = []
    for each in judged.breaks:
        sort = "definition changed, still comparable" if each.comparable else "definition changed"
        found.append((each.period, sort, flowing(each.reason), each.id))
    for step in judged.steps:
        found.append((step.period, "new limits", flowing(step.reason), step.id))
    for note in register.all(Annotation):
        if note.measure == judged.series.address and stands(note, as_at):
            found.append((note.period, "event", f"{note.label}. {flowing(note.text)}".strip(), note.id))
    found.sort(key=lambda one: (parse_period(one[0]).sort_key, one[3]))
    return tuple(Changed(parse_period(period).label, sort, what, id_) for period, sort, what, id_ in found)
