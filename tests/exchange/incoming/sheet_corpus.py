"""Reads the files of made-up sheets: a line `=== title` begins a sheet, what follows is CSV."""

from __future__ import annotations

import csv
from pathlib import Path

from lif.exchange.incoming.sheets import Sheet

FOLDER = Path(__file__).parents[2] / "data" / "sheets"


def corpus(name: str) -> list[Sheet]:
    """Every sheet of a file."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    parts = [part.partition("\n") for part in text.split("=== ")[1:]]
    return [Sheet(title.strip(), list(csv.reader(body.splitlines()))) for title, _, body in parts]
