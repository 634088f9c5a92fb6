"""What stands on a page of the site: the body of each sort of page, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.measures.rules import Rules
from lif.views.compared.funnel import Funnel
from lif.views.compared.groups import Differences
from lif.views.scorecard.aimed import JudgedBy
from lif.views.scorecard.cards import Silence
from lif.views.scorecard.charted import Chart
from lif.views.scorecard.curve import Curve
from lif.views.scorecard.lines import Comparison, Line
from lif.views.scorecard.strip import Strip
from lif.views.shown import Shown
from lif.views.signs import Sign
from lif.views.site.pieces import Block, Fact, Kin, Panel, Ref, Table, Words


@dataclass(frozen=True, slots=True)
class RecordBody:
    """One record: what opens its page, its fields, what is told of it, its parts, and what links to it.

    `facts` are short, `prose` is long. `place` is the file of the record, with the framework that it is from.
    """

    kind: str
    lead: tuple[Words, ...]
    facts: tuple[Fact, ...]
    panels: tuple[Panel, ...]
    prose: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    kin: tuple[Kin, ...]
    cites: tuple[Words, ...]
    note: tuple[Words, ...]
    retired: str
    place: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """One series of an indicator: where it stands, its chart over all its periods, and every figure.

    `table` is None where no figure was supplied. `later` says that it holds figures of after the quarter at
    whose end the series is judged. The names are those of the scorecard's line.
    """

    anchor: str
    title: str
    latest: Shown
    signal: str
    expected: str
    expected_note: str
    target: str
    comparisons: tuple[Comparison, ...]
    status: Sign
    travel: Sign | None
    judged_by: JudgedBy | None
    curve: Curve | None
    rare: str
    run: str
    changing: Sign
    meets: Sign
    chart: Chart | None
    table: Table | None
    later: bool
    footnotes: tuple[str, ...]
    facts: tuple[Fact, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class StoryPart:
    """What was said about an indicator with a return: the story, so what, now what."""

    period: str
    author: str
    on: date
    origin: Ref | None
    story: str
    so_what: str
    now_what: str
    decision: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class IndicatorBody:
    """An indicator over its whole history. `reasons` say why it is an exception in the latest quarter.

    `rules` are those by which its charts were made.
    """

    line: Line
    quarter: str
    reasons: tuple[str, ...]
    silence: Silence | None
    series: tuple[SeriesPart, ...]
    strip: Strip | None
    differences: tuple[Differences, ...]
    funnel: Funnel | None
    stories: tuple[StoryPart, ...]
    changes: tuple[Table, ...]
    rules: Rules
    record: RecordBody


@dataclass(frozen=True, slots=True)
class IndexBody:
    """A list of one kind: how many there are, and the table; `nothing` is said where there is none."""

    lead: str
    tables: tuple[Table, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One row of the list of indicators."""

    ref: Ref
    line: Line


@dataclass(frozen=True, slots=True)
class IndicatorsBody:
    """Every indicator, by part of the child's journey, as (name, id of its heading, lines)."""

    quarter: str
    groups: tuple[tuple[str, str, tuple[IndicatorLine, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the alphabet, or of the search."""

    ref: Ref
    also: str = ""


@dataclass(frozen=True, slots=True)
class LettersBody:
    """Everything by its first letter, as (letter, id of its heading, entries)."""

    letters: tuple[tuple[str, str, tuple[Entry, ...]], ...]
    count: int


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of record with how many there are."""

    ref: Ref
    count: int
    what: str


@dataclass(frozen=True, slots=True)
class KindsBody:
    """Every kind of record, under a few headings."""

    shelves: tuple[tuple[str, str, tuple[KindLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class DatedMonth:
    """A month with what begins in it; `anchor` is the id of its heading."""

    name: str
    anchor: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class DatesBody:
    """All dates of the year to come: what is late, then month by month."""

    since: str
    until: str
    late: tuple[Table, ...]
    late_count: int
    months: tuple[DatedMonth, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that was decided, published, assured or closed on a day; `key` never changes."""

    key: str
    on: date
    what: str
    text: str
    ref: Ref


@dataclass(frozen=True, slots=True)
class HomeBody:
    """The state of the framework on the day; `examples` says how much of what is counted is invented."""

    as_at: date
    quarter: str
    examples: str
    attention: tuple[Words, ...]
    state: tuple[Fact, ...]
    changes: tuple[Kin, ...]
    priorities: tuple[Table, ...]
    dates: tuple[Table, ...]
    lately: tuple[Table, ...]
    elements: tuple[Table, ...]
    groups: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class SearchBody:
    """What the search looks through."""

    entries: tuple[Entry, ...]


Body = (
    RecordBody
    | IndicatorBody
    | IndexBody
    | IndicatorsBody
    | LettersBody
    | KindsBody
    | DatesBody
    | HomeBody
    | SearchBody
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it stands, its heading, what leads to it, and what stands on it.

    `section` is the path of the page of the navigation to which it belongs; `crumbs` lead from the home page
    to the page above it. `illustrative` says that something on it is an example, `example` that the record
    it is about is one.
    """

    path: str
    title: str
    section: str
    crumbs: tuple[Ref, ...]
    body: Body
    illustrative: bool
    example: bool = False
