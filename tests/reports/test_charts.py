"""Charts over time: nothing collides, nothing leaves the picture, the same data give the same bytes."""

from __future__ import annotations

import math
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.drawing import REAL, SVG, boxes, collisions, coordinates, outside, parsed
from tests.reports.series import HOSTILE, WORST, stepped, worsening

from lif.reports.charts import (
    NARROW,
    WIDE,
    ChartLine,
    ChartNote,
    ChartPhase,
    ChartPoint,
    ControlChartData,
    LineKind,
    Mark,
    NoteKind,
    NumberFormat,
    Size,
    control_chart,
    run_chart,
)
from lif.reports.charts.text import width


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", WORST)
def test_no_words_collide_or_leave_the_picture(name: str, size: Size) -> None:
    svg = control_chart(WORST[name], "c", size)
    assert collisions(svg) == []
    assert outside(svg) == []
    assert all(math.isfinite(number) for number in coordinates(svg))


_figures = st.one_of(
    st.none(), st.floats(-1e15, 1e15), st.floats(-10, 110), st.sampled_from([0.0, 100.0, 50.0])
)
_values = st.one_of(st.floats(-1e15, 1e15), st.floats(-10, 110))
_words = st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    figures=st.lists(_figures, max_size=60),
    lines=st.lists(st.tuples(st.sampled_from(LineKind), _words, _values), max_size=8),
    notes=st.lists(st.tuples(st.sampled_from(NoteKind), st.integers(0, 59), _words), max_size=6),
    names=st.tuples(_words, _words),
    decimals=st.integers(0, 3),
    size=st.sampled_from([WIDE, NARROW]),
)
def test_no_series_whatever_makes_words_collide(
    figures: list[float | None],
    lines: list[tuple[LineKind, str, float]],
    notes: list[tuple[NoteKind, int, str]],
    names: tuple[str, str],
    decimals: int,
    size: Size,
) -> None:
    data = ControlChartData(
        "T",
        "D",
        tuple(ChartPoint(names[0], f"{names[1]}{i // 4}", value) for i, value in enumerate(figures)),
        lines=tuple(ChartLine(*line) for line in lines),
        notes=tuple(ChartNote(*note) for note in notes),
        format=NumberFormat(decimals, suffix="%"),
    )
    svg = control_chart(data, "c", size)
    assert collisions(svg) == []
    assert outside(svg) == []


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_words_are_measured_over_rather_than_under(weight: str) -> None:
    measured = {c: width(c, 1000, weight == "bold") for c in REAL[weight]}
    assert {c: room for c, room in measured.items() if room < REAL[weight][c]} == {}
    assert {c: room for c, room in measured.items() if room > 1.45 * REAL[weight][c]} == {}


def test_every_value_and_name_is_said_once_at_the_end_of_its_line() -> None:
    said = [box.text for box in boxes(control_chart(stepped(), "cp"))]
    for expected in (
        "Target 85.0%",
        "Upper limit 94.9%",
        "Average 88.1%",
        "Lower limit 81.3%",
        "Neighbours 81.9%",
        "Yorkshire and The Humber 80.1%",
        "England 79.6%",
        "91.3%",
    ):
        assert said.count(expected) == 1
    assert "Target 80.0%" not in said  # the target of 2021/22 is drawn there, but no longer in force


def test_a_run_chart_has_a_median_and_no_limits() -> None:
    svg = run_chart(worsening(), "rc")
    said = [box.text for box in boxes(svg)]
    assert "Median 91.0%" in said
    assert not any("limit" in text for text in said)
    assert 'class="band"' not in svg


def test_the_line_is_cut_at_gaps_and_breaks_only() -> None:
    lines = re.search(
        r'<g class="k-line"[^>]*stroke-linejoin="round">(.*?)</g>', control_chart(stepped(), "cp")
    )
    assert lines is not None
    # 20 points: the sixth is missing, a break stands before the ninth; a step change cuts nothing
    assert [d.count("L") + 1 for d in re.findall(r'd="(.*?)"', lines[1])] == [5, 2, 12]


def test_each_meaning_has_its_own_shape_and_illustrative_figures_are_hollow() -> None:
    points = tuple(ChartPoint("Q1", "2024/25", 5.0, mark) for mark in Mark)
    svg = control_chart(ControlChartData("T", "D", points), "c")
    groups = re.findall(r'<g class="(k-\w+)"[^>]*><g class="halo"[^>]*><(\w+)', svg)
    assert groups == [("k-line", "circle"), ("k-better", "path"), ("k-worse", "path"), ("k-special", "rect")]
    hollow = tuple(ChartPoint("Q1", "2024/25", 5.0, mark, illustrative=True) for mark in Mark)
    svg = control_chart(ControlChartData("T", "D", hollow), "c")
    assert svg.count('class="on-paper"') == 4
    assert 'class="halo"' not in svg
    assert "Hollow marks are illustrative" in svg


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([85.0, 95.0], True),
        ([10.0, 95.0], False),
        ([-5.0, 5.0], False),
        ([-95.0, -85.0], True),
        ([0.0], False),
    ],
)
def test_it_is_said_when_the_axis_does_not_start_at_zero(values: list[float], said: bool) -> None:
    points = tuple(ChartPoint("Q1", "", value) for value in values)
    assert ("does not start at zero" in control_chart(ControlChartData("T", "D", points), "c")) is said


def test_a_phone_gets_the_latest_periods_and_is_told_so() -> None:
    svg = control_chart(worsening(), "c", NARROW)
    said = [box.text for box in boxes(svg)]
    assert "2025/26" in said
    assert "2022/23" not in said
    assert any(text.startswith("The latest 12 of 20 periods.") for text in said)


def test_the_picture_says_what_it_shows() -> None:
    tree = parsed(control_chart(worsening(), "mash-02"))
    assert tree.get("role") == "img"
    assert tree.get("aria-labelledby") == "mash-02-t"
    assert tree.get("aria-describedby") == "mash-02-d"
    assert [(node.tag, node.get("id"), node.text) for node in list(tree)[:2]] == [
        (f"{SVG}title", "mash-02-t", worsening().title),
        (f"{SVG}desc", "mash-02-d", worsening().description),
    ]


def test_ids_are_the_prefixes_own() -> None:
    first, second = control_chart(worsening(), "a"), control_chart(worsening(), "b")
    ids = [node.attrib["id"] for svg in (first, second) for node in parsed(svg).iter() if "id" in node.attrib]
    assert sorted(ids) == ["a-d", "a-t", "b-d", "b-t"]


@pytest.mark.parametrize("prefix", ["", "1a", "a b", 'a"', "a<", "é", "a" * 121])
def test_a_prefix_that_cannot_begin_an_id_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="cannot begin an id"):
        control_chart(worsening(), prefix)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1.1e15])
def test_a_figure_that_cannot_be_drawn_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        ChartPoint("Q1", "2024/25", value)
    with pytest.raises(ValueError, match="cannot be drawn"):
        ChartPhase(0, 1, upper=value)
    with pytest.raises(ValueError, match="cannot be drawn"):
        ChartLine(LineKind.TARGET, "Target", value)


def test_hostile_words_stay_words() -> None:
    data = ControlChartData(
        HOSTILE,
        HOSTILE,
        tuple(ChartPoint(HOSTILE, HOSTILE, float(i)) for i in range(3)),
        (ChartPhase(0, 2, 1, 0, 2),),
        tuple(ChartLine(kind, HOSTILE, 1.0) for kind in LineKind),
        tuple(ChartNote(kind, 1, HOSTILE) for kind in NoteKind),
        NumberFormat(1, "<i>", '"&</svg>'),
        centre_label=HOSTILE,
    )
    for size in (WIDE, NARROW):
        svg = control_chart(data, "c", size)
        names = {node.tag.removeprefix(SVG) for node in parsed(svg).iter()}
        assert names <= {"svg", "g", "path", "rect", "circle", "text", "title", "desc"}
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200b\u202e\ud800]", svg)
        assert not any(name.startswith("on") for node in parsed(svg).iter() for name in node.attrib)


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    program = (
        "import hashlib\nfrom lif.reports.charts import *\nfrom tests.reports.series import WORST\n"
        "text = ''.join(control_chart(d, 'c', s) for d in WORST.values() for s in (WIDE, NARROW))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src:.", "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Europe/London"), ("2", "Pacific/Apia"))
    }
    assert len(made) == 1
