"""What a seven-minute briefing is made of: the learning, and what its sources may tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lif.checks.voice import FEWEST
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.learning import GoodPractice, Learning
from lif.records.record import Record, stands
from lif.records.reviews import Finding, Review
from lif.records.voice import PractitionerIntelligence, Voice
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.shown import flowing
from lif.views.telling.landed import Landed, landed
from lif.views.telling.learned import Learned, known_learning, learned
from lif.views.telling.sources import may_be_told


@dataclass(frozen=True)
class Material:
    """One piece of learning, or one review with what was learned from it, as known on a day.

    `about` is the record itself; `addresses` are what it was learned from.
    """

    register: Register
    as_at: date
    about: Learning | Review

    @cached_property
    def records(self) -> tuple[Learning | GoodPractice, ...]:
        """The pieces of learning and of good practice that it tells, oldest first."""
        every = sorted(known_learning(self.register, self.as_at), key=lambda one: (one.on, one.id))
        if isinstance(self.about, Learning):
            return tuple(one for one in every if one.id == self.about.id)
        return tuple(one for one in every if self.about.id in _records_of(one.sources))

    @cached_property
    def lessons(self) -> tuple[Learned, ...]:
        """What was learned, without good practice."""
        found = (learned(self.register, one, self.as_at) for one in self.records)
        return tuple(one for one in found if one.kind == Learning.kind)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Where it comes from: the review, or the sources of the learning."""
        if isinstance(self.about, Review):
            return (self.about.id,)
        return tuple(address for one in self.records for address in one.sources)

    @cached_property
    def sources(self) -> tuple[Record, ...]:
        """The records behind the addresses that still count, each once, as known on the day."""
        found = (self.register.get(id_) for id_ in _records_of(self.addresses))
        known = (one for one in found if isinstance(one, Record) and stands(one, self.as_at))
        return tuple(as_known(self.register, one, self.as_at) for one in known)

    @cached_property
    def good(self) -> tuple[Learned, ...]:
        """Good practice that was seen in one of the same sources."""
        ids = set(_records_of(self.addresses))
        return tuple(
            learned(self.register, one, self.as_at)
            for one in known_learning(self.register, self.as_at)
            if isinstance(one, GoodPractice) and ids & set(_records_of(one.sources))
        )

    @cached_property
    def tests(self) -> tuple[Landed, ...]:
        """How the tests of the learning stand."""
        return tuple(landed(one, self.as_at) for one in self.records if isinstance(one, Learning))

    def findings(self, *, good: bool) -> Iterator[str]:
        """What the sources found wanting, or what they found working, where it may be told."""
        for one in self.sources:
            for found in _found(one, good, self.as_at):
                if self._belongs(one.id, found) and stands(found, self.as_at):
                    yield flowing(found.text)

    def asked_for(self) -> Iterator[str]:
        """What the review recommends that was accepted, where it may be told."""
        if isinstance(self.about, Review):
            for one in self.sources:
                for each in _recommended(one, self.as_at):
                    if each.response in ("accepted", "partly-accepted") and stands(each, self.as_at):
                        yield flowing(each.text)

    def heard(self) -> Iterator[str]:
        """What people said, where it was learned from them."""
        for one in self.sources:
            if isinstance(one, Voice | PractitionerIntelligence):
                yield flowing(one.text)

    def _belongs(self, record: str, item: Finding | AuditFinding) -> bool:
        """Whether the learning names the item, or its record as a whole and the item is on its themes."""
        if f"{record}/{item.id}" in self.addresses:
            return True
        themes = {theme for one in self.records for theme in one.themes}
        on_them = isinstance(self.about, Review) or not themes or bool(themes & set(item.themes))
        return record in self.addresses and on_them


def _records_of(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the records at these addresses, each once."""
    return tuple(dict.fromkeys(address.partition("/")[0] for address in addresses))


def _found(one: Record, good: bool, as_at: date) -> tuple[Finding | AuditFinding, ...]:
    if isinstance(one, Audit):
        return one.strengths if good else one.findings
    if isinstance(one, Review) and may_be_told(one, as_at):
        return tuple(each for each in one.findings if each.good_practice is good)
    return ()


def _recommended(one: Record, as_at: date) -> tuple[Recommendation, ...]:
    return one.recommendations if isinstance(one, Review) and may_be_told(one, as_at) else ()


def some(count: int, word: str) -> str:
    """`12 practitioners`; of few it says only that they are few."""
    return f"{count} {word}" if count >= FEWEST else f"fewer than five {word}"
