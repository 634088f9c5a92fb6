"""`lif rules` and `lif deadlines`: due dates with the days counted, and every clock that runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from tests.cli.board import Lif, Write

INCIDENT = {
    "lif.yaml": """
        board: hill
        extends:
          - england
        as_at: 2025-06-30
    """,
    "data/incidents/incident-1.yaml": """
        id: incident-1
        illustrative: true
        sort: serious-harm
        group: neglect-group
        occurred: 2025-06-14
        aware: 2025-06-16
        notified: 2025-06-18
        notified_to:
          - national-panel
          - safeguarding-partners
    """,
    "data/incidents/incident-2.yaml": """
        id: incident-2
        sort: death
        group: learning-group
        aware: 2025-06-20
    """,
}


def valid(text: str, root: Path, what: str) -> dict[str, object]:
    """The document, which keeps to its schema."""
    document: dict[str, object] = json.loads(text)
    folder = root / "src" / "lif" / "exchange" / "outputs"
    schema = json.loads((folder / f"{what}.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(document)] == []
    return document


@pytest.fixture
def cases(board: Path, workspace: Write) -> Path:
    workspace(INCIDENT)
    return board


def test_a_due_date_is_explained_day_by_day(lif: Lif, cases: Path) -> None:
    ran = lif("rules explain serious-incident-notification --aware 2019-04-17")
    assert (ran.code, ran.err) == (0, "")
    assert "Due: Friday 26 April 2019\n" in ran.out
    assert "Limit: 5 working days after, must (statute); the days: should (statutory-guidance)\n" in ran.out
    assert "Edition on that day: Children Act 2004, section 16C (children-act-2004-partners)\n" in ran.out
    counted = ran.out.partition("\n\n")[2].splitlines()
    assert counted[0] == "Wednesday 17 April 2019: day 0, not counted"
    assert counted[2] == "Friday 19 April 2019: not counted, Good Friday"
    assert counted[-1] == "Friday 26 April 2019: working day 5"
    assert len(counted) == 10


@pytest.mark.parametrize(
    ("words", "due", "minute"),
    [
        ("rapid-review --aware 2019-04-17", "2019-05-13", None),
        ("duty-rapid-review --notified 2025-12-22", "2026-01-15", None),
        ("practice-review-copies --publish 2019-04-30", "2019-04-17", None),
        ("'Complete a rapid review' --on 2025-12-04", "2025-12-29", None),
        ("practice-review-complete --decided 2023-08-31", "2024-02-29", None),
        ("return-home-interview --on 2025-03-07T17:00", "2025-03-10", "2025-03-10T17:00:00"),
        ("serious-incident-notification --aware 2017-11-06", None, None),
        ("serious-incident-notification --aware 2029-03-01", None, None),
    ],
)
def test_due_dates_as_json(
    lif: Lif, cases: Path, root: Path, words: str, due: str | None, minute: str | None
) -> None:
    document = valid(lif(f"rules explain {words} --format json").out, root, "due-date")
    assert (document["due"], document["due_at"]) == (due, minute)


def test_a_duty_that_did_not_stand_names_the_one_that_did(lif: Lif, cases: Path) -> None:
    out = lif("rules explain serious-incident-notification --aware 2017-11-06").out
    assert "Due: nothing: the duty stands for triggers from 29 June 2018\n" in out
    assert "On that day: duty-lscb-notifiable-incident, duty-lscb-notifiable-incident-board\n" in out


def test_another_day_than_the_clocks_is_said(lif: Lif, cases: Path) -> None:
    assert (
        "Mind: the clock starts with 'notified'" in lif("rules explain rapid-review --aware 2019-04-17").out
    )
    assert "Mind" not in lif("rules explain rapid-review --notified 2019-04-17").out


def test_the_other_count_is_said_beside(lif: Lif, cases: Path, root: Path) -> None:
    words = "rules explain rapid-review --aware 2025-12-01 --notified 2025-12-04"
    out = lif(words).out
    assert "Due: Monday 29 December 2025\n" in out
    assert "Beside: counted from Monday 1 December 2025: Monday 22 December 2025\n" in out
    document = valid(lif(f"{words} --format json").out, root, "due-date")
    assert document["beside"] == {"from": "2025-12-01", "due": "2025-12-22"}


def test_an_easement_is_said_beside_the_date(lif: Lif, cases: Path) -> None:
    out = lif("rules explain rapid-review --notified 2020-04-20 --format md").out
    assert "- Due: Tuesday 12 May 2020\n" in out
    assert "- Relaxed: what came after the due date is not a breach\n" in out
    assert "relaxed for a time" in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("rapid-review", "give the day from which to count, once"),
        ("rapid-review --notified 2025-01-01 --on 2025-01-02", "give the day from which to count, once"),
        ("serious-incident-notification --aware 2025-01-01 --on 2025-01-02", "give the day from which"),
        ("rapid-review --on 2025-02-30", "--on 2025-02-30: there is no such day"),
        ("rapid-review --on 1/2/2025", "--on 1/2/2025: write a date as in 2019-04-17"),
        ("rapid-review --on 2025-02-03T5pm", "write the time with four digits, as in 2025-02-03T17:00"),
        ("rapid-reviews --on 2025-02-03", "did you mean duty-rapid-review"),
    ],
)
def test_what_cannot_be_counted_from_is_said(lif: Lif, cases: Path, words: str, says: str) -> None:
    ran = lif(f"rules explain {words}")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_one_duty_in_full(lif: Lif, cases: Path, root: Path) -> None:
    out = lif("rules show practice-review-copies").out
    for words in (
        "Binding: must (regulation)",
        "The days: should (statutory-guidance)",
        "Limit: 7 working days before",
        "Not checked: the rule was not checked against its text, so nothing is an error by it",
        "Source: Known from practice; not checked against the regulations or Working Together",
    ):
        assert f"{words}\n" in out
    document = valid(lif("rules show rapid-review --as-at 2020-06-01 --format json").out, root, "rule")
    duty = document["duty"]
    assert isinstance(duty, dict)
    assert (duty["edition"], duty["set_by"]) == ("working-together-2018", "working-together-2018")
    assert lif("rules show rapid-review --format md").out.startswith("# Complete a rapid review\n")


@pytest.mark.parametrize(
    ("words", "has", "has_not"),
    [
        ("--on 2017-11-06", "duty-lscb-notifiable-incident", "duty-serious-incident-notification"),
        ("--as-at 2017-11-06", "duty-lscb-notifiable-incident", "duty-serious-incident-notification"),
        ("--on 2025-11-06", "duty-serious-incident-notification", "duty-lscb-notifiable-incident"),
        ("--force must", "duty-serious-incident-notification", "duty-rapid-review"),
        ("--force should", "duty-rapid-review", "duty-serious-incident-notification"),
        ("--series 'working together'", "duty-rapid-review", "duty-private-fostering-visit"),
    ],
)
def test_duties_narrowed(lif: Lif, cases: Path, root: Path, words: str, has: str, has_not: str) -> None:
    rows = valid(lif(f"rules list {words} --format json").out, root, "rules")["rows"]
    assert isinstance(rows, list)
    ids = [row["id"] for row in rows]
    assert has in ids
    assert has_not not in ids


def test_an_unknown_force_is_said(lif: Lif, cases: Path) -> None:
    ran = lif("rules list --force shall")
    assert ran.code == 2
    assert "--force shall" in ran.err


def test_deadlines_that_run(lif: Lif, cases: Path, root: Path) -> None:
    ran = lif("deadlines --statutory --group neglect --as-at workspace --format json")
    rows = valid(ran.out, root, "deadlines")["rows"]
    assert isinstance(rows, list)
    # notified Wednesday 18 June: 19, 20, 23-27, 30, 1-4 July, 7-9 July
    assert [(row["duty"], row["due"], row["state"], row["illustrative"]) for row in rows] == [
        ("duty-rapid-review", "2025-07-09", "due-soon", True)
    ]
    assert "counted from 'aware': 2025-07-07" in rows[0]["note"]
    assert ran.err == "1 deadline as at 2025-06-30\n"


def test_deadlines_by_state_end_with_one_for_scripts(lif: Lif, cases: Path) -> None:
    breached = lif("deadlines --state breached --as-at workspace --statutory --fail-if-any --format csv")
    assert breached.code == 1
    assert breached.out.count("incident-2") == 2  # two duties, each with the id …
    assert breached.out.count("Incident 2") == 2  # … and the name of the incident
    assert lif("deadlines --state breached --as-at 2025-06-27 --statutory --fail-if-any").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--state late", "--state late"),
        ("--within soon", "--within soon: write a number of days"),
        ("--group nobody", "--group"),
    ],
)
def test_what_is_not_known_is_said(lif: Lif, cases: Path, words: str, says: str) -> None:
    ran = lif(f"deadlines {words}")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
