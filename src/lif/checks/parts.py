"""Parts against their total, and a figure that is both counted and divided by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from lif.checks.finding import Finding, check
from lif.checks.lines import WITH_FIGURE, Line, lines
from lif.checks.plausible import own_lines
from lif.diagnostics import Severity
from lif.records.board import Board
from lif.records.indicators import Indicator
from lif.register import Register

_FIELDS = ("numerator", "denominator")


class Whole(NamedTuple):
    """A figure of a measure, period and supplier, whatever part of it."""

    address: str
    period: str
    area: str
    supplier: str


@check("F165", Severity.WARNING)
def parts_beside_their_total(register: Register, as_at: date) -> Iterator[Finding]:
    """The parts of a figure add up to more than the whole; or all of them are there and add up to less.

    Why:
        3,045 and 346 and 356 were printed beside a total of 3,711: either a child stands in two parts, or one
        of the four is wrong, and nobody can tell which.
    Fails:
        numerator: 50 of all ages, with age = 0 to 9 of 30 and age = 10 to 17 of 25.
    Mend:
        Correct the figure; name the dimension in the indicator's `overlaps` where a child can stand in two
        parts; or say in a value's `reason` why they do not add up, as where the age of some is not known.
    Source:
        A data set of July 2014 whose parts overlapped without a word.
    """
    wholes: dict[Whole, Line] = {}
    parts: dict[tuple[Whole, str], list[Line]] = defaultdict(list)
    hidden: set[tuple[Whole, str]] = set()
    board = register.find(Board, register.board_id)
    for line in lines(register):
        if board is not None and line.area != (line.measure.area or board.area):
            continue  # other areas are only compared with, and theirs are rounded by their publisher
        key = Whole(line.address, line.period, line.area, line.supplier)
        dimension = line.breakdown.partition("=")[0].strip().casefold()
        if line.status not in WITH_FIGURE:
            hidden.add((key, dimension))
        elif line.breakdown:
            parts[key, dimension].append(line)
        else:
            wholes[key] = line
    named = _named(parts)
    for (key, dimension), found in parts.items():
        whole = wholes.get(key)
        if whole is None or len(found) < 2 or dimension in _overlaps(whole.indicator):
            continue
        if whole.reason or any(line.reason for line in found):
            continue
        all_there = (key, dimension) not in hidden and _names(found) == named[key.address, dimension]
        yield from _sums(whole, found, dimension, all_there)


def _sums(whole: Line, parts: list[Line], dimension: str, all_there: bool) -> Iterator[Finding]:
    for field in _FIELDS:
        total: Decimal | None = getattr(whole, field)
        numbers: list[Decimal | None] = [getattr(line, field) for line in parts]
        there = [number for number in numbers if number is not None]
        if total is None or not there or whole.indicator.unit == "mean":
            continue
        added = sum(there, Decimal(0))
        short = all_there and len(there) == len(parts) and added < total
        if added > total or short:
            way = "more than" if added > total else "and all are there, but fewer than"
            message = (
                f"the parts by {dimension} have a {field} of {added} together, {way} the {total} of the whole"
            )
            hint = "correct one of them, or say in 'reason' or the indicator's 'overlaps' why"
            yield whole.finding(message, hint, field)
            return


def _named(parts: dict[tuple[Whole, str], list[Line]]) -> dict[tuple[str, str], frozenset[str]]:
    """Every part that a dimension of a measure was ever divided into."""
    found: dict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for (key, dimension), lines_ in parts.items():
        found[key.address, dimension] |= _names(lines_)
    return found


def _names(parts: list[Line]) -> frozenset[str]:
    return frozenset(line.breakdown.casefold() for line in parts)


def _overlaps(indicator: Indicator) -> frozenset[str]:
    return frozenset(dimension.casefold() for dimension in indicator.overlaps)


@check("F166", Severity.WARNING)
def links_of_a_chain_apart(register: Register, as_at: date) -> Iterator[Finding]:
    """A figure is divided by what another indicator counts, and the two have different numbers of it.

    Why:
        506 referrals on one page and 560 on the next: the board stops believing either.
    Fails:
        re-referrals of 560, where the rate of referrals of the same quarter counts 506.
    Mend:
        Correct the figure that is wrong; if both are right, say in a value's `reason` what is counted
        otherwise.
    Source:
        Contacts, referrals, assessments: each is counted once and divided by in the next.
    """
    counted: dict[tuple[str, str, str, str, str, bool], Line] = {}
    for line, _ in own_lines(register):
        counted[_link(line.indicator.id, line)] = line
    for line, _ in own_lines(register):
        source = line.indicator.divided_by
        other = counted.get(_link(source, line)) if source else None
        if other is None or other.numerator is None or line.denominator is None:
            continue
        if other.numerator != line.denominator and not (line.reason or other.reason):
            message = f"this is divided by {line.denominator}, and '{other.address}' counts {other.numerator}"
            yield line.finding(message, "correct one of the two, or say why in 'reason'", "denominator")


def _link(indicator: str, line: Line) -> tuple[str, str, str, str, str, bool]:
    """What must be the same for two figures to speak of the same children."""
    supplier = line.supplier if line.row is None else "published"
    return indicator, line.period, line.area, line.breakdown, supplier, line.measure.illustrative


PARTS = (parts_beside_their_total, links_of_a_chain_apart)
