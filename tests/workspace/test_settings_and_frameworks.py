"""lif.yaml and what it builds on: extended, overridden, circled, missing, and folders of other names."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.diagnostics import line
from lif.records.governance import Group
from lif.records.law import Edition
from lif.records.references import Theme
from lif.workspace import Workspace

DAY = date(2025, 5, 20)


def load(workspace: Write, files: dict[str, str], inner: str = "board") -> Workspace:
    """The small board in a folder of its own, with these files beside and in it."""
    root = workspace({f"{inner}/{path}": text for path, text in SMALL.items()} | files)
    return Workspace.load(root / inner, DAY)


def told(workspace: Write, files: dict[str, str]) -> list[str]:
    return [line(each) for each in load(workspace, files).errors]


# lif.yaml itself.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "board: hil\nextends: []\n",
            "lif.yaml:1:8: error S119 there is no board with the id 'hil': did you mean 'hill'? "
            "(correct lif.yaml)",
        ),
        (
            "board: head-of-care\nextends: []\n",
            "lif.yaml:1:8: error S119 there is no board with the id 'head-of-care' (correct lif.yaml)",
        ),
        (
            "extends: []\n",
            "lif.yaml:1:1: error S119 it does not say whose workspace this is: add 'board:' with the id "
            "(correct lif.yaml)",
        ),
        (
            "board: hill\nextends: []\nas_at: 20/05/2025\n",
            "lif.yaml:3:8: error S104 'as_at' is not a date: '20/05/2025' "
            "(write the year first, as in 2025-05-20)",
        ),
        (
            "board: hill\nextends: []\naudience: all\n",
            "lif.yaml:3:11: error S103 'audience' cannot be 'all' (write board or public)",
        ),
        (
            "board: hill\nextends: []\nboards: hill\n",
            "lif.yaml:3:1: error S101 there is no field 'boards' here (did you mean 'board'?)",
        ),
        (
            "board: hill\nextends: []\nfigures:\n  screening: yes\n",
            "lif.yaml:4:14: error S107 'screening' must be true or false, not 'yes' (write true)",
        ),
        (
            "board: hill\nextends: [engalnd]\n",
            "lif.yaml:2:11: error S119 'engalnd' is not a framework: expected england, "
            "england-data, or a folder that "
            "holds framework/ (correct lif.yaml)",
        ),
        (
            "board: hill\nextends: [.]\n",
            "lif.yaml:2:11: error S119 this workspace extends this workspace: a circle (correct lif.yaml)",
        ),
        (
            "board: hill\nextends: []\nfolders:\n  data: dta\n",
            "lif.yaml:4:9: error S119 there is no folder 'dta' (correct lif.yaml)",
        ),
        *(
            (
                f"board: hill\nextends: []\nfolders:\n  {part}: {place}\n",
                f"lif.yaml:4:{5 + len(part)}: error S119 '{place}' leads out of the workspace "
                "(correct lif.yaml)",
            )
            for part in ("framework", "data", "templates")
            for place in ("..", "/", "framework/../..")
        ),
        (
            "- board: hill\n",
            "lif.yaml:1:1: error S111 'the record' must hold named fields, and holds a list "
            "(write 'name: value' lines under it)",
        ),
    ],
)
def test_one_slip_in_lif_yaml_is_one_message(workspace: Write, text: str, said: str) -> None:
    assert told(workspace, {"board/lif.yaml": text}) == [said]


def test_a_lif_yaml_that_cannot_be_read_is_one_message(workspace: Write) -> None:
    (said,) = told(workspace, {"board/lif.yaml": "board: hill\nboard: dale\n"})
    assert said.startswith("lif.yaml:2:1: error R309 ")


def test_settings_that_are_right_count_beside_one_that_is_wrong(workspace: Write) -> None:
    text = "board: hill\nextends: []\nas_at: soon\nfigures:\n  screening: false\n"
    loaded = load(workspace, {"board/lif.yaml": text})
    assert (loaded.settings.board, loaded.settings.figures.screening) == ("hill", False)
    assert (loaded.settings.as_at, len(loaded.errors)) == (None, 1)


def test_records_are_checked_in_spite_of_a_setting_that_does_not_matter_to_them(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: []\naudience: all\n",
        "board/framework/indicators/seen.yaml": indicator("seen", group="neglect-grupo"),
    }
    said = told(workspace, files)
    assert [each.partition(" error ")[2][:4] for each in said] == ["L101", "S103"]
    files["board/lif.yaml"] = "board: hill\nextends: england\n"
    assert [each.partition(" error ")[2][:4] for each in told(workspace, files)] == ["S110"]


def test_what_a_missing_framework_would_hold_is_not_missed_one_by_one(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: [../gone]\n",
        "board/framework/indicators/seen.yaml": indicator("seen", group="of-the-region"),
    }
    assert told(workspace, files) == [
        "lif.yaml:2:11: error S119 '../gone' is not a framework: expected england, "
        "england-data, or a folder that holds "
        "framework/ (correct lif.yaml)"
    ]


# Extending.

REGION = {
    "region/framework/themes.yaml": """
        - id: region-theme
          name: Of the region
        - id: both
          name: The region's
    """,
    "board/framework/themes/both.yaml": "id: both\nname: The board's own\n",
}
EXTENDS = {"board/lif.yaml": "board: hill\nextends: [../region]\n"}


def test_an_installed_framework_by_name(workspace: Write) -> None:
    loaded = load(workspace, {"board/lif.yaml": "board: hill\nextends: [england]\n"})
    assert loaded.errors == ()
    editions = loaded.register.all(Edition)
    assert len(editions) > 10
    entry = loaded.register.entries[editions[0].id]
    assert entry.framework == "england"
    assert entry.path.startswith("england:framework/editions/")


def test_england_is_extended_unless_lif_yaml_says_otherwise(workspace: Write) -> None:
    assert load(workspace, {"board/lif.yaml": "board: hill\n"}).register.all(Edition)
    assert not load(workspace, {"board/lif.yaml": "board: hill\nextends: []\n"}).register.all(Edition)


def test_a_framework_by_path_is_overridden_by_id_and_says_where_it_came_from(workspace: Write) -> None:
    loaded = load(workspace, {**EXTENDS, **REGION})
    assert loaded.errors == ()
    register = loaded.register
    assert register.record(Theme, "both").name == "The board's own"
    assert register.record(Theme, "region-theme").name == "Of the region"
    assert {id_: register.entries[id_].framework for id_ in ("both", "region-theme")} == {
        "both": "",
        "region-theme": "region",
    }
    assert register.entries["region-theme"].path == "region:framework/themes.yaml"


def test_a_framework_that_extends_another_comes_after_it(workspace: Write) -> None:
    files = {
        **EXTENDS,
        **REGION,
        "region/lif.yaml": "extends: [../nation]\n",
        "nation/framework/themes.yaml": "- id: region-theme\n  name: Of the nation\n"
        "- id: nation-theme\n  name: Of the nation\n",
    }
    register = load(workspace, files).register
    assert register.record(Theme, "region-theme").name == "Of the region"
    assert register.entries["nation-theme"].framework == "nation"


def test_the_last_of_two_frameworks_wins(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: [../one, ../two]\n",
        "one/framework/themes.yaml": "- id: same\n  name: One\n",
        "two/framework/themes.yaml": "- id: same\n  name: Two\n",
    }
    assert load(workspace, files).register.record(Theme, "same").name == "Two"


def test_a_framework_reached_by_two_ways_is_read_once(workspace: Write) -> None:
    files = {
        "board/lif.yaml": "board: hill\nextends: [../one, ../two]\n",
        "one/lif.yaml": "extends: [../base]\n",
        "two/lif.yaml": "extends: [../base]\n",
        "one/framework/themes.yaml": "- id: one\n  name: One\n",
        "two/framework/themes.yaml": "- id: two\n  name: Two\n",
        "base/framework/themes.yaml": "- id: base\n  name: Base\n",
    }
    loaded = load(workspace, files)
    assert loaded.errors == ()
    assert {"one", "two", "base"} <= set(loaded.register.entries)


def test_an_override_cannot_be_of_another_kind(workspace: Write) -> None:
    files = {
        **EXTENDS,
        **REGION,
        "region/framework/groups.yaml": "- id: theme-voice\n  name: V\n  tier: subgroup\n",
    }
    assert told(workspace, files) == [
        "framework/themes.yaml:3:7: error I102 the id 'theme-voice' is taken by the record at "
        "region:framework/groups.yaml:1:7 (give one of the two another id)"
    ]


def test_a_slip_in_a_framework_names_it(workspace: Write) -> None:
    files = {**EXTENDS, **REGION, "region/framework/themes.yaml": "- id: region-theme\n"}
    assert told(workspace, files) == [
        "region:framework/themes.yaml:1:3: error S102 the field 'name' is missing (add 'name:' (the theme))"
    ]


def test_a_framework_may_link_to_what_the_board_brings(workspace: Write) -> None:
    group = "- id: far-group\n  name: Far\n  tier: subgroup\n  chair: police-lead\n"
    files = {**EXTENDS, "region/framework/groups.yaml": group}
    loaded = load(workspace, files)
    assert loaded.errors == ()
    assert loaded.register.record(Group, "far-group").chair == "police-lead"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"region/lif.yaml": "extends: [../board]\n"},
            "this workspace extends '../region', which extends this workspace: a circle",
        ),
        (
            {
                "region/lif.yaml": "extends: [../other]\n",
                "other/lif.yaml": "extends: [../region]\n",
                "other/framework/themes.yaml": "- id: other\n  name: Other\n",
            },
            "'../region' extends '../other', which extends '../region': a circle",
        ),
        (
            {"region/lif.yaml": "extends: [../gone]\n"},
            "'../gone', which '../region' extends, is not a framework: expected england, "
            "england-data, or a folder that "
            "holds framework/",
        ),
        (
            {"region/lif.yaml": "extends: england\n"},
            "the lif.yaml of '../region' cannot be used: put it right there first",
        ),
        (
            {"region/lif.yaml": "extends: [\n"},
            "the lif.yaml of '../region' cannot be used: put it right there first",
        ),
    ],
)
def test_what_is_wrong_further_down_is_told_where_this_board_can_see_it(
    workspace: Write, files: dict[str, str], said: str
) -> None:
    assert told(workspace, {**EXTENDS, **REGION, **files}) == [
        f"lif.yaml:2:11: error S119 {said} (correct lif.yaml)"
    ]


# Folders of other names.

FOLDERS = "board: hill\nextends: []\nfolders:\n  framework: records/asked\n  data: records/known\n"


def elsewhere(workspace: Write, files: dict[str, str]) -> Workspace:
    moved = {path.replace("framework/", "records/asked/", 1): text for path, text in SMALL.items()}
    return Workspace.load(
        workspace({**moved, "lif.yaml": FOLDERS, "records/known/x.txt": "x\n", **files}), DAY
    )


def test_folders_of_other_names_are_read_alike(workspace: Write) -> None:
    text = "id: one\ngroup: neglect-group\non: 2025-05-01\n"
    loaded = elsewhere(workspace, {"records/known/meetings/one.yaml": text})
    assert loaded.errors == ()
    assert loaded.board.id == "hill"
    assert loaded.register.entries["one"].path == "records/known/meetings/one.yaml"


def test_what_cannot_be_read_owns_its_id_in_folders_of_other_names_too(workspace: Write) -> None:
    files = {
        "records/asked/groups/new-group.yaml": "id: new-group\n\tname: New\n",
        "records/asked/indicators/seen.yaml": indicator("seen", group="new-group"),
    }
    (found,) = elsewhere(workspace, files).errors
    assert line(found).startswith("records/asked/groups/new-group.yaml:2:1: error R212 ")


def test_a_framework_keeps_its_own_names_of_folders(workspace: Write) -> None:
    files = {
        **EXTENDS,
        "region/lif.yaml": "extends: []\nfolders:\n  framework: rules\n",
        "region/rules/themes.yaml": "- id: region-theme\n  name: Of the region\n",
    }
    loaded = load(workspace, files)
    assert loaded.errors == ()
    assert loaded.register.entries["region-theme"].path == "region:rules/themes.yaml"
