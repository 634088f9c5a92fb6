"""A colour by each basis: a benchmark, a profile, a person's judgement; ends to the hair; the dead band."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.folders import Write
from tests.measures.test_judged import judge, target

from lif.calendars import Period, financial_year, month, quarter, year_to_date
from lif.measures.aims import aim_for
from lif.measures.judged import Judged
from lif.measures.rounding import exact, rounded_beside
from lif.measures.status import Basis, Polarity, Status, ToleranceKind, target_for
from lif.measures.travel import Arrow, Meaning
from lif.views import signs

BENCHMARK = """
    - id: of-england
      name: England
      sort: england
      area: england
      values:
        - measure: seen/quarter
          period: {period}
          value: {value}
          release: "2024"
"""


def beside(
    workspace: Write, parts: str, value: str, *lines: str, period: str = "2024-25-Q4", **fields: Any
) -> Judged:
    files = {"data/benchmarks.yaml": BENCHMARK.format(period=period, value=value)}
    aim = target("benchmark: of-england", *lines, basis="benchmark")
    return judge(workspace, [parts], "targets:", aim, files=files, **fields)


@pytest.mark.parametrize(
    ("polarity", "parts", "status"),
    [
        ("high", "80/100", Status.GREEN),
        ("high", "79/100", Status.AMBER),
        ("high", "77/100", Status.RED),
        ("low", "80/100", Status.GREEN),
        ("low", "82/100", Status.AMBER),
        ("low", "83/100", Status.RED),
    ],
)
def test_the_target_can_be_a_benchmarks_figure_for_the_same_period(
    workspace: Write, polarity: str, parts: str, status: Status
) -> None:
    found = beside(workspace, parts, "80", "tolerance: 2", polarity=polarity)
    assert (found.rating.status, found.rating.basis) == (status, Basis.BENCHMARK)
    assert found.aim is not None
    assert found.aim.beside is not None
    assert found.aim.beside.benchmark.name == "England"


def test_a_benchmark_without_a_figure_for_the_period_gives_no_colour(workspace: Write) -> None:
    found = beside(workspace, "80/100", "80", period="2024-25-Q3")
    assert (found.rating.status, found.rating.reason) == (
        Status.NOT_RATED,
        "the benchmark has no figure for the period",
    )


def test_by_significance_the_benchmark_can_be_named_too(workspace: Write) -> None:
    files = {"data/benchmarks.yaml": BENCHMARK.format(period="2024-25-Q4", value="80")}
    aim = target("benchmark: of-england", basis="significance")
    found = judge(workspace, ["30/100"], "targets:", aim, files=files)
    assert (found.rating.status, found.rating.basis) == (Status.RED, Basis.SIGNIFICANCE)


PROFILE = ("profile:", "  q1: 20", "  q2: 40", "  q3: 60", "  q4: 80")


@pytest.mark.parametrize(("number", "aim"), [(1, 20), (2, 40), (3, 60), (4, 80)])
def test_a_profile_speaks_of_the_ends_of_quarters(workspace: Write, number: int, aim: int) -> None:
    found = judge(
        workspace,
        ["50/100"],
        "targets:",
        target(*PROFILE, basis="in-year-profile"),
        last=quarter(2024, number),
    )
    assert found.aim is not None and found.aim.number == aim


JUDGEMENT = """
    id: {id}
    measure: seen/quarter
    period: {period}
    status: {status}
    reason: |
      Half of them had to wait.
    judged_by: head-of-care
    on: {on}
"""


def judgement(id_: str = "first", period: str = "2024-25-Q4", status: str = "amber", on: str = "2025-05-02"):  # type: ignore[no-untyped-def]
    text = JUDGEMENT.format(id=id_, period=period, status=status, on=on)
    return {f"data/status-judgements/{id_}.yaml": text}


JUDGED = ("targets:", target(basis="professional-judgement"))


def test_the_colour_is_the_persons(workspace: Write) -> None:
    found = judge(workspace, ["99/100"], *JUDGED, files=judgement(status="red")).rating
    assert (found.status, found.basis) == (Status.RED, Basis.PROFESSIONAL_JUDGEMENT)
    assert signs.rated(judge(workspace, ["99/100"], *JUDGED)).words == "Red: by judgement"


@pytest.mark.parametrize(
    "files", [{}, judgement(period="2024-25-Q3"), judgement(on="2025-07-01")], ids=["none", "period", "later"]
)
def test_a_judgement_of_another_period_or_of_later_is_none(workspace: Write, files: dict[str, str]) -> None:
    found = judge(workspace, ["99/100"], *JUDGED, files=files).rating
    assert (found.status, found.reason) == (Status.NOT_RATED, "professional judgement not yet recorded")


def test_of_two_judgements_the_later_counts(workspace: Write) -> None:
    files = judgement("first", status="red") | judgement("second", status="green", on="2025-05-03")
    assert judge(workspace, ["99/100"], *JUDGED, files=files).rating.status is Status.GREEN


def test_the_least_denominator_holds_for_people_too(workspace: Write) -> None:
    found = judge(workspace, ["9/29"], "minimum_for_rag: 30", *JUDGED, files=judgement()).rating
    assert (found.status, found.reason) == (Status.NOT_RATED, "fewer than 30 in the denominator")


@pytest.mark.parametrize(
    ("parts", "lines", "arrow"),
    [
        (("50/100", "52/100"), ("dead_band: 2",), Arrow.LEVEL),
        (("50/100", "521/1000"), ("dead_band: 2",), Arrow.UP),
        (("50/100", "47/100"), ("dead_band: 2",), Arrow.DOWN),
        (("50/100", "55/100"), ("dead_band: 10", "dead_band_kind: relative"), Arrow.LEVEL),
        (("50/100", "551/1000"), ("dead_band: 10", "dead_band_kind: relative"), Arrow.UP),
        (("50/100", "501/1000"), (), Arrow.UP),
    ],
)
def test_an_indicator_sets_its_dead_band(
    workspace: Write, parts: tuple[str, ...], lines: tuple[str, ...], arrow: Arrow
) -> None:
    found = judge(workspace, parts, *lines).travel
    assert found is not None
    assert found.arrow is arrow
    assert (found.meaning is Meaning.SAME) == (arrow is Arrow.LEVEL)


# On the exact end, with decimal figures.

DECIMALS = st.decimals(min_value=Decimal("-500"), max_value=Decimal("500"), places=3)
SLACKS = st.decimals(min_value=Decimal("0"), max_value=Decimal("50"), places=3)
HAIR = exact(Decimal("0.0000001"))


@given(aim=DECIMALS, slack=SLACKS, high=st.booleans())
def test_on_an_end_it_is_the_better_colour_and_a_hair_beyond_the_worse(
    aim: Decimal, slack: Decimal, high: bool
) -> None:
    found = target_for(Polarity.HIGH if high else Polarity.LOW, aim, tolerance=slack)
    assert found is not None
    worse = -HAIR if high else HAIR
    away = -exact(slack) if high else exact(slack)
    assert found.judge(aim) is Status.GREEN
    assert found.judge(exact(aim) + worse) is (Status.AMBER if slack > 0 else Status.RED)
    assert found.judge(exact(aim) + away) is (Status.AMBER if slack > 0 else Status.GREEN)
    assert found.judge(exact(aim) + away + worse) is Status.RED


@given(low=DECIMALS, width=SLACKS, slack=SLACKS)
def test_both_ends_of_a_band_belong_to_it_and_have_their_tolerance(
    low: Decimal, width: Decimal, slack: Decimal
) -> None:
    high = low + width
    found = target_for(Polarity.BAND, band=(low, high), tolerance=slack)
    assert found is not None
    for end, out in ((exact(low), -1), (exact(high), 1)):
        assert found.judge(end) is Status.GREEN
        assert found.judge(end + out * exact(slack)) is (Status.AMBER if slack else Status.GREEN)
        assert found.judge(end + out * (exact(slack) + HAIR)) is Status.RED


@given(aim=DECIMALS, share=st.decimals(min_value=Decimal("0"), max_value=Decimal("100"), places=2))
def test_a_share_of_the_target_is_counted_exactly(aim: Decimal, share: Decimal) -> None:
    found = target_for(Polarity.HIGH, aim, tolerance=share, kind=ToleranceKind.RELATIVE)
    assert found is not None
    edge = exact(aim) - abs(exact(aim)) * exact(share) / 100
    assert found.judge(edge) is (Status.GREEN if edge == aim else Status.AMBER)
    assert found.judge(edge - HAIR) is Status.RED


@given(
    aim=DECIMALS,
    slack=SLACKS,
    figure=DECIMALS,
    places=st.integers(0, 2),
    polarity=st.sampled_from(["high", "low"]),
)
def test_what_is_shown_is_judged_as_what_is(
    aim: Decimal, slack: Decimal, figure: Decimal, places: int, polarity: str
) -> None:
    found = target_for(Polarity(polarity), aim, tolerance=slack)
    assert found is not None
    assert found.judge(rounded_beside(figure, places, found.judge)) is found.judge(figure)


@pytest.mark.parametrize(
    ("period", "aim"),
    [
        (month(2024, 5), None),
        (month(2024, 6), 20),
        (month(2024, 12), 60),
        (month(2025, 3), 80),
        (month(2025, 2), None),
        (year_to_date(financial_year(2024), 9), 40),
        (year_to_date(financial_year(2024), 10), None),
        (financial_year(2024), 80),
    ],
    ids=str,
)
def test_a_profile_holds_for_every_period_that_ends_with_a_quarter(
    workspace: Write, period: Period, aim: int | None
) -> None:
    series = judge(workspace, ["50/100"], "targets:", target(*PROFILE, basis="in-year-profile")).series
    found = aim_for(series, period)
    assert found is not None
    assert found.number == aim
    assert bool(found.reason) == (aim is None)
