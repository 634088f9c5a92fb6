"""The two moments that are compared, and what a comparison is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from lif.measures.assemble import assemble
from lif.measures.series import Figures
from lif.records.governance import Role
from lif.records.record import Record, stands
from lif.register import Register
from lif.views.called import called_at
from lif.views.listing import known_by

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Moment:
    """The records as they stood, and the day from which they are read."""

    register: Register
    as_at: date

    @cached_property
    def figures(self) -> Figures:
        """Every series as known on the day."""
        return assemble(self.register, self.as_at)

    def find(self, kind: type[R], id_: str) -> R | None:
        """The record of this kind with this id if readers knew it by the day and it still counted."""
        found = self.register.find(kind, id_)
        return found if found and known_by(found, self.as_at) and stands(found, self.as_at) else None

    def may_hold(self, id_: str, kind: str) -> bool:
        """Whether a record that is not there may stand in a file that could not be read."""
        return id_ not in self.register.entries and self.register.may_be_unreadable(id_, (kind,))


@dataclass(frozen=True)
class Between:
    """What is compared: before and after.

    `by_dates` says that there is one state of the records alone, read from two days: what was entered late,
    altered or deleted cannot be seen then.
    """

    before: Moment
    after: Moment

    @property
    def by_dates(self) -> bool:
        """Whether both moments read the same records."""
        return self.before.register is self.after.register

    def ids(self, kind: type[Record]) -> list[str]:
        """The ids of all records of a kind in either, in order, without those that one could not read."""
        found = {one.id for moment in (self.before, self.after) for one in moment.register.all(kind)}
        return sorted(
            id_
            for id_ in found
            if not self.before.may_hold(id_, kind.kind) and not self.after.may_hold(id_, kind.kind)
        )

    def called(self, address: str) -> str:
        """What readers call the record or item at an address, now or before."""
        register = (self.after if self.after.register.get(address) else self.before).register
        return called_at(register, address)

    def since(self, day: date) -> bool:
        """Whether a day lies after the first moment and not after the second."""
        return self.before.as_at < day <= self.after.as_at


@dataclass(frozen=True)
class Scope:
    """What a paper is about: records to each of which all it holds is tied. None named means everything."""

    about: tuple[str, ...] = ()

    def holds(self, between: Between, id_: str) -> bool:
        """Whether a record is one of these, links to each of them, or is linked to by each of them."""
        return all(
            any(_tied(moment.register, id_, one) for moment in (between.before, between.after))
            for one in self.about
        )


def _tied(register: Register, id_: str, one: str) -> bool:
    """Whether they are one record, or one of them links to the other; an agency's posts speak for it."""
    same = {one, *(role.id for role in register.all(Role) if role.agency == one)}
    return (
        id_ in same
        or any(_record(tie.target) in same for tie in register.links_from(id_))
        or any(tie.source in same for tie in register.links_into(id_))
    )


def _record(address: str) -> str:
    return address.partition("/")[0]
