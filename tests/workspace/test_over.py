"""A workspace read with other bytes in place of its files: what would be written, before it is."""

from __future__ import annotations

from datetime import date

from tests.folders import Write
from tests.small_board import SMALL

from lif.records.governance import Group
from lif.workspace import Workspace

DAY = date(2025, 5, 20)
NEW = b"""id: voice-group
name: Voice sub group
tier: subgroup
remit: |
  The voice of children.
chair: chair-neglect
"""


def test_what_stands_over_a_file_is_read_in_its_place(workspace: Write) -> None:
    root = workspace(SMALL)
    path = "framework/agencies.yaml"
    found = Workspace.load(root, DAY, over={path: (root / path).read_bytes() + b"- nonsense\n"})
    assert [d.location.path for d in found.errors] == [path]
    assert not Workspace.load(root, DAY).errors


def test_a_file_that_is_not_there_is_read_as_if_it_were(workspace: Write) -> None:
    root = workspace(SMALL)
    found = Workspace.load(root, DAY, over={"framework/groups/voice-group.yaml": NEW})
    assert found.register.find(Group, "voice-group") is not None
    assert Workspace.load(root, DAY).register.find(Group, "voice-group") is None


def test_personal_data_that_would_be_written_is_found(workspace: Write) -> None:
    root = workspace(SMALL)
    telling = NEW.replace(b"  The voice of children.\n", b"  Her NHS number is 943 476 5919.\n")
    found = Workspace.load(root, DAY, over={"framework/groups/voice-group.yaml": telling})
    assert [d.code for d in found.errors if d.code.startswith("P")]


def test_the_settings_can_be_read_as_they_would_stand(workspace: Write) -> None:
    root = workspace(SMALL)
    found = Workspace.load(root, DAY, over={"lif.yaml": b"board: nobody\nextends: []\n"})
    assert any("nobody" in d.message for d in found.errors)
