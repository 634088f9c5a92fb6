"""Turning the curve is beating the forecast: said with one, in every form, and not said without one."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import ask, lines, paper, returned

from lif.views.scorecard.charted import Chart
from lif.views.scorecard.curve import Curve
from lif.views.scorecard.lines import Line

HEAD = "id: {id}\nmeasure: seen/quarter\nmade_on: {made}\nmade_by: head-of-care\n"
HEAD += "method: |\n  By hand.\nvalues:\n"


def forecast(made: str, id_: str = "forecast-one", **values: str) -> dict[str, str]:
    """A forecast: `q4_24="80"` is 80 for quarter 4 of 2024/25."""
    rows = [
        f"  - period: 20{name[3:]}-{int(name[3:]) + 1}-{name[:2].upper()}\n    value: {value}\n"
        for name, value in values.items()
    ]
    return {f"framework/forecasts/{id_}.yaml": HEAD.format(id=id_, made=made) + "".join(rows)}


def one(workspace: Write, parts: tuple[str, ...], files: dict[str, str], **fields: str) -> Line:
    given = {"framework/indicators/seen.yaml": indicator("seen", **fields)} | returned({"seen": parts})
    return lines(paper(workspace, given | files))["seen"]


def curve(workspace: Write, parts: tuple[str, ...], files: dict[str, str], **fields: str) -> Curve:
    found = one(workspace, parts, files, **fields).curve
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("polarity", "figure", "turned", "said"),
    [
        (
            "high",
            "84/100",
            True,
            "It beats the forecast made on 1 June 2024 (80.0%) by 4.0 percentage points",
        ),
        ("high", "81/100", True, "It beats the forecast made on 1 June 2024 (80.0%) by 1.0 percentage point"),
        (
            "high",
            "80/100",
            False,
            "It has not turned the curve: it is what was forecast on 1 June 2024 (80.0%)",
        ),
        (
            "high",
            "60/100",
            False,
            "It has not turned the curve: it is 20.0 percentage points worse than was forecast on "
            "1 June 2024 (80.0%)",
        ),
        (
            "low",
            "60/100",
            True,
            "It beats the forecast made on 1 June 2024 (80.0%) by 20.0 percentage points",
        ),
        (
            "low",
            "84/100",
            False,
            "It has not turned the curve: it is 4.0 percentage points worse than was forecast on "
            "1 June 2024 (80.0%)",
        ),
        # a difference that would be rounded away is shown with the decimals it needs
        (
            "high",
            "80004/100000",
            True,
            "It beats the forecast made on 1 June 2024 (80.0%) by 0.004 percentage points",
        ),
    ],
)
def test_the_curve_is_turned_by_beating_the_forecast(
    workspace: Write, polarity: str, figure: str, turned: bool, said: str
) -> None:
    found = curve(workspace, ("10/100", figure), forecast("2024-06-01", q4_24="80"), polarity=polarity)
    assert (found.turned, found.said) == (turned, said)


def test_doing_better_than_the_quarter_before_is_not_turning_the_curve(workspace: Write) -> None:
    found = one(workspace, ("10/100", "70/100"), forecast("2024-06-01", q4_24="80"))
    assert found.travel is not None and found.travel.words == "Higher than before, better"
    assert found.curve is not None and found.curve.turned is False


@pytest.mark.parametrize("polarity", ["info", "band"])
def test_without_a_good_way_nothing_is_said(workspace: Write, polarity: str) -> None:
    found = curve(workspace, ("70/100", "90/100"), forecast("2024-06-01", q4_24="80"), polarity=polarity)
    assert (found.turned, found.said, found.record) == (None, "", "")


def test_without_a_forecast_nothing_is_said(workspace: Write) -> None:
    assert one(workspace, ("10/100", "90/100"), {}).curve is None
    late = one(workspace, ("10/100", "90/100"), forecast("2025-05-21", q4_24="80"))
    assert late.curve is None


def test_what_was_written_down_afterwards_is_no_forecast(workspace: Write) -> None:
    after = curve(workspace, ("10/100", "90/100"), forecast("2025-04-01", q4_24="80"))
    on_the_last_day = curve(workspace, ("10/100", "90/100"), forecast("2025-03-31", q4_24="80"))
    assert (after.turned, after.said) == (None, "")
    assert on_the_last_day.turned is True


def test_of_several_forecasts_the_last_made_in_time_counts(workspace: Write) -> None:
    files = forecast("2024-06-01", "forecast-one", q4_24="95") | forecast(
        "2024-12-01", "forecast-two", q4_24="80"
    )
    assert curve(workspace, ("10/100", "90/100"), files).said.startswith(
        "It beats the forecast made on 1 December 2024 (80.0%)"
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("50/100",), ""),
        (("60/100", "50/100"), "One earlier quarter had been forecast, and came out better"),
        (("60/100", "60/100", "50/100"), "Both earlier quarters forecast came out better"),
        (("40/100", "40/100", "40/100", "50/100"), "All 3 earlier quarters forecast came out worse"),
        (
            ("60/100", "50/100", "40/100", "50/100"),
            "Of 3 earlier quarters forecast, 1 came out better, 1 as forecast and 1 worse",
        ),
        (
            ("suppressed", "60/100", "40/100", "50/100"),
            "Of 2 earlier quarters forecast, 1 came out better and 1 worse",
        ),
    ],
)
def test_the_forecasts_own_record(workspace: Write, parts: tuple[str, ...], said: str) -> None:
    files = forecast("2024-04-01", q1_24="50", q2_24="50", q3_24="50", q4_24="50")
    assert curve(workspace, parts, files).record == said


def test_figures_before_a_change_of_definition_do_not_count_in_the_record(workspace: Write) -> None:
    files = forecast("2024-04-01", q1_24="50", q2_24="50", q3_24="50", q4_24="50") | {
        "framework/series-breaks/new.yaml": "id: new\nmeasure: seen/quarter\nperiod: 2024-25-Q3\n"
        "reason: |\n  All are counted.\n"
    }
    found = curve(workspace, ("60/100",) * 4, files)
    assert found.record == "One earlier quarter had been forecast, and came out better"


def chart(workspace: Write, files: dict[str, str]) -> Chart:
    given = {
        "framework/indicators/seen.yaml": indicator(
            "seen",
            "targets:",
            "  - id: aim",
            "    value: 99",
            "    basis: target-now",
            "    since: 2020-01-01",
        )
    } | returned({"seen": ("40/100", "50/100", "60/100")})
    found = paper(workspace, given | files).cards[0].chart
    assert found is not None
    return found


def test_the_forecast_is_drawn_with_the_periods_to_come(workspace: Write) -> None:
    found = chart(workspace, forecast("2024-06-01", q3_24="45", q4_24="46", q1_25="47"))
    assert found.forecast == (None, 45.0, 46.0, 47.0)
    assert [(point.period, point.ahead) for point in found.points][-1] == ("Q1", True)
    assert [point.ahead for point in found.points[:-1]] == [False] * 3
    assert found.forecast_on is not None


def test_a_chart_without_a_forecast_has_no_periods_to_come(workspace: Write) -> None:
    found = chart(workspace, {})
    assert (found.forecast, found.forecast_on, len(found.points)) == ((), None, 3)


def test_at_most_four_periods_to_come_are_drawn(workspace: Write) -> None:
    far = forecast("2024-06-01", q1_25="1", q2_25="2", q3_25="3", q4_25="4", q1_26="5")
    assert chart(workspace, far).forecast == (None, None, None, 1.0, 2.0, 3.0, 4.0)


def test_an_example_forecast_is_not_held_against_real_figures(workspace: Write) -> None:
    files = forecast("2024-06-01", q4_24="80")
    name = "framework/forecasts/forecast-one.yaml"
    found = one(workspace, ("10/100", "90/100"), {name: "illustrative: true\n" + files[name]})
    assert found.curve is None


def test_the_words_stand_in_the_paper(workspace: Write) -> None:
    asked = ask(
        workspace,
        {"framework/indicators/seen.yaml": indicator("seen")}
        | returned({"seen": ("10/100", "90/100")})
        | forecast("2024-06-01", q4_24="80"),
    )
    series = asked.figures.find("seen/quarter")
    assert series is not None
    judged = asked.judge(series)
    assert judged.outlook is not None
    assert judged.outlook.turned is True
