"""What stands on a page of the public site, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.views.public_scorecard import PublicScorecard, Published
from lif.views.public_scorecard.cards import PublicCard
from lif.views.public_scorecard.lines import PublicLine
from lif.views.site.bodies import Entry
from lif.views.site.pieces import Fact, Panel, Ref, Words


@dataclass(frozen=True, slots=True)
class HomeBody:
    """The first page: what the scorecard says in short, and where each priority is told."""

    view: PublicScorecard
    better: tuple[tuple[Ref, PublicLine], ...]
    worse: tuple[tuple[Ref, PublicLine], ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class PlainBody:
    """A page of words, tables and lists; `kicker` stands above its heading."""

    kicker: str
    lead: tuple[Words, ...]
    facts: tuple[Fact, ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class LinesBody:
    """Indicators in tables, each leading to its page, under headings: (name, its anchor, lines)."""

    kicker: str
    lead: tuple[Words, ...]
    groups: tuple[tuple[str, str, tuple[tuple[Ref, PublicLine], ...]], ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """One series of an indicator: where others point at it, what it is called, and its card."""

    anchor: str
    title: str
    card: PublicCard


@dataclass(frozen=True, slots=True)
class IndicatorBody:
    """An indicator with each of its series over all its periods."""

    line: PublicLine
    series: tuple[SeriesPart, ...]
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True)
class NotesBody:
    """How the figures are made and protected; `files` are the open data."""

    view: PublicScorecard
    files: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class SearchBody:
    """Everything that has a page, by name."""

    entries: tuple[Entry, ...]


Body = HomeBody | PlainBody | LinesBody | IndicatorBody | NotesBody | SearchBody


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page: where it stands, its heading, what leads to it, and what stands on it."""

    path: str
    title: str
    section: str
    crumbs: tuple[Ref, ...]
    body: Body
    example: bool = False


@dataclass(frozen=True, slots=True)
class PublicSite:
    """Every page of the public site, where its navigation leads, and what can be searched."""

    publication: Published
    body: str
    as_at: date
    pages: tuple[PublicPage, ...]
    navigation: tuple[Ref, ...]
    entries: tuple[Entry, ...]
