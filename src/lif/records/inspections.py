"""Inspections of agencies in the area, and what each of them asks to be improved."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.audits import Recommendation
from lif.records.fields import Date, Line, Text, ToAgency, ToGroup, ToPriority, ToTheme
from lif.records.record import Item, Record


class Judgement(Item):
    """One judgement, in the inspectorate's own words."""

    area: Line = Field(description="What was judged.")
    judgement: Line = Field(description="The judgement, as published.")


class Inspection(Record):
    """An inspection: of whom, under which framework, its judgements and areas for improvement."""

    kind: ClassVar[str] = "inspection"
    plural: ClassVar[str] = "inspections"
    folder: ClassVar[str] = "data/inspections"
    brief: ClassVar[tuple[str, ...]] = ("sort", "published", "response_due", "responded_on", "group")

    title: Line = Field(description="The inspection in a few words.")
    sort: Literal[
        "local-authority", "joint-targeted", "police", "health", "education", "probation", "youth-justice"
    ] = Field(description="Which kind of inspection.")
    inspectorates: tuple[Line, ...] = Field(min_length=1, description="Who inspected.")
    framework: Line | None = Field(default=None, description="The inspection framework.")
    agencies: tuple[ToAgency, ...] = Field(min_length=1, description="The agencies inspected.")
    group: ToGroup = Field(description="The group that follows what comes of it.")
    started: Date | None = Field(default=None, description="When it began.")
    ended: Date | None = Field(default=None, description="When it ended.")
    published: Date | None = Field(default=None, description="When the report was published.")
    judgements: tuple[Judgement, ...] = Field(default=(), description="The judgements.")
    areas_for_improvement: tuple[Recommendation, ...] = Field(
        default=(), description="What must improve, word for word; actions answer them."
    )
    response_due: Date | None = Field(default=None, description="When a written response is due.")
    responded_on: Date | None = Field(default=None, description="When it was sent.")
    text: Text | None = Field(default=None, description="What it means for the board.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="Priorities.")
