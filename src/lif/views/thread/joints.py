"""Where a thread breaks: what should hang below a thing and does not, is still to come, or is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from lif.calendars import parse_period, short_date
from lif.checks.assurance import evidence_of
from lif.checks.known import QUARTER_DAYS, reached, spoken_of
from lif.checks.recommended import made_on
from lif.measures.standing import due_on, state_on
from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning, Product
from lif.records.oversight import Challenge, Risk
from lif.records.reviews import Finding, Review
from lif.records.section11 import Section11Answer
from lif.records.voice import PractitionerIntelligence, Voice
from lif.register import Register
from lif.views.helped import helped_on
from lif.views.recommendations import recommendations
from lif.views.thread.pieces import Break

QUARTER = timedelta(days=QUARTER_DAYS)
"""How long a board that meets once a quarter may take before silence is a break."""


def joints_of(register: Register, address: str, below: tuple[str, ...], as_at: date) -> tuple[Break, ...]:
    """Every joint at one thing that is broken, still to come or settled; `below` is what hangs on it."""
    thing = register.get(address)
    look = _LOOK.get(type(thing))
    return tuple(look(register, address, thing, below, as_at)) if look else ()


def _broken(words: str) -> Break:
    return Break("broken", words)


def _by(day: date | None, as_at: date, words: str) -> Break:
    """Still to come until a day, and broken after it; without a day broken."""
    if day is None:
        return _broken(words)
    if day >= as_at:
        return Break("due", f"{words} yet; due {short_date(day)}")
    return _broken(f"{words}; it was due {short_date(day)}")


def _incident(
    register: Register, address: str, incident: Incident, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    if incident.decision is None:
        yield _broken("nobody has decided whether to notify it")
    elif incident.decision == "do-not-notify":
        yield Break("settled", "it was decided not to notify it")
    elif incident.notified is None or incident.notified > as_at:
        yield _broken("it was to be notified, and no day is recorded")
    elif incident.criteria_not_met_on and incident.criteria_not_met_on <= as_at:
        yield Break("settled", "the criteria were found not to be met, so that no review is due")
    elif not _any(register, below, Review):
        yield _broken("no review is recorded that followed it")


def _considered(
    register: Register, address: str, case: CaseConsidered, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    if case.decision is None or (case.decided and case.decided > as_at):
        yield _broken("nothing has been decided")
    elif case.decision == "no-review":
        yield Break("settled", "it was decided to hold no review")
    elif case.decision == "review" and not _any(register, below, Review):
        yield _broken("a review was decided on, and none is recorded")
    elif case.decision == "other-learning" and not (below or case.other_learning):
        yield _broken("other learning was decided on, and it does not say which")


def _review(
    register: Register, address: str, review: Review, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    days = reached(review, as_at)
    done = made_on(review)
    if done is None or done > as_at:
        planned = [one.planned for one in review.milestones if one.planned and one.step not in days]
        if "closed" not in days:
            yield (
                _by(max(planned, default=None), as_at, "it is not finished")
                if planned
                else Break("due", "it is not finished")
            )
        return
    if not review.findings and not review.recommendations and review.sort != "rapid-review":
        yield _broken("it is finished, and nothing is recorded that it found")
    if review.findings and not spoken_of(register, review.id, Learning, GoodPractice):
        yield _by(done + QUARTER, as_at, "no learning draws on it, and what it taught was not told")


def _audit(
    register: Register, address: str, audit: Audit, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    if audit.cancelled and audit.cancelled <= as_at:
        yield Break("settled", "it was given up")
        return
    if audit.reported is None or audit.reported > as_at:
        planned = audit.postponed[-1].to_quarter if audit.postponed else audit.planned
        yield _by(parse_period(planned).end, as_at, "it is not reported")
        return
    if not audit.findings and not audit.strengths and not audit.recommendations:
        yield _broken("it is reported, and nothing is recorded that it found")
    if audit.re_audit_due and not _any(register, below, Audit):
        yield _by(audit.re_audit_due, as_at, "no audit repeats it")


def _finding(
    register: Register, address: str, finding: Finding | AuditFinding, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    good = isinstance(finding, Finding) and finding.good_practice
    answered = _any(register, below, Recommendation, Action)
    if good and not _any(register, below, Learning, GoodPractice, Recommendation, Action):
        yield _broken("it is good practice, and nobody was told of it")
    elif not good and not answered:
        yield _broken("no recommendation and no action answers it")


def _recommendation(
    register: Register, address: str, one: Recommendation, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    line = next(iter(recommendations(register, as_at, address)), None)
    if line is None:
        return
    if line.overall == "not-accepted":
        yield Break("settled", "it was not accepted")
        return
    if not line.response:
        yield _by(line.made_on + QUARTER if line.made_on else None, as_at, "the board has not answered")
        return
    if not line.actions:
        yield _broken("no action answers it")
    elif line.missing:
        yield _broken(f"no action of {', '.join(line.missing)} answers it")


def _action(
    register: Register, address: str, action: Action, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    state = state_on(action, as_at)
    if state == "superseded":
        yield Break("settled", "another action took its place")
    elif state == "not-accepted":
        yield Break("settled", "it was not accepted")
    elif state in ("not-started", "in-progress"):
        yield _by(due_on(action, as_at), as_at, "it is not done")
    else:
        yield from _done(register, action, state, as_at)


def _done(register: Register, action: Action, state: str, as_at: date) -> Iterator[Break]:
    """Of an action that was reported done: evidence, a satisfied group, a look at whether it helped."""
    shown = [evidence for evidence in evidence_of(register, action) if evidence.on <= as_at]
    if not shown:
        yield _broken("it was reported done, and nothing shows it")
    if state == "reported-complete":
        if shown:
            yield Break("due", "no group has been satisfied that it is done")
        return
    if action.assurance is None or action.assurance.on > as_at:
        yield _broken("it does not say who was satisfied that it is done")
    yield from _helped(action, as_at)


def _helped(action: Action, as_at: date) -> Iterator[Break]:
    impact = action.impact
    match helped_on(action, as_at):
        case "no-day-set":
            yield _broken("no day is set to see whether it helped")
        case "overdue" | "not-yet-due":
            yield _by(impact.due if impact else None, as_at, "whether it helped was not looked at")
        case "not-shown" | "cannot-be-told" if impact and not impact.follows:
            yield _broken("it was not shown to have helped, and it does not say what follows")


def _learning(
    register: Register,
    address: str,
    learning: Learning | GoodPractice,
    below: tuple[str, ...],
    as_at: date,
) -> Iterator[Break]:
    if not learning.products:
        yield _by(learning.on + QUARTER, as_at, "there is no briefing, event or course that tells it")
    test = learning.test
    if test is None:
        yield _by(learning.on + QUARTER, as_at, "how it will be tested whether it landed is not set")
    elif test.checked_on is None or test.checked_on > as_at:
        yield _by(test.due, as_at, "whether it landed was not tested")
    elif test.result in ("not-landed", "cannot-be-told") and not test.follows:
        yield _broken("it did not land, and it does not say what follows")


def _product(
    register: Register, address: str, product: Product, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    if product.on is None or product.on > as_at:
        yield _by(product.due, as_at, "it is not out")
    elif not any(one.on <= as_at for one in product.reach):
        yield _by(product.on + timedelta(days=28), as_at, "whom it reached is not recorded")


def _voice(
    register: Register,
    address: str,
    voice: Voice | PractitionerIntelligence,
    below: tuple[str, ...],
    as_at: date,
) -> Iterator[Break]:
    done = voice.done is not None and (voice.done_on is None or voice.done_on <= as_at)
    if voice.no_change_reason:
        yield Break("settled", "it was decided to change nothing, and it says why")
        return
    if not done and not _any(register, below, Action, Learning):
        yield _by(voice.on + QUARTER, as_at, "nothing is recorded that was done about it")
    start = voice.done_on or voice.on
    if done and (voice.told_back_on is None or not start <= voice.told_back_on <= as_at):
        yield _by(start + QUARTER, as_at, "those who spoke were not told what was done")


def _challenge(
    register: Register, address: str, challenge: Challenge, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    if challenge.responded_on is None or challenge.responded_on > as_at:
        yield _by(challenge.response_due, as_at, "it was not answered")
    elif challenge.closed_on and challenge.closed_on <= as_at and challenge.impact is None:
        yield _broken("it was closed, and it does not say whether it made a difference")


def _risk(
    register: Register, address: str, risk: Risk, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    looks = [one.residual for one in risk.reviews if one.on <= as_at]
    now = looks[-1] if looks else risk.residual
    above = now.likelihood * now.impact > risk.target.likelihood * risk.target.impact
    if risk.closed_on and risk.closed_on <= as_at:
        yield Break("settled", "it was closed")
    elif above and not below and not risk.controls:
        yield _broken("it is above what the board can live with, and nothing is done against it")


def _answer(
    register: Register, address: str, answer: Section11Answer, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    score = answer.moderated_score or answer.self_score
    if score in ("partly-met", "not-met") and not below:
        yield _broken(f"it is {score.replace('-', ' ')}, and no action came of it")


def _inspection(
    register: Register, address: str, inspection: Inspection, below: tuple[str, ...], as_at: date
) -> Iterator[Break]:
    published = inspection.published is not None and inspection.published <= as_at
    answered = inspection.responded_on is not None and inspection.responded_on <= as_at
    if published and inspection.response_due and not answered:
        yield _by(inspection.response_due, as_at, "the response was not sent")


def _any(register: Register, addresses: tuple[str, ...], *kinds: type[Any]) -> bool:
    return any(isinstance(register.get(one), kinds) for one in addresses)


_LOOK: Mapping[type[Any], Callable[[Register, str, Any, tuple[str, ...], date], Iterator[Break]]] = {
    Incident: _incident,
    CaseConsidered: _considered,
    Review: _review,
    Audit: _audit,
    Finding: _finding,
    AuditFinding: _finding,
    Recommendation: _recommendation,
    Action: _action,
    Learning: _learning,
    GoodPractice: _learning,
    Product: _product,
    Voice: _voice,
    PractitionerIntelligence: _voice,
    Challenge: _challenge,
    Risk: _risk,
    Section11Answer: _answer,
    Inspection: _inspection,
}
