"""Hull: each statement of its chapter is a record, every command answers, and a broken promise is found."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from tests.examples.promised import listed

from lif.cli.running import run
from lif.law import running
from lif.measures.assemble import assemble
from lif.records.board import Board
from lif.records.indicators import DevelopmentItem
from lif.records.record import Citation, Item, Record
from lif.register import Register
from lif.views.coverage import coverage
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "examples" / "hull"
CHAPTER = "hull-lif"
AS_AT = date(2025, 12, 10)
COUNTS = {
    "scope": 1,
    "1.1, first paragraph": 3,
    "1.1, second paragraph": 2,
    "1.2, first paragraph": 2,
    "1.2, list": 6,
    "1.2, list, 2": 2,
    "1.2, last paragraph": 2,
    "1.3, list": 7,
    "1.3, list, 6": 4,
    "1.3, dissemination": 5,
    "1.3, range": 4,
    "1.4, first paragraph": 4,
    "1.4, culture": 10,
    "amendments to this chapter": 1,
}
"""The statements of each part, counted in the source; what an aim or a principle holds stands apart too."""
GENERAL = {"the whole chapter", "1.4, heading", "1.3, range"}
"""Citations of a part as a whole: names, gaps and readings rest on them."""
NAMED_GAPS = {"culture-of-improvement": "wanted-culture-survey", "systems-methods": "wanted-systems-methods"}
"""What nothing shows yet, and the measure that is wanted for it."""


LISTED = listed("hull")


def _place(row: dict[str, str]) -> str:
    return ", ".join(filter(None, (row["paragraph"], row["number"])))


@pytest.fixture(scope="module")
def register() -> Register:
    return Workspace.load(HERE, AS_AT, checks=()).register


@pytest.mark.parametrize("row", LISTED, ids=lambda row: f"{_place(row)} at {row['address']}")
def test_a_statement_has_its_record(row: dict[str, str], register: Register) -> None:
    found = register.get(row["address"])
    assert isinstance(found, Record | Item), f"nothing at {row['address']}"
    cited = {Citation(document=one.document, paragraph=one.paragraph) for one in found.cites}
    assert Citation(document=CHAPTER, paragraph=_place(row)) in cited


def test_no_statement_is_missing_or_there_twice() -> None:
    numbers = {(row["paragraph"], row["number"]) for row in LISTED}
    assert Counter(paragraph for paragraph, _ in numbers) == COUNTS
    for paragraph in ("1.2, list", "1.3, list", "1.3, range", "1.4, culture"):
        found = {int(number) for part, number in numbers if part == paragraph}
        assert found == set(range(1, COUNTS[paragraph] + 1))
    assert len({tuple(row.values()) for row in LISTED}) == len(LISTED)


def test_no_record_cites_a_statement_that_is_not_listed(register: Register) -> None:
    listed = {(_place(row), row["address"]) for row in LISTED}
    places = {place for place, _ in listed}
    for id_, entry in register.entries.items():
        for address, thing in ((id_, entry.record), *register.items(id_)):
            for one in getattr(thing, "cites", ()):
                if one.document != CHAPTER or one.paragraph in GENERAL or id_.startswith("amendment-2025"):
                    continue
                assert one.paragraph in places, (address, one.paragraph)
                assert (one.paragraph, address) in listed, (address, one.paragraph)


def test_aims_principles_and_commitments_each_have_evidence_or_a_gap_with_a_name(register: Register) -> None:
    board = register.record(Board, "hull")
    assert (len(board.aims), len(board.principles), len(board.culture)) == (6, 7, 10)
    found = coverage(register, assemble(register, AS_AT), AS_AT)
    states = {row.stated.address: row.state for section in found.sections for row in section.rows}
    promised = (*board.aims, *board.principles, *board.culture)
    gaps = {one.id for one in promised if states[f"hull/{one.id}"] == "not-shown"}
    assert gaps == set(NAMED_GAPS)
    for wanted in NAMED_GAPS.values():
        item = register.record(DevelopmentItem, wanted)
        assert item.next_step and item.due


def test_each_recipient_of_each_incident_has_a_clock(register: Register) -> None:
    kept = {
        (one.address, one.duty.id.removeprefix("duty-")): (one.verdict.due, one.done.on if one.done else None)
        for one in running(register, AS_AT)
        if one.address.startswith("incident-")
    }
    day = date(2016, 5, 27)
    assert kept["incident-2016-1", "lscb-notifiable-incident"] == (day, date(2016, 5, 25))
    assert kept["incident-2016-1", "lscb-notifiable-incident-board"] == (day, date(2016, 5, 26))
    day = date(2025, 6, 13)
    assert kept["incident-2025-1", "hull-tell-ofsted"] == (day, date(2025, 6, 11))
    assert kept["incident-2025-1", "tell-partners-of-incident"] == (day, date(2025, 6, 9))
    assert kept["incident-2025-2", "hull-tell-ofsted"] == (date(2025, 10, 21), date(2025, 10, 21))


@pytest.mark.parametrize(
    ("measure", "value", "mean", "median"),
    [
        ("infant-mortality/year", "4.2", "4.8", "4.9"),
        ("children-in-need-rate/year", "509.3", "416.1", "417.9"),
        ("child-protection-plan-rate/year", "79.8", "50.0", "47.3"),
        ("looked-after-rate/year", "119.0", "102.9", "89.9"),
    ],
)
def test_the_latest_figure_is_the_one_that_was_published(
    measure: str, value: str, mean: str, median: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As printed by the publisher's own tool for Hull, and computed from it for its ten neighbours."""
    indicator = measure.partition("/")[0]
    assert run(["indicators", "show", indicator, "--root", str(HERE), "--as-at", "workspace"]) == 0
    printed = capsys.readouterr().out
    assert value in printed
    assert f"Statistical neighbours (mean) {mean}" in printed
    assert f"Statistical neighbours (median) {median}" in printed


def test_the_table_has_a_line_for_every_part() -> None:
    lines = (HERE / "README.md").read_text("utf-8").splitlines()
    cells = [line.split("|")[2].strip() for line in lines if line.startswith("| ") and "`lif " in line]
    assert len(cells) == 60
    assert set(cells) == {"1.1", "1.2", "1.3", "1.4", "amendments"}


ASKED_CHILD = """  children: |
    The eldest child of the household was asked through an advocate, and drew what should have been different.
"""
FROM_OUTSIDE = """lead_independence: |
  Two lead reviewers from outside the area, who had worked for no agency here.
"""
COMMUNITY, EARLY_HELP = (f"agency: {one}\n        on" for one in ("community-health", "early-help-service"))
BROKEN = [
    ("A431", "data/good-practice/good-practice-one-plan.yaml", COMMUNITY, EARLY_HELP),
    ("A432", "data/learning/learning-who-knew-what.yaml", "    adult_learning: |", "    text: |"),
    ("A433", "data/learning/learning-way-home.yaml", "name: midwives", "name: other staff"),
    ("A356", "data/incidents/incident-2016-1.yaml", "notices:\n  - to: lscb\n    on: 2016-05-26\n", ""),
    ("A488", "data/incidents/incident-2025-1.yaml", "  - ofsted\n", ""),
    ("A488", "data/incidents/incident-2025-2.yaml", "  - safeguarding-partners\n", ""),
    (
        "A438",
        "data/publications/publication-review-a-response.yaml",
        "sort: board-response",
        "sort: briefing",
    ),
    ("A436", "data/reviews/review-a.yaml", ASKED_CHILD, ""),
    (
        "A437",
        "data/reviews/review-a.yaml",
        "lead_independence:",
        "lead_agency: hospitals\nlead_independence:",
    ),
    ("A381", "data/reviews/review-a.yaml", FROM_OUTSIDE, ""),
    ("F102", "data/returns/humberside-police-2025-26-q2.yaml", "received: 2025-11-20\n", ""),
]
"""A text in one file, what stands in its place, and the finding that follows."""


@pytest.mark.parametrize(("code", "path", "old", "new"), BROKEN, ids=[one[0] for one in BROKEN])
def test_a_promise_that_is_broken_is_found(code: str, path: str, old: str, new: str, tmp_path: Path) -> None:
    shutil.copytree(HERE, tmp_path / "hull")
    file = tmp_path / "hull" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")
    found = Workspace.load(tmp_path / "hull", AS_AT)
    assert code in [one.code for one in (*found.errors, *found.warnings)]
