"""The tables that come with lif: what a new board begins with, and everybody's neighbours."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of a table by its name, each with every column as text."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def neighbours(model: str, code: str) -> tuple[str, ...]:
    """The three-digit numbers of an area's statistical neighbours in a model, nearest first.

    None where the model has no such area: one that is younger than the model.
    """
    found = (row["neighbours"] for row in rows("neighbours") if (row["model"], row["area"]) == (model, code))
    return tuple(next(found, "").split())
