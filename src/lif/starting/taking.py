"""What a new board takes from the framework that it starts like: words with their citations, and no data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from lif.records.audits import AuditTool
from lif.records.board import Board
from lif.records.elements import Element, LearningMethod, Question
from lif.records.governance import Expectation, Group
from lif.records.indicators import Indicator
from lif.records.law import Duty, Edition, StatutoryFunction
from lif.records.links import Tie, survey
from lif.records.priorities import Strategy
from lif.records.reading import read_record
from lif.records.record import Record
from lif.records.references import Area, Source, Theme
from lif.records.section11 import Section11Standard
from lif.register import Register
from lif.source.new_records import Field
from lif.starting.answers import Answers
from lif.starting.fields import plain_fields
from lif.starting.own import Own
from lif.starting.people import people
from lif.starting.records import board
from lif.starting.relinking import Data, relinked
from lif.starting.tables import rows
from lif.starting.wording import Wording
from lif.workspace.frameworks import installed_names

TAKEN: tuple[type[Record], ...] = (
    *(
        Element,
        LearningMethod,
        Question,
        Expectation,
        StatutoryFunction,
        Section11Standard,
        AuditTool,
        Duty,
        Group,
    ),
    *(Strategy, Theme, Source, Edition),
)
"""The kinds whose records are words that another board may begin with; all else is the board's own."""
NAMED_ONLY = (Source, Edition, Strategy, Theme)
"""Kinds of which only those are taken that something taken names."""
OF_THE_BOARD = (
    *("purpose", "aims", "principles", "must_improve", "culture", "equality", "oversight"),
    *("transparency", "learning_cycle"),
)

TO_BE_AGREED = "Another board has settled this. Agree it, change it, or take it away.\n"


@dataclass
class Taking:
    """One framework being taken up: what is known already, who does what, and how names are put."""

    source: Register
    answers: Answers
    known: frozenset[str]
    """Every address that the new board has without it."""
    kept: dict[str, tuple[type[Record], Data]] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = people(self.source, self.answers)
        called = {row["id"]: row["short_name"] or row["name"] for row in rows("agencies")}
        names = {old: called.get(new, "") for old, new in self.people.items()}
        self.wording = Wording(self.source, self.answers, names)
        self.board = self.source.record(Board, self.source.board_id)
        beneath = {entry.framework for entry in self.source.entries.values()} - {"", *installed_names()}
        region = self.source.record(Area, self.board.area).region
        self.own = Own(self.answers.on.isoformat(), bool(beneath) and region != self.answers.area.region)

    def taken(self) -> Mapping[str, tuple[type[Record], Data]]:
        """Records by their new id, with every link led to something that is there; the board's among them."""
        for record in self._wanted():
            self.renamed[record.id] = self._id(record)
        for record in self._wanted():
            self._keep(record)
        self._keep_board()
        while self._settle():
            pass
        self._drop_unnamed()
        return self.kept

    def _wanted(self) -> Iterator[Record]:
        """The records of the framework itself that stand on the first day and are no example."""
        for entry in self.source.entries.values():
            record = entry.record
            own = entry.framework not in installed_names()
            if own and isinstance(record, TAKEN) and self._is_new(record) and self._stands(record):
                yield record

    def _is_new(self, record: Record) -> bool:
        return isinstance(record, Group) or record.id not in self.known

    def _stands(self, record: Record) -> bool:
        until: date | None = getattr(record, "until", None)
        if isinstance(record, Group):
            return record.id in {group.id for group in self.answers.groups}
        return not record.illustrative and record.retired is None and (not until or until > self.answers.on)

    def _id(self, record: Record) -> str:
        """The id without the other board's name; a source is called as the document that it is."""
        if isinstance(record, (Source, Edition)):
            return record.id
        own = rf"(?<![a-z0-9])(?:{re.escape(self.board.id)}|{re.escape(self.board.area)})(?![a-z0-9])"
        return re.sub(own, self.answers.area.id, record.id)

    def _keep(self, record: Record) -> None:
        data = self._worded(record)
        data["id"] = self.renamed[record.id]
        if isinstance(record, (Duty, Expectation)):
            data["note"] = TO_BE_AGREED
        if isinstance(record, Group):
            data.pop("aliases", None)
            data["chair"] = f"chair-{record.id}"
        if (linked := relinked(type(record), data, self._leads)) is not None:
            self.kept[str(data["id"])] = (type(record), linked)

    def _worded(self, record: Record) -> Data:
        plain = dict(plain_fields(record))
        exempt = isinstance(record, (Source, Edition))
        plain.pop("builds_on", None)  # what it keeps from beneath stands in it already
        return (
            without(plain, ("note",))
            if exempt
            else self.wording.through(self._from_the_first_day(record, plain))
        )

    def _from_the_first_day(self, record: Record, plain: Data) -> Data:
        """What law says has been so for long; a group is as old as its board."""
        made = self.own.of(plain)
        if isinstance(record, StatutoryFunction) and "since" in plain:
            return made | {"since": plain["since"]}
        return without(made, ("since",)) if isinstance(record, Group) else made

    def _keep_board(self) -> None:
        """What the board's own record says of aims and promises, under the new board's id."""
        plain = self._worded(self.board)
        data: Data = {**board(self.answers), **{name: plain[name] for name in OF_THE_BOARD if name in plain}}
        if (linked := relinked(Board, data, self._leads)) is not None:
            self.kept[self.answers.board] = (Board, linked)

    def _leads(self, tie: Tie) -> str | None:
        """Where a link leads now, as far as one record can know."""
        owner, slash, item = tie.target.partition("/")
        new = self.people.get(owner) or self.renamed.get(owner) or (owner if owner in self.known else None)
        return None if new is None else f"{new}{slash}{item}"

    def _settle(self) -> bool:
        """Takes out links to what was left out; whether there were any."""
        addresses, ties = set(self.known), list[Tie]()
        for id_, (kind, data) in self.kept.items():
            record = read_record(kind, data)
            assert isinstance(record, Record)
            found = survey(record, id_)
            addresses |= {id_, *(f"{id_}/{each.item.id}" for each in found.items)}
            ties += found.ties
        broken = {tie.source for tie in ties if tie.target not in addresses}
        for id_ in broken:
            kind, data = self.kept.pop(id_)
            linked = relinked(kind, data, lambda tie: tie.target if tie.target in addresses else None)
            if linked is not None:
                self.kept[id_] = (kind, linked)
        return bool(broken)

    def _drop_unnamed(self) -> None:
        while True:
            named = {
                tie.target.partition("/")[0]
                for id_, (kind, data) in self.kept.items()
                if isinstance(record := read_record(kind, data), Record)
                for tie in survey(record, id_).ties
            }
            idle = [id_ for id_, (kind, _) in self.kept.items() if kind in NAMED_ONLY and id_ not in named]
            for id_ in idle:
                del self.kept[id_]
            if not idle:
                return

    def bears_on(self, indicator: str) -> Mapping[str, Field]:
        """The elements and questions on which an indicator bears there, of those that were taken."""
        found = self.source.find(Indicator, indicator)
        if found is None:
            return {}
        there = set(self._addresses())
        return {
            "elements": [each for each in found.elements if each in there],
            "group": self.people[found.group],
            "questions": [each for each in found.questions if each in there],
        }

    def _addresses(self) -> Iterator[str]:
        for kind, data in self.kept.values():
            record = read_record(kind, data)
            if isinstance(record, Record):
                own = survey(record, record.id)
                yield from (record.id, *(f"{record.id}/{each.item.id}" for each in own.items))


def without(data: Data, names: tuple[str, ...]) -> Data:
    """The fields but for these."""
    return {name: value for name, value in data.items() if name not in names}
