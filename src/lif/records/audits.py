"""Audit tools and audits: one life from the calendar entry to the re-audit, never the child."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Flag,
    Line,
    QuarterText,
    Text,
    ToAgency,
    ToAny,
    ToAudit,
    ToAuditTool,
    ToCriterion,
    ToElementItem,
    ToGroup,
    ToPriority,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class Criterion(Item):
    """One statement that cases are judged against."""

    text: Text = Field(description="The statement in plain words.")
    statement: ToElementItem | None = Field(
        default=None, description="The framework's statement that it tests."
    )


class Grade(Item):
    """A grade of the scale."""

    name: Line = Field(description="The grade.")
    good: Flag = Field(default=False, description="True when it counts as good or better.")


class AuditTool(Record):
    """A set of criteria and grades used for case audits, by version."""

    kind: ClassVar[str] = "audit-tool"
    plural: ClassVar[str] = "audit-tools"
    folder: ClassVar[str] = "framework/audit-tools"

    name: Line = Field(description="The tool's name.")
    version: Line = Field(description="Its version.")
    since: Date | None = Field(default=None, description="In use from.")
    until: Date | None = Field(default=None, description="In use until.")
    criteria: tuple[Criterion, ...] = Field(min_length=1, description="What cases are judged against.")
    grades: tuple[Grade, ...] = Field(default=(), description="The grades, best first.")


class GradeCount(Part):
    """How many cases had a grade."""

    grade: Line = Field(description="The grade's id in the tool, or not-applicable, or not-evidenced.")
    cases: Count = Field(description="How many cases.")


class CriterionResult(Part):
    """The cases by grade for one criterion, by the auditor and after moderation."""

    criterion: ToCriterion = Field(description="The criterion.")
    auditor: tuple[GradeCount, ...] = Field(default=(), description="As the auditors graded.")
    moderated: tuple[GradeCount, ...] = Field(default=(), description="After moderation.")


class AuditFinding(Item):
    """Something the audit found."""

    text: Text = Field(description="The finding, about practice and never about a child.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements it bears on.")


class Recommendation(Item):
    """What is recommended, word for word: its words stand once, here."""

    text: Text = Field(description="The recommendation.")
    finding: Line | None = Field(
        default=None, description="The id of the finding it answers, in the same record."
    )
    response: Literal["accepted", "partly-accepted", "not-accepted"] | None = Field(
        default=None, description="The board's response."
    )
    response_reason: Text | None = Field(default=None, description="Why, when it is not simply accepted.")
    responded_on: Date | None = Field(default=None, description="When the board answered.")
    agencies: tuple[ToAgency, ...] = Field(
        default=(),
        description="The agencies it is addressed to: each has its own action, and the worst of them counts.",
    )
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")


class Postponement(Part):
    """A change of an audit's date."""

    from_quarter: QuarterText = Field(description="When it was planned.")
    to_quarter: QuarterText = Field(description="When it is planned now.")
    on: Date = Field(description="When that was decided.")
    reason: Text = Field(description="Why.")
    agreed_by: ToGroup = Field(description="The group that agreed.")


class Audit(Record):
    """An audit from the calendar to the re-audit."""

    kind: ClassVar[str] = "audit"
    plural: ClassVar[str] = "audits"
    folder: ClassVar[str] = "data/audits"
    brief: ClassVar[tuple[str, ...]] = ("sort", "group", "planned", "reported", "re_audit_due")

    title: Line = Field(description="The audit in a few words.")
    sort: Literal[
        "single-agency",
        "multi-agency",
        "section-11",
        "board-effectiveness",
        "reciprocal",
        "dip-sample",
        "re-audit",
    ] = Field(description="The kind of audit.")
    group: ToGroup = Field(description="The group that commissions and scrutinises it.")
    planned: QuarterText = Field(description="The quarter it stands in the calendar for.")
    why: Text | None = Field(default=None, description="Why this theme now.")
    question: Text | None = Field(default=None, description="The question it asks.")
    method: Text | None = Field(default=None, description="How it was done.")
    tool: ToAuditTool | None = Field(default=None, description="The audit tool.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities it serves.")
    sample_frame: Text | None = Field(default=None, description="Which cases it could have drawn from.")
    sample_size: Count | None = Field(default=None, description="How many cases.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="Agencies that took part.")
    not_returned: tuple[ToAgency, ...] = Field(
        default=(), description="Agencies that did not return the tool."
    )
    auditors: Line | None = Field(
        default=None, description="Who audits, where it is a team of the board, or another board."
    )
    practitioners_involved: Count | None = Field(
        default=None, description="How many practitioners took part."
    )
    families_involved: Count | None = Field(default=None, description="How many families took part.")
    started: Date | None = Field(default=None, description="When fieldwork began.")
    fieldwork_ended: Date | None = Field(default=None, description="When fieldwork ended.")
    moderated_on: Date | None = Field(default=None, description="When grades were moderated.")
    reported: Date | None = Field(default=None, description="When the report went to the group.")
    cancelled: Date | None = Field(default=None, description="When it was given up.")
    cancelled_reason: Text | None = Field(default=None, description="Why it was given up.")
    postponed: tuple[Postponement, ...] = Field(default=(), description="Changes of date.")
    sent_back: Count | None = Field(default=None, description="Cases sent back at once for a child's safety.")
    sent_back_resolved: Date | None = Field(default=None, description="When all of those were put right.")
    results: tuple[CriterionResult, ...] = Field(default=(), description="Cases by grade for each criterion.")
    overall: tuple[GradeCount, ...] = Field(default=(), description="Cases by overall moderated grade.")
    strengths: tuple[AuditFinding, ...] = Field(default=(), description="What works well.")
    findings: tuple[AuditFinding, ...] = Field(default=(), description="What must improve.")
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="What is recommended.")
    earlier_round: ToAudit | None = Field(default=None, description="The audit it repeats.")
    re_audit_due: Date | None = Field(default=None, description="When it is to be repeated.")
    bears_on: tuple[ToAny, ...] = Field(
        default=(), description="Functions, standards or statements it serves."
    )
