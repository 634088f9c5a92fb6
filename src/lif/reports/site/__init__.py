"""Lays out the site: every page from its template, the one style sheet, and the script of the search."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files as packaged
from pathlib import Path

from lif.records.words import PLAIN, Words
from lif.reports.characters import one_line
from lif.reports.charts import Drawn
from lif.reports.charts.text import drawn_in
from lif.reports.drawn import Said, drawn, drawn_funnel, drawn_strip, spark
from lif.reports.environments import Environments, css_text, environments, squeezed, stylesheet
from lif.reports.papers import Frame, Stamp, frame
from lif.views.site import Site
from lif.views.site.bodies import (
    Body,
    DatesBody,
    Entry,
    HomeBody,
    IndexBody,
    IndicatorBody,
    IndicatorsBody,
    KindsBody,
    LettersBody,
    Page,
    RecordBody,
    SearchBody,
)
from lif.views.site.places import SCRIPT, STYLE

TEMPLATES: dict[type[Body], str] = {
    DatesBody: "site-dates",
    HomeBody: "site-home",
    IndexBody: "site-index",
    IndicatorBody: "site-indicator",
    IndicatorsBody: "site-indicators",
    KindsBody: "site-kinds",
    LettersBody: "site-letters",
    RecordBody: "site-record",
    SearchBody: "site-search",
}


@dataclass(frozen=True, slots=True)
class Made:
    """How a site is made: from which version and commit, as a draft or not, with which files beside it.

    `folder` holds the board's own templates. `calendar` and `feed` say whether those files are written.
    """

    stamp: Stamp
    draft: bool = False
    folder: Path | None = None
    calendar: bool = False
    feed: bool = False


def files(site: Site, made: Made) -> Iterator[tuple[str, str]]:
    """Every file of the site as its path and its text, the pages first."""
    using = environments(made.folder)
    for page in site.pages:
        with drawn_in(made.stamp.words):
            laid_out = _page(using, site, page, made)
        yield page.path, laid_out
    yield STYLE, style(site, made)
    yield SCRIPT, script(site.entries, made.stamp.words)


def _page(using: Environments, site: Site, page: Page, made: Made) -> str:
    body = page.body
    drawings: dict[str, object] = {}
    if isinstance(body, IndicatorBody):
        drawings["drawn"] = _charts(body)
        drawings["strip"] = drawn_strip(body.strip, body.line.name, "strip--chart") if body.strip else None
        areas = body.funnel
        drawings["funnel"] = drawn_funnel(areas, body.line.name, "funnel--chart") if areas else None
    if isinstance(body, IndicatorsBody):
        lines = (each.line for _, _, found in body.groups for each in found)
        drawings["sparks"] = {line.id: spark(line) for line in lines}
    return using.render(
        f"{TEMPLATES[type(body)]}.html.j2",
        paper=_frame(site, page, made),
        page=page,
        body=body,
        root="../" * page.path.count("/"),
        navigation=site.navigation,
        calendar=made.calendar,
        feed=made.feed,
        **drawings,
    )


def _frame(site: Site, page: Page, made: Made) -> Frame:
    return frame(
        page.title, site.body, site.as_at, made.stamp, draft=made.draft, illustrative=page.illustrative
    )


def _charts(body: IndicatorBody) -> dict[str, Drawn]:
    """The chart of each series that has one, by its anchor."""
    several = len(body.series) > 1
    return {
        each.anchor: drawn(
            each.chart,
            Said(
                f"{body.line.name}: {each.title}" if several else body.line.name,
                each.latest.text,
                each.changing.words,
            ),
            f"{each.anchor}--chart",
        )
        for each in body.series
        if each.chart is not None
    }


def style(site: Site, made: Made) -> str:
    """The style sheet of every page, with what stands at the foot of each page on paper."""
    marking = _frame(site, site.pages[0], made).marking
    foot = f"{'DRAFT · ' if made.draft else ''}{marking} · {site.body}"
    return styled(made.stamp.words.plain(foot))


def styled(foot_of_pages: str) -> str:
    """The style sheet of a site, with these words at the foot of each page on paper."""
    own = packaged("lif.reports").joinpath("site", "site.css").read_text("utf-8")
    foot = css_text(foot_of_pages)
    font = "font:8pt Arial,Helvetica,sans-serif;color:#44515b"
    pages_ = '"Page " counter(page) " of " counter(pages)'
    paged = f"@page{{@bottom-left{{content:{foot};{font}}}@bottom-right{{content:{pages_};{font}}}}}"
    return f"{stylesheet()}\n{squeezed(own)}\n{paged}\n"


def script(found: Iterable[Entry], words: Words = PLAIN) -> str:
    """The search with its index, in the board's `words`: plain letters only, so no encoding can spoil it."""
    code = packaged("lif.reports").joinpath("site", "search.js").read_text("utf-8")
    rows = [
        [
            words.plain(one_line(each.ref.name)),
            words.plain(f"{each.ref.kind}, illustrative" if each.ref.illustrative else each.ref.kind),
            each.ref.path,
            words.plain(one_line(each.also)),
        ]
        for each in found
    ]
    return f"const PLACES = {json.dumps(rows, ensure_ascii=True, separators=(',', ':'))};\n{code}"
