"""Footnotes that write themselves, lines that are cut, and each way in which a value can stand on a page."""

from __future__ import annotations

import json
import re

import pytest
from tests.folders import Write
from tests.reports.papers import STAMP
from tests.small_board import indicator
from tests.views.small_papers import RISING, paper, quarters, returned

from lif.calendars import parse_period
from lif.exchange.papers import plain
from lif.reports.scorecard import render
from lif.views.scorecard import Scorecard
from lif.views.scorecard.cards import Card
from lif.views.scorecard.charted import Chart

AIM = ("targets:", "  - id: aim", "    basis: target-now", "    since: 2020-01-01", "    value: 99")


def change(period: str, comparable: str = "false") -> dict[str, str]:
    return {
        "framework/series-breaks/seen-anew.yaml": f"""
            id: seen-anew
            measure: seen/quarter
            period: {period}
            reason: Visits by telephone count
            comparable: {comparable}
        """
    }


def without(text: str, period: str) -> str:
    """The return without its value of a period."""
    return re.sub(rf"  - id: [^\n]*\n(?:    [^\n]*\n)*?    period: {period}\n(?:    [^\n]*\n)*", "", text)


def seen(workspace: Write, files: dict[str, str], *lines: str, measures: str = "") -> Scorecard:
    written = {"framework/indicators/seen.yaml": indicator("seen", *AIM, *lines, measures=measures)}
    return paper(workspace, {**written, **files})


def only(view: Scorecard) -> Card:
    (card,) = (*view.cards, *view.annex_cards)
    return card


def chart_of(card: Card) -> Chart:
    assert card.chart is not None
    return card.chart


def test_a_change_of_definition_cuts_the_lines_and_writes_its_footnote(workspace: Write) -> None:
    card = only(seen(workspace, {**returned({"seen": RISING}), **change("2022-23-Q1")}))
    at = [point.period + " " + point.group for point in chart_of(card).points].index("Q1 2022/23")
    assert [(note.sort, note.at, note.label) for note in chart_of(card).notes] == [
        ("break", at, "Definition changed")
    ]
    assert chart_of(card).cuts == (at,)
    assert card.line.spark_cuts == (at,)
    assert card.line.spark_words.endswith("; the definition changed from Q1 22/23")
    assert card.footnotes[0] == (
        "The definition changed from Quarter 1 2022/23 (April to June 2022): Visits by telephone count. "
        "Figures before it are another series and are not compared."
    )


def test_a_change_that_may_still_be_compared_is_told_and_cuts_nothing(workspace: Write) -> None:
    card = only(seen(workspace, {**returned({"seen": RISING}), **change("2022-23-Q1", "true")}))
    assert (chart_of(card).cuts, chart_of(card).notes, card.line.spark_cuts) == ((), (), ())
    assert card.footnotes[0].endswith("Figures before it may still be compared.")


def test_a_change_in_a_quarter_without_a_return_cuts_before_the_next(workspace: Write) -> None:
    files = {**returned({"seen": RISING}), **change("2022-23-Q1")}
    files = {path: without(text, "2022-23-Q1") for path, text in files.items()}
    card = only(seen(workspace, files))
    at = [point.period + " " + point.group for point in chart_of(card).points].index("Q2 2022/23")
    assert (chart_of(card).cuts, [note.at for note in chart_of(card).notes]) == ((at,), [at])


def test_a_line_of_years_to_date_is_cut_where_a_year_begins(workspace: Write) -> None:
    values = "".join(
        f"  - {{id: v{n}, measure: seen/so-far, period: {period}, numerator: {number}, denominator: 100}}\n"
        for n, (period, number) in enumerate(
            (("2023-24-to-Q3", 30), ("2023-24-to-Q4", 40), ("2024-25-to-Q1", 12), ("2024-25-to-Q4", 50))
        )
    )
    files = {
        "data/returns/late.yaml": "id: late\nagency: social-care\nperiod: 2024-25-Q4\ndue: 2025-05-01\n"
        f"received: 2025-05-01\nvalues:\n{values}"
    }
    measures = "  - id: so-far\n    period_kind: year-to-date\n    series: returns"
    card = only(seen(workspace, files, measures=measures))
    assert (chart_of(card).cuts, card.line.spark_cuts) == ((2,), (2,))
    assert card.line.latest.period == "April 2024 to March 2025 (year to date)"
    assert card.line.travel is not None
    assert card.line.travel.words == "Higher than before, better"
    assert card.line.changing.words == "Not judged: adds up through the year"
    assert "same point of another year" in " ".join(card.footnotes)


def test_a_year_made_of_its_quarters_and_a_cohort_are_footnotes(workspace: Write) -> None:
    measures = (
        "  - id: quarter\n    period_kind: quarter\n    series: returns\n    roll_up: weighted\n"
        "    cohort_lag: 12\n    window: closed within a year"
    )
    view = seen(workspace, returned({"seen": ("50/100", "10/20", "3/10", "1/10")}), measures=measures)
    assert only(view).footnotes == (
        "What each figure covers: closed within a year.",
        "The latest figure is of those who began in January to March 2024: the period is that of the "
        "follow-up.",
        "2024/25: 45.7% (64 of 140), made of its quarters (numerators added over denominators added, never "
        "averaged).",
    )
    assert "of those who began in January to March 2024" in only(view).line.latest.marks


STANDING = {
    "final": "7/8",
    "provisional": "status: provisional",
    "estimated": "status: estimated",
    "awaited": "awaited",
    "not available": "not-available",
    "not applicable": "not-applicable",
    "suppressed": "suppressed",
    "low": "low",
    "true nought": "0/8",
}


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_no_two_ways_in_which_a_value_can_stand_look_the_same_on_the_page(
    workspace: Write, form: str
) -> None:
    """Each in the place of the quarter's own figure, on one card with a figure of the quarter before."""
    pages = {}
    for name, value in STANDING.items():
        files = returned({"seen": ("2/8", value if "status:" not in value else "7/8")})
        (path,) = files
        if "status:" in value:
            files[path] = re.sub(r"(\n *)(numerator: 7)", rf"\1{value}\1\2", files[path])
            assert value in files[path]
        view = seen(workspace, files)
        page = json.dumps(plain(view)) if form == "json" else render(view, STAMP, form)
        pages[name] = page
        told = {"final": "87.5%", "true nought": "0.0%", "provisional": "87.5%", "estimated": "87.5%"}
        assert told.get(name, name) in page
        if name in ("provisional", "estimated"):
            assert name in page
    assert len(set(pages.values())) == len(STANDING)


def test_the_quarters_of_these_papers_are_those_of_the_test() -> None:
    assert parse_period("2024-25-Q4") in quarters(4)
