"""The data dictionary: every table and column with its type, its meaning, and where it leads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from lif.exchange.listings import spreadsheet
from lif.exchange.tables.as_workbook import title
from lif.exchange.tables.package import said
from lif.exchange.tables.shape import Column, Export, Filled, Sort, Table

PAGE, LIST = "data-dictionary.md", "data-dictionary.csv"
IN_WORDS: Mapping[Sort, str] = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "date": "date",
    "time": "time of day",
}


def page(export: Export) -> str:
    """The dictionary to read: what the export is, its tables, and the columns of each."""
    lines = [
        f"# {_cells(title(export))}\n",
        f"{_cells(said(export))}\n",
        "| table | rows | what a row is |",
        "|---|---|---|",
    ]
    lines += [
        f"| [{one.table.name}](#{one.table.name}) | {len(one.rows):,} | {_cells(one.table.meaning)} |"
        for one in export.tables
    ]
    return "\n".join((*lines, "", *(section(one.table) for one in export.tables)))


def section(table: Table) -> str:
    """The columns of one table, under its name."""
    lines = [
        f"## {table.name}\n",
        f"{_cells(table.meaning)} {_told_apart(table)}\n",
        "| column | type | what it is | leads to |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{one.name}` | {IN_WORDS[one.sort]} | {_cells(_meaning(one))} | {leads(one)} |"
        for one in table.columns
    ]
    return "\n".join(lines) + "\n"


def _told_apart(table: Table) -> str:
    key = " and ".join(f"`{name}`" for name in table.key)
    parent = f" It belongs to a row of `{table.parent.table}`." if table.parent else ""
    return f"Rows are told apart by {key}.{parent}"


def _meaning(column: Column) -> str:
    if not column.choices:
        return column.meaning
    return f"{column.meaning} One of {', '.join(column.choices)}."


def leads(column: Column) -> str:
    """The table and column that a link leads to; empty where it is none."""
    return f"{column.to[0]}.{column.to[1]}" if column.to else ""


def _cells(text: str) -> str:
    from lif.reports.markdown import cell

    return cell(" ".join(text.split()))


def listed(tables: Iterable[Filled]) -> str:
    """The same as CSV, one column of a table a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("table", "column", "type", "in_key", "leads_to", "choices", "meaning"))
    writer.writerows(_rows(tables))
    return out.getvalue()


def _rows(tables: Iterable[Filled]) -> Iterator[tuple[str, ...]]:
    for filled in tables:
        for one in filled.table.columns:
            in_key = "true" if one.name in filled.table.key else "false"
            choices, meaning = spreadsheet(", ".join(one.choices)), spreadsheet(one.meaning)
            yield (filled.table.name, one.name, one.sort, in_key, leads(one), choices, meaning)
