"""Every statement that must be shown: those of the framework, of law, and of the board itself, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import long_date
from lif.records.audits import AuditTool, Criterion
from lif.records.board import (
    Aim,
    Board,
    CultureCommitment,
    CyclePart,
    EqualityCommitment,
    MustImprove,
    Oversight,
    Principle,
    Purpose,
    Transparency,
)
from lif.records.elements import (
    ActivityRow,
    AuditActivity,
    BoardAction,
    Element,
    LearningRoute,
    Question,
    ReviewRoute,
    Statement,
)
from lif.records.governance import Expectation, Group, Responsibility, Role
from lif.records.law import Duty, StatutoryFunction
from lif.records.priorities import Outcome, Priority
from lif.records.record import Item, Record, stands
from lif.records.section11 import Section11Question, Section11Standard
from lif.register import Register
from lif.views.showing import name_of
from lif.views.shown import flowing

HeadingSort = Literal[
    "element",
    "priority",
    "function",
    "duty",
    "expectation",
    "question",
    "section11",
    "tool",
    "board",
    "group",
]

ITEMS: dict[type[Item], str] = {
    Statement: "what good looks like",
    BoardAction: "what the board does",
    LearningRoute: "learning route",
    ReviewRoute: "which reviews are held",
    AuditActivity: "which audits are held",
    ActivityRow: "activity",
    Outcome: "outcome sought",
    Section11Question: "question of section 11",
    Criterion: "good practice in a case",
    Purpose: "purpose",
    Aim: "aim",
    Principle: "principle",
    MustImprove: "what must improve",
    CultureCommitment: "commitment on culture",
    EqualityCommitment: "equality",
    Transparency: "transparency",
    Oversight: "oversight",
    CyclePart: "learning cycle",
    Responsibility: "what a group or a post answers for",
}
"""Items that say something which can be shown. Context says how the framework is laid out, gaps what is not
there, grades and bodies are words of a scale and names in time: nothing can show them."""

_ORDER: tuple[tuple[HeadingSort, str, tuple[type[Record], ...]], ...] = (
    ("priority", "Priorities", (Priority,)),
    ("element", "What good looks like", (Element,)),
    ("question", "Questions that the data must answer", (Question,)),
    ("function", "Statutory functions", (StatutoryFunction,)),
    ("duty", "Duties of today", (Duty,)),
    ("expectation", "What is expected of each agency", (Expectation,)),
    ("section11", "Section 11", (Section11Standard,)),
    ("tool", "Good practice in a case", (AuditTool,)),
    ("board", "The board itself", (Board,)),
    ("group", "What groups and posts answer for", (Group, Role)),
)
_ONE_BY_ONE = ("priority", "element", "section11", "tool", "group")
"""Sorts of which every record is a heading with its items; the others share one heading."""

_AS_A_WHOLE: dict[type[Record], str] = {
    Element: "The element as a whole",
    Section11Standard: "The standard as a whole",
    AuditTool: "The audit tool as a whole",
    Board: "The board as a whole",
    Group: "The group as a whole",
    Role: "The post as a whole",
}
"""Records that are not statements: what is tied to one of them shows none of its statements."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement that must be shown.

    `whole` is true for a record that is no statement itself, which is never counted among them. `past`
    says since when it is history, and is empty while it applies. `claim` is false for a priority or a
    question: evidence bears on it, and cannot speak for it or against it.
    """

    address: str
    sort: str
    text: str
    whole: bool = False
    past: str = ""
    for_whom: tuple[str, ...] = ()
    illustrative: bool = False
    claim: bool = True


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading with the statements under it."""

    id: str
    sort: HeadingSort
    group: str
    name: str
    statements: tuple[Stated, ...]


def topics(register: Register, as_at: date) -> tuple[Topic, ...]:
    """Every statement that counted on a day, under its heading; what was retired by then is left out."""
    found: list[Topic] = []
    for sort, name, kinds in _ORDER:
        records = _ordered(_standing(register, kinds, as_at), as_at)
        if sort in _ONE_BY_ONE:
            found += [Topic(one.id, sort, name, _name(one), tuple(_of(one, as_at))) for one in records]
        elif records:
            statements = tuple(each for one in records for each in _of(one, as_at))
            found.append(Topic(f"all-{sort}s", sort, name, name, statements))
    return tuple(topic for topic in found if any(not each.whole for each in topic.statements))


def _standing(register: Register, kinds: Iterable[type[Record]], as_at: date) -> Iterator[Record]:
    """Records of the kinds that count; functions that ended stay as history, duties that ended do not."""
    for kind in kinds:
        for record in register.all(kind):
            if not stands(record, as_at) or _not_yet(record, as_at):
                continue
            if isinstance(record, Board) and register.board_id not in ("", record.id):
                continue
            if isinstance(record, StatutoryFunction) or not _over(record, as_at):
                yield record


def _of(record: Record, as_at: date) -> Iterator[Stated]:
    """The record itself, and each of its items that can be shown and was not retired."""
    past = f"history: it applied until {long_date(_until(record))}" if _over(record, as_at) else ""
    whole = type(record) in _AS_A_WHOLE
    text = _AS_A_WHOLE.get(type(record)) or _text(record)
    claim = not isinstance(record, Priority | Question)
    yield Stated(record.id, record.kind, text, whole, past, (), record.illustrative, claim)
    for item in items_of(record):
        if stands(item, as_at):
            yield Stated(
                f"{record.id}/{item.id}",
                ITEMS[type(item)],
                _text(item),
                past=past,
                for_whom=getattr(item, "audiences", ()),
                illustrative=record.illustrative,
            )


def items_of(record: Record) -> Iterator[Item]:
    """The items of a record that say something which can be shown, in the order of its fields."""
    for value in record.__dict__.values():
        if isinstance(value, tuple):
            yield from (one for one in value if type(one) in ITEMS)


def _ordered(records: Iterable[Record], as_at: date) -> list[Record]:
    """By letter or number where they have one, then by name; what has ended comes last."""

    def key(record: Record) -> tuple[bool, int, str, str, str]:
        place = str(getattr(record, "letter", None) or getattr(record, "number", None) or "")
        return (_until(record) < as_at, len(place) or 99, place, _name(record), record.id)

    return sorted(records, key=key)


def _name(record: Record) -> str:
    name = name_of(record) or record.id
    letter = getattr(record, "letter", None)
    return f"{letter}. {name}" if letter else name


def _text(thing: Record | Item) -> str:
    return flowing(getattr(thing, "activity", None)) or name_of(thing)


def _not_yet(record: Record, as_at: date) -> bool:
    since = getattr(record, "since", None)
    return isinstance(since, date) and since > as_at


def _over(record: Record, as_at: date) -> bool:
    return _until(record) < as_at


def _until(record: Record) -> date:
    until = getattr(record, "until", None)
    return until if isinstance(until, date) else date.max
