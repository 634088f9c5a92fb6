"""Dates inside one record that cannot both be right, whatever the kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from lif.calendars import PeriodKind, parse_period
from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.board import Board
from lif.records.figures import Return
from lif.records.law import BankHolidays
from lif.records.meetings import GroupReport
from lif.records.oversight import Escalations, Risk
from lif.records.problems import FieldPath
from lif.records.reading import models_in
from lif.records.reviews import Review
from lif.records.scrutiny import PartnerReport
from lif.records.section11 import Section11Return
from lif.register import Register

_CHAINS: tuple[tuple[str, ...], ...] = (
    ("since", "until"),
    ("in_force_from", "in_force_until"),
    ("complete_from", "complete_until"),
    ("accepted_on", "until"),
    ("approved_on", "review_due"),
    ("released_on", "imported_on"),
    ("agreed_on", "due"),
    ("on", "answered_on"),
    ("on", "acknowledged_on"),
    ("started", "fieldwork_ended", "moderated_on", "reported", "re_audit_due"),
    ("started", "sent_back_resolved"),
    ("aware", "considered_on", "notified"),
    ("on", "told_on"),
    ("covers_from", "covers_until"),
    ("referred", "considered", "decided"),
    ("considered", "panel_told", "panel_answered"),
    ("started", "ended", "published", "responded_on"),
    ("published", "response_due"),
    ("reported", "responded_on"),
    ("reported", "response_due"),
    ("on", "responded_on", "closed_on"),
    ("on", "response_due"),
    ("opened", "closed_on"),
    ("opened", "review_due"),
    ("data_as_at", "published", "keep_until"),
    ("published", "withdrawn"),
    ("opened", "due", "frozen"),
    ("opened", "submitted", "moderated", "frozen"),
    ("opened", "reported"),
    ("cancelled_on", "on"),
    ("on", "done_on"),
    ("on", "told_back_on"),
    ("on", "next_due"),
)
"""Fields whose days follow one another; those that are not there are passed over."""

Shape = tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, bool], ...]]


@check("D101")
def dates_out_of_order(register: Register, as_at: date) -> Iterator[Finding]:
    """A date that must come after another comes before it.

    Why:
        One of the two is wrong, and what is counted between them with it: whether a target applied, whether
        an action was late.
    Fails:
        agreed_on: 2025-03-10 with due: 2025-01-31
    Mend:
        Correct the date that is wrong; a year typed from habit in January is the usual cause.
    Source:
        Arithmetic of dates.
    """
    for id_, entry in register.entries.items():
        told: set[FieldPath] = set()
        for path, model, chain in _chained(entry.record, ()):
            there = [(name, day) for name in chain if (day := _day(getattr(model, name))) is not None]
            for (earlier, first), (later, second) in pairwise(there):
                if second < first and (*path, later) not in told:
                    told.add((*path, later))
                    message = f"'{later}' ({second.isoformat()}) is before '{earlier}' ({first.isoformat()})"
                    yield Finding(id_, (*path, later), message, "correct the date that is wrong")


def _day(value: object) -> date | None:
    """A date as it is, and the last day of a period."""
    return parse_period(value).end if isinstance(value, str) else value if isinstance(value, date) else None


def _chained(model: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, BaseModel, tuple[str, ...]]]:
    """Each model in a record that has such fields, with its path."""
    chains, parts = _shape(type(model))
    for chain in chains:
        yield path, model, chain
    for name, many in parts:
        value: Any = getattr(model, name)
        for index, part in enumerate(value if many else () if value is None else (value,)):
            yield from _chained(part, (*path, name, index) if many else (*path, name))


@cache
def _shape(model: type[BaseModel]) -> Shape:
    """The chains of a model's own fields, and the fields that hold models with chains."""
    fields = model.model_fields
    chains = tuple(
        own for chain in _CHAINS if len(own := tuple(name for name in chain if name in fields)) > 1
    )
    parts = []
    for name, info in fields.items():
        inner = next(models_in(info.annotation), None)
        if inner is not None and any(_shape(inner)):
            parts.append((name, getattr(info.annotation, "__origin__", None) is tuple))
    return chains, tuple(parts)


@check("D105")
def entries_out_of_order(register: Register, as_at: date) -> Iterator[Finding]:
    """Dated entries of a list do not stand in the order of their dates.

    Why:
        Papers print the last note as the latest one, and take the revisions of a figure in this order.
    Fails:
        progress with a note of 2025-03-01 and under it one of 2025-02-01
    Mend:
        Put the entries in order, oldest first; or correct the date that is wrong.
    Source:
        the kind's page in the reference: in order, oldest first.
    """
    for action in register.all(Action):
        if len(action.progress) > 1:
            yield from _unordered(action.id, ("progress",), [note.on for note in action.progress])
    chased: list[Action | Return | Section11Return] = [*register.all(Action), *register.all(Return)]
    for each in [*chased, *register.all(Section11Return)]:
        if len(each.chases) > 1:
            yield from _unordered(each.id, ("chases",), [chase.on for chase in each.chases])
    for review in register.all(Review):
        if len(review.monitored) > 1:
            yield from _unordered(review.id, ("monitored",), [look.on for look in review.monitored])
    for risk in register.all(Risk):
        if len(risk.reviews) > 1:
            yield from _unordered(risk.id, ("reviews",), [look.on for look in risk.reviews])
    for return_ in register.all(Return):
        for index, value in enumerate(return_.values):
            if len(value.revisions) > 1:
                days = [revision.until for revision in value.revisions]
                yield from _unordered(return_.id, ("values", index, "revisions"), days, "until")


def _unordered(id_: str, path: FieldPath, days: list[date], field: str = "on") -> Iterator[Finding]:
    for index, (before, after) in enumerate(pairwise(days), 1):
        if after < before:
            message = f"this entry ({after.isoformat()}) is older than the one above ({before.isoformat()})"
            yield Finding(id_, (*path, index, field), message, "put the entries in order, oldest first")


@check("D110", Severity.WARNING)
def received_too_early(register: Register, as_at: date) -> Iterator[Finding]:
    """A return, report or count came before its period was over.

    Why:
        It cannot hold the whole period; or one of the two dates is wrong.
    Fails:
        period: 2024-25-Q4 with received: 2025-03-01
    Mend:
        Correct the date or the period; if it was a first sight of the figures, enter the day of the whole
        return.
    Source:
        A return covers the whole of its period.
    """
    counted = ((one, "quarter", parse_period(one.quarter).end) for one in register.all(Escalations))
    for record, path, ended in (*_periodic(register), *counted):
        if record.received is not None and record.received < ended:
            message = (
                f"it came on {record.received.isoformat()}, before the period ended on {ended.isoformat()}"
            )
            yield Finding(record.id, ("received",), message, f"correct 'received' or '{path}'")


@check("D111")
def due_before_period_ends(register: Register, as_at: date) -> Iterator[Finding]:
    """A return or report was due before its period was over.

    Why:
        It would be called late when nobody could have sent it.
    Fails:
        period: 2024-25-Q4 with due: 2025-01-28
    Mend:
        Correct the due date or the period.
    Source:
        A return covers the whole of its period.
    """
    for record, path, ended in _periodic(register):
        if record.due < ended:
            message = f"due on {record.due.isoformat()}, before the period ends on {ended.isoformat()}"
            yield Finding(record.id, ("due",), message, f"correct 'due' or '{path}'")


def _periodic(register: Register) -> Iterator[tuple[Return | GroupReport | PartnerReport, str, date]]:
    """Returns and reports with the end of their period; schools close before their year and terms end."""
    for return_ in register.all(Return):
        period = parse_period(return_.period)
        schools = period.kind in (PeriodKind.TERM, PeriodKind.ACADEMIC_YEAR)
        yield return_, "period", period.start if schools else period.end
    for report in register.all(GroupReport):
        yield report, "quarter", parse_period(report.quarter).end
    for yearly in register.all(PartnerReport):
        yield yearly, "period", parse_period(yearly.period).end


@check("D113")
def bodies_overlap(register: Register, as_at: date) -> Iterator[Finding]:
    """Two bodies of a board stand on the same day, or not in order of time.

    Why:
        A paper carries the name of the body of its day; it could not tell which.
    Fails:
        The LSCB without a last day, and the partnership since 2019-09-29.
    Mend:
        Give the earlier body its last day, the day before the later one began.
    Source:
        Children and Social Work Act 2017: safeguarding partners followed the boards, in each area on one day.
    """
    for board in register.all(Board):
        for index, (before, after) in enumerate(pairwise(board.bodies), 1):
            last, first = before.until or date.max, after.since or date.min
            if first <= last:
                ended = f"ended on {last.isoformat()}" if before.until else "has no last day"
                began = f"began on {first.isoformat()}" if after.since else "has no first day"
                message = f"'{before.id}' {ended}, and '{after.id}' {began}"
                hint = "give the earlier one its last day and the later one its first"
                yield Finding(board.id, ("bodies", index, "since"), message, hint)


@check("D115")
def holidays_unclear(register: Register, as_at: date) -> Iterator[Finding]:
    """A list of bank holidays is not in order, names a day twice, or goes beyond the days it is complete for.

    Why:
        Every deadline in working days is counted with this list.
    Fails:
        complete_until: 2026-12-31 with a holiday on 2027-01-01
    Mend:
        Put the days in order, each once; extend the range only when the list is complete for it.
    Source:
        The Banking and Financial Dealings Act 1971 and the yearly list on GOV.UK.
    """
    for calendar in register.all(BankHolidays):
        before = date.min
        for index, holiday in enumerate(calendar.days):
            path = ("days", index, "on")
            if holiday.on <= before:
                message = f"{holiday.on.isoformat()} stands after {before.isoformat()}"
                yield Finding(calendar.id, path, message, "put the days in order, each once")
            elif not calendar.complete_from <= holiday.on <= calendar.complete_until:
                first, last = calendar.complete_from.isoformat(), calendar.complete_until.isoformat()
                message = f"{holiday.on.isoformat()} is outside the list's days, {first} to {last}"
                yield Finding(calendar.id, path, message, "extend the range, or take the day out")
            before = max(before, holiday.on)


DATES = (
    dates_out_of_order,
    entries_out_of_order,
    received_too_early,
    due_before_period_ends,
    bodies_overlap,
    holidays_unclear,
)
