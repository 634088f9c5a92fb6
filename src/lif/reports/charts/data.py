"""What a chart is told: plain numbers and words that a view has computed; a chart adds nothing to them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from lif.reports.charts.numbers import PERCENT, NumberFormat

LARGEST = 1e15
"""Figures beyond this are not drawn: no board has them, and floats no longer count in ones there."""

_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,119}")


class Mark(StrEnum):
    """What a point means: each has its own shape and colour, and its word in the key."""

    ORDINARY = "ordinary"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"


class LineKind(StrEnum):
    """What a straight line on a chart stands for: each has its own dash and colour."""

    TARGET = "target"
    ENGLAND = "england"
    REGION = "region"
    NEIGHBOURS = "neighbours"
    OTHER = "other"


class BarKind(StrEnum):
    """Whose figure a row of a comparison is: each has its own mark and colour."""

    AREA = "area"
    ENGLAND = "england"
    REGION = "region"
    NEIGHBOURS = "neighbours"
    OTHER = "other"


class NoteKind(StrEnum):
    """What happened at a place in time."""

    STEP_CHANGE = "step-change"
    """Limits are counted anew from this point; the line stands before it."""

    EVENT = "event"
    """Something happened in this period; the line goes through it."""

    BREAK = "break"
    """The definition changed before this point: what stands before is another series, the line is cut."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One period: `period` (`Q1`) under `group` (`2024/25`); without a `value` it is a gap, or `ahead`."""

    period: str
    group: str
    value: float | None
    mark: Mark = Mark.ORDINARY
    illustrative: bool = False
    ahead: bool = False

    def __post_init__(self) -> None:
        _drawable([self.value])


@dataclass(frozen=True, slots=True)
class ChartPhase:
    """The points `first` to `last` (from 0, both inside) with their average or median, and limits or none."""

    first: int
    last: int
    centre: float | None = None
    lower: float | None = None
    upper: float | None = None

    def __post_init__(self) -> None:
        _drawable([self.centre, self.lower, self.upper])


@dataclass(frozen=True, slots=True)
class ChartLine:
    """A target or benchmark, level from point `first` to `last` (None: to the end), named at the end."""

    kind: LineKind
    label: str
    value: float
    first: int = 0
    last: int | None = None

    def __post_init__(self) -> None:
        _drawable([self.value])


@dataclass(frozen=True, slots=True)
class ChartNote:
    """Words above the chart with a line down to the point they speak of."""

    kind: NoteKind
    at: int
    label: str


@dataclass(frozen=True, slots=True)
class ControlChartData:
    """A series over time with all that is drawn around it; `title` and `description` say it in words.

    `forecast` is a figure or None for each point; `latest_text` is what stands
    beside the last, where it is not its number. `floor` and `ceiling` are where the measure cannot go (0
    and 100 for a percentage): the axis keeps within them as long as the figures do. `cuts` are points before
    which the line is cut, beside those of breaks.
    """

    title: str
    description: str
    points: tuple[ChartPoint, ...]
    phases: tuple[ChartPhase, ...] = ()
    lines: tuple[ChartLine, ...] = ()
    notes: tuple[ChartNote, ...] = ()
    format: NumberFormat = field(default=PERCENT)
    floor: float | None = None
    ceiling: float | None = None
    centre_label: str = "Average"
    forecast: tuple[float | None, ...] = ()
    latest_text: str = ""
    cuts: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        _drawable(self.forecast)


@dataclass(frozen=True, slots=True)
class SparklineData:
    """A series without axes for a table's cell; without a `title` it is decoration, hidden from readers."""

    values: tuple[float | None, ...]
    marks: tuple[Mark, ...] = ()
    target: float | None = None
    breaks: tuple[int, ...] = ()
    title: str = ""
    description: str = ""

    def __post_init__(self) -> None:
        _drawable([*self.values, self.target])


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a comparison: a figure, its interval if known; where it is None, `absent` says why."""

    label: str
    value: float | None
    kind: BarKind = BarKind.AREA
    low: float | None = None
    high: float | None = None
    absent: str = "no figure"

    def __post_init__(self) -> None:
        _drawable([self.value, self.low, self.high])


@dataclass(frozen=True, slots=True)
class ComparisonData:
    """Figures of one measure and one kind of period side by side; `target` is a line through them all."""

    title: str
    description: str
    bars: tuple[Bar, ...]
    format: NumberFormat = field(default=PERCENT)
    target: float | None = None
    target_label: str = "Target"
    floor: float | None = None
    ceiling: float | None = None

    def __post_init__(self) -> None:
        _drawable([self.target])


def _drawable(values: Iterable[float | None]) -> None:
    """Raises ValueError for a figure that is no plain number of a size that can be drawn."""
    for value in values:
        if value is not None and not (math.isfinite(value) and abs(value) <= LARGEST):
            raise ValueError(
                f"{value} cannot be drawn: a chart takes plain numbers up to {LARGEST:.0e}, or None"
            )


def checked_prefix(prefix: str) -> str:
    """The prefix of a chart's ids, when it is one: letters, digits, `-` and `_` from a letter on.

    Raises ValueError otherwise, so that no record's words ever reach an id.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"{prefix!r} cannot begin an id: use letters, digits and hyphens, a letter first")
    return prefix
