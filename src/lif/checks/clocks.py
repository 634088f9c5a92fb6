"""Statutory clocks: missed and nobody told, never notified, late by another count, or made of no day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.incidents import recipients
from lif.checks.known import known
from lif.checks.once import once
from lif.diagnostics import Severity
from lif.law import Deadline, running
from lif.law.vocabulary import KNOWN, SORTS
from lif.records.incidents import Incident
from lif.records.law import Duty
from lif.records.problems import FieldPath, listed
from lif.records.reviews import Review
from lif.register import Register


@check("D201", Severity.WARNING)
def deadline_missed(register: Register, as_at: date) -> Iterator[Finding]:
    """A deadline of law or guidance has passed, it is not done, and nobody is recorded as told why.

    Why:
        Whoever waits for it will ask; a delay that was told with its reason is another thing than silence.
    Fails:
        A local review decided on 2024-06-10, not published on 2025-03-10, without an extension.
    Mend:
        Enter the day on which it was done; or an extension with its reason, and who was told when.
    Source:
        Working Together: delays are told to the national panel and the Secretary of State with the reasons.
    """
    for one in running_on(register, as_at):
        untold = not any(ext.told and ext.on <= as_at for ext in one.extensions)
        if one.verdict.state == "breached" and _of_law(one) and untold and not _is_notification(one):
            due = one.verdict.due.isoformat() if one.verdict.due else ""
            kept = "taken down before" if one.clock.keeps else "due on"
            unsure = " (its text was not checked)" if one.duty.unverified else ""
            message = f"'{one.duty.id}'{unsure} was {kept} {due}, and nobody is named as told"
            if one.clock.keeps:
                hint = "put it back, or say in 'note' why it went"
            else:
                hint = f"enter '{one.clock.stops}', or an extension with its reason and who was told"
            yield Finding(one.address.partition("/")[0], _place(one), message, hint)


@check("A472", Severity.WARNING)
def agreed_time_passed(register: Register, as_at: date) -> Iterator[Finding]:
    """A deadline that the board set itself has passed, and it is not done.

    Why:
        What was promised in the framework was not kept, and nothing says that it was put off.
    Fails:
        A review completed on 2024-09-10 whose key findings stand in no newsletter on 2025-03-10, where the
        framework says within three months.
    Mend:
        Enter the day on which it was done (of a newsletter: among the products of what was learned); or an
        extension with its reason.
    Source:
        The duties of force local-policy in the board's own framework.
    """
    for one in running_on(register, as_at):
        if one.verdict.state == "breached" and not _of_law(one):
            due = one.verdict.due.isoformat() if one.verdict.due else ""
            message = f"'{one.duty.id}' was due on {due}, and no '{one.clock.stops}' is recorded"
            hint = f"enter '{one.clock.stops}', or an extension with its reason"
            yield Finding(one.address.partition("/")[0], _place(one), message, hint)


@check("D203", Severity.WARNING)
def never_notified(register: Register, as_at: date) -> Iterator[Finding]:
    """The council became aware of an incident, the days for notifying are over, and no notification is held.

    Why:
        It is the first clock of all, and every later one starts from the notification.
    Fails:
        aware: 2025-02-24, without notified, on 2025-03-10.
    Mend:
        Enter `notified`; or the decision not to notify with its reason.
    Source:
        Children Act 2004, section 16C; Working Together: five working days.
    """
    told: set[str] = set()
    for one in running_on(register, as_at):
        if one.verdict.state != "breached" or not _is_notification(one) or one.address in told:
            continue
        told.add(one.address)
        due = one.verdict.due.isoformat() if one.verdict.due else ""
        since = f"{one.clock.starts} on {one.due.trigger.isoformat()}"
        message = f"{since}, to be notified by {due}, and not notified"
        yield Finding(one.address, _place(one), message, "enter 'notified:', or the decision not to notify")


@check("A488", Severity.WARNING)
def recipient_not_named(register: Register, as_at: date) -> Iterator[Finding]:
    """An incident was notified, and somebody whom guidance or the board has told too is not named as told.

    Why:
        The notification went to the national panel, and the partners next door, or Ofsted, heard by chance.
    Fails:
        aware: 2025-01-06 and notified: 2025-01-09 to the national panel alone, on 2025-03-10.
    Mend:
        Tell who is missing; then add it to `notified_to`, or to `notices` where it was another day.
    Source:
        Duties in force whose clocks say who is told: Working Together 2018 and after, and the board's own.
    """
    for one in running_on(register, as_at):
        told, incident, due = one.clock.told, one.record, one.verdict.due
        if not told or one.done or due is None or due >= as_at or not isinstance(incident, Incident):
            continue
        notified = incident.notified
        if not known(notified, as_at) or told in recipients(incident, notified):
            continue
        message = (
            f"notified on {notified.isoformat()}, and '{told}' is not among those who were told: "
            f"'{one.duty.id}' was due on {due.isoformat()}"
        )
        hint = f"tell '{told}', then add it to 'notified_to', or to 'notices' with its own day"
        yield Finding(incident.id, ("notified",), message, hint)


@check("D204", Severity.WARNING)
def late_by_the_other_count(register: Register, as_at: date) -> Iterator[Finding]:
    """A rapid review is in time counted from the notification, and late counted from awareness.

    Why:
        Areas count differently; a panel that counts from awareness will call it late, so a paper says both.
    Fails:
        aware on 2025-02-03, notified on 2025-02-07, rapid review on 2025-02-26.
    Mend:
        Say both dates in the paper; accept the warning where the area counts from the notification.
    Source:
        Partnerships' procedures: most count from the notification, some from the day of becoming aware.
    """
    for one in running_on(register, as_at):
        other = one.beside.on if one.beside and not one.beside.relaxed else None
        seen = one.done.on if one.done else as_at
        if other is None or seen <= other or one.verdict.state not in ("met", "due-soon", "not-yet-due"):
            continue
        due = one.verdict.due.isoformat() if one.verdict.due else ""
        done = f"done on {seen.isoformat()}" if one.done else "not done yet"
        message = (
            f"{done}: due on {due} from '{one.clock.starts}', and on {other.isoformat()} "
            f"from '{one.clock.beside}'"
        )
        yield Finding(one.address, _place(one), message, "say both dates in the paper, or accept this")


@check("D207", Severity.WARNING)
def clock_of_no_day(register: Register, as_at: date) -> Iterator[Finding]:
    """A duty's clock starts or stops with a day that its records do not have, or is of a sort there is not.

    Why:
        The clock never runs, or never stops, and nobody notices.
    Fails:
        A clock of incidents that stops with 'published'.
    Mend:
        Name a day that there is; the message lists them.
    Source:
        Which days the records of each sort hold.
    """
    for duty in register.all(Duty):
        for index, clock in enumerate(duty.clocks):
            days = KNOWN[clock.of]
            for field in ("starts", "stops", "stops_unpublished", "beside"):
                name = getattr(clock, field)
                if name is not None and name not in days:
                    path = ("clocks", index, field)
                    message = f"a record of sort '{clock.of}' has no day '{name}'"
                    yield Finding(duty.id, path, message, f"write {listed(sorted(days))}")
            sorts = SORTS[clock.of]
            for place, sort in enumerate(clock.sorts):
                if sort not in sorts:
                    message = f"there is no '{sort}' among records of sort '{clock.of}'"
                    hint = f"write {listed(sorted(sorts))}" if sorts else "leave 'sorts' out"
                    yield Finding(duty.id, ("clocks", index, "sorts", place), message, hint)


@once
def _by_day(register: Register) -> dict[date, tuple[Deadline, ...]]:
    """Where the clocks of each day that was asked about are kept."""
    return {}


def running_on(register: Register, as_at: date) -> tuple[Deadline, ...]:
    """The clocks that run on a day, worked out once for all checks."""
    days = _by_day(register)
    if as_at not in days:
        days[as_at] = running(register, as_at)
    return days[as_at]


def _of_law(one: Deadline) -> bool:
    return one.duty.force != "local-policy"


def _is_notification(one: Deadline) -> bool:
    return one.clock.of == "incident" and one.clock.stops == "notified"


def _place(one: Deadline) -> FieldPath:
    """Where the day stands that started the clock."""
    record = one.record
    if isinstance(record, Review):
        steps: list[str] = [milestone.step for milestone in record.milestones]
        found = one.clock.starts in steps
        return ("milestones", steps.index(one.clock.starts), "step") if found else ("milestones",)
    if record is not None and getattr(record, one.clock.starts.replace("-", "_"), None) is not None:
        return (one.clock.starts.replace("-", "_"),)
    return ("id",)


CLOCKS = (
    deadline_missed,
    agreed_time_passed,
    never_notified,
    recipient_not_named,
    late_by_the_other_count,
    clock_of_no_day,
)
