"""The order in which things happen to reviews and audits: milestones, and changes of an audit's quarter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from lif.calendars import parse_period
from lif.checks.finding import Finding, check
from lif.records.audits import Audit
from lif.records.reviews import Milestone, Review
from lif.register import Register

_BEFORE: tuple[tuple[str, ...], ...] = (
    ("occurred", "aware", "notified", "rapid-review"),
    ("occurred", "aware", "referred", "considered", "decision", "started", "draft", "report-to-board"),
    ("considered", "panel-told", "panel-answer"),
    ("rapid-review", "panel-told"),
    ("decision", "lead-appointed", "draft"),
    ("aware", "review-meeting", "completed"),
    ("report-to-board", "completed"),
    ("copies-sent", "published"),
    ("report-to-board", "board-response", "closed"),
    ("completed", "closed"),
)
"""Milestones that can only happen one after the other; those that are not there are passed over."""


@check("D107")
def milestones_out_of_order(register: Register, as_at: date) -> Iterator[Finding]:
    """Milestones of a review are in an order that cannot be: known before it happened, decided before known.

    Why:
        Statutory clocks start at these days; a wrong one makes a deadline met or missed that was not.
    Fails:
        occurred on 2024-05-10 with aware on 2024-05-01
    Mend:
        Correct the day that is wrong; occurred, aware and notified are three days.
    Source:
        Working Together: notification of serious incidents, rapid review, decision on a review.
    """
    for review in register.all(Review):
        days = _days(review)
        told: set[str] = set()
        for chain in _BEFORE:
            there = [step for step in chain if step in days]
            for earlier, later in pairwise(there):
                if days[later][1] < days[earlier][1] and later not in told:
                    told.add(later)
                    message = (
                        f"'{later}' on {days[later][1].isoformat()} is before '{earlier}' "
                        f"on {days[earlier][1].isoformat()}"
                    )
                    path = ("milestones", days[later][0], "on")
                    yield Finding(review.id, path, message, "correct the day that is wrong")


def _days(review: Review) -> dict[str, tuple[int, date]]:
    """The milestones that have happened: where each stands, and its day."""
    days: dict[str, tuple[int, date]] = {}
    for index, milestone in enumerate(review.milestones):
        if milestone.on is not None:
            days.setdefault(milestone.step, (index, milestone.on))
    return days


@check("D108")
def milestone_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """A review has the same milestone twice.

    Why:
        A clock that starts at this milestone could start on either day.
    Fails:
        Two milestones with step: decision
    Mend:
        Keep one; a planned day and the day it happened stand in the same milestone.
    Source:
        The record of a review: what happened, or is planned, on which day.
    """
    for review in register.all(Review):
        seen: dict[str, Milestone] = {}
        for index, milestone in enumerate(review.milestones):
            if seen.setdefault(milestone.step, milestone) is not milestone:
                hint = "keep one; 'planned' and 'on' stand in the same milestone"
                yield Finding(
                    review.id, ("milestones", index, "step"), f"'{milestone.step}' stands here twice", hint
                )


@check("D109")
def milestone_without_day(register: Register, as_at: date) -> Iterator[Finding]:
    """A milestone of a review has neither the day it happened nor the day it is planned for.

    Why:
        It says nothing: not that it happened, and not that it will.
    Fails:
        A milestone with step: published, and nothing else.
    Mend:
        Give `on` or `planned`, or remove the milestone until one is known.
    Source:
        The record of a review: what happened, or is planned, on which day.
    """
    for review in register.all(Review):
        for index, milestone in enumerate(review.milestones):
            if milestone.on is None and milestone.planned is None:
                message = f"'{milestone.step}' has neither 'on' nor 'planned'"
                yield Finding(
                    review.id, ("milestones", index, "step"), message, "give one, or remove the milestone"
                )


@check("D116")
def postponements_do_not_follow(register: Register, as_at: date) -> Iterator[Finding]:
    """The changes of an audit's quarter do not lead from one to the next, or change nothing.

    Why:
        The calendar shows where the audit stands now and how often it was put off; it reads these changes.
    Fails:
        from 2024-25-Q2 to 2024-25-Q3, and then from 2024-25-Q2 to 2024-25-Q4
    Mend:
        Let each change start from the quarter where the last one ended.
    Source:
        The board's audit calendar: put off with a reason, by a group.
    """
    for audit in register.all(Audit):
        for index, change in enumerate(audit.postponed):
            path = ("postponed", index)
            before = audit.postponed[index - 1].to_quarter if index else change.from_quarter
            if change.from_quarter != before:
                message = f"this change starts from {change.from_quarter}, and the audit stood in {before}"
                yield Finding(audit.id, (*path, "from_quarter"), message, f"write {before}")
            elif parse_period(change.to_quarter) == parse_period(change.from_quarter):
                yield Finding(audit.id, (*path, "to_quarter"), "this changes nothing", "give the new quarter")
        if audit.postponed:
            first, last = audit.postponed[0].from_quarter, audit.postponed[-1].to_quarter
            if audit.planned not in (first, last):
                message = f"planned for {audit.planned}, and put off from {first} to {last}"
                hint = f"write {last}, where it stands in the calendar now"
                yield Finding(audit.id, ("planned",), message, hint)


MILESTONES = (
    milestones_out_of_order,
    milestone_twice,
    milestone_without_day,
    postponements_do_not_follow,
)
