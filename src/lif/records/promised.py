"""What an element promises that can be looked after by the day: of what, by whom, within how long."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Count, Date, Line, Text, ToAgency
from lif.records.milestones import ReviewSort
from lif.records.record import Item

PromisedThing = Literal[
    "views-after-reviews",
    "focus-groups-with-section-11",
    "own-audit-programmes",
    "own-indicators-reviewed",
    "key-messages-followed-up",
    "each-round",
]
"""What a framework can promise that lif looks after.

After a review its families and practitioners are asked how confident and satisfied they are; a section 11
return says what focus groups of staff said; each partner has an audit programme of its own, and reviews its
own indicators; it is asked whether practitioners know the key messages of a year, and do something with them.
Whatever else is promised every month, quarter, half-year or year is kept by what is recorded in that round.
"""
Asked = Literal["families", "practitioners"]
Every = Literal["month", "quarter", "half-year", "year"]


class Promised(Item):
    """A promise of an element that lif looks after: each time it falls due, and whether it was kept."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "what", "within_days")

    text: Text = Field(description="The promise in plain words.")
    what: PromisedThing = Field(description="What is promised.")
    row: Line | None = Field(
        default=None, description="The id of the row of activity that it belongs to, in the same element."
    )
    agencies: tuple[ToAgency, ...] = Field(
        default=(), description="The agencies that promise it, where it is one that each agency keeps."
    )
    review_sorts: tuple[ReviewSort, ...] = Field(
        default=(), description="For views after reviews: the sorts of review; none named means all."
    )
    asked: tuple[Asked, ...] = Field(
        default=(), description="For views after reviews: who is asked; none named means both."
    )
    every: Every | None = Field(
        default=None,
        description="For each-round: how often, each year where it is left out; quarters are financial, and "
        "half-years end with September and March.",
    )
    at_least: Count | None = Field(
        default=None, description="For key messages: how many of each sort a year has at the least."
    )
    at_most: Count | None = Field(
        default=None, description="For key messages: how many of each sort a year has at the most."
    )
    within_days: Count = Field(
        description="How many days there are after the review, the return, the first telling, 1 April, or "
        "the end of the round."
    )
    since: Date = Field(description="The first day it holds: what ended or began before is not asked for.")
    until: Date | None = Field(default=None, description="Its last day.")
