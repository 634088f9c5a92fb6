"""What every record and every item inside a record is: frozen, closed to unknown fields, addressable."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from lif.records.fields import AddressText, Date, Flag, Identifier, Line, Link, Text

CLOSED = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class Part(BaseModel):
    """A group of fields inside a record, without an address of its own."""

    model_config = CLOSED

    publishable: ClassVar[tuple[str, ...]] = ()
    """The fields that the public may read; a part without any never appears in what is published."""


class Citation(Part):
    """Where a statement comes from: a source document or an edition, and the paragraph in it."""

    publishable: ClassVar[tuple[str, ...]] = ("document", "paragraph")

    document: Annotated[str, AddressText, Link(("source", "edition"))] = Field(
        description="The source document, or the edition of law or guidance, that says so."
    )
    paragraph: Line = Field(
        description="The paragraph, section or heading in that document, as it numbers them."
    )
    quoted: Flag = Field(
        default=False,
        description="True where the document itself quotes this edition, which may have gone by its day: "
        "papers tell it as history, and no rule is taken from it.",
    )
    slip: Text | None = Field(
        default=None,
        description="A slip in the source and how it was read: a swapped word, a broken sentence.",
    )


class Retirement(Part):
    """The day a record stopped counting, and why: records are retired, not deleted."""

    on: Date = Field(description="The day from which the record no longer counts.")
    reason: Text = Field(description="Why it was retired.")
    replaced_by: Annotated[str, AddressText, Link((), "may")] | None = Field(
        default=None, description="What stands in its place, if anything."
    )


class Item(Part):
    """A part of a record with an id of its own: its address is `record-id/item-id`."""

    id: Identifier = Field(description="Short name, unique inside the record, never reused.")
    cites: tuple[Citation, ...] = Field(default=(), description="Where it comes from.")
    retired: Retirement | None = Field(default=None, description="When and why it stopped counting.")


class Record(BaseModel):
    """One fact with an id, in the folder of its kind: the fields that every kind has."""

    model_config = CLOSED

    kind: ClassVar[str]
    plural: ClassVar[str]
    folder: ClassVar[str]
    brief: ClassVar[tuple[str, ...]] = ()
    """The fields that a table of the kind shows beside id and name; where none is named, the usual ones."""
    known_from: ClassVar[str] = ""
    """The field with the day from which readers know the record; where none is named, always."""
    publishable: ClassVar[tuple[str, ...]] = ()
    """The fields that the public may read; a kind without any never appears in what is published."""
    neutral: ClassVar[Mapping[str, object]] = {}
    """What stands in the place of fields that a record must have and the public may not read."""

    id: Identifier = Field(description="The record's name: lower-case words joined by hyphens, never reused.")
    illustrative: Flag = Field(
        default=False,
        description="True when the record is an example and not a fact; every page then says so.",
    )
    cites: tuple[Citation, ...] = Field(
        default=(), description="Where it comes from: document and paragraph."
    )
    retired: Retirement | None = Field(default=None, description="When and why it stopped counting.")
    note: Text | None = Field(default=None, description="Anything a colleague should know about this record.")
    builds_on: Line | None = Field(
        default=None,
        description="The framework whose record of this id it builds on; what is not given is kept from it.",
    )
    to_be_completed: Flag = Field(
        default=False,
        description="True in a framework for a pattern: it counts only where a board builds on it.",
    )


def stands(thing: Record | Item, day: date) -> bool:
    """Whether a record or an item still counted on a day: it was not retired by then."""
    return thing.retired is None or thing.retired.on > day
