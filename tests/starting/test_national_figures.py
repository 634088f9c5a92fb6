"""The figures of every authority that stand beside the code: all of them, of every area, and small."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from lif.records.figures import PublishedSeries
from lif.records.references import Area
from lif.register import Register
from lif.starting.figures import NATIONAL
from lif.starting.tables import rows
from lif.workspace import Workspace

MOST_BYTES = 3_500_000


@cache
def figures() -> Register:
    return Workspace.load(NATIONAL, date(2026, 12, 1), checks=()).register


@cache
def areas_of() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for series in figures().all(PublishedSeries):
        for row in figures().rows(series):
            found.setdefault(row.measure.partition("/")[0], set()).add(row.area)
    return found


def test_each_indicator_of_a_new_board_has_figures() -> None:
    assert set(areas_of()) == {row["id"] for row in rows("indicators")}


def test_every_authority_region_and_england_has_a_population() -> None:
    standing = {area.id for area in figures().all(Area) if not area.until}
    assert len(standing) == 153 + 9 + 1
    assert standing - areas_of()["population-0-17"] == set()


@pytest.mark.parametrize("indicator", sorted({row["id"] for row in rows("indicators")}))
def test_nearly_every_authority_has_figures(indicator: str) -> None:
    """City of London, the Isles of Scilly and counties that are new can be without."""
    authorities = {
        area.id for area in figures().all(Area) if area.sort == "local-authority" and not area.until
    }
    assert len(authorities & areas_of()[indicator]) >= 146


def test_each_series_says_where_it_comes_from() -> None:
    for series in figures().all(PublishedSeries):
        assert series.released_on and len(series.sha256) == 64 and series.file


def test_they_are_small_enough_to_stand_beside_the_code() -> None:
    assert sum(path.stat().st_size for path in NATIONAL.rglob("*") if path.is_file()) < MOST_BYTES
