"""`lif changes`: what changed since June, who agreed it, and what is said where history does not reach."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from textwrap import dedent

import jsonschema
import pytest
from tests.cli.board import BOARD, Lif
from tests.repositories import committed, git

ROOT = Path(__file__).resolve().parents[2]
SURVEY = "data/actions/act-2025-survey.yaml"
INTERVIEWS = "data/actions/act-2024-interviews.yaml"
BRIEFING = "data/actions/act-2024-briefing.yaml"
SLIPPED = dedent(BOARD[SURVEY]) + dedent("""
    due_changes:
      - on: 2025-06-10
        from_due: 2025-07-31
        to_due: 2025-09-30
        reason: |
          The survey tool came late.
        agreed_by: hill-board
""")
MEETING = """
    id: hill-board-2025-06-10
    group: hill-board
    on: 2025-06-10
    held: true
    decisions:
      - id: survey-later
        text: |
          The survey may come in September.
        minute: "4.2"
        about: [act-2025-survey]
      - id: rename
        text: |
          The interviews are called otherwise.
        minute: "5"
        about: [act-2024-interviews]
"""


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A board in May, an action put back on 12 June, and in July a title, a file moved, a record removed."""
    folder = tmp_path / "board"
    found = {"may": committed(folder, BOARD, "2025-05-20")}
    git(folder, "tag", "may")
    slip = {SURVEY: SLIPPED, "data/meetings/hill-board-2025-06-10.yaml": MEETING}
    found["june"] = committed(folder, slip, "2025-06-12")
    now = {
        INTERVIEWS: dedent(BOARD[INTERVIEWS]).replace("title: Interviews", "title: Every interview"),
        BRIEFING: "",
        "data/actions/moved/../act-2025-late.yaml": dedent(BOARD[SURVEY])
        .replace("act-2025-survey", "act-2025-late")
        .replace("A survey of staff", "Entered late"),
    }
    now = {path.replace("moved/../", ""): text for path, text in now.items()}
    found["july"] = committed(folder, now, "2025-07-02")
    monkeypatch.chdir(folder)
    return found


def rows(lif: Lif, line: str) -> list[dict[str, str]]:
    ran = lif(f"changes --as-at 2025-07-31 --format csv {line}")
    assert ran.code == 0, ran.err
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_what_changed_since_june_and_who_agreed_it(lif: Lif, story: dict[str, str]) -> None:
    [slip] = [row for row in rows(lif, "--since 2025-06") if row["what"] == "action put back"]
    assert slip["record"] == "act-2025-survey"
    assert (slip["was"], slip["now"]) == ("31 July 2025", "30 September 2025")
    assert slip["why"] == "The survey tool came late."
    assert slip["agreed_by"] == "Hill board, minute 4.2"
    assert (slip["on"], slip["commit"], slip["committed"]) == ("2025-06-10", story["june"][:12], "2025-06-12")


def test_each_change_names_the_commit_that_brought_it_and_no_person(lif: Lif, story: dict[str, str]) -> None:
    found = {(row["what"], row["record"]): row["commit"] for row in rows(lif, "--since 2025-06-01")}
    assert found["action agreed", "act-2025-late"] == story["july"][:12]
    assert found["decision made", "hill-board-2025-06-10/survey-later"] == story["june"][:12]
    assert "example.org" not in lif("changes --since 2025-06 --as-at 2025-07-31 --format json").out


def test_what_was_removed_instead_of_retired_is_told_first(lif: Lif, story: dict[str, str]) -> None:
    first = rows(lif, "--since 2025-06")[0]
    assert (first["record"], first["what"]) == ("act-2024-briefing", "action removed, and not retired")
    assert first["commit"] == story["july"][:12]
    ran = lif("changes --since 2025-06 --as-at 2025-07-31 --sort taken-away --fail-if-any")
    assert ran.code == 1


def test_a_file_that_moved_is_no_change(lif: Lif, story: dict[str, str]) -> None:
    agencies = Path("framework/agencies.yaml")
    Path("framework/agencies").mkdir()
    both = agencies.read_text(encoding="utf-8").split("- id: police\n")
    lines = [line.removeprefix("  ") for line in both[1].splitlines(keepends=True)]
    Path("framework/agencies/police.yaml").write_text("id: police\n" + "".join(lines), encoding="utf-8")
    agencies.write_text(both[0], encoding="utf-8")
    committed(Path.cwd(), {}, "2025-07-10")
    assert {row["what"] for row in rows(lif, "--since 2025-07-05")} == {"action fell overdue"}


def test_a_change_that_no_commit_has_is_said_to_be_so(lif: Lif, story: dict[str, str]) -> None:
    path = Path(INTERVIEWS)
    path.write_text(path.read_text(encoding="utf-8").replace("Every", "Each"), encoding="utf-8")
    [row] = rows(lif, "--since 2025-07-05 --sort records")
    assert (row["record"], row["commit"]) == ("act-2024-interviews", "uncommitted")


def test_a_span_ends_where_it_is_told_to(lif: Lif, story: dict[str, str]) -> None:
    for until in ("2025-06", "2025-06-30", story["june"], "hill-board-2025-06-10"):
        found = {row["record"] for row in rows(lif, f"--since may --until {until}")}
        assert "act-2025-late" not in found, until
    assert "act-2025-survey" in {row["record"] for row in rows(lif, "--since may --until 2025-06")}
    assert lif("changes --since may --until 2025-06 --at may").code == 2


def test_it_is_narrowed_to_a_group_an_agency_and_a_sort(lif: Lif, story: dict[str, str]) -> None:
    every = rows(lif, "--since 2025-06")
    assert {row["sort"] for row in rows(lif, "--since 2025-06 --sort actions,decisions")} == {
        "actions",
        "decisions",
    }
    mine = rows(lif, "--since 2025-06 --group hill-board")
    assert 0 < len(mine) < len(every)
    assert "hill-board-2025-06-10/survey-later" in {row["record"] for row in mine}
    police = rows(lif, "--since 2025-06 --agency police")
    assert len(police) < len(every)


@pytest.mark.parametrize(
    ("since", "why"),
    [
        ("june", "say of which year, as in 2025-06 for June 2025"),
        ("September", "say of which year, as in 2024-09 for September 2024"),
        ("2025-13", "there is no such month"),
        ("2025", "write a day as in 2025-06-30, or a month as in 2025-06"),
        ("01/06/2025", "write a day as in 2025-06-30, or a month as in 2025-06"),
        ("2025-08", "that is not before the day of the paper"),
    ],
)
def test_a_day_that_could_be_another_is_refused(
    lif: Lif, story: dict[str, str], since: str, why: str
) -> None:
    ran = lif(f"changes --as-at 2025-07-31 --since {since}")
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_month_is_its_start(lif: Lif, story: dict[str, str]) -> None:
    assert rows(lif, "--since 'June 2025'") == rows(lif, "--since 2025-06")
    assert "since the start of June 2025" in lif("changes --since 2025-06 --as-at 2025-07-31").err


def test_a_shallow_clone_says_what_it_cannot_tell(
    lif: Lif, story: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{Path.cwd()}", "shallow")
    monkeypatch.chdir(tmp_path / "shallow")
    ran = lif("changes --since 2025-06 --as-at 2025-07-31 --format json")
    assert ran.code == 0
    assert "told from the dates in the records alone" in ran.err
    assert "git fetch --unshallow" in ran.err
    document = json.loads(ran.out)
    assert "shallow" in document["why_dates"]
    slips = [row for row in document["rows"] if row["what"] == "action put back"]
    assert [row["commit"] for row in slips] == [""]


def test_without_a_repository_dates_tell_and_it_says_so(lif: Lif, board: Path) -> None:
    ran = lif("changes --since 2025-05-01 --until 2025-06-01 --as-at workspace")
    assert ran.code == 0
    assert "in no repository of its own" in ran.err
    assert "so the records of now are read as known on 1 June 2025" in ran.err


def test_its_json_is_as_the_schema_says(lif: Lif, story: dict[str, str]) -> None:
    schema = json.loads((ROOT / "src/lif/exchange/outputs/change-list.json").read_text(encoding="utf-8"))
    document = json.loads(lif("changes --since 2025-06 --as-at 2025-07-31 --format json").out)
    jsonschema.validate(document, schema)
    assert document["since_commit"] == story["may"]
    assert document["rows"]


def test_the_page_is_the_paper(lif: Lif, story: dict[str, str], tmp_path: Path) -> None:
    ran = lif("changes --since 2025-06 --as-at 2025-07-31 --group hill-board --format html --draft")
    assert ran.code == 0, ran.err
    assert "What has changed since the start of June 2025: Hill board</h1>" in ran.out
    ran = lif(f"changes --since 2025-06 --as-at 2025-07-31 --format docx --draft --out {tmp_path / 'c.docx'}")
    assert ran.out == f"{(tmp_path / 'c.docx').as_posix()}\n", ran.err
