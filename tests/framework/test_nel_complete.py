"""Every line of North East Lincolnshire's framework is a record or an item, and cites where it comes from."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from lif.records.audits import AuditTool
from lif.records.board import Board
from lif.records.elements import Element, Question, Statement
from lif.records.governance import Expectation, Group
from lif.records.law import StatutoryFunction
from lif.records.priorities import Priority
from lif.records.record import Citation, Item, Record
from lif.records.section11 import Section11Question, Section11Standard
from lif.register import Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {"nel-lif", "good-practice-learning"}

AUDIENCES = {
    "children": {"children"},
    "parents-and-carers": {"parents-and-carers"},
    "children-and-families": {"children", "families"},
    "professionals-and-volunteers": {"professionals", "volunteers"},
}

COUNTS = {
    ("1", "aim"): 4,
    ("2", "equality"): 1,
    ("3", "data-function"): 4,
    ("3", "function"): 7,
    ("3", "must-improve"): 3,
    ("3", "principle"): 2,
    ("4", "group"): 10,
    ("4", "oversight"): 3,
    ("4", "transparency"): 5,
    ("4", "function"): 1,
    ("4", "purpose"): 1,
    ("4", "priority"): 4,
    ("5", "expectation"): 9,
    ("6", "function"): 1,
    ("6", "gap"): 1,
    ("7", "method"): 1,
    ("7", "oversight"): 1,
    ("8", "cycle"): 2,
    ("8", "element"): 6,
    ("8", "gap"): 1,
    ("8", "purpose"): 1,
    ("9.A", "children"): 7,
    ("9.A", "parents-and-carers"): 8,
    ("9.A", "board-action"): 1,
    ("9.A", "gap"): 1,
    ("9.B", "children"): 6,
    ("9.B", "context"): 5,
    ("9.B", "question"): 5,
    ("9.B", "audit-activity"): 1,
    ("9.B", "learning-route"): 3,
    ("9.B", "gap"): 1,
    ("9.C", "children-and-families"): 12,
    ("9.C", "criterion"): 12,
    ("9.C", "context"): 3,
    ("9.C", "board-action"): 3,
    ("9.C", "audit-activity"): 4,
    ("9.C", "duty"): 1,
    ("9.C", "learning-route"): 5,
    ("9.D", "children-and-families"): 2,
    ("9.D", "context"): 6,
    ("9.D", "board-action"): 1,
    ("9.D", "review-route"): 6,
    ("9.D", "learning-route"): 2,
    ("9.D", "gap"): 1,
    ("9.E", "children-and-families"): 6,
    ("9.E", "professionals-and-volunteers"): 4,
    ("9.E", "context"): 3,
    ("9.E", "board-action"): 7,
    ("9.E", "section-11-scored"): 6,
    ("9.E", "section-11-list"): 4,
    ("9.E", "section-11-narrative"): 1,
    ("9.E", "learning-route"): 3,
    ("9.F", "children-and-families"): 1,
    ("9.F", "context"): 1,
    ("9.F", "function"): 2,
    ("9.F", "board-action"): 4,
    ("9.F", "learning-route"): 1,
}


@dataclass(frozen=True)
class Line:
    """One line of the source, and the address of the record or item that holds it."""

    document: str
    paragraph: str
    ordinal: str
    sort: str
    pointer: str
    address: str

    @property
    def cited(self) -> str:
        """The paragraph as the record must cite it."""
        return f"{self.paragraph}, {self.ordinal}" if self.ordinal else self.paragraph

    @property
    def part(self) -> str:
        """The section of the document, or the letter in section 9."""
        head = self.paragraph.split(",")[0]
        return head if head.startswith("9.") else head.split(".")[0]


def _lines() -> tuple[Line, ...]:
    table = ROOT / "tests" / "data" / "nel" / "statements.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Line(**row) for row in rows)


LINES = _lines()
LISTED = {line.address for line in LINES}


@pytest.fixture(scope="module")
def register() -> Register:
    return Workspace.load(ROOT, date(2025, 12, 10), checks=()).register


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line.cited} at {line.address}")
def test_line_has_its_record(line: Line, register: Register) -> None:
    found = register.get(line.address)
    assert found is not None, f"nothing at {line.address}"
    assert Citation(document=line.document, paragraph=line.cited) in {
        Citation(document=cite.document, paragraph=cite.paragraph) for cite in found.cites
    }
    if isinstance(found, Statement):
        assert AUDIENCES[line.sort] <= set(found.audiences)
    if isinstance(found, Section11Question):
        assert line.sort == f"section-11-{found.answer}"
    if isinstance(found, StatutoryFunction):
        assert found.data_function == (line.sort == "data-function")


def test_counts_by_part() -> None:
    found = Counter((line.part, line.sort) for line in LINES if line.document == "nel-lif")
    assert found == COUNTS


def test_web_page_repeats_the_document() -> None:
    page = {line.address for line in LINES if line.document == "good-practice-learning"}
    assert len(page) == 17
    assert page <= {line.address for line in LINES if line.document == "nel-lif"}


def _items(register: Register, kind: type[Record]) -> set[str]:
    return {address for record in register.all(kind) for address, _ in register.items(record.id)}


@pytest.mark.parametrize("kind", [Element, Section11Standard], ids=lambda kind: kind.kind)
def test_no_item_missing_from_the_list(kind: type[Record], register: Register) -> None:
    assert _items(register, kind) <= LISTED


@pytest.mark.parametrize(
    "kind",
    [Element, Expectation, Group, Priority, Question, StatutoryFunction],
    ids=lambda kind: kind.kind,
)
def test_no_record_missing_from_the_list(kind: type[Record], register: Register) -> None:
    local = {record.id for record in register.all(kind) if register.entries[record.id].framework == ""}
    assert local <= LISTED


def test_board_and_tool_are_in_the_list(register: Register) -> None:
    board = register.record(Board, "nel")
    told_elsewhere = {f"nel/{body.id}" for body in board.bodies} | {"nel/rationale-of-fourth-priority"}
    tool = register.record(AuditTool, "case-audit-tool")
    grades = {f"{tool.id}/{grade.id}" for grade in tool.grades}
    assert _items(register, Board) - told_elsewhere <= LISTED
    assert _items(register, AuditTool) - grades <= LISTED


def test_every_item_cites_its_paragraph(register: Register) -> None:
    silent = [
        f"{record.id}/{part.id}"
        for kind in (Board, Element, Group, Section11Standard)
        for record in register.all(kind)
        for part in _parts(register, record)
        if not {cite.document for cite in part.cites} & (SOURCES | {"nel-scp-newsletters"})
    ]
    assert silent == []


def _parts(register: Register, record: Record) -> list[Item]:
    return [item for _, item in register.items(record.id)]


def test_slips_are_marked_and_nothing_is_invented(register: Register) -> None:
    broken = register.get("element-performance/front-door-intelligence")
    named = register.get("element-voice/named-groups")
    assert isinstance(broken, Statement) and broken.incomplete
    assert named is not None and getattr(named, "incomplete", None)
    continuity = register.record(Priority, "priority-continuity")
    assert continuity.rationale is None and continuity.rationale_missing
    assert not register.record(Element, "element-voice").learning_routes
    assert not register.record(Element, "element-performance").board_actions


def test_groups_report_upwards_in_three_tiers(register: Register) -> None:
    tiers = Counter(group.tier for group in register.all(Group))
    assert tiers == {"leadership": 1, "operational": 1, "subgroup": 8}
    above = {group.id: group.reports_to for group in register.all(Group)}
    assert above.pop("leadership-board") is None
    assert above.pop("operational-board") == "leadership-board"
    assert set(above.values()) == {"operational-board"}


def test_what_was_the_lscbs_ends_with_it(register: Register) -> None:
    board = register.record(Board, "nel")
    lscb, partnership = board.bodies
    ended = {
        function.until
        for function in register.all(StatutoryFunction)
        if register.entries[function.id].framework == ""
    }
    assert ended == {lscb.until}
    assert lscb.until is not None and partnership.since is not None
    assert (partnership.since - lscb.until).days == 1
