"""Official figures as a publication repeats them: a small total is left to its publisher."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lif.measures.protecting.cells import whole
from lif.measures.protecting.choosing import Chosen
from lif.measures.protecting.rules import Rule, rule_of
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Value, ValueStatus
from lif.register import Register


def repeated(register: Register, may: Chosen, figures: Figures) -> Iterator[Series]:
    """The official series of a publication.

    Where it also has figures from returns of the same indicator, a small count of the board's own area is
    hidden as theirs are: whoever reads only this publication shall not learn from it that the quarters of a
    year came to two.
    """
    own = {one.indicator.id for one in may.own}
    for series in may.official:
        rule = rule_of(register, series.indicator)
        mine = series.area == figures.own_area(series.address) and series.indicator.id in own
        if mine and series.indicator.disclosure == "person" and isinstance(rule, Rule):
            yield replace(series, figures=tuple(_kept(one, rule) for one in series.figures))
        else:
            yield series


def _kept(figure: Figure, rule: Rule) -> Figure:
    value = figure.value
    finished = value.source_only if value.per is None else None
    count = whole(value.numerator if value.numerator is not None else finished)
    if value.number is None or count is None or not rule.is_small(count):
        return figure
    return replace(figure, value=Value(ValueStatus.SUPPRESSED, per=value.per))
