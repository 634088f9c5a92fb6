"""Figures out of cells: sums, fixed factors, denominators, and the printed figure they have to meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lif.calendars import Period
from lif.exchange.national.cells import Cell, Status

_WORST: tuple[Status, ...] = (
    "suppressed",
    "not-available",
    "low",
    "not-applicable",
    "estimated",
    "provisional",
    "final",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of a published series, before it is written."""

    measure: str
    period: Period
    area: str
    breakdown: str
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    status: Status
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What may stand once in a series."""
        return (self.measure, self.area, self.breakdown, str(self.period))


def total(cells: Sequence[Cell], factor: Decimal | None = None) -> Cell:
    """The sum, times a fixed factor; without a number when a part has none, for the gravest reason."""
    if len(cells) == 1 and factor is None:
        return cells[0]
    worst = min(cells, key=lambda cell: _WORST.index(cell.status))
    if any(cell.number is None for cell in cells):
        return Cell(None, worst.status, worst.reason)
    number = sum((cell.number or Decimal(0) for cell in cells), Decimal(0))
    number = number if factor is None else number * factor
    return Cell(number, worst.status, worst.reason, max(cell.decimals for cell in cells))


NO_DENOMINATOR = Cell(None, "not-available", "there is no population to divide by")


def figure(
    measure: str, period: Period, area: str, breakdown: str, top: Cell, bottom: Cell | None, finished: bool
) -> Figure:
    """A figure from its numerator (or, when `finished`, its value) and denominator.

    Its status is that of the part without a number; a numerator alone is no figure, and is left out. A
    denominator of nought makes the figure not applicable: there was nobody whom it could be about.
    """
    status, reason = top.status, top.reason
    alone = finished or (bottom is not None and bottom.number is None)
    if top.number is not None and bottom is not None:
        if bottom.number is None:
            status, reason = bottom.status, bottom.reason
        elif bottom.number == 0:
            status, reason = "not-applicable", "the denominator is nought"
        elif _WORST.index(bottom.status) < _WORST.index(status):
            status = bottom.status
    return Figure(
        measure,
        period,
        area,
        breakdown,
        None if alone else top.number,
        bottom.number if bottom else None,
        top.number if finished else None,
        status,
        reason,
    )


@dataclass(frozen=True, slots=True)
class Slack:
    """How far a number may be from the true one: half of its last place, or 5 when rounded to tens."""

    decimals: int
    tens: bool

    def of(self, number: Decimal) -> Decimal:
        """The slack of one number of the column."""
        if self.decimals:
            return Decimal(1).scaleb(-self.decimals) / 2
        return Decimal(5) if self.tens and number % 10 == 0 else Decimal(0)


def agrees(
    found: Figure, printed: Decimal, places: int, per: int, tops: Slack, bottoms: Slack, factor: Decimal
) -> bool:
    """Whether numerator over denominator, times `per`, can be what was printed to so many places.

    Counts of England and the regions are rounded to tens by their publisher, and full-time equivalents to a
    tenth, so a range is compared with a range.
    """
    if found.numerator is None or not found.denominator:
        return True
    top, bottom = tops.of(found.numerator), bottoms.of(found.denominator / factor) * factor
    low = (found.numerator - top) / (found.denominator + bottom) * per
    high = (found.numerator + top) / max(found.denominator - bottom, Decimal("0.000001")) * per
    half = Decimal(1).scaleb(-places) / 2
    return low <= printed + half and printed - half <= high
