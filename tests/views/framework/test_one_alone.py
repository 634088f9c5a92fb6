"""The framework's sentences where there is one thing alone, as in a board that has just begun."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.views.framework.test_framework import FILES, made, part, texts

PROMISES = """
    - id: element-promised
      name: Promised
      promises:
        - id: programmes
          text: Each partner has a programme of its own audits by the end of June.
          what: own-audit-programmes
          agencies: []
          within_days: 91
          since: 2025-04-01
        - id: later
          text: Key messages are followed up.
          what: key-messages-followed-up
          within_days: 180
          since: 2026-04-01
"""
MANAGERS = """
    - id: element-oversight
      letter: O
      name: Oversight
      good:
        - id: seen
          text: Oversight is seen in each file.
          audiences: [managers, agencies]
        - id: known
          text: It can say how good practice is.
          audiences: [board]
"""
COURSE = """
    - id: course-visits
      title: Visits
      sort: multi-agency
      group: neglect-group
      {more}
"""


def test_one_indicator_bears_on_a_priority(workspace: Write) -> None:
    files = {path: text for path, text in FILES.items() if not path.endswith("safer.yaml")}
    neglect = made(workspace, files).priorities.parts[0]
    assert texts(neglect.paragraphs)[1] == (
        "The neglect group leads on it. 1 indicator bears on it: 1 of how well it was done. "
        "It does not say whether anyone is better off."
    )


@pytest.mark.parametrize(
    "more, said",
    [
        ("level: '3'", "1 course is given."),
        ("refresh_months: 36", "1 course is given: 1 has to be renewed."),
    ],
)
def test_a_course_is_not_said_to_carry_learning_that_it_does_not_name(
    workspace: Write, more: str, said: str
) -> None:
    view = made(workspace, {**FILES, "data/courses.yaml": COURSE.format(more=more)})
    assert texts(part(view.learning, "training").paragraphs)[0] == said


def test_what_good_looks_like_for_managers_agencies_and_the_board(workspace: Write) -> None:
    files = {path: text for path, text in FILES.items() if "element-visits" not in path}
    (element,) = made(workspace, {**files, "framework/elements.yaml": MANAGERS}).elements.parts
    assert [each.name for each in element.lists] == [
        "What good looks like for managers and leaders and agencies",
        "What good looks like for the board",
    ]


def test_a_promise_with_days_stands_in_the_framework_while_it_holds(workspace: Write) -> None:
    files = {path: text for path, text in FILES.items() if "element-visits" not in path}
    (element,) = made(workspace, {**files, "framework/elements.yaml": PROMISES}).elements.parts
    assert [(each.name, texts(each.entries)) for each in element.lists] == [
        (
            "What is promised, and by when",
            ["Each partner has a programme of its own audits by the end of June."],
        )
    ]


def test_a_post_says_what_it_answers_for(workspace: Write) -> None:
    role = """
        id: manager-of-meetings
        name: Manager of meetings
        agency: police
        remit: |
          Sees that meetings lead to something.
        responsibilities:
          - id: told
            text: |
              Tells the board when learning is not used.
    """
    files = {**FILES, "framework/roles/manager-of-meetings.yaml": role}
    said = part(made(workspace, files).who, "roles").lists
    assert [(one.name, texts(one.entries)) for one in said] == [
        (
            "Manager of meetings",
            ["Sees that meetings lead to something.", "Tells the board when learning is not used."],
        )
    ]


def test_only_a_partnership_has_safeguarding_partners(workspace: Write) -> None:
    files = {
        **FILES,
        "framework/agencies/fire.yaml": "id: fire\nname: Fire\nsector: fire\nstatutory_partner: true\n",
    }

    def told(as_at: str) -> bool:
        said = " ".join(texts(made(workspace, files, as_at).introduction.paragraphs))
        return "safeguarding partners are" in said

    assert told("2025-05-20")
    assert not told("2018-01-01")
