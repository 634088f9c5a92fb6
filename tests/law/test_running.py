"""Clocks run by records: the duties a case is under, what starts and stops them, what cannot be known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.law import Deadline, coming, running
from lif.records.audits import Audit
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import BankHolidays, Duty, Edition
from lif.records.publications import Publication
from lif.records.record import Record
from lif.records.reviews import Review
from lif.register import Entry, Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
ENGLAND = tuple(
    entry
    for entry in Workspace.load(ROOT, date(2025, 12, 10), checks=()).register.entries.values()
    if isinstance(entry.record, Duty | Edition | BankHolidays) and entry.framework
)


def clocks(as_at: str, *records: Record) -> dict[tuple[str, str], Deadline]:
    """The clocks that these records run, by duty (without `duty-`) and address; yearly ones left out."""
    register = Register.of((*ENGLAND, *(Entry(record, f"{record.id}.yaml") for record in records)))
    found = running(register, date.fromisoformat(as_at))
    return {(one.duty.id.removeprefix("duty-"), one.address): one for one in found if one.record}


def states(as_at: str, *records: Record) -> dict[str, str]:
    """The state of each duty that these records run."""
    return {duty: one.verdict.state for (duty, _), one in clocks(as_at, *records).items()}


def incident(**fields: Any) -> Incident:
    return Incident.model_validate({"id": "incident-1", "sort": "serious-harm", "group": "reviews"} | fields)


def review(sort: str, *milestones: str, **fields: Any) -> Review:
    """A review with milestones as in `decision 2025-01-10`, or `published planned 2025-03-01`."""
    steps = []
    for words in milestones:
        step, *rest = words.split()
        steps.append({"step": step, "planned" if len(rest) == 2 else "on": rest[-1]})
    plain = {"id": "review-1", "title": "Review", "sort": sort, "group": "reviews", "milestones": steps}
    return Review.model_validate(plain | fields)


PANEL = ["national-panel", "safeguarding-partners"]
TWO_RECIPIENTS = ("lscb-notifiable-incident", "lscb-notifiable-incident-board")
LOCAL = "local-child-safeguarding-practice-review"


def test_an_incident_of_2017_is_under_the_rules_of_2017_for_ever() -> None:
    case = incident(aware="2017-11-06", notified="2017-11-13", notified_to=["ofsted", "lscb"])
    for day in ("2017-12-01", "2026-06-01"):
        found = clocks(day, case)
        assert {duty for duty, _ in found} == {*TWO_RECIPIENTS, "lscb-scr-decision"}
    notified = found["lscb-notifiable-incident", "incident-1"]
    assert (notified.verdict.state, notified.verdict.due) == ("met", date(2017, 11, 13))
    assert notified.due.edition is not None
    assert notified.due.edition.id == "working-together-2015"
    assert found["lscb-scr-decision", "incident-1"].verdict.due == date(2017, 12, 13)


def test_a_late_notification_does_not_bring_an_old_case_under_new_rules() -> None:
    case = incident(aware="2018-06-20", notified="2018-08-01", notified_to=["ofsted", "lscb"])
    assert set(states("2018-12-01", case)) == {*TWO_RECIPIENTS, "lscb-scr-decision"}


def test_a_serious_case_review_of_2017_published_in_2021_keeps_its_duties() -> None:
    case = review(
        "serious-case-review", "aware 2017-09-14", "started 2017-10-30", "published planned 2021-03-31"
    )
    found = clocks("2021-03-01", case)
    assert {duty for duty, _ in found} == {"lscb-notifiable-incident", "lscb-scr-complete", "lscb-scr-copies"}
    notified = found["lscb-notifiable-incident", "review-1"].verdict
    assert (notified.state, notified.note) == ("unknown", "the record has 'started' and no 'notified'")
    # Wednesday 31 March 2021, back: 30, 29, 26, 25, 24, 23, 22
    assert found["lscb-scr-copies", "review-1"].verdict.due == date(2021, 3, 22)


def test_a_serious_case_review_without_its_incident_runs_the_clocks_of_its_own_days() -> None:
    # aware on Maundy Thursday 24 March 2016: 29, 30, 31 March, 1, 4 April; a month from 31 March is 30 April
    days = ("aware 2016-03-24", "notified 2016-03-31", "decision 2016-04-29")
    found = clocks("2017-01-01", review("serious-case-review", *days))
    notified = found["lscb-notifiable-incident", "review-1"].verdict
    assert (notified.state, notified.due) == ("met", date(2016, 4, 4))
    decided = found["lscb-scr-decision", "review-1"].verdict
    assert (decided.state, decided.due) == ("met", date(2016, 4, 30))


def test_a_rapid_review_without_its_incident_runs_the_clock_of_the_notification() -> None:
    days = ("aware 2025-04-14", "notified 2025-04-24")  # 15, 16, 17, 22, 23 April: Easter between
    found = clocks("2025-04-30", review("rapid-review", *days))
    notified = found["serious-incident-notification", "review-1"].verdict
    assert (notified.state, notified.due, notified.days) == ("met-late", date(2025, 4, 23), -1)


def test_a_plan_of_a_review_is_not_known_before_it_began() -> None:
    case = review(LOCAL, "decision 2025-05-12", "published planned 2026-02-12")
    assert clocks("2025-05-11", case) == {}
    assert ("practice-review-copies", "review-1") in clocks("2025-05-12", case)
    only_planned = review(LOCAL, "published planned 2026-02-12")
    assert ("practice-review-copies", "review-1") in clocks("2025-05-11", only_planned)


def test_each_recipient_has_a_clock_of_its_own() -> None:
    # aware Monday 6 November 2017: due Monday 13 November; Ofsted in time, the board a day late
    late = {"notices": [{"to": "lscb", "on": "2017-11-14"}]}
    found = states(
        "2017-12-01", incident(aware="2017-11-06", notified="2017-11-09", notified_to=["ofsted"], **late)
    )
    assert (found["lscb-notifiable-incident"], found["lscb-notifiable-incident-board"]) == ("met", "met-late")
    before = states(
        "2017-11-13", incident(aware="2017-11-06", notified="2017-11-09", notified_to=["ofsted"], **late)
    )
    assert before["lscb-notifiable-incident-board"] == "due-soon"
    untold = states("2017-12-01", incident(aware="2017-11-06", notified="2017-11-09", notified_to=["ofsted"]))
    assert untold["lscb-notifiable-incident-board"] == "unknown"


def test_who_was_told_stands_in_the_incident_alone() -> None:
    case = incident(aware="2016-03-24", notified="2016-03-31", notified_to=["ofsted"])
    decided = review(
        "serious-case-review", "notified 2016-03-31", "decision 2016-04-29", incident="incident-1"
    )
    assert {duty for duty, _ in clocks("2017-01-01", case, decided)} == {
        *TWO_RECIPIENTS,
        "lscb-scr-decision-notice",
    }


@pytest.mark.parametrize(
    ("as_at", "fields", "notify", "rapid"),
    [
        # aware Wednesday 17 April 2019: notify by 26 April, rapid review by 15 working days from notification
        ("2019-04-20", {}, "due-soon", None),
        ("2019-04-27", {}, "breached", None),
        ("2019-05-30", {"notified": "2019-04-26"}, "met", "breached"),
        ("2019-05-30", {"notified": "2019-04-29"}, "met-late", "breached"),
        ("2019-05-20", {"notified": "2019-04-29"}, "met-late", "due-soon"),
        ("2019-04-25", {"notified": "2019-04-26"}, "due-soon", None),
        ("2019-05-30", {"decision": "do-not-notify", "considered_on": "2019-04-19"}, "not-applicable", None),
        ("2019-04-18", {"decision": "do-not-notify", "considered_on": "2019-04-19"}, "due-soon", None),
        ("2019-05-30", {"place": "elsewhere-in-england"}, "not-applicable", None),
        (
            "2019-05-30",
            {"notified": "2019-04-26", "criteria_not_met_on": "2019-05-08"},
            "met",
            "not-applicable",
        ),
    ],
)
def test_notification_and_rapid_review(
    as_at: str, fields: dict[str, Any], notify: str, rapid: str | None
) -> None:
    found = states(as_at, incident(aware="2019-04-17", notified_to=PANEL, **fields))
    assert found["serious-incident-notification"] == notify
    assert found.get("rapid-review") == rapid


def test_the_rapid_review_counts_from_the_notification_and_says_the_other_date_beside() -> None:
    held = review("rapid-review", "rapid-review 2025-12-24", incident="incident-1")
    case = incident(aware="2025-12-01", notified="2025-12-04", notified_to=PANEL)
    found = clocks("2026-02-01", case, held)["rapid-review", "incident-1"]
    # 4 December: 5, 8-12, 15-19, 22, 23, 24, 29; from the 1st it is the 22nd
    assert (found.verdict.state, found.verdict.due) == ("met", date(2025, 12, 29))
    assert found.beside is not None
    assert found.beside.on == date(2025, 12, 22)
    assert ("rapid-review", "review-1") not in clocks("2026-02-01", case, held)


def test_an_extension_in_the_rapid_review_counts_for_the_incidents_clock() -> None:
    more = {"duty": "duty-rapid-review", "on": "2025-12-22", "to": "2026-01-12", "reason": "A death."}
    held = review("rapid-review", "considered 2025-12-08", incident="incident-1", extensions=[more])
    case = incident(aware="2025-12-01", notified="2025-12-04", notified_to=PANEL)
    verdict = clocks("2026-01-05", case, held)["rapid-review", "incident-1"].verdict
    assert (verdict.state, verdict.due, verdict.first_due) == (
        *("extended", date(2026, 1, 12)),
        date(2025, 12, 29),
    )


def test_no_day_is_worked_out_from_another() -> None:
    only_occurred = incident(occurred="2025-03-03")
    assert clocks("2025-06-01", only_occurred) == {}
    not_aware = clocks("2025-06-01", incident(occurred="2025-03-03", notified="2025-03-10"))
    assert {duty for duty, _ in not_aware} == {"rapid-review"}
    assert not_aware["rapid-review", "incident-1"].beside is None


def test_a_rapid_review_without_a_record_of_the_incident_runs_from_its_own_milestones() -> None:
    alone = review("rapid-review", "aware 2025-03-03", "notified 2025-03-07", "completed 2025-03-28")
    found = clocks("2025-06-01", alone)["rapid-review", "review-1"]
    assert (found.verdict.state, found.verdict.due) == ("met", date(2025, 3, 28))
    assert found.beside is not None
    assert found.beside.on == date(2025, 3, 24)


def test_whoever_is_not_named_as_told_is_not_known_to_be_told() -> None:
    case = incident(aware="2025-03-03", notified="2025-03-05", notified_to=["national-panel"])
    found = clocks("2025-06-01", case)["tell-partners-of-incident", "incident-1"]
    assert found.verdict.state == "unknown"
    assert "does not name safeguarding-partners" in found.verdict.note


def test_a_day_that_is_not_exactly_known_gives_no_date() -> None:
    death = incident(
        sort="care-leaver-death", occurred="2025-03-03", occurred_precision="month", notified="2025-03-20"
    )
    found = clocks("2025-06-01", death)["care-leaver-death", "incident-1"]
    assert (found.verdict.state, found.verdict.due) == ("unknown", None)


def test_a_local_review_is_due_six_months_after_the_decision_and_extended_beside_it() -> None:
    extended = {
        "duty": "duty-practice-review-complete",
        "on": "2025-02-10",
        "to": "2025-09-30",
        "reason": "A trial.",
        "told": ["The national panel"],
        "told_on": "2025-02-12",
    }
    case = review(LOCAL, "decision 2024-08-31", extensions=[extended])
    before = clocks("2025-02-09", case)["practice-review-complete", "review-1"].verdict
    after = clocks("2025-03-31", case)["practice-review-complete", "review-1"].verdict
    assert (before.state, before.due, before.first_due) == ("not-yet-due", date(2025, 2, 28), None)
    assert (after.state, after.due, after.first_due) == ("extended", date(2025, 9, 30), date(2025, 2, 28))
    assert clocks("2025-10-01", case)["practice-review-complete", "review-1"].verdict.state == "breached"


def test_a_publication_that_is_withheld_is_said_and_changes_no_state() -> None:
    inquest = {"process": "inquest", "status": "open", "withholds_publication": "true"}
    case = review(LOCAL, "decision 2024-08-31", parallel=[inquest])
    found = clocks("2025-06-01", case)["practice-review-complete", "review-1"].verdict
    assert (found.state, found.note) == ("breached", "publication is withheld")


def test_a_review_that_is_not_to_be_published_ends_with_its_completion() -> None:
    case = review(LOCAL, "decision 2024-08-31", "completed 2025-02-20", publication="not-to-be-published")
    assert states("2025-06-01", case)["practice-review-complete"] == "met"


@pytest.mark.parametrize(
    ("as_at", "milestones", "state", "due"),
    [
        ("2019-04-01", ["published planned 2019-04-30"], "not-yet-due", date(2019, 4, 17)),
        ("2019-04-18", ["published planned 2019-04-30"], "breached", date(2019, 4, 17)),
        ("2019-05-18", ["published planned 2019-04-30"], "unknown", date(2019, 4, 17)),
        ("2019-05-18", ["copies-sent 2019-04-17", "published 2019-04-30"], "met", date(2019, 4, 17)),
        ("2019-05-18", ["copies-sent 2019-04-18", "published 2019-04-30"], "met-late", date(2019, 4, 17)),
        ("2019-05-18", ["published 2019-04-30"], "unknown", date(2019, 4, 17)),
    ],
)
def test_copies_before_publication(as_at: str, milestones: list[str], state: str, due: date) -> None:
    found = clocks(as_at, review(LOCAL, "decision 2018-12-03", *milestones))
    verdict = found["practice-review-copies", "review-1"].verdict
    assert (verdict.state, verdict.due) == (state, due)


def test_publication_and_copies_can_stand_in_the_ledger() -> None:
    ledger = Publication.model_validate(
        {
            "id": "publication-1",
            "title": "Review",
            "sort": "review-report",
            "published": "2019-04-30",
            "sent_to_panel": "2019-04-15",
            "withdrawn": "2019-12-31",
            "of": ["review-1"],
        }
    )
    found = states("2020-06-01", review(LOCAL, "decision 2018-12-03"), ledger)
    assert found == {
        "practice-review-complete": "met",
        "practice-review-copies": "met",
        "practice-review-keep-published": "breached",
    }


@pytest.mark.parametrize(("as_at", "state"), [("2020-04-30", "not-yet-due"), ("2020-05-01", "met")])
def test_what_has_to_stay_is_met_by_staying(as_at: str, state: str) -> None:
    case = review(LOCAL, "decision 2018-12-03", "copies-sent 2019-04-17", "published 2019-04-30")
    assert states(as_at, case)["practice-review-keep-published"] == state


def test_a_case_not_taken_up_is_told_within_fourteen_days() -> None:
    case = CaseConsidered.model_validate(
        {
            "id": "case-1",
            "group": "reviews",
            "referred": "2018-03-14",
            "decision": "no-review",
            "decided": "2018-04-05",
            "panel_told": "2018-04-20",
        }
    )
    assert states("2018-06-01", case) == {
        "lscb-scr-decision-notice": "met-late",
        "lscb-scr-not-started": "met-late",
    }
    assert states("2018-04-19", case) == {
        "lscb-scr-decision-notice": "breached",
        "lscb-scr-not-started": "due-soon",
    }


def test_a_step_that_was_forgotten_is_unknown_and_not_missed() -> None:
    case = review("serious-case-review", "decision 2017-10-12", "started 2017-10-30", "completed 2018-04-20")
    found = clocks("2018-06-01", case)["lscb-scr-decision-notice", "review-1"].verdict
    assert (found.state, found.note) == ("unknown", "the record has 'completed' and no 'panel-told'")


def report(id_: str, period: str, published: str | None, **fields: Any) -> Publication:
    plain = {"id": id_, "title": id_, "sort": "yearly-report", "period": period, "published": published}
    return Publication.model_validate({k: v for k, v in (plain | fields).items() if v})


def test_yearly_reports_by_year_by_copies_and_from_one_to_the_next() -> None:
    first = report("report-2024", "2023-24", "2024-09-20", sent_to_panel="2024-09-30")
    second = report("report-2025", "2024-25", "2025-10-01")
    found = clocks("2025-10-05", first, second)
    assert {key: one.verdict.state for key, one in found.items()} == {
        ("yearly-report", "report-2024"): "met-late",
        ("yearly-report", "report-2025"): "not-yet-due",
        ("yearly-report-by-september", "report-2024"): "met",
        ("yearly-report-by-september", "report-2025"): "met-late",
        ("yearly-report-copies", "report-2024"): "met-late",
        ("yearly-report-copies", "report-2025"): "due-soon",
    }


def test_a_year_without_a_record_of_its_report_is_unknown_once_it_is_due() -> None:
    def year(as_at: str) -> list[tuple[str, str]]:
        found = running(Register.of(ENGLAND, board_id="hill"), date.fromisoformat(as_at))
        return [(one.about, one.verdict.state) for one in found if one.address == "hill"]

    assert year("2024-09-20") == [("2023/24", "due-soon")]
    assert year("2025-04-01") == [("2023/24", "unknown"), ("2024/25", "not-yet-due")]


def test_the_year_ahead_has_its_date_before_the_year_has_ended() -> None:
    def ahead(as_at: str, until: str) -> list[tuple[str, str | None, str]]:
        found = coming(
            Register.of(ENGLAND, board_id="hill"), date.fromisoformat(as_at), date.fromisoformat(until)
        )
        return [(one.about, str(one.due.on), one.verdict.state) for one in found]

    assert ahead("2025-03-30", "2025-09-29") == []
    assert ahead("2025-03-30", "2025-09-30") == [("2024/25", "2025-09-30", "not-yet-due")]
    assert ahead("2025-03-31", "2026-03-31") == []  # it runs from that day on, and is no longer ahead
    assert ahead("2025-03-31", "2027-09-30") == [
        ("2025/26", "2026-09-30", "not-yet-due"),
        ("2026/27", "2027-09-30", "not-yet-due"),
    ]


def test_a_duty_of_the_board_can_be_run_by_audits_inspections_and_recommendations() -> None:
    def local(id_: str, of: str, starts: str, stops: str) -> Duty:
        return Duty.model_validate(
            {
                "id": id_,
                "title": id_,
                "text": "We have agreed.",
                "owner": "The board",
                "trigger": "A day",
                "limit": {"number": "2", "unit": "years"},
                "clocks": [{"of": of, "starts": starts, "stops": stops}],
                "force": "local-policy",
                "source": "The framework",
            }
        )

    inspection = Inspection.model_validate(
        {
            "id": "inspection-1",
            "title": "Inspection",
            "sort": "police",
            "inspectorates": ["One"],
            "agencies": ["police"],
            "group": "reviews",
            "published": "2023-01-10",
            "responded_on": "2023-02-01",
            "areas_for_improvement": [
                {"id": "a", "text": "Do.", "responded_on": "2025-02-01"},
                {"id": "b", "text": "Do."},
            ],
        }
    )
    audit = Audit.model_validate(
        {"id": "audit-1", "title": "Audit", "sort": "section-11", "group": "g", "planned": "2022-23-Q4"}
        | {"fieldwork_ended": "2022-12-01", "moderated_on": "2023-01-15", "reported": "2023-02-28"}
    )
    found = clocks(
        "2025-02-15",
        local("duty-a", "audit", "reported", "next-reported"),
        local("duty-f", "audit", "fieldwork-ended", "moderated"),
        local("duty-m", "audit", "moderated", "reported"),
        local("duty-i", "inspection", "published", "responded"),
        local("duty-r", "recommendation", "published", "responded"),
        inspection,
        audit,
    )
    assert {key: (one.verdict.state, one.verdict.due) for key, one in found.items()} == {
        ("a", "audit-1"): ("due-soon", date(2025, 2, 28)),
        ("f", "audit-1"): ("met", date(2024, 12, 1)),
        ("m", "audit-1"): ("met", date(2025, 1, 15)),
        ("i", "inspection-1"): ("met", date(2025, 1, 10)),
        ("r", "inspection-1/a"): ("met-late", date(2025, 1, 10)),
        ("r", "inspection-1/b"): ("breached", date(2025, 1, 10)),
    }


def test_a_death_told_by_dates_alone_is_unknown_for_a_limit_in_hours() -> None:
    case = review("child-death-review", "occurred 2025-03-03", "aware 2025-03-03", "notified 2025-03-04")
    found = states("2025-07-01", case)
    assert found["child-death-notification"] == "unknown"
    assert found["child-death-review-meeting"] == "breached"


def test_a_year_that_has_no_next_one_ends_the_count() -> None:
    found = running(Register.of(ENGLAND, board_id="hill"), date(9999, 12, 31))
    assert {one.verdict.state for one in found} == {"unknown"}


DAYS = st.none() | st.dates(date(2017, 1, 1), date(2025, 12, 31))


@given(st.dates(date(2017, 1, 1), date(2025, 12, 31)), st.tuples(DAYS, DAYS, DAYS, DAYS, DAYS))
def test_a_past_day_is_judged_by_what_had_happened_by_then(
    as_at: date, days: tuple[date | None, ...]
) -> None:
    def known(day: date | None, then: bool) -> str | None:
        return day.isoformat() if day and not (then and day > as_at) else None

    def judged(then: bool) -> list[tuple[str, str, object]]:
        """With all days, or only with those that had come."""
        aware, notified, over, held, told = (known(day, then) for day in days)
        case = incident(
            aware=aware, notified=notified, criteria_not_met_on=over, notified_to=[*PANEL, "lscb"]
        )
        steps = [f"{name} {day}" for name, day in (("rapid-review", held), ("panel-told", told)) if day]
        review_ = review("rapid-review", "occurred 2016-01-01", *steps, incident="incident-1")
        found = clocks(as_at.isoformat(), case, review_)
        return [(duty, one.verdict.state, one.verdict) for (duty, _), one in found.items()]

    assert judged(then=False) == judged(then=True)


def test_every_clock_of_england_names_days_that_its_records_have() -> None:
    from lif.law.vocabulary import KNOWN, SORTS

    for entry in ENGLAND:
        for clock in getattr(entry.record, "clocks", ()):
            assert clock.starts in KNOWN[clock.of], entry.record.id
            assert clock.stops is None or clock.stops in KNOWN[clock.of], entry.record.id
            assert clock.beside is None or clock.beside in KNOWN[clock.of], entry.record.id
            assert set(clock.sorts) <= SORTS[clock.of], entry.record.id
