"""England's editions, duties and bank holidays: dated, without holes, and right for days counted by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from lif.calendars import WorkingDays
from lif.records.law import BankHolidays, Duty, Edition
from lif.register import Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]

ONE_OFF = {
    date(2011, 4, 29): "Royal wedding",
    date(2012, 6, 4): "Spring bank holiday (moved from 28 May)",
    date(2012, 6, 5): "Queen's Diamond Jubilee",
    date(2020, 5, 8): "Early May bank holiday (moved from 4 May, 75 years after VE Day)",
    date(2022, 6, 2): "Spring bank holiday (moved from 30 May)",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}
NO_HOLIDAY = (date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30))
NINE = {2011, 2012, 2023}
TEN = {2022}


LAW_LIST: dict[str, tuple[str, ...]] = {
    "L1": ("duty-lscb-notifiable-incident", "duty-lscb-notifiable-incident-board"),
    "L2": ("duty-lscb-scr-decision",),
    "L3": ("duty-lscb-scr-decision-notice",),
    "L4": ("duty-lscb-scr-not-started",),
    "L5": ("duty-lscb-scr-always",),
    "L6": ("duty-lscb-scr-complete",),
    "L7": ("duty-lscb-scr-copies",),
    "L8": ("duty-lscb-scr-publish", "duty-lscb-scr-keep-published"),
    "L9": ("duty-lscb-scr-not-published",),
    "L10": ("duty-lscb-annual-report",),
    "L11": ("duty-lscb-functions",),
    "L12": ("duty-lscb-child-death-review", "duty-lscb-child-death-return"),
    "L13": ("duty-lscb-information",),
    "C1": ("duty-serious-incident-notification",),
    "C2": ("duty-tell-partners-of-incident",),
    "C3": ("duty-looked-after-child-death",),
    "C4": ("duty-care-leaver-death",),
    "C5": ("duty-notification-agreed",),
    "C6": ("duty-rapid-review",),
    "C7": ("duty-rapid-review-outcome",),
    "C8": ("duty-practice-review-decision-notice",),
    "C9": ("duty-practice-review-monitoring",),
    "C10": ("duty-practice-review-complete",),
    "C11": ("duty-practice-review-delay",),
    "C12": ("duty-practice-review-copies",),
    "C13": ("duty-practice-review-publish",),
    "C14": ("duty-practice-review-content",),
    "C15": ("duty-practice-review-keep-published",),
    "C16": ("duty-practice-review-follow-up",),
    "C17": (
        "duty-yearly-report",
        "duty-yearly-report-by-september",
        "duty-yearly-report-contents",
        "duty-yearly-report-restraint",
    ),
    "C18": ("duty-yearly-report-copies",),
    "C19": ("duty-yearly-report-impact",),
    "C20": ("duty-arrangements-published",),
    "C21": ("duty-independent-scrutiny",),
    "C22": ("duty-threshold-document",),
    "C23": ("duty-information-request",),
    "C24": ("duty-section-11", "duty-section-175"),
    "C25": ("duty-school-staff-updates", "duty-safeguarding-lead-training"),
    "C26": ("duty-health-training-hours", "duty-nel-training-renewed"),
    "C27": ("duty-child-death-notification",),
    "C28": ("duty-joint-agency-response",),
    "C29": ("duty-child-death-review-meeting",),
    "C30": ("duty-child-death-panel",),
    "C31": ("duty-child-death-report",),
    "C32": ("duty-allegation-referral",),
    "C33": ("duty-private-fostering-notice",),
    "C34": ("duty-private-fostering-visit",),
    "C35": ("duty-private-fostering-visits-after",),
    "C36": ("duty-private-fostering-report",),
    "C37": ("duty-return-home-interview",),
    "C38": ("duty-child-protection-teams",),
}
"""The list of law and practice behind the duties, row by row: L is the LSCB era, C the present."""


@pytest.fixture(scope="module")
def register() -> Register:
    return Workspace.load(ROOT, date(2025, 12, 10), checks=()).register


@pytest.fixture(scope="module")
def holidays(register: Register) -> BankHolidays:
    return register.record(BankHolidays, "england-and-wales")


@pytest.fixture(scope="module")
def working_days(holidays: BankHolidays) -> WorkingDays:
    days = frozenset(day.on for day in holidays.days)
    return WorkingDays(days, holidays.complete_from, holidays.complete_until)


def test_one_off_and_moved_days(holidays: BankHolidays) -> None:
    named = {day.on: day.name for day in holidays.days}
    assert {on: named.get(on) for on in ONE_OFF} == ONE_OFF
    assert not set(NO_HOLIDAY) & set(named)


def test_every_year_has_its_number_of_days(holidays: BankHolidays) -> None:
    years = Counter(day.on.year for day in holidays.days)
    expected = {year: 10 if year in TEN else 9 if year in NINE else 8 for year in range(2010, 2029)}
    assert years == expected
    assert all(day.on.weekday() < 5 for day in holidays.days)
    assert [day.on for day in holidays.days] == sorted({day.on for day in holidays.days})


@pytest.mark.parametrize(
    ("trigger", "number", "due"),
    [
        (date(2019, 4, 17), 5, date(2019, 4, 26)),
        (date(2019, 4, 17), 15, date(2019, 5, 13)),
        (date(2025, 12, 22), 5, date(2025, 12, 31)),
        (date(2025, 12, 22), 15, date(2026, 1, 15)),
    ],
)
def test_deadlines_after(working_days: WorkingDays, trigger: date, number: int, due: date) -> None:
    assert working_days.add(trigger, number) == due


def test_copies_before_publication_over_easter(working_days: WorkingDays) -> None:
    assert working_days.back(date(2019, 4, 30), 7) == date(2019, 4, 17)


def test_editions_of_a_series_follow_each_other(register: Register) -> None:
    series: dict[str, list[Edition]] = defaultdict(list)
    for edition in register.all(Edition):
        series[edition.series].append(edition)
    for editions in series.values():
        editions.sort(key=lambda edition: edition.in_force_from)
        for earlier, later in pairwise(editions):
            assert earlier.superseded_by == later.id
            assert earlier.in_force_until == later.in_force_from - timedelta(days=1)
        assert editions[-1].superseded_by is None


def test_working_together_by_date(register: Register) -> None:
    editions = [e for e in register.all(Edition) if e.series == "Working Together to Safeguard Children"]

    def on(day: date) -> str:
        (found,) = (
            e.id
            for e in editions
            if e.in_force_from <= day and (not e.in_force_until or day <= e.in_force_until)
        )
        return found

    assert on(date(2012, 1, 1)) == "working-together-2010"
    assert on(date(2017, 11, 6)) == "working-together-2015"
    assert on(date(2018, 7, 4)) == "working-together-2018"
    assert on(date(2023, 12, 15)) == "working-together-2023"
    assert on(date(2026, 6, 1)) == "working-together-2026"


@pytest.mark.parametrize(
    ("duty", "number", "unit", "direction"),
    [
        ("duty-lscb-notifiable-incident", 5, "working-days", "after"),
        ("duty-lscb-scr-copies", 7, "working-days", "before"),
        ("duty-serious-incident-notification", 5, "working-days", "after"),
        ("duty-rapid-review", 15, "working-days", "after"),
        ("duty-practice-review-complete", 6, "months", "after"),
        ("duty-practice-review-copies", 7, "working-days", "before"),
        ("duty-yearly-report", 12, "months", "after"),
        ("duty-nel-section-11-audit", 2, "years", "after"),
    ],
)
def test_clocks(register: Register, duty: str, number: int, unit: str, direction: str) -> None:
    limit = register.record(Duty, duty).limit
    assert limit is not None
    assert (limit.number, limit.unit, limit.direction) == (number, unit, direction)


@pytest.mark.parametrize("row", sorted(LAW_LIST))
def test_every_row_of_the_list_of_law_is_a_duty(register: Register, row: str) -> None:
    for id_ in LAW_LIST[row]:
        duty = register.record(Duty, id_)
        era_over = duty.until is not None and duty.until <= date(2019, 9, 28)
        assert era_over == row.startswith("L")


def test_every_duty_of_england_is_a_row_of_the_list(register: Register) -> None:
    ours = {duty.id for duty in register.all(Duty) if not duty.id.startswith("duty-nel-")}
    listed = {id_ for ids in LAW_LIST.values() for id_ in ids if not id_.startswith("duty-nel-")}
    assert ours == listed | {"duty-child-death-arrangements"}


def test_a_duty_in_statute_may_have_its_days_in_guidance(register: Register) -> None:
    duty = register.record(Duty, "duty-serious-incident-notification")
    assert duty.force == "statute"
    assert duty.limit is not None and duty.limit.force == "statutory-guidance"


def test_duties_apply_from_the_edition_that_set_them(register: Register) -> None:
    for duty in register.all(Duty):
        edition = register.find(Edition, duty.edition)
        if edition is not None and duty.since is not None:
            assert duty.since >= edition.in_force_from, duty.id
        if duty.since and duty.until:
            assert duty.since <= duty.until, duty.id


def test_what_was_not_checked_says_so(register: Register) -> None:
    for duty in register.all(Duty):
        assert duty.unverified == ("not checked" in duty.source), duty.id
