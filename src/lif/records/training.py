"""Training: the plan, courses, sessions with places counted apart, evaluation at four levels, currency."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Line,
    PeriodText,
    Text,
    ToAgency,
    ToAny,
    ToCourse,
    ToElementItem,
    ToGroup,
    ToLearning,
    ToPriority,
    ToSession,
    ToTheme,
)
from lif.records.record import Item, Part, Record


class TrainingNeed(Item):
    """A need for training, where it was seen, and what meets it."""

    text: Text = Field(description="What people need to learn.")
    seen_in: tuple[ToAny, ...] = Field(
        default=(), description="Where it was seen: an audit, a review, a section 11 return."
    )
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    courses: tuple[ToCourse, ...] = Field(default=(), description="The courses that meet it.")
    gap: Text | None = Field(default=None, description="What is still missing, for the yearly report.")


class TrainingPlan(Record):
    """What training is planned for a year, for which needs."""

    kind: ClassVar[str] = "training-plan"
    plural: ClassVar[str] = "training-plans"
    folder: ClassVar[str] = "data/training-plans"
    brief: ClassVar[tuple[str, ...]] = ("period", "group", "approved_on", "review_due")

    title: Line = Field(description="The plan.")
    period: PeriodText = Field(description="The year it is for.")
    group: ToGroup = Field(description="The group whose plan it is.")
    approved_on: Date | None = Field(default=None, description="When it was approved.")
    review_due: Date | None = Field(default=None, description="When it must be looked at again.")
    needs: tuple[TrainingNeed, ...] = Field(default=(), description="What people need to learn.")


class Evaluation(Item):
    """What one level of evaluation says: reaction, learning, behaviour, results; and how many answered."""

    level: Literal["reaction", "learning", "behaviour", "results"] = Field(
        description="Whether people liked it, learned, work differently, or children are better off for it."
    )
    on: Date = Field(description="The day it was drawn up.")
    sessions: tuple[ToSession, ...] = Field(default=(), description="The sessions that it is about.")
    question: Line = Field(description="What was asked or measured.")
    asked: Count | None = Field(default=None, description="How many were asked.")
    answered: Count | None = Field(default=None, description="How many answered.")
    positive: Count | None = Field(
        default=None, description="How many of those said yes, gained, or gave an example."
    )
    with_manager: Count | None = Field(
        default=None, description="How many answered together with their manager."
    )
    text: Text | None = Field(default=None, description="What was said or seen.")
    shown_by: tuple[ToAny, ...] = Field(
        default=(), description="Indicators, audits or evidence that show it, for results."
    )


class Course(Record):
    """A course: for whom, on what, the learning it carries, when it has to be renewed, what it changed."""

    kind: ClassVar[str] = "course"
    plural: ClassVar[str] = "courses"
    folder: ClassVar[str] = "data/courses"
    brief: ClassVar[tuple[str, ...]] = ("sort", "audience", "refresh_months", "group", "review_due")

    title: Line = Field(description="The course.")
    sort: Literal["multi-agency", "single-agency", "e-learning", "briefing"] = Field(description="Its form.")
    group: ToGroup = Field(description="The group that answers for it.")
    level: Line | None = Field(default=None, description="Its level, as the plan numbers them.")
    audience: Line | None = Field(default=None, description="Who it is for.")
    text: Text | None = Field(default=None, description="What people learn.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities it serves.")
    learning: tuple[ToLearning, ...] = Field(default=(), description="The learning items that it carries.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
    refresh_months: Count | None = Field(
        default=None, description="After how many months it has to be renewed; local, unless law says so."
    )
    since: Date | None = Field(default=None, description="First given.")
    until: Date | None = Field(default=None, description="Last given.")
    review_due: Date | None = Field(default=None, description="When its content must be looked at again.")
    evaluations: tuple[Evaluation, ...] = Field(default=(), description="What evaluation says, by level.")


class Profession(Part):
    """How many of one professional group came, with and without a booking."""

    name: Line = Field(
        description="The professional group, as in health visitors; never a post of one person."
    )
    came: Count = Field(description="How many of those who came.")


class Places(Part):
    """One agency's places at a session. Walk-ins had no booking and are never counted among the booked."""

    agency: ToAgency = Field(description="The agency.")
    booked: Count = Field(default=0, description="How many were booked when it began.")
    attended: Count = Field(default=0, description="How many of the booked came.")
    no_shows: Count = Field(default=0, description="How many of the booked did not come and did not say so.")
    cancelled: Count = Field(
        default=0, description="How many of the booked gave their place up too late to fill."
    )
    walk_ins: Count = Field(default=0, description="How many came without a booking.")
    professions: tuple[Profession, ...] = Field(
        default=(),
        description="Those who came by professional group, as far as the booking form asks for it.",
    )


class Trainers(Part):
    """Trainers that an agency supplied."""

    agency: ToAgency = Field(description="The agency.")
    number: Count = Field(description="How many.")


class TrainingSession(Record):
    """One date of a course: places offered, booked, taken and left empty, by agency."""

    kind: ClassVar[str] = "training-session"
    plural: ClassVar[str] = "training-sessions"
    folder: ClassVar[str] = "data/training-sessions"
    brief: ClassVar[tuple[str, ...]] = ("course", "on", "capacity", "cancelled_on")

    course: ToCourse = Field(description="The course.")
    on: Date = Field(description="The day; the first day of several.")
    capacity: Count = Field(description="How many places there were.")
    cancelled_on: Date | None = Field(default=None, description="When it was called off.")
    cancelled_reason: Text | None = Field(default=None, description="Why it was called off.")
    places: tuple[Places, ...] = Field(default=(), description="Places by agency.")
    trainers: tuple[Trainers, ...] = Field(default=(), description="Trainers that agencies supplied.")


class TrainingCurrency(Record):
    """How many of an agency's staff have safeguarding training that is still in date, on one day."""

    kind: ClassVar[str] = "training-currency"
    plural: ClassVar[str] = "training-currency"
    folder: ClassVar[str] = "data/training-currency"
    brief: ClassVar[tuple[str, ...]] = ("agency", "level", "on", "required", "in_date")
    known_from: ClassVar[str] = "on"

    agency: ToAgency = Field(description="The agency.")
    on: Date = Field(description="The day of the count.")
    level: Line = Field(description="The level of training.")
    required: Count = Field(description="How many staff need it.")
    in_date: Count = Field(description="How many have it in date.")
    every_months: Count = Field(default=36, description="How often it has to be renewed, in months.")
    next_due: Date | None = Field(default=None, description="When the next count is due.")
    text: Text | None = Field(default=None, description="What lies behind the count.")
