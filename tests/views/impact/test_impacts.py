"""What counts as a look at what became different, what does not, and from which day: worked by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import RISING, STEADY, returned
from tests.views.yearly_report.small import DONE, NEGLECT, action, listed, looked, question

from lif.calendars import financial_year
from lif.views.impact import WAYS, impacts
from lif.views.impact.pieces import Impact

YEAR = financial_year(2024)


def seen(workspace: Write, files: Mapping[str, str], as_at: str = "2025-07-01") -> tuple[Impact, ...]:
    asked = question(workspace, files, as_at)
    return impacts(asked.register, asked.figures, YEAR, asked.as_at)


def told(found: tuple[Impact, ...]) -> list[tuple[str, str, str, bool]]:
    """Each look: where it stands, what was seen, for whom, and whether it is evidence of impact."""
    return [(each.address, each.seen, each.for_whom, each.is_evidence) for each in found]


def evidence(*lines: str, on: str = "2025-02-01", sort: str = "numbers", shows: str) -> str:
    head = ["id: ev", "title: Counted", f"sort: {sort}", "text: |", "  It was counted.", f"on: {on}"]
    return "\n".join([*head, f"shows: [{shows}]", *lines])


def test_an_empty_board_has_no_looks(workspace: Write) -> None:
    assert seen(workspace, {}) == ()


@pytest.mark.parametrize(
    ("on", "as_at", "there"),
    [
        ("2024-03-31", "2025-07-01", False),  # the day before the year
        ("2024-04-01", "2025-07-01", True),
        ("2025-03-31", "2025-07-01", True),
        ("2025-04-01", "2025-07-01", False),  # of the year after
        ("2025-03-31", "2025-03-30", False),  # not known yet
        ("2025-03-31", "2025-03-31", True),
    ],
)
def test_a_look_is_of_the_year_by_its_own_day_and_known_by_the_day_of_the_report(
    workspace: Write, on: str, as_at: str, there: bool
) -> None:
    of_an_action = listed("actions", action("act", *looked(on), agreed="2024-01-10"))
    of_evidence = listed("evidence", evidence(on=on, shows="element-visits/seen"))
    assert bool(seen(workspace, of_an_action, as_at)) is there
    assert bool(seen(workspace, of_an_action | of_evidence, as_at)) is there
    assert len(seen(workspace, of_an_action | of_evidence, as_at)) == (2 if there else 0)


@pytest.mark.parametrize(
    ("result", "text", "expected"),
    [
        ("shown", "Fewer wait.", [("act", "difference", "children", True)]),
        ("partly-shown", "Some wait.", [("act", "some-difference", "children", True)]),
        ("not-shown", "As many wait.", [("act", "no-difference", "children", True)]),
        ("cannot-be-told", "Nobody counted.", []),
        ("shown", "", []),  # a tick without a word of what was seen
    ],
)
def test_what_an_action_shows(
    workspace: Write, result: str, text: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    found = seen(workspace, listed("actions", action("act", *looked("2025-02-01", result, text))))
    assert told(found) == expected


def test_an_action_that_was_done_and_not_looked_at_shows_nothing(workspace: Write) -> None:
    assured = ("assurance:", "  on: 2024-12-01", "  group: audit-group")
    due = ("impact:", "  due: 2025-01-31")
    files = listed("actions", action("done", *DONE, *assured), action("due", *DONE, *due))
    assert seen(workspace, files) == ()


@pytest.mark.parametrize(
    ("shows", "lines", "expected"),
    [
        ("element-visits/seen", (), ("difference", "children", True)),
        ("priority-neglect/cared-for", (), ("difference", "children", True)),
        ("element-visits/seen", ("strength: mixed",), ("some-difference", "children", True)),
        ("element-visits/seen", ("strength: contradicts",), ("against", "children", False)),
        ("element-visits/trained", (), ("difference", "practice", False)),
        ("element-visits/trained, element-visits/seen", (), ("difference", "children", True)),
        ("element-visits/watches", (), None),  # what the board does
        ("priority-neglect", (), None),  # a priority makes no claim
        ("act", (), None),  # that an action was done
    ],
)
def test_evidence_counts_by_what_it_shows(
    workspace: Write, shows: str, lines: tuple[str, ...], expected: tuple[str, str, bool] | None
) -> None:
    files = listed("evidence", evidence(*lines, shows=shows)) | listed("actions", action("act", *DONE))
    assert told(seen(workspace, files)) == ([("ev", *expected)] if expected else [])


def test_a_document_shows_that_something_was_written(workspace: Write) -> None:
    files = listed("evidence", evidence(sort="document", shows="element-visits/seen"))
    assert seen(workspace, files) == ()


def difference(*evidence: str, received: str = "2025-05-20", quarter: str = "2024-25-Q4") -> dict[str, str]:
    return listed(
        "group-reports",
        f"""
        id: neglect-group-q4
        group: neglect-group
        quarter: {quarter}
        due: 2025-04-30
        received: {received}
        differences:
          - id: less
            text: |
              Fewer children wait.
            evidence: [{", ".join(evidence)}]
            priorities: [priority-neglect]
        """,
    )


@pytest.mark.parametrize(
    ("evidence_", "there"),
    [
        ((), False),  # a claim
        (("promised",), False),  # a promise
        (("looked",), True),
        (("ev",), True),
        (("audit/strong",), True),
        (("audit/weak",), False),
        (("audit",), False),  # that there was an audit
    ],
)
def test_a_groups_difference_counts_where_a_record_shows_it(
    workspace: Write, evidence_: tuple[str, ...], there: bool
) -> None:
    audit = """
        id: audit
        title: Visits
        sort: multi-agency
        group: audit-group
        planned: 2024-25-Q2
        reported: 2024-09-01
        strengths:
          - id: strong
            text: |
              Visits are warm.
        findings:
          - id: weak
            text: |
              Visits are short.
        """
    files = (
        difference(*evidence_)
        | listed("actions", action("promised", *NEGLECT), action("looked", *looked("2025-06-01")))
        | listed("evidence", evidence(on="2025-05-01", shows="element-visits/watches"))
        | listed("audits", audit)
    )
    assert ("neglect-group-q4/less" in [each.address for each in seen(workspace, files)]) is there


@pytest.mark.parametrize(
    ("received", "quarter", "there"),
    [
        ("2025-05-20", "2024-25-Q4", True),  # of the year by its quarter
        ("2025-07-02", "2024-25-Q4", False),  # had not come by the day of the report
        ("2025-05-20", "2023-24-Q4", False),
    ],
)
def test_a_groups_report_is_of_the_year_by_its_quarter(
    workspace: Write, received: str, quarter: str, there: bool
) -> None:
    files = difference("ev", received=received, quarter=quarter)
    files |= listed("evidence", evidence(on="2025-04-20", shows="element-visits/seen"))
    assert bool(seen(workspace, files)) is there


@pytest.mark.parametrize(
    ("level", "lines", "expected"),
    [
        ("reaction", ("answered: 9", "positive: 9"), None),
        ("learning", ("answered: 9", "positive: 9"), None),
        ("behaviour", ("answered: 9", "positive: 5"), ("difference", "practice", False)),
        ("behaviour", ("answered: 9", "positive: 4"), ("some-difference", "practice", False)),
        ("behaviour", ("answered: 5", "positive: 3"), ("difference", "practice", False)),
        ("behaviour", ("answered: 4", "positive: 4"), ("some-difference", "practice", False)),  # too few
        ("behaviour", ("answered: 9", "positive: 0"), ("no-difference", "practice", False)),
        ("results", (), None),  # no record shows it
        ("results", ("shown_by: [ev]",), ("difference", "children", True)),
    ],
)
def test_training_counts_by_results_alone(
    workspace: Write, level: str, lines: tuple[str, ...], expected: tuple[str, str, bool] | None
) -> None:
    course = ["id: course", "title: Visits", "sort: multi-agency", "group: audit-group", "evaluations:"]
    course += ["  - id: one", f"    level: {level}", "    on: 2025-03-01", "    question: What became of it?"]
    course += ["    text: |", "      It was seen.", *(f"    {each}" for each in lines)]
    files = listed("courses", "\n".join(course))
    files |= listed("evidence", evidence(on="2025-05-01", shows="element-visits/seen"))
    found = told(seen(workspace, files))
    assert found == ([("course/one", *expected)] if expected else [])


def test_an_evaluation_is_of_the_year_by_the_sessions_it_is_about(workspace: Write) -> None:
    course = """
        id: course
        title: Visits
        sort: multi-agency
        group: audit-group
        evaluations:
          - id: after
            level: behaviour
            on: 2025-06-01
            sessions: [held]
            question: What became of it?
            answered: 2
            positive: 2
          - id: other
            level: behaviour
            on: 2025-03-01
            sessions: [earlier]
            question: What became of it?
            answered: 2
            positive: 2
        """
    session = "id: {0}\ncourse: course\non: {1}\ncapacity: 9"
    files = listed("courses", course) | listed(
        "training-sessions", session.format("held", "2025-03-01"), session.format("earlier", "2024-03-01")
    )
    assert [each.address for each in seen(workspace, files)] == ["course/after"]


@pytest.mark.parametrize(
    ("outcomes_class", "values", "expected"),
    [
        ("better-off", RISING, [("visits", "difference", "children", True)]),
        ("better-off", tuple(reversed(RISING)), [("visits", "against", "children", False)]),
        ("better-off", STEADY, []),  # ordinary ups and downs
        ("how-well", RISING, []),  # what was done, and how well
    ],
)
def test_a_figure_counts_where_children_are_better_off_and_its_chart_says_so(
    workspace: Write, outcomes_class: str, values: tuple[str, ...], expected: list[tuple[str, str, str, bool]]
) -> None:
    made = indicator("visits", *NEGLECT, outcomes_class=outcomes_class)
    files = {"framework/indicators/visits.yaml": made, **returned({"visits": values})}
    assert told(seen(workspace, files)) == expected


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ((3, 5), (6, 2), "difference"),
        ((3, 5), (3, 5), "no-difference"),
        ((6, 2), (3, 5), "against"),
        ((3, 5), None, None),  # not graded yet
    ],
)
def test_an_audit_that_was_repeated_shows_whether_grades_rose(
    workspace: Write, before: tuple[int, int], now: tuple[int, int] | None, expected: str | None
) -> None:
    tool = """
        id: tool
        name: Tool
        version: "1"
        criteria:
          - id: one
            text: |
              Seen.
        grades:
          - id: good
            name: Good
            good: true
          - id: poor
            name: Poor
        """

    def audit(id_: str, reported: str, counts: tuple[int, int] | None, *more: str) -> str:
        head = [f"id: {id_}", f"title: {id_}", "sort: multi-agency", "group: audit-group", "tool: tool"]
        head += ["planned: 2024-25-Q2", f"reported: {reported}", *more]
        for grade, count in zip(("good", "poor"), counts or (), strict=False):
            head += [*(["overall:"] if grade == "good" else []), f"  - grade: {grade}", f"    cases: {count}"]
        return "\n".join(head)

    files = listed(
        "audits",
        audit("first", "2023-06-01", before),
        audit("again", "2024-09-01", now, "earlier_round: first"),
    ) | {"framework/audit-tools/tool.yaml": tool}
    found = [(each.address, each.seen) for each in seen(workspace, files)]
    assert found == ([("again", expected)] if expected else [])


def test_what_a_look_is_about_follows_from_its_source_and_from_who_led_to_it(workspace: Write) -> None:
    files = listed(
        "actions",
        action("of-review", *looked(), sort="review"),
        action("of-audit", *looked(), *NEGLECT, sort="audit"),
        action("of-voice", *looked(), "sort: training"),
    ) | listed(
        "voice",
        """
        id: heard
        title: Heard
        on: 2024-06-01
        from_whom: children
        method: group
        text: |
          We wait.
        actions: [of-voice]
        """,
    )
    found = {each.address: each.about for each in seen(workspace, files)}
    assert found["of-review"].subjects == ("reviews",)
    assert (found["of-audit"].subjects, found["of-audit"].priorities) == (("audits",), ("priority-neglect",))
    assert found["of-voice"].subjects == ("training", "voice")


def test_evidence_that_rests_on_itself_is_followed_to_an_end(workspace: Write) -> None:
    files = listed("evidence", evidence("source: [ev]", shows="element-visits/seen"))
    assert [each.address for each in seen(workspace, files)] == ["ev"]


def test_the_table_names_each_way_once() -> None:
    assert len(WAYS) == len(set(WAYS)) == 9
