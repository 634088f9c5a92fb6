"""How far a row of the framework has come: the work it requires, as reported on a day."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lif.records.fields import AddressText, Date, Line, Link, Text, ToAction, ToGroup, ToMeeting, ToRole
from lif.records.record import Record

RowStage = Literal["not-begun", "under-way", "in-place", "part-of-the-work"]


class RowProgress(Record):
    """What was reported on a day of the developmental work that one row of an element requires."""

    kind: ClassVar[str] = "row-progress"
    plural: ClassVar[str] = "row-progress"
    folder: ClassVar[str] = "data/row-progress"
    brief: ClassVar[tuple[str, ...]] = ("row", "on", "stage", "due")
    known_from: ClassVar[str] = "on"

    row: Annotated[str, AddressText, Link(("element",), "must")] = Field(
        description="The row, as element/row."
    )
    on: Date = Field(description="The day of the report.")
    stage: RowStage = Field(
        description="How far it has come: not begun, under way, in place, or part of the work of every day."
    )
    text: Text = Field(description="What was done since the last report.")
    next_step: Line | None = Field(default=None, description="What comes next.")
    due: Date | None = Field(default=None, description="When the work is to be in place.")
    group: ToGroup | None = Field(default=None, description="The group that it was reported to.")
    by: ToRole | None = Field(default=None, description="The role that reported.")
    meeting: ToMeeting | None = Field(default=None, description="The meeting that took it.")
    actions: tuple[ToAction, ...] = Field(default=(), description="Actions under it.")
