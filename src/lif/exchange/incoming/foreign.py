"""A sheet that an agency keeps in its own way: which mapping is of it, and what it would change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lif.checks.lines import measures
from lif.exchange.incoming.csv_files import read_csv
from lif.exchange.incoming.foreign_figures import Foreign, Reading
from lif.exchange.incoming.foreign_rows import rows
from lif.exchange.incoming.foreign_tables import Table, csv_grid, tables_of
from lif.exchange.incoming.guard import no_single_people, sheet_of_csv, sheets_of
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.incoming.proposing import proposed
from lif.exchange.incoming.return_held import ReturnHeld
from lif.exchange.incoming.return_lines import Lines
from lif.exchange.incoming.values import Form
from lif.exchange.workbooks.cells import Grid
from lif.exchange.workbooks.filled import FilledRow, Problem
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.package import CannotOpen
from lif.records.return_mappings import ReturnMapping
from lif.register import Register
from lif.views.answering import full_name
from lif.workspace import Workspace


class CannotTell(CannotOpen):
    """Nothing says how the file is read; `proposal` is a mapping record to begin with, where there is one."""

    def __init__(self, words: str, proposal: str = "") -> None:
        super().__init__(words)
        self.proposal = proposal


def foreign(workspace: Workspace, path: Path, opened: Opened | None, told: Told) -> Incoming:
    """A CSV, or a workbook without a stamp, as it is understood. Raises CannotOpen."""
    notes: list[Problem] = []
    mark = ","
    if opened is None:
        found = read_csv(path)
        no_single_people([sheet_of_csv(path, found)])
        grids: tuple[Grid, ...] = (csv_grid(path, found),)
        mark = found.mark
        notes += [Problem("", f"this CSV was read so: {found.told}")] if found.told else []
    else:
        no_single_people(list(sheets_of(opened)))
        grids = tuple(grid for grid in opened.grids if not grid.hidden)
    mapping, tables = _chosen(workspace.register, grids, opened is None, told.mapping)
    form = _form(mapping, mark)
    return _read(workspace, path, mapping, tables, form, told, notes, opened)


def _chosen(
    register: Register, grids: tuple[Grid, ...], numbered: bool, asked: str
) -> tuple[ReturnMapping, list[Table]]:
    """The mapping that was asked for, or the only one that fits, with its tables. Raises CannotTell."""
    known = [one for one in register.all(ReturnMapping) if one.retired is None]
    if asked:
        named = next((one for one in known if one.id == asked), None)
        if named is None:
            there = ", ".join(one.id for one in known) or "none"
            raise CannotTell(f"there is no return mapping '{asked}'; there are: {there}")
        known = [named]
    fits = [(one, tables) for one in known if (tables := tables_of(one, grids, numbered))]
    if len(fits) == 1:
        return fits[0]
    if fits:
        names = " or ".join(f"--mapping {one.id}" for one, _ in fits)
        raise CannotTell(f"its heads fit {len(fits)} return mappings: say which is meant, with {names}")
    if asked:
        heads = ", ".join(f'"{words}"' for words in known[0].heads)
        raise CannotTell(f"no row of it holds the heads of the mapping '{asked}': {heads}")
    raise CannotTell(*proposed(register, grids, numbered))


def _form(mapping: ReturnMapping, mark: str) -> Form:
    from lif.exchange.incoming.cells import plain

    return Form(
        nil_is_zero=mapping.nil_is_zero,
        commas_group=mark != ";",
        dates=mapping.dates,
        statuses={plain(one.words).lower(): one.status for one in mapping.statuses},
    )


def _read(
    workspace: Workspace,
    path: Path,
    mapping: ReturnMapping,
    tables: Sequence[Table],
    form: Form,
    told: Told,
    notes: list[Problem],
    opened: Opened | None,
) -> Incoming:
    reading = Reading()
    known = measures(workspace.register)
    for table in tables:
        Foreign(workspace.register, known, mapping, table, form, reading).read()
        reading.problems += _merged(table, opened)
    periods = sorted({key[1] for key in reading.figures}, key=lambda period: period.sort_key)
    title = f"{mapping.title}, {full_name(workspace.register, mapping.agency)} (mapping '{mapping.id}')"
    notes += [*_worked_out(reading), *reading.left_out]
    if not periods:
        words = "no figure of it could be read: see what was left out, and the words in the mapping"
        problems = reading.problems or [Problem("", words)]
        return Incoming(path, "returns", title, (), tuple(problems), tuple(notes))
    held = ReturnHeld(workspace, mapping.agency, periods[-1], told)
    lines = Lines(held)
    problems = list(reading.problems)
    for row in rows(held, known, form, reading.figures):
        if isinstance(row, FilledRow):
            lines.take(row)
        else:
            problems.append(row)
    problems += lines.problems
    if not problems and lines.changes:
        held.put()
    return Incoming(
        path,
        "returns",
        title,
        (*held.changes, *lines.changes) if lines.changes else (),
        tuple(problems),
        (*notes, *lines.notes),
        held.alterations,
        held.cells,
    )


def _merged(table: Table, opened: Opened | None) -> list[Problem]:
    """Cells below the heads that were merged over several rows: what stood in all but the first is lost."""
    found = []
    ranges = opened.merged.get(table.grid.title, ()) if opened else ()
    for (top, left), (bottom, _) in ranges:
        if bottom > top and table.head < bottom < table.end and left < len(table.grid.rows[top]):
            words = "cells are merged here over several rows: unmerge them, and write in every row what it is"
            found.append(Problem(table.grid.rows[top][left].address, words))
    return found


def _worked_out(reading: Reading) -> list[Problem]:
    """Says of figures that are formulas that the results with which the sheet was saved are taken."""
    cells = [cell for figure in reading.figures.values() for cell in figure.values() if cell.formula]
    if not cells:
        return []
    noun = "one number is" if len(cells) == 1 else f"{len(cells)} numbers are"
    words = f"{noun} worked out in the sheet, the first of them here: taken as it was last saved"
    return [Problem(cells[0].address, words)]
