"""Statutory clocks in the eyes of the checks: on which day each is told, and when nothing is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lif.checks.clocks import deadline_missed, late_by_the_other_count, never_notified
from lif.checks.extensions import extended_and_not_told, extension_came_late, extension_moves_nothing
from lif.checks.finding import Check
from lif.records.incidents import Incident
from lif.records.law import BankHolidays, Duty, Edition
from lif.records.record import Record
from lif.records.reviews import Review
from lif.register import Entry, Register
from lif.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
ENGLAND = tuple(
    entry
    for entry in Workspace.load(ROOT, date(2025, 12, 10), checks=()).register.entries.values()
    if isinstance(entry.record, Duty | Edition | BankHolidays)
)
LCSPR = "local-child-safeguarding-practice-review"
COMPLETE = "duty-practice-review-complete"


def said(check: Check, as_at: str, *records: Record) -> list[str]:
    """What a check says on a day, each with the field."""
    register = Register.of((*ENGLAND, *(Entry(record, f"{record.id}.yaml") for record in records)))
    found = check(register, date.fromisoformat(as_at))
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in found]


def incident(**fields: Any) -> Incident:
    plain = {"id": "incident-1", "sort": "serious-harm", "group": "g", "notified_to": ["national-panel"]}
    return Incident.model_validate(plain | fields)


def review(decision: str, *extensions: dict[str, Any], **fields: Any) -> Review:
    steps = [{"step": "decision", "on": decision}]
    plain = {"id": "review-1", "title": "R", "sort": LCSPR, "group": "g", "milestones": steps}
    return Review.model_validate(plain | {"extensions": list(extensions)} | fields)


def extension(on: str, to: str, duty: str = COMPLETE, **fields: Any) -> dict[str, Any]:
    told = {"told": ["The national panel"], "told_on": on}
    return {"duty": duty, "on": on, "to": to, "reason": "A trial."} | told | fields


@pytest.mark.parametrize(
    ("as_at", "fields", "says"),
    [
        # aware Monday 3 March 2025: five working days end on Monday 10 March
        ("2025-03-10", {}, []),
        ("2025-03-11", {}, ["aware: aware on 2025-03-03, to be notified by 2025-03-10, and not notified"]),
        ("2025-03-11", {"notified": "2025-03-11"}, []),
        ("2025-03-11", {"notified": "2025-03-12"}, None),
        ("2025-03-11", {"decision": "do-not-notify"}, []),
        ("2025-03-11", {"place": "elsewhere-in-england"}, []),
    ],
)
def test_an_incident_that_was_not_notified_is_told_once(
    as_at: str, fields: dict[str, Any], says: list[str] | None
) -> None:
    found = said(never_notified, as_at, incident(aware="2025-03-03", **fields))
    assert len(found) == 1 if says is None else found == says
    assert said(deadline_missed, as_at, incident(aware="2025-03-03", **fields)) == []


@pytest.mark.parametrize(
    ("as_at", "extensions", "count"),
    [
        ("2025-02-28", [], 0),
        ("2025-03-01", [], 1),
        ("2025-03-01", [extension("2025-02-20", "2025-06-30")], 0),
        ("2025-07-01", [extension("2025-02-20", "2025-06-30")], 0),
        ("2025-07-01", [extension("2025-02-20", "2025-06-30", told=[], told_on=None)], 1),
        ("2025-03-01", [extension("2025-03-10", "2025-06-30")], 1),
    ],
)
def test_a_missed_deadline_is_told_where_nobody_was(
    as_at: str, extensions: list[dict[str, Any]], count: int
) -> None:
    assert len(said(deadline_missed, as_at, review("2024-08-31", *extensions))) == count


def test_a_relaxed_limit_is_never_told_as_missed() -> None:
    assert said(deadline_missed, "2022-06-01", review("2020-05-01")) == []
    assert len(said(deadline_missed, "2024-06-01", review("2023-05-01"))) == 1


def test_a_rule_that_was_not_checked_says_so() -> None:
    steps = [{"step": "decision", "on": "2024-12-02"}, {"step": "published", "planned": "2025-04-30"}]
    # back from Wednesday 30 April 2025: 29, 28, 25, 24, 23, 22 and 17 April
    found = said(deadline_missed, "2025-04-18", review("2024-12-02", milestones=steps))
    assert found == [
        "milestones.1.step: 'duty-practice-review-copies' (its text was not checked) was due on 2025-04-17, "
        "and nobody is named as told"
    ]


@pytest.mark.parametrize(
    ("as_at", "held", "says"),
    [
        # aware 1 December 2025: 22 December; notified 4 December: 29 December
        ("2025-12-22", None, 0),
        ("2025-12-23", None, 1),
        ("2025-12-30", None, 0),
        ("2026-02-01", "2025-12-22", 0),
        ("2026-02-01", "2025-12-23", 1),
        ("2026-02-01", "2025-12-30", 0),
    ],
)
def test_the_other_count_is_told_while_only_it_is_missed(as_at: str, held: str | None, says: int) -> None:
    steps = [{"step": "rapid-review", "on" if held else "planned": held or "2025-12-24"}]
    rapid = review("2025-12-01", sort="rapid-review", incident="incident-1", milestones=steps)
    case = incident(aware="2025-12-01", notified="2025-12-04")
    assert len(said(late_by_the_other_count, as_at, case, rapid)) == says


@pytest.mark.parametrize(
    ("check", "extensions", "says"),
    [
        (extension_moves_nothing, [extension("2025-02-20", "2025-03-31")], []),
        (
            extension_moves_nothing,
            [extension("2025-02-20", "2025-02-28")],
            ["extensions.0.to: extended to 2025-02-28, and it was due on 2025-02-28 already"],
        ),
        (
            extension_moves_nothing,
            [extension("2025-02-20", "2025-06-30"), extension("2025-06-20", "2025-05-31")],
            ["extensions.1.to: extended to 2025-05-31, and it was due on 2025-06-30 already"],
        ),
        (
            extension_moves_nothing,
            [extension("2025-02-20", "2025-03-31", "duty-rapid-review")],
            ["extensions.0.duty: no clock of 'duty-rapid-review' runs on this record"],
        ),
        (extension_moves_nothing, [extension("2025-02-20", "2025-03-31", "duty-of-nobody")], []),
        (extension_came_late, [extension("2025-02-28", "2025-06-30")], []),
        (
            extension_came_late,
            [extension("2025-03-01", "2025-06-30")],
            ["extensions.0.on: extended on 2025-03-01, and it had been due on 2025-02-28"],
        ),
        (
            extension_came_late,
            [extension("2025-02-20", "2025-06-30"), extension("2025-06-30", "2025-09-30")],
            [],
        ),
        (extended_and_not_told, [extension("2025-02-20", "2025-06-30")], []),
        (
            extended_and_not_told,
            [extension("2025-02-20", "2025-06-30", told_on=None)],
            ["extensions.0.told: The national panel: told of the delay, and not on which day"],
        ),
        (extended_and_not_told, [extension("2025-02-20", "2025-06-30", "duty-nel-section-11-audit")], []),
    ],
)
def test_extensions(check: Check, extensions: list[dict[str, Any]], says: list[str]) -> None:
    assert said(check, "2025-12-01", review("2024-08-31", *extensions)) == says


def test_an_extension_of_a_later_day_is_not_known_yet() -> None:
    late = review("2024-08-31", extension("2025-03-05", "2025-02-01", told=[], told_on=None))
    for check in (extension_moves_nothing, extension_came_late, extended_and_not_told):
        assert said(check, "2025-03-04", late) == []
