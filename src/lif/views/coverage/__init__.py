"""Coverage: what shows each statement of the framework, of which kind and how old, and what nothing shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.measures.series import Figures
from lif.register import Register
from lif.views.coverage.asked import HeadingSort, Stated, Topic, topics
from lif.views.coverage.gathering import Gathering
from lif.views.coverage.pieces import SORTS, Piece, Sort
from lif.views.coverage.routes import Route, routes
from lif.views.coverage.states import STATES, State, is_fresh, one_sided, state_of, still_counts


@dataclass(frozen=True, slots=True)
class Cell:
    """The evidence of one kind for one statement: how many sources, and the day of the newest."""

    sort: Sort
    pieces: tuple[Piece, ...]
    newest: date | None
    fresh: bool
    counts: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One statement with what shows it. `sources` and `agencies` count records and agencies, each once."""

    stated: Stated
    cells: tuple[Cell, ...]
    state: State
    newest: date | None
    sources: int
    agencies: int
    one_sided: Sort | None
    illustrative: bool

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Every piece of evidence, by kind, newest first."""
        return tuple(piece for cell in self.cells for piece in cell.pieces)

    @property
    def counted(self) -> bool:
        """Whether it is one of the statements that are counted: not a record as a whole, and not history."""
        return not self.stated.whole and not self.stated.past


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its rows."""

    id: str
    sort: HeadingSort
    group: str
    name: str
    rows: tuple[Row, ...]

    @property
    def counted(self) -> tuple[Row, ...]:
        """The rows that are counted."""
        return tuple(row for row in self.rows if row.counted)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements of one group of headings stand how, in the order of STATES.

    `by_sort` are how many of them have evidence of each kind that counts, in the order of SORTS, and `fresh`
    how many of each kind have some that is no older than a year.
    """

    name: str
    statements: int
    counts: tuple[int, ...]
    by_sort: tuple[int, ...]
    fresh: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What matters most: how many statements nothing shows, and where only one kind of evidence speaks."""

    statements: int
    counts: tuple[tuple[State, int], ...]
    tallies: tuple[Tally, ...]
    without_children: tuple[str, ...]
    numbers_only: tuple[str, ...]
    nothing_at_all: tuple[str, ...]
    one_sided: int

    def count(self, state: State) -> int:
        """How many statements are in a state."""
        return dict(self.counts)[state]

    @property
    def disputed(self) -> int:
        """How many statements are contested or spoken against."""
        return self.count("contested") + self.count("contradicted")


@dataclass(frozen=True, slots=True)
class Behind:
    """A record that shows something, with the day of its newest evidence and how many statements it shows."""

    record: str
    kind: str
    name: str
    on: date
    statements: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every statement that was asked about, with a summary, as things stood on a day."""

    as_at: date
    sections: tuple[Section, ...]
    summary: Summary
    routes: tuple[Route, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def behind(self) -> tuple[Behind, ...]:
        """Every record that shows one of the rows, by kind and id."""
        found: dict[str, list[Piece]] = {}
        for row in self.rows:
            for record in dict.fromkeys(piece.record for piece in row.pieces):
                found.setdefault(record, []).append(next(p for p in row.pieces if p.record == record))
        lines = (
            Behind(
                id_, ps[0].kind, ps[0].name, max(p.on for p in ps), len(ps), any(p.illustrative for p in ps)
            )
            for id_, ps in found.items()
        )
        return tuple(sorted(lines, key=lambda line: (line.kind, line.record)))


def coverage(
    register: Register,
    figures: Figures,
    as_at: date,
    *,
    wanted: Callable[[Topic], bool] = lambda topic: True,
    states: Iterable[State] = STATES,
) -> Coverage:
    """What showed each statement on a day, by what had been found out by then.

    `wanted` narrows the headings and `states` the rows. The summary is of all rows under the headings,
    whatever their state. `figures` are those known on that day.
    """
    gathering = Gathering(register, figures, as_at)
    sections = tuple(_section(gathering, topic) for topic in topics(register, as_at) if wanted(topic))
    chosen = set(states)
    left = (_narrowed(section, chosen) for section in sections)
    along = {row.stated.address for section in sections for row in section.rows}
    return Coverage(
        as_at,
        tuple(section for section in left if section.rows),
        summary(sections),
        tuple(route for route in routes(register, as_at) if route.address in along),
    )


def without_rows(found: Coverage, states: Sequence[str] = ()) -> Coverage:
    """The learning routes alone, those in one of the states of a route; no state means all of them."""
    left = tuple(route for route in found.routes if not states or route.state in states)
    return replace(found, sections=(), routes=left, summary=summary(()))


def _section(gathering: Gathering, topic: Topic) -> Section:
    rows = tuple(_row(gathering, stated) for stated in topic.statements)
    return Section(topic.id, topic.sort, topic.group, topic.name, tuple(_worth_a_row(rows)))


def _worth_a_row(rows: Iterable[Row]) -> Iterator[Row]:
    """All statements; a record as a whole only where something is tied to it."""
    return (row for row in rows if row.pieces or not row.stated.whole)


def _narrowed(section: Section, states: set[State]) -> Section:
    """The rows in one of the states; a record as a whole is no statement and has no state to ask for."""
    if states == set(STATES):
        return section
    rows = tuple(row for row in section.rows if row.state in states and not row.stated.whole)
    return Section(section.id, section.sort, section.group, section.name, rows)


def _row(gathering: Gathering, stated: Stated) -> Row:
    pieces, as_at = gathering.of(stated.address), gathering.as_at
    if not stated.claim:
        pieces = tuple(replace(piece, leaning="silent") for piece in pieces)
    return Row(
        stated,
        tuple(_cell(sort, pieces, as_at) for sort in SORTS),
        state_of(pieces, as_at, stated.claim),
        max((piece.on for piece in pieces), default=None),
        len({piece.record for piece in pieces}),
        len({agency for piece in pieces for agency in piece.agencies}),
        one_sided(pieces, as_at),
        stated.illustrative or any(piece.illustrative for piece in pieces),
    )


def _cell(sort: Sort, pieces: Iterable[Piece], as_at: date) -> Cell:
    mine = tuple(piece for piece in pieces if piece.sort == sort)
    newest = max((piece.on for piece in mine), default=None)
    fresh = newest is not None and is_fresh(newest, as_at)
    return Cell(sort, mine, newest, fresh, any(still_counts(piece, as_at) for piece in mine))


def summary(sections: Iterable[Section]) -> Summary:
    """The summary of these headings."""
    every = tuple(sections)
    rows = [row for section in every for row in section.counted]
    groups = dict.fromkeys(section.group for section in every)
    return Summary(
        len(rows),
        tuple((state, sum(row.state == state for row in rows)) for state in STATES),
        tuple(_tally(name, [s for s in every if s.group == name]) for name in groups),
        tuple(s.name for s in every if s.sort == "priority" and not _from_children(s)),
        tuple(s.name for s in every if s.sort == "element" and _sorts(s) == {"numbers"}),
        tuple(s.name for s in every if s.sort in ("priority", "element") and not _sorts(s)),
        sum(row.one_sided is not None for row in rows),
    )


def _tally(name: str, sections: Iterable[Section]) -> Tally:
    rows = [row for section in sections for row in section.counted]
    cells = [cell for row in rows for cell in row.cells if cell.pieces and cell.counts]
    return Tally(
        name,
        len(rows),
        tuple(sum(row.state == state for row in rows) for state in STATES),
        tuple(sum(cell.sort == sort for cell in cells) for sort in SORTS),
        tuple(sum(cell.sort == sort and cell.fresh for cell in cells) for sort in SORTS),
    )


def _from_children(section: Section) -> bool:
    return any(piece.from_children for row in section.rows for piece in row.pieces)


def _sorts(section: Section) -> set[Sort]:
    return {piece.sort for row in section.rows for piece in row.pieces}
