"""The figure beside England, the region and the neighbours on the cards of the real workspace."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

from lif.calendars import quarter_of
from lif.measures.assemble import assemble
from lif.records.indicators import Indicator
from lif.reports.papers import Stamp
from lif.reports.scorecard import render
from lif.views.scorecard import Scorecard, scorecard
from lif.views.scorecard.question import Ask
from lif.views.scorecard.strip import strip_of
from lif.workspace import Workspace

AS_AT = date(2025, 12, 10)
Z = 1.959963984540054


@pytest.fixture(scope="module")
def ask(root: Path) -> Ask:
    register = Workspace.load(root, AS_AT, checks=()).register
    return Ask(register, assemble(register, AS_AT), AS_AT, quarter_of(date(2025, 3, 31)))


@pytest.fixture(scope="module")
def paper(ask: Ask) -> Scorecard:
    return scorecard(ask)


def test_a_proportion_stands_with_wilsons_interval(ask: Ask) -> None:
    """Long-term placement stability, 138 of 241 at 31 March 2025; the interval by the textbook's formula."""
    strip = strip_of(ask, ask.register.record(Indicator, "long-term-placement-stability"))
    assert strip is not None
    n, p = 241, 138 / 241
    middle, spread = p + Z * Z / (2 * n), Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    assert strip.low == pytest.approx(100 * (middle - spread) / (1 + Z * Z / n), abs=1e-9)
    assert strip.high == pytest.approx(100 * (middle + spread) / (1 + Z * Z / n), abs=1e-9)
    assert strip.number == pytest.approx(100 * p)
    assert [each.sort for each in strip.comparisons][:2] == ["england", "region"]


def test_each_sort_is_there_once_and_every_figure_of_the_card_is_in_the_picture(paper: Scorecard) -> None:
    html = render(paper, Stamp("0", None, None), "html")
    cards = [card for card in (*paper.cards, *paper.annex_cards) if card.strip]
    assert cards
    for card in cards:
        assert card.strip is not None
        sorts = [each.sort for each in card.strip.comparisons]
        assert len(sorts) == len(set(sorts))
        drawn = html[html.index(f'id="{card.line.id}--strip--wide-t"') :].split("</svg>")[0]
        for text in (card.strip.text, *(each.text for each in card.strip.comparisons)):
            assert text in drawn
