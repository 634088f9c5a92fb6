"""What a file gave: cells by area and period for each mapped measure, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lif.calendars import Period
from lif.exchange.national.cells import Cell
from lif.exchange.national.columns import Plan

Spot = tuple[str, Period]
"""An area and a period."""

UNKNOWN_AREA = "rows of areas that this workspace has no record of"


@dataclass
class Found:
    """What one mapped measure found: cells by area and period, and the lines on which they stood."""

    plan: Plan
    tops: dict[Spot, Cell] = field(default_factory=dict)
    bottoms: dict[Spot, Cell] = field(default_factory=dict)
    printed: dict[Spot, Cell] = field(default_factory=dict)
    lines: dict[tuple[Spot, bool], int] = field(default_factory=dict)


@dataclass
class Reading:
    """Everything that a file gave under one mapping, and what was left out, with why.

    `missing` holds measures whose columns are not there; `wider` the areas that are no local authority.
    """

    found: list[Found]
    missing: dict[str, str] = field(default_factory=dict)
    wider: set[str] = field(default_factory=set)
    skipped: Counter[str] = field(default_factory=Counter)
    places: dict[str, str] = field(default_factory=dict)
    unknown: int = 0

    def skip(self, reason: str, place: str = "") -> None:
        """Counts one thing left out; the first place of each reason is kept."""
        self.skipped[reason] += 1
        if place:
            self.places.setdefault(reason, place)

    def left_out(self) -> dict[str, int]:
        """What was left out and how often, each reason with the first place where it was met."""
        told = {UNKNOWN_AREA: self.unknown} if self.unknown else {}
        for reason, cells in self.skipped.items():
            first = self.places.get(reason)
            told[f"{reason} (first: {first})" if first else reason] = cells
        return told


@dataclass(frozen=True, slots=True)
class Feed:
    """What a row gives to one measure: its numerator or finished figure, its denominator, or both."""

    found: Found
    top: bool
    bottom: bool


class Counting:
    """Which measures a row counts for, worked out once for each combination of words in its filters."""

    def __init__(self, founds: Sequence[Found]) -> None:
        self._founds = founds
        tests = [test for one in founds for test in (*one.plan.where, *one.plan.denominator_where)]
        self._positions = sorted({test.position for test in tests})
        self._known: dict[tuple[str, ...], tuple[Feed, ...]] = {}

    def of(self, cells: list[str]) -> tuple[Feed, ...]:
        """What the row with these cells feeds."""
        words = tuple([cells[position] for position in self._positions])
        feeds = self._known.get(words)
        if feeds is None:
            feeds = self._known[words] = tuple(self._worked_out(cells))
        return feeds

    def _worked_out(self, cells: list[str]) -> Iterator[Feed]:
        for found in self._founds:
            plan = found.plan
            top = all(test.holds(cells) for test in plan.where)
            apart = plan.denominator_where
            bottom = bool(plan.denominator) and (all(test.holds(cells) for test in apart) if apart else top)
            if top or bottom:
                yield Feed(found, top, bottom)
