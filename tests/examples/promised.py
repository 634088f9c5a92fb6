"""What a source promises, statement by statement, as it was listed by reading the source."""

from __future__ import annotations

import csv
from pathlib import Path

PROMISES = Path(__file__).resolve().parents[1] / "data" / "promises"


def listed(board: str) -> list[dict[str, str]]:
    """The rows of the board's list: paragraph, number in the paragraph, gist, address of the record."""
    with (PROMISES / f"{board}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
