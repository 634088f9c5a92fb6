"""Actions: promises with an owner, an end and a test of whether they helped."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lif.records.chases import Chase
from lif.records.fields import (
    AddressText,
    Date,
    Line,
    Link,
    Text,
    ToAgency,
    ToEvidence,
    ToGroup,
    ToIndicator,
    ToMeeting,
    ToPriority,
    ToRole,
    ToTheme,
)
from lif.records.record import Part, Record

ActionState = Literal[
    "not-started", "in-progress", "reported-complete", "assured", "closed", "superseded", "not-accepted"
]


class Step(Part):
    """The day on which an action reached a state."""

    state: ActionState = Field(description="The state.")
    on: Date = Field(description="The day.")
    by: ToRole | None = Field(default=None, description="The role that reported it.")


class DueChange(Part):
    """A change of the due date: what it was, what it became, why, and who agreed."""

    on: Date = Field(description="The day it was changed.")
    from_due: Date = Field(description="The due date before.")
    to_due: Date = Field(description="The due date after.")
    reason: Text = Field(description="Why.")
    agreed_by: ToGroup = Field(description="The group that agreed.")


class ProgressNote(Part):
    """What was said about progress on a day."""

    on: Date = Field(description="The day.")
    by: ToRole = Field(description="The role that said it.")
    text: Text = Field(description="What was said.")


class Assurance(Part):
    """Who saw that it was done: a group at a meeting, never the owner's agency alone."""

    on: Date = Field(description="The day.")
    group: ToGroup = Field(description="The group that was satisfied.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting.")
    minute: Line | None = Field(default=None, description="The number of the minute.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="The agencies whose members judged it.")


class Impact(Part):
    """Whether it made a difference, looked at after a time."""

    due: Date | None = Field(default=None, description="When it is to be looked at.")
    checked_on: Date | None = Field(default=None, description="When it was.")
    result: Literal["shown", "partly-shown", "not-shown", "cannot-be-told"] | None = Field(
        default=None, description="What was seen; an honest 'not shown' can be closed."
    )
    text: Text | None = Field(default=None, description="What was seen.")
    follows: Text | None = Field(default=None, description="What follows from it.")


class Action(Record):
    """One action by one owner, with its source, its dates and its proof."""

    kind: ClassVar[str] = "action"
    plural: ClassVar[str] = "actions"
    folder: ClassVar[str] = "data/actions"
    known_from: ClassVar[str] = "agreed_on"

    title: Line = Field(description="The action in a few words.")
    text: Text = Field(description="What is to be done.")
    source: Annotated[str, AddressText, Link((), "may")] = Field(
        description="What it comes from: a recommendation as review-id/item-id, an audit, a meeting."
    )
    source_sort: Literal[
        "review",
        "audit",
        "section-11",
        "section-175",
        "inspection",
        "scrutiny",
        "complaint",
        "child-death-review",
        "escalation",
        "data",
        "board-decision",
    ] = Field(description="The kind of source.")
    sort: (
        Literal["policy", "training", "audit", "system", "commissioning", "communication", "practice"] | None
    ) = Field(default=None, description="The kind of action.")
    intended_outcome: Text | None = Field(default=None, description="What will be better for children.")
    owner: ToRole = Field(description="The role that answers for it.")
    contributing: tuple[ToAgency, ...] = Field(default=(), description="Other agencies that help.")
    group: ToGroup = Field(description="The group that follows it.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities it serves.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    agreed_on: Date = Field(description="The day it was agreed.")
    due: Date = Field(description="The due date that was first agreed; it never changes.")
    due_changes: tuple[DueChange, ...] = Field(
        default=(), description="Each change of the due date, in order."
    )
    steps: tuple[Step, ...] = Field(default=(), description="When it reached each state, in order.")
    progress: tuple[ProgressNote, ...] = Field(default=(), description="Dated notes, in order.")
    chases: tuple[Chase, ...] = Field(default=(), description="Reminders sent, in order.")
    success_measure: Text | None = Field(default=None, description="How it will be known that it worked.")
    success_indicator: ToIndicator | None = Field(default=None, description="The indicator that should move.")
    evidence: tuple[ToEvidence, ...] = Field(default=(), description="What shows that it was done.")
    assurance: Assurance | None = Field(default=None, description="Who was satisfied, when and where.")
    impact: Impact | None = Field(default=None, description="The check of whether it helped.")
    superseded_by: Annotated[str, AddressText, Link(("action",))] | None = Field(
        default=None, description="The action that took its place."
    )
