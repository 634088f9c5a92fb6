"""Texts that chase what is owed: one a role, kept as drafts, and each entered once a day in the records."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import openpyxl
import pytest
from tests.cli.board import BOARD, Lif, Write
from tests.cli.returns_board import RETURNS
from tests.cli.test_own_words import WORDS

from lif.exchange.drafts import draft
from lif.records.words import PLAIN
from lif.reports.chasing import written
from lif.reports.environments import environments
from lif.source.writing import CannotWrite
from lif.views.actions import action_lines
from lif.views.chasing.actions import actions_texts
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations
from lif.workspace.chased import answered

GOLDEN = Path(__file__).parent.parent / "golden"
DAY = "--as-at 2025-06-18"


@pytest.fixture
def hill(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = workspace({**BOARD, **RETURNS})
    monkeypatch.chdir(folder)
    return folder


def message(folder: Path, name: str) -> EmailMessage:
    """The draft of that name, read as a mail program does."""
    content = (folder / "build" / "chase" / f"{name}.eml").read_bytes()
    return message_from_bytes(content, policy=default)


def everything(folder: Path) -> dict[str, bytes]:
    """Every file but those of the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".lif" not in path.parts
    }


def words_of(folder: Path, name: str) -> str:
    return str(message(folder, name).get_content()).replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("returns chase", "2025-06-18-returns-police-lead"),
        ("actions chase", "2025-06-18-actions-police-lead"),
    ],
)
def test_the_texts_of_one_board(lif: Lif, hill: Path, command: str, name: str, update_golden: bool) -> None:
    assert lif(f"{command} {DAY} --no-record").code == 0
    made = (hill / "build" / "chase" / f"{name}.eml").read_bytes()
    kept = GOLDEN / f"{name.removeprefix('2025-06-18-')}.eml"
    if update_golden:
        kept.write_bytes(made.replace(b"\r\n", b"\n"))
    assert made.replace(b"\r\n", b"\n") == kept.read_bytes()
    lif(f"{command} {DAY} --no-record")
    assert (hill / "build" / "chase" / f"{name}.eml").read_bytes() == made, "the same records, the same bytes"


def test_a_draft_is_a_sound_message_without_an_address(lif: Lif, hill: Path) -> None:
    lif(f"returns chase {DAY} --no-record")
    found = message(hill, "2025-06-18-returns-police-lead")
    assert found.defects == [] and [value.defects for value in found.values()] == [()] * len(found)
    assert found["X-Unsent"] == "1"
    assert [group.display_name for group in found["To"].groups] == ["Detective Superintendent, Hill Police"]
    assert found["To"].addresses == ()
    assert found["Date"].datetime.date() == date(2025, 6, 18)
    assert found["From"] is None and found["Message-ID"] is None
    assert found.get_content_type() == "text/plain" and found.get_content_charset() == "utf-8"
    raw = (hill / "build" / "chase" / "2025-06-18-returns-police-lead.eml").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, raw.split(b"\r\n"))) <= 78


def test_one_role_has_one_text_with_everything(lif: Lif, hill: Path) -> None:
    ran = lif(f"returns chase {DAY} --no-record")
    names = sorted(path.name for path in (hill / "build" / "chase").glob("*.eml"))
    assert names == ["2025-06-18-returns-old-nurse.eml", "2025-06-18-returns-police-lead.eml"]
    assert ran.out.splitlines()[:2] == [
        "build/chase/2025-06-18-returns-old-nurse.eml",
        "build/chase/2025-06-18-returns-old-nurse.md",
    ]
    text = words_of(hill, "2025-06-18-returns-police-lead")
    for said in (
        "1. Figures for Quarter 3",
        "2. Figures for Quarter 4",
        "3. Section 11 self-assessment, 2025",
    ):
        assert said in text
    assert "139 days ago" in text and "is it a new way of counting?" in text
    assert "Which stations" not in text, "it was answered"
    assert "nothing was sent" in ran.err


def test_the_workbooks_that_go_with_it_have_the_names_that_it_says(lif: Lif, hill: Path) -> None:
    ran = lif(f"returns chase {DAY} --no-record")
    lines = [line.removeprefix("to attach: ") for line in ran.err.splitlines() if "to attach" in line]
    assert lines == [
        f"lif export returns --agency {owing} --out build/chase"
        for owing in (
            "ccg --quarter 2023-24-Q4",
            "police --quarter 2024-25-Q3",
            "police --quarter 2024-25-Q4",
        )
    ] + ["lif export section11 --agency police --out build/chase"]
    ran = lif(f"actions chase {DAY} --no-record")
    lines += [line.removeprefix("to attach: ") for line in ran.err.splitlines() if "to attach" in line]
    assert lines[4:] == ["lif export actions --agency police --out build/chase"]
    for line in lines:
        assert lif(f"{line.removeprefix('lif ')} {DAY}").code == 0
    books = {path.name for path in (hill / "build" / "chase").glob("*.xlsx")}
    said = "".join(path.read_text("utf-8") for path in (hill / "build" / "chase").glob("*.md"))
    assert books == set(re.findall(r"(?:returns|actions|section11)-[\w-]+\.xlsx", said))


def test_what_is_owed_becomes_an_entry_and_a_record_where_there_was_none(lif: Lif, hill: Path) -> None:
    before = everything(hill)
    ran = lif(f"returns chase {DAY}")
    assert ran.code == 0
    after = everything(hill)
    assert {name for name in after if before.get(name) != after[name] and not name.startswith("build/")} == {
        "data/returns/ccg-2023-24.yaml",
        "data/returns/police-2024-25-q3.yaml",
        "data/returns/police-2024-25-q4.yaml",
        "data/section11-returns/s11-police-2025.yaml",
    }
    new = after["data/returns/police-2024-25-q3.yaml"].decode()
    assert new == (
        "id: police-2024-25-q3\nagency: police\nperiod: 2024-25-Q3\ndue: 2025-01-30\n"
        "chases:\n  - on: 2025-06-18\n    to: police-lead\n"
    )
    assert lif("validate --as-at 2025-06-18").code == 0
    rows = json.loads(lif("returns --as-at 2025-06-19 --format json").out)["rows"]
    assert {(row["period"], row["chased"]) for row in rows if row["chases"]} == {
        (period, "once, on 18 Jun 2025") for period in ("2023-24", "2024-25-Q3", "2024-25-Q4", "2025")
    }


def test_a_second_run_on_the_day_enters_nothing_and_says_the_same(lif: Lif, hill: Path) -> None:
    lif(f"returns chase {DAY}")
    once = everything(hill)
    ran = lif(f"returns chase {DAY}")
    assert everything(hill) == once
    assert "4 reminders of this day entered already" in ran.err
    lif("returns chase --as-at 2025-07-02")
    text = words_of(hill, "2025-07-02-returns-police-lead")
    assert text.count("We reminded you on 18 June 2025.") == 3
    lif("returns chase --as-at 2025-07-16")
    text = words_of(hill, "2025-07-16-returns-police-lead")
    assert text.count("We reminded you twice before, last on 2 July 2025.") == 3


def test_a_look_back_enters_nothing_before_a_later_reminder(lif: Lif, hill: Path) -> None:
    lif("returns chase --as-at 2025-07-02 --agency icb")
    kept = (hill / "data" / "returns" / "ccg-2023-24.yaml").read_bytes()
    ran = lif(f"returns chase {DAY} --agency icb")
    assert (hill / "data" / "returns" / "ccg-2023-24.yaml").read_bytes() == kept
    assert "ccg-2023-24 has a reminder of a later day" in ran.err
    assert "We reminded you" not in words_of(hill, "2025-06-18-returns-old-nurse")


@pytest.mark.parametrize("command", ["returns chase", "actions chase"])
def test_a_dry_run_shows_both_and_writes_neither(lif: Lif, hill: Path, command: str) -> None:
    before = everything(hill)
    ran = lif(f"{command} {DAY} --dry-run")
    assert everything(hill) == before
    assert "To: Detective Superintendent, Hill Police\nSubject: " in ran.out
    assert "+    to: police-lead\n" in ran.out
    assert "nothing was written" in ran.err


def test_an_error_that_an_entry_would_bring_stops_it_all(
    lif: Lif, hill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lif.cli.altering.judged", lambda *_: True)
    before = everything(hill)
    assert lif(f"returns chase {DAY}").code == 1
    assert everything(hill) == before


def test_a_post_that_has_ended_is_asked_through_its_agency(lif: Lif, hill: Path) -> None:
    lif(f"returns chase {DAY} --no-record")
    found = message(hill, "2025-06-18-returns-old-nurse")
    assert [group.display_name for group in found["To"].groups] == ["Dales Integrated Care Board"]
    assert "The post of Designated Nurse, CCG has ended." in str(found.get_content())


def test_a_successor_is_asked_at_the_mailbox_of_its_post(lif: Lif, hill: Path) -> None:
    lif("returns chase --as-at 2025-06-25 --agency social-care --no-record")
    found = message(hill, "2025-06-25-returns-assistant-director")
    assert [one.addr_spec for one in found["To"].addresses] == ["safeguarding.team@hill.example"]
    assert "Figures for May 2025" in str(found.get_content())


@pytest.mark.parametrize(
    "mailbox",
    [
        "amy.archer@hill.example",
        "safeguarding.team@hill.example, other.team@hill.example",
        "safeguarding team",
        "sicherheit@hül.example",
        "team@",
    ],
)
def test_a_mailbox_that_is_none_of_a_post_is_left_out(
    lif: Lif, hill: Path, workspace: Write, mailbox: str
) -> None:
    roles = hill / "framework" / "roles.yaml"
    roles.write_text(roles.read_text("utf-8").replace("safeguarding.team@hill.example", mailbox), "utf-8")
    lif("returns chase --as-at 2025-06-25 --agency social-care --no-record")
    found = message(hill, "2025-06-25-returns-assistant-director")
    assert found["To"].addresses == ()
    assert mailbox not in "".join(content.decode() for content in everything(hill / "build").values())


def test_what_cannot_be_read_is_not_asked_for(lif: Lif, hill: Path) -> None:
    (hill / "data" / "returns" / "police-2024-25-q3.yaml").write_text(
        "id: police-2024-25-q3\nagency: police\n"
    )
    ran = lif(f"returns chase {DAY} --agency police")
    assert ran.code == 1 and "what could not be read is left out" in ran.err
    text = words_of(hill, "2025-06-18-returns-police-lead")
    assert "Quarter 3" not in text and "1. Figures for Quarter 4" in text


def test_a_self_assessment_without_an_author_is_asked_of_who_sends_the_figures(lif: Lif, hill: Path) -> None:
    kept = hill / "data" / "section11-returns" / "s11-police-2025.yaml"
    kept.write_text(kept.read_text("utf-8").replace("author: police-lead\n", ""), "utf-8")
    assert lif(f"returns chase {DAY}").code == 0
    assert "3. Section 11 self-assessment, 2025" in words_of(hill, "2025-06-18-returns-police-lead")


def test_a_window_that_is_closed_or_was_followed_by_another_is_no_longer_asked_for(
    lif: Lif, hill: Path, workspace: Write
) -> None:
    kept = hill / "data" / "section11-returns" / "s11-police-2025.yaml"
    text = kept.read_text("utf-8")
    kept.write_text(f"{text.rstrip()}\nfrozen: 2025-06-18\n", "utf-8")
    assert "Section 11" not in lif(f"returns chase {DAY} --dry-run").out
    assert "Section 11" in lif("returns chase --as-at 2025-06-17 --dry-run").out
    later = text.replace("s11-police-2025", "s11-police-2026").replace('"2025"', '"2026"')
    later = later.replace("opened: 2025-03-01", "opened: 2025-06-10").replace("2025-05-31", "2025-08-31")
    workspace({"data/section11-returns/s11-police-2026.yaml": later})
    kept.write_text(text, "utf-8")
    out = lif(f"returns list {DAY} --agency police --format md").out
    assert "section 11, 2026" in out and "section 11, 2025" not in out


def test_what_nobody_can_be_asked_for_is_said(lif: Lif, hill: Path) -> None:
    schedules = hill / "framework" / "return-schedules.yaml"
    schedules.write_text(schedules.read_text("utf-8").replace("  contact: old-nurse\n", ""), "utf-8")
    ran = lif(f"returns chase {DAY}")
    assert ran.code == 1
    assert "nobody was asked for CCG (now ICB), 2023-24: name the role that sends it as 'contact'" in ran.err
    assert not (hill / "data" / "returns" / "ccg-2023-24.yaml").exists()


def test_what_falls_due_soon_is_asked_for_where_that_is_wanted(lif: Lif, hill: Path) -> None:
    assert "0 texts" in lif(f"returns chase {DAY} --agency social-care --dry-run").err
    assert "0 texts" in lif(f"returns chase {DAY} --agency social-care --within 1 --dry-run").err
    ran = lif(f"returns chase {DAY} --agency social-care --within 2 --dry-run")
    assert "Subject: Due soon from Social care: figures for May 2025" in ran.out
    assert "- They are due on 20 June 2025." in ran.out


ACTIONS = {
    "data/actions/act-late.yaml": """
        id: act-late
        title: "=Late, *again*"
        text: |
          To be done.
        source: hill-board-2024-09-10/interviews
        source_sort: board-decision
        owner: head-of-service
        contributing:
          - police
          - ccg
        group: neglect-group
        agreed_on: 2025-04-02
        due: 2025-05-01
        chases:
          - on: 2025-05-20
            to: head-of-service
            answered_on: 2025-05-22
    """,
    "data/actions/act-soon.yaml": """
        id: act-soon
        title: Soon due
        text: |
          To be done.
        source: hill-board-2024-09-10/interviews
        source_sort: board-decision
        owner: assistant-director
        group: neglect-group
        agreed_on: 2025-05-02
        due: 2025-07-10
    """,
    "data/actions/act-unshown.yaml": """
        id: act-unshown
        title: Done and not shown
        text: |
          To be done.
        source: hill-board-2024-09-10/interviews
        source_sort: board-decision
        owner: assistant-director
        group: neglect-group
        agreed_on: 2025-01-02
        due: 2025-05-01
        steps:
          - state: reported-complete
            on: 2025-04-30
        impact:
          due: 2025-06-01
    """,
    "data/meetings/neglect-2025-07-09.yaml": """
        id: neglect-2025-07-09
        group: neglect-group
        on: 2025-07-09
    """,
}


def test_actions_of_every_standing_are_asked_their_own_question(
    lif: Lif, hill: Path, workspace: Write
) -> None:
    workspace(ACTIONS)
    ran = lif(f"actions chase {DAY} --agency social-care")
    assert ran.code == 0
    text = words_of(hill, "2025-06-18-actions-assistant-director")
    for said in (
        "about 3 actions that your post answers for",
        "1. =Late, *again*\n- Agreed on 2 April 2025: To be done.\n",
        "- It was to be done by 1 May 2025, 48 days ago.",
        "- Also helping: Hill Police and CCG.",
        "- We reminded you on 20 May 2025, and you answered on 22 May 2025.",
        "Another date is for the neglect sub group to agree, which meets next on 9 July 2025.",
        "- It was reported complete on 30 April 2025, and nothing has come yet that shows it.",
        "- And: has it helped? That was to be looked at by 1 June 2025.",
        "- It is to be done by 10 July 2025.\n- Our question: will it be done by then?",
    ):
        assert said in text
    markdown = (hill / "build" / "chase" / "2025-06-18-actions-assistant-director.md").read_text("utf-8")
    assert r"=Late, \*again\*" in markdown
    for name in ("act-late", "act-soon", "act-unshown"):
        kept = (hill / "data" / "actions" / f"{name}.yaml").read_text("utf-8")
        assert "  - on: 2025-06-18\n    to: assistant-director\n" in kept, "the successor was asked"


def test_overdue_only_and_a_group(lif: Lif, hill: Path, workspace: Write) -> None:
    workspace(ACTIONS)
    out = lif(f"actions chase {DAY} --agency social-care --overdue-only --dry-run").out
    assert "Subject: Please answer for Social care: 1 action, overdue" in out
    assert "0 texts" in lif(f"actions chase {DAY} --group learning-group --overdue-only --dry-run").err
    assert "Soon due" not in lif(f"actions chase {DAY} --agency social-care --within 7 --dry-run").out


def test_the_text_is_told_in_the_words_of_its_board(lif: Lif, hill: Path) -> None:
    settings = hill / "lif.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}{WORDS}", "utf-8")
    lif(f"actions chase {DAY} --no-record")
    found = message(hill, "2025-06-18-actions-police-lead")
    assert found["Subject"] == "Please answer for Hill Police: 1 undertaking, overdue"
    text = str(found.get_content())
    assert "about 1 undertaking that your post" in text
    assert "Neglect sub group" in text, "a name that a record writes stays"


def test_no_title_makes_a_header_of_its_own(hill: Path) -> None:
    loaded = Workspace.load(hill, date(2025, 6, 18), ())
    sly = "Title\r\nBcc: everybody@elsewhere.example\r\n\r\nBody"
    (line,) = action_lines(loaded.register, loaded.as_at, owner="police-lead")
    (text,), _ = actions_texts(
        loaded.register, [replace(line, title=sly, agency_name=sly)], loaded.as_at, 28, False
    )
    text = replace(text, agency=sly, to=replace(text.to, name=sly, agency_name=sly))
    made = written(text, "Hill", date(2025, 7, 2), PLAIN, environments())
    found = message_from_bytes(
        draft(made.to, "", made.subject, made.plain, date(2025, 6, 18)), policy=default
    )
    assert found["Bcc"] is None and found.defects == []
    assert "\nBcc:" not in made.plain + made.markdown
    for words in (sly, "Title\u2028Bcc: x@y.example", "Title\x85Bcc: x@y.example", "Title\nBcc: x@y.example"):
        raw = draft(words, words, words, "Text\n", date(2025, 6, 18))
        assert not re.search(rb"^bcc", raw, re.IGNORECASE | re.MULTILINE)
        assert message_from_bytes(raw, policy=default).keys() == found.keys()


def test_personal_data_in_what_would_be_told_stops_it(lif: Lif, hill: Path) -> None:
    action = hill / "data" / "actions" / "act-2024-interviews.yaml"
    said = "Ring amy.archer@hill.example about it."
    action.write_text(action.read_text("utf-8").replace("The post was vacant.", said), "utf-8")
    for options in ("", "--no-record", "--dry-run"):
        ran = lif(f"actions chase {DAY} {options}")
        assert (ran.code, ran.out) == (1, "")
        assert "no text was made" in ran.err and "amy.archer" not in ran.err
    assert not (hill / "build").exists()
    assert lif(f"returns chase {DAY} --no-record").code == 0, "it tells of other records"


@pytest.mark.parametrize(
    "words",
    [
        "returns chase --quarter soon",
        "returns chase --within many",
        "returns chase --answer-by tomorrow",
        "returns chase --answer-by 2025-02-30",
        "returns chase --answer-by 2025-06-17",
        "actions chase --agency nobody",
        "actions chase --within 367",
        "actions chase --group ''",
    ],
)
def test_what_is_not_understood_writes_nothing(lif: Lif, hill: Path, words: str) -> None:
    before = everything(hill)
    ran = lif(f"{words} {DAY}")
    assert (ran.code, ran.out) == (2, "")
    assert everything(hill) == before


def test_an_answer_is_never_asked_for_at_a_weekend(lif: Lif, hill: Path) -> None:
    out = lif("returns chase --as-at 2025-06-21 --agency police --dry-run").out
    assert "Please answer by 7 July 2025." in out, "two weeks on is a Saturday"
    out = lif("returns chase --as-at 2025-06-21 --agency police --dry-run --answer-by 2025-06-24").out
    assert "Please answer by 24 June 2025." in out


def test_an_answer_is_entered_beside_the_reminders_that_wait_for_it(lif: Lif, hill: Path) -> None:
    for day in ("2025-06-18", "2025-07-02", "2025-07-16"):
        lif(f"returns chase --as-at {day} --agency icb")
    alterations = Alterations(Workspace.load(hill, date(2025, 7, 16)))
    assert answered(alterations, "ccg-2023-24", date(2025, 7, 10)) == 2
    assert alterations.problems() == ()
    alterations.write()
    kept = (hill / "data" / "returns" / "ccg-2023-24.yaml").read_text("utf-8")
    assert kept.endswith(
        "chases:\n  - on: 2025-06-18\n    to: old-nurse\n    answered_on: 2025-07-10\n"
        "  - on: 2025-07-02\n    to: old-nurse\n    answered_on: 2025-07-10\n"
        "  - on: 2025-07-16\n    to: old-nurse\n"
    )
    again = Alterations(Workspace.load(hill, date(2025, 7, 16)))
    assert answered(again, "ccg-2023-24", date(2025, 7, 15)) == 0, "the last one is of a later day"
    assert answered(again, "police-2024-25-q1", date(2025, 7, 16)) == 0
    lif("returns chase --as-at 2025-07-16 --agency icb --no-record")
    said = words_of(hill, "2025-07-16-returns-old-nurse")
    assert "We reminded you twice before, last on 2 July 2025, and you answered on 10 July 2025." in said


def test_a_self_assessment_that_comes_complete_answers_what_was_sent_of_it(lif: Lif, hill: Path) -> None:
    lif(f"returns chase {DAY}")
    assert lif(f"export section11 --agency police {DAY} --out filled.xlsx").code == 0
    book = openpyxl.load_workbook("filled.xlsx")
    (asked,) = (row for row in book["The return"].iter_rows() if "complete" in str(row[1].value))
    asked[2].value = "yes"
    book.save("filled.xlsx")
    ran = lif("import filled.xlsx --yes --as-at 2025-06-20")
    assert ran.code == 0, ran.err
    kept = (hill / "data" / "section11-returns" / "s11-police-2025.yaml").read_text("utf-8")
    assert "    to: police-lead\n    answered_on: 2025-06-20\n" in kept and "submitted: 2025-06-20\n" in kept
    assert "Section 11" not in lif("returns chase --as-at 2025-06-20 --dry-run").out


@pytest.mark.parametrize("made", ["text", "markdown"])
def test_a_template_of_the_boards_own_takes_the_place_of_a_block(
    lif: Lif, hill: Path, workspace: Write, made: str
) -> None:
    greeting = (
        '{% extends "lif/chase-returns.md.j2" %}\n{% block greeting %}\nGood morning,\n{% endblock %}\n'
    )
    workspace({"templates/chase-returns.md.j2": greeting})
    lif(f"returns chase {DAY} --no-record")
    name = "2025-06-18-returns-police-lead"
    markdown = (hill / "build" / "chase" / f"{name}.md").read_text("utf-8")
    said = words_of(hill, name) if made == "text" else markdown
    assert "Good morning,\n\nI am writing for Hill" in said and "Dear colleague" not in said


def test_a_template_at_fault_is_named_and_nothing_is_made(lif: Lif, hill: Path, workspace: Write) -> None:
    workspace({"templates/chase-returns.md.j2": "{{ text.nonsense }}\n"})
    before = everything(hill)
    ran = lif(f"returns chase {DAY}")
    assert (ran.code, ran.out) == (2, "")
    assert "templates/chase-returns.md.j2, line 1" in ran.err
    assert everything(hill) == before


def test_papers_say_who_was_reminded(lif: Lif, hill: Path) -> None:
    lif(f"returns chase {DAY}")
    lif("returns chase --as-at 2025-07-02")
    lif(f"actions chase {DAY}")
    made = "--as-at 2025-07-03 --format md --draft --out papers"
    assert lif(f"scorecard --quarter 2024-25-Q4 {made}").code == 0
    assert lif(f"report action-tracker {made}").code == 0
    said = "".join(path.read_text("utf-8") for path in (hill / "papers").glob("*.md"))
    assert re.search(r"\| Hill Police \|.*1 question open, chased twice, last on 2 Jul 2025 \|", said)
    assert "Reminded once on 18 Jun 2025" in said


def test_records_that_cannot_be_written_are_said_to_stand_as_they_were(
    lif: Lif, hill: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object, __: object) -> None:
        raise CannotWrite("the disk is full")

    monkeypatch.setattr("lif.workspace.alterations.write", full)
    before = everything(hill)
    ran = lif(f"returns chase {DAY}")
    assert ran.code == 2
    assert "the texts were made, and no reminder was entered: the disk is full" in ran.err
    assert {name: content for name, content in everything(hill).items() if "build/" not in name} == before


def test_posts_that_replace_each_other_in_a_circle_have_ended(lif: Lif, hill: Path) -> None:
    roles = hill / "framework" / "roles.yaml"
    circle = (
        "\n  retired:\n    on: 2025-04-01\n    reason: Gone.\n    replaced_by: head-of-service\n  contact:"
    )
    roles.write_text(roles.read_text("utf-8").replace("\n  contact:", circle), "utf-8")
    row = json.loads(lif("returns --as-at 2025-06-25 --agency social-care --format json").out)["rows"][0]
    assert row["role_ended"] is True
