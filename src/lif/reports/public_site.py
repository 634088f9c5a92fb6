"""Lays out the public site: every page from its template, one style sheet, and the script of the search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from lif.records.words import PLAIN, Words
from lif.reports.charts import Drawn
from lif.reports.charts.text import drawn_in
from lif.reports.environments import Environments, environments
from lif.reports.papers import Frame
from lif.reports.public_scorecard import MARKING, chart_of_card, stamped
from lif.reports.site import script, styled
from lif.views.public_site.pages import (
    Body,
    HomeBody,
    IndicatorBody,
    LinesBody,
    NotesBody,
    PlainBody,
    PublicPage,
    PublicSite,
    SearchBody,
)
from lif.views.site.places import SCRIPT, STYLE

TEMPLATES: dict[type[Body], str] = {
    HomeBody: "public-site-home",
    IndicatorBody: "public-site-indicator",
    LinesBody: "public-site-lines",
    NotesBody: "public-site-notes",
    PlainBody: "public-site-page",
    SearchBody: "public-site-search",
}


def public_pages(
    site: PublicSite, folder: Path | None = None, words: Words = PLAIN
) -> Iterator[tuple[str, str]]:
    """Every page, the style sheet and the script, as path and text, in the board's `words`.

    `folder` holds the board's own templates.
    """
    using = environments(folder)
    for page in site.pages:
        with drawn_in(words):
            laid_out = _page(using, site, page, words)
        yield page.path, laid_out
    yield STYLE, styled(words.plain(f"{MARKING} · {site.body}"))
    yield SCRIPT, script(site.entries, words)


def _page(using: Environments, site: PublicSite, page: PublicPage, words: Words) -> str:
    stamp = stamped(site.publication)
    return using.render(
        f"{TEMPLATES[type(page.body)]}.html.j2",
        paper=Frame(page.title, site.body, MARKING, False, False, stamp, words=words),
        page=page,
        body=page.body,
        root="../" * page.path.count("/"),
        navigation=site.navigation,
        calendar=False,
        feed=False,
        drawn=MappingProxyType(_charts(page.body)),
    )


def _charts(body: Body) -> dict[str, Drawn]:
    """The chart of each series that has one, by its anchor."""
    if not isinstance(body, IndicatorBody):
        return {}
    found = ((each.anchor, chart_of_card(each.card, each.anchor)) for each in body.series)
    return {anchor: chart for anchor, chart in found if chart}
