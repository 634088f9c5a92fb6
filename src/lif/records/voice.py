"""What children, parents, carers and practitioners said, and complaints and compliments as counts."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Line,
    PeriodText,
    Text,
    ToAction,
    ToAgency,
    ToElementItem,
    ToGroup,
    ToPriority,
    ToTheme,
)
from lif.records.record import Part, Record


class Voice(Record):
    """What children, parents or carers said, how many, by which method, and what was done about it."""

    kind: ClassVar[str] = "voice"
    plural: ClassVar[str] = "voice"
    folder: ClassVar[str] = "data/voice"
    brief: ClassVar[tuple[str, ...]] = ("from_whom", "method", "on", "heard", "direction", "done_on")
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="What was heard, in a few words.")
    on: Date = Field(description="The day it was heard; the last day of several.")
    from_whom: Literal["children", "parents-and-carers", "families"] = Field(description="Who spoke.")
    method: Literal[
        "survey",
        "exit-form",
        "interview",
        "group",
        "forum",
        "advocacy",
        "consultation",
        "audit-conversation",
        "return-interview",
    ] = Field(description="How they were heard.")
    asked: Count | None = Field(default=None, description="How many were asked.")
    heard: Count | None = Field(default=None, description="How many were heard.")
    text: Text = Field(description="What they said, in words that lead to nobody.")
    direction: Literal["good", "mixed", "poor"] | None = Field(
        default=None, description="Whether they spoke well of what they met."
    )
    agency: ToAgency | None = Field(default=None, description="The agency that listened.")
    group: ToGroup | None = Field(default=None, description="The group that takes it up.")
    done: Text | None = Field(default=None, description="What was done about it.")
    done_on: Date | None = Field(default=None, description="When it was done.")
    told_back_on: Date | None = Field(default=None, description="When those who spoke were told.")
    no_change_reason: Text | None = Field(default=None, description="Why nothing was changed, if so.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of it.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")


class ThemeCount(Part):
    """Complaints and compliments that touch one theme; one may touch several."""

    theme: ToTheme = Field(description="The theme.")
    complaints: Count = Field(default=0, description="Complaints.")
    compliments: Count = Field(default=0, description="Compliments.")


class ComplaintsAndCompliments(Record):
    """Complaints and compliments of one agency in one period: counts and themes, never a case."""

    kind: ClassVar[str] = "complaints-and-compliments"
    plural: ClassVar[str] = "complaints-and-compliments"
    folder: ClassVar[str] = "data/complaints-and-compliments"
    brief: ClassVar[tuple[str, ...]] = ("agency", "period", "complaints", "upheld", "compliments")

    agency: ToAgency = Field(description="The agency.")
    period: PeriodText = Field(description="The period.")
    received: Date | None = Field(default=None, description="When the board had the counts.")
    complaints: Count = Field(description="Complaints received.")
    upheld: Count | None = Field(default=None, description="How many were upheld, wholly or in part.")
    answered_in_time: Count | None = Field(default=None, description="How many were answered in time.")
    compliments: Count = Field(description="Compliments received.")
    by_theme: tuple[ThemeCount, ...] = Field(default=(), description="Counts by theme.")
    text: Text | None = Field(default=None, description="What was learned from them.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of them.")


class PractitionerIntelligence(Record):
    """What practitioners said of the system, anonymously: never who, and never about a case."""

    kind: ClassVar[str] = "practitioner-intelligence"
    plural: ClassVar[str] = "practitioner-intelligence"
    folder: ClassVar[str] = "data/practitioner-intelligence"
    brief: ClassVar[tuple[str, ...]] = ("method", "on", "heard", "direction", "done_on")
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="What was heard, in a few words.")
    on: Date = Field(description="The day; the last day of several.")
    method: Literal["survey", "focus-group", "forum", "visit", "exit-interview", "comment-box"] = Field(
        description="How they were heard."
    )
    asked: Count | None = Field(default=None, description="How many were asked.")
    heard: Count | None = Field(default=None, description="How many were heard.")
    agencies: tuple[ToAgency, ...] = Field(
        default=(), description="The agencies they work for, where there are enough of them not to be known."
    )
    text: Text = Field(description="What they said.")
    direction: Literal["good", "mixed", "poor"] | None = Field(
        default=None, description="Whether they spoke well of what they meet."
    )
    group: ToGroup | None = Field(default=None, description="The group that takes it up.")
    done: Text | None = Field(default=None, description="What was done about it.")
    done_on: Date | None = Field(default=None, description="When it was done.")
    told_back_on: Date | None = Field(default=None, description="When practitioners were told.")
    no_change_reason: Text | None = Field(default=None, description="Why nothing was changed, if so.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of it.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
