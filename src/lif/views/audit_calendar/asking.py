"""What the reader of the audit calendar is asked to do, from what is late, put off, or not covered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.views.audit_calendar.gaps import CoverLine, RepeatLine
from lif.views.audit_calendar.programme import ProgrammeLine
from lif.views.self_assessment import CycleLine
from lif.views.sentences import named, quoted, sentence, times

if TYPE_CHECKING:
    from lif.views.audit_calendar import AuditCalendar

_DECIDING = ("Agree", "Decide")


def asked(view: AuditCalendar) -> tuple[str, ...]:
    """What is asked, what cannot wait first; there is always something."""
    again = {line.title for line in view.repeats if not line.repeated_by}
    found = [
        *_late(view.lines),
        *_put_off(view.lines),
        *_repeats(view.repeats),
        *_uncovered(_others(view.priorities, again), view.as_at),
        *_unheld(_others(view.framework, again)),
        *_self_assessments(view.cycles),
        *_not_returned(view.lines),
        *_left_out(view.left_out),
    ]
    if not view.lines:
        found.insert(0, f"Agree the audits of {view.year}: none stands in the calendar.")
    return tuple(found) or (
        f"Note that every audit of {view.year} is in its quarter and no priority is left out.",
    )


def purpose(asked: Sequence[str]) -> str:
    """Decision where something is to be agreed or decided, else assurance."""
    if any(each.startswith(_DECIDING) for each in asked):
        return "Decision: what is audited, and when"
    return "Assurance: that audits follow the priorities"


def _late(lines: Sequence[ProgrammeLine]) -> Iterator[str]:
    late = [line for line in lines if line.stage == "late" and line.place != "moved-out"]
    if late:
        names = named(f"{quoted(line.title)} ({line.short})" for line in late)
        yield f"Ask why {names} {_has(late)} not begun: the quarter is over."


def _put_off(lines: Sequence[ProgrammeLine]) -> Iterator[str]:
    waiting = [line for line in lines if line.slips and line.stage in ("planned", "late")]
    for line in waiting:
        first, last = line.slips[0].from_quarter, line.slips[-1].to_quarter
        yield (
            f"Challenge why {quoted(line.title)} was put off {times(len(line.slips))}, "
            f"from {first} to {last}, and agree that it is not put off again."
        )


def _repeats(lines: Sequence[RepeatLine]) -> Iterator[str]:
    for line in lines:
        if not line.repeated_by:
            was = "it was due by" if line.late else "it is due by"
            yield (
                f"Agree when {quoted(line.title)} is repeated: {was} {long_date(line.due)}, "
                "and no audit in the calendar repeats it."
            )


def _others(lines: Sequence[CoverLine], again: Collection[str]) -> list[CoverLine]:
    """Those with a gap, but for what would be closed by repeating an audit: that is asked already."""
    return [line for line in lines if line.state == "gap" and line.last not in again]


def _uncovered(lines: Sequence[CoverLine], as_at: date) -> Iterator[str]:
    gaps = [quoted(line.what) for line in lines]
    if gaps:
        them = "it" if len(gaps) == 1 else "them"
        yield (
            f"Decide whether to audit work on {named(gaps)}: no audit that names {them} was reported in the "
            f"twelve months before {long_date(as_at)}, and none is planned for the twelve after it."
        )


def _unheld(lines: Sequence[CoverLine]) -> Iterator[str]:
    gaps = [quoted(sentence(line.what)) for line in lines]
    if gaps:
        yield f"Agree when to hold what the framework asks for, or that it no longer does: {' '.join(gaps)}"


def _self_assessments(lines: Sequence[CycleLine]) -> Iterator[str]:
    late = [line for line in lines if line.turn == "late" and line.due]
    for section, words in (("section-11", "section 11"), ("section-175", "section 175 or 157")):
        mine = [
            f"{line.who_name} (due {long_date(line.due)})"
            for line in late
            if line.sort == section and line.due
        ]
        if mine:
            yield f"Ask for the {words} self-assessment of {named(mine)}: it has not come."


def _not_returned(lines: Sequence[ProgrammeLine]) -> Iterator[str]:
    for line in lines:
        if line.not_returned and line.place != "moved-out":
            yield f"Ask {named(line.not_returned)} why the tool was not returned for {quoted(line.title)}."


def _left_out(agencies: Sequence[str]) -> Iterator[str]:
    if agencies:
        take = "takes" if len(agencies) == 1 else "take"
        yield f"Note that {named(agencies, 6)} {take} part in no audit of the year."


def _has(lines: Sequence[ProgrammeLine]) -> str:
    return "has" if len(lines) == 1 else "have"
