"""Who answers for a role on a day: who took it over, and whether the post had ended without anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.checks.successors import line_of
from lif.measures.standing import has_ended
from lif.records.governance import Agency, Role
from lif.register import Register
from lif.views.called import agency_called


@dataclass(frozen=True, slots=True)
class Answering:
    """The role to ask: its name and agency as readers know them, and its mailbox where it has one.

    `ended` says that the post had ended by the day, or its record was retired, and nobody is named in its
    place. The agency is the one that had taken over by the day.
    """

    role: str
    name: str
    agency: str
    agency_name: str
    mailbox: str
    ended: bool


def answering(register: Register, role: str | None, as_at: date) -> Answering | None:
    """The role that answers on a day for what a role was to answer for; None where it has no record."""
    found = register.find(Role, role or "")
    seen: set[str] = set()
    while found is not None and has_ended(found, as_at) and found.id not in seen:
        seen.add(found.id)
        after = register.find(Role, (found.retired.replaced_by or "") if found.retired else "")
        if after is None:
            break
        found = after
    if found is None:
        return None
    agency = line_of(register, found.agency, as_at)[-1]
    mailbox = (found.contact.mailbox or "") if found.contact else ""
    return Answering(
        found.id, found.name, agency, full_name(register, agency), mailbox, has_ended(found, as_at)
    )


def full_name(register: Register, agency: str) -> str:
    """An agency's whole name, for those who do not know the board's short one."""
    found = register.find(Agency, agency)
    return found.name if found else agency_called(register, agency)
