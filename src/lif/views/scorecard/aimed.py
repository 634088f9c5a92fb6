"""What a figure is held against, in words: target, range to expect, and who judged it if a person did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.judged import Judged, overlap
from lif.measures.rated import judgement_of
from lif.measures.status import Basis, Status
from lif.records.indicators import Indicator
from lif.register import Register
from lif.views.shown import flowing, number_text


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """Who gave a figure its colour by professional judgement, when and why."""

    role: str
    on: date
    reason: str
    illustrative: bool


def target_text(indicator: Indicator, judged: Judged | None) -> str:
    """`at least 85.0%`, `at most 20.0%`, `10.0% to 15.0%`, or nothing."""
    if judged is None or judged.aim is None:
        return ""
    band = judged.aim.record.band
    if band:
        return f"{number_text(indicator, band.low)} to {number_text(indicator, band.high)}"
    if judged.aim.number is None:
        return ""
    word = {"high": "at least ", "low": "at most "}.get(indicator.polarity, "")
    whose = f" ({judged.aim.beside.benchmark.name})" if judged.aim.beside else ""
    return f"{word}{number_text(indicator, judged.aim.number)}{whose}"


def judged_by(register: Register, judged: Judged | None, as_at: date) -> JudgedBy | None:
    """Who gave the colour, where the basis is professional judgement and somebody did."""
    if judged is None or judged.latest is None or judged.rating.basis is not Basis.PROFESSIONAL_JUDGEMENT:
        return None
    found = judgement_of(register, judged.series, judged.latest, as_at)
    if found is None or judged.rating.status is Status.NOT_RATED:
        return None
    role = register.get(found.judged_by)
    return JudgedBy(
        getattr(role, "name", found.judged_by), found.on, flowing(found.reason), found.illustrative
    )


def expected_range(indicator: Indicator, judged: Judged | None) -> tuple[str, str]:
    """The range to expect from the last phase's limits, and what must be said when there is none."""
    if judged is not None and judged.series.measure.period_kind == "year-to-date":
        return "", "none: adds up through the year"
    if judged is not None and judged.rare is not None:
        return "", "events are rare: the chart shows the time between them"
    if judged is not None and overlap(judged.points):
        return "", "none: the periods overlap"
    if judged is None or judged.chart is None:
        return "", "no figures"
    phase = judged.chart.phases[-1]
    if phase.short:
        return "", f"too few points: {phase.n} of 13"
    if phase.limits is None:
        return "", "no variation"
    low, high = phase.limits.lower, phase.limits.upper
    if indicator.unit in ("count", "percent", "rate"):
        low = max(low, 0.0)
    if indicator.unit == "percent":
        high = min(high, 100.0)
    return f"{number_text(indicator, low)} to {number_text(indicator, high)}", ""
