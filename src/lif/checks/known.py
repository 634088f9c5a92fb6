"""What had happened by a day, and which records speak of another: what came later is not known on it."""

from __future__ import annotations

from datetime import date
from typing import TypeGuard

from lif.records.actions import Action
from lif.records.record import Record, stands
from lif.records.reviews import Review
from lif.register import Register

QUARTER_DAYS = 92
"""The longest quarter: boards meet once in each, so that what waits longer has missed a meeting."""
PANEL_SINCE = date(2018, 6, 29)
"""From this day serious incidents are notified to the national panel: Children Act 2004, section 16C."""
BOARDS_UNTIL = date(2019, 9, 29)
"""By this day partnerships had taken over everywhere: no serious case review can begin after it."""


def known(day: date | None, as_at: date) -> TypeGuard[date]:
    """Whether something had happened by the day that is asked about."""
    return day is not None and day <= as_at


def known_for(day: date | None, as_at: date, days: int) -> TypeGuard[date]:
    """Whether something had happened by then, at least `days` days before."""
    return day is not None and (as_at - day).days >= days


def reached(review: Review, as_at: date) -> dict[str, date]:
    """The milestones that a review had reached by the day, each with its day."""
    return {one.step: one.on for one in review.milestones if one.on is not None and one.on <= as_at}


def unread(register: Register, *kinds: type[Record]) -> bool:
    """Whether some record of one of these kinds could not be read: what is missed may stand there."""
    return any(bad.kind in {kind.kind for kind in kinds} for bad in register.unreadable.values())


def acted_on(register: Register, address: str, named: tuple[str, ...], as_at: date) -> bool:
    """Whether an action that was agreed by the day came of what stands at an address.

    It is among the actions `named` there, or has the address as its source; or may, where an action could not
    be read or a name leads nowhere, which is told as a mistake of its own.
    """
    if unread(register, Action) or any(register.get(id_) is None for id_ in named):
        return True
    sources = (tie.source for tie in register.links_to(address) if tie.path[0] == "source")
    found = (register.find(Action, id_) for id_ in (*named, *sources))
    return any(one is not None and one.agreed_on <= as_at and stands(one, as_at) for one in found)


def spoken_of(register: Register, id_: str, *kinds: type[Record]) -> bool:
    """Whether a record of one of these kinds links to a record or to any of its items.

    Where records of these kinds could not be read, they may be what does.
    """
    if unread(register, *kinds):
        return True
    sources = (register.entries.get(tie.source) for tie in register.links_into(id_))
    return any(entry is not None and isinstance(entry.record, kinds) for entry in sources)
