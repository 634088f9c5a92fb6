"""A figure of a foreign sheet put as a row of lif's own workbook would be, so that both are judged alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lif.exchange.incoming.foreign_figures import NUMBERS, Key, Known
from lif.exchange.incoming.return_held import Plan, ReturnHeld
from lif.exchange.incoming.values import Form, NoFigure, Number, Problem, choice_of, text_of
from lif.exchange.incoming.values import percentage_of as as_percentage
from lif.exchange.incoming.values import quantity_of as as_quantity
from lif.exchange.workbooks import filled
from lif.exchange.workbooks.cells import Cell
from lif.exchange.workbooks.filled import FilledRow
from lif.exchange.workbooks.return_book import filled_in
from lif.exchange.workbooks.return_words import STATUS_WORDS, STATUSES
from lif.exchange.workbooks.stamp import Line, fingerprint
from lif.records.indicators import Indicator, Measure
from lif.views.returns_asked import meaning
from lif.views.returns_asked.lines import held_value

Cells = Mapping[str, Cell]
Rows = Iterator[FilledRow | filled.Problem]


def rows(held: ReturnHeld, known: Known, form: Form, figures: Mapping[Key, Cells]) -> Rows:
    """A row for each figure in the order of the sheet, or the problems in its place; nothing for blanks."""
    for key, cells in figures.items():
        if any(not cell.empty for cell in cells.values()):
            yield from _row(held, known, form, key, cells)


def _row(held: ReturnHeld, known: Known, form: Form, key: Key, cells: Cells) -> Rows:
    address, period, area, breakdown = key
    plan = held.plan_of(address, period)
    if plan is None:
        first = next(iter(cells.values()))
        yield filled.Problem(first.address, f"'{address}' is not asked of this agency for {period.label}")
        return
    figure = _Figure(*known[address], form, cells)
    given = figure.given()
    yield from figure.problems
    if figure.problems:
        return
    row = "|".join((str(plan.owed.period), address, str(period), area, breakdown))
    yield FilledRow(row, given, True, _line(row, plan, key, figure), tuple(given))


def _line(row: str, plan: Plan, key: Key, figure: _Figure) -> Line:
    """The line as if the workbook had been sent out today, with what the records hold."""
    was = held_value(plan.held, *key)
    before = filled_in(was) if was else {}
    told = fingerprint(before.get(name) for name in (*figure.wanted, "status", "reason"))
    return Line("", "", row, "", told, fingerprint([meaning(figure.indicator, figure.measure)]))


@dataclass
class _Figure:
    """The cells of one figure, made to say one thing each."""

    indicator: Indicator
    measure: Measure
    form: Form
    cells: Cells
    problems: list[filled.Problem] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    """Why there is no figure, or how firm it is: statuses with their reasons."""

    @property
    def wanted(self) -> tuple[str, ...]:
        """The numbers that a figure of the series is made of."""
        if self.measure.source_only:
            return ("value",)
        return ("numerator",) if self.indicator.unit == "count" else ("numerator", "denominator")

    def given(self) -> dict[str, Cell]:
        """The numbers that are wanted, the status and the reason, each with its address."""
        for name in NUMBERS:
            if name not in self.wanted and name in self.cells and not self.cells[name].empty:
                words = f"the series '{self.measure.id}' has no {name}: look at the part in the mapping"
                self.problems.append(filled.Problem(self.cells[name].address, words))
        given = {name: self._number(name) for name in self.wanted}
        given["status"] = self._status()
        reason = self.cells.get("reason")
        told = text_of(reason.value) if reason is not None else None
        why = next((one for one in self.said.values() if one), None)
        given["reason"] = Cell(told or why, (reason or self._first).address)
        return given

    @property
    def _first(self) -> Cell:
        return next(iter(self.cells.values()))

    def _number(self, name: str) -> Cell:
        cell = self.cells.get(name)
        if cell is None:
            return Cell(None, self._first.address)
        if cell.formula and cell.value is None:
            words = (
                "this is worked out by a formula, and its result was not kept: save the sheet again in Excel"
            )
            self.problems.append(filled.Problem(cell.address, words))
            return Cell(None, cell.address)
        share = name == "value" and self.indicator.unit == "percent"
        form = self.form
        read: Number = as_percentage(cell.value, form) if share else as_quantity(cell.value, form)
        if isinstance(read, Problem):
            self.problems.append(filled.Problem(cell.address, read.words))
            return Cell(None, cell.address)
        if isinstance(read, NoFigure):
            self.said[read.status] = read.reason
            return Cell(None, cell.address)
        return Cell(read, cell.address)

    def _status(self) -> Cell:
        cell = self.cells.get("status")
        if cell is not None and not cell.empty:
            offered = {**STATUSES, **{kept: kept for kept in STATUSES.values()}, **self.form.statuses}
            chosen = choice_of(cell.value, offered)
            if isinstance(chosen, Problem):
                self.problems.append(filled.Problem(cell.address, chosen.words))
            elif chosen is not None:
                self.said.setdefault(chosen, "")
        at = (cell or self._first).address
        if len(self.said) > 1:
            words_of = " and ".join(STATUS_WORDS[one] for one in sorted(self.said))
            words = f"this figure is said to be {words_of}: let its cells say the same"
            self.problems.append(filled.Problem(at, words))
        return Cell(STATUS_WORDS[next(iter(self.said))] if self.said else None, at)
