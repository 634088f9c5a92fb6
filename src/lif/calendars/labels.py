"""How a period is written: the one spelling of records, words for readers, short words for charts."""

from __future__ import annotations

from datetime import date

from lif.calendars import to_date
from lif.calendars.dates import MONTHS, long_date, month_end

TERMS = ("autumn", "spring", "summer")


def quarter_number(day: date) -> int:
    """1 for April to June, 2 for July to September, 3 for October to December, 4 for January to March."""
    return (day.month - 4) % 12 // 3 + 1


def two_years(year: int, joint: str) -> str:
    """`2024-25` or `2024/25` for a year that begins in `year` and ends in the next."""
    return f"{year:04}{joint}{(year + 1) % 100:02}"


def is_ambiguous(year: int, second: int) -> bool:
    """Whether `year-second` reads both as a month and as two years: `2011-12`, for 2000-01 to 2011-12."""
    return 1 <= second <= 12 and (year + 1) % 100 == second


def spelling(kind: str, start: date, end: date) -> str:
    """The spelling of records; see the docstring of `lif.calendars.spellings` for the list."""
    spring = start.year if start.month >= 4 else start.year - 1
    match kind:
        case "quarter":
            return f"{two_years(spring, '-')}-Q{quarter_number(start)}"
        case "financial-year":
            tail = "-financial" if is_ambiguous(start.year, (start.year + 1) % 100) else ""
            return two_years(start.year, "-") + tail
        case "month":
            tail = "-month" if is_ambiguous(start.year, start.month) else ""
            return f"{start.year:04}-{start.month:02}{tail}"
        case "rolling-year":
            return f"year-to-{end.isoformat()}"
        case "academic-year":
            return f"{two_years(start.year, '-')}-academic"
        case "term":
            return f"{two_years(_autumn(start), '-')}-{_term(start)}"
        case "calendar-year":
            return f"{start.year:04}"
        case "pooled":
            return f"{_pool_year(start, '-')}-to-{_pool_year(_last_year(start, end), '-')}"
        case "year-to-date":
            return to_date.spelling(start, end)
    return start.isoformat()


def label(kind: str, start: date, end: date) -> str:
    """Words for readers."""
    spring = start.year if start.month >= 4 else start.year - 1
    match kind:
        case "quarter":
            return f"Quarter {quarter_number(start)} {two_years(spring, '/')} ({_months(start, end)})"
        case "financial-year":
            return two_years(start.year, "/")
        case "month":
            return f"{MONTHS[start.month - 1]} {start.year}"
        case "rolling-year":
            return f"year to {long_date(end)}"
        case "academic-year":
            return f"academic year {two_years(start.year, '/')}"
        case "term":
            return f"{_term(start)} term {two_years(_autumn(start), '/')}"
        case "calendar-year":
            return f"{start.year}"
        case "pooled":
            count = end.year - start.year + (start.month == 1)
            years = f"{_pool_year(start, '/')} to {_pool_year(_last_year(start, end), '/')}"
            return f"{years} ({count} years together)"
        case "year-to-date":
            return to_date.label(start, end)
    return f"at {long_date(start)}"


def short(kind: str, start: date, end: date) -> str:
    """A few characters for a chart's axis."""
    spring = start.year if start.month >= 4 else start.year - 1
    match kind:
        case "quarter":
            return f"Q{quarter_number(start)} {_brief(spring)}"
        case "financial-year":
            return two_years(start.year, "/")
        case "month":
            return f"{MONTHS[start.month - 1][:3]} {start.year % 100:02}"
        case "rolling-year":
            return f"year to {_brief_date(end)}"
        case "academic-year":
            return f"school year {_brief(start.year)}"
        case "term":
            return f"{_term(start)} {_brief(_autumn(start))}"
        case "calendar-year":
            return f"{start.year}"
        case "pooled":
            return f"{_pool_brief(start)}–{_pool_brief(_last_year(start, end))}"
        case "year-to-date":
            return to_date.short(start, end)
    return f"{start.day} {MONTHS[start.month - 1][:3]} {start.year % 100:02}"


def axis(kind: str, start: date, end: date) -> tuple[str, str]:
    """The part within a year, and the year to group under (nothing where the part says it all)."""
    match kind:
        case "quarter":
            return short(kind, start, end)[:2], label(kind, start, end).split()[2]
        case "month":
            return MONTHS[start.month - 1][:3], f"{start.year}"
        case "term":
            return _term(start), two_years(_autumn(start), "/")
        case "year-to-date":
            return to_date.axis(start, end)
    return short(kind, start, end), ""


def _months(start: date, end: date) -> str:
    return f"{MONTHS[start.month - 1]} to {MONTHS[end.month - 1]} {end.year}"


def _brief(year: int) -> str:
    return two_years(year, "/")[2:]


def _brief_date(day: date) -> str:
    name = f"{MONTHS[day.month - 1][:3]} {day.year % 100:02}"
    return name if day == month_end(day.year, day.month) else f"{day.day} {name}"


def _term(start: date) -> str:
    return {9: "autumn", 1: "spring", 4: "summer"}[start.month]


def _autumn(start: date) -> int:
    return start.year if start.month == 9 else start.year - 1


def _last_year(start: date, end: date) -> date:
    """First day of the last of the pooled years."""
    return date(end.year if start.month == 1 else end.year - 1, start.month, 1)


def _pool_year(start: date, joint: str) -> str:
    return f"{start.year:04}" if start.month == 1 else two_years(start.year, joint)


def _pool_brief(start: date) -> str:
    return f"{start.year:04}" if start.month == 1 else _brief(start.year)
