"""What the board and its groups have planned: meetings, audits, training."""

from __future__ import annotations

from collections.abc import Iterator

from lif.records.audits import Audit
from lif.records.meetings import Meeting
from lif.records.record import stands
from lif.records.training import Course, TrainingSession
from lif.views.audits import put_off_by, quarters_on, stage_on
from lif.views.calendar.entries import Entry, Look
from lif.views.called import called_at


def meetings(look: Look) -> Iterator[Entry]:
    """Meetings of groups; whether one was held is known once its day is over."""
    for meeting in look.register.all(Meeting):
        if stands(meeting, look.as_at):
            over = meeting.on < look.as_at
            yield look.entry(
                meeting,
                "on",
                "meeting",
                "meeting",
                called_at(look.register, meeting.group),
                meeting.on,
                group=meeting.group,
                done=over and meeting.held is True,
                cancelled=over and meeting.held is False,
                wanted=False,
            )


def audits(look: Look) -> Iterator[Entry]:
    """Audits as the whole quarter they are planned for."""
    for audit in look.register.all(Audit):
        if not stands(audit, look.as_at):
            continue
        stage, _ = stage_on(look.register, audit, look.as_at)
        first, quarter = quarters_on(audit, look.as_at)
        changes = put_off_by(audit, look.as_at)
        yield look.entry(
            audit,
            "quarter",
            "audit",
            "audit",
            audit.title,
            quarter.start,
            end=quarter.end,
            group=audit.group,
            done=stage in ("reported", "repeat-due"),
            cancelled=stage == "given-up",
            first=first.start,
            moved=len(changes),
            changed_on=changes[-1].on if changes else None,
            firm=False,
            note=f"{quarter.label.partition(' (')[0]}; {stage.replace('-', ' ')}",
        )


def sessions(look: Look) -> Iterator[Entry]:
    """Training sessions, each by the name of its course."""
    for session in look.register.all(TrainingSession):
        if stands(session, look.as_at):
            course = look.register.find(Course, session.course)
            yield look.entry(
                session,
                "on",
                "training",
                "training",
                course.title if course else session.course,
                session.on,
                group=course.group if course else None,
                done=session.on < look.as_at and bool(session.places),
                cancelled=look.had(session.cancelled_on),
                wanted=False,
            )
