"""Reviews of practice after serious harm, death, or good work, with their milestones and recommendations."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.audits import Recommendation
from lif.records.fields import (
    Count,
    Date,
    Flag,
    Line,
    Text,
    ToAgency,
    ToElementItem,
    ToGroup,
    ToIncident,
    ToPriority,
    ToReview,
    ToTheme,
)
from lif.records.law import Extension
from lif.records.milestones import MilestoneStep, ReviewSort
from lif.records.record import Item, Part, Record


class Milestone(Part):
    """Something that happened, or is planned, on a day."""

    step: MilestoneStep = Field(description="What happened; occurred, aware and notified are three things.")
    on: Date | None = Field(default=None, description="The day it happened.")
    planned: Date | None = Field(default=None, description="The day it is planned for.")


class ParallelProcess(Part):
    """Another process about the same events: criminal, inquest, child death review, LADO."""

    process: Literal[
        "criminal", "inquest", "child-death-review", "lado", "family-court", "homicide-review", "other"
    ] = Field(description="Which process.")
    status: Literal["open", "ended", "unknown"] = Field(description="Where it stands.")
    ended: Date | None = Field(default=None, description="When it ended.")
    withholds_publication: Flag = Field(default=False, description="True when it keeps the report back.")


class Finding(Item):
    """A finding about how organisations work together."""

    text: Text = Field(description="The finding, about the system and never about a child.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements it bears on.")
    good_practice: Flag = Field(default=False, description="True when it is something that worked.")


class Monitoring(Part):
    """A look at how a review is going: its time and its quality, at regular intervals while it runs."""

    on: Date = Field(description="The day.")
    timely: Flag = Field(description="Whether it was on time.")
    text: Text | None = Field(
        default=None, description="What was seen of its quality, and what was asked for."
    )


class Involvement(Part):
    """Whether practitioners, families and children took part, and how."""

    practitioners: Count | None = Field(default=None, description="How many practitioners.")
    families: Text | None = Field(
        default=None, description="How families were asked, and whether they took part."
    )
    children: Text | None = Field(
        default=None,
        description="How children, among them those who survived, were asked; or why none could be.",
    )


class ViewsOfProcess(Part):
    """How confident and satisfied families or practitioners said they were, before a review or after it."""

    of: Literal["families", "practitioners"] = Field(description="Who was asked.")
    when: Literal["before", "after"] = Field(
        description="Before the review began its work with them, or after it ended."
    )
    on: Date = Field(description="The day; the last of several.")
    asked: Count = Field(description="How many were asked.")
    answered: Count = Field(description="How many answered.")
    confident: Count | None = Field(
        default=None,
        description="How many of those are confident that arrangements make children safer and better off.",
    )
    satisfied: Count | None = Field(
        default=None, description="How many of those are satisfied with how they were dealt with."
    )
    text: Text | None = Field(default=None, description="What they said, in words that lead to nobody.")


BELOW_THRESHOLD = frozenset(("learning-review", "good-practice-review"))
"""Sorts of review that no criteria of law ask for: where a case is not reviewed by law, they can be held."""


class Review(Record):
    """One review of any kind; its id is a neutral code."""

    kind: ClassVar[str] = "review"
    plural: ClassVar[str] = "reviews"
    folder: ClassVar[str] = "data/reviews"
    brief: ClassVar[tuple[str, ...]] = ("sort", "group", "publication", "themes")

    title: Line = Field(description="A neutral title.")
    sort: ReviewSort = Field(description="The kind of review.")
    group: ToGroup = Field(description="The group that commissions it.")
    incident: ToIncident | None = Field(default=None, description="The notified incident it began with.")
    follows: ToReview | None = Field(
        default=None, description="The review it grew from, such as the rapid review before it."
    )
    partnerships: tuple[Line, ...] = Field(
        default=(), description="Other boards or partnerships that take part, for a case across borders."
    )
    covers_from: Date | None = Field(default=None, description="The first day of the time it looks at.")
    covers_until: Date | None = Field(default=None, description="The last day of that time.")
    scale_reason: Text | None = Field(default=None, description="Which scale was chosen and why.")
    milestones: tuple[Milestone, ...] = Field(min_length=1, description="What happened when.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="Agencies involved.")
    lead_agency: ToAgency | None = Field(
        default=None, description="The agency the lead works for; left out for a lead from outside them all."
    )
    lead_independence: Text | None = Field(default=None, description="How the lead is independent.")
    involvement: Involvement | None = Field(default=None, description="Practitioners and families.")
    views: tuple[ViewsOfProcess, ...] = Field(
        default=(), description="How confident and satisfied families and practitioners are: before, after."
    )
    parallel: tuple[ParallelProcess, ...] = Field(default=(), description="Processes beside it.")
    monitored: tuple[Monitoring, ...] = Field(
        default=(), description="Looks at its time and quality while it ran, in order."
    )
    extensions: tuple[Extension, ...] = Field(
        default=(), description="Deadlines that were extended; the first date always stays."
    )
    shared_meanwhile: Text | None = Field(
        default=None, description="What was already learned and shared while publication has to wait."
    )
    relevance: Text | None = Field(
        default=None, description="For a national review: what of it matters here."
    )
    panel_answer: Literal["awaited", "agrees", "disagrees"] | None = Field(
        default=None, description="What the national panel said of the decision."
    )
    panel_text: Text | None = Field(default=None, description="What the panel asked or advised.")
    publish_not_before: Date | None = Field(default=None, description="The first day it may be published.")
    publication: (
        Literal["published", "withheld", "not-to-be-published", "planned", "not-applicable"] | None
    ) = Field(default=None, description="Where publication stands.")
    publication_reason: Text | None = Field(
        default=None, description="Why it is withheld or not to be published."
    )
    published_at: Line | None = Field(default=None, description="Where the report can be read.")
    keep_published_until: Date | None = Field(
        default=None, description="The last day on which it has to be there."
    )
    board_response: Text | None = Field(default=None, description="The board's response.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities it bears on.")
    findings: tuple[Finding, ...] = Field(default=(), description="What was found.")
    recommendations: tuple[Recommendation, ...] = Field(default=(), description="What is recommended.")
