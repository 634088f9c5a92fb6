"""The numbers that a text about an indicator may rightly say, by what it says that they are."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from lif.calendars import PeriodKind, financial_year_of
from lif.measures.claims.facts import QUANTITIES, Facts, Point, Quantity, all_points
from lif.measures.claims.numerals import Sort
from lif.measures.claims.periods_named import Named

_COUNTS: tuple[Quantity, ...] = ("numerator", "denominator", "rest")


def now(facts: Facts, sort: Sort, named: Named | None, rest: bool = True) -> tuple[Fraction, ...]:
    """The numbers of the period that is named, in any series of the indicator; or else of the latest."""
    points = [p for track in facts.tracks for p in (named.points(track) if named else (track.latest,))]
    if named and named.sort in ("this_year", "over_year"):
        points += [track.latest for track in facts.tracks]
    if named is None:
        points = [p for p in points if p.period.end == facts.latest.period.end] or points[:1]
    return tuple(number for point in points for number in numbers_of(point, facts, sort, rest))


def earlier(facts: Facts, sort: Sort, rest: bool = True) -> tuple[Fraction, ...]:
    """The numbers of every period before."""
    points = [point for track in facts.tracks for point in track.points if point is not track.latest]
    return tuple(number for point in points for number in numbers_of(point, facts, sort, rest))


def numbers_of(point: Point, facts: Facts, sort: Sort, rest: bool = True) -> tuple[Fraction, ...]:
    """The numbers of one figure that a number of a sort may be, as it is and as it was before revisions.

    `rest` says whether what is left of a hundred may be meant.
    """
    found: list[Fraction] = []
    for each in (point, *point.before):
        if sort in ("percent", "share", "points"):
            found += [each.value] if facts.unit == "percent" else []
            found += [100 - each.value] if facts.unit == "percent" and rest else []
            found += _share_of(each) if facts.unit != "percent" else []
        elif sort == "rate":
            found.append(each.value)
        else:
            found += [n for q in _COUNTS if (n := each.of(q)) is not None]
            found.append(each.value)
    return tuple(found)


def _share_of(point: Point) -> list[Fraction]:
    if not point.numerator or not point.denominator or point.numerator > point.denominator:
        return []
    return [100 * point.numerator / point.denominator]


def changes(facts: Facts, sort: Sort, named: Named | None) -> tuple[Fraction, ...]:
    """Differences between the latest figure and one before, and gaps to the target and to others' figures."""
    found: list[Fraction] = []
    for track in facts.tracks:
        meant = named.points(track) if named and named.sort != "now" else ()
        usual = tuple(p for p in (track.previous, track.year_ago) if p)
        for before in meant or usual:
            found += _between(before, track.latest, facts, sort)
        if not meant:
            for before in (p for p in track.points[:-1] if p not in usual):
                found += _between(before, track.latest, facts, sort) if len(track.points) <= 3 else []
    gaps = [facts.latest.aim, *(one.number for one in facts.beside)]
    for other in gaps:
        if other is not None:
            found.append(abs(facts.latest.value - other))
            found += [abs(facts.latest.value - other) * 100 / other] if other and sort == "percent" else []
    found += [abs(one.own - one.number) for one in facts.beside]
    return tuple(found)


def _between(before: Point, after: Point, facts: Facts, sort: Sort) -> list[Fraction]:
    found = []
    for quantity in QUANTITIES:
        first, last = before.of(quantity), after.of(quantity)
        if first is None or last is None:
            continue
        if sort == "points":
            found += [abs(last - first)] if quantity == "value" else []
        elif sort in ("percent", "share"):
            found += [abs(last - first) * 100 / abs(first)] if first else []
            found += [abs(last - first)] if quantity == "value" and facts.unit == "percent" else []
        elif quantity != "value" or facts.unit != "percent" or sort == "count":
            found.append(abs(last - first))
    return found


def totals(facts: Facts, sort: Sort) -> tuple[Fraction, ...]:
    """Quarters taken together: the year so far, each whole year, and the last four."""
    found: list[Fraction] = list(facts.totals)
    for track in facts.tracks:
        quarters = [p for p in track.points if p.period.kind in (PeriodKind.QUARTER, PeriodKind.MONTH)]
        years: dict[object, list[Point]] = {}
        for point in quarters:
            years.setdefault(financial_year_of(point.period.end), []).append(point)
        for stretch in (*years.values(), quarters[-4:], quarters):
            found += _added(stretch, facts, sort)
    return tuple(found)


def _added(points: list[Point], facts: Facts, sort: Sort) -> list[Fraction]:
    """The sums of a stretch of quarters, and the share that they make."""
    tops, bottoms = [p.numerator for p in points], [p.denominator for p in points]
    if not points or None in tops:
        return []
    top = sum((each for each in tops if each is not None), Fraction(0))
    bottom = sum((each for each in bottoms if each is not None), Fraction(0))
    if sort in ("percent", "share"):
        return [100 * top / bottom, 100 - 100 * top / bottom] if bottom else []
    return [top, bottom, bottom - top] if sort == "count" else []


def pairs_of(points: list[Point], rest: bool = True) -> list[tuple[Fraction, Fraction]]:
    """Numerator or rest, each with the denominator."""
    found = []
    for point in points:
        for each in (point, *point.before):
            if each.numerator is not None and each.denominator is not None:
                found.append((each.numerator, each.denominator))
                found += [(each.denominator - each.numerator, each.denominator)] if rest else []
    return found


def every_count(facts: Facts) -> frozenset[Fraction]:
    """Every number of people or events of any period."""
    return frozenset(n for p in all_points(facts.tracks) for q in _COUNTS if (n := p.of(q)) is not None)


def steps(points: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    """Each figure with the one before."""
    return list(pairwise(points))
