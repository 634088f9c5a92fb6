"""Which priority no audit has looked at for a year, and none will: what is missing in the audit calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, add_months
from lif.measures.standing import has_ended
from lif.records.priorities import Priority
from lif.register import Register
from lif.views.audits import AHEAD, AuditLine, audit_lines

MONTHS = 12
"""How far back and ahead an audit of each priority is looked for."""


@dataclass(frozen=True, slots=True)
class PriorityCover:
    """What the audit calendar holds for one priority on a day.

    `last` and `last_on` are the audit reported last, whenever that was; `next` and `next_quarter` the one
    that comes next, in the field or planned within twelve months; `late` audits should have begun. `gap`:
    nothing was reported in the last twelve months, and nothing comes in the next.
    """

    id: str
    name: str
    last: str
    last_on: date | None
    next: str
    next_quarter: Period | None
    late: tuple[str, ...]
    gap: bool
    illustrative: bool


def priority_cover(register: Register, as_at: date) -> tuple[PriorityCover, ...]:
    """Every priority that counts on the day, those without an audit first, then by number and id."""
    lines = audit_lines(register, as_at)
    found = [
        (priority.number or "", _cover(priority, [x for x in lines if priority.id in x.priorities], as_at))
        for priority in register.all(Priority)
        if not has_ended(priority, as_at) and not (priority.since and priority.since > as_at)
    ]
    return tuple(cover for _, cover in sorted(found, key=lambda one: (not one[1].gap, one[0], one[1].id)))


def gaps(register: Register, as_at: date) -> tuple[PriorityCover, ...]:
    """The priorities with no audit reported in the last twelve months and none coming in the next."""
    return tuple(cover for cover in priority_cover(register, as_at) if cover.gap)


def _cover(priority: Priority, lines: list[AuditLine], as_at: date) -> PriorityCover:
    told = [(line.reported, line) for line in lines if line.reported and line.stage != "given-up"]
    last_on, last = max(told, key=lambda one: (one[0], one[1].id), default=(None, None))
    until = add_months(as_at, MONTHS)
    ahead = [line for line in lines if line.stage in AHEAD and line.quarter.start <= until]
    coming = ahead[0] if ahead else None  # lines come by quarter
    recent = last_on is not None and last_on > add_months(as_at, -MONTHS)
    used = [line for line in (last, coming) if line]
    return PriorityCover(
        id=priority.id,
        name=priority.name,
        last=last.id if last else "",
        last_on=last_on,
        next=coming.id if coming else "",
        next_quarter=coming.quarter if coming else None,
        late=tuple(line.id for line in lines if line.stage == "late"),
        gap=not recent and coming is None,
        illustrative=priority.illustrative or any(line.illustrative for line in used),
    )
