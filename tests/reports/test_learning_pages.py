"""The papers on learning as pages: what stands on them, in which order, and that hostile words stay words."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.reports.paper_pages import HOSTILE, MARKED, markdown_shape, page_of, text_of, with_words
from tests.reports.reader import words
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, course, learning

from lif.views.learning_bulletin import LearningBulletin, learning_bulletin

FULL = f"""
    why_it_matters: |
      {MARKED} why.
    what_to_do: |
      {MARKED} do.
    questions:
      - {MARKED} asks?
    how_known: |
      {MARKED} known.
    products:
      - id: card
        sort: resource
        title: {MARKED} card
        on: 2025-08-05
    test:
      method: survey
      due: 2025-09-01
      checked_on: 2025-09-02
      result: partly-landed
      text: |
        {MARKED} seen.
      follows: |
        {MARKED} follows.
"""


def marked(files: dict[str, str]) -> dict[str, str]:
    """The same records with hostile words to come in what was learned."""
    return {
        path: text.replace("We learned", MARKED).replace("Lesson", MARKED) for path, text in files.items()
    }


@pytest.fixture
def bulletin(workspace: Write) -> LearningBulletin:
    files = learning("a", "2025-08-01", FULL) | learning("b", "2025-08-02", FULL, source="review-c/fathers")
    good = learning("g", "2025-08-03", f"why_it_worked: |\n  {MARKED} worked.\n", folder="good-practice")
    every = {**REVIEWS, **marked(files | good | course("c", "a"))}
    return learning_bulletin(asked(workspace, every, "2025-12-10"))


def test_the_bulletin_goes_from_what_to_do_to_what_changed(bulletin: LearningBulletin) -> None:
    page = page_of("learning-bulletin", bulletin)
    assert page.slips == ()
    assert [found for found in page.headings if found[0] < 4] == [
        (1, "Learning bulletin"),
        (2, "What you are asked to do"),
        (2, "The few things to know and do"),
        (3, f"1. {MARKED} b"),
        (3, f"2. {MARKED} a"),
        (2, "What works well"),
        (3, f"{MARKED} g"),
        (2, "What changed because of earlier learning"),
    ]
    seen = words(page.all("main")[0])
    assert "Courses: Course c (no day is set yet). To read or use:" in seen
    assert "Comes from: Review C (rapid review)." in seen
    assert "SECRET" not in seen


def test_an_empty_bulletin_says_so_in_words(workspace: Write) -> None:
    view = learning_bulletin(asked(workspace, {}, "2025-12-10"))
    seen = words(page_of("learning-bulletin", view).all("main")[0])
    for said in (
        "Nothing was agreed as learning, or told, in this time.",
        "No good practice was agreed or told in this time.",
        "whether anything changed is not known",
        "Why this paper is a draft",
    ):
        assert said in seen


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_stay_words_in_the_bulletin(bulletin: LearningBulletin, word: str) -> None:
    stays_words("learning-bulletin", bulletin, word)


def stays_words(name: str, view: object, word: str) -> None:
    """Neither the page nor the Markdown has other marks with the word in it than with plain words."""
    hostile = with_words(view, word)
    page, plain = page_of(name, hostile), page_of(name, view)  # type: ignore[arg-type]
    assert page.slips == ()
    assert page.shape == plain.shape
    text = text_of(name, hostile, "html")
    assert text.count("<script") == 0
    assert "{{ 7 * 7 }}" not in word or "{{ 7 * 7 }}" in text  # shown, not worked out
    assert markdown_shape(text_of(name, hostile, "md")) == markdown_shape(text_of(name, view, "md"))  # type: ignore[arg-type]
    assert repr(view).count(MARKED) > 10
