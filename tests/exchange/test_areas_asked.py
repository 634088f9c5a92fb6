"""Which areas, years and measures of a file are taken: those compared with, the others, or all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.conftest import Files, indicator, put, rows
from tests.exchange.test_command import RECORDS, importing, published
from tests.exchange.test_ees import BARNSLEY, ENGLAND, HEAD, HULL, MAPPING, REPEAT, Importing

from lif.exchange.national.tables import CannotRead

NEAR = {
    "framework/neighbour-sets/near.yaml": """\
id: near
area: hull
model: "2025"
since: 2025-01-01
neighbours:
  - old-dorset
"""
}
FILE = f"{HEAD}plans,again\n{HULL}149,31\n{BARNSLEY}200,20\n{ENGLAND}64390,14550\n"
OURS = [
    "repeat-plans/year,2024-25,england,,14550,64390,,final",
    "repeat-plans/year,2024-25,hull,,31,149,,final",
]
THEIRS = ["repeat-plans/year,2024-25,barnsley,,20,200,,final"]


@pytest.mark.parametrize(
    ("which", "expected"),
    [("compared", OURS), ("others", THEIRS), ("all", sorted(OURS + THEIRS))],
)
def test_areas(importing: Importing, which: str, expected: list[str]) -> None:
    (made,) = importing({**REPEAT, **NEAR}, {"d.csv": FILE}, areas=which)
    assert sorted(rows(made)) == expected


def test_a_workspace_without_neighbours_compares_with_all_that_it_knows(importing: Importing) -> None:
    (made,) = importing(REPEAT, {"d.csv": FILE})
    assert sorted(rows(made)) == sorted(OURS + THEIRS)


def test_the_others_stand_in_a_series_of_their_own(importing: Importing) -> None:
    (made,) = importing({**REPEAT, **NEAR}, {"d.csv": FILE}, areas="others")
    assert (made.series.id, made.series.title) == (
        "plans-2025-other-authorities",
        "Plans, other local authorities",
    )
    assert made.series.skipped == {
        "rows of areas that are no other local authority, or of which there is no record": 2
    }


def test_only_the_latest_year_that_has_a_figure(importing: Importing) -> None:
    before = HULL.replace("2025,", "2024,", 1)
    after = HULL.replace("2025,", "2026,", 1)
    file = f"{HEAD}plans,again\n{before}258,72\n{HULL}149,31\n{BARNSLEY}c,c\n{after}x,x\n"
    (made,) = importing(REPEAT, {"d.csv": file}, latest=True)
    assert rows(made) == [
        "repeat-plans/year,2024-25,barnsley,,,,,suppressed",
        "repeat-plans/year,2024-25,hull,,31,149,,final",
    ]
    (made,) = importing(REPEAT, {"e.csv": file}, latest=True, until=2024)
    assert rows(made) == ["repeat-plans/year,2023-24,hull,,72,258,,final"]


TWO = MAPPING + "  - measure: plans-started/year\n    numerator:\n      - plans\n"


def test_only_the_measures_that_are_named(importing: Importing) -> None:
    records = {
        **REPEAT,
        "framework/import-mappings/plans.yaml": TWO,
        "framework/indicators/plans-started.yaml": indicator("plans-started", "count"),
    }
    assert len(rows(importing(records, {"d.csv": FILE})[0])) == 6
    (made,) = importing(records, {"e.csv": FILE}, measures=("plans-started/year",))
    assert {row.partition(",")[0] for row in rows(made)} == {"plans-started/year"}
    with pytest.raises(CannotRead, match="no import mapping feeds a measure 'plans/year'"):
        importing(records, {"f.csv": FILE}, measures=("plans/year",))


def test_a_numerator_whose_denominator_is_hidden_is_no_figure(importing: Importing) -> None:
    (made,) = importing(REPEAT, {"d.csv": f"{HEAD}plans,again\n{HULL}c,0\n{BARNSLEY}0,0\n"})
    assert rows(made) == [
        "repeat-plans/year,2024-25,barnsley,,0,0,,not-applicable",
        "repeat-plans/year,2024-25,hull,,,,,suppressed",
    ]


def test_as_it_is_typed(
    board: Callable[[Files], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = board({**RECORDS, **NEAR, "framework/import-mappings/plans.yaml": MAPPING})
    path = put(tmp_path, "d.csv", FILE)
    asked = ("--areas", "others", "--latest", "--measures", "repeat-plans/year")
    assert importing(root, path) == importing(root, path, *asked) == 0
    assert [name for name in published(root) if name.endswith(".csv")] == [
        "plans-2025-other-authorities.csv",
        "plans-2025.csv",
    ]
    capsys.readouterr()
    assert importing(root, path, "--areas", "near") == 2
    assert "--areas near: write compared, others, all" in capsys.readouterr().err


def test_years_that_end_earlier_are_left_out_and_the_record_says_so(importing: Importing) -> None:
    before = HULL.replace("2025,", "2024,", 1)
    file = f"{HEAD}plans,again\n{before}258,72\n{HULL}149,31\n"
    (made,) = importing(REPEAT, {"f.csv": file}, since=2025)
    assert rows(made) == ["repeat-plans/year,2024-25,hull,,31,149,,final"]
    assert "Years that end before 2025 were left out." in made.series.note
