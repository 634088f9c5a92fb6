"""What a workbook holds, before it is drawn: sheets of rows, and which of their cells are filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from lif.diagnostics import unsealed

CellValue: TypeAlias = "str | int | Decimal | date | None"
Sort = Literal["text", "number", "date", "choice", "fixed"]
NOT_ASKED = "not asked"
"""What stands in a cell of a column to fill in, in a row that has no use for it."""

LINE = "Line"
"""The head of the first column, which every sheet has: the reference by which its rows are known again."""

TO_FILL_IN = "fill in"
"""What is said in the head of a column to fill in, after its title."""

MOST_OF_A_TITLE = 31
"""Characters of a sheet's title; Excel opens no longer one."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `fixed` is told, every other sort is filled in.

    The note (a definition, how to write it) is shown beside the cell when somebody enters it. `least` is the
    smallest number that may be written, None for any.
    """

    key: str
    title: str
    width: int = 14
    sort: Sort = "fixed"
    choices: tuple[str, ...] = ()
    note: str = ""
    wraps: bool = False
    least: int | None = 0

    @property
    def open(self) -> bool:
        """Whether its cells are filled in."""
        return self.sort != "fixed"

    @property
    def head(self) -> str:
        """What stands above it."""
        return f"{self.title} ({TO_FILL_IN})" if self.open else self.title


@dataclass(frozen=True, slots=True)
class Row:
    """A row, known again by its id: unique in its sheet, and never shown.

    `closed` are columns to fill in that this row has no use for. `notes` are its own words for a column, in
    place of the column's. `meaning` is whatever must not have changed between going out and coming back,
    such as the definition of a measure; it is kept as a fingerprint.
    """

    id: str
    cells: Mapping[str, CellValue]
    closed: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: a title, a few lines, and a table. The first `held` columns after the line stay in sight.

    `room` is for how many lines of text each row has room at least.
    """

    key: str
    title: str
    intro: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    held: int = 1
    room: int = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the sheet that explains: a heading and its paragraphs."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which workbook it is: `what` is returns, actions, section11 or training; `quarter` the period asked."""

    what: str
    board: str
    agency: str
    quarter: str
    made_on: date
    version: str
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a workbook is told of its making: the board, the day, the state of the records, whom to ask."""

    board: str
    board_name: str
    made_on: date
    version: str
    commit: str
    ask: str

    def identity(self, what: str, agency: str, quarter: str) -> Identity:
        """The identity of one workbook."""
        return Identity(what, self.board, agency, quarter, self.made_on, self.version, self.commit)


@dataclass(frozen=True, slots=True)
class Workbook:
    """A whole workbook. The sheet that explains stands second, after the one that is opened first."""

    identity: Identity
    title: str
    board_name: str
    sheets: tuple[Sheet, ...]
    explanation: tuple[Passage, ...]


def spoken(workbook: Workbook, say: Callable[[str], str]) -> Workbook:
    """The workbook in the board's own words, and without the seals of what records say.

    Told is what is read: titles, openings, heads, notes and fixed cells. What is chosen or filled in stays as
    records have it, and so does what a row means: by these it is known again when it comes back.
    """
    return replace(
        workbook,
        title=say(workbook.title),
        board_name=unsealed(workbook.board_name),
        sheets=tuple(_spoken_sheet(one, say) for one in workbook.sheets),
        explanation=tuple(
            Passage(say(one.heading), tuple(map(say, one.lines))) for one in workbook.explanation
        ),
    )


def _spoken_sheet(sheet: Sheet, say: Callable[[str], str]) -> Sheet:
    title = say(sheet.title)
    columns = tuple(
        replace(
            one,
            title=say(one.title),
            note=say(one.note),
            choices=tuple(unsealed(each) for each in one.choices),
        )
        for one in sheet.columns
    )
    told = frozenset(one.key for one in columns if not one.open)
    return replace(
        sheet,
        title=title if len(title) <= MOST_OF_A_TITLE else sheet.title,
        intro=tuple(map(say, sheet.intro)),
        columns=columns,
        rows=tuple(_spoken_row(one, told, say) for one in sheet.rows),
    )


def _spoken_row(row: Row, told: frozenset[str], say: Callable[[str], str]) -> Row:
    cells = {
        key: (say(cell) if key in told else unsealed(cell)) if isinstance(cell, str) else cell
        for key, cell in row.cells.items()
    }
    notes = {key: say(note) for key, note in row.notes.items()}
    return replace(row, cells=cells, notes=notes, meaning=unsealed(row.meaning))
