"""Invented series for the tests of the papers: ordinary ones, and the worst that could come."""

from __future__ import annotations

from collections.abc import Sequence

from lif.reports.charts import (
    COUNT,
    PERCENT,
    RATE,
    ChartLine,
    ChartNote,
    ChartPhase,
    ChartPoint,
    ControlChartData,
    LineKind,
    Mark,
    NoteKind,
    NumberFormat,
)

LONG = "An extraordinarily long name that somebody gave to a line or an event, for reasons of their own"
HOSTILE = (
    "</text></svg><script>alert('x')</script>\"'`&amp;{{7*7}}{% raw %}</style>"
    "\u202eevil\u200b\x00\x1b[31m\ud800 ]]>-->"
)


def quarters(
    values: Sequence[float | None],
    first: int = 2021,
    concern_from: int | None = None,
    real_until: int | None = None,
) -> tuple[ChartPoint, ...]:
    """Points of financial quarters from Q1 of the year `first` on."""
    return tuple(
        ChartPoint(
            f"Q{i % 4 + 1}",
            f"{first + i // 4}/{(first + i // 4 + 1) % 100:02}",
            value,
            Mark.CONCERN if concern_from is not None and i >= concern_from else Mark.ORDINARY,
            real_until is not None and i >= real_until,
        )
        for i, value in enumerate(values)
    )


def worsening() -> ControlChartData:
    """Front-door decisions that fall below their range, far from their target."""
    values = [92.4, 91, 93.1, 90.8, 92, 91.6, 93.4, 90.2, 92.5, 91.9, 90.7, 92.8]
    values += [91.2, 92.3, 92.1, 91.7, 89.8, 88.6, 87.1, 84.9]
    return ControlChartData(
        title="Contacts decided within one working day, 2021/22 to 2025/26",
        description="Twenty quarters. The last seven fall from 92.3% to 84.9%, below the range to expect.",
        points=quarters(values, concern_from=13),
        phases=(ChartPhase(0, 19, 91.0, 87.0, 95.0),),
        lines=(
            ChartLine(LineKind.TARGET, "Target", 97.0),
            ChartLine(LineKind.NEIGHBOURS, "Neighbours", 92.7),
        ),
        ceiling=100.0,
    )


def stepped() -> ControlChartData:
    """Conference timeliness with a step change, a break, a gap, an event and benchmarks close together."""
    values: list[float | None] = [74, 76.8, 73, 78, 75.2, None, 78.5, 75, 76, 74, 77.2, 75.5]
    values += [84.6, 88, 86, 89.5, 88.2, 90, 87.6, 91.3]
    return ControlChartData(
        title="Initial child protection conferences held within 15 working days, 2021/22 to 2025/26",
        description="Twenty quarters, one without a figure. Since 2024/25 all are above the old range.",
        points=quarters(values, real_until=16),
        phases=(ChartPhase(0, 11, 75.4, 67.0, 83.6), ChartPhase(12, 19, 88.1, 81.3, 94.9)),
        lines=(
            ChartLine(LineKind.TARGET, "Target", 80.0, 0, 3),
            ChartLine(LineKind.TARGET, "Target", 85.0, 4),
            ChartLine(LineKind.NEIGHBOURS, "Neighbours", 81.9),
            ChartLine(LineKind.REGION, "Yorkshire and The Humber", 80.1),
            ChartLine(LineKind.ENGLAND, "England", 79.6),
        ),
        notes=(
            ChartNote(NoteKind.STEP_CHANGE, 12, "New strategy-discussion hub (Q1 2024/25)"),
            ChartNote(NoteKind.BREAK, 8, "Definition changed"),
            ChartNote(NoteKind.EVENT, 14, "Inspection"),
        ),
        ceiling=100.0,
    )


def _plain(
    values: Sequence[float | None], lines: Sequence[float] = (), write: NumberFormat = PERCENT
) -> ControlChartData:
    kinds = list(LineKind)
    return ControlChartData(
        "Title",
        "Description",
        quarters(values, 2011),
        lines=tuple(ChartLine(kinds[i % 5], kinds[i % 5].value.title(), v) for i, v in enumerate(lines)),
        format=write,
    )


def _long_words() -> ControlChartData:
    points = tuple(ChartPoint(f"{LONG} {i}", f"{LONG} {i // 2}", i * 1.0) for i in range(8))
    lines = tuple(ChartLine(kind, LONG, 3.0 + i / 100) for i, kind in enumerate(LineKind))
    notes = tuple(ChartNote(kind, i * 3, f"{LONG} {i}") for i, kind in enumerate(NoteKind))
    return ControlChartData(LONG, LONG, points, (ChartPhase(0, 7, 3.5, 0.1, 7.9),), lines, notes, RATE)


def _crowded() -> ControlChartData:
    values = [((i * 37) % 23) + 40.0 for i in range(60)]
    notes = tuple(ChartNote(list(NoteKind)[i % 3], i, f"Event number {i}") for i in range(0, 60, 4))
    lines = tuple(ChartLine(kind, kind.value.title(), 50 + i / 50) for i, kind in enumerate(LineKind))
    phases = (ChartPhase(0, 29, 50, 40, 60), ChartPhase(30, 59, 50.02, 50.01, 50.03))
    return ControlChartData("Crowded", "Crowded", quarters(values, 2011), phases, lines, notes)


WORST: dict[str, ControlChartData] = {
    "nothing": _plain([]),
    "one point": _plain([84.9], [97]),
    "two points": _plain([3, 9], [5], COUNT),
    "constant": _plain([50.0] * 20, [50.0]),
    "constant zero": _plain([0.0] * 12, [0.0], COUNT),
    "constant hundred": _plain([100.0] * 12, [100.0]),
    "huge": _plain([9.1e14, 9.9e14, -9e14], [9.95e14, 9.94e14, 9.93e14], COUNT),
    "millions": _plain([1234567.0 + 9_999 * i for i in range(20)], [1_300_000], COUNT),
    "tiny": _plain([0.0001, 0.0003, 0.0002], [0.00025], NumberFormat(decimals=4)),
    "tiny differences": _plain([1e9, 1e9 + 1e-6, 1e9], [1e9], RATE),
    "negative": _plain([-5.0, -3.2, -8.8, 4.0], [-1.0]),
    "all negative": _plain([-50.0, -53.2, -58.8], [-51.0]),
    "zero target": _plain([4, 3, 0, 2, 1, 0, 0], [0.0], COUNT),
    "five lines within 0.1": _plain([50.0, 51, 52, 50.5], [50.0, 50.02, 50.04, 50.06, 50.08, 50.1]),
    "lines at the bottom": _plain([90.0, 95.0, 20.0], [20.0, 20.1, 20.2, 20.3, 20.4]),
    "twelve lines": _plain([90.0, 95.0, 20.0], [50.0 + i / 10 for i in range(12)]),
    "all gaps": _plain([None] * 20, [80.0]),
    "all gaps, no lines": _plain([None] * 20),
    "last is a gap": _plain([4.0, 5.0, None], [5.0]),
    "every other a gap": _plain([4.0, None, 5.0, None, 9.0, None, 7.0]),
    "sixty": _plain([40 + (i * 7919 % 101) / 5 for i in range(60)], [55, 50]),
    "saw": _plain([0.0, 100.0] * 15, [50, 51, 49]),
    "long words": _long_words(),
    "crowded": _crowded(),
    "money": _plain([9_800.0, 12_400.5], [10_000], NumberFormat(2, "£")),
    "worsening": worsening(),
    "stepped": stepped(),
}
