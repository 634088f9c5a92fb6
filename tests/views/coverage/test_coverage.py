"""Which statements are asked about, what the summary says of them, and the learning routes."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.views.coverage.small import covered, rows
from tests.views.coverage.test_gathering import SEEN, VOICE, audit, evidence, numbers

from lif.measures.assemble import assemble
from lif.records.elements import Context, LearningMethod
from lif.records.governance import Group
from lif.records.record import Item, Record
from lif.register import Register
from lif.views.coverage import Coverage, coverage
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[3]

NOT_STATEMENTS = {
    "context": "says how an element is laid out, so nothing can show it",
    "gap": "names what the source leaves out",
    "group": "names a group; what it answers for stands in its responsibilities",
    "method": "names a way of learning",
    "sort": "names a kind of learning",
}
"""The sorts of line in the seeds that are no statement of how things should be, each with the reason."""


@pytest.fixture(scope="module")
def nel() -> Coverage:
    loaded = Workspace.load(ROOT, date(2025, 12, 10), checks=())
    return coverage(loaded.register, assemble(loaded.register, loaded.as_at), loaded.as_at)


def lines() -> list[tuple[str, str]]:
    with (ROOT / "tests/data/nel/statements.tsv").open(encoding="utf-8", newline="") as file:
        return [(row["sort"], row["address"]) for row in csv.DictReader(file, delimiter="\t")]


def test_every_statement_of_the_seeds_is_asked_what_shows_it(nel: Coverage) -> None:
    asked = rows(nel) | {section.id: None for section in nel.sections}
    missing = [(sort, address) for sort, address in lines() if address not in asked]
    assert {sort for sort, _ in missing} <= set(NOT_STATEMENTS)
    assert sum(sort not in NOT_STATEMENTS for sort, _ in lines()) > 150


def test_what_is_not_asked_about_is_what_its_reason_says() -> None:
    register = Workspace.load(ROOT, date(2025, 12, 10), checks=()).register
    found: dict[str, set[type[Record | Item]]] = {}
    for sort, address in lines():
        if sort in NOT_STATEMENTS:
            thing = register.get(address)
            assert thing is not None
            found.setdefault(sort, set()).add(type(thing))
    assert found["context"] <= {Context}
    assert (found["group"], found["method"]) == ({Group}, {LearningMethod})


def test_functions_that_ended_are_history_and_are_not_counted(nel: Coverage) -> None:
    row = rows(nel)["function-maintain-framework"]
    assert (row.stated.past, row.counted) == ("history: it applied until 28 September 2019", False)


def test_the_counts_are_those_of_the_rows(nel: Coverage) -> None:
    counted = [row for row in nel.rows if row.counted]
    assert nel.summary.statements == len(counted) == sum(count for _, count in nel.summary.counts)
    assert nel.summary.count("not-shown") == sum(not row.pieces for row in counted)
    assert sum(tally.statements for tally in nel.summary.tallies) == len(counted)


def test_retired_statements_are_left_out(workspace: Write) -> None:
    assert "element-visits/gone" not in rows(covered(workspace))
    assert "element-visits/gone" in rows(covered(workspace, as_at="2023-12-31"))
    assert "element-visits/how" not in rows(covered(workspace))


def test_the_summary_of_a_board_with_nothing(workspace: Write) -> None:
    """Two priorities, three questions, four items of the element, one of the board: nothing shows any."""
    summary = covered(workspace).summary
    assert (summary.statements, summary.count("not-shown"), summary.one_sided) == (10, 10, 0)
    assert summary.without_children == ("Early help", "Neglect")
    assert summary.nothing_at_all == ("Early help", "Neglect", "A. Visits")


def test_the_summary_names_who_was_not_heard_and_where_only_numbers_speak(workspace: Write) -> None:
    found = covered(workspace, numbers(("40/50",), "elements: [element-visits/seen]") | VOICE)
    assert found.summary.without_children == ("Early help",)
    assert found.summary.numbers_only == ()
    only = covered(
        workspace,
        {
            "data/voice/voice-1.yaml": VOICE["data/voice/voice-1.yaml"].replace(
                "statements: [element-visits/seen]", "themes: [theme-voice]"
            )
        },
    )
    assert only.summary.numbers_only == ("A. Visits",)
    assert (only.summary.count("shown"), only.summary.count("looked-at")) == (1, 1)
    assert only.summary.one_sided == 2


def test_a_row_is_illustrative_when_anything_that_shows_it_is(workspace: Write) -> None:
    files = {k: v + "    illustrative: true\n" for k, v in evidence(SEEN).items()}
    found = rows(covered(workspace, files | audit(3, 1)))
    assert (found[SEEN].illustrative, found["element-visits/heard"].illustrative) == (True, False)


def test_a_duty_counts_while_it_applies(workspace: Write) -> None:
    duty = """
        id: duty-visit
        title: Visit
        text: |
          Visits must be made.
        owner: Social care
        trigger: A child
        force: statute
        since: 2025-01-01
        until: 2025-03-31
        source: A book
    """
    files = {"framework/duties/duty-visit.yaml": duty}
    there = [
        day
        for day in ("2024-12-31", "2025-01-01", "2025-03-31", "2025-04-01")
        if "duty-visit" in rows(covered(workspace, files, day))
    ]
    assert there == ["2025-01-01", "2025-03-31"]


PASSAGE = """
    id: passage-{id}
    route: element-visits/to-training
    on: {on}
    text: |
      Themes of {on}.
"""


def passages(*days: str) -> dict[str, str]:
    return {f"data/passages/passage-{n}.yaml": PASSAGE.format(id=n, on=on) for n, on in enumerate(days)}


@pytest.mark.parametrize(
    ("days", "as_at", "expected"),
    [
        ((), "2025-05-20", ("never-used", None, 0)),
        (("2025-02-19",), "2025-05-20", ("in-use", 90, 1)),
        (("2025-02-18", "2024-01-01"), "2025-05-20", ("silent", 91, 2)),
        (("2025-05-20",), "2025-05-20", ("in-use", 0, 1)),
        (("2025-05-21",), "2025-05-20", ("never-used", None, 0)),
    ],
)
def test_a_route_is_silent_after_its_days(
    workspace: Write, days: tuple[str, ...], as_at: str, expected: tuple[str, int | None, int]
) -> None:
    (route,) = covered(workspace, passages(*days), as_at).routes
    assert (route.state, route.silent_days, len(route.passed)) == expected
    assert (route.starts, route.reaches) == (("Audit group",), ("Neglect group",))


def test_a_route_without_a_limit_is_in_use_once_used(workspace: Write) -> None:
    from tests.views.coverage.small import ELEMENT

    path = "framework/elements/element-visits.yaml"
    files = {path: ELEMENT[path].replace("silent_after_days: 90", "")} | passages("2015-01-01")
    (route,) = covered(workspace, files).routes
    assert (route.state, route.allowed_days) == ("in-use", None)
    assert rows(covered(workspace, files))["element-visits/to-training"].state == "old"


DUTY = """
    id: duty-answer
    title: Answer an inspection
    text: |
      Answer within ten days.
    owner: Social care
    trigger: A report
    limit:
      number: 10
      unit: calendar-days
    clocks:
      - of: inspection
        starts: published
        stops: responded
    force: statutory-guidance
    since: 2020-01-01
    source: A book
"""
INSPECTION = """
    id: inspection-1
    title: The inspection
    sort: police
    inspectorates: [The inspectorate]
    agencies: [police]
    group: audit-group
    published: 2025-03-01
    {answered}
"""


@pytest.mark.parametrize(
    ("answered", "as_at", "expected"),
    [
        ("responded_on: 2025-03-11", "2025-05-20", ("shown", [("2025-03-11", "for")])),
        ("responded_on: 2025-03-12", "2025-05-20", ("contradicted", [("2025-03-12", "against")])),
        ("text: None.", "2025-05-20", ("contradicted", [("2025-03-11", "against")])),
        ("responded_on: 2025-03-11", "2025-03-10", ("not-shown", [])),
    ],
)
def test_a_duty_is_shown_by_the_deadlines_that_were_kept(
    workspace: Write, answered: str, as_at: str, expected: tuple[str, list[tuple[str, str]]]
) -> None:
    """Ten calendar days from 1 March end on 11 March."""
    files = {
        "framework/duties/duty-answer.yaml": DUTY,
        "data/inspections/inspection-1.yaml": INSPECTION.format(answered=answered),
    }
    row = rows(covered(workspace, files, as_at))["duty-answer"]
    assert (row.state, [(p.on.isoformat(), p.leaning) for p in row.pieces]) == expected


RANK = ("not-shown", "old", "contradicted", "contested", "looked-at", "shown", "shown-well")


def test_taking_a_record_away_never_makes_a_state_better(nel: Coverage) -> None:
    """Of the illustrative year, every twelfth record that shows something; but for what speaks against."""
    loaded = Workspace.load(ROOT, date(2025, 12, 10), checks=())
    every = loaded.register
    records = [one.record for one in nel.behind if one.kind not in ("indicator", "publication")][::12]
    assert len(records) > 10
    for record in records:
        left = Register.of(
            (entry for id_, entry in every.entries.items() if id_ != record),
            published=every.published,
            board_id=every.board_id,
        )
        without = rows(coverage(left, assemble(left, loaded.as_at), loaded.as_at))
        for address, row in rows(nel).items():
            leanings = {piece.leaning for piece in row.pieces if piece.record == record}
            if row.stated.whole or address.partition("/")[0] == record or "against" in leanings:
                continue
            assert RANK.index(without[address].state) <= RANK.index(row.state), (record, address)
