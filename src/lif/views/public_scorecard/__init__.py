"""The scorecard for the public: what is known of how children fare, from a public set and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.publishing import PublicSet
from lif.records.board import Board
from lif.records.governance import Agency
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.references import Area
from lif.views.bodies import body_name
from lif.views.public_scorecard.asking import Looking
from lif.views.public_scorecard.cards import PublicCard, public_card, telling
from lif.views.public_scorecard.lines import PublicLine, public_line
from lif.views.public_scorecard.notes import PublicNotes, public_notes
from lif.views.scorecard.parts import priorities
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Published:
    """What the publication says of itself."""

    id: str
    title: str
    on: date
    version: str


@dataclass(frozen=True, slots=True)
class PriorityTable:
    """The lines of one priority, with what it is for; the last table holds what bears on none."""

    id: str
    name: str
    rationale: str
    outcomes: tuple[str, ...]
    lines: tuple[PublicLine, ...]
    cards: tuple[PublicCard, ...]


@dataclass(frozen=True, slots=True)
class PublicScorecard:
    """The whole page as plain data, in the order in which it is read.

    `better` and `worse` are the indicators of which the area's figure lies so against England's, by the 95%
    interval.
    """

    publication: Published
    quarter: str
    as_at: date
    body: str
    area: str
    partners: tuple[str, ...]
    aims: tuple[str, ...]
    better: tuple[PublicLine, ...]
    worse: tuple[PublicLine, ...]
    tables: tuple[PriorityTable, ...]
    indicators: int
    notes: PublicNotes


def public_scorecard(made: PublicSet) -> PublicScorecard:
    """The scorecard of a public set."""
    looking = Looking(made)
    register, stamp = made.register, made.publication
    board = register.record(Board, register.board_id)
    area = register.find(Area, board.area)
    indicators = looking.indicators()
    lines = tuple(public_line(looking, one) for one in indicators)
    return PublicScorecard(
        publication=Published(stamp.id, stamp.title, stamp.on, stamp.version),
        quarter=stamp.quarter.label,
        as_at=stamp.on,
        body=body_name(register, board, stamp.on),
        area=area.name if area else board.name,
        partners=tuple(one.name for one in register.all(Agency) if _is_partner(one, stamp.on)),
        aims=tuple(flowing(one.text) for one in board.aims),
        better=_against_england(lines, "better"),
        worse=_against_england(lines, "worse"),
        tables=_tables(looking, lines),
        indicators=len(lines),
        notes=public_notes(looking, indicators),
    )


def _is_partner(one: Agency, day: date) -> bool:
    """Whether an agency is a statutory safeguarding partner on a day."""
    return one.statutory_partner and (one.since or day) <= day <= (one.until or day)


def _against_england(lines: tuple[PublicLine, ...], result: str) -> tuple[PublicLine, ...]:
    return tuple(
        line
        for line in lines
        if any(each.sort == "england" and each.result == result for each in line.beside)
    )


def _tables(looking: Looking, lines: tuple[PublicLine, ...]) -> tuple[PriorityTable, ...]:
    """Each priority with its indicators; an indicator of several stands under the first of them."""
    headlines = frozenset(one.id for one in looking.indicators() if "leadership" in one.headline_at)
    left, found, told = list(lines), [], set[str]()
    for priority in priorities(looking.ask):
        mine = tuple(line for line in left if priority.id in line.priorities)
        left = [line for line in left if line not in mine]
        carded = [line for line in telling(lines, headlines, priority) if line.id not in told]
        told.update(line.id for line in carded)
        cards = tuple(_card(looking, line) for line in carded)
        found.append(_table(priority, mine, cards))
    if left:
        name = "Other things that we watch" if found else "What we watch"
        found.append(PriorityTable("", name, "", (), tuple(left), ()))
    return tuple(found)


def _card(looking: Looking, line: PublicLine) -> PublicCard:
    return public_card(looking, looking.made.register.record(Indicator, line.id), line)


def _table(priority: Priority, lines: tuple[PublicLine, ...], cards: tuple[PublicCard, ...]) -> PriorityTable:
    outcomes = tuple(flowing(one.text) for one in priority.outcomes)
    return PriorityTable(priority.id, priority.name, flowing(priority.rationale), outcomes, lines, cards)
