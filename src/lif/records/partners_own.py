"""What partners do of their own for the framework: audit programmes, and reviews of their indicators."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Line,
    PeriodText,
    QuarterText,
    Text,
    ToAgency,
    ToAudit,
    ToElementItem,
    ToIndicator,
    ToPriority,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class ProgrammeLine(Item):
    """One audit that an agency means to do by itself."""

    title: Line = Field(description="The audit in a few words.")
    planned: QuarterText = Field(description="The quarter it is planned for.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    audit: ToAudit | None = Field(default=None, description="The audit that it became, once it is recorded.")
    done_on: Date | None = Field(default=None, description="When it was finished, where it has no record.")
    found: Text | None = Field(default=None, description="What it found, where it has no record.")


class AuditProgramme(Record):
    """What one agency means to audit by itself in a year, and what came of it."""

    kind: ClassVar[str] = "audit-programme"
    plural: ClassVar[str] = "audit-programmes"
    folder: ClassVar[str] = "data/audit-programmes"
    brief: ClassVar[tuple[str, ...]] = ("agency", "period", "agreed_on", "agreed_by")
    known_from: ClassVar[str] = "agreed_on"

    agency: ToAgency = Field(description="The agency.")
    period: PeriodText = Field(description="The year it is for.")
    agreed_on: Date = Field(description="When the agency agreed it.")
    agreed_by: Line | None = Field(default=None, description="The agency's own governance that agreed it.")
    lines: tuple[ProgrammeLine, ...] = Field(min_length=1, description="The audits, in order of time.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")


class IndicatorChange(Part):
    """What a review changed: one indicator that was added, altered or given up."""

    change: Literal["added", "altered", "dropped"] = Field(description="What was done.")
    name: Line = Field(description="The indicator, as the agency calls it.")
    indicator: ToIndicator | None = Field(default=None, description="The board's indicator that it feeds.")
    reason: Text = Field(description="Why: what it says of safeguarding practice, or did not.")


class IndicatorReview(Record):
    """An agency's look at its own indicators: whether they say anything of what must improve in practice."""

    kind: ClassVar[str] = "indicator-review"
    plural: ClassVar[str] = "indicator-reviews"
    folder: ClassVar[str] = "data/indicator-reviews"
    brief: ClassVar[tuple[str, ...]] = ("agency", "period", "on", "looked_at", "linked")
    known_from: ClassVar[str] = "on"

    agency: ToAgency = Field(description="The agency.")
    period: PeriodText = Field(description="The year it is for.")
    on: Date = Field(description="The day it was finished.")
    looked_at: Count = Field(description="How many indicators were looked at.")
    linked: Count = Field(description="How many of them now say something of an area that must improve.")
    agreed_by: Line | None = Field(default=None, description="The agency's own governance that agreed it.")
    changes: tuple[IndicatorChange, ...] = Field(default=(), description="What was changed; none may be.")
    text: Text | None = Field(default=None, description="What was seen.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Areas that must improve, as themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities it bears on.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
