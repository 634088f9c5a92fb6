"""The figures of a table that an agency keeps in its own way, each with the cells that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lif.calendars import Period, parse_period
from lif.exchange.incoming.foreign_tables import Table, column_called, is_called, shown_label
from lif.exchange.incoming.period_words import period_of, year_in
from lif.exchange.incoming.values import Form, Problem, text_of
from lif.exchange.workbooks import filled
from lif.exchange.workbooks.cells import Cell
from lif.records.indicators import Indicator, Measure
from lif.records.return_mappings import ReturnMapping, ReturnMeasure
from lif.register import Register

NUMBERS = ("numerator", "denominator", "value")
WORDS = ("status", "reason")

Known = Mapping[str, tuple[Indicator, Measure]]
Key = tuple[str, Period, str, str]
"""The series, the period, the area (empty: the board's own) and the part of the whole (empty: all of it)."""


@dataclass
class Reading:
    """What a table says, figure by figure; what is wrong with it, and what was left out."""

    figures: dict[Key, dict[str, Cell]] = field(default_factory=dict)
    problems: list[filled.Problem] = field(default_factory=list)
    left_out: list[filled.Problem] = field(default_factory=list)

    def put(self, key: Key, part: str, cell: Cell) -> None:
        """One cell of a figure. The same figure in two cells that differ is a problem."""
        cells = self.figures.setdefault(key, {})
        if part in cells and cells[part].value != cell.value:
            words = f"the same figure stands at {cells[part].address} too, and says something else"
            self.problems.append(filled.Problem(cell.address, f"{words}: take one of them out"))
            return
        cells.setdefault(part, cell)


@dataclass(frozen=True)
class Foreign:
    """One mapping at work on one table."""

    register: Register
    known: Known
    mapping: ReturnMapping
    table: Table
    form: Form
    reading: Reading

    def read(self) -> None:
        """Reads every row, by the layout of the mapping."""
        layouts: dict[str, Callable[[tuple[Cell, ...]], None]] = {
            "a-row-each": self._row_each,
            "periods-across": self._periods_across,
            "measures-across": self._measures_across,
        }
        take = layouts[self.mapping.layout]
        if self._heads_twice():
            return
        self._unknown_columns()
        above: tuple[Cell, ...] = ()
        for row in self.table.rows:
            if not self._looks_filled_down(row, above):
                take(row)
            above = row

    def _heads_twice(self) -> bool:
        """Whether two columns have the head of one: nothing says which is meant."""
        columns = self.mapping.columns
        wanted = [words for name in type(columns).model_fields if (words := getattr(columns, name))]
        for words in wanted:
            found = [cell for cell in self.table.heads if is_called(words, cell)]
            if len(found) > 1:
                told = f'two columns are headed "{shown_label(text_of(found[0].value) or "")}"'
                where = self.table.address(found[1], self.table.heads.index(found[1]))
                self.reading.problems.append(filled.Problem(where, f"{told}: give each a head of its own"))
                return True
        return False

    def _looks_filled_down(self, row: tuple[Cell, ...], above: tuple[Cell, ...]) -> bool:
        """Whether an area or part is empty below another of the same measure: it says two things."""
        label, before = self._cell(row, "measure"), self._cell(above, "measure") if above else None
        for name in ("area", "breakdown"):
            cell, over = self._cell(row, name), self._cell(above, name) if above else None
            if cell is None or over is None or not cell.empty or over.empty:
                continue
            if label is None or before is None or label.empty or label.value == before.value:
                words = f"the {name} is empty here and not above: it can be the same again, or the whole"
                self.reading.problems.append(filled.Problem(cell.address, f"{words}: write it in every row"))
                return True
        return False

    def _row_each(self, row: tuple[Cell, ...]) -> None:
        label = self._cell(row, "measure")
        for meant in self._meant(label):
            period = self._period(self._cell(row, "period"), meant)
            if period is not None:
                self._take(row, meant, period, self._numbers(row, meant))

    def _numbers(self, row: tuple[Cell, ...], meant: ReturnMeasure) -> Iterator[tuple[str, Cell]]:
        """The cells of the numbers: a column each, or one column for whichever part the row is."""
        columns = self.mapping.columns
        for part in NUMBERS:
            if getattr(columns, part) is not None and (cell := self._cell(row, part)) is not None:
                alone = part == "value" and columns.numerator is None
                yield (meant.part if alone else part), cell

    def _periods_across(self, row: tuple[Cell, ...]) -> None:
        named = self._named()
        for meant in self._meant(self._cell(row, "measure")):
            for place, head in enumerate(self.table.heads):
                if place in named or head.empty or self._is_ignored(head):
                    continue
                period = self._read_period(head, meant)
                if isinstance(period, Period) and not row[place].empty:
                    self._take(row, meant, period, [(meant.part, row[place])])

    def _measures_across(self, row: tuple[Cell, ...]) -> None:
        when = self._cell(row, "period")
        for place, head in enumerate(self.table.heads):
            for meant in self.mapping.measures:
                if any(is_called(words, head) for words in meant.words) and not row[place].empty:
                    period = self._period(when, meant)
                    if period is not None:
                        self._take(row, meant, period, [(meant.part, row[place])])

    def _take(
        self,
        row: tuple[Cell, ...],
        meant: ReturnMeasure,
        period: Period,
        numbers: Iterable[tuple[str, Cell]],
    ) -> None:
        """Puts the cells of one figure where they belong, once its area and part are known."""
        area, breakdown = self._area(row, meant), self._breakdown(row, meant)
        if area is None or breakdown is None:
            return
        key = (meant.measure, period, area, breakdown)
        for part, cell in numbers:
            self.reading.put(key, part, cell)
        for part in WORDS:
            said = self._cell(row, part)
            if said is not None and not said.empty:
                self.reading.put(key, part, said)

    def _meant(self, label: Cell | None) -> list[ReturnMeasure]:
        """What the label of a row stands for; nothing, said once, for one that no words are of."""
        if label is None or self._is_ignored(label):
            return []
        if label.empty:
            words = "a row without a name is left out: write what was counted in every row"
            self.reading.left_out.append(filled.Problem(label.address, words))
            return []
        found = [one for one in self.mapping.measures if any(is_called(w, label) for w in one.words)]
        if not found:
            self._leave(label, f'the row "{shown_label(text_of(label.value) or "")}"')
        return found

    def _area(self, row: tuple[Cell, ...], meant: ReturnMeasure) -> str | None:
        """The area of a row, empty for the board's own; None for one that is not known."""
        cell = self._cell(row, "area")
        if cell is None or cell.empty:
            return meant.area or ""
        found = next((one for one in self.mapping.areas if is_called(one.words, cell)), None)
        if found is None:
            self._leave(cell, f'the area "{shown_label(text_of(cell.value) or "")}"')
            return None
        return found.area if found.area != self._own_area() else ""

    def _own_area(self) -> str:
        from lif.records.board import Board

        board = self.register.find(Board, self.register.board_id)
        return board.area if board else ""

    def _breakdown(self, row: tuple[Cell, ...], meant: ReturnMeasure) -> str | None:
        cell = self._cell(row, "breakdown")
        if cell is None or cell.empty:
            return meant.breakdown or ""
        found = next((one for one in self.mapping.breakdowns if is_called(one.words, cell)), None)
        if found is None:
            self._leave(cell, f'the part "{shown_label(text_of(cell.value) or "")}"')
            return None
        return found.breakdown or ""

    def _period(self, cell: Cell | None, meant: ReturnMeasure) -> Period | None:
        """The period of a row; a problem where its cell says none that can be read."""
        if cell is None or cell.empty:
            where = self.table.heads[0].address if cell is None else cell.address
            self.reading.problems.append(filled.Problem(where, "it is not said for when this figure is"))
            return None
        found = self._read_period(cell, meant)
        if isinstance(found, Problem):
            self.reading.problems.append(filled.Problem(cell.address, found.words))
            return None
        return found

    def _read_period(self, cell: Cell, meant: ReturnMeasure) -> Period | Problem | None:
        kind = self.known[meant.measure][1].period_kind if meant.measure in self.known else "quarter"
        return period_of(cell.value, kind, self._year(), self.form)

    def _year(self) -> Period | None:
        """The financial year of a bare 'Q2': the mapping's, or the one that stands above the table."""
        if self.mapping.year is not None:
            return parse_period(self.mapping.year)
        found = {year for text in self.table.above if (year := year_in(text))}
        return found.pop() if len(found) == 1 else None

    def _named(self) -> set[int]:
        """The columns that the mapping says by name."""
        columns = self.mapping.columns
        names = (getattr(columns, name) for name in type(columns).model_fields)
        return {place for words in names if (place := column_called(self.table.heads, words)) is not None}

    def _unknown_columns(self) -> None:
        """Says of every column that is not read that it is not."""
        named = self._named()
        for place, head in enumerate(self.table.heads):
            if head.empty or place in named or self._is_ignored(head) or self._is_read(head):
                continue
            where = "" if self.table.numbered else head.address
            called = shown_label(text_of(head.value) or "")
            words = f'the column "{called}" is left out: the mapping says nothing of it'
            self.reading.left_out.append(filled.Problem(where or self.table.address(head, place), words))

    def _is_read(self, head: Cell) -> bool:
        if self.mapping.layout == "measures-across":
            return any(is_called(words, head) for one in self.mapping.measures for words in one.words)
        if self.mapping.layout == "periods-across":
            return any(isinstance(self._read_period(head, one), Period) for one in self.mapping.measures)
        return False

    def _is_ignored(self, cell: Cell) -> bool:
        return any(is_called(words, cell) for words in self.mapping.ignore)

    def _leave(self, cell: Cell, what: str) -> None:
        words = f"{what} is left out: the mapping says nothing of it"
        self.reading.left_out.append(filled.Problem(cell.address, words))

    def _cell(self, row: tuple[Cell, ...], column: str) -> Cell | None:
        place = column_called(self.table.heads, getattr(self.mapping.columns, column))
        return row[place] if place is not None and place < len(row) else None
