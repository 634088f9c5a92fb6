"""A made-up national file in the layout of LAIT's database, as large as the real one: 640,000 rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from itertools import islice, product
from pathlib import Path
from random import Random

import duckdb

from lif.records.references import Area, ImportMapping
from lif.workspace import Workspace

ROWS = 640_000
YEARS = range(2016, 2026)
MAPPING = "lait-snapshots"
HEAD = ("Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region")


def write(workspace: Path, folder: Path) -> tuple[Path, Path]:
    """Write the file as CSV and as parquet, for the areas and one mapping of a workspace."""
    register = Workspace.load(workspace, date(2025, 12, 10)).register
    mapping = register.record(ImportMapping, MAPPING)
    wanted = [name for one in mapping.columns for name in (*one.numerator, *one.denominator, *one.value)]
    places = [(area.name, area.old_code) for area in register.all(Area) if area.old_code]
    places += [(f"Elsewhere {number:03d}", str(2000 + number)) for number in range(170 - len(places))]
    names = [*wanted, *(f"Other{number:03d}" for number in range(434 - len(wanted)))]
    as_csv, as_parquet = folder / "bds_long_bench.csv", folder / "bds_long_bench.parquet"
    with as_csv.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        writer.writerows(islice(rows(names, places), ROWS))
    with duckdb.connect() as base:
        read = "read_csv(?, all_varchar = true, header = true)"
        target = str(as_parquet).replace("'", "''")
        base.execute(f"copy (select * from {read}) to '{target}' (format parquet)", [str(as_csv)])
    return as_csv, as_parquet


def rows(names: list[str], places: list[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Each measure, year and place with a figure; now and then a symbol in its place, as published."""
    random = Random(7)
    for name, year, (place, number) in product(names, YEARS, places):
        figure = (
            ("c", "x", "z")[random.randrange(3)] if random.random() < 0.01 else str(random.randrange(5, 900))
        )
        yield name, f"About {name}", str(year), place, figure, number, "Some Region"
