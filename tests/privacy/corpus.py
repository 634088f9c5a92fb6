"""The corpus of tests/data/privacy: lines with what kind of personal data they hold, or "clean"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "data" / "privacy"


@cache
def lines(name: str) -> tuple[tuple[str, str], ...]:
    """Kind and text of each line of a file; a line break is written as \\n there, a tab as \\t."""
    rows = (HERE / f"{name}.tsv").read_text(encoding="utf-8").rstrip("\n").split("\n")[1:]
    return tuple(
        (kind, text.replace("\\n", "\n").replace("\\t", "\t"))
        for kind, text in (row.split("\t", 1) for row in rows)
    )
