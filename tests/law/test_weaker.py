"""A local duty may be stricter than law, and never laxer: what is told of one that is."""

from __future__ import annotations

from typing import Any

import pytest

from lif.law.weaker import binds, weaker
from lif.records.law import Duty
from lif.records.reading import read_record

LAW = {
    "id": "duty-a",
    "title": "A",
    "text": "A.",
    "owner": "The partners",
    "trigger": "a notification",
    "limit": {"number": "15", "unit": "working-days"},
    "recurs": "each-year",
    "force": "statutory-guidance",
    "since": "2018-06-29",
    "source": "Working Together",
}


def duty(**changed: Any) -> Duty:
    data = {name: value for name, value in (LAW | changed).items() if value is not None}
    found = read_record(Duty, data)
    assert isinstance(found, Duty)
    return found


def limit(number: int, unit: str, direction: str = "after") -> dict[str, str]:
    return {"number": str(number), "unit": unit, "direction": direction}


@pytest.mark.parametrize(
    ("changed", "ways"),
    [
        ({}, ()),
        ({"limit": limit(10, "working-days")}, ()),
        ({"limit": limit(20, "working-days")}, ("it gives 20 working days instead of 15 working days",)),
        ({"limit": limit(21, "calendar-days")}, ()),  # as long as fifteen working days
        ({"limit": limit(3, "weeks")}, ()),
        ({"limit": limit(1, "months")}, ("it gives 1 month instead of 15 working days",)),
        ({"limit": None}, ("it gives no limit instead of 15 working days",)),
        ({"recurs": "each-quarter"}, ()),
        ({"recurs": "each-two-years"}, ("it recurs each two years and not each year",)),
        ({"recurs": "once"}, ("it recurs once and not each year",)),
        ({"force": "statute"}, ()),
        ({"force": "local-policy"}, ("it binds as local policy and not as statutory guidance",)),
        ({"until": "2025-01-01"}, ("it ends on 2025-01-01",)),
        ({"since": "2020-01-01"}, ("it begins on 2020-01-01",)),
        ({"since": "2010-01-01"}, ()),
        ({"retired": {"on": "2025-01-01", "reason": "Not here."}}, ("it is retired from 2025-01-01",)),
    ],
)
def test_ways_of_asking_for_less(changed: dict[str, Any], ways: tuple[str, ...]) -> None:
    assert weaker(duty(**changed), duty()) == ways


def test_backwards_and_where_something_has_to_stay_the_shorter_is_the_laxer() -> None:
    before = duty(limit=limit(5, "working-days", "before"))
    assert weaker(duty(limit=limit(3, "working-days", "before")), before)
    assert not weaker(duty(limit=limit(7, "working-days", "before")), before)
    clocks = [{"of": "publication", "starts": "published", "stops": "withdrawn", "keeps": "true"}]
    stays = duty(limit=limit(12, "months"), clocks=clocks)
    assert weaker(duty(limit=limit(6, "months")), stays)
    assert not weaker(duty(limit=limit(24, "months")), stays)


def test_only_law_and_statutory_guidance_bind() -> None:
    assert binds(duty()) and binds(duty(force="statute"))
    assert not binds(duty(force="professional-guidance")) and not binds(duty(force="local-policy"))
    in_guidance = {**limit(15, "working-days"), "force": "statutory-guidance"}
    assert binds(duty(force="local-policy", limit=in_guidance))
