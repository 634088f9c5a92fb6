"""Charts as SVG text: pure functions from plain figures to the same bytes every time."""

from __future__ import annotations

from lif.reports.charts.control import control_chart, run_chart
from lif.reports.charts.data import (
    Bar,
    ChartLine,
    ChartNote,
    ChartPhase,
    ChartPoint,
    ComparisonData,
    ControlChartData,
    LineKind,
    Mark,
    NoteKind,
    SparklineData,
)
from lif.reports.charts.frame import NARROW, WIDE, Size
from lif.reports.charts.numbers import COUNT, PERCENT, RATE, NumberFormat

__all__ = [
    "COUNT",
    "NARROW",
    "PERCENT",
    "RATE",
    "WIDE",
    "Bar",
    "ChartLine",
    "ChartNote",
    "ChartPhase",
    "ChartPoint",
    "ComparisonData",
    "ControlChartData",
    "LineKind",
    "Mark",
    "NoteKind",
    "NumberFormat",
    "Size",
    "SparklineData",
    "control_chart",
    "run_chart",
]
