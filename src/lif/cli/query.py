"""`lif query`: questions in SQL over the records and figures, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import PROBLEMS, CannotRun
from lif.cli.options import Argument, Audience, Listed, Option, Reading

if TYPE_CHECKING:
    from lif.exchange.tables.asking import Answer
    from lif.exchange.tables.shape import Export, Table
    from lif.views.listing import Cell, Listing


@dataclass(frozen=True, slots=True)
class About:
    """Whose tables, and whether they are only listed."""

    tables: Annotated[
        bool, Option("--tables", "List the tables and columns; with the name of a table, what they mean.")
    ] = False
    audience: Audience = None


def query(
    sql: Annotated[str | None, Argument("SQL", "One SELECT, or a table's name with --tables.")],
    about: About,
    listed: Listed,
    shared: Reading,
) -> int:
    """A question in SQL over the records and figures: the same tables as lif export makes.

    It reads the tables and nothing else: no file, no network. The table about holds the day looked from. For
    this lif needs its extra 'query': lif doctor says how to install it.

    \b
    Examples:
      lif query --tables
      lif query --tables actions
      lif query "select agency_name, count(*) as overdue from actions where standing = 'overdue' group by all"
      lif query "select period, value from figures where indicator = 're-referrals' and own" --format csv
    """
    from lif.cli.exporting_tables import gathered
    from lif.cli.opening import left_out, none_is_blank, workspace_as_read
    from lif.cli.papers import audience_of
    from lif.cli.tables import show_listing

    none_is_blank(about)
    if not about.tables and not (sql or "").strip():
        raise CannotRun('write a question, as in lif query "select id, title from actions"')
    public = about.audience == "public"
    workspace = workspace_as_read(shared, checked=public)
    audience = audience_of(about.audience, workspace)
    if audience == "public" and not public:
        workspace = workspace_as_read(shared)
    export = gathered(workspace, audience, draft=audience == "board")
    if export is None:
        return PROBLEMS
    listing = _tables(export, sql) if about.tables else _answer(export, sql or "", listed.form)
    nobodys: dict[str, object] = {"commit": None, "uncommitted": None}
    show_listing(listing, "query", workspace, listed, shared, nobodys if audience == "public" else None)
    return left_out(workspace, shared)


def _answer(export: Export, sql: str, form: str) -> Listing:
    from lif.exchange.tables.asking import answered
    from lif.views.listing import Column, Listing

    found = answered(export, sql)
    columns = tuple(Column(name, name, wraps=True) for name in found.columns)
    return Listing("query", columns, tuple(_rows(found, form)))


def _rows(found: Answer, form: str) -> list[dict[str, Cell]]:
    """The rows by column; outside of JSON a flag is a word, so that false is not taken for missing."""
    return [
        {
            name: str(cell).lower() if isinstance(cell, bool) and form != "json" else cell
            for name, cell in zip(found.columns, row, strict=True)
        }
        for row in found.rows
    ]


def _tables(export: Export, name: str | None) -> Listing:
    """The tables with their columns, or the columns of one with their meaning."""
    from lif.records.problems import nearest
    from lif.views.listing import Column, Listing

    tables = {one.table.name: one for one in export.tables}
    if name is not None:
        if name not in tables:
            near = nearest(name, tables)
            meant = f"did you mean {near}?" if near else "lif query --tables lists them"
            raise CannotRun(f"there is no table '{name}'; {meant}")
        return _columns(tables[name].table)
    heads = ("table", "rows", "columns", "meaning")
    rows: list[dict[str, Cell]] = [
        {
            "table": one.table.name,
            "rows": len(one.rows),
            "columns": tuple(each.name for each in one.table.columns),
            "meaning": one.table.meaning,
        }
        for one in tables.values()
    ]
    columns = tuple(Column(key, key, wraps=key in ("columns", "meaning")) for key in heads)
    return Listing("table", columns, tuple(rows))


def _columns(table: Table) -> Listing:
    """The columns of a table, each with its meaning."""
    from lif.exchange.tables.dictionary import IN_WORDS, leads
    from lif.views.listing import Column, Listing

    rows: list[dict[str, Cell]] = [
        {
            "column": one.name,
            "type": IN_WORDS[one.sort],
            "leads_to": leads(one),
            "meaning": one.meaning,
            "choices": one.choices,
        }
        for one in table.columns
    ]
    titles = {"column": "column", "type": "type", "leads_to": "leads to", "meaning": "what it is"}
    titles["choices"] = "one of"
    columns = tuple(Column(key, said, wraps=key in ("meaning", "choices")) for key, said in titles.items())
    return Listing("column", columns, tuple(rows))
