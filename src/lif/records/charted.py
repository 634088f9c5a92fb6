"""What is drawn beside a series: new limits, breaks of definition, events, and where it was going."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from lif.records.fields import (
    Date,
    Flag,
    Line,
    PeriodText,
    Quantity,
    Text,
    ToGroup,
    ToMeasure,
    ToRole,
)
from lif.records.record import Part, Record


class StepChange(Record):
    """A dated reason to start new limits on a chart; never made by the software."""

    kind: ClassVar[str] = "step-change"
    plural: ClassVar[str] = "step-changes"
    folder: ClassVar[str] = "framework/step-changes"
    publishable: ClassVar[tuple[str, ...]] = (
        *("measure", "period", "label", "reason", "agreed_by", "agreed_on"),
    )

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The first period of the new phase.")
    label: Line = Field(description="A few words for the chart.")
    reason: Text = Field(description="What changed in practice.")
    agreed_by: ToGroup = Field(description="The group that agreed to new limits.")
    agreed_on: Date = Field(description="When it agreed.")
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )


class SeriesBreak(Record):
    """A change of definition after which figures cannot be compared with those before."""

    kind: ClassVar[str] = "series-break"
    plural: ClassVar[str] = "series-breaks"
    folder: ClassVar[str] = "framework/series-breaks"
    publishable: ClassVar[tuple[str, ...]] = ("measure", "period", "reason", "comparable")

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The first period under the new definition.")
    reason: Text = Field(description="What changed in the definition.")
    comparable: Flag = Field(default=False, description="True when the figures may still be compared.")


class Annotation(Record):
    """An event to show on a chart, without new limits."""

    kind: ClassVar[str] = "annotation"
    plural: ClassVar[str] = "annotations"
    folder: ClassVar[str] = "framework/annotations"
    publishable: ClassVar[tuple[str, ...]] = ("measure", "period", "label", "text")

    measure: ToMeasure = Field(description="The series.")
    period: PeriodText = Field(description="The period at which it is shown.")
    label: Line = Field(description="A few words for the chart.")
    text: Text | None = Field(default=None, description="What happened.")
    publish_not_before: Date | None = Field(
        default=None, description="The first day on which the public may read it; nothing says so before."
    )


class ForecastValue(Part):
    """The forecast for one period."""

    period: PeriodText = Field(description="The period.")
    value: Quantity = Field(description="The figure expected if nothing changes.")


class Forecast(Record):
    """Where a measure is expected to go on its present course: turning the curve means beating it."""

    kind: ClassVar[str] = "forecast"
    plural: ClassVar[str] = "forecasts"
    folder: ClassVar[str] = "framework/forecasts"

    measure: ToMeasure = Field(description="The series.")
    made_on: Date = Field(description="When it was made.")
    made_by: ToRole = Field(description="Who made it.")
    method: Text = Field(description="How it was made.")
    values: tuple[ForecastValue, ...] = Field(min_length=1, description="The forecast, period by period.")
