"""Progress of the framework between a day and the same day a year before: worked by hand on a small board."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL
from tests.views.coverage.small import ELEMENT
from tests.views.yearly_report.small import DONE, action, listed, looked

from lif.records.board import Board
from lif.views.coverage.states import STATES, State
from lif.views.framework_progress import FrameworkProgress, framework_progress
from lif.views.framework_progress.shown import PartLine, moved_from
from lif.views.papers import Question
from lif.workspace import Workspace


def made(workspace: Write, files: Mapping[str, str] = {}, as_at: str = "2025-05-20") -> FrameworkProgress:
    loaded = Workspace.load(workspace({**ELEMENT, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    board = loaded.register.record(Board, "hill")
    return framework_progress(Question(loaded.register, loaded.as_at, board))


def evidence(id_: str, on: str, shows: str, sort: str = "audit", strength: str = "supports") -> str:
    return f"""
        id: {id_}
        title: Seen {id_}
        sort: {sort}
        text: |
          It was seen.
        on: {on}
        strength: {strength}
        shows: [{shows}]
        """


def element(view: FrameworkProgress) -> PartLine:
    return next(each for each in view.parts if each.id == "element-visits")


SEEN, HEARD = "element-visits/seen", "element-visits/heard"


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        (None, "shown", "new"),
        ("not-shown", "shown", "better"),
        ("not-shown", "old", "better"),
        ("shown", "shown-well", "better"),
        ("contested", "shown", "better"),
        ("shown-well", "shown", "worse"),
        ("shown", "old", "worse"),
        ("shown", "contested", "against"),
        ("not-shown", "contradicted", "against"),
        ("contradicted", "contested", "same"),
        ("contested", "old", "same"),
        ("shown", "shown", "same"),
    ],
)
def test_how_a_statement_moved(before: State | None, now: State, moved: str) -> None:
    assert moved_from(before, now) == moved


def test_no_statement_moves_when_nothing_changed() -> None:
    assert {moved_from(state, state) for state in STATES} == {"same"}


def test_a_statement_is_compared_with_what_was_known_a_year_before(workspace: Write) -> None:
    files = listed(
        "evidence",
        evidence("early", "2024-01-10", SEEN),
        evidence("late", "2025-03-10", SEEN, "voice"),
        evidence("other", "2025-03-10", HEARD, strength="contradicts"),
    )
    view = made(workspace, files)
    assert view.before == date(2024, 5, 20)
    found = element(view)
    assert [(each.text, each.before, each.state, each.moved) for each in found.moved] == [
        ("Children are seen.", "shown", "shown well", "better"),
        ("Children are heard.", "not shown", "spoken against", "against"),
    ]
    good = found.good
    assert (good.statements, good.shown, good.shown_before) == (2, 1, 1)
    assert (good.nothing, good.nothing_before, good.against, good.against_before) == (0, 1, 1, 0)


def test_what_nothing_shows_on_either_day_is_not_moving(workspace: Write) -> None:
    view = made(workspace, listed("evidence", evidence("late", "2025-03-10", HEARD)))
    assert [each.text for each in element(view).stuck] == [
        "Children are seen.",
        "Watches visits.",
        "What audits find goes into training.",
    ]
    assert (element(view).planned.statements, element(view).planned.nothing) == (2, 2)
    assert view.opening.asked[0] == (
        "Decide what is done about 3 statements that nothing shows, as a year ago: A. Visits (3)."
    )


def test_effect_is_counted_among_the_sources_of_a_parts_evidence_and_apart_from_activity(
    workspace: Write,
) -> None:
    files = listed(
        "evidence",
        evidence("early", "2024-03-10", SEEN),
        evidence("late", "2025-03-10", SEEN),
        evidence("work", "2025-03-10", "element-visits/watches"),
        evidence("elsewhere", "2025-03-10", "act"),
    ) | listed("actions", action("act", *DONE))
    found = element(made(workspace, files))
    assert [each.address for each in found.looks] == ["late"]
    assert (found.evidence, found.evidence_before) == (1, 1)


def test_a_priority_takes_the_looks_that_are_about_it(workspace: Write) -> None:
    files = listed("actions", action("act", *looked("2025-03-01"), "priorities: [priority-neglect]"))
    outcome = {
        "framework/priorities.yaml": """
            - id: priority-neglect
              name: Neglect
              strategies: [plan]
              outcomes:
                - id: cared-for
                  text: |
                    Children are cared for.
        """,
        "framework/strategies.yaml": """
            - id: plan
              name: Business plan
              sort: business-plan
        """,
    }
    view = made(workspace, {**files, **outcome})
    priority = next(each for each in view.parts if each.sort == "priority")
    assert [each.address for each in priority.looks] == ["act"]
    (strategy,) = view.strategies
    assert (strategy.priorities, strategy.done, strategy.helped) == (("Neglect",), 1, 1)
    assert (strategy.open, strategy.open_before, strategy.done_before) == (0, 1, 0)


def test_an_aim_is_no_evidence_on_a_priority_that_only_another_aim_of_its_plan_serves(
    workspace: Write,
) -> None:
    plan = """
        id: plan-2025
        title: Plan 2025-26
        period: 2025-26
        group: audit-group
        approved_on: 2025-04-02
        lines:
        """
    for id_ in ("neglect", "early"):
        plan += f"""
          - id: aim-{id_}
            text: |
              Less {id_}.
            priority: priority-{id_}
            effect: shown
            effect_on: 2025-05-01
            effect_text: |
              It was less.
        """
    outcome = "outcomes: [{{id: better-{0}, text: Children live better.}}]"
    priorities = "".join(
        f"""
            - id: priority-{id_}
              name: {id_.title()}
              {outcome.format(id_)}
        """
        for id_ in ("neglect", "early")
    )
    view = made(workspace, {**listed("improvement-plans", plan), "framework/priorities.yaml": priorities})
    found = {each.id: each for each in view.parts if each.sort == "priority"}
    assert [each.address for each in found["priority-neglect"].looks] == ["plan-2025/aim-neglect"]
    assert found["priority-neglect"].evidence == 1


def test_a_wanted_measure_is_late_from_the_day_after_it_was_expected(workspace: Write) -> None:
    def agenda(due: str, status: str = "wanted") -> dict[str, str]:
        return {
            "framework/development-agenda/waits.yaml": f"""
                id: waits
                name: Waiting times
                why: |
                  Nobody knows who waits.
                outcomes_class: how-well
                owner: head-of-care
                due: {due}
                status: {status}
            """
        }

    (late,) = made(workspace, agenda("2025-05-19")).wanted
    assert (late.days_late, late.owner, late.status) == (1, "Head of Care", "wanted")
    assert made(workspace, agenda("2025-05-20")).wanted[0].days_late == 0
    assert made(workspace, agenda("2025-05-19", "in-use")).wanted[0].days_late == 0
    asked = made(workspace, agenda("2025-05-19")).opening.asked
    assert (
        "Ask the owners of measures that are wanted and late: Waiting times (1 day late, Head of Care)."
        in asked
    )


def test_a_route_is_set_beside_how_it_stood_a_year_before(workspace: Write) -> None:
    files = listed(
        "passages",
        "id: first\nroute: element-visits/to-training\non: 2024-05-01\ntext: |\n  Told.",
    )
    (route,) = made(workspace, files).routes
    assert route.reaches == ("Neglect group",)
    assert (route.state, route.before, route.passed, route.passed_before) == ("silent", "in use", 0, 1)
    assert route.silent_days == 384


def test_aims_documents_and_changes_are_those_known_on_the_day(workspace: Write) -> None:
    files = {
        **listed(
            "improvement-plans",
            """
            id: plan-2025
            title: Plan 2025-26
            period: 2025-26
            group: audit-group
            approved_on: 2025-04-02
            lines:
              - id: less
                text: |
                  Fewer wait.
                actions: [act]
                effect: shown
                effect_on: 2025-06-01
                effect_text: |
                  Fewer did.
            """,
        ),
        **listed("actions", action("act", *DONE)),
        "framework/documents.yaml": """
            - id: doc
              title: Threshold document
              sort: policy
              owner: Top board
              approved_on: 2021-05-01
              review_due: 2025-05-10
        """,
        "framework/amendments.yaml": """
            - id: new
              on: 2025-01-10
              text: |
                A word was changed.
            - id: old
              on: 2024-05-20
              text: |
                Another was.
        """,
    }
    view = made(workspace, files)
    (aim,) = view.aims
    assert (aim.done, aim.actions, aim.effect, aim.seen) == (1, 1, "", "")  # it was looked at later
    assert [(each.title, each.days_late) for each in view.documents] == [("Threshold document", 10)]
    assert [each.text for each in view.changes] == ["A word was changed."]
    assert made(workspace, files, "2025-04-01").aims == ()


def test_an_empty_board_still_asks_for_something(workspace: Write) -> None:
    keep = ("lif.yaml", "framework/boards/hill.yaml", "framework/areas.yaml")
    loaded = Workspace.load(workspace({path: SMALL[path] for path in keep}), date(2025, 5, 20), checks=())
    view = framework_progress(Question(loaded.register, loaded.as_at, loaded.register.record(Board, "hill")))
    assert [*view.parts, *view.strategies, *view.wanted, *view.routes] == []
    assert view.opening.asked == (
        "Note how the evidence for elements and priorities moved since 20 May 2024: 0 better, 0 less well, "
        "0 newly spoken against.",
    )
