"""The learning bulletin: what is told of which time, what is left for later, and what it never tells."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, course, learning, session

from lif.views.learning_bulletin import FEW, LearningBulletin, learning_bulletin
from lif.views.papers import CannotBeMade

AS_AT = "2025-12-10"
NEGLECT = "themes: [neglect]"
DO = """
    what_to_do: |
      Ask, and write it down.
"""


def made(
    workspace: Write, files: dict[str, str], *about: str, as_at: str = AS_AT, year: str | None = None
) -> LearningBulletin:
    return learning_bulletin(asked(workspace, {**REVIEWS, **files}, as_at, *about, year=year))


def told(view: LearningBulletin) -> list[str]:
    return [one.record for one in (*view.few, *view.also)]


def test_nothing_is_said_in_words_and_keeps_it_a_draft(workspace: Write) -> None:
    view = learning_bulletin(asked(workspace, {}, AS_AT))
    assert (view.few, view.also, view.works, view.changed, view.to_come) == ((), (), (), (), ())
    assert view.opening.unfinished == ("Nothing was learned or told in the time that it looks at.",)
    assert view.opening.asked[0] == (
        "Note that nothing was agreed as learning, or told, between 1 July 2025 and 10 December 2025."
    )


def test_it_looks_back_to_the_first_day_of_the_quarter_before_this_one(workspace: Write) -> None:
    files = learning("in", "2025-07-01") | learning("before", "2025-06-30") | learning("after", "2025-12-11")
    view = made(workspace, files)
    assert told(view) == ["in"]
    assert (view.since, view.until) == (date(2025, 7, 1), date(2025, 12, 10))


def test_what_went_out_in_the_time_belongs_and_what_is_only_planned_does_not(workspace: Write) -> None:
    out = """
        products:
          - id: card
            sort: resource
            title: A card
            on: 2025-08-01
    """
    planned = out.replace("on: 2025-08-01", "due: 2025-08-01")
    view = made(workspace, learning("out", "2024-01-10", out) | learning("planned", "2024-01-10", planned))
    assert told(view) == ["out"]
    assert [way.words for way in view.few[0].reading] == ["A card (resource)"]


def test_a_message_of_the_year_comes_first_however_old(workspace: Write) -> None:
    files = learning("new", "2025-11-01") | learning("message", "2025-04-02", 'key_message_for: "2025-26"')
    assert told(made(workspace, files)) == ["message", "new"]
    old = learning("message", "2025-04-02", 'key_message_for: "2024-25"')
    assert told(made(workspace, learning("new", "2025-11-01") | old)) == ["new"]


def test_the_fifth_thing_is_named_and_not_cut(workspace: Write) -> None:
    files: dict[str, str] = {}
    for n in range(FEW + 1):
        files |= learning(f"l{n}", f"2025-08-0{n + 1}", DO)
    view = made(workspace, files)
    assert [one.record for one in view.few] == ["l4", "l3", "l2", "l1"]
    assert [one.record for one in view.also] == ["l0"]
    assert ("In it", "5 things to know, no good practice; about 1 minute to read") in view.opening.facts


def test_a_year_tells_its_own_time_as_known_on_the_day(workspace: Write) -> None:
    files = learning("a", "2024-04-01") | learning("b", "2025-03-31") | learning("c", "2025-04-01")
    view = made(workspace, files, year="2024-25")
    assert sorted(told(view)) == ["a", "b"]
    assert view.opening.name == "learning-bulletin-2024-25"
    early = made(workspace, files, as_at="2024-12-31", year="2024-25")
    assert told(early) == ["a"]
    assert early.until == date(2024, 12, 31)


def test_a_year_that_has_not_begun_cannot_be_told(workspace: Write) -> None:
    with pytest.raises(CannotBeMade, match="2026/27 has not begun by 10 December 2025"):
        made(workspace, {}, year="2026-27")


def test_a_theme_takes_its_narrower_themes_and_two_years(workspace: Write) -> None:
    files = (
        learning("wide", "2024-01-10", NEGLECT)
        | learning("narrow", "2024-02-10", "themes: [dental-neglect]")
        | learning("other", "2025-08-10", "themes: [sleep]")
        | learning("old", "2023-12-09", NEGLECT)
    )
    view = made(workspace, files, "neglect")
    assert told(view) == ["narrow", "wide"]
    assert (view.opening.title, view.opening.name) == (
        "Learning bulletin: Neglect",
        "learning-bulletin-neglect",
    )


def test_without_what_to_do_it_stays_a_draft(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-08-01", DO) | learning("b", "2025-08-02"))
    assert view.opening.unfinished == ("“Lesson b” does not say what to do: fill in what_to_do in b.",)


def test_what_is_asked_follows_what_is_in_it(workspace: Write) -> None:
    one = made(workspace, learning("a", "2025-08-01", DO))
    assert one.opening.asked == (
        "Try the one thing below this week.",
        "Tell the contact named under it how you used it. One line is enough, and it is counted.",
    )
    more = learning("a", "2025-08-01", DO, 'questions: ["Who asks?"]') | learning("b", "2025-08-02", DO)
    good = learning("g", "2025-09-01", folder="good-practice")
    assert made(workspace, more | good).opening.asked[:3] == (
        "Try one of the 2 things below this week.",
        "Talk about its questions in your next team meeting or supervision.",
        "Borrow what works: an example is told below.",
    )


def test_sources_are_named_by_their_code_and_what_a_review_found_is_not_told(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-08-01", DO, source="review-c/fathers"))
    assert [one.name for one in view.few[0].sources] == ["Review C (rapid review)"]
    assert "SECRET" not in repr(view)


TESTED = """
    test:
      method: dip-sample
      due: 2025-10-01
      checked_on: 2025-10-15
      result: not-landed
      text: |
        Two of ten.
      follows: |
        It is taught again.
"""


def test_tests_done_in_the_time_are_told_also_of_learning_from_before_it(workspace: Write) -> None:
    view = made(workspace, learning("a", "2024-01-01", TESTED))
    assert told(view) == []
    (test,) = view.changed
    assert (test.result, test.on, test.seen, test.follows) == (
        "not-landed",
        date(2025, 10, 15),
        "Two of ten.",
        "It is taught again.",
    )


def test_a_test_is_overdue_until_the_day_it_was_done(workspace: Write) -> None:
    files = learning("a", "2025-08-01", DO, TESTED)
    for as_at, result in (("2025-10-01", "awaited"), ("2025-10-14", "overdue")):
        view = made(workspace, files, as_at=as_at)
        assert (view.changed, [(one.result, one.seen) for one in view.to_come]) == ((), [(result, "")])
    done = made(workspace, files, as_at="2025-10-15")
    assert ([one.result for one in done.changed], done.to_come) == (["not-landed"], ())


def test_courses_that_carry_it_come_by_their_next_day_that_is_not_called_off(workspace: Write) -> None:
    files = (
        learning("a", "2025-08-01", DO)
        | course("later", "a")
        | course("none", "a")
        | course("gone", "a", more="until: 2025-12-09\n")
        | session("later", "2025-12-10")
        | session(
            "later", "2026-01-20", more="cancelled_on: 2025-12-01\ncancelled_reason: |\n  No trainer.\n"
        )
        | session("later", "2026-02-05")
    )
    (one,) = made(workspace, files).few
    assert [way.words for way in one.courses] == [
        "Course later (next on 5 February 2026)",
        "Course none (no day is set yet)",
    ]


def test_the_last_bulletin_is_that_of_the_publications_by_the_day(workspace: Write) -> None:
    files = {
        f"data/publications/{id_}.yaml": (
            f"id: {id_}\ntitle: {id_}\nsort: bulletin\ngroup: quality-group\npublished: {on}\n"
        )
        for id_, on in (("autumn", "2025-10-17"), ("winter", "2026-01-23"))
    }
    assert ("Last bulletin", "none is recorded") in made(workspace, {}).opening.facts
    assert ("Last bulletin", "17 October 2025") in made(workspace, files).opening.facts


NATIONAL = """
    id: review-n
    title: What the panel found
    sort: national-review
    group: review-group
    milestones:
      - step: published
        on: 2025-02-04
      - step: considered
        on: 2025-05-14
    relevance: |
      It holds here too.
    publication: published
    themes: [sleep]
"""


def test_national_learning_stands_beside_that_from_here(workspace: Write) -> None:
    files = learning("here", "2025-08-01") | {"data/reviews/review-n.yaml": NATIONAL}
    view = made(workspace, files)
    assert [(one.record, one.relevance, one.drawn_on_by) for one in view.national] == [
        ("review-n", "It holds here too.", ())
    ]
    beside = "1 learned here, 0 from elsewhere; 1 national review beside them"
    assert ("From here and elsewhere", beside) in view.opening.facts
    assert made(workspace, files, "neglect").national == ()
    assert made(workspace, files, as_at="2025-01-10").national == ()
