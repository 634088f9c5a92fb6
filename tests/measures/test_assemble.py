"""Figures as they were known on a day: what had come, what had been revised, and what never belongs in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.calendars import Period, parse_period, quarter, quarters_between
from lif.measures.assemble import assemble, value_of
from lif.measures.series import Figures
from lif.measures.values import ValueStatus
from lif.records.board import Board
from lif.records.figures import PublishedSeries, Return, ReturnSchedule
from lif.records.indicators import Indicator
from lif.records.reading import read_record
from lif.records.record import Record
from lif.register import Entry, PublishedRow, Register
from lif.workspace import Workspace

R = TypeVar("R", bound=Record)
Q1, Q2 = quarter(2024, 1), quarter(2024, 2)
SEEN = "seen/quarter"


def known(workspace: Write, files: Mapping[str, str], as_at: str) -> Figures:
    """The figures of the small board with these files, as known on a day."""
    loaded = Workspace.load(workspace({**SMALL, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    return assemble(loaded.register, loaded.as_at)


def number(figures: Figures, period: Period = Q1, measure: str = SEEN) -> Fraction | None:
    figure = figures.figure(measure, period)
    return figure.value.number if figure else None


RETURN = """
    id: care-q1
    agency: social-care
    period: 2024-25-Q1
    due: 2024-07-31
    received: 2024-08-05
    values:
      - id: seen
        measure: seen/quarter
        numerator: 41
        denominator: 50
"""


def test_a_return_is_known_from_the_day_it_came(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": RETURN}
    assert number(known(workspace, files, "2024-08-04")) is None
    assert number(known(workspace, files, "2024-08-05")) == 82


def test_a_return_that_has_not_come_has_no_figures(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "data/returns/care-q1.yaml": RETURN.replace("    received: 2024-08-05\n", ""),
    }
    assert known(workspace, files, "2030-01-01").series == {}


def test_a_value_supplied_later_than_its_return_is_known_from_its_own_day(workspace: Write) -> None:
    late = RETURN + "        reported_on: 2024-09-30\n"
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": late}
    assert number(known(workspace, files, "2024-09-29")) is None
    figure = known(workspace, files, "2024-09-30").figure(SEEN, Q1)
    assert figure is not None
    assert figure.known_since == date(2024, 9, 30)


REVISED = (
    RETURN
    + """\
        reason: counted again
        revisions:
          - until: 2024-09-01
            numerator: 30
            denominator: 50
            status: provisional
            reason: late visits were added
          - until: 2024-10-01
            numerator: 40
            denominator: 50
            reason: a duplicate was taken out
"""
)


@pytest.mark.parametrize(
    ("as_at", "now", "before", "since", "reason"),
    [
        ("2024-08-31", 60, None, "2024-08-05", ""),
        ("2024-09-01", 80, 60, "2024-09-01", "late visits were added"),
        ("2024-09-30", 80, 60, "2024-09-01", "late visits were added"),
        ("2024-10-01", 82, 80, "2024-10-01", "a duplicate was taken out"),
    ],
)
def test_revisions_are_known_from_the_day_they_were_made(
    workspace: Write, as_at: str, now: int, before: int | None, since: str, reason: str
) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": REVISED}
    figure = known(workspace, files, as_at).figure(SEEN, Q1)
    assert figure is not None
    assert figure.value.number == now
    assert (figure.earlier.number if figure.earlier else None) == before
    assert (figure.known_since.isoformat(), figure.reason) == (since, reason)
    assert figure.revised == (before is not None)


def test_an_early_status_goes_with_the_early_value(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": REVISED}
    figure = known(workspace, files, "2024-08-31").figure(SEEN, Q1)
    assert figure is not None
    assert figure.value.status is ValueStatus.PROVISIONAL


def revision(status: str, numerator: str = "") -> str:
    parts = f"\n            numerator: {numerator}\n            denominator: 50" if numerator else ""
    return (
        RETURN
        + f"""\
        revisions:
          - until: 2024-09-01
            status: {status}{parts}
            reason: it came
"""
    )


@pytest.mark.parametrize(
    ("text", "revised"),
    [
        (revision("provisional", "41"), False),
        (revision("awaited"), False),
        (revision("suppressed"), False),
        (revision("final", "40"), True),
    ],
)
def test_a_figure_that_is_only_firmer_or_only_now_there_was_not_revised(
    workspace: Write, text: str, revised: bool
) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": text}
    figure = known(workspace, files, "2024-12-31").figure(SEEN, Q1)
    assert figure is not None
    assert figure.revised is revised


def test_a_figure_that_was_withdrawn_was_revised(workspace: Write) -> None:
    text = (
        RETURN.replace("numerator: 41\n        denominator: 50", "status: not-available")
        + """\
        revisions:
          - until: 2024-09-01
            numerator: 41
            denominator: 50
            reason: the agency took it back
"""
    )
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": text}
    figure = known(workspace, files, "2024-12-31").figure(SEEN, Q1)
    assert figure is not None
    assert figure.value.number is None
    assert figure.revised


def test_what_is_retired_no_longer_counts_from_that_day(workspace: Write) -> None:
    text = (
        RETURN
        + """
    retired:
      on: 2024-10-01
      reason: sent to the wrong board
"""
    )
    files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": text}
    assert number(known(workspace, files, "2024-09-30")) == 82
    assert number(known(workspace, files, "2024-10-01")) is None


YEARLY = "  - id: year\n    period_kind: financial-year\n    series: published"
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"


def release(id_: str, released: str, *rows: str, **more: str) -> dict[str, str]:
    """A published series with its table."""
    extra = "".join(f"{name}: {value}\n" for name, value in more.items())
    return {
        f"data/published/{id_}.yaml": (
            f"id: {id_}\ntitle: Figures\nsource: stats-2025\nrelease: {released}\nreleased_on: {released}\n"
            f"file: f.csv\nsha256: '00'\nmapping: m\nimported_on: 2026-01-01\nrows: {len(rows)}\n{extra}"
        ),
        f"data/published/{id_}.csv": HEADER + "".join(f"{row}\n" for row in rows),
    }


def test_a_release_is_known_from_the_day_it_was_published_and_not_imported(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release("r2024", "2024-10-31", "plans/year,2023-24,hill-town,,30,40,,final"),
    }
    year = parse_period("2023-24")
    assert number(known(workspace, files, "2024-10-30"), year, "plans/year") is None
    assert number(known(workspace, files, "2024-10-31"), year, "plans/year") == 75


def test_the_later_release_wins_whatever_it_is_called(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release("z-first", "2023-10-31", "plans/year,2022-23,hill-town,,20,40,,provisional"),
        **release(
            "a-second",
            "2024-10-31",
            "plans/year,2022-23,hill-town,,22,40,,final",
            "plans/year,2023-24,hill-town,,30,40,,final",
        ),
        **release("m-third", "2025-10-31", "plans/year,2022-23,hill-town,,22,40,,final"),
    }
    year = parse_period("2022-23")
    before = known(workspace, files, "2024-10-30").figure("plans/year", year)
    after = known(workspace, files, "2024-10-31").figure("plans/year", year)
    last = known(workspace, files, "2025-12-31")
    assert before is not None and after is not None
    assert (before.value.number, before.revised) == (Fraction(50), False)
    assert (after.value.number, after.earlier and after.earlier.number, after.origin) == (
        Fraction(55),
        Fraction(50),
        "a-second",
    )
    assert last.figure("plans/year", year) == after  # said again, so the revision is remembered
    assert number(last, parse_period("2023-24"), "plans/year") == 75  # what a release leaves out stays


def test_areas_and_breakdowns_are_series_of_their_own(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release(
            "r2024",
            "2024-10-31",
            "plans/year,2023-24,hill-town,,30,40,,final",
            "plans/year,2023-24,hill-town,age = 10 to 15,10,20,,final",
            "plans/year,2023-24,brook,,1,4,,final",
        ),
    }
    figures = known(workspace, files, "2025-01-01")
    year = parse_period("2023-24")
    assert number(figures, year, "plans/year") == 75
    assert figures.figure("plans/year", year, "brook").value.number == 25  # type: ignore[union-attr]
    part = figures.figure("plans/year", year, breakdown="age = 10 to 15")
    assert part is not None
    assert part.value.number == 50


@pytest.mark.parametrize(
    "row",
    [
        "plans/year,2023-24-Q1,hill-town,,30,40,,final",
        "plans/year,2024-03-31,hill-town,,30,40,,final",
        "plans/year,2023-24,hill-town,,30,,,final",
        "plans/year,2023-24,hill-town,,,,75,final",
        "plans/year,2023-24,hill-town,,NaN,40,,final",
        "plans/year,2023-24,hill-town,,3_0,40,,final",
        "plans/year,2023-24,hill-town,,３０,40,,final",
        "plans/year,2023-24,hill-town,,1e1,40,,final",
        "plans/year,2023-24,hill-town,,30,40,,certain",
        "plans/year,yesterday,hill-town,,30,40,,final",
        "other/year,2023-24,hill-town,,30,40,,final",
    ],
)
def test_a_row_that_does_not_fit_its_measure_is_left_out(workspace: Write, row: str) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release("r2024", "2024-10-31", row),
    }
    assert known(workspace, files, "2025-01-01").series == {}


def test_a_suppressed_row_holds_no_number_even_where_one_is_written(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release("r2024", "2024-10-31", "plans/year,2023-24,hill-town,,3,4,,suppressed"),
    }
    figure = known(workspace, files, "2025-01-01").figure("plans/year", parse_period("2023-24"))
    assert figure is not None
    assert (figure.value.status, figure.value.numerator, figure.value.number) == (
        ValueStatus.SUPPRESSED,
        None,
        None,
    )


def test_years_whose_spelling_could_be_a_month_are_read_by_the_measure(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY),
        **release("r", "2024-10-31", "plans/year,2011-12,hill-town,,1,2,,final"),
    }
    figures = known(workspace, files, "2025-01-01")
    assert number(figures, parse_period("2011-12-financial"), "plans/year") == 50


EXAMPLES = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    illustrative: true"


@pytest.mark.parametrize(
    ("measures", "example", "there"),
    [("", False, True), ("", True, False), (EXAMPLES, True, True), (EXAMPLES, False, False)],
)
def test_examples_and_real_figures_never_share_a_series(
    workspace: Write, measures: str, example: bool, there: bool
) -> None:
    mark = "    illustrative: true\n" if example else ""
    files = {
        "framework/indicators/seen.yaml": indicator("seen", measures=measures),
        "data/returns/care-q1.yaml": RETURN + mark,
    }
    figures = known(workspace, files, "2025-01-01")
    assert (figures.find(SEEN) is not None) is there
    if there:
        assert figures.figure(SEEN, Q1).illustrative is example  # type: ignore[union-attr]
        assert figures.find(SEEN).illustrative is example  # type: ignore[union-attr]


def test_returned_and_published_figures_never_share_a_series(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "data/returns/care-q1.yaml": RETURN,
        **release("r", "2024-12-31", "seen/quarter,2024-25-Q1,hill-town,,1,50,,final"),
    }
    assert number(known(workspace, files, "2025-01-01")) == 82
    files["framework/indicators/seen.yaml"] = indicator(
        "seen", measures="  - id: quarter\n    period_kind: quarter\n    series: published"
    )
    assert number(known(workspace, files, "2025-01-01")) == 2


def test_the_measures_own_supplier_wins_and_the_other_is_no_revision(workspace: Write) -> None:
    police = RETURN.replace("care-q1", "a-police-q1").replace("social-care", "police").replace("41", "10")
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "data/returns/a-police-q1.yaml": police,
        "data/returns/care-q1.yaml": RETURN,
    }
    figure = known(workspace, files, "2025-01-01").figure(SEEN, Q1)
    assert figure is not None
    assert (figure.origin, figure.value.number, figure.earlier) == ("care-q1", Fraction(82), None)


def test_of_two_returns_of_one_agency_the_first_by_id_counts(workspace: Write) -> None:
    again = RETURN.replace("care-q1", "z-care-q1").replace("41", "10")
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "data/returns/z-care-q1.yaml": again,
        "data/returns/care-q1.yaml": RETURN,
    }
    assert number(known(workspace, files, "2025-01-01")) == 82


def test_an_agency_whose_work_was_taken_over_is_still_the_supplier(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "framework/agencies/old-care.yaml": """
            id: old-care
            name: The old service
            sector: council
            successor: social-care
        """,
        "data/returns/z-old-q1.yaml": RETURN.replace("care-q1", "z-old-q1").replace(
            "social-care", "old-care"
        ),
        "data/returns/a-police-q1.yaml": RETURN.replace("care-q1", "a-police-q1").replace(
            "social-care", "police"
        ),
    }
    figure = known(workspace, files, "2025-01-01").figure(SEEN, Q1)
    assert figure is not None
    assert figure.origin == "z-old-q1"


def test_a_measure_of_a_wider_area_is_found_without_naming_it(workspace: Write) -> None:
    force = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    area: the-dales"
    files = {
        "framework/indicators/seen.yaml": indicator("seen", measures=force),
        "data/returns/care-q1.yaml": RETURN,
    }
    figures = known(workspace, files, "2025-01-01")
    found = figures.find(SEEN)
    assert found is not None
    assert (found.area, figures.own_area(SEEN), figures.own_area("x/y")) == (
        "the-dales",
        "the-dales",
        "hill-town",
    )


SCHEDULE = """
    id: care-owes
    agency: social-care
    every: quarter
    due_days_after: 31
    since: 2024-25-Q1
    until: 2024-25-Q3
    measures:
      - seen/quarter
"""


def awaited(workspace: Write, as_at: str, **files: str) -> list[str]:
    paths = {"seen": "framework/indicators/seen.yaml", "owes": "framework/return-schedules/care-owes.yaml"}
    paths |= {"q1": "data/returns/care-q1.yaml"}
    given = {"seen": indicator("seen"), "owes": SCHEDULE, **files}
    figures = known(workspace, {paths[name]: text for name, text in given.items()}, as_at)
    for measure, period in figures.awaited:
        assert figures.status(measure, period) is ValueStatus.AWAITED
    return sorted(f"{measure} {period}" for measure, period in figures.awaited)


def test_a_figure_is_awaited_from_the_day_after_it_was_due(workspace: Write) -> None:
    assert awaited(workspace, "2024-07-31") == []
    assert awaited(workspace, "2024-08-01") == ["seen/quarter 2024-25-Q1"]
    assert awaited(workspace, "2030-01-01") == [f"seen/quarter 2024-25-Q{n}" for n in (1, 2, 3)]


def test_a_return_that_came_is_not_awaited_unless_a_value_of_it_is(workspace: Write) -> None:
    assert awaited(workspace, "2024-08-05", q1=RETURN) == []
    assert awaited(workspace, "2024-08-04", q1=RETURN) == ["seen/quarter 2024-25-Q1"]
    without = RETURN[: RETURN.index("    values:")]
    assert awaited(workspace, "2024-08-05", q1=without) == ["seen/quarter 2024-25-Q1"]
    said = RETURN.replace("numerator: 41\n        denominator: 50", "status: {}")
    assert awaited(workspace, "2024-08-05", q1=said.format("awaited")) == ["seen/quarter 2024-25-Q1"]
    assert awaited(workspace, "2024-08-05", q1=said.format("not-available")) == []


def test_the_day_that_a_return_was_given_counts_before_the_schedules(workspace: Write) -> None:
    longer = RETURN.replace("due: 2024-07-31", "due: 2024-08-31").replace("    received: 2024-08-05\n", "")
    assert awaited(workspace, "2024-08-31", q1=longer) == []
    assert awaited(workspace, "2024-09-01", q1=longer) == ["seen/quarter 2024-25-Q1"]


def test_a_schedule_asks_only_for_measures_of_its_kind_of_period(workspace: Write) -> None:
    monthly = SCHEDULE.replace("every: quarter", "every: month").replace("2024-25-Q1", "2024-05")
    monthly = monthly.replace("2024-25-Q3", "2024-06")
    assert awaited(workspace, "2030-01-01", owes=monthly) == []
    months = indicator("seen", measures="  - id: quarter\n    period_kind: month\n    series: returns")
    assert awaited(workspace, "2030-01-01", owes=monthly, seen=months) == [
        "seen/quarter 2024-05",
        "seen/quarter 2024-06",
    ]


def test_a_day_that_comes_round_is_owed_where_a_return_of_it_is_recorded(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator(
            "plans", measures="  - id: day\n    period_kind: snapshot\n    series: returns"
        ),
        "framework/return-schedules/yearly.yaml": """
            id: yearly
            agency: social-care
            every: year
            due_days_after: 60
            since: 2023-03-31
            measures: [plans/day]
        """,
        "data/returns/care-2024.yaml": """
            id: care-2024
            agency: social-care
            period: 2024-03-31
            due: 2024-05-31
        """,
        "data/returns/police-2024.yaml": """
            id: police-2024
            agency: police
            period: 2024-03-30
            due: 2024-05-31
        """,
    }
    figures = known(workspace, files, "2024-08-01")
    days = {("plans/day", parse_period(day)) for day in ("2023-03-31", "2024-03-31")}
    assert figures.awaited == days


def test_two_schedules_of_one_agency_both_count(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "framework/indicators/plans.yaml": indicator(
            "plans", measures="  - id: year\n    period_kind: financial-year\n    series: returns"
        ),
        "framework/return-schedules/care-owes.yaml": SCHEDULE,
        "framework/return-schedules/yearly.yaml": """
            id: yearly
            agency: social-care
            every: year
            due_days_after: 60
            since: 2023-24
            until: 2023-24
            measures:
              - plans/year
        """,
    }
    figures = known(workspace, files, "2024-08-01")
    assert figures.awaited == {("plans/year", parse_period("2023-24")), (SEEN, Q1)}


# What one indicator makes of its parts, exactly.


def made(unit: str, **more: object) -> Indicator:
    text: dict[str, object] = {
        "id": "made",
        "name": "Made",
        "domain": "D",
        "definition": "d",
        "numerator": "n",
        "unit": unit,
        "counts": "children",
        "polarity": "high",
        "outcomes_class": "how-well",
        "source_return": "r",
        "supplier": "social-care",
        "owner": "head-of-care",
        "group": "neglect-group",
        "measures": [{"id": "quarter", "period_kind": "quarter", "series": "returns"}],
        **more,
    }
    return record(Indicator, text)


def record(kind: type[R], data: Mapping[str, object]) -> R:
    found = read_record(kind, dict(data))
    assert isinstance(found, kind), found
    return found


@pytest.mark.parametrize(
    ("unit", "per", "number"),
    [("percent", "", Fraction(100, 3)), ("rate", "10000", Fraction(10000, 3)), ("mean", "", Fraction(1, 3))],
)
def test_parts_make_the_figure_without_rounding(unit: str, per: str, number: Fraction) -> None:
    of = made(unit, **({"rate_per": per} if per else {}))
    assert value_of(of, of.measures[0], "final", 1, 3, None).number == number


def test_a_count_is_its_numerator_and_needs_no_denominator() -> None:
    of = made("count")
    assert value_of(of, of.measures[0], "final", 7, 50, None).number == 7
    assert value_of(of, of.measures[0], "final", 0, None, None).is_true_zero


def test_a_rate_that_does_not_say_per_how_many_is_no_figure() -> None:
    of = made("rate")
    with pytest.raises(ValueError, match="per how many"):
        value_of(of, of.measures[0], "final", 1, 3, None)


def test_a_finished_figure_counts_only_where_the_measure_says_so(workspace: Write) -> None:
    files = {
        "framework/indicators/plans.yaml": indicator("plans", measures=YEARLY + "\n    source_only: true"),
        **release(
            "r",
            "2024-10-31",
            "plans/year,2021-22,hill-town,,,,63.25,final",
            "plans/year,2022-23,hill-town,,30,40,,final",
            "plans/year,2023-24,hill-town,,,,0,final",
        ),
    }
    figures = known(workspace, files, "2025-01-01")
    found = [number(figures, parse_period(year), "plans/year") for year in ("2021-22", "2022-23", "2023-24")]
    assert found == [Fraction(253, 4), None, 0]


@pytest.mark.parametrize("status", ["awaited", "not-available", "not-applicable", "suppressed", "low"])
def test_no_figure_keeps_its_reason_and_is_not_nought(workspace: Write, status: str) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        "data/returns/care-q1.yaml": RETURN.replace(
            "numerator: 41\n        denominator: 50", f"status: {status}"
        ),
    }
    figures = known(workspace, files, "2025-01-01")
    figure = figures.figure(SEEN, Q1)
    assert figure is not None
    assert figure.value.status.value == status
    assert figures.status(SEEN, Q1) is figure.value.status
    assert (figure.value.number, figure.value.is_true_zero) == (None, False)
    assert figures.find(SEEN).latest(Q1.end) is None  # type: ignore[union-attr]
    assert figures.status(SEEN, Q2) is None


def test_nought_of_some_is_a_figure_and_nought_of_nought_is_not(workspace: Write) -> None:
    def with_parts(numerator: int, denominator: int) -> Figures:
        text = RETURN.replace("numerator: 41", f"numerator: {numerator}").replace("50", str(denominator))
        files = {"framework/indicators/seen.yaml": indicator("seen"), "data/returns/care-q1.yaml": text}
        return known(workspace, files, "2025-01-01")

    assert number(with_parts(0, 50)) == 0
    assert with_parts(0, 0).status(SEEN, Q1) is ValueStatus.NOT_APPLICABLE


# Over generated histories: nothing is lost in time, and nothing is inexact.

START = date(2024, 1, 1)
DAYS = st.integers(0, 900).map(lambda n: START + timedelta(days=n))
QUARTERS = tuple(quarters_between(quarter(2021, 1), quarter(2024, 4)))
BOARD: Mapping[str, object] = {
    "id": "hill",
    "name": "Hill",
    "area": "hill-town",
    "bodies": [{"id": "b", "name": "Hill", "kind": "partnership"}],
}


class Given(NamedTuple):
    """A value of a return: period, parts, the day it was reported, and what it was until which days."""

    period: Period
    n: int
    of: int
    reported: date | None
    changes: tuple[tuple[date, int], ...]


@st.composite
def values(draw: st.DrawFn) -> Given:
    of = draw(st.integers(1, 500))
    changes = draw(st.lists(st.tuples(DAYS, st.integers(0, of)), max_size=3, unique_by=lambda each: each[0]))
    reported = draw(st.none() | DAYS)
    period, n = draw(st.sampled_from(QUARTERS)), draw(st.integers(0, of))
    return Given(period, n, of, reported, tuple(sorted(changes)))


def returned(received: date, given_values: list[Given]) -> Register:
    """A register with one return."""
    listed = []
    for i, (period, n, of, reported, changes) in enumerate(given_values):
        listed.append(
            {
                "id": f"v{i}",
                "measure": "made/quarter",
                "period": str(period),
                "numerator": str(n),
                "denominator": str(of),
                **({"reported_on": reported.isoformat()} if reported else {}),
                "revisions": [
                    {"until": on.isoformat(), "numerator": str(m), "denominator": str(of), "reason": "r"}
                    for on, m in changes
                ],
            }
        )
    return_ = {
        "id": "ret",
        "agency": "social-care",
        "period": "2024-25-Q4",
        "due": "2025-04-30",
        "received": received.isoformat(),
        "values": listed,
    }
    records = [record(Board, BOARD), made("percent"), record(Return, return_)]
    return Register.of([Entry(each, "x.yaml") for each in records], board_id="hill")


UNIQUE = st.lists(values(), min_size=1, max_size=6, unique_by=lambda each: each[0])


@given(DAYS, UNIQUE, DAYS, DAYS)
def test_a_later_day_never_knows_less(received: date, given: list[Given], one: date, other: date) -> None:
    register = returned(received, given)
    early, late = (assemble(register, day) for day in sorted((one, other)))
    for key, series in early.series.items():
        periods = {figure.period for figure in series.figures}
        assert periods <= {figure.period for figure in late.series[key].figures}


@given(DAYS, UNIQUE, DAYS)
def test_every_value_is_what_stood_on_the_day_exactly(received: date, given: list[Given], day: date) -> None:
    figures = assemble(returned(received, given), day)
    for period, n, of, reported, changes in given:
        figure = figures.figure("made/quarter", period)
        if (reported or received) > day:
            assert figure is None
            continue
        assert figure is not None
        stood = next((m for until, m in changes if until > day), n)
        assert figure.value.number == Fraction(stood * 100, of)
        assert figure.known_since <= day


@given(st.lists(st.tuples(DAYS, st.integers(0, 9)), min_size=1, max_size=6), DAYS)
def test_of_all_releases_by_the_day_the_last_one_counts(releases: list[tuple[date, int]], day: date) -> None:
    entries: list[Record] = [
        record(Board, BOARD),
        made(
            "count",
            measures=[{"id": "year", "period_kind": "financial-year", "series": "published"}],
        ),
    ]
    rows = {}
    for i, (on, n) in enumerate(releases):
        series = {
            "id": f"s{i}",
            "title": "T",
            "source": "x",
            "release": "r",
            "file": "f",
            "sha256": "s",
            "released_on": on.isoformat(),
            "mapping": "m",
            "imported_on": "2030-01-01",
            "rows": "1",
        }
        entries.append(record(PublishedSeries, series))
        rows[f"s{i}"] = (PublishedRow("made/year", "2023-24", "hill-town", "", str(n), "", "", "final"),)
    register = Register.of([Entry(each, "x.yaml") for each in entries], (), rows, "hill")
    figure = assemble(register, day).figure("made/year", parse_period("2023-24"))
    public = sorted(((on, i, n) for i, (on, n) in enumerate(releases) if on <= day))
    assert (figure.value.number if figure else None) == (public[-1][2] if public else None)


@given(st.integers(0, 60), st.integers(0, 12), st.integers(0, 12))
def test_every_quarter_of_a_schedule_is_owed_once(days: int, first: int, more: int) -> None:
    since, until = QUARTERS[first], QUARTERS[min(first + more, len(QUARTERS) - 1)]
    schedule = {
        "id": "owes",
        "agency": "social-care",
        "every": "quarter",
        "due_days_after": str(days),
        "since": str(since),
        "until": str(until),
        "measures": ["made/quarter"],
    }
    records = [record(Board, BOARD), made("percent"), record(ReturnSchedule, schedule)]
    register = Register.of([Entry(each, "x.yaml") for each in records], board_id="hill")
    day = QUARTERS[8].end + timedelta(days=20)
    expected = {q for q in quarters_between(since, until) if q.end + timedelta(days=days) < day}
    assert assemble(register, day).awaited == {("made/quarter", q) for q in expected}
