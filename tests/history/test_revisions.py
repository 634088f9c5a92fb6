"""Which commit is meant, which was the last of a day, and why one is not here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.repositories import committed, git

from lif.history import Commit, NotHere, commit_called, first_commit, last_commit, uncommitted


@pytest.fixture
def days(tmp_path: Path) -> dict[str, str]:
    """A repository in `board` with one commit on each of three days."""
    board = tmp_path / "board"
    return {
        day: committed(board, {"data/a.yaml": f"id: {day}\n"}, day)
        for day in ("2025-01-10", "2025-02-10", "2025-03-10")
    }


def test_a_commit_goes_by_its_name_the_beginning_of_it_a_tag_and_a_way_back(
    days: dict[str, str], tmp_path: Path
) -> None:
    board = tmp_path / "board"
    second = Commit(days["2025-02-10"], date(2025, 2, 10))
    git(board, "tag", "v1", "HEAD~1")
    for words in (second.id, second.id[:8], "v1", "HEAD~1", "main^"):
        assert commit_called(board, words) == second


@pytest.mark.parametrize(
    ("day", "there"),
    [
        ("2025-02-09", "2025-01-10"),
        ("2025-02-10", "2025-02-10"),
        ("2025-02-11", "2025-02-10"),
        ("2031-01-01", "2025-03-10"),
    ],
)
def test_the_last_commit_of_a_day_counts_that_day(
    days: dict[str, str], tmp_path: Path, day: str, there: str
) -> None:
    found = last_commit(tmp_path / "board", date.fromisoformat(day))
    assert found == Commit(days[there], date.fromisoformat(there))


def test_before_the_first_commit_there_is_none(days: dict[str, str], tmp_path: Path) -> None:
    assert last_commit(tmp_path / "board", date(2025, 1, 9)) is None
    first = first_commit(tmp_path / "board")
    assert first == Commit(days["2025-01-10"], date(2025, 1, 10))


def test_what_a_merge_brought_in_later_did_not_stand_there_on_its_own_day(tmp_path: Path) -> None:
    board = tmp_path / "board"
    first = committed(board, {"a.yaml": "id: a\n"}, "2025-01-10")
    git(board, "checkout", "-q", "-b", "side")
    committed(board, {"b.yaml": "id: b\n"}, "2025-01-20")
    git(board, "checkout", "-q", "main")
    git(board, "merge", "-q", "--no-ff", "-m", "merge", "side", on="2025-03-01")
    assert last_commit(board, date(2025, 2, 1)) == Commit(first, date(2025, 1, 10))


def test_a_shallow_clone_says_what_it_lacks_and_how_to_get_it(days: dict[str, str], tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", (tmp_path / "board").as_uri(), "shallow")
    clone = tmp_path / "shallow"
    with pytest.raises(NotHere, match=r"shallow.*git fetch --unshallow"):
        commit_called(clone, days["2025-01-10"])
    with pytest.raises(NotHere, match=r"2025-02-15.*git fetch --unshallow"):
        last_commit(clone, date(2025, 2, 15))
    found = last_commit(clone, date(2025, 3, 10))
    assert found and found.id == days["2025-03-10"]


def test_a_commit_that_nobody_made_is_told_with_what_to_try(days: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(NotHere, match="never fetched, or history was written anew"):
        commit_called(tmp_path / "board", "f" * 40)


def test_outside_a_repository_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotHere, match="in no repository"):
        commit_called(tmp_path, "HEAD")
    with pytest.raises(NotHere, match="in no repository"):
        last_commit(tmp_path, date(2025, 1, 1))
    assert first_commit(tmp_path) is None


@pytest.mark.parametrize(
    "words",
    [
        "--upload-pack=touch sprung",
        "--output=sprung",
        "-n1",
        "--all",
        "HEAD --output=sprung",
        "HEAD\n--all",
        "HEAD\0",
        ":/one",
        "HEAD:data/a.yaml --all",
        "$(touch sprung)",
        "",
        "ü",
        "a" * 300,
    ],
)
def test_words_that_are_no_name_never_reach_git(words: str, days: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(NotHere, match="cannot name a commit"):
        commit_called(tmp_path / "board", words)
    assert not list(tmp_path.rglob("sprung"))


def test_a_file_is_no_commit(days: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(NotHere):
        commit_called(tmp_path / "board", "data/a.yaml")


def test_what_is_not_committed_is_named_within_the_parts_asked_about(
    days: dict[str, str], tmp_path: Path
) -> None:
    board = tmp_path / "board"
    assert uncommitted(board, ("data", "lif.yaml")) == ()
    (board / "build").mkdir()
    (board / "build" / "paper.html").write_text("x")
    assert uncommitted(board, ("data", "lif.yaml")) == ()
    (board / "data" / "a.yaml").write_text("id: changed\n")
    (board / "data" / "new one.yaml").write_text("id: new\n")
    assert uncommitted(board, ("data", "lif.yaml")) == ("data/a.yaml", "data/new one.yaml")
    assert uncommitted(tmp_path, ("board",)) is None


def test_a_record_that_git_overlooks_is_in_no_commit_either(days: dict[str, str], tmp_path: Path) -> None:
    board = tmp_path / "board"
    committed(board, {".gitignore": "*.csv\n.cache/\nscratch.txt\n"}, "2025-03-11")
    for path in ("data/x.csv", "data/scratch.txt", "data/.cache/y.csv"):
        (board / path).parent.mkdir(exist_ok=True)
        (board / path).write_text("x")
    assert uncommitted(board, ("data",)) == ("data/x.csv",)
