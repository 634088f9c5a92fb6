"""The attack: what could be worked out of a publication, of official figures and of all earlier ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.closing import Shape
from lif.measures.protecting.outside import Outside
from lif.measures.protecting.patterns import LEAST_RANGE, too_narrow
from lif.measures.protecting.showing import parts_of
from lif.measures.protecting.sums import UNBOUNDED, Bounds, Sum, determined, propagated
from lif.measures.protecting.tables import Line
from lif.measures.protecting.windows import sums as window_sums

Name = tuple[Key, str]
"""A figure's numerator (`n`), denominator (`d`), or those who were not counted (`c`)."""


@dataclass(frozen=True)
class Attack:
    """What an attacker can write down: sums that hold, and the cells they are about."""

    cells: Mapping[Key, Cell]
    outside: Outside
    sums: tuple[Sum[Name], ...]
    lines: tuple[tuple[Line, str, bool], ...]

    @classmethod
    def on(cls, cells: Mapping[Key, Cell], outside: Outside, shape: Shape) -> Attack:
        """The attack on these cells. Sums that do not hold in the records are nobody's knowledge."""
        lines = tuple(_lines(cells, outside, shape))
        sums = [
            Sum.of(
                (line.total, "d" if side == "s" else side), [(key, _own(side)) for key in line.parts], more
            )
            for line, side, more in lines
        ]
        sums.extend(_complements(cells.values()))
        sums.extend(Sum.of(tie.one, [tie.other]) for tie in shape.ties)
        sums.extend(
            Sum.of((together[0], "d"), [(key, "n") for key in together]) for together in shape.classes
        )
        for one in shape.balances:
            terms = (
                (1, (one.after, "n")),
                (-1, (one.before, "n")),
                (-1, (one.came, "n")),
                (1, (one.went, "n")),
            )
            sums.append(Sum(terms))
        sums.extend(_floors(cells, shape))
        sums.extend(_earlier(outside, lines))
        return cls(cells, outside, tuple(sums), lines)

    def found(self, hidden: Collection[Key]) -> dict[Key, tuple[Key, ...]]:
        """Hidden cells that could be worked out, or nearly, each with the totals that give it away."""
        bounds = propagated(self.sums, self._given(hidden))
        fixed = determined(self.sums, bounds)
        found: dict[Key, tuple[Key, ...]] = {}
        for key in sorted(hidden, key=lambda one: one.order):
            sides = ("n", "c") if self.cells[key].has_complement else ("n",)
            for name in ((key, side) for side in sides):
                low, high = bounds.get(name, (0, UNBOUNDED))
                if high - low + 1 < LEAST_RANGE or name in fixed:
                    found.setdefault(key, self.totals.get(key, ()))
        for key, total in self._known_pattern(hidden, bounds):
            found.setdefault(key, (total,))
        return found

    @cached_property
    def totals(self) -> Mapping[Key, tuple[Key, ...]]:
        """The totals that each cell is part of."""
        found: dict[Key, dict[Key, None]] = defaultdict(dict)
        for line, _, _ in self.lines:
            for key in line.parts:
                found[key][line.total] = None
        return {key: tuple(totals) for key, totals in found.items()}

    def _given(self, hidden: Collection[Key]) -> dict[Name, Bounds]:
        """What is known of each count before any reckoning."""
        bounds: dict[Name, Bounds] = dict(self.outside.bounds)
        for before in self.outside.before:
            bounds.update(
                {(key, f"{side}@{before.id}"): found for (key, side), found in before.bounds.items()}
            )
        for key, cell in self.cells.items():
            if key in hidden or cell.absent or key in self.outside.kept:
                continue
            shown = parts_of(cell)
            _meet(bounds, (key, "n"), cell.rule.behind(shown.numerator))
            if shown.denominator is not None:
                whole = (shown.denominator, shown.denominator)
                below = whole if cell.of_population else _behind(cell, shown.denominator)
                _meet(bounds, (key, "d"), below)
        return bounds

    def _known_pattern(
        self, hidden: Collection[Key], bounds: Mapping[Name, Bounds]
    ) -> Iterator[tuple[Key, Key]]:
        """Hidden parts of a known total that have too few values for one who knows which are small."""
        for total, parts, more in self._additions(hidden):
            unknown = [name for name in parts if name[0] in hidden and name not in self.outside.bounds]
            low, high = bounds.get(total, (0, UNBOUNDED))
            if not unknown or high >= UNBOUNDED // 2:
                continue
            for name in parts:
                if name not in unknown:
                    least, most = bounds.get(name, (0, UNBOUNDED))
                    low, high = low - most, high - least
            rule = self.cells[unknown[0][0]].rule
            if high >= 0 and too_narrow(rule, len(unknown), (low, high), more):
                yield from ((key, total[0]) for key, _ in unknown)

    def _additions(self, hidden: Collection[Key]) -> Iterator[tuple[Name, list[Name], bool]]:
        """Counts that add up to another: parts to a whole, and what was counted with what was not."""
        for line, side, more in self.lines:
            if side != "d":
                total = (line.total, "d" if side == "s" else side)
                yield total, [(key, _own(side)) for key in line.parts], more
        for key in sorted(hidden, key=lambda one: one.order):
            if self.cells[key].has_complement:
                yield (key, "d"), [(key, "n"), (key, "c")], False


def _own(side: str) -> str:
    return "n" if side == "s" else side


def _behind(cell: Cell, shown: int) -> Bounds:
    """The denominators that are shown like this: those of smaller groups are hidden."""
    low, high = cell.rule.behind(shown)
    return max(low, cell.rule.least_denominator), high


def _meet(bounds: dict[Name, Bounds], name: Name, found: Bounds) -> None:
    low, high = bounds.get(name, found)
    both = (max(low, found[0]), min(high, found[1]))
    bounds[name] = both if both[0] <= both[1] else found


def _count(cells: Mapping[Key, Cell], outside: Outside, name: Name) -> int | None:
    """The true count, as far as the records or an official figure have it."""
    key, side = name
    cell = cells.get(key)
    if cell is None or not cell.known:
        low, high = outside.bounds.get(name, (0, 1))
        return low if low == high else None
    if side == "n" or cell.numerator is None:
        return cell.numerator
    if cell.denominator is None:
        return None
    return cell.denominator if side == "d" else cell.denominator - cell.numerator


def _lines(cells: Mapping[Key, Cell], outside: Outside, shape: Shape) -> Iterator[tuple[Line, str, bool]]:
    """Additions by side that hold in the records: exactly, or with a rest (`True`) that nobody gives.

    Side `s` is of shares: numerators that add up to one denominator that all of them have.
    """
    added: list[Line] = [line for table in shape.tables for line in table.lines]
    for line in (*added, *window_sums(shape.windows)):
        first = cells[line.parts[0]]
        for side in ("n", "d", "c") if first.has_complement else ("n", "d") if first.divided else ("n",):
            rest = _rest(cells, outside, line, side, side)
            if rest is None or rest >= 0:
                yield line, side, bool(rest)
        if first.divided and _are_shares(cells, line) and _rest(cells, outside, line, "d", "n") == 0:
            yield line, "s", False


def _are_shares(cells: Mapping[Key, Cell], line: Line) -> bool:
    """Whether all parts are divided by what the whole is divided by: shares, which add up to it."""
    whole = cells.get(line.total)
    if whole is None or not whole.denominator or len(line.parts) == 1:
        return False
    return all(cells[key].denominator == whole.denominator for key in line.parts)


def _rest(cells: Mapping[Key, Cell], outside: Outside, line: Line, total: str, side: str) -> int | None:
    whole = _count(cells, outside, (line.total, total))
    parts = [_count(cells, outside, (key, side)) for key in line.parts]
    if whole is None or None in parts:
        return None
    return whole - sum(part for part in parts if part is not None)


def _complements(cells: Iterable[Cell]) -> Iterator[Sum[Name]]:
    for cell in cells:
        below = cell.denominator
        if cell.has_complement and (below is None or cell.numerator is None or cell.numerator <= below):
            yield Sum.of((cell.key, "d"), [(cell.key, "n"), (cell.key, "c")])


def _earlier(outside: Outside, lines: Iterable[tuple[Line, str, bool]]) -> Iterator[Sum[Name]]:
    """Additions that held in an earlier publication, with the counts that have changed as they were then."""
    for line, side, more in lines:
        for before in outside.before:
            keys = (line.total, *line.parts)
            if side in ("n", "d") and before.changed.intersection(keys) and before.keys.issuperset(keys):
                names = [(key, f"{side}@{before.id}" if key in before.changed else side) for key in keys]
                yield Sum.of(names[0], names[1:], more)


def _floors(cells: Mapping[Key, Cell], shape: Shape) -> Iterator[Sum[Name]]:
    """A cell of a cross table is at least its two margins less what both are part of."""
    for table in shape.tables:
        for floor in table.floors:
            for side in ("n", "c") if cells[table.keys[0]].has_complement else ("n",):
                counts = [_count(cells, Outside({}), (key, side)) for key in floor]
                numbers = [count for count in counts if count is not None]
                if len(numbers) < len(floor) or numbers[0] >= numbers[1] + numbers[2] - numbers[3]:
                    cell, one, other, both = ((key, side) for key in floor)
                    yield Sum(((1, cell), (-1, one), (-1, other), (1, both)), at_least=True)


def connected(sums: Sequence[Sum[Name]], keys: Iterable[Key]) -> frozenset[Key]:
    """Every cell that hangs together with these by sums, however far."""
    found = set(keys)
    while True:
        more = {
            name[0] for one in sums if any(name[0] in found for _, name in one.terms) for _, name in one.terms
        }
        if more <= found:
            return frozenset(found)
        found |= more
