"""`lif set` where a board's record builds on a framework's: what stands beneath is kept, or it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.board import BOARD, Lif, Write

OWN = "board/framework/priorities/early-help.yaml"


@pytest.fixture
def built(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board whose priority builds on that of a region."""
    files = {f"board/{path}": text for path, text in BOARD.items() if "priorities" not in path}
    priorities = BOARD["framework/priorities.yaml"]
    files["board/lif.yaml"] = "board: hill\nextends: [../region]\nas_at: 2025-06-30\n"
    files["board/framework/priorities/priority-neglect.yaml"] = "\n".join(
        line.replace("- id", "  id", 1)[10:] if line.strip() else line for line in priorities.split("\n")
    )
    files[OWN] = "id: early-help\nbuilds_on: region\nlead: neglect-group\n"
    files["region/lif.yaml"] = "extends: []\n"
    files["region/framework/themes.yaml"] = "- id: timeliness\n  name: Timeliness\n"
    files["region/framework/priorities/early-help.yaml"] = """
        id: early-help
        number: "9"
        name: Early help
        rationale: |
          It is late.
        outcomes:
          - id: sooner
            text: |
              Help comes sooner.
        themes:
          - timeliness
    """
    root = workspace(files)
    monkeypatch.chdir(root / "board")
    return root


def test_a_field_of_the_framework_is_said_otherwise_in_the_boards_own_file(lif: Lif, built: Path) -> None:
    ran = lif("set early-help name 'Help that is early' --as-at workspace")
    assert (ran.code, ran.out) == (0, "framework/priorities/early-help.yaml\n"), ran.err
    assert (built / OWN).read_text(encoding="utf-8") == (
        "id: early-help\nname: Help that is early\nbuilds_on: region\nlead: neglect-group\n"
    )


def test_what_only_the_framework_says_cannot_be_taken_away(lif: Lif, built: Path) -> None:
    before = (built / OWN).read_bytes()
    ran = lif("set early-help name --clear --as-at workspace")
    assert (ran.code, ran.out) == (2, "")
    assert "a board cannot take it away there" in ran.err
    assert (built / OWN).read_bytes() == before


def test_a_record_of_the_framework_alone_is_refused_with_how_to_differ(lif: Lif, built: Path) -> None:
    ran = lif("set timeliness name Late --as-at workspace")
    assert ran.code == 2
    assert "write a record with the same id and builds_on: region" in ran.err


def test_a_list_grows_with_what_the_framework_has_in_it(lif: Lif, built: Path) -> None:
    """A list of the board's own takes the place of the framework's, so that one member would be all."""
    ran = lif("set early-help themes neglect --add --as-at workspace")
    assert ran.code == 0, ran.err
    assert "themes:\n  - timeliness\n  - neglect\n" in (built / OWN).read_text(encoding="utf-8")


def test_an_item_of_the_framework_is_worded_otherwise_beside_it(lif: Lif, built: Path) -> None:
    ran = lif("set early-help/sooner text 'Help comes in a week.' --as-at workspace")
    assert ran.code == 0, ran.err
    text = (built / OWN).read_text(encoding="utf-8")
    assert "outcomes:\n  - id: sooner\n    text: |\n      Help comes in a week.\n" in text
    before = (built / OWN).read_bytes()
    ran = lif("set early-help/later text x --as-at workspace")
    assert (ran.code, ran.out) == (2, "")
    assert "early-help has no item 'later'" in ran.err
    assert (built / OWN).read_bytes() == before
