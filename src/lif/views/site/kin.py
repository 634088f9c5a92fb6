"""What else has to do with a record: the records that link to it, by kind, each with where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from lif.records.kinds import KINDS
from lif.records.record import Record
from lif.views.site.pieces import Kin, Listed, Ref
from lif.views.site.places import spoken_many
from lif.views.site.world import World

MANY = 12
"""A list that is longer is folded away until it is asked for."""
_DAYS = (
    *("on", "agreed_on", "published", "reported", "received", "approved_on", "submitted", "released_on"),
    *("date", "published_on", "imported_on", "due"),
)


def kin(world: World, record: Record, told: Collection[str] = (), fold: bool = True) -> tuple[Kin, ...]:
    """The records that link to a record or to a part of it, by kind in the order of the framework.

    `told` are the paths of pages that the page has led to already. Long lists are folded away unless told
    otherwise.
    """
    sources = {tie.source for tie in world.known.links_into(record.id)} - {record.id}
    left = (id_ for id_ in sources if (ref := world.ref(id_)) is not None and ref.path not in told)
    return grouped(world, left, fold)


def grouped(world: World, ids: Iterable[str], fold: bool = True) -> tuple[Kin, ...]:
    """These records as lists by kind; what was not known on the day is left out."""
    by_kind: dict[type[Record], list[Record]] = defaultdict(list)
    for id_ in ids:
        entry = world.known.entries.get(id_)
        if entry is not None:
            by_kind[type(entry.record)].append(entry.record)
    return tuple(
        Kin(spoken_many(kind), listed(world, by_kind[kind]), fold and len(by_kind[kind]) > MANY)
        for kind in KINDS
        if kind in by_kind
    )


def listed(world: World, records: Iterable[Record]) -> tuple[Listed, ...]:
    """The records by day, the latest first; those without a day by name."""
    found = []
    for record in records:
        ref = world.ref(record.id)
        if ref is not None:
            day = day_of(record)
            found.append((-(day or date.min).toordinal(), ref.name.casefold(), record.id, ref))
    return tuple(entry(world, ref, id_) for _, _, id_, ref in sorted(found, key=lambda x: x[:3]))


def entry(world: World, ref: Ref, id_: str) -> Listed:
    """A record in a list, with where it stands; a figure of an illustrative series is an example too."""
    line = world.lines.get(id_)
    return Listed(ref, note_of(world, id_), ref.illustrative or bool(line and line.illustrative))


def day_of(record: Record) -> date | None:
    """The day that a record is about, if it has one."""
    days = (getattr(record, name, None) for name in _DAYS)
    return next((day for day in days if isinstance(day, date)), None)


def note_of(world: World, id_: str) -> str:
    """Where a record stands, in a few words: of an action, audit, review or indicator."""
    if (action := world.actions.get(id_)) is not None:
        late = f" by {action.days_overdue} day{'' if action.days_overdue == 1 else 's'}"
        return f"{action.standing.replace('-', ' ')}{late if action.days_overdue else ''}"
    if (review := world.reviews.get(id_)) is not None:
        return review.status.replace("-", " ")
    if (audit := world.audits.get(id_)) is not None:
        return audit.stage.replace("-", " ")
    if (line := world.lines.get(id_)) is not None:
        return f"{line.latest.text}, {line.latest.brief}" if line.latest.brief else line.latest.text
    return ""
