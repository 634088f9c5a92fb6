"""A framework that boards extend, looked at by itself: what is checked, and what only a board can bring."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write

from lif.diagnostics import line
from lif.workspace import Workspace, frameworks
from lif.workspace.frameworks import installed_names

DAY = date(2025, 5, 20)
FRAMEWORK = {
    "lif.yaml": "extends: []\n",
    "framework/themes.yaml": "- id: neglect\n  name: Neglect\n",
    "framework/indicators/seen.yaml": """
        id: seen
        to_be_completed: true
        name: Children seen
        domain: Front door
        definition: |
          Children seen within five days.
        numerator: seen in time
        denominator: seen
        unit: percent
        counts: children
        polarity: high
        outcomes_class: how-well
        source_return: The census
        themes: [neglect]
        measures:
          - id: year
            period_kind: financial-year
            series: published
    """,
    "framework/series-breaks/break-seen.yaml": """
        id: break-seen
        measure: seen/year
        period: 2020-21
        reason: |
          Counted anew.
    """,
}


def told(workspace: Write, files: dict[str, str]) -> list[str]:
    return [line(each) for each in Workspace.load(workspace(FRAMEWORK | files), DAY).diagnostics]


def test_a_framework_needs_no_board_and_none_of_what_boards_bring(workspace: Write) -> None:
    loaded = Workspace.load(workspace(FRAMEWORK), DAY)
    assert loaded.is_framework
    assert loaded.diagnostics == ()


@pytest.mark.parametrize(
    "belongs", ["data/meetings/one.yaml", "framework/boards/hill.yaml", "framework/boards.yaml"]
)
def test_a_board_that_does_not_name_itself_is_told(workspace: Write, belongs: str) -> None:
    said = told(workspace, {belongs: "id: one\n"})
    assert "lif.yaml:1:1: error S119 it does not say whose workspace this is: add 'board:' with the id " in [
        each.partition("(")[0] for each in said
    ]


def test_links_of_records_and_of_patterns_are_followed(workspace: Write) -> None:
    seen = FRAMEWORK["framework/indicators/seen.yaml"]
    files = {
        "framework/indicators/seen.yaml": seen.replace("[neglect]", "[neglct]"),
        "framework/series-breaks/break-seen.yaml": FRAMEWORK[
            "framework/series-breaks/break-seen.yaml"
        ].replace("seen/year", "seen/yeer"),
    }
    assert told(workspace, files) == [
        "framework/indicators/seen.yaml:14:10: error L101 there is no 'neglct' (did you mean 'neglect'?)",
        "framework/series-breaks/break-seen.yaml:2:10: error L101 there is no 'seen/yeer' "
        "('seen' has no such item)",
    ]


def test_a_link_to_a_pattern_of_another_kind_is_told(workspace: Write) -> None:
    seen = FRAMEWORK["framework/indicators/seen.yaml"].replace("[neglect]", "[seen]")
    (said,) = told(workspace, {"framework/indicators/seen.yaml": seen})
    assert said.startswith("framework/indicators/seen.yaml:14:10: error L102 'seen' is an indicator")


def test_a_slip_in_a_pattern_is_told_and_what_it_leaves_open_is_not(workspace: Write) -> None:
    seen = FRAMEWORK["framework/indicators/seen.yaml"].replace("polarity: high", "polarity: up")
    (said,) = told(workspace, {"framework/indicators/seen.yaml": seen})
    assert said.startswith("framework/indicators/seen.yaml:11:11: error S103 ")


def test_what_it_extends_is_read_too(workspace: Write) -> None:
    root = workspace(
        {f"region/{path}": text for path, text in FRAMEWORK.items() if "themes" not in path}
        | {"region/lif.yaml": "extends: [../nation]\n", "nation/framework/themes.yaml": "- id: neglect\n"}
        | {"nation/framework/themes.yaml": FRAMEWORK["framework/themes.yaml"]}
    )
    loaded = Workspace.load(root / "region", DAY)
    assert loaded.diagnostics == () and loaded.is_framework


@pytest.mark.parametrize("name", installed_names())
def test_frameworks_that_come_with_lif_are_in_order_by_themselves(
    name: str, workspace: Write, tmp_path: Path
) -> None:
    installed = Path(frameworks.__file__).parent.parent / "frameworks" / name
    shutil.copytree(installed, tmp_path / "copy")
    if not (installed / "lif.yaml").exists():
        workspace({"copy/lif.yaml": "extends: []\n"})
    loaded = Workspace.load(tmp_path / "copy", DAY)
    assert [line(each) for each in loaded.diagnostics] == []
    assert loaded.is_framework and (loaded.register.entries or loaded.register.patterns)


def test_frameworks_among_the_examples_are_in_order(root: Path) -> None:
    folders = [path.parent for path in root.glob("examples/*/lif.yaml") if "board:" not in path.read_text()]
    assert folders
    for folder in folders:
        loaded = Workspace.load(folder, DAY)
        assert loaded.is_framework
        assert [line(each) for each in loaded.diagnostics] == []


def test_the_installed_framework_stands_by_itself(workspace: Write) -> None:
    root = workspace(
        {"lif.yaml": "extends: [england]\n", "framework/themes.yaml": FRAMEWORK["framework/themes.yaml"]}
    )
    loaded = Workspace.load(root, DAY)
    assert loaded.diagnostics == () and len(loaded.register.entries) > 50
