"""Draws the open risks of the challenge and risk log: where each stands, and what can be lived with."""

from __future__ import annotations

from lif.reports import charts
from lif.views.challenge_log import ChallengeAndRiskLog
from lif.views.challenge_log.risks import RiskPart

HIGHEST = 25.0
"""The highest score: five by five."""


def drawn(view: ChallengeAndRiskLog) -> charts.Drawn | None:
    """The open risks in both sizes, or nothing where none is open."""
    if not view.risks:
        return None
    data = charts.ComparisonData(
        title=f"Open risks: the score now{_marked(view.risks)}",
        description=" ".join(
            [
                "The line through each mark runs from what can be lived with to the score without controls.",
                *(_said(one) for one in view.risks),
            ]
        ),
        bars=tuple(_bar(one) for one in view.risks),
        format=charts.NumberFormat(0),
        floor=0.0,
        ceiling=HIGHEST,
    )
    return charts.both(charts.comparison_strip, data, "open-risks")


def _bar(one: RiskPart) -> charts.Bar:
    ends = (one.target.score, one.without.score)
    return charts.Bar(
        one.title, float(one.now.score), charts.BarKind.AREA, float(min(ends)), float(max(ends))
    )


def _said(one: RiskPart) -> str:
    return (
        f"{one.title}: {one.now.score} now, {one.without.score} without controls, "
        f"{one.target.score} can be lived with."
    )


def _marked(risks: tuple[RiskPart, ...]) -> str:
    return " (illustrative)" if any(one.illustrative for one in risks) else ""
