"""Below thirteen points a run chart speaks: by its median and two rules, and not at all of a handful."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import lines, paper, returned


def said(workspace: Write, *numbers: int) -> str:
    files = {"framework/indicators/seen.yaml": indicator("seen")}
    parts = tuple(f"{number}/100" for number in numbers)
    found = lines(paper(workspace, files | returned({"seen": parts})))["seen"]
    assert found.changing.words == "Too few points to say"
    return found.run


UPS = (40, 60, 41, 61, 42, 62, 43, 63, 44, 64)


def test_ordinary_ups_and_downs_are_said_to_be_so(workspace: Write) -> None:
    assert said(workspace, *UPS) == (
        "By the run chart the figures go up and down about their median (52.0%) as chance explains."
    )


def test_seldom_crossings_are_more_than_chance(workspace: Write) -> None:
    assert said(workspace, 40, 41, 42, 43, 44, 60, 61, 62, 63, 64) == (
        "By the run chart there is more than chance in how the figures lie about their median (52.0%): "
        "they cross it 1 time, and chance explains no fewer than 2."
    )


@pytest.mark.parametrize("numbers", [UPS[:9], UPS[:8], (50,) * 12, (50, 50, 50, *UPS[:8])])
def test_of_fewer_than_ten_points_off_the_median_nothing_is_said(
    workspace: Write, numbers: tuple[int, ...]
) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen")}
    parts = tuple(f"{number}/100" for number in numbers)
    assert lines(paper(workspace, files | returned({"seen": parts})))["seen"].run == ""


def test_where_there_are_limits_the_run_chart_is_silent(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen")}
    parts = tuple(f"{number}/100" for number in (*UPS, 45, 65, 46))
    assert lines(paper(workspace, files | returned({"seen": parts})))["seen"].run == ""
