"""Escalations: disagreements between agencies by quarter and stage, and silence, which is no success."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lif.calendars import Period, parse_period, quarter_of, quarters_between
from lif.records.oversight import EscalationCount, Escalations
from lif.records.record import stands
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.challenge_log.wanted import Wanted
from lif.views.shown import flowing

MOST_QUARTERS = 8
"""Two years of quarters are shown."""


@dataclass(frozen=True, slots=True)
class StageCount:
    """One stage of the policy in a quarter; `in_time` (of those resolved) is None where it was not counted.

    `left` were not resolved at that stage: they went on to the next, or stand there.
    """

    stage: int
    raised: int
    resolved: int
    in_time: int | None
    left: int


@dataclass(frozen=True, slots=True)
class Between:
    """Counts of one stage between two agencies on one matter; empty where it was not recorded."""

    by: str
    to: str
    theme: str
    stage: int
    raised: int
    resolved: int
    in_time: int | None
    days: Decimal | None


@dataclass(frozen=True, slots=True)
class EscalationQuarter:
    """The escalations of one quarter that one group follows.

    `none_raised` says that somebody asked and none was; `not_told_apart` that some counts do not say which
    agencies they are of, so that a log of one agency may lack them.
    """

    id: str
    quarter: str
    group: str
    received: date | None
    none_raised: bool
    not_told_apart: bool
    stages: tuple[StageCount, ...]
    between: tuple[Between, ...]
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class EscalationLog:
    """The quarters, the latest first, and those that are over and for which nothing has come."""

    quarters: tuple[EscalationQuarter, ...]
    missing: tuple[str, ...]


def escalation_log(want: Wanted) -> EscalationLog:
    """The escalations of the last two years that had come by the day."""
    held: dict[str, dict[Period, Escalations]] = defaultdict(dict)
    for record in want.register.all(Escalations):
        if stands(record, want.as_at) and want.escalations(record):
            held[record.group][parse_period(record.quarter)] = as_known(want.register, record, want.as_at)
    found = [
        (period, record)
        for records in held.values()
        for period, record in records.items()
        if record.counts or record.none_raised
    ]
    found.sort(key=lambda pair: (-pair[0].start.toordinal(), pair[1].group))
    recent = list(dict.fromkeys(period for period, _ in found))[:MOST_QUARTERS]
    return EscalationLog(
        tuple(_quarter(want, period, record) for period, record in found if period in recent),
        tuple(
            f"{period.label}, {called_at(want.register, group)}"
            for group, records in sorted(held.items())
            for period in _not_come(records, want.as_at)
        ),
    )


def _not_come(records: dict[Period, Escalations], as_at: date) -> Iterator[Period]:
    """The quarters since the first that was counted which are over, and of which nothing is known."""
    told = {period for period, record in records.items() if record.counts or record.none_raised}
    last = quarter_of(as_at).previous()
    if told and min(told) <= last:
        yield from (one for one in quarters_between(min(told), last) if one not in told)


def _quarter(want: Wanted, period: Period, record: Escalations) -> EscalationQuarter:
    counts = [one for one in record.counts if want.count(one)]
    narrowed = want.agency is not None
    return EscalationQuarter(
        record.id,
        period.label,
        called_at(want.register, record.group),
        record.received,
        record.none_raised,
        narrowed and any(one.by_agency is None or one.to_agency is None for one in record.counts),
        tuple(_stage(stage, counts) for stage in sorted({one.stage for one in counts})),
        tuple(_between(want, one) for one in sorted(counts, key=lambda one: (one.stage, -one.raised))),
        flowing(record.text),
        record.illustrative,
    )


def _stage(stage: int, counts: Iterable[EscalationCount]) -> StageCount:
    mine = [one for one in counts if one.stage == stage]
    raised, resolved = sum(one.raised for one in mine), sum(one.resolved for one in mine)
    counted = all(one.in_time is not None or not one.resolved for one in mine)
    in_time = sum(one.in_time or 0 for one in mine) if counted else None
    return StageCount(stage, raised, resolved, in_time, raised - resolved)


def _between(want: Wanted, one: EscalationCount) -> Between:
    return Between(
        agency_called(want.register, one.by_agency) if one.by_agency else "",
        agency_called(want.register, one.to_agency) if one.to_agency else "",
        called_at(want.register, one.theme) if one.theme else "",
        one.stage,
        one.raised,
        one.resolved,
        one.in_time,
        one.days_to_resolve,
    )
