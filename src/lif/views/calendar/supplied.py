"""What agencies and schools owe the board: figures by the period, and the next self-assessment."""

from __future__ import annotations

from collections.abc import Iterator

from lif.measures.owed import owed
from lif.records.figures import ReturnSchedule
from lif.records.governance import Agency
from lif.records.record import Record
from lif.records.section11 import Section11Return, Section175Return
from lif.views.calendar.entries import Entry, Look
from lif.views.called import called_at
from lif.views.self_assessment import cycles


def returns(look: Look) -> Iterator[Entry]:
    """Figures that agencies owe by their schedules, also for periods that have not ended yet."""
    schedules = {schedule.agency: schedule for schedule in look.register.all(ReturnSchedule)}
    for each in owed(look.register, look.until):
        source: Record | None = each.held or look.register.find(Agency, each.agency)
        if source is None:
            continue
        entry = look.entry(
            source,
            "due",
            "return",
            "figures due",
            f"{called_at(look.register, each.agency)}, {each.period.short}",
            each.due,
            who=[each.agency],
            done=each.received(look.as_at) is not None,
        )
        schedule = schedules.get(each.agency)
        made_up = each.held.illustrative if each.held else bool(schedule and schedule.illustrative)
        yield entry.renamed(f"{each.agency}.{each.period.slug}.return", made_up)


def next_cycles(look: Look) -> Iterator[Entry]:
    """When the next self-assessment is due of those whose last one came; schools once for all types."""
    told: set[str] = set()
    for line in cycles(look.register, look.as_at):
        last = look.register.find(Section11Return, line.record) or look.register.find(
            Section175Return, line.record
        )
        open_ = isinstance(last, Section11Return) and not look.had(last.submitted)
        open_ = open_ or (isinstance(last, Section175Return) and not look.had(last.reported))
        if last is None or line.due is None or open_ or last.id in told:
            continue
        told.add(last.id)
        agency = line.sort == "section-11"
        yield look.entry(
            last,
            "next",
            "self-assessment",
            "next section 11 return due" if agency else "next section 175 and 157 returns due",
            called_at(look.register, line.who) if agency else "Schools and colleges",
            line.due,
            group=last.group,
            who=[line.who] if agency else (),
            firm=False,
            note=f"counted from {line.submitted.isoformat()}" if line.submitted else "",
        )
