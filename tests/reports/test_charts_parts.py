"""The parts of charts: labels pushed apart, round ticks, figures in words, sparklines, comparisons, signs."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.drawing import SVG, boxes, collisions, outside, parsed
from tests.reports.series import HOSTILE, LONG

from lif.reports.charts import (
    COUNT,
    ICONS,
    NARROW,
    PERCENT,
    WIDE,
    Bar,
    BarKind,
    ComparisonData,
    Mark,
    NumberFormat,
    Size,
    SparklineData,
    bars,
    comparison_strip,
    icon,
    icon_picture,
    icon_sprite,
    sparkline,
)
from lif.reports.charts.numbers import rounded
from lif.reports.charts.scale import ticks, value_range
from lif.reports.charts.spread import spread
from lif.reports.charts.text import fitted, width, wrapped


@given(st.lists(st.floats(-50, 350), max_size=18))
def test_labels_keep_their_distance_their_order_and_the_chart(wishes: list[float]) -> None:
    places = spread(wishes, 16, 0, 300)
    for a, b in pairwise(sorted(places)):
        assert b - a >= 16 - 1e-9
    assert all(-1e-9 <= place <= 300 + 1e-9 for place in places)
    assert [i for i, _ in sorted(enumerate(wishes), key=lambda p: p[1])] == [
        i for i, _ in sorted(enumerate(places), key=lambda p: p[1])
    ]


def test_labels_move_no_further_than_they_must() -> None:
    assert spread([10, 100, 200], 16, 0, 300) == [10, 100, 200]
    assert spread([100, 100], 16, 0, 300) == [92, 108]
    assert spread([0, 0, 200], 16, 0, 300) == [0, 16, 200]
    assert spread([300, 296], 16, 0, 300) == [300, 284]


@given(st.floats(-1e15, 1e15), st.floats(-1e15, 1e15), st.booleans())
def test_ticks_are_round_and_within_the_range(a: float, b: float, whole: bool) -> None:
    low, high = value_range([a, b], whole=whole)
    found = ticks(low, high, 7, whole)
    slack = (high - low) * 1e-6
    assert (low - slack <= min(a, b) and max(a, b) <= high + slack) or max(abs(a), abs(b)) < 1e-9
    assert 1 <= len(found) <= 7
    assert all(low - slack <= tick.value <= high + slack for tick in found)
    assert not whole or all(tick.value == int(tick.value) for tick in found)


@given(st.integers(0, 10**6), st.floats(0, 2))
def test_counts_are_ticked_at_whole_numbers_however_close_they_lie(count: int, more: float) -> None:
    low, high = value_range([count, count + more], whole=True)
    assert [tick.decimals for tick in ticks(low, high, 7, whole=True)] != []


def test_the_range_keeps_within_what_the_measure_can_be() -> None:
    assert value_range([80, 100], 0, 100)[1] == 100
    assert value_range([80, 104], 0, 100)[1] > 104  # an upper limit may stand above it
    assert value_range([100, 100], 0, 100) == (90, 100)
    assert value_range([1, 9])[0] == 0
    assert value_range([]) == value_range([0, 0]) == (0, 1)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (0.05, 1, "0.1"),
        (2.675, 2, "2.68"),
        (-0.04, 1, "0.0"),
        (-2.5, 0, "-3"),
        (Fraction(1, 3), 3, "0.333"),
        (Decimal("1.005"), 2, "1.01"),
        (999.95, 1, "1000.0"),
    ],
)
def test_figures_round_half_away_from_zero(value: float, decimals: int, expected: str) -> None:
    assert rounded(value, decimals) == expected


def test_figures_in_words() -> None:
    assert PERCENT(84.9) == "84.9%"
    assert COUNT(2729) == "2,729"
    assert COUNT(-1234567) == "−1,234,567"
    assert NumberFormat(2, "£")(-84000) == "−£84,000.00"
    assert PERCENT(84.95, 2) == "84.95%"


def test_text_is_cut_and_wrapped_to_its_room() -> None:
    assert fitted("Neighbours", 13, 200) == "Neighbours"
    assert width(fitted(LONG, 13, 100), 13) <= 100
    assert fitted("W", 13, 1) == ""
    assert wrapped("one two three", 13, 50) == ["one two", "three"]
    assert all(width(row, 13) <= 50 for row in wrapped(LONG, 13, 50))


def _sides() -> tuple[Bar, ...]:
    return (
        Bar("North East Lincolnshire", 84.9, low=82.1, high=87.4),
        Bar("Statistical neighbours (mean of 9 of 10)", 92.7, BarKind.NEIGHBOURS),
        Bar("Yorkshire and The Humber", 91.0, BarKind.REGION),
        Bar("England", 90.0, BarKind.ENGLAND),
        Bar("Another area", None, BarKind.OTHER, absent="not available"),
    )


SIDES = {
    "usual": ComparisonData("T", "D", _sides(), target=97.0, ceiling=100.0),
    "nothing": ComparisonData("T", "D", ()),
    "no figure": ComparisonData("T", "D", (Bar("Area", None),)),
    "zero": ComparisonData("T", "D", (Bar("Area", 0.0), Bar("England", 0.0)), target=0.0),
    "negative": ComparisonData("T", "D", (Bar("Area", -5.0), Bar("England", 4.0)), target=-4.0),
    "huge": ComparisonData("T", "D", (Bar("Area", 9e14, low=-9e14, high=1e15),), COUNT, 8e14),
    "long": ComparisonData(
        LONG,
        LONG,
        (Bar(LONG, 5.0, low=4, high=6), Bar(LONG, None, absent=LONG)),
        target=4.0,
        target_label=LONG,
    ),
    "hostile": ComparisonData(
        HOSTILE,
        HOSTILE,
        (Bar(HOSTILE, 5.0), Bar(HOSTILE, None, absent=HOSTILE)),
        NumberFormat(1, "<i>", "</svg>"),
        3.0,
        HOSTILE,
    ),
}


@pytest.mark.parametrize("draw", [comparison_strip, bars])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", SIDES)
def test_no_comparison_makes_words_collide(name: str, size: Size, draw: object) -> None:
    svg = (bars if draw is bars else comparison_strip)(SIDES[name], "c", size)
    assert collisions(svg) == []
    assert outside(svg) == []
    assert {node.tag.removeprefix(SVG) for node in parsed(svg).iter()} <= {
        *("svg", "g", "path", "rect", "circle", "text", "title", "desc")
    }


def test_a_comparison_says_every_figure_or_why_there_is_none() -> None:
    said = [box.text for box in boxes(comparison_strip(SIDES["usual"], "c"))]
    assert "84.9% (82.1% to 87.4%)" in said
    assert "not available" in said
    assert "Target 97.0%" in said


def test_bars_begin_at_zero() -> None:
    said = [box.text for box in boxes(bars(SIDES["usual"], "c"))]
    assert "0%" in said
    assert not any("does not start at zero" in text for text in said)


_cell = st.one_of(st.none(), st.floats(-1e15, 1e15), st.sampled_from([0.0, 1e-300]))


@settings(max_examples=80)
@given(st.lists(_cell, max_size=60), st.one_of(st.none(), st.floats(-1e15, 1e15)))
def test_a_sparkline_stays_in_its_cell(values: list[float | None], target: float | None) -> None:
    svg = sparkline(SparklineData(tuple(values), target=target), "s")
    assert parsed(svg).get("aria-hidden") == "true"
    for x, y in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", svg):
        assert math.isfinite(float(x)) and -1 <= float(x) <= 121
        assert -1 <= float(y) <= 31


def test_a_sparkline_shows_its_gaps_breaks_and_last_meaning() -> None:
    values = (4.0, 5.0, None, 6.0, 7.0, 8.0, 9.0)
    marks = (Mark.ORDINARY,) * 6 + (Mark.CONCERN,)
    svg = sparkline(SparklineData(values, marks, 5.0, (5,), "Seven quarters", "Rising."), "s")
    assert svg.count("k-worse") == 1
    lines = re.search(r'<g class="k-line"[^>]*stroke-width="1.5"[^>]*>(.*?)</g>', svg)
    assert lines is not None
    assert [d.count("L") + 1 for d in re.findall(r'd="(.*?)"', lines[1])] == [2, 2, 2]
    assert parsed(svg).get("role") == "img"


def test_signs_are_drawn_once_and_used_by_name() -> None:
    names = {node.get("id") for node in parsed(_namespaced(icon_sprite())).iter() if node.get("id")}
    assert names == {f"icon--{name}" for name in ICONS}
    for name in ICONS:
        used = re.search('href="#(.*?)"', icon(name))
        assert used is not None and used[1] in names
        assert parsed(icon_picture(name)).get("viewBox") == "0 0 32 32"
    with pytest.raises(KeyError):
        icon("<script>")


def _namespaced(svg: str) -> str:
    return str(svg).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def test_a_long_name_beside_a_bar_stands_in_two_lines_and_is_not_cut() -> None:
    name = "Nobody sees how long children wait for mental health help"
    svg = comparison_strip(ComparisonData("Risks", "", (Bar(name, 12.0, BarKind.AREA),)), "s")
    lines = re.findall(r'<text fill="currentColor"[^>]*>(?:<title>[^<]*</title>)?([^<]+)</text>', svg)
    assert " ".join(lines[:2]) == name
    assert "…" not in svg
