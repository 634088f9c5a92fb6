"""The illustrative year 2024-25: consistent with itself and with the published year."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from lif.calendars import Period, parse_period
from lif.measures.assemble import assemble
from lif.measures.judged import Judged
from lif.measures.series import Figures
from lif.measures.standing import state_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.figures import Return, Story
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.meetings import GroupReport, Meeting
from lif.records.reviews import Review
from lif.register import Register
from lif.views.actions import due_within, overdue
from lif.views.scorecard.cards import reasons, stories
from lif.views.scorecard.lines import line
from lif.views.scorecard.question import Ask
from lif.workspace import Workspace

HERE = Path(__file__).parents[2]
AS_AT = date(2025, 12, 10)
QUARTERS = [f"{year}-{(year + 1) % 100:02d}-Q{n}" for year in range(2021, 2025) for n in range(1, 5)]
YEARS = ["2021-22", "2022-23", "2023-24", "2024-25"]
MADE_UP = (Return, Audit, Review, Action, GroupReport, Meeting, Evidence)


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.load(HERE, AS_AT)


@pytest.fixture(scope="module")
def register(workspace: Workspace) -> Register:
    return workspace.register


@pytest.fixture(scope="module")
def figures(register: Register) -> Figures:
    return assemble(register, AS_AT)


def parts(figures: Figures, measure: str, period: str) -> tuple[Fraction, Fraction]:
    """Numerator and denominator of a figure, exactly."""
    figure = figures.figure(measure, parse_period(period))
    assert figure is not None, f"{measure} has no figure for {period}"
    assert figure.value.numerator is not None
    return Fraction(figure.value.numerator), Fraction(figure.value.denominator or 1)


def number(figures: Figures, measure: str, period: str) -> Fraction:
    figure = figures.figure(measure, parse_period(period))
    assert figure is not None, f"{measure} has no figure for {period}"
    assert figure.value.number is not None
    return figure.value.number


def quarters_of(year: str) -> list[str]:
    return [f"{year}-Q{n}" for n in range(1, 5)]


def year_end(year: str) -> str:
    return f"{int(year[:4]) + 1}-03-31"


def test_every_record_of_the_year_says_that_it_is_an_example(register: Register) -> None:
    for kind in MADE_UP:
        found = register.all(kind)
        assert found
        assert [record.id for record in found if not record.illustrative] == []


def test_nothing_but_what_a_chair_should_chase_is_told_of_these_records(workspace: Workspace) -> None:
    mine = re.compile(
        r"data/(returns|audits|reviews|actions|group-reports|meetings|evidence)/"
        r"|framework/(return-schedules|step-changes|annotations)/"
    )
    told = [d for d in workspace.diagnostics if d.location and mine.match(d.location.path)]
    assert Counter(d.code for d in told) == {
        "A201": 7,
        "A202": 2,
        "A204": 1,
        "A311": 1,
        "F102": 1,
        "A438": 1,  # what the board answered to review A was never published
    }
    assert not workspace.errors


@pytest.mark.parametrize("indicator", ["referral-rate", "child-protection-plans-started"])
@pytest.mark.parametrize("year", YEARS)
def test_quarters_add_up_to_the_published_year(figures: Figures, indicator: str, year: str) -> None:
    total = sum(parts(figures, f"{indicator}/quarter", quarter)[0] for quarter in quarters_of(year))
    assert total == parts(figures, f"{indicator}/year", year)[0]


@pytest.mark.parametrize("indicator", ["re-referrals", "repeat-child-protection-plans"])
@pytest.mark.parametrize("year", YEARS)
def test_both_parts_of_the_quarters_add_up(figures: Figures, indicator: str, year: str) -> None:
    quarters = [parts(figures, f"{indicator}/quarter", quarter) for quarter in quarters_of(year)]
    total = (sum(upper for upper, _ in quarters), sum(lower for _, lower in quarters))
    assert total == parts(figures, f"{indicator}/year", year)


@pytest.mark.parametrize("indicator", ["icpc-within-15-days", "assessments-within-45-days"])
@pytest.mark.parametrize("year", YEARS)
def test_quarters_together_give_the_published_percentage(figures: Figures, indicator: str, year: str) -> None:
    quarters = [parts(figures, f"{indicator}/quarter", quarter) for quarter in quarters_of(year)]
    whole = sum((lower for _, lower in quarters), Fraction(0))
    percent = 100 * sum((upper for upper, _ in quarters), Fraction(0)) / whole
    assert abs(percent - number(figures, f"{indicator}/year", year)) <= Fraction(1, 20)


@pytest.mark.parametrize("indicator", ["section-47-rate", "icpc-rate"])
@pytest.mark.parametrize("year", YEARS)
def test_quarters_together_give_the_published_rate(figures: Figures, indicator: str, year: str) -> None:
    quarters = [parts(figures, f"{indicator}/quarter", quarter) for quarter in quarters_of(year)]
    rate = 10000 * sum(upper for upper, _ in quarters) / quarters[0][1]
    assert abs(rate - number(figures, f"{indicator}/year", year)) <= Fraction(1, 20)


@pytest.mark.parametrize(
    "indicator",
    [
        "children-in-need-rate",
        "child-protection-plan-rate",
        "child-protection-plans-reviewed",
        "looked-after-rate",
        "three-or-more-placements",
        "long-term-placement-stability",
    ],
)
@pytest.mark.parametrize("year", YEARS)
def test_the_last_quarter_ends_at_the_published_snapshot(figures: Figures, indicator: str, year: str) -> None:
    ours = parts(figures, f"{indicator}/quarter", f"{year}-Q4")
    assert ours == parts(figures, f"{indicator}/year", year_end(year))


@pytest.mark.parametrize("year", YEARS)
def test_workforce_at_the_end_of_september_is_as_published(figures: Figures, year: str) -> None:
    quarter, day = f"{year}-Q2", f"{year[:4]}-09-30"
    for indicator in ("social-worker-vacancies", "agency-social-workers", "social-worker-caseload"):
        published = parts(figures, f"{indicator}/year", day)
        assert parts(figures, f"{indicator}/quarter", quarter) == published
    turnover = parts(figures, "social-worker-turnover/year", f"year-to-{day}")
    assert parts(figures, "social-worker-turnover/quarter", quarter) == turnover


def test_children_on_plans_change_by_the_plans_that_begin_and_end(figures: Figures) -> None:
    """Plans that ended, worked out from the others, are never fewer than none nor more than there were."""
    on_plan = [parts(figures, "child-protection-plan-rate/quarter", q)[0] for q in QUARTERS]
    begun = [parts(figures, "child-protection-plans-started/quarter", q)[0] for q in QUARTERS]
    for before, new, after in zip(on_plan, begun[1:], on_plan[1:], strict=False):
        assert 0 <= before + new - after <= before


def test_measures_that_count_the_same_thing_agree(figures: Figures) -> None:
    same = [
        ("referral-rate", 0, "re-referrals", 1),
        ("referral-rate", 0, "decision-within-1-day", 1),
        ("referral-rate", 0, "contacts-to-referral", 0),
        ("icpc-rate", 0, "icpc-within-15-days", 1),
        ("child-protection-plan-rate", 0, "child-protection-visits", 1),
        ("child-protection-plans-started", 0, "new-plans-for-neglect", 1),
        ("looked-after-rate", 0, "three-or-more-placements", 1),
        ("early-help-assessments", 0, "early-help-led-by-partners", 1),
    ]
    for quarter in QUARTERS:
        for one, upper, other, lower in same:
            first = parts(figures, f"{one}/quarter", quarter)[upper]
            second = parts(figures, f"{other}/quarter", quarter)[lower]
            assert first == second, f"{one} and {other} in {quarter}"


def test_nine_agencies_and_sixteen_quarters_with_one_return_that_never_came(register: Register) -> None:
    returns = register.all(Return)
    assert len({r.agency for r in returns}) == 9
    assert Counter(r.agency for r in returns) == dict.fromkeys({r.agency for r in returns}, 16)
    assert [r.id for r in returns if r.received is None] == ["navigo-2024-25-q4"]
    year = [r for r in returns if r.period.startswith("2024-25")]
    assert sum(r.received is not None and r.received > r.due for r in year) == 2


def test_returns_on_time_are_counted_from_the_returns(register: Register, figures: Figures) -> None:
    for quarter in QUARTERS[8:]:
        owed = [r for r in register.all(Return) if r.period == quarter]
        came = sum(r.received is not None and r.received <= r.due for r in owed)
        assert parts(figures, "returns-received-on-time/quarter", quarter) == (
            Fraction(came),
            Fraction(len(owed)),
        )


def test_actions_from_reviews_are_counted_from_the_actions(register: Register, figures: Figures) -> None:
    actions = [a for a in register.all(Action) if a.source_sort == "review"]
    for quarter in QUARTERS[12:]:
        day = parse_period(quarter).end
        open_ = [
            a for a in actions if a.agreed_on <= day and state_on(a, day) in ("not-started", "in-progress")
        ]
        late = sum(a.due < day for a in open_)
        assert parts(figures, "review-actions-overdue/quarter", quarter) == (
            Fraction(late),
            Fraction(len(open_)),
        )


def test_every_standing_of_a_figure_is_there(register: Register, figures: Figures) -> None:
    values = [v for r in register.all(Return) if r.period.startswith("2024-25") for v in r.values]
    assert {v.status for v in values} >= {
        "final",
        "provisional",
        "estimated",
        "low",
        "not-applicable",
        "not-available",
    }
    assert "suppressed" in {v.status for r in register.all(Return) for v in r.values}
    assert any(v.numerator == Decimal(0) and v.status == "final" for v in values)
    revised = [f for s in figures.series.values() if s.illustrative for f in s.figures if f.revised]
    assert {f.origin for f in revised} == {"humberside-police-2024-25-q3", "childrens-social-care-2024-25-q4"}


def ask(register: Register, figures: Figures, quarter: str = "2024-25-Q4") -> Ask:
    group = register.find(Group, "operational-board")
    return Ask(register, figures, figures.as_at, parse_period(quarter), group)


def judged(asked: Ask, indicator: str) -> Judged:
    found = asked.register.find(Indicator, indicator)
    assert found
    series = asked.series(found)
    assert series
    return asked.judge(series)


def test_the_signs_that_a_board_must_learn_to_read_are_there(register: Register, figures: Figures) -> None:
    asked = ask(register, figures)
    signs = {
        "re-referrals": ("improvement_low", "inconsistent"),
        "decision-within-1-day": ("concern_low", "inconsistent"),
        "long-term-placement-stability": ("concern_low", "inconsistent"),
        "strategy-discussions-three-agencies": ("common_cause", "fail"),
        "participation-in-looked-after-reviews": ("common_cause", "pass"),
    }
    for indicator, (variation, assurance) in signs.items():
        chart = judged(asked, indicator).chart
        assert chart is not None
        assert chart.assurance is not None
        assert (chart.variation.value, chart.assurance.value) == (variation, assurance), indicator
    holding = judged(asked, "return-interviews-within-72-hours").chart
    assert holding is not None
    assert holding.holding is not None


def test_most_measures_with_a_direction_do_nothing_unusual(register: Register, figures: Figures) -> None:
    asked = ask(register, figures)
    charts = [
        chart
        for indicator in asked.indicators()
        if indicator.polarity in ("high", "low")
        and (series := asked.series(indicator)) is not None
        and series.illustrative
        and (chart := asked.judge(series).chart) is not None
        and chart.firm
    ]
    ordinary = sum(chart.variation.value == "common_cause" for chart in charts)
    assert ordinary > len(charts) / 2


def test_a_small_denominator_gets_no_colour(register: Register, figures: Figures) -> None:
    rating = judged(ask(register, figures), "exploitation-risk-reduced").rating
    assert rating.status.value == "not-rated"
    assert "30" in rating.reason


def exceptions(register: Register, day: date, quarter: str) -> list[tuple[str, bool, bool]]:
    """Each exception of a paper: its id, whether somebody explained it, and whether a decision is asked."""
    asked = ask(register, assemble(register, day), quarter)
    found = []
    for indicator in asked.indicators():
        series = asked.series(indicator)
        judgement = asked.judge(series) if series else None
        if reasons(judgement, line(asked, indicator, judgement)):
            told = stories(asked, indicator.id)
            found.append((indicator.id, bool(told), bool(told and told[-1][1].decision_asked)))
    return found


def test_one_exception_of_the_last_quarter_is_unexplained_and_one_asks_for_a_decision(
    register: Register,
) -> None:
    found = exceptions(register, AS_AT, "2024-25-Q4")
    assert len(found) == 10
    assert [id_ for id_, told, _ in found if not told] == ["return-interviews-within-72-hours"]
    assert [id_ for id_, _, decision in found if decision] == ["decision-within-1-day"]
    requests = [a for r in register.all(Return) for a in r.asked if r.period == "2024-25-Q4"]
    assert max(a.on for a in requests if a.indicator == "return-interviews-within-72-hours") <= AS_AT


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        ("2024-25-Q1", date(2024, 9, 11)),
        ("2024-25-Q2", date(2024, 12, 11)),
        ("2024-25-Q3", date(2025, 3, 12)),
    ],
)
def test_the_papers_of_earlier_quarters_could_be_issued(register: Register, quarter: str, day: date) -> None:
    assert [id_ for id_, told, _ in exceptions(register, day, quarter) if not told] == []


def told_in(register: Register) -> list[tuple[Period, Story]]:
    return [(parse_period(r.period), story) for r in register.all(Return) for story in r.stories]


def test_the_first_figures_of_a_story_are_those_of_its_quarter(register: Register, figures: Figures) -> None:
    """A story that begins with "n of N" counts those in the numerator, or those that are not in it."""
    checked = 0
    for period, story in told_in(register):
        said = re.match(r"([0-9,]+) of ([0-9,]+)\b", story.story)
        if said:
            upper, lower = (Fraction(text.replace(",", "")) for text in said.groups())
            supplied, whole = parts(figures, f"{story.indicator}/quarter", str(period))
            assert lower == whole, story.id
            assert upper in (supplied, whole - supplied), story.id
            checked += 1
    assert checked >= 20


def test_actions_stand_in_every_state(register: Register) -> None:
    actions = register.all(Action)
    assert len(actions) >= 20
    states = Counter(state_on(action, AS_AT) for action in actions)
    assert set(states) == {
        "not-started",
        "in-progress",
        "reported-complete",
        "assured",
        "closed",
        "superseded",
        "not-accepted",
    }
    results = {a.impact.result for a in actions if a.impact and a.impact.result}
    assert results == {"shown", "partly-shown", "not-shown", "cannot-be-told"}


def test_a_chair_has_something_to_chase_on_the_day(register: Register) -> None:
    assert len(overdue(register, AS_AT)) == 7
    neglect = [action.id for action in overdue(register, AS_AT, group="neglect-group")]
    assert sorted(neglect) == ["action-neglect-tool-health-records", "action-neglect-tool-training"]
    assert len(due_within(register, AS_AT, 28)) == 8
    slips = [len(action.due_changes) for action in register.all(Action)]
    assert max(slips) == 4
    assert slips.count(2) == 3


def test_cases_of_an_audit_are_all_accounted_for(register: Register) -> None:
    graded = [audit for audit in register.all(Audit) if audit.results]
    assert len(graded) == 3
    for audit in graded:
        assert audit.sample_size is not None
        for result in audit.results:
            for counts in (result.auditor, result.moderated):
                assert sum(count.cases for count in counts) == audit.sample_size
        assert sum(count.cases for count in audit.overall) == audit.sample_size
    assert len(register.record(Audit, "audit-neglect-2024").results) == 12


def test_audited_cases_are_counted_from_the_audits(register: Register, figures: Figures) -> None:
    for audit in (a for a in register.all(Audit) if a.overall and a.reported):
        assert audit.reported is not None
        good = sum(count.cases for count in audit.overall if count.grade in ("good", "outstanding"))
        found = parts(figures, "audited-cases-good/quarter", audit.planned)
        assert found == (Fraction(good), Fraction(audit.sample_size or 0))


def test_each_quarter_has_a_report_of_each_group_but_one(register: Register) -> None:
    reports = register.all(GroupReport)
    assert len(reports) == 32
    assert [r.id for r in reports if r.received is None] == ["safeguarding-in-health-group-2024-25-q4"]
    late = [r.id for r in reports if r.received and r.received > r.due]
    assert late == ["learning-and-development-group-2024-25-q4"]


def test_a_group_saw_evidence_that_was_there_on_the_day(register: Register) -> None:
    for action in register.all(Action):
        if action.assurance:
            days = [register.record(Evidence, id_).on for id_ in action.evidence]
            assert min(days) <= action.assurance.on, action.id


def test_a_report_rests_on_what_was_there_when_it_came(register: Register) -> None:
    for report in register.all(GroupReport):
        rests_on = [address for made in report.differences for address in made.evidence]
        rests_on += [address for heard in report.heard for address in heard.evidence]
        for found in filter(None, (register.find(Evidence, address) for address in rests_on)):
            assert report.received is not None
            assert found.on <= report.received, f"{report.id}: {found.id}"
