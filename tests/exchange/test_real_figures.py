"""The repository's own published series against figures that were read off the publishers' files by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import pytest

from lif.calendars import parse_period
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator, Measure
from lif.records.references import ImportMapping, NeighbourSet, Source
from lif.register import PublishedRow, Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
NEL, ENGLAND, REGION = "north-east-lincolnshire", "england", "yorkshire-and-the-humber"


@cache
def register() -> Register:
    return Workspace.load(ROOT, date(2025, 12, 10), checks=()).register


def series() -> Iterator[tuple[PublishedSeries, PublishedRow]]:
    for record in register().all(PublishedSeries):
        for row in register().published[record.id]:
            yield record, row


@cache
def latest() -> dict[tuple[str, str, str], PublishedRow]:
    """Each figure as the latest release gives it."""
    ordered = sorted(series(), key=lambda pair: pair[0].released_on or date.min)
    return {(row.measure, row.period, row.area): row for _, row in ordered if not row.breakdown}


def computed(measure: str, period: str, area: str) -> Decimal:
    row = latest()[measure, period, area]
    indicator = register().record(Indicator, measure.partition("/")[0])
    per = {"percent": 100, "rate": indicator.rate_per or 1}.get(indicator.unit, 1)
    return Decimal(row.numerator) / Decimal(row.denominator) * per


def shown(number: Decimal, like: str) -> str:
    places = len(like.partition(".")[2])
    return str(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def test_children_in_need_in_2025() -> None:
    row = latest()["children-in-need-rate/year", "2025-03-31", NEL]
    assert (row.numerator, row.denominator) == ("1758", "33522")
    assert shown(computed("children-in-need-rate/year", "2025-03-31", NEL), "0.0") == "524.4"


PRINTED = [
    # LAIT: rates whose parts come from two files
    ("children-in-need-rate/year", "2025-03-31", NEL, "524.4"),
    ("children-in-need-rate/year", "2024-03-31", NEL, "556.8"),
    ("children-in-need-rate/year", "2016-03-31", NEL, "600.8"),
    ("child-protection-plan-rate/year", "2025-03-31", NEL, "44.2"),
    ("child-protection-plan-rate/year", "2024-03-31", NEL, "71.1"),
    ("section-47-rate/year-counts", "2024-25", NEL, "298.9"),
    # children in need 2025, files c1, d3 and d5
    ("re-referrals/year", "2024-25", NEL, "21.4"),
    ("re-referrals/year", "2013-14", NEL, "18.7"),
    ("re-referrals/year", "2012-13", NEL, "25.7"),
    ("re-referrals/year", "2012-13", ENGLAND, "24.7"),
    ("referrals-assessed-not-in-need/year", "2024-25", NEL, "29.1"),
    ("referrals-no-further-action/year", "2012-13", NEL, "16.8"),
    ("repeat-child-protection-plans/year", "2024-25", NEL, "20.8"),
    ("repeat-child-protection-plans/year", "2012-13", NEL, "10.6"),
    ("child-protection-plans-2-years/year", "2025-03-31", NEL, "6.1"),
    # children looked after 2025 and 2024
    ("looked-after-rate/year", "2021-03-31", NEL, "179"),
    ("looked-after-ceasing/year", "2024-25", NEL, "38"),
    ("looked-after-starting/year", "2020-21", NEL, "54"),
    ("long-term-placement-stability/year", "2025-03-31", NEL, "57"),
    ("three-or-more-placements/year", "2021-03-31", NEL, "9"),
    ("looked-after-health-assessments/year", "2024-25", NEL, "97"),
    ("looked-after-dental-checks/year", "2024-25", NEL, "96"),
    ("looked-after-immunisations/year", "2024-25", NEL, "98"),
    ("looked-after-sdq-concern/year", "2024-25", NEL, "45"),
    ("looked-after-offending/year", "2024-25", NEL, "3"),
    ("care-leavers-in-work-or-learning/year", "2024-25", NEL, "51"),
    ("care-leavers-suitable-homes/year", "2024-25", NEL, "92"),
    ("looked-after-changes-of-social-worker/year", "2023-24", NEL, "40"),
    # the social work workforce of 2025
    ("social-worker-vacancies/year", "2025-09-30", NEL, "10.2"),
    ("social-worker-turnover/year", "year-to-2025-09-30", NEL, "14.9"),
    ("agency-social-workers/year", "2025-09-30", NEL, "8.7"),
    ("social-worker-sickness/year", "year-to-2025-09-30", NEL, "3.7"),
    ("social-worker-sickness/year", "year-to-2024-09-30", NEL, "3.2"),
    ("social-worker-caseload/year", "2025-09-30", NEL, "20.9"),
    ("social-worker-caseload/year", "2017-09-30", NEL, "22.9"),
    # outcomes of children in need 2025
    ("absence-children-in-need/year", "2024-25-academic", NEL, "18.1"),
    ("persistent-absence-children-in-need/year", "2024-25-academic", NEL, "45.6"),
    ("severe-absence-children-in-need/year", "2024-25-academic", NEL, "12.5"),
    ("reading-writing-maths-children-in-need/year", "2024-25-academic", NEL, "23"),
    ("attainment-8-children-in-need/year", "2024-25-academic", NEL, "13"),
    ("child-protection-plans-reviewed/year", "2025-03-31", NEL, "94.4"),
]


@pytest.mark.parametrize(("measure", "period", "area", "printed"), PRINTED)
def test_what_is_computed_is_what_was_printed(measure: str, period: str, area: str, printed: str) -> None:
    assert shown(computed(measure, period, area), printed) == printed


@pytest.mark.parametrize(
    ("measure", "period", "area", "value"),
    [
        ("icpc-within-15-days/year", "2024-25", NEL, "87.3"),
        ("icpc-within-15-days/year", "2019-20", NEL, "50.3"),
        ("assessments-within-45-days/year", "2024-25", NEL, "93.5"),
        ("section-47-rate/year", "2024-25", NEL, "298.9"),
        ("looked-after-sdq-score/year", "2024-25", NEL, "15"),
        ("first-time-entrants/year", "2024", NEL, "130"),
        ("permanent-exclusions/year", "2019-20-academic", NEL, "0.07"),
        ("alcohol-admissions-under-18/year", "2021-22-to-2023-24", NEL, "27.16"),
    ],
)
def test_finished_figures_are_kept_as_published(measure: str, period: str, area: str, value: str) -> None:
    assert latest()[measure, period, area].value == value


def test_the_published_rate_of_section_47_agrees_with_the_counts() -> None:
    for area in (NEL, ENGLAND, REGION, "rotherham", "darlington"):
        rate = latest()["section-47-rate/year", "2024-25", area].value
        assert shown(computed("section-47-rate/year-counts", "2024-25", area), "0.0") == shown(
            Decimal(rate), "0.0"
        )


def test_forty_eight_quarters_of_referrals_add_up_to_the_years() -> None:
    quarters = {
        period: row
        for (measure, period, area), row in latest().items()
        if measure == "referral-rate/quarter-published" and area == NEL
    }
    assert len(quarters) == 48
    assert (min(quarters), max(quarters)) == ("2012-13-Q1", "2023-24-Q4")
    assert quarters["2012-13-Q1"].numerator == "910"
    assert quarters["2012-13-Q1"].denominator == "34292"
    for year in {period[:7] for period in quarters}:
        summed = sum(int(row.numerator) for period, row in quarters.items() if period.startswith(year))
        assert summed == int(latest()["referral-rate/year", year, NEL].numerator)
    assert sum(int(quarters[f"2012-13-Q{q}"].numerator) for q in (1, 2, 3, 4)) == 3468


def test_there_are_real_series_for_at_least_thirty_indicators() -> None:
    mine = {row.measure.partition("/")[0] for _, row in series() if row.area == NEL}
    assert len(mine) >= 80
    by_then = {
        row.measure.partition("/")[0]
        for record, row in series()
        if row.area == NEL and record.released_on and record.released_on <= date(2025, 12, 10)
    }
    assert len(by_then) >= 80, "the scorecard of 10 December 2025 sees only what was public then"


def test_every_area_that_the_scorecard_compares_with_is_there() -> None:
    neighbours = register().record(NeighbourSet, "nel-neighbours-2025").neighbours
    assert len(neighbours) == 10
    wanted = {NEL, ENGLAND, REGION, *neighbours}
    found: dict[str, set[str]] = {}
    for _, row in series():
        found.setdefault(row.measure, set()).add(row.area)
    lacking = {measure: sorted(wanted - areas) for measure, areas in found.items() if wanted - areas}
    assert lacking == {}


def test_no_figure_without_a_status_and_no_status_without_its_figure() -> None:
    wrong = []
    for record, row in series():
        measure = register().get(row.measure)
        assert isinstance(measure, Measure), row.measure
        has = row.value if measure.source_only else row.numerator
        if row.status not in ("final", "provisional", "suppressed", "not-available", "not-applicable", "low"):
            wrong.append((record.id, row, "no such status"))
        if row.status in ("final", "provisional") and not has:
            wrong.append((record.id, row, "no figure"))
        if measure.source_only and row.status not in ("final", "provisional") and row.value:
            wrong.append((record.id, row, "a figure that is said not to be there"))
        if parse_period(row.period).kind.value != measure.period_kind:
            wrong.append((record.id, row, "a period of another kind"))
    assert wrong == []


def test_every_record_says_where_its_figures_come_from() -> None:
    for record in register().all(PublishedSeries):
        assert register().find(Source, record.source), record.id
        assert register().find(ImportMapping, record.mapping), record.id
        assert record.released_on and len(record.sha256) == 64
        assert record.rows == len(register().published[record.id])
        assert not record.illustrative


def test_every_mapped_measure_is_published_and_every_published_measure_is_mapped() -> None:
    mapped = {column.measure for m in register().all(ImportMapping) for column in m.columns}
    published = {
        f"{indicator.id}/{measure.id}"
        for indicator in register().all(Indicator)
        for measure in indicator.measures
        if measure.series == "published"
    }
    assert mapped == published
    instead = {one for one in published if one.endswith("/year-from-lait")}
    held = {row.measure for _, row in series()}
    assert held == published - instead
    assert {one.replace("/year-from-lait", "/year") for one in instead} <= held  # the department's own files
