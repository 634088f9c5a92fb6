"""Rows of the framework: what is done, what that requires, what is expected, how far it is, what shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lif.records.elements import ActivityRow, Element
from lif.records.record import stands
from lif.records.row_progress import RowProgress, RowStage
from lif.register import Register
from lif.views.coverage import Coverage, Row
from lif.views.coverage.pieces import Leaning, merged
from lif.views.coverage.states import STATE_WORDS
from lif.views.shown import flowing

NAMED = 3
"""So many pieces of evidence are named, the newest first; the others are counted."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row expects, and how far it is shown; `state` is empty where nothing can be tied to it."""

    text: str
    state: str


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """The newest report on a row, or on one of the things it requires: `place` is which, from 1, or nought.

    `days_late` counts from the day by which the work was to be in place, while it is not.
    """

    place: int
    stage: RowStage
    on: date
    text: str
    next_step: str
    due: date | None
    days_late: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Shows:
    """One record that bears on the row or on what it expects."""

    name: str
    on: date
    leaning: Leaning
    illustrative: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row. `shown` are the newest pieces of evidence, `more` how many others there are."""

    address: str
    element: str
    activity: str
    work: tuple[str, ...]
    expected: tuple[Outcome, ...]
    groups: tuple[str, ...]
    progress: tuple[ProgressLine, ...]
    shown: tuple[Shows, ...]
    more: int
    illustrative: bool

    @property
    def late(self) -> int:
        """By how many days the latest of its work is late."""
        return max((each.days_late for each in self.progress), default=0)

    def part(self, place: int) -> str:
        """The work in the row that progress is told of, by its place from 1; nought is the whole row."""
        return self.work[place - 1] if place else self.activity


def table_rows(register: Register, covered: Coverage, elements: Sequence[Element]) -> tuple[TableRow, ...]:
    """Every row of the elements that counts on the day, in the order of the framework."""
    found = {row.stated.address: row for row in covered.rows}
    return tuple(
        _row(register, covered.as_at, found, element, row)
        for element in elements
        for row in element.activities
        if stands(row, covered.as_at)
    )


def _row(
    register: Register, as_at: date, covered: dict[str, Row], element: Element, row: ActivityRow
) -> TableRow:
    behind = [f"{element.id}/{id_}" for id_ in (row.id, *row.requires, *row.expects)]
    pieces = merged(piece for each in behind if each in covered for piece in covered[each].pieces)
    newest: dict[str, Shows] = {}
    for piece in pieces:
        newest.setdefault(piece.record, Shows(piece.name, piece.on, piece.leaning, piece.illustrative))
    shown = tuple(newest.values())
    return TableRow(
        f"{element.id}/{row.id}",
        f"{element.letter}. {element.name}" if element.letter else element.name,
        flowing(row.activity),
        tuple(flowing(text) for text in element.required_by(row)),
        tuple(_outcomes(covered, element, row)),
        tuple(_called(register, group) for group in row.groups),
        tuple(_progress(register, as_at, element, row)),
        shown[:NAMED],
        len(shown[NAMED:]),
        element.illustrative,
    )


def _outcomes(covered: dict[str, Row], element: Element, row: ActivityRow) -> Iterator[Outcome]:
    """What the row expects in its own words, then what it names, each with its state."""
    if row.expected:
        own = covered.get(f"{element.id}/{row.id}")
        yield Outcome(flowing(row.expected), STATE_WORDS[own.state] if own else "")
    texts = {one.id: one.text for one in element.good}
    for id_ in row.expects:
        if id_ in texts:
            state = covered.get(f"{element.id}/{id_}")
            yield Outcome(flowing(texts[id_]), STATE_WORDS[state.state] if state else "")


def _progress(register: Register, as_at: date, element: Element, row: ActivityRow) -> Iterator[ProgressLine]:
    """The newest report by the day on the row itself, then on each thing that it requires."""
    own = 1 if row.development else 0
    known_ids = {one.id for one in element.board_actions}
    named = [id_ for id_ in row.requires if id_ in known_ids]
    places = {row.id: 0} | {id_: own + nth for nth, id_ in enumerate(named, start=1)}
    for id_, place in places.items():
        ties = register.links_to(f"{element.id}/{id_}")
        reports = (register.find(RowProgress, tie.source) for tie in ties if tie.path == ("row",))
        known = [one for one in reports if one and one.on <= as_at and stands(one, as_at)]
        if known:
            yield _line(max(known, key=lambda one: (one.on, one.id)), place, as_at)


def _line(one: RowProgress, place: int, as_at: date) -> ProgressLine:
    open_ = one.stage in ("not-begun", "under-way")
    late = max((as_at - one.due).days, 0) if open_ and one.due else 0
    return ProgressLine(
        place,
        one.stage,
        one.on,
        flowing(one.text),
        flowing(one.next_step) if open_ else "",
        one.due if open_ else None,
        late,
        one.illustrative,
    )


def _called(register: Register, id_: str) -> str:
    return str(getattr(register.get(id_), "name", id_))
