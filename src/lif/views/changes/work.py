"""Reviews and audits that moved on, and audits that were put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import parse_period
from lif.records.audits import Audit
from lif.records.reviews import Review
from lif.views.audits import put_off_by, stage_on
from lif.views.changes.moments import Between, Moment
from lif.views.review_states import known_by, reached, status_on
from lif.views.shown import flowing

Sort = Literal["review", "audit"]


@dataclass(frozen=True, slots=True)
class WorkMoved:
    """A review or an audit that is somewhere else than it was: in words, empty where it was not there."""

    id: str
    title: str
    sort: Sort
    group: str
    was: str
    now: str
    on: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AuditPutOff:
    """An audit whose quarter was moved, with the reason."""

    id: str
    title: str
    was: str
    now: str
    on: date
    why: str
    by: str
    illustrative: bool


def work_changes(between: Between) -> tuple[WorkMoved, ...]:
    """Reviews, then audits, that moved on, came or went."""
    reviews = (_review(between, id_) for id_ in between.ids(Review))
    audits = (_audit(between, id_) for id_ in between.ids(Audit))
    return tuple(one for one in (*reviews, *audits) if one is not None)


def _review(between: Between, id_: str) -> WorkMoved | None:
    was, _ = _review_on(between.before, id_)
    now, on = _review_on(between.after, id_)
    if was == now:
        return None
    shown = between.after.find(Review, id_) or between.before.find(Review, id_)
    assert shown is not None
    group = between.called(shown.group)
    return WorkMoved(id_, shown.title, "review", group, was, now, on, shown.illustrative)


def _review_on(moment: Moment, id_: str) -> tuple[str, date | None]:
    """`running: report to board` and the day of that; nothing where readers did not know of it."""
    review = moment.find(Review, id_)
    if review is None or not known_by(review, moment.as_at):
        return "", None
    last, status = reached(review, moment.as_at), status_on(review, moment.as_at).replace("-", " ")
    if last is None:
        return status, None
    step = last.step.replace("-", " ")
    return (status if step == status else f"{status}: {step}"), last.on


def _audit(between: Between, id_: str) -> WorkMoved | None:
    was, _ = _audit_on(between.before, id_)
    now, on = _audit_on(between.after, id_)
    if was == now:
        return None
    shown = between.after.find(Audit, id_) or between.before.find(Audit, id_)
    assert shown is not None
    group = between.called(shown.group)
    return WorkMoved(id_, shown.title, "audit", group, was, now, on, shown.illustrative)


def _audit_on(moment: Moment, id_: str) -> tuple[str, date | None]:
    audit = moment.find(Audit, id_)
    if audit is None:
        return "", None
    stage, on = stage_on(moment.register, audit, moment.as_at)
    return stage.replace("-", " "), on


def put_off(between: Between) -> tuple[AuditPutOff, ...]:
    """Each time an audit was put off that readers did not know of before, by day."""
    found = []
    for id_ in between.ids(Audit):
        old, new = between.before.find(Audit, id_), between.after.find(Audit, id_)
        known = put_off_by(old, between.before.as_at) if old else ()
        for one in put_off_by(new, between.after.as_at) if new else ():
            if new and one not in known:
                was, now = parse_period(one.from_quarter).label, parse_period(one.to_quarter).label
                by = between.called(one.agreed_by)
                why = flowing(one.reason)
                found.append(AuditPutOff(id_, new.title, was, now, one.on, why, by, new.illustrative))
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))
