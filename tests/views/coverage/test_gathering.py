"""What counts as evidence: which kind of it each record is, from which day, and which way it leans."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.coverage.small import covered, rows, told
from tests.views.small_papers import RISING, STEADY, returned

SEEN = "element-visits/seen"


def record(kind: str, id_: str, text: str) -> dict[str, str]:
    return {f"data/{kind}/{id_}.yaml": text}


VOICE = record(
    "voice",
    "voice-1",
    """
    id: voice-1
    title: Children said
    on: 2025-03-01
    from_whom: children
    method: group
    text: |
      They are seen.
    direction: good
    agency: social-care
    statements: [element-visits/seen]
    priorities: [priority-neglect]
    """,
)
INTELLIGENCE = record(
    "practitioner-intelligence",
    "said-1",
    """
    id: said-1
    title: Too little time
    on: 2025-02-01
    method: survey
    agencies: [police, social-care]
    text: |
      There is too little time.
    direction: poor
    statements: [element-visits/seen]
    """,
)
TOOL = {
    "framework/audit-tools/tool.yaml": """
        id: tool
        name: Case tool
        version: "1"
        criteria:
          - id: child-seen
            text: |
              The child was seen.
            statement: element-visits/seen
        grades:
          - id: good
            name: Good
            good: true
          - id: poor
            name: Poor
    """
}
AUDIT = """
    id: audit-1
    title: Visits
    sort: multi-agency
    group: audit-group
    planned: 2024-25-Q4
    tool: tool
    agencies: [social-care, police]
    reported: 2025-04-02
    results:
      - criterion: tool/child-seen
        moderated:
          - grade: good
            cases: {good}
          - grade: poor
            cases: {poor}
          - grade: not-applicable
            cases: 9
"""


def audit(good: int, poor: int) -> dict[str, str]:
    return TOOL | record("audits", "audit-1", AUDIT.format(good=good, poor=poor))


REVIEW = record(
    "reviews",
    "review-1",
    """
    id: review-1
    title: Review 1
    sort: learning-review
    group: audit-group
    agencies: [police]
    milestones:
      - step: started
        on: 2024-06-01
      - step: published
        on: 2025-02-20
      - step: completed
        on: 2025-01-10
    findings:
      - id: not-seen
        text: |
          Nobody saw them.
        statements: [element-visits/seen]
      - id: listened
        text: |
          A nurse listened.
        good_practice: true
        statements: [element-visits/heard]
    """,
)
STANDARD = {
    "framework/section11/standard.yaml": """
        id: standard
        title: Visits
        text: |
          Visits are made.
        questions:
          - id: how
            text: |
              Are children seen?
            answer: scored
            statements: [element-visits/seen]
    """
}
RETURN = """
    id: police-s11
    agency: police
    cycle: "2025"
    group: audit-group
    opened: 2025-01-01
    due: 2025-02-01
    submitted: 2025-01-30
    moderated: 2025-03-15
    answers:
      - id: answer
        question: standard/how
        self_score: fully-met
        {answer}
    survey:
      on: 2025-01-20
      asked: 100
      answered: 40
      answers:
        - question: standard/how
          said_yes: {yes}
          of: 40
"""


def section11(answer: str = "moderated_score: partly-met", yes: int = 30) -> dict[str, str]:
    return STANDARD | record("section11-returns", "police-s11", RETURN.format(answer=answer, yes=yes))


def test_voice_leans_as_those_heard_said(workspace: Write) -> None:
    found = rows(covered(workspace, VOICE))
    assert told(found[SEEN]) == [("voice-1", "voice", "2025-03-01", "for")]
    assert (found[SEEN].state, found[SEEN].one_sided, found[SEEN].agencies) == ("shown", "voice", 1)
    assert found["element-visits/heard"].state == "not-shown"


def test_two_kinds_within_a_year_show_it_well(workspace: Write) -> None:
    found = rows(covered(workspace, VOICE | audit(8, 2)))
    assert told(found[SEEN]) == [
        ("audit-1", "audit", "2025-04-02", "for"),
        ("voice-1", "voice", "2025-03-01", "for"),
    ]
    assert (found[SEEN].state, found[SEEN].sources, found[SEEN].agencies) == ("shown-well", 2, 2)


@pytest.mark.parametrize(
    ("good", "poor", "leaning"),
    [(3, 1, "for"), (74, 26, "mixed"), (1, 1, "mixed"), (49, 51, "against"), (0, 0, "silent")],
)
def test_an_audit_leans_by_the_share_of_good_cases(
    workspace: Write, good: int, poor: int, leaning: str
) -> None:
    """Three quarters are enough, less than half speaks against; cases without a grade are not counted."""
    assert told(rows(covered(workspace, audit(good, poor)))[SEEN]) == [
        ("audit-1", "audit", "2025-04-02", leaning)
    ]
    assert told(rows(covered(workspace, audit(good, poor)))["tool/child-seen"])[0][3] == leaning


@pytest.mark.parametrize(("day", "count"), [("2025-04-30", 0), ("2025-05-01", 1)])
def test_grades_that_are_moderated_later_do_not_count_yet(workspace: Write, day: str, count: int) -> None:
    files = audit(8, 2)
    path = "data/audits/audit-1.yaml"
    files[path] = files[path].replace(
        "reported: 2025-04-02", "reported: 2025-04-02\n    moderated_on: 2025-05-01"
    )
    assert len(told(rows(covered(workspace, files, day))[SEEN])) == count


def test_practitioners_against_an_audit_contest_it(workspace: Write) -> None:
    row = rows(covered(workspace, audit(9, 1) | INTELLIGENCE))[SEEN]
    assert (row.state, row.one_sided) == ("contested", None)


def test_a_finding_speaks_against_and_what_worked_for_from_the_day_the_review_was_complete(
    workspace: Write,
) -> None:
    found = rows(covered(workspace, REVIEW))
    assert told(found[SEEN]) == [("review-1", "review", "2025-01-10", "against")]
    assert found[SEEN].state == "contradicted"
    assert told(found["element-visits/heard"]) == [("review-1", "review", "2025-01-10", "for")]


@pytest.mark.parametrize("day", ["2024-06-01", "2025-01-09"])
def test_a_review_that_has_not_ended_shows_nothing(workspace: Write, day: str) -> None:
    assert rows(covered(workspace, REVIEW, day))[SEEN].state == "not-shown"


def test_a_section_11_score_counts_once_moderated_and_the_survey_is_workforce(workspace: Write) -> None:
    expected = [
        ("police-s11", "audit", "2025-03-15", "mixed"),
        ("police-s11", "workforce", "2025-01-20", "for"),
    ]
    found = rows(covered(workspace, section11()))
    assert told(found[SEEN]) == told(found["standard/how"]) == expected
    assert found[SEEN].sources == 1
    assert told(rows(covered(workspace, section11(), "2025-03-14"))[SEEN]) == expected[1:]


def test_an_own_score_shows_nothing_and_words_are_a_document(workspace: Write) -> None:
    row = rows(covered(workspace, section11("text: We do.")))
    assert told(row[SEEN]) == [
        ("police-s11", "workforce", "2025-01-20", "for"),
        ("police-s11", "document", "2025-01-30", "silent"),
    ]
    none = rows(covered(workspace, section11("not_applicable: false")))
    assert [each[1] for each in told(none[SEEN])] == ["workforce"]


def test_an_answer_is_as_old_as_its_evidence(workspace: Write) -> None:
    row = rows(covered(workspace, section11("moderated_score: fully-met\n        evidence_on: 2022-01-05")))[
        SEEN
    ]
    assert told(row)[0] == ("police-s11", "audit", "2022-01-05", "for")


def test_staff_who_mostly_say_no_speak_against(workspace: Write) -> None:
    assert told(rows(covered(workspace, section11(yes=19)))[SEEN])[1][3] == "against"
    assert told(rows(covered(workspace, section11(yes=20)))[SEEN])[1][3] == "mixed"


EVIDENCE = """
    id: evidence-1
    title: A look
    sort: observation
    text: |
      Seen.
    on: 2025-01-01
    shows: [{shows}]
    supplied_by: police
    strength: {strength}
"""


def evidence(shows: str, strength: str = "supports") -> dict[str, str]:
    return record("evidence", "evidence-1", EVIDENCE.format(shows=shows, strength=strength))


@pytest.mark.parametrize(
    "shows",
    [
        *("element-visits/seen", "element-visits/watches", "element-visits/to-training", "priority-neglect"),
        *("question-needs", "hill/fair"),
    ],
)
def test_evidence_shows_what_it_says_it_shows(workspace: Write, shows: str) -> None:
    found = rows(covered(workspace, evidence(shows)))
    assert [a for a, row in found.items() if row.pieces] == [shows]
    assert [each[:3] for each in told(found[shows])] == [("evidence-1", "observation", "2025-01-01")]


@pytest.mark.parametrize(
    ("strength", "leaning", "state"),
    [("supports", "for", "shown"), ("mixed", "mixed", "shown"), ("contradicts", "against", "contradicted")],
)
def test_evidence_leans_by_its_strength(workspace: Write, strength: str, leaning: str, state: str) -> None:
    row = rows(covered(workspace, evidence(SEEN, strength)))[SEEN]
    assert (told(row)[0][3], row.state) == (leaning, state)


def test_a_priority_is_no_claim_that_could_be_spoken_against(workspace: Write) -> None:
    row = rows(covered(workspace, evidence("priority-neglect", "contradicts")))["priority-neglect"]
    assert (told(row)[0][3], row.state) == ("silent", "looked-at")


def test_evidence_of_a_later_day_or_retired_by_then_is_not_there(workspace: Write) -> None:
    assert rows(covered(workspace, evidence(SEEN), "2024-12-31"))[SEEN].state == "not-shown"
    gone = {
        k: v + "    retired:\n      on: 2025-02-01\n      reason: |\n        Wrong.\n"
        for k, v in evidence(SEEN).items()
    }
    assert rows(covered(workspace, gone))[SEEN].state == "not-shown"
    assert rows(covered(workspace, gone, "2025-01-31"))[SEEN].state == "shown"


def test_what_is_tied_to_the_element_does_not_show_its_statements(workspace: Write) -> None:
    found = covered(workspace, evidence("element-visits"))
    row = rows(found)["element-visits"]
    assert (row.stated.whole, row.stated.text, row.counted) == (True, "The element as a whole", False)
    assert rows(found)[SEEN].state == "not-shown"
    assert "element-visits" not in rows(covered(workspace, evidence(SEEN)))


def numbers(values: tuple[str, ...], *fields: str) -> dict[str, str]:
    files = {"framework/indicators/visits.yaml": indicator("visits", *fields)}
    return files | returned({"visits": values}) if values else files


BEARS = "elements: [element-visits/seen]"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("40/50",), [("visits", "numbers", "2025-03-31", "silent")]),
        (STEADY, [("visits", "numbers", "2025-03-31", "silent")]),
        (RISING, [("visits", "numbers", "2025-03-31", "for")]),
        (tuple(reversed(RISING)), [("visits", "numbers", "2025-03-31", "against")]),
        ((), []),
        (("not-available",), []),
    ],
)
def test_an_indicator_counts_when_it_has_a_figure_and_leans_only_by_a_signal(
    workspace: Write, values: tuple[str, ...], expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(rows(covered(workspace, numbers(values, BEARS)))[SEEN]) == expected


def test_a_figure_counts_from_the_day_it_came(workspace: Write) -> None:
    assert rows(covered(workspace, numbers(("40/50",), BEARS), "2025-05-09"))[SEEN].state == "not-shown"


ACTION = """
    id: act-1
    title: See them
    text: |
      See every child.
    source: hill
    source_sort: board-decision
    owner: police-lead
    group: neglect-group
    priorities: [priority-neglect]
    agreed_on: 2024-01-10
    due: 2024-06-30
    steps:
      - state: closed
        on: 2025-03-01
    impact:
      checked_on: 2025-03-01
      result: shown
"""


@pytest.mark.parametrize(("day", "count"), [("2025-02-28", 0), ("2025-03-01", 1)])
def test_a_promise_shows_nothing_and_what_was_seen_of_it_does(workspace: Write, day: str, count: int) -> None:
    row = rows(covered(workspace, record("actions", "act-1", ACTION), day))["priority-neglect"]
    assert [each[:3] for each in told(row)] == [("act-1", "observation", "2025-03-01")] * count


COURSE = record(
    "courses",
    "course-1",
    """
    id: course-1
    title: Seeing children
    sort: multi-agency
    group: audit-group
    statements: [element-visits/seen]
    """,
)
SESSION = """
    id: session-1
    course: course-1
    on: 2025-02-03
    capacity: 20
"""


def test_a_course_counts_once_it_was_held(workspace: Write, tmp_path: Path) -> None:
    assert rows(covered(workspace, COURSE))[SEEN].state == "not-shown"
    held = COURSE | record("training-sessions", "session-1", SESSION)
    assert told(rows(covered(workspace, held))[SEEN]) == [("course-1", "workforce", "2025-02-03", "silent")]
    called_off = record("training-sessions", "session-1", SESSION + "    cancelled_on: 2025-02-01\n")
    assert rows(covered(workspace, COURSE | called_off))[SEEN].state == "not-shown"
