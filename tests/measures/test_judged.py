"""A series judged at a quarter's end: targets in force, colours, arrows, phases, charts without limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.calendars import Period, quarter
from lif.measures.assemble import assemble
from lif.measures.icons import Assurance, Variation
from lif.measures.judged import Judged, judged
from lif.measures.status import Status
from lif.measures.travel import Arrow, Meaning
from lif.workspace import Workspace

LAST = quarter(2024, 4)
RETURN = """
    id: care-{slug}
    agency: social-care
    period: {period}
    due: 2025-04-30
    received: 2025-05-01
    values:
"""


def quarters(count: int, last: Period = LAST) -> list[Period]:
    """So many quarters, the last one at the end."""
    found = [last]
    while len(found) < count:
        found.insert(0, found[0].previous())
    return found


def value(period: Period, parts: str) -> str:
    """`41/50`, `41` for a count, or a status."""
    first, _, second = parts.partition("/")
    lines = [f"status: {parts}"] if first.isalpha() or "-" in first else [f"numerator: {first}"]
    lines += [f"denominator: {second}"] * bool(second)
    head = [f"id: v-{period.slug}", "measure: seen/quarter", f"period: {period}"]
    return "      - " + "\n        ".join([*head, *lines]) + "\n"


def judge(
    workspace: Write,
    parts: Sequence[str],
    *lines: str,
    as_at: str = "2025-06-30",
    last: Period = LAST,
    files: Mapping[str, str] | None = None,
    **fields: str,
) -> Judged:
    """The series of these quarters, the last of them `last`, judged at its end."""
    values = "".join(value(p, each) for p, each in zip(quarters(len(parts), last), parts, strict=True))
    given = {
        **SMALL,
        "framework/indicators/seen.yaml": indicator("seen", *lines, **fields),
        "data/returns/care-q4.yaml": RETURN.format(slug="q4", period=last) + values,
        **(files or {}),
    }
    loaded = Workspace.load(workspace(given), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    series = assemble(loaded.register, loaded.as_at).find("seen/quarter")
    assert series is not None
    return judged(loaded.register, series, LAST.end, loaded.as_at)


def target(*lines: str, basis: str = "target-now", since: str = "2020-01-01", id_: str = "aim") -> str:
    """A target as lines of the indicator."""
    first, *rest = [f"id: {id_}", f"basis: {basis}", f"since: {since}", *lines]
    return "\n".join([f"  - {first}", *(f"    {line}" for line in rest)])


# Colours.


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ("80/100", Status.GREEN),
        ("799/1000", Status.AMBER),
        ("75/100", Status.AMBER),
        ("7499/10000", Status.RED),
        ("0/100", Status.RED),
    ],
)
def test_on_an_end_it_is_the_better_colour(workspace: Write, parts: str, status: Status) -> None:
    found = judge(workspace, [parts], "targets:", target("value: 80", "tolerance: 5"))
    assert found.rating.status is status


@pytest.mark.parametrize(
    ("parts", "status"),
    [("20/100", Status.GREEN), ("22/100", Status.AMBER), ("2201/10000", Status.RED)],
)
def test_a_relative_tolerance_is_of_the_target(workspace: Write, parts: str, status: Status) -> None:
    aim = target("value: 20", "tolerance: 10", "tolerance_kind: relative")
    assert judge(workspace, [parts], "targets:", aim, polarity="low").rating.status is status


@pytest.mark.parametrize(
    ("parts", "status"),
    [
        ("10/100", Status.GREEN),
        ("15/100", Status.GREEN),
        ("8/100", Status.AMBER),
        ("17/100", Status.AMBER),
        ("79/1000", Status.RED),
        ("171/1000", Status.RED),
    ],
)
def test_a_band_is_good_between_its_ends_and_both_are_in_it(
    workspace: Write, parts: str, status: Status
) -> None:
    band = target("band:", "  low: 10", "  high: 15", "tolerance: 2")
    assert judge(workspace, [parts], "targets:", band, polarity="band").rating.status is status


@pytest.mark.parametrize(("parts", "status"), [("0/100", Status.GREEN), ("1/100", Status.RED)])
def test_a_target_of_nought_works(workspace: Write, parts: str, status: Status) -> None:
    assert judge(workspace, [parts], "targets:", target("value: 0"), polarity="low").rating.status is status


def test_the_target_of_the_figures_own_period_counts(workspace: Write) -> None:
    lines = (
        "targets:",
        target("value: 90", "until: 2024-12-31", id_="old"),
        target("value: 70", since="2025-01-01", id_="new"),
    )
    now = judge(workspace, ["80/100", "80/100"], *lines)
    before = judge(workspace, ["80/100", "not-available"], *lines)
    assert now.aim is not None and before.aim is not None
    assert (now.aim.record.id, now.rating.status) == ("new", Status.GREEN)
    assert (before.aim.record.id, before.rating.status) == ("old", Status.RED)


def test_a_target_counts_from_its_own_first_to_its_own_last_day(workspace: Write) -> None:
    def counts(*lines: str, since: str = "2020-01-01") -> bool:
        return (
            judge(workspace, ["80/100"], "targets:", target("value: 70", *lines, since=since)).aim is not None
        )

    assert (counts(since="2025-03-31"), counts(since="2025-04-01")) == (True, False)
    assert (counts("until: 2025-03-31"), counts("until: 2025-03-30")) == (True, False)


def test_without_a_target_for_the_period_there_is_no_colour(workspace: Write) -> None:
    late = judge(workspace, ["80/100"], "targets:", target("value: 70", since="2025-04-01"))
    assert (late.aim, late.rating.status, late.rating.reason) == (None, Status.NOT_RATED, "no target")
    retired = target("value: 70", "retired:", "  on: 2025-03-31", "  reason: too easy")
    assert judge(workspace, ["80/100"], "targets:", retired).aim is None


@pytest.mark.parametrize(("measure", "found"), [("quarter", True), ("year", False)])
def test_a_target_can_be_for_one_series_only(workspace: Write, measure: str, found: bool) -> None:
    aim = judge(workspace, ["80/100"], "targets:", target("value: 70", f"measure: {measure}")).aim
    assert (aim is not None) is found


@pytest.mark.parametrize(("number", "aim"), [(1, 20), (2, 40), (3, 60), (4, 80)])
def test_a_profile_asks_for_the_quarters_own_share(workspace: Write, number: int, aim: int) -> None:
    profile = target(*("profile:", "  q1: 20", "  q2: 40", "  q3: 60", "  q4: 80"), basis="in-year-profile")
    found = judge(workspace, ["50/100"], "targets:", profile, last=quarter(2024, number))
    assert found.aim is not None
    assert found.aim.number == aim
    assert found.rating.status is (Status.GREEN if aim <= 50 else Status.RED)


def test_below_the_least_denominator_there_is_no_colour(workspace: Write) -> None:
    lines = ("minimum_for_rag: 30", "targets:", target("value: 80"))
    few, enough = judge(workspace, ["0/29"], *lines), judge(workspace, ["0/30"], *lines)
    assert (few.rating.status, few.rating.reason) == (Status.NOT_RATED, "fewer than 30 in the denominator")
    assert enough.rating.status is Status.RED


def test_a_measure_that_only_informs_has_no_colour(workspace: Write) -> None:
    found = judge(workspace, ["80/100"], "targets:", target("value: 70"), polarity="info")
    assert (found.rating.status, found.rating.reason) == (Status.NOT_RATED, "for information only")


@pytest.mark.parametrize(
    ("parts", "status"),
    [("9/10", Status.AMBER), ("90/100", Status.GREEN), ("30/100", Status.RED)],
)
def test_by_significance_the_interval_decides(workspace: Write, parts: str, status: Status) -> None:
    found = judge(workspace, [parts], "targets:", target("value: 80", basis="significance"))
    assert found.rating.status is status


def test_professional_judgement_is_not_the_softwares(workspace: Write) -> None:
    found = judge(workspace, ["9/10"], "targets:", target("value: 80", basis="professional-judgement"))
    assert (found.rating.status, found.rating.reason) == (
        Status.NOT_RATED,
        "professional judgement not yet recorded",
    )


FORECAST = """
    id: forecast-{id}
    measure: seen/quarter
    made_on: {made}
    made_by: head-of-care
    method: |
      By hand.
    values:
      - period: 2024-25-Q4
        value: {value}
"""


def test_by_the_years_end_the_forecast_known_then_is_judged(workspace: Write) -> None:
    files = {
        "framework/forecasts/forecast-one.yaml": FORECAST.format(id="one", made="2024-11-01", value=85),
        "framework/forecasts/forecast-two.yaml": FORECAST.format(id="two", made="2025-02-01", value=70),
    }
    lines = ("targets:", target("value: 80", basis="year-end-forecast"))

    def on(as_at: str) -> Status:
        last = quarter(2024, 2)
        return judge(workspace, ["10/100"], *lines, last=last, files=files, as_at=as_at).rating.status

    # the return itself is known from May on, each forecast from its own day
    assert on("2025-05-01") is Status.RED
    files["framework/forecasts/forecast-two.yaml"] = FORECAST.format(id="two", made="2025-05-02", value=70)
    assert on("2025-05-01") is Status.GREEN
    assert on("2025-05-02") is Status.RED


@pytest.mark.parametrize("period", ["2024-25", "2024-25-Q3", "2025-26-Q4", "2025-03-31"])
def test_a_forecast_of_another_period_is_not_the_years_end(workspace: Write, period: str) -> None:
    text = FORECAST.format(id="one", made="2024-11-01", value=85).replace("2024-25-Q4", period)
    files = {"framework/forecasts/forecast-one.yaml": text}
    lines = ("targets:", target("value: 80", basis="year-end-forecast"))
    found = judge(workspace, ["10/100"], *lines, last=quarter(2024, 2), files=files)
    assert found.rating.reason == "no forecast for the end of the year"


def test_without_a_forecast_of_the_years_end_there_is_no_colour(workspace: Write) -> None:
    found = judge(workspace, ["90/100"], "targets:", target("value: 80", basis="year-end-forecast"))
    assert found.rating.reason == "no forecast for the end of the year"


@pytest.mark.parametrize(
    ("polarity", "lines"),
    [
        ("high", ("value: 80", "tolerance: -5")),
        ("band", ("band:", "  low: 15", "  high: 10")),
        ("high", ("band:", "  low: 10", "  high: 15")),
        ("band", ("value: 80",)),
    ],
)
def test_a_target_that_does_not_fit_gives_no_colour_and_no_crash(
    workspace: Write, polarity: str, lines: tuple[str, ...]
) -> None:
    found = judge(workspace, ["1/100"], "targets:", target(*lines), polarity=polarity)
    assert found.rating.status is Status.NOT_RATED


# The figure itself.


def test_the_latest_figure_is_the_last_that_is_there_by_the_quarters_end(workspace: Write) -> None:
    found = judge(workspace, ["10/100", "20/100", "suppressed", "40/100"], last=LAST.next())
    assert found.latest is not None
    assert (str(found.latest.period), found.latest.value.number) == ("2024-25-Q3", Fraction(20))


def test_a_series_without_any_figure(workspace: Write) -> None:
    found = judge(workspace, ["suppressed", "not-available"])
    assert (found.latest, found.chart, found.run, found.travel) == (None, None, None, None)
    assert (found.rating.status, found.rating.reason) == (Status.NOT_RATED, "no figure")


# The arrow.


@pytest.mark.parametrize(
    ("polarity", "parts", "arrow", "meaning"),
    [
        ("high", ["10/100", "20/100"], Arrow.UP, Meaning.BETTER),
        ("low", ["10/100", "20/100"], Arrow.UP, Meaning.WORSE),
        ("info", ["20/100", "10/100"], Arrow.DOWN, Meaning.NONE),
        ("band", ["20/100", "10/100"], Arrow.DOWN, Meaning.NONE),
        ("high", ["20/100", "10/50"], Arrow.LEVEL, Meaning.SAME),
        ("high", ["10/100", "suppressed", "20/100"], Arrow.UP, Meaning.BETTER),
    ],
)
def test_the_arrow(workspace: Write, polarity: str, parts: list[str], arrow: Arrow, meaning: Meaning) -> None:
    found = judge(workspace, parts, polarity=polarity).travel
    assert found is not None
    assert (found.arrow, found.meaning) == (arrow, meaning)


def test_a_band_judges_the_arrow_by_its_distance(workspace: Write) -> None:
    band = target("band:", "  low: 10", "  high: 15")
    found = judge(workspace, ["5/100", "8/100"], "targets:", band, polarity="band").travel
    assert found is not None
    assert found.meaning is Meaning.BETTER


def test_one_figure_has_no_arrow(workspace: Write) -> None:
    assert judge(workspace, ["10/100"]).travel is None


PUBLISHED = """
    id: r
    title: Figures
    source: stats-2025
    release: "2024"
    released_on: 2024-10-31
    file: f.csv
    sha256: "00"
    mapping: m
    imported_on: 2026-01-01
    rows: 2
"""
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"


@pytest.mark.parametrize(
    ("kind", "first", "second", "arrow"),
    [
        ("rolling-year", "year-to-2023-09-30", "year-to-2024-09-30", True),
        ("rolling-year", "year-to-2023-12-31", "year-to-2024-09-30", False),
        ("pooled", "2018-19-to-2020-21", "2019-20-to-2021-22", False),
        ("pooled", "2016-17-to-2018-19", "2019-20-to-2021-22", True),
        ("financial-year", "2022-23", "2023-24", True),
        ("snapshot", "2023-03-31", "2024-03-31", True),
    ],
)
def test_periods_that_overlap_have_no_arrow(
    workspace: Write, kind: str, first: str, second: str, arrow: bool
) -> None:
    measure = f"  - id: year\n    period_kind: {kind}\n    series: published"
    rows = [f"seen/year,{period},hill-town,,{n},100,,final\n" for n, period in ((10, first), (20, second))]
    files = {
        **SMALL,
        "framework/indicators/seen.yaml": indicator("seen", measures=measure),
        "data/published/r.yaml": PUBLISHED,
        "data/published/r.csv": HEADER + "".join(rows),
    }
    loaded = Workspace.load(workspace(files), date(2025, 5, 20), checks=())
    series = assemble(loaded.register, loaded.as_at).find("seen/year")
    assert series is not None and len(series.figures) == 2
    found = judged(loaded.register, series, LAST.end, loaded.as_at)
    assert (found.travel is not None) is arrow


# Charts.

STEADY = [f"{50 + (-1) ** n * (n % 3)}/100" for n in range(24)]


@pytest.mark.parametrize(("count", "firm"), [(12, False), (13, True)])
def test_limits_and_signs_stand_from_thirteen_points_on(workspace: Write, count: int, firm: bool) -> None:
    found = judge(workspace, STEADY[:count], "targets:", target("value: 90"))
    assert found.chart is not None
    assert (found.chart.short, found.chart.firm) == (not firm, firm)
    assert (found.run is None) is firm


def test_a_missing_figure_is_no_point(workspace: Write) -> None:
    found = judge(workspace, [*STEADY[:12], "suppressed"])
    assert found.chart is not None
    assert (len(found.chart.points), found.chart.short) == (12, True)


def test_a_target_beyond_the_limits_will_be_missed(workspace: Write) -> None:
    def meets(aim: int, polarity: str = "high") -> Assurance | None:
        chart = judge(workspace, STEADY, "targets:", target(f"value: {aim}"), polarity=polarity).chart
        assert chart is not None
        return chart.assurance

    assert (meets(90), meets(50), meets(10)) == (Assurance.FAIL, Assurance.INCONSISTENT, Assurance.PASS)
    assert (meets(90, "low"), meets(10, "low")) == (Assurance.PASS, Assurance.FAIL)


@pytest.mark.parametrize(
    ("polarity", "variation"),
    [
        ("high", Variation.IMPROVEMENT_HIGH),
        ("low", Variation.CONCERN_HIGH),
        ("info", Variation.NEUTRAL_HIGH),
        ("band", Variation.NEUTRAL_HIGH),
    ],
)
def test_a_point_far_off_is_good_or_bad_by_the_measures_polarity(
    workspace: Write, polarity: str, variation: Variation
) -> None:
    chart = judge(workspace, [*STEADY[:-1], "95/100"], polarity=polarity).chart
    assert chart is not None
    assert chart.variation is variation


STEP = """
    id: step-one
    measure: seen/quarter
    period: {period}
    label: New service
    reason: |
      A new service began.
    agreed_by: top-board
    agreed_on: 2025-05-20
"""
BEFORE, AFTER = ["30/100", "32/100"] * 7, ["60/100", "62/100"] * 7


def stepped(workspace: Write, period: str, as_at: str, parts: Sequence[str] = (*BEFORE, *AFTER)) -> Judged:
    files = {"framework/step-changes/step-one.yaml": STEP.format(period=period)}
    return judge(workspace, parts, as_at=as_at, files=files)


def test_a_step_change_begins_a_phase_from_the_day_it_was_agreed(workspace: Write) -> None:
    first_after = str(quarters(28)[14])
    before, since = (stepped(workspace, first_after, day).chart for day in ("2025-05-19", "2025-05-20"))
    assert before is not None and since is not None
    assert (len(before.phases), len(since.phases)) == (1, 2)
    assert [round(phase.mean) for phase in since.phases] == [31, 61]
    assert since.variation is Variation.COMMON_CAUSE


def test_a_phase_whose_first_quarter_has_no_figure_begins_with_the_next(workspace: Write) -> None:
    parts = [*BEFORE, "not-available", *AFTER]
    chart = stepped(workspace, str(quarters(29)[14]), "2025-05-20", parts).chart
    assert chart is not None
    assert [(phase.n, round(phase.mean)) for phase in chart.phases] == [(14, 31), (14, 61)]
    assert chart.lost == ()


def test_a_step_change_after_the_last_figure_changes_nothing_yet(workspace: Write) -> None:
    chart = stepped(workspace, "2025-26-Q1", "2025-05-20").chart
    assert chart is not None
    assert (len(chart.phases), chart.lost) == (1, ())


def test_a_step_change_at_the_first_figure_begins_nothing_new(workspace: Write) -> None:
    chart = stepped(workspace, str(quarters(28)[0]), "2025-05-20").chart
    assert chart is not None
    assert [phase.number for phase in chart.phases] == [0]


def test_a_young_phase_is_a_run_chart_of_its_own_points(workspace: Write) -> None:
    found = stepped(workspace, str(quarters(17)[14]), "2025-05-20", [*BEFORE, "60/100", "62/100", "70/100"])
    assert found.chart is not None and found.run is not None
    assert (found.chart.firm, found.run.centre) == (False, 62)


BREAK = """
    id: break-one
    measure: seen/quarter
    period: {period}
    reason: |
      Counted in another way.
"""


def broken(workspace: Write, period: str, *, comparable: bool = False, parts: Sequence[str] = ()) -> Judged:
    text = BREAK.format(period=period) + ("    comparable: true\n" if comparable else "")
    files = {"framework/series-breaks/break-one.yaml": text}
    return judge(workspace, parts or [*BEFORE, *AFTER], files=files)


def test_a_change_of_definition_cuts_what_stood_before(workspace: Write) -> None:
    found = broken(workspace, str(quarters(28)[14]))
    assert found.chart is not None
    assert (len(found.points), len(found.chart.points), len(found.chart.phases)) == (14, 14, 1)


def test_a_change_that_keeps_figures_comparable_cuts_nothing(workspace: Write) -> None:
    assert len(broken(workspace, str(quarters(28)[14]), comparable=True).points) == 28


def test_a_change_of_another_series_cuts_nothing(workspace: Write) -> None:
    text = BREAK.format(period=quarters(28)[14]).replace("seen/quarter", "other/quarter")
    files = {"framework/series-breaks/break-one.yaml": text}
    assert len(judge(workspace, [*BEFORE, *AFTER], files=files).points) == 28


def test_a_change_still_to_come_cuts_nothing(workspace: Write) -> None:
    assert len(broken(workspace, "2025-26-Q1").points) == 28


def test_no_arrow_crosses_a_change_of_definition(workspace: Write) -> None:
    found = broken(workspace, "2024-25-Q4", parts=["10/100", "20/100"])
    assert (found.travel, len(found.points)) == (None, 1)


PARTS = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda p: (min(p), max(p)))


@given(st.lists(PARTS, min_size=1, max_size=20), st.integers(0, 100), st.sampled_from(["high", "low"]))
def test_colour_and_arrow_follow_the_exact_figures(
    parts: list[tuple[int, int]], aim: int, polarity: str
) -> None:
    from lif.measures.series import Figure, Series
    from lif.measures.values import Value
    from lif.records.indicators import Indicator
    from lif.records.reading import read_record
    from lif.register import Register

    data = {
        "id": "seen",
        "name": "Seen",
        "domain": "D",
        "definition": "d",
        "numerator": "n",
        "unit": "percent",
        "counts": "children",
        "polarity": polarity,
        "outcomes_class": "how-well",
        "source_return": "r",
        "supplier": "a",
        "owner": "b",
        "group": "c",
        "measures": [{"id": "quarter", "period_kind": "quarter", "series": "returns"}],
        "targets": [{"id": "t", "value": str(aim), "basis": "target-now", "since": "2000-01-01"}],
    }
    seen = read_record(Indicator, data)
    assert isinstance(seen, Indicator)
    figures = tuple(
        Figure(period, Value(numerator=n, denominator=of, per=100), "r", date(2025, 1, 1), False)
        for period, (n, of) in zip(quarters(len(parts)), parts, strict=True)
    )
    found = judged(Register.of([]), Series(seen, seen.measures[0], "x", figures), LAST.end, LAST.end)
    now = Fraction(parts[-1][0] * 100, parts[-1][1])
    good = now >= aim if polarity == "high" else now <= aim
    assert found.rating.status is (Status.GREEN if good else Status.RED)
    if len(parts) > 1:
        before = Fraction(parts[-2][0] * 100, parts[-2][1])
        assert found.travel is not None
        assert found.travel.change == now - before
