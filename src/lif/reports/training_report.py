"""Draws how many came to training from each agency, with what it shows in words."""

from __future__ import annotations

from lif.reports import charts
from lif.views.training_report import TrainingReport


def drawn(view: TrainingReport) -> charts.Drawn | None:
    """A bar for each agency, the longest first; nothing for one agency alone."""
    lines = sorted(
        (line for sector in view.reach.sectors for line in sector.lines),
        key=lambda line: (-line.came, line.name),
    )
    if len(lines) < 2:
        return None
    found = [
        *(charts.Bar(line.name, float(line.came)) for line in lines),
        *(charts.Bar(name, 0.0) for name in view.reach.sent_nobody),
    ]
    data = charts.ComparisonData(
        f"How many came to training from each agency, {view.year}",
        "; ".join(f"{bar.label} {int(bar.value or 0):,}" for bar in found) + ".",
        tuple(found),
        charts.NumberFormat(0),
        floor=0.0,
    )
    return charts.both(charts.bars, data, "came-by-agency")
