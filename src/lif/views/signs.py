"""The vocabulary of signs: each judgement's key for the drawing, and its words for every reader."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lif.measures.icons import Assurance, Holding, Variation
from lif.measures.judged import Judged, overlap
from lif.measures.rare_events import RareChart
from lif.measures.status import Basis, Status
from lif.measures.travel import Arrow, Meaning, Travel


@dataclass(frozen=True, slots=True)
class Sign:
    """A small picture's key with the words that stand beside it, and the tone they are said in."""

    key: str
    words: str
    tone: str = "plain"


CHANGING = {
    Variation.COMMON_CAUSE: Sign("common-cause", "No significant change"),
    Variation.IMPROVEMENT_HIGH: Sign("improvement-high", "Improving (higher)", "better"),
    Variation.IMPROVEMENT_LOW: Sign("improvement-low", "Improving (lower)", "better"),
    Variation.CONCERN_HIGH: Sign("concern-high", "Getting worse (higher)", "worse"),
    Variation.CONCERN_LOW: Sign("concern-low", "Getting worse (lower)", "worse"),
    Variation.NEUTRAL_HIGH: Sign("neutral-high", "Unusually high", "special"),
    Variation.NEUTRAL_LOW: Sign("neutral-low", "Unusually low", "special"),
}
HOLDING = {
    Holding.IMPROVED: Sign("holding", "Improved, holding", "better"),
    Holding.WORSENED: Sign("common-cause", "Worsened, holding", "worse"),
}
TOO_FEW = Sign("too-few", "Too few points to say")
NO_VARIATION = Sign("common-cause", "No variation")
NO_FIGURES = Sign("unknown", "No figures")
ADDS_UP = Sign("unknown", "Not judged: adds up through the year")
MEETS = {
    Assurance.PASS: Sign("pass", "Will meet target", "better"),
    Assurance.FAIL: Sign("fail", "Will miss target without change", "worse"),
    Assurance.INCONSISTENT: Sign("inconsistent", "May or may not meet target"),
}
NO_TARGET = Sign("no-target", "No target")
A_RANGE = Sign("no-target", "Not judged: the target is a range")
OVERLAPPING = Sign("unknown", "Not judged: the periods overlap")
RARE_EVENTS = Sign("no-target", "Not judged: events are rare")
SELDOM = {
    "low": Sign("improvement-low", "Improving (longer without)", "better"),
    "high": Sign("concern-low", "Getting worse (longer without)", "worse"),
    "info": Sign("neutral-low", "Unusually long without", "special"),
}
OFTEN = {
    "low": Sign("concern-high", "Getting worse (closer together)", "worse"),
    "high": Sign("improvement-high", "Improving (closer together)", "better"),
    "info": Sign("neutral-high", "Unusually close together", "special"),
}
ALWAYS_THE_SAME = Sign("no-target", "Not judged: no variation")
RATED = {
    Status.GREEN: Sign("met", "Green: on target", "better"),
    Status.AMBER: Sign("near", "Amber: within tolerance", "near"),
    Status.RED: Sign("missed", "Red: off target", "worse"),
    Status.NOT_RATED: Sign("not-judged", "Not rated"),
}

BY_BASIS = {
    Basis.SIGNIFICANCE: {
        Status.GREEN: "Green: better by the 95% interval",
        Status.AMBER: "Amber: similar by the 95% interval",
        Status.RED: "Red: worse by the 95% interval",
    },
    Basis.PROFESSIONAL_JUDGEMENT: {
        Status.GREEN: "Green: by judgement",
        Status.AMBER: "Amber: by judgement",
        Status.RED: "Red: by judgement",
    },
}


def changing(judged: Judged | None) -> Sign:
    """Is it changing? By the last phase of the chart, or that there are too few points to say."""
    if judged is not None and judged.series.measure.period_kind == "year-to-date":
        return ADDS_UP
    if judged is not None and judged.rare is not None:
        return rare(judged.rare, judged.series.indicator.polarity)
    if judged is not None and overlap(judged.points):
        return OVERLAPPING
    if judged is None or judged.chart is None:
        return NO_FIGURES
    if judged.chart.short:
        return TOO_FEW
    if judged.chart.no_variation:
        return NO_VARIATION
    if judged.chart.holding is not None:
        return HOLDING[judged.chart.holding]
    return CHANGING[judged.chart.variation]


def rare(chart: RareChart, polarity: str) -> Sign:
    """Is it changing? By the time between rare events: longer without any, or events closer together."""
    if not chart.firm:
        return TOO_FEW
    words = {1: SELDOM, -1: OFTEN}.get(chart.leaning)
    return words.get(polarity, words["info"]) if words else CHANGING[Variation.COMMON_CAUSE]


def meets(judged: Judged | None) -> Sign:
    """Will it meet its target? By the limits of the last phase."""
    if judged is not None and judged.aim is not None and judged.series.measure.period_kind == "year-to-date":
        return ADDS_UP
    if judged is not None and judged.rare is not None and judged.aim is not None:
        return RARE_EVENTS
    if judged is not None and judged.aim is not None and overlap(judged.points):
        return OVERLAPPING
    if judged is None or judged.aim is None or judged.chart is None:
        return NO_TARGET
    if judged.chart.short:
        return TOO_FEW
    if judged.chart.assurance is None:
        return A_RANGE if judged.aim.target and judged.aim.record.band else NO_TARGET
    return ALWAYS_THE_SAME if judged.chart.no_variation else MEETS[judged.chart.assurance]


def rated(judged: Judged | None) -> Sign:
    """The status, in the words of its basis: a target has a tolerance, a person's colour has none."""
    if judged is None:
        return RATED[Status.NOT_RATED]
    sign = RATED[judged.rating.status]
    words = BY_BASIS.get(judged.rating.basis, {}).get(judged.rating.status)
    return replace(sign, words=words) if words else sign


def travelled(travel: Travel | None) -> Sign | None:
    """The direction from the figure before, in words; a measure that only informs has no judgement."""
    if travel is None:
        return None
    key = {Arrow.UP: "up", Arrow.DOWN: "down", Arrow.LEVEL: "level"}[travel.arrow]
    words = {Arrow.UP: "Higher than before", Arrow.DOWN: "Lower than before", Arrow.LEVEL: "As before"}[
        travel.arrow
    ]
    tone = {Meaning.BETTER: "better", Meaning.WORSE: "worse"}.get(travel.meaning, "plain")
    suffix = {Meaning.BETTER: ", better", Meaning.WORSE: ", worse"}.get(travel.meaning, "")
    return Sign(key, words + suffix, tone)
