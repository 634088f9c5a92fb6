"""What readers call every record and item, also those that have no title of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lif.calendars import long_date
from lif.diagnostics import beginning, unsealed
from lif.records.charted import Annotation, SeriesBreak, StepChange
from lif.records.figures import PublishedSeries, ReturnSchedule
from lif.records.indicators import Measure, Target
from lif.records.law import Amendment
from lif.records.learning import Passage
from lif.records.record import Record
from lif.records.references import Acceptance, NeighbourSet
from lif.records.scrutiny import Accounts
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing
from lif.views.thread.naming import called, spelled

LONGEST = 140
"""A name that is longer is cut at a word: the page itself holds the whole."""


def named(register: Register, address: str) -> str:
    """What readers call the record or item at an address, on one line and no longer than a heading."""
    found = register.get(address)
    titled = _TITLES.get(type(found))
    name = titled(register, found) if titled else called(register, address)
    return cut(flowing(name) if name != address else _from_id(address))


def whole(register: Register, address: str) -> str:
    """The same, of an item with what its record is called."""
    id_, _, item = address.partition("/")
    return cut(f"{named(register, id_)}: {named(register, address)}") if item else named(register, id_)


def cut(text: str) -> str:
    """The text, or its beginning up to the last whole word that fits."""
    found = beginning(text, LONGEST)
    if len(unsealed(found)) == len(unsealed(text)):
        return text
    return f"{found.rsplit(' ', 1)[0].rstrip(' ,;:')} …"


def _from_id(address: str) -> str:
    """`incident-2017-1` as `Incident 2017 1`: ids are the only names that cases have."""
    text = address.rpartition("/")[2].replace("-", " ")
    return text[:1].upper() + text[1:]


def _measure(register: Register, one: Measure) -> str:
    return one.name or one.period_kind.replace("-", " ")


def _target(register: Register, one: Target) -> str:
    return f"target from {long_date(one.since)}" if one.since else "target"


def _accepted(register: Register, one: Acceptance) -> str:
    about = named(register, one.record) if isinstance(register.get(one.record), Record) else one.record
    return f"Warning {one.code} accepted: {about}"


def _of_series(register: Register, one: Annotation | StepChange) -> str:
    return f"{one.label}: {called_at(register, one.measure.partition('/')[0])}"


_TITLES: Mapping[type[Any], Callable[[Register, Any], str]] = {
    Acceptance: _accepted,
    Accounts: lambda register, one: f"Accounts {spelled(one.period)}",
    Annotation: _of_series,
    Amendment: lambda register, one: f"{long_date(one.on)}: {flowing(one.text)}",
    Measure: _measure,
    NeighbourSet: lambda register, one: f"Neighbours of {called_at(register, one.area)}, {one.model} model",
    Passage: lambda register, one: f"{long_date(one.on)}: {flowing(one.text)}",
    PublishedSeries: lambda register, one: f"{one.title}, {one.release}",
    ReturnSchedule: lambda register, one: (
        f"What {agency_called(register, one.agency)} owes from {spelled(one.since)}"
    ),
    SeriesBreak: lambda register, one: (
        f"{called_at(register, one.measure.partition('/')[0])}: new definition from {spelled(one.period)}"
    ),
    StepChange: _of_series,
    Target: _target,
}
