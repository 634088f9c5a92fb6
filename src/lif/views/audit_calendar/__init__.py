"""The audit calendar of a year as a paper: what is audited and why, what slipped, and what is not covered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from lif.calendars import Period, financial_year_of
from lif.records.governance import Group
from lif.views.audit_calendar.alone import AloneLine, audited_alone
from lif.views.audit_calendar.asking import asked, purpose
from lif.views.audit_calendar.gaps import (
    CoverLine,
    RepeatLine,
    asked_by_the_framework,
    left_out,
    priorities,
    repeats,
)
from lif.views.audit_calendar.programme import ProgrammeLine, Slip, programme
from lif.views.audit_calendar.year import YearRow, months_of, year_rows
from lif.views.audits import STAGES, Stage
from lif.views.papers import Opening, Question
from lif.views.self_assessment import CycleLine, cycles

__all__ = [
    "AloneLine",
    "AuditCalendar",
    "CoverLine",
    "ProgrammeLine",
    "QuarterLines",
    "RepeatLine",
    "Slip",
    "StageCount",
    "YearRow",
    "audit_calendar",
]


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many audits of the year are at one stage, and which, by title."""

    stage: Stage
    count: int
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuarterLines:
    """The audits that are planned for one quarter, named in words."""

    name: str
    lines: tuple[ProgrammeLine, ...]


@dataclass(frozen=True, slots=True)
class AuditCalendar:
    """The board's audits of one financial year as they stood on a day.

    `quarters` hold the audits of the year, `stages` say how many are how far, those moved into another year
    apart; `rows` are the year by month, of which the day stands in the one at `here`. `slipped` is each time
    one was put off. `priorities` and `framework` say what the calendar holds
    for each priority and for each audit that the framework asks for, `left_out` the agencies that take part
    in none, `repeats` what is to be repeated by the end of the year, `cycles` the self-assessments, `alone`
    what agencies audit by themselves.
    """

    opening: Opening
    as_at: date
    year: str
    begins: date
    ends: date
    group: str
    stages: tuple[StageCount, ...]
    months: tuple[str, ...]
    here: int | None
    rows: tuple[YearRow, ...]
    quarters: tuple[QuarterLines, ...]
    slipped: tuple[Slip, ...]
    repeats: tuple[RepeatLine, ...]
    priorities: tuple[CoverLine, ...]
    framework: tuple[CoverLine, ...]
    left_out: tuple[str, ...]
    cycles: tuple[CycleLine, ...]
    alone: tuple[AloneLine, ...]

    @property
    def lines(self) -> tuple[ProgrammeLine, ...]:
        """The audits of the year, by quarter."""
        return tuple(line for quarter in self.quarters for line in quarter.lines)


def audit_calendar(question: Question) -> AuditCalendar:
    """The audit programme of a financial year (the one of the day if none is named), of one group or all."""
    register, as_at = question.register, question.as_at
    year = question.year or financial_year_of(as_at)
    group = question.named(Group)
    lines = programme(register, as_at, year, group.id if group else None)
    again = repeats(register, as_at, year.end, group.id if group else None)
    months = months_of(year)
    view = AuditCalendar(
        opening=Opening("", "", "", ()),
        as_at=as_at,
        year=year.label,
        begins=year.start,
        ends=year.end,
        group=group.name if group else "",
        stages=_stages(lines),
        months=tuple(one.label for one in months),
        here=next((at for at, one in enumerate(months) if one.contains(as_at)), None),
        rows=year_rows(lines, again, year, as_at),
        quarters=_quarters(lines),
        slipped=tuple(slip for line in lines for slip in line.slips),
        repeats=again,
        priorities=priorities(register, as_at),
        framework=asked_by_the_framework(register, as_at),
        left_out=left_out(register, lines, as_at) if lines else (),
        cycles=cycles(register, as_at),
        alone=audited_alone(register, as_at),
    )
    return replace(view, opening=_opening(view, year, group))


def _opening(view: AuditCalendar, year: Period, group: Group | None) -> Opening:
    wanted = asked(view)
    title = f"Audit calendar {year.label}"
    name = f"audit-calendar-{year}"
    whose = group.name if group else "All groups"
    return Opening(
        f"{title}: {group.name}" if group else title,
        f"{name}-{group.id}" if group else name,
        purpose(wanted),
        wanted,
        (("Group", whose), ("Year", f"Financial year {year.label}")),
        tuple(_unfinished(view.lines)),
    )


def _unfinished(lines: Sequence[ProgrammeLine]) -> list[str]:
    """What no reader can agree to without knowing more."""
    ahead = [line for line in lines if line.stage in ("planned", "late") and line.place != "moved-out"]
    found = []
    for line in ahead:
        wanting = [
            word
            for word, there in (("why it is held", line.why), ("who takes part", line.agencies))
            if not there
        ]
        if wanting:
            found.append(f"The calendar does not say {' or '.join(wanting)}, for the audit “{line.title}”.")
    return found


def _quarters(lines: Sequence[ProgrammeLine]) -> tuple[QuarterLines, ...]:
    return tuple(
        QuarterLines(name, tuple(mine)) for name, mine in groupby(lines, key=lambda line: line.quarter)
    )


def _stages(lines: Sequence[ProgrammeLine]) -> tuple[StageCount, ...]:
    mine = [line for line in lines if line.place != "moved-out"]
    found = ((stage, [line.title for line in mine if line.stage == stage]) for stage in STAGES)
    return tuple(StageCount(stage, len(titles), tuple(titles)) for stage, titles in found if titles)
