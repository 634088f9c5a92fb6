"""The headlines: what needs a decision, what improves, what gets worse, what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from lif.views.scorecard.cards import Card
from lif.views.scorecard.lines import Line
from lif.views.scorecard.returns import ReturnLine


@dataclass(frozen=True, slots=True)
class Headlines:
    """Lists of indicators and agencies, each counted once in its strongest place.

    `behind` and `ahead` are worse, or better, than England and than the statistical neighbours, each by more
    than chance (95% intervals).
    """

    decisions: tuple[Card, ...]
    improving: tuple[Line, ...]
    worse: tuple[Line, ...]
    turned: tuple[Line, ...]
    not_turned: tuple[Line, ...]
    behind: tuple[Line, ...]
    ahead: tuple[Line, ...]
    will_miss: tuple[Line, ...]
    red: tuple[Line, ...]
    no_figure: tuple[Line, ...]
    returns_missing: tuple[ReturnLine, ...]
    unexplained: tuple[Card, ...]
    priorities_without_better_off: tuple[str, ...]
    priorities: int
    indicators: int
    illustrative: int


def headlines(
    lines: tuple[Line, ...],
    cards: tuple[Card, ...],
    returns: tuple[ReturnLine, ...],
    without_better_off: tuple[str, ...],
    priorities: int,
) -> Headlines:
    """The headlines of a paper from its lines, cards and returns."""
    return Headlines(
        decisions=tuple(card for card in cards if card.told and card.told.decision),
        improving=tuple(line for line in lines if line.changing.tone == "better"),
        worse=tuple(line for line in lines if line.getting_worse),
        turned=tuple(line for line in lines if line.curve and line.curve.turned),
        not_turned=tuple(line for line in lines if line.curve and line.curve.turned is False),
        behind=tuple(line for line in lines if _beside_both(line) == {"worse"}),
        ahead=tuple(line for line in lines if _beside_both(line) == {"better"}),
        will_miss=tuple(line for line in lines if line.meets.key == "fail"),
        red=tuple(line for line in lines if line.status.key == "missed"),
        no_figure=tuple(line for line in lines if line.latest.number is None),
        returns_missing=tuple(line for line in returns if line.state == "awaited"),
        unexplained=tuple(card for card in cards if card.silence),
        priorities_without_better_off=without_better_off,
        priorities=priorities,
        indicators=len(lines),
        illustrative=sum(line.illustrative for line in lines),
    )


def _beside_both(line: Line) -> set[str]:
    """How a real figure lies beside England and beside the neighbours; nothing unless both can be said."""
    beside = {one.sort: one.result for one in line.comparisons if one.in_table and not line.illustrative}
    return {beside["england"], beside["neighbours"]} if {"england", "neighbours"} <= set(beside) else set()
