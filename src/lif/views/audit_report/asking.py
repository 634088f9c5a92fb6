"""What the reader of an audit's report is asked to do, and why the report can only be a draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lif.calendars import add_months, long_date
from lif.diagnostics import beginning, unsealed
from lif.views.answered import Answered
from lif.views.audit_cover import MONTHS
from lif.views.audit_report.findings import FindingLine
from lif.views.came_of import many
from lif.views.sentences import named, quoted

if TYPE_CHECKING:
    from lif.views.audit_report import AuditReport

_OF_AGENCIES = ("section-11", "board-effectiveness")
"""Sorts of audit that read no child's file: nobody expects a child's words in them."""
_DECIDING = ("Agree", "Decide")


def asked(view: AuditReport) -> tuple[str, ...]:
    """What is asked, in the order of an audit's life; there is always something."""
    if view.stage == "given-up":
        return (f"Note that the audit was given up: {view.given_up_because or 'no reason is recorded'}",)
    if view.reported is None:
        return tuple(_before_the_report(view))
    found = (
        *_not_returned(view),
        *_sent_back(view),
        *_nothing_answers(view.findings),
        *_unanswered(view.recommendations),
        *_without_action(view.recommendations),
        *_overdue(view.recommendations),
        *_to_assure(view.recommendations),
        *_not_looked_at(view.recommendations),
        *_again(view),
    )
    return found or (_note(view),)


def purpose(view: AuditReport, asked: tuple[str, ...]) -> str:
    """Decision where something is to be agreed or decided, information while there is nothing to judge."""
    if any(each.startswith(_DECIDING) for each in asked):
        return "Decision: what follows from the audit"
    return "Assurance: what came of the audit" if view.reported else "Information: where the audit stands"


def unfinished(view: AuditReport) -> tuple[str, ...]:
    """Why the report is a draft: it is not made yet, or a part of it is not there."""
    if view.stage == "given-up":
        return ()
    found = []
    if view.reported is None:
        found.append("The audit has not been reported to its group.")
    said = {"why it is held": view.why, "what it asks": view.question, "how it is done": view.method}
    found += [f"The audit does not say {what}." for what, words in said.items() if not words]
    if view.reported and view.overall and not view.moderated_on:
        found.append("The grades have not been moderated.")
    if view.reported and not (view.strengths or view.findings):
        found.append("Nothing is recorded that it found.")
    if view.reported and view.voices.silent and view.sort not in _OF_AGENCIES:
        found.append("Nothing is recorded of what children or families said.")
    return tuple(found)


def _before_the_report(view: AuditReport) -> Iterator[str]:
    if view.stage == "late":
        yield f"Ask the {view.group} why the audit has not begun: its quarter was {view.quarter}."
    elif view.stage == "planned":
        yield f"Note that the audit is planned for {view.quarter}: nothing is found yet."
    else:
        yield (
            "Note that the audit is under way and not reported: "
            f"nothing may be told of what it finds before the {view.group} has it."
        )
    yield from _not_returned(view)
    yield from _sent_back(view)


def _not_returned(view: AuditReport) -> Iterator[str]:
    if view.not_returned:
        agencies = named(view.not_returned)
        yield f"Ask {agencies} why nothing was returned, and what it would have shown."


def _sent_back(view: AuditReport) -> Iterator[str]:
    if view.sent_back and view.sent_back_resolved is None:
        cases, were = many(view.sent_back, "case"), "was" if view.sent_back == 1 else "were"
        yield f"Ask for assurance that the {cases} sent back at once for a child's safety {were} put right."


def _nothing_answers(lines: tuple[FindingLine, ...]) -> Iterator[str]:
    bare = [line for line in lines if not line.answers]
    if bare:
        told = named(quoted(_short(line.text)) for line in bare)
        yield f"Decide what is to be done about what nothing answers: {told}."


def _unanswered(lines: tuple[Answered, ...]) -> Iterator[str]:
    open_ = [one for one in lines if not one.response]
    if open_:
        yield f"Decide on {_recommendations(len(open_))} not answered yet: {_texts(open_)}."


def _without_action(lines: tuple[Answered, ...]) -> Iterator[str]:
    bare = [one for one in lines if one.overall == "no-action" and not one.missing]
    if bare:
        yield f"Agree an action, an owner and a date for {_recommendations(len(bare))}: {_texts(bare)}."
    for one in lines:
        if one.missing and one.actions:
            yield f"Ask {named(one.missing)} for an action on the recommendation {quoted(_short(one.text))}."


def _overdue(lines: tuple[Answered, ...]) -> Iterator[str]:
    late = [each for one in lines for each in one.actions if each.standing == "overdue"]
    if late:
        told = (f"{quoted(each.title)} ({each.owner}, {many(each.days_overdue, 'day')})" for each in late)
        yield f"Challenge the owners of what is overdue: {named(told)}."


def _to_assure(lines: tuple[Answered, ...]) -> Iterator[str]:
    waiting = [each for one in lines for each in one.actions if each.standing == "awaiting-assurance"]
    if waiting:
        told = (f"{quoted(each.title)} ({_evidence(each.evidence)})" for each in waiting)
        yield f"Decide whether what is reported as done is assured: {named(told)}."


def _not_looked_at(lines: tuple[Answered, ...]) -> Iterator[str]:
    blind = [each for one in lines for each in one.actions if each.helped in ("overdue", "no-day-set")]
    wanted = [each for each in blind if each.standing != "awaiting-assurance"]
    if wanted:
        titles = named(quoted(each.title) for each in wanted)
        yield f"Ask who looks at whether these made a difference, and when: {titles}."


def _again(view: AuditReport) -> Iterator[str]:
    if view.repeated_by:
        return
    if view.repeat_due and view.repeat_due > add_months(view.as_at, MONTHS):
        return
    if view.repeat_due:
        was = "it was" if view.repeat_due < view.as_at else "it is"
        by = long_date(view.repeat_due)
        yield f"Agree when the audit is repeated: {was} due by {by}, and none is planned."
    elif view.findings and view.sort != "re-audit":
        yield "Agree whether and when the audit is repeated: no day is set."


def _evidence(count: int) -> str:
    return f"{many(count, 'record')} of evidence" if count else "no evidence yet"


def _note(view: AuditReport) -> str:
    if not view.recommendations:
        return "Note what the audit found: it makes no recommendation."
    settled = many(len(view.recommendations), "recommendation")
    return f"Note what the audit found, and that nothing is owed on its {settled}."


def _recommendations(count: int) -> str:
    return "one recommendation" if count == 1 else f"{count} recommendations"


def _texts(lines: list[Answered]) -> str:
    return named(quoted(_short(one.text)) for one in lines)


def _short(text: str, most: int = 90) -> str:
    """The beginning of a text, cut between words."""
    text = text.rstrip(".")
    found = beginning(text, most)
    whole = len(unsealed(found)) == len(unsealed(text))
    return text if whole else f"{found.rsplit(' ', 1)[0]} …"
