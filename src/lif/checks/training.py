"""Training: counts of staff in date, courses and plans to be looked at again, needs that nothing meets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import add_months, parse_period
from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for, unread
from lif.checks.successors import heir
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.training import Course, TrainingCurrency, TrainingPlan, TrainingSession
from lif.register import Register


@check("A514")
def more_in_date_than_required(register: Register, as_at: date) -> Iterator[Finding]:
    """More staff are in date with their training than need it.

    Why:
        The share would be above all of them.
    Fails:
        required: 161 with in_date: 198
    Mend:
        Correct the counts; staff who hold the training without needing it are not counted.
    Source:
        Those in date are some of those who need the training.
    """
    for count in register.all(TrainingCurrency):
        if count.in_date > count.required:
            message = f"{count.in_date} are in date, and {count.required} need it"
            yield Finding(count.id, ("in_date",), message, "correct the counts")


@check("A515", Severity.WARNING)
def next_count_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The next count of staff in date was due, or the last is older than the training lasts, and none came.

    Why:
        Training runs out every day; the share that papers show is that of the old count.
    Fails:
        on: 2024-03-31 with next_due: 2025-02-28, and no later count, on 2025-03-10.
    Mend:
        Ask the agency, and add its new count. Where no `next_due` was agreed, a count holds for as long as
        the training does, `every_months`.
    Source:
        Practice of training reports: staff in date, counted again on agreed days.
    """
    if unread(register, TrainingCurrency):
        return
    last: dict[tuple[str, str], date] = {}
    counts = [one for one in register.all(TrainingCurrency) if one.on <= as_at and stands(one, as_at)]
    for count in counts:
        key = (heir(register, count.agency), count.level.casefold())
        last[key] = max(last.get(key, count.on), count.on)
    for count in counts:
        due, hint = count.next_due, "ask the agency, and add its new count"
        if last[heir(register, count.agency), count.level.casefold()] != count.on:
            continue
        if due is not None and due < as_at:
            message = f"the next count of '{count.agency}' was due on {due.isoformat()}, and has not come"
            yield Finding(count.id, ("next_due",), message, hint)
        elif due is None and _outlived(count, as_at):
            message = (
                f"'{count.agency}' was last counted on {count.on.isoformat()}, more than the "
                f"{count.every_months} months ago for which the training lasts"
            )
            yield Finding(count.id, ("on",), message, hint)


def _outlived(count: TrainingCurrency, as_at: date) -> bool:
    """Whether all training that was in date on the day of a count has run out since."""
    months = (as_at.year - count.on.year) * 12 + as_at.month - count.on.month
    if months != count.every_months:
        return months > count.every_months > 0
    return count.every_months > 0 and add_months(count.on, months) < as_at


@check("A520")
def counted_twice(register: Register, as_at: date) -> Iterator[Finding]:
    """Two records count the staff of one agency at one level of training on the same day.

    Why:
        Staff are added up twice, and the two numbers may differ.
    Fails:
        Two counts with agency: police, level: Level 3 and on: 2025-01-31.
    Mend:
        Correct the level or the day; or retire the one that was replaced.
    Source:
        The record of a count: one agency, one level, one day.
    """
    first: dict[tuple[str, str, date], str] = {}
    for count in register.all(TrainingCurrency):
        if not stands(count, as_at):
            continue
        before = first.setdefault((count.agency, count.level.casefold(), count.on), count.id)
        if before != count.id:
            message = f"'{before}' counts '{count.agency}' at this level on {count.on.isoformat()} already"
            yield Finding(count.id, ("on",), message, "correct the day, or retire one of the two")


@check("A516", Severity.WARNING)
def content_review_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """A course or a training plan was to be looked at again, and the day has passed.

    Why:
        What is taught may be out of date, and what is planned may meet needs of last year.
    Fails:
        review_due: 2025-01-31 on 2025-03-10.
    Mend:
        Look at it again, and set the next `review_due`.
    Source:
        Practice of training plans: content is looked at after each change of law, and once a year.
    """
    things: list[Course | TrainingPlan] = [*_plans_that_hold(register, as_at)]
    things.extend(one for one in register.all(Course) if not known(one.until, as_at))
    for thing in things:
        if thing.review_due is not None and thing.review_due < as_at and stands(thing, as_at):
            message = f"it was to be looked at again by {thing.review_due.isoformat()}"
            hint = "look at it again, then set the next 'review_due'"
            yield Finding(thing.id, ("review_due",), message, hint)


def _plans_that_hold(register: Register, as_at: date) -> Iterator[TrainingPlan]:
    """Plans that no later one of the same group had followed by the day."""
    plans = [one for one in register.all(TrainingPlan) if stands(one, as_at)]
    newest: dict[str, date] = {}
    for plan in plans:
        if known(plan.approved_on, as_at):
            newest[plan.group] = max(newest.get(plan.group, plan.approved_on), plan.approved_on)
    for plan in plans:
        approved = plan.approved_on
        if approved is None or (approved <= as_at and approved == newest[plan.group]):
            yield plan


@check("A517", Severity.WARNING)
def need_that_nothing_meets(register: Register, as_at: date) -> Iterator[Finding]:
    """A training plan names a need, and neither a course that meets it nor what is missing.

    Why:
        The need was seen in an audit or a review; nobody can tell what is planned for it.
    Fails:
        A need without courses and without gap.
    Mend:
        Name the courses in `courses`, or say in `gap` what is missing.
    Source:
        Practice of training plans: needs, the courses that meet them, and the gaps that remain.
    """
    for plan in register.all(TrainingPlan):
        if (plan.approved_on and plan.approved_on > as_at) or not stands(plan, as_at):
            continue
        for index, need in enumerate(plan.needs):
            if not need.courses and need.gap is None and stands(need, as_at):
                message = "no course meets this need, and nothing says that one is missing"
                yield Finding(plan.id, ("needs", index, "text"), message, "add 'courses:' or 'gap:'")


@check("A521", Severity.WARNING)
def plan_not_approved(register: Register, as_at: date) -> Iterator[Finding]:
    """The year of a training plan began a quarter ago or more, and no group has approved the plan.

    Why:
        Courses are given and places are paid for that nobody has agreed.
    Fails:
        period: 2024-25, without approved_on, on 2025-03-10.
    Mend:
        Take it to the group; then enter `approved_on`.
    Source:
        Practice of training plans: the plan is agreed before its year begins.
    """
    for plan in register.all(TrainingPlan):
        year = parse_period(plan.period)
        if known(plan.approved_on, as_at) or year.end < as_at or not stands(plan, as_at):
            continue
        if known_for(year.start, as_at, QUARTER_DAYS):
            message = f"its year began on {year.start.isoformat()}, and nobody has approved it"
            yield Finding(plan.id, ("period",), message, "take it to the group, then enter 'approved_on'")


@check("A522")
def more_professions_than_came(register: Register, as_at: date) -> Iterator[Finding]:
    """Of one agency more came to a session by professional group than came at all.

    Why:
        The training report counts who was reached by professional group; some would be counted twice.
    Fails:
        attended: 5 and walk_ins: 1 with professions of 4 health visitors and 3 midwives.
    Mend:
        Correct the counts, and name each group once; leave out those whose group is not known.
    Source:
        Arithmetic of places: the professional groups are some of those who came.
    """
    for session in register.all(TrainingSession):
        for index, one in enumerate(session.places):
            named, came = sum(each.came for each in one.professions), one.attended + one.walk_ins
            if named > came:
                message = f"{named} by professional group, and {came} came, with and without a booking"
                hint = "correct the counts, and name each group once"
                yield Finding(session.id, ("places", index, "professions"), message, hint, at_key=True)


TRAINING = (
    more_in_date_than_required,
    next_count_overdue,
    content_review_overdue,
    need_that_nothing_meets,
    counted_twice,
    plan_not_approved,
    more_professions_than_came,
)
