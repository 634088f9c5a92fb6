"""One indicator with all its series: each figure with its counts, where it came from and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.records.indicators import Indicator
from lif.records.problems import FieldPath


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a figure was before: as it was shown, in which release or return, until when, why it changed."""

    text: str
    parts: str
    status: str
    number: Decimal | None
    record: str
    release: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Other:
    """A comparison figure of the same measure and period: `held` of `asked` areas had one.

    `result` says how the area's figure lies against it by the 95% interval; empty where counts are not known.
    Neighbours are an `average`, mean or median, of those of a `model`.
    """

    sort: str
    name: str
    text: str
    number: Decimal
    result: str
    held: int
    asked: int
    average: str
    model: str


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure. `period` is the spelling of records, `label` says it, `brief` shortly, `kind` its kind.

    `text` is what a page shows and `number` the figure to six decimals. `record` and `path` (or `row` of the
    table beside a published series) say where it stands, `place` the file and line where that was looked up.
    `computed` says how it was made, sentence by sentence. `replaced` is None unless the figure changed.
    """

    period: str
    label: str
    brief: str
    kind: str
    text: str
    number: Decimal | None
    numerator: Decimal | int | None
    denominator: Decimal | int | None
    parts: str
    status: str
    status_words: str
    cohort: str
    reason: str
    record: str
    origin: str
    release: str
    known_since: date
    replaced: Replaced | None
    target: str
    basis: str
    rating: str
    rating_why: str
    comparisons: tuple[Other, ...]
    computed: tuple[str, ...]
    illustrative: bool
    path: FieldPath = ()
    row: int | None = None
    place: str = ""

    @property
    def revised(self) -> bool:
        """Whether another figure stood here before, and not the same one less firm."""
        return self.replaced is not None


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year made from its parts: `how` says the rule, `why_not` why there is no figure."""

    label: str
    whole: bool
    text: str
    number: Decimal | None
    parts: str
    status_words: str
    how: str
    sum: str
    why_not: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Followed:
    """What the figures up to the day say together, each in words; empty where nothing can be said."""

    travel: str
    signal: str
    expected: str
    limits: tuple[str, ...]
    rules: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A change of definition, new limits, or an event at a period."""

    label: str
    sort: str
    what: str
    record: str


@dataclass(frozen=True, slots=True)
class SeriesShown:
    """One measure for one area, or for one part of the whole: its figures, the first first.

    A part of the whole is held against no target: that is of the whole. `beside` says where the latest figure
    lies among all areas, and how its groups differ.
    """

    measure: str
    title: str
    breakdown: str
    area: str
    area_name: str
    period_kind: str
    window: str
    source: str
    supplier: str
    roll_up: str
    numerator: str
    denominator: str
    times: str
    illustrative: bool
    figures: tuple[FigureRow, ...]
    years: tuple[YearRow, ...]
    followed: Followed
    changes: tuple[Changed, ...]
    awaited: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorShown:
    """An indicator as an analyst reads it; `good`, `unit` and `outcomes_class` are words."""

    id: str
    name: str
    aliases: tuple[str, ...]
    question: str
    definition: str
    unit: str
    counts: str
    good: str
    outcomes_class: str
    status: str
    owner: str
    group: str
    disclosure: str
    public: bool
    caution: str
    illustrative: bool
    record: str
    series: tuple[SeriesShown, ...]


def rows(shown: IndicatorShown) -> Iterable[tuple[SeriesShown, FigureRow]]:
    """Every figure with its series."""
    return ((series, row) for series in shown.series for row in series.figures)


UNITS = {"count": "count", "percent": "percentage", "mean": "mean"}


def unit_words(record: Indicator) -> str:
    """`percentage`, or `rate per 10,000 children aged 0 to 17`."""
    if record.unit != "rate":
        return UNITS[record.unit]
    return " ".join(filter(None, (f"rate per {record.rate_per or 0:,}", record.rate_population or "")))
