"""Inspections and scrutiny: what must improve has an action, what is due is answered, what is planned is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.checks.recommended import answers, answers_unknown, mistyped
from lif.diagnostics import Severity
from lif.records.inspections import Inspection
from lif.records.record import stands
from lif.records.scrutiny import Scrutiny
from lif.register import Register


@check("A801", Severity.WARNING)
def improvement_without_action(register: Register, as_at: date) -> Iterator[Finding]:
    """An inspection report came out a quarter ago or more, and an area for improvement has no action.

    Why:
        The next inspection asks first what was done about the last one.
    Fails:
        published: 2024-10-01 with an area for improvement that no action names as its source, on 2025-03-10.
    Mend:
        Make the action (its `source` is the area's address), or say in the area's `response` why there is
        none.
    Source:
        Practice of inspections: the written statement of action in answer to the report.
    """
    if answers_unknown(register):
        return
    answered, broken = answers(register, as_at), mistyped(register)
    for inspection in register.all(Inspection):
        if not known_for(inspection.published, as_at, QUARTER_DAYS) or not stands(inspection, as_at):
            continue
        for index, area in enumerate(inspection.areas_for_improvement):
            address = f"{inspection.id}/{area.id}"
            if area.response is not None or area.retired or address in answered or inspection.id in broken:
                continue  # with a response it is told as a recommendation
            message = f"no action answers '{address}', published on {inspection.published.isoformat()}"
            path = ("areas_for_improvement", index, "id")
            yield Finding(inspection.id, path, message, "make an action whose 'source' is this area")


@check("A802", Severity.WARNING)
def response_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The response to an inspection or to a piece of scrutiny was due, and is not there.

    Why:
        Who asked will ask again, in public.
    Fails:
        response_due: 2025-02-14, without responded_on, on 2025-03-10.
    Mend:
        Ask who owes it; then enter `responded_on`.
    Source:
        Practice of inspections and of independent scrutiny: a response by a day.
    """
    asked: tuple[Inspection | Scrutiny, ...] = (*register.all(Inspection), *register.all(Scrutiny))
    for record in asked:
        due = record.response_due
        if (
            due is not None
            and due < as_at
            and not known(record.responded_on, as_at)
            and stands(record, as_at)
        ):
            message = f"the response was due on {due.isoformat()}, and is not there"
            yield Finding(record.id, ("response_due",), message, "ask who owes it, then enter 'responded_on'")


@check("A803", Severity.WARNING)
def scrutiny_late(register: Register, as_at: date) -> Iterator[Finding]:
    """A piece of scrutiny was planned for a day that has passed, and has neither begun nor been reported.

    Why:
        The programme of scrutiny was agreed; a piece that is quietly left out is one that nobody wanted to
        ask.
    Fails:
        planned: 2025-01-31, without started and reported, on 2025-03-10.
    Mend:
        Enter `started`, or the new day and why in `note`; or retire it with the reason.
    Source:
        Working Together: independent scrutiny is part of the arrangements, and is planned.
    """
    for scrutiny in register.all(Scrutiny):
        begun = known(scrutiny.started, as_at) or known(scrutiny.reported, as_at)
        if (
            scrutiny.planned is not None
            and scrutiny.planned < as_at
            and not begun
            and stands(scrutiny, as_at)
        ):
            message = f"planned for {scrutiny.planned.isoformat()}, and it has not begun"
            yield Finding(scrutiny.id, ("planned",), message, "enter 'started', or the new day and why")


@check("A804", Severity.WARNING)
def scrutiny_found_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A piece of scrutiny was reported, and holds neither a finding nor a recommendation.

    Why:
        The question was asked and the answer is not kept: nothing can be traced to it.
    Fails:
        reported: 2025-01-14, without findings.
    Mend:
        Write what was found under `findings`, also when all was well.
    Source:
        Working Together: scrutineers' findings stand in the yearly report.
    """
    for scrutiny in register.all(Scrutiny):
        if not known(scrutiny.reported, as_at) or not stands(scrutiny, as_at):
            continue
        if not scrutiny.findings and not scrutiny.recommendations:
            message = f"reported on {scrutiny.reported.isoformat()}, without any finding"
            yield Finding(scrutiny.id, ("reported",), message, "write what was found under 'findings'")


@check("A805")
def answer_half_recorded(register: Register, as_at: date) -> Iterator[Finding]:
    """Scrutiny was answered on a day and the answer is not there, or there is an answer without a day.

    Why:
        Whether the answer came in time, and what it said, are both asked of it.
    Fails:
        responded_on: 2025-02-14, without response.
    Mend:
        Add what is missing.
    Source:
        Practice of independent scrutiny: question, finding, response.
    """
    for scrutiny in register.all(Scrutiny):
        if (scrutiny.responded_on is None) != (scrutiny.response is None):
            pair = ("responded_on", "response")
            there, missing = pair if scrutiny.responded_on else pair[::-1]
            message = f"there is a '{there}' and no '{missing}'"
            yield Finding(scrutiny.id, (there,), message, f"add '{missing}:'", at_key=True)


INSPECTIONS = (
    improvement_without_action,
    response_overdue,
    scrutiny_late,
    scrutiny_found_nothing,
    answer_half_recorded,
)
