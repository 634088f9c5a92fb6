"""One row of figures as its cells state it: numbers, or why there are none; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lif.checks.values import IN_PARTS
from lif.exchange.incoming import values
from lif.exchange.workbooks.cells import Cell
from lif.exchange.workbooks.filled import FilledRow, Problem
from lif.exchange.workbooks.return_words import STATUS_WORDS, STATUSES
from lif.measures.values import ValueStatus
from lif.records.indicators import Indicator, Measure

NUMBERS = ("numerator", "denominator", "value")
LONGEST_COMMENT = 1_000


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row says: its numbers, how firm they are or why there are none, and the comment."""

    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    status: str
    reason: str

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The three numbers, in the order of `NUMBERS`."""
        return (self.numerator, self.denominator, self.value)


def stated(row: FilledRow, indicator: Indicator, measure: Measure) -> Stated | list[Problem] | None:
    """What the row states; None where all its cells are empty, and what is wrong where it cannot be taken."""
    cells = {key: row.cells[key] for key in row.open}
    wrong = [
        Problem(cell.address, "this is worked out by a formula: write the number or the words themselves")
        for cell in cells.values()
        if cell.formula
    ]
    if wrong:
        return wrong
    if all(cell.empty for cell in cells.values()):
        return None
    form = values.Form(negative=indicator.unit == "mean")
    read = {key: values.quantity_of(cells[key].value, form) for key in NUMBERS if key in cells}
    whole = _is_whole(indicator, measure)
    status = values.choice_of(cells["status"].value, STATUSES)
    wrong = [
        Problem(cells[key].address, one.words) for key, one in read.items() if isinstance(one, values.Problem)
    ]
    if isinstance(status, values.Problem):
        wrong.append(Problem(cells["status"].address, status.words))
    for key, one in read.items():
        if whole and isinstance(one, Decimal) and one != one.to_integral_value():
            words = f"{one:f} is not a whole number: write how many there were"
            wrong.append(Problem(cells[key].address, words))
    if wrong or isinstance(status, values.Problem):
        return wrong
    told = cells["reason"].value
    reason = " ".join((told if isinstance(told, str) else values.text_of(told) or "").split())
    if len(reason) > LONGEST_COMMENT:
        words = f"the comment has {len(reason):,} letters, and a figure bears {LONGEST_COMMENT:,}"
        return [Problem(cells["reason"].address, f"{words}: what is longer goes on the sheet 'Story'")]
    return _together(_Row(cells, read, indicator), status, reason)


def _is_whole(indicator: Indicator, measure: Measure) -> bool:
    """Whether its numbers count people, events or things; 12% typed as a numerator is 0.12."""
    words = (indicator.counts, measure.numerator or indicator.numerator, measure.denominator or "")
    parts = IN_PARTS.search(" ".join((*words, indicator.denominator or "")))
    return indicator.unit != "mean" and not measure.source_only and not parts


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Mapping[str, Cell]
    read: Mapping[str, values.Number]
    indicator: Indicator

    def address(self, key: str) -> str:
        return self.cells[key].address

    @property
    def there(self) -> dict[str, Decimal]:
        return {key: one for key, one in self.read.items() if isinstance(one, Decimal)}

    @property
    def missing(self) -> list[str]:
        return [key for key, one in self.read.items() if one is None]

    @property
    def none(self) -> dict[str, values.NoFigure]:
        return {key: one for key, one in self.read.items() if isinstance(one, values.NoFigure)}


def _together(row: _Row, chosen: str | None, reason: str) -> Stated | list[Problem]:
    """The cells of a row taken together: they must say one thing."""
    said = {one.status for one in row.none.values()} | ({chosen} if chosen else set())
    if len(said) > 1 and row.none:
        key = next(iter(row.none))
        words = f"this cell says {_listed(row.none)}, and the status is {STATUS_WORDS[chosen or 'final']}"
        return [Problem(row.address(key), f"{words}: write a number, or let both say the same")]
    status = next(iter(said), None) or "final"
    reason = reason or next((one.reason for one in row.none.values() if one.reason), "")
    wrong = list(_unfit(row, status, bool(said), reason))
    if wrong:
        return wrong
    there = row.there
    return Stated(there.get("numerator"), there.get("denominator"), there.get("value"), status, reason)


def _listed(none: Mapping[str, values.NoFigure]) -> str:
    return " and ".join(dict.fromkeys(STATUS_WORDS[one.status] for one in none.values()))


def _unfit(row: _Row, status: str, told: bool, reason: str) -> Iterator[Problem]:
    """What the sheet itself shows to be wrong with a row."""
    there, first = row.there, next(iter(row.read))
    if not ValueStatus(status).has_figure:
        whole = there.get("denominator") == 0 and status == "not-applicable"
        if there and not whole:
            key = next(iter(there))
            words = f"the status is '{STATUS_WORDS[status]}', and a number stands here: take one of them out"
            yield Problem(row.address(key), words)
        return
    if not there:
        words = "the number is not here" if told else "there is a comment, and no number"
        yield Problem(
            row.address(first), f"{words}: write it (nought is 0), or choose a status that says why"
        )
        return
    for key in row.missing:
        words = f"the {_called(key)} is not here, and the other number is: write it (nought is 0)"
        yield Problem(row.address(key), words)
    figure = there.get("value")
    if figure is not None and row.indicator.unit == "percent" and 0 < abs(figure) < 1 and not reason:
        words = f"{figure:f} can be read as {figure:f}% or as {(figure * 100).normalize():f}%"
        yield Problem(
            row.address("value"), f"{words}: write it per hundred, or say in the comment that it is"
        )
    above = there.get("numerator", Decimal(0)) > there.get("denominator", Decimal("Infinity"))
    if row.indicator.unit == "percent" and above and not reason:
        words = f"{there['numerator']:f} of {there['denominator']:f} is more than the whole"
        yield Problem(row.address("numerator"), f"{words}: were the two swapped? If it is right, say why")


def _called(key: str) -> str:
    return "figure" if key == "value" else key
