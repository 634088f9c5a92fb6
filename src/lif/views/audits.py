"""The audit calendar: when each audit was and is planned, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack, get_args

from lif.calendars import Period, parse_period
from lif.measures.standing import by
from lif.records.audits import Audit, AuditTool, Postponement
from lif.records.record import stands
from lif.register import Register
from lif.views.called import called_at
from lif.views.came_of import CameOf, came_of, recommended_by
from lif.views.recommendations import RecommendationLine

Stage = Literal["planned", "late", "in-the-field", "moderation", "reported", "repeat-due", "given-up"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""How far an audit is, in the order of its life."""

AHEAD: frozenset[Stage] = frozenset(("planned", "in-the-field", "moderation"))
"""Stages of an audit that is still to be reported and is not late to begin."""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One audit as it stood on a day: ids, the names that readers know, dates and counts.

    `first` and `quarter` are the quarters it was first and is now planned for, `put_off` how often that
    changed. `good` of `cases` are the cases graded good or better after moderation; both are None until
    there are grades, `good` also where no tool says which grades are good. `came` is what came of it, and
    `repeat` the audit that repeats this one.
    """

    id: str
    title: str
    sort: str
    group: str
    group_name: str
    themes: tuple[str, ...]
    priorities: tuple[str, ...]
    first: Period
    quarter: Period
    put_off: int
    stage: Stage
    stage_on: date | None
    reported: date | None
    cases: int | None
    good: int | None
    findings: int
    came: CameOf
    repeat_due: date | None
    repeat: str
    illustrative: bool


class Narrow(TypedDict, total=False):
    """What the audit calendar may be narrowed to: ids, a stage, a financial year; None does not narrow."""

    group: str | None
    priority: str | None
    stage: Stage | None
    year: Period | None


def audit_lines(register: Register, as_at: date, **narrow: Unpack[Narrow]) -> tuple[AuditLine, ...]:
    """Every audit that counts on the day, by the quarter it is now planned for.

    When an audit entered the calendar is not recorded, so one that is planned stands in it on any day.
    """
    asked = recommended_by(register, as_at)
    found = [
        audit_line(register, audit, as_at, asked.get(audit.id, ()))
        for audit in register.all(Audit)
        if stands(audit, as_at) and _wanted(audit, as_at, narrow)
    ]
    lines = [line for line in found if narrow.get("stage") in (None, line.stage)]
    return tuple(sorted(lines, key=lambda line: (line.quarter.sort_key, line.id)))


def put_off_by(audit: Audit, as_at: date) -> tuple[Postponement, ...]:
    """The times it had been put off by the day, oldest first."""
    return by(audit.postponed, as_at)


def quarters_on(audit: Audit, as_at: date) -> tuple[Period, Period]:
    """The quarter it was first planned for, and the one it was planned for on the day.

    A record's `planned` may be either end of what `postponed` tells, so where there is a postponement
    that alone is believed.
    """
    every = sorted(audit.postponed, key=lambda one: one.on)
    known = put_off_by(audit, as_at)
    first = every[0].from_quarter if every else audit.planned
    return parse_period(first), parse_period(known[-1].to_quarter if known else first)


def stage_on(register: Register, audit: Audit, as_at: date) -> tuple[Stage, date | None]:
    """How far an audit was on a day, and since when; a plan has no such day.

    Late: its quarter was over and it had not begun. Repeat due: it was reported, the day on which it was to
    be repeated had come, and no audit in the calendar repeats it.
    """
    if audit.cancelled and audit.cancelled <= as_at:
        return "given-up", audit.cancelled
    if audit.reported and audit.reported <= as_at:
        due = audit.re_audit_due
        again = due is not None and due <= as_at and not repeat_of(register, audit, as_at)
        return ("repeat-due", due) if again else ("reported", audit.reported)
    graded = [day for day in (audit.fieldwork_ended, audit.moderated_on) if day and day <= as_at]
    if graded:
        return "moderation", max(graded)
    if audit.started and audit.started <= as_at:
        return "in-the-field", audit.started
    quarter = quarters_on(audit, as_at)[1]
    return ("late", quarter.end) if quarter.end < as_at else ("planned", None)


def repeat_of(register: Register, audit: Audit, as_at: date) -> Audit | None:
    """The audit in the calendar that repeats this one and was not given up by the day."""
    for tie in register.links_to(audit.id):
        if tie.path[0] != "earlier_round" or (again := register.find(Audit, tie.source)) is None:
            continue
        if stands(again, as_at) and not (again.cancelled and again.cancelled <= as_at):
            return again
    return None


def graded(register: Register, audit: Audit, as_at: date) -> tuple[int | None, int | None]:
    """How many cases were graded good or better after moderation, and of how many; None while not known.

    Cases to which the grade does not apply are left out; those with nothing on file count, and not as good.
    """
    known = audit.moderated_on or audit.reported
    if not audit.overall or known is None or known > as_at:
        return None, None
    counts = {one.grade: one.cases for one in audit.overall if one.grade != "not-applicable"}
    tool = register.find(AuditTool, audit.tool) if audit.tool else None
    if tool is None or not tool.grades:
        return None, sum(counts.values())
    good = sum(counts.get(grade.id, 0) for grade in tool.grades if grade.good)
    return good, sum(counts.values())


def audit_line(
    register: Register, audit: Audit, as_at: date, lines: Sequence[RecommendationLine]
) -> AuditLine:
    """One audit as it stood on `as_at`; `lines` are its recommendations, the worst first."""
    stage, since = stage_on(register, audit, as_at)
    first, quarter = quarters_on(audit, as_at)
    good, cases = graded(register, audit, as_at)
    told = bool(audit.reported and audit.reported <= as_at)
    again = repeat_of(register, audit, as_at)
    return AuditLine(
        id=audit.id,
        title=audit.title,
        sort=audit.sort,
        group=audit.group,
        group_name=called_at(register, audit.group),
        themes=audit.themes,
        priorities=audit.priorities,
        first=first,
        quarter=quarter,
        put_off=len(put_off_by(audit, as_at)),
        stage=stage,
        stage_on=since,
        reported=audit.reported if told else None,
        cases=cases,
        good=good,
        findings=sum(stands(one, as_at) for one in audit.findings) if told else 0,
        came=came_of(register, audit.id, lines, as_at),
        repeat_due=audit.re_audit_due if told else None,
        repeat=again.id if again else "",
        illustrative=audit.illustrative,
    )


def _wanted(audit: Audit, as_at: date, narrow: Narrow) -> bool:
    year = narrow.get("year")
    quarter = quarters_on(audit, as_at)[1]
    return (
        narrow.get("group") in (None, audit.group)
        and (narrow.get("priority") is None or narrow["priority"] in audit.priorities)
        and (year is None or year.start <= quarter.start <= year.end)
    )
