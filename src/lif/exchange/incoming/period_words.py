"""For when a figure is, as sheets say it: '2024/25 Q2', 'Q2' below a year, 'Apr-25', 'July to Sept 2025'."""

from __future__ import annotations

import re
from datetime import date

from lif.calendars import (
    Period,
    PeriodKind,
    financial_year,
    month,
    month_end,
    parse_period,
    quarter,
    quarter_of,
    snapshot,
)
from lif.exchange.incoming.cells import PLAIN, Form, Problem, Raw, is_blank, plain
from lif.exchange.incoming.dates import MONTHS, date_of

_YEARS = re.compile(r"((?:19|20)[0-9]{2}) ?[-/] ?((?:19|20)?[0-9]{2})")
_QUARTER = re.compile(r"(?:q|qtr|quarter|qu) ?\.?([1-4])|([1-4])(?:st|nd|rd|th) quarter", re.IGNORECASE)
_MONTHS_TO = re.compile(
    r"([a-z]{3,9}) ?(?:to|-|until) ?([a-z]{3,9}),? ((?:19|20)[0-9]{2}|'?[0-9]{2})", re.IGNORECASE
)
_MONTH = re.compile(r"([a-z]{3,9})[ -/]'?((?:19|20)[0-9]{2}|[0-9]{2})", re.IGNORECASE)
_HOW = "write it as in 2024-25-Q3, 2024-25 or 2024-06"


def period_of(
    cell: Raw, kind: str, year: Period | None = None, form: Form = PLAIN
) -> Period | Problem | None:
    """The period of a kind that a cell names; None for a blank. `year` is that of a bare 'Q2'."""
    if is_blank(cell):
        return None
    if isinstance(cell, date):
        return _of_day(cell, kind)
    text = plain(str(cell)) if isinstance(cell, str) else _number(cell)
    found = _spelt(text) or _in_words(text, year)
    if isinstance(found, Problem):
        return found
    if found is None:
        day = date_of(text, form)
        if isinstance(day, date):
            return _of_day(day, kind)
        if isinstance(day, Problem) and any(map(str.isdigit, text)) and re.search("[/.-]", text):
            return day
        return Problem(f"this says no period that is known: {_HOW}")
    if found.kind.value != kind:
        return Problem(f"this is a {found.kind.words}, and the series is of another kind ({kind})")
    return found


def year_in(text: str) -> Period | None:
    """The one financial year that a text names, such as a title above a table; None for none or several."""
    found = {year for match in _YEARS.finditer(plain(text)) if (year := _financial(match))}
    return found.pop() if len(found) == 1 else None


def _number(cell: Raw) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _of_day(day: date, kind: str) -> Period | Problem:
    """A day as a head: the month that begins on it, or the quarter or month that ends on it."""
    if isinstance(day, date) and hasattr(day, "date"):
        day = day.date()
    if kind == PeriodKind.SNAPSHOT:
        return snapshot(day)
    if kind == PeriodKind.MONTH and day in (day.replace(day=1), month_end(day.year, day.month)):
        return month(day.year, day.month)
    if kind == PeriodKind.QUARTER and quarter_of(day).end == day:
        return quarter_of(day)
    return Problem(f"a single day is no {kind.replace('-', ' ')}: {_HOW}")


def _spelt(text: str) -> Period | None:
    try:
        return parse_period(text)
    except ValueError:
        return None


def _in_words(text: str, year: Period | None) -> Period | Problem | None:
    named = _YEARS.search(text)
    rest = " ".join((text[: named.start()] + text[named.end() :]).split()).strip(" -,:()") if named else text
    if found := _QUARTER.fullmatch(rest.strip("() ")):
        of = (_financial(named) if named else None) or (None if named else year)
        if of is None:
            return Problem(f"this quarter is of no year that is said: {_HOW}, or give the mapping its year")
        return quarter(of.start.year, int(found[1] or found[2]))
    if named and not rest:
        return _financial(named)
    if found := _MONTHS_TO.fullmatch(text):
        return _months(found[1], found[2], _year(found[3]))
    if found := _MONTH.fullmatch(text):
        number = _month(found[1])
        return month(_year(found[2]), number) if number else None
    return None


def _financial(match: re.Match[str]) -> Period | None:
    first, second = int(match[1]), match[2]
    follows = int(second) in (first + 1, (first + 1) % 100)
    return financial_year(first) if follows else None


def _months(first: str, last: str, year: int) -> Period | None:
    begins, ends = _month(first), _month(last)
    if not begins or not ends or ends - begins != 2:
        return None
    found = quarter_of(date(year, begins, 1))
    return found if found.start.month == begins else None


def _month(word: str) -> int | None:
    low = word.lower()
    short = "sep" if low == "sept" else low
    return next((place for place, name in enumerate(MONTHS, 1) if short in (name, name[:3])), None)


def _year(text: str) -> int:
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
