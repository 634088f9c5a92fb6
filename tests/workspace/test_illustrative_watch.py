"""The illustrative year's incidents, reviews, promises and watch: marked, complete, true to their clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lif.calendars import parse_period
from lif.calendars.dates import add_months
from lif.calendars.working_days import WorkingDays
from lif.measures.assemble import assemble
from lif.measures.standing import state_on
from lif.records.actions import Action
from lif.records.audits import Audit, Recommendation
from lif.records.evidence import Evidence
from lif.records.governance import Agency, Role
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import BankHolidays
from lif.records.meetings import Meeting
from lif.records.oversight import Challenge, Escalations, Risk
from lif.records.publications import ImprovementPlan, Publication
from lif.records.record import Part, Record
from lif.records.references import Document
from lif.records.reviews import Review
from lif.records.scrutiny import Accounts, PartnerReport, Scrutiny, SignedStatement
from lif.register import Register
from lif.views.actions import STANDINGS, action_lines
from lif.workspace import Workspace

HERE = Path(__file__).parents[2]
AS_AT = date(2025, 12, 10)
MADE_UP: tuple[tuple[type[Record], int], ...] = (
    (Incident, 6),
    (CaseConsidered, 4),
    (Inspection, 2),
    (Scrutiny, 3),
    (Challenge, 5),
    (Escalations, 6),
    (Risk, 5),
    (PartnerReport, 6),
    (SignedStatement, 5),
    (Accounts, 1),
    (Publication, 8),
    (ImprovementPlan, 1),
)
"""Each kind with the fewest records that show it at work."""
NOT_YET = ("planned", "due", "review_due", "response_due", "to_due", "keep_until", "keep_published_until")
AHEAD = (*NOT_YET, "to", "until", "publish_not_before", "re_audit_due", "planned_for")
"""Fields that say what is to come: these alone may lie after the day of the workspace."""


@pytest.fixture(scope="module")
def register() -> Register:
    return Workspace.load(HERE, AS_AT).register


@pytest.fixture(scope="module")
def days(register: Register) -> WorkingDays:
    table = register.record(BankHolidays, "england-and-wales")
    return WorkingDays(frozenset(day.on for day in table.days), table.complete_from, table.complete_until)


def milestones(review: Review) -> dict[str, date]:
    return {one.step: one.on for one in review.milestones if one.on}


@pytest.mark.parametrize(("kind", "fewest"), MADE_UP)
def test_each_kind_is_there_and_says_that_it_is_an_example(
    register: Register, kind: type[Record], fewest: int
) -> None:
    found = register.all(kind)
    assert len(found) >= fewest
    assert [record.id for record in found if not record.illustrative] == []


def test_inspections_say_that_no_inspectorate_said_this(register: Register) -> None:
    for inspection in register.all(Inspection):
        assert inspection.note is not None
        assert "No inspectorate has said this of these bodies" in " ".join(inspection.note.split())


def test_the_reviews_that_the_issue_asks_for(register: Register) -> None:
    sorts = Counter(review.sort for review in register.all(Review))
    assert sorts["serious-case-review"] == 2
    assert sorts["rapid-review"] == 2
    assert sorts["local-child-safeguarding-practice-review"] == 1
    assert sorts["learning-review"] == 1
    assert sorts["good-practice-review"] == 1
    assert sorts["national-review"] == 1


def test_a_serious_case_review_is_finished_withheld_and_still_owes_two_actions(register: Register) -> None:
    review = register.record(Review, "review-f")
    assert milestones(review)["completed"] == date(2019, 7, 16)
    assert (review.publication, "published" in milestones(review)) == ("withheld", False)
    assert [p.process for p in review.parallel if p.withholds_publication and p.status == "open"] == [
        "inquest"
    ]
    states = {a.id: state_on(a, AS_AT) for a in register.all(Action) if a.source.startswith("review-f/")}
    assert states == {"action-records-follow-moves": "in-progress", "action-night-call": "reported-complete"}


@pytest.mark.parametrize(
    ("incident", "working_day"),
    [
        ("incident-2017-1", 4),  # Thu 14 Sep 2017: 15, 18, 19, 20
        ("incident-2018-1", 4),  # Thu 8 Mar 2018: 9, 12, 13, 14
        ("incident-2024-1", 3),  # Thu 19 Sep 2024: 20, 23, 24
        ("incident-2025-2", 6),  # Mon 14 Apr 2025: 15, 16, 17, Easter, 22, 23, and the 24th is a day late
        ("incident-2025-3", 2),  # Fri 20 Jun 2025: 23, 24
        ("incident-2025-4", 3),  # Mon 1 Dec 2025: 2, 3, 4
    ],
)
def test_notified_on_this_working_day_after_the_council_became_aware(
    register: Register, days: WorkingDays, incident: str, working_day: int
) -> None:
    found = register.record(Incident, incident)
    assert found.aware
    assert found.notified
    assert days.between(found.aware, found.notified) == working_day


def test_one_was_not_notified_and_says_why(register: Register) -> None:
    not_notified = [one for one in register.all(Incident) if one.decision == "do-not-notify"]
    assert [one.id for one in not_notified] == ["incident-2025-1"]
    assert not_notified[0].decision_reason
    assert not_notified[0].notified is None


def test_one_was_notified_and_its_criteria_were_found_not_met(register: Register) -> None:
    found = [one for one in register.all(Incident) if one.criteria_not_met_on]
    assert [(one.id, one.rapid_review) for one in found] == [("incident-2025-2", None)]
    assert found[0].notified
    assert found[0].criteria_not_met_on
    assert found[0].notified < found[0].criteria_not_met_on


def test_the_clock_of_the_latest_rapid_review_runs_until_29_december(
    register: Register, days: WorkingDays
) -> None:
    incident = register.record(Incident, "incident-2025-4")
    assert incident.notified == date(2025, 12, 4)
    due = days.add(incident.notified, 15)
    assert due == date(2025, 12, 29)  # 5, 8-12, 15-19, 22-24, and after Christmas the 29th
    review = register.record(Review, "review-h")
    planned = next(one.planned for one in review.milestones if one.step == "rapid-review")
    assert planned == date(2025, 12, 19)
    assert AS_AT < planned < due


@pytest.mark.parametrize(
    ("incident", "review"),
    [
        ("incident-2017-1", "review-a"),
        ("incident-2018-1", "review-f"),
        ("incident-2024-1", "review-c"),
        ("incident-2025-4", "review-h"),
    ],
)
def test_an_incident_has_the_days_of_its_review(register: Register, incident: str, review: str) -> None:
    told, followed = register.record(Incident, incident), register.record(Review, review)
    assert followed.incident == incident
    assert told.rapid_review == (review if followed.sort == "rapid-review" else None)
    found = milestones(followed)
    assert (told.occurred, told.aware, told.notified) == (
        found["occurred"],
        found["aware"],
        found["notified"],
    )


def test_practice_review_d_is_late_by_its_first_day_and_the_panel_was_told_in_time(
    register: Register, days: WorkingDays
) -> None:
    review = register.record(Review, "review-d")
    assert review.follows == "review-c"
    first = add_months(milestones(review)["decision"], 6)
    assert first == date(2025, 4, 9)
    later = review.extensions[0]
    assert later.told_on is not None
    assert later.on <= later.told_on < first < AS_AT < later.to
    copies, published = (
        next(one.planned for one in review.milestones if one.step == step)
        for step in ("copies-sent", "published")
    )
    assert published == later.to == date(2026, 3, 31)
    assert copies
    assert copies <= days.back(published, 7) == date(2026, 3, 20)


def test_review_a_was_sent_before_it_was_published_and_stayed_for_a_year(
    register: Register, days: WorkingDays
) -> None:
    review = register.record(Review, "review-a")
    found = milestones(review)
    assert days.between(found["copies-sent"], found["published"]) == 8  # 21-25 January, 28, 29, 30
    assert review.keep_published_until == add_months(found["published"], 12) == date(2020, 1, 30)
    ledger = register.record(Publication, "publication-review-a")
    assert (ledger.published, ledger.sent_to_panel) == (found["published"], found["copies-sent"])


def test_the_decision_on_review_f_was_met_late_after_the_panel_disagreed(register: Register) -> None:
    case = register.record(CaseConsidered, "case-2018-1")
    found = milestones(register.record(Review, "review-f"))
    assert case.panel_answer == "disagrees"
    assert (case.panel_told, case.panel_answered) == (found["panel-told"], found["panel-answer"])
    assert case.decided
    assert case.decided < add_months(found["notified"], 1) < found["decision"]
    assert {one.panel_answer for one in register.all(CaseConsidered)} >= {"agrees", "disagrees"}


def _recommended(register: Register) -> Iterator[tuple[str, Recommendation]]:
    for audit in register.all(Audit):
        yield from ((f"{audit.id}/{one.id}", one) for one in audit.recommendations)
    for review in register.all(Review):
        yield from ((f"{review.id}/{one.id}", one) for one in review.recommendations)
    for inspection in register.all(Inspection):
        yield from ((f"{inspection.id}/{one.id}", one) for one in inspection.areas_for_improvement)
    for scrutiny in register.all(Scrutiny):
        yield from ((f"{scrutiny.id}/{one.id}", one) for one in scrutiny.recommendations)


def test_each_agency_that_a_recommendation_addresses_has_its_own_action(register: Register) -> None:
    most = 0
    for address, one in _recommended(register):
        owners = [
            register.record(Role, action.owner).agency
            for action in register.all(Action)
            if action.source == address and state_on(action, AS_AT) != "not-accepted"
        ]
        if one.response in ("accepted", "partly-accepted"):
            assert owners, f"nobody was asked to do {address}"
        if one.agencies:
            assert sorted(filter(None, owners)) == sorted(one.agencies), address
            most = max(most, len(one.agencies))
    assert most == 5


def test_actions_come_from_every_sort_of_source_and_stand_in_every_way(register: Register) -> None:
    actions = register.all(Action)
    assert len(actions) >= 45
    assert {action.source_sort for action in actions} == {
        *("review", "audit", "section-11", "section-175", "inspection", "scrutiny", "complaint"),
        *("child-death-review", "escalation", "data", "board-decision"),
    }
    assert {line.standing for line in action_lines(register, AS_AT)} == set(STANDINGS)


def _after(part: Part | Record, day: date, path: str) -> Iterator[str]:
    """Each date after the day in a field that says what happened."""
    for name in type(part).model_fields:
        value: Any = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _after(one, day, f"{path}.{name}")
            elif isinstance(one, date) and one > day and name not in AHEAD:
                yield f"{path}.{name}: {one.isoformat()}"


def test_nothing_after_the_day_of_the_workspace_is_done(register: Register) -> None:
    kinds = [kind for kind, _ in MADE_UP] + [Review, Action, Evidence]
    found = [told for kind in kinds for one in register.all(kind) for told in _after(one, AS_AT, one.id)]
    assert found == []


def test_what_a_meeting_did_was_done_on_its_day(register: Register) -> None:
    """A record that names a meeting has that meeting's day, and the meeting was held."""
    pairs = [(one.meeting, one.on) for one in register.all(Challenge) if one.meeting]
    pairs += [
        (one.closed_at, one.closed_on) for one in register.all(Challenge) if one.closed_at and one.closed_on
    ]
    assert len(pairs) >= 9
    for id_, on in pairs:
        meeting = register.record(Meeting, id_)
        assert (meeting.on, meeting.held) == (on, True), id_
    for report in register.all(PartnerReport):
        if report.taken_at:
            assert report.received
            assert report.received <= register.record(Meeting, report.taken_at).on


def test_challenges_are_closed_with_an_impact_open_or_overdue(register: Register) -> None:
    challenges = register.all(Challenge)
    assert {one.impact for one in challenges if one.closed_on} == {"shown", "partly-shown", "not-shown"}
    unanswered = [
        one.id for one in challenges if one.response_due and one.response_due < AS_AT and not one.responded_on
    ]
    assert unanswered == ["challenge-2025-4"]
    assert any(one.responded_on and not one.closed_on for one in challenges)


def test_disagreements_that_are_not_settled_go_to_the_next_stage(register: Register) -> None:
    counted = {one.quarter: one for one in register.all(Escalations)}
    assert [quarter for quarter, one in counted.items() if one.none_raised] == ["2024-25-Q2"]
    formal = [n.raised for q, one in counted.items() if q.startswith("2024-25") for n in one.counts]
    assert sum(formal) == 4  # as the log has it for each year since 2019
    for quarter in ("2025-26-Q1", "2025-26-Q2"):
        first, second = ([n for n in counted[quarter].counts if n.stage == stage] for stage in (1, 2))
        assert sum(n.raised - n.resolved for n in first) == sum(n.raised for n in second)
        assert all((n.in_time or 0) <= n.resolved <= n.raised for n in (*first, *second))


def test_partner_reports_come_in_time_late_back_and_not_at_all(register: Register) -> None:
    reports = register.all(PartnerReport)
    late = [one.agency for one in reports if one.received and one.received > one.due]
    assert late == ["nlag"]
    assert [one.agency for one in reports if one.received is None] == ["probation-service"]
    returned = [one for one in reports if one.outcome == "returned"]
    assert [(one.agency, one.own_approval) for one in returned] == [("navigo", None)]


def test_the_money_adds_up(register: Register) -> None:
    """41,200 + 178,700 - 185,900 = 34,000; the budget takes 190,500 - 178,700 = 11,800 from the balance."""
    final, budget = (register.record(Accounts, f"accounts-{year}") for year in ("2024-25", "2025-26"))
    assert final.brought_forward == Decimal(41_200)
    assert (_given(final), _spent(final)) == (Decimal(178_700), Decimal(185_900))
    assert (_given(budget), _spent(budget)) == (Decimal(178_700), Decimal(190_500))
    assert "34,000 is carried forward" in (final.text or "")
    assert "11,800" in (budget.text or "")


def _given(accounts: Accounts) -> Decimal:
    return sum((one.pounds or Decimal(0) for one in accounts.contributions), Decimal(0))


def _spent(accounts: Accounts) -> Decimal:
    return sum((one.pounds for one in accounts.spending), Decimal(0))


def test_the_yearly_report_shows_the_figures_that_were_returned(register: Register) -> None:
    """95 of 506 is 18.77, 398 of 506 is 78.66 and 108 of 276 is 39.13 per cent."""
    figures = assemble(register, AS_AT)
    report = register.record(Publication, "publication-yearly-report-2024-25")
    assert len(report.figures) == 3
    for shown in report.figures:
        figure = figures.figure(shown.measure, parse_period(shown.period))
        assert figure is not None
        assert figure.value.number is not None
        assert shown.shown == f"{float(figure.value.number):.1f}%", shown.measure


def test_the_yearly_report_was_signed_by_the_three_partners_and_sent_on(register: Register) -> None:
    report = register.record(Publication, "publication-yearly-report-2024-25")
    assert report.published
    assert report.sent_to_panel
    assert report.published <= date(2025, 9, 30)
    assert (report.sent_to_panel - report.published).days <= 7
    about = [one for one in register.all(SignedStatement) if one.about == report.id]
    signed = {
        one.by_agency for one in about if one.sort == "sign-off" and one.on and one.on < report.published
    }
    assert signed == {one.id for one in register.all(Agency) if one.statutory_partner and not one.until}
    assert {one.sort for one in about} == {"foreword", "scrutineer", "sign-off", "circulation"}


def test_the_improvement_plan_serves_all_four_priorities(register: Register) -> None:
    plan = register.record(ImprovementPlan, "improvement-plan-2025-26")
    assert {line.priority for line in plan.lines} == {
        *("priority-early-support", "priority-neglect", "priority-cse", "priority-continuity")
    }
    assert all(line.actions and line.indicators for line in plan.lines)
    assert {line.effect for line in plan.lines} == {
        "shown",
        "partly-shown",
        "not-shown",
        "cannot-be-told",
        None,
    }


def test_some_documents_are_past_their_review_and_some_are_not_acknowledged(register: Register) -> None:
    made_up = [one for one in register.all(Document) if one.illustrative]
    past = sorted(one.id for one in made_up if one.review_due and one.review_due < AS_AT)
    assert past == ["document-information-sharing", "document-threshold"]
    assert any(not shared.acknowledged_on for one in made_up for shared in one.shared_with)
