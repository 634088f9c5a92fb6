"""Changes are seen and judged as they would stand, and written whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import SMALL

from lif.records.governance import Group
from lif.records.references import Theme
from lif.source.writing import CannotWrite
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations, CannotAlter

DAY = date(2025, 5, 20)


@pytest.fixture
def root(workspace: Write) -> Path:
    return workspace(SMALL)


def altering(root: Path) -> Alterations:
    return Alterations(Workspace.load(root, DAY))


def test_a_field_of_a_record_in_a_list_is_changed_and_nothing_else(root: Path) -> None:
    before = (root / "framework/groups.yaml").read_text(encoding="utf-8")
    found = altering(root)
    found.put("neglect-group", ("name",), "Neglect sub group")
    assert found.problems() == ()
    assert [line for line in found.diff().splitlines() if line[0] in "+-"] == [
        "--- a/framework/groups.yaml",
        "+++ b/framework/groups.yaml",
        "-  name: Neglect group",
        "+  name: Neglect sub group",
    ]
    assert (root / "framework/groups.yaml").read_text(encoding="utf-8") == before
    assert found.write() == ["framework/groups.yaml"]
    after = (root / "framework/groups.yaml").read_text(encoding="utf-8")
    assert after == before.replace("Neglect group", "Neglect sub group")


def test_what_a_change_would_bring_is_told_and_what_was_wrong_before_is_not(root: Path) -> None:
    (root / "framework/themes.yaml").open("a", encoding="utf-8").write("- id: Bad Id\n  name: X\n")
    found = altering(root)
    assert found.workspace.errors
    found.put("neglect-group", ("reports_to",), "no-such-group")
    (problem,) = found.problems()
    assert (problem.record, problem.field) == ("neglect-group", "reports_to")
    assert problem.location.path == "framework/groups.yaml"


def test_a_new_record_joins_the_list_of_its_kind_or_has_its_own_file(root: Path) -> None:
    found = altering(root)
    assert found.new(Theme, {"id": "theme-health", "name": "Health"}) == "framework/themes.yaml"
    assert (
        found.new(Group, {"id": "x-group", "name": "X", "tier": "subgroup", "reports_to": "top-board"})
        == "framework/groups.yaml"
    )
    assert found.after().register.find(Theme, "theme-health") is not None
    (root / "framework/themes.yaml").rename(root / "framework/themes-were.txt")
    other = Alterations(Workspace.load(root, DAY))
    assert other.new(Theme, {"id": "theme-health", "name": "Health"}) == "framework/themes/theme-health.yaml"


@pytest.mark.parametrize(
    ("record", "said"),
    [("nobody", "there is no record 'nobody'"), ("hill-town", "")],
)
def test_what_cannot_be_altered(root: Path, record: str, said: str) -> None:
    found = altering(root)
    if not said:
        found.put(record, ("name",), "Hill and Dale")
        assert len(found.writes) == 1
        return
    with pytest.raises(CannotAlter, match=said):
        found.put(record, ("name",), "X")


def test_an_id_that_is_taken(root: Path) -> None:
    with pytest.raises(
        CannotAlter, match=r"the id 'theme-voice' is taken: it stands in framework/themes\.yaml"
    ):
        altering(root).new(Theme, {"id": "theme-voice", "name": "X"})


def test_a_change_that_says_what_stands_there_writes_nothing(root: Path) -> None:
    found = altering(root)
    found.put("neglect-group", ("name",), "Neglect group")
    assert found.writes == ()
    assert found.write() == []


def test_somebody_else_was_quicker(root: Path) -> None:
    found = altering(root)
    found.put("neglect-group", ("name",), "Mine")
    path = root / "framework/groups.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Audit group", "Theirs"), encoding="utf-8")
    with pytest.raises(CannotWrite, match="was changed by somebody else since it was read"):
        found.write()
    assert "Mine" not in path.read_text(encoding="utf-8")


def test_of_several_files_all_are_written_or_none(root: Path) -> None:
    found = altering(root)
    found.put("neglect-group", ("name",), "Mine")
    found.put("theme-voice", ("name",), "Mine too")
    (root / "framework/themes.yaml").chmod(0o444)
    with pytest.raises(CannotWrite, match=r"framework/themes\.yaml can only be read"):
        found.write()
    assert "Mine" not in (root / "framework/groups.yaml").read_text(encoding="utf-8")
    (root / "framework/themes.yaml").chmod(0o644)
    assert found.write() == ["framework/groups.yaml", "framework/themes.yaml"]
