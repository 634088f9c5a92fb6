"""What the readers of an improvement plan are asked, worked out from how its aims and actions stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.records.publications import ImprovementPlan
from lif.views.came_of import many
from lif.views.followed import Followed
from lif.views.improvement_plan.aims import Aim
from lif.views.in_words import days, few, known_by
from lif.views.papers import Opening, Question
from lif.views.sentences import quoted

if TYPE_CHECKING:
    from lif.views.improvement_plan import PlanPart

_NONE = "Decide who draws up an improvement plan, and by when: none is in force."


def opening(question: Question, plans: Sequence[PlanPart]) -> Opening:
    """What the paper opens with."""
    asked = tuple(_asked(plans)) or (_NONE,)
    return Opening(
        title=_title(plans),
        name=_name(question),
        purpose="Decision" if any(one.startswith("Decide") for one in asked) else "Assurance",
        asked=asked,
        facts=tuple(_facts(plans)),
        unfinished=tuple(_unfinished(plans)),
    )


def _title(plans: Sequence[PlanPart]) -> str:
    if len(plans) == 1:
        return f"{plans[0].title}: progress"
    return "Improvement plans: progress" if plans else "Improvement plan"


def _name(question: Question) -> str:
    """The slug of its files: the plan's id with the name of the paper, or that alone."""
    named = question.named(ImprovementPlan)
    return f"improvement-plan-{named.id.removeprefix('improvement-plan-')}" if named else "improvement-plan"


def _facts(plans: Sequence[PlanPart]) -> Iterator[tuple[str, str]]:
    yield "Plans in force" if len(plans) != 1 else "Plan", "; ".join(one.title for one in plans) or "none"
    if len(plans) == 1:
        (plan,) = plans
        yield "Managed by", plan.group
        yield from [("Overseen by", plan.overseen_by)] * bool(plan.overseen_by)


def _asked(plans: Sequence[PlanPart]) -> Iterator[str]:
    for plan in plans:
        if plan.approved_on is None:
            yield f"Approve {quoted(plan.title)}, or say what has to change in it."
        if plan.days_overdue and plan.review_due:
            due = long_date(plan.review_due)
            yield f"Review {quoted(plan.title)}: it was to be looked at again by {due}."
    aims = [one for plan in plans for one in plan.aims]
    yield from _of_actions(aims)
    yield from _of_aims(aims)
    outside = [one for plan in plans for one in plan.outside]
    if outside:
        said = few([known_by(one.title, one.owner_name) for one in outside])
        subject = many(len(outside), "open action")
        yield f"Decide whether the plan takes in {subject} for its priorities that no aim names: {said}."
    if plans:
        yield _note(plans)


def _of_actions(aims: Sequence[Aim]) -> Iterator[str]:
    every: dict[str, Followed] = {one.followed.line.id: one.followed for each in aims for one in each.actions}
    late = sorted(
        (one for one in every.values() if one.completion.standing == "overdue"),
        key=lambda one: (-one.line.days_overdue, one.line.id),
    )
    if late:
        said = [known_by(one.line.title, one.line.owner_name, days(one.line.days_overdue)) for one in late]
        yield f"Decide what happens to {many(len(late), 'overdue action')}: {few(said)}."


def _of_aims(aims: Sequence[Aim]) -> Iterator[str]:
    unshown = [one for one in aims if one.effect in ("not-shown", "cannot-be-told")]
    unseen = [one for one in aims if not one.effect]
    if unshown:
        said = few([quoted(one.text) for one in unshown])
        subject = f"{many(len(unshown), 'aim')} that nothing shows to be better"
        yield f"Challenge what was done for {subject}: {said}."
    if unseen:
        said = few([quoted(one.text) for one in unseen])
        yield f"Decide who looks, and by when, at whether it is better: {said}."


def _note(plans: Sequence[PlanPart]) -> str:
    aims = [one for plan in plans for one in plan.aims]
    shown = sum(one.effect == "shown" for one in aims)
    partly = sum(one.effect == "partly-shown" for one in aims)
    signed = sum(plan.tally.signed_off for plan in plans)
    wanted = sum(plan.tally.wanted for plan in plans)
    return (
        f"Note that of {many(len(aims), 'aim')} {shown} are shown to be reached and {partly} in part, and "
        f"that {signed} of {many(wanted, 'action')} are signed off by a group other than their owner."
    )


def _unfinished(plans: Sequence[PlanPart]) -> Iterator[str]:
    for one in (one for plan in plans for one in plan.aims):
        aim = quoted(one.text)
        if one.effect in ("shown", "partly-shown") and not one.shown_by:
            yield f"{aim} is said to be better, and nothing is named that shows it."
        elif not one.effect and one.actions and not one.tally.open and not one.tally.waiting:
            yield f"All actions for {aim} are done, and nobody has looked whether it is better."
