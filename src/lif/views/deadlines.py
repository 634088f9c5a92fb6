"""Every clock that runs, of law and of the board's own: due when, kept or not, in eight states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.law import DONE, Deadline, State, Verdict, dated, running
from lif.records.incidents import CaseConsidered, Incident
from lif.records.law import Force
from lif.records.record import Record
from lif.register import Register
from lif.views.called import called_at
from lif.views.local_clocks import counts_on, promises
from lif.views.promise import Promise


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline as it stood on a day.

    `record` is the address of what it is about, `group` the id of the group that follows it (empty where
    the record names none), `duty` the id of the duty (empty for a date that the record itself sets) and
    `force` how binding the days are. `due` is the date that holds, None where it cannot be said; `first_due`
    the one before it was moved, None where it was not. `days` are left, and late when negative; None
    without a date or a judgement. `statutory` is False for what the board agreed itself.
    """

    record: str
    record_name: str
    kind: str
    group: str
    what: str
    duty: str
    force: Force
    trigger_on: date | None
    due: date | None
    first_due: date | None
    done_on: date | None
    state: State
    days: int | None
    statutory: bool
    note: str
    illustrative: bool


def deadlines(
    register: Register,
    as_at: date,
    *,
    within: int | None = None,
    group: str | None = None,
    state: State | None = None,
) -> tuple[DeadlineLine, ...]:
    """Every deadline that still ran on a day, by date; those of which nothing can be said come last.

    `within` keeps what is late or due in so many days, `group` (an id) what that group follows. With a
    `state` those in that state are given, what is done included.
    """
    return tuple(
        line
        for line in all_deadlines(register, as_at)
        if (line.state == state if state else line.state not in DONE)
        and group in (None, line.group)
        and (within is None or (line.due is not None and (line.due - as_at).days <= within))
    )


def all_deadlines(register: Register, as_at: date) -> tuple[DeadlineLine, ...]:
    """Every deadline that was known on a day, kept or not, by date; unknown ones come last."""
    lines = [*_statutory(register, as_at), *_local(register, as_at)]
    return tuple(
        sorted(
            lines,
            key=lambda one: (one.state == "unknown", one.due or date.max, one.record, one.duty, one.what),
        )
    )


def _statutory(register: Register, as_at: date) -> Iterator[DeadlineLine]:
    for one in running(register, as_at):
        record, duty, verdict = one.record, one.duty, one.verdict
        force = (duty.limit.force if duty.limit else None) or duty.force
        yield DeadlineLine(
            record=one.address,
            record_name=_called(register, one.address, record),
            kind=record.kind if record else "publication",
            group=_group(record),
            what=f"{duty.title} ({one.about})" if one.about else duty.title,
            duty=duty.id,
            force=force,
            trigger_on=one.due.trigger,
            due=verdict.due,
            first_due=verdict.first_due,
            done_on=one.done.on if one.done else None,
            state=verdict.state,
            days=verdict.days,
            statutory=duty.force != "local-policy",
            note="; ".join(_notes(one, as_at)),
            illustrative=bool(record and record.illustrative),
        )


def _notes(one: Deadline, as_at: date) -> Iterator[str]:
    if one.verdict.note:
        yield one.verdict.note
    if one.beside and one.beside.on and one.clock.beside and one.verdict.state != "not-applicable":
        passed = one.beside.on < (one.done.on if one.done else as_at)
        yield f"counted from '{one.clock.beside}': {one.beside.on.isoformat()}{', missed' if passed else ''}"
    if one.duty.unverified:
        yield "the rule was not checked against its text"


def _local(register: Register, as_at: date) -> Iterator[DeadlineLine]:
    for one in promises(register, as_at):
        if not counts_on(one, as_at):
            continue
        done = one.done if one.done and one.done <= as_at else None
        verdict = _verdict(one, done, as_at)
        record: Record = one.record
        yield DeadlineLine(
            record=one.address,
            record_name=_called(register, one.address, record),
            kind=record.kind,
            group=_group(record),
            what=one.what,
            duty="",
            force="local-policy",
            trigger_on=one.known,
            due=verdict.due,
            first_due=verdict.first_due,
            done_on=done,
            state=verdict.state,
            days=verdict.days,
            statutory=False,
            note=verdict.note,
            illustrative=record.illustrative,
        )


def _called(register: Register, address: str, record: Record | None) -> str:
    """Its name; of a record without one the agency or group that it is about, and else its address."""
    name = called_at(register, address)
    about = str(getattr(record, "agency", None) or "") or (_group(record) if record else "")
    nameless = name == address and not isinstance(record, Incident | CaseConsidered)
    return called_at(register, about) if nameless and about else name


def _group(record: Record | None) -> str:
    """The group that follows it; of a challenge, the one that made it."""
    return str(getattr(record, "group", None) or getattr(record, "by_group", None) or "")


def _verdict(one: Promise, done: date | None, as_at: date) -> Verdict:
    if done is None and one.over and one.over <= as_at:
        return Verdict("not-applicable", one.due, one.first, None, f"over since {one.over.isoformat()}")
    return dated(one.due, done, as_at, one.first)
