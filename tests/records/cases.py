"""A kind of record that the files of tests/data/badinput are read as: one field for each sort of value."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Count, Date, Identifier, Line, Quantity
from lif.records.record import Part, Record


class Dated(Part):
    """A member of a list of named fields."""

    quarter: Date = Field(description="The day.")
    value: Line = Field(description="The figure.")


class Case(Record):
    """A record with a field of every sort, all of them optional."""

    kind: ClassVar[str] = "case"
    plural: ClassVar[str] = "cases"
    folder: ClassVar[str] = "data/cases"

    title: Line | None = Field(default=None, description="A few words.")
    status: Literal["open", "closed"] | None = Field(default=None, description="Where it stands.")
    due: Date | None = Field(default=None, description="The day.")
    tags: tuple[Identifier, ...] = Field(default=(), description="Words.")
    value: Count | None = Field(default=None, description="How many.")
    values: tuple[Dated, ...] = Field(default=(), description="Figures.")
    owner: Line | None = Field(default=None, description="Who answers for it.")
    version: Line | None = Field(default=None, description="Its version.")


class Measured(Case):
    """The same with a quantity in the place of the count."""

    value: Quantity | None = Field(default=None, description="How much.")  # type: ignore[assignment]


class Titled(Case):
    """The same with a title and an owner that must be there."""

    title: Line = Field(description="A few words.")
    owner: Line = Field(description="Who answers for it.")
