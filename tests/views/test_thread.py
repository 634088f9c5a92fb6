"""The golden thread: whole from the incident to the change, and in words where it breaks, joint by joint."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.small_papers import returned

from lif.measures.assemble import assemble
from lif.views.thread import Node, Thread, thread
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
AS_AT = date(2025, 5, 20)

THREAD = {
    "data/incidents/incident-2024-a.yaml": """
        id: incident-2024-a
        sort: serious-harm
        group: audit-group
        aware: 2024-01-08
        decision: notify
        notified: 2024-01-10
        rapid_review: review-2024-r
    """,
    "data/reviews/review-2024-r.yaml": """
        id: review-2024-r
        title: Rapid review R
        sort: rapid-review
        group: audit-group
        incident: incident-2024-a
        milestones:
          - step: completed
            on: 2024-01-31
    """,
    "data/reviews/review-2024-l.yaml": """
        id: review-2024-l
        title: Review L
        sort: local-child-safeguarding-practice-review
        group: audit-group
        follows: review-2024-r
        milestones:
          - step: decision
            on: 2024-01-31
          - step: completed
            on: 2024-05-31
        findings:
          - id: alone
            text: |
              Each worked alone.
        recommendations:
          - id: together
            text: |
              Work together.
            finding: alone
            response: accepted
            responded_on: 2024-06-10
            agencies:
              - police
              - social-care
    """,
    "data/actions/act-police.yaml": """
        id: act-police
        title: Police come to each meeting
        text: |
          Come.
        source: review-2024-l/together
        source_sort: review
        owner: police-lead
        group: audit-group
        agreed_on: 2024-06-10
        due: 2024-09-30
        success_indicator: in-time
        evidence:
          - evidence-police
        steps:
          - state: reported-complete
            on: 2024-09-20
          - state: assured
            on: 2024-11-05
          - state: closed
            on: 2024-12-03
        assurance:
          on: 2024-11-05
          group: audit-group
        impact:
          due: 2025-03-31
          checked_on: 2025-04-01
          result: shown
          text: |
            Eleven of twelve plans name what police did.
    """,
    "data/actions/act-care.yaml": """
        id: act-care
        title: Social care asks police first
        text: |
          Ask.
        source: review-2024-l/together
        source_sort: review
        owner: head-of-care
        group: audit-group
        agreed_on: 2024-06-10
        due: 2025-06-30
        success_measure: |
          Each plan says what police know.
        steps:
          - state: in-progress
            on: 2024-07-01
    """,
    "data/evidence/evidence-police.yaml": """
        id: evidence-police
        title: Lists of who came
        sort: document
        text: |
          Police came to 40 of 41.
        on: 2024-10-15
        shows:
          - act-police
    """,
    "data/learning/learning-alone.yaml": """
        id: learning-alone
        title: Nobody alone
        on: 2024-06-10
        text: |
          Ask who else knows.
        sources:
          - review-2024-l/alone
        group: audit-group
        products:
          - id: briefing
            sort: briefing
            title: Nobody alone, a briefing
            on: 2024-07-01
            reach:
              - agency: police
                on: 2024-07-09
                people: 30
        test:
          method: conversation
          due: 2025-01-31
          checked_on: 2025-01-20
          result: landed
          text: |
            All could say whom they would ask.
    """,
    "data/audits/audit-first.yaml": """
        id: audit-first
        title: First audit
        sort: dip-sample
        group: audit-group
        planned: 2023-24-Q4
        reported: 2024-03-01
        re_audit_due: 2025-04-30
        strengths:
          - id: kind
            text: |
              Kind words.
    """,
    "data/audits/audit-again.yaml": """
        id: audit-again
        title: Audit again
        sort: re-audit
        group: audit-group
        planned: 2025-26-Q1
        earlier_round: audit-first
    """,
    "framework/indicators/in-time.yaml": indicator("in-time"),
    **returned({"in-time": ("40/100", "50/100", "60/100", "75/100")}),
}


def woven(workspace: Write, address: str, files: dict[str, str] = THREAD, as_at: date = AS_AT) -> Thread:
    loaded = Workspace.load(workspace({**SMALL, **files}), as_at, checks=())
    assert [d.message for d in loaded.diagnostics] == []
    found = thread(loaded.register, assemble(loaded.register, as_at), address, as_at)
    assert found is not None
    return found


def broken(found: Thread) -> list[tuple[str, str]]:
    return [(node.address, joint.words) for node, joint in found.joints("broken")]


def tree(node: Node, depth: int = 0) -> list[str]:
    name = node.address or f"({node.kind}: {node.name})"
    again = " again" if node.again else ""
    return ["  " * depth + name + again, *(line for one in node.below for line in tree(one, depth + 1))]


def test_the_whole_thread_from_the_incident_down(workspace: Write) -> None:
    found = woven(workspace, "incident-2024-a")
    assert tree(found.down) == [
        "incident-2024-a",
        "  review-2024-r",
        "    review-2024-l",
        "      review-2024-l/alone",
        "        review-2024-l/together",
        "          act-care",
        "          act-police",
        "            evidence-police",
        "            in-time",
        "            (impact: shown)",
        "        learning-alone",
        "          learning-alone/briefing",
        "          (test: landed)",
    ]
    assert found.up == ()
    assert broken(found) == []
    assert [joint.words for _, joint in found.joints("due")] == ["it is not done yet; due 30 Jun 2025"]


def test_the_thread_from_the_end_up(workspace: Write) -> None:
    found = woven(workspace, "evidence-police")
    assert [line for node in found.up for line in tree(node)] == [
        "act-police",
        "  review-2024-l/together",
        "    review-2024-l/alone",
        "      review-2024-l",
        "        review-2024-r",
        "          incident-2024-a",
    ]


def test_each_thing_says_where_it_stands(workspace: Write) -> None:
    said = {node.address or node.kind: node.said for node in woven(workspace, "incident-2024-a").down.walk()}
    assert said["incident-2024-a"] == "serious harm; aware 8 Jan 2024; notified 10 Jan 2024"
    assert said["review-2024-l/together"] == "accepted on 10 Jun 2024; on track"
    assert said["act-police"] == "closed; due 30 Sep 2024; Police lead"
    assert said["learning-alone/briefing"] == "briefing; out 1 Jul 2024; reached 1 agency, 30 people"
    assert said["in-time"].startswith("40.0% in Quarter 1 2024/25 (April to June 2024), 75.0%") is False
    assert "75.0% in Quarter 4 2024/25" in said["in-time"]
    assert said["impact"] == "Eleven of twelve plans name what police did."


CARE, POLICE = "data/actions/act-care.yaml", "data/actions/act-police.yaml"
LOCAL, LEARNING = "data/reviews/review-2024-l.yaml", "data/learning/learning-alone.yaml"
INCIDENT, AGAIN = "data/incidents/incident-2024-a.yaml", "data/audits/audit-again.yaml"
IMPACT = """
          checked_on: 2025-04-01
          result: shown
          text: |
            Eleven of twelve plans name what police did.
"""
TEST = """
          checked_on: 2025-01-20
          result: landed
          text: |
            All could say whom they would ask.
"""
REACH = """
            reach:
              - agency: police
                on: 2024-07-09
                people: 30
"""


@pytest.mark.parametrize(
    ("file", "out", "put", "at", "words"),
    [
        (INCIDENT, "        rapid_review: review-2024-r\n", "", "incident-2024-a", None),
        (
            INCIDENT,
            "        decision: notify\n",
            "",
            "incident-2024-a",
            "nobody has decided whether to notify it",
        ),
        (
            *(INCIDENT, "        notified: 2024-01-10\n", "", "incident-2024-a"),
            "it was to be notified, and no day is recorded",
        ),
        (
            *(LOCAL, "            response: accepted\n            responded_on: 2024-06-10\n", ""),
            *("review-2024-l/together", "the board has not answered; it was due 31 Aug 2024"),
        ),
        (
            *(CARE, "source: review-2024-l/together", "source: review-2024-l", "review-2024-l/together"),
            "no action of Social care answers it",
        ),
        (CARE, "due: 2025-06-30", "due: 2025-05-19", "act-care", "it is not done; it was due 19 May 2025"),
        (
            *(POLICE, "        evidence:\n          - evidence-police\n", ""),
            *("act-police", None),
        ),
        (
            *(POLICE, "        assurance:\n          on: 2024-11-05\n          group: audit-group\n", ""),
            *("act-police", "it does not say who was satisfied that it is done"),
        ),
        (
            *(POLICE, "        impact:\n          due: 2025-03-31" + IMPACT.rstrip("\n") + "\n", ""),
            *("act-police", "no day is set to see whether it helped"),
        ),
        (POLICE, IMPACT, "\n", "act-police", "whether it helped was not looked at; it was due 31 Mar 2025"),
        (
            *(POLICE, "result: shown", "result: not-shown", "act-police"),
            "it was not shown to have helped, and it does not say what follows",
        ),
        (
            *(LEARNING, "          - review-2024-l/alone\n", "          - audit-first\n", "review-2024-l"),
            "no learning draws on it, and what it taught was not told; it was due 31 Aug 2024",
        ),
        (
            *(LEARNING, REACH, "\n", "learning-alone/briefing"),
            "whom it reached is not recorded; it was due 29 Jul 2024",
        ),
        (
            *(LEARNING, "            on: 2024-07-01\n", "            due: 2024-07-01\n"),
            *("learning-alone/briefing", "it is not out; it was due 1 Jul 2024"),
        ),
        (LEARNING, TEST, "\n", "learning-alone", "whether it landed was not tested; it was due 31 Jan 2025"),
        (
            *(LEARNING, "result: landed", "result: not-landed", "learning-alone"),
            "it did not land, and it does not say what follows",
        ),
    ],
)
def test_broken_at_one_joint_it_says_which_and_no_other(
    workspace: Write, file: str, out: str, put: str, at: str, words: str | None
) -> None:
    """One thing is taken away; None where the link stands on the other side too, so that nothing breaks."""
    assert out in THREAD[file]
    files = {**THREAD, file: THREAD[file].replace(out, put)}
    assert broken(woven(workspace, "incident-2024-a", files)) == ([(at, words)] if words else [])


@pytest.mark.parametrize(
    ("without", "at", "words"),
    [
        (("data/evidence/evidence-police.yaml",), "act-police", "it was reported done, and nothing shows it"),
        ((CARE, POLICE), "review-2024-l/together", "no action answers it"),
    ],
)
def test_records_that_were_never_written_break_it(
    workspace: Write, without: tuple[str, ...], at: str, words: str
) -> None:
    files = {name: text for name, text in THREAD.items() if name not in without}
    if POLICE in files:
        files[POLICE] = files[POLICE].replace("        evidence:\n          - evidence-police\n", "")
    else:
        files.pop("data/evidence/evidence-police.yaml")
    assert broken(woven(workspace, "incident-2024-a", files)) == [(at, words)]


def test_an_audit_that_is_not_repeated_breaks_the_thread(workspace: Write) -> None:
    whole = woven(workspace, "audit-first")
    assert broken(whole) == []
    assert tree(whole.down) == ["audit-first", "  audit-again"]
    files = {**THREAD, AGAIN: THREAD[AGAIN].replace("        earlier_round: audit-first\n", "")}
    assert broken(woven(workspace, "audit-first", files)) == [
        ("audit-first", "no audit repeats it; it was due 30 Apr 2025")
    ]


def test_what_is_not_wanted_is_no_break(workspace: Write) -> None:
    refused = THREAD[LOCAL].replace(
        "response: accepted",
        "response: not-accepted\n            response_reason: |\n              It is done.",
    )
    files = {name: text for name, text in THREAD.items() if name not in (CARE, POLICE)}
    files.pop("data/evidence/evidence-police.yaml")
    found = woven(workspace, "review-2024-l", {**files, LOCAL: refused})
    assert broken(found) == []
    assert [joint.words for _, joint in found.joints("settled")] == ["it was not accepted"]


def test_whoever_was_told_before_it_was_done_is_not_told_yet(workspace: Write) -> None:
    """It was done on 20 January; a quarter of 92 days later is 22 April 2025."""
    said = """
        id: voice-a
        title: What parents said
        on: 2024-11-20
        from_whom: parents-and-carers
        method: interview
        text: |
          They did not know what the plan was for.
        done: |
          It says so now.
        done_on: 2025-01-20
        told_back_on: DAY
    """
    early = woven(workspace, "voice-a", {"data/voice/voice-a.yaml": said.replace("DAY", "2025-01-19")})
    words = "those who spoke were not told what was done; it was due 22 Apr 2025"
    assert broken(early) == [("voice-a", words)]
    told = woven(workspace, "voice-a", {"data/voice/voice-a.yaml": said.replace("DAY", "2025-01-20")})
    assert broken(told) == []


def test_a_past_day_knows_only_what_had_happened(workspace: Write) -> None:
    """On 9 June 2024 the review was complete; no answer, no action and no learning was there."""
    found = woven(workspace, "incident-2024-a", as_at=date(2024, 6, 9))
    assert tree(found.down)[-2:] == ["      review-2024-l/alone", "        review-2024-l/together"]
    assert broken(found) == []
    assert ("review-2024-l/together", "the board has not answered yet; due 31 Aug 2024") in [
        (node.address, joint.words) for node, joint in found.joints("due")
    ]


def test_a_circle_is_walked_once(workspace: Write) -> None:
    """Two actions that each took the other's place, by mistake."""
    step = "        steps:\n          - state: superseded\n            on: 2024-07-01\n"
    files = {
        **THREAD,
        CARE: THREAD[CARE].replace(
            "        steps:\n          - state: in-progress\n            on: 2024-07-01\n",
            f"{step}        superseded_by: act-police\n",
        ),
        POLICE: THREAD[POLICE].rstrip() + "\n        superseded_by: act-care\n",
    }
    lines = tree(woven(workspace, "act-care", files).down)
    assert lines[:3] == ["act-care", "  act-police", "    act-care again"]


def test_a_part_of_the_framework_has_below_it_what_speaks_of_it(workspace: Write) -> None:
    files = {
        **THREAD,
        "data/evidence/evidence-police.yaml": THREAD["data/evidence/evidence-police.yaml"].rstrip()
        + "\n          - priority-neglect\n",
    }
    found = woven(workspace, "priority-neglect", files)
    assert tree(found.down) == ["priority-neglect", "  evidence-police"]
    shown = woven(workspace, "act-police", files)
    assert "    priority-neglect" in tree(shown.down)


def test_more_than_a_dozen_are_counted(workspace: Write) -> None:
    many = {
        f"data/actions/act-{n}.yaml": THREAD[CARE].replace("id: act-care", f"id: act-{n}") for n in range(15)
    }
    found = woven(workspace, "review-2024-l/together", {**THREAD, **many})
    assert (len(found.down.below), found.down.more) == (12, 5)


def test_nothing_at_an_address_has_no_thread(workspace: Write) -> None:
    loaded = Workspace.load(workspace(dict(SMALL)), AS_AT, checks=())
    assert thread(loaded.register, assemble(loaded.register, AS_AT), "no-such", AS_AT) is None


def test_every_record_and_item_of_the_workspace_can_be_traced() -> None:
    loaded = Workspace.load(ROOT, date(2025, 12, 10), checks=())
    figures = assemble(loaded.register, loaded.as_at)
    begun = time.monotonic()
    for address in loaded.register.addresses():
        found = thread(loaded.register, figures, address, loaded.as_at)
        assert found is not None
        assert sum(1 for _ in found.nodes()) < 2_000, address
    assert time.monotonic() - begun < 250  # hundreds of threads: a hang would be minutes each
