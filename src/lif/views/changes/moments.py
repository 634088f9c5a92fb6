"""The two moments that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from lif.measures.assemble import assemble
from lif.measures.series import Figures
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
