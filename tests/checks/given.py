"""A register of the few records that a test gives, and what one check finds in it."""

from __future__ import annotations

from datetime import date

from lif.checks.finding import Check
from lif.records.record import Record
from lif.register import Entry, Register, Unreadable

AS_AT = date(2025, 3, 10)
ACTION = {
    "id": "act-a",
    "title": "A",
    "text": "A.",
    "source_sort": "section-11",
    "owner": "r-a",
    "group": "g-a",
    "due": "2026-01-31",
}
"""An action but for its source and the day it was agreed."""


def register(*records: Record, unreadable: str = "") -> Register:
    """A register of these records, with one of the kind `unreadable` that could not be read."""
    bad = [Unreadable("bad-a", unreadable, "bad.yaml")] if unreadable else []
    return Register.of([Entry(record, f"{record.id}.yaml") for record in records], bad)


def told(check: Check, *records: Record, on: date = AS_AT, unreadable: str = "") -> list[str]:
    """Where the check finds something on the day: record and field, joined by dots."""
    return [
        ".".join([finding.record, *map(str, finding.path)])
        for finding in check(register(*records, unreadable=unreadable), on)
    ]
