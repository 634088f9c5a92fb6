"""Series answer for a period and a day, and never find what is not there."""

from __future__ import annotations

from datetime import date

import pytest

from lif.calendars import quarter
from lif.measures.series import Figure, Figures, Series
from lif.measures.values import Value, ValueStatus
from lif.records.indicators import Indicator
from lif.records.reading import read_record

DATA = {
    "id": "seen",
    "name": "Seen",
    "domain": "D",
    "definition": "d",
    "numerator": "n",
    "unit": "count",
    "counts": "children",
    "polarity": "high",
    "outcomes_class": "how-well",
    "source_return": "r",
    "supplier": "a",
    "owner": "b",
    "group": "c",
    "measures": [{"id": "quarter", "period_kind": "quarter", "series": "returns"}],
}
Q1, Q2, Q3 = (quarter(2024, number) for number in (1, 2, 3))


def figure(period: object, value: Value, **more: object) -> Figure:
    return Figure(period, value, "r", date(2025, 1, 1), False, **more)  # type: ignore[arg-type]


@pytest.fixture
def series() -> Series:
    seen = read_record(Indicator, DATA)
    assert isinstance(seen, Indicator)
    figures = (
        figure(Q1, Value(numerator=5)),
        figure(Q2, Value(numerator=0)),
        figure(Q3, Value(ValueStatus.SUPPRESSED)),
    )
    return Series(seen, seen.measures[0], "hill", figures)


def test_a_series_by_period_and_by_day(series: Series) -> None:
    assert series.address == "seen/quarter"
    assert series.at(Q1) is series.figures[0]
    assert series.at(quarter(2024, 4)) is None
    assert [f.period for f in series.until(date(2024, 9, 29))] == [Q1]
    assert [f.period for f in series.until(date(2024, 9, 30))] == [Q1, Q2]


@pytest.mark.parametrize(
    ("day", "period"),
    [(date(2024, 6, 29), None), (date(2024, 6, 30), Q1), (date(2024, 12, 31), Q2)],
)
def test_the_latest_is_the_last_that_is_there_and_nought_is_there(
    series: Series, day: date, period: object
) -> None:
    latest = series.latest(day)
    assert (latest.period if latest else None) == period


def test_figures_of_other_areas_and_measures(series: Series) -> None:
    figures = Figures(
        date(2025, 1, 1),
        "hill",
        {("seen/quarter", "hill", ""): series, ("stop/quarter", "force", ""): series},
        frozenset([("seen/quarter", quarter(2024, 4))]),
        {"stop/quarter": "force"},
    )
    assert figures.find("seen/quarter") is series
    assert figures.find("stop/quarter") is series
    assert figures.find("seen/quarter", "brook") is None
    assert figures.find("seen/quarter", breakdown="boys") is None
    assert figures.find("other/quarter") is None
    assert figures.status("seen/quarter", Q1) is ValueStatus.FINAL
    assert figures.status("seen/quarter", Q3) is ValueStatus.SUPPRESSED
    assert figures.status("seen/quarter", quarter(2024, 4)) is ValueStatus.AWAITED
    assert figures.status("seen/quarter", quarter(2025, 1)) is None


@pytest.mark.parametrize(
    ("old", "new", "revised"),
    [
        (None, Value(numerator=5), False),
        (Value(numerator=4), Value(numerator=5), True),
        (Value(numerator=0), Value(numerator=5), True),
        (Value(ValueStatus.PROVISIONAL, 5), Value(numerator=5), False),
        (Value(ValueStatus.AWAITED), Value(numerator=5), False),
        (Value(numerator=5), Value(ValueStatus.SUPPRESSED), True),
        (Value(numerator=1, denominator=2, per=100), Value(numerator=2, denominator=4, per=100), True),
    ],
)
def test_revised_is_a_figure_that_was_changed(old: Value | None, new: Value, revised: bool) -> None:
    assert figure(Q1, new, earlier=old).revised is revised
