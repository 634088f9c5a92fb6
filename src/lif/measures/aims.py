"""Targets: which one is in force for a period, the number to aim at, and the range to judge by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lif.calendars import Period, month_end
from lif.measures.benchmarks import Beside, beside_one
from lif.measures.rounding import exact
from lif.measures.series import Figures, Series
from lif.measures.status import Polarity, Target, ToleranceKind, target_for
from lif.records import indicators as records
from lif.records.record import stands
from lif.register import Register

_QUARTER_ENDING = {6: 0, 9: 1, 12: 2, 3: 3}


@dataclass(frozen=True, slots=True)
class Against:
    """Where the figures of benchmarks are looked up: the records, and every series as known on the day."""

    register: Register
    figures: Figures

    def find(self, series: Series, period: Period, benchmark: str) -> Beside | None:
        """The figure of one benchmark for the same measure and period, or None when it has none."""
        return beside_one(self.register, self.figures, series, period, benchmark)


@dataclass(frozen=True, slots=True)
class Aim:
    """The target that applies to a period: the record, its judging range, and its number if it has one.

    `beside` is the benchmark's figure that the number is, if it is one; `reason` says in words why there is
    no number for this period.
    """

    record: records.Target
    target: Target | None
    number: Fraction | None
    beside: Beside | None = None
    reason: str = ""


def aim_for(series: Series, period: Period, against: Against | None = None) -> Aim | None:
    """The target in force on the last day of a period, or None.

    A target that is a benchmark has its figure for the same period; without `against` it has none.
    """
    for record in series.indicator.targets:
        if record.measure not in (None, series.measure.id) or not stands(record, period.end):
            continue
        if record.since <= period.end and (record.until is None or period.end <= record.until):
            return _aim(record, series, period, against)
    return None


def _aim(record: records.Target, series: Series, period: Period, against: Against | None) -> Aim:
    found, number, reason = None, None, ""
    if record.benchmark:
        found = against.find(series, period, record.benchmark) if against else None
        number = found.number if found else None
        reason = "" if found else "the benchmark has no figure for the period"
    elif record.profile:
        number = _profiled(record.profile, period.end)
        reason = "" if number is not None else "the profile has figures for the ends of quarters only"
    elif record.value is not None:
        number = exact(record.value)
    return Aim(record, _judging(record, number, Polarity(series.indicator.polarity)), number, found, reason)


def _profiled(profile: records.Profile, end: date) -> Fraction | None:
    """The profile's number for a period that ends with a quarter of the financial year."""
    place = _QUARTER_ENDING.get(end.month)
    if place is None or end != month_end(end.year, end.month):
        return None
    return exact((profile.q1, profile.q2, profile.q3, profile.q4)[place])


def _judging(record: records.Target, number: Fraction | None, polarity: Polarity) -> Target | None:
    """The range to judge by; None where the target does not fit its indicator, which the checks tell."""
    band = (record.band.low, record.band.high) if record.band else None
    try:
        return target_for(
            polarity,
            number,
            band=band,
            tolerance=record.tolerance or 0,
            kind=ToleranceKind(record.tolerance_kind),
        )
    except ValueError:
        return None
