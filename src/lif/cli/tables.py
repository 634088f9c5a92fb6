"""Listings for people: a table as wide as the terminal, or plain columns where output is piped."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lif.cli.looking_back import commit_of
from lif.cli.opening import one_of
from lif.cli.options import Listed, Shared
from lif.cli.streams import deliver
from lif.cli.worded import in_words
from lif.exchange.listings import words
from lif.workspace import Workspace

if TYPE_CHECKING:
    from lif.views.listing import Column, Listing, Row

FORMATS = ("table", "json", "csv", "md")
LEAST_WRAPPED = 28
"""The least width of a column that is broken into lines."""
MOST_BELOW = 40
"""Lines under it, such as ids, are kept whole up to this width."""


def show_listing(
    listing: Listing,
    what: str,
    workspace: Workspace,
    asked: Listed,
    shared: Shared,
    also: Mapping[str, object] | None = None,
) -> None:
    """Prints a listing in one of `FORMATS`, or writes it to a file.

    `what` names the JSON document, and `also` is what that holds besides the rows.
    """
    form, out = one_of("--format", asked.form, FORMATS), asked.out
    if form in ("table", "md"):
        listing = in_words(listing, workspace.words)
    if form == "table":
        terminal = out is None and sys.stdout is not None and sys.stdout.isatty()
        width = shutil.get_terminal_size().columns
        deliver(for_terminal(listing, width, shared.no_color) if terminal else plain(listing), out)
        return
    from lif.exchange import listings

    if form == "json":
        deliver(listings.as_json(listing, {**document_head(what, workspace), **(also or {})}), out, data=True)
    else:
        written: Callable[[Listing], str] = {"csv": listings.as_csv, "md": listings.as_markdown}[form]
        deliver(written(listing), out, data=True)


def document_head(what: str, workspace: Workspace) -> dict[str, object]:
    """The head of a JSON document about a workspace."""
    from lif import __version__
    from lif.exchange.documents import head

    found = commit_of(workspace, workspace.parts, workspace.issues)
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


def for_terminal(listing: Listing, width: int, no_color: bool) -> str:
    """A table where the terminal is wide enough for one, and otherwise a few lines for each row."""
    brief = [c for c in listing.columns if c.brief and any(words(row[c.key]) for row in listing.rows)]
    if not brief:
        return ""
    shown = [column for column in brief if not column.under]
    cells = [[[words(row[c.key]), *_below(c, brief, row)] for c in shown] for row in listing.rows]
    least = [max(_least(row[n], column.wraps) for row in cells) for n, column in enumerate(shown)]
    fits = sum(max(need, _width(c.title)) + 3 for need, c in zip(least, shown, strict=True)) <= width
    no_color = no_color or bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return _table(shown, cells, least, width, no_color) if fits else _blocks(shown, cells, width, no_color)


def _least(lines: list[str], wraps: bool) -> int:
    """The least width at which a cell can be read."""
    first, *below = [_width(line) for line in lines]
    if not wraps:
        return max(first, *below, 0)
    return max(min(first, LEAST_WRAPPED), *(min(one, MOST_BELOW) for one in below), 0)


def _table(
    shown: list[Column], cells: list[list[list[str]]], least: list[int], width: int, no_color: bool
) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for n, column in enumerate(shown):
        digits = all(row[n][0].isdigit() for row in cells)
        table.add_column(
            Text(column.title),
            justify="right" if digits else "left",
            overflow="fold",
            no_wrap=not column.wraps,
            min_width=least[n],
        )
    for row in cells:
        table.add_row(
            *(Text("\n").join([Text(first), *(Text(one, "dim") for one in below)]) for first, *below in row)
        )
    console = Console(  # with a height too, or a dumb terminal is taken to be 80 columns wide
        color_system=None if no_color else "auto",
        width=width,
        height=100,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _blocks(shown: list[Column], cells: list[list[list[str]]], width: int, no_color: bool) -> str:
    """For each row its name on a line, and below it everything else, wrapped."""
    from lif.views.listing import NAMES

    main = next((n for n, column in enumerate(shown) if column.key in NAMES), 0)
    start, end = ("", "") if no_color else ("\x1b[1m", "\x1b[0m")
    text = ""
    for row in cells:
        name, *below = row[main]
        rest = [
            f"{column.title}: {'; '.join(filter(None, row[n]))}"
            for n, column in enumerate(shown)
            if n != main and row[n][0]
        ]
        text += f"{start}{_wrapped(name, width, '')}{end}\n"
        text += "".join(f"{_wrapped(one, width, '  ')}\n" for one in [*below, *rest]) + "\n"
    return text


def _wrapped(text: str, width: int, lead: str) -> str:
    from textwrap import fill

    return fill(text, max(width, 20), initial_indent=lead, subsequent_indent=lead, break_on_hyphens=False)


def _below(column: Column, brief: list[Column], row: Row) -> list[str]:
    """The lines under a cell; one that would say the same again is left out."""
    found = [(other, words(row[other.key])) for other in brief if other.under == column.key]
    above = words(row[column.key])
    return [other.as_line.format(text) for other, text in found if text not in ("", "0", above)]
