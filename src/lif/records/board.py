"""The board itself: who it is, where, since when, what it aims at and what it promises."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Date, Flag, Line, Text, ToArea, ToBoard, ToGroup, ToRole
from lif.records.record import Item, Record


class Body(Item):
    """One legal form of the board in time: an LSCB, then the partnership that followed it."""

    publishable: ClassVar[tuple[str, ...]] = ("name", "short_name", "kind", "since", "until")

    name: Line = Field(description="The body's full name in its day.")
    short_name: Line | None = Field(default=None, description="The name people use.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names it goes by in the documents.")
    kind: Literal["lscb", "partnership"] = Field(
        description="A Local Safeguarding Children Board, or a partnership."
    )
    since: Date | None = Field(
        default=None, description="The first day it was the body; left out when not known."
    )
    until: Date | None = Field(default=None, description="Its last day; left out while it stands.")


class Purpose(Item):
    """Why there is a framework at all."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="The purpose, in plain words.")


class Aim(Item):
    """Something the framework is for, in one sentence."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="The aim, in plain words.")


class Principle(Item):
    """A principle of learning and improvement that the board holds to."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="The principle, in plain words.")


class MustImprove(Item):
    """Something that learning activity must be able to show has improved."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="What must be seen to improve.")


class CultureCommitment(Item):
    """Something the board has promised about how people will learn together."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="The commitment, in plain words.")


class EqualityCommitment(Item):
    """The promise that nobody is treated less favourably, with the grounds that it names."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "grounds")

    text: Text = Field(description="The equality statement, in plain words.")
    grounds: tuple[Line, ...] = Field(
        default=(), description="The grounds on which nobody is to be treated less favourably."
    )


class Transparency(Item):
    """One way in which the board shows progress and answers to the public."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "involves", "shown_by", "publishes")

    text: Text = Field(description="What is shown, to whom.")
    involves: tuple[Line, ...] = Field(
        default=(), description="Who takes part besides the agencies, such as lay members."
    )
    shown_by: tuple[ToGroup, ...] = Field(default=(), description="The groups that show it.")
    publishes: Flag = Field(default=False, description="True when it is published.")


class Oversight(Item):
    """Who oversees what, across the whole framework."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "group")

    text: Text = Field(description="What is overseen, and how.")
    group: ToGroup = Field(description="The group that answers for it.")


class CyclePart(Item):
    """Part of how learning from many sources is brought together and used."""

    publishable: ClassVar[tuple[str, ...]] = ("text",)

    text: Text = Field(description="What happens in this part of the cycle, in plain words.")
    triangulates: Flag = Field(
        default=False, description="True when it says why sources are set side by side."
    )


class Gap(Item):
    """Something that the source leaves out or that the copy lacks, named and not filled."""

    text: Text = Field(description="What is missing.")


class Board(Record):
    """A safeguarding board: its area, its bodies in time, its aims, principles and accountability.

    `lif.yaml` names one of these by id and repeats nothing of it.
    """

    kind: ClassVar[str] = "board"
    plural: ClassVar[str] = "boards"
    folder: ClassVar[str] = "framework/boards"
    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "area", "bodies", "predecessors", "purpose", "aims", "principles", "must_improve"),
        *("culture", "equality", "oversight", "transparency", "learning_cycle"),
    )

    name: Line = Field(description="The board's name without its legal form, for example the area's name.")
    area: ToArea = Field(description="The area it covers.")
    bodies: tuple[Body, ...] = Field(
        min_length=1,
        description="The legal bodies in order of time; a paper carries the name of the body of its day.",
    )
    predecessors: tuple[ToBoard, ...] = Field(
        default=(),
        description="Earlier boards, kept as records of their own, of which this one was made.",
    )
    financial_year_starts: Literal["april"] = Field(default="april", description="The month the year starts.")
    purpose: tuple[Purpose, ...] = Field(default=(), description="Why there is a framework at all.")
    aims: tuple[Aim, ...] = Field(default=(), description="What the framework aims at.")
    principles: tuple[Principle, ...] = Field(default=(), description="The principles it promotes.")
    must_improve: tuple[MustImprove, ...] = Field(
        default=(), description="What learning and improvement must be able to show has improved."
    )
    culture: tuple[CultureCommitment, ...] = Field(default=(), description="Commitments about culture.")
    equality: tuple[EqualityCommitment, ...] = Field(
        default=(), description="The equality statement, with its grounds."
    )
    oversight: tuple[Oversight, ...] = Field(default=(), description="Which group oversees what.")
    transparency: tuple[Transparency, ...] = Field(
        default=(), description="How progress and accountability are shown."
    )
    learning_cycle: tuple[CyclePart, ...] = Field(
        default=(), description="How learning from many sources is brought together and used."
    )
    gaps: tuple[Gap, ...] = Field(default=(), description="What the source leaves out, named and not filled.")
    scrutineer: ToRole | None = Field(default=None, description="Who scrutinises the board independently.")
