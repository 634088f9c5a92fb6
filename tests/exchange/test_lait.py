"""LAIT's long table, as parquet and as CSV, with its dictionary."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from tests.exchange.conftest import indicator, put, rows

from lif.exchange.national.lait import read_dictionary
from lif.exchange.national.making import Outcome
from lif.exchange.national.tables import CannotRead

Importing = Callable[..., list[Outcome]]

HEAD = "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
HULL = '"Kingston Upon Hull, City of"'
TABLE = HEAD + (
    f"CP_15,NA,2024,{HULL},65.400000000000006,810.0,Yorkshire and The Humber\n"
    f"CP_15,NA,2025,{HULL},-,810.0,Yorkshire and The Humber\n"
    "CP_15,NA,2025,England,79.099999999999994,970.0,NA\n"
    "CP_15,NA,2025,London (Inner),80.5,987.0,NA\n"
    "CP_15,NA,2025 (prov),Barnsley,7.1239999999999998E-2,370.0,Yorkshire and The Humber\n"
    "CP_15,NA,0,Barnsley,12,370.0,Yorkshire and The Humber\n"
    f"Other,NA,2025,{HULL},1,810.0,Yorkshire and The Humber\n"
)
MAPPING = """\
id: lait
title: LAIT
format: lait
source: release
period: financial-year
columns:
  - measure: in-time/year
    value:
      - CP_15
"""
RECORDS = {
    "framework/import-mappings/lait.yaml": MAPPING,
    "framework/indicators/in-time.yaml": indicator("in-time", source_only="true"),
}
EXPECTED = [
    "in-time/year,2024-25,barnsley,,,,0.0712,provisional",
    "in-time/year,2024-25,england,,,,79.1,final",
    "in-time/year,2023-24,hull,,,,65.4,final",
    "in-time/year,2024-25,hull,,,,,not-available",
]


def test_as_csv(importing: Importing) -> None:
    (made,) = importing(RECORDS, {"bds.csv": TABLE}, kind="lait")
    assert rows(made) == EXPECTED
    assert made.series.skipped == {
        "rows of areas that this workspace has no record of": 1,
        "'0' is not a year label that LAIT is known to use (first: CP_15, Barnsley, 0)": 1,
    }


def test_as_parquet(importing: Importing, tmp_path: Path) -> None:
    table = put(tmp_path, "bds.csv", TABLE)
    parquet = tmp_path / "bds.parquet"
    duckdb.connect().execute(
        f'copy (select * replace (cast("LA Number" as double) as "LA Number") from '
        f"read_csv('{table}', all_varchar=true)) to '{parquet}' (format parquet)"
    )
    (made,) = importing(RECORDS, {"bds.parquet": parquet.read_bytes()}, kind="lait")
    assert rows(made) == EXPECTED


DICTIONARY = """\
Measure_code,Measure_short,Description,dps,Last Update
1,CP_15,"Two
lines",NA,45931
2,CP_15,under another topic,0,45962
3,Plans,a count,0,45931
4,Never,New,2,New Data
"""


def test_the_dictionary_gives_places_and_the_last_day_of_the_month(tmp_path: Path) -> None:
    entries = read_dictionary(put(tmp_path, "d.csv", DICTIONARY))
    assert (entries["CP_15"].places, str(entries["CP_15"].updated)) == (0, "2025-11-30")
    assert (entries["Plans"].places, str(entries["Plans"].updated)) == (0, "2025-10-31")
    assert (entries["Never"].places, entries["Never"].updated) == (2, None)


def test_measures_of_different_months_become_different_series(importing: Importing, tmp_path: Path) -> None:
    mapping = MAPPING + (
        "  - measure: plans/year\n    numerator:\n      - Plans\n    denominator:\n      - All\n"
        "    checks_against:\n      - Share\n"
    )
    records = RECORDS | {
        "framework/import-mappings/lait.yaml": mapping,
        "framework/indicators/plans.yaml": indicator("plans"),
    }
    table = TABLE + "".join(
        f"{name},NA,2025,{HULL},{value},810.0,NA\n"
        for name, value in [("Plans", 102), ("All", 108), ("Share", 80)]
    )
    made = importing(records, {"bds.csv": table}, kind="lait", dictionary=put(tmp_path, "d.csv", DICTIONARY))
    assert [(one.series.id, str(one.series.released_on)) for one in made] == [
        ("lait-2025-10", "2025-10-31"),
        ("lait-2025-11", "2025-11-30"),
    ]
    assert rows(made[0]) == ["plans/year,2024-25,hull,,102,108,,final"]
    assert made[0].differing == ("plans/year, hull, 2024-25: 102 / 108 gives 94.4; the file prints 80.",)
    assert rows(made[1])[1] == "in-time/year,2024-25,england,,,,79,final"
    assert made[1].series.note.startswith(
        "LAIT's dictionary says that these measures were last updated in November"
    )


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("bds.csv", TABLE + f"CP_15,NA,2024,{HULL},70,810,NA\n", "two values for hull, 2023-24: 65.4 and 70"),
        ("bds.csv", TABLE.replace("CP_15", "Gone"), "none of the measures .* named 'CP_15'"),
        ("bds.csv", "a,b\n1,2\n", "the header has no column Short Desc, Years"),
        ("bds.parquet", "not parquet", "not a parquet file, or it is cut off"),
        ("bds.parquet", "", "not a parquet file"),
    ],
)
def test_what_is_not_lait(importing: Importing, name: str, text: str, words: str) -> None:
    with pytest.raises(CannotRead, match=words):
        importing(RECORDS, {name: text}, kind="lait")


def test_another_parquet_file(importing: Importing, tmp_path: Path) -> None:
    parquet = tmp_path / "other.parquet"
    duckdb.connect().execute(f"copy (select 1 as one) to '{parquet}' (format parquet)")
    with pytest.raises(CannotRead, match="the file has no column 'Short Desc'"):
        importing(RECORDS, {"bds.parquet": parquet.read_bytes()}, kind="lait")
