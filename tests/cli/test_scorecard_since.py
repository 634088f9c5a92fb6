"""The scorecard tells, in few lines, what has changed since the board last met."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.board import BOARD, Lif
from tests.cli.test_changes import MEETING, SURVEY
from tests.repositories import committed, git

MARCH = {
    "data/meetings/hill-board-2025-03-11.yaml": """
        id: hill-board-2025-03-11
        group: hill-board
        on: 2025-03-11
        held: true
    """
}
SLIPPED = dedent(BOARD[SURVEY]) + dedent("""
    due_changes:
      - on: 2025-06-10
        from_due: 2025-07-20
        to_due: 2025-09-30
        reason: |
          The survey tool came late.
        agreed_by: hill-board
""")


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "board"
    committed(folder, {**BOARD, **MARCH}, "2025-02-20")
    now = {SURVEY: SLIPPED, "data/meetings/hill-board-2025-06-10.yaml": MEETING}
    committed(folder, now, "2025-06-12")
    monkeypatch.chdir(folder)
    return folder


def made(lif: Lif, folder: Path, line: str, quarter: str = "2024-25-Q4") -> tuple[str, dict[str, object]]:
    out = folder.parent / "out"
    ran = lif(f"scorecard --quarter {quarter} --draft {line} --format md,json --out {out}")
    assert ran.code == 0, ran.err
    [page], [data] = out.glob("*.md"), out.glob("*.json")
    return page.read_text(encoding="utf-8"), json.loads(data.read_text(encoding="utf-8"))


def test_it_counts_from_the_last_meeting_before_the_paper(lif: Lif, history: Path) -> None:
    page, data = made(lif, history, "--as-at 2025-06-10")
    assert "### What has changed since the Hill board met on 11 March 2025" in page
    assert "lif changes --since 2025-03-11" in page
    assert "told from the dates" not in page
    changed = data["changed"]
    assert isinstance(changed, dict)
    assert changed["why_dates"] == ""
    later, _ = made(lif, history, "--as-at 2025-06-30")
    assert "### What has changed since the Hill board met on 10 June 2025" in later


def test_what_somebody_should_account_for_is_named_with_who_agreed(lif: Lif, history: Path) -> None:
    page, _ = made(lif, history, "--as-at 2025-06-10")
    assert "| **A survey of staff**<br>action put back | 20 July 2025 | 30 September 2025 |" in page
    assert "Hill board, minute 4.2" in page


def test_a_shallow_clone_says_that_dates_alone_tell(
    lif: Lif, history: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{history}", "shallow/board")
    monkeypatch.chdir(tmp_path / "shallow" / "board")
    page, _ = made(lif, tmp_path / "shallow" / "board", "--as-at 2025-06-10")
    assert "told from the dates in the records alone" in page
    assert "git fetch --unshallow" in page


def test_a_board_that_never_met_is_told_nothing(lif: Lif, history: Path) -> None:
    page, data = made(lif, history, "--as-at 2024-08-01", "2023-24-Q4")
    assert "What has changed since" not in page
    assert data["changed"] is None
