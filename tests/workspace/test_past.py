"""The workspace as it stood at a commit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.repositories import committed
from tests.small_board import SMALL

from lif.history import NotHere
from lif.records.governance import Group
from lif.records.references import Theme
from lif.workspace.past import at_commit

DAY = date(2025, 5, 20)
THEMES = "- id: theme-then\n  name: As it was\n"


def test_records_stand_as_they_stood(tmp_path: Path) -> None:
    first = committed(tmp_path, {**SMALL, "framework/themes.yaml": THEMES}, "2025-01-10")
    committed(tmp_path, {"framework/themes.yaml": THEMES.replace("was", "is")}, "2025-02-10")
    past = at_commit(tmp_path, first, DAY)
    assert past.register.record(Theme, "theme-then").name == "As it was"
    assert (past.as_at, past.settings.board, past.diagnostics) == (DAY, "hill", ())


def test_nothing_of_it_is_left_on_the_disk_and_nothing_here_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    board = tmp_path / "board"
    first = committed(board, SMALL, "2025-01-10")
    before = sorted(path.name for path in board.iterdir())
    past = at_commit(board, first, DAY)
    assert list(passing.iterdir()) == []
    assert sorted(path.name for path in board.iterdir()) == before
    assert past.register.record(Group, "top-board").name == "Top board"


def test_records_of_an_older_kind_are_told_and_the_others_read(tmp_path: Path) -> None:
    old = {**SMALL, "framework/themes.yaml": THEMES, "framework/priorities.yaml": "- id: p\n  colour: red\n"}
    first = committed(tmp_path, old, "2025-01-10")
    past = at_commit(tmp_path, first, DAY)
    assert past.register.record(Theme, "theme-then").name == "As it was"
    assert "p" in past.register.unreadable


def test_settings_that_cannot_be_read_whole_still_say_where_things_stand(tmp_path: Path) -> None:
    moved = {path.replace("framework/", "asked/"): text for path, text in SMALL.items()}
    said = "board: hill\nextends: []\nshape: round\nfolders:\n  framework: asked\n"
    first = committed(tmp_path, {**moved, "lif.yaml": said, "data/themes.yaml": "[]"}, "2025-01-10")
    assert at_commit(tmp_path, first, DAY).register.record(Group, "top-board").name == "Top board"


def test_a_framework_in_a_folder_beside_it_is_taken_along(tmp_path: Path) -> None:
    files = {f"boards/hill/{path}": text for path, text in SMALL.items()}
    files["boards/hill/lif.yaml"] = "board: hill\nextends: [../../shire]\n"
    files["shire/framework/themes.yaml"] = THEMES
    first = committed(tmp_path, files, "2025-01-10")
    past = at_commit(tmp_path / "boards" / "hill", first, DAY)
    assert past.register.record(Theme, "theme-then").name == "As it was"
    assert past.diagnostics == ()


def test_before_the_board_began_there_is_no_workspace(tmp_path: Path) -> None:
    first = committed(tmp_path, {"README.md": "Nothing yet.\n"}, "2025-01-10")
    committed(tmp_path, SMALL, "2025-02-10")
    with pytest.raises(NotHere, match=r"holds no lif\.yaml"):
        at_commit(tmp_path, first, DAY)
