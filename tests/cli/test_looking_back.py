"""`--at`: the records as they stood, with nothing of now in them, and nothing of now touched."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent

import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

from lif.cli.commands import COMMANDS, Group, loaded
from lif.cli.options import Reading, options_of

INTERVIEWS = "data/actions/act-2024-interviews.yaml"
NOW = {
    INTERVIEWS: dedent(BOARD[INTERVIEWS]).replace("Interviews within three days", "Interviews in two days")
}
READING = (
    *(
        "list",
        "show",
        "trace",
        "validate",
        "scorecard",
        "coverage",
        "deadlines",
        "calendar",
        "report",
        "site",
    ),
    *("actions list", "actions overdue", "actions due", "actions impact", "audits list", "reviews list"),
    *("rules list", "rules show", "rules explain", "indicators list", "indicators show", "returns list"),
)


@pytest.fixture
def then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A board whose action was called otherwise in February; the commit of then."""
    folder = tmp_path / "board"
    first = committed(folder, BOARD, "2025-02-20")
    git(folder, "tag", "spring")
    committed(folder, NOW, "2025-05-20")
    monkeypatch.chdir(folder)
    return first


@pytest.mark.parametrize("at", ["spring", "HEAD~1", "2025-02-20", "2025-05-19", "main~1"])
def test_a_commit_a_tag_a_branch_or_a_day_is_read(lif: Lif, then: str, at: str) -> None:
    ran = lif(f"list actions --at {at} --format csv")
    assert ran.code == 0, ran.err
    assert "Interviews within three days" in ran.out
    assert "Interviews in two days" not in ran.out
    assert f"the records as they stood at commit {then[:12]} of 20 February 2025" in ran.err


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("--at spring", "2025-02-20"),
        ("--at 2025-05-19", "2025-05-19"),
        ("--at spring --as-at 2025-03-31", "2025-03-31"),
        ("--at spring --as-at workspace", "2025-06-30"),
    ],
)
def test_it_is_read_from_the_day_of_then_unless_another_is_named(
    lif: Lif, then: str, line: str, day: str
) -> None:
    document = json.loads(lif(f"actions list {line} --format json --quiet").out)
    assert document["as_at"] == day
    assert document["commit"] == then
    assert document["uncommitted"] is False


def test_a_paper_says_the_commit_of_then_and_is_made_with_the_templates_of_then(
    lif: Lif, then: str, tmp_path: Path
) -> None:
    templates = Path("templates")
    templates.mkdir()
    (templates / "scorecard.md.j2").write_text("made in another way\n", encoding="utf-8")
    out = tmp_path / "out"
    ran = lif(f"report changes --since 2025-01-31 --at spring --draft --format json,md --out {out}")
    assert ran.code == 0, ran.err
    [written] = out.glob("*.json")
    assert json.loads(written.read_text(encoding="utf-8"))["commit"] == then
    [page] = out.glob("*.md")
    assert then[:7] in page.read_text(encoding="utf-8")


def test_nothing_of_now_is_touched(lif: Lif, then: str) -> None:
    Path("data/not-committed.txt").write_text("still here", encoding="utf-8")
    lif("validate --at spring")
    assert git(Path.cwd(), "status", "--porcelain") == "?? data/not-committed.txt"
    assert git(Path.cwd(), "rev-parse", "--abbrev-ref", "HEAD") == "main"


@pytest.mark.parametrize(
    ("at", "why"),
    [
        ("2025-01-31", "no commit is as old as that; the history of the records begins on 20 February 2025"),
        ("2025-02-30", "there is no such day"),
        ("2025-02", "write one day as in 2025-03-31, or a commit, a tag or a branch"),
        ("20/02/2025", "write one day as in 2025-03-31, or a commit, a tag or a branch"),
        ("''", "write one day as in 2025-03-31, or a commit, a tag or a branch"),
        ("--force", ""),
        ("winter", "the commit winter is not in this clone"),
    ],
)
def test_what_cannot_be_looked_at_is_said(lif: Lif, then: str, at: str, why: str) -> None:
    ran = lif(f"list actions --at={at}")
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_shallow_clone_says_so(
    lif: Lif, then: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{Path.cwd()}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = lif("list actions --at 2025-03-01")
    assert ran.code == 2
    assert "shallow" in ran.err
    assert "git fetch --unshallow" in ran.err


def test_a_folder_without_history_says_so(lif: Lif, board: Path) -> None:
    ran = lif("list actions --at 2025-03-01")
    assert ran.code == 2
    assert "git is not there, or this folder is in no repository" in ran.err


def test_what_writes_refuses_and_says_why(lif: Lif, then: str) -> None:
    for line in ("set act-2024-interviews title X", "actions close act-2024-interviews", "publish"):
        ran = lif(f"{line} --at spring")
        assert ran.code == 2, line
        assert "--at is for commands that only read the records" in ran.err, line
    ran = lif("report changes --at spring --format html --final")
    assert ran.code == 2
    assert "--at and --final" in ran.err


def test_every_command_that_reads_takes_it_and_no_command_that_writes() -> None:
    taking = set()
    for name in COMMANDS:
        found = loaded(name)
        each = found.commands if isinstance(found, Group) else {"": found}
        for word, function in each.items():
            hints = function.__annotations__.values()
            if any("Reading" in str(hint) for hint in hints):
                taking.add(f"{name} {word}".strip())
                assert not any(word in str(hint) for hint in hints for word in ("Writing", "Chasing"))
    assert taking >= set(READING)
    assert "at" in options_of(Reading)
