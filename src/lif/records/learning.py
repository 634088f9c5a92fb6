"""What was learned and what works well: where from, told to whom, how it will be known, what passed on."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.elements import Audience
from lif.records.fields import (
    Count,
    Date,
    Flag,
    Line,
    Text,
    ToAgency,
    ToAny,
    ToElementItem,
    ToGroup,
    ToLearningRoute,
    ToMeeting,
    ToPriority,
    ToTheme,
)
from lif.records.record import Item, Part, Record
from lif.records.training import Profession


class Reach(Part):
    """Whom a product reached in one agency, and how it was used there."""

    agency: ToAgency = Field(description="The agency.")
    on: Date = Field(description="When it reached them, or when they said so.")
    people: Count | None = Field(default=None, description="How many people.")
    professions: tuple[Profession, ...] = Field(
        default=(), description="Those of them by professional group, as far as it is known."
    )
    used: Text | None = Field(default=None, description="How it was used: a team meeting, supervision.")


class Product(Item):
    """A briefing, bulletin, event or other form in which learning is told."""

    sort: Literal[
        "seven-minute-briefing",
        "briefing",
        "bulletin",
        "newsletter",
        "event",
        "forum",
        "thematic-presentation",
        "training",
        "resource",
    ] = Field(description="Its form.")
    title: Line = Field(description="Its title.")
    due: Date | None = Field(default=None, description="When it is planned for.")
    on: Date | None = Field(default=None, description="When it went out or was held.")
    text: Text | None = Field(default=None, description="What it says, or where to find it.")
    several_agencies: Flag = Field(
        default=False, description="True when it is meant for people of several agencies."
    )
    for_professions: tuple[Line, ...] = Field(
        default=(),
        description="The professional groups whose needs it meets, named as where it says who was reached.",
    )
    adult_learning: Text | None = Field(
        default=None,
        description="How it takes account of how adults learn: from their own cases, by trying, by talking.",
    )
    reach: tuple[Reach, ...] = Field(default=(), description="Whom it reached, by agency.")


class FollowUp(Part):
    """What practitioners said in an evaluation: whether they know it, work otherwise, dare more."""

    asked: Count = Field(description="How many were asked.")
    answered: Count = Field(description="How many answered.")
    aware: Count | None = Field(default=None, description="How many of those know of it.")
    practice_better: Count | None = Field(
        default=None, description="How many say that it made their practice better."
    )
    more_confident: Count | None = Field(
        default=None, description="How many say that they are more confident in what they do."
    )


class LandingTest(Part):
    """The test of whether the learning landed: how, when it is due, and what was found."""

    method: Literal["re-audit", "survey", "indicator", "dip-sample", "conversation"] = Field(
        description="How it is tested."
    )
    due: Date = Field(description="When it is due.")
    checked_on: Date | None = Field(default=None, description="When it was done.")
    result: Literal["landed", "partly-landed", "not-landed", "cannot-be-told"] | None = Field(
        default=None, description="What was found."
    )
    follow_up: FollowUp | None = Field(
        default=None, description="For a survey: what practitioners said, as counts."
    )
    shown_by: tuple[ToAny, ...] = Field(
        default=(), description="The audit, indicator or evidence that tests it."
    )
    text: Text | None = Field(default=None, description="What was seen.")
    follows: Text | None = Field(default=None, description="What follows when it did not land.")


class Learning(Record):
    """One thing that was learned: from where, on what, told to whom, and whether it landed."""

    kind: ClassVar[str] = "learning"
    plural: ClassVar[str] = "learning"
    folder: ClassVar[str] = "data/learning"
    brief: ClassVar[tuple[str, ...]] = ("on", "group", "themes", "sources")
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="What was learned, in a few words.")
    on: Date = Field(description="The day it was agreed as learning.")
    text: Text = Field(description="What was learned.")
    why_it_matters: Text | None = Field(default=None, description="Why it matters for a child.")
    what_to_do: Text | None = Field(default=None, description="What people should now do.")
    questions: tuple[Line, ...] = Field(default=(), description="Questions for a team to think about.")
    sources: tuple[ToAny, ...] = Field(
        min_length=1, description="Where it was learned: findings, audits, reviews, data, voice."
    )
    group: ToGroup = Field(description="The group that sees to it.")
    audience: tuple[Audience, ...] = Field(default=(), description="Who should know it.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
    key_message_for: Line | None = Field(
        default=None,
        description="The year or period in which it is one of the few things everybody is told to work on.",
    )
    products: tuple[Product, ...] = Field(default=(), description="The forms in which it is told.")
    how_known: Text | None = Field(default=None, description="How it will be known that practice changed.")
    test: LandingTest | None = Field(default=None, description="The test of whether it landed.")


class GoodPractice(Record):
    """Something that works well and was looked for on purpose: what, why it works, told to whom."""

    kind: ClassVar[str] = "good-practice"
    plural: ClassVar[str] = "good-practice"
    folder: ClassVar[str] = "data/good-practice"
    brief: ClassVar[tuple[str, ...]] = ("on", "group", "themes", "agencies")
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="What works, in a few words.")
    on: Date = Field(description="The day it was agreed as good practice.")
    text: Text = Field(description="What people did, and what it did for children.")
    why_it_worked: Text | None = Field(default=None, description="What made it work.")
    sources: tuple[ToAny, ...] = Field(min_length=1, description="Where it was seen.")
    group: ToGroup = Field(description="The group that sees to it.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="The agencies that did it.")
    audience: tuple[Audience, ...] = Field(default=(), description="Who should know it.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Statements that it bears on.")
    key_message_for: Line | None = Field(
        default=None,
        description="The year or period in which it is one of the few strengths told to everybody.",
    )
    products: tuple[Product, ...] = Field(default=(), description="The forms in which it is told.")
    how_known: Text | None = Field(default=None, description="How it will be known that others took it up.")
    test: LandingTest | None = Field(default=None, description="The test of whether others took it up.")


class Passage(Record):
    """Something that passed along one of the framework's learning routes, on a day."""

    kind: ClassVar[str] = "passage"
    plural: ClassVar[str] = "passages"
    folder: ClassVar[str] = "data/passages"
    brief: ClassVar[tuple[str, ...]] = ("route", "on", "to_groups")
    known_from: ClassVar[str] = "on"

    route: ToLearningRoute = Field(description="The route, as element/route.")
    on: Date = Field(description="The day.")
    text: Text = Field(description="What passed.")
    about: tuple[ToAny, ...] = Field(default=(), description="The audits, findings or messages that passed.")
    from_group: ToGroup | None = Field(default=None, description="The group that passed it on.")
    to_groups: tuple[ToGroup, ...] = Field(default=(), description="The groups that took it.")
    to_agencies: tuple[ToAgency, ...] = Field(default=(), description="The agencies that took it.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting where it was taken.")
    used: Text | None = Field(default=None, description="What was done with it.")
