"""Control charts agree with the health service's reference package, but for two departures listed by name."""

from __future__ import annotations

from datetime import date

import pytest
from tests.measures.vectors import Case, agree, spc_cases

from lif.measures.points import Point
from lif.measures.variation import Assurance, ControlChart, Improvement, Variation, control_chart

# A constant series has no limits and "no variation", whether or not moving ranges are screened.
CONSTANT = {"constant-20"}
# Screening would leave only moving ranges of nought: the unscreened ones are used.
COLLAPSED = {"constant-last-blip-14"}

CASES = {case["id"]: case for case in spc_cases()}
RUNS = [(name, screening) for name in CASES for screening in (True, False)]


def chart(case: Case, screening: bool) -> ControlChart:
    given = case["input"]
    return control_chart(
        [
            Point(date.fromisoformat(day), value)
            for day, value in zip(given["dates"], given["values"], strict=True)
        ],
        improvement=Improvement(given["improvement_direction"]),
        target=given["target"],
        step_changes=[date.fromisoformat(day) for day in given["rebase"]],
        fix_after=given["fix_after_n_points"],
        screening=screening,
    )


def expected(case: Case, screening: bool) -> Case:
    runs = case.get("expected_missing_rows_dropped") or case["expected"]
    found: Case = runs[f"screen_outliers_{'true' if screening else 'false'}"]
    return found


def check_phases(ours: ControlChart, theirs: Case) -> None:
    assert len(ours.phases) == len(theirs["segments"])
    for phase, segment in zip(ours.phases, theirs["segments"], strict=True):
        assert (phase.number, phase.start.isoformat(), phase.end.isoformat(), phase.n, phase.short) == (
            segment["rebase_group"],
            segment["start"],
            segment["end"],
            segment["n"],
            segment["short_group_warning"],
        )
        limits = phase.limits
        pairs = {
            "mean": phase.mean,
            "amr": phase.mean_range,
            "lpl": limits.lower if limits else None,
            "upl": limits.upper if limits else None,
            "near_lpl": limits.near_lower if limits else None,
            "near_upl": limits.near_upper if limits else None,
        }
        assert {name for name, number in pairs.items() if not agree(number, segment[name])} == set()


def check_points(ours: ControlChart, theirs: Case) -> None:
    points = theirs["points"]
    assert [point.day.isoformat() for point in ours.points] == points["date"]
    assert [point.value for point in ours.points] == points["value"]
    assert [point.phase for point in ours.points] == points["rebase_group"]
    assert [point.side for point in ours.points] == points["relative_to_mean"]
    assert [point.outside for point in ours.points] == points["outside_limits"]
    assert [point.near for point in ours.points] == points["near_limits"]
    assert [point.special for point in ours.points] == points["special_cause_flag"]
    assert [point.cause.value for point in ours.points] == points["special_cause_type"]
    assert [point.judgement.value for point in ours.points] == points["short_name"]
    for point, used in zip(ours.points, points["moving_range_used"], strict=True):
        assert agree(point.moving_range, used)


def check_icons(ours: ControlChart, theirs: Case) -> None:
    assert ours.variation.value == theirs["variation_icon"]
    assert (ours.assurance.value if ours.assurance else None) == theirs["assurance_icon"]
    assert ours.any_short == theirs["warning"]
    assert ours.latest.judgement.value == theirs["latest"]["short_name"]
    assert ours.latest.cause.value == theirs["latest"]["special_cause_type"]


@pytest.mark.parametrize(("name", "screening"), [run for run in RUNS if run[0] not in CONSTANT])
def test_agrees_with_the_reference_package(name: str, screening: bool) -> None:
    case = CASES[name]
    theirs = expected(case, screening and name not in COLLAPSED)
    if theirs["status"] == "error":
        with pytest.raises(ValueError, match=r"^\d{4}-\d\d-\d\d has two values|^the baseline is fixed after"):
            chart(case, screening)
        return
    ours = chart(case, screening)
    check_phases(ours, theirs)
    check_points(ours, theirs)
    check_icons(ours, theirs)


@pytest.mark.parametrize("name", sorted(CONSTANT))
@pytest.mark.parametrize("screening", [True, False])
def test_a_constant_series_has_no_limits_and_no_variation(name: str, screening: bool) -> None:
    ours = chart(CASES[name], screening)
    assert ours.no_variation
    assert ours.phases[0].limits is None
    assert not ours.firm
    assert (ours.variation, ours.assurance) == (Variation.COMMON_CAUSE, Assurance.INCONSISTENT)
    assert not any(point.special for point in ours.points)


def test_the_departures_are_needed() -> None:
    """Each name is a real case in which the package's own answer is not ours."""
    for name in CONSTANT:
        theirs = expected(CASES[name], screening=False)["segments"][0]
        assert theirs["lpl"] == theirs["upl"]
    for name in COLLAPSED:
        theirs = expected(CASES[name], screening=True)
        assert all(theirs["points"]["special_cause_flag"])


@pytest.mark.parametrize("name", [n for n, c in CASES.items() if c.get("second_opinion_qicharts2")])
def test_another_package_finds_the_same_points_outside(name: str) -> None:
    if name in CONSTANT:
        return
    theirs = CASES[name]["second_opinion_qicharts2"]["i_unscreened"]["sigma_signal"]
    assert [point.outside for point in chart(CASES[name], screening=False).points] == theirs
