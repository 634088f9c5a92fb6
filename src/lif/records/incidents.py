"""Notifiable incidents, and cases considered for a review: dates and decisions only, never the case."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Line,
    Text,
    TimeOfDay,
    ToAgency,
    ToArea,
    ToGroup,
    ToIncident,
    ToMeeting,
    ToReview,
    ToTheme,
)
from lif.records.law import Extension, Told
from lif.records.record import Part, Record
from lif.records.reviews import ParallelProcess


class Notice(Part):
    """One body that was told of an incident on a day of its own."""

    to: Told = Field(description="Who was told.")
    on: Date = Field(description="The day.")
    time: TimeOfDay | None = Field(default=None, description="The time of that day.")


class Incident(Record):
    """A notifiable incident as dates and decisions; its id is a neutral code, never words from the case.

    Occurred, aware and notified are three days, and none is ever worked out from another.
    """

    kind: ClassVar[str] = "incident"
    plural: ClassVar[str] = "incidents"
    folder: ClassVar[str] = "data/incidents"
    brief: ClassVar[tuple[str, ...]] = ("sort", "aware", "notified", "decision", "rapid_review")
    known_from: ClassVar[str] = "aware"

    sort: Literal[
        "serious-harm",
        "death",
        "looked-after-child-death",
        "care-leaver-death",
        "regulated-setting-death",
    ] = Field(description="Which ground for notification; nothing else of the case is held.")
    group: ToGroup = Field(description="The group that follows it.")
    children: Count | None = Field(
        default=None, description="How many children; several only where several were seriously harmed."
    )
    place: Literal["in-area", "elsewhere-in-england", "outside-england"] | None = Field(
        default=None, description="Where it took place: the council of that area notifies."
    )
    home_area: ToArea | None = Field(default=None, description="The area the child lives in, where another.")
    occurred: Date | None = Field(default=None, description="The day it happened.")
    occurred_precision: Literal["exact", "approximate", "month", "unknown"] = Field(
        default="exact", description="How well that day is known."
    )
    aware: Date | None = Field(default=None, description="The day the council became aware.")
    aware_time: TimeOfDay | None = Field(
        default=None, description="The time of that day; without it no clock of hours can be shown to be met."
    )
    considered_on: Date | None = Field(
        default=None, description="When the partners considered whether to notify."
    )
    agreed_by: tuple[ToAgency, ...] = Field(
        default=(), description="The statutory partners who agreed on the decision."
    )
    decision: Literal["notify", "do-not-notify"] | None = Field(
        default=None, description="Whether to notify; left out until it is decided."
    )
    decision_reason: Text | None = Field(
        default=None, description="Why, about the criteria and never about the child."
    )
    notified: Date | None = Field(default=None, description="The day it was notified.")
    notified_time: TimeOfDay | None = Field(default=None, description="The time of that day.")
    notified_to: tuple[Told, ...] = Field(
        default=(), description="Who was told; an LSCB-era notification had two recipients."
    )
    notices: tuple[Notice, ...] = Field(
        default=(), description="Those told on another day than `notified`, each with its own."
    )
    rapid_review: ToReview | None = Field(default=None, description="The rapid review that followed.")
    criteria_not_met_on: Date | None = Field(
        default=None,
        description="The day the criteria were found not to be met after all: no rapid review is due.",
    )
    parallel: tuple[ParallelProcess, ...] = Field(default=(), description="Processes beside it.")
    extensions: tuple[Extension, ...] = Field(
        default=(), description="Deadlines that were extended; the first date always stays."
    )


class CaseConsidered(Record):
    """A case that was considered for a review, and what was decided: who referred it, why, who dissented."""

    kind: ClassVar[str] = "case-considered"
    plural: ClassVar[str] = "cases-considered"
    folder: ClassVar[str] = "data/cases-considered"
    brief: ClassVar[tuple[str, ...]] = ("considered", "decision", "decided", "panel_answer", "review")
    known_from: ClassVar[str] = "referred"

    group: ToGroup = Field(description="The group that considered it.")
    referred: Date | None = Field(default=None, description="When it was referred.")
    referred_by: ToAgency | None = Field(default=None, description="The agency that referred it.")
    considered: Date | None = Field(default=None, description="When it was considered.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting that considered it.")
    decision: Literal["review", "other-learning", "no-review"] | None = Field(
        default=None, description="What was decided; left out until it is."
    )
    decided: Date | None = Field(default=None, description="When it was decided.")
    reasons: Text | None = Field(default=None, description="Why, about the criteria and never about a child.")
    dissent: Text | None = Field(default=None, description="Which agency disagreed, and why.")
    incident: ToIncident | None = Field(
        default=None, description="The notified incident, where there was one."
    )
    review: ToReview | None = Field(default=None, description="The review that came of it.")
    other_learning: Line | None = Field(default=None, description="How else the learning is taken up.")
    panel_told: Date | None = Field(default=None, description="When the national panel was told.")
    panel_answer: Literal["awaited", "agrees", "disagrees"] | None = Field(
        default=None, description="What the national panel said."
    )
    panel_answered: Date | None = Field(default=None, description="When it said so.")
    panel_text: Text | None = Field(default=None, description="What it asked or advised.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
