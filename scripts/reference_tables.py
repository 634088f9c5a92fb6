"""The reference of tables: what `lif export --to` writes and `lif query` asks, from the classes."""

from __future__ import annotations

from collections.abc import Iterator

from lif.exchange.tables.dictionary import section
from lif.exchange.tables.gathering import tables
from lif.exchange.tables.package import VERSION
from lif.exchange.tables.shape import Table
from reference_commands import NOTE, cells


def pages() -> Iterator[tuple[str, str]]:
    """The page as (path from the top, text)."""
    yield "docs/reference/tables.md", page()


def page() -> str:
    """Every table of the board with its columns, and which of them the public is given."""
    board, public = tables("board"), {one.name: one for one in tables("public")}
    lines = [
        NOTE + "# Tables\n",
        "What `lif export --to csv|xlsx|json|parquet|sqlite DIR` writes and `lif query` asks: "
        f"version {VERSION} of the tables. "
        "[Open formats](../guides/open-formats.md) says how they are used.\n",
        "Names and types stay; where one goes or changes, the first number of the version does too. "
        "The public is given fewer tables, and fewer columns of these.\n",
        "| table | what a row is | for the public |",
        "|---|---|---|",
    ]
    lines += [
        f"| [{one.name}](#{one.name}) | {cells(one.meaning)} | {_told(one, public.get(one.name))} |"
        for one in board
    ]
    return "\n".join((*lines, "", *(section(one) for one in board)))


def _told(board: Table, public: Table | None) -> str:
    """How much of a table the public is given."""
    if public is None:
        return ""
    return "yes" if len(public.columns) == len(board.columns) else "some columns"
