"""What is said of a figure's colour, forecast and chart, read off the page and the Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from tests.folders import Write
from tests.measures.test_rare_events import RARE, spaced
from tests.reports.papers import STAMP
from tests.small_board import SMALL, indicator
from tests.views.small_papers import STEADY, ask, returned

from lif.reports.scorecard import render
from lif.views.scorecard import scorecard

AIM = ("targets:", "  - id: aim", "    since: 2020-01-01")


def made(
    workspace: Write,
    form: str,
    parts: tuple[str, ...],
    *lines: str,
    files: Mapping[str, str] | None = None,
    **fields: str,
) -> str:
    """The neglect group's paper of one indicator, as text in which breaks of lines do not count."""
    given = {"framework/indicators/seen.yaml": indicator("seen", *lines, **fields)}
    given |= {**returned({"seen": parts}), **(files or {})}
    asked = ask(workspace, given, group="neglect-group")
    return re.sub(
        r"\s+", " ", re.sub(r"<style>.*?</style>", "", render(scorecard(asked), STAMP, form), flags=re.S)
    )


both = pytest.mark.parametrize("form", ["html", "md"])


@both
def test_below_the_least_denominator_the_percentage_stands_nowhere(workspace: Write, form: str) -> None:
    page = made(
        workspace,
        form,
        ("30/40", "3/19"),
        "minimum_for_percent: 20",
        *AIM,
        "    value: 90",
        "    basis: target-now",
    )
    assert "3 of 19" in page
    assert "15.8" not in page and "15.7" not in page


@both
def test_below_the_least_denominator_for_a_colour_the_page_says_why(workspace: Write, form: str) -> None:
    page = made(
        workspace, form, ("1/29",), "minimum_for_rag: 30", *AIM, "    value: 90", "    basis: target-now"
    )
    assert "fewer than 30 in the denominator" in page
    assert "Red" not in page.replace("Red: off target", "")


@both
def test_a_figure_is_never_shown_on_its_target_while_it_is_red(workspace: Write, form: str) -> None:
    page = made(
        workspace,
        form,
        ("8000/10000", "8996/10000"),
        "decimals: 0",
        *AIM,
        "    value: 90",
        "    basis: target-now",
    )
    assert "89.96%" in page
    others = re.findall(
        r'.{20}(?<!at least )(?<!Target )(?<!"end">)90%', page
    )  # no target, no tick of the axis
    assert others == []


BENCHMARKS = {
    "data/benchmarks.yaml": "- id: of-england\n  name: England\n  sort: england\n  area: england\n  values:\n"
    "    - measure: seen/quarter\n      period: 2024-25-Q4\n      value: 61.5\n      release: '2024'\n"
}
JUDGEMENT = {
    "data/status-judgements/first.yaml": "id: first\nmeasure: seen/quarter\nperiod: 2024-25-Q4\nstatus: red\n"
    "reason: |\n  Half of them had to wait.\njudged_by: head-of-care\non: 2025-05-02\n"
}
FORECAST = {
    "framework/forecasts/one.yaml": "id: one\nmeasure: seen/quarter\nmade_on: 2024-06-01\n"
    "made_by: head-of-care\nmethod: |\n  By hand.\nvalues:\n  - period: 2024-25-Q3\n    value: 45\n"
    "  - period: 2024-25-Q4\n    value: 70\n"
}


@both
@pytest.mark.parametrize(
    ("lines", "files", "said"),
    [
        (
            ("    benchmark: of-england", "    basis: benchmark"),
            BENCHMARKS,
            ("Red, against the benchmark", "at least 61.5% (England)"),
        ),
        (
            ("    benchmark: of-england", "    basis: significance"),
            BENCHMARKS,
            ("by statistical significance", "at least 61.5% (England)"),
        ),
        (
            ("    profile: {q1: 20, q2: 40, q3: 60, q4: 80}", "    basis: in-year-profile"),
            {},
            ("Red, against this year's profile", "at least 80.0%"),
        ),
        (
            ("    value: 80", "    basis: year-end-forecast"),
            FORECAST,
            ("Red, by the forecast for the year's end",),
        ),
        (
            ("    basis: professional-judgement",),
            JUDGEMENT,
            (
                "Red, by professional judgement of the Head of Care, 2 May 2025",
                "Red by the judgement of the Head of Care on 2 May 2025: Half of them had to wait.",
            ),
        ),
        (("    basis: professional-judgement",), {}, ("Not rated, professional judgement not yet recorded",)),
    ],
    ids=["benchmark", "significance", "profile", "forecast", "judgement", "no judgement"],
)
def test_the_basis_of_the_colour_is_printed(
    workspace: Write, form: str, lines: tuple[str, ...], files: Mapping[str, str], said: tuple[str, ...]
) -> None:
    page = made(workspace, form, ("40/100", "50/100"), *AIM, *lines, files=files)
    page = re.sub(r"</span><br><span class=\"quiet\">", ", ", re.sub(r"<svg.*?</svg>", "", page))
    for each in said:
        assert each in page or each.replace("'", "&#39;") in page, each


@both
def test_the_forecast_is_said_and_drawn(workspace: Write, form: str) -> None:
    aim = (*AIM, "    value: 99", "    basis: target-now")
    page = made(workspace, form, ("40/100", "50/100"), *aim, files=FORECAST)
    assert (
        "It has not turned the curve: it is 20.0 percentage points worse than was forecast on 1 June 2024 "
        "(70.0%)."
    ) in page
    assert "One earlier quarter had been forecast, and came out worse." in page
    if form == "html":
        assert "The broken line is the forecast made on 1 June 2024." in page
        assert ">Forecast 70.0%<" in page


@both
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "runs and trends of seven points, two of three near a limit (points beyond it not counted)"),
        ("run_length: 6", "runs and trends of six points"),
        ("two_in_three: 2023", "two of three near a limit (points beyond it counted among the two)"),
        ("screening: false", "no range is left out"),
        ("screening: true", "ranges of 3.267 times their mean or more are left out once"),
    ],
)
def test_the_page_says_which_rules_made_it(workspace: Write, form: str, settings: str, said: str) -> None:
    text = SMALL["lif.yaml"].rstrip() + (f"\n        figures:\n          {settings}\n" if settings else "\n")
    assert said in made(workspace, form, STEADY, files={"lif.yaml": text})


@both
def test_six_points_are_a_shift_where_the_workspace_says_so(workspace: Write, form: str) -> None:
    """The option reaches the words of a card and its sign, not only the note on the method."""
    parts = tuple(f"{n}/100" for n in (50, 60) * 6) + tuple(f"{n}/100" for n in (53, 52, 54, 53, 52, 54))
    aim = (*AIM, "    value: 99", "    basis: target-now")
    six = SMALL["lif.yaml"].rstrip() + "\n        figures:\n          run_length: 6\n"
    assert "six or more points below the mean" in made(workspace, form, parts, *aim, files={"lif.yaml": six})
    assert "within its usual range" in made(workspace, form, parts, *aim)


@both
def test_rare_events_say_how_to_read_their_chart(workspace: Write, form: str) -> None:
    counts = tuple(str(n) for n in (*spaced(*[1] * 13), 2))
    aim = (*AIM, "    value: 0", "    basis: target-now")
    page = made(workspace, form, counts, *aim, "decimals: 0", unit="count", polarity="low", measures=RARE)
    assert "Events are rare: 15 of 28 quarters had any, 1 of them more than one." in page
    assert "Not judged: events are rare" in page
    if form == "html":
        assert "Chart of the time between rare events" in page
        assert ">Median 1<" in page


@both
def test_an_arrow_of_a_measure_that_only_informs_has_no_judgement(workspace: Write, form: str) -> None:
    aim = (*AIM, "    value: 99", "    basis: target-now")
    assert "; higher than before, better." in made(workspace, form, ("40/100", "50/100"), *aim)
    flat = made(workspace, form, ("40/100", "50/100"), "dead_band: 10", *aim)
    assert "; as before." in flat
