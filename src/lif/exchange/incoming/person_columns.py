"""One sheet looked through for people: columns by their heads, columns by their cells, and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lif.exchange.incoming import person_values as shapes
from lif.exchange.incoming.cells import Raw, is_blank
from lif.exchange.incoming.person_heads import CERTAIN, Tells, head_words, tells
from lif.exchange.incoming.person_values import Cells, share
from lif.exchange.incoming.sheets import Sheet, filled_below, turned
from lif.exchange.workbooks.scanning import letters

HEADS_WITHIN = 60
"""A head stands within so many rows of the top; tables further down are met by their values."""


_SAYS_NOTHING = re.compile(r"dates?|days?|[a-z]{0,3} ?[0-9]{0,2}|(?:column|field|unnamed|data) ?[0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a sheet shows people, and what stands there; no value."""

    sheet: Sheet
    place: str
    what: str


def by_heads(sheet: Sheet) -> Iterator[Sign]:
    """Columns, or rows of a form, whose head promises a person and whose cells keep the promise."""
    for row, cells in enumerate(sheet.rows[:HEADS_WITHIN]):
        if not _are_heads(cells):
            continue
        for column, cell in enumerate(cells):
            found = tells(cell) if isinstance(cell, str) else None
            below = filled_below(sheet.rows, row, column) if found else []
            if found and not _is_label(sheet.rows, row, column) and _is_kept(found, str(cell), below):
                yield Sign(sheet, column_words(sheet, column, str(cell)), found.value)
    yield from _in_a_form(sheet)


def _are_heads(cells: Cells) -> bool:
    """Whether a row is mostly words: 'Surname, 1204, 1204, 100%' is a measure of how much is recorded."""
    filled = [cell for cell in cells if not is_blank(cell)]
    return share(filled, lambda cell: isinstance(cell, str) and not shapes.is_number(cell)) >= 0.5


def _is_label(rows: Sequence[Sequence[Raw]], row: int, column: int) -> bool:
    """Whether another such head stands next above or beneath: the side of a form."""
    near = [rows[place] for place in (row - 1, row + 1) if 0 <= place < len(rows)]
    beside = [cells[column] for cells in near if column < len(cells)]
    return any(isinstance(cell, str) and tells(cell) in CERTAIN for cell in beside)


def _in_a_form(sheet: Sheet) -> Iterator[Sign]:
    """Labels down the side, of one child or of several; a name alone may be that of who filled it in."""
    seen = []
    sideways = turned(sheet.rows)
    for column, cells in enumerate(sideways[:6]):
        for row, cell in enumerate(cells):
            found = tells(cell) if isinstance(cell, str) else None
            if found in CERTAIN and _is_kept(found, str(cell), filled_below(sideways, column, row), True):
                seen.append((found, Sign(sheet, row_words(sheet, row, str(cell)), found.value)))
    if any(found is not Tells.NAME or "child" in sign.place for found, sign in seen):
        yield from (sign for _, sign in seen)


def _is_kept(found: Tells, head: str, below: Cells, sideways: bool = False) -> bool:
    """Whether what stands under a head is what the head says."""
    if not below:
        return False
    if found is Tells.BIRTH:
        as_numbers = not sideways and len(below) > 2 and share(below, shapes.is_day_or_serial) >= 0.8
        return share(below, shapes.is_day) >= 0.3 or as_numbers or share(below, _is_year) >= 0.8
    if found is Tells.NUMBER:
        return _are_numbers(head_words(head), below)
    if found is Tells.NAME:
        return share(below, shapes.is_words) >= 0.6
    if found is Tells.HOME:
        return share(below, shapes.is_postcode) >= 0.3 or share(below, _is_address) >= 0.5
    if found is Tells.MAYBE_NAME:
        known = share(below, shapes.is_name) >= 0.5 and len(below) > (1 if head_words(head) != "name" else 2)
        first = head_words(head) != "name" and share(below, shapes.is_first_name) >= 0.5 and len(below) > 1
        unnamed = first or (share(below, shapes.is_anonymous) >= 0.6 and len(set(map(str, below))) > 2)
        return known or unnamed
    return False


def _is_year(cell: Raw) -> bool:
    return shapes.is_birth_year(cell)


def _is_address(cell: Raw) -> bool:
    return isinstance(cell, str) and cell[:1].isdigit() and any(map(str.isalpha, cell))


def _are_numbers(head: str, below: Cells) -> bool:
    named = head.split()
    if {"nhs", "upn", "uln", "chi", "nino"} & set(named) or head.startswith("national insurance"):
        sorts = (shapes.is_ten_figures, shapes.is_upn, shapes.is_nino)
        hidden = re.search("pseudo|hash|encrypt|anon|mask", head)
        if any(share(below, fits) >= 0.2 for fits in sorts) or not hidden:
            return any(share(below, fits) >= 0.2 for fits in sorts)
    different = len({shapes.text_of_figures(cell) for cell in below})
    if different < 0.5 * len(below):
        return False
    if share(below, shapes.is_identifier) >= 0.6:
        return True
    return {"id", "ids", "identifier"} & set(named) != set() and different > 2


def by_values(sheet: Sheet) -> Iterator[Sign]:
    """Columns that show people whatever stands above them."""
    columns = [[cell for cell in column if not is_blank(cell)] for column in turned(sheet.rows)]
    for place, cells in enumerate(columns):
        if what := _shown_by(cells, columns[place + 1] if place + 1 < len(columns) else []):
            yield Sign(sheet, column_words(sheet, place), what)
    for place, row in enumerate(sheet.rows[:HEADS_WITHIN]):
        filled = [cell for cell in row if not is_blank(cell)]
        if sum(map(shapes.is_name, filled)) >= 3 and not shapes.of_an_office(head_words(str(filled[0]))):
            yield Sign(sheet, f"row {place + 1}", Tells.NAME.value)


def _shown_by(cells: Cells, beside: Cells) -> str:
    tens = [cell for cell in cells if shapes.is_ten_figures(cell)]
    if len(tens) > 1 and share(tens, shapes.is_nhs) >= 0.8:
        return "NHS numbers"
    if any(shapes.is_upn(cell) for cell in cells):
        return "unique pupil numbers"
    if any(shapes.is_nino(cell) for cell in cells):
        return "National Insurance numbers"
    head = head_words(str(cells[0])) if cells and not shapes.is_name(cells[0]) else ""
    if shapes.of_an_office(head):
        return ""
    if sum(map(shapes.is_name, cells)) >= 3 and share(cells, shapes.is_name) >= 0.5:
        return Tells.NAME.value
    told = sum(map(shapes.begins_with_name_and_has_day, cells))
    if told + sum(map(shapes.begins_with_name_and_story, cells)) >= 2:
        return Tells.NAME.value
    first = share(cells, shapes.is_first_name) >= 0.5 and len(cells) > 2
    if first and share(beside, shapes.is_one_word) >= 0.8 and len(beside) > 2:
        return Tells.NAME.value
    return Tells.BIRTH.value if _are_births(cells, head) else ""


def _are_births(cells: Cells, head: str) -> bool:
    """Days years apart, all different and none of them regular, that no head explains."""
    if head and not shapes.is_day(cells[0]) and not _SAYS_NOTHING.fullmatch(head):
        return False
    days = [day for cell in cells if (day := shapes.day_of(cell))]
    if len(days) < 5 or len(days) < 0.8 * (len(cells) - 1) or len(set(days)) < 0.8 * len(days):
        return False
    return (max(days) - min(days)).days > 3 * 365 and len({day.day for day in days}) > 3


def by_texts(sheet: Sheet) -> Iterator[Sign]:
    """Cells of text in which somebody can be told: a comment, a commentary, a title."""
    from lif.privacy.kinds import PersonalData
    from lif.privacy.scanning import scan

    personal = {
        *(PersonalData.NHS_NUMBER, PersonalData.UPN, PersonalData.ULN, PersonalData.NATIONAL_INSURANCE),
        *(PersonalData.DATE_OF_BIRTH, PersonalData.NAME_AND_AGE, PersonalData.INITIALS_AND_AGE),
        *(PersonalData.RELATION, PersonalData.CASE_NUMBER),
    }
    seen: set[str] = set()
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or len(cell) < 6 or cell in seen:
                continue
            seen.add(cell)
            hit = next((hit for hit in scan(cell) if hit.sure and hit.kind in personal), None)
            if hit is not None:
                yield Sign(sheet, cell_words(sheet, row, column), f"in its text, {hit.kind.words}")


def column_words(sheet: Sheet, place: int, head: str = "") -> str:
    """'column C "date of birth"', 'hidden column 3'."""
    named = letters(place + 1) if sheet.lettered else str(place + 1)
    hidden = "hidden " if place in sheet.hidden_columns else ""
    return f"{hidden}column {named}" + (f' "{head_words(head)}"' if head else "")


def row_words(sheet: Sheet, place: int, head: str = "") -> str:
    """'row 3 "age of child"', of a table that lies on its side."""
    return f'{"row" if sheet.lettered else "line"} {place + 1} "{head_words(head)}"'


def cell_words(sheet: Sheet, row: int, column: int) -> str:
    """'cell C12', 'line 12, column 3'."""
    if sheet.lettered:
        return f"cell {letters(column + 1)}{row + 1}"
    return f"line {row + 1}, column {column + 1}"
