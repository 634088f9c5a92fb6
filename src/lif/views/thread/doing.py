"""Where a thread breaks from an action on: evidence, assurance, impact, learning told and tested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import parse_period
from lif.checks.assurance import evidence_of
from lif.checks.awaiting import ASSURANCE_DAYS, EVIDENCE_DAYS
from lif.measures.standing import due_on, state_on, step_on
from lif.records.actions import Action
from lif.records.evidence import Evidence
from lif.records.learning import GoodPractice, Learning, Passage, Product
from lif.records.oversight import Challenge, Risk
from lif.records.publications import ImprovementPlan, PlanLine
from lif.records.section11 import Section11Answer, Section11Return
from lif.records.training import Course, TrainingSession
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, Voice
from lif.views.helped import helped_on
from lif.views.thread.asking import Look
from lif.views.thread.pieces import Break
from lif.views.thread.said import score_on


def action(look: Look, one: Action) -> Iterator[Break]:
    """An action is done, shown, assured by others than its owner, and looked at for whether it helped."""
    state = state_on(one, look.as_at)
    if state == "superseded":
        yield Break("settled", "another action took its place")
        return
    if state == "not-accepted":
        yield Break("settled", "it was not accepted")
        return
    if one.success_indicator is None and one.success_measure is None:
        yield look.broken("nothing says how it will be seen that it worked")
    if state in ("not-started", "in-progress"):
        yield look.by(due_on(one, look.as_at), "it is not done")
    else:
        yield from _done(look, one, state)


def _done(look: Look, one: Action, state: str) -> Iterator[Break]:
    """Of an action that was reported done: evidence, a satisfied group, a look at whether it helped."""
    step = step_on(one, look.as_at)
    since = step.on if step else None
    shown = any(look.past(evidence.on) for evidence in evidence_of(look.asking.register, one))
    words = "it was reported done, and nothing shows it"
    if state == "reported-complete":
        if shown:
            assured = "no group has been satisfied that it is done"
            yield look.within(since, assured, days=ASSURANCE_DAYS)
        else:
            yield look.within(since, words, Evidence, days=EVIDENCE_DAYS)
        return
    if not shown:
        yield look.broken(words, Evidence)
    if one.assurance is None or not look.past(one.assurance.on):
        yield look.broken("it does not say who was satisfied that it is done")
    yield from _helped(look, one, None if state == "closed" else since)


def _helped(look: Look, one: Action, since: date | None) -> Iterator[Break]:
    """A day to look is set within a quarter of `since`; a closed action has it already."""
    impact = one.impact
    match helped_on(one, look.as_at):
        case "no-day-set":
            yield look.within(since, "no day is set to see whether it helped")
        case "overdue" | "not-yet-due":
            yield look.by(impact.due if impact else None, "whether it helped was not looked at")
        case "not-shown" | "cannot-be-told" if impact and not impact.follows:
            yield look.broken("it was not shown to have helped, and it does not say what follows")
        case "partly-shown" if impact and not impact.follows:
            yield look.broken("it was shown to have helped only in part, and it does not say what follows")


def learning(look: Look, one: Learning | GoodPractice) -> Iterator[Break]:
    """What was learned is told, and it is tested whether it landed."""
    if not one.products and not look.came(Course, Passage):
        yield look.within(
            one.on, "there is no briefing, event, course or passage that tells it", Course, Passage
        )
    for address in look.below:
        course = look.asking.get(address)
        if isinstance(course, Course):
            yield from _taught(look, course, one.on)
    test = one.test
    if test is None:
        yield look.within(one.on, "how it will be tested whether it landed is not set")
    elif not look.past(test.checked_on):
        yield look.by(test.due, "whether it landed was not tested")
    elif test.result in ("not-landed", "cannot-be-told") and not test.follows:
        yield look.broken("it did not land, and it does not say what follows")
    elif test.result == "partly-landed" and not test.follows:
        yield look.broken("it landed only in part, and it does not say what follows")


def _taught(look: Look, course: Course, since: date) -> Iterator[Break]:
    """A session is held after the learning was known; a course that has no sessions is not asked."""
    every = [one for one in look.asking.register.all(TrainingSession) if one.course == course.id]
    later = [one for one in every if one.on >= since and not look.past(one.cancelled_on)]
    if not every or any(look.past(one.on) for one in later):
        return
    words = f"nobody was taught it at a session of '{course.title}'"
    ahead = min((one.on for one in later), default=None)
    yield look.by(ahead, words) if ahead else look.within(since, words, TrainingSession)


def product(look: Look, one: Product) -> Iterator[Break]:
    """A product goes out and reaches agencies."""
    if look.past(one.on) and one.on:
        if not any(look.past(each.on) for each in one.reach):
            yield look.within(one.on, "whom it reached is not recorded", days=EVIDENCE_DAYS)
    elif one.due:
        yield look.by(one.due, "it is not out")
    else:
        record = look.asking.record(look.address)
        yield look.within(record.on if isinstance(record, Learning | GoodPractice) else None, "it is not out")


def voice(look: Look, one: Voice | PractitionerIntelligence) -> Iterator[Break]:
    """What was said leads to something done, and those who said it are told; praise asks for nothing."""
    if one.no_change_reason:
        yield Break("settled", "it was decided to change nothing, and it says why")
        return
    done = one.done is not None and (one.done_on is None or look.past(one.done_on))
    start = one.done_on or one.on
    told = look.past(one.told_back_on) and one.told_back_on is not None and one.told_back_on >= start
    if done and not told:
        yield look.within(start, "those who spoke were not told what was done")
    elif not done and one.direction != "good" and not look.came(Action, Learning):
        yield look.within(one.on, "nothing is recorded that was done about it", Action, Learning)


def complaints(look: Look, one: ComplaintsAndCompliments) -> Iterator[Break]:
    """Complaints that were upheld lead to something learned or done."""
    if one.upheld and not one.text and not look.came(Action, Learning):
        since = one.received or parse_period(one.period).end
        yield look.within(since, "complaints were upheld, and nothing was learned or done", Action, Learning)


def challenge(look: Look, one: Challenge) -> Iterator[Break]:
    """A challenge is answered, and it is seen whether it made a difference."""
    if not look.past(one.responded_on):
        words = "it was not answered"
        yield look.by(one.response_due, words) if one.response_due else look.within(one.on, words)
    elif look.past(one.closed_on) and one.impact is None:
        yield look.broken("it was closed, and it does not say whether it made a difference")


def risk(look: Look, one: Risk) -> Iterator[Break]:
    """A risk above what the board can live with has something against it."""
    looks = [each.residual for each in one.reviews if look.past(each.on)]
    now = looks[-1] if looks else one.residual
    above = now.likelihood * now.impact > one.target.likelihood * one.target.impact
    if look.past(one.closed_on):
        yield Break("settled", "it was closed")
    elif above and not look.below and not one.controls:
        yield look.broken("it is above what the board can live with, and nothing is done against it", Action)


def answer(look: Look, one: Section11Answer) -> Iterator[Break]:
    """What an agency does not fully meet leads to an action, unless it answered the question again since."""
    record = look.asking.record(look.address)
    score = score_on(look.asking, record, one)
    if score not in ("partly-met", "not-met") or look.below or not isinstance(record, Section11Return):
        return
    if again := _answered_again(look, record, one):
        yield Break("settled", f"the question was answered again in {again.cycle}")
        return
    moderated = record.moderated if look.past(record.moderated) else None
    words = f"it is {score.replace('-', ' ')}, and no action came of it"
    yield look.within(moderated or record.submitted, words, Action)


def _answered_again(look: Look, record: Section11Return, one: Section11Answer) -> Section11Return | None:
    """A later return of the same agency that had answered the same question by the day."""
    later = (
        each
        for each in look.asking.register.all(Section11Return)
        if each.agency == record.agency and each.opened > record.opened and look.past(each.submitted)
    )
    return next(
        (each for each in later if any(theirs.question == one.question for theirs in each.answers)), None
    )


def plan_line(look: Look, one: PlanLine) -> Iterator[Break]:
    """An aim of the improvement plan is looked at by the end of the plan."""
    plan = look.asking.record(look.address)
    seen = one.effect is not None and (one.effect_on is None or look.past(one.effect_on))
    if not seen and isinstance(plan, ImprovementPlan):
        yield look.by(parse_period(plan.period).end, "whether it is better was not looked at")
