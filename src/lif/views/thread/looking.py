"""Where a thread breaks on the way from a case to the board's response to a recommendation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.known import known_for
from lif.checks.recommended import made_on
from lif.checks.review_learning import LEARNED_DAYS
from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import Duty
from lif.records.learning import GoodPractice, Learning, Passage
from lif.records.record import Item, Record
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.records.training import TrainingPlan
from lif.views.audits import quarters_on, repeat_of, stage_on
from lif.views.thread import ways
from lif.views.thread.asking import Look
from lif.views.thread.days import known_on
from lif.views.thread.pieces import Break

RAPID_REVIEW = "duty-rapid-review"
"""The duty that says which incidents a rapid review follows, and by when."""
_FROM_A_CASE = ("serious-case-review", "rapid-review", "local-child-safeguarding-practice-review")
"""Sorts of review that always begin with a case."""
_ELSEWHERE = ("rapid-review", "national-review", "peer-review")
"""Sorts of review that may be whole without a finding here: what they found may stand elsewhere."""
_TELLS: tuple[type[Record], ...] = (Learning, GoodPractice, Passage, TrainingPlan)
"""Kinds that take up what a review or an audit taught."""


def incident(look: Look, one: Incident) -> Iterator[Break]:
    """An incident is notified by its day, and leads to a rapid review where the law asks for one."""
    decided = one.decision if one.considered_on is None or look.past(one.considered_on) else None
    due = look.asking.due_by("notified", one.id)
    if decided is None:
        yield look.by(due, "nobody has decided whether to notify it")
    elif decided == "notify" and not look.past(one.notified):
        yield look.by(due, "it was to be notified, and no day is recorded")
    elif look.came(Review):
        return
    elif decided == "do-not-notify":
        yield Break("settled", "it was decided not to notify it")
    elif look.past(one.criteria_not_met_on):
        yield Break("settled", "the criteria were found not to be met, so that no review is due")
    else:
        yield _rapid_review(look, one)


def _rapid_review(look: Look, one: Incident) -> Break:
    """The rapid review that is missing, by the day that the duty sets; some deaths are only notified."""
    duty = look.asking.register.find(Duty, RAPID_REVIEW)
    sorts = (
        {sort for clock in duty.clocks if clock.of == "incident" for sort in clock.sorts} if duty else set()
    )
    if sorts and one.sort not in sorts:
        return Break(
            "settled", f"a {one.sort.replace('-', ' ')} is notified, and no review is due for that alone"
        )
    words, due = "no review is recorded that followed it", look.asking.due_by("rapid-review", one.id)
    return look.by(due, words, Review) if due else look.within(one.notified, words, Review)


def considered(look: Look, case: CaseConsidered) -> Iterator[Break]:
    """A case that was considered leads to what was decided."""
    day = case.decided or case.considered
    if case.decision is None or not (day is None or look.past(day)):
        yield look.within(case.considered or case.referred, "nothing has been decided")
    elif case.decision == "no-review":
        yield Break("settled", "it was decided to hold no review")
    elif case.decision == "review" and not look.came(Review):
        yield look.broken("a review was decided on, and none is recorded", Review)
    elif case.decision == "other-learning" and not (look.below or case.other_learning):
        yield look.broken("other learning was decided on, and it does not say which")


def review(look: Look, one: Review) -> Iterator[Break]:
    """A review comes from a case, ends, finds something, and what it taught is told."""
    if one.sort in _FROM_A_CASE and not look.led(Incident, CaseConsidered, Review):
        yield look.broken("nothing says which case it came from", Incident, CaseConsidered, Review)
    done = made_on(one)
    if not look.past(done):
        yield _unfinished(look, one)
        return
    if not one.findings and not one.recommendations and not look.came(Review) and one.sort not in _ELSEWHERE:
        yield look.broken("it is finished, and nothing is recorded that it found")
    wants = bool(one.findings) and not one.shared_meanwhile and not known_for(done, look.as_at, LEARNED_DAYS)
    if wants and not _told(look):
        yield look.within(done, "no learning draws on it, and what it taught was not told", *_TELLS)


def _unfinished(look: Look, one: Review) -> Break:
    """By the day on which it is to be complete: planned, or else set by law."""
    planned = {step.step: step.planned for step in one.milestones if step.planned}
    due = planned.get("completed") or planned.get("report-to-board")
    if due is None and one.sort == "rapid-review":
        due = look.asking.due_by("rapid-review", one.id, one.incident or one.id)
    due = due or look.asking.due_by("completed", one.id)
    return look.by(due, "it is not finished") if due else Break("due", "it is not finished")


def _told(look: Look) -> bool:
    """Whether learning, a passage or a training need of the day draws on a record or anything in it."""
    register = look.asking.register
    sources = (tie.source for tie in register.links_into(look.address))
    return any(
        isinstance(register.get(one), _TELLS) and known_on(register, one, look.as_at) for one in sources
    )


def audit(look: Look, one: Audit) -> Iterator[Break]:
    """An audit is reported, finds something, what it found is told, and it is held again."""
    stage, _ = stage_on(look.asking.register, one, look.as_at)
    end = quarters_on(one, look.as_at)[1].end
    if stage == "given-up":
        yield Break("settled", "it was given up")
    elif stage in ("planned", "late"):
        yield look.by(end, "it is not reported")
    elif stage in ("in-the-field", "moderation"):
        where = "in the field" if stage == "in-the-field" else "being moderated"
        yield look.by(end, f"it is {where}, and not reported")
    else:
        yield from _reported(look, one)


def _reported(look: Look, one: Audit) -> Iterator[Break]:
    """Of a re-audit that is in the calendar nothing is said here: it stands below and says it itself."""
    if not (one.findings or one.strengths or one.recommendations):
        yield look.broken("it is reported, and nothing is recorded that it found")
    if one.findings and not known_for(one.reported, look.as_at, LEARNED_DAYS) and not _told(look):
        yield look.within(one.reported, "no learning draws on it, and what it taught was not told", *_TELLS)
    if repeat_of(look.asking.register, one, look.as_at):
        return
    if one.re_audit_due:
        yield look.by(one.re_audit_due, "no audit repeats it", Audit)
    elif one.findings and one.sort != "re-audit":
        yield Break("due", "no day is set to repeat it")


def inspection(look: Look, one: Inspection) -> Iterator[Break]:
    """An inspection is published, and answered by the day that it sets."""
    if not look.past(one.published):
        yield Break("due", "its report is not out")
    elif one.response_due and not look.past(one.responded_on):
        yield look.by(one.response_due, "the response was not sent")


def scrutiny(look: Look, one: Scrutiny) -> Iterator[Break]:
    """Scrutiny is reported, and answered by the day that is set."""
    if not look.past(one.reported):
        yield (
            look.by(one.planned, "it is not reported") if one.planned else Break("due", "it is not reported")
        )
    elif one.response_due and not look.past(one.responded_on):
        yield look.by(one.response_due, "the response was not given")


def finding(look: Look, one: Finding | AuditFinding) -> Iterator[Break]:
    """What must improve is answered; what works well is told. A strength of an audit wants neither."""
    if look.asking.register.item_path(look.address)[0] == "strengths":
        return
    if isinstance(one, Finding) and one.good_practice:
        if not look.came(Learning, GoodPractice, Passage, Recommendation, Action):
            yield look.broken("it is good practice, and nobody was told of it", Learning, GoodPractice)
    elif not look.came(Recommendation, Action) and not _acted_on_learning(look):
        yield look.broken("no recommendation and no action answers it", Action)


def _acted_on_learning(look: Look) -> bool:
    """Whether an action came of learning that was drawn from it."""
    register = look.asking.register
    drawn = (one for one in look.below if isinstance(look.asking.get(one), Learning))
    return any(
        isinstance(register.get(step), Action) and known_on(register, step, look.as_at)
        for one in drawn
        for step in ways.below(register, one)
    )


def recommendation(look: Look, one: Recommendation) -> Iterator[Break]:
    """A recommendation answers a finding, is answered, and each agency it is addressed to acts."""
    record, line = look.asking.record(look.address), look.asking.recommendation(look.address)
    if line is None:
        return
    if not one.finding and isinstance(record, Review | Audit | Scrutiny) and record.findings:
        yield look.broken("it does not say which finding it answers")
    if line.overall == "not-accepted":
        yield Break("settled", "it was not accepted")
        return
    whole = isinstance(record, Inspection | Scrutiny) and look.past(record.responded_on)
    if not line.response and not whole:
        yield from _unanswered(look, record, line.made_on)
    elif not line.actions:
        yield look.broken("no action answers it", Action)
    if line.actions and line.missing:
        yield look.broken(f"no action of {', '.join(line.missing)} answers it", Action)


def _unanswered(look: Look, record: Record | Item, made: date | None) -> Iterator[Break]:
    """The response that is missing; where the whole record has a day for it, that says so."""
    if isinstance(record, Inspection | Scrutiny) and record.response_due:
        return
    planned = None
    if isinstance(record, Review):
        steps = (step for step in record.milestones if step.step == "board-response")
        planned = next((step.planned for step in steps if step.planned), None)
    words = "the board has not answered"
    yield look.by(planned, words) if planned else look.within(made, words)
