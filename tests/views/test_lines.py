"""A line says of one indicator what is known: its own latest period, colour, range, signs and comparisons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import FLAT, RISING, STEADY, ask, lines, paper, returned

from lif.views.scorecard import scorecard
from lif.views.scorecard.lines import Line

TARGET = ("targets:", "  - id: aim", "    basis: target-now", "    since: 2020-01-01")


YEAR_TOO = """
  - id: quarter
    period_kind: quarter
    series: returns
  - id: year
    period_kind: financial-year
    series: published
    benchmarks: [of-england, of-near, of-near-median]
"""
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"
PUBLISHED = {
    "framework/neighbour-sets/near.yaml": """
        id: near
        area: hill-town
        model: "2025"
        since: 2025-01-01
        neighbours: [brook, ford, weir]
    """,
    "data/benchmarks.yaml": """
        - id: of-england
          name: England
          sort: england
          area: england
        - id: of-near
          name: Neighbours (mean)
          sort: neighbours
          neighbour_set: near
          average: mean
        - id: of-near-median
          name: Neighbours (median)
          sort: neighbours
          neighbour_set: near
          average: median
    """,
    "data/published/r.yaml": """
        id: r
        title: Figures
        source: stats-2025
        release: "2024"
        released_on: 2024-10-31
        file: f.csv
        sha256: "00"
        mapping: m
        imported_on: 2026-01-01
        rows: 5
    """,
    "data/published/r.csv": HEADER
    + "seen/year,2022-23,hill-town,,10,100,,final\n"
    + "seen/year,2023-24,hill-town,,30,100,,final\n"
    + "seen/year,2023-24,england,,600,1000,,final\n"
    + "seen/year,2023-24,brook,,10,100,,final\n"
    + "seen/year,2023-24,ford,,40,100,,final\n",
}


def one(workspace: Write, parts: tuple[str, ...], *more: str, **fields: str) -> Line:
    """The line of one indicator with these quarters."""
    files = {"framework/indicators/seen.yaml": indicator("seen", *more, **fields)}
    return lines(paper(workspace, files | returned({"seen": parts})))["seen"]


def test_what_a_line_is_made_of(workspace: Write) -> None:
    found = one(
        workspace,
        STEADY,
        *(*TARGET, "    value: 90"),
        "aliases: [FD01]",
        "data_quality: medium",
        "priorities: [priority-neglect]",
        "geography: police-force",
    )
    assert (found.name, found.code, found.domain) == ("Seen", "FD01", "Front door")
    assert (found.good, found.class_words) == ("higher is better", "How well did we do it?")
    assert (found.group_name, found.owner, found.quality) == ("Neglect group", "Head of Care", "medium")
    assert found.geography == "figure for the whole police force area"
    assert found.latest.text == "50.0%"
    assert found.latest.parts == "50 of 100, for the whole police force area"
    assert (found.latest.period, found.latest.age) == (
        "Quarter 4 2024/25 (January to March 2025)",
        "1 month old",
    )
    assert (found.target, found.basis, found.status.words) == (
        "at least 90.0%",
        "target now",
        "Red: off target",
    )
    assert (found.changing.words, found.meets.words) == (
        "No significant change",
        "Will miss target without change",
    )
    assert found.expected_note == ""
    low, high = (float(text.rstrip("%")) for text in found.expected.split(" to "))
    assert low < 48 < 52 < high
    assert len(found.spark) == 16 and set(found.spark_marks) == {"ordinary"}
    assert found.spark_words.startswith("16 periods: ") and "lowest 48.0%, highest 52.0%" in found.spark_words


def test_counts_rates_and_means_are_written_as_such(workspace: Write) -> None:
    count = one(workspace, ("12345",), "decimals: 0", unit="count")
    rate = one(workspace, ("1758/33522",), unit="rate")
    mean = one(workspace, ("331/20",), unit="mean")
    assert (count.latest.text, count.latest.parts) == ("12,345", "")
    assert (rate.latest.text, rate.latest.parts) == ("524.4", "1,758 of 33,522")
    assert mean.latest.text == "16.6"


def test_below_the_least_denominator_there_is_no_percentage(workspace: Write) -> None:
    few, enough = (one(workspace, (parts,), "minimum_for_percent: 20") for parts in ("3/19", "3/20"))
    assert (few.latest.text, few.latest.parts) == ("3 of 19", "")
    assert (enough.latest.text, enough.latest.parts) == ("15.0%", "3 of 20")


def test_the_figure_is_never_rounded_over_its_target(workspace: Write) -> None:
    found = one(workspace, ("8996/10000",), *TARGET, "    value: 90", "decimals: 0")
    assert (found.latest.text, found.target, found.status.key) == ("89.96%", "at least 90%", "missed")


@pytest.mark.parametrize(
    ("count", "note"), [(1, "too few points: 1 of 13"), (12, "too few points: 12 of 13"), (13, "")]
)
def test_a_range_is_expected_from_thirteen_points_on(workspace: Write, count: int, note: str) -> None:
    found = one(workspace, STEADY[:count], *TARGET, "    value: 90")
    assert found.expected_note == note
    assert bool(found.expected) is not bool(note)
    if note:
        assert (found.changing.key, found.meets.key) == ("too-few", "too-few")


def test_a_range_stays_within_what_can_be(workspace: Write) -> None:
    high = one(workspace, tuple(f"{99 + n % 2}/100" for n in range(14)), "decimals: 0")
    low = one(workspace, tuple(f"{n % 2}/100" for n in range(14)), "decimals: 0")
    assert high.expected.endswith(" to 100%")
    assert low.expected.startswith("0% to ")


def test_a_series_that_never_changes_says_so(workspace: Write) -> None:
    found = one(workspace, FLAT, *TARGET, "    value: 40")
    assert (found.expected, found.expected_note) == ("", "no variation")
    assert (found.changing.words, found.meets.words) == ("No variation", "Not judged: no variation")


def test_a_band_has_its_range_as_the_target(workspace: Write) -> None:
    band = (*TARGET, "    band:", "      low: 10", "      high: 15")
    found = one(workspace, STEADY, *band, polarity="band")
    assert (found.target, found.status.key) == ("10.0% to 15.0%", "missed")
    assert found.meets.words == "Not judged: the target is a range"


def test_without_a_target_nothing_is_said_of_one(workspace: Write) -> None:
    found = one(workspace, STEADY)
    assert (found.target, found.basis, found.meets.words) == ("", "", "No target")
    assert (found.status.words, found.status_reason) == ("Not rated", "no target")


@pytest.mark.parametrize(
    ("polarity", "words", "tone"),
    [
        ("high", "Improving (higher)", "better"),
        ("low", "Getting worse (higher)", "worse"),
        ("info", "Unusually high", "special"),
        ("band", "Unusually high", "special"),
    ],
)
def test_a_rise_is_good_or_bad_by_polarity(workspace: Write, polarity: str, words: str, tone: str) -> None:
    found = one(workspace, RISING, polarity=polarity)
    assert (found.changing.words, found.changing.tone) == (words, tone)
    assert found.getting_worse is (tone == "worse")
    assert found.travel is not None
    assert found.travel.words == {
        "high": "Higher than before, better",
        "low": "Higher than before, worse",
    }.get(polarity, "Higher than before")
    assert found.spark_marks[-1] == {"high": "improvement", "low": "concern"}.get(polarity, "neutral")


@pytest.mark.parametrize(
    ("status", "words"), [("suppressed", "suppressed"), ("not-available", "not available"), ("low", "low")]
)
def test_a_quarter_without_a_figure_is_said_beside_the_last_that_is_there(
    workspace: Write, status: str, words: str
) -> None:
    found = one(workspace, ("40/100", status))
    assert (found.latest.text, found.latest.period) == (
        "40.0%",
        "Quarter 3 2024/25 (October to December 2024)",
    )
    assert found.quarter_note == words
    assert found.latest.marks == ()


def test_a_year_without_a_figure_is_said_beside_the_last_that_is_there(workspace: Write) -> None:
    year = YEAR_TOO[YEAR_TOO.index("  - id: year") :]
    rows = PUBLISHED["data/published/r.csv"].replace(
        "2023-24,hill-town,,30,100,,final", "2023-24,hill-town,,,,,suppressed"
    )
    files = {"framework/indicators/seen.yaml": indicator("seen", measures=year), **PUBLISHED}
    found = lines(paper(workspace, files | {"data/published/r.csv": rows}))["seen"]
    assert (found.latest.text, found.latest.period) == ("10.0%", "2022/23")
    assert found.latest.marks == ("2023/24: suppressed",)


def test_nought_is_a_figure(workspace: Write) -> None:
    found = one(workspace, ("0/100",))
    assert (found.latest.text, found.latest.number) == ("0.0%", 0)


def test_no_figure_at_all_is_said_in_words(workspace: Write) -> None:
    nothing = lines(paper(workspace, {"framework/indicators/seen.yaml": indicator("seen")}))["seen"]
    assert (nothing.latest.text, nothing.latest.number) == ("no figure supplied", None)
    assert (nothing.status.words, nothing.status_reason) == ("Not rated", "no figure")
    assert (nothing.changing.words, nothing.expected_note) == ("No figures", "no figures")
    hidden = one(workspace, ("suppressed", "suppressed"))
    assert hidden.latest.text == "no figure supplied"


def test_later_quarters_and_later_knowledge_are_not_in_the_paper(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen")} | returned({"seen": ("40/100", "60/100")})
    before = lines(paper(workspace, files, quarter="2024-25-Q3"))["seen"]
    unknown = lines(paper(workspace, files, as_at="2025-05-09"))["seen"]
    assert (before.latest.text, before.spark) == ("40.0%", (40.0,))
    assert unknown.latest.text == "no figure supplied"


def test_marks_say_provisional_revised_and_illustrative(workspace: Write) -> None:
    value = """
        id: social-care-2024-25-q4
        agency: social-care
        period: 2024-25-Q4
        due: 2025-04-30
        received: 2025-05-01
        illustrative: true
        values:
          - id: v
            measure: seen/quarter
            numerator: 40
            denominator: 100
            status: provisional
            revisions:
              - until: 2025-05-10
                numerator: 30
                denominator: 100
                status: provisional
                reason: counted again
    """
    measures = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    illustrative: true"
    files = {
        "framework/indicators/seen.yaml": indicator("seen", measures=measures),
        "data/returns/social-care-2024-25-q4.yaml": value,
    }
    found = lines(paper(workspace, files))["seen"]
    assert found.latest.marks == ("provisional", "revised", "illustrative")
    assert found.illustrative
    assert lines(paper(workspace, files, as_at="2025-05-09"))["seen"].latest.marks == (
        "provisional",
        "illustrative",
    )


def test_a_yearly_figure_stands_apart_with_its_own_comparisons(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen", measures=YEAR_TOO), **PUBLISHED}
    found = lines(paper(workspace, files | returned({"seen": STEADY})))["seen"]
    assert found.comparisons == ()  # an annual figure is never set beside a quarter
    assert found.yearly is not None
    assert (found.yearly.figure.text, found.yearly.figure.period) == ("30.0%", "2023/24")
    england, mean, median = found.yearly.comparisons
    assert (england.text, england.result, england.in_table) == ("60.0%", "worse", True)
    assert (mean.text, mean.held, mean.asked, mean.in_table) == ("25.0%", 2, 3, True)
    assert (median.text, median.in_table) == ("25.0%", False)


def test_a_quarters_own_figure_stands_beside_a_yearly_headline(workspace: Write) -> None:
    year, _, quarter = YEAR_TOO.strip("\n").partition("  - id: year")
    measures = f"  - id: year{quarter}\n{year.rstrip()}"
    files = {"framework/indicators/seen.yaml": indicator("seen", measures=measures), **PUBLISHED}
    found = lines(paper(workspace, files | returned({"seen": STEADY})))["seen"]
    assert found.latest.period == "2023/24"
    assert [each.name for each in found.comparisons] == [
        "England",
        "Neighbours (mean)",
        "Neighbours (median)",
    ]
    assert found.yearly is None
    assert found.quarterly is not None
    assert (found.quarterly.text, found.quarterly.period[:9]) == ("50.0%", "Quarter 4")


@pytest.mark.parametrize(
    ("more", "there"),
    [
        ((), True),
        (("status: discontinued",), False),
        (("status: provisional",), True),
        (("since: 2025-03-31",), True),
        (("since: 2025-04-01",), False),
        (("until: 2025-03-31",), True),
        (("until: 2025-03-30",), False),
        (("retired:", "  on: 2025-05-20", "  reason: nobody used it"), False),
        (("retired:", "  on: 2025-05-21", "  reason: nobody used it"), True),
    ],
)
def test_only_indicators_in_use_are_in_the_paper(
    workspace: Write, more: tuple[str, ...], there: bool
) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen", *more)}
    assert ("seen" in lines(paper(workspace, files))) is there


def test_tables_keep_the_parts_of_the_journey_together_in_order(workspace: Write) -> None:
    files = {
        f"framework/indicators/{id_}.yaml": indicator(id_, "headline_at: [operational]", domain=domain)
        for id_, domain in (("b", "Plans"), ("c", "Front door"), ("a", "Plans"))
    }
    view = scorecard(replace(ask(workspace, files), by="journey"))
    assert [(group.name, [line.id for line in group.lines]) for group in view.tables] == [
        ("Front door", ["c"]),
        ("Plans", ["a", "b"]),
    ]
    assert view.annex == ()


def test_the_figure_ages_with_the_paper(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen")} | returned({"seen": ("1/2",)})
    ages = [
        lines(paper(workspace, files, as_at=day.isoformat()))["seen"].latest.age
        for day in (date(2025, 5, 10), date(2025, 5, 31), date(2026, 3, 30), date(2026, 3, 31))
    ]
    assert ages == ["1 month old", "2 months old", "11 months old", "12 months old"]
