"""What is known in numbers: values, returns and their schedule, published series, benchmarks, judgements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from lif.records.chases import Chase
from lif.records.fields import (
    AddressText,
    Count,
    Date,
    Line,
    Link,
    PeriodText,
    Quantity,
    Text,
    ToAgency,
    ToAny,
    ToArea,
    ToIndicator,
    ToMeasure,
    ToNeighbourSet,
    ToRole,
    ToSource,
)
from lif.records.record import Item, Part, Record

ValueStatus = Literal[
    "final", "provisional", "estimated", "awaited", "not-available", "not-applicable", "suppressed", "low"
]


class Revision(Part):
    """What a value was before it was changed."""

    until: Date = Field(description="The day it was replaced.")
    numerator: Quantity | None = Field(default=None, description="The numerator it had.")
    denominator: Quantity | None = Field(default=None, description="The denominator it had.")
    value: Quantity | None = Field(
        default=None, description="The finished figure it had, for a source-only series."
    )
    status: ValueStatus = Field(default="final", description="The status it had.")
    reason: Text = Field(description="Why it changed.")


class Value(Item):
    """One figure of one measure for one period, area and breakdown: zero is `0`, and blank is an error."""

    measure: ToMeasure = Field(description="The series it belongs to.")
    period: PeriodText | None = Field(
        default=None, description="The period; left out it is the return's own."
    )
    area: ToArea | None = Field(default=None, description="The area; left out it is the board's own.")
    breakdown: Line | None = Field(default=None, description="The part of the whole, such as age = 10 to 15.")
    numerator: Quantity | None = Field(default=None, description="What was counted.")
    denominator: Quantity | None = Field(default=None, description="What it is divided by.")
    value: Quantity | None = Field(
        default=None, description="The finished figure, only for a source-only series."
    )
    status: ValueStatus = Field(default="final", description="Whether there is a figure and how firm it is.")
    reported_on: Date | None = Field(
        default=None, description="The day it was supplied; left out, the return's day."
    )
    revisions: tuple[Revision, ...] = Field(default=(), description="What it was before, oldest first.")
    reason: Line | None = Field(default=None, description="Why there is no figure, or why it looks odd.")


class FigureFrom(Part):
    """Where a number in a text comes from, when it is none of the indicator's own."""

    number: Line = Field(description="The number as the text writes it: 41, 12 of 40, a third.")
    source: ToAny | None = Field(default=None, description="The record that it stands in.")
    note: Line | None = Field(default=None, description="What it is, where no record holds it.")


class Story(Item):
    """What an agency or owner says about an indicator: the story, so what, now what."""

    indicator: ToIndicator = Field(description="The indicator.")
    author: ToRole = Field(description="The role that wrote it.")
    written_on: Date = Field(description="When.")
    story: Text = Field(description="What lies behind the figure.")
    so_what: Text | None = Field(default=None, description="What it means for children.")
    now_what: Text | None = Field(default=None, description="What will be done, by whom, by when.")
    decision_asked: Text | None = Field(default=None, description="What the board is asked to decide.")
    for_public: Text | None = Field(
        default=None,
        description="What the public may read of it, in words of its own, without any number.",
    )
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )
    figures_from: tuple[FigureFrom, ...] = Field(
        default=(), description="Where numbers come from that are not the indicator's own."
    )


class Asked(Part):
    """A request for an explanation that was not answered, or not yet."""

    indicator: ToIndicator = Field(description="The indicator.")
    role: ToRole = Field(description="Who was asked.")
    on: Date = Field(description="When.")


class Query(Part):
    """A question put back to the agency about its return."""

    on: Date = Field(description="When it was asked.")
    text: Text = Field(description="What was asked.")
    answered_on: Date | None = Field(default=None, description="When it was answered.")


class Return(Record):
    """One agency's figures for one period, with what was due and when it came."""

    kind: ClassVar[str] = "return"
    plural: ClassVar[str] = "returns"
    folder: ClassVar[str] = "data/returns"

    agency: ToAgency = Field(description="The agency that owes it.")
    period: PeriodText = Field(description="The period it covers.")
    due: Date = Field(description="The day it was due.")
    received: Date | None = Field(default=None, description="The day it came; left out while it is awaited.")
    supplied_by: ToRole | None = Field(default=None, description="The role that sent it.")
    queries: tuple[Query, ...] = Field(default=(), description="Questions put back to the agency.")
    chases: tuple[Chase, ...] = Field(default=(), description="Reminders sent, in order.")
    values: tuple[Value, ...] = Field(default=(), description="The figures.")
    stories: tuple[Story, ...] = Field(default=(), description="What the agency says about them.")
    asked: tuple[Asked, ...] = Field(default=(), description="Explanations asked for.")


class ReturnSchedule(Record):
    """What an agency owes, how often, and how many days after the period ends."""

    kind: ClassVar[str] = "return-schedule"
    plural: ClassVar[str] = "return-schedules"
    folder: ClassVar[str] = "framework/return-schedules"

    agency: ToAgency = Field(description="The agency.")
    every: Literal["month", "quarter", "term", "year"] = Field(description="How often.")
    due_days_after: Count = Field(description="Calendar days after the period's last day.")
    since: PeriodText = Field(description="The first period owed.")
    until: PeriodText | None = Field(default=None, description="The last period owed.")
    measures: tuple[ToMeasure, ...] = Field(min_length=1, description="The series it must fill.")
    contact: ToRole | None = Field(default=None, description="The role that sends it.")
    answers: tuple[Annotated[str, AddressText, Link(("function", "duty", "expectation"))], ...] = Field(
        default=(),
        description="The functions, duties or expectations that the returns answer: in time they show it.",
    )


class Skipped(Part):
    """Cells of the file that were left out, and why."""

    reason: Line = Field(description="Why.")
    cells: Count = Field(description="How many.")


class PublishedSeries(Record):
    """Published figures imported from one file of one release; the figures stand in a CSV of the same name.

    The CSV's columns: measure, period, area, breakdown, numerator, denominator, value, status.
    """

    kind: ClassVar[str] = "published-series"
    plural: ClassVar[str] = "published-series"
    folder: ClassVar[str] = "data/published"
    publishable: ClassVar[tuple[str, ...]] = ("title", "source", "release", "released_on", "imported_on")
    neutral: ClassVar[Mapping[str, object]] = {
        "file": "not published",
        "sha256": "not published",
        "mapping": "not published",
        "rows": 0,
    }

    title: Line = Field(description="What the figures are.")
    source: ToSource = Field(description="The publication.")
    release: Line = Field(description="The release, as its publisher names it.")
    released_on: Date | None = Field(default=None, description="The day it was published.")
    file: Line = Field(description="The name of the file that was imported.")
    sha256: Line = Field(description="The fingerprint of that file.")
    mapping: Line = Field(description="The import mapping that was used.")
    imported_on: Date = Field(description="The day it was imported.")
    rows: Count = Field(description="How many figures the CSV holds.")
    skipped: tuple[Skipped, ...] = Field(default=(), description="What was left out, and why.")


class BenchmarkValue(Part):
    """A comparison figure given ready-made."""

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The period.")
    value: Quantity = Field(description="The figure.")
    areas_with_figure: Count | None = Field(default=None, description="How many areas it rests on.")
    release: Line = Field(description="The release it comes from.")


class Benchmark(Record):
    """A comparison the board uses: England, the region, or statistical neighbours by mean or median."""

    kind: ClassVar[str] = "benchmark"
    plural: ClassVar[str] = "benchmarks"
    folder: ClassVar[str] = "data/benchmarks"
    publishable: ClassVar[tuple[str, ...]] = ("name", "sort", "area", "neighbour_set", "average")

    name: Line = Field(description="What it is called beside a figure.")
    sort: Literal["england", "region", "neighbours"] = Field(description="What is compared with.")
    area: ToArea | None = Field(default=None, description="The area, for England or a region.")
    neighbour_set: ToNeighbourSet | None = Field(default=None, description="The dated set of neighbours.")
    average: Literal["mean", "median"] | None = Field(
        default=None, description="For neighbours: the plain mean of those with a figure, or the median."
    )
    values: tuple[BenchmarkValue, ...] = Field(
        default=(), description="Figures given ready-made; left out they come from the published series."
    )


class StatusJudgement(Record):
    """The colour that a person gave to a figure whose target is judged by professional judgement, and why."""

    kind: ClassVar[str] = "status-judgement"
    plural: ClassVar[str] = "status-judgements"
    folder: ClassVar[str] = "data/status-judgements"
    known_from: ClassVar[str] = "on"

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The period of the figure.")
    status: Literal["green", "amber", "red"] = Field(description="The colour.")
    reason: Text = Field(
        description="Why, so that somebody else could come to the same colour or dispute it."
    )
    judged_by: ToRole = Field(description="The role that judged; printed beside the colour.")
    on: Date = Field(description="The day it was judged.")
