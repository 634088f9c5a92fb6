"""Whether a target is judged the way it says: tolerance, benchmark, profile, judgement and forecast fit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.checks.lines import UNITS, measures
from lif.diagnostics import Severity
from lif.records.charted import Forecast
from lif.records.figures import StatusJudgement
from lif.records.indicators import Indicator, Target
from lif.register import Register


@check("F181", Severity.WARNING)
def tolerance_of_the_other_kind(register: Register, as_at: date) -> Iterator[Finding]:
    """The tolerance of a percentage is a share of its target, or that of a count or rate is in points.

    Why:
        Five per cent of a target of 20% is one point, and of 95% nearly five: amber means less where it
        matters more. A tolerance of 5 is half of a count of 10 and nothing of a count of 3,000.
    Fails:
        unit: percent with a target of value 90, tolerance 5 and tolerance_kind: relative
    Mend:
        Write percentage points for a percentage, and `tolerance_kind: relative` for a count or a rate.
    Source:
        The practice of performance reports: points for percentages, a share for counts. A target of nought
        has no share, so points are right there.
    """
    for indicator in register.all(Indicator):
        wanted = {"percent": "points", "count": "relative", "rate": "relative"}.get(indicator.unit)
        for index, target in enumerate(indicator.targets):
            if wanted is None or not target.tolerance or target.tolerance_kind == wanted:
                continue
            if wanted == "relative" and (target.value == 0 or _only_nought(target)):
                continue
            given = "in points" if wanted == "relative" else "a share of the target"
            message = f"the tolerance of a {UNITS[indicator.unit]} is {given}"
            hint = f"write 'tolerance_kind: {wanted}' and what it then is"
            yield Finding(indicator.id, ("targets", index, "tolerance"), message, hint)


def _only_nought(target: Target) -> bool:
    """Whether all that there is to aim at is nought, of which there is no share."""
    return bool(target.band and target.band.low == target.band.high == 0)


@check("F182")
def basis_without_its_target(register: Register, as_at: date) -> Iterator[Finding]:
    """A target says that it is judged by a benchmark or a profile, and names none; or the other way round.

    Why:
        The page would print a basis that the colour does not have.
    Fails:
        basis: benchmark with value: 80 and no benchmark.
    Mend:
        Name the benchmark in `benchmark`, or the quarters in `profile`; or write the basis that is meant.
    Source:
        The basis of a colour is declared and printed.
    """
    for indicator in register.all(Indicator):
        for index, target in enumerate(indicator.targets):
            found = _misfit(target)
            if found:
                yield Finding(indicator.id, ("targets", index, "basis"), *found)


def _misfit(target: Target) -> tuple[str, str] | None:
    """What does not fit between a target and its basis, and what to do."""
    if target.basis == "benchmark" and not target.benchmark:
        return "the basis is benchmark, and no benchmark is named", "add 'benchmark:' with its id"
    if target.basis == "in-year-profile" and not target.profile:
        return "the basis is in-year-profile, and there is no profile", "add 'profile:' with q1 to q4"
    if target.benchmark and target.basis not in ("benchmark", "significance"):
        return f"the target is a benchmark, and the basis is {target.basis}", "write 'basis: benchmark'"
    if target.profile and target.basis == "target-now":
        return "the target is a profile, and the basis is target-now", "write 'basis: in-year-profile'"
    return None


@check("F183", Severity.WARNING)
def judgement_not_asked_for(register: Register, as_at: date) -> Iterator[Finding]:
    """Somebody judged a figure that is not judged by people, or a period that its measure does not have.

    Why:
        The colour that a person gave, with the reason, would be printed nowhere.
    Fails:
        A status-judgement of a measure whose target has the basis target-now.
    Mend:
        Give the target the basis professional-judgement, correct the measure or period, or take it out.
    Source:
        A colour is by one basis, which is declared.
    """
    known = measures(register)
    for judgement in register.all(StatusJudgement):
        if judgement.measure not in known:
            continue
        indicator, measure = known[judgement.measure]
        period = parse_period(judgement.period)
        if period.kind != measure.period_kind:
            message = f"{judgement.period} is not a period of '{judgement.measure}'"
            yield Finding(judgement.id, ("period",), message, "write a period of the measure's kind")
        elif not any(
            target.basis == "professional-judgement"
            and target.measure in (None, measure.id)
            and target.since <= period.end
            and (target.until is None or period.end <= target.until)
            for target in indicator.targets
        ):
            message = f"the colour of '{judgement.measure}' is not by professional judgement then"
            hint = "give its target the basis professional-judgement, or take the judgement out"
            yield Finding(judgement.id, ("measure",), message, hint)


@check("F184", Severity.WARNING)
def forecast_of_the_past(register: Register, as_at: date) -> Iterator[Finding]:
    """A forecast speaks of a period that had ended when it was made.

    Why:
        What is written down afterwards is no forecast: nothing can beat it, and it does not count.
    Fails:
        made_on: 2025-06-01 with a value for 2024-25-Q4
    Mend:
        Take the period out, or correct the day on which the forecast was made.
    Source:
        Turning the curve is doing better than was forecast (Friedman, Trying Hard Is Not Good Enough).
    """
    for forecast in register.all(Forecast):
        for index, value in enumerate(forecast.values):
            if parse_period(value.period).end < forecast.made_on:
                message = f"{value.period} had ended when the forecast was made on {forecast.made_on}"
                yield Finding(
                    forecast.id, ("values", index, "period"), message, "take it out: it is no forecast"
                )


BASES = (
    tolerance_of_the_other_kind,
    basis_without_its_target,
    judgement_not_asked_for,
    forecast_of_the_past,
)
