"""Charts as SVG text: pure functions from plain figures to the same bytes every time."""

from __future__ import annotations

from lif.reports.charts.both import Drawn, both
from lif.reports.charts.comparison import bars, comparison_strip
from lif.reports.charts.control import control_chart, run_chart
from lif.reports.charts.data import (
    Bar,
    BarKind,
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
from lif.reports.charts.funnel import FunnelData, FunnelLine, Place, PlaceKind, funnel
from lif.reports.charts.grid import GridCell, GridColumn, GridData, grid
from lif.reports.charts.icons import ICONS, icon, icon_picture, icon_sprite
from lif.reports.charts.numbers import COUNT, PERCENT, RATE, NumberFormat
from lif.reports.charts.sparkline import sparkline
from lif.reports.charts.strand import Knot, StrandData, strand

__all__ = [
    "COUNT",
    "ICONS",
    "NARROW",
    "PERCENT",
    "RATE",
    "WIDE",
    "Bar",
    "BarKind",
    "ChartLine",
    "ChartNote",
    "ChartPhase",
    "ChartPoint",
    "ComparisonData",
    "ControlChartData",
    "Drawn",
    "FunnelData",
    "FunnelLine",
    "GridCell",
    "GridColumn",
    "GridData",
    "Knot",
    "LineKind",
    "Mark",
    "NoteKind",
    "NumberFormat",
    "Place",
    "PlaceKind",
    "Size",
    "SparklineData",
    "StrandData",
    "bars",
    "both",
    "comparison_strip",
    "control_chart",
    "funnel",
    "grid",
    "icon",
    "icon_picture",
    "icon_sprite",
    "run_chart",
    "sparkline",
    "strand",
]
