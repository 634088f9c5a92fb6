"""The year labels of national files, and the period that a mapping says they stand for."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from lif.calendars import (
    Period,
    academic_year,
    calendar_year,
    financial_year,
    pooled,
    quarter,
    rolling_year,
    snapshot,
)

Rule = str
"""`period` of an import mapping: what a year in the file stands for."""


class NotAPeriod(ValueError):  # noqa: N818 - named for what was found
    """A label does not name a whole year that the mapping can use; the message says why."""


_WHOLE_YEARS = frozenset(
    f"{sort} year" for sort in ("academic", "calendar", "financial", "tax", "reporting")
) | {"ay", "cy", "fy", "ty", "ry"}


@lru_cache(maxsize=4096)
def ees_period(label: str, identifier: str, rule: Rule) -> Period:
    """The period of `time_period` and `time_identifier`; quarters, terms, weeks, months are no whole years.

    Raises NotAPeriod with the reason in plain words.
    """
    if identifier.strip().lower() not in _WHOLE_YEARS:
        raise NotAPeriod(f"'{identifier.strip() or 'a blank time_identifier'}' is not a whole year")
    digits = label.strip()
    if re.fullmatch("[0-9]{4}", digits):
        return _of_year(int(digits), rule)
    if not re.fullmatch("[0-9]{6}", digits):
        raise NotAPeriod(f"'{digits}' is not a year of four digits, or of six as in 202425")
    return _of_pair(int(digits[:4]), digits[4:], digits, rule)


_MARK = re.compile(r"\s*\(([A-Za-z]+)\)$")
_PAIR = re.compile(r"([0-9]{4})[/-]([0-9]{2})")
_POOL = re.compile(r"([0-9]{4})/([0-9]{2})-([0-9]{2})/([0-9]{2})")


@lru_cache(maxsize=4096)
def lait_period(label: str, rule: Rule) -> tuple[Period, bool]:
    """The period of a LAIT year label, and whether it is marked provisional.

    Shapes: 2025, 2023/24, 2021-22, 2014-16 (three calendar years pooled), 2013/14-15/16 (three financial
    years pooled), each with or without (OT), (Rev), (Final) or (prov). Raises NotAPeriod.
    """
    mark = _MARK.search(label)
    provisional = mark is not None and mark[1].lower().startswith("prov")
    plain = _MARK.sub("", label).strip()
    if re.fullmatch("(?:19|20|21)[0-9]{2}", plain):
        return _of_year(int(plain), rule), provisional
    if match := _POOL.fullmatch(plain):
        first, last = int(match[1]), int(match[1][:2] + match[3])
        if int(match[2]) == (first + 1) % 100 and int(match[4]) == (last + 1) % 100 and last > first:
            return pooled(financial_year(first), financial_year(last)), provisional
    if match := _PAIR.fullmatch(plain):
        first, second = int(match[1]), int(match[2])
        if second != (first + 1) % 100 and second > first % 100:
            return pooled(calendar_year(first), calendar_year(first // 100 * 100 + second)), provisional
        return _of_pair(first, match[2], plain, rule), provisional
    raise NotAPeriod(f"'{label}' is not a year label that LAIT is known to use")


def quarters_of(label: str, identifier: str) -> tuple[Period, ...]:
    """The four quarters of the financial year that a row is about."""
    year = ees_period(label, identifier, "financial-year")
    return tuple(quarter(year.start.year, number) for number in (1, 2, 3, 4))


def _of_year(year: int, rule: Rule) -> Period:
    """A single year under a rule: a two-year rule means the year that ends in it."""
    if not 1950 <= year <= 2150:
        raise NotAPeriod(f"{year} is not a year that statistics can be about")
    match rule:
        case "financial-year" | "quarters-from-months":
            return financial_year(year - 1)
        case "academic-year":
            return academic_year(year - 1)
        case "calendar-year":
            return calendar_year(year)
        case "snapshot-31-march":
            return snapshot(date(year, 3, 31))
        case "snapshot-30-september":
            return snapshot(date(year, 9, 30))
        case "year-to-30-september":
            return rolling_year(date(year, 9, 30))
        case "mid-year":
            return snapshot(date(year, 6, 30))
    raise NotAPeriod(f"the mapping's period '{rule}' is not known")


def _of_pair(first: int, second: str, label: str, rule: Rule) -> Period:
    if int(second) != (first + 1) % 100:
        raise NotAPeriod(f"{label} joins two years that do not follow each other")
    if rule == "calendar-year":
        raise NotAPeriod(f"{label} names two years, and the mapping says calendar year")
    if rule in ("snapshot-30-september", "year-to-30-september", "mid-year"):
        raise NotAPeriod(f"{label} names two years, and the mapping says {rule.replace('-', ' ')}")
    return _of_year(first + 1, rule)
