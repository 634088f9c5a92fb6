"""What a golden thread is made of: its stages, the nodes along it, and the joints where it breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Stage = Literal[
    "origin",
    "review",
    "finding",
    "recommendation",
    "action",
    "evidence",
    "learning",
    "repeat",
    "indicator",
    "impact",
    "framework",
    "other",
]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages of a thread from the case to the change that it made, then what stands beside it."""

STAGE_WORDS: dict[Stage, str] = {
    "origin": "Where it began",
    "review": "Review or audit",
    "finding": "Finding",
    "recommendation": "Recommendation",
    "action": "Action",
    "evidence": "Evidence",
    "learning": "Told and taught",
    "repeat": "Looked at again",
    "indicator": "Indicator",
    "impact": "Did it help?",
    "framework": "Framework",
    "other": "Beside it",
}

BreakSort = Literal["broken", "due", "unknown", "settled"]
SORTS: tuple[BreakSort, ...] = get_args(BreakSort)
"""Broken: it should be there by now. Due: it is still to come. Unknown: it may stand in a record that
cannot be read. Settled: nothing follows, and it says why."""


@dataclass(frozen=True, slots=True)
class Break:
    """What is missing at a joint, in words: overdue, still to come, not known, or not wanted any more."""

    sort: BreakSort
    words: str


@dataclass(frozen=True, slots=True)
class Node:
    """One thing along the thread.

    `address` is empty for what has no address of its own, such as the impact of an action. `said` is where
    it stands, in words. `again` is true where it was shown already, with all below it; `more` counts what
    was left out because there is too much.
    """

    address: str
    stage: Stage
    kind: str
    name: str
    on: date | None
    said: str
    illustrative: bool
    joints: tuple[Break, ...] = ()
    below: tuple[Node, ...] = ()
    again: bool = False
    more: int = 0

    def walk(self) -> Iterator[Node]:
        """This node and all below it, as they are printed."""
        yield self
        for node in self.below:
            yield from node.walk()


@dataclass(frozen=True, slots=True)
class Thread:
    """The thread of one record or item: `up` is what led to it, `down` the thing itself and what came of it.

    In `up` each node's `below` is what led to that node in turn. `more` counts what led here and was left
    out because there is too much.
    """

    address: str
    kind: str
    name: str
    as_at: date
    up: tuple[Node, ...]
    down: Node
    more: int = 0

    @property
    def illustrative(self) -> bool:
        """Whether anything along it was made up."""
        return any(node.illustrative for node in self.nodes())

    def nodes(self) -> Iterator[Node]:
        """Every node, those above first."""
        for node in self.up:
            yield from node.walk()
        yield from self.down.walk()

    def joints(self, *sorts: BreakSort) -> tuple[tuple[Node, Break], ...]:
        """The joints of some sorts with the node that each is at, in the order of the thread."""
        found = ((node, joint) for node in self.nodes() for joint in node.joints if not node.again)
        return tuple((node, joint) for node, joint in found if joint.sort in sorts)
