"""Control charts of single values (XmR): mean and limits by phase, special causes, and the two icons.

Source of every rule: NHS England, Making Data Count, as the package NHSRplotthedots 0.2.2 computes it; the
tests hold its results. There are two departures, where that package breaks down: a constant series has no
limits, and a phase in which screening leaves only moving ranges of nought uses the unscreened ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import mean

from lif.measures.icons import (
    Assurance,
    Holding,
    Improvement,
    Judgement,
    Variation,
    assurance_icon,
    holding,
    judge,
    variation_icon,
)
from lif.measures.points import Point, present
from lif.measures.rounding import Number
from lif.measures.rules import RULES, Rules
from lif.measures.signals import Cause, Limits, Signal, signals

__all__ = [
    "Assurance",
    "Cause",
    "ChartPoint",
    "ControlChart",
    "Holding",
    "Improvement",
    "Judgement",
    "Limits",
    "Phase",
    "Point",
    "Variation",
    "control_chart",
]

LIMIT = 2.66  # 3 / 1.128, rounded as the practice rounds it
NEAR = 2 * (LIMIT / 3)
SCREEN = 3.267  # upper limit of a moving range, in mean moving ranges
FIRM = 13  # points a phase needs before its limits are shown to a board
FIXED = 12  # points a fixed baseline needs at least


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One point judged: `moving_range` is None where none was used; `phase` is the number of its phase.

    `outside` and `near` are None where the phase has no limits.
    """

    day: date
    value: float
    phase: int
    moving_range: float | None
    side: int
    outside: bool | None
    near: bool | None
    cause: Cause
    judgement: Judgement

    @property
    def special(self) -> bool:
        """Whether a rule flags it."""
        return self.cause is not Cause.COMMON


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch between step changes: `number` from 0 (1 when a step change is at the first point)."""

    number: int
    start: date
    end: date
    n: int
    mean: float
    mean_range: float | None
    limits: Limits | None

    @property
    def short(self) -> bool:
        """Fewer than 13 points: too few to show limits to a board."""
        return self.n < FIRM


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A series judged point by point.

    `assurance` is None without a target or for a neutral measure. `lost` are step changes at whose date
    there is no value: they were not applied. The icons follow the arithmetic from the first point on; a view
    shows them, and the limits, only when `firm`.
    """

    points: tuple[ChartPoint, ...]
    phases: tuple[Phase, ...]
    variation: Variation
    assurance: Assurance | None
    holding: Holding | None
    lost: tuple[date, ...]
    rules: Rules = RULES

    @property
    def latest(self) -> ChartPoint:
        """The last point."""
        return self.points[-1]

    @property
    def latest_words(self) -> str:
        """What the rules say of the last point, for readers."""
        return self.latest.cause.words(self.rules)

    @property
    def short(self) -> bool:
        """Whether the last phase has fewer than 13 points: a run chart is drawn instead."""
        return self.phases[-1].short

    @property
    def any_short(self) -> bool:
        """Whether any phase has fewer than 13 points."""
        return any(phase.short for phase in self.phases)

    @property
    def no_variation(self) -> bool:
        """Whether all values of the last phase, two or more, are equal: the page says "no variation"."""
        last = [point.value for point in self.points if point.phase == self.phases[-1].number]
        return len(last) > 1 and len(set(last)) == 1

    @property
    def firm(self) -> bool:
        """Whether limits and icons may be shown: the last phase is long enough and has limits."""
        return not self.short and self.phases[-1].limits is not None


def control_chart(
    points: Iterable[Point],
    *,
    improvement: Improvement,
    target: Number | None = None,
    step_changes: Collection[date] = (),
    fix_after: int | None = None,
    rules: Rules = RULES,
) -> ControlChart:
    """The control chart of a series; points may come in any order, and without a value (they are left out).

    A phase starts at each point whose day is one of `step_changes`; `fix_after` takes a phase's limits from
    its first so many points (12 or more); `rules` are the options that the workspace has chosen. Raises
    ValueError on a day given twice, `fix_after` below 12, or no value at all.
    """
    if fix_after is not None and fix_after < FIXED:
        raise ValueError(f"the baseline is fixed after {fix_after} points: it needs {FIXED} or more")
    series = present(points)
    days = {day for day, _ in series}
    constant = len(series) > 1 and len({value for _, value in series}) == 1
    judged: list[ChartPoint] = []
    phases: list[Phase] = []
    for number, rows in _split(series, frozenset(step_changes)):
        phase, ranges = _phase(number, rows, fix_after, rules.screening, constant)
        phases.append(phase)
        found = signals([value for _, value in rows], phase.mean, phase.limits, rules)
        judged.extend(
            _judged(row, number, used, signal, improvement)
            for row, used, signal in zip(rows, ranges, found, strict=True)
        )
    return ControlChart(
        points=tuple(judged),
        phases=tuple(phases),
        variation=variation_icon(judged[-1].cause, improvement),
        assurance=assurance_icon(phases[-1].limits, target, improvement),
        holding=holding([phase.mean for phase in phases], judged[-1].cause, improvement),
        lost=tuple(sorted(set(step_changes) - days)),
        rules=rules,
    )


Row = tuple[date, float]


def _split(series: Sequence[Row], starts: frozenset[date]) -> list[tuple[int, list[Row]]]:
    """The rows of each phase with its number, which counts the step changes so far."""
    split: list[tuple[int, list[Row]]] = []
    number = 0
    for row in series:
        begins = row[0] in starts
        number += begins
        if begins or not split:
            split.append((number, []))
        split[-1][1].append(row)
    return split


def _phase(
    number: int, rows: Sequence[Row], fix_after: int | None, screening: bool, constant: bool
) -> tuple[Phase, list[float | None]]:
    """Mean, mean moving range and limits of a phase, and the moving range used at each of its points."""
    baseline = [value for _, value in rows[:fix_after]]
    ranges: list[float | None] = [None, *(abs(b - a) for a, b in pairwise(baseline))]
    ranges += [None] * (len(rows) - len(ranges))
    if screening:
        ranges = _screened(ranges)
    used = [each for each in ranges if each is not None]
    centre = mean(baseline)
    average = mean(used) if used else None
    limits = None
    if average is not None and not constant:
        far, near = LIMIT * average, NEAR * average
        limits = Limits(centre - far, centre + far, centre - near, centre + near)
    return Phase(number, rows[0][0], rows[-1][0], len(rows), centre, average, limits), ranges


def _screened(ranges: list[float | None]) -> list[float | None]:
    """Without the ranges at or above 3.267 times their mean, once; all of them if only noughts would stay."""
    present = [each for each in ranges if each is not None]
    if not present:
        return ranges
    ceiling = SCREEN * mean(present)
    kept = [each if each is not None and each < ceiling else None for each in ranges]
    collapsed = any(present) and not any(kept)
    return ranges if collapsed else kept


def _judged(row: Row, phase: int, used: float | None, signal: Signal, improvement: Improvement) -> ChartPoint:
    return ChartPoint(
        day=row[0],
        value=row[1],
        phase=phase,
        moving_range=used,
        side=signal.side,
        outside=signal.outside,
        near=signal.near,
        cause=signal.cause,
        judgement=judge(signal.cause, improvement),
    )
