"""Tables without a name or a number in which each row is still one person: an age, a sex, what happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lif.exchange.incoming import person_values as shapes
from lif.exchange.incoming.cells import Raw, is_blank
from lif.exchange.incoming.person_columns import HEADS_WITHIN, Sign, column_words, row_words
from lif.exchange.incoming.person_heads import CORE, Tells, head_words, tells
from lif.exchange.incoming.person_values import share, text_of_figures
from lif.exchange.incoming.sheets import Sheet, turned

_SHAPES: Mapping[Tells, Callable[[Raw], bool]] = {
    Tells.AGE: shapes.is_age,
    Tells.BORN_IN: shapes.is_birth_year,
    Tells.SEX: shapes.is_sex,
    Tells.ETHNICITY: shapes.is_words,
    Tells.TRAIT: shapes.is_words,
    Tells.POSTCODE: shapes.is_postcode,
    Tells.INITIALS: shapes.is_initials,
    Tells.MAYBE_NUMBER: shapes.is_identifier,
    Tells.MAYBE_NAME: shapes.could_be_name,
}
_PERSONAL = frozenset({Tells.AGE, Tells.BORN_IN, Tells.SEX, Tells.ETHNICITY})
_OF_ONE_PERSON = re.compile(
    r"\b(?:days?|weeks?|months|hours|scores?|sdq|previous|duration|length|attendance|placements?|episodes?"
    r"|siblings?|times|missing|moves?|visits?|missed|weight|height|bmi|level|year group|priority)\b"
)
_ONE_OF_THEM = re.compile(
    r"child|children|young person|yp|pupil|student|patient|client|family|families|baby|mother|mum|parent"
)
_REFERENCE = re.compile(r"\b(?:ids?|refs?|reference|identifier|key)$")
_A_CHILD = re.compile(r"\b(?:child|young person|yp|pupil|student|patient|baby|boy|girl)\b")
MOST_ROWS, MOST_ACROSS = 400, 120
"""So many rows tell what a table is; a list of people is one from its beginning."""
_FULL_GRID = 0.6


def by_rows(sheet: Sheet) -> Iterator[Sign]:
    """The particulars of a table of which each row is one person."""
    sample = sheet.rows[:MOST_ROWS]
    for rows, words in ((sample, column_words), (turned(sample[:MOST_ACROSS]), row_words)):
        for place, heads in enumerate(rows[:HEADS_WITHIN]):
            if not _may_be_heads(heads):
                continue
            table = _Table(heads, rows[place + 1 :])
            if table.is_of_persons():
                for at in sorted(table.core or table.found):
                    yield Sign(sheet, words(sheet, at, str(heads[at])), table.found[at].value)
                return


def _may_be_heads(heads: Sequence[Raw]) -> bool:
    """Whether any of them says something of a person or a child: most rows need no more looking at."""
    told = [head for head in heads if isinstance(head, str)]
    return any(
        (tells(head) or Tells.EVENT) is not Tells.EVENT or _A_CHILD.search(head.lower()) for head in told
    )


class _Table:
    """A row taken as heads, and what stands beneath it."""

    def __init__(self, heads: Sequence[Raw], rows: Sequence[Sequence[Raw]]) -> None:
        told = {place: tells(head) for place, head in enumerate(heads) if isinstance(head, str)}
        self.heads = {place: head_words(str(heads[place])) for place in told}
        self.rows = [row for row in rows if sum(not is_blank(cell) for cell in row) > 1]
        self.found = {place: one for place, one in told.items() if one and self._keeps(place, one)}
        self.core = {place for place, one in self.found.items() if one in CORE}

    def is_of_persons(self) -> bool:
        """Two particulars of a person, or one and what happened, on rows that count nothing."""
        kinds = {self.found[place] for place in self.core}
        if len(self.rows) < 2:
            return False
        if not kinds & _PERSONAL:
            return self._is_of_families() or self._says_of_each_child()
        events = sum(one is Tells.EVENT for one in self.found.values())
        if len(kinds) < 2 and events < 2:
            return False
        counts = self._counts()
        if not counts:
            return True
        others = [place for place in self.heads if place not in counts]
        if self._repeats(others) >= 0.15:
            return True
        each = all(_OF_ONE_PERSON.search(self.heads[place]) for place in counts)
        return each and self._fills_grid() < _FULL_GRID

    def _is_of_families(self) -> bool:
        """A column of children or families, each once, with days and what happened, and nothing counted."""
        named = [place for place, head in self.heads.items() if _ONE_OF_THEM.fullmatch(head)]
        days = [place for place in self.heads if share(self._cells(place), shapes.is_day) >= 0.8]
        for place in named:
            cells = self._cells(place)
            apart = len({text_of_figures(cell) for cell in cells}) == len(cells) > 1
            if (
                apart
                and days
                and not {*self._counts()} - {place}
                and share(cells, shapes.is_one_person) >= 0.8
            ):
                self.found[place] = Tells.MAYBE_NAME
                self.core = {place}
                return True
        return False

    def _says_of_each_child(self) -> bool:
        """A reference in each row, and yes or no to something that is said of a child."""
        references = [
            place
            for place, head in self.heads.items()
            if _REFERENCE.search(head) and share(self._cells(place), shapes.is_identifier) >= 0.8
        ]
        answers = [
            place
            for place, head in self.heads.items()
            if _A_CHILD.search(head) and share(self._cells(place), shapes.is_yes_or_no) >= 0.8
        ]
        if references and answers:
            self.found |= dict.fromkeys(answers, Tells.TRAIT)
            self.core = set(answers)
        return bool(references and answers)

    def _cells(self, place: int) -> list[Raw]:
        return [row[place] for row in self.rows if place < len(row) and not is_blank(row[place])]

    def _keeps(self, place: int, found: Tells) -> bool:
        cells = self._cells(place)
        if found is Tells.EVENT:
            return share(cells, lambda cell: shapes.is_day(cell) or isinstance(cell, str)) >= 0.5
        fits = _SHAPES.get(found)
        return fits is not None and share(cells, fits) >= 0.7

    def _counts(self) -> list[int]:
        """Columns of figures that count: not an age, not a number of somebody, not 1 in every row."""
        return [
            place
            for place in self.heads
            if place not in self.core
            and not self._numbers_rows(place)
            and share(cells := self._cells(place), shapes.is_number) >= 0.8
            and (len(cells) < 3 or {text_of_figures(cell) for cell in cells} != {"1"})
        ]

    def _numbers_rows(self, place: int) -> bool:
        """Whether a column numbers its rows: 1, 2, 3, or a reference in each."""
        cells = [text_of_figures(cell) for cell in self._cells(place)]
        counted = cells == [str(number) for number in range(1, len(cells) + 1)]
        return counted or (bool(_REFERENCE.search(self.heads[place])) and len(set(cells)) == len(cells))

    def _repeats(self, places: Sequence[int]) -> float:
        """The part of the rows that say what another says: a table of counts names each group once."""
        rows = [tuple(str(row[place]) if place < len(row) else "" for place in places) for row in self.rows]
        return 1 - len(set(rows)) / len(rows)

    def _fills_grid(self) -> float:
        """How much of all combinations of the particulars is there: nearly all in a table of counts."""
        room = 1
        for place in self.core:
            room *= len({str(cell) for cell in self._cells(place)}) or 1
        combined = {tuple(str(row[place]) for place in self.core if place < len(row)) for row in self.rows}
        return len(combined) / room
