"""Section 11 and sections 175 and 157: the day on which waiting becomes too long, and counts at the edge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.checks.given import ACTION, told

from lif.checks.schools import (
    more_returned_than_asked,
    schools_summary_overdue,
    standard_above_returns,
    standard_below_returns,
    summary_without_returns,
)
from lif.checks.self_answers import (
    answer_does_not_fit,
    answer_left_empty,
    not_applicable_without_reason,
    question_answered_twice,
    questions_unanswered,
    repeated_and_not_looked_at,
    repeated_from_elsewhere,
)
from lif.checks.self_assessment import (
    section11_not_moderated,
    section11_overdue,
    self_assessment_twice,
    sent_before_approved,
    staff_see_it_otherwise,
    survey_of_more_than_asked,
)
from lif.checks.self_scores import (
    evidence_after_return,
    evidence_too_old,
    evidence_without_day,
    fully_met_on_words_alone,
    moderated_without_reason,
    moderation_half_recorded,
    shortfall_without_action,
)
from lif.checks.windows import changed_after_frozen, window_under_two_names
from lif.records.actions import Action
from lif.records.governance import Agency
from lif.records.section11 import Section11Return, Section11Standard, Section175Return

STANDARD = Section11Standard.model_validate(
    {
        "id": "std",
        "title": "A",
        "text": "A.",
        "questions": [
            {"id": "score", "text": "A?", "answer": "scored"},
            {"id": "listed", "text": "B?", "answer": "list"},
            {"id": "told", "text": "C?", "answer": "narrative"},
            {
                "id": "gone",
                "text": "D?",
                "answer": "scored",
                "retired": {"on": "2024-09-01", "reason": "Asked elsewhere."},
            },
        ],
    }
)
CAME = {"submitted": "2024-10-24"}
MODERATED = CAME | {"moderated": "2024-12-08"}


def a_return(*answers: dict[str, Any], **fields: Any) -> Section11Return:
    """The council's return of 2024, due on 31 October, with these answers to the question on scores."""
    given = [{"id": f"a-{i}", "question": "std/score"} | answer for i, answer in enumerate(answers)]
    base = {
        "id": "ret-a",
        "agency": "council",
        "cycle": "2024",
        "group": "g-a",
        "opened": "2024-09-02",
        "due": "2024-10-31",
        "answers": given,
    }
    return Section11Return.model_validate(base | fields)


def before(*answers: dict[str, Any], **fields: Any) -> Section11Return:
    """The council's return of the cycle before."""
    old = {"id": "ret-old", "cycle": "2022", "opened": "2022-09-05", "due": "2022-10-28"}
    return a_return(*answers, **(old | {"submitted": "2022-10-20", "moderated": "2023-01-10"} | fields))


@pytest.mark.parametrize(
    ("submitted", "on", "late"),
    [
        (None, date(2024, 10, 31), False),
        (None, date(2024, 11, 1), True),
        ("2024-11-20", date(2024, 11, 19), True),
        ("2024-11-20", date(2024, 11, 20), False),
    ],
)
def test_a_return_is_late_from_the_day_after_it_was_due_until_it_comes(
    submitted: str | None, on: date, late: bool
) -> None:
    found = told(section11_overdue, a_return(submitted=submitted), on=on)
    assert found == (["ret-a.due"] if late else [])


def test_a_return_that_never_came_is_past_once_the_next_window_is_open() -> None:
    old = before(submitted=None, moderated=None)
    assert told(section11_overdue, old, on=date(2024, 9, 1)) == ["ret-old.due"]
    assert told(section11_overdue, old, a_return(), on=date(2024, 9, 1)) == ["ret-old.due"]
    assert told(section11_overdue, old, a_return(), on=date(2024, 9, 2)) == []


def test_the_window_of_a_successor_ends_that_of_the_agency_before() -> None:
    ccg = Agency.model_validate(
        {"id": "ccg", "name": "C", "sector": "health", "until": "2022-06-30", "successor": "council"}
    )
    old = before(agency="ccg", submitted=None, moderated=None)
    assert told(section11_overdue, old, ccg) == ["ret-old.due"]
    assert told(section11_overdue, old, ccg, a_return(**CAME)) == []


def test_a_retired_return_is_not_awaited() -> None:
    assert told(section11_overdue, a_return(retired={"on": "2025-03-10", "reason": "A."})) == []


@pytest.mark.parametrize(
    ("on", "waits"), [(date(2025, 1, 23), False), (date(2025, 1, 24), True), (date(2025, 2, 3), False)]
)
def test_moderation_is_awaited_after_a_quarter_of_92_days(on: date, waits: bool) -> None:
    """24 October, 92 days later is 24 January."""
    found = told(section11_not_moderated, a_return(**CAME, moderated="2025-02-03"), on=on)
    assert found == (["ret-a.submitted"] if waits else [])


def test_two_returns_of_one_cycle_are_told_once_and_retired_ones_left_out() -> None:
    twin = a_return(id="ret-b")
    assert told(self_assessment_twice, a_return(), twin) == ["ret-b.cycle"]
    assert told(self_assessment_twice, a_return(), a_return(id="ret-b", cycle="2022")) == []
    assert told(self_assessment_twice, a_return(), a_return(id="ret-b", agency="police")) == []
    gone = a_return(id="ret-b", retired={"on": "2025-03-11", "reason": "A."})
    assert told(self_assessment_twice, a_return(), gone) == []


@pytest.mark.parametrize(
    ("asked", "answered", "yes", "of", "places"),
    [
        (41, 41, 41, 41, []),
        (40, 41, 41, 41, ["answered"]),
        (60, 41, 42, 41, ["answers.0.said_yes"]),
        (60, 41, 41, 42, ["answers.0.of"]),
        (0, 0, 0, 0, []),
    ],
)
def test_counts_of_a_survey_may_be_equal(
    asked: int, answered: int, yes: int, of: int, places: list[str]
) -> None:
    said = {"question": "std/score", "said_yes": str(yes), "of": str(of)}
    survey = {"on": "2024-11-15", "asked": str(asked), "answered": str(answered), "answers": [said]}
    found = told(survey_of_more_than_asked, a_return(survey=survey))
    assert found == [f"ret-a.survey.{place}" for place in places]


@pytest.mark.parametrize(
    ("own", "moderated", "yes", "of", "on", "differs"),
    [
        ("fully-met", "fully-met", 20, 41, date(2025, 3, 10), True),
        ("fully-met", "fully-met", 20, 40, date(2025, 3, 10), False),
        ("fully-met", "fully-met", 0, 0, date(2025, 3, 10), False),
        ("fully-met", "fully-met", 0, 4, date(2025, 3, 10), False),
        ("fully-met", "fully-met", 2, 5, date(2025, 3, 10), True),
        ("fully-met", "partly-met", 20, 41, date(2025, 3, 10), False),
        ("fully-met", "partly-met", 20, 41, date(2024, 12, 7), True),
        ("partly-met", "fully-met", 20, 41, date(2024, 12, 7), False),
        ("fully-met", "fully-met", 20, 41, date(2024, 11, 14), False),
    ],
)
def test_staff_are_set_beside_the_score_that_counted_on_the_day(
    own: str, moderated: str, yes: int, of: int, on: date, differs: bool
) -> None:
    """The survey closed on 15 November, and moderation was on 8 December 2024."""
    said = {"question": "std/score", "said_yes": str(yes), "of": str(of)}
    survey = {"on": "2024-11-15", "asked": "60", "answered": "41", "answers": [said]}
    answer = {"self_score": own, "moderated_score": moderated}
    found = told(staff_see_it_otherwise, a_return(answer, **MODERATED, survey=survey), on=on)
    assert found == (["ret-a.survey.answers.0.said_yes"] if differs else [])


def schools(**fields: Any) -> Section175Return:
    base = {"id": "s175", "cycle": "2023-24", "group": "g-a", "opened": "2024-06-03", "due": "2024-09-30"}
    return Section175Return.model_validate(base | fields)


def test_as_many_may_return_as_were_asked_and_each_type_once() -> None:
    line = {"sort": "primary", "asked": "45", "returned": "45"}
    assert told(more_returned_than_asked, schools(returners=[line])) == []
    more = schools(returners=[line | {"returned": "46"}])
    assert told(more_returned_than_asked, more) == ["s175.returners.0.returned"]
    assert told(more_returned_than_asked, schools(returners=[line, line])) == ["s175.returners.1.sort"]


@pytest.mark.parametrize(
    ("not_applicable", "below", "above"), [("1", True, False), ("2", False, False), ("3", False, True)]
)
def test_those_for_whom_a_standard_does_not_apply_are_counted(
    not_applicable: str, below: bool, above: bool
) -> None:
    """46 returned."""
    counts = {"fully_met": "36", "partly_met": "7", "not_met": "1", "not_applicable": not_applicable}
    summary = schools(
        returners=[
            {"sort": "primary", "asked": "45", "returned": "43"},
            {"sort": "special", "asked": "3", "returned": "3"},
        ],
        standards=[{"id": "lead", "text": "A."} | counts],
    )
    assert told(standard_below_returns, summary) == (["s175.standards.0"] if below else [])
    assert told(standard_above_returns, summary) == (["s175.standards.0"] if above else [])


def test_standards_without_a_count_of_returns_are_let_be() -> None:
    counts = {"fully_met": "36", "partly_met": "7", "not_met": "1"}
    summary = schools(standards=[{"id": "lead", "text": "A."} | counts])
    assert told(standard_below_returns, summary) == []
    assert told(standard_above_returns, summary) == []


@pytest.mark.parametrize(
    ("reported", "on", "asked"),
    [
        (None, date(2025, 3, 10), False),
        ("2025-03-10", date(2025, 3, 9), False),
        ("2025-03-10", date(2025, 3, 10), True),
    ],
)
def test_a_summary_that_was_reported_says_how_many_returned(
    reported: str | None, on: date, asked: bool
) -> None:
    found = told(summary_without_returns, schools(reported=reported), on=on)
    assert found == (["s175.reported"] if asked else [])
    line = {"sort": "primary", "asked": "45", "returned": "0"}
    assert told(summary_without_returns, schools(reported=reported, returners=[line]), on=on) == []


@pytest.mark.parametrize(
    ("on", "late"), [(date(2024, 12, 30), False), (date(2024, 12, 31), True), (date(2025, 1, 14), False)]
)
def test_the_schools_summary_is_late_a_quarter_after_returns_were_due(on: date, late: bool) -> None:
    """30 September, 92 days later is 31 December."""
    found = told(schools_summary_overdue, schools(reported="2025-01-14"), on=on)
    assert found == (["s175.due"] if late else [])


def test_a_score_without_moderation_and_moderation_without_a_day() -> None:
    own = {"self_score": "fully-met"}
    both = own | {"moderated_score": "fully-met"}
    assert told(moderation_half_recorded, a_return(both, **MODERATED)) == []
    assert told(moderation_half_recorded, a_return(own, **CAME)) == []
    assert told(moderation_half_recorded, a_return(own, **MODERATED)) == ["ret-a.answers.0.self_score"]
    assert told(moderation_half_recorded, a_return(both, **CAME)) == ["ret-a.answers.0.moderated_score"]
    away = {"not_applicable": "true", "not_applicable_reason": "No premises."}
    assert told(moderation_half_recorded, a_return(away, {"text": "A."}, **MODERATED)) == []


def test_only_a_score_that_moderation_changed_needs_a_reason() -> None:
    changed = {"self_score": "fully-met", "moderated_score": "partly-met"}
    place = ["ret-a.answers.0.moderated_score"]
    assert told(moderated_without_reason, a_return(changed, **MODERATED)) == place
    assert told(moderated_without_reason, a_return(changed | {"moderation_reason": "A."})) == []
    assert told(moderated_without_reason, a_return(changed | {"self_score": "partly-met"})) == []
    assert told(moderated_without_reason, a_return({"moderated_score": "partly-met"})) == []


@pytest.mark.parametrize(
    ("question", "answer", "place"),
    [
        ("std/listed", {"self_score": "fully-met"}, "self_score"),
        ("std/told", {"moderated_score": "not-met"}, "moderated_score"),
        ("std/listed", {"entries": ["A"]}, None),
        ("std/score", {"text": "A."}, "question"),
        ("std/score", {"self_score": "not-met"}, None),
        ("std/score", {"not_applicable": "true"}, None),
        ("std/score", {"not_applicable": "true", "self_score": "not-met"}, "self_score"),
        ("std/nowhere", {"text": "A."}, None),
    ],
)
def test_the_sort_of_an_answer_fits_its_question(
    question: str, answer: dict[str, Any], place: str | None
) -> None:
    found = told(answer_does_not_fit, STANDARD, a_return({"question": question} | answer, **CAME))
    assert found == ([f"ret-a.answers.0.{place}"] if place else [])


def test_a_return_that_has_not_come_may_still_lack_scores() -> None:
    assert told(answer_does_not_fit, STANDARD, a_return({"text": "A."})) == []
    came = a_return({"text": "A."}, **CAME)
    assert told(answer_does_not_fit, STANDARD, came, on=date(2024, 10, 23)) == []
    assert told(answer_does_not_fit, STANDARD, came, on=date(2024, 10, 24)) == ["ret-a.answers.0.question"]


def test_an_answer_that_repeats_an_earlier_one_needs_no_score_of_its_own() -> None:
    repeated = {"carried_forward": "ret-old/a-0"}
    assert told(answer_does_not_fit, STANDARD, a_return(repeated, **CAME)) == []
    listed = repeated | {"question": "std/listed", "self_score": "not-met"}
    assert told(answer_does_not_fit, STANDARD, a_return(listed, **CAME)) == ["ret-a.answers.0.self_score"]


@pytest.mark.parametrize(
    ("question", "answer", "empty"),
    [
        ("std/listed", {}, True),
        ("std/listed", {"entries": ["A"]}, False),
        ("std/listed", {"text": "A."}, False),
        ("std/told", {}, True),
        ("std/told", {"text": "A."}, False),
        ("std/told", {"carried_forward": "ret-old/a-0"}, False),
        ("std/told", {"not_applicable": "true"}, False),
        ("std/told", {"self_score": "not-met"}, False),
        ("std/score", {}, False),
    ],
)
def test_a_list_or_words_that_were_sent_are_not_empty(
    question: str, answer: dict[str, Any], empty: bool
) -> None:
    given = {"question": question} | answer
    found = told(answer_left_empty, STANDARD, a_return(given, **CAME))
    assert found == (["ret-a.answers.0.question"] if empty else [])
    assert told(answer_left_empty, STANDARD, a_return(given)) == []
    assert told(answer_left_empty, STANDARD, a_return(given, **CAME), on=date(2024, 10, 23)) == []


def test_nothing_a_return_rests_on_is_from_after_its_window_was_frozen() -> None:
    closed = MODERATED | {"frozen": "2025-01-22"}
    answer = {"evidence_on": "2025-01-23", "still_true_on": "2025-02-04"}
    survey = {"on": "2025-01-23", "asked": "9", "answered": "4"}
    talk = {"people": "6", "text": "A."}
    talks = [talk | {"on": "2025-01-22"}, talk | {"on": "2025-01-23"}]
    places = ["ret-a.survey.on", "ret-a.focus_groups.1.on"]
    late = a_return(answer, survey=survey, focus_groups=talks, **closed)
    assert told(changed_after_frozen, late) == places
    never = a_return(answer, frozen="2025-01-22")
    assert told(changed_after_frozen, never) == ["ret-a.answers.0.evidence_on"]
    same = a_return({"evidence_on": "2025-01-22"}, survey=survey | {"on": "2025-01-22"}, frozen="2025-01-22")
    assert told(changed_after_frozen, same) == []
    assert told(changed_after_frozen, a_return(answer, survey=survey, **MODERATED)) == []


def test_windows_that_opened_on_one_day_have_the_name_that_most_have() -> None:
    council, police = (
        a_return(cycle="Autumn 2024"),
        a_return(id="ret-b", agency="police", cycle="autumn 2024"),
    )
    other = a_return(id="ret-c", agency="fire", cycle="2024-25")
    assert told(window_under_two_names, council, police) == []
    assert told(window_under_two_names, council, police, other) == ["ret-c.cycle"]
    assert told(window_under_two_names, council, police, other, on=date(2024, 9, 1)) == []
    later = a_return(id="ret-c", agency="fire", cycle="2024-25", opened="2024-09-03")
    assert told(window_under_two_names, council, police, later) == []
    gone = a_return(id="ret-c", cycle="2024-25", retired={"on": "2024-12-01", "reason": "A."})
    assert told(window_under_two_names, council, gone) == []


def test_a_question_is_answered_once_in_the_return_and_once_in_the_survey() -> None:
    said = {"question": "std/score", "said_yes": "3", "of": "4"}
    survey = {"on": "2024-11-15", "asked": "9", "answered": "4", "answers": [said]}
    assert told(question_answered_twice, a_return({}, survey=survey)) == []
    twice = a_return({}, {}, survey=survey | {"answers": [said, said]})
    places = ["ret-a.answers.1.question", "ret-a.survey.answers.1.question"]
    assert told(question_answered_twice, twice) == places


def test_questions_that_were_asked_in_the_cycle_are_answered() -> None:
    every = [{"question": f"std/{name}"} for name in ("score", "listed", "told")]
    assert told(questions_unanswered, STANDARD, a_return(*every, **CAME)) == []
    some = a_return(*every[:2], **CAME)
    assert told(questions_unanswered, STANDARD, some) == ["ret-a.submitted"]
    assert told(questions_unanswered, STANDARD, some, on=date(2024, 10, 23)) == []
    assert told(questions_unanswered, STANDARD, a_return(**CAME)) == []


def test_what_others_of_the_cycle_answered_was_asked_and_what_was_retired_was_not() -> None:
    other = a_return({"question": "std/score"}, id="ret-b", agency="police")
    assert told(questions_unanswered, STANDARD, a_return(**CAME), other) == ["ret-a.submitted"]
    earlier = a_return({"question": "std/score"}, id="ret-b", agency="police", cycle="2022")
    assert told(questions_unanswered, STANDARD, a_return(**CAME), earlier) == []
    every = [{"question": f"std/{name}"} for name in ("score", "listed", "told")]
    then = before(*every, id="ret-old", submitted="2024-08-31")
    assert told(questions_unanswered, STANDARD, then) == ["ret-old.submitted"]


def test_what_does_not_apply_says_why() -> None:
    away = {"not_applicable": "true"}
    place = ["ret-a.answers.0.not_applicable"]
    assert told(not_applicable_without_reason, a_return(away)) == place
    assert told(not_applicable_without_reason, a_return(away | {"not_applicable_reason": "A."})) == []


@pytest.mark.parametrize(
    ("evidence_on", "submitted", "old"),
    [
        ("2022-10-24", "2024-10-24", False),
        ("2022-10-23", "2024-10-24", True),
        ("2022-02-28", "2024-02-29", True),
        ("2024-02-29", "2026-02-28", False),
        ("2024-02-29", "2026-03-01", True),
        (None, "2024-10-24", False),
        ("2020-01-01", None, False),
    ],
)
def test_evidence_is_old_when_two_years_had_passed_at_the_day_it_came(
    evidence_on: str | None, submitted: str | None, old: bool
) -> None:
    answer = {"self_score": "fully-met", "evidence_on": evidence_on}
    found = told(evidence_too_old, a_return(answer, submitted=submitted), on=date(2026, 4, 1))
    assert found == (["ret-a.answers.0.evidence_on"] if old else [])


def test_evidence_in_words_has_a_day_unless_moderation_changed_the_score() -> None:
    place = ["ret-a.answers.0.evidence_text"]
    words = {"self_score": "fully-met", "evidence_text": "A"}
    assert told(evidence_without_day, a_return(words, **CAME)) == place
    assert told(evidence_without_day, a_return(words, **CAME), on=date(2024, 10, 23)) == []
    assert told(evidence_without_day, a_return(words | {"evidence_on": "2024-09-30"}, **CAME)) == []
    record = {"self_score": "fully-met", "evidence": ["x-y"]}
    assert told(evidence_without_day, a_return(record, **CAME)) == []
    assert told(evidence_without_day, a_return({"evidence_text": "A"}, **CAME)) == []
    lowered = a_return(words | {"moderated_score": "partly-met"}, **MODERATED)
    assert told(evidence_without_day, lowered) == []
    assert told(evidence_without_day, lowered, on=date(2024, 12, 7)) == place


def test_only_what_the_newest_return_lacks_is_told() -> None:
    old = before({"self_score": "fully-met", "evidence_on": "2019-01-01"})
    assert told(evidence_too_old, old) == ["ret-old.answers.0.evidence_on"]
    assert told(evidence_too_old, old, a_return()) == []


def test_fully_met_is_shown_by_a_record_or_by_words() -> None:
    full = {"self_score": "fully-met"}
    assert told(fully_met_on_words_alone, a_return(full, **CAME)) == ["ret-a.answers.0.self_score"]
    assert told(fully_met_on_words_alone, a_return(full)) == []
    assert told(fully_met_on_words_alone, a_return(full | {"evidence": ["x-y"]}, **CAME)) == []
    assert told(fully_met_on_words_alone, a_return(full | {"evidence_text": "A"}, **CAME)) == []
    lowered = a_return(full | {"moderated_score": "partly-met"}, **MODERATED)
    assert told(fully_met_on_words_alone, lowered) == []
    assert told(fully_met_on_words_alone, lowered, on=date(2024, 12, 7)) == ["ret-a.answers.0.self_score"]


@pytest.mark.parametrize(
    ("still_true_on", "on", "asked"),
    [
        (None, date(2025, 3, 10), True),
        ("2025-02-04", date(2025, 2, 3), True),
        ("2025-02-04", date(2025, 2, 4), False),
        (None, date(2024, 10, 23), False),
    ],
)
def test_what_is_carried_forward_is_looked_at_again(still_true_on: str | None, on: date, asked: bool) -> None:
    answer = {"carried_forward": "ret-old/a-0", "still_true_on": still_true_on}
    found = told(repeated_and_not_looked_at, a_return(answer, **CAME), before({}), on=on)
    assert found == (["ret-a.answers.0.carried_forward"] if asked else [])


@pytest.mark.parametrize(("looked", "asked"), [("2024-09-01", True), ("2024-09-02", False)])
def test_an_answer_that_was_looked_at_before_the_window_opened_is_looked_at_again(
    looked: str, asked: bool
) -> None:
    """The window opened on 2 September 2024."""
    answer = {"carried_forward": "ret-old/a-0", "still_true_on": looked}
    found = told(repeated_and_not_looked_at, a_return(answer, **CAME), before({}))
    assert found == (["ret-a.answers.0.carried_forward"] if asked else [])


def test_an_answer_is_carried_forward_from_the_agencys_own_earlier_one() -> None:
    place = ["ret-a.answers.0.carried_forward"]
    copied = a_return({"carried_forward": "ret-old/a-0"})
    assert told(repeated_from_elsewhere, copied, before({})) == []
    assert told(repeated_from_elsewhere, copied, before({}, agency="police")) == place
    assert told(repeated_from_elsewhere, copied, before({"question": "std/told"})) == place
    assert told(repeated_from_elsewhere, copied, before({}, opened="2024-09-02")) == place
    assert told(repeated_from_elsewhere, a_return({"carried_forward": "ret-a/a-0"})) == place
    assert told(repeated_from_elsewhere, a_return({"carried_forward": "ret-old"}), before()) == []
    ccg = Agency.model_validate(
        {"id": "ccg", "name": "C", "sector": "health", "until": "2022-06-30", "successor": "council"}
    )
    assert told(repeated_from_elsewhere, copied, before({}, agency="ccg"), ccg) == []


@pytest.mark.parametrize(
    ("own", "moderated", "on", "open_"),
    [
        ("partly-met", "partly-met", date(2025, 3, 9), False),
        ("partly-met", "partly-met", date(2025, 3, 10), True),
        ("fully-met", "not-met", date(2025, 3, 10), True),
        ("not-met", "fully-met", date(2025, 3, 10), False),
        ("partly-met", None, date(2025, 3, 10), True),
        (None, None, date(2025, 3, 10), False),
    ],
)
def test_a_shortfall_has_a_quarter_to_become_an_action(
    own: str | None, moderated: str | None, on: date, open_: bool
) -> None:
    """8 December 2024, 92 days later is 10 March 2025."""
    answer = {"self_score": own, "moderated_score": moderated}
    field = "moderated_score" if moderated else "self_score"
    found = told(shortfall_without_action, a_return(answer, **MODERATED), on=on)
    assert found == ([f"ret-a.answers.0.{field}"] if open_ else [])


def test_an_action_may_be_named_by_the_answer_or_name_it_and_counts_from_the_day_it_was_agreed() -> None:
    short = {"self_score": "partly-met", "moderated_score": "partly-met"}
    place = ["ret-a.answers.0.moderated_score"]
    names = a_return(short | {"actions": ["act-a"]}, **MODERATED)
    elsewhere = Action.model_validate(ACTION | {"source": "x-y", "agreed_on": "2025-03-10"})
    later = Action.model_validate(ACTION | {"source": "x-y", "agreed_on": "2025-03-11"})
    assert told(shortfall_without_action, names, elsewhere) == []
    assert told(shortfall_without_action, names, later) == place
    gone = Action.model_validate(
        ACTION | {"source": "x-y", "agreed_on": "2025-01-10", "retired": {"on": "2025-03-01", "reason": "A."}}
    )
    assert told(shortfall_without_action, names, gone) == place
    assert told(shortfall_without_action, names, unreadable="action") == []
    of_it = Action.model_validate(ACTION | {"source": "ret-a/a-0", "agreed_on": "2025-03-10"})
    assert told(shortfall_without_action, a_return(short, **MODERATED), of_it) == []
    assert told(shortfall_without_action, a_return(short, **MODERATED), elsewhere) == place


def test_an_action_may_come_of_the_whole_return() -> None:
    short = a_return({"self_score": "not-met", "moderated_score": "not-met"}, **MODERATED)
    place = ["ret-a.answers.0.moderated_score"]
    agreed = Action.model_validate(ACTION | {"source": "ret-a", "agreed_on": "2025-03-10"})
    later = Action.model_validate(ACTION | {"source": "ret-a", "agreed_on": "2025-03-11"})
    assert told(shortfall_without_action, short, agreed) == []
    assert told(shortfall_without_action, short, later) == place


def test_a_link_that_leads_nowhere_is_one_mistake_and_not_two() -> None:
    """Links that lead nowhere are told by L101 already."""
    short = {"self_score": "partly-met", "moderated_score": "partly-met"}
    assert told(shortfall_without_action, a_return(short | {"actions": ["act-x"]}, **MODERATED)) == []
    typo = Action.model_validate(ACTION | {"source": "ret-a/a-9", "agreed_on": "2025-03-10"})
    assert told(shortfall_without_action, a_return(short, **MODERATED), typo) == []


@pytest.mark.parametrize(
    ("fields", "on", "early"),
    [
        ({"own_approval": "A"}, date(2024, 10, 24), False),
        ({"own_approval_on": "2024-10-24"}, date(2024, 10, 24), False),
        ({"own_approval_on": "2024-10-25"}, date(2024, 10, 24), True),
        ({"own_approval": "A", "own_approval_on": "2024-10-25"}, date(2024, 10, 24), True),
        ({}, date(2024, 10, 24), True),
        ({}, date(2024, 10, 23), False),
    ],
)
def test_a_return_is_approved_at_home_by_the_day_it_comes(
    fields: dict[str, Any], on: date, early: bool
) -> None:
    found = told(sent_before_approved, a_return(**CAME, **fields), on=on)
    assert found == (["ret-a.submitted"] if early else [])


def test_an_agency_is_asked_once_for_the_newest_return_only() -> None:
    assert told(sent_before_approved, before(), a_return()) == []
    assert told(sent_before_approved, before(), a_return(), on=date(2024, 9, 1)) == ["ret-old.submitted"]


def test_old_evidence_is_settled_where_moderation_changed_the_score() -> None:
    old = {"self_score": "fully-met", "moderated_score": "partly-met", "evidence_on": "2020-01-01"}
    place = ["ret-a.answers.0.evidence_on"]
    assert told(evidence_too_old, a_return(old, **MODERATED)) == []
    assert told(evidence_too_old, a_return(old, **MODERATED), on=date(2024, 12, 7)) == place
    assert told(evidence_too_old, a_return(old | {"moderated_score": "fully-met"}, **MODERATED)) == place


@pytest.mark.parametrize(
    ("evidence_on", "submitted", "after"),
    [("2024-10-24", "2024-10-24", False), ("2024-10-25", "2024-10-24", True), ("2024-10-25", None, False)],
)
def test_evidence_is_there_when_the_return_comes(
    evidence_on: str, submitted: str | None, after: bool
) -> None:
    found = told(evidence_after_return, a_return({"evidence_on": evidence_on}, submitted=submitted))
    assert found == (["ret-a.answers.0.evidence_on"] if after else [])
