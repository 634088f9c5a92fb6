"""Reviews while they run: of which age, led by whom, with whom, looked at how often, and days that passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import BOARDS_UNTIL, PANEL_SINCE, QUARTER_DAYS, reached
from lif.diagnostics import Severity
from lif.records.problems import FieldPath
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register

STATUTORY = ("serious-case-review", "local-child-safeguarding-practice-review")
"""The reviews that law or statutory guidance asks for, then and now, and whose reports are published."""
_OF_SINCE_2018 = ("local-child-safeguarding-practice-review", "rapid-review")
_WITH_FAMILIES = (*STATUTORY, "learning-review")
_WITH_PRACTITIONERS = (*STATUTORY, "learning-review", "good-practice-review")
_FINISHED = ("completed", "published", "closed")


@check("A380")
def review_of_another_age(register: Register, as_at: date) -> Iterator[Finding]:
    """A serious case review began after they had ended, or a practice or rapid review before there were any.

    Why:
        The kind of review decides which clocks run and what must be published.
    Fails:
        sort: serious-case-review with a decision on 2020-02-04
    Mend:
        Correct the sort or the day.
    Source:
        Children Act 2004, sections 16C to 16F, since 29 June 2018; Working Together: Transitional guidance
        2018, by which partnerships had taken over everywhere by 29 September 2019.
    """
    for review in register.all(Review):
        began = next(
            (
                one
                for one in review.milestones
                if one.step in ("decision", "started", "rapid-review") and one.on
            ),
            None,
        )
        if began is None or began.on is None:
            continue
        path: FieldPath = ("milestones", review.milestones.index(began), "on")
        on = began.on.isoformat()
        if review.sort == "serious-case-review" and began.on > BOARDS_UNTIL:
            message = f"'{began.step}' on {on}, and no serious case review could begin after {BOARDS_UNTIL}"
        elif review.sort in _OF_SINCE_2018 and began.on < PANEL_SINCE:
            message = f"'{began.step}' on {on}, and there was no {_plain(review.sort)} before {PANEL_SINCE}"
        else:
            continue
        yield Finding(review.id, path, message, "correct the sort or the day")


def _plain(sort: str) -> str:
    return sort.replace("-", " ")


@check("A381", Severity.WARNING)
def independence_not_said(register: Register, as_at: date) -> Iterator[Finding]:
    """A serious case review or practice review has a lead, and it does not say how the lead is independent.

    Why:
        Families and the public ask who reviewed the agencies, and who pays whom.
    Fails:
        The milestone lead-appointed, without lead_independence.
    Mend:
        Add `lead_independence`, in terms of roles and agencies.
    Source:
        Working Together: reviewers are independent of the agencies whose work they review.
    """
    for review in register.all(Review):
        if review.sort not in STATUTORY or review.lead_independence is not None or not stands(review, as_at):
            continue
        appointed = reached(review, as_at).get("lead-appointed")
        if appointed is not None:
            message = (
                f"lead appointed on {appointed.isoformat()}, and it does not say how the lead is independent"
            )
            yield Finding(review.id, _at(review, "lead-appointed"), message, "add 'lead_independence:'")


@check("A382", Severity.WARNING)
def families_not_said(register: Register, as_at: date) -> Iterator[Finding]:
    """A review is complete, and it does not say how families were asked and whether they took part.

    Why:
        Families, and children who survive, are to be invited; where they were not, or did not want to, it
        is said.
    Fails:
        A practice review with the milestone completed, without involvement of families.
    Mend:
        Say in `involvement`, under `families`, how they were asked and what came of it, naming nobody.
    Source:
        Working Together: families are invited to contribute to reviews.
    """
    for review in register.all(Review):
        completed = reached(review, as_at).get("completed")
        if completed is None or review.sort not in _WITH_FAMILIES or not stands(review, as_at):
            continue
        if review.involvement is None or review.involvement.families is None:
            message = f"completed on {completed.isoformat()}, and it does not say how families were involved"
            hint = "add 'families:' under 'involvement:'"
            yield Finding(review.id, _at(review, "completed"), message, hint)


@check("A383", Severity.WARNING)
def practitioners_not_involved(register: Register, as_at: date) -> Iterator[Finding]:
    """A review is complete, and no practitioner took part, or it does not say how many.

    Why:
        Why people did what they did is known to those who did it; a review without them finds rules that were
        not followed, and not the reasons.
    Fails:
        A learning review with the milestone completed, without involvement of practitioners.
    Mend:
        Give the number under `involvement`; with none, say why in `note`.
    Source:
        Working Together: practitioners are fully involved in reviews.
    """
    for review in register.all(Review):
        completed = reached(review, as_at).get("completed")
        if completed is None or review.sort not in _WITH_PRACTITIONERS or not stands(review, as_at):
            continue
        number = review.involvement.practitioners if review.involvement else None
        if not number and (number is None or review.note is None):
            who = (
                "no practitioner took part"
                if number == 0
                else "it does not say how many practitioners took part"
            )
            message = f"completed on {completed.isoformat()}, and {who}"
            yield Finding(
                review.id, _at(review, "completed"), message, "add 'practitioners:' under 'involvement:'"
            )


@check("A384", Severity.WARNING)
def review_not_monitored(register: Register, as_at: date) -> Iterator[Finding]:
    """Nobody has looked for a quarter at how a practice review is going, its time and its quality.

    Why:
        The partners have to, at regular intervals; a review that nobody looks at is late before anyone knows.
    Fails:
        A practice review that began on 2024-11-04, without anything in monitored, on 2025-03-10.
    Mend:
        Look at it at the group's next meeting, and add the day to `monitored` with what was seen.
    Source:
        Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018, regulation 14.
    """
    for review in register.all(Review):
        if review.sort != "local-child-safeguarding-practice-review" or not stands(review, as_at):
            continue
        days = reached(review, as_at)
        began = days.get("started") or days.get("decision")
        if began is None:
            continue
        looks = [look.on for look in review.monitored if look.on <= as_at]
        ended = min((days[step] for step in _FINISHED if step in days), default=None)
        last = max(looks, default=began)
        if ended is None and (as_at - last).days > QUARTER_DAYS:
            what = "nobody has looked at its time and quality" + (
                f" since {last.isoformat()}" if looks else " yet"
            )
        elif ended is not None and not looks and (ended - began).days > QUARTER_DAYS:
            what = "nobody looked at its time and quality while it ran"
        else:
            continue
        path = _at(review, "started" if "started" in days else "decision")
        message = f"it began on {began.isoformat()}, and {what}"
        yield Finding(
            review.id, path, message, "look at it, and add the day to 'monitored' with what was seen"
        )


@check("A385", Severity.WARNING)
def planned_day_passed(register: Register, as_at: date) -> Iterator[Finding]:
    """A milestone of a review was planned for a day that has passed, and has not happened.

    Why:
        The calendar of the review is not true any more, and those who wait for it do not know.
    Fails:
        step: report-to-board, planned: 2025-01-14, without on, on 2025-03-10.
    Mend:
        Enter the day in `on`, or the new day in `planned` and what happened in `monitored`.
    Source:
        Practice of reviews: a plan with days that is kept up.
    """
    for review in register.all(Review):
        if not stands(review, as_at) or "closed" in reached(review, as_at):
            continue
        for index, one in enumerate(review.milestones):
            if one.planned is not None and one.planned < as_at and (one.on is None or one.on > as_at):
                message = f"'{one.step}' was planned for {one.planned.isoformat()}, and has not happened"
                hint = "enter the day in 'on', or the new one in 'planned'"
                yield Finding(review.id, ("milestones", index, "planned"), message, hint)


def _at(review: Review, step: str) -> FieldPath:
    """Where the milestone stands."""
    index = next(i for i, one in enumerate(review.milestones) if one.step == step)
    return ("milestones", index, "step")


REVIEWS = (
    review_of_another_age,
    independence_not_said,
    families_not_said,
    practitioners_not_involved,
    review_not_monitored,
    planned_day_passed,
)
