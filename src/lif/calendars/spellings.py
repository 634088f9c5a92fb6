"""Reading the spelling of a period in a record, and the freer spelling of a quarter on the command line.

In records: quarter `2024-25-Q3`, financial year `2024-25`, month `2024-06`, snapshot `2025-03-31`, rolling
year `year-to-2024-09-30`, academic year `2023-24-academic`, term `2023-24-autumn` (`spring`, `summer`),
calendar year `2024`, pooled years `2021-22-to-2023-24` (calendar years `2021-to-2023`), year to date
`2025-26-to-Q2` or `2025-26-to-August` (`lif.calendars.to_date`). Twelve spellings,
`2000-01` to `2011-12`, read both as a financial year and as a month: they are refused unless the kind is
known, and written in full as `2011-12-financial` or `2011-12-month`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from lif.calendars import periods
from lif.calendars.dates import MONTHS
from lif.calendars.labels import is_ambiguous, two_years
from lif.calendars.periods import Period, PeriodKind, quarter_of

_FIRST, _LAST = 1900, 2199

EXAMPLES = (
    "2024-25-Q3 (quarter), 2024-25 (financial year), 2024-06 (month), 2025-03-31 (one day), "
    "year-to-2024-09-30, 2023-24-academic, 2023-24-autumn, 2024 (calendar year), 2021-22-to-2023-24 "
    "or 2025-26-to-Q2 (year to date)"
)


@lru_cache(maxsize=4096)
def parse_period(text: str, kind: PeriodKind | None = None) -> Period:
    """The period that a record's text spells; `kind`, when given, must be what it is.

    Raises ValueError with a plain message: what is there, what was expected.
    """
    for pattern, make in _FORMS:
        if match := pattern.fullmatch(text):
            period = make(text, kind, *match.groups())
            if kind is not None and period.kind is not kind:
                raise ValueError(f"{text} is a {period.kind.words}; a {kind.words} is expected here")
            return period
    raise ValueError(_unknown(text))


def parse_quarter_option(text: str, as_at: date, latest: Period | None = None) -> Period:
    """The quarter meant by `--quarter`: `2025-26-Q2`, `2025/26 Q2`, `Q2 2025/26`, `current` or `latest`.

    `current` is the quarter that holds `as_at`; `latest` is what the caller passes, since it depends on the
    returns. Raises ValueError in plain words, also for `2025-Q2`, which could mean two quarters.
    """
    plain = text.strip()
    if plain.lower() == "current":
        return quarter_of(as_at)
    if plain.lower() == "latest":
        if latest is None:
            raise ValueError(f"there is no latest quarter: none that ended by {as_at} has a return")
        return latest
    found = _quarter_in_words(plain)
    if found is None:
        raise ValueError(
            f"{text!r} is not a quarter: write it as 2025-26-Q2, 2025/26 Q2, Q2 2025/26, latest or current"
        )
    return found


_YEARS = r"([0-9]{4}) ?[-/–] ?([0-9]{4}|[0-9]{2})"
_LOOSE = (
    re.compile(rf"{_YEARS}[ -]*[Qq]([0-9])"),
    re.compile(rf"[Qq]([0-9])[ -]*{_YEARS}"),
)
_ONE_YEAR = re.compile(r"([0-9]{4})[ /-]*[Qq]([0-9])|[Qq]([0-9])[ /-]*([0-9]{4})")


def _quarter_in_words(text: str) -> Period | None:
    if match := _ONE_YEAR.fullmatch(text):
        year, number = int(match[1] or match[4]), int(match[2] or match[3])
        raise ValueError(_two_quarters(text, _year(text, str(year)), _number(text, number)))
    for pattern in _LOOSE:
        if match := pattern.fullmatch(text):
            first = pattern is _LOOSE[0]
            year_text, second, number_text = match.groups() if first else (match[2], match[3], match[1])
            return periods.quarter(
                _financial(text, year_text, second[-2:], second), _number(text, int(number_text))
            )
    return None


def _two_quarters(text: str, year: int, number: int) -> str:
    by_calendar = quarter_of(date(year, 3 * number - 2, 1))
    by_finance = periods.quarter(year, number)
    return (
        f"{text} could mean two quarters: write {by_finance} for {_span(by_finance)}, "
        f"or {by_calendar} for {_span(by_calendar)} (quarters are financial: Q1 is April to June)"
    )


def _span(period: Period) -> str:
    return period.label.partition("(")[2].rstrip(")")


def _number(text: str, number: int) -> int:
    if not 1 <= number <= 4:
        raise ValueError(f"{text} names quarter {number}: a year has quarters 1 to 4")
    return number


def _year(text: str, digits: str) -> int:
    year = int(digits)
    if not _FIRST <= year <= _LAST:
        raise ValueError(f"{text} names the year {digits}: years run from {_FIRST} to {_LAST}")
    return year


def _financial(text: str, first: str, second: str, written: str = "") -> int:
    year = _year(text, first)
    follows = written == str(year + 1) or (len(written or second) == 2 and int(second) == (year + 1) % 100)
    if not follows:
        raise ValueError(
            f"{text} joins {first} and {written or second}, which do not follow each other: "
            f"the year that begins in {first} is {two_years(year, '-')}"
        )
    return year


def _quarter(text: str, _: PeriodKind | None, first: str, second: str, number: str) -> Period:
    return periods.quarter(_financial(text, first, second), _number(text, int(number)))


def _pair(text: str, kind: PeriodKind | None, first: str, second: str) -> Period:
    """`2024-25` and `2024-06`: told apart by what the second number can be."""
    year, number = _year(text, first), int(second)
    if is_ambiguous(year, number) and kind not in (PeriodKind.MONTH, PeriodKind.FINANCIAL_YEAR):
        meant = periods.month(year, number)
        raise ValueError(
            f"{text} could mean the financial year {two_years(year, '/')} or {meant.label}: "
            f"write {text}-financial or {text}-month"
        )
    if 1 <= number <= 12 and not (is_ambiguous(year, number) and kind is PeriodKind.FINANCIAL_YEAR):
        return periods.month(year, number)
    return periods.financial_year(_financial(text, first, second))


def _financial_year(text: str, _: PeriodKind | None, first: str, second: str) -> Period:
    return periods.financial_year(_financial(text, first, second))


def _month(text: str, _: PeriodKind | None, first: str, second: str) -> Period:
    year = _year(text, first)
    if not 1 <= int(second) <= 12:
        raise ValueError(f"{text} names month {second}: a year has months 01 to 12")
    return periods.month(year, int(second))


def _academic_year(text: str, _: PeriodKind | None, first: str, second: str) -> Period:
    return periods.academic_year(_financial(text, first, second))


def _term(text: str, _: PeriodKind | None, first: str, second: str, name: str) -> Period:
    return periods.term(_financial(text, first, second), name)


def _calendar_year(text: str, _: PeriodKind | None, first: str) -> Period:
    return periods.calendar_year(_year(text, first))


def _day(text: str, digits: str) -> date:
    year = _year(text, digits[:4])
    try:
        return date(year, int(digits[5:7]), int(digits[8:]))
    except ValueError:
        raise ValueError(f"{text} names a day that is not in the calendar: {digits}") from None


def _snapshot(text: str, _: PeriodKind | None, digits: str) -> Period:
    return periods.snapshot(_day(text, digits))


def _rolling_year(text: str, _: PeriodKind | None, digits: str) -> Period:
    return periods.rolling_year(_day(text, digits))


def _pooled_financial(text: str, _: PeriodKind | None, a: str, b: str, c: str, d: str) -> Period:
    first, last = _financial(text, a, b), _financial(text, c, d)
    return periods.pooled(periods.financial_year(first), periods.financial_year(last))


def _pooled_calendar(text: str, _: PeriodKind | None, first: str, last: str) -> Period:
    return periods.pooled(periods.calendar_year(_year(text, first)), periods.calendar_year(_year(text, last)))


def _to_quarter(text: str, _: PeriodKind | None, first: str, second: str, number: str) -> Period:
    year, last = _financial(text, first, second), 3 * _number(text, int(number)) + 3
    return periods.year_to_date(periods.financial_year(year), last % 12 or 12)


def _to_month(text: str, _: PeriodKind | None, first: str, second: str, name: str) -> Period:
    last = MONTHS.index(name) + 1
    if last % 3 == 0:
        meant = periods.year_to_date(periods.financial_year(_financial(text, first, second)), last)
        raise ValueError(f"{text} ends with a quarter: write {meant}")
    return periods.year_to_date(periods.financial_year(_financial(text, first, second)), last)


def _academic_to(text: str, _: PeriodKind | None, first: str, second: str, name: str) -> Period:
    year = periods.academic_year(_financial(text, first, second))
    return periods.year_to_date(year, MONTHS.index(name) + 1)


def _calendar_to(text: str, _: PeriodKind | None, first: str, name: str) -> Period:
    return periods.year_to_date(periods.calendar_year(_year(text, first)), MONTHS.index(name) + 1)


_MONTH = f"({'|'.join(MONTHS)})"
_PAIR = "([0-9]{4})-([0-9]{2})"
_ISO = "([0-9]{4}-[0-9]{2}-[0-9]{2})"
_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(_PAIR + "-Q([0-9])"), _quarter),
    (re.compile(_PAIR), _pair),
    (re.compile(_ISO), _snapshot),
    (re.compile("year-to-" + _ISO), _rolling_year),
    (re.compile("([0-9]{4})"), _calendar_year),
    (re.compile(_PAIR + "-academic"), _academic_year),
    (re.compile(_PAIR + "-(autumn|spring|summer)"), _term),
    (re.compile(f"{_PAIR}-to-{_PAIR}"), _pooled_financial),
    (re.compile("([0-9]{4})-to-([0-9]{4})"), _pooled_calendar),
    (re.compile(_PAIR + "-financial"), _financial_year),
    (re.compile(_PAIR + "-month"), _month),
    (re.compile(_PAIR + "-to-Q([0-9])"), _to_quarter),
    (re.compile(f"{_PAIR}-to-{_MONTH}"), _to_month),
    (re.compile(f"{_PAIR}-academic-to-{_MONTH}"), _academic_to),
    (re.compile(f"([0-9]{{4}})-to-{_MONTH}"), _calendar_to),
)


def _unknown(text: str) -> str:
    """Names the nearest right spelling when a quarter is merely written another way."""
    try:
        meant = _quarter_in_words(text.strip())
    except ValueError as problem:
        return str(problem)
    if meant is not None:
        return f"{text} is not how a quarter is written in records: write {meant}"
    return f"{text!r} is not a period: write one of {EXAMPLES}"
