"""`lif report changes`: since when, from which commit, and what is said where history does not reach."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

BRIEFING = "data/actions/act-2024-briefing.yaml"
INTERVIEWS = "data/actions/act-2024-interviews.yaml"
MEETINGS = {
    "data/meetings/hill-board-2025-03-11.yaml": """
        id: hill-board-2025-03-11
        group: hill-board
        on: 2025-03-11
        held: true
    """,
    "data/meetings/neglect-2025-05-01.yaml": """
        id: neglect-2025-05-01
        group: neglect-group
        on: 2025-05-01
        held: true
    """,
    "data/meetings/hill-board-2025-06-10.yaml": """
        id: hill-board-2025-06-10
        group: hill-board
        on: 2025-06-10
        held: false
    """,
}
MOVED = {
    INTERVIEWS: dedent(BOARD[INTERVIEWS]).replace("due: 2024-12-31", "due: 2024-11-30", 1),
    "data/actions/act-2025-late.yaml": dedent(BOARD["data/actions/act-2025-survey.yaml"])
    .replace("act-2025-survey", "act-2025-late")
    .replace("A survey of staff", "Entered late")
    .replace("agreed_on: 2025-05-12", "agreed_on: 2025-02-01"),
}


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A board with a commit in February and one in May; a due date was altered in between."""
    folder = tmp_path / "board"
    committed(folder, {**BOARD, **MEETINGS}, "2025-02-20")
    committed(folder, MOVED, "2025-05-20")
    monkeypatch.chdir(folder)
    return folder


def changed(lif: Lif, line: str = "", code: int = 0) -> str:
    ran = lif(f"report changes --as-at workspace --draft {line}")
    assert ran.code == code, ran.err
    return ran.out if code == 0 else ran.err


def test_it_counts_from_the_boards_last_meeting_that_was_held(lif: Lif, history: Path) -> None:
    text = changed(lif)
    assert text.startswith("# What has changed since the Hill board met on 11 March 2025\n")
    assert "| **Period** | 11 March 2025 to 30 June 2025 |" in text
    first = git(history, "rev-parse", "HEAD~1")
    assert f"the records at commit {first[:12]} of 20 February 2025, beside those of now" in text
    assert "| **Entered late** |" in text
    assert "| the due date that was first agreed | 31 December 2024 | 30 November 2024 |" in text
    assert "1. Challenge what was altered without a logged change: Interviews within three days" in text


@pytest.mark.parametrize("since", ["2025-05-20", "neglect-2025-05-01", "HEAD", "main"])
def test_a_day_a_meeting_or_a_commit_can_be_named(lif: Lif, history: Path, since: str) -> None:
    text = changed(lif, f"--since {since}")
    titles = {
        "2025-05-20": "20 May 2025",
        "neglect-2025-05-01": "the Neglect sub group met on 1 May 2025",
    }
    head = git(history, "rev-parse", "HEAD")[:12]
    title = titles.get(since, f"the commit {head} of 20 May 2025")
    assert text.startswith(f"# What has changed since {title}\n")
    assert ("Entered late" in text) == (since == "neglect-2025-05-01")


def test_what_is_not_committed_yet_is_told_too(lif: Lif, history: Path) -> None:
    (history / BRIEFING).unlink()
    assert "A briefing for schools" in changed(lif, "--since HEAD")


def test_the_json_has_everything(lif: Lif, history: Path) -> None:
    changed(lif, "--format json --out out")
    found = json.loads((history / "out" / "changes-since-2025-03-11.json").read_text(encoding="utf-8"))
    assert [one["id"] for one in found["changes"]["altered"]] == ["act-2024-interviews"]
    assert found["commit"] == git(history, "rev-parse", "HEAD")
    assert found["since"] == "2025-03-11"


def test_a_shallow_clone_says_why_it_cannot_answer_and_stays_a_draft(
    lif: Lif, history: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", history.as_uri(), "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    text = changed(lif)
    assert "## Why this paper is a draft" in text
    assert "it is told from dates alone: what stood in the records on 2025-03-11 is not in this clone" in text
    assert "git fetch --unshallow" in text
    assert "This cannot be told from dates alone" in text
    refused = changed(lif, f"--since {git(history, 'rev-parse', 'HEAD~1')}", code=2)
    assert "git fetch --unshallow" in refused


def test_before_history_began_the_dates_in_the_records_tell(lif: Lif, history: Path) -> None:
    text = changed(lif, "--since 2024-12-01")
    assert "since the history of the records begins on 20 February 2025" in text
    assert "Actions that were put back" in text
    assert "Why this paper is a draft" not in text


def test_outside_a_repository_the_dates_tell_and_it_says_so(lif: Lif, board: Path) -> None:
    text = changed(lif, "--since 2024-12-01")
    assert "this folder is in no repository" in text
    assert "Actions that were put back" in text


def test_records_of_then_that_cannot_be_read_are_named_and_are_not_new(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "old"
    committed(folder, {**BOARD, **MEETINGS, BRIEFING: "id: act-2024-briefing\ncolour: red\n"}, "2025-02-20")
    committed(folder, {BRIEFING: BOARD[BRIEFING]}, "2025-05-20")
    monkeypatch.chdir(folder)
    text = changed(lif)
    assert "- data/actions/act\\-2024-briefing.yaml" in text.replace("act-2024", "act\\-2024")
    assert "could not be read as it stood before" in text
    assert "A briefing for schools" not in text


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("--upload-pack=touch sprung", "cannot name a commit"),
        ("--output=sprung", "cannot name a commit"),
        ("-n", "cannot name a commit"),
        ("nonsense", "there is no such meeting, and the commit nonsense is not in this clone"),
        ("2025-02-30", "there is no such day"),
        ("2025-06-30", "not before the day of the paper"),
        ("2031-01-01", "not before the day of the paper"),
        ("hill-board-2025-06-10", "that meeting was not held"),
    ],
)
def test_what_cannot_be_asked(lif: Lif, history: Path, since: str, said: str) -> None:
    before = git(history, "status", "--porcelain", "--ignored")
    assert said in changed(lif, f"'--since={since}'", code=2)
    assert git(history, "status", "--porcelain", "--ignored") == before


def test_without_a_meeting_it_asks_since_when(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {path: text for path, text in BOARD.items() if "meetings" not in path and "act-" not in path}
    committed(tmp_path / "b", files, "2025-02-20")
    monkeypatch.chdir(tmp_path / "b")
    assert "say since when, as in --since 2025-09-10" in changed(lif, code=2)


def test_other_reports_do_not_take_it(lif: Lif, history: Path) -> None:
    ran = lif("report coverage --since HEAD")
    assert (ran.code, "--since: the report coverage does not take it" in ran.err) == (2, True)
