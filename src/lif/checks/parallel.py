"""Processes beside an incident or a review: criminal, inquest and others, and whether they have ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.incidents import Incident
from lif.records.record import stands
from lif.records.reviews import ParallelProcess, Review
from lif.register import Register


@check("A363", Severity.WARNING)
def ended_without_day(register: Register, as_at: date) -> Iterator[Finding]:
    """A process beside an incident or a review has ended, and it does not say when.

    Why:
        How long publication still waits is counted from that day.
    Fails:
        process: criminal, status: ended, without ended.
    Mend:
        Add `ended`.
    Source:
        Processes beside a review each have their own status and their own end.
    """
    for record, index, one in _processes(register):
        if one.status == "ended" and one.ended is None and stands(record, as_at):
            message = f"the {one.process} process has ended, and it does not say when"
            yield Finding(record.id, ("parallel", index, "status"), message, "add 'ended:'")


@check("A364")
def open_with_an_end(register: Register, as_at: date) -> Iterator[Finding]:
    """A process is called open, or unknown, and has the day on which it ended.

    Why:
        A report would be withheld for a trial that is over, or published while one goes on.
    Fails:
        process: criminal, status: open, ended: 2024-10-18
    Mend:
        Write status: ended, or take the day out.
    Source:
        Processes beside a review each have their own status and their own end.
    """
    for record, index, one in _processes(register):
        if one.status != "ended" and one.ended is not None:
            message = (
                f"the {one.process} process ended on {one.ended.isoformat()}, and its status is {one.status}"
            )
            yield Finding(
                record.id, ("parallel", index, "status"), message, "write ended, or take the day out"
            )


def _processes(register: Register) -> Iterator[tuple[Incident | Review, int, ParallelProcess]]:
    for incident in register.all(Incident):
        yield from ((incident, index, one) for index, one in enumerate(incident.parallel))
    for review in register.all(Review):
        yield from ((review, index, one) for index, one in enumerate(review.parallel))


PARALLEL = (ended_without_day, open_with_an_end)
