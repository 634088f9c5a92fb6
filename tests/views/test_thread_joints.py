"""Where a thread breaks and where it does not: days of law, plans, past days, and each joint by its day."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.small_papers import returned
from tests.views.test_thread import broken, tree, woven

from lif.views.thread import Thread

ENGLAND = {"lif.yaml": SMALL["lif.yaml"].replace("extends: []", "extends: [england]")}


def said(found: Thread, *sorts: str) -> list[tuple[str, str, str]]:
    """Every joint: its sort, where it is, its words."""
    every = found.joints("broken", "due", "unknown", "settled")
    return [(j.sort, node.address, j.words) for node, j in every if not sorts or j.sort in sorts]


def standing(found: Thread) -> dict[str, str]:
    return {node.address: node.said for node in found.nodes()}


def incident(sort: str, *lines: str, decided: str = "2025-05-02") -> dict[str, str]:
    text = [
        *("id: incident-x", f"sort: {sort}", "group: audit-group", "occurred: 2025-04-30"),
        *("aware: 2025-05-01", f"considered_on: {decided}", "decision: notify", *lines),
    ]
    return {**ENGLAND, "data/incidents/incident-x.yaml": "\n".join(text) + "\n"}


NOTIFIED = "notified: 2025-05-06"
"""A Tuesday. Fifteen working days on, without the late May holiday of 26 May, is Wednesday 28 May."""


@pytest.mark.parametrize("sort", ["care-leaver-death", "looked-after-child-death", "regulated-setting-death"])
def test_a_death_that_is_only_notified_wants_no_review(workspace: Write, sort: str) -> None:
    found = woven(workspace, "incident-x", incident(sort, NOTIFIED), date(2026, 5, 20))
    words = f"a {sort.replace('-', ' ')} is notified, and no review is due for that alone"
    assert said(found) == [("settled", "incident-x", words)]


@pytest.mark.parametrize(
    ("as_at", "sort", "words"),
    [
        (date(2025, 5, 28), "due", "no review is recorded that followed it yet; due 28 May 2025"),
        (date(2025, 5, 29), "broken", "no review is recorded that followed it; it was due 28 May 2025"),
    ],
)
def test_a_rapid_review_is_missing_from_the_day_after_its_day(
    workspace: Write, as_at: date, sort: str, words: str
) -> None:
    found = woven(workspace, "incident-x", incident("serious-harm", NOTIFIED), as_at)
    assert said(found) == [(sort, "incident-x", words)]


@pytest.mark.parametrize(
    ("as_at", "words"),
    [
        (date(2025, 5, 5), "nobody has decided whether to notify it yet; due 9 May 2025"),
        (date(2025, 5, 7), "it was to be notified, and no day is recorded yet; due 9 May 2025"),
    ],
)
def test_a_decision_is_not_known_before_the_partners_met(workspace: Write, as_at: date, words: str) -> None:
    """Aware on Thursday 1 May 2025, Monday a bank holiday: five working days are over on Friday 9 May."""
    found = woven(workspace, "incident-x", incident("serious-harm", decided="2025-05-06"), as_at)
    assert said(found) == [("due", "incident-x", words)]


def review(sort: str, *milestones: str, more: str = "") -> dict[str, str]:
    steps = "\n".join(f"  - {each}" for each in milestones)
    text = f"id: review-x\ntitle: Review X\nsort: {sort}\ngroup: audit-group\n{more}milestones:\n{steps}\n"
    return {**ENGLAND, "data/reviews/review-x.yaml": text}


@pytest.mark.parametrize(
    ("as_at", "sort", "words"),
    [
        (date(2025, 4, 30), "due", "it is not finished yet; due 30 Apr 2025"),
        (date(2025, 5, 1), "broken", "it is not finished; it was due 30 Apr 2025"),
    ],
)
def test_a_review_is_to_end_when_completion_is_planned_and_not_when_publication_is(
    workspace: Write, as_at: date, sort: str, words: str
) -> None:
    files = review(
        "learning-review",
        "{step: started, on: 2025-01-10}",
        "{step: completed, planned: 2025-04-30}",
        "{step: published, planned: 2025-09-30}",
    )
    assert said(woven(workspace, "review-x", files, as_at)) == [(sort, "review-x", words)]


def test_without_a_plan_a_rapid_review_ends_by_the_day_of_law(workspace: Write) -> None:
    files = review("rapid-review", "{step: started, on: 2025-05-07}", more="incident: incident-x\n")
    files = {**files, **incident("serious-harm", NOTIFIED)}
    found = woven(workspace, "review-x", files, date(2025, 5, 29))
    assert broken(found) == [("review-x", "it is not finished; it was due 28 May 2025")]


def test_a_review_of_a_case_says_which_case(workspace: Write) -> None:
    files = review("serious-case-review", "{step: closed, on: 2018-05-07}")
    found = woven(workspace, "review-x", files)
    assert broken(found)[0] == ("review-x", "nothing says which case it came from")
    files = review("learning-review", "{step: closed, on: 2018-05-07}")
    assert broken(woven(workspace, "review-x", files)) == [
        ("review-x", "it is finished, and nothing is recorded that it found")
    ]


FIRST = {
    "data/audits/audit-first.yaml": """
        id: audit-first
        title: First audit
        sort: dip-sample
        group: audit-group
        planned: 2024-25-Q1
        reported: 2024-06-20
        re_audit_due: 2025-03-31
        strengths:
          - id: kind
            text: |
              Kind words.
    """,
}
AGAIN = {
    "data/audits/audit-again.yaml": """
        id: audit-again
        title: Audit again
        sort: re-audit
        group: audit-group
        planned: 2025-26-Q1
        earlier_round: audit-first
        started: 2025-05-12
        reported: 2025-07-10
        postponed:
          - from_quarter: 2024-25-Q4
            to_quarter: 2025-26-Q1
            on: 2025-03-20
            reason: |
              A vacancy.
            agreed_by: audit-group
    """,
}


@pytest.mark.parametrize(
    ("as_at", "stands", "sort", "words"),
    [
        (
            date(2025, 3, 19),
            "re audit; planned for Quarter 4 2024/25 (January to March 2025)",
            *("due", "it is not reported yet; due 31 Mar 2025"),
        ),
        (
            date(2025, 4, 1),
            "re audit; planned for Quarter 1 2025/26 (April to June 2025)",
            *("due", "it is not reported yet; due 30 Jun 2025"),
        ),
        (
            date(2025, 6, 30),
            "re audit; in the field since 12 May 2025",
            *("due", "it is in the field, and not reported yet; due 30 Jun 2025"),
        ),
        (
            date(2025, 7, 1),
            "re audit; in the field since 12 May 2025",
            *("broken", "it is in the field, and not reported; it was due 30 Jun 2025"),
        ),
    ],
)
def test_a_re_audit_is_to_come_until_reported_and_broken_after_the_quarter_of_the_day(
    workspace: Write, as_at: date, stands: str, sort: str, words: str
) -> None:
    found = woven(workspace, "audit-first", {**FIRST, **AGAIN}, as_at)
    assert standing(found)["audit-again"] == stands
    assert said(found) == [(sort, "audit-again", words)]


def test_a_re_audit_that_was_given_up_repeats_nothing(workspace: Write) -> None:
    given_up = AGAIN["data/audits/audit-again.yaml"].replace("reported: 2025-07-10", "cancelled: 2025-05-15")
    found = woven(workspace, "audit-first", {**FIRST, "data/audits/audit-again.yaml": given_up})
    assert said(found) == [
        ("broken", "audit-first", "no audit repeats it; it was due 31 Mar 2025"),
        ("settled", "audit-again", "it was given up"),
    ]


def test_what_an_audit_found_is_told_and_looked_at_again(workspace: Write) -> None:
    """Reported on 20 June 2024: 92 days on is 20 September. Its strength asks for nothing."""
    text = FIRST["data/audits/audit-first.yaml"].replace("        re_audit_due: 2025-03-31\n", "")
    found_in = (
        text.rstrip()
        + "\n        findings:\n          - id: late\n            text: |\n              Late.\n"
    )
    files = {"data/audits/audit-first.yaml": found_in}
    untold = "no learning draws on it, and what it taught was not told"
    found = woven(workspace, "audit-first", files, date(2024, 9, 20))
    assert said(found)[:2] == [
        ("due", "audit-first", f"{untold} yet; due 20 Sep 2024"),
        ("due", "audit-first", "no day is set to repeat it"),
    ]
    found = woven(workspace, "audit-first", files, date(2024, 9, 21))
    assert said(found)[0] == ("broken", "audit-first", f"{untold}; it was due 20 Sep 2024")
    strength = woven(workspace, "audit-first/kind", files)
    assert [joint for joint in said(strength) if joint[1] == "audit-first/kind"] == []


LEARNING = """
        id: learning-ask
        title: Ask who else knows
        on: 2024-06-10
        text: |
          Ask.
        sources:
          - audit-first
        group: audit-group
        test:
          method: survey
          due: 2025-12-31
"""


def session(on: str) -> dict[str, str]:
    return {
        f"data/training-sessions/session-{on}.yaml": f"id: session-{on}\ncourse: course-ask\n"
        f"on: {on}\ncapacity: 10\n"
    }


def course(*sessions: str, learning: str = "learning: [learning-ask]\n") -> dict[str, str]:
    text = f"id: course-ask\ntitle: Asking\nsort: multi-agency\ngroup: audit-group\n{learning}"
    files = {
        **FIRST,
        **AGAIN,
        "data/learning/learning-ask.yaml": LEARNING,
        "data/courses/course-ask.yaml": text,
    }
    for on in sessions:
        files.update(session(on))
    return files


def test_sessions_before_the_learning_was_known_did_not_come_of_it(workspace: Write) -> None:
    found = woven(workspace, "learning-ask", course("2024-06-09", "2024-06-10", "2025-01-15"))
    assert tree(found.down) == [
        "learning-ask",
        "  course-ask",
        "    session-2024-06-10",
        "    session-2025-01-15",
    ]
    assert broken(found) == []
    alone = woven(workspace, "course-ask", course("2024-06-09", "2024-06-10", "2025-01-15"))
    assert tree(alone.down)[1:] == [
        "  session-2024-06-09",
        "  session-2024-06-10",
        "  session-2025-01-15",
    ]


@pytest.mark.parametrize(
    ("sessions", "sort", "words"),
    [
        (("2024-06-09",), "broken", "nobody was taught it at a session of 'Asking'; it was due 10 Sep 2024"),
        (
            ("2024-06-09", "2025-06-02"),
            *("due", "nobody was taught it at a session of 'Asking' yet; due 2 Jun 2025"),
        ),
    ],
)
def test_a_course_that_was_not_held_since_says_so(
    workspace: Write, sessions: tuple[str, ...], sort: str, words: str
) -> None:
    """Known on 10 June 2024: 92 days on is 10 September."""
    found = woven(workspace, "learning-ask", course(*sessions))
    assert said(found)[0] == (sort, "learning-ask", words)


def test_learning_that_a_course_carries_is_told(workspace: Write) -> None:
    nothing = "there is no briefing, event, course or passage that tells it; it was due 10 Sep 2024"
    alone = course(learning="")
    assert broken(woven(workspace, "learning-ask", alone)) == [("learning-ask", nothing)]
    assert broken(woven(workspace, "learning-ask", course())) == []


def action(*lines: str, steps: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    done = [f"  - {{state: {state}, on: {on}}}" for state, on in steps]
    text = [
        *("id: act-x", "title: Act X", "text: |", "  Do it.", "source: audit-first", "source_sort: audit"),
        *("owner: head-of-care", "group: audit-group", "agreed_on: 2024-06-10", "due: 2024-09-30", *lines),
        *(["steps:", *done] if done else []),
    ]
    return {**FIRST, **AGAIN, "data/actions/act-x.yaml": "\n".join(text) + "\n"}


MEASURE = ("success_measure: |", "  It works.")
SHOWN = {
    "data/evidence/evidence-x.yaml": "id: evidence-x\ntitle: X\nsort: document\ntext: |\n  X.\n"
    "on: 2024-09-10\nshows: [act-x]\n"
}


@pytest.mark.parametrize(
    ("shown", "as_at", "sort", "words"),
    [
        (False, date(2024, 9, 29), "due", "it was reported done, and nothing shows it yet; due 29 Sep 2024"),
        (
            False,
            date(2024, 9, 30),
            "broken",
            "it was reported done, and nothing shows it; it was due 29 Sep 2024",
        ),
        (True, date(2024, 12, 2), "due", "no group has been satisfied that it is done yet; due 2 Dec 2024"),
        (
            *(True, date(2024, 12, 3), "broken"),
            "no group has been satisfied that it is done; it was due 2 Dec 2024",
        ),
    ],
)
def test_evidence_has_four_weeks_and_assurance_a_quarter(
    workspace: Write, shown: bool, as_at: date, sort: str, words: str
) -> None:
    """Reported complete on 1 September 2024: 28 days on is the 29th, 92 days on is 2 December."""
    files = action(*MEASURE, steps=(("reported-complete", "2024-09-01"),))
    found = woven(workspace, "act-x", {**files, **(SHOWN if shown else {})}, as_at)
    assert [one for one in said(found) if one[1] == "act-x"] == [(sort, "act-x", words)]


def test_an_action_says_how_its_success_will_be_seen(workspace: Write) -> None:
    found = woven(workspace, "act-x", action(), date(2024, 7, 1))
    assert broken(found) == [("act-x", "nothing says how it will be seen that it worked")]
    assert broken(woven(workspace, "act-x", action(*MEASURE), date(2024, 7, 1))) == []


@pytest.mark.parametrize(("follows", "breaks"), [("", True), ("  follows: |\n    More.\n", False)])
def test_helped_in_part_wants_what_follows(workspace: Write, follows: str, breaks: bool) -> None:
    impact = f"impact:\n  due: 2025-01-31\n  checked_on: 2025-01-31\n  result: partly-shown\n{follows}"
    assured = ("assurance: {on: 2024-10-01, group: audit-group}", impact.rstrip("\n"))
    steps = (("reported-complete", "2024-09-01"), ("assured", "2024-10-01"))
    found = woven(workspace, "act-x", {**action(*MEASURE, *assured, steps=steps), **SHOWN})
    words = "it was shown to have helped only in part, and it does not say what follows"
    assert broken(found) == ([("act-x", words)] if breaks else [])


@pytest.mark.parametrize(
    ("line", "breaks"),
    [("upheld: 2", True), ("upheld: 0", False), ("upheld: 2\ntext: |\n  Ring back the same day.", False)],
)
def test_upheld_complaints_lead_to_something(workspace: Write, line: str, breaks: bool) -> None:
    """Received on 10 February 2025: 92 days on is 13 May."""
    text = "id: complaints-x\nagency: police\nperiod: 2024-25-Q3\nreceived: 2025-02-10\ncomplaints: 3\n"
    files = {"data/complaints-and-compliments/complaints-x.yaml": f"{text}compliments: 0\n{line}\n"}
    found = woven(workspace, "complaints-x", files)
    words = "complaints were upheld, and nothing was learned or done; it was due 13 May 2025"
    assert broken(found) == ([("complaints-x", words)] if breaks else [])
    assert (
        found.name == "Complaints and compliments, Hill Police, Quarter 3 2024/25 (October to December 2024)"
    )


@pytest.mark.parametrize(
    ("as_at", "sort", "words"),
    [
        (date(2025, 3, 31), "due", "whether it is better was not looked at yet; due 31 Mar 2025"),
        (date(2025, 4, 1), "broken", "whether it is better was not looked at; it was due 31 Mar 2025"),
    ],
)
def test_an_aim_is_looked_at_by_the_end_of_its_plan(
    workspace: Write, as_at: date, sort: str, words: str
) -> None:
    text = "id: plan-x\ntitle: Plan\nperiod: 2024-25\ngroup: audit-group\napproved_on: 2024-04-02\nlines:\n"
    files = {"data/improvement-plans/plan-x.yaml": f"{text}  - id: seen\n    text: |\n      Seen.\n"}
    assert said(woven(workspace, "plan-x/seen", files, as_at)) == [(sort, "plan-x/seen", words)]


def test_scrutiny_is_answered_by_its_day(workspace: Write) -> None:
    text = "id: scrutiny-x\ntitle: X\nby: business-manager\ngroup: audit-group\nquestion: |\n  Why?\n"
    days = "reported: 2025-03-03\nresponse_due: 2025-05-19\n"
    found = woven(workspace, "scrutiny-x", {"data/scrutiny/scrutiny-x.yaml": text + days})
    assert broken(found) == [("scrutiny-x", "the response was not given; it was due 19 May 2025")]


def test_a_recommendation_names_the_finding_it_answers(workspace: Write) -> None:
    files = review("learning-review", "{step: completed, on: 2025-05-01}")
    files["data/reviews/review-x.yaml"] += (
        "findings:\n  - id: late\n    text: |\n      Late.\n"
        "recommendations:\n  - id: sooner\n    text: |\n      Sooner.\n"
    )
    assert broken(woven(workspace, "review-x", files)) == [
        ("review-x/late", "no recommendation and no action answers it"),
        ("review-x/sooner", "it does not say which finding it answers"),
    ]
    files["data/reviews/review-x.yaml"] += "    finding: late\n"
    assert broken(woven(workspace, "review-x", files)) == []


@pytest.mark.parametrize("made_up", [True, False])
@pytest.mark.parametrize("since", ["agreed_on: 2024-06-10", "agreed_on: 2024-07-10"])
def test_an_indicator_whose_figures_are_made_up_says_so(workspace: Write, made_up: bool, since: str) -> None:
    """Whether or not a figure from before the action was agreed can be set beside the latest."""
    marked = "\n    illustrative: true" if made_up else ""
    series = f"  - id: quarter\n    period_kind: quarter\n    series: returns{marked}"
    files = {
        **action("success_indicator: in-time"),
        "framework/indicators/in-time.yaml": indicator("in-time", measures=series),
        **returned({"in-time": ("40/100", "50/100", "60/100", "75/100")}, illustrative=made_up),
    }
    text = files["data/actions/act-x.yaml"].replace("agreed_on: 2024-06-10", since)
    found = woven(workspace, "act-x", {**files, "data/actions/act-x.yaml": text})
    (shown,) = [node for node in found.nodes() if node.address == "in-time"]
    assert "75.0% in Quarter 4 2024/25" in shown.said
    assert shown.illustrative == made_up
    assert found.illustrative == made_up


ROUTE = {
    "framework/elements/element-x.yaml": """
        id: element-x
        name: X
        learning_routes:
          - id: up
            text: |
              What is learned is passed up.
            passes: findings
    """,
}


def test_learning_that_a_passage_carries_is_told(workspace: Write) -> None:
    passage = "id: passage-x\nroute: element-x/up\non: 2024-07-01\ntext: |\n  X.\nabout: [learning-ask]\n"
    files = {**course(learning=""), **ROUTE, "data/passages/passage-x.yaml": passage}
    assert broken(woven(workspace, "learning-ask", files)) == []
    words = "there is no briefing, event, course or passage that tells it yet; due 10 Sep 2024"
    found = woven(workspace, "learning-ask", files, date(2024, 6, 30))
    assert said(found)[0] == ("due", "learning-ask", words)


@pytest.mark.parametrize(("follows", "breaks"), [("", True), ("  follows: |\n    More.\n", False)])
def test_learning_that_landed_in_part_wants_what_follows(
    workspace: Write, follows: str, breaks: bool
) -> None:
    files = course("2024-07-01")
    tested = f"  checked_on: 2025-05-01\n  result: partly-landed\n{follows}"
    text = LEARNING.rstrip().replace("\n        ", "\n").strip() + "\n"
    files["data/learning/learning-ask.yaml"] = text + tested
    words = "it landed only in part, and it does not say what follows"
    assert broken(woven(workspace, "learning-ask", files)) == ([("learning-ask", words)] if breaks else [])


def test_evaluations_before_the_learning_and_sessions_before_the_plan_did_not_come_of_them(
    workspace: Write,
) -> None:
    """Two evaluations of one course, the first before the learning; a plan of 1 April 2025 that names it."""
    files = course("2024-07-01", "2025-04-10")
    files["data/courses/course-ask.yaml"] += (
        "evaluations:\n"
        "  - {id: liked, level: reaction, on: 2024-05-01, question: Good}\n"
        "  - {id: used, level: behaviour, on: 2025-05-01, question: Ask, shown_by: [evidence-e]}\n"
    )
    files["data/evidence/evidence-e.yaml"] = (
        "id: evidence-e\ntitle: E\nsort: document\ntext: |\n  E.\non: 2025-05-01\nshows: [priority-early]\n"
    )
    files["data/training-plans/plan-x.yaml"] = (
        "id: plan-x\ntitle: Plan\nperiod: 2025-26\ngroup: audit-group\napproved_on: 2025-04-01\n"
        "needs:\n  - id: ask\n    text: |\n      Ask.\n    courses: [course-ask]\n"
    )
    assert tree(woven(workspace, "learning-ask", files).down) == [
        "learning-ask",
        "  course-ask",
        "    course-ask/used",
        "      evidence-e",
        "        priority-early",
        "    session-2024-07-01",
        "    session-2025-04-10",
    ]
    planned = tree(woven(workspace, "plan-x", files).down)
    assert "      session-2025-04-10" in planned
    assert "      session-2024-07-01" not in planned


@pytest.mark.parametrize(("direction", "breaks"), [("good", False), ("mixed", True)])
def test_praise_asks_for_nothing(workspace: Write, direction: str, breaks: bool) -> None:
    """Heard on 3 February 2025: 92 days on is 6 May."""
    text = "id: voice-x\ntitle: X\non: 2025-02-03\nfrom_whom: children\nmethod: group\ntext: |\n  X.\n"
    found = woven(workspace, "voice-x", {"data/voice/voice-x.yaml": f"{text}direction: {direction}\n"})
    words = "nothing is recorded that was done about it; it was due 6 May 2025"
    assert broken(found) == ([("voice-x", words)] if breaks else [])
