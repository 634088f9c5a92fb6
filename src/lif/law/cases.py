"""What a record says of a deadline beside its dates: not owed after all, not known, kept in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lif.law.compliance import Verdict, judged
from lif.law.days import Moment, moment
from lif.law.duties import Due
from lif.law.vocabulary import TOLD_AS
from lif.records.incidents import Incident
from lif.records.law import Clock, Extension
from lif.records.record import Record
from lif.records.reviews import Review
from lif.register import Register

_ENDS = ("completed", "published", "closed")
"""After these steps of a review an earlier one that has no day was forgotten, not awaited."""

_OVER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(TOLD_AS, ()),
    "notified": ("rapid-review", "decision", "started", "report-to-board", *_ENDS),
    "decision": ("started", "report-to-board", *_ENDS),
    "copies-sent": ("published", "closed"),
    "completed": ("published", "closed"),
    "published": ("closed",),
}
"""What comes after a step, where that is not its end alone."""


@dataclass(frozen=True, slots=True)
class Case:
    """A clock that started on a record: when, due when, stopped when, how extended, seen on which day."""

    register: Register
    clock: Clock
    record: Record
    due: Due
    start: Moment
    stop: Moment | None
    extensions: tuple[Extension, ...]
    as_at: date


def verdict_of(case: Case) -> Verdict:
    """Where the deadline stands, by its dates and by what else the record says."""
    if case.clock.keeps:
        return _kept(case)
    if not case.start.exact:
        note = f"'{case.clock.starts}' is not exactly known, so no date can be counted from it"
        return Verdict("unknown", None, None, None, note)
    done = case.stop.when if case.stop else None
    if case.stop and case.stop.on < case.start.on and not _backwards(case):
        early = f"'{case.clock.stops}' on {case.stop.on.isoformat()} is before the clock started"
        return _unknown(judged(case.due, None, case.as_at), early)
    verdict = judged(case.due, done, case.as_at, case.extensions, _unless(case))
    if _withheld(case):
        verdict = replace(verdict, note=_joined(verdict.note, "publication is withheld"))
    why = _not_known(case) if verdict.state == "breached" else ""
    return _unknown(verdict, why) if why else verdict


def _kept(case: Case) -> Verdict:
    """What has to stay until the date is met by being there on it, and breached by going before it."""
    verdict = judged(case.due, None, case.as_at)
    if case.due.on is None:
        return verdict
    if case.stop and case.stop.on < case.due.on:
        note = f"taken down on {case.stop.on.isoformat()}"
        return replace(verdict, state="breached", days=(case.stop.on - case.due.on).days, note=note)
    if case.as_at > case.due.on:
        return replace(verdict, state="met", days=0, note="")
    return replace(verdict, state="not-yet-due", note="it has to stay until then")


def _unless(case: Case) -> str:
    """Why the duty is not owed after all; empty where it is."""
    record = case.record
    if not isinstance(record, Incident) or case.stop:
        return ""
    if case.clock.stops == "notified":
        known = record.considered_on is None or record.considered_on <= case.as_at
        if record.decision == "do-not-notify" and known:
            return "it was decided not to notify"
        if record.place == "elsewhere-in-england" and record.sort in ("serious-harm", "death"):
            return "the council of the area where it took place notifies"
    found = record.criteria_not_met_on
    if case.clock.stops == "rapid-review" and found and found <= case.as_at:
        return f"the criteria were found not to be met on {found.isoformat()}"
    return ""


def _not_known(case: Case) -> str:
    """Why a deadline that looks missed may have been kept; empty where it was missed."""
    record, clock = case.record, case.clock
    if clock.stops is None:
        return "no record holds the day on which it was done"
    if clock.told and clock.stops == "notified" and moment(case.register, record, "notified", case.as_at):
        return f"notified, and the record does not name {clock.told} among those told"
    if case.start.planned and case.start.on < case.as_at:
        return f"planned for {case.start.on.isoformat()} and not said to have happened"
    if isinstance(record, Review):
        ends = _OVER.get(clock.stops, _ENDS)
        over = [one.step for one in record.milestones if one.step in ends and one.on and one.on <= case.as_at]
        if over:
            return f"the record has '{over[0]}' and no '{clock.stops}'"
    return ""


def _withheld(case: Case) -> bool:
    """Whether the publication that is awaited is kept back, by the review or by a process beside it."""
    record = case.record
    if case.stop or case.clock.stops != "published" or not isinstance(record, Review):
        return False
    open_ = (one.withholds_publication and one.status == "open" for one in record.parallel)
    return record.publication == "withheld" or any(open_)


def _backwards(case: Case) -> bool:
    limit = case.due.duty.limit
    return limit is not None and limit.direction == "before"


def _unknown(verdict: Verdict, why: str) -> Verdict:
    return replace(verdict, state="unknown", days=None, note=_joined(verdict.note, why))


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))
