"""The page of the benchmarks, from what was found."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

HEAD = Path(__file__).with_name("head.md")


def write_page(found: dict[str, Any]) -> str:
    """The page in Markdown."""
    text = HEAD.read_text(encoding="utf-8").format(**found)
    if found["missing"]:
        text += f"\nNot installed here, so not measured: {', '.join(found['missing'])}.\n"
    for part, rows in groupby(found["rows"], key=lambda row: row["part"]):
        text += f"\n## {part}\n\n"
        text += "| what | time | memory | ratio | budget | |\n|---|--:|--:|---|--:|---|\n"
        text += "".join(_line(row) for row in rows)
    return text


def _line(row: dict[str, Any]) -> str:
    cells = (row["what"], _time(row["seconds"]), f"{row['megabytes']:.0f} MB", _ratio(row), _budget(row))
    met = {None: "", True: "met", False: "**missed**"}[row["met"]]
    return f"| {' | '.join(cells)} | {met} |\n"


def _ratio(row: dict[str, Any]) -> str:
    """A ratio with what is divided by what: a line about a peer has lif's time over the peer's."""
    if row["ratio"] is None:
        return ""
    return f"{row['ratio']:.2f}: " + (
        "lif to this" if row["what"] == row["beside"] else f"this to {row['beside']}"
    )


def _budget(row: dict[str, Any]) -> str:
    if row["budget"] is None:
        return ""
    return f"at most {row['budget']:g}" + ("" if row["unit"] == "times" else f" {row['unit']}")


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
