"""protect(): the figures of a workspace become public ones; nothing else makes a public figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lif.measures.protecting.balances import balances
from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.choosing import Chosen, chosen
from lif.measures.protecting.closing import Shape
from lif.measures.protecting.hiding import Hiding, hiding
from lif.measures.protecting.outcome import Protected, Refusal, made
from lif.measures.protecting.outside import Outside, outside
from lif.measures.protecting.repeated import repeated
from lif.measures.protecting.rules import DEFAULT, Rule, rule_of, weaknesses
from lif.measures.protecting.showing import protected_series
from lif.measures.protecting.tables import tables
from lif.measures.protecting.ties import classes, strictest, ties
from lif.measures.protecting.windows import flows, official_years, windows
from lif.measures.series import Figures, Series
from lif.records.indicators import Indicator
from lif.records.publications import Publication
from lif.register import Register


def protect(
    register: Register, figures: Figures, until: date, ledger: Sequence[Publication] = ()
) -> Protected:
    """What may be published of the figures on a day, after all that was published before.

    Only what was said to be public is in it. Whatever is small is hidden, and with it whatever it could be
    worked back from. Where a rule is too weak, or something could be worked back all the same, there are
    refusals and no figures.
    """
    may = chosen(register, figures, until)
    refusals = tuple(_weak(register, may))
    if refusals:
        return _nothing(figures, until, refusals)
    may = with_twins(register, may)
    first = tuple(_cells(register, may.own))
    same = ties(first)
    cells = {cell.key: cell for cell in strictest(first, same)}
    known = outside(may, cells, ledger, figures, until)
    shape = Shape(
        tables(cells.values()),
        windows(cells.values(), {key for key, _ in known.bounds}),
        same,
        classes(cells.values()),
        balances(cells.values()),
    )
    found = hiding(cells, known, shape)
    if found.unsafe:
        return _nothing(figures, until, tuple(_unsafe(cells, found)))
    told = replace(may, official=tuple(repeated(register, may, figures)))
    return _outcome(figures, until, told, cells, known, found)


def _outcome(
    figures: Figures,
    until: date,
    may: Chosen,
    cells: Mapping[Key, Cell],
    known: Outside,
    found: Hiding,
) -> Protected:
    own, shown = protected_series(cells.values(), found.hidden, known.kept, until)
    passed = {(one.address, one.area, one.breakdown): one for one in (*may.official, *may.open)}
    measures = {key[0] for key in (*own, *passed)}
    public = Figures(
        until,
        figures.board_area,
        dict(sorted({**own, **passed}.items())),
        frozenset(one for one in figures.awaited if one[0] in measures),
        {measure: area for measure, area in figures.wider.items() if measure in measures},
    )
    warnings = (
        f"{_words(cells[key])}: can be worked out without this publication, from what is public already"
        for key in found.already
    )
    return Protected(made(public), shown, (), may.notes, tuple(warnings))


def _nothing(figures: Figures, until: date, refusals: tuple[Refusal, ...]) -> Protected:
    return Protected(made(Figures(until, figures.board_area, {})), (), refusals, ())


def _weak(register: Register, may: Chosen) -> Iterator[Refusal]:
    """Indicators whose profile protects less than the floor."""
    for indicator in {one.indicator.id: _whole(register, one) for one in may.own}.values():
        rule = rule_of(register, indicator)
        if not isinstance(rule, Rule):
            why = "; ".join(weaknesses(rule))
            yield Refusal(indicator.name, f"its disclosure profile '{rule.id}' is too weak: {why}")


def _unsafe(cells: Mapping[Key, Cell], found: Hiding) -> Iterator[Refusal]:
    for key in found.unsafe:
        yield Refusal(
            _words(cells[key]), "it is hidden, and could be worked out from figures that it adds up with"
        )


def _words(cell: Cell) -> str:
    """`Children seen within ten days (age = 0 to 4), Quarter 2 2024/25 …`, for those who publish."""
    part = f" ({cell.key.breakdown})" if cell.key.breakdown else ""
    return f"{cell.indicator.name}{part}, {cell.key.period.label}"


def with_twins(register: Register, may: Chosen) -> Chosen:
    """The series with those protected that were not to be, and that count the same as one that is."""
    free = {one.address for one in may.open}
    pairs = {
        (tie.one[0].measure, tie.other[0].measure) for tie in ties(_cells(register, (*may.own, *may.open)))
    }
    caught = {each for pair in pairs if not free.issuperset(pair) for each in pair} & free
    if not caught:
        return may
    moved = tuple(one for one in may.open if one.address in caught)
    return replace(may, own=(*may.own, *moved), open=tuple(one for one in may.open if one not in moved))


def _cells(register: Register, series: Sequence[Series]) -> Iterator[Cell]:
    for one in series:
        indicator = _whole(register, one)
        rule = rule_of(register, indicator)
        assert isinstance(rule, Rule)
        for figure in one.figures:
            key = Key(one.address, one.breakdown, figure.period)
            cell = Cell(key, one, replace(figure, reason=""), rule, indicator)
            yield replace(cell, rule=_beside_years(rule)) if _yearly(indicator, cell) else cell


def _whole(register: Register, series: Series) -> Indicator:
    """The indicator of a series as the records have it: a public one may lack what protects it."""
    return register.find(Indicator, series.indicator.id) or series.indicator


def _yearly(indicator: Indicator, cell: Cell) -> bool:
    return flows(cell) and official_years(indicator)


def _beside_years(rule: Rule) -> Rule:
    """The rule for figures whose yearly total is published by others: rounded, or the total would tell."""
    return replace(rule, round_to=max(rule.round_to, DEFAULT.round_to))
