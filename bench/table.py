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
        text += "| what | time | memory | ratio | budget | |\n|---|--:|--:|--:|--:|---|\n"
        text += "".join(_line(row) for row in rows)
    return text


def _line(row: dict[str, Any]) -> str:
    ratio = ""
    if row["ratio"] is not None:
        who = "lif to this" if row["what"] != row["beside"] and _is_peer(row) else f"to {row['beside']}"
        ratio = f"{row['ratio']:.2f} {who}"
    budget = "" if row["budget"] is None else f"{row['budget']:g} {row['unit']}"
    met = {None: "", True: "met", False: "**missed**"}[row["met"]]
    cells = (row["what"], _time(row["seconds"]), f"{row['megabytes']:.0f} MB", ratio, budget, met)
    return f"| {' | '.join(cells)} |\n"


def _is_peer(row: dict[str, Any]) -> bool:
    return bool(row["part"].startswith("Checking "))


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"
