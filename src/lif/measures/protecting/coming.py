"""Years that an official series will give one day: what is shown now must stand beside that total too."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.outside import Outside
from lif.measures.protecting.patterns import LEAST_RANGE
from lif.measures.protecting.rules import Rule
from lif.measures.protecting.showing import parts_of
from lif.measures.protecting.windows import Window

Off = tuple[int, int]


def too_early(
    cells: Mapping[Key, Cell], hidden: Collection[Key], outside: Outside, windows: Sequence[Window]
) -> Iterator[Key]:
    """The last figure of a year in which only one more is to come, where rounding leaves too little doubt.

    Should that one be small, its year's total would tell it within two values. With two figures of the year
    hidden it does not.
    """
    for window in windows:
        parts = [key for key in window.parts if not cells[key].absent]
        if window.total is not None or not parts or any(key in hidden for key in parts):
            continue
        if sum(key.period.months for key in parts) + parts[0].period.months != window.period.months:
            continue
        sides = ("n", "c") if cells[parts[0]].has_complement else ("n",)
        spans = {side: [_off(cells[key], outside, side) for key in parts] for side in sides}
        if any(_tells(cells[parts[0]].rule, offs) for offs in spans.values()):
            last = max(parts, key=lambda key: key.period.sort_key)
            if last not in outside.kept:
                yield last


def rests(
    cells: Mapping[Key, Cell], hidden: Collection[Key], outside: Outside, windows: Sequence[Window]
) -> Iterator[Key]:
    """Figures of a year whose total is known already, beside which a small rest of the year would stand."""
    for window in windows:
        parts = [key for key in window.parts if cells[key].known]
        low, high = outside.bounds.get((window.total, "n"), (0, 1)) if window.total else (0, 1)
        if low != high or not parts or any(key in hidden for key in parts):
            continue
        rest = low - sum(cells[key].numerator or 0 for key in parts)
        if 1 <= rest <= cells[parts[0]].rule.hide_to:
            yield from (key for key in parts if key not in outside.kept)


def _tells(rule: Rule, offs: Sequence[Off]) -> bool:
    """Whether some small count would keep fewer than three values beside the total."""
    down, up = sum(low for low, _ in offs), sum(high for _, high in offs)
    least = 0 if rule.zero_is_hidden else 1
    return any(
        min(count + up, rule.hide_to) - max(count + down, least) + 1 < LEAST_RANGE
        for count in range(least, rule.hide_to + 1)
    )


def _off(cell: Cell, outside: Outside, side: str) -> Off:
    """How far a count may lie below and above what can be told of it."""
    above, below = cell.numerator or 0, cell.denominator or 0
    low, high = _known(cell, outside, "n")
    if side == "n":
        return above - high, above - low
    least, most = _known(cell, outside, "d")
    return (below - above) - (most - low), (below - above) - (least - high)


def _known(cell: Cell, outside: Outside, side: str) -> tuple[int, int]:
    """The bounds within which a shown count is known."""
    earlier = outside.bounds.get((cell.key, side))
    if cell.key in outside.kept and earlier is not None:
        return earlier
    shown = parts_of(cell)
    if side == "n":
        return cell.rule.behind(shown.numerator)
    assert shown.denominator is not None
    return cell.rule.behind(shown.denominator)
