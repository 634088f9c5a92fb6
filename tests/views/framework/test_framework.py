"""The framework as a document: sentences from records, numbered, cited, as things stood on the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.records.board import Board
from lif.views.framework import Framework, framework
from lif.views.framework.writing import Chapter, Part, Said
from lif.views.papers import Question
from lif.workspace import Workspace

FILES: Mapping[str, str] = {
    "framework/sources.yaml": """
        - id: stats-2025
          title: Statistics 2025
          publisher: The statisticians
          sort: statistics
        - id: old-paper
          title: The old paper
          publisher: The old board
          sort: framework
    """,
    "framework/boards/hill.yaml": """
        id: hill
        name: Hill
        area: hill-town
        bodies:
          - id: lscb
            name: Hill Local Safeguarding Children Board
            kind: lscb
            until: 2019-09-28
          - id: partnership
            name: Hill Safeguarding Children Partnership
            kind: partnership
            since: 2019-09-29
            cites:
              - document: stats-2025
                paragraph: page 1
        purpose:
          - id: better
            text: |
              It exists so that
              children fare better.
            cites:
              - document: old-paper
                paragraph: "1.1"
        principles:
          - id: open
            text: |
              We are open.
            cites:
              - document: stats-2025
                paragraph: page 2
          - id: gone
            text: |
              We write letters.
            retired:
              on: 2024-01-01
              reason: |
                Nobody writes.
        equality:
          - id: fair
            text: |
              Nobody is treated worse.
            grounds: [age, race]
    """,
    "framework/priorities.yaml": """
        - id: priority-neglect
          number: "1"
          name: Neglect
          rationale: |
            Too many children wait.
          lead: neglect-group
          outcomes:
            - id: cared-for
              text: |
                Children are cared for.
        - id: priority-early
          number: "2"
          name: Early help
          rationale_missing: |
            The source states none.
        - id: priority-old
          number: "3"
          name: Old
          until: 2020-03-31
    """,
    "framework/elements/element-visits.yaml": """
        id: element-visits
        letter: A
        name: Visits
        scope: |
          What visits are for.
        good:
          - id: seen
            text: |
              Children are seen.
            audiences: [children]
          - id: heard
            text: |
              Parents are heard.
            audiences: [parents-and-carers]
          - id: known
            text: |
              Children are known.
            audiences: [children]
        board_actions:
          - id: escalates
            text: |
              It follows what was escalated.
            incomplete: |
              The source breaks off.
        learning_routes:
          - id: to-training
            text: |
              What audits find goes into training.
            passes: audit themes
            from_groups: [audit-group]
            to_groups: [neglect-group]
            reaches: the public
            silent_after_days: 90
        review_routes:
          - id: scr
            text: |
              A serious case review after a death.
            review_kind: serious-case-review
            group: audit-group
            required: true
    """,
    "framework/indicators/visits.yaml": indicator("visits", "priorities: [priority-neglect]"),
    "framework/indicators/safer.yaml": indicator(
        "safer", "priorities: [priority-neglect]", outcomes_class="better-off"
    ),
    "framework/amendments/one.yaml": """
        id: one
        on: 2019-09-29
        text: |
          The partnership takes its place.
        changes:
          - id: ends
            text: |
              The board ends.
    """,
    "framework/documents/doc.yaml": """
        id: doc
        title: The framework
        sort: framework
        owner: Top board
        version: "2"
        approved_by: Top board
        approved_on: 2024-05-01
        review_due: 2025-05-01
    """,
}


def made(workspace: Write, files: Mapping[str, str] = FILES, as_at: str = "2025-05-20") -> Framework:
    loaded = Workspace.load(workspace({**SMALL, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return framework(Question(loaded.register, loaded.as_at, loaded.register.record(Board, "hill")))


def texts(entries: tuple[Said, ...]) -> list[str]:
    return [each.text for each in entries]


def part(chapter: Chapter, id_: str) -> Part:
    return next(each for each in chapter.parts if each.id == id_)


@pytest.mark.parametrize(
    ("as_at", "bodies"),
    [
        (
            "2018-01-01",
            [
                "The Hill Local Safeguarding Children Board, a Local Safeguarding Children Board, has been "
                "the body."
            ],
        ),
        (
            "2025-05-20",
            [
                "The Hill Local Safeguarding Children Board, a Local Safeguarding Children Board, was the "
                "body until 28 September 2019.",
                "The Hill Safeguarding Children Partnership, a safeguarding partnership, has been the body "
                "since 29 September 2019.",
            ],
        ),
    ],
)
def test_the_bodies_are_those_that_had_begun_on_the_day(
    workspace: Write, as_at: str, bodies: list[str]
) -> None:
    assert texts(part(made(workspace, as_at=as_at).introduction, "bodies").paragraphs) == bodies


def test_a_sentence_is_the_records_own_on_one_line_with_its_places_numbered_as_they_first_come(
    workspace: Write,
) -> None:
    view = made(workspace)
    (purpose,) = part(view.introduction, "purpose").paragraphs
    assert purpose.text == "It exists so that children fare better."
    assert [(each.number, each.paragraph) for each in purpose.cites] == [(2, "1.1")]
    (held,) = part(view.principles, "held").lists
    assert [(each.number, each.paragraph) for each in held.entries[0].cites] == [(1, "page 2")]
    assert [(each.number, each.title, each.publisher) for each in view.cited] == [
        (1, "Statistics 2025", "The statisticians"),
        (2, "The old paper", "The old board"),
    ]


def test_what_was_retired_or_is_over_is_left_out_and_was_there_before(workspace: Write) -> None:
    held = part(made(workspace).principles, "held").lists[0]
    assert texts(held.entries) == ["We are open."]
    before = part(made(workspace, as_at="2023-12-31").principles, "held").lists[0]
    assert texts(before.entries) == ["We are open.", "We write letters."]
    assert [each.title for each in made(workspace).priorities.parts] == [
        "Priority 1: Neglect",
        "Priority 2: Early help",
    ]
    assert len(made(workspace, as_at="2020-03-31").priorities.parts) == 3


def test_chapters_and_parts_are_numbered_in_order_and_parts_that_say_nothing_have_no_number(
    workspace: Write,
) -> None:
    view = made(workspace)
    assert [each.number for each in view.chapters] == list(range(1, 11))
    for chapter in view.chapters:
        assert [each.number for each in chapter.parts] == [
            f"{chapter.number}.{n}" for n in range(1, len(chapter.parts) + 1)
        ]
        assert all(each.paragraphs or each.lists for each in chapter.parts)
    assert [each.id for each in view.principles.parts] == ["held", "equality"]


def test_what_good_looks_like_stands_by_whom_it_is_for(workspace: Write) -> None:
    (element,) = made(workspace).elements.parts
    assert element.title == "Element A: Visits"
    assert [(each.name, texts(each.entries)) for each in element.lists] == [
        ("What good looks like for children", ["Children are seen.", "Children are known."]),
        ("What good looks like for parents and carers", ["Parents are heard."]),
        ("How the board makes a difference", ["It follows what was escalated."]),
    ]
    assert element.lists[2].entries[0].incomplete == "The source breaks off."


def test_a_priority_says_why_who_leads_and_what_measures_it(workspace: Write) -> None:
    view = made(workspace)
    neglect, early = view.priorities.parts
    assert texts(neglect.paragraphs) == [
        "Too many children wait.",
        "The neglect group leads on it. 2 indicators bear on it: 1 of how well it was done and 1 of whether "
        "anyone is better off.",
    ]
    assert texts(early.paragraphs) == [
        "The source states none.",
        "Nobody is named as leading on it. No indicator bears on it.",
    ]
    assert [(each.priority, each.counts) for each in view.measured] == [
        ("Neglect", (0, 0, 1, 1)),
        ("Early help", (0, 0, 0, 0)),
    ]


def test_a_learning_route_says_its_ends_and_how_long_silence_may_last(workspace: Write) -> None:
    (route,) = part(made(workspace).learning, "routes-element-visits").lists[0].entries
    assert route.text == (
        "What audits find goes into training. It goes from the audit group to the neglect group and the "
        "public. Silence of more than 90 days is asked about."
    )


@pytest.mark.parametrize(
    ("as_at", "words"),
    [
        ("2018-01-01", "The audit group commissions it. Law or guidance requires it."),
        (
            "2025-05-20",
            "The audit group commissions it. This is of the time before 29 September 2019: since then the "
            "law asks for rapid reviews and local child safeguarding practice reviews in its place.",
        ),
    ],
)
def test_a_serious_case_review_is_said_to_be_of_its_time(workspace: Write, as_at: str, words: str) -> None:
    (review,) = part(made(workspace, as_at=as_at).audit, "reviews").lists[0].entries
    assert review.text == f"A serious case review after a death. {words}"


def test_a_group_whose_name_is_an_abbreviation_keeps_it_at_the_start_of_a_sentence(workspace: Write) -> None:
    groups = SMALL["framework/groups.yaml"].replace("name: Audit group", "name: HSCP Audit Group")
    view = made(workspace, {**FILES, "framework/groups.yaml": groups}, as_at="2018-01-01")
    (review,) = part(view.audit, "reviews").lists[0].entries
    assert "The HSCP Audit Group commissions it." in review.text


PARTNERS = """
    - id: social-care
      name: Social care
      sector: council
      statutory_partner: true
      lead_partner: chief-executive
      delegated_partner: head-of-care
    - id: police
      name: Hill Police
      sector: police
      statutory_partner: true
      lead_partner: chief-constable
"""
POSTS = """
    - id: head-of-care
      name: Head of care
      agency: social-care
    - id: chief-executive
      name: Chief Executive
      agency: social-care
    - id: chief-constable
      name: Chief constable
      agency: police
"""


def test_each_partner_is_told_with_its_lead_and_its_delegate(workspace: Write) -> None:
    files = {"framework/agencies.yaml": PARTNERS, "framework/roles.yaml": POSTS}
    lists = {
        each.name: texts(each.entries)
        for each in part(made(workspace, {**FILES, **files}).who, "agencies").lists
    }
    assert lists["The council"] == [
        "Social care. It is one of the safeguarding partners. Its lead safeguarding partner is the Chief "
        "Executive and its delegated safeguarding partner is the head of care."
    ]
    assert lists["Police"] == [
        "Hill Police. It is one of the safeguarding partners. Its lead safeguarding partner is the chief "
        "constable."
    ]


LAW = """
    - id: guide-2018
      title: Guide (2018)
      series: Guide
      force: statutory-guidance
      in_force_from: 2018-07-04
      in_force_until: 2023-12-14
      superseded_by: guide-2023
      source: The publisher
    - id: guide-2023
      title: Guide (2023)
      series: Guide
      force: statutory-guidance
      in_force_from: 2023-12-15
      source: The publisher
"""
FUNCTION = """
    - id: function-report
      title: Report each year
      text: |
        The partners report.
      edition: guide-2018
      force: statutory-guidance
"""


@pytest.mark.parametrize(
    ("as_at", "binding"),
    [
        ("2020-01-01", "(should: Guide (2018))"),
        ("2025-05-20", "(should: Guide (2018); the edition in force is Guide (2023))"),
    ],
)
def test_a_function_names_the_edition_that_set_it_and_the_one_in_force(
    workspace: Write, as_at: str, binding: str
) -> None:
    files = {"framework/editions.yaml": LAW, "framework/functions.yaml": FUNCTION}
    lists = [each for one in made(workspace, {**FILES, **files}, as_at).kept_true.parts for each in one.lists]
    assert f"Report each year. The partners report. {binding}" in [
        text for each in lists for text in texts(each.entries)
    ]


def test_escalation_has_what_the_board_does_or_says_that_there_is_no_policy(workspace: Write) -> None:
    escalation = part(made(workspace).answering, "escalation")
    assert texts(escalation.paragraphs) == ["No policy for escalating disagreements is recorded."]
    assert texts(escalation.lists[0].entries) == ["It follows what was escalated."]


@pytest.mark.parametrize(
    ("as_at", "edition", "first"),
    [
        (
            "2024-04-30",
            "It has no version yet, and no day on which it was approved is recorded.",
            "Approve this edition: no day of approval is recorded, so nobody can say which one is in use.",
        ),
        (
            "2025-05-01",
            "This is version 2, approved by the top board on 1 May 2024. It is to be looked at again by "
            "1 May 2025.",
            "Agree the changes of 29 September 2019, which no group has agreed.",
        ),
    ],
)
def test_what_is_asked_follows_from_what_was_known_on_the_day(
    workspace: Write, as_at: str, edition: str, first: str
) -> None:
    opening = made(workspace, as_at=as_at).opening
    assert opening.facts[0] == ("Edition", edition)
    assert opening.asked[0] == first


def test_what_is_not_settled_is_asked_for_by_name(workspace: Write) -> None:
    asked = made(workspace).opening.asked
    assert asked[1:] == (
        "Ask the owners of documents that are past their review: The framework (since 1 May 2025).",
        "Decide what these priorities still lack: “Early help” (a reason, a lead, an outcome for children "
        "and an indicator of whether anyone is better off).",
    )


def test_an_empty_board_says_in_words_that_there_is_nothing(workspace: Write) -> None:
    keep = ("framework/boards/hill.yaml", "framework/areas.yaml")
    files = {path: SMALL[path] for path in keep}
    loaded = Workspace.load(workspace({"lif.yaml": SMALL["lif.yaml"], **files}), date(2025, 5, 20), checks=())
    view = framework(Question(loaded.register, loaded.as_at, loaded.register.record(Board, "hill")))
    assert view.opening.asked == (
        "Approve this edition: no day of approval is recorded, so nobody can say which one is in use.",
    )
    assert view.elements.parts == view.priorities.parts == ()
    assert (view.documents, view.amendments, view.indicators, view.cited, view.gaps) == ((), (), (), (), ())
    assert texts(part(view.questions, "core-data-set").paragraphs) == ["No indicator is in use."]


def test_a_statement_of_another_framework_says_whose_it_is_until_the_board_retires_it(
    workspace: Write,
) -> None:
    region = {
        "north-west/lif.yaml": "extends: []\n",
        "north-west/framework/elements/element-visits.yaml": """
            id: element-visits
            letter: V
            name: Visits
            good:
              - id: seen
                text: |
                  Children are seen.
                audiences: [children]
              - id: written-to
                text: |
                  Children get a letter.
                audiences: [children]
        """,
        "north-west/framework/elements/element-old.yaml": """
            id: element-old
            letter: O
            name: Old ways
            good:
              - id: old
                text: |
                  It was always so.
                audiences: [children]
        """,
        "board/lif.yaml": "board: hill\nextends: [../north-west]\n",
        "board/framework/elements/element-visits.yaml": """
            id: element-visits
            builds_on: north-west
            good:
              - id: alone
                text: |
                  Children are spoken to alone.
                audiences: [children]
              - id: written-to
                retired:
                  on: 2025-04-01
                  reason: |
                    They asked for a call.
                  replaced_by: element-visits/alone
        """,
        "board/framework/elements/element-old.yaml": """
            id: element-old
            builds_on: north-west
            retired:
              on: 2025-04-01
              reason: |
                Over.
        """,
    }
    root = workspace({f"board/{path}": text for path, text in SMALL.items()} | region)

    def said(day: str) -> dict[str, str]:
        loaded = Workspace.load(root / "board", date.fromisoformat(day), checks=())
        assert loaded.diagnostics == ()
        found = framework(Question(loaded.register, loaded.as_at, loaded.board))
        listed = [each for part in found.elements.parts for group in part.lists for each in group.entries]
        return {each.text: each.framework for each in listed}

    assert said("2025-03-31") == {
        "It was always so.": "North West",
        "Children are seen.": "North West",
        "Children are spoken to alone.": "",
        "Children get a letter.": "North West",
    }
    assert said("2025-04-01") == {"Children are seen.": "North West", "Children are spoken to alone.": ""}
