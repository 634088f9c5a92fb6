"""Targets that moved, and indicators that came, went or were defined anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.small_board import indicator
from tests.views.changes.two_states import between, by_dates

from lif.views.changes.targets import indicator_changes, target_changes

PATH = "framework/indicators/visits.yaml"


def aimed(*targets: str) -> dict[str, str]:
    return {PATH: indicator("visits", "targets:", *targets) if targets else indicator("visits")}


def target(id_: str, value: str, since: str = "2024-04-01", more: str = "") -> str:
    return f"  - id: {id_}\n    value: {value}\n    basis: target-now\n    since: {since}{more}"


def moved(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str]]:
    return [(one.was, one.now) for one in target_changes(between(tmp_path, before, after))]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((), (target("a", "85"),), [("none", "at least 85.0%")]),
        ((target("a", "85"),), (), [("at least 85.0%", "taken away")]),
        ((target("a", "85"),), (target("a", "80"),), [("at least 85.0%", "at least 80.0%")]),
        ((target("a", "85"),), (target("a", "85"),), []),
        (
            (target("a", "85"),),
            (target("a", "85", more="\n    until: 2025-03-31"), target("b", "90", "2025-04-01")),
            [("at least 85.0%", "at least 90.0%")],
        ),
        (
            (target("a", "85"),),
            (target("a", "85", more="\n    tolerance: 5"),),
            [
                (
                    "at least 85.0% from 2024-04-01, by target now",
                    "at least 85.0% from 2024-04-01, amber within 5 points, by target now",
                )
            ],
        ),
    ],
    ids=["set", "taken away", "moved", "same", "followed", "terms"],
)
def test_a_target(
    tmp_path: Path, before: tuple[str, ...], after: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    assert moved(tmp_path, aimed(*before), aimed(*after)) == told


def test_a_target_that_moved_says_since_when_and_who_set_it(tmp_path: Path) -> None:
    by = target("a", "80", more="\n    set_by: working-board")
    (one,) = target_changes(between(tmp_path, aimed(target("a", "85")), aimed(by)))
    assert (one.name, one.since, one.set_by) == ("Visits", date(2024, 4, 1), "Working board")


def test_by_dates_alone_a_target_that_began_to_apply_is_told(tmp_path: Path) -> None:
    both = aimed(target("a", "85"), target("b", "90", "2025-04-01"))
    (one,) = target_changes(by_dates(tmp_path, both))
    assert (one.was, one.now) == ("at least 85.0%", "at least 90.0%")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, aimed(), [("added", "")]),
        (aimed(), {PATH: ""}, [("taken-away", "")]),
        (
            aimed(),
            {PATH: indicator("visits", "retired:", "  on: 2025-05-01", "  reason: Nobody used it.")},
            [("retired", "Nobody used it.")],
        ),
        (aimed(), {PATH: indicator("visits", "status: discontinued")}, [("discontinued", "")]),
        (
            aimed(),
            {PATH: indicator("visits", numerator="those that did in time")},
            [("defined-anew", "numerator")],
        ),
        (aimed(), {PATH: indicator("visits", name="Visits in time")}, []),
        (aimed(), {}, []),
    ],
    ids=["added", "deleted", "retired", "discontinued", "defined anew", "renamed", "same"],
)
def test_an_indicator(
    tmp_path: Path, before: dict[str, str], after: dict[str, str], told: list[tuple[str, str]]
) -> None:
    found = indicator_changes(between(tmp_path, before, after))
    assert [(one.fate, one.why) for one in found] == told
