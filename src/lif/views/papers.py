"""What every paper is asked, and what every paper opens with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from lif.calendars import Period
from lif.measures.assemble import assemble
from lif.measures.series import Figures
from lif.records.board import Board
from lif.records.record import Record
from lif.register import Register
from lif.views.bodies import body_name

if TYPE_CHECKING:
    from lif.views.changes.since import Since

R = TypeVar("R", bound=Record)


class CannotBeMade(Exception):  # noqa: N818 - named for what happened
    """The paper cannot be made of what was asked; the message says what to ask instead."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What every paper opens with.

    `name` is the slug of its files. `purpose` begins with Decision, Assurance or Information. `asked` is what
    its reader is asked to do, each beginning with a verb of the field (agree, note, decide, challenge); there
    is always something. `facts` are further rows of the front sheet, as (name, words). `unfinished` are the
    reasons for which it can only be a draft.
    """

    title: str
    name: str
    purpose: str
    asked: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    unfinished: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """What a paper is asked, and all that its view may look at.

    `about` are the records that were named, at most one of each kind. `year` is the year asked for, if
    any, and `since` the moment from which changes are told, for a paper that tells of changes.
    """

    register: Register
    as_at: date
    board: Board
    about: tuple[Record, ...] = ()
    year: Period | None = None
    since: Since | None = None

    @cached_property
    def figures(self) -> Figures:
        """Every series as known on the day, assembled when first wanted."""
        return assemble(self.register, self.as_at)

    @property
    def body(self) -> str:
        """The name of the legal body on the day."""
        return body_name(self.register, self.board, self.as_at)

    def named(self, kind: type[R]) -> R | None:
        """The record of this kind that the paper is about, or nothing."""
        return next((record for record in self.about if isinstance(record, kind)), None)

    def one(self, kind: type[R], option: str, example: str) -> R:
        """The record of this kind that the paper must be about; raises CannotBeMade when none was named."""
        found = self.named(kind)
        if found is None:
            raise CannotBeMade(f"name one {kind.kind.replace('-', ' ')}, as in {option} {example}")
        return found
