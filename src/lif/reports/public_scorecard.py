"""Lays out the scorecard for the public: charts from the view's plain data, then the template."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from lif.calendars import long_date
from lif.records.words import PLAIN, Words
from lif.reports.charts import Drawn
from lif.reports.charts.text import drawn_in
from lif.reports.drawn import drawn_plainly
from lif.reports.environments import environments
from lif.reports.papers import Frame
from lif.views.public_scorecard import PublicScorecard, Published
from lif.views.public_scorecard.cards import PublicCard

MARKING = "FOR PUBLICATION"
"""What stands on every page that the public may read."""


def render_public(view: PublicScorecard, form: str, folder: Path | None = None, words: Words = PLAIN) -> str:
    """The public scorecard as `html` or `md`, in the board's `words`; `folder` holds its own templates."""
    cards = (card for table in view.tables for card in table.cards)
    with drawn_in(words):
        charts = {card.line.id: found for card in cards if (found := chart_of_card(card, card.line.id))}
    return environments(folder).render(
        f"public-scorecard.{form}.j2",
        paper=public_frame(view, words),
        view=view,
        drawn=MappingProxyType(charts),
    )


def public_frame(view: PublicScorecard, words: Words = PLAIN) -> Frame:
    """The frame of what is published: its stamp names the publication, and no commit."""
    stamp = stamped(view.publication)
    return Frame(view.publication.title, view.body, MARKING, False, False, stamp, words=words)


def stamped(about: Published) -> tuple[tuple[str, str], ...]:
    """What a publication says of itself at the foot of each page."""
    return (
        ("Publication", about.id),
        ("Published", long_date(about.on)),
        ("Version", about.version),
    )


def chart_of_card(card: PublicCard, prefix: str) -> Drawn | None:
    """The chart of a card in both sizes, where it has one; `prefix` begins every id in it."""
    if card.chart is None:
        return None
    return drawn_plainly(card.chart, card.line.name, _described(card), prefix)


def _described(card: PublicCard) -> str:
    """What the chart shows, for those who do not see it: from what is on the page, and nothing else."""
    first, last = card.rows[-1], card.rows[0]
    there = sum(row.number is not None for row in card.rows)
    pieces = [f"A line of {there} figures, {first.period} to {last.period}.", f"Latest: {last.text}."]
    if there < len(card.rows):
        pieces.append("A gap is a period without a figure that can be shown.")
    pieces += [f"{each.name}: {each.text}." for each in card.line.beside]
    return " ".join(pieces)
