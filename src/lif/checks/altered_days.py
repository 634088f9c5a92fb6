"""What history alone shows of reviews and incidents: days by which law's clocks are counted, and others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Check, Finding, check
from lif.checks.lives import entries_of, said_at, values_of
from lif.diagnostics import Severity
from lif.records.incidents import Incident
from lif.records.reviews import Review
from lif.register import Register

DAYS_OF_AN_INCIDENT = ("aware", "considered_on", "notified", "criteria_not_met_on")
"""The days of an incident that are told once and for all; the day it occurred may become known better."""


@check("A491", Severity.WARNING)
def milestone_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """The day on which a step of a review happened is another than it was, or the step is gone.

    Why:
        Clocks of law run from these days and stop at them; a day that is altered in silence makes a late
        review one that was in time.
    Fails:
        on: 2025-03-03 for the step started, where a commit of February has on: 2025-02-03.
    Mend:
        Put the day back; where it was wrong from the start, accept this warning with the reason. A step that
        is only planned may move: write `planned`, and `on` when it has happened.
    Source:
        Design: how often a date has slipped comes from the record; git is the cross-check.
    """
    for review in register.all(Review):
        there = {(one.step, one.on.isoformat()) for one in review.milestones if one.on}
        for (step, on), at in entries_of(register, review.id, "milestones", "step", "on").items():
            if (step, on) in there:
                continue
            index, now = next(
                ((n, one.on) for n, one in enumerate(review.milestones) if one.step == step), (None, None)
            )
            gone = "is not there any more" if index is None else "has no day"
            said = f"on {now.isoformat()}" if now else gone
            message = f"the step '{step}' {said}; it was on {on} at {said_at(at)}"
            path = ("milestones",) if index is None else ("milestones", index)
            yield Finding(review.id, path, message, _HINT, at_key=index is None)


@check("A492", Severity.WARNING)
def incident_day_altered(register: Register, as_at: date) -> Iterator[Finding]:
    """A day of an incident is another than it was: when it became known, was considered, or was notified.

    Why:
        Five working days run from the day the council became aware, and end with the notification.
    Fails:
        aware: 2025-03-10, where a commit of March has aware: 2025-03-03.
    Mend:
        Put the day back; where it was wrong from the start, accept this warning with the reason.
    Source:
        Design: occurred, aware and notified are three days, and none is ever worked out from another.
    """
    for incident in register.all(Incident):
        for field in DAYS_OF_AN_INCIDENT:
            day = getattr(incident, field)
            now = day.isoformat() if day else ""
            for was, step in values_of(register, incident.id, field).items():
                if was != now:
                    said = f"{field} {now}" if now else f"{field} is not told any more"
                    message = f"{said}; it was {was} at {said_at(step)}"
                    yield Finding(incident.id, (field,), message, _HINT)


_HINT = "put it back, or accept this warning with the reason"

ALTERED_DAYS: tuple[Check, ...] = (milestone_altered, incident_day_altered)
