"""Which edition of a law or of guidance, and which duties, apply on the day of a trigger."""

from __future__ import annotations

from datetime import date

from lif.records.law import Duty, Edition
from lif.register import Register


def edition_on(register: Register, series: str, day: date) -> Edition | None:
    """The edition of a series that was in force on a day; None where the records know of none.

    `series` is the name of the series in any case, or the id of one of its editions. The day is that of the
    trigger, never today: what happened under one edition is judged by that edition for ever.
    """
    named = register.find(Edition, series)
    wanted = (named.series if named else series).casefold()
    for edition in register.all(Edition):
        until = edition.in_force_until or date.max
        if edition.series.casefold() == wanted and edition.in_force_from <= day <= until:
            return edition
    return None


def edition_of(register: Register, duty: Duty, day: date) -> Edition | None:
    """The edition under which a duty stands on a trigger day: of the series that set it first."""
    return edition_on(register, duty.edition, day) if duty.edition else None


def applies(duty: Duty, trigger: date, began: date | None = None) -> bool:
    """Whether a duty applies to a trigger day.

    `began` is the first day of the case that the trigger belongs to: a case that began while the duty
    stood stays under it, however late its later steps come.
    """
    first = trigger if began is None else min(trigger, began)
    return (duty.since is None or duty.since <= trigger) and (duty.until is None or first <= duty.until)
