"""Who does what: groups, agencies, roles and what is expected of single agencies."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Date, Flag, Line, Text, ToAgency, ToArea, ToGroup, ToPriority, ToRole, ToTheme
from lif.records.record import Item, Part, Record


class Responsibility(Item):
    """Something a group or a post answers for."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="What it answers for, in plain words.")


class Group(Record):
    """The leadership board, the operational board, or a subgroup."""

    kind: ClassVar[str] = "group"
    plural: ClassVar[str] = "groups"
    folder: ClassVar[str] = "framework/groups"
    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "tier", "remit", "reports_to", "responsibilities", "priorities", "themes", "since"),
        *("until", "successor"),
    )

    name: Line = Field(description="The group's name.")
    tier: Literal["leadership", "operational", "subgroup"] = Field(
        description="Where it stands: scorecards cascade upwards from subgroup to leadership."
    )
    aliases: tuple[Line, ...] = Field(default=(), description="Other names it goes by in the documents.")
    remit: Text | None = Field(default=None, description="What it is for, in plain words.")
    chair: ToRole | None = Field(default=None, description="The role that chairs it, never a person's name.")
    reports_to: ToGroup | None = Field(default=None, description="The group it reports to.")
    members: tuple[ToAgency, ...] = Field(default=(), description="The agencies that sit on it.")
    responsibilities: tuple[Responsibility, ...] = Field(default=(), description="What it is answerable for.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="The priorities it leads on.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="The themes it works on.")
    meets: (
        Literal[
            "monthly",
            "every-six-weeks",
            "every-two-months",
            "quarterly",
            "three-times-a-year",
            "twice-a-year",
            "yearly",
        ]
        | None
    ) = Field(default=None, description="How often it meets, where the framework or the board says so.")
    since: Date | None = Field(default=None, description="The day it was set up.")
    until: Date | None = Field(default=None, description="The day it ended.")
    successor: ToGroup | None = Field(
        default=None, description="The group that took over, where it was renamed or merged into another."
    )


class Contact(Part):
    """How to reach a role: a shared mailbox, never a person's."""

    mailbox: Line | None = Field(default=None, description="A role mailbox.")


class Agency(Record):
    """An organisation that works with the board, with its dates: a CCG becomes an ICB."""

    kind: ClassVar[str] = "agency"
    plural: ClassVar[str] = "agencies"
    folder: ClassVar[str] = "framework/agencies"
    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "short_name", "sector", "statutory_partner", "area", "since", "until", "successor"),
    )

    name: Line = Field(description="The organisation's name.")
    short_name: Line | None = Field(default=None, description="The name used in tables.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names in use.")
    sector: Literal[
        "council",
        "police",
        "health",
        "education",
        "probation",
        "youth-justice",
        "voluntary",
        "fire",
        "partnership",
        "other",
    ] = Field(description="The kind of organisation.")
    statutory_partner: Flag = Field(default=False, description="True for a statutory safeguarding partner.")
    lead_partner: ToRole | None = Field(
        default=None, description="Of a safeguarding partner: the post that is its lead safeguarding partner."
    )
    delegated_partner: ToRole | None = Field(
        default=None, description="Of a safeguarding partner: the post that its lead has delegated to."
    )
    area: ToArea | None = Field(default=None, description="The area it covers, where wider than the board's.")
    since: Date | None = Field(default=None, description="The day it came into being.")
    until: Date | None = Field(default=None, description="Its last day.")
    successor: ToAgency | None = Field(default=None, description="The organisation that took over.")


class Role(Record):
    """A post in an agency or a group that can own something: never a person."""

    kind: ClassVar[str] = "role"
    plural: ClassVar[str] = "roles"
    folder: ClassVar[str] = "framework/roles"

    name: Line = Field(description="The post's title.")
    agency: ToAgency = Field(description="The agency the post is in.")
    group: ToGroup | None = Field(default=None, description="The group it acts for, for a chair.")
    remit: Text | None = Field(default=None, description="What it is for, in plain words.")
    responsibilities: tuple[Responsibility, ...] = Field(
        default=(), description="What it is answerable for, where the framework says so."
    )
    contact: Contact | None = Field(default=None, description="A role mailbox.")
    since: Date | None = Field(default=None, description="The day the post began.")
    until: Date | None = Field(default=None, description="The day it ended.")


class Expectation(Record):
    """Something the board expects of each agency on its own."""

    kind: ClassVar[str] = "expectation"
    plural: ClassVar[str] = "expectations"
    folder: ClassVar[str] = "framework/expectations"
    publishable: ClassVar[tuple[str, ...]] = ("title", "text", "agencies", "every_years")

    title: Line = Field(description="The expectation in a few words.")
    text: Text = Field(description="The expectation in plain words.")
    agencies: tuple[ToAgency, ...] = Field(
        default=(), description="The agencies it binds; none named means all."
    )
    every_years: Literal["1", "2", "3"] | None = Field(
        default=None, description="How often it must be renewed."
    )
