"""Reference lists: sources, themes, areas, neighbour sets, disclosure profiles, mappings, acceptances."""

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
    ToArea,
    ToMeasure,
    ToSource,
    ToTheme,
)
from lif.records.record import Part, Record


class Source(Record):
    """A document, publication or return that something is taken from."""

    kind: ClassVar[str] = "source"
    plural: ClassVar[str] = "sources"
    folder: ClassVar[str] = "framework/sources"
    publishable: ClassVar[tuple[str, ...]] = ("title", "publisher", "date", "sort", "licence", "address")

    title: Line = Field(description="Its title.")
    publisher: Line = Field(description="Who published it.")
    date: Date | None = Field(default=None, description="When it was published.")
    sort: Literal["framework", "statistics", "law", "guidance", "report", "return", "system"] = Field(
        description="What it is."
    )
    licence: Line | None = Field(default=None, description="The licence and the attribution it asks for.")
    address: Line | None = Field(default=None, description="Where to find it.")


class Theme(Record):
    """A word of the controlled list that ties records together."""

    kind: ClassVar[str] = "theme"
    plural: ClassVar[str] = "themes"
    folder: ClassVar[str] = "framework/themes"
    publishable: ClassVar[tuple[str, ...]] = ("name", "part_of")

    name: Line = Field(description="The theme.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other words for it.")
    part_of: ToTheme | None = Field(default=None, description="A wider theme.")


class AreaCode(Part):
    """A code of an area with the days it was in use: codes change, areas stay."""

    publishable: ClassVar[tuple[str, ...]] = ("code", "since", "until")

    code: Line = Field(description="The nine-character code of the Office for National Statistics.")
    since: Date | None = Field(default=None, description="First day in use.")
    until: Date | None = Field(default=None, description="Last day in use.")


class Area(Record):
    """A place that figures are about, with its codes in time."""

    kind: ClassVar[str] = "area"
    plural: ClassVar[str] = "areas"
    folder: ClassVar[str] = "framework/areas"
    publishable: ClassVar[tuple[str, ...]] = ("name", "sort", "codes", "region", "until", "successors")

    name: Line = Field(description="The area's name.")
    sort: Literal["country", "region", "local-authority", "police-force", "health-board", "pan-area"] = Field(
        description="What kind of area it is."
    )
    aliases: tuple[Line, ...] = Field(default=(), description="How else files spell its name.")
    codes: tuple[AreaCode, ...] = Field(default=(), description="Its nine-character codes.")
    old_code: Line | None = Field(
        default=None, description="The Department for Education's three-digit number."
    )
    region: ToArea | None = Field(default=None, description="The region it lies in.")
    until: Date | None = Field(default=None, description="Its last day, for an abolished area.")
    successors: tuple[ToArea, ...] = Field(default=(), description="The areas that took its place.")


class NeighbourSet(Record):
    """Statistical neighbours of an area under one dated model, nearest first."""

    kind: ClassVar[str] = "neighbour-set"
    plural: ClassVar[str] = "neighbour-sets"
    folder: ClassVar[str] = "framework/neighbour-sets"
    publishable: ClassVar[tuple[str, ...]] = ("area", "model", "published_on", "since", "until", "neighbours")

    area: ToArea = Field(description="Whose neighbours.")
    model: Line = Field(description="The model, by its year.")
    published_on: Date | None = Field(default=None, description="When the model was published.")
    since: Date = Field(description="The first day it was the current model.")
    until: Date | None = Field(default=None, description="The last day.")
    neighbours: tuple[ToArea, ...] = Field(min_length=1, description="The neighbours, nearest first.")


class DisclosureProfile(Record):
    """How small numbers are protected for an audience."""

    kind: ClassVar[str] = "disclosure-profile"
    plural: ClassVar[str] = "disclosure-profiles"
    folder: ClassVar[str] = "framework/disclosure-profiles"
    publishable: ClassVar[tuple[str, ...]] = (
        *("name", "audience", "hide_from", "hide_to", "round_to", "least_denominator", "zero_is_hidden"),
        *("marking", "reason"),
    )

    name: Line = Field(description="The profile's name.")
    audience: Literal["board", "public", "partner"] = Field(description="For whom.")
    hide_from: Count | None = Field(default=None, description="The smallest count that is hidden.")
    hide_to: Count | None = Field(default=None, description="The largest count that is hidden.")
    round_to: Count | None = Field(default=None, description="What other counts are rounded to.")
    least_denominator: Count | None = Field(
        default=None, description="The smallest group of which anything is shown; left out it is 20."
    )
    zero_is_hidden: Flag = Field(
        default=False, description="True when nought is hidden with the small counts."
    )
    marking: Line = Field(description="The words that mark each page.")
    reason: Text = Field(description="Why this rule, and whose practice it follows.")


class ColumnMapping(Part):
    """Which columns of a file feed one measure."""

    measure: ToMeasure = Field(description="The series that is fed.")
    numerator: tuple[Line, ...] = Field(
        default=(),
        description="Column of the numerator; several are names it had in different releases, or are added.",
    )
    add: Flag = Field(default=False, description="True when the numerator columns are added together.")
    denominator: tuple[Line, ...] = Field(
        default=(), description="Column of the denominator, by any of its names in different releases."
    )
    denominator_add: Flag = Field(
        default=False, description="True when the denominator columns are added together."
    )
    denominator_from: ToMeasure | None = Field(
        default=None, description="Another series whose numerator is the denominator, such as the population."
    )
    denominator_years_back: Count = Field(
        default=0,
        description="How many years earlier that series is taken: 1 for a mid-year estimate before March.",
    )
    value: tuple[Line, ...] = Field(
        default=(), description="Column of a finished figure, for a source-only series."
    )
    checks_against: tuple[Line, ...] = Field(
        default=(), description="Column with the published rate, which the computed one must meet."
    )
    where: tuple[Line, ...] = Field(
        default=(), description="Rows that count, each 'column = text'; all must hold, | stands for or."
    )
    denominator_where: tuple[Line, ...] = Field(
        default=(),
        description="Rows that hold the denominator, where the numerator's do not: 'column = text'.",
    )
    breakdown: Line | None = Field(
        default=None, description="The part of the whole that these rows are, such as age = 10 to 15."
    )
    multiply: Quantity | None = Field(
        default=None, description="A fixed factor on the denominator, such as 253 days."
    )
    multiply_in_leap_years: Quantity | None = Field(
        default=None, description="The factor where the period holds a 29 February, such as 254 days."
    )


class ImportMapping(Record):
    """Says which columns of a national or local file feed which measures, and how its periods are written."""

    kind: ClassVar[str] = "import-mapping"
    plural: ClassVar[str] = "import-mappings"
    folder: ClassVar[str] = "framework/import-mappings"

    title: Line = Field(description="The file, in words.")
    format: Literal["ees", "lait", "csv", "ees-months"] = Field(
        description="The layout: explore education statistics, with a column a month, LAIT, or a plain CSV."
    )
    source: ToSource = Field(description="The publication.")
    file_names: tuple[Line, ...] = Field(
        default=(), description="Names the file has had, as patterns with *; only a help to find the mapping."
    )
    needs_columns: tuple[Line, ...] = Field(
        default=(), description="Columns by which the file is recognised; | stands for or."
    )
    period: Literal[
        "snapshot-31-march",
        "financial-year",
        "academic-year",
        "snapshot-30-september",
        "year-to-30-september",
        "calendar-year",
        "quarters-from-months",
        "mid-year",
    ] = Field(description="What a year in the file stands for.")
    areas: tuple[ToArea, ...] = Field(
        default=(), description="The areas to keep; none named means all that are known."
    )
    columns: tuple[ColumnMapping, ...] = Field(min_length=1, description="Which columns feed which series.")


class Acceptance(Record):
    """A warning that the board has decided to live with: why, by whom, until when."""

    kind: ClassVar[str] = "acceptance"
    plural: ClassVar[str] = "acceptances"
    folder: ClassVar[str] = "framework/acceptances"

    code: Line = Field(description="The code of the warning.")
    record: Line = Field(description="The id of the record it is about.")
    field: Line | None = Field(default=None, description="The field, when only one is meant.")
    reason: Text = Field(description="Why it is accepted.")
    accepted_by: Line = Field(description="The role or group that accepted it.")
    accepted_on: Date = Field(description="When.")
    until: Date = Field(description="The last day it holds; after that the warning comes back.")


class SharedWith(Part):
    """One agency's sight of a document."""

    agency: Line = Field(description="The agency.")
    on: Date = Field(description="When it was shared.")
    acknowledged_on: Date | None = Field(default=None, description="When it was acknowledged.")


class Document(Record):
    """A document of the board: this framework, a policy, a procedure, terms of reference."""

    kind: ClassVar[str] = "document"
    plural: ClassVar[str] = "documents"
    folder: ClassVar[str] = "framework/documents"
    publishable: ClassVar[tuple[str, ...]] = ("title", "sort", "version", "approved_on", "address")
    neutral: ClassVar[Mapping[str, object]] = {"owner": "not published"}

    title: Line = Field(description="Its title.")
    sort: Literal[
        "framework",
        "policy",
        "procedure",
        "threshold-document",
        "arrangements",
        "terms-of-reference",
        "other",
    ] = Field(description="What it is.")
    version: Line | None = Field(default=None, description="Its version.")
    owner: Line = Field(description="The role or group that owns it.")
    approved_by: Line | None = Field(default=None, description="The group that approved it.")
    approved_on: Date | None = Field(default=None, description="When it was approved.")
    review_due: Date | None = Field(default=None, description="When it must be looked at again.")
    address: Line | None = Field(default=None, description="Where to find it.")
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )
    shared_with: tuple[SharedWith, ...] = Field(default=(), description="Who has it.")
