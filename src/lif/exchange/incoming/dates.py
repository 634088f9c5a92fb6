"""A day from a cell: taken where it can be one day only, refused with how to write it where it can be two."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from lif.calendars import long_date
from lif.exchange.incoming.cells import PLAIN, Form, Problem, Raw, is_blank, not_a, plain, shown

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)
_LAST_SHORT_YEAR = 49
"""'49' is 2049 and '50' may be 1950: of two-figure years only those before it have one meaning here."""

_CLOCK = r"(?:[T ](?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.0+)?)?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_CLOCK}")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
_YEAR_LAST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_CLOCK}")
_DAY_IN = r"([0-9]{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:([a-z]{3,9}),? )?"
_IN_WORDS = re.compile(rf"{_WEEKDAY}{_DAY_IN}(?: of)?[ -/]([a-z]{{3,9}})\.?,?[ -/]'?([0-9]{{4}}|[0-9]{{2}})")
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}([a-z]{{3,9}})\.? {_DAY_IN},? ([0-9]{{4}})")
_HOW = "write the day as in 2026-03-31 or 31 March 2026"


def date_of(cell: Raw, form: Form = PLAIN, within: tuple[date, date] | None = None) -> date | Problem | None:
    """The day that a cell names; `within` are the first and the last day that it may be."""
    if is_blank(cell):
        return None
    if problem := not_a("a day", cell):
        return problem
    found = _day(cell, form)
    if isinstance(found, Problem):
        return found
    first, last = within or (EARLIEST, LATEST)
    if found < first:
        return Problem(f"{long_date(found)} is before {long_date(first)}, the first day it can be")
    if found > last:
        return Problem(f"{long_date(found)} is after {long_date(last)}, the last day it can be")
    return found


def _day(cell: Raw, form: Form) -> date | Problem:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float, Decimal)):
        return _of_number(cell, form)
    text = plain(str(cell))
    if len(text) > 40:
        return Problem(f"the cell holds more than a day: {_HOW}")
    if text.isascii() and text.isdecimal():
        return _of_number(int(text), form)
    return _of_text(text, form)


def _of_number(given: float | Decimal, form: Form) -> date | Problem:
    """20260331, or a day number where the column is known to hold them."""
    number = float(given)
    if number != number or abs(number) > 99_999_999:
        return Problem(f"this number is no day: {_HOW}")
    if number == int(number) and (compact := _COMPACT.fullmatch(str(int(number)))):
        return _made(int(compact[1]), int(compact[2]), int(compact[3]))
    if form.serials and 61 <= number < 2_958_466:
        return date(1899, 12, 30) + timedelta(days=int(number))
    return Problem(f"a bare number is not a day, unless the column holds day numbers: {_HOW}")


def _of_text(text: str, form: Form) -> date | Problem:
    if found := _YEAR_FIRST.fullmatch(text):
        return _made(int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.fullmatch(text):
        return _in_order(text, int(found[1]), int(found[3]), found[4], form)
    lowered = text.lower()
    if found := _IN_WORDS.fullmatch(lowered):
        return _in_words(found[1], found[2], found[3], found[4])
    if found := _MONTH_FIRST.fullmatch(lowered):
        return _in_words(found[1], found[3], found[2], found[4])
    return Problem(f"{shown(text)} is not a day that can be read one way only: {_HOW}")


def _in_order(text: str, one: int, two: int, year_text: str, form: Form) -> date | Problem:
    """Two numbers and a year: which is the day is seen where one is over 12, or said by the mapping."""
    year = _year(year_text)
    if year is None or (len(year_text) == 2 and form.dates is None):
        return Problem(f"{shown(text)} has a year of two figures, and can be read in several ways: {_HOW}")
    if form.dates == "month-first":
        return _made(year, one, two)
    if form.dates == "day-first":
        return _made(year, two, one)
    ways = {day for day in (_made(year, two, one), _made(year, one, two)) if isinstance(day, date)}
    if len(ways) == 2:
        first, second = sorted(ways)
        return Problem(f"{shown(text)} can be read as {long_date(first)} or {long_date(second)}: {_HOW}")
    return ways.pop() if ways else Problem(f"{shown(text)} is no day of the calendar: {_HOW}")


def _in_words(weekday: str | None, day: str, month: str, year_text: str) -> date | Problem:
    number = _number_of(month, MONTHS)
    year = _year(year_text)
    if number is None:
        return Problem(f"this names no month: {_HOW}")
    if year is None:
        return Problem(f"a year of two figures can be read in two ways: {_HOW}")
    made = _made(year, number, int(day))
    if weekday is None or isinstance(made, Problem):
        return made
    said = _number_of(weekday, DAYS)
    if said is None:
        return Problem(f"this names no day of the week: {_HOW}")
    if said != made.isoweekday():
        return Problem(f"{long_date(made)} is a {DAYS[made.weekday()].title()}: look which day is meant")
    return made


def _number_of(word: str, words: tuple[str, ...]) -> int | None:
    """The place of a word among `words`, from 1: whole, or its first three letters ('Sept', 'Tues' too)."""
    short = {"sept": "sep", "tues": "tue", "weds": "wed", "thur": "thu", "thurs": "thu"}.get(word, word)
    return next((place for place, one in enumerate(words, 1) if short in (one, one[:3])), None)


def _year(text: str) -> int | None:
    if len(text) == 4:
        return int(text)
    return 2000 + int(text) if int(text) <= _LAST_SHORT_YEAR else None


def _made(year: int, month: int, day: int) -> date | Problem:
    try:
        return date(year, month, day)
    except ValueError:
        return Problem(f"there is no such day: {_HOW}")
