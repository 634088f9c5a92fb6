"""Makes the table of statistical neighbours that `lif init` reads, from a file with a row for each neighbour.

    python scripts/neighbours_table.py FILE > src/lif/starting/neighbours.csv

The file has the columns model, old_la_code, rank and sn_old_la_code: the Department for Education's model of
2025 and the groupings of April 2021, each area by its three-digit number. Rows that are no area (a second
header that was read as one) are left out; areas that are no more stay, since they were neighbours then.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path


def table(source: Path) -> list[tuple[str, str, str]]:
    """Model, area and its neighbours, nearest first, in the order of model and area."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    with source.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            area, neighbour = row["old_la_code"], row["sn_old_la_code"]
            if all(len(code) == 3 and code.isdecimal() for code in (area, neighbour)):
                found[row["model"], area].append((int(row["rank"]), neighbour))
    return [
        (model, area, " ".join(code for _, code in sorted(near))) for (model, area), near in found.items()
    ]


def main(words: list[str]) -> int:
    """Prints the table as CSV."""
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("model", "area", "neighbours"))
    writer.writerows(sorted(table(Path(words[0]))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
