"""The ledger of what was published, when, and with which figures; and the improvement plan."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Date,
    Line,
    PeriodText,
    Text,
    ToAction,
    ToAny,
    ToArea,
    ToGroup,
    ToIndicator,
    ToMeasure,
    ToPriority,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class PublishedFigure(Part):
    """One figure as it was published: kept, so that later papers cannot give away what this one hid."""

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The period.")
    area: ToArea | None = Field(default=None, description="The area; left out for the board's own.")
    breakdown: Line | None = Field(default=None, description="The part of the whole.")
    numerator: Line | None = Field(
        default=None, description="The numerator that stood beside it, as it was shown."
    )
    denominator: Line | None = Field(
        default=None, description="The denominator that stood beside it, as it was shown."
    )
    shown: Line = Field(
        description="What stood in the publication, character for character; `c` where it was hidden."
    )


class Publication(Record):
    """Something the board published, or means to: what, when, where, until when, with which figures."""

    kind: ClassVar[str] = "publication"
    plural: ClassVar[str] = "publications"
    folder: ClassVar[str] = "data/publications"
    brief: ClassVar[tuple[str, ...]] = ("sort", "period", "planned", "published", "keep_until")
    publishable: ClassVar[tuple[str, ...]] = ("title", "sort", "period", "published", "address", "version")

    title: Line = Field(description="The publication.")
    sort: Literal[
        "yearly-report",
        "scorecard",
        "review-report",
        "board-response",
        "bulletin",
        "briefing",
        "arrangements",
        "threshold-document",
        "framework",
        "other",
    ] = Field(description="What it is.")
    group: ToGroup | None = Field(default=None, description="The group that answers for it.")
    period: PeriodText | None = Field(default=None, description="The period it covers.")
    planned: Date | None = Field(default=None, description="When it is to be published.")
    published: Date | None = Field(default=None, description="When it was.")
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )
    address: Line | None = Field(default=None, description="Where it can be read.")
    keep_until: Date | None = Field(default=None, description="The last day on which it has to be there.")
    withdrawn: Date | None = Field(default=None, description="When it was taken down.")
    withdrawn_reason: Text | None = Field(default=None, description="Why it was taken down.")
    of: tuple[ToAny, ...] = Field(default=(), description="The records it publishes.")
    version: Line | None = Field(default=None, description="Its version.")
    commit: Line | None = Field(default=None, description="The commit it was made from.")
    data_as_at: Date | None = Field(default=None, description="The day the figures were taken.")
    sent_to_panel: Date | None = Field(
        default=None, description="When it was sent to the national panel, for a yearly report or a review."
    )
    figures: tuple[PublishedFigure, ...] = Field(default=(), description="The figures, as they stood in it.")


class PlanLine(Item):
    """One aim of the improvement plan: its actions, its measures, and what came of it."""

    text: Text = Field(description="What is to be better.")
    priority: ToPriority | None = Field(default=None, description="The priority it serves.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Its actions.")
    indicators: tuple[ToIndicator, ...] = Field(default=(), description="The indicators that should move.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    effect: Literal["shown", "partly-shown", "not-shown", "cannot-be-told"] | None = Field(
        default=None, description="Whether it is better; left out until somebody looked."
    )
    effect_on: Date | None = Field(default=None, description="When somebody looked.")
    effect_text: Text | None = Field(default=None, description="What was seen.")
    shown_by: tuple[ToAny, ...] = Field(default=(), description="What shows it.")


class ImprovementPlan(Record):
    """The learning and improvement plan: the actions and measures it gathers, for what, with what effect."""

    kind: ClassVar[str] = "improvement-plan"
    plural: ClassVar[str] = "improvement-plans"
    folder: ClassVar[str] = "data/improvement-plans"
    brief: ClassVar[tuple[str, ...]] = ("period", "group", "approved_on", "review_due")

    title: Line = Field(description="The plan.")
    period: PeriodText = Field(description="The year it is for.")
    group: ToGroup = Field(description="The group that manages it.")
    overseen_by: ToGroup | None = Field(default=None, description="The group that oversees its progress.")
    approved_on: Date | None = Field(default=None, description="When it was approved.")
    review_due: Date | None = Field(default=None, description="When it must be looked at again.")
    lines: tuple[PlanLine, ...] = Field(default=(), description="Its aims.")
