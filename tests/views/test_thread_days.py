"""What stands in a thread on a past day, what is missing, unreadable or retired, and what is too much."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.small_papers import returned
from tests.views.test_thread import broken, tree, woven

from lif.exchange.threads import as_text
from lif.measures.assemble import assemble
from lif.views.thread import Thread, thread
from lif.workspace import Workspace

AS_AT = date(2025, 5, 20)


def unchecked(workspace: Write, address: str, files: dict[str, str]) -> Thread:
    """The thread in a workspace that holds what is wrong."""
    loaded = Workspace.load(workspace({**SMALL, **files}), AS_AT, checks=())
    found = thread(loaded.register, assemble(loaded.register, AS_AT), address, AS_AT)
    assert found is not None
    return found


STANDARD = """
    id: standard-x
    title: Standard X
    text: |
      X.
    questions:
      - id: told
        text: Is everybody told?
        answer: scored
      - id: asked
        text: Is everybody asked?
        answer: scored
"""
ANSWERS = """
    id: s11-police
    agency: police
    cycle: "2024"
    group: audit-group
    opened: 2024-09-01
    due: 2024-11-30
    submitted: 2024-11-20
    moderated: 2025-01-15
    answers:
      - id: told
        question: standard-x/told
        self_score: fully-met
        moderated_score: not-met
        actions:
          - act-x
"""
ACT = """
    id: act-x
    title: Act X
    text: |
      Do it.
    source: SOURCE
    source_sort: section-11
    owner: police-lead
    group: audit-group
    agreed_on: 2025-02-01
    due: 2025-09-30
    success_measure: |
      It works.
"""
SECTION_11 = {
    "framework/section11/standard-x.yaml": STANDARD,
    "data/section11-returns/s11-police.yaml": ANSWERS,
    "data/actions/act-x.yaml": ACT.replace("SOURCE", "s11-police/told"),
}


@pytest.mark.parametrize(
    ("as_at", "lines", "score"),
    [
        (date(2024, 8, 31), ["s11-police"], None),
        (date(2024, 11, 19), ["s11-police"], None),
        (date(2024, 11, 20), ["s11-police", "  s11-police/told"], "fully met"),
        (date(2025, 1, 14), ["s11-police", "  s11-police/told"], "fully met"),
        (date(2025, 1, 15), ["s11-police", "  s11-police/told"], "not met"),
        (date(2025, 2, 1), ["s11-police", "  s11-police/told", "    act-x"], "not met"),
    ],
)
def test_answers_come_with_the_return_and_moderated_scores_with_moderation(
    workspace: Write, as_at: date, lines: list[str], score: str | None
) -> None:
    found = woven(workspace, "s11-police", SECTION_11, as_at)
    assert tree(found.down) == lines
    said = {node.address: node.said for node in found.nodes()}
    assert said.get("s11-police/told") == score
    assert found.name == "Section 11 return, Hill Police, 2024"
    assert (said["s11-police"] == "nothing of it was known on this day") == (as_at < date(2024, 9, 1))


def test_an_answer_that_was_given_again_asks_for_nothing_more(workspace: Write) -> None:
    """Moderated on 15 January 2025, 92 days on is 17 April; the return of 2025 answers the same."""
    alone = {**SECTION_11, "data/section11-returns/s11-police.yaml": ANSWERS.split("        actions:")[0]}
    alone.pop("data/actions/act-x.yaml")
    assert broken(woven(workspace, "s11-police/told", alone)) == [
        ("s11-police/told", "it is not met, and no action came of it; it was due 17 Apr 2025")
    ]
    later = alone["data/section11-returns/s11-police.yaml"].replace("id: s11-police", "id: s11-police-b")
    later = later.replace('"2024"', '"2025"').replace("2024-09-01", "2025-03-01")
    later = later.replace("2024-11-30", "2025-05-30").replace("2024-11-20", "2025-05-20")
    again = {**alone, "data/section11-returns/s11-police-b.yaml": later.replace("2025-01-15", "2025-06-30")}
    found = woven(workspace, "s11-police/told", again)
    words = [joint.words for _, joint in found.joints("settled")]
    assert (broken(found), words) == ([], ["the question was answered again in 2025"])


ESCALATED = """
    id: escalations-x
    quarter: 2024-25-Q3
    group: audit-group
    received: 2025-01-20
    counts:
      - stage: 1
        raised: 4
"""
MEETING = """
    id: meeting-x
    group: audit-group
    on: 2025-03-11
    decisions:
      - id: ask
        text: |
          Ask the police.
"""


@pytest.mark.parametrize(
    ("file", "text", "at", "first"),
    [
        ("escalations/escalations-x", ESCALATED, "escalations-x", date(2025, 1, 20)),
        ("meetings/meeting-x", MEETING, "meeting-x/ask", date(2025, 3, 11)),
    ],
)
def test_what_came_later_did_not_lead_to_anything_before(
    workspace: Write, file: str, text: str, at: str, first: date
) -> None:
    """An action of 1 December 2024 that names as its source what came only later."""
    act = ACT.replace("SOURCE", at).replace("section-11", "data").replace("2025-02-01", "2024-12-01")
    files = {f"data/{file}.yaml": text, "data/actions/act-x.yaml": act}
    before = woven(workspace, "act-x", files, date.fromordinal(first.toordinal() - 1))
    assert before.up == ()
    assert [node.address for node in woven(workspace, "act-x", files, first).up] == [at]


def test_a_product_of_a_later_day_is_planned_with_the_day_it_was_planned_for(workspace: Write) -> None:
    files = {
        "data/learning/learning-x.yaml": """
            id: learning-x
            title: X
            on: 2025-01-10
            text: |
              X.
            sources:
              - priority-neglect
            group: audit-group
            products:
              - id: note
                sort: briefing
                title: Note
                due: 2025-03-31
                on: 2025-05-02
        """,
    }
    (_, node) = woven(workspace, "learning-x", files, date(2025, 3, 31)).down.walk()
    assert (node.said, node.on) == ("briefing; planned for 31 Mar 2025", date(2025, 3, 31))
    (_, node) = woven(workspace, "learning-x", files, date(2025, 5, 2)).down.walk()
    assert (node.said, node.on) == ("briefing; out 2 May 2025; nobody on record", date(2025, 5, 2))


def test_a_link_to_nothing_says_so(workspace: Write) -> None:
    act = ACT.replace("SOURCE", "case-gone").replace("section-11", "data") + "    evidence:\n      - gone\n"
    found = unchecked(workspace, "act-x", {"data/actions/act-x.yaml": act})
    assert tree(found.down) == ["act-x", "  gone"]
    assert broken(found) == [
        ("case-gone", "it leads nowhere: nothing stands at this address"),
        ("gone", "it leads nowhere: nothing stands at this address"),
    ]


def test_what_cannot_be_read_is_not_known_and_no_break(workspace: Write) -> None:
    """The evidence that shows it cannot be read: nobody can say that nothing shows it."""
    act = ACT.replace("SOURCE", "priority-neglect").replace("section-11", "data")
    act = act.replace("due: 2025-09-30", "due: 2025-02-28").rstrip()
    act += "\n    evidence:\n      - evidence-x\n"
    act += "    steps:\n      - {state: reported-complete, on: 2025-02-20}\n"
    files = {"data/actions/act-x.yaml": act, "data/evidence/evidence-x.yaml": "id: evidence-x\ntitle: 3\n"}
    found = unchecked(workspace, "act-x", files)
    assert broken(found) == []
    assert [(node.address, joint.words) for node, joint in found.joints("unknown")] == [
        (
            "act-x",
            "it was reported done, and nothing shows it; it was due 20 Mar 2025, "
            "unless a record says so that cannot be read",
        ),
        ("evidence-x", "what stands there cannot be read: data/evidence/evidence-x.yaml"),
    ]
    assert "? not known: what stands there cannot be read" in as_text(found)


def test_what_was_retired_says_so_and_answers_nothing_any_more(workspace: Write) -> None:
    review = """
        id: review-x
        title: Review X
        sort: learning-review
        group: audit-group
        milestones:
          - {step: completed, on: 2025-01-10}
        findings:
          - id: late
            text: |
              Late.
    """
    act = ACT.replace("SOURCE", "review-x/late").replace("section-11", "review")
    act += "    retired:\n      on: 2025-05-02\n      reason: |\n        Entered twice.\n"
    files = {"data/reviews/review-x.yaml": review, "data/actions/act-x.yaml": act}
    before = woven(workspace, "review-x/late", files, date(2025, 5, 1))
    assert "review-x/late" not in dict(broken(before))
    found = woven(workspace, "review-x/late", files, date(2025, 5, 2))
    assert dict(broken(found))["review-x/late"] == "no recommendation and no action answers it"
    assert {node.address: node.said for node in found.nodes()}["act-x"] == (
        "retired on 2 May 2025: Entered twice"
    )


def test_a_finding_is_answered_by_an_action_that_came_of_its_learning(workspace: Write) -> None:
    files = {
        "data/reviews/review-x.yaml": """
            id: review-x
            title: Review X
            sort: learning-review
            group: audit-group
            milestones:
              - {step: completed, on: 2025-04-10}
            findings:
              - id: late
                text: |
                  Late.
        """,
        "data/learning/learning-x.yaml": """
            id: learning-x
            title: X
            on: 2025-04-12
            text: |
              X.
            sources:
              - review-x/late
            group: audit-group
        """,
        "data/actions/act-x.yaml": ACT.replace("SOURCE", "learning-x")
        .replace("section-11", "data")
        .replace("2025-02-01", "2025-05-01"),
    }
    assert broken(woven(workspace, "review-x/late", files)) == []
    assert broken(woven(workspace, "review-x/late", files, date(2025, 4, 30))) == [
        ("review-x/late", "no recommendation and no action answers it")
    ]


def test_of_too_many_those_with_a_break_are_kept(workspace: Write) -> None:
    """Fifteen actions of one answer, of which the last two are late: both are shown, three others are not."""
    acts = {
        f"data/actions/act-{n:02}.yaml": ACT.replace("SOURCE", "s11-police/told")
        .replace("act-x", f"act-{n:02}")
        .replace("due: 2025-09-30", f"due: {'2025-05-19' if n > 12 else '2025-09-30'}")
        for n in range(15)
    }
    files = {**SECTION_11, **acts}
    files["data/section11-returns/s11-police.yaml"] = ANSWERS.split("        actions:")[0]
    files.pop("data/actions/act-x.yaml")
    found = woven(workspace, "s11-police/told", files)
    kept = [node.address for node in found.down.below]
    assert kept == [*(f"act-{n:02}" for n in range(10)), "act-13", "act-14"]
    assert found.down.more == 3
    assert broken(found) == [(f"act-{n}", "it is not done; it was due 19 May 2025") for n in (13, 14)]


def test_a_break_on_the_way_up_is_told_and_named_first(workspace: Write) -> None:
    """The answer has an action of the past that is late; asked from the evidence, that is above."""
    act = ACT.replace("SOURCE", "s11-police/told").replace("due: 2025-09-30", "due: 2025-05-19")
    evidence = (
        "id: evidence-x\ntitle: A list\nsort: document\ntext: |\n  X.\non: 2025-03-01\nshows: [act-x]\n"
    )
    files = {**SECTION_11, "data/actions/act-x.yaml": act, "data/evidence/evidence-x.yaml": evidence}
    found = woven(workspace, "evidence-x", files)
    assert broken(found) == [("act-x", "it is not done; it was due 19 May 2025")]
    assert as_text(found).splitlines()[:9] == [
        "evidence-x  (evidence)",
        "A list",
        "",
        "The thread breaks in 1 place:",
        "✗ Act X  [act-x]: it is not done; it was due 19 May 2025",
        "",
        "What led here",
        "└─ Action: Act X  overdue by 1 day; due 19 May 2025; Police lead  [act-x]",
        "   │  ✗ breaks here: it is not done; it was due 19 May 2025",
    ]


def test_a_return_leads_to_the_indicators_it_feeds_and_no_further(workspace: Write) -> None:
    names = [f"in-{n:02}" for n in range(14)]
    files = {
        **{f"framework/indicators/{name}.yaml": indicator(name) for name in names},
        **returned(dict.fromkeys(names, ("40/100", "75/100"))),
    }
    found = woven(workspace, "social-care-2024-25-q4", files)
    assert found.name == "Return, Social care, Quarter 4 2024/25 (January to March 2025)"
    assert tree(found.down) == ["social-care-2024-25-q4", *(f"  {name}" for name in names[:12])]
    assert found.down.more == 2
    assert "75.0% in Quarter 4 2024/25" in found.down.below[0].said
    assert woven(workspace, "in-00", files).up == ()
    before = woven(workspace, "social-care-2024-25-q4", files, date(2025, 5, 9))
    assert tree(before.down) == ["social-care-2024-25-q4"]


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("meetings/meeting-x", MEETING, "Meeting, Audit group, 11 March 2025"),
        (
            "escalations/escalations-x",
            *(ESCALATED, "Escalations, Quarter 3 2024/25 (October to December 2024)"),
        ),
        (
            "training-currency/currency-x",
            "id: currency-x\nagency: police\non: 2025-03-31\nlevel: As the role needs\n"
            "required: 10\nin_date: 9\n",
            "Training in date, Hill Police, As the role needs, 31 March 2025",
        ),
    ],
)
def test_what_has_no_title_is_called_by_what_it_is_whose_and_when(
    workspace: Write, file: str, text: str, name: str
) -> None:
    assert woven(workspace, file.split("/")[1], {f"data/{file}.yaml": text}).name == name


def test_of_too_much_that_led_here_those_with_a_break_are_kept_too(workspace: Write) -> None:
    """Evidence of fifteen actions, of which the last is late."""
    names = [f"act-{n:02}" for n in range(15)]
    files = {
        f"data/actions/{name}.yaml": ACT.replace("SOURCE", "s11-police/told")
        .replace("act-x", name)
        .replace("due: 2025-09-30", f"due: {'2025-05-19' if name == 'act-14' else '2025-09-30'}")
        for name in names
    }
    evidence = "id: evidence-x\ntitle: A list\nsort: document\ntext: |\n  X.\non: 2025-03-01\n"
    files["data/evidence/evidence-x.yaml"] = f"{evidence}shows: [{', '.join(names)}]\n"
    files = {**SECTION_11, **files}
    files["data/section11-returns/s11-police.yaml"] = ANSWERS.split("        actions:")[0]
    files.pop("data/actions/act-x.yaml")
    found = woven(workspace, "evidence-x", files)
    assert [node.address for node in found.up] == [*names[:11], "act-14"]
    assert found.more == 3
    assert "\n└─ and 3 more\n" in as_text(found)
