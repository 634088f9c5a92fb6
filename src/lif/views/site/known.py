"""Which records a site of a day may hold: those that somebody could know of on that day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lif.calendars import parse_period
from lif.records.charted import Annotation, Forecast, SeriesBreak, StepChange
from lif.records.figures import PublishedSeries, Return
from lif.records.law import Amendment
from lif.records.meetings import GroupReport
from lif.records.record import Record
from lif.records.references import Acceptance
from lif.register import Entry, Register
from lif.views.showing import record_as_known


def _begins(period: str) -> date:
    return parse_period(period).start


_SINCE: Mapping[type[Record], Callable[[Any], date]] = {
    Acceptance: lambda one: one.accepted_on,
    Amendment: lambda one: one.on,
    Annotation: lambda one: _begins(one.period),
    Forecast: lambda one: one.made_on,
    GroupReport: lambda one: _begins(one.quarter),
    PublishedSeries: lambda one: one.released_on or one.imported_on,
    Return: lambda one: _begins(one.period),
    SeriesBreak: lambda one: _begins(one.period),
    StepChange: lambda one: one.agreed_on,
}
"""The day since when a record could be known, for kinds that do not say so themselves."""


def as_known(register: Register, as_at: date) -> Register:
    """The register of a day: each record without what came later, and none that nobody knew of yet."""
    entries = [found for entry in register.entries.values() if (found := _seen(register, entry, as_at))]
    return Register.of(
        entries, register.unreadable.values(), register.published, register.board_id, register.charted_by
    )


def _seen(register: Register, entry: Entry, as_at: date) -> Entry | None:
    since = _SINCE.get(type(entry.record))
    if since is not None and since(entry.record) > as_at:
        return None
    record = record_as_known(register, entry.record, as_at)
    if record is None or record is entry.record:
        return entry if record is not None else None
    return replace(entry, record=record, surveyed=None)
