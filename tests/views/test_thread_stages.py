"""The thread in stages: each thing once, joints at their stage, and no stage that matters left out."""

from __future__ import annotations

from datetime import date

from lif.views.thread.pieces import Break, Node, Thread
from lif.views.thread.stages import stages


def node(stage: str, name: str, *below: Node, joints: tuple[Break, ...] = (), again: bool = False) -> Node:
    return Node(f"{name}-id", stage, "kind", name, None, "", False, joints, below, again)  # type: ignore[arg-type]


def test_each_thing_is_counted_once_and_each_joint_stands_at_its_stage() -> None:
    late = node(
        "action", "Ring first.", joints=(Break("broken", "nothing shows it"), Break("due", "to come"))
    )
    again = node("action", "Ring first.", joints=(Break("broken", "nothing shows it"),), again=True)
    down = node("review", "Review", node("finding", "One", late), node("finding", "Two", again))
    thread = Thread("r", "review", "Review", date(2025, 1, 1), (node("origin", "Case"),), down)
    found = {line.stage: line for line in stages(thread)}
    assert [line.stage for line in stages(thread)] == [
        *("origin", "review", "finding", "recommendation", "action", "evidence", "impact")
    ]
    assert found["finding"].names == ("One", "Two")
    assert found["action"].names == ("Ring first.",)
    assert found["action"].broken == ("Ring first: nothing shows it",)
    assert found["action"].due == ("Ring first: to come",)
    assert (found["recommendation"].names, found["evidence"].broken) == ((), ())
