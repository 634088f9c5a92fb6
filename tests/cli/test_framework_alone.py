"""Commands over a framework by itself: some look at it, the others say that it has no board."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.workspace.test_framework_alone import FRAMEWORK


@pytest.mark.parametrize("command", ["validate", "list", "list theme", "show neglect", "rules list"])
def test_commands_that_look_at_it(workspace: Write, lif: Lif, command: str) -> None:
    assert lif(f"{command} --root {workspace(FRAMEWORK)}").code == 0


@pytest.mark.parametrize(
    "command", ["scorecard", "report framework", "indicators list", "deadlines", "coverage"]
)
def test_commands_that_need_a_board_say_so(workspace: Write, lif: Lif, command: str) -> None:
    root: Path = workspace(FRAMEWORK)
    done = lif(f"{command} --root {root}")
    assert done.code == 2
    assert f"{root.name} is a framework that boards extend, and not a board's workspace" in done.err
