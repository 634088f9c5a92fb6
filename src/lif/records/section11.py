"""Section 11 of the Children Act 2004: standards and questions of agencies' self-assessment."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Line, Text, ToElementItem
from lif.records.record import Item, Record


class Section11Question(Item):
    """One question of a standard."""

    text: Text = Field(description="The question in plain words.")
    answer: Literal["scored", "narrative", "list"] = Field(description="How it is answered.")
    statements: tuple[ToElementItem, ...] = Field(
        default=(), description="Statements of what good looks like that an answer bears on."
    )


class Section11Standard(Record):
    """A standard of the section 11 self-assessment, with its questions."""

    kind: ClassVar[str] = "section11-standard"
    plural: ClassVar[str] = "section11-standards"
    folder: ClassVar[str] = "framework/section11"

    title: Line = Field(description="The standard in a few words.")
    text: Text = Field(description="The standard in plain words.")
    questions: tuple[Section11Question, ...] = Field(default=(), description="Its questions.")
