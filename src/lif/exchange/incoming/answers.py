"""What a workbook of answers would change, gathered row by row, and how its cells are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lif.exchange.incoming.cells import Form
from lif.exchange.incoming.comments import personal
from lif.exchange.incoming.outcome import Change, Incoming, Told
from lif.exchange.incoming.values import Problem as Refused
from lif.exchange.incoming.values import choice_of, count_of, date_of
from lif.exchange.workbooks.filled import Filled, FilledRow, Problem
from lif.exchange.workbooks.opening import Opened
from lif.records.problems import FieldPath
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations

_DAY_FIRST = Form(dates="day-first")
"""The workbooks say that dates are written as 31/03/2026."""


@dataclass
class Answers:
    """The answers of one agency, and what is wrong with them."""

    workspace: Workspace
    agency: str
    told: Told
    alterations: Alterations
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    cells: dict[tuple[str, FieldPath], str] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day it came, as records write it."""
        return self.told.received.isoformat()

    def incoming(self, opened: Opened, filled: Filled, sort: str, title: str) -> Incoming:
        """All of it, as the command shows it."""
        return Incoming(
            opened.path,
            sort,
            title,
            tuple(self.changes),
            (*filled.problems, *self.problems),
            (*self._put_in(filled), *self.notes),
            self.alterations,
            self.cells,
        )

    def may_be_read(self, row: FilledRow) -> bool:
        """Whether a row holds nothing about a person and no formula; what it holds is told."""
        found = list(personal(row.cells[key] for key in row.open))
        self.problems += [problem for problem, sure in found if sure]
        self.notes += [problem for problem, sure in found if not sure]
        formulas = [key for key in row.open if row.cells[key].formula]
        for key in formulas:
            self.wrong(row, key, "this is worked out by a formula: write the words themselves")
        return not formulas and not any(sure for _, sure in found)

    def wrong(self, row: FilledRow, key: str, words: str) -> None:
        """Something wrong in a cell."""
        self.problems.append(Problem(row.cells[key].address, words))

    def look(self, row: FilledRow, key: str, words: str) -> None:
        """Something in a cell that is worth a look, and holds nothing up."""
        self.notes.append(Problem(row.cells[key].address, words))

    def changed(self, row: FilledRow, key: str, subject: str, before: str, after: str) -> None:
        """One difference, with the cell that it was read from."""
        self.changes.append(Change(subject, before, after, row.cells[key].address))

    def choice(self, row: FilledRow, key: str, choices: Mapping[str, str]) -> str:
        """What was chosen, as records write it; empty for a blank, or what cannot be taken, which is told."""
        if key not in row.open:
            return ""
        found = choice_of(row.cells[key].value, choices)
        if isinstance(found, Refused):
            self.wrong(row, key, found.words)
            return ""
        return found or ""

    def date(self, row: FilledRow, key: str) -> date | None:
        """The day in a cell."""
        if key not in row.open:
            return None
        found = date_of(row.cells[key].value, _DAY_FIRST)
        if found is None or isinstance(found, date):
            return found
        self.wrong(row, key, getattr(found, "words", "write a date as 31/03/2026"))
        return None

    def count(self, row: FilledRow, key: str) -> int | None:
        """The whole number in a cell; None for a blank, which is not nought."""
        if key not in row.open:
            return None
        found = count_of(row.cells[key].value)
        if found is None or isinstance(found, int):
            return found
        self.wrong(row, key, getattr(found, "words", "write a whole number, or leave the cell empty"))
        return None

    def _put_in(self, filled: Filled) -> list[Problem]:
        """Sheets that the agency added: they are told of, and never read in silence."""
        added = [one.title for one in filled.others if not one.empty]
        return [Problem("", f"the sheet '{title}' was put in, and is not read") for title in added]


def text_in(row: FilledRow, key: str) -> str:
    """The words in a cell; empty where it was not asked."""
    return str(row.cells[key].value or "").strip() if key in row.open else ""
