"""Evidence: the tie between a statement, function or priority and something that shows it."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lif.records.fields import AddressText, Date, Line, Link, Text, ToAgency, ToAny, ToPriority, ToTheme
from lif.records.record import Record

_SHOWN = (
    "element",
    "function",
    "priority",
    "expectation",
    "duty",
    "board",
    "section11-standard",
    "question",
    "group",
    "role",
    "action",
)


class Evidence(Record):
    """One thing that shows one or more statements, functions, priorities or actions."""

    kind: ClassVar[str] = "evidence"
    plural: ClassVar[str] = "evidence"
    folder: ClassVar[str] = "data/evidence"
    known_from: ClassVar[str] = "on"

    title: Line = Field(description="The evidence in a few words.")
    sort: Literal["numbers", "audit", "voice", "review", "workforce", "document", "observation"] = Field(
        description="The kind of evidence."
    )
    text: Text = Field(description="What it shows, and how.")
    on: Date = Field(description="The day it dates from.")
    shows: tuple[Annotated[str, AddressText, Link(_SHOWN, "may")], ...] = Field(
        min_length=1, description="The statements, functions, priorities or actions that it bears on."
    )
    source: tuple[ToAny, ...] = Field(default=(), description="The records it rests on.")
    supplied_by: ToAgency | None = Field(default=None, description="The agency that supplied it.")
    strength: Literal["supports", "mixed", "contradicts"] = Field(
        default="supports",
        description="Whether it supports the statement, says mixed things, or speaks against it.",
    )
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
