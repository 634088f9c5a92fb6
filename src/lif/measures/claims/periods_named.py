"""The periods that a sentence names: last quarter, a year ago, in March 2024, Q1, since 2022."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from lif.calendars import PeriodKind
from lif.measures.claims.facts import Point, Track
from lif.measures.claims.numerals import UNITS

_MONTH_WORDS = (
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
    "october oct,november nov,december dec"
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_WORDS.split(","), 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|twelve|[0-9]{1,2}"
_FIND = re.compile(
    rf"""
      (?P<year_ago>\bq[1-4]\s(?:of\s)?(?:last|the\sprevious)\syear\b|(?<!within\s)\b(?:a|one|this\stime\sa|the)\syear\s(?:ago|earlier|before
          |previously)\b|\b(?:12|twelve)\smonths\s(?:ago|earlier|before)\b
        |\b(?:the\s)?same\s(?:quarter|period|time|point|three\smonths|month)\s(?:of\s
            |in\s)?(?:the\s)?(?:last|previous|year\sbefore)(?:\s(?:financial\s)?year)?\b
        |\byear[- ]on[- ]year\b|\b(?:last|previous)\syear's\b)
    | (?P<years_ago>\b(?P<ago>{_COUNT})\syears\s(?:ago|earlier|before)\b)
    | (?P<over_year>\b(?:over|in|during|across|within)\sthe\s(?:last|past|previous)\s(?:12\smonths
        |twelve\smonths|year)\b
        |\bover\sthe\s(?:course\sof\sthe\s)?year\b|\bsince\slast\syear\b|\b(?:than|on|from|with|to
            |against|in)\s(?:the\s)?(?:last|previous)\syear\b|\blast\syear\b)
    | (?P<over>\b(?:over|in|during|across|for|within)\sthe\s(?:last|past
        |previous)\s(?P<n>{_COUNT})\s(?P<of>quarters|years|months)\b)
    | (?P<q>\bq(?P<qn>[1-4])\b(?:\s?(?:of\s)?(?P<qy>(?:20)?[0-9]{{2}})(?:\s?[-/]\s?[0-9]{{2,4}})?)?
        |\b(?P<yq>20[0-9]{{2}})[-/][0-9]{{2}}[- ]q(?P<nq>[1-4])\b
        |\bquarter\s(?P<qw>[1-4]|one|two|three
            |four)\b(?:\s?(?:of\s)?(?P<qv>20[0-9]{{2}})(?:\s?[-/]\s?[0-9]{{2,4}})?)?
        |\b(?P<qo>first|second|third|fourth
            |final)\squarter\sof\s(?P<qz>20[0-9]{{2}})(?:\s?[-/]\s?[0-9]{{2,4}})?)
    | (?P<quarter_ago>\b(?:last|previous|preceding|prior)\s(?:quarter|period|month)\b
        |\bquarter\s(?:before|earlier)\b|\bthe\s(?:last\sone|one\sbefore)\b
        |\b(?:three|3)\smonths\s(?:ago|earlier|before)\b|\bquarter[- ]on[- ]quarter\b|\bpreviously\b)
    | (?P<quarters_ago>\b(?P<qago>{_COUNT})\squarters\s(?:ago|earlier|before)\b)
    | (?P<now>\b(?:this|current|latest|reporting)\s(?:quarter|period|month)\b|\b(?:in|over|during
        |for)\sthe\s(?:quarter|period)\b(?!\s(?:of|before))
        |\bnow\b|\bcurrently\b|\bat\spresent\b|\bat\sthe\send\sof\sthe\s(?:quarter|period)\b)
    | (?P<month>\b(?P<mm>{_MONTH})\b\.?(?:\s(?P<my>20[0-9]{{2}}))?)
    | (?P<fy>\b(?P<fa>20[0-9]{{2}})\s?[-/]\s?(?:20)?(?P<fb>[0-9]{{2}})\b)
    | (?P<year>\b(?:in|since|from|during|of|to|than|before|at|from)\s(?P<yy>20[0-9]{{2}})\b)
    | (?P<this_year>\bthis\s(?:financial\s)?year\b|\byear\sto\sdate\b|\bso\sfar\sthis\syear\b)
    """,
    re.VERBOSE,
)
_ORDER = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A period that is named: where, how, and the points of a track that it may mean."""

    start: int
    end: int
    sort: str
    match: re.Match[str]

    def points(self, track: Track) -> tuple[Point, ...]:
        """The figures of a series that it may mean; none where the series has none of then."""
        meant = {id(point) for point in _meant(self, track)}
        return tuple(point for point in track.points if id(point) in meant)


def named_periods(sentence: str) -> tuple[Named, ...]:
    """The periods that a sentence in small letters names, in order."""
    found = []
    for match in _FIND.finditer(sentence):
        sort = match.lastgroup
        sort = next(name for name in _SORTS if match[name])
        if (
            sort == "month"
            and match["mm"] in ("may", "mar")
            and not match["my"]
            and not re.search(
                r"\b(?:in|of|since|from|to|by|and|until|between|at)\s$", sentence[: match.start()]
            )
        ):
            continue
        found.append(Named(match.start(), match.end(), sort, match))
    return tuple(found)


_SORTS = (
    *("year_ago", "years_ago", "over_year", "over", "q", "quarter_ago", "quarters_ago", "now", "month", "fy"),
    *("year", "this_year"),
)


def _meant(named: Named, track: Track) -> tuple[Point, ...]:
    match, sort, latest = named.match, named.sort, track.latest
    if sort == "now":
        return (latest,)
    if sort == "quarter_ago":
        late = track.until is not None and latest.period.end < track.until
        return tuple(p for p in (track.previous, latest if late else None) if p)
    if sort in ("year_ago", "over_year"):
        return (track.year_ago,) if track.year_ago else ()
    if sort == "this_year":
        return _this_year(track)
    if sort == "years_ago":
        return _years_back(track, _number(match["ago"]))
    if sort == "quarters_ago":
        return _back(track, _number(match["qago"]))
    if sort == "over":
        return _over(track, _number(match["n"]), match["of"])
    if sort == "q":
        return _in_quarter(match, track)
    if sort == "month":
        return _in_month(_MONTHS[match["mm"]], int(match["my"]) if match["my"] else None, track)
    if sort == "fy":
        first = int(match["fa"])
        return _between(track, date(first, 4, 1), date(first + 1, 3, 31))
    return _between(track, date(int(match["yy"]), 1, 1), date(int(match["yy"]) + 1, 3, 31))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else UNITS.get(text, 12)


def _back(track: Track, steps: int) -> tuple[Point, ...]:
    return (track.points[-1 - steps],) if len(track.points) > steps else ()


def _years_back(track: Track, years: int) -> tuple[Point, ...]:
    period = track.latest.period
    for _ in range(years):
        period = period.year_before()
    found = track.at(period)
    return (found,) if found else ()


def _over(track: Track, number: int, unit: str) -> tuple[Point, ...]:
    """Where a stretch of so many quarters or years began."""
    if unit == "years":
        return _years_back(track, number)
    steps = number if unit == "quarters" else max(1, number // 3)
    return tuple(dict.fromkeys((*_back(track, steps), *_back(track, steps - 1 or 1))))


def _this_year(track: Track) -> tuple[Point, ...]:
    """The last figure of the year before, and those of this one."""
    end = track.latest.period.end
    begin = date(end.year if end.month > 3 else end.year - 1, 4, 1)
    return tuple(p for p in track.points if p.period.end >= begin and p is not track.latest) or _back(
        track, 1
    )


def _in_quarter(match: re.Match[str], track: Track) -> tuple[Point, ...]:
    which = match["qn"] or match["nq"] or match["qw"] or match["qo"]
    number = int(which) if which.isdigit() else _ORDER[which]
    year = match["qy"] or match["yq"] or match["qv"] or match["qz"]
    found = [
        point
        for point in track.points
        if point.period.kind is PeriodKind.QUARTER
        and point.period.quarter == number
        and (year is None or point.period.start.year - (number == 4) == int(year) % 100 + 2000)
    ]
    return tuple(found[-1:])


def _in_month(month: int, year: int | None, track: Track) -> tuple[Point, ...]:
    """The last period that holds the month, or ends in it."""
    found = [
        point
        for point in track.points
        if any(
            point.period.start <= day <= point.period.end
            for each in ({point.period.start.year, point.period.end.year} if year is None else {year})
            for day in (date(each, month, 15), date(each, month, 1), _last(each, month))
        )
    ]
    return tuple(found[-1:])


def _last(year: int, month: int) -> date:
    return date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)


def _between(track: Track, first: date, last: date) -> tuple[Point, ...]:
    """The figures of periods that end between two days."""
    return tuple(point for point in track.points if first <= point.period.end <= last)
