"""A published series on its way to the workspace: the record as YAML text, its figures as CSV text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.exchange.national.figures import Figure

HEADER = ("measure", "period", "area", "breakdown", "numerator", "denominator", "value", "status")


@dataclass(frozen=True, slots=True)
class Series:
    """One published series: what its record says, and its figures in order."""

    id: str
    title: str
    source: str
    release: str
    released_on: date | None
    file: str
    sha256: str
    mapping: str
    imported_on: date
    skipped: Mapping[str, int]
    note: str
    figures: tuple[Figure, ...]

    @property
    def record_path(self) -> str:
        """Where the record stands in the workspace."""
        return f"data/published/{self.id}.yaml"

    @property
    def csv_path(self) -> str:
        """Where the figures stand in the workspace."""
        return f"data/published/{self.id}.csv"

    def csv_text(self) -> str:
        """The figures as CSV: sorted by measure, area, breakdown and period; an empty cell has no number."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(HEADER)
        for one in self.figures:
            numbers = (_plain(one.numerator), _plain(one.denominator), _plain(one.value))
            writer.writerow((one.measure, str(one.period), one.area, one.breakdown, *numbers, one.status))
        return text.getvalue()

    def record_text(self) -> str:
        """The record as YAML, every text quoted that could be read as something else."""
        lines = [
            f"id: {self.id}",
            f"title: {_scalar(self.title)}",
            f"source: {self.source}",
            f"release: {_scalar(self.release)}",
            *([f"released_on: {self.released_on}"] if self.released_on else []),
            f"file: {_scalar(self.file)}",
            f"sha256: {self.sha256}",
            f"mapping: {self.mapping}",
            f"imported_on: {self.imported_on}",
            f"rows: {len(self.figures)}",
        ]
        if self.skipped:
            lines.append("skipped:")
            for reason, cells in sorted(self.skipped.items()):
                lines += [f"  - reason: {_scalar(reason)}", f"    cells: {cells}"]
        if self.note:
            lines += ["note: |", *(f"  {line}" if line else "" for line in self.note.splitlines())]
        return "\n".join(lines) + "\n"


def in_order(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """By measure, area, breakdown, then time."""
    return tuple(sorted(figures, key=lambda one: (one.measure, one.area, one.breakdown, one.period.sort_key)))


def slug(text: str) -> str:
    """Words of an id: lower case, hyphens for everything else."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


_SAFE = re.compile(r"[A-Za-z0-9(][A-Za-z0-9 ,.;()'%/+_-]*")


def _scalar(text: str) -> str:
    """Plain where YAML cannot misread it, else in double quotes."""
    if _SAFE.fullmatch(text) and not text.endswith(" ") and ": " not in text and " #" not in text:
        return text
    return json.dumps(text, ensure_ascii=False)


def _plain(number: Decimal | None) -> str:
    """Digits without an exponent, and without noughts at the end that a product of decimals leaves."""
    if number is None:
        return ""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
