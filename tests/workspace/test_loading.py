"""Loading: every slip is told once, with its place, and what could not be read still owns its name."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.checks.finding import Finding, check
from lif.diagnostics import line
from lif.records.governance import Group
from lif.register import Register
from lif.workspace import NoWorkspace, Workspace, find_root
from lif.workspace.loading import BrokenCheckError

DAY = date(2025, 5, 20)


THEMES = "- id: theme-neglect\n  name: Neglect\n- id: theme-voice\n  name: Voice of the child\n"


def told(workspace: Write, files: dict[str, str]) -> list[str]:
    """What is said of the small board with these files."""
    return [line(each) for each in Workspace.load(workspace({**SMALL, **files}), DAY).errors]


def test_the_small_board_is_in_order(workspace: Write) -> None:
    loaded = Workspace.load(workspace(SMALL), DAY)
    assert loaded.errors == ()
    assert (loaded.board.id, loaded.settings.as_at, loaded.as_at, loaded.files) == (
        "hill",
        DAY,
        DAY,
        len(SMALL) - 1,
    )


def test_without_a_lif_yaml_there_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match=r"there is no lif\.yaml in"):
        Workspace.load(tmp_path, DAY)
    with pytest.raises(NoWorkspace, match="go to a board's folder, or name one with --root"):
        find_root(tmp_path)


def test_the_nearest_folder_upwards_counts(workspace: Write) -> None:
    root = workspace({**SMALL, "inner/lif.yaml": "board: hill\n", "inner/deep/x.txt": "x\n"})
    assert find_root(root / "framework" / "boards") == root
    assert find_root(root / "inner" / "deep") == root / "inner"


# One file.


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        (
            "framework/groups/new-group.yaml",
            "id: new-grupo\nname: New\ntier: subgroup\n",
            "framework/groups/new-group.yaml:1:5: error I101 the id is 'new-grupo' and the file is named "
            "'new-group' (make them the same)",
        ),
        (
            "framework/groups/neglect-group.yaml",
            "id: neglect-group\nname: Again\ntier: subgroup\n",
            "framework/groups/neglect-group.yaml:1:5: error I102 the id 'neglect-group' is taken by the "
            "record at framework/groups.yaml:8:7 (give one of the two another id)",
        ),
        (
            "framework/themes/police.yaml",
            "id: police\nname: Police\n",
            "framework/themes/police.yaml:1:5: error I102 the id 'police' is taken by the record "
            "at framework/agencies.yaml:4:7 (give one of the two another id)",
        ),
        (
            "framework/group/new-group.yaml",
            "id: new-group\nname: New\ntier: subgroup\n",
            "framework/group/new-group.yaml:1:1: error S117 'framework/group' is not a folder of records "
            "(did you mean 'framework/groups'?)",
        ),
        (
            "data/loose.yaml",
            "id: loose\n",
            "data/loose.yaml:1:1: error S117 'data/loose' is not a folder of records "
            "(see `lif schema --list`)",
        ),
        (
            "framework/groups/new-group.yaml",
            "- id: new-group\n  name: New\n  tier: subgroup\n",
            "framework/groups/new-group.yaml:1:1: error S116 expected one record, and found a list "
            "(a file in the folder of a kind holds one record; ID.yaml names it)",
        ),
        (
            "data/meetings.yaml",
            "id: one\ngroup: neglect-group\non: 2025-05-01\n",
            "data/meetings.yaml:1:1: error S116 expected a list of records, and found one record "
            "(a file in the folder of a kind holds one record; ID.yaml names it)",
        ),
        (
            "framework/groups/new-group.yml",
            "id: new-group\nname: New\ntier: subgroup\n",
            "framework/groups/new-group.yml:1:1: error R107 this name ends in '.yml'; '.yaml' was expected "
            "(rename the file to end in '.yaml')",
        ),
        (
            "framework/groups/new-group.yaml",
            "id: new-group\nname: New\ntier: sub\n",
            "framework/groups/new-group.yaml:3:7: error S103 'tier' cannot be 'sub' "
            "(write leadership, operational or subgroup)",
        ),
        (
            "framework/groups/new-group.yaml",
            "id: new-group\nnmae: New\nname: New\ntier: subgroup\n",
            "framework/groups/new-group.yaml:2:1: error S101 there is no field 'nmae' here "
            "(did you mean 'name'?)",
        ),
        (
            "data/meetings.yaml",
            "- id: one\n  group: neglect-group\n  on: 2025-05-01\n"
            "- id: one\n  group: neglect-group\n  on: 2025-05-02\n",
            "data/meetings.yaml:4:7: error I102 the id 'one' is taken by the record at "
            "data/meetings.yaml:1:7 (give one of the two another id)",
        ),
        (
            "data/meetings.yaml",
            "- id: one\n  group: neglect-group\n  on: 2025-05-01\n  held: true\n"
            "  decisions:\n    - id: d\n      text: Go on.\n    - id: d\n      text: Stop.\n",
            "data/meetings.yaml:8:11: error I103 the item id 'd' stands twice in this record "
            "(give one of the two another id)",
        ),
        (
            "framework/groups/new-group.yaml",
            "id: new-group\nname: New\ntier: subgroup\nchair: heads-of-care\n",
            "framework/groups/new-group.yaml:4:8: error L101 there is no 'heads-of-care' "
            "(did you mean 'head-of-care'?)",
        ),
    ],
)
def test_a_slip_is_told_once_with_its_place(workspace: Write, path: str, text: str, said: str) -> None:
    assert told(workspace, {path: text}) == [said]


def test_a_deeper_folder_is_still_of_its_kind(workspace: Write) -> None:
    root = workspace(
        {**SMALL, "framework/groups/old/past-group.yaml": "id: past-group\nname: P\ntier: subgroup\n"}
    )
    assert Workspace.load(root, DAY).register.find(Group, "past-group") is not None


def test_each_record_knows_where_it_stands(workspace: Write) -> None:
    root = workspace(
        {**SMALL, "framework/groups/one-group.yaml": "id: one-group\nname: One\ntier: subgroup\n"}
    )
    entries = Workspace.load(root, DAY).register.entries
    found = {
        id_: (entries[id_].path, entries[id_].index) for id_ in ("top-board", "neglect-group", "one-group")
    }
    assert found == {
        "top-board": ("framework/groups.yaml", 0),
        "neglect-group": ("framework/groups.yaml", 2),
        "one-group": ("framework/groups/one-group.yaml", None),
    }


def test_a_swallowed_line_is_told_of_its_own_record_only(workspace: Write) -> None:
    text = "- id: one\n  name: First\n- id: two\n  name: Second\n    name\n- id: three\n  name: Third\n"
    loaded = Workspace.load(workspace({**SMALL, "framework/themes.yaml": text + THEMES}), DAY, checks=())
    (found,) = loaded.diagnostics
    assert line(found) == (
        "framework/themes.yaml:4:9: warning S121 'name' goes on in the next line "
        "(is that line a field of its own, indented by mistake?)"
    )
    assert found.record == "two"


# What cannot be read still owns its id, so that links to it are no errors.

LINKING = {"framework/indicators/seen.yaml": indicator("seen", group="new-group")}


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("framework/groups/new-group.yaml", "id: new-group\n  name: [\n", "R3"),
        ("framework/groups/new-group.yaml", "id: new-group\nname: New\n", "S102"),
        ("framework/groups/new-group.yaml", "id: new-grupe\nname: New\ntier: subgroup\n", "I101"),
        ("framework/groups/new-group.yaml", "id: new-grupe\nname: New\n", "I101"),
        ("framework/groups/new-group.yml", "id: new-group\nname: New\ntier: subgroup\n", "R107"),
        ("framework/groups.yaml", "- id: [\n", "R3"),
    ],
)
def test_what_cannot_be_read_still_owns_its_id(workspace: Write, path: str, text: str, code: str) -> None:
    found = told(workspace, {**LINKING, path: text})
    assert found
    assert not [each for each in found if " L101 " in each]
    assert any(f" {code}" in each for each in found)


def test_a_broken_record_in_a_list_spoils_no_other(workspace: Write) -> None:
    text = "- id: one\n  group: neglect-group\n- id: two\n  group: neglect-group\n  on: 2025-05-01\n"
    loaded = Workspace.load(workspace({**SMALL, "data/meetings.yaml": text}), DAY)
    assert [line(each) for each in loaded.errors] == [
        "data/meetings.yaml:1:3: error S102 the field 'on' is missing (add 'on:' (the day))"
    ]
    assert (loaded.register.get("two") is not None, "one" in loaded.register.unreadable) == (True, True)


def test_a_board_that_cannot_be_read_is_told_once(workspace: Write) -> None:
    assert len(told(workspace, {"framework/boards/hill.yaml": "id: hill\nname: Hill\narea: [\n"})) == 1
    found = told(workspace, {"framework/boards/hill.yaml": "id: hill\nname: Hill\narea: hill-town\n"})
    assert [each.partition(" error ")[2][:4] for each in found] == ["S102"]


def test_everything_is_told_in_order_of_place(workspace: Write) -> None:
    files = {
        f"framework/groups/{id_}.yaml": f"id: {id_}\nname: N\ntier: {tier}\nmeets: {meets}\n"
        for id_, tier, meets in (("z-group", "low", "often"), ("a-group", "high", "never"))
    }
    found = Workspace.load(workspace({**SMALL, **files}), DAY).errors
    assert list(found) == sorted(found, key=lambda each: each.sort_key)
    assert [(each.record, each.field) for each in found] == [
        ("a-group", "tier"),
        ("a-group", "meets"),
        ("z-group", "tier"),
        ("z-group", "meets"),
    ]


def test_hundreds_of_slips_in_one_file_are_told_up_to_a_point(workspace: Write) -> None:
    text = "id: one\ngroup: neglect-group\non: 2025-05-01\ndecisions:\n" + "  - none\n" * 150
    found = told(workspace, {"data/meetings/one.yaml": text})
    assert len(found) == 101
    assert any("and 50 more problems in this file" in each for each in found)


# Checks.


@check("L999")
def crashing(register: Register, as_at: date) -> Iterator[Finding]:
    """A check that is at fault."""
    raise ZeroDivisionError("Jane Smith")
    yield


@check("L998")
def about_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """A check that finds something about a record that is not there."""
    yield Finding("nobody", ("on",), "nobody is there")


def test_a_check_that_crashes_is_never_a_pass(workspace: Write) -> None:
    with pytest.raises(BrokenCheckError, match=r"the check L999 \(crashing\) failed") as caught:
        Workspace.load(workspace(SMALL), DAY, checks=[crashing])
    assert caught.value.check == "L999 (crashing)"
    assert "Smith" not in str(caught.value)


def test_a_finding_without_a_record_has_a_place_all_the_same(workspace: Write) -> None:
    (found,) = Workspace.load(workspace(SMALL), DAY, checks=[about_nobody]).diagnostics
    assert line(found) == "lif.yaml:1:1: error L998 nobody is there"


def test_collecting_of_rubbish_is_as_it_was(workspace: Write) -> None:
    root = workspace(SMALL)
    for wanted in (True, False):
        (gc.enable if wanted else gc.disable)()
        try:
            Workspace.load(root, DAY, checks=())
            assert gc.isenabled() is wanted
        finally:
            gc.enable()
