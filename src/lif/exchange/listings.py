"""Listings on their way out: JSON for machines, CSV for spreadsheets, Markdown for papers."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from lif.diagnostics import unsealed, visible
from lif.exchange.documents import written_as_json
from lif.views.listing import Cell, Listing

_FORMULA = tuple("=+-@|%\t\r\n＝＋－＠")
"""Characters with which a spreadsheet begins a formula, or that hide one."""


def as_json(listing: Listing, head: Mapping[str, object]) -> str:
    """One object: the head of every document, `kind`, and `rows` with all columns."""
    rows = [{column.key: _plain(row[column.key]) for column in listing.columns} for row in listing.rows]
    return written_as_json({**head, "kind": listing.kind, "rows": rows})


def as_csv(listing: Listing) -> str:
    """A header of the columns' keys, and all rows: no text can start a formula, and numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.key for column in listing.columns)
    for row in listing.rows:
        writer.writerow(spreadsheet(row[column.key]) for column in listing.columns)
    return unsealed(out.getvalue())


def as_markdown(listing: Listing) -> str:
    """A table of the brief columns, whose words stay words whatever they hold."""
    from lif.reports.markdown import cell

    columns = [column for column in listing.columns if column.brief]
    lines = [[column.title for column in columns], ["---"] * len(columns)]
    lines += [[cell(words(row[column.key])) for column in columns] for row in listing.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def words(value: Cell) -> str:
    """A value as people read it: a list joined by commas, yes for true, nothing for none."""
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        return visible(", ".join(value))
    return visible(" ".join(value.split())) if isinstance(value, str) else str(value)


def _plain(value: Cell) -> object:
    """A value as JSON has it: exact decimals as text, dates as ISO text, no character that does not print."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [visible(one) for one in value]
    return "\n".join(visible(line) for line in value.splitlines()) if isinstance(value, str) else value


def spreadsheet(value: Cell) -> str:
    """A value as a cell of a spreadsheet: no text can start a formula, and numbers stay numbers."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    text = words(value)
    return f"'{text}" if starts_a_formula(text) else text


def starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take the text for a formula, or a part of it that hides one."""
    return text.lstrip(" '").startswith(_FORMULA)
