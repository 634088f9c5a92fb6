"""Dates of returns, sessions, counts and voice that follow one another: equal days pass, earlier do not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.checks.given import told

from lif.checks.dates import dates_out_of_order
from lif.records.record import Record
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import TrainingCurrency, TrainingSession
from lif.records.voice import PractitionerIntelligence, Voice

RETURN = {"agency": "a-a", "cycle": "2024", "group": "g-a", "opened": "2024-09-02", "due": "2024-09-02"}
HEARD = {"title": "A", "on": "2024-09-02", "text": "A."}
CHILDREN = HEARD | {"from_whom": "children", "method": "survey"}
STAFF = HEARD | {"method": "survey"}
SUMMARY = {"cycle": "2024", "group": "g-a", "opened": "2024-09-02", "due": "2024-09-02"}
SESSION = {"course": "c-a", "on": "2024-09-02", "capacity": "16"}
COUNT = {"agency": "a-a", "on": "2024-09-02", "level": "A", "required": "5", "in_date": "5"}


@pytest.mark.parametrize(
    ("kind", "fields", "place"),
    [
        (Section11Return, RETURN | {"due": "2024-09-01"}, "due"),
        (Section11Return, RETURN | {"submitted": "2024-09-01"}, "submitted"),
        (Section11Return, RETURN | {"submitted": "2024-09-02", "moderated": "2024-09-01"}, "moderated"),
        (Section11Return, RETURN | {"submitted": "2024-09-04", "frozen": "2024-09-03"}, "frozen"),
        (Section11Return, RETURN | {"due": "2024-09-04", "frozen": "2024-09-03"}, "frozen"),
        (Section11Return, RETURN | {"due": "2024-09-04", "frozen": "2024-09-04"}, ""),
        (Section11Return, RETURN | {"submitted": "2024-09-04", "frozen": "2024-09-01"}, "frozen"),
        (Section11Return, RETURN | {"submitted": "2024-09-02", "moderated": "2024-09-02"}, ""),
        (Section175Return, SUMMARY | {"due": "2024-09-01"}, "due"),
        (Section175Return, SUMMARY | {"reported": "2024-09-01"}, "reported"),
        (Section175Return, SUMMARY | {"reported": "2024-09-02"}, ""),
        (TrainingSession, SESSION | {"cancelled_on": "2024-09-03"}, "on"),
        (TrainingSession, SESSION | {"cancelled_on": "2024-09-02"}, ""),
        (TrainingCurrency, COUNT | {"next_due": "2024-09-01"}, "next_due"),
        (TrainingCurrency, COUNT | {"next_due": "2024-09-02"}, ""),
        (Voice, CHILDREN | {"done_on": "2024-09-01"}, "done_on"),
        (PractitionerIntelligence, STAFF | {"told_back_on": "2024-09-01"}, "told_back_on"),
        (Voice, CHILDREN | {"done_on": "2024-09-10", "told_back_on": "2024-09-02"}, ""),
    ],
)
def test_what_comes_after_something_is_not_before_it(
    kind: type[Record], fields: dict[str, Any], place: str
) -> None:
    found = told(dates_out_of_order, kind.model_validate({"id": "rec-a"} | fields))
    assert found == ([f"rec-a.{place}"] if place else [])
