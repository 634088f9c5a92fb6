"""The attacker with an exact solver: the least and the most that every hidden count can be.

It knows all publications, the rules, official totals, which figures add up, and which counts are the same. It
is written for the invented boards alone and shares no line with what it attacks.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix
from tests.measures.protecting.boards import BoardOf, Counted, Kept, Part, lines, words, years

from lif.calendars import Period
from lif.measures.protecting import Protected, ShownCell

Name = tuple[str, Part, Period, date, str]
Numbers = npt.NDArray[np.float64]
FAR = 20_000
NEAR = 40


@dataclass
class Leak:
    """A hidden count of which fewer than three values remain."""

    name: Name
    true: int
    low: int
    high: int


@dataclass
class Known:
    """Everything that an attacker writes down."""

    bounds: dict[Name, tuple[int, int]] = field(default_factory=dict)
    rows: list[tuple[list[tuple[int, Name]], int, int]] = field(default_factory=list)
    hidden: dict[Name, int] = field(default_factory=dict)
    small: dict[Name, tuple[int, int]] = field(default_factory=dict)

    def narrow(self, name: Name, low: int, high: int) -> None:
        old = self.bounds.get(name, (0, FAR))
        self.bounds[name] = (max(low, old[0]), min(high, old[1]))

    def adds(self, total: Name, parts: Iterable[Name], rest: bool = False) -> None:
        terms = [(1, total), *((-1, part) for part in parts)]
        self.rows.append((terms, 0, FAR if rest else 0))


def known_from(publications: Sequence[tuple[date, BoardOf, Protected]]) -> Known:
    """What the publications give away at first sight, with the sums that hold."""
    known = Known()
    first: dict[Name, tuple[str | None, str | None]] = {}
    for on, board, outcome in publications:
        shown = {(cell.measure, cell.breakdown, cell.period): cell for cell in outcome.shown}
        for one in board.counted:
            _read(known, first, one, shown, on)
            _sums(known, one, on)
        _same(known, board, on)
    on, board, _ = publications[-1]
    for one in board.counted:
        _official(known, one, on)
    return known


def _version(one: Counted, part: Part, period: Period) -> date:
    return one.since.get((part, period), period.end + timedelta(days=20))


def _name(one: Counted, part: Part, period: Period, side: str) -> Name:
    return (one.id, part, period, _version(one, part, period), side)


def _there(one: Counted, on: date) -> list[tuple[Part, Period]]:
    return [key for key in one.counts if key[0] not in one.dropped and _version(one, *key) <= on]


def _read(
    known: Known,
    first: dict[Name, tuple[str | None, str | None]],
    one: Counted,
    shown: dict[tuple[str, str, Period], ShownCell],
    on: date,
) -> None:
    kept = one.kept
    for part, period in _there(one, on):
        above, below = one.counts[part, period]
        names = {side: _name(one, part, period, side) for side in ("n", "d", "c")}
        cell = shown[one.address, words(part), period]
        if one.unit == "percent":
            known.adds(names["d"], [names["n"], names["c"]])
        true = {"n": above, "d": below, "c": below - above}
        for side in ("n", "c") if one.unit == "percent" else ("n",):
            if cell.hidden or (kept.small(true[side]) and names["n"] not in first):
                known.hidden[names[side]] = true[side]
            if cell.hidden and kept.small(true[side]):
                known.small[names[side]] = (0 if kept.zero else 1, kept.hide_to)
        if cell.hidden:
            continue
        texts = (cell.numerator, cell.denominator)
        if names["n"] in first:
            assert first[names["n"]] == texts, f"{names['n']} is shown in two ways, and nothing was revised"
            continue
        first[names["n"]] = texts
        known.narrow(names["n"], *kept.behind(int(cell.numerator or ""), 0))
        if cell.denominator is not None:
            known.narrow(names["d"], *kept.behind(int(cell.denominator), kept.least))


def _sums(known: Known, one: Counted, on: date) -> None:
    there = set(_there(one, on))
    for period in {period for _, period in there}:
        for total, parts in lines(one):
            inside = [part for part in parts if (part, period) in there]
            if not inside or (total, period) not in one.counts or total in one.dropped:
                continue
            for side in ("n",) if one.unit == "count" else ("n", "d"):
                index = 0 if side == "n" else 1
                rest = one.counts[total, period][index] - sum(
                    one.counts[part, period][index] for part in inside
                )
                names = [_name(one, part, period, side) for part in inside]
                if side == "n" and 1 <= rest <= one.kept.hide_to:
                    left = (one.id, (("rest", str(inside)), *total), period, on, "n")
                    known.hidden[left] = rest
                    names.append(left)
                known.adds(_name(one, total, period, side), names, rest != 0 or bool(one.dropped))


def _same(known: Known, board: BoardOf, on: date) -> None:
    first = board.counted[0]
    for one in board.counted:
        side = {"twin": "n", "chained": "d"}.get(one.id)
        for part, period in _there(one, on) if side else ():
            known.adds(_name(one, part, period, side or ""), [_name(first, part, period, "n")])


def _official(known: Known, one: Counted, on: date) -> None:
    for year, (above, below) in years(one).items():
        if one.yearly and year.end + timedelta(days=150) <= on:
            for side, total in (("n", above), ("d", below)) if one.unit != "count" else (("n", above),):
                quarters = [period for part, period in one.counts if not part and year.contains(period.start)]
                terms = [(1, _name(one, (), period, side)) for period in quarters]
                known.rows.append((terms, total, total))


def leaks(known: Known, seed: int, knows_small: bool) -> list[Leak]:
    """Hidden counts with fewer than three possible values.

    With `knows_small` the attacker has been told which hidden counts are small, which no publication says.
    What follows from that and from official figures alone, without any figure of the board's own, is not
    counted against the publication.
    """
    found = _narrow(known, seed, knows_small)
    alone = {leak.name for leak in _narrow(replace(known, bounds={}), seed, knows_small)} if found else set()
    return [leak for leak in found if leak.name not in alone]


def _narrow(known: Known, seed: int, knows_small: bool) -> list[Leak]:
    if not known.hidden:
        return []
    names: dict[Name, int] = {}
    for name in known.hidden:
        names.setdefault(name, len(names))
    for terms, _, _ in known.rows:
        for _, name in terms:
            names.setdefault(name, len(names))
    low, high = np.zeros(len(names)), np.full(len(names), float(FAR))
    for name, index in names.items():
        low[index], high[index] = known.bounds.get(name, (0, FAR))
        if knows_small and name in known.small:
            least, most = known.small[name]
            low[index], high[index] = max(low[index], least), min(high[index], most)
    solver = Solver(names, known.rows, low, high)
    return list(solver.narrow(known.hidden, random.Random(seed)))


class Solver:
    """Whole numbers within bounds and sums, found by HiGHS."""

    def __init__(
        self,
        names: dict[Name, int],
        rows: list[tuple[list[tuple[int, Name]], int, int]],
        low: Numbers,
        high: Numbers,
    ) -> None:
        self.names, self.bounds = names, Bounds(low, high)
        data, at, of = [], [], []
        for index, (terms, _, _) in enumerate(rows):
            for factor, name in terms:
                data.append(factor)
                at.append(index)
                of.append(names[name])
        matrix = csr_matrix((data, (at, of)), shape=(len(rows), len(names)))
        lows, highs = [row[1] for row in rows], [row[2] for row in rows]
        self.sums = [LinearConstraint(matrix, lows, highs)] if rows else []

    def solved(self, goal: Numbers) -> Numbers:
        """An assignment that makes the goal as small as it can be."""
        found = milp(goal, constraints=self.sums, bounds=self.bounds, integrality=np.ones(len(self.names)))
        assert found.x is not None, f"the attacker's sums do not hold: {found.message}"
        return np.asarray(np.rint(found.x))

    def narrow(self, hidden: dict[Name, int], rng: random.Random) -> Iterable[Leak]:
        """The hidden counts that keep fewer than three values; many at once, then the doubtful one by one."""
        seen: dict[Name, set[int]] = {name: {true} for name, true in hidden.items()}
        open_ = list(hidden)
        for _ in range(4):
            goal = np.zeros(len(self.names))
            for name in open_:
                goal[self.names[name]] = rng.choice((-1, 1))
            for sign in (1, -1):
                found = self.solved(sign * goal)
                for name, values in seen.items():
                    values.add(int(found[self.names[name]]))
            open_ = [name for name in open_ if max(seen[name]) - min(seen[name]) < 2]
            if not open_:
                return
        for name in open_:
            goal = np.zeros(len(self.names))
            goal[self.names[name]] = 1
            low, high = (int(self.solved(sign * goal)[self.names[name]]) for sign in (1, -1))
            if high - low < 2:
                yield Leak(name, hidden[name], low, high)


def another(board: BoardOf, outcome: Protected, seed: int) -> BoardOf:
    """The board with other hidden counts: small ones stay small, what is shown and adds up stays so.

    A total that is hidden because it stands at a bound is what it is, as a small count is.
    """
    rows: list[tuple[list[tuple[int, Name]], int, int]] = []
    true: dict[Name, int] = {}
    free: dict[Name, tuple[int, int]] = {}
    shown = {(cell.measure, cell.breakdown, cell.period): cell for cell in outcome.shown}
    for one in board.counted:
        kept = one.kept
        small = {
            (_dimensions(part), period) for part, period in one.counts if _small_by_itself(one, part, period)
        }
        for (part, period), (above, below) in one.counts.items():
            names = {side: _name(one, part, period, side) for side in "ndc"}
            true |= {names["n"]: above, names["d"]: below, names["c"]: below - above}
            rows.append(([(1, names["d"]), (-1, names["n"]), (-1, names["c"])], 0, 0))
            cell = shown.get((one.address, words(part), period))
            if cell is None or (cell.hidden and (_dimensions(part), period) in small):
                free |= {name: (0, true[name] + NEAR) for name in names.values()}
                free |= _as_small(one, kept, names, above, below)
        for period in {period for _, period in one.counts}:
            for total, parts in lines(one):
                if (total, period) in one.counts:
                    for side in "nd":
                        terms = [(1, _name(one, total, period, side))]
                        terms += [(-1, _name(one, part, period, side)) for part in parts]
                        rest = sum(factor * true[name] for factor, name in terms)
                        rows.append((terms, rest, rest))
    first = board.counted[0]
    for one in board.counted:
        side = {"twin": "n", "chained": "d"}.get(one.id, "")
        for part, period in one.counts if side else ():
            rows.append(([(1, _name(one, part, period, side)), (-1, _name(first, part, period, "n"))], 0, 0))
    return _changed(board, rows, true, free, seed)


def _dimensions(part: Part) -> tuple[str, ...]:
    return tuple(name for name, _ in part)


def _small_by_itself(one: Counted, part: Part, period: Period) -> bool:
    names = {side: _name(one, part, period, side) for side in "ndc"}
    return bool(_as_small(one, one.kept, names, *one.counts[part, period]))


def _as_small(
    one: Counted, kept: Kept, names: dict[str, Name], above: int, below: int
) -> dict[Name, tuple[int, int]]:
    """What makes a figure small, within which it may change."""
    least = 0 if kept.zero else 1
    if kept.small(above):
        return {names["n"]: (least, kept.hide_to)}
    if one.unit != "count" and below < kept.least:
        return {names["d"]: (0, kept.least - 1)}
    if one.unit == "percent" and kept.small(below - above):
        return {names["c"]: (least, kept.hide_to)}
    return {}


def _changed(
    board: BoardOf,
    rows: list[tuple[list[tuple[int, Name]], int, int]],
    true: dict[Name, int],
    free: dict[Name, tuple[int, int]],
    seed: int,
) -> BoardOf:
    names = {name: index for index, name in enumerate(true)}
    low = np.array([float(free.get(name, (count, count))[0]) for name, count in true.items()])
    high = np.array([float(free.get(name, (count, count))[1]) for name, count in true.items()])
    rng = random.Random(seed)
    goal = np.array([float(rng.choice((-1, 1))) for _ in names])
    found = Solver(names, rows, low, high).solved(goal)
    other = deepcopy(board)
    for one in other.counted:
        for part, period in one.counts:
            counts = (int(found[names[_name(one, part, period, side)]]) for side in "nd")
            one.counts[part, period] = (next(counts), next(counts))
    return other
