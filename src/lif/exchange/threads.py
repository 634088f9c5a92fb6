"""A golden thread on its way out: as a tree of plain lines, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from lif.diagnostics import visible
from lif.exchange.documents import written_as_json
from lif.views.thread.pieces import SORTS, STAGE_WORDS, Break, Node, Thread

SIGNS = {
    "broken": "✗ breaks here",
    "due": "… to come",
    "unknown": "? not known",
    "settled": "– ends here",
}
"""A sign and words for each sort of joint: never a sign, or a colour, alone."""


def as_text(thread: Thread, width: int | None = None) -> str:
    """The thread as a tree: what led here, then what came of it; broken into lines where a width is given."""
    lines = [
        f"{thread.address}  ({thread.kind}{', illustrative' if thread.illustrative else ''})",
        thread.name,
        "",
        *_breaks(thread, width),
        "",
        "What led here" if thread.up else "What led here: nothing on record",
    ]
    for place, node in enumerate(thread.up):
        lines += _tree(node, "", place == len(thread.up) - 1 and not thread.more, width)
    lines += [f"└─ and {thread.more} more"] if thread.more else []
    lines += ["", "What came of it" if thread.down.below else "What came of it: nothing on record"]
    lines += _tree(thread.down, "", True, width)
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def as_json(thread: Thread, head: Mapping[str, object]) -> str:
    """One object: the head of every document, the thread as nested nodes, and its joints in a list."""
    return written_as_json(
        {
            **head,
            "address": thread.address,
            "kind": thread.kind,
            "name": visible(thread.name),
            "illustrative": thread.illustrative,
            "up": [_node(node) for node in thread.up],
            "more": thread.more,
            "down": _node(thread.down),
            "joints": [
                {"address": node.address, "name": visible(node.name), **_joint(joint)}
                for node, joint in thread.joints(*SORTS)
            ],
        }
    )


def _breaks(thread: Thread, width: int | None) -> Iterator[str]:
    """In how many places the thread breaks, and each of them."""
    broken = thread.joints("broken")
    if not broken:
        yield "The thread does not break anywhere."
        return
    yield f"The thread breaks in {len(broken)} place{'' if len(broken) == 1 else 's'}:"
    for node, joint in broken:
        at = f"  [{node.address}]" if node.address and node.address != node.name else ""
        yield from _broken_up("✗ ", "  ", f"{node.name}{at}: {joint.words}", width)


def _tree(node: Node, lead: str, last: bool, width: int | None) -> Iterator[str]:
    """A node, its joints, and what hangs below it, with lines that show what hangs on what."""
    own, under = ("└─ ", "   ") if last else ("├─ ", "│  ")
    below = "│  " if node.below else "   "
    yield from _broken_up(f"{lead}{own}", f"{lead}{under}{below}", _said(node), width)
    for joint in node.joints:
        first = f"{lead}{under}{below}"
        yield from _broken_up(first, f"{first}  ", f"{SIGNS[joint.sort]}: {joint.words}", width)
    for place, child in enumerate(node.below):
        yield from _tree(child, lead + under, place == len(node.below) - 1 and not node.more, width)
    if node.more:
        yield f"{lead}{under}└─ and {node.more} more"


def _broken_up(first: str, rest: str, text: str, width: int | None) -> Iterator[str]:
    if width is None:
        yield f"{first}{text}"
        return
    yield from wrap(
        text,
        max(width, len(rest) + 24),
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _said(node: Node) -> str:
    """Stage, name, where it stands and its address, in one line."""
    parts = [f"{STAGE_WORDS[node.stage]}: {node.name}"]
    parts += [node.said] if node.said else []
    parts += [f"[{node.address}]"] if node.address else []
    parts += ["illustrative"] if node.illustrative and not node.again else []
    parts += ["(shown above)"] if node.again else []
    return "  ".join(parts)


def _node(node: Node) -> dict[str, object]:
    return {
        "address": node.address or None,
        "stage": node.stage,
        "kind": node.kind,
        "name": visible(node.name),
        "on": node.on.isoformat() if node.on else None,
        "said": visible(node.said),
        "illustrative": node.illustrative,
        "again": node.again,
        "more": node.more,
        "joints": [_joint(joint) for joint in node.joints],
        "below": [_node(child) for child in node.below],
    }


def _joint(joint: Break) -> dict[str, object]:
    return {"sort": joint.sort, "words": visible(joint.words)}
