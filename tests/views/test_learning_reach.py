"""How learning was spread: what counts for a year, whom it reached, what a product lacks, who was missed."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, learning

from lif.views.learning_reach import LearningReach, learning_reach
from lif.views.papers import CannotBeMade

OUT = """
    products:
      - id: forum
        sort: forum
        title: A forum
        on: 2025-06-02
        several_agencies: true
        for_professions:
          - Midwives
          - social workers
        reach:
          - agency: social-care
            on: 2025-06-02
            people: 12
            professions:
              - name: Social workers
                came: 9
      - id: bulletin
        sort: bulletin
        title: A bulletin
        due: 2026-01-31
      - id: last-year
        sort: event
        title: An event
        on: 2025-03-31
"""


def made(workspace: Write, text: str, as_at: str = "2025-12-10", year: str | None = None) -> LearningReach:
    return learning_reach(
        asked(workspace, {**REVIEWS, **learning("one", "2025-03-01", text)}, as_at, year=year)
    )


def test_nothing_is_said_in_words(workspace: Write) -> None:
    view = made(workspace, "")
    assert (view.forms, view.products, view.professions, view.missed) == ((), (), (), ())
    assert view.opening.unfinished == ("Nothing went out in the year.",)
    assert len(view.unused) == 9


def test_a_year_holds_what_went_out_in_it_and_what_is_due_in_it(workspace: Write) -> None:
    view = made(workspace, OUT)
    assert [(one.form, one.out, one.awaited, one.people) for one in view.forms] == [
        ("bulletin", 0, 1, None),
        ("forum", 1, 0, 12),
    ]
    assert [one.title for one in made(workspace, OUT, year="2024-25").products] == ["An event"]


def test_it_says_what_a_product_lacks_and_which_group_was_missed(workspace: Write) -> None:
    view = made(workspace, OUT)
    assert view.products[0].lacks == (
        "meant for several agencies, and reached one",
        "does not say how adults learn by it",
        "made for Midwives, and did not reach them",
    )
    assert view.products[0].professions == ("9 social workers",)
    assert view.missed == ("Midwives",)
    assert [(one.name, one.people) for one in view.professions] == [("Social workers", 9)]
    assert "Decide how these professional groups are reached: Midwives." in view.opening.asked


def test_what_came_after_the_day_is_not_known(workspace: Write) -> None:
    assert made(workspace, OUT, as_at="2025-06-01").products == ()
    with pytest.raises(CannotBeMade, match="has not begun"):
        made(workspace, OUT, year="2026-27")
