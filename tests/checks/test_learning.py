"""Learning, good practice and their routes: when telling, testing and passing on have waited too long."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.checks.given import AS_AT, register, told

from lif.checks.learning import (
    landed_without_proof,
    landing_half_recorded,
    landing_test_late,
    landing_without_sequel,
    learning_not_told,
    no_way_to_know,
    product_late,
    too_many_key_messages,
)
from lif.checks.reached import (
    never_says_how_used,
    reach_not_recorded,
    reached_before_it_went_out,
    reached_twice,
)
from lif.checks.routes import (
    passage_at_another_meeting,
    passage_off_route,
    passage_without_route,
    route_silent,
    taken_by_nobody,
)
from lif.records.elements import Element
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning, Passage
from lif.records.meetings import Meeting

TEST = {"method": "dip-sample", "due": "2025-03-09"}


def learned(**fields: Any) -> Learning:
    """Agreed on 8 December 2024, 92 days before 10 March 2025."""
    base = {"id": "lea", "title": "A", "on": "2024-12-08", "text": "A.", "sources": ["s-a"], "group": "g-a"}
    return Learning.model_validate(base | fields)


def works(**fields: Any) -> GoodPractice:
    base = {"id": "goo", "title": "A", "on": "2024-12-08", "text": "A.", "sources": ["s-a"], "group": "g-a"}
    return GoodPractice.model_validate(base | fields)


def product(**fields: Any) -> list[dict[str, Any]]:
    return [{"id": "p-a", "sort": "briefing", "title": "A"} | fields]


@pytest.mark.parametrize(
    ("products", "on", "silent"),
    [
        ([], date(2025, 3, 9), False),
        ([], date(2025, 3, 10), True),
        (product(), date(2025, 3, 10), False),
        (product(due="2025-06-30"), date(2025, 3, 10), False),
        (product(on="2025-03-10"), date(2025, 3, 10), False),
        (product(on="2025-03-11"), date(2025, 3, 10), True),
        (product(retired={"on": "2025-01-01", "reason": "A."}), date(2025, 3, 10), True),
    ],
)
def test_learning_is_told_or_planned_to_be_within_a_quarter(
    products: list[dict[str, Any]], on: date, silent: bool
) -> None:
    found = told(learning_not_told, learned(products=products), works(products=products), on=on)
    assert found == (["lea.on", "goo.on"] if silent else [])


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({"due": "2025-03-10"}, False),
        ({"due": "2025-03-09"}, True),
        ({"due": "2025-03-09", "on": "2025-03-10"}, False),
        ({"due": "2025-03-09", "on": "2025-03-11"}, True),
        ({}, False),
    ],
)
def test_a_product_is_late_from_the_day_after_it_was_due(fields: dict[str, str], late: bool) -> None:
    found = told(product_late, learned(products=product(**fields)))
    assert found == (["lea.products.0.due"] if late else [])


def test_what_was_not_agreed_yet_owes_nothing() -> None:
    later = learned(on="2025-03-11", products=product(due="2025-01-01"), test=TEST)
    assert told(product_late, later) == told(landing_test_late, later) == []


@pytest.mark.parametrize(
    ("out", "reached", "asked"),
    [
        ("2025-02-07", None, True),
        ("2025-02-08", None, False),
        ("2025-02-07", "2025-03-10", False),
        ("2025-02-07", "2025-03-11", True),
        (None, None, False),
    ],
)
def test_reach_is_known_after_a_month(out: str | None, reached: str | None, asked: bool) -> None:
    """From 7 February to 10 March 2025 are 31 days."""
    reach = [{"agency": "council", "on": reached}] if reached else []
    found = told(reach_not_recorded, learned(products=product(on=out, reach=reach)))
    assert found == (["lea.products.0.on"] if asked else [])


def test_a_quarter_is_time_to_say_how_it_will_be_known() -> None:
    assert told(no_way_to_know, learned()) == ["lea.on"]
    assert told(no_way_to_know, learned(), on=date(2025, 3, 9)) == []
    assert told(no_way_to_know, learned(how_known="A.")) == []
    assert told(no_way_to_know, learned(test=TEST)) == []


@pytest.mark.parametrize(
    ("fields", "late"),
    [
        ({}, True),
        ({"due": "2025-03-10"}, False),
        ({"checked_on": "2025-03-10", "result": "landed"}, False),
        ({"checked_on": "2025-03-11", "result": "landed"}, True),
    ],
)
def test_a_test_is_late_from_the_day_after_it_was_due(fields: dict[str, str], late: bool) -> None:
    assert told(landing_test_late, works(test=TEST | fields)) == (["goo.test.due"] if late else [])


def test_a_result_has_a_day_and_a_day_a_result() -> None:
    assert told(landing_half_recorded, learned(test=TEST), learned(id="none")) == []
    assert told(landing_half_recorded, learned(test=TEST | {"result": "landed"})) == ["lea.test.result"]
    day = learned(test=TEST | {"checked_on": "2025-02-25"})
    assert told(landing_half_recorded, day) == ["lea.test.checked_on"]


@pytest.mark.parametrize(
    ("result", "asked"),
    [("landed", False), ("partly-landed", False), ("not-landed", True), ("cannot-be-told", True)],
)
def test_what_did_not_land_is_followed_by_something(result: str, asked: bool) -> None:
    test = TEST | {"checked_on": "2025-03-10", "result": result}
    assert told(landing_without_sequel, learned(test=test)) == (["lea.test.result"] if asked else [])
    assert told(landing_without_sequel, learned(test=test | {"follows": "A."})) == []
    assert told(landing_without_sequel, learned(test=test), on=date(2025, 3, 9)) == []


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({"result": "landed"}, True),
        ({"result": "partly-landed"}, True),
        ({"result": "not-landed"}, False),
        ({"result": "cannot-be-told"}, False),
        ({"result": "landed", "shown_by": ["aud-a"]}, False),
        ({"result": "landed", "text": "A."}, False),
    ],
)
def test_what_landed_is_shown_by_something(fields: dict[str, Any], asked: bool) -> None:
    one = works(test=TEST | {"checked_on": "2025-03-10"} | fields)
    assert told(landed_without_proof, one) == (["goo.test.result"] if asked else [])
    assert told(landed_without_proof, one, on=date(2025, 3, 9)) == []


def test_six_messages_of_each_sort_can_be_kept_in_mind() -> None:
    many = [learned(id=f"lea-{n}", key_message_for="2024-25", on=f"2025-03-0{n}") for n in range(1, 8)]
    strengths = [works(id=f"goo-{n}", key_message_for="2024-25") for n in range(1, 7)]
    assert told(too_many_key_messages, *many[:6], *strengths) == []
    assert told(too_many_key_messages, *many) == ["lea-7.key_message_for"]
    assert told(too_many_key_messages, *many, on=date(2025, 3, 6)) == []
    other = learned(id="lea-8", key_message_for="2025-26")
    assert told(too_many_key_messages, *many[:6], other) == []


def element(**route: Any) -> Element:
    one = {"id": "up", "text": "A.", "passes": "themes", "silent_after_days": "100"} | route
    good = {"id": "good", "text": "A.", "audiences": ["children"]}
    other = {"id": "other", "text": "A.", "passes": "themes"}
    routes = {"learning_routes": [one, other], "good": [good]}
    return Element.model_validate({"id": "ele", "name": "A"} | routes)


def passed(on: str, route: str = "ele/up", **fields: Any) -> Passage:
    base = {"id": f"pas-{on}", "route": route, "on": on, "text": "A."}
    return Passage.model_validate(base | fields)


@pytest.mark.parametrize(
    ("last", "silent"),
    [("2024-11-30", False), ("2024-11-29", True), ("2025-03-11", True)],
)
def test_a_route_is_silent_when_more_days_passed_than_it_allows(last: str, silent: bool) -> None:
    """From 30 November 2024 to 10 March 2025 are 100 days."""
    found = told(route_silent, element(), passed(last), passed("2024-06-01"))
    assert found == (["ele.learning_routes.0.silent_after_days"] if silent else [])


def test_a_route_that_was_never_used_is_silent_since_passages_were_first_held() -> None:
    assert told(route_silent, element()) == []
    assert told(route_silent, element(), passed("2024-11-30", route="ele/other")) == []
    first = passed("2024-11-29", route="ele/other")
    (found,) = route_silent(register(element(), first), AS_AT)
    assert found.message == (
        "nothing passed along 'ele/up' for 101 days: nothing ever did; others are held since 2024-11-29"
    )
    assert told(route_silent, element(), first, on=date(2024, 11, 28)) == []


def test_a_route_without_days_and_passages_that_were_not_read_are_let_be() -> None:
    old = passed("2020-01-01")
    assert told(route_silent, element(silent_after_days=None), old) == []
    assert told(route_silent, element(retired={"on": "2025-03-10", "reason": "A."}), old) == []
    assert told(route_silent, element(), old, unreadable="passage") == []


def test_a_passage_goes_along_a_learning_route() -> None:
    assert told(passage_without_route, element(), passed("2025-01-01")) == []
    wrong = passed("2025-01-01", route="ele/good")
    assert told(passage_without_route, element(), wrong) == ["pas-2025-01-01.route"]
    assert told(passage_without_route, element(), passed("2025-01-01", route="ele/nowhere")) == []
    assert told(passage_without_route, element(), passed("2025-01-01", route="ele")) == []


@pytest.mark.parametrize(
    ("route", "fields", "places"),
    [
        ({"from_groups": ["g-a"]}, {"from_group": "g-a"}, []),
        ({"from_groups": ["g-a"]}, {"from_group": "g-b"}, ["from_group"]),
        ({"from_groups": ["g-a"]}, {}, []),
        ({}, {"from_group": "g-b", "to_groups": ["g-c"]}, []),
        ({"to_groups": ["g-a", "g-b"]}, {"to_groups": ["g-b"]}, []),
        ({"to_groups": ["g-a"]}, {"to_groups": ["g-a", "g-c"]}, []),
        ({"to_groups": ["g-a", "g-b"]}, {"to_groups": ["g-c", "g-d"]}, ["to_groups"]),
    ],
)
def test_a_passage_is_held_to_the_groups_that_the_route_names(
    route: dict[str, Any], fields: dict[str, Any], places: list[str]
) -> None:
    found = told(passage_off_route, element(**route), passed("2025-03-10", **fields))
    assert found == [f"pas-2025-03-10.{place}" for place in places]
    assert (
        told(passage_off_route, element(**route), passed("2025-03-10", **fields), on=date(2025, 3, 9)) == []
    )


@pytest.mark.parametrize(
    ("out", "reached", "wrong"),
    [("2025-01-20", "2025-01-20", False), ("2025-01-20", "2025-01-19", True), (None, "2025-01-20", True)],
)
def test_a_product_goes_out_before_it_reaches_anybody(out: str | None, reached: str, wrong: bool) -> None:
    reach = [{"agency": "council", "on": reached}]
    found = told(reached_before_it_went_out, works(products=product(on=out, reach=reach)))
    assert found == (["goo.products.0.reach.0.on"] if wrong else [])


@pytest.mark.parametrize(
    ("meeting", "groups", "wrong"),
    [
        ({}, ["g-a", "g-b"], False),
        ({}, [], False),
        ({}, ["g-b"], True),
        ({"on": "2025-01-02"}, ["g-a"], True),
        ({"held": "false"}, ["g-a"], True),
    ],
)
def test_what_passed_at_a_meeting_passed_on_its_day_to_its_group(
    meeting: dict[str, Any], groups: list[str], wrong: bool
) -> None:
    base = {"id": "mee", "group": "g-a", "on": "2025-01-01", "held": "true"}
    passage = passed("2025-01-01", to_groups=groups, meeting="mee")
    found = told(passage_at_another_meeting, passage, Meeting.model_validate(base | meeting))
    assert found == (["pas-2025-01-01.meeting"] if wrong else [])
    assert told(passage_at_another_meeting, passage) == []


POLICE = Agency.model_validate({"id": "police", "name": "P", "sector": "police"})


def reached(*days: str, agency: str = "police", **last: str) -> Learning:
    """Learning that reached the agency on these days; the last says more."""
    lines = [{"agency": agency, "on": day} for day in days]
    lines[-1] |= last
    return learned(products=product(on="2022-01-10", reach=lines))


@pytest.mark.parametrize(
    ("days", "silent"),
    [
        (("2024-12-11", "2025-01-15", "2025-02-07"), True),
        (("2024-12-11", "2025-01-15", "2025-02-08"), False),
        (("2024-12-11", "2025-02-07"), False),
        (("2023-03-11", "2025-01-15", "2025-02-07"), True),
        (("2023-03-10", "2025-01-15", "2025-02-07"), False),
    ],
)
def test_of_three_products_in_two_years_one_was_used_somehow(days: tuple[str, ...], silent: bool) -> None:
    """31 days before 10 March 2025 is 7 February; 730 days before it is 11 March 2023, a leap day later."""
    assert told(never_says_how_used, reached(*days), POLICE) == (["police.id"] if silent else [])


def test_an_agency_that_said_once_how_it_used_learning_is_not_asked() -> None:
    days = ("2024-12-11", "2025-01-15", "2025-02-07")
    silent = reached(*days)
    assert told(never_says_how_used, silent, works(products=product()), POLICE) == ["police.id"]
    assert told(never_says_how_used, reached(*days, used="Team meeting"), POLICE) == []
    said = [{"agency": "police", "on": "2025-03-10", "used": "Supervision"}]
    assert (
        told(never_says_how_used, silent, works(products=product(on="2025-03-01", reach=said)), POLICE) == []
    )
    assert told(never_says_how_used, silent, POLICE, unreadable="good-practice") == []
    ended = Agency.model_validate({"id": "police", "name": "P", "sector": "police", "until": "2025-03-01"})
    assert told(never_says_how_used, silent, ended) == []


def test_what_reached_an_agency_before_is_asked_of_its_successor() -> None:
    ccg = Agency.model_validate({"id": "ccg", "name": "C", "sector": "health", "successor": "police"})
    days = ("2024-12-11", "2025-01-15", "2025-02-07")
    assert told(never_says_how_used, reached(*days, agency="ccg"), ccg, POLICE) == ["police.id"]


def test_a_product_reaches_an_agency_once_on_a_day() -> None:
    assert told(reached_twice, reached("2025-01-15", "2025-01-16")) == []
    place = ["lea.products.0.reach.1.agency"]
    assert told(reached_twice, reached("2025-01-15", "2025-01-15")) == place
    two = [{"agency": agency, "on": "2025-01-15"} for agency in ("council", "police")]
    assert told(reached_twice, learned(products=product(on="2025-01-15", reach=two))) == []


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"from_group": "g-a", "used": "A."}, True),
        ({"to_groups": ["g-b"]}, False),
        ({"to_agencies": ["council"]}, False),
        ({"meeting": "mee"}, False),
        ({"retired": {"on": "2025-03-10", "reason": "A."}}, False),
    ],
)
def test_what_passed_was_taken_by_somebody(fields: dict[str, Any], asked: bool) -> None:
    found = told(taken_by_nobody, passed("2025-03-10", **fields))
    assert found == (["pas-2025-03-10.route"] if asked else [])
    assert told(taken_by_nobody, passed("2025-03-11", **fields)) == []
