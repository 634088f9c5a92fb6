"""Whom an agency asks about what it is asked for."""

from __future__ import annotations

from datetime import date

from lif.records.figures import ReturnSchedule
from lif.records.governance import Agency, Role
from lif.records.record import stands
from lif.records.words import sealed
from lif.register import Register
from lif.views.answering import answering, full_name


def whom_to_ask(register: Register, as_at: date) -> str:
    """The post of the board's own office that sends figures itself, or any of its posts; never a person."""
    offices = {one.id for one in register.all(Agency) if one.sector == "partnership" and stands(one, as_at)}
    named = [one.contact for one in register.all(ReturnSchedule) if one.agency in offices]
    posts = [one.id for one in register.all(Role) if one.agency in offices and one.group is None]
    for role in (*reversed(named), *posts):
        found = answering(register, role, as_at)
        if found is not None and not found.ended:
            mailbox = f" ({found.mailbox})" if found.mailbox else ""
            return sealed(f"the {found.name}{mailbox}, {full_name(register, found.agency)}")
    return "the board's business unit, which sent you this workbook"
