"""The report of one audit: why and how, what it found and asks, and whether practice has changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import long_date
from lif.records.audits import Audit, AuditTool
from lif.register import Register
from lif.views.answered import Answered, answered
from lif.views.as_known import as_known
from lif.views.audit_report.asking import asked, purpose, unfinished
from lif.views.audit_report.changed import Changed, changed
from lif.views.audit_report.findings import FindingLine, Voices, found, voices
from lif.views.audit_report.grading import Comparison, Counted, CriterionLine, compared, criteria, overall
from lif.views.audits import Stage, audit_lines, graded, quarters_on, repeat_of, stage_on
from lif.views.called import agency_called, called_at
from lif.views.papers import Opening, Question
from lif.views.recommendations import recommendations
from lif.views.sentences import quoted
from lif.views.shown import flowing

__all__ = ["AuditReport", "OtherAudit", "audit_report"]


@dataclass(frozen=True, slots=True)
class OtherAudit:
    """Another audit that shares a theme: when it was reported, and the cases good or better in it."""

    title: str
    reported: date
    graded: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AuditReport:
    """One audit as it was known on a day.

    `serves` are the priorities and `bears_on` the statements, functions and duties that it tests, in words.
    `good` of `cases` were good or better overall, None while not known. `comparisons` set it beside the
    audit it repeats and the one that repeats it; `others` are further audits of a theme of it.
    """

    opening: Opening
    as_at: date
    title: str
    sort: str
    group: str
    stage: Stage
    stage_on: date | None
    quarter: str
    why: str
    question: str
    method: str
    tool: str
    sample: str
    sample_size: int | None
    themes: tuple[str, ...]
    serves: tuple[str, ...]
    bears_on: tuple[str, ...]
    agencies: tuple[str, ...]
    not_returned: tuple[str, ...]
    started: date | None
    fieldwork_ended: date | None
    moderated_on: date | None
    reported: date | None
    given_up_because: str
    sent_back: int | None
    sent_back_resolved: date | None
    overall: tuple[Counted, ...]
    good: int | None
    cases: int | None
    criteria: tuple[CriterionLine, ...]
    raised: int
    lowered: int
    strengths: tuple[FindingLine, ...]
    findings: tuple[FindingLine, ...]
    voices: Voices
    recommendations: tuple[Answered, ...]
    comparisons: tuple[Comparison, ...]
    others: tuple[OtherAudit, ...]
    repeat_due: date | None
    repeated_by: str
    repeated_stage: Stage | None
    changed: Changed
    illustrative: bool


def audit_report(question: Question) -> AuditReport:
    """The report of the audit that was named; raises CannotBeMade when none was."""
    audit = question.one(Audit, "--audit", "audit-neglect-2024")
    view = _view(question, audit)
    wanted, missing = asked(view), unfinished(view)
    opening = Opening(
        f"Audit report: {quoted(view.title)}",
        f"audit-report-{audit.id.removeprefix('audit-')}",
        purpose(view, wanted),
        wanted,
        tuple(_facts(view)),
        missing,
    )
    return replace(view, opening=opening)


def _view(question: Question, audit: Audit) -> AuditReport:
    register, as_at = question.register, question.as_at
    seen = as_known(register, audit, as_at)
    stage, since = stage_on(register, audit, as_at)
    good, cases = graded(register, audit, as_at) if seen.overall else (None, None)
    lines = answered(register, recommendations(register, as_at, audit.id), as_at) if seen.reported else ()
    again, graded_lines = repeat_of(register, audit, as_at), criteria(register, seen)
    comparisons = _comparisons(register, audit, again, as_at)
    since_then = comparisons[-1] if again and comparisons else None
    return AuditReport(
        opening=Opening("", "", "", ()),
        as_at=as_at,
        title=audit.title,
        sort=audit.sort,
        group=called_at(register, audit.group),
        stage=stage,
        stage_on=since,
        quarter=quarters_on(audit, as_at)[1].label,
        why=flowing(seen.why),
        question=flowing(seen.question),
        method=flowing(seen.method),
        tool=_tool(register, seen),
        sample=flowing(seen.sample_frame),
        sample_size=seen.sample_size,
        themes=_called(register, seen.themes),
        serves=_called(register, seen.priorities),
        bears_on=_words(register, seen.bears_on, seen.priorities),
        agencies=tuple(agency_called(register, one) for one in seen.agencies),
        not_returned=tuple(agency_called(register, one) for one in seen.not_returned),
        started=seen.started,
        fieldwork_ended=seen.fieldwork_ended,
        moderated_on=seen.moderated_on,
        reported=seen.reported,
        given_up_because=flowing(seen.cancelled_reason),
        sent_back=seen.sent_back,
        sent_back_resolved=seen.sent_back_resolved,
        overall=overall(register, seen),
        good=good,
        cases=cases,
        criteria=graded_lines,
        raised=sum(line.moved == "more" for line in graded_lines),
        lowered=sum(line.moved == "fewer" for line in graded_lines),
        strengths=found(register, audit.id, seen.strengths, (), as_at),
        findings=found(register, audit.id, seen.findings, lines, as_at),
        voices=voices(register, seen, as_at),
        recommendations=lines,
        comparisons=comparisons,
        others=_others(register, audit, as_at),
        repeat_due=seen.re_audit_due,
        repeated_by=again.title if again else "",
        repeated_stage=stage_on(register, again, as_at)[0] if again else None,
        changed=changed(register, question.figures, seen, since_then, as_at),
        illustrative=audit.illustrative,
    )


def _facts(view: AuditReport) -> Iterable[tuple[str, str]]:
    yield "Group", view.group
    if view.reported:
        yield "Reported", long_date(view.reported)
    else:
        yield "Planned for", view.quarter
    if view.serves:
        yield "Priorities", "; ".join(view.serves)
    if view.agencies:
        yield "Agencies", ", ".join(view.agencies)


def _comparisons(
    register: Register, audit: Audit, again: Audit | None, as_at: date
) -> tuple[Comparison, ...]:
    """With the audit that it repeats, then with the one that repeats it."""
    earlier = register.find(Audit, audit.earlier_round)
    pairs = ((earlier, audit), (audit, again))
    return tuple(compared(register, first, then, as_at) for first, then in pairs if first and then)


def _others(register: Register, audit: Audit, as_at: date) -> tuple[OtherAudit, ...]:
    """Other audits of one of its themes that were reported, newest first; but for those compared."""
    again = repeat_of(register, audit, as_at)
    told = {audit.id, audit.earlier_round, again.id if again else ""}
    found = [
        OtherAudit(line.title, line.reported, _of(line.good, line.cases), line.illustrative)
        for line in audit_lines(register, as_at)
        if line.reported and line.id not in told and set(line.themes) & set(audit.themes)
    ]
    return tuple(sorted(found, key=lambda one: (-one.reported.toordinal(), one.title)))


def _of(good: int | None, cases: int | None) -> str:
    return f"{good} of {cases}" if good is not None else ""


def _tool(register: Register, seen: Audit) -> str:
    tool = register.find(AuditTool, seen.tool)
    return f"{tool.name}, version {tool.version}" if tool else ""


def _called(register: Register, addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(called_at(register, one) for one in addresses))


def _words(register: Register, addresses: Iterable[str], told: tuple[str, ...]) -> tuple[str, ...]:
    """What each thing says or is called, but for records that are told already."""
    mine = [one for one in addresses if one not in told]
    return tuple(flowing(getattr(register.get(one), "text", "")) or called_at(register, one) for one in mine)
