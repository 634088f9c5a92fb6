"""A board that becomes another keeps its history: bodies, agencies and groups under the name of their day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL
from tests.views.questions import made, of
from tests.views.test_actions import action, step

from lif.checks.chains import circle_of_links, ended_record_linked
from lif.diagnostics import line
from lif.records.board import Board
from lif.records.governance import Agency, Group, Role
from lif.records.record import Record
from lif.register import Register
from lif.views.actions import action_lines
from lif.views.bodies import body_name
from lif.workspace import Workspace

# A commissioning group, the larger one that it was merged into, and the integrated care board after that.

CCG = made(Agency, "ccg", name="Hill CCG", sector="health", until="2020-03-31", successor="big-ccg")
BIG = made(Agency, "big-ccg", name="Dales CCG", sector="health", until="2022-06-30", successor="icb")
ICB = made(Agency, "icb", name="Dales ICB", sector="health", since="2022-07-01")
NURSE = made(Role, "nurse", name="Designated nurse", agency="ccg")
OLD = made(Group, "old-group", name="Old group", tier="subgroup", until="2023-03-31", successor="new-group")
NEW = made(Group, "new-group", name="New group", tier="subgroup", since="2023-04-01")
AROUND: tuple[Record, ...] = (CCG, BIG, ICB, NURSE, OLD, NEW)
OPEN = action(
    id="act-open",
    owner="nurse",
    group="old-group",
    agreed_on="2019-01-10",
    due="2024-06-30",
    steps=[step("in-progress", "2019-02-01")],
)
DONE = action(
    id="act-done",
    owner="nurse",
    group="old-group",
    agreed_on="2019-01-10",
    due="2019-06-30",
    steps=[step("reported-complete", "2019-06-01"), step("closed", "2019-07-01")],
)


@pytest.mark.parametrize(
    ("day", "owner", "agency", "group"),
    [
        ("2020-03-31", "Designated nurse", "Hill CCG", "Old group"),
        ("2020-04-01", "Designated nurse (Hill CCG; now Dales CCG)", "Dales CCG", "Old group"),
        ("2022-06-30", "Designated nurse (Hill CCG; now Dales CCG)", "Dales CCG", "Old group"),
        (
            "2022-07-01",
            "Designated nurse (Hill CCG, then Dales CCG; now Dales ICB)",
            "Dales ICB",
            "Old group",
        ),
        (
            "2023-04-01",
            "Designated nurse (Hill CCG, then Dales CCG; now Dales ICB)",
            "Dales ICB",
            "New group",
        ),
    ],
)
def test_an_open_action_is_owed_by_who_took_over(day: str, owner: str, agency: str, group: str) -> None:
    (found,) = action_lines(of(*AROUND, OPEN), date.fromisoformat(day))
    assert (found.owner_name, found.agency_name, found.group_name) == (owner, agency, group)


def test_a_closed_action_stays_with_who_had_it() -> None:
    (found,) = action_lines(of(*AROUND, DONE), date(2024, 1, 1))
    assert (found.owner_name, found.agency_name, found.group_name) == (
        *("Designated nurse", "Hill CCG", "Old group"),
    )


def test_it_is_found_under_each_of_them() -> None:
    register, day = of(*AROUND, OPEN), date(2024, 1, 1)
    for owner in ("nurse", "ccg", "big-ccg", "icb"):
        assert len(action_lines(register, day, owner=owner)) == 1, owner
    assert len(action_lines(register, day, group="old-group")) == 1
    assert len(action_lines(register, day, group="new-group")) == 1
    assert action_lines(register, date(2020, 1, 1), owner="icb") == ()


def test_a_role_in_an_agency_that_ended_is_told_with_who_took_over_or_that_nobody_did() -> None:
    def said(*records: Record) -> list[tuple[str, str, str]]:
        found = ended_record_linked(of(*records), date(2024, 1, 1))
        return [(each.record, each.message, each.hint) for each in found if each.path == ("agency",)]

    assert said(*AROUND, OPEN) == [("nurse", "the last day of 'ccg' was 2020-03-31", "write big-ccg")]
    alone = made(Agency, "ccg", name="Hill CCG", sector="health", until="2020-03-31")
    assert said(alone, NURSE, OLD, NEW, OPEN) == [
        ("nurse", "the last day of 'ccg' was 2020-03-31", "name what took its place")
    ]


# Bodies.


def test_the_body_is_that_of_the_day(workspace: Write) -> None:
    root = workspace(SMALL)

    def name(day: str) -> str:
        loaded = Workspace.load(root, date.fromisoformat(day), checks=())
        return body_name(loaded.register, loaded.board, loaded.as_at)

    assert name("2018-01-01") == name("2019-09-28") == "Hill Local Safeguarding Children Board"
    assert name("2019-09-29") == name("2019-09-30") == "Hill Safeguarding Children Partnership"


MERGED = {
    "framework/boards/hill.yaml": """
        id: hill
        name: Hill and the Dales
        area: hill-town
        predecessors: [old-hill, dales]
        bodies:
          - id: partnership
            name: Hill and Dales Safeguarding Children Partnership
            kind: partnership
            since: 2019-09-29
    """,
    **{
        f"framework/boards/{id_}.yaml": f"""
            id: {id_}
            name: {name}
            area: {area}
            bodies:
              - id: lscb
                name: {name} LSCB
                kind: lscb
                until: 2019-09-28
        """
        for id_, name, area in (("old-hill", "Hill", "hill-town"), ("dales", "Dales", "the-dales"))
    },
}


def test_two_boards_that_became_one_are_both_named_before_that_day(workspace: Write) -> None:
    loaded = Workspace.load(workspace({**SMALL, **MERGED}), date(2025, 5, 20))
    assert [line(each) for each in loaded.errors] == []
    assert body_name(loaded.register, loaded.board, date(2019, 9, 28)) == "Hill LSCB and Dales LSCB"
    assert body_name(loaded.register, loaded.board, date(2019, 9, 29)) == (
        "Hill and Dales Safeguarding Children Partnership"
    )
    earlier = loaded.register.record(Board, "dales")
    assert earlier.bodies[0].until == date(2019, 9, 28)


def test_boards_that_are_made_of_each_other_are_told() -> None:
    def board(id_: str, *before: str) -> Board:
        bodies = [{"id": "lscb", "name": id_, "kind": "lscb", "since": "2019-09-29"}]
        found: Board = made(Board, id_, name=id_, area="hill-town", bodies=bodies, predecessors=list(before))
        return found

    def told(*boards: Board) -> list[str]:
        return [each.record for each in circle_of_links(of(*boards), date(2025, 1, 1))]

    assert told(board("a", "b", "c"), board("b"), board("c")) == []
    assert told(board("a", "b"), board("b", "c"), board("c", "b")) == ["b", "c"]
    circle: Register = of(board("a", "b"), board("b", "a"))
    assert body_name(circle, circle.record(Board, "a"), date(2019, 1, 1)) == "a"
