"""A golden thread in short: what stands at each stage from the case to the change, and where it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lif.views.thread.pieces import STAGE_WORDS, BreakSort, Node, Stage, Thread

ALONG: tuple[Stage, ...] = (
    *("origin", "review", "finding", "recommendation", "action"),
    *("evidence", "learning", "repeat", "indicator", "impact"),
)
"""The stages that a thread should pass; what stands beside them is on the page below."""

ALWAYS: frozenset[Stage] = frozenset(("finding", "recommendation", "action", "evidence", "impact"))
"""Stages that are shown also where nothing stands at them."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: the names of what stands at it, each once, and the joints there, in words, by sort."""

    stage: Stage
    name: str
    names: tuple[str, ...]
    broken: tuple[str, ...]
    due: tuple[str, ...]
    settled: tuple[str, ...]


def stages(thread: Thread) -> tuple[StageLine, ...]:
    """The stages of a thread in their order, each thing counted once however often it hangs on it."""
    nodes = [node for node in thread.nodes() if not node.again]
    return tuple(
        _line(stage, [node for node in nodes if node.stage == stage])
        for stage in ALONG
        if stage in ALWAYS or any(node.stage == stage for node in nodes)
    )


def _line(stage: Stage, nodes: list[Node]) -> StageLine:
    names = tuple({node.address or str(id(node)): node.name for node in nodes}.values())
    return StageLine(
        stage,
        STAGE_WORDS[stage],
        names,
        _joints(nodes, "broken"),
        _joints(nodes, "due"),
        _joints(nodes, "settled"),
    )


def _joints(nodes: Iterable[Node], sort: BreakSort) -> tuple[str, ...]:
    return tuple(
        f"{node.name.rstrip('.')}: {joint.words}"
        for node in nodes
        for joint in node.joints
        if joint.sort == sort
    )
