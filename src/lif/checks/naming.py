"""Fields that name something in plain text, and links that point at the right kind but the wrong thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.recommended import Recommender
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.audits import Audit, AuditTool, GradeCount, Recommendation
from lif.records.figures import PublishedSeries
from lif.records.inspections import Inspection
from lif.records.law import BankHolidays, Duty
from lif.records.problems import FieldPath, listed, nearest, shown
from lif.records.references import ImportMapping
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register

_BESIDE_GRADES = ("not-applicable", "not-evidenced")
_FITTING: dict[str, frozenset[str]] = {
    "audit": frozenset(("audit", "section-11", "section-175", "scrutiny")),
    "review": frozenset(("review", "child-death-review", "scrutiny")),
    "inspection": frozenset(("inspection",)),
    "scrutiny": frozenset(("scrutiny",)),
    "escalations": frozenset(("escalation",)),
    "indicator": frozenset(("data",)),
    "section11-standard": frozenset(("section-11",)),
}


@check("L109", Severity.WARNING)
def source_is_not_a_recommendation(register: Register, as_at: date) -> Iterator[Finding]:
    """An action says that it comes from a review or audit as a whole, and that one has recommendations.

    Why:
        Nobody can tell which recommendation the action answers, nor which has no action.
    Fails:
        source: review-r2024-1
    Mend:
        Write the recommendation's address: review-r2024-1/rec-2.
    Source:
        DfE research report RR157 (2011): which action answers which recommendation is often lost.
    """
    for action in register.all(Action):
        record = register.get(action.source)
        asked = (
            record.areas_for_improvement
            if isinstance(record, Inspection)
            else record.recommendations
            if isinstance(record, Audit | Review | Scrutiny)
            else ()
        )
        if isinstance(record, Recommender) and asked:
            first = f"{record.id}/{asked[0].id}"
            message = f"'{record.id}' has recommendations, and none of them is named"
            yield Finding(action.id, ("source",), message, f"name the one it answers, as in {first}")


@check("L110")
def source_sort_differs(register: Register, as_at: date) -> Iterator[Finding]:
    """An action's kind of source is not that of the record it names.

    Why:
        Lists and counts by source would put the action under the wrong heading.
    Fails:
        source: audit-2024-neglect/rec-1 with source_sort: review
    Mend:
        Correct `source_sort`, or the link in `source`.
    Source:
        The record of an action: what it comes from, and of what kind that is.
    """
    for action in register.all(Action):
        entry = register.entries.get(action.source.partition("/")[0])
        fitting = _FITTING.get(entry.record.kind) if entry else None
        if entry and fitting and action.source_sort not in fitting:
            message = (
                f"the source is a record of the kind {entry.record.kind}, and this says {action.source_sort}"
            )
            yield Finding(action.id, ("source_sort",), message, f"write {listed(sorted(fitting))}")


@check("L111")
def name_of_nothing(register: Register, as_at: date) -> Iterator[Finding]:
    """A field names a finding, a grade, a calendar or a mapping that does not exist.

    Why:
        Cases would be counted under a grade that no table prints; working days could not be counted.
    Fails:
        finding: finding-3 in a review with two findings
    Mend:
        Correct the name; the message gives the nearest, or those there are.
    Source:
        the kind's page in the reference.
    """
    for review in register.all(Review):
        yield from _findings_named(review)
    for audit in register.all(Audit):
        yield from _findings_named(audit)
        yield from _grades_named(register, audit)
    for scrutiny in register.all(Scrutiny):
        yield from _findings_named(scrutiny)
    calendars = [one.id for one in register.all(BankHolidays)]
    for duty in register.all(Duty):
        if duty.calendar not in calendars and duty.calendar not in register.unreadable:
            yield _unknown(duty.id, ("calendar",), "calendar of bank holidays", duty.calendar, calendars)
    mappings = [one.id for one in register.all(ImportMapping)]
    for series in register.all(PublishedSeries):
        if series.mapping not in mappings and series.mapping not in register.unreadable:
            yield _unknown(series.id, ("mapping",), "import mapping", series.mapping, mappings)


def _findings_named(record: Audit | Review | Scrutiny) -> Iterator[Finding]:
    known = [finding.id for finding in record.findings]
    recommendations: tuple[Recommendation, ...] = record.recommendations
    for index, recommendation in enumerate(recommendations):
        named = recommendation.finding
        if named is not None and named not in known:
            path = ("recommendations", index, "finding")
            yield _unknown(record.id, path, "finding here", named, known)


def _grades_named(register: Register, audit: Audit) -> Iterator[Finding]:
    tools = {audit.tool} if audit.tool else set()
    for index, result in enumerate(audit.results):
        tool = register.find(AuditTool, result.criterion.partition("/")[0])
        if tool is None:
            continue
        tools.add(tool.id)
        for field in ("auditor", "moderated"):
            yield from _grades(audit, tool, ("results", index, field), getattr(result, field))
    tool = register.find(AuditTool, audit.tool)
    if tool is not None:
        yield from _grades(audit, tool, ("overall",), audit.overall)


def _grades(
    audit: Audit, tool: AuditTool, path: FieldPath, counts: tuple[GradeCount, ...]
) -> Iterator[Finding]:
    known = [grade.id for grade in tool.grades] if counts else []
    for index, count in enumerate(counts):
        if count.grade not in known and count.grade not in _BESIDE_GRADES:
            where = (*path, index, "grade")
            yield _unknown(audit.id, where, f"grade in '{tool.id}'", count.grade, [*known, *_BESIDE_GRADES])


def _unknown(record: str, path: FieldPath, what: str, named: str, known: list[str]) -> Finding:
    near = nearest(named, known)
    hint = (
        f"did you mean '{near}'?"
        if near
        else f"there are: {', '.join(known[:8])}"
        if known
        else "there is none"
    )
    return Finding(record, path, f"there is no {what} called '{shown(named)}'", hint)


@check("L112")
def criterion_of_another_tool(register: Register, as_at: date) -> Iterator[Finding]:
    """An audit has results for a criterion of another tool than the one it says it used.

    Why:
        The table of results is made from the tool's criteria; these cases would be missing from it.
    Fails:
        tool: case-audit-tool, with results for section-11-tool/voice
    Mend:
        Correct the criterion, or the tool.
    Source:
        The record of an audit: results for the criteria of its tool.
    """
    for audit in register.all(Audit):
        for index, result in enumerate(audit.results if audit.tool else ()):
            tool = result.criterion.partition("/")[0]
            if tool != audit.tool:
                message = f"this criterion is in '{tool}', and the audit used '{audit.tool}'"
                yield Finding(
                    audit.id, ("results", index, "criterion"), message, "correct the criterion or the tool"
                )


NAMINGS = (
    source_is_not_a_recommendation,
    source_sort_differs,
    name_of_nothing,
    criterion_of_another_tool,
)
