"""Which records may be published on a day: real, released, not held back, for the public."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lif.calendars import parse_period
from lif.publishing.told import may_read
from lif.records.charted import Annotation, SeriesBreak, StepChange
from lif.records.figures import PublishedSeries
from lif.records.indicators import Indicator
from lif.records.law import Amendment, Edition
from lif.records.publications import Publication
from lif.records.record import Item, Record, stands
from lif.records.references import DisclosureProfile, Document, Source

_INTERNAL = frozenset(("return", "system"))
"""Sources that are a system or a form of the agencies, and no publication."""


def _begun(period: str, day: date) -> bool:
    return parse_period(period).start <= day


def _published(one: Publication, day: date) -> bool:
    there = one.published is not None and one.published <= day
    return there and not (one.withdrawn is not None and one.withdrawn <= day)


def _released(one: PublishedSeries, day: date) -> bool:
    return (one.released_on or one.imported_on) <= day


def _to_be_read(one: Document, day: date) -> bool:
    """Whether a document was approved and stands on the web: any other place is the board's own."""
    on_the_web = (one.address or "").startswith(("https://", "http://"))
    return on_the_web and one.approved_on is not None and one.approved_on <= day


_IF: Mapping[type[Record], Callable[[Any, date], bool]] = {
    Amendment: lambda one, day: one.on <= day,
    Annotation: lambda one, day: _begun(one.period, day),
    DisclosureProfile: lambda one, _: one.audience == "public",
    Document: _to_be_read,
    Edition: lambda one, day: (one.published_on or one.in_force_from) <= day,
    Indicator: lambda one, _: one.public,
    Publication: _published,
    PublishedSeries: _released,
    SeriesBreak: lambda one, day: _begun(one.period, day),
    Source: lambda one, _: one.sort not in _INTERNAL,
    StepChange: lambda one, day: one.agreed_on <= day and _begun(one.period, day),
}
"""What must be so for a record of a kind, beyond what must be so for every record."""


def allowed(record: Record, day: date) -> bool:
    """Whether the public may read of a record on a day, whatever of it."""
    if not may_read(type(record)) or record.illustrative or not stands(record, day):
        return False
    fits = _IF.get(type(record))
    return not held_back(record, day) and (fits is None or fits(record, day))


def held_back(thing: Record | Item, day: date) -> bool:
    """Whether something may not be out yet on a day."""
    since = getattr(thing, "publish_not_before", None)
    return since is not None and since > day
