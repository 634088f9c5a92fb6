"""What is told of what was learned: words counted, what is kept back, sources that lead to nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS

from lif.records.reviews import Review
from lif.views.telling.budget import count, count_all, minutes
from lif.views.telling.sources import kept_back, may_be_told, sources

WORD = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=8)
MARK = st.sampled_from(("–", "-", "…", "·", "“", "&", "/"))
SPACE = st.sampled_from((" ", "  ", "\n", "\t", " \n "))


@given(st.lists(WORD), SPACE)
def test_words_are_counted_whatever_space_lies_between(words: list[str], space: str) -> None:
    assert count(space.join(words)) == len(words)


@given(st.lists(WORD), st.lists(MARK))
def test_marks_that_stand_alone_are_no_words(words: list[str], marks: list[str]) -> None:
    assert count(" ".join([*marks, *words, *marks])) == len(words)


@given(st.lists(WORD), MARK)
def test_marks_at_a_word_make_no_other_word(words: list[str], mark: str) -> None:
    assert count(" ".join(f"{mark}{word}{mark}" for word in words)) == len(words)


@given(st.text(), st.text())
def test_two_texts_have_the_words_of_both(first: str, second: str) -> None:
    assert count_all((first, second)) == count(first) + count(second) == count(f"{first} {second}")


@given(st.integers(0, 5000), st.integers(1, 500))
def test_minutes_are_enough_and_not_one_too_many(words: int, pace: int) -> None:
    found = minutes(words, pace)
    assert found * pace >= words
    assert found == 1 or (found - 1) * pace < words


def test_a_hyphen_or_an_apostrophe_divides_no_word() -> None:
    assert count("seven-minute briefings aren't long: 700 to 900 words — or 5%") == 10


def review(sort: str, publication: str | None, **more: object) -> Review:
    fields: dict[str, object] = {
        "id": "review-x",
        "title": "Review X",
        "sort": sort,
        "group": "review-group",
        "milestones": [{"step": "completed", "on": "2025-01-10"}],
    }
    fields |= {"publication": publication} if publication else {}
    return Review.model_validate(fields | more)


OPEN = {"parallel": [{"process": "criminal", "status": "open", "withholds_publication": "true"}]}
ENDED = {
    "parallel": [
        {"process": "criminal", "status": "ended", "ended": "2025-03-01", "withholds_publication": "true"}
    ]
}
OUT = {"milestones": [{"step": "completed", "on": "2025-01-10"}, {"step": "published", "on": "2025-06-01"}]}
CASE = "local-child-safeguarding-practice-review"


@pytest.mark.parametrize(
    ("made", "as_at", "reason"),
    [
        (review("learning-review", "not-applicable"), "2025-05-01", ""),
        (review("learning-review", None), "2025-05-01", ""),
        (review("good-practice-review", "not-applicable"), "2025-05-01", ""),
        (
            review("learning-review", "not-applicable", **OPEN),
            "2025-05-01",
            "a process beside it is not over",
        ),
        (
            review("learning-review", "not-applicable", **ENDED),
            "2025-02-28",
            "a process beside it is not over",
        ),
        (review("learning-review", "not-applicable", **ENDED), "2025-03-01", ""),
        (review("rapid-review", "not-applicable"), "2025-05-01", "its report is not published"),
        (review(CASE, "not-to-be-published"), "2025-05-01", "its report is not published"),
        (review(CASE, "withheld"), "2025-05-01", "its report has not been published yet"),
        (review(CASE, None), "2025-05-01", "its report has not been published yet"),
        (review(CASE, "published", **OUT), "2025-05-31", "its report has not been published yet"),
        (review(CASE, "published", **OUT), "2025-06-01", ""),
        (
            review("learning-review", "planned", publish_not_before="2025-06-01"),
            "2025-05-31",
            "it may not be published before 1 June 2025",
        ),
    ],
)
def test_what_of_a_review_is_kept_back(made: Review, as_at: str, reason: str) -> None:
    day = date.fromisoformat(as_at)
    assert kept_back(made, day) == reason
    assert may_be_told(made, day) is (reason == "")


def test_what_was_not_found_yet_is_not_told() -> None:
    assert not may_be_told(review("learning-review", "not-applicable"), date(2025, 1, 9))
    assert may_be_told(review("learning-review", "not-applicable"), date(2025, 1, 10))


def test_sources_are_named_once_each_and_a_case_is_not_named(workspace: Write) -> None:
    files = {
        **REVIEWS,
        "data/voice/voice-x.yaml": (
            "id: voice-x\ntitle: Two kinds of advice\non: 2024-12-05\nfrom_whom: parents-and-carers\n"
            "method: interview\ntext: |\n  They said so.\n"
        ),
        "data/cases-considered/case-2025-1.yaml": (
            "id: case-2025-1\ngroup: review-group\nreferred: 2025-01-02\n"
        ),
    }
    register = asked(workspace, files, "2025-05-01").register
    found = sources(
        register,
        ("review-b/missed", "review-b", "voice-x", "case-2025-1", "nowhere"),
        date(2025, 5, 1),
    )
    assert [(one.record, one.name) for one in found] == [
        ("review-b", "Review B (learning review)"),
        ("voice-x", "What parents and carers said: “Two kinds of advice”"),
        ("case-2025-1", "A case that the board considered"),
    ]
