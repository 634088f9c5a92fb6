"""R4xx: what can be wrong with the CSV of a long series."""

from __future__ import annotations

from lif.diagnostics import AnyCode, coded
from lif.source.problems.words import Words, visible


@coded("R401")
def empty_table() -> Words:
    """The CSV file is empty.

    Why:
        A series without figures would show as a gap that nobody explains.
    Fails:
        A file of no bytes.
    Mend:
        Write the header and the rows, or delete the file and its record.
    Source:
        RFC 4180, section 2.
    """
    return "this table is empty; a header was expected on its first line", "write the header and the rows"


@coded("R402")
def other_columns(expected: str, separator: str = "") -> Words:
    """The header of the CSV file is not the columns that its record says, in their order.

    Why:
        A column under another name, or in another place, would be read as something else.
    Fails:
        period;value
    Mend:
        Write the header exactly as the message says.
    Source:
        RFC 4180, section 2.3.
    """
    found = f"; the columns here are separated by {separator}" if separator else ""
    return (
        f"the first line should be '{visible(expected)}'{found}",
        "write the header exactly so, with commas",
    )


@coded("R403")
def number_of_cells(found: int, expected: int) -> Words:
    """A row has more or fewer cells than the header.

    Why:
        All cells after the missing one would be read under the wrong heading.
    Fails:
        2024-25-Q1,1,234
    Mend:
        Put quotes round a cell that holds a comma, write numbers without separators, fill gaps with nothing.
    Source:
        RFC 4180, section 2.4.
    """
    cells = "cell" if found == 1 else "cells"
    return (
        f"this row has {found} {cells}; the header has {expected}",
        "write numbers without commas, and put quotes round a text that holds one",
    )


@coded("R404")
def cell_not_closed() -> Words:
    """A quotation mark opens a cell and nothing closes it.

    Why:
        All rows after it would be read as one text.
    Fails:
        2024-25-Q1,"provisional
    Mend:
        Write the second quotation mark at the end of the cell.
    Source:
        RFC 4180, section 2.5.
    """
    return "a quotation mark opens this cell and nothing closes it", 'write " at the end of the cell'


@coded("R405")
def mark_inside_cell() -> Words:
    """A quotation mark stands inside a cell in a way that programs read differently.

    Why:
        One program takes it as text, another as the end of the cell.
    Fails:
        2024-25-Q1,the "old" count
    Mend:
        Put the whole cell in quotes and double each mark inside it.
    Source:
        RFC 4180, sections 2.5 and 2.7.
    """
    return (
        "a quotation mark stands inside this cell",
        'put the whole cell in quotes and double the marks inside it: "the ""old"" count"',
    )


@coded("R406")
def empty_row() -> Words:
    """A line of the CSV file is empty.

    Why:
        Some programs end there and never see the rows below.
    Fails:
        An empty line between two years.
    Mend:
        Delete the line.
    Source:
        RFC 4180, section 2.1: each record is a line.
    """
    return "this line is empty; each line is a row", "delete the line"


TABLES: tuple[AnyCode, ...] = (
    empty_table,
    other_columns,
    number_of_cells,
    cell_not_closed,
    mark_inside_cell,
    empty_row,
)
