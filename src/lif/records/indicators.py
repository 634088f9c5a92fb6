"""The core data set: indicators, the measures that make them up, targets, and data still wanted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Count,
    Date,
    Flag,
    Line,
    Quantity,
    Text,
    ToAgency,
    ToArea,
    ToBenchmark,
    ToDisclosureProfile,
    ToElementItem,
    ToGroup,
    ToIndicator,
    ToPriority,
    ToQuestion,
    ToRole,
    ToSource,
    ToTheme,
)
from lif.records.record import Item, Part, Record

PeriodKindText = Literal[
    "quarter",
    "financial-year",
    "month",
    "snapshot",
    "rolling-year",
    "academic-year",
    "term",
    "calendar-year",
    "pooled",
    "year-to-date",
]
CountedFrom = Literal["review-actions-overdue", "review-actions-with-impact"]
"""What lif can count itself, from the records of the workspace."""
Tier = Literal["leadership", "operational", "subgroup"]


class Band(Part):
    """The range in which a band measure is good; both ends belong to it."""

    publishable: ClassVar[tuple[str, ...]] = ("low", "high")

    low: Quantity = Field(description="The lower end.")
    high: Quantity = Field(description="The upper end.")


class Profile(Part):
    """The target quarter by quarter within a year."""

    publishable: ClassVar[tuple[str, ...]] = ("q1", "q2", "q3", "q4")

    q1: Quantity = Field(description="At the end of quarter 1.")
    q2: Quantity = Field(description="At the end of quarter 2.")
    q3: Quantity = Field(description="At the end of quarter 3.")
    q4: Quantity = Field(description="At the end of quarter 4.")


class Target(Item):
    """A target with its dates, its basis and its tolerance."""

    publishable: ClassVar[tuple[str, ...]] = (
        *("measure", "value", "band", "profile", "basis", "tolerance", "tolerance_kind", "since"),
        *("until",),
    )

    measure: Line | None = Field(
        default=None,
        description="The id of the series it is for, in this indicator; left out, for all of them.",
    )
    value: Quantity | None = Field(
        default=None, description="The target; left out when a band or a profile is given."
    )
    band: Band | None = Field(default=None, description="For a band measure: the good range.")
    profile: Profile | None = Field(
        default=None, description="For a target that is reached through the year."
    )
    benchmark: ToBenchmark | None = Field(
        default=None, description="The target is the figure of this benchmark for the same period."
    )
    basis: Literal[
        "target-now",
        "in-year-profile",
        "year-end-forecast",
        "benchmark",
        "significance",
        "professional-judgement",
    ] = Field(description="What the colour is judged against; printed beside it.")
    tolerance: Quantity | None = Field(default=None, description="How far from the target is still amber.")
    tolerance_kind: Literal["points", "relative"] = Field(
        default="points", description="Percentage points, or a share of the target in per cent."
    )
    since: Date = Field(description="The first day it applies.")
    until: Date | None = Field(default=None, description="The last day it applies.")
    set_by: ToGroup | None = Field(default=None, description="The group that set it.")


class Measure(Item):
    """One series of an indicator: a kind of period and one source; series are never mixed."""

    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "period_kind", "window", "series", "source", "supplier", "roll_up", "source_only"),
        *("numerator", "denominator", "benchmarks", "no_quartiles", "area"),
    )

    name: Line | None = Field(
        default=None, description="How this series differs from the others, for readers."
    )
    period_kind: PeriodKindText = Field(description="What each figure covers.")
    window: Line | None = Field(default=None, description="A rule for the window when it is unusual.")
    cohort_lag: Count | None = Field(
        default=None,
        description="For a cohort that is followed up: how many months before the period it began.",
    )
    series: Literal["returns", "published"] = Field(
        description="Figures from agencies' returns, or published figures that were imported."
    )
    source: ToSource | None = Field(default=None, description="The publication that the series comes from.")
    supplier: ToAgency | None = Field(default=None, description="The agency that sends the figures.")
    roll_up: Literal["sum", "last", "weighted", "none"] = Field(
        default="none",
        description="How quarters become a year: added, the last one, numerators over denominators, not.",
    )
    chart: Literal["rare-events"] | None = Field(
        default=None,
        description="For few events: the periods without any between them are drawn, and not the counts.",
    )
    source_only: Flag = Field(
        default=False, description="True when only the finished figure is published, without its numerator."
    )
    numerator: Line | None = Field(default=None, description="What is counted here, where it differs.")
    denominator: Line | None = Field(
        default=None, description="What it is divided by here, where it differs."
    )
    benchmarks: tuple[ToBenchmark, ...] = Field(default=(), description="The comparisons that can be made.")
    no_quartiles: Flag = Field(
        default=False, description="True where its publisher says that quartile bands are not to be used."
    )
    area: ToArea | None = Field(
        default=None, description="The area of the figures, where wider than the board's."
    )
    counted_from_records: CountedFrom | None = Field(
        default=None,
        description="What lif counts itself in the records of the workspace; a figure is held against that.",
    )
    illustrative: Flag = Field(
        default=False, description="True when every figure of the series is an example."
    )


class Indicator(Record):
    """A thing the board watches, with everything needed to compute, read and question it."""

    kind: ClassVar[str] = "indicator"
    plural: ClassVar[str] = "indicators"
    folder: ClassVar[str] = "framework/indicators"
    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "domain", "plain_question", "definition", "numerator", "denominator", "unit"),
        *("rate_per", "rate_population", "counts", "decimals", "polarity", "outcomes_class"),
        *("customers", "measures", "targets", "minimum_for_percent", "minimum_for_rag"),
        *("source_return", "supplier", "group", "headline_at", "priorities", "elements", "questions"),
        *("themes", "geography", "benchmarks", "benchmark_lag", "breakdowns", "revision_policy"),
        *("status", "replaced_by", "since", "until", "disclosure", "disclosure_profile", "public"),
        *("caution",),
    )
    neutral: ClassVar[Mapping[str, object]] = {"owner": "not-published"}

    name: Line = Field(description="The indicator's name.")
    aliases: tuple[Line, ...] = Field(
        default=(), description="Codes and names it has elsewhere: FD05, NI 65."
    )
    domain: Line = Field(description="The part of the child's journey it belongs to.")
    plain_question: Line | None = Field(default=None, description="The question it answers, in plain words.")
    definition: Text = Field(description="What is counted, from which event to which.")
    numerator: Line = Field(description="What is counted.")
    denominator: Line | None = Field(default=None, description="What it is divided by; left out for a count.")
    unit: Literal["count", "percent", "rate", "mean"] = Field(description="What the figure is.")
    rate_per: Count | None = Field(default=None, description="For a rate: per how many, as in 10000.")
    rate_population: Line | None = Field(default=None, description="For a rate: of which population.")
    counts: Line = Field(
        description="The unit that is counted: children, families, events, full-time equivalents."
    )
    decimals: Count = Field(default=1, description="Decimal places when it is shown.")
    polarity: Literal["high", "low", "band", "info"] = Field(
        description="Which way is good: high, low, within a band, or neither."
    )
    outcomes_class: Literal["population", "how-much", "how-well", "better-off"] = Field(
        description="Its class in outcomes-based accountability."
    )
    customers: Line | None = Field(
        default=None, description="For a performance measure: whose lives or whose service."
    )
    measures: tuple[Measure, ...] = Field(min_length=1, description="Its series; the first is the headline.")
    targets: tuple[Target, ...] = Field(default=(), description="Targets with their dates.")
    dead_band: Quantity | None = Field(
        default=None, description="A change no larger than this counts as no change of direction."
    )
    dead_band_kind: Literal["points", "relative"] | None = Field(
        default=None,
        description="In the measure's own unit (points, when left out), or a share of the earlier figure.",
    )
    minimum_for_percent: Count = Field(
        default=0, description="Below this denominator show n of N and no percentage."
    )
    minimum_for_rag: Count = Field(default=0, description="Below this denominator no colour is given.")
    source_return: Line = Field(description="The return or census the figures are taken from.")
    supplier: ToAgency = Field(description="The agency that sends the figures.")
    owner: ToRole = Field(description="The role that answers for what the figures say.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="The agencies whose practice it shows.")
    group: ToGroup = Field(description="The group whose scorecard holds it.")
    also_groups: tuple[ToGroup, ...] = Field(default=(), description="Other groups that watch it.")
    headline_at: tuple[Tier, ...] = Field(
        default=("subgroup",), description="The tiers at which it is a headline."
    )
    priorities: tuple[ToPriority, ...] = Field(default=(), description="The priorities it bears on.")
    elements: tuple[ToElementItem, ...] = Field(default=(), description="Elements or statements it bears on.")
    questions: tuple[ToQuestion, ...] = Field(default=(), description="The questions it helps to answer.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes.")
    geography: Literal["board", "police-force", "health-board", "pan-area"] = Field(
        default="board", description="The area of the figure; a wider one is labelled so."
    )
    benchmarks: tuple[ToBenchmark, ...] = Field(default=(), description="The comparisons that can be made.")
    benchmark_lag: Line | None = Field(
        default=None, description="How long after the period benchmarks appear."
    )
    breakdowns: tuple[Line, ...] = Field(
        default=(), description="How it can be broken down: age, sex, ethnicity."
    )
    reference_groups: tuple[Line, ...] = Field(
        default=(),
        description="The part that others are compared with: ethnicity = white; left out, all the rest.",
    )
    overlaps: tuple[Line, ...] = Field(
        default=(),
        description="Breakdowns in which one child can stand in two parts: their parts may add up to more.",
    )
    divided_by: ToIndicator | None = Field(
        default=None, description="The indicator that counts what this one is divided by: the two must agree."
    )
    revision_policy: Line | None = Field(default=None, description="When and how figures are revised.")
    data_quality: Literal["high", "medium", "low", "not-rated"] = Field(
        default="not-rated", description="How good the data are."
    )
    status: Literal["live", "provisional", "discontinued", "replaced"] = Field(
        default="live", description="Whether it is in use."
    )
    replaced_by: ToIndicator | None = Field(default=None, description="The indicator that replaced it.")
    since: Date | None = Field(default=None, description="The first day it is part of the core data set.")
    until: Date | None = Field(default=None, description="The last day.")
    disclosure: Literal["person", "none"] = Field(
        default="person", description="Whether small numbers could identify a person."
    )
    disclosure_profile: ToDisclosureProfile | None = Field(default=None, description="How it is protected.")
    public: Flag = Field(default=False, description="True when it may appear in a public paper.")
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )
    caution: Text | None = Field(
        default=None, description="What a reader must know before drawing conclusions."
    )


class DevelopmentItem(Record):
    """A measure that is wanted and not yet had: a line of the data-development agenda."""

    kind: ClassVar[str] = "development-item"
    plural: ClassVar[str] = "development-items"
    folder: ClassVar[str] = "framework/development-agenda"

    name: Line = Field(description="The measure that is wanted.")
    on: Date | None = Field(default=None, description="The day it was put on the agenda.")
    why: Text = Field(description="What cannot be answered without it.")
    outcomes_class: Literal["population", "how-much", "how-well", "better-off"] = Field(
        description="The class it would have."
    )
    owner: ToRole = Field(description="The role that is to get it.")
    supplier: ToAgency | None = Field(default=None, description="The agency that would send it.")
    priorities: tuple[ToPriority, ...] = Field(default=(), description="The priorities it would serve.")
    questions: tuple[ToQuestion, ...] = Field(
        default=(), description="The questions it would help to answer."
    )
    next_step: Text | None = Field(default=None, description="What happens next.")
    due: Date | None = Field(default=None, description="When it is expected.")
    status: Literal["wanted", "agreed", "in-test", "in-use", "dropped"] = Field(
        default="wanted", description="How far it has come."
    )
    became: ToIndicator | None = Field(default=None, description="The indicator it became.")
