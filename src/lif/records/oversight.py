"""The board's own watch: challenges to agencies, escalations as counts, and risks."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Flag,
    Line,
    Quantity,
    QuarterText,
    Score,
    Text,
    ToAction,
    ToAgency,
    ToAny,
    ToDocument,
    ToGroup,
    ToIndicator,
    ToMeeting,
    ToPriority,
    ToRole,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class Challenge(Record):
    """A challenge by the board, a group or the scrutineer to an agency: asked, answered, and what changed."""

    kind: ClassVar[str] = "challenge"
    plural: ClassVar[str] = "challenges"
    folder: ClassVar[str] = "data/challenges"
    brief: ClassVar[tuple[str, ...]] = ("to", "on", "response_due", "responded_on", "impact")
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="The challenge in a few words.")
    on: Date = Field(description="The day it was made.")
    by_group: ToGroup | None = Field(default=None, description="The group that made it.")
    by_role: ToRole | None = Field(default=None, description="The role that made it, such as the scrutineer.")
    to: tuple[ToAgency, ...] = Field(min_length=1, description="The agencies it was made to.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting at which it was made.")
    text: Text = Field(description="What was asked, and why.")
    evidence: tuple[ToAny, ...] = Field(default=(), description="What it rests on.")
    response_due: Date | None = Field(default=None, description="When an answer is due.")
    responded_on: Date | None = Field(default=None, description="When it was answered.")
    response: Text | None = Field(default=None, description="The answer.")
    satisfied: Flag | None = Field(default=None, description="Whether whoever asked is satisfied.")
    closed_on: Date | None = Field(default=None, description="When it was closed.")
    closed_at: ToMeeting | None = Field(default=None, description="The meeting that closed it.")
    impact: Literal["shown", "partly-shown", "not-shown", "cannot-be-told"] | None = Field(
        default=None, description="Whether it made a difference."
    )
    impact_text: Text | None = Field(default=None, description="What difference it made, for children.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions that came of it.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")


class EscalationCount(Part):
    """Disagreements between agencies that reached one stage: counts and time, never a case."""

    stage: Count = Field(description="The stage of the policy, 1 being the first.")
    by_agency: ToAgency | None = Field(default=None, description="The agency that escalated.")
    to_agency: ToAgency | None = Field(default=None, description="The agency it was escalated to.")
    theme: ToTheme | None = Field(default=None, description="What it was about.")
    raised: Count = Field(description="How many were raised at this stage.")
    resolved: Count = Field(default=0, description="How many of those were resolved at this stage.")
    in_time: Count | None = Field(
        default=None, description="How many of those resolved were so within the policy's time."
    )
    days_to_resolve: Quantity | None = Field(
        default=None, description="Median of the days it took to resolve them."
    )


class Escalations(Record):
    """Disagreements escalated under the policy in one quarter, as counts by stage, agency and theme."""

    kind: ClassVar[str] = "escalations"
    plural: ClassVar[str] = "escalations"
    folder: ClassVar[str] = "data/escalations"
    brief: ClassVar[tuple[str, ...]] = ("quarter", "group", "received", "none_raised")

    quarter: QuarterText = Field(description="The quarter.")
    group: ToGroup = Field(description="The group that follows them.")
    policy: ToDocument | None = Field(default=None, description="The policy with its stages and times.")
    received: Date | None = Field(default=None, description="When the counts came.")
    none_raised: Flag = Field(
        default=False,
        description="True when somebody asked and none was raised: silence, and a warning, not success.",
    )
    counts: tuple[EscalationCount, ...] = Field(default=(), description="The counts.")
    text: Text | None = Field(default=None, description="What lies behind the counts.")


class Rating(Part):
    """A risk on a scale of five by five."""

    likelihood: Score = Field(description="How likely, from 1 (rare) to 5 (almost certain).")
    impact: Score = Field(description="How bad it would be, from 1 (slight) to 5 (severe).")


class Control(Item):
    """Something that makes the risk less likely or less bad."""

    text: Text = Field(description="What it is.")
    owner: ToRole | None = Field(default=None, description="The role that sees to it.")


class RiskReview(Part):
    """A look at a risk on a day."""

    on: Date = Field(description="The day.")
    residual: Rating = Field(description="How it stood with its controls.")
    text: Text | None = Field(default=None, description="What was seen and decided.")


class Risk(Record):
    """A risk to children's safety or to the board's work: cause, event, consequence, and where it stands."""

    kind: ClassVar[str] = "risk"
    plural: ClassVar[str] = "risks"
    folder: ClassVar[str] = "data/risks"
    brief: ClassVar[tuple[str, ...]] = ("owner", "group", "review_due", "closed_on")
    known_from: ClassVar[str] = "opened"

    title: Line = Field(description="The risk in a few words.")
    cause: Text = Field(description="Because of what.")
    event: Text = Field(description="What could happen.")
    consequence: Text = Field(description="What that would mean for children.")
    group: ToGroup = Field(description="The group that follows it.")
    owner: ToRole = Field(description="The role that answers for it.")
    opened: Date = Field(description="The day it was entered.")
    inherent: Rating = Field(description="Without any controls.")
    residual: Rating = Field(description="With the controls, on the day it was entered.")
    target: Rating = Field(description="What the board can live with.")
    controls: tuple[Control, ...] = Field(default=(), description="What makes it less.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions against it.")
    indicators: tuple[ToIndicator, ...] = Field(
        default=(), description="Indicators that would show it coming."
    )
    reviews: tuple[RiskReview, ...] = Field(default=(), description="Looks at it, in order.")
    review_due: Date | None = Field(default=None, description="When it must be looked at next.")
    closed_on: Date | None = Field(default=None, description="When it was closed.")
    closed_reason: Text | None = Field(default=None, description="Why it was closed.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
