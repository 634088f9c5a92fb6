"""The page of an indicator: every figure of every series, beside what applied to its own period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.folders import written
from tests.reports.papers import FILES
from tests.small_board import SMALL, indicator

from lif.views.papers import Question
from lif.views.site import Site, site
from lif.views.site.bodies import IndicatorBody, SeriesPart
from lif.views.site.pieces import Table
from lif.workspace import Workspace

AIMS = """\
targets:
  - id: first
    basis: target-now
    since: 2023-04-01
    until: 2024-03-31
    value: 50
  - id: then
    basis: target-now
    since: 2024-04-01
    value: 60
"""
RETURNS = {
    "data/returns/care-2023-24-q4.yaml": """
        id: care-2023-24-q4
        agency: social-care
        period: 2023-24-Q4
        due: 2024-05-15
        received: 2024-05-10
        values:
          - id: calls
            measure: calls/quarter
            numerator: 40
            denominator: 100
            revisions:
              - until: 2024-08-01
                numerator: 45
                denominator: 100
                reason: |
                  Ten calls were counted twice.
        stories:
          - id: old-story
            indicator: calls
            author: head-of-care
            written_on: 2024-05-12
            story: |
              The line was new.
    """,
    "data/returns/care-2024-25-q1.yaml": """
        id: care-2024-25-q1
        agency: social-care
        period: 2024-25-Q1
        due: 2024-08-15
        received: 2024-08-10
        values:
          - id: calls
            measure: calls/quarter
            status: not-available
            reason: The system was down.
    """,
    "data/returns/care-2024-25-q2.yaml": """
        id: care-2024-25-q2
        agency: social-care
        period: 2024-25-Q2
        due: 2024-11-15
        received: 2024-11-10
        values:
          - id: calls
            measure: calls/quarter
            status: provisional
            numerator: 1300
            denominator: 2000
        stories:
          - id: new-story
            indicator: calls
            author: head-of-care
            written_on: 2024-11-12
            story: |
              The line is known.
            so_what: |
              Families are helped at once.
    """,
    "framework/indicators/calls.yaml": indicator("calls") + AIMS,
}


def made(folder: Path, files: dict[str, str], as_at: str) -> Site:
    loaded = Workspace.load(written(folder, {**SMALL, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return site(Question(loaded.register, loaded.as_at, loaded.board))


def body(found: Site, id_: str) -> IndicatorBody:
    page = next(each for each in found.pages if each.path == f"indicators/{id_}.html")
    assert isinstance(page.body, IndicatorBody)
    return page.body


def grid(table: Table | None) -> list[list[str]]:
    """The table with its heads as words; several in a cell are parted by a stroke."""
    assert table is not None
    rows = [row for group in table.groups for row in group.rows]
    cells = [[" | ".join(word.text for word in cell) for cell in row.cells] for row in rows]
    return [[label for label, _ in table.columns], *cells]


def test_each_figure_stands_beside_the_target_of_its_own_time(tmp_path: Path) -> None:
    (series,) = body(made(tmp_path, RETURNS, "2025-01-15"), "calls").series
    assert grid(series.table) == [
        ["Period", "Figure", "Counts", "Target", "Supplied", "Remarks"],
        [
            "Quarter 2 2024/25 (July to September 2024)",
            "65.0%",
            "1,300 of 2,000",
            "at least 60.0%",
            "10 November 2024",
            "provisional",
        ],
        [
            "Quarter 1 2024/25 (April to June 2024)",
            "not available",
            "",
            "at least 60.0%",
            "10 August 2024",
            "The system was down.",
        ],
        [
            "Quarter 4 2023/24 (January to March 2024)",
            "40.0%",
            "40 of 100",
            "at least 50.0%",
            "1 August 2024",
            "revised, was 45.0% | Ten calls were counted twice.",
        ],
    ]
    assert (series.latest.text, series.status.words, series.target) == (
        "65.0%",
        "Green: on target",
        "at least 60.0%",
    )


def test_before_it_was_revised_the_figure_is_the_one_that_was_known(tmp_path: Path) -> None:
    (series,) = body(made(tmp_path, RETURNS, "2024-06-15"), "calls").series
    assert grid(series.table) == [
        ["Period", "Figure", "Counts", "Target", "Supplied"],
        ["Quarter 4 2023/24 (January to March 2024)", "45.0%", "45 of 100", "at least 50.0%", "10 May 2024"],
    ]


def test_every_figure_leads_to_the_return_in_which_it_stands(tmp_path: Path) -> None:
    (series,) = body(made(tmp_path, RETURNS, "2025-01-15"), "calls").series
    assert series.table is not None
    supplied = [row.cells[4][0].ref for row in series.table.groups[0].rows]
    assert [ref.path if ref else "" for ref in supplied] == [
        "returns/care-2024-25-q2.html",
        "returns/care-2024-25-q1.html",
        "returns/care-2023-24-q4.html",
    ]


def test_what_was_said_is_told_of_all_quarters_the_latest_first(tmp_path: Path) -> None:
    found = body(made(tmp_path, RETURNS, "2025-01-15"), "calls")
    assert [(each.period, each.author, each.story, each.so_what) for each in found.stories] == [
        (
            "Quarter 2 2024/25 (July to September 2024)",
            "Head of Care",
            "The line is known.",
            "Families are helped at once.",
        ),
        ("Quarter 4 2023/24 (January to March 2024)", "Head of Care", "The line was new.", ""),
    ]
    assert found.stories[0].origin is not None
    assert found.stories[0].origin.path == "returns/care-2024-25-q2.html"


def test_a_series_without_a_figure_says_so_and_how_it_is_made(tmp_path: Path) -> None:
    (series,) = body(made(tmp_path, RETURNS, "2024-01-15"), "calls").series
    assert (series.table, series.chart, series.latest.text) == (None, None, "no figure supplied")
    assert {fact.label: fact.values[0].text for fact in series.facts} == {
        "Period kind": "quarter",
        "Series": "returns",
        "Roll up": "none",
    }


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The board behind the golden scorecards, on the day of those."""
    return made(tmp_path_factory.mktemp("board"), dict(FILES), "2025-05-20")


def series(found: IndicatorBody, anchor: str) -> SeriesPart:
    return next(each for each in found.series if each.anchor == anchor)


def test_comparisons_are_those_of_the_same_year(paper: Site) -> None:
    found = series(body(paper, "plans"), "year")
    assert grid(found.table) == [
        *[
            [
                *("Period", "Figure", "Counts", "England", "The Dales", "Neighbours (mean)"),
                *("Neighbours (median)", "Supplied"),
            ]
        ],
        [
            *("2023/24", "30.0%", "30 of 100", "60.0% | better", "35.0% | similar"),
            *("25.0% | similar | 2 of 3 areas", "25.0% | similar | 2 of 3 areas", "31 October 2024"),
        ],
        ["2022/23", "25.0%", "25 of 100", "", "", "", "", "31 October 2024"],
        ["2021/22", "20.0%", "20 of 100", "", "", "", "", "31 October 2024"],
    ]


def test_the_signs_are_those_of_the_scorecard(paper: Site) -> None:
    """The page judges at the end of the latest quarter, as the paper of that quarter does."""
    for page in paper.pages:
        if isinstance(page.body, IndicatorBody):
            line, first = page.body.line, page.body.series[0]
            assert (first.latest.text, first.latest.period) == (line.latest.text, line.latest.period)
            assert (first.status, first.changing, first.meets) == (line.status, line.changing, line.meets)
            assert (first.target, first.expected) == (line.target, line.expected)


def test_the_chart_holds_every_figure_and_each_phase_of_it(paper: Site) -> None:
    chart = body(paper, "visits").series[0].chart
    table = body(paper, "visits").series[0].table
    assert chart is not None
    assert table is not None
    assert len(chart.points) == len(table.groups[0].rows) == 13


def test_changes_of_definition_and_events_are_told(paper: Site) -> None:
    assert grid(body(paper, "reviews").changes[0])[1][1:] == [
        "Definition changed",
        "Reviews held by video now count.",
    ]
    assert grid(body(paper, "visits").changes[0])[1][1] == "New form"


def test_an_explanation_that_did_not_come_is_told(paper: Site) -> None:
    silence = body(paper, "reviews").silence
    assert silence is not None
    assert (silence.role, silence.asked_on) == ("Head of Care", date(2025, 5, 12))
    assert body(paper, "visits").silence is None


def test_examples_are_marked_and_never_stand_among_real_figures(paper: Site) -> None:
    found = body(paper, "safer").series[0]
    assert found.illustrative
    assert found.table is not None
    assert all(row.illustrative for row in found.table.groups[0].rows)
    assert not body(paper, "visits").series[0].illustrative
