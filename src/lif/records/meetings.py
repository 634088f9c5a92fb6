"""Meetings, the papers they took as issued, what they decided, and groups' quarterly reports."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Date,
    Flag,
    Line,
    QuarterText,
    Text,
    ToAgency,
    ToAny,
    ToGroup,
    ToPriority,
    ToRole,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class PaperTaken(Part):
    """A paper as it was issued for a meeting."""

    title: Line = Field(description="The paper.")
    paper: Line = Field(description="Which report and quarter, as in scorecard 2024-25-Q4.")
    status: Literal["draft", "final"] = Field(description="Draft or final.")
    commit: Line | None = Field(default=None, description="The commit it was made from.")
    data_as_at: Date | None = Field(default=None, description="The day the figures were taken.")
    version: Line | None = Field(default=None, description="The version of lif that made it.")


class Decision(Item):
    """Something the meeting decided."""

    text: Text = Field(description="The decision.")
    minute: Line | None = Field(default=None, description="The number of the minute.")
    about: tuple[ToAny, ...] = Field(default=(), description="The records it is about.")
    outcome: Text | None = Field(default=None, description="What came of it.")
    outcome_on: Date | None = Field(default=None, description="When that was known.")


class Meeting(Record):
    """A meeting of a group: planned, held, and what it took and decided."""

    kind: ClassVar[str] = "meeting"
    plural: ClassVar[str] = "meetings"
    folder: ClassVar[str] = "data/meetings"

    group: ToGroup = Field(description="The group that meets.")
    on: Date = Field(description="The day.")
    held: Flag | None = Field(default=None, description="Whether it was held; left out before the day.")
    quarter: QuarterText | None = Field(default=None, description="The quarter whose scorecard it takes.")
    present: tuple[ToAgency, ...] = Field(default=(), description="Agencies present.")
    apologies: tuple[ToAgency, ...] = Field(default=(), description="Agencies that sent apologies.")
    quorate: Flag | None = Field(default=None, description="Whether enough were present.")
    papers: tuple[PaperTaken, ...] = Field(default=(), description="Papers taken, as issued.")
    decisions: tuple[Decision, ...] = Field(default=(), description="What was decided.")


class Difference(Item):
    """A difference made for children, with what shows it."""

    text: Text = Field(description="What is different for children.")
    evidence: tuple[ToAny, ...] = Field(
        default=(), description="What shows it: indicators, audits, evidence."
    )
    priorities: tuple[ToPriority, ...] = Field(default=(), description="The priorities it serves.")


class Heard(Item):
    """What children, parents, practitioners, audits or reviews say this quarter about a priority."""

    priority: ToPriority = Field(description="The priority.")
    from_whom: Literal["children-and-parents", "practitioners", "audits-and-reviews"] = Field(
        description="Who says so."
    )
    text: Text = Field(description="What they say.")
    evidence: tuple[ToAny, ...] = Field(default=(), description="Where it stands recorded.")


class Shortfall(Item):
    """A shortfall that the group passes up."""

    text: Text = Field(description="What falls short.")
    about: tuple[ToAny, ...] = Field(default=(), description="The indicators or actions it is about.")
    asks: Text | None = Field(default=None, description="What is asked of the group above.")


class GroupReport(Record):
    """A group's report for a quarter: activity, difference made, themes, shortfalls, help wanted."""

    kind: ClassVar[str] = "group-report"
    plural: ClassVar[str] = "group-reports"
    folder: ClassVar[str] = "data/group-reports"

    group: ToGroup = Field(description="The group.")
    quarter: QuarterText = Field(description="The quarter.")
    due: Date = Field(description="When it was due.")
    received: Date | None = Field(default=None, description="When it came.")
    author: ToRole | None = Field(default=None, description="The role that wrote it.")
    activity: Text | None = Field(default=None, description="What the group did.")
    differences: tuple[Difference, ...] = Field(
        default=(), description="The difference made, with what shows it."
    )
    heard: tuple[Heard, ...] = Field(default=(), description="What was heard, by priority.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes that emerge.")
    shortfalls: tuple[Shortfall, ...] = Field(default=(), description="What is passed up.")
    help_wanted: Text | None = Field(default=None, description="What help is wanted, from whom.")
