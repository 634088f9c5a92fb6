"""protect(): the figures of a workspace become public ones; nothing else makes a public figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lif.measures.protecting.cells import Cell, Key
from lif.measures.protecting.choosing import Chosen, chosen
from lif.measures.protecting.outcome import Protected, Refusal, made
from lif.measures.protecting.rules import Rule, rule_of, weaknesses
from lif.measures.protecting.showing import protected_series
from lif.measures.series import Figures, Series
from lif.records.publications import Publication
from lif.register import Register


def protect(
    register: Register, figures: Figures, until: date, ledger: Sequence[Publication] = ()
) -> Protected:
    """What may be published of the figures on a day, after all that was published before.

    Only what was said to be public is in it. Whatever is small is hidden, and with it whatever it could be
    worked back from. Where a rule is too weak there are refusals and no figures.
    """
    may = chosen(register, figures, until)
    refusals = tuple(_weak(register, may))
    if refusals:
        return _nothing(figures, until, refusals)
    cells = tuple(_cells(register, may.own))
    hidden = frozenset(cell.key for cell in cells if cell.small)
    return _outcome(figures, until, may, cells, hidden)


def _outcome(
    figures: Figures, until: date, may: Chosen, cells: Sequence[Cell], hidden: frozenset[Key]
) -> Protected:
    own, shown = protected_series([cell for cell in cells if not cell.key.breakdown], hidden, {}, until)
    passed = {(one.address, one.area, one.breakdown): one for one in (*may.official, *may.open)}
    measures = {key[0] for key in (*own, *passed)}
    public = Figures(
        until,
        figures.board_area,
        dict(sorted({**own, **passed}.items())),
        frozenset(one for one in figures.awaited if one[0] in measures),
        {measure: area for measure, area in figures.wider.items() if measure in measures},
    )
    return Protected(made(public), shown, (), may.notes)


def _nothing(figures: Figures, until: date, refusals: tuple[Refusal, ...]) -> Protected:
    return Protected(made(Figures(until, figures.board_area, {})), (), refusals, ())


def _weak(register: Register, may: Chosen) -> Iterator[Refusal]:
    """Indicators whose profile protects less than the floor."""
    for indicator in {one.indicator.id: one.indicator for one in may.own}.values():
        rule = rule_of(register, indicator)
        if not isinstance(rule, Rule):
            why = "; ".join(weaknesses(rule))
            yield Refusal(indicator.name, f"its disclosure profile '{rule.id}' is too weak: {why}")


def _cells(register: Register, series: Sequence[Series]) -> Iterator[Cell]:
    for one in series:
        rule = rule_of(register, one.indicator)
        assert isinstance(rule, Rule)
        for figure in one.figures:
            yield Cell(Key(one.address, one.breakdown, figure.period), one, replace(figure, reason=""), rule)
