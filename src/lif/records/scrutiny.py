"""Independent scrutiny, signed statements, partners' reports, and the board's money."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.audits import AuditFinding, Recommendation
from lif.records.fields import (
    Date,
    Line,
    PeriodText,
    Quantity,
    Text,
    ToAgency,
    ToAny,
    ToElementItem,
    ToGroup,
    ToMeeting,
    ToPriority,
    ToRole,
    ToTheme,
)
from lif.records.record import Part, Record


class Scrutiny(Record):
    """One piece of independent scrutiny: its question, how it was asked, what was found, and the response."""

    kind: ClassVar[str] = "scrutiny"
    plural: ClassVar[str] = "scrutiny"
    folder: ClassVar[str] = "data/scrutiny"
    brief: ClassVar[tuple[str, ...]] = ("by", "planned", "reported", "response_due", "responded_on")

    title: Line = Field(description="The piece of scrutiny in a few words.")
    programme: Line | None = Field(default=None, description="The programme it belongs to, as in 2024-25.")
    by: ToRole = Field(description="The role that scrutinised.")
    group: ToGroup = Field(description="The group that takes it.")
    question: Text = Field(description="The question.")
    method: Text | None = Field(default=None, description="How it was looked into.")
    planned: Date | None = Field(default=None, description="When it is planned for.")
    started: Date | None = Field(default=None, description="When it began.")
    reported: Date | None = Field(default=None, description="When it was reported.")
    findings: tuple[AuditFinding, ...] = Field(default=(), description="What was found.")
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="What is recommended.")
    response_due: Date | None = Field(default=None, description="When the response is due.")
    responded_on: Date | None = Field(default=None, description="When it was given.")
    response: Text | None = Field(default=None, description="The response.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
    bears_on: tuple[ToAny, ...] = Field(default=(), description="Functions or duties that it bears on.")


class Circulated(Part):
    """One body that was sent something."""

    to: Line = Field(description="To whom.")
    on: Date = Field(description="When.")


class SignedStatement(Record):
    """A statement that somebody answers for: a foreword, the scrutineer's, a sign-off, a circulation list."""

    kind: ClassVar[str] = "statement"
    plural: ClassVar[str] = "statements"
    folder: ClassVar[str] = "data/statements"
    brief: ClassVar[tuple[str, ...]] = ("sort", "about", "due", "on")

    title: Line = Field(description="The statement in a few words.")
    sort: Literal["foreword", "scrutineer", "sign-off", "circulation"] = Field(description="What it is.")
    about: ToAny = Field(description="What it is about: a publication, a report, a plan.")
    by_role: ToRole | None = Field(default=None, description="The role that made it.")
    by_agency: ToAgency | None = Field(default=None, description="The partner that signed.")
    due: Date | None = Field(default=None, description="When it is wanted.")
    on: Date | None = Field(default=None, description="When it was made.")
    text: Text | None = Field(default=None, description="What it says.")
    circulated: tuple[Circulated, ...] = Field(default=(), description="Who was sent it, and when.")


class PartnerReport(Record):
    """A partner's own yearly report to the board, with the approval that it had first."""

    kind: ClassVar[str] = "partner-report"
    plural: ClassVar[str] = "partner-reports"
    folder: ClassVar[str] = "data/partner-reports"
    brief: ClassVar[tuple[str, ...]] = ("agency", "period", "due", "received", "outcome")

    title: Line = Field(description="The report.")
    agency: ToAgency = Field(description="The agency.")
    period: PeriodText = Field(description="The year it covers.")
    due: Date = Field(description="When it is due.")
    own_approval: Line | None = Field(
        default=None, description="The agency's own governance that approved it, before the board has it."
    )
    own_approval_on: Date | None = Field(default=None, description="When that was.")
    received: Date | None = Field(default=None, description="When it came.")
    taken_at: ToMeeting | None = Field(default=None, description="The meeting that took it.")
    outcome: Literal["approved", "returned", "noted"] | None = Field(
        default=None, description="What that meeting did with it."
    )
    text: Text | None = Field(default=None, description="What it says that the board should know.")
    impact: Text | None = Field(
        default=None, description="What it shows of the difference made for children, and by what."
    )
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")


class Contribution(Part):
    """What one agency gave."""

    agency: ToAgency = Field(description="The agency.")
    pounds: Quantity | None = Field(default=None, description="Money, in pounds.")
    in_kind: Line | None = Field(default=None, description="What else: rooms, trainers, staff time.")


class Spending(Part):
    """What was spent under one head."""

    head: Line = Field(description="The head.")
    pounds: Quantity = Field(description="Money, in pounds.")


class Accounts(Record):
    """The board's contributions and spending in one financial year."""

    kind: ClassVar[str] = "accounts"
    plural: ClassVar[str] = "accounts"
    folder: ClassVar[str] = "data/accounts"
    brief: ClassVar[tuple[str, ...]] = ("period", "status", "on")
    known_from: ClassVar[str] = "on"

    period: PeriodText = Field(description="The financial year.")
    status: Literal["budget", "provisional", "final"] = Field(description="Where the figures stand.")
    on: Date = Field(description="The day of these figures.")
    brought_forward: Quantity | None = Field(default=None, description="Balance at the start, in pounds.")
    contributions: tuple[Contribution, ...] = Field(default=(), description="What agencies gave.")
    spending: tuple[Spending, ...] = Field(default=(), description="What was spent.")
    text: Text | None = Field(default=None, description="What lies behind the figures.")
