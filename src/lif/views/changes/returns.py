"""Returns that came in: from whom, for which period, and whether they were late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.records.figures import Return
from lif.views.changes.moments import Between, Moment


@dataclass(frozen=True, slots=True)
class ReturnReceived:
    """A return that readers did not have: the agency, the period, the days, and who sent it."""

    id: str
    agency: str
    period: str
    due: date
    received: date
    days_late: int
    by: str
    illustrative: bool


def returns_received(between: Between) -> tuple[ReturnReceived, ...]:
    """Returns that came in between, by day and id."""
    found = []
    for id_ in between.ids(Return):
        new = came(between, id_)
        if new is None or new.received is None:
            continue
        late = max((new.received - new.due).days, 0)
        period = parse_period(new.period).label
        by = between.called(new.supplied_by) if new.supplied_by else ""
        agency = between.called(new.agency)
        found.append(ReturnReceived(id_, agency, period, new.due, new.received, late, by, new.illustrative))
    return tuple(sorted(found, key=lambda one: (one.received, one.id)))


def came(between: Between, id_: str) -> Return | None:
    """The return, where readers have it now and did not have it before."""
    new = _received(between.after, id_)
    return new if new and not _received(between.before, id_) else None


def _received(moment: Moment, id_: str) -> Return | None:
    found = moment.find(Return, id_)
    return found if found and found.received and found.received <= moment.as_at else None
