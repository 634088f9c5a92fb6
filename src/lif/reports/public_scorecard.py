"""Lays out the scorecard for the public: charts from the view's plain data, then the template."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from lif.calendars import long_date
from lif.reports.charts import Drawn
from lif.reports.drawn import Said, drawn
from lif.reports.environments import environments
from lif.reports.papers import Frame
from lif.views.public_scorecard import PublicScorecard
from lif.views.public_scorecard.cards import PublicCard

MARKING = "FOR PUBLICATION"
"""What stands on every page that the public may read."""


def render_public(view: PublicScorecard, form: str, folder: Path | None = None) -> str:
    """The public scorecard as `html` or `md` text; `folder` holds the board's own templates."""
    cards = (card for table in view.tables for card in table.cards)
    charts = {card.line.id: found for card in cards if (found := _chart(card))}
    return environments(folder).render(
        f"public-scorecard.{form}.j2", paper=public_frame(view), view=view, drawn=MappingProxyType(charts)
    )


def public_frame(view: PublicScorecard) -> Frame:
    """The frame of what is published: its stamp names the publication, and no commit."""
    about = view.publication
    stamp = (
        ("Publication", about.id),
        ("Published", long_date(about.on)),
        ("Version", about.version),
    )
    return Frame(about.title, view.body, MARKING, False, False, stamp)


def _chart(card: PublicCard) -> Drawn | None:
    if card.chart is None:
        return None
    changing = card.line.direction or "not compared with the period before"
    said = Said(card.line.name, card.line.latest.text, changing[:1].upper() + changing[1:])
    return drawn(card.chart, said, card.line.id)
