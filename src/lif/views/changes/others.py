"""Every other record that came, went or changed: so that nothing is left out, and each thing is told once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.figures import PublishedSeries, Return
from lif.records.indicators import Indicator
from lif.records.issued import IssuedPaper
from lif.records.kinds import KINDS
from lif.records.meetings import Meeting
from lif.records.record import Item, Record, stands
from lif.records.references import Acceptance
from lif.records.reviews import Review
from lif.views.as_known import as_known
from lif.views.changes.moments import Between, Moment
from lif.views.changes.returns import came
from lif.views.changes.targets import DEFINITION
from lif.views.listing import known_by
from lif.views.shown import flowing
from lif.views.thread.naming import called

Fate = Literal["added", "changed", "retired", "taken-away"]

_ELSEWHERE: dict[type[Record], tuple[Fate, ...]] = {
    Action: ("added", "retired", "taken-away"),
    Review: ("added", "retired", "taken-away"),
    Audit: ("added", "retired", "taken-away"),
    Indicator: ("added", "retired", "taken-away"),
    Acceptance: ("added", "changed", "retired", "taken-away"),
    IssuedPaper: ("added", "changed", "retired", "taken-away"),
}
"""What of a kind is told under a heading of its own, or is no news for a reader."""

_TOLD: dict[type[Record], frozenset[str]] = {
    Action: frozenset(("due", "due_changes", "steps")),
    Audit: frozenset(("planned", "postponed")),
    Indicator: frozenset(("targets", *DEFINITION)),
    Meeting: frozenset(("decisions",)),
}
"""Fields of which every change is told under a heading of its own."""


@dataclass(frozen=True, slots=True)
class RecordChanged:
    """A record that came, went or changed: `fields` are those that changed, in words."""

    id: str
    kind: str
    kinds: str
    name: str
    fate: Fate
    on: date | None
    fields: tuple[str, ...]
    why: str
    illustrative: bool


def record_changes(between: Between) -> tuple[RecordChanged, ...]:
    """Every such record, in the order of the kinds and by id."""
    found = []
    for kind in KINDS:
        elsewhere = _ELSEWHERE.get(kind, ())
        for id_ in between.ids(kind):
            if kind is Return and came(between, id_):
                continue
            change = _changed(between, kind, id_)
            if change and change.fate not in elsewhere:
                found.append(change)
    return tuple(found)


def _changed(between: Between, kind: type[Record], id_: str) -> RecordChanged | None:
    old, new = between.before.register.find(kind, id_), between.after.register.find(kind, id_)
    there, here = _counts(old, between.before), _counts(new, between.after)
    if old and there and not here:
        return _gone(between, old, new)
    if new and here and not there:
        return _told(between.after, new, "added")
    if not (old and new and here) or (old == new and not _time_told(kind, between)):
        return None
    fields = tuple(_differing(between, old, new))
    return _told(between.after, new, "changed", fields) if fields else None


def _time_told(kind: type[Record], between: Between) -> bool:
    """Whether the same record can read otherwise on the later day."""
    return between.before.as_at != between.after.as_at and kind.folder.startswith("data/")


def _counts(record: Record | None, moment: Moment) -> bool:
    """Whether readers knew the record by the day, and it still counted; a series once it was published."""
    if isinstance(record, PublishedSeries) and (record.released_on or record.imported_on) > moment.as_at:
        return False
    return record is not None and known_by(record, moment.as_at) and stands(record, moment.as_at)


def _gone(between: Between, old: Record, new: Record | None) -> RecordChanged:
    if new is not None and new.retired is not None:
        why = flowing(new.retired.reason)
        return _told(between.after, new, "retired", on=new.retired.on, why=why)
    return _told(between.before, old, "taken-away")


def _told(
    moment: Moment,
    record: Record,
    fate: Fate,
    fields: tuple[str, ...] = (),
    on: date | None = None,
    why: str = "",
) -> RecordChanged:
    return RecordChanged(
        record.id,
        record.kind.replace("-", " "),
        record.plural.replace("-", " "),
        called(moment.register, record.id),
        fate,
        on,
        fields,
        why,
        record.illustrative,
    )


def _differing(between: Between, old: Record, new: Record) -> Iterator[str]:
    """The fields that readers see otherwise, in words, without those that are told elsewhere."""
    was = as_known(between.before.register, old, between.before.as_at)
    now = as_known(between.after.register, new, between.after.as_at)
    told = _TOLD.get(type(new), frozenset())
    for name in type(new).model_fields:
        if name not in told and name != "retired" and not _reads_alike(was, now, name):
            yield name.replace("_", " ")
    if isinstance(new, PublishedSeries) and between.before.register.rows(
        old if isinstance(old, PublishedSeries) else new
    ) != between.after.register.rows(new):
        yield "figures"


def _read(record: Record, name: str) -> object:
    """The value as it reads: where a line of prose ends is no change."""
    value = getattr(record, name)
    return flowing(value) if isinstance(value, str) else value


def _reads_alike(was: Record, now: Record, name: str) -> bool:
    """Whether a field reads as it did; of the statements of an element the words are told elsewhere."""
    if isinstance(now, Element):
        before, after = (getattr(one, name) for one in (was, now))
        if isinstance(after, tuple) and all(isinstance(one, Item) for one in (*before, *after)):
            both = {one.id for one in before} & {one.id for one in after}
            return [_bare(one) for one in before if one.id in both] == [
                _bare(one) for one in after if one.id in both
            ]
    return _read(was, name) == _read(now, name)


def _bare(item: Item) -> Item:
    """An item without the words of it, and without its end."""
    told = {"text", "activity", "retired"} & set(type(item).model_fields)
    return item.model_copy(update=dict.fromkeys(told, None))
