"""How an action's indicator moved: from the last figure before it was agreed to the latest."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import STEADY, ask, returned

from lif.views.movement import Movement, moved_since

AS_AT = date(2025, 5, 20)


def moved(
    workspace: Write,
    values: tuple[str, ...],
    since: str,
    *more: str,
    polarity: str = "high",
    extra: dict[str, str] | None = None,
) -> Movement | None:
    """The movement of one indicator whose quarters end with January to March 2025."""
    files = {
        "framework/indicators/in-time.yaml": indicator("in-time", *more, polarity=polarity),
        **returned({"in-time": values}),
        **(extra or {}),
    }
    asked = ask(workspace, files)
    return moved_since(asked.register, asked.figures, "in-time", date.fromisoformat(since), AS_AT)


def test_the_last_figure_before_is_set_beside_the_latest(workspace: Write) -> None:
    """Agreed on 10 October 2024: July to September is the last quarter that had ended."""
    found = moved(workspace, ("40/100", "50/100", "60/100", "75/100"), "2024-10-10")
    assert found is not None
    assert (found.before and found.before.text, found.now and found.now.text) == ("50.0%", "75.0%")
    assert found.direction is not None
    assert found.direction.words == "Higher than before, better"
    assert "too few periods" in found.said


@pytest.mark.parametrize(
    ("since", "before"),
    [
        ("2024-09-29", "40.0%"),
        ("2024-09-30", "50.0%"),  # a quarter that ends on the day had ended
        ("2024-12-30", "50.0%"),
        ("2024-12-31", "60.0%"),
    ],
)
def test_a_quarter_counts_from_its_last_day(workspace: Write, since: str, before: str) -> None:
    found = moved(workspace, ("40/100", "50/100", "60/100", "75/100"), since)
    assert found is not None and found.before is not None
    assert found.before.text == before


@pytest.mark.parametrize(
    ("polarity", "words"),
    [
        ("high", "Lower than before, worse"),
        ("low", "Lower than before, better"),
        ("info", "Lower than before"),
        ("band", "Lower than before"),  # a band that is not given cannot judge
    ],
)
def test_the_indicator_says_which_way_is_good(workspace: Write, polarity: str, words: str) -> None:
    found = moved(workspace, ("50/100", "40/100"), "2025-01-10", polarity=polarity)
    assert found is not None and found.direction is not None
    assert found.direction.words == words


def test_ordinary_ups_and_downs_are_called_that(workspace: Write) -> None:
    found = moved(workspace, STEADY, "2023-10-10")
    assert found is not None
    assert "no more than ordinary ups and downs" in found.said


def test_without_a_later_figure_nothing_has_moved(workspace: Write) -> None:
    found = moved(workspace, ("40/100", "50/100"), "2025-04-01")
    assert found is not None
    assert found.direction is None
    assert found.said == "50.0% in Quarter 4 2024/25 (January to March 2025); no later figure has come since."


def test_without_an_earlier_figure_nothing_can_be_compared(workspace: Write) -> None:
    found = moved(workspace, ("40/100", "50/100"), "2024-06-01")
    assert found is not None
    assert found.direction is None
    assert "no earlier figure can be set beside it" in found.said


def test_without_any_figure_it_says_so(workspace: Write) -> None:
    found = moved(workspace, ("awaited", "not-available"), "2024-06-01")
    assert found is not None
    assert found.said == "There is no figure of it."


def test_a_change_of_definition_is_never_stepped_across(workspace: Write) -> None:
    """The definition changed with October to December 2024; agreed before that, nothing can be compared."""
    change = {
        "framework/series-breaks/new-form.yaml": """
            id: new-form
            measure: in-time/quarter
            period: 2024-25-Q3
            reason: |
              A new form.
            comparable: false
        """
    }
    found = moved(workspace, ("40/100", "50/100", "60/100", "75/100"), "2024-10-10", extra=change)
    assert found is not None
    assert found.direction is None
    assert "no earlier figure" in found.said


def test_an_indicator_that_is_not_there_has_no_movement(workspace: Write) -> None:
    asked = ask(workspace, {})
    assert moved_since(asked.register, asked.figures, "no-such", AS_AT, AS_AT) is None


def test_figures_that_came_later_are_not_known_yet(workspace: Write) -> None:
    """On 9 May 2025 the return of 10 May had not come."""
    files = {
        "framework/indicators/in-time.yaml": indicator("in-time"),
        **returned({"in-time": ("50/100", "40/100")}),
    }
    asked = ask(workspace, files, as_at="2025-05-09")
    found = moved_since(asked.register, asked.figures, "in-time", date(2025, 1, 10), date(2025, 5, 9))
    assert found is not None
    assert found.said == "There is no figure of it."
