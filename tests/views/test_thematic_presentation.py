"""The thematic presentation: which sources found it, what they ask in common, what comes back."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, learning

from lif.views.papers import CannotBeMade
from lif.views.telling.slide import MOST, Slide
from lif.views.thematic_presentation import ThematicPresentation, thematic_presentation

AS_AT = "2025-12-10"


def audit(id_: str, reported: str, *themes: str, found: str = "neglect", more: str = "") -> dict[str, str]:
    """An audit with one finding and one recommendation on these themes."""
    return {
        f"data/audits/{id_}.yaml": f"""
            id: {id_}
            title: Audit {id_}
            sort: multi-agency
            group: quality-group
            planned: 2024-25-Q2
            reported: {reported}
            findings:
              - id: found
                text: |
                  {id_} found it.
                themes: [{found}]
            recommendations:
              - id: do
                text: |
                  {id_} asks for it.
                themes: [{", ".join(themes) or "neglect"}]
            {more}
        """
    }


def action(id_: str, source: str, *more: str) -> dict[str, str]:
    """An action on neglect, due on 1 June 2025."""
    lines = "\n".join(more)
    return {
        f"data/actions/{id_}.yaml": (
            f"id: {id_}\ntitle: Action {id_}\ntext: |\n  Do it.\nsource: {source}\nsource_sort: audit\n"
            "sort: practice\nintended_outcome: |\n  Better.\nowner: police-lead\ngroup: quality-group\n"
            f"agreed_on: 2025-01-10\ndue: 2025-06-01\nthemes: [neglect]\n{lines}\n"
        )
    }


CLOSED = "steps:\n  - state: closed\n    on: 2025-02-01"
HELPED = "impact:\n  due: 2025-03-01\n  checked_on: 2025-03-02\n  result: {}\n  text: |\n    Seen so."


def made(
    workspace: Write, files: dict[str, str], about: str = "neglect", as_at: str = AS_AT
) -> ThematicPresentation:
    return thematic_presentation(asked(workspace, files, as_at, about))


def slide(view: ThematicPresentation, heading: str) -> Slide:
    return next(one for one in view.slides if one.heading == heading)


def texts(one: Slide) -> list[tuple[str, str]]:
    return [(point.text, point.note) for point in one.points]


def test_nothing_found_is_told_and_keeps_it_a_draft(workspace: Write) -> None:
    view = made(workspace, {})
    assert view.sources == ()
    assert view.opening.unfinished == ("No source has found Neglect: there is nothing to join.",)
    assert (
        view.slides[0].lead
        == "No review, audit, inspection or scrutiny has found it by the day of this paper."
    )
    assert slide(view, "What was asked for").lead == "Nothing that may be told was recommended."
    assert slide(view, "What was done").lead == "No action is about it."
    assert slide(view, "What has changed").lead == "No action on it has been done yet."
    assert view.opening.asked == (
        "Agree who shows this to which teams, and how they say what they did with it.",
    )


def test_sources_come_in_order_of_the_day_on_which_they_were_known(workspace: Write) -> None:
    files = {
        **REVIEWS,
        **audit("a1", "2025-03-01"),
        **audit("a2", "2025-12-11"),
        **audit("a3", "2025-04-01", "sleep", found="sleep"),
    }
    view = made(workspace, files)
    assert [(one.record, one.on) for one in view.sources] == [
        ("review-c", date(2024, 10, 9)),
        ("review-b", date(2024, 11, 20)),
        ("a1", date(2025, 3, 1)),
    ]
    assert view.slides[0].lead == "2 reviews and 1 audit found it between 9 October 2024 and 1 March 2025."
    assert dict(view.opening.facts)["Sources"] == "2 reviews, 1 audit"
    assert view.opening.unfinished == ()


def test_one_source_is_not_several(workspace: Write) -> None:
    view = made(workspace, audit("a1", "2025-03-01"))
    assert view.opening.unfinished == ("Only one source has found Neglect; a presentation joins several.",)
    assert view.slides[0].lead == "1 audit found it on 1 March 2025."


def test_a_narrower_theme_belongs_to_the_wider_and_not_the_other_way(workspace: Write) -> None:
    files = audit("narrow", "2025-03-01", "dental-neglect", found="dental-neglect")
    assert [one.record for one in made(workspace, files).sources] == ["narrow"]
    wide = audit("wide", "2025-03-02")
    assert [one.record for one in made(workspace, files | wide, "dental-neglect").sources] == ["narrow"]


def test_what_a_review_may_not_tell_stands_on_no_slide(workspace: Write) -> None:
    view = made(workspace, dict(REVIEWS))
    assert "SECRET" not in repr(view)
    assert texts(slide(view, "What is not told yet")) == [
        ("Review C (rapid review)", "since a process beside it is not over")
    ]
    assert texts(slide(view, "What was found: Review B (learning review)")) == [
        ("Missed appointments were closed as refusals.", ""),
        ("The school's record was the best.", "this worked"),
    ]


def test_what_several_ask_on_a_second_theme_stands_together_and_once(workspace: Write) -> None:
    files = {
        **REVIEWS,
        **audit("a1", "2025-03-01", "neglect", "sleep"),
        **audit("a2", "2025-04-01", "neglect", "sleep"),
    }
    view = made(workspace, files)
    assert texts(slide(view, "Asked for more than once: Safe sleep")) == [
        ("a1 asks for it.", "Audit a1: not answered yet"),
        ("a2 asks for it.", "Audit a2: not answered yet"),
    ]
    assert texts(slide(view, "What else was asked for")) == [
        ("Write that a child was not brought.", "Review B (learning review): an action is wanting")
    ]
    assert view.opening.asked[0] == "Decide who acts on 3 recommendations on Neglect that have no action."


def test_the_same_theme_alone_is_not_something_in_common(workspace: Write) -> None:
    view = made(workspace, audit("a1", "2025-03-01") | audit("a2", "2025-04-01"))
    one = slide(view, "What was asked for")
    assert one.lead == "Apart from the theme itself, no two of them ask for something on the same theme."
    assert len(one.points) == 2


def test_a_sixth_point_goes_on_the_next_slide_and_none_is_lost(workspace: Write) -> None:
    files: dict[str, str] = {}
    for n in range(MOST + 1):
        files |= audit(f"a{n}", f"2025-03-0{n + 1}")
    view = made(workspace, files)
    parts = [one for one in view.slides if one.heading.startswith("What was asked for")]
    assert [one.heading for one in parts] == ["What was asked for (1 of 2)", "What was asked for (2 of 2)"]
    assert [len(one.points) for one in parts] == [3, 3]
    assert sorted(point.text for one in parts for point in one.points) == [
        f"a{n} asks for it." for n in range(6)
    ]
    assert all(len(one.points) <= MOST for one in view.slides)


def test_what_was_done_what_changed_and_what_comes_back(workspace: Write) -> None:
    files = (
        audit("a1", "2024-12-01")
        | audit("a2", "2025-05-01")
        | action("x1", "a1/do", CLOSED, HELPED.format("shown"))
        | action("x2", "a1/do", CLOSED, HELPED.format("not-shown"))
        | action("x3", "a2/do")
    )
    view = made(workspace, files)
    assert slide(view, "What was done").lead == "3 actions on it: 1 overdue, 2 closed."
    assert texts(slide(view, "What was done")) == [
        ("Action x1", "Police: closed"),
        ("Action x2", "Police: closed"),
    ]
    changed = slide(view, "What has changed")
    assert changed.lead == "Of 2 actions done, 1 was seen to help, wholly or in part."
    assert texts(changed) == [("Seen so.", "after the action “Action x1”")]
    still = slide(view, "What still recurs, and what is owed")
    assert still.lead == "1 action still open, 1 overdue; no recommendation is without its action."
    assert texts(still) == [
        ("Neglect was found again", "by Audit a2, after an action was closed"),
        ("Seen so.", "the action “Action x2” was not seen to help"),
        ("Action x3", "Police: 192 days overdue"),
    ]
    assert view.opening.asked[:2] == (
        "Challenge why Neglect was found again by Audit a2, after an action had been closed.",
        "Ask when 1 overdue action will be done: Detective Superintendent.",
    )
    early = made(workspace, files, as_at="2025-01-31")
    assert slide(early, "What was done").lead == "3 actions on it: 3 on track."
    assert texts(slide(early, "What has changed")) == []


def test_a_question_of_what_was_learned_there_is_put_to_the_room(workspace: Write) -> None:
    lesson = learning("l", "2025-01-01", "themes: [neglect]", 'questions: ["Whom would we tell?"]')
    view = made(workspace, {**REVIEWS, **lesson})
    assert slide(view, "What was found: Review B (learning review)").question == "Whom would we tell?"
    assert texts(slide(view, "Questions for the room")) == [("Whom would we tell?", "")]
    assert all(one.question for one in view.slides)


def test_what_it_cannot_be_made_of(workspace: Write) -> None:
    for about in ((), ("neglect", "priority-neglect")):
        with pytest.raises(CannotBeMade, match="name one theme or one priority, as in --theme neglect"):
            thematic_presentation(asked(workspace, {}, AS_AT, *about))
