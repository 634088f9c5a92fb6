"""The legal basis as dated data: editions of guidance and law, statutory functions, duties, bank holidays."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Count, Date, Flag, Line, Text, ToAgency, ToDuty, ToEdition, ToGroup
from lif.records.milestones import MilestoneStep
from lif.records.record import Item, Part, Record

Force = Literal[
    "statute",
    "regulation",
    "statutory-guidance",
    "panel-expectation",
    "professional-guidance",
    "local-policy",
]


class Edition(Record):
    """One edition of a law or of guidance, with the days between which it was the one in force."""

    kind: ClassVar[str] = "edition"
    plural: ClassVar[str] = "editions"
    folder: ClassVar[str] = "framework/editions"
    publishable: ClassVar[tuple[str, ...]] = (
        *("title", "short_title", "series", "force", "published_on", "in_force_from", "in_force_until"),
        *("superseded_by", "changed", "source"),
    )

    title: Line = Field(description="Its title and year.")
    short_title: Line | None = Field(default=None, description="What people call it.")
    series: Line = Field(
        description="What it is an edition of, the same words for each edition: Working Together."
    )
    force: Force = Field(description="How binding it is.")
    published_on: Date | None = Field(default=None, description="The day it was published or made.")
    in_force_from: Date = Field(description="The first day it applied.")
    in_force_until: Date | None = Field(
        default=None, description="The last day it applied; left out while it stands."
    )
    superseded_by: ToEdition | None = Field(default=None, description="The edition that followed it.")
    dates_checked: Flag = Field(
        default=True, description="False when a date still needs checking against the text."
    )
    changed: Text | None = Field(default=None, description="What changed with it, for a learning framework.")
    source: Line = Field(description="Where the dates come from.")


class StatutoryFunction(Record):
    """Something the board must do by law or by statutory guidance."""

    kind: ClassVar[str] = "function"
    plural: ClassVar[str] = "functions"
    folder: ClassVar[str] = "framework/functions"
    publishable: ClassVar[tuple[str, ...]] = (
        *("title", "text", "data_function", "edition", "force", "since", "until", "groups"),
    )

    title: Line = Field(description="The function in a few words.")
    text: Text = Field(description="The function in plain words.")
    data_function: Flag = Field(
        default=False, description="True for the four that data must at least answer (Working Together 2015)."
    )
    edition: ToEdition = Field(description="The edition that sets it.")
    force: Force = Field(description="How binding it is.")
    since: Date | None = Field(default=None, description="The first day it applied to the board.")
    until: Date | None = Field(
        default=None, description="The last day; what belonged to an LSCB shows as history."
    )
    groups: tuple[ToGroup, ...] = Field(default=(), description="The groups that answer for it.")


class Limit(Part):
    """How long a duty allows."""

    publishable: ClassVar[tuple[str, ...]] = ("number", "unit", "direction", "force")

    number: Count = Field(description="How many.")
    unit: Literal["working-days", "calendar-days", "months", "weeks", "hours", "years"] = Field(
        description="Of what."
    )
    direction: Literal["after", "before"] = Field(
        default="after", description="Counted forwards from the trigger, or backwards from it."
    )
    force: Force | None = Field(
        default=None,
        description="How binding the limit is, where that differs from the duty: a duty in statute may have "
        "its days in guidance.",
    )


class Easement(Part):
    """A time in which a duty's limit was relaxed; the duty itself went on."""

    since: Date = Field(description="The first day it held: it covers what was running on that day.")
    until: Date | None = Field(
        default=None, description="The last trigger date it covers; left out while it holds."
    )
    relaxes: Flag = Field(
        default=True, description="False where the announcement says that this limit stays as it was."
    )
    text: Text = Field(description="What was relaxed, and what was not.")
    source: Line = Field(description="Where it was announced.")


class Extension(Part):
    """A later date for one deadline: why, who agreed, who was told when. It never hides the first."""

    duty: ToDuty = Field(description="The duty whose deadline it is.")
    on: Date = Field(description="The day it was extended.")
    to: Date = Field(description="The later date.")
    reason: Text = Field(description="Why.")
    agreed_by: ToGroup | None = Field(default=None, description="The group that agreed.")
    told: tuple[Line, ...] = Field(default=(), description="Who was told, such as the national panel.")
    told_on: Date | None = Field(default=None, description="When they were told.")


ToldAs = Literal["newsletter", "bulletin", "seven-minute-briefing", "briefing", "event", "resource"]
"""Forms in which what a review taught is told: the first day of one can stop a clock."""

ClockDay = Literal[
    MilestoneStep,
    ToldAs,
    "decided",
    "responded",
    "reported",
    "fieldwork-ended",
    "moderated",
    "ended",
    "year-end",
    "next-published",
    "next-reported",
    "withdrawn",
]


Told = Literal["national-panel", "ofsted", "department-for-education", "lscb", "safeguarding-partners"]
"""Those to whom an incident is notified, by its age and ground."""


class Clock(Part):
    """Which day of which records starts a duty's clock, and which day stops it."""

    of: Literal[
        "incident",
        "review",
        "case-considered",
        "publication",
        "recommendation",
        "financial-year",
        "inspection",
        "audit",
    ] = Field(
        description="The records that run it; a financial-year is run by the yearly report of that year."
    )
    sorts: tuple[Line, ...] = Field(
        default=(),
        description="Only records of these sorts, as in local-child-safeguarding-practice-review; of cases "
        "considered the decision, of recommendations the kind of record that makes them.",
    )
    starts: ClockDay = Field(
        description="The milestone or day that starts it, as in decision; which days there are depends on "
        "the records, and the message on a wrong one lists them."
    )
    stops: ClockDay | None = Field(
        default=None, description="The milestone or day that stops it; left out where none is held."
    )
    stops_unpublished: ClockDay | None = Field(
        default=None, description="What stops it instead where a review is not to be published."
    )
    told: (
        Literal["national-panel", "ofsted", "department-for-education", "lscb", "safeguarding-partners"]
        | None
    ) = Field(default=None, description="Only a notification to this body counts.")
    beside: ClockDay | None = Field(
        default=None,
        description="Another day from which some count: its date is said beside, and never takes the place.",
    )
    keeps: Flag = Field(
        default=False, description="True when something has to stay until the date, and not be done by it."
    )


class Duty(Record):
    """A duty with a clock, or one that recurs: who must do what, counted from what."""

    kind: ClassVar[str] = "duty"
    plural: ClassVar[str] = "duties"
    folder: ClassVar[str] = "framework/duties"
    publishable: ClassVar[tuple[str, ...]] = (
        *("title", "text", "owner", "agency", "trigger", "limit", "recurs", "force", "edition", "since"),
        *("until", "source"),
    )

    title: Line = Field(description="The duty in a few words.")
    text: Text = Field(description="The duty in plain words: must, should, or what was agreed.")
    owner: Line = Field(description="Who must do it.")
    agency: ToAgency | None = Field(default=None, description="The agency here that answers for it.")
    trigger: Line = Field(description="What starts the clock.")
    limit: Limit | None = Field(
        default=None, description="How long there is; left out for a duty without a clock."
    )
    clocks: tuple[Clock, ...] = Field(
        default=(), description="Which records run its clock; none for a duty that is only explained."
    )
    recurs: Literal[
        "once",
        "each-year",
        "each-half-year",
        "each-quarter",
        "each-two-years",
        "each-three-years",
        "continuous",
    ] = Field(default="once", description="Whether it comes round again.")
    calendar: Line = Field(
        default="england-and-wales", description="The bank holidays that working days leave out."
    )
    force: Force = Field(description="How binding it is.")
    edition: ToEdition | None = Field(
        default=None,
        description="The edition that set it first; later editions of its series carry it on until the last "
        "trigger date.",
    )
    since: Date | None = Field(default=None, description="The first trigger date it applies to.")
    until: Date | None = Field(default=None, description="The last trigger date it applies to.")
    easements: tuple[Easement, ...] = Field(
        default=(), description="Times in which the limit was relaxed, each with its source."
    )
    unverified: Flag = Field(
        default=False, description="True when the text was not checked; then never an error."
    )
    source: Line = Field(description="Where the rule comes from.")


class Holiday(Part):
    """One bank holiday."""

    on: Date = Field(description="The day.")
    name: Line = Field(description="Its name.")


class BankHolidays(Record):
    """The bank holidays of one calendar, with the range of days for which the list is complete."""

    kind: ClassVar[str] = "bank-holidays"
    plural: ClassVar[str] = "bank-holidays"
    folder: ClassVar[str] = "framework/bank-holidays"

    title: Line = Field(description="Whose bank holidays.")
    complete_from: Date = Field(description="The first day for which the list is complete.")
    complete_until: Date = Field(
        description="The last day; outside the range lif refuses to count working days."
    )
    source: Line = Field(description="Where the list comes from.")
    days: tuple[Holiday, ...] = Field(min_length=1, description="The days, in order.")


class Change(Item):
    """One part of an amendment."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="What was changed, or how it is now read.")


class Amendment(Record):
    """A change made to the framework itself: what, when, who agreed."""

    kind: ClassVar[str] = "amendment"
    plural: ClassVar[str] = "amendments"
    folder: ClassVar[str] = "framework/amendments"
    publishable: ClassVar[tuple[str, ...]] = ("on", "text", "agreed_by", "changes")

    on: Date = Field(description="The day the change took effect.")
    text: Text = Field(description="What changed and why.")
    agreed_by: ToGroup | None = Field(default=None, description="The group that agreed it.")
    changes: tuple[Change, ...] = Field(default=(), description="Parts of the change, where it had several.")
