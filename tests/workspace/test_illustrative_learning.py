"""The illustrative year's section 11, training, voice and learning: marked, exact, true to what was told."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from lif.calendars import parse_period
from lif.measures.assemble import assemble
from lif.measures.series import Figures
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.evidence import Evidence
from lif.records.learning import GoodPractice, LandingTest, Learning, Passage, Product
from lif.records.meetings import Meeting
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.records.reviews import Review
from lif.records.section11 import Section11Return, Section11Standard, Section175Return
from lif.records.training import Course, Evaluation, Places, TrainingCurrency, TrainingPlan, TrainingSession
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice
from lif.register import Register
from lif.workspace import Workspace

HERE = Path(__file__).parents[2]
AS_AT = date(2025, 12, 10)
YEAR = parse_period("2024-25")
QUARTERS = [f"2024-25-Q{n}" for n in range(1, 5)]
MADE_UP: tuple[tuple[type[Record], int], ...] = (
    (Section11Return, 12),
    (Section175Return, 2),
    (TrainingPlan, 2),
    (Course, 8),
    (TrainingSession, 20),
    (TrainingCurrency, 9),
    (Voice, 12),
    (ComplaintsAndCompliments, 6),
    (PractitionerIntelligence, 3),
    (Learning, 6),
    (GoodPractice, 2),
    (Passage, 13),
)
"""Each kind with the fewest records that show it at work."""
DONE = ("completed", "report-to-board", "published")
"""Steps of a review after which its findings are known to the board."""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.load(HERE, AS_AT)


@pytest.fixture(scope="module")
def register(workspace: Workspace) -> Register:
    return workspace.register


@pytest.fixture(scope="module")
def figures(register: Register) -> Figures:
    return assemble(register, AS_AT)


def parts(figures: Figures, measure: str, period: str) -> tuple[int, int]:
    figure = figures.figure(measure, parse_period(period))
    assert figure is not None, f"{measure} has no figure for {period}"
    upper, lower = Fraction(figure.value.numerator or 0), Fraction(figure.value.denominator or 1)
    assert upper.denominator == lower.denominator == 1
    return upper.numerator, lower.numerator


@pytest.mark.parametrize(("kind", "fewest"), MADE_UP)
def test_each_kind_is_there_and_says_that_it_is_an_example(
    register: Register, kind: type[Record], fewest: int
) -> None:
    found = register.all(kind)
    assert len(found) >= fewest
    assert [record.id for record in found if not record.illustrative] == []


def test_nothing_wrong_is_said_of_these_records(workspace: Workspace) -> None:
    folders = tuple(f"{kind.folder}/" for kind, _ in MADE_UP)
    told = [d for d in workspace.errors if d.location and d.location.path.startswith(folders)]
    assert told == []


def test_every_priority_has_courses_voice_and_learning(register: Register) -> None:
    every = {priority.id for priority in register.all(Priority)}
    assert len(every) == 4
    assert {p for course in register.all(Course) for p in course.priorities} == every
    assert {p for heard in register.all(Voice) for p in heard.priorities} == every
    assert {p for learned in register.all(Learning) for p in learned.priorities} == every


# Section 11


def cycle(register: Register, name: str) -> list[Section11Return]:
    return [r for r in register.all(Section11Return) if r.cycle == name]


def score(found: Section11Return, question: str) -> tuple[str | None, str | None]:
    answer = next(a for a in found.answers if a.question == f"section11-workforce/{question}")
    return answer.self_score, answer.moderated_score


def test_nine_agencies_returned_and_one_did_not_as_the_audit_says(register: Register) -> None:
    audit = register.record(Audit, "audit-section-11-2024")
    returns = cycle(register, "2024")
    assert len(returns) == 10
    assert {r.agency for r in returns if r.submitted} == set(audit.agencies)
    assert {r.agency for r in returns if not r.submitted} == set(audit.not_returned) == {"probation-service"}


def test_returns_keep_to_the_dates_of_the_audit(register: Register) -> None:
    audit = register.record(Audit, "audit-section-11-2024")
    assert audit.started
    assert audit.fieldwork_ended
    for found in cycle(register, "2024"):
        assert found.opened == audit.started
        if found.submitted:
            assert found.own_approval_on
            assert found.survey
            assert found.opened - timedelta(days=14) <= found.own_approval_on <= found.submitted
            assert found.submitted <= audit.fieldwork_ended
            assert found.survey.on <= audit.fieldwork_ended
            assert (found.moderated, found.frozen) == (audit.moderated_on, audit.reported)


def test_returns_on_time_are_those_that_the_business_unit_counted(
    register: Register, figures: Figures
) -> None:
    returns = cycle(register, "2024")
    on_time = sum(r.submitted is not None and r.submitted <= r.due for r in returns)
    assert parts(figures, "section-11-returns-on-time/quarter", "2024-25-Q3") == (on_time, len(returns))


def test_all_eleven_questions_are_answered_by_their_kind(register: Register) -> None:
    standard = register.record(Section11Standard, "section11-workforce")
    kinds = {f"section11-workforce/{q.id}": q.answer for q in standard.questions}
    assert Counter(kinds.values()) == {"scored": 6, "list": 4, "narrative": 1}
    for found in register.all(Section11Return):
        if not found.submitted:
            assert found.answers == ()
            continue
        assert [a.question for a in found.answers] == list(kinds)
        for answer in found.answers:
            if answer.not_applicable:
                assert answer.not_applicable_reason
                assert (answer.self_score, answer.text, answer.entries) == (None, None, ())
            elif kinds[answer.question] == "scored":
                assert answer.self_score and answer.moderated_score and answer.text
            elif kinds[answer.question] == "list":
                assert answer.entries
                assert answer.self_score is None
            else:
                assert answer.text


def test_a_score_that_moderation_changed_has_a_reason(register: Register) -> None:
    changed = [
        (found.id, a.id)
        for found in register.all(Section11Return)
        for a in found.answers
        if a.self_score != a.moderated_score
    ]
    assert len(changed) >= 8
    for found in register.all(Section11Return):
        for answer in found.answers:
            assert (answer.moderation_reason is not None) == ((found.id, answer.id) in changed)
    raised = [
        found.agency
        for found in cycle(register, "2024")
        for a in found.answers
        if (a.self_score, a.moderated_score) == ("partly-met", "fully-met")
    ]
    assert raised == ["humberside-police"]


def test_seven_scored_supervision_as_met_and_the_panel_agreed_in_four(register: Register) -> None:
    """As the audit's finding says; the three others are those that owe records."""
    scores = {r.agency: score(r, "supervision-given") for r in cycle(register, "2024") if r.submitted}
    high = {agency for agency, (own, _) in scores.items() if own == "fully-met"}
    agreed = {agency for agency in high if scores[agency][1] == "fully-met"}
    assert (len(high), len(agreed)) == (7, 4)
    assert high - agreed == {"nlag", "navigo", "youth-justice-service"}


def test_staff_answered_as_the_audit_says(register: Register) -> None:
    """212 answered; all know whom to call; help below the threshold is the weakest answer in five of nine."""
    weakest, answered = [], 0
    for found in (r for r in cycle(register, "2024") if r.survey):
        assert found.survey
        answered += found.survey.answered
        assert found.survey.answered <= found.survey.asked
        share = {a.question.split("/")[1]: Fraction(a.said_yes, a.of) for a in found.survey.answers}
        assert all(a.said_yes <= a.of <= found.survey.answered for a in found.survey.answers)
        assert len(share) == 6
        assert share["knowing-what-to-do"] >= Fraction(9, 10)
        if min(share, key=lambda question: share[question]) == "help-below-threshold":
            weakest.append(found.agency)
        for group in found.focus_groups:
            assert group.people <= found.survey.answered
    assert answered == register.record(Audit, "audit-section-11-2024").practitioners_involved == 212
    assert len(weakest) == 5


def test_what_was_carried_forward_was_there_and_is_the_same(register: Register) -> None:
    earlier = {f"{r.id}/{a.id}": a for r in cycle(register, "2022") for a in r.answers}
    carried = [(r, a) for r in cycle(register, "2024") for a in r.answers if a.carried_forward]
    assert len(carried) >= 6
    for found, answer in carried:
        assert answer.carried_forward
        before = earlier[answer.carried_forward]
        assert before.question == answer.question
        assert (before.text, before.entries) == (answer.text, answer.entries)
        if answer.still_true_on:
            assert found.submitted
            assert found.opened <= answer.still_true_on <= found.submitted
    assert {r.agency for r, a in carried if not a.still_true_on} == {"navigo"}


def test_one_return_of_the_cycle_before_was_late_and_says_why(register: Register) -> None:
    late = [r for r in register.all(Section11Return) if r.submitted and r.submitted > r.due]
    assert [(r.agency, r.cycle) for r in late] == [("navigo", "2022")]
    assert late[0].note


def test_evidence_is_never_younger_than_its_return_and_some_is_old(register: Register) -> None:
    ages = []
    for found in (r for r in register.all(Section11Return) if r.submitted):
        assert found.submitted
        for answer in found.answers:
            for address in answer.evidence:
                thing = register.find(Evidence, address)
                assert thing is None or thing.on <= found.submitted
            if answer.evidence_on:
                ages.append((found.submitted - answer.evidence_on).days)
    assert min(ages) >= 0
    assert max(ages) > 3 * 365


# Sections 175 and 157


@pytest.mark.parametrize(
    ("cycle_name", "asked", "returned"), [("2023-24-academic", 66, 64), ("2024-25-academic", 66, 63)]
)
def test_schools_add_up_by_type_and_by_standard(
    register: Register, cycle_name: str, asked: int, returned: int
) -> None:
    found = next(r for r in register.all(Section175Return) if r.cycle == cycle_name)
    assert sum(r.asked for r in found.returners) == asked
    assert sum(r.returned for r in found.returners) == returned
    assert all(r.returned <= r.asked for r in found.returners)
    assert len(found.standards) >= 8
    for standard in found.standards:
        counts = (standard.fully_met, standard.partly_met, standard.not_met, standard.not_applicable)
        assert sum(counts) == returned, standard.id


def test_the_year_of_schools_is_the_figure_of_their_return(register: Register, figures: Figures) -> None:
    year = next(r for r in register.all(Section175Return) if r.cycle == "2023-24-academic")
    told = (sum(r.returned for r in year.returners), sum(r.asked for r in year.returners))
    assert parts(figures, "section-175-returns/quarter", "2024-25-Q1") == told
    later = next(r for r in register.all(Section175Return) if r.cycle == "2024-25-academic")
    by_march, _ = parts(figures, "section-175-returns/quarter", "2024-25-Q4")
    assert by_march <= sum(r.returned for r in later.returners)


def test_summaries_went_to_meetings_that_were_held(register: Register) -> None:
    held = {(m.group, m.on) for m in register.all(Meeting) if m.held}
    for found in register.all(Section175Return):
        assert found.reported is None or (found.group, found.reported) in held


# Training


def rows(register: Register, begin: date, end: date, courses: set[str] | None = None) -> list[Places]:
    return [
        place
        for session in register.all(TrainingSession)
        if begin <= session.on <= end and (courses is None or session.course in courses)
        for place in session.places
    ]


def together(register: Register) -> set[str]:
    """Courses that agencies share: a lead's training within schools is no multi-agency training."""
    return {course.id for course in register.all(Course) if course.sort != "single-agency"}


def came(places: list[Places]) -> int:
    return sum(place.attended + place.walk_ins for place in places)


def test_places_of_each_agency_add_up_and_no_room_is_overfull(register: Register) -> None:
    for session in register.all(TrainingSession):
        agencies = [place.agency for place in session.places]
        assert len(set(agencies)) == len(agencies), session.id
        for place in session.places:
            assert place.booked == place.attended + place.no_shows + place.cancelled, session.id
        assert sum(place.booked for place in session.places) <= session.capacity, session.id
        assert came(list(session.places)) <= session.capacity, session.id


@pytest.mark.parametrize("quarter", QUARTERS)
def test_sessions_of_a_quarter_are_its_figures(register: Register, figures: Figures, quarter: str) -> None:
    period = parse_period(quarter)
    places = rows(register, period.start, period.end, together(register))
    booked = (sum(p.attended for p in places), sum(p.booked for p in places))
    assert booked == parts(figures, "booked-delegates-who-attended/quarter", quarter)
    assert came(places) == parts(figures, "training-attendances/quarter", quarter)[0]


@pytest.mark.parametrize(
    ("day", "trained"), [(date(2025, 1, 29), 41), (date(2025, 5, 7), 96), (date(2025, 10, 29), 131)]
)
def test_as_many_were_trained_in_the_neglect_tool_as_the_group_was_told(
    register: Register, day: date, trained: int
) -> None:
    places = rows(register, date(2024, 11, 1), day, {"course-neglect-tool"})
    assert came(places) == trained


def test_the_january_sessions_on_the_tool_were_full(register: Register) -> None:
    for session in register.all(TrainingSession):
        if session.course == "course-neglect-tool" and f"{session.on:%Y-%m}" == "2025-01":
            assert came(list(session.places)) == session.capacity


def test_nobody_has_come_to_a_session_that_is_still_to_be_held(register: Register) -> None:
    ahead = [s for s in register.all(TrainingSession) if s.on > AS_AT]
    assert len(ahead) >= 4
    assert all(session.places == () for session in ahead)
    off = [s for s in register.all(TrainingSession) if s.cancelled_on]
    assert len(off) == 2
    for session in off:
        assert session.cancelled_reason
        assert session.places == ()
        assert session.cancelled_on
        assert session.cancelled_on <= session.on
    held = [s for s in register.all(TrainingSession) if s.on <= AS_AT and not s.cancelled_on]
    assert all(session.places for session in held)


def test_most_places_that_stayed_empty_were_those_of_the_three_that_were_challenged(
    register: Register,
) -> None:
    empty: Counter[str] = Counter()
    for place in rows(register, date(2024, 4, 1), date(2025, 3, 31), together(register)):
        empty[place.agency] += place.no_shows + place.cancelled
    three = {agency for agency, _ in empty.most_common(3)}
    assert three == {"childrens-social-care", "nlag", "humberside-police"}
    assert 2 * sum(empty[agency] for agency in three) > empty.total()


def test_fourteen_courses_were_on_offer_when_the_year_was_agreed(register: Register) -> None:
    plan = register.record(TrainingPlan, "training-plan-2024-25")
    assert plan.approved_on == date(2024, 6, 26)
    planned = {course for need in plan.needs for course in need.courses}
    offered = {
        c.id for c in register.all(Course) if c.id in planned and c.since and c.since <= plan.approved_on
    }
    assert len(offered) == 14
    assert planned - offered == {"course-neglect-tool"}
    ran = {s.course for s in register.all(TrainingSession) if YEAR.start <= s.on <= YEAR.end}
    assert planned == ran & together(register)


def test_plans_were_approved_at_meetings_that_were_held(register: Register) -> None:
    held = {(m.group, m.on) for m in register.all(Meeting) if m.held}
    for plan in register.all(TrainingPlan):
        assert (plan.group, plan.approved_on) in held


def evaluations(register: Register) -> list[tuple[Course, Evaluation]]:
    return [(course, one) for course in register.all(Course) for one in course.evaluations]


def test_evaluation_has_four_levels_and_says_how_many_answered(register: Register) -> None:
    found = evaluations(register)
    assert {one.level for _, one in found} == {"reaction", "learning", "behaviour", "results"}
    for course, one in found:
        assert one.on <= AS_AT
        if one.level == "results":
            assert one.shown_by, course.id
            continue
        assert one.asked is not None
        assert one.answered is not None
        assert one.positive is not None
        assert one.positive <= one.answered <= one.asked
        assert (one.with_manager or 0) <= one.answered


def test_those_who_were_asked_are_those_who_had_come(register: Register) -> None:
    sessions = {s.id: s for s in register.all(TrainingSession)}
    for course, one in evaluations(register):
        assert all(sessions[id_].course == course.id for id_ in one.sessions)
        assert all(sessions[id_].on <= one.on for id_ in one.sessions)
        if one.sessions and one.asked is not None:
            there = came([place for id_ in one.sessions for place in sessions[id_].places])
            assert one.asked == there, f"{course.id}/{one.id}"


def test_what_delegates_learned_is_the_years_figure(register: Register, figures: Figures) -> None:
    year = [one for _, one in evaluations(register) if one.id == "learning-2024-25"]
    quarters = [parts(figures, "training-knowledge-gained/quarter", quarter) for quarter in QUARTERS]
    assert sum(one.positive or 0 for one in year) == sum(upper for upper, _ in quarters)
    assert sum(one.answered or 0 for one in year) == sum(lower for _, lower in quarters)


def test_what_delegates_changed_is_the_figure_of_the_quarters_that_asked_them(
    register: Register, figures: Figures
) -> None:
    """Those who came from April to December 2024 were asked three months later: the last three quarters."""
    year = [one for _, one in evaluations(register) if one.id == "behaviour-2024-25"]
    quarters = [parts(figures, "training-changed-practice/quarter", quarter) for quarter in QUARTERS[1:]]
    assert sum(one.positive or 0 for one in year) == sum(upper for upper, _ in quarters)
    assert sum(one.answered or 0 for one in year) == sum(lower for _, lower in quarters)


def test_training_in_date_is_counted_for_nine_agencies_and_agrees_with_their_returns(
    register: Register, figures: Figures
) -> None:
    counts = register.all(TrainingCurrency)
    assert len({count.agency for count in counts}) >= 9
    assert all(count.in_date <= count.required and count.on <= AS_AT for count in counts)
    hospital = {count.on: (count.in_date, count.required) for count in counts if count.agency == "nlag"}
    for day, quarter in ((date(2024, 9, 30), "2024-25-Q2"), (date(2025, 3, 31), "2024-25-Q4")):
        assert hospital[day] == parts(figures, "single-agency-training-in-date/quarter", quarter)
    last = {count.agency: count for count in sorted(counts, key=lambda count: count.on)}
    owed = [agency for agency, count in last.items() if count.next_due and count.next_due < AS_AT]
    assert owed == ["probation-service"]


def test_seven_leads_are_out_of_date_as_the_action_says(register: Register) -> None:
    leads = register.record(TrainingCurrency, "training-currency-designated-leads-2025-11")
    assert leads.required - leads.in_date == 7


def test_both_extra_days_for_leads_were_full(register: Register) -> None:
    days = [s for s in register.all(TrainingSession) if s.course == "course-designated-leads"]
    june = [s for s in days if f"{s.on:%Y-%m}" == "2025-06"]
    assert [came(list(s.places)) for s in june] == [s.capacity for s in june] == [24, 24]


# Voice, complaints and what practitioners say


def test_voice_is_heard_in_many_ways_from_children_parents_and_families(register: Register) -> None:
    heard = register.all(Voice)
    assert {v.from_whom for v in heard} == {"children", "parents-and-carers", "families"}
    assert len({v.method for v in heard}) >= 8
    assert {v.direction for v in heard} == {"good", "mixed", "poor"}
    for one in heard:
        assert one.heard is not None
        assert one.asked is None or one.heard <= one.asked
        assert bool(one.done) == bool(one.done_on)
        days = [day for day in (one.on, one.done_on, one.told_back_on) if day]
        assert days == sorted(days)
        assert days[-1] <= AS_AT


def test_some_were_told_some_not_yet_and_for_some_nothing_was_done(register: Register) -> None:
    heard = register.all(Voice)
    assert sum(v.told_back_on is not None for v in heard) >= 5
    assert sum(v.done is not None and v.told_back_on is None for v in heard) >= 2
    assert sum(v.done is None and v.no_change_reason is None for v in heard) >= 3
    assert sum(v.no_change_reason is not None for v in heard) == 1


def test_voice_agrees_with_the_figures_of_the_year(register: Register, figures: Figures) -> None:
    for voice, indicator in (
        ("voice-safer-2024-25", "children-who-feel-safer"),
        ("voice-parents-heard-2024-25", "parents-who-felt-heard"),
    ):
        quarters = [parts(figures, f"{indicator}/quarter", quarter) for quarter in QUARTERS]
        yes, answered = (sum(q[n] for q in quarters) for n in (0, 1))
        found = register.record(Voice, voice)
        assert found.heard == answered
        assert f"{yes} of the {answered} " in " ".join(found.text.split())


@pytest.mark.parametrize("quarter", QUARTERS)
def test_no_quarter_has_more_voice_than_activities_were_counted(
    register: Register, figures: Figures, quarter: str
) -> None:
    period = parse_period(quarter)
    found = [v for v in register.all(Voice) if period.start <= v.on <= period.end]
    changed, activities = parts(figures, "participation-that-changed-something/quarter", quarter)
    assert len(found) <= activities
    assert sum(v.done is not None for v in found) <= changed


def test_complaints_add_up_and_name_no_more_than_there_were(register: Register) -> None:
    for counts in register.all(ComplaintsAndCompliments):
        assert (counts.upheld or 0) <= counts.complaints
        assert (counts.answered_in_time or 0) <= counts.complaints
        for theme in counts.by_theme:
            assert theme.complaints <= counts.complaints
            assert theme.compliments <= counts.compliments
    quarters = [
        c.period for c in register.all(ComplaintsAndCompliments) if c.agency == "childrens-social-care"
    ]
    assert sorted(quarters) == QUARTERS


def test_what_practitioners_say_is_the_survey_beside_section_11(register: Register) -> None:
    found = register.record(PractitionerIntelligence, "practitioners-section-11-survey-2024")
    surveys = [r.survey for r in cycle(register, "2024") if r.survey]
    assert found.asked == sum(survey.asked for survey in surveys)
    assert found.heard == sum(survey.answered for survey in surveys)


# Learning


def landing_tests(register: Register) -> list[LandingTest]:
    told: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    return [one.test for one in told if one.test]


def products(register: Register) -> list[Product]:
    told: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    return [product for one in told for product in one.products]


def test_learning_is_told_in_the_forms_that_boards_use(register: Register) -> None:
    sorts = Counter(product.sort for product in products(register))
    assert sorts["seven-minute-briefing"] >= 2
    assert min(sorts["bulletin"], sorts["event"], sorts["thematic-presentation"]) >= 1
    for learned in register.all(Learning):
        assert learned.products
        assert learned.questions
        assert learned.how_known


def test_products_went_out_before_they_reached_anybody(register: Register) -> None:
    for product in products(register):
        assert product.due or product.on
        assert product.on is None or product.on <= AS_AT
        for reach in product.reach:
            assert product.on
            assert product.on <= reach.on <= AS_AT, product.title
    waiting = [p for p in products(register) if p.on is None]
    assert {p.due and p.due < AS_AT for p in waiting} == {True, False}


def test_tests_of_landing_have_every_result_and_some_are_owed(register: Register) -> None:
    found = landing_tests(register)
    assert {one.result for one in found} == {
        "landed",
        "partly-landed",
        "not-landed",
        "cannot-be-told",
        None,
    }
    owed = [one for one in found if one.checked_on is None]
    assert {one.due < AS_AT for one in owed} == {True, False}
    for one in found:
        assert (one.checked_on is None) == (one.result is None)
        assert one.checked_on is None or one.checked_on <= AS_AT
        if one.result in ("partly-landed", "not-landed", "cannot-be-told"):
            assert one.follows


def test_one_presentation_joins_what_several_reviews_say(register: Register) -> None:
    joined = register.record(Learning, "learning-information-in-pieces")
    assert len({source.split("/")[0] for source in joined.sources}) == 4


def test_the_briefing_of_review_b_reached_those_that_answered(register: Register) -> None:
    """Eight of eleven agencies by 14 May 2025: team meetings in six, supervision in two."""
    learned = register.record(Learning, "learning-missed-appointments")
    briefing = next(p for p in learned.products if p.id == "briefing")
    answered = register.record(Evidence, "evidence-briefing-review-b").on
    assert briefing.on == date(2025, 1, 24)
    assert len(briefing.reach) == 8
    assert all(reach.on <= answered for reach in briefing.reach)
    assert sum("supervision" in (reach.used or "").lower() for reach in briefing.reach) == 2


def test_learning_rests_on_what_was_known_when_it_was_agreed(register: Register) -> None:
    for learned in register.all(Learning):
        for source in (address.split("/")[0] for address in learned.sources):
            audit, heard = register.find(Audit, source), register.find(Voice, source)
            assert audit is None or (audit.reported and audit.reported <= learned.on), learned.id
            assert heard is None or heard.on <= learned.on, learned.id
            if review := register.find(Review, source):
                done = [m.on for m in review.milestones if m.on and m.step in DONE]
                assert min(done) <= learned.on, learned.id


def test_a_course_carries_learning_that_was_there(register: Register) -> None:
    carried = {address for course in register.all(Course) for address in course.learning}
    known = {one.id for one in (*register.all(Learning), *register.all(GoodPractice))}
    assert carried <= known
    assert len(carried) >= 6


def test_three_survey_answers_out_of_five_know_help_below_the_threshold(register: Register) -> None:
    """125 of 212, as the learning says beside the newer survey."""
    answers = [
        answer
        for found in cycle(register, "2024")
        if found.survey
        for answer in found.survey.answers
        if answer.question.endswith("/help-below-threshold")
    ]
    assert (sum(a.said_yes for a in answers), sum(a.of for a in answers)) == (125, 212)
    told = register.record(Learning, "learning-help-below-threshold").test
    assert told
    assert "125 of 212" in (told.text or "")


# What passed along the learning routes


def routes(register: Register) -> dict[str, int]:
    """Each learning route of the framework, and after how many days its silence is a finding."""
    return {
        f"{element.id}/{route.id}": route.silent_after_days or 0
        for element in register.all(Element)
        for route in element.learning_routes
    }


def test_all_routes_are_in_use_but_two_that_are_silent(register: Register) -> None:
    last: dict[str, date] = {}
    for passage in register.all(Passage):
        assert passage.on <= AS_AT
        last[passage.route] = max(passage.on, last.get(passage.route, passage.on))
    known = routes(register)
    assert len(known) == 13
    assert set(known) - set(last) == {"element-workforce/training-gaps-to-annual-report"}
    fell_silent = {route for route, day in last.items() if (AS_AT - day).days > known[route]}
    assert fell_silent == {"element-workforce/practitioners-messages-to-planning"}


def test_what_passed_at_a_meeting_passed_on_its_day_to_its_group(register: Register) -> None:
    for passage in register.all(Passage):
        if passage.meeting:
            meeting = register.record(Meeting, passage.meeting)
            assert meeting.held
            assert meeting.on == passage.on
            assert meeting.group in passage.to_groups


def test_what_passed_was_known_by_then(register: Register) -> None:
    for passage in register.all(Passage):
        for address in passage.about:
            id_ = address.split("/")[0]
            for thing in (
                register.find(Evidence, id_),
                register.find(PractitionerIntelligence, id_),
                register.find(Learning, id_),
            ):
                assert thing is None or thing.on <= passage.on, f"{passage.id}: {address}"


# Evidence that rests on these records


def said(register: Register, evidence: str) -> str:
    return " ".join(register.record(Evidence, evidence).text.split())


def test_evidence_on_places_and_supervision_says_what_the_records_say(register: Register) -> None:
    places = rows(register, YEAR.start, YEAR.end, together(register))
    used, booked = sum(p.attended for p in places), sum(p.booked for p in places)
    assert (used, booked) == (864, 1051)
    assert "864 of 1,051 booked" in said(register, "evidence-places-unused")
    answers = [
        answer
        for found in cycle(register, "2024")
        if found.survey
        for answer in found.survey.answers
        if answer.question.endswith("/supervision-given")
    ]
    assert (sum(a.said_yes for a in answers), sum(a.of for a in answers)) == (142, 211)
    assert "142 of 211 staff" in said(register, "evidence-supervision-by-agency")


def test_evidence_on_landing_counts_the_tests(register: Register) -> None:
    """Fourteen pieces, eight looked at again: three landed, two in part, two did not, one cannot be told."""
    results = Counter(one.result for one in landing_tests(register))
    assert results == {"landed": 3, "partly-landed": 2, "not-landed": 2, "cannot-be-told": 1, None: 6}
    late = [one for one in landing_tests(register) if one.checked_on is None and one.due < AS_AT]
    assert len(late) == 2
    text = said(register, "evidence-looked-at-again")
    assert text.startswith("Of fourteen pieces of learning and good practice eight have been looked at again")


def test_evidence_on_training_in_date_counts_the_agencies(register: Register) -> None:
    """Five of the eight that were counted on 31 March 2025 have nine in ten in date or more."""
    counted = [count for count in register.all(TrainingCurrency) if count.on == date(2025, 3, 31)]
    assert len(counted) == 8
    assert sum(10 * count.in_date >= 9 * count.required for count in counted) == 5
    assert "Five of eight agencies" in said(register, "evidence-training-renewed")


def test_evidence_on_reviews_counts_the_answers_of_agencies(register: Register) -> None:
    """Nineteen by 16 October 2025: three briefings and one presentation."""
    evidence = register.record(Evidence, "evidence-review-learning-used")
    pieces: tuple[Learning | GoodPractice, ...] = (*register.all(Learning), *register.all(GoodPractice))
    told = {one.id: one for one in pieces}
    answers = [
        reach
        for address in evidence.source
        for product in told[address.split("/")[0]].products
        if product.id == address.split("/")[1]
        for reach in product.reach
        if reach.on <= evidence.on
    ]
    assert len(answers) == 19
    assert "nineteen answers" in said(register, evidence.id)
