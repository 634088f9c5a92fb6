"""Where a check has to judge: what is far, what has no end, what is the same name, what a slip meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pytest
from tests.checks.anyshire import ANYSHIRE, printed, write

from lif.checks.nearest import NearestId

SUPERVISION = "data/actions/act-2024-supervision.yaml"
TEXT = "  Each team manager holds supervision once a month, and writes down what was agreed.\n"


def codes(lines: Sequence[str]) -> list[str]:
    return [line.split(" ")[2] for line in lines]


@pytest.mark.parametrize(
    "text",
    [
        "Ongoing.",
        "Ongoing training of all teams.",
        "On-going monitoring of the front door.",
        "Continue to remind schools.",
        "Training is ongoing.",
        "Managers look at this on an ongoing basis.",
        "Teams are reminded as and when required.",
        "Advice is given as needed.",
        "Case files are checked continuously.",
        "This goes on until further notice.",
        "Supervision: business as usual.",
        "Agree the form. Then ongoing review by managers.",
    ],
)
def test_what_has_no_end_is_told(text: str, tmp_path: Path) -> None:
    changed = {SUPERVISION: ANYSHIRE[SUPERVISION].replace(TEXT, f"  {text}\n")}
    assert codes(printed(write(tmp_path, changed=changed))) == ["A105"]


@pytest.mark.parametrize(
    "text",
    [
        "Ask about ongoing harm in every case.",
        "Audit ten ongoing cases and report to the group.",
        "Write the procedure that Good Guidance 2023 asks for, as required by chapter 4.",
        "Ongoing cases are read by two managers.",
        "Tell parents about the ongoing criminal case.",
        "Ongoing training until March 2026, for every team.",
        "Continuous professional hours are counted for each worker.",
        "Managers continue the pilot for six months and report.",
        "List the posts that are needed.",
    ],
)
def test_what_has_an_end_or_is_about_a_case_is_let_be(text: str, tmp_path: Path) -> None:
    changed = {SUPERVISION: ANYSHIRE[SUPERVISION].replace(TEXT, f"  {text}\n")}
    assert printed(write(tmp_path, changed=changed)) == []


def returns(*numerators: int) -> dict[str, str]:
    """The council's returns of one count a quarter, from 2024-25-Q1 on."""
    indicator = ANYSHIRE["framework/indicators/visits-in-time.yaml"]
    indicator = indicator.replace("denominator: first visits\n", "").replace("unit: percent", "unit: count")
    indicator = indicator.replace("roll_up: weighted", "roll_up: sum").replace("    tolerance: 5\n", "")
    files = {"framework/indicators/visits-in-time.yaml": indicator}
    days = ("2024-07-28", "2024-10-28", "2025-01-28", "2025-03-31")
    schedule = ANYSHIRE["framework/return-schedules.yaml"].replace("2024-25-Q2", "2024-25-Q1")
    files["framework/return-schedules.yaml"] = schedule
    for number, (numerator, day) in enumerate(zip(numerators, days, strict=False), 1):
        files[f"data/returns/council-2024-25-q{number}.yaml"] = (
            f"id: council-2024-25-q{number}\nagency: council\nperiod: 2024-25-Q{number}\ndue: {day}\n"
            f"received: {day}\nvalues:\n  - id: visits\n    measure: visits-in-time/quarter\n"
            f"    numerator: {numerator}\n"
        )
    return files


@pytest.mark.parametrize(
    ("numerators", "told"),
    [
        ((41, 45, 47), []),
        ((41, 410, 44), ["council-2024-25-q2"]),
        ((410, 41, 400), ["council-2024-25-q2"]),
        ((41, 410, 420), ["council-2024-25-q2"]),
        ((1, 12, 2), []),
        ((0, 45, 0), []),
        ((5, 39, 41), []),
        ((5, 40, 41), ["council-2024-25-q2"]),
    ],
)
def test_a_figure_ten_times_the_last_is_told_once(
    numerators: tuple[int, ...], told: list[str], tmp_path: Path
) -> None:
    lines = [line for line in printed(write(tmp_path, changed=returns(*numerators))) if " F120 " in line]
    assert [line.partition(".yaml")[0].rpartition("/")[2] for line in lines] == told


def test_a_change_of_definition_explains_a_jump(tmp_path: Path) -> None:
    files = returns(41, 410, 420)
    files["framework/series-breaks.yaml"] = (
        "- id: all-visits\n  measure: visits-in-time/quarter\n  period: 2024-25-Q2\n"
        "  reason: |\n    All visits are counted, not the first.\n"
    )
    assert printed(write(tmp_path, changed=files)) == []


def test_an_agency_may_take_the_name_of_one_that_ended(tmp_path: Path) -> None:
    agencies = ANYSHIRE["framework/agencies.yaml"].replace(
        "Anyshire Integrated Care Board", "Anyshire Clinical Commissioning Group"
    )
    assert printed(write(tmp_path, changed={"framework/agencies.yaml": agencies})) == []


def test_an_edition_named_in_words_is_held_to_its_dates(tmp_path: Path) -> None:
    review = ANYSHIRE["data/reviews/review-r2024-1.yaml"]
    said = review + "scale_reason: |\n  A small review, as in Good Guidance (2018) and Good Guidance 2024.\n"
    lines = printed(write(tmp_path, changed={"data/reviews/review-r2024-1.yaml": said}))
    assert codes(lines) == ["E103", "E104"]


def test_a_year_before_the_first_edition_that_is_known_is_let_be(tmp_path: Path) -> None:
    review = ANYSHIRE["data/reviews/review-r2024-1.yaml"]
    said = review + "scale_reason: |\n  Good Guidance 2010 did not know small reviews.\n"
    assert printed(write(tmp_path, changed={"data/reviews/review-r2024-1.yaml": said})) == []


def test_links_into_a_list_that_cannot_be_read_are_not_told(tmp_path: Path) -> None:
    roles = ANYSHIRE["framework/roles.yaml"].replace("- id: help-lead", "<<<<<<< HEAD\n- id: help-lead")
    assert codes(printed(write(tmp_path, changed={"framework/roles.yaml": roles}))) == ["R213"]


def test_two_circles_are_told_once_each(tmp_path: Path) -> None:
    themes = "".join(
        f"- id: {one}\n  name: {one}\n  part_of: {other}\n"
        for one, other in (("aa", "bb"), ("bb", "aa"), ("cc", "dd"), ("dd", "ee"), ("ee", "cc"), ("ff", "aa"))
    )
    changed = {"framework/themes.yaml": ANYSHIRE["framework/themes.yaml"] + themes}
    lines = [line for line in printed(write(tmp_path, changed=changed)) if " L105 " in line]
    assert [line.partition("circle: ")[2].partition(" (")[0] for line in lines] == [
        "'aa' to 'bb' to 'aa'",
        "'cc' to 'dd' to 'ee' to 'cc'",
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chair-neglct", "chair-neglect"),
        ("chair-of-neglect", "chair-neglect"),
        ("act-00312-visit", "act-00312-visits"),
        ("Chair-Neglect", "chair-neglect"),
        ("zzz", ""),
    ],
)
def test_the_nearest_id_is_found_among_many(typed: str, meant: str) -> None:
    many = [f"act-{number:05d}-visits" for number in range(3000)]
    assert NearestId([*many, "chair-neglect", "chair-health"])(typed) == meant


def test_many_broken_links_among_many_records_take_no_time() -> None:
    nearest = NearestId(f"act-{number:05d}-visits-{number % 7}" for number in range(5000))
    began = process_time()
    for number in range(500):
        nearest(f"act-{number:05d}-vists-{number % 7}")
    assert process_time() - began < 2.5
