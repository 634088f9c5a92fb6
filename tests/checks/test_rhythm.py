"""How often groups meet beside how often they said: counted by hand at every edge."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.checks.given import AS_AT, register, told

from lif.checks.rhythm import PROMISED, group_meets_too_seldom, rhythm
from lif.records.governance import Group
from lif.records.meetings import Meeting


def group(meets: str | None = "every-two-months", **fields: Any) -> Group:
    plain = {"id": "g-a", "name": "A", "tier": "subgroup"} | ({"meets": meets} if meets else {})
    return Group.model_validate(plain | fields)


def met(on: str | date, held: str | None = "true", of: str = "g-a") -> Meeting:
    plain = {"id": f"{of}-{on}", "group": of, "on": str(on)}
    return Meeting.model_validate(plain | ({"held": held} if held else {}))


def before(days: int) -> date:
    return AS_AT - timedelta(days=days)


@pytest.mark.parametrize("meets", sorted(PROMISED))
def test_the_last_meeting_may_be_so_long_ago_and_a_day_longer_is_found(meets: str) -> None:
    most = PROMISED[meets][2]
    assert told(group_meets_too_seldom, group(meets), met(before(most))) == []
    assert told(group_meets_too_seldom, group(meets), met(before(most + 1))) == ["g-a.meets"]


def test_a_silence_between_two_meetings_counts_until_it_ended_a_year_ago() -> None:
    lately = [met(before(days)) for days in (50, 100, 150, 200, 250, 300, 350)]
    assert told(group_meets_too_seldom, group(), *lately, met(before(443))) == ["g-a.meets"]
    assert told(group_meets_too_seldom, group(), *lately, met(before(370)), met(before(600))) == []


def test_meetings_not_held_of_others_or_to_come_do_not_count() -> None:
    others = met(before(10), held="false"), met(before(20), of="g-b"), met(before(-10), held=None)
    found = rhythm(register(group(), met(before(100)), *others), group(), AS_AT)
    assert found is not None
    assert (found.held, found.last, found.gap) == (1, before(100), 100)
    assert found.next == before(-10)


def test_from_the_day_it_was_set_up_it_is_expected_to_meet() -> None:
    assert told(group_meets_too_seldom, group(since=str(before(92)))) == []
    assert told(group_meets_too_seldom, group(since=str(before(93)))) == ["g-a.meets"]


def test_a_group_without_a_meeting_is_found_only_where_meetings_are_kept() -> None:
    assert told(group_meets_too_seldom, group()) == []
    assert told(group_meets_too_seldom, group(), met(before(5), of="g-b")) == ["g-a.meets"]
    ended = group(until=str(before(60)))
    assert told(group_meets_too_seldom, ended, met(before(5), of="g-b")) == []
    assert told(group_meets_too_seldom, group(None), met(before(900))) == []


def test_after_its_end_nothing_is_expected() -> None:
    assert told(group_meets_too_seldom, group(until=str(before(300))), met(before(310))) == []
