"""Disagreements escalated between agencies: counts that add up, and silence, which is not success."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lif.calendars import Period, parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import known
from lif.diagnostics import Severity
from lif.records.oversight import Escalations
from lif.records.record import stands
from lif.register import Register


@check("A821")
def none_and_some(register: Register, as_at: date) -> Iterator[Finding]:
    """A quarter's escalations say that none was raised, and count some.

    Why:
        One of the two is wrong, and the quarter's figure with it.
    Fails:
        none_raised: true, with a count of 3 raised.
    Mend:
        Take `none_raised` out, or the counts.
    Source:
        The record of escalations: counts by stage, or said to be none.
    """
    for record in register.all(Escalations):
        if record.none_raised and any(one.raised for one in record.counts):
            message = "it says that none was raised, and counts some"
            yield Finding(record.id, ("none_raised",), message, "take 'none_raised' out, or the counts")


@check("A822", Severity.WARNING)
def nothing_counted(register: Register, as_at: date) -> Iterator[Finding]:
    """The quarter is over, and its escalations have neither counts nor the word that there were none.

    Why:
        Silence may mean that nobody disagreed, that nobody dared, or that nobody asked.
    Fails:
        quarter: 2024-25-Q2, with neither counts nor none_raised.
    Mend:
        Ask every agency; then enter the counts, or none_raised: true.
    Source:
        Practice of escalation policies: their use is counted and reported each quarter.
    """
    for record in register.all(Escalations):
        over = parse_period(record.quarter).end < as_at
        if over and not record.counts and not record.none_raised and stands(record, as_at):
            message = f"{record.quarter} is over, and nothing is counted"
            yield Finding(record.id, ("quarter",), message, "enter the counts, or 'none_raised: true'")


@check("A823", Severity.WARNING)
def none_raised_again(register: Register, as_at: date) -> Iterator[Finding]:
    """No escalation was raised in two quarters running.

    Why:
        Where many agencies work on hard cases they disagree. None at all, again, is a sign that the policy is
        not known or not safe to use: it is a warning, never green.
    Fails:
        none_raised: true for 2024-25-Q2 and for 2024-25-Q3.
    Mend:
        Ask practitioners whether they know the policy and would use it; write what they said in `text`.
    Source:
        Working Together: agencies challenge each other's decisions; reviews find that they did not.
    """
    for before, after in _runs(register, as_at):
        follows = parse_period(before.quarter).next() == parse_period(after.quarter)
        if follows and _none(before) and _none(after):
            message = f"none was raised in {before.quarter}, and none in {after.quarter}"
            hint = "ask whether the policy is known and safe to use, and write it in 'text'"
            yield Finding(after.id, ("quarter",), message, hint)


def _none(record: Escalations) -> bool:
    return record.none_raised or (bool(record.counts) and not any(one.raised for one in record.counts))


def _runs(register: Register, as_at: date) -> Iterator[tuple[Escalations, Escalations]]:
    """Each group's records of quarters that were over by the day, each with the one before it."""
    groups: dict[str, list[Escalations]] = defaultdict(list)
    for record in register.all(Escalations):
        came = record.received is None or known(record.received, as_at)
        if parse_period(record.quarter).end < as_at and came and stands(record, as_at):
            groups[record.group].append(record)
    for records in groups.values():
        yield from pairwise(sorted(records, key=lambda record: parse_period(record.quarter).end))


@check("A824")
def more_resolved_than_raised(register: Register, as_at: date) -> Iterator[Finding]:
    """More escalations were resolved at a stage than raised, or more in time than resolved; or it is stage 0.

    Why:
        Rates of what was resolved in time would be above one hundred in a hundred.
    Fails:
        raised: 3, resolved: 4
    Mend:
        Correct the counts; those still open from the quarter before belong to that quarter.
    Source:
        The record of escalations: of those raised at a stage, how many were resolved there.
    """
    for record in register.all(Escalations):
        for index, one in enumerate(record.counts):
            if one.resolved > one.raised:
                field, message = "resolved", f"{one.resolved} resolved, of {one.raised} raised"
            elif one.in_time is not None and one.in_time > one.resolved:
                field, message = "in_time", f"{one.in_time} in time, of {one.resolved} resolved"
            elif one.stage == 0:
                field, message = "stage", "the first stage is 1"
            else:
                continue
            yield Finding(record.id, ("counts", index, field), message, "correct the count that is wrong")


@check("A825")
def escalations_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records hold the escalations of one group and quarter.

    Why:
        They would be counted twice.
    Fails:
        Two records for the leadership board and 2024-25-Q3.
    Mend:
        Keep one; put the counts together in it.
    Source:
        The record of escalations: one a quarter.
    """
    first: dict[tuple[str, Period], str] = {}
    for record in register.all(Escalations):
        key = (record.group, parse_period(record.quarter))
        if key in first:
            message = f"'{first[key]}' holds the escalations of {record.quarter} already"
            yield Finding(record.id, ("quarter",), message, "keep one of the two")
        else:
            first[key] = record.id


@check("A826", Severity.WARNING)
def quarter_left_out(register: Register, as_at: date) -> Iterator[Finding]:
    """Between two quarters whose escalations are held there is one whose are not.

    Why:
        Silence looks like none; and a line through the gap shows a change that nobody saw.
    Fails:
        Records for 2024-25-Q1 and 2024-25-Q3, and none for 2024-25-Q2.
    Mend:
        Ask for the counts of that quarter; make its record, with none_raised: true when there were none.
    Source:
        Practice of escalation policies: their use is counted and reported each quarter.
    """
    for before, after in _runs(register, as_at):
        missing = parse_period(before.quarter).next()
        if missing.start < parse_period(after.quarter).start:
            message = f"there is nothing for {missing}, between '{before.id}' and this"
            yield Finding(after.id, ("quarter",), message, "ask for the counts, and make the record")


ESCALATIONS = (
    none_and_some,
    nothing_counted,
    none_raised_again,
    more_resolved_than_raised,
    escalations_twice,
    quarter_left_out,
)
