"""The edges of a thread's joints and days, held by two workspaces or two days that differ in one thing."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import returned
from tests.views.test_thread import broken, tree, woven
from tests.views.test_thread_days import ANSWERS, SECTION_11, unchecked
from tests.views.test_thread_joints import (
    AGAIN,
    FIRST,
    NOTIFIED,
    action,
    course,
    incident,
    review,
    said,
)

from lif.views.thread import Thread

NOTHING = "nothing of it was known on this day"


def known(found: Thread) -> bool:
    return found.down.said != NOTHING


@pytest.mark.parametrize(
    ("file", "text", "first"),
    [
        (
            "publications/it-x",
            "id: it-x\ntitle: X\nsort: bulletin\nplanned: 2025-01-01\npublished: 2025-03-04\n",
            date(2025, 3, 4),
        ),
        (
            "scrutiny/it-x",
            "id: it-x\ntitle: X\nby: business-manager\ngroup: audit-group\nquestion: |\n  Why?\n"
            "started: 2025-03-04\n",
            date(2025, 3, 4),
        ),
        (
            "cases-considered/it-x",
            "id: it-x\ngroup: audit-group\nreferred: 2025-03-04\nconsidered: 2025-04-01\n",
            date(2025, 3, 4),
        ),
        (
            "escalations/it-x",
            "id: it-x\nquarter: 2024-25-Q3\ngroup: audit-group\ncounts:\n  - stage: 1\n    raised: 4\n",
            date(2024, 12, 31),
        ),
        (
            "complaints-and-compliments/it-x",
            "id: it-x\nagency: police\nperiod: 2024-25-Q3\ncomplaints: 1\ncompliments: 0\n",
            date(2024, 12, 31),
        ),
    ],
)
def test_a_record_is_known_from_its_day(workspace: Write, file: str, text: str, first: date) -> None:
    files = {f"data/{file}.yaml": text}
    assert known(woven(workspace, "it-x", files, first))
    before = woven(workspace, "it-x", files, date.fromordinal(first.toordinal() - 1))
    assert not known(before)
    assert (before.up, before.down.below, before.down.joints, before.down.on) == ((), (), (), None)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("meetings/it-x", "id: it-x\ngroup: audit-group\non: 2025-03-11\nheld: false\n"),
        ("group-reports/it-x", "id: it-x\ngroup: audit-group\nquarter: 2024-25-Q4\ndue: 2025-05-01\n"),
        ("returns/it-x", "id: it-x\nagency: police\nperiod: 2024-25-Q4\ndue: 2025-04-30\n"),
        ("escalations/it-x", "id: it-x\nquarter: 2024-25-Q4\ngroup: audit-group\n"),
    ],
)
def test_what_was_not_held_or_never_came_is_not_known(workspace: Write, file: str, text: str) -> None:
    assert not known(woven(workspace, "it-x", {f"data/{file}.yaml": text}, date(2026, 1, 1)))


def test_an_evaluation_and_a_story_are_known_from_their_day(workspace: Write) -> None:
    files = course("2024-07-01")
    files["data/courses/course-ask.yaml"] += (
        "evaluations:\n  - {id: used, level: behaviour, on: 2025-05-01, question: Ask}\n"
    )
    assert known(woven(workspace, "course-ask/used", files, date(2025, 5, 1)))
    assert not known(woven(workspace, "course-ask/used", files, date(2025, 4, 30)))
    story = (
        "stories:\n  - id: why\n    indicator: in-time\n    author: head-of-care\n"
        "    written_on: 2025-05-12\n    story: |\n      Two posts were empty.\n"
    )
    values = returned({"in-time": ("40/100", "75/100")}, story.rstrip("\n"))
    files = {"framework/indicators/in-time.yaml": indicator("in-time"), **values}
    at = "social-care-2024-25-q4"
    assert tree(woven(workspace, at, files, date(2025, 5, 11)).down) == [at, "  in-time"]
    found = woven(workspace, at, files, date(2025, 5, 12))
    assert tree(found.down) == [at, f"  {at}/why", "    in-time", "  in-time again"]
    assert {node.address: (node.name, node.on) for node in found.nodes()}[f"{at}/why"] == (
        *("Two posts were empty.", date(2025, 5, 12)),
    )
    assert woven(workspace, "in-time", files).up == ()


def test_a_day_ahead_is_not_the_day_of_a_thing(workspace: Write) -> None:
    """An audit in the calendar that began on 12 May 2025, looked at the day before and on it."""
    files = {**FIRST, **AGAIN}
    assert woven(workspace, "audit-again", files, date(2025, 5, 11)).down.on is None
    assert woven(workspace, "audit-again", files, date(2025, 5, 12)).down.on == date(2025, 5, 12)


def test_no_audit_repeats_one_that_was_not_reported_yet(workspace: Write) -> None:
    files = {**FIRST, **AGAIN}
    assert tree(woven(workspace, "audit-first", files, date(2024, 6, 19)).down) == ["audit-first"]
    found = woven(workspace, "audit-first", files, date(2024, 6, 20))
    assert tree(found.down) == ["audit-first", "  audit-again"]


def test_criteria_that_were_not_met_settle_it_from_the_day_they_were_found_so(workspace: Write) -> None:
    files = incident("serious-harm", NOTIFIED, "criteria_not_met_on: 2025-05-20")
    before = woven(workspace, "incident-x", files, date(2025, 5, 19))
    assert said(before) == [
        ("due", "incident-x", "no review is recorded that followed it yet; due 28 May 2025")
    ]
    found = woven(workspace, "incident-x", files, date(2025, 5, 20))
    assert said(found) == [
        ("settled", "incident-x", "the criteria were found not to be met, so that no review is due")
    ]


def test_a_decision_on_a_case_is_said_from_its_day(workspace: Write) -> None:
    text = (
        "id: case-x\ngroup: audit-group\nreferred: 2025-03-04\nconsidered: 2025-04-01\ndecision: no-review\n"
    )
    files = {"data/cases-considered/case-x.yaml": text}
    before = woven(workspace, "case-x", files, date(2025, 3, 31))
    assert (before.down.said, [joint[0] for joint in said(before)]) == ("", ["due"])
    found = woven(workspace, "case-x", files, date(2025, 4, 1))
    assert (found.down.said, [joint[0] for joint in said(found)]) == ("no review", ["settled"])


FOUND = "findings:\n  - id: late\n    text: |\n      Late.\n"
UNTOLD = "no learning draws on it, and what it taught was not told"


@pytest.mark.parametrize(
    ("on", "more", "told"),
    [
        ("2022-05-22", "", False),  # 1,094 days before 20 May 2025: within three years of 365
        ("2022-05-21", "", True),  # 1,095 days before: nobody asks any more
        ("2025-01-10", "", False),
        ("2025-01-10", "shared_meanwhile: |\n  Shared in a briefing.\n", True),
    ],
)
def test_what_a_review_taught_is_asked_for_three_years(
    workspace: Write, on: str, more: str, told: bool
) -> None:
    files = review("learning-review", f"{{step: completed, on: {on}}}")
    files["data/reviews/review-x.yaml"] += FOUND + more
    words = [joint[2] for joint in said(woven(workspace, "review-x", files)) if UNTOLD in joint[2]]
    assert bool(words) == (not told)


def test_what_was_told_only_later_was_not_told(workspace: Write) -> None:
    """The review ended on 10 January 2025, 92 days on is 12 April; its learning is of 2 May."""
    files = review("learning-review", "{step: completed, on: 2025-01-10}")
    files["data/reviews/review-x.yaml"] += FOUND
    files["data/learning/learning-x.yaml"] = (
        "id: learning-x\ntitle: X\non: 2025-05-02\ntext: |\n  X.\nsources: [review-x/late]\n"
        "group: audit-group\n"
    )
    before = woven(workspace, "review-x", files, date(2025, 5, 1))
    assert ("review-x", f"{UNTOLD}; it was due 12 Apr 2025") in broken(before)
    found = woven(workspace, "review-x", files, date(2025, 5, 2))
    assert not [joint for joint in said(found) if UNTOLD in joint[2]]


@pytest.mark.parametrize(
    ("sort", "steps", "words"),
    [
        (
            "learning-review",
            ("{step: report-to-board, planned: 2025-04-30}", "{step: published, planned: 2025-09-30}"),
            "it is not finished; it was due 30 Apr 2025",
        ),
        # six months of law after the decision of 6 November 2024
        (
            "local-child-safeguarding-practice-review",
            ("{step: decision, on: 2024-11-06}",),
            "it is not finished; it was due 6 May 2025",
        ),
    ],
)
def test_the_day_by_which_a_review_ends(
    workspace: Write, sort: str, steps: tuple[str, ...], words: str
) -> None:
    found = woven(workspace, "review-x", review(sort, "{step: started, on: 2024-11-07}", *steps))
    assert ("review-x", words) in broken(found)


@pytest.mark.parametrize(("sort", "breaks"), [("national-review", False), ("learning-review", True)])
def test_a_national_review_may_be_whole_without_a_finding_here(
    workspace: Write, sort: str, breaks: bool
) -> None:
    found = woven(workspace, "review-x", review(sort, "{step: completed, on: 2025-05-01}"))
    words = "it is finished, and nothing is recorded that it found"
    assert broken(found) == ([("review-x", words)] if breaks else [])


@pytest.mark.parametrize(("sort", "asked"), [("dip-sample", True), ("re-audit", False)])
def test_a_re_audit_need_not_be_repeated(workspace: Write, sort: str, asked: bool) -> None:
    text = FIRST["data/audits/audit-first.yaml"].replace("        re_audit_due: 2025-03-31\n", "")
    text = text.replace("dip-sample", sort).rstrip() + "\n        findings:\n          - id: late\n"
    files = {"data/audits/audit-first.yaml": text + "            text: |\n              Late.\n"}
    words = [joint[2] for joint in said(woven(workspace, "audit-first", files))]
    assert ("no day is set to repeat it" in words) == asked


SCRUTINY = (
    "id: scrutiny-x\ntitle: X\nby: business-manager\ngroup: audit-group\nquestion: |\n  Why?\n"
    "planned: 2025-02-28\nreported: 2025-03-03\n"
    "recommendations:\n  - id: ask\n    text: |\n      Ask.\n"
)


@pytest.mark.parametrize(
    ("lines", "as_at", "expected"),
    [
        ("", date(2025, 2, 28), [("due", "scrutiny-x", "it is not reported yet; due 28 Feb 2025")]),
        ("", date(2025, 3, 1), [("broken", "scrutiny-x", "it is not reported; it was due 28 Feb 2025")]),
        # 92 days after 3 March
        ("", date(2025, 3, 3), [("due", "scrutiny-x/ask", "the board has not answered yet; due 3 Jun 2025")]),
        (
            "response_due: 2025-04-30\n",
            date(2025, 3, 3),
            [("due", "scrutiny-x", "the response was not given yet; due 30 Apr 2025")],
        ),
        (
            "response_due: 2025-04-30\nresponded_on: 2025-04-29\n",
            date(2025, 4, 29),
            [("broken", "scrutiny-x/ask", "no action answers it")],
        ),
    ],
)
def test_scrutiny_is_answered_as_a_whole_or_piece_by_piece(
    workspace: Write, lines: str, as_at: date, expected: list[tuple[str, str, str]]
) -> None:
    found = woven(workspace, "scrutiny-x", {"data/scrutiny/scrutiny-x.yaml": SCRUTINY + lines}, as_at)
    assert said(found) == expected


def test_an_inspection_is_to_come_until_its_report_is_out(workspace: Write) -> None:
    text = (
        "id: inspection-x\ntitle: X\nsort: police\nagencies: [police]\n"
        "inspectorates: [The inspectors]\nstarted: 2025-03-03\npublished: 2025-05-20\n"
        "response_due: 2025-08-20\ngroup: audit-group\n"
    )
    files = {"data/inspections/inspection-x.yaml": text}
    before = woven(workspace, "inspection-x", files, date(2025, 5, 19))
    assert said(before) == [("due", "inspection-x", "its report is not out")]
    found = woven(workspace, "inspection-x", files, date(2025, 5, 20))
    assert said(found) == [("due", "inspection-x", "the response was not sent yet; due 20 Aug 2025")]


def test_a_response_is_due_when_it_was_planned_for(workspace: Write) -> None:
    files = review(
        "learning-review",
        "{step: completed, on: 2025-05-01}",
        "{step: board-response, planned: 2025-06-12}",
    )
    files["data/reviews/review-x.yaml"] += "recommendations:\n  - id: ask\n    text: |\n      Ask.\n"
    found = woven(workspace, "review-x", files)
    assert said(found) == [("due", "review-x/ask", "the board has not answered yet; due 12 Jun 2025")]


def test_a_session_that_was_called_off_taught_nobody(workspace: Write) -> None:
    files = course("2024-07-01")
    name = "data/training-sessions/session-2024-07-01.yaml"
    files[name] += "cancelled_on: 2024-06-28\ncancelled_reason: |\n  Snow.\n"
    assert broken(woven(workspace, "learning-ask", files)) == [
        ("learning-ask", "nobody was taught it at a session of 'Asking'; it was due 10 Sep 2024")
    ]


def test_a_challenge_without_a_day_is_answered_within_a_quarter(workspace: Write) -> None:
    text = "id: challenge-x\ntitle: X\non: 2025-03-03\nby_group: audit-group\nto: [police]\ntext: |\n  Why?\n"
    found = woven(workspace, "challenge-x", {"data/challenges/challenge-x.yaml": text})
    assert said(found) == [("due", "challenge-x", "it was not answered yet; due 3 Jun 2025")]


def test_another_agency_answers_for_itself_alone(workspace: Write) -> None:
    files = {**SECTION_11, "data/section11-returns/s11-police.yaml": ANSWERS.split("        actions:")[0]}
    files.pop("data/actions/act-x.yaml")
    other = files["data/section11-returns/s11-police.yaml"].replace("s11-police", "s11-care")
    other = other.replace("agency: police", "agency: social-care").replace("2024-09-01", "2024-10-01")
    files["data/section11-returns/s11-care.yaml"] = other
    words = "it is not met, and no action came of it; it was due 17 Apr 2025"
    found = woven(workspace, "s11-police/told", files)
    assert broken(found) == [("s11-police/told", words)]
    assert found.name == "Is everybody told?"


def test_an_aim_that_was_looked_at_later_was_not_looked_at_yet(workspace: Write) -> None:
    text = "id: plan-x\ntitle: Plan\nperiod: 2024-25\ngroup: audit-group\napproved_on: 2024-04-02\nlines:\n"
    line = "  - id: seen\n    text: |\n      Seen.\n    effect: shown\n    effect_on: 2025-05-02\n"
    files = {"data/improvement-plans/plan-x.yaml": text + line}
    before = woven(workspace, "plan-x/seen", files, date(2025, 5, 1))
    words = "whether it is better was not looked at; it was due 31 Mar 2025"
    assert (broken(before), before.down.said) == ([("plan-x/seen", words)], "")
    found = woven(workspace, "plan-x/seen", files, date(2025, 5, 2))
    assert (broken(found), found.down.said) == ([], "effect shown")


@pytest.mark.parametrize("made_up", [True, False])
def test_an_indicator_that_no_action_asks_for_is_marked_too(workspace: Write, made_up: bool) -> None:
    marked = "\n    illustrative: true" if made_up else ""
    series = f"  - id: quarter\n    period_kind: quarter\n    series: returns{marked}"
    files = {
        "framework/indicators/in-time.yaml": indicator("in-time", measures=series),
        **returned({"in-time": ("40/100", "75/100")}, illustrative=made_up),
    }
    assert woven(workspace, "in-time", files).down.illustrative == made_up


def test_nothing_is_asked_of_what_was_retired(workspace: Write) -> None:
    files = action()
    files["data/actions/act-x.yaml"] += "retired:\n  on: 2025-05-02\n  reason: |\n    Entered twice.\n"
    before = woven(workspace, "act-x", files, date(2025, 5, 1))
    assert [at for at, _ in broken(before)] == ["act-x", "act-x"]
    assert broken(woven(workspace, "act-x", files, date(2025, 5, 2))) == []


def test_what_was_retired_is_the_case_behind_no_review(workspace: Write) -> None:
    case = "id: case-x\ngroup: audit-group\nreferred: 2018-03-04\nreview: review-x\n"
    gone = "retired:\n  on: 2025-05-02\n  reason: |\n    Entered twice.\n"
    files = review("serious-case-review", "{step: closed, on: 2018-05-07}")
    files["data/cases-considered/case-x.yaml"] = case + gone
    words = ("review-x", "nothing says which case it came from")
    assert words not in broken(woven(workspace, "review-x", files, date(2025, 5, 1)))
    found = woven(workspace, "review-x", files, date(2025, 5, 2))
    assert words in broken(found)
    assert [node.said for node in found.up] == ["retired on 2 May 2025: Entered twice"]


def test_evidence_of_an_action_that_is_not_there_leads_nowhere(workspace: Write) -> None:
    text = "id: evidence-x\ntitle: X\nsort: document\ntext: |\n  X.\non: 2025-03-01\nshows: [act-gone]\n"
    found = unchecked(workspace, "evidence-x", {"data/evidence/evidence-x.yaml": text})
    assert broken(found) == [("act-gone", "it leads nowhere: nothing stands at this address")]
    assert [node.address for node in found.up] == ["act-gone"]


@pytest.mark.parametrize(("reported", "asked"), [("2022-05-22", True), ("2022-05-21", False)])
def test_what_an_audit_taught_is_asked_for_three_years(workspace: Write, reported: str, asked: bool) -> None:
    """1,094 and 1,095 days before 20 May 2025: three years of 365 days are over on the second."""
    text = FIRST["data/audits/audit-first.yaml"].replace("2024-06-20", reported)
    text = text.replace("2024-25-Q1", "2022-23-Q1").rstrip() + "\n        findings:\n          - id: late\n"
    files = {"data/audits/audit-first.yaml": text + "            text: |\n              Late.\n"}
    words = [joint[2] for joint in said(woven(workspace, "audit-first", files)) if UNTOLD in joint[2]]
    assert bool(words) == asked
