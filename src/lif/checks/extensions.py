"""Extensions of statutory deadlines: told to nobody, moving nothing, or made after the date had passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.clocks import running_on
from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.incidents import Incident
from lif.records.law import Duty, Extension
from lif.records.problems import listed
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register


@check("D202", Severity.WARNING)
def extended_and_not_told(register: Register, as_at: date) -> Iterator[Finding]:
    """A deadline of law or guidance was extended, and it does not say who was told, or when.

    Why:
        The panel and the department are told of a delay before the date has passed; a paper has to show it.
    Fails:
        An extension of duty-practice-review-complete without told, or with told and no told_on.
    Mend:
        Tell them; then add `told` and `told_on`.
    Source:
        Working Together: delays are told to the national panel and the Secretary of State with the reasons.
    """
    for record, index, ext in _extensions(register, as_at):
        duty = register.find(Duty, ext.duty)
        if duty is None or duty.force == "local-policy":
            continue
        if not ext.told:
            message = f"'{ext.duty}' was extended to {ext.to.isoformat()}, and nobody is named as told"
            hint = "tell the panel and the department why; then add 'told:' and 'told_on:'"
            yield Finding(record.id, ("extensions", index, "duty"), message, hint)
        elif ext.told_on is None:
            message = f"{listed(ext.told)}: told of the delay, and not on which day"
            yield Finding(record.id, ("extensions", index, "told"), message, "add 'told_on:'", at_key=True)


@check("D205", Severity.WARNING)
def extension_moves_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """An extension gives a date no later than the one that held, or is of a duty with no clock here.

    Why:
        It reads as if there were more time, and there is none.
    Fails:
        A review due on 2025-04-09 with an extension to 2025-04-01.
    Mend:
        Correct the date or the duty, or take the extension out.
    Source:
        An extension is a later date for one deadline of the record.
    """
    for record, index, ext, held in _with_dates(register, as_at):
        if held is None:
            message = f"no clock of '{ext.duty}' runs on this record"
            yield Finding(record.id, ("extensions", index, "duty"), message, "name the duty that is meant")
        elif ext.to <= held:
            message = f"extended to {ext.to.isoformat()}, and it was due on {held.isoformat()} already"
            hint = "give the later date, or take the extension out"
            yield Finding(record.id, ("extensions", index, "to"), message, hint)


@check("D206", Severity.WARNING)
def extension_came_late(register: Register, as_at: date) -> Iterator[Finding]:
    """An extension was made after the date that it moves had passed.

    Why:
        The deadline had been missed by then; a later date does not undo that, and a reader should see it.
    Fails:
        A review due on 2025-02-28 with an extension of 2025-03-05.
    Mend:
        Correct the day if it is wrong; otherwise say in the paper that the delay was agreed afterwards.
    Source:
        Working Together: reasons for a delay are given before the date has passed.
    """
    for record, index, ext, held in _with_dates(register, as_at):
        if held is not None and ext.on > held:
            message = f"extended on {ext.on.isoformat()}, and it had been due on {held.isoformat()}"
            hint = "correct the day, or say that it was agreed afterwards"
            yield Finding(record.id, ("extensions", index, "on"), message, hint)


def _extensions(register: Register, as_at: date) -> Iterator[tuple[Incident | Review, int, Extension]]:
    """The extensions that had been made by a day."""
    for record in (*register.all(Incident), *register.all(Review)):
        assert isinstance(record, Incident | Review)
        if stands(record, as_at):
            for index, ext in enumerate(record.extensions):
                if ext.on <= as_at:
                    yield record, index, ext


def _with_dates(
    register: Register, as_at: date
) -> Iterator[tuple[Incident | Review, int, Extension, date | None]]:
    """The same with the date that held before each, None where no such clock runs on the record."""
    due = {
        (address, one.duty.id): one.due.on
        for one in running_on(register, as_at)
        for address in (one.address, *one.also)
    }
    held: dict[tuple[str, str], date] = {}
    for record, index, ext in _extensions(register, as_at):
        key = (record.id, ext.duty)
        if register.find(Duty, ext.duty) is None:
            continue
        if key not in due:
            yield record, index, ext, None
        elif (first := due[key]) is not None:
            before = held.get(key, first)
            yield record, index, ext, before
            held[key] = max(before, ext.to)


EXTENSIONS = (extended_and_not_told, extension_moves_nothing, extension_came_late)
