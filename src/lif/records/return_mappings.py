"""How a sheet that an agency keeps in its own way is read: which column is what, and what its words mean."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import Flag, Line, PeriodText, ToAgency, ToArea, ToMeasure
from lif.records.figures import ValueStatus
from lif.records.record import Part, Record

Layout = Literal["a-row-each", "periods-across", "measures-across"]


class ReturnColumns(Part):
    """The heads of the columns, each as the sheet writes it; | stands between names it has had."""

    measure: Line | None = Field(default=None, description="The column that says what was counted.")
    period: Line | None = Field(default=None, description="The column that says for when.")
    area: Line | None = Field(
        default=None, description="The column of the area, where it is not the board's."
    )
    breakdown: Line | None = Field(default=None, description="The column of the part of the whole.")
    numerator: Line | None = Field(default=None, description="The column of the numerator.")
    denominator: Line | None = Field(default=None, description="The column of what it is divided by.")
    value: Line | None = Field(
        default=None, description="The column of a finished figure, for a source-only series."
    )
    status: Line | None = Field(default=None, description="The column that says how firm the figure is.")
    reason: Line | None = Field(default=None, description="The column of comments on a figure.")


class ReturnMeasure(Part):
    """What the sheet calls one series, or one part of it: the label of a row, or the head of a column."""

    measure: ToMeasure = Field(description="The series that is fed.")
    words: tuple[Line, ...] = Field(min_length=1, description="What the sheet calls it, in every spelling.")
    part: Literal["numerator", "denominator", "value"] = Field(
        default="numerator", description="Which number it is, where a row or a column holds one alone."
    )
    area: ToArea | None = Field(
        default=None, description="The area that it is about, if not the board's own."
    )
    breakdown: Line | None = Field(
        default=None, description="The part of the whole that it is, such as age = 10 to 15."
    )


class StatusWords(Part):
    """What the sheet writes where there is no figure, or where it is not firm."""

    words: Line = Field(description="As the sheet writes it: n/a, *, tbc.")
    status: ValueStatus = Field(description="What it stands for.")


class AreaWords(Part):
    """What the sheet calls an area."""

    words: Line = Field(description="As the sheet writes it.")
    area: ToArea = Field(description="The area.")


class BreakdownWords(Part):
    """What the sheet calls a part of the whole."""

    words: Line = Field(description="As the sheet writes it.")
    breakdown: Line | None = Field(
        default=None, description="The part, such as age = 10 to 15; left out it is the whole."
    )


class ReturnMapping(Record):
    """Says how a sheet that an agency keeps in its own way is read as a return.

    A file is known by the heads of its columns, never by its name.
    """

    kind: ClassVar[str] = "return-mapping"
    plural: ClassVar[str] = "return-mappings"
    folder: ClassVar[str] = "framework/return-mappings"

    title: Line = Field(description="The sheet, in words.")
    agency: ToAgency = Field(description="The agency whose return it is.")
    layout: Layout = Field(
        description="A row for each figure; a row a measure with a column a period; or a column a measure."
    )
    heads: tuple[Line, ...] = Field(
        min_length=1, description="Heads by which the table is known, all in one row; | stands for or."
    )
    sheet: Line | None = Field(default=None, description="The title of its sheet, where several would fit.")
    columns: ReturnColumns = Field(description="Which column is what.")
    measures: tuple[ReturnMeasure, ...] = Field(min_length=1, description="What the sheet calls each series.")
    year: PeriodText | None = Field(
        default=None,
        description="The financial year of heads such as Q1; left out it is read above the table.",
    )
    statuses: tuple[StatusWords, ...] = Field(
        default=(), description="Words that say why there is no figure."
    )
    areas: tuple[AreaWords, ...] = Field(default=(), description="What the sheet calls areas.")
    breakdowns: tuple[BreakdownWords, ...] = Field(
        default=(), description="What the sheet calls parts of a whole; others are left out."
    )
    dates: Literal["day-first", "month-first"] | None = Field(
        default=None, description="The order of days such as 03/04/2026; left out they are refused."
    )
    nil_is_zero: Flag = Field(default=False, description="True when nil and none stand for 0.")
    ignore: tuple[Line, ...] = Field(
        default=(), description="Rows and columns that are known and left out, such as totals."
    )
