"""The front sheet: whose paper on which day, what is asked, who supplied, what came of the last meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.small_papers import RISING, ask, lines, paper, returned

from lif.views.scorecard import scorecard

FALLING = tuple(reversed(RISING))
SEEN = {"framework/indicators/seen.yaml": indicator("seen", "priorities: [priority-neglect]")}


@pytest.mark.parametrize(
    ("as_at", "body", "former"),
    [
        ("2015-01-01", "Hill Local Safeguarding Children Board", ""),
        ("2019-09-28", "Hill Local Safeguarding Children Board", ""),
        (
            "2019-09-29",
            "Hill Safeguarding Children Partnership",
            "Hill Local Safeguarding Children Board",
        ),
        (
            "2025-05-20",
            "Hill Safeguarding Children Partnership",
            "Hill Local Safeguarding Children Board",
        ),
    ],
)
def test_a_paper_carries_the_name_of_the_body_of_its_day(
    workspace: Write, as_at: str, body: str, former: str
) -> None:
    front = paper(workspace, {}, as_at=as_at, quarter="2014-15-Q2").front
    assert (front.body, front.former) == (body, former)


@pytest.mark.parametrize(
    ("quarter", "as_at", "then"),
    [
        ("2018-19-Q3", "2025-05-20", ", when it was the Hill Local Safeguarding Children Board"),
        ("2018-19-Q3", "2019-02-01", ""),
        ("2019-20-Q2", "2025-05-20", ""),
    ],
)
def test_a_quarter_of_the_body_before_says_whose_it_was(
    workspace: Write, quarter: str, as_at: str, then: str
) -> None:
    front = paper(workspace, {}, as_at=as_at, quarter=quarter).front
    assert front.title_quarter.partition(")")[2] == then


def test_the_order_in_which_bodies_are_written_does_not_matter(workspace: Write) -> None:
    board = SMALL["framework/boards/hill.yaml"]
    head, _, rest = board.partition("          - id: lscb")
    first, _, after = rest.partition("          - id: partnership")
    second, _, end = after.partition("        equality:")
    turned = f"{head}          - id: partnership{second}          - id: lscb{first}        equality:{end}"
    files = {"framework/boards/hill.yaml": turned}
    names = [paper(workspace, files, as_at=day).front.body for day in ("2018-01-01", "2025-05-20")]
    assert names == ["Hill Local Safeguarding Children Board", "Hill Safeguarding Children Partnership"]


def test_the_paper_is_the_operational_boards_unless_another_is_named(workspace: Write) -> None:
    assert paper(workspace, {}).front.group == "Working board"
    assert paper(workspace, {}, group="top-board").front.group == "Top board"


def test_a_board_without_groups_still_has_a_paper(workspace: Write) -> None:
    groups = "- id: neglect-group\n  name: Neglect group\n  tier: subgroup\n"
    front = paper(workspace, {"framework/groups.yaml": groups}).front
    assert front.group == "Hill Safeguarding Children Partnership"


def test_who_has_supplied_and_who_has_not(workspace: Write) -> None:
    files = {
        **SEEN,
        **returned({"seen": FALLING}, received="2025-05-10"),
        "framework/return-schedules/police-owes.yaml": """
            id: police-owes
            agency: police
            every: quarter
            due_days_after: 30
            since: 2024-25-Q1
            measures: [seen/quarter]
        """,
    }
    early = paper(workspace, files, as_at="2025-04-30").front
    between = paper(workspace, files, as_at="2025-05-01").front
    late = paper(workspace, files, as_at="2025-05-10").front
    assert (early.contributing, early.missing) == ((), ())
    assert (between.contributing, between.missing) == ((), ("Hill Police", "Social care"))
    assert (late.contributing, late.missing) == (("Social care",), ("Hill Police",))


def test_a_return_that_came_in_part_says_how_much_of_it_is_missing(workspace: Write) -> None:
    files = {
        **SEEN,
        "framework/indicators/heard.yaml": indicator("heard"),
        **returned({"seen": FALLING}),
        "framework/return-schedules/care-owes.yaml": """
            id: care-owes
            agency: social-care
            every: quarter
            due_days_after: 40
            since: 2024-25-Q4
            measures: [seen/quarter, heard/quarter]
        """,
    }
    view = paper(workspace, files)
    assert view.front.missing == ("Social care (1 of 2 figures missing)",)
    assert [row.state for row in view.returns] == ["received late and in part (1 of 2 figures missing)"]


STORY = """\
stories:
  - id: why
    indicator: {}
    author: head-of-care
    written_on: 2025-05-15
    story: |
      Short of people.
    {}
"""


def test_what_the_board_is_asked_to_do(workspace: Write) -> None:
    files = {
        "framework/indicators/a.yaml": indicator("a", "priorities: [priority-neglect]"),
        "framework/indicators/b.yaml": indicator("b"),
        "framework/indicators/c.yaml": indicator("c", "priorities: [priority-early]"),
        "framework/indicators/fine.yaml": indicator("fine", "priorities: [priority-early]"),
        **returned(
            {"a": FALLING, "b": FALLING, "c": FALLING, "fine": RISING},
            STORY.format("b", "decision_asked: Pay."),
        ),
        **returned({}, STORY.format("c", ""), agency="police"),
    }
    front = paper(workspace, files).front
    assert [(each.verb, each.about, each.words) for each in front.asked] == [
        ("Decide", "b", "Pay."),
        ("Challenge", "a", "Head of Care"),
        ("Note", "c", ""),
    ]
    assert front.purpose == "Decision and assurance"
    assert front.priorities == ("Early help", "Neglect")


def test_a_paper_without_a_decision_is_for_assurance(workspace: Write) -> None:
    front = paper(workspace, {**SEEN, **returned({"seen": FALLING})}).front
    assert (front.purpose, [each.verb for each in front.asked]) == ("Assurance", ["Challenge"])


@pytest.mark.parametrize(
    ("story", "draft", "reasons"),
    [
        ("", True, ("1 exception without an explanation", "not yet issued")),
        ("", False, ("1 exception without an explanation",)),
        (STORY.format("seen", ""), True, ("not yet issued",)),
        (STORY.format("seen", ""), False, ()),
    ],
)
def test_an_exception_without_a_story_keeps_the_paper_a_draft(
    workspace: Write, story: str, draft: bool, reasons: tuple[str, ...]
) -> None:
    files = {**SEEN, **returned({"seen": FALLING}, *([story] if story else []))}
    front = scorecard(ask(workspace, files, draft=draft)).front
    assert (front.draft, front.draft_reasons) == (bool(reasons), reasons)


def meeting(day: str, *lines: str, group: str = "working-board") -> dict[str, str]:
    id_ = f"{group}-{day}"
    text = "\n".join([f"id: {id_}", f"group: {group}", f"on: {day}", *lines])
    return {f"data/meetings/{id_}.yaml": f"{text}\n"}


DECISION = (
    "held: true",
    "decisions:",
    "  - id: one",
    "    text: |",
    "      Look again at neglect.",
    '    minute: "7"',
    "    outcome: |",
    "      It was looked at.",
    "    outcome_on: 2025-05-15",
)
MEETINGS = {
    **meeting("2025-02-12", *DECISION),
    **meeting("2025-05-28", "quarter: 2024-25-Q4"),
    **meeting("2025-08-27", "quarter: 2025-26-Q1"),
    **meeting("2025-05-21", group="top-board"),
}


@pytest.mark.parametrize(
    ("as_at", "takes", "before"),
    [
        ("2025-02-11", "2025-05-28", None),
        ("2025-05-20", "2025-05-28", "2025-02-12"),
        ("2025-05-28", "2025-05-28", "2025-02-12"),
        ("2025-06-30", "2025-08-27", "2025-02-12"),
    ],
)
def test_the_meeting_that_takes_the_paper_and_the_one_before(
    workspace: Write, as_at: str, takes: str, before: str | None
) -> None:
    front = paper(workspace, MEETINGS, as_at=as_at).front
    assert (front.meeting_on and front.meeting_on.isoformat()) == takes
    assert (front.last_meeting_on and front.last_meeting_on.isoformat()) == before


@pytest.mark.parametrize(
    ("as_at", "outcome", "on"),
    [("2025-05-14", "", None), ("2025-05-15", "It was looked at.", "2025-05-15")],
)
def test_what_came_of_a_decision_is_told_from_its_day(
    workspace: Write, as_at: str, outcome: str, on: str | None
) -> None:
    (decision,) = paper(workspace, MEETINGS, as_at=as_at).front.last_decisions
    assert (decision.text, decision.minute, decision.outcome) == ("Look again at neglect.", "7", outcome)
    assert (decision.outcome_on and decision.outcome_on.isoformat()) == on


@pytest.mark.parametrize(
    ("meetings", "as_at", "takes"),
    [
        # a meeting before the quarter has ended does not take its paper, whatever its record says
        (
            [("2025-03-30", "quarter: 2024-25-Q4"), ("2025-03-31", "quarter: 2024-25-Q4")],
            "2025-03-30",
            "2025-03-31",
        ),
        # the one for the quarter comes before an earlier one for another
        (
            [("2025-05-21", "quarter: 2024-25-Q3"), ("2025-05-28", "quarter: 2024-25-Q4")],
            "2025-05-20",
            "2025-05-28",
        ),
        # on its own day it still takes the paper, afterwards the next one does
        ([("2025-05-20", ""), ("2025-06-20", "")], "2025-05-20", "2025-05-20"),
        ([("2025-05-20", ""), ("2025-06-20", "")], "2025-05-21", "2025-06-20"),
        # when all are over, the one that took it
        ([("2025-05-19", "quarter: 2024-25-Q4"), ("2025-05-10", "")], "2025-05-20", "2025-05-19"),
        ([("2025-05-10", "")], "2025-05-20", None),
    ],
)
def test_which_meeting_takes_the_paper(
    workspace: Write, meetings: list[tuple[str, str]], as_at: str, takes: str | None
) -> None:
    files: dict[str, str] = {}
    for day, words in meetings:
        files |= meeting(day, *([words] if words else []))
    front = paper(workspace, files, as_at=as_at).front
    assert (front.meeting_on and front.meeting_on.isoformat()) == takes


def test_a_meeting_of_the_day_itself_can_be_the_last_one(workspace: Write) -> None:
    files = {**meeting("2025-05-20", "held: true"), **meeting("2025-06-25", "quarter: 2024-25-Q4")}
    front = paper(workspace, files).front
    assert (front.meeting_on, front.last_meeting_on) == (date(2025, 6, 25), date(2025, 5, 20))


@pytest.mark.parametrize(
    ("files", "due_by"),
    [
        ({}, date(2025, 8, 19)),
        (MEETINGS, date(2025, 8, 27)),
        (meeting("2025-05-28"), date(2025, 8, 27)),
        (meeting("2025-06-04", group="top-board"), date(2025, 8, 19)),
    ],
)
def test_actions_are_told_until_the_next_meeting_of_the_group(
    workspace: Write, files: dict[str, str], due_by: date
) -> None:
    assert paper(workspace, files).actions.due_by == due_by


@pytest.mark.parametrize(
    ("errors", "reasons"),
    [(0, ()), (1, ("1 error stands in the records",)), (2, ("2 errors stand in the records",))],
)
def test_errors_in_the_records_keep_a_paper_a_draft(
    workspace: Write, errors: int, reasons: tuple[str, ...]
) -> None:
    front = scorecard(replace(ask(workspace, SEEN, draft=False), errors=errors)).front
    assert (front.draft, front.draft_reasons) == (bool(errors), reasons)


def test_a_board_without_a_business_manager_names_nobody_as_the_author(workspace: Write) -> None:
    roles = "- id: police-lead\n  name: Police lead\n  agency: police\n"
    assert paper(workspace, {"framework/roles.yaml": roles}).front.author == ""


def test_no_meeting_and_no_decision(workspace: Write) -> None:
    front = paper(workspace, {}).front
    assert (front.meeting_on, front.last_meeting_on, front.last_decisions) == (None, None, ())


def test_the_author_and_the_marking(workspace: Write) -> None:
    front = paper(workspace, {}).front
    assert (front.author, front.marking) == ("Business manager", "OFFICIAL-SENSITIVE")
    assert front.equality == "Nobody is treated less favourably."


RISK = """
    id: risk-{id}
    title: {title}
    cause: |
      Vacancies.
    event: |
      A call goes unanswered.
    consequence: |
      A child waits.
    group: {group}
    owner: police-lead
    opened: {opened}
    inherent:
      likelihood: 4
      impact: 4
    residual:
      likelihood: 3
      impact: 4
    target:
      likelihood: 2
      impact: 3
    indicators:
      - {indicator}
    {more}
"""


def test_the_risks_that_it_touches_are_the_open_ones_of_its_exceptions_and_of_its_group(
    workspace: Write,
) -> None:
    told = (
        ("seen", "It worsens", "audit-group", "2025-01-01", "seen", ""),
        ("calm", "Nothing raised", "audit-group", "2025-01-01", "calm", ""),
        ("own", "Its own", "neglect-group", "2025-01-01", "calm", ""),
        ("later", "Not yet entered", "audit-group", "2025-06-01", "seen", ""),
        ("over", "Closed by then", "audit-group", "2025-01-01", "seen", "closed_on: 2025-05-20"),
        ("open", "Closed afterwards", "audit-group", "2025-01-01", "seen", "closed_on: 2025-05-21"),
    )
    files = {
        **{
            f"data/risks/risk-{id_}.yaml": RISK.format(
                id=id_, title=title, group=group, opened=opened, indicator=measured, more=more
            )
            for id_, title, group, opened, measured, more in told
        },
        **SEEN,
        "framework/indicators/calm.yaml": indicator("calm", "priorities: [priority-neglect]"),
        **returned({"seen": FALLING, "calm": RISING}),
    }
    assert paper(workspace, files).front.risks == ("Closed afterwards", "It worsens")
    subgroup = paper(workspace, files, group="neglect-group").front
    assert "Its own" in subgroup.risks and "Nothing raised" not in subgroup.risks


def test_without_an_operational_board_the_paper_is_the_highest_boards(workspace: Write) -> None:
    path = next(each for each in SMALL if "tier: operational" in SMALL[each])
    two_tiers = SMALL[path].replace("tier: operational", "tier: subgroup")
    files = {
        path: two_tiers,
        "framework/indicators/seen.yaml": indicator(
            "seen", "priorities: [priority-neglect]", "headline_at: [leadership]"
        ),
    }
    found = ask(workspace, files)
    assert found.taker is not None and found.taker.tier == found.headlines == "leadership"
    assert lines(scorecard(found))["seen"].headline
