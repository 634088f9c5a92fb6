"""The seven-minute briefing: seven segments, their words counted, nothing cut and nothing told too early."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, course, learning

from lif.records.learning import Learning
from lif.register import Register
from lif.views.papers import CannotBeMade
from lif.views.seven_minute_briefing import SevenMinuteBriefing, seven_minute_briefing
from lif.views.telling.material import Material
from lif.views.telling.segments import MISSING, MOST, PARTS, segments

AS_AT = "2025-12-10"
FULL = """
    why_it_matters: |
      A child cannot come alone.
    what_to_do: |
      Ask why. Write it down.
    questions:
      - Which child?
      - Whom do we tell?
    how_known: |
      Second missed appointments are told.
    test:
      method: indicator
      due: 2025-10-31
      checked_on: 2025-10-22
      result: landed
      text: |
        41 of 46 were told.
"""


def made(workspace: Write, files: dict[str, str], about: str, as_at: str = AS_AT) -> SevenMinuteBriefing:
    return seven_minute_briefing(asked(workspace, {**REVIEWS, **files}, as_at, about))


def test_the_seven_segments_are_always_there_and_share_all_the_words_out(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-01-01"), "a")
    assert [(one.number, one.name) for one in view.segments] == [
        (1, "Background"),
        (2, "Why it matters"),
        (3, "What happened, and who was heard"),
        (4, "What was found"),
        (5, "What works, and what has changed"),
        (6, "What to do"),
        (7, "Questions for your team"),
    ]
    assert sum(one.most for one in view.segments) == view.most == MOST == 900
    assert len(PARTS) == len(MISSING)


def test_a_whole_briefing_of_learning_worked_by_hand(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-01-01", FULL) | course("c", "a"), "a")
    assert [(one.paragraphs, one.points) for one in view.segments] == [
        (
            (
                "It comes from Review B (learning review). It looks at how these worked together: "
                "Social care and Police. The learning was agreed on 1 January 2025.",
            ),
            (),
        ),
        (("A child cannot come alone.",), ()),
        (("Review B: 12 practitioners took part. The family: the parent sent a letter.",), ()),
        (("We learned a.",), ("Missed appointments were closed as refusals.",)),
        ((), ("Practice changed (22 October 2025). 41 of 46 were told.",)),
        (("Ask why. Write it down.",), ("Courses: Course c (no day is set yet).",)),
        (
            ("How it will be known that practice changed: second missed appointments are told.",),
            ("Which child?", "Whom do we tell?"),
        ),
    ]
    assert [one.words for one in view.segments] == [26, 5, 13, 9, 10, 13, 19]
    assert view.words == 95
    assert {one.state for one in view.segments} == {"fits"}
    assert view.opening.unfinished == ()
    assert view.opening.asked == (
        "Read it in your team: it takes about 1 minute aloud.",
        "Talk about its 2 questions for as long again.",
        "Agree one thing that your team will do differently this week, and write it down.",
        "Tell the Quality assurance group how you used it, and how many of you there were.",
    )


def test_what_is_empty_is_named_and_keeps_it_a_draft(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-01-01", source="police"), "a")
    assert [one.state for one in view.segments] == [
        *("fits", "empty", "empty", "fits", "empty", "empty", "empty"),
    ]
    assert view.opening.unfinished[0] == (
        "Segment 2, Why it matters, is empty: say in the learning why it matters."
    )
    assert len(view.opening.unfinished) == 5


def test_a_course_alone_does_not_say_what_to_do(workspace: Write) -> None:
    view = made(workspace, learning("a", "2025-01-01") | course("c", "a"), "a")
    assert (view.segments[5].state, view.segments[5].words) == ("empty", 8)


@pytest.mark.parametrize(("words", "state"), [(80, "fits"), (81, "over"), (82, "over")])
def test_one_word_too_many_is_over_and_none_is_cut(workspace: Write, words: int, state: str) -> None:
    why = "why_it_matters: |\n  " + "word " * words + "\n"
    segment = made(workspace, learning("a", "2025-01-01", why), "a").segments[1]
    assert (segment.words, segment.state) == (words, state)
    assert segment.paragraphs == (" ".join(["word"] * words),)


def test_too_many_words_in_a_segment_or_in_all_are_told_with_how_many(workspace: Write) -> None:
    why = "why_it_matters: |\n  " + "word " * 1000 + "\n"
    view = made(workspace, learning("a", "2025-01-01", why), "a")
    rest = sum(one.words for one in view.segments) - 1000
    assert "Segment 2, Why it matters, has 1000 words, 920 more than its 80." in view.opening.unfinished
    assert view.opening.unfinished[-1] == (
        f"The briefing has {1000 + rest} words, {100 + rest} more than the 900 of seven minutes."
    )


TEXTS = st.lists(st.text(st.characters(whitelist_categories=("L", "P", "Zs")), max_size=40), max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(why=TEXTS, do=TEXTS, questions=TEXTS)
def test_the_words_of_a_segment_are_those_of_what_is_printed(
    why: list[str], do: list[str], questions: list[str], workspace: Write
) -> None:
    question = asked(workspace, {**REVIEWS, **learning("a", "2025-01-01")}, AS_AT)
    one = question.register.record(Learning, "a").model_copy(
        update={
            "why_it_matters": " ".join(why),
            "what_to_do": " ".join(do),
            "questions": tuple(questions),
        }
    )
    entries = dict(question.register.entries)
    entries["a"] = replace(entries["a"], record=one, surveyed=None)
    found = segments(Material(Register.of(entries.values()), question.as_at, one))
    for segment in found:
        printed = " ".join((*segment.paragraphs, *segment.points))
        assert segment.words == sum(any(c.isalnum() or c == "_" for c in run) for run in printed.split())
        assert (segment.state == "over") <= (segment.words > segment.most)
    for text in (*why, *do):
        assert all(word in " ".join(found[1].paragraphs + found[5].paragraphs) for word in text.split())


def test_a_review_is_told_with_all_that_was_learned_from_it(workspace: Write) -> None:
    files = (
        learning("first", "2024-12-11", FULL)
        | learning("second", "2025-03-12", FULL, source="review-b")
        | learning("other", "2025-03-12", FULL, source="police")
        | learning("good", "2025-02-01", folder="good-practice", source="review-b/school")
    )
    view = made(workspace, files, "review-b")
    assert view.segments[3].paragraphs == ("We learned first.", "We learned second.")
    assert view.segments[4].points[:2] == (
        "The school's record was the best.",
        "Lesson good: We learned good.",
    )
    assert view.segments[5].points == ("The board asks: write that a child was not brought.",)
    assert len(view.segments[6].points) == 4


def test_what_is_kept_back_of_a_review_is_told_nowhere(workspace: Write) -> None:
    files = learning("a", "2025-01-01", FULL, source="review-c/fathers")
    for about in ("a", "review-c"):
        view = made(workspace, files, about)
        assert "SECRET" not in repr(view)
        assert "criminal" not in repr(view)
        assert (
            "What Review C found is not told here, since a process beside it is not over; "
            "what was agreed as learning is."
        ) in view.segments[0].paragraphs[0]
        assert view.segments[3].paragraphs == ("We learned a.",)
        assert view.segments[3].points == ()


def test_of_few_people_it_says_only_that_they_are_few(workspace: Write) -> None:
    few = {
        "data/reviews/review-b.yaml": REVIEWS["data/reviews/review-b.yaml"].replace(
            "practitioners: 12", "practitioners: 4"
        )
    }
    view = made(workspace, learning("a", "2025-01-01") | few, "a")
    assert view.segments[2].paragraphs[0].startswith("Review B: fewer than five practitioners took part.")


def test_what_an_audit_found_on_other_themes_is_left_to_other_briefings(workspace: Write) -> None:
    audit = {
        "data/audits/audit-x.yaml": """
            id: audit-x
            title: Neglect audit
            sort: multi-agency
            group: quality-group
            planned: 2024-25-Q2
            reported: 2024-09-18
            sample_size: 8
            findings:
              - id: tool
                text: |
                  The tool is not used.
                themes: [neglect]
              - id: cot
                text: |
                  There was no cot.
                themes: [sleep]
        """
    }
    files = learning("a", "2025-01-01", "themes: [neglect]", source="audit-x") | audit
    view = made(workspace, files, "a")
    assert view.segments[3].points == ("The tool is not used.",)
    assert view.segments[2].paragraphs == ("Neglect audit: 8 cases were looked at.",)
    early = made(workspace, learning("a", "2024-01-01", source="audit-x") | audit, "a", as_at="2024-09-17")
    assert early.segments[3].points == ()


def test_what_it_cannot_be_made_of(workspace: Write) -> None:
    files = {**REVIEWS, **learning("a", "2025-01-01")}
    with pytest.raises(CannotBeMade, match="name one piece of learning or one review, as in --learning a"):
        seven_minute_briefing(asked(workspace, files, AS_AT))
    with pytest.raises(CannotBeMade, match="not both"):
        seven_minute_briefing(asked(workspace, files, AS_AT, "a", "review-b"))
    with pytest.raises(CannotBeMade, match="a was agreed on 1 January 2025, later than the day asked about"):
        seven_minute_briefing(asked(workspace, files, "2024-12-31", "a"))
    with pytest.raises(CannotBeMade, match="nothing of review-b had happened by 1 June 2024"):
        seven_minute_briefing(asked(workspace, files, "2024-06-01", "review-b"))


def test_how_far_it_was_told_before_is_counted_by_the_day(workspace: Write) -> None:
    out = """
        products:
          - id: briefing
            sort: seven-minute-briefing
            title: Seven minutes
            on: 2025-01-24
            reach:
              - agency: police
                on: 2025-02-01
                people: 40
              - agency: social-care
                on: 2025-03-01
                people: 1000
    """
    files = learning("a", "2025-01-01", out)
    facts = dict(made(workspace, files, "a").opening.facts)
    assert facts["Told before"] == (
        "Seven minutes (24 January 2025; it reached 1,040 people in 2 agencies that counted)"
    )
    early = dict(made(workspace, files, "a", as_at="2025-02-01").opening.facts)
    assert early["Told before"] == (
        "Seven minutes (24 January 2025; it reached 40 people in 1 agency that counted)"
    )
    assert dict(made(workspace, files, "a", as_at="2025-01-23").opening.facts)["Told before"] == (
        "no other briefing on it is recorded"
    )
