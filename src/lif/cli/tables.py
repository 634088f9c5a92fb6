"""Listings for people: a table as wide as the terminal, or plain columns where output is piped."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from lif.cli.opening import one_of
from lif.cli.options import Listed, Shared
from lif.cli.streams import deliver
from lif.exchange.listings import words
from lif.workspace import Workspace

if TYPE_CHECKING:
    from lif.views.listing import Column, Listing

FORMATS = ("table", "json", "csv", "md")


def show_listing(listing: Listing, what: str, workspace: Workspace, asked: Listed, shared: Shared) -> None:
    """Prints a listing in one of `FORMATS`, or writes it to a file; `what` names the JSON document."""
    form, out = one_of("--format", asked.form, FORMATS), asked.out
    if form == "table":
        terminal = out is None and sys.stdout is not None and sys.stdout.isatty()
        deliver(_rich(listing, shared.no_color) if terminal else plain(listing), out)
        return
    from lif.exchange import listings

    if form == "json":
        deliver(listings.as_json(listing, document_head(what, workspace)), out, data=True)
    else:
        written: Callable[[Listing], str] = {"csv": listings.as_csv, "md": listings.as_markdown}[form]
        deliver(written(listing), out, data=True)


def document_head(what: str, workspace: Workspace) -> dict[str, object]:
    """The head of a JSON document about a workspace."""
    from lif import __version__
    from lif.exchange.documents import head
    from lif.history import state

    found = state(workspace.root)
    return head(what, __version__, found.commit, found.dirty, workspace.as_at)


def plain(listing: Listing) -> str:
    """Columns side by side with two spaces between, every value whole, for pipes and files."""
    columns = [column for column in listing.columns if column.brief]
    rows = [[words(row[column.key]) for column in columns] for row in listing.rows]
    filled = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    lines = [[columns[n].title.upper() for n in filled], *([row[n] for n in filled] for row in rows)]
    widths = [max(map(_width, cells)) for cells in zip(*lines, strict=True)]
    return "".join(
        f"{'  '.join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()}\n"
        for line in lines
        if rows
    )


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _rich(listing: Listing, no_color: bool) -> str:
    """The table for a terminal: as wide as it is, related columns under each other."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not listing.rows:
        return ""
    brief = [c for c in listing.columns if c.brief and any(words(row[c.key]) for row in listing.rows)]
    shown = [column for column in brief if not column.under]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in shown:
        numbers = all(isinstance(row[column.key], int | None) for row in listing.rows)
        table.add_column(
            Text(column.title),
            justify="right" if numbers else "left",
            overflow="fold",
            no_wrap=column.key == "due",
        )
    for row in listing.rows:
        cells = []
        for column in shown:
            cell = Text(words(row[column.key]))
            for below in _below(column, brief, row):
                cell.append(f"\n{below}", style="dim")
            cells.append(cell)
        table.add_row(*cells, end_section=False)
    plainly = no_color or bool(os.environ.get("NO_COLOR"))
    console = Console(no_color=plainly, highlight=False, markup=False, emoji=False, legacy_windows=False)
    console.width = shutil.get_terminal_size().columns
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _below(column: Column, brief: list[Column], row: object) -> list[str]:
    assert isinstance(row, dict)
    found = [(other, words(row[other.key])) for other in brief if other.under == column.key]
    return [other.as_line.format(text) for other, text in found if text and text != "0"]
