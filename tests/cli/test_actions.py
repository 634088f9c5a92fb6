"""`lif actions`: what is overdue, due and agreed on a day, narrowed as people name things."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write


def ids(lif: Lif, line: str) -> list[str]:
    return [row["id"] for row in json.loads(lif(f"actions {line} --format json").out)["rows"]]


def test_overdue_as_a_plain_table_when_piped(lif: Lif, board: Path) -> None:
    ran = lif("actions overdue --as-at workspace")
    assert ran.code == 0
    head, row = ran.out.splitlines()
    columns = "DAYS OVERDUE ACTION ID FROM FIRST DUE DUE SLIPS STANDS OWNER GROUP LATEST NOTE NOTE OF"
    assert " ".join(head.split()) == columns
    assert row.split("  ")[0] == "91"
    for words in ("2024-12-31  2025-03-31  1", "Detective Superintendent", "Neglect sub group", "2025-05-02"):
        assert words in row
    assert ran.err == "1 action overdue as at 2025-06-30\n"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-12-31", {"act-2024-interviews": "on-track", "act-2024-briefing": "on-track"}),
        ("2025-02-01", {"act-2024-interviews": "on-track", "act-2024-briefing": "overdue"}),
        ("2025-03-31", {"act-2024-interviews": "on-track", "act-2024-briefing": "awaiting-assurance"}),
        ("2025-04-01", {"act-2024-interviews": "overdue", "act-2024-briefing": "awaiting-assurance"}),
        (
            "2025-06-30",
            {"act-2024-interviews": "overdue", "act-2024-briefing": "assured", "act-2025-survey": "at-risk"},
        ),
    ],
)
def test_the_past_knows_only_what_had_happened(
    lif: Lif, board: Path, day: str, expected: dict[str, str]
) -> None:
    rows = json.loads(lif(f"actions list --as-at {day} --format json").out)["rows"]
    assert {row["id"]: row["standing"] for row in rows} == expected


def test_a_due_date_that_was_moved_later_is_not_yet_moved(lif: Lif, board: Path) -> None:
    row = json.loads(lif("actions list --as-at 2024-12-19 --owner police-lead --format json").out)["rows"][0]
    assert (row["due"], row["first_due"], row["slips"]) == ("2024-12-31", "2024-12-31", 0)
    assert row["note"] == "A rota is drafted."


@pytest.mark.parametrize(
    "words",
    [
        "--group neglect-group",
        "--group neglect",
        "--group 'The Neglect Lot'",
        "--group NEGLECT",
        "--owner police-lead",
        "--owner 'detective superintendent'",
        "--owner police",
        "--owner 'the constabulary'",
        "--source hill-board-2024-09-10/interviews",
        "--priority neglect",
        "--theme runaways",
    ],
)
def test_people_are_understood(lif: Lif, board: Path, words: str) -> None:
    assert ids(lif, f"list --as-at workspace {words}") == ["act-2024-interviews"]


def test_a_source_is_a_record_or_a_sort_of_source(lif: Lif, board: Path) -> None:
    assert len(ids(lif, "list --as-at workspace --source hill-board-2024-09-10")) == 3
    assert len(ids(lif, "list --as-at workspace --source board-decision")) == 3
    assert ids(lif, "list --as-at workspace --source review") == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--group neglet", "--group: there is no 'neglet'; did you mean neglect-group?"),
        (
            "--owner zzz",
            "--owner: there is no 'zzz'; there are business-manager, police, police-lead, social-care",
        ),
        ("--priority nglct", "--priority: there is no 'nglct'; did you mean priority-neglect?"),
        ("--status overdu", "--status overdu: did you mean overdue? write on-track, "),
    ],
)
def test_an_unknown_word_names_the_nearest(lif: Lif, board: Path, line: str, said: str) -> None:
    ran = lif(f"actions list {line}")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"lif: {said}")


def test_due_looks_ahead_and_leaves_out_what_is_late(lif: Lif, board: Path) -> None:
    assert ids(lif, "due --as-at workspace") == ["act-2025-survey"]
    assert ids(lif, "due --as-at workspace --within 19") == []
    assert ids(lif, "due --as-at workspace --within 20") == ["act-2025-survey"]


@pytest.mark.parametrize("days", ["-1", "soon", "1.5", "99999999", "²"])
def test_days_ahead_are_a_number(lif: Lif, board: Path, days: str) -> None:
    ran = lif(f"actions due --within={days}")
    assert ran.code == 2
    assert f"--within {days}: write a number of days" in ran.err


def test_a_script_can_ask_for_a_failure(lif: Lif, board: Path) -> None:
    assert lif("actions overdue --as-at workspace --fail-if-any").code == 1
    assert lif("actions overdue --as-at 2024-10-01 --fail-if-any").code == 0


def test_csv_keeps_numbers_and_starts_no_formula(lif: Lif, board: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(lif("actions overdue --as-at workspace --format csv").out)))
    assert rows[0]["days_overdue"] == "91"
    assert rows[0]["note"] == "'=The rota | starts in June."


def test_markdown_keeps_words_words(lif: Lif, board: Path) -> None:
    out = lif("actions overdue --as-at workspace --format md").out
    head, rule, row = out.splitlines()
    assert head.count("|") == rule.count("|") == row.replace("\\|", "").count("|")
    assert "The rota \\| starts in June." in row


def test_an_example_says_so_in_every_form(lif: Lif, board: Path) -> None:
    line = "actions list --as-at workspace --owner business-manager --status assured"
    assert lif(line).out.splitlines()[0].endswith("EXAMPLE")
    assert "| yes |" in lif(f"{line} --format md").out
    assert next(csv.DictReader(io.StringIO(lif(f"{line} --format csv").out)))["illustrative"] == "yes"
    assert json.loads(lif(f"{line} --format json").out)["rows"][0]["illustrative"] is True


def test_nothing_overdue_prints_no_table(lif: Lif, board: Path) -> None:
    ran = lif("actions overdue --as-at 2024-10-01")
    assert (ran.code, ran.out, ran.err) == (0, "", "0 actions overdue as at 2024-10-01\n")


def test_a_broken_record_is_named_and_the_others_are_listed(lif: Lif, board: Path, workspace: Write) -> None:
    workspace({"data/actions/act-2025-survey.yaml": "id: act-2025-survey\nownr: business-manager\n"})
    ran = lif("actions list --as-at workspace")
    assert ran.code == 1
    assert "act-2024-interviews" in ran.out
    assert "data/actions/act-2025-survey.yaml:2:1: error S101" in ran.err
    assert "what could not be read is left out" in ran.err


def test_alone_it_helps_with_examples(lif: Lif) -> None:
    ran = lif("actions")
    assert ran.code == 0
    assert "lif actions overdue --group neglect" in ran.out
