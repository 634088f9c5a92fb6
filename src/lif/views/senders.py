"""Who sends an agency's returns, so that it can be asked for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lif.measures.owed import Owed
from lif.records.figures import Return, ReturnSchedule
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.answering import Answering, answering


def sender(register: Register, each: Owed, as_at: date) -> Answering | None:
    """Whom the schedule names, of the period or a later one; else who sent the agency's last return.

    A post that had ended gives way to one that had not.
    """
    named = [one.contact for one in register.all(ReturnSchedule) if one.agency == each.agency]
    sent = sorted(
        (one.received, one.supplied_by)
        for one in register.all(Return)
        if one.agency == each.agency and one.supplied_by and one.received and one.received <= as_at
    )
    roles = (*each.contacts, *reversed(named), *(role for _, role in reversed(sent)))
    return _first_in_post(register, roles, as_at)


def author(register: Register, one: Section11Return, as_at: date) -> Answering | None:
    """Whom a self-assessment names, or an earlier one of the agency; else who sends its figures."""
    earlier = sorted(
        (other.due, other.author or "")
        for other in register.all(Section11Return)
        if other.agency == one.agency and other.due < one.due
    )
    sends = [each.contact for each in register.all(ReturnSchedule) if each.agency == one.agency]
    roles = (one.author, *(role for _, role in reversed(earlier)), *reversed(sends))
    return _first_in_post(register, roles, as_at)


def _first_in_post(register: Register, roles: Iterable[str | None], as_at: date) -> Answering | None:
    """Who answers for the first of these roles whose post had not ended; else for the first of all."""
    found = [who for role in roles if (who := answering(register, role, as_at))]
    return next((who for who in found if not who.ended), found[0] if found else None)
