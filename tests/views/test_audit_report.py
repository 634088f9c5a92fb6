"""The report of one audit: grades before and after moderation, what answers a finding, what has changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of

from lif.views.audit_report import AuditReport, audit_report
from lif.views.audit_report.grading import Part
from lif.views.papers import CannotBeMade

TOOL = {
    "framework/audit-tools/tool.yaml": """
        id: tool
        name: Case audit
        version: "2"
        criteria:
          - id: voice
            text: |
              The child was heard.
          - id: plan
            text: |
              The plan changes something.
        grades:
          - id: good
            name: Good
            good: true
          - id: poor
            name: Poor
    """,
    "framework/themes.yaml": """
        - id: theme-plans
          name: Plans
        - id: voice-of-the-child
          name: Voice of the child
    """,
}


def grades(field: str, **cases: int) -> str:
    """Cases by grade as a field of a result: `not_evidenced` for a grade with a hyphen in its id."""
    counts = "".join(
        f"\n      - grade: {grade.replace('_', '-')}\n        cases: {count}"
        for grade, count in cases.items()
    )
    return f"    {field}:{counts}"


FIRST = "\n".join(
    [
        "id: audit-first",
        "title: Plans that drift",
        "sort: multi-agency",
        "group: quality-group",
        "planned: 2024-25-Q1",
        "why: It is named most often.",
        "question: Do plans change anything?",
        "method: Two agencies read each file.",
        "tool: tool",
        "themes: [theme-plans]",
        "priorities: [priority-neglect]",
        "sample_frame: Plans open on 1 April.",
        "sample_size: 8",
        "agencies: [social-care, police]",
        "not_returned: [police]",
        "practitioners_involved: 9",
        "families_involved: 2",
        "started: 2024-04-10",
        "fieldwork_ended: 2024-05-01",
        "moderated_on: 2024-05-10",
        "reported: 2024-06-01",
        "sent_back: 1",
        "results:",
        "  - criterion: tool/plan",
        grades("auditor", good=5, poor=3),
        grades("moderated", good=3, poor=3, not_evidenced=1, not_applicable=1),
        "  - criterion: tool/voice",
        grades("auditor", good=2, poor=6),
        grades("moderated", good=3, poor=5),
        "overall:",
        "  - grade: poor",
        "    cases: 5",
        "  - grade: good",
        "    cases: 3",
        "strengths:",
        "  - id: warm",
        "    text: One worker stayed.",
        "    themes: [voice-of-the-child]",
        "findings:",
        "  - id: drift",
        "    text: Plans drift.",
        "    themes: [theme-plans]",
        "  - id: unseen",
        "    text: Fathers are unseen.",
        "recommendations:",
        "  - id: panel",
        "    text: Hold a panel.",
        "    finding: drift",
        "    response: accepted",
        "    responded_on: 2024-06-10",
        "  - id: new-form",
        "    text: Write a new form.",
        "    finding: drift",
        "re_audit_due: 2025-06-30",
        "",
    ]
)
AGAIN = "\n".join(
    [
        "id: audit-again",
        "title: Plans, again",
        "sort: re-audit",
        "group: quality-group",
        "planned: 2025-26-Q1",
        "tool: tool",
        "themes: [theme-plans]",
        "earlier_round: audit-first",
        "started: 2025-04-10",
        "moderated_on: 2025-05-10",
        "reported: 2025-06-01",
        "results:",
        "  - criterion: tool/plan",
        grades("moderated", good=6, poor=2),
        "  - criterion: tool/voice",
        grades("moderated", good=3, poor=5),
        "overall:",
        "  - grade: good",
        "    cases: 6",
        "  - grade: poor",
        "    cases: 2",
        "",
    ]
)
PANEL = """
    id: act-panel
    title: Hold a panel
    text: |
      Every month.
    source: audit-first/panel
    source_sort: audit
    owner: police-lead
    group: quality-group
    agreed_on: 2024-06-12
    due: 2024-09-30
    steps:
      - state: reported-complete
        on: 2024-09-20
      - state: assured
        on: 2024-10-10
    evidence: [ev-panel]
    assurance:
      on: 2024-10-10
      group: quality-group
    impact:
      due: 2025-03-31
      checked_on: 2025-03-20
      result: partly-shown
      text: |
        Fewer plans drift.
"""
EVIDENCE = """
    id: ev-panel
    title: Minutes of the panel
    sort: document
    text: |
      It met four times.
    on: 2024-10-01
    shows: [act-panel]
    source: [audit-first/panel]
"""
HEARD = """
    id: heard
    title: What parents said
    on: 2024-04-20
    from_whom: parents-and-carers
    method: audit-conversation
    asked: 4
    heard: 2
    text: |
      Nobody asked us.
    done: |
      They are asked now.
    done_on: 2024-08-01
    themes: [theme-plans]
"""
LESSON = """
    id: lesson
    title: Ask about fathers
    on: 2024-07-01
    text: |
      Ask.
    sources: [audit-first/unseen]
    group: quality-group
"""
FILES: dict[str, str] = {**TOOL, "data/audits/audit-first.yaml": FIRST}
MORE: dict[str, str] = {
    **FILES,
    "data/actions/act-panel.yaml": PANEL,
    "data/evidence/ev-panel.yaml": EVIDENCE,
    "data/voice/heard.yaml": HEARD,
    "data/learning/lesson.yaml": LESSON,
}
BOTH: dict[str, str] = {**MORE, "data/audits/audit-again.yaml": AGAIN}


def seen(workspace: Write, files: Mapping[str, str], as_at: str, about: str = "audit-first") -> AuditReport:
    return audit_report(question_of(workspace, files, as_at, about))


def test_an_audit_has_to_be_named(workspace: Write) -> None:
    with pytest.raises(CannotBeMade, match="name one audit, as in --audit"):
        audit_report(question_of(workspace, FILES, "2024-07-01"))


def test_grades_before_and_after_moderation(workspace: Write) -> None:
    view = seen(workspace, FILES, "2024-06-01")
    voice, plan = view.criteria  # in the order of the tool
    assert (voice.text, voice.before, voice.after, voice.moved) == (
        "The child was heard.",
        Part(2, 8),
        Part(3, 8),
        "more",
    )
    # the case to which it does not apply is left out; that with nothing on file is not as good: 3 of 7
    assert (plan.before, plan.after, plan.moved) == (Part(5, 8), Part(3, 7), "fewer")
    assert [(one.grade, one.cases) for one in plan.moderated] == [
        ("Good", 3),
        ("Poor", 3),
        ("Not evidenced", 1),
        ("Not applicable", 1),
    ]
    assert (view.raised, view.lowered, view.good, view.cases) == (1, 1, 3, 8)
    assert [one.grade for one in view.overall] == ["Good", "Poor"]


def test_nothing_is_told_before_its_day(workspace: Write) -> None:
    view = seen(workspace, MORE, "2024-05-20")
    assert (view.stage, view.reported, view.overall, view.criteria, view.findings) == (
        "moderation",
        None,
        (),
        (),
        (),
    )
    assert (view.good, view.cases, view.recommendations, view.repeat_due) == (None, None, (), None)
    assert view.opening.unfinished == ("The audit has not been reported to its group.",)
    assert view.opening.purpose == "Information: where the audit stands"
    assert view.opening.asked[0].startswith("Note that the audit is under way and not reported")
    before = seen(workspace, MORE, "2024-04-01")
    assert (before.stage, before.not_returned, before.voices.families) == ("planned", (), None)


def test_what_answers_each_finding(workspace: Write) -> None:
    drift, unseen = seen(workspace, MORE, "2024-07-01").findings
    assert [(one.sort, one.text) for one in drift.answers] == [
        ("recommendation", "Hold a panel."),
        ("recommendation", "Write a new form."),
    ]
    assert [(one.sort, one.text) for one in unseen.answers] == [("learning", "Ask about fathers")]
    assert seen(workspace, MORE, "2024-06-30").findings[1].answers == ()


def test_where_recommendations_stand_and_what_is_asked(workspace: Write) -> None:
    view = seen(workspace, FILES, "2024-06-20")
    assert [(one.text, one.response, one.overall, one.finding) for one in view.recommendations] == [
        ("Hold a panel.", "accepted", "no-action", "Plans drift."),
        ("Write a new form.", "", "unanswered", "Plans drift."),
    ]
    assert view.opening.asked == (
        "Ask Police why nothing was returned, and what it would have shown.",
        "Ask for assurance that the 1 case sent back at once for a child's safety was put right.",
        "Decide what is to be done about what nothing answers: “Fathers are unseen”.",
        "Decide on one recommendation not answered yet: “Write a new form”.",
        "Agree an action, an owner and a date for one recommendation: “Hold a panel”.",
    )
    assert view.opening.purpose == "Decision: what follows from the audit"


@pytest.mark.parametrize(
    ("as_at", "asked"),
    [
        ("2024-06-29", ""),  # more than a year ahead
        ("2024-06-30", "it is due by 30 June 2025, and none is planned."),
        ("2025-06-30", "it is due by 30 June 2025, and none is planned."),
        ("2025-07-01", "it was due by 30 June 2025, and none is planned."),
    ],
)
def test_a_repeat_is_asked_for_a_year_before_it_is_due(workspace: Write, as_at: str, asked: str) -> None:
    found = [each for each in seen(workspace, FILES, as_at).opening.asked if "repeated" in each]
    assert found == ([f"Agree when the audit is repeated: {asked}"] if asked else [])


def test_an_action_is_asked_about_while_it_is_late_and_while_nobody_was_satisfied(workspace: Write) -> None:
    late = MORE | {"data/actions/act-panel.yaml": PANEL.split("    steps:")[0]}
    assert (
        "Challenge the owners of what is overdue: “Hold a panel” (Detective Superintendent, 1 day)."
        in seen(workspace, late, "2024-10-01").opening.asked
    )
    done = seen(workspace, MORE, "2024-10-01")
    assert "Decide whether what is reported as done is assured: “Hold a panel” (1 record of evidence)." in (
        done.opening.asked
    )
    overdue = seen(
        workspace,
        MORE | {"data/actions/act-panel.yaml": PANEL.replace("2025-03-20", "2026-01-01")},
        "2025-04-01",
    )
    assert (
        "Ask who looks at whether these made a difference, and when: “Hold a panel”." in overdue.opening.asked
    )


def test_what_children_and_families_said(workspace: Write) -> None:
    voices = seen(workspace, MORE, "2024-07-01").voices
    assert (voices.families, voices.practitioners, voices.findings) == (2, 9, ("One worker stayed.",))
    assert [(one.text, one.after) for one in voices.criteria] == [("The child was heard.", Part(3, 8))]
    (heard,) = voices.heard
    assert (heard.text, heard.asked, heard.heard, heard.done) == ("Nobody asked us.", 4, 2, "")
    assert seen(workspace, MORE, "2024-08-01").voices.heard[0].done == "They are asked now."


def test_a_conversation_of_another_theme_or_another_time_is_not_this_audits(workspace: Write) -> None:
    for change in ({"theme-plans": "voice-of-the-child"}, {"2024-04-20": "2024-06-02"}):
        text = HEARD
        for old, new in change.items():
            text = text.replace(old, new)
        assert seen(workspace, MORE | {"data/voice/heard.yaml": text}, "2024-09-01").voices.heard == ()


def test_two_audits_side_by_side(workspace: Write) -> None:
    (found,) = seen(workspace, BOTH, "2025-06-01", "audit-again").comparisons
    assert found.overall is not None
    assert (found.earlier, found.later, found.why_not) == ("Plans that drift", "Plans, again", "")
    assert (found.overall.earlier, found.overall.later, found.overall.moved) == (
        Part(3, 8),
        Part(6, 8),
        "more",
    )
    # 3 of 8 is 3 of 8; 3 of 7 is less than 6 of 8
    assert [(one.text, one.earlier, one.later, one.moved) for one in found.lines] == [
        ("The child was heard.", Part(3, 8), Part(3, 8), "same"),
        ("The plan changes something.", Part(3, 7), Part(6, 8), "more"),
    ]
    early = seen(workspace, BOTH, "2025-05-31", "audit-again").comparisons[0]
    assert (early.why_not, early.lines, early.overall) == ("“Plans, again” is not reported yet", (), None)


def test_audits_with_two_tools_are_not_set_side_by_side(workspace: Write) -> None:
    other = AGAIN.replace("tool: tool\n", "")
    view = seen(workspace, BOTH | {"data/audits/audit-again.yaml": other}, "2025-07-01", "audit-again")
    assert view.comparisons[0].why_not == "they were not graded with the same tool"


def test_whether_practice_has_changed(workspace: Write) -> None:
    now = seen(workspace, FILES, "2024-06-01").changed
    assert now.said == ("Nothing is recorded yet that would show whether practice has changed.",)


def test_whether_practice_has_changed_later(workspace: Write) -> None:
    later = seen(workspace, BOTH, "2025-06-01")
    assert later.changed.said == (
        "Audited again: 6 of 8 cases good or better in “Plans, again”, 3 of 8 cases before.",
        "1 action done: 1 partly shown to have helped.",
        "1 piece of evidence since the report: 1 for what it bears on.",
        "1 lesson drawn from it: 1 not tested yet.",
    )
    (effect,) = later.changed.actions
    assert (effect.helped, effect.seen, effect.done_on) == (
        "partly-shown",
        "Fewer plans drift.",
        date(2024, 9, 20),
    )
    assert (later.repeated_by, later.repeated_stage) == ("Plans, again", "reported")
    assert not any("repeated" in each for each in later.opening.asked)


def test_a_report_without_its_parts_is_a_draft(workspace: Write) -> None:
    bare = "\n".join(FIRST.split("why:")[0].splitlines()) + "\nreported: 2024-06-01\n"
    view = seen(workspace, TOOL | {"data/audits/audit-first.yaml": bare}, "2024-07-01")
    assert view.opening.unfinished == (
        "The audit does not say why it is held.",
        "The audit does not say what it asks.",
        "The audit does not say how it is done.",
        "Nothing is recorded that it found.",
        "Nothing is recorded of what children or families said.",
    )
    assert view.opening.asked == ("Note what the audit found: it makes no recommendation.",)


def test_an_audit_that_was_given_up_says_so(workspace: Write) -> None:
    gone = (
        "\n".join(FIRST.split("why:")[0].splitlines())
        + "\ncancelled: 2024-05-01\ncancelled_reason: Too few.\n"
    )
    view = seen(workspace, TOOL | {"data/audits/audit-first.yaml": gone}, "2024-07-01")
    assert view.opening.asked == ("Note that the audit was given up: Too few.",)
    assert view.opening.unfinished == ()
