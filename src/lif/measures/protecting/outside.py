"""What the public knows beforehand: official figures, and all that the board published earlier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lif.calendars import Period, PeriodKind, parse_period
from lif.measures.protecting.cells import Cell, Key, whole
from lif.measures.protecting.choosing import Chosen
from lif.measures.protecting.outcome import HIDDEN
from lif.measures.protecting.showing import Parts
from lif.measures.series import Figures
from lif.records.publications import Publication, PublishedFigure

Bounds = tuple[int, int]
UNSURE = 5
"""How far an earlier figure may have been rounded, where nobody says by which rule."""
_USUAL = (3, 5, 10)
"""What counts are usually rounded to."""


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier publication: what stood in it, and the counts of figures that have changed since."""

    id: str
    keys: frozenset[Key]
    changed: frozenset[Key]
    bounds: Mapping[tuple[Key, str], Bounds]


@dataclass(frozen=True, slots=True)
class Outside:
    """What everybody may know.

    `bounds` are the counts of figures, by side; `kept` are the board's own figures that stand in an earlier
    publication and have not changed since, as they stood there; `stuck` those that were hidden and have not
    changed. `before` has what has changed: with what has not, it still adds up as it did.
    `elsewhere` were hidden under a series that is not shown now.
    """

    bounds: Mapping[tuple[Key, str], Bounds]
    kept: Mapping[Key, Parts] = field(default_factory=dict)
    stuck: frozenset[Key] = frozenset()
    before: tuple[Before, ...] = ()
    elsewhere: frozenset[Key] = frozenset()


def outside(
    may: Chosen,
    cells: Mapping[Key, Cell],
    ledger: Sequence[Publication],
    figures: Figures,
    until: date,
) -> Outside:
    """What is known from official series of the board's own area and from the ledger, withdrawn or not."""
    bounds = dict(_official(may, figures))
    kept: dict[Key, Parts] = {}
    stuck: set[Key] = set()
    before = []
    for publication, entries in _published(ledger, figures, until):
        on = publication.data_as_at or publication.published or until
        changed = {
            key for figure, key in entries if key in cells and _changed(publication, figure, cells[key], on)
        }
        old: dict[tuple[Key, str], Bounds] = {}
        for figure, key in entries:
            parts = None if figure.shown == HIDDEN else _parts(figure)
            if parts is not None:
                now = cells.get(key)
                for side, shown in (("n", parts.numerator), ("d", parts.denominator)):
                    if shown is not None:
                        behind = _behind(publication, figure, now, side, shown, key in changed)
                        _narrow(old if key in changed else bounds, (key, side), behind)
                if now is not None and key not in changed and _fits(publication, figure, now, parts):
                    kept[key] = parts
            elif figure.shown == HIDDEN and key not in changed:
                stuck.add(key)
        if changed:
            keys = frozenset(key for _, key in entries)
            before.append(Before(publication.id, keys, frozenset(changed), old))
    elsewhere = frozenset(key for key in stuck if key not in cells)
    return Outside(bounds, kept, frozenset(stuck) - kept.keys(), tuple(before), elsewhere)


def _official(may: Chosen, figures: Figures) -> Iterator[tuple[tuple[Key, str], Bounds]]:
    for series in may.official:
        if series.area != figures.own_area(series.address):
            continue
        for figure in series.figures:
            key = Key(series.address, series.breakdown, figure.period)
            for side, part in (("n", figure.value.numerator), ("d", figure.value.denominator)):
                count = whole(part)
                if count is not None and figure.value.status.has_figure:
                    yield (key, side), (count, count)


def _published(
    ledger: Sequence[Publication], figures: Figures, until: date
) -> Iterator[tuple[Publication, list[tuple[PublishedFigure, Key]]]]:
    """The publications of a day with every figure of the board's own that stood in them, oldest first."""
    kinds = {address: PeriodKind(one.measure.period_kind) for (address, _, _), one in figures.series.items()}
    out = [one for one in ledger if one.published is not None and one.published <= until]
    for publication in sorted(out, key=lambda one: (one.published or until, one.id)):
        entries = []
        for figure in publication.figures:
            if figure.area not in (None, figures.own_area(figure.measure)):
                continue
            period = _period(figure.period, kinds.get(figure.measure))
            if period is not None:
                entries.append((figure, Key(figure.measure, figure.breakdown or "", period)))
        yield publication, entries


def _period(text: str, kind: PeriodKind | None) -> Period | None:
    try:
        return parse_period(text, kind)
    except ValueError:
        return None


def _parts(figure: PublishedFigure) -> Parts | None:
    """The counts that stood there; a finished percentage without its parts has none."""
    above = _count(figure.numerator)
    below = _count(figure.denominator)
    if above is None and figure.denominator is None:
        above = _count(figure.shown)
    return None if above is None else Parts(above, below)


def _count(text: str | None) -> int | None:
    plain = (text or "").replace(",", "").strip()
    return whole(Decimal(plain)) if plain.isascii() and plain.isdigit() and len(plain) <= 12 else None


def _behind(
    publication: Publication,
    figure: PublishedFigure,
    cell: Cell | None,
    side: str,
    shown: int,
    changed: bool,
) -> Bounds:
    """What a published count may have been: itself, or what the rule of today rounds to it.

    A publication whose counts of a measure are all multiples of the rule's was rounded by it.
    """
    if cell is None:
        return shown, shown
    true = cell.numerator if side == "n" else cell.denominator
    exact = not cell.rule.rounds or (side == "d" and cell.of_population)
    if not exact and _multiples(publication, figure, side, cell.rule.round_to):
        low, high = cell.rule.behind(shown)
        if changed or true is None or low <= true <= high:
            return low, high
    if changed or true is None or true == shown:
        return shown, shown
    off = max(abs(true - shown), UNSURE)
    return max(shown - off, 0), shown + off


def _multiples(publication: Publication, figure: PublishedFigure, side: str, base: int) -> bool:
    """Whether all that a publication shows of a measure, numerators or denominators, are multiples."""
    texts: Iterable[str | None] = (
        (one.numerator or one.shown) if side == "n" else one.denominator
        for one in publication.figures
        if one.measure == figure.measure and one.shown != HIDDEN
    )
    return all(count % base == 0 for count in map(_count, texts) if count is not None)


def _narrow(bounds: dict[tuple[Key, str], Bounds], name: tuple[Key, str], found: Bounds) -> None:
    """Two publications of one figure tell what both allow."""
    low, high = bounds.get(name, found)
    both = (max(low, found[0]), min(high, found[1]))
    bounds[name] = both if both[0] <= both[1] else found


def _fits(publication: Publication, figure: PublishedFigure, cell: Cell, parts: Parts) -> bool:
    """Whether the published counts can stand where the figure stands: with a denominator if it has one."""
    if not cell.known or cell.divided != (parts.denominator is not None) or parts.denominator == 0:
        return False
    below = parts.denominator is None or _is_shown_so(publication, figure, cell, "d", parts.denominator)
    return below and _is_shown_so(publication, figure, cell, "n", parts.numerator)


def _changed(publication: Publication, figure: PublishedFigure, cell: Cell, on: date) -> bool:
    """Whether a figure has changed since: by its day, or because it cannot be what was shown."""
    parts = None if figure.shown == HIDDEN else _parts(figure)
    if cell.figure.known_since > on or parts is None or not cell.known:
        return cell.figure.known_since > on
    return not _fits(publication, figure, cell, parts)


def _is_shown_so(
    publication: Publication, figure: PublishedFigure, cell: Cell, side: str, shown: int
) -> bool:
    """Whether a count can have been shown like this: as it is, or rounded.

    What was supplied on the very day may have been corrected after: then all that stood beside it has to be
    rounded too.
    """
    true = cell.numerator if side == "n" else cell.denominator
    if true is None or true == shown or (side == "d" and cell.of_population):
        return true == shown
    if cell.figure.known_since < (publication.data_as_at or publication.published or date.max):
        return abs(true - shown) <= UNSURE
    bases = {cell.rule.round_to, *_USUAL}
    return any(
        abs(true - shown) * 2 <= base and _multiples(publication, figure, side, base)
        for base in sorted(bases)
    )
