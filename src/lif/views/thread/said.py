"""Where each thing along a thread stands, in words, by what was known on the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lif.calendars import long_date, short_date
from lif.measures.judged import judged
from lif.records.actions import Action
from lif.records.audits import Audit, Recommendation
from lif.records.evidence import Evidence
from lif.records.incidents import CaseConsidered, Incident
from lif.records.indicators import Indicator
from lif.records.learning import Product
from lif.records.oversight import Challenge, Escalations
from lif.records.publications import PlanLine, Publication
from lif.records.record import Record
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.records.section11 import Section11Answer, Section11Return
from lif.records.training import TrainingSession
from lif.views.actions import action_line
from lif.views.audits import quarters_on, stage_on
from lif.views.came_of import many
from lif.views.movement import moved_since
from lif.views.shown import flowing, shown
from lif.views.signs import changing
from lif.views.thread.asking import Asking


def said_of(asking: Asking, address: str, since: date | None) -> tuple[str, bool]:
    """Where a thing stands, in words, and whether a figure in it is illustrative.

    The words are empty where its name says all. An indicator is told since a day, where one is given: that
    of the action or the learning it hangs on.
    """
    thing = asking.get(address)
    if isinstance(thing, Indicator):
        return _indicator(asking, thing, since)
    if retired := _retired(asking, address):
        return retired, False
    tell = _TELL.get(type(thing))
    return tell(asking, address, thing) if tell else "", False


def score_on(asking: Asking, record: Record, one: Section11Answer) -> str:
    """The moderated score of an answer once it was moderated, and the agency's own before; or nothing."""
    moderated = isinstance(record, Section11Return) and asking.past(record.moderated)
    return (one.moderated_score if moderated else None) or one.self_score or ""


def _retired(asking: Asking, address: str) -> str:
    """Since when a thing, or the record it stands in, counts no longer, and why."""
    for one in (asking.get(address), asking.record(address)):
        if one is not None and one.retired and asking.past(one.retired.on):
            return f"retired on {long_date(one.retired.on)}: {flowing(one.retired.reason).rstrip('.')}"
    return ""


def _indicator(asking: Asking, one: Indicator, since: date | None) -> tuple[str, bool]:
    if since is not None:
        movement = moved_since(asking.register, asking.figures, one.id, since, asking.as_at)
        return (movement.said, movement.illustrative) if movement else ("", False)
    for measure in one.measures:
        series = asking.figures.find(f"{one.id}/{measure.id}")
        found = (
            judged(asking.register, series, asking.as_at, asking.as_at, asking.figures) if series else None
        )
        if found and found.latest:
            now = shown(one, found.latest, asking.as_at)
            return f"{now.told} in {now.period}. {changing(found).words}.", found.latest.illustrative
    return "There is no figure of it.", False


def _action(asking: Asking, address: str, action: Action) -> str:
    line = action_line(asking.register, action, asking.as_at)
    late = f" by {many(line.days_overdue, 'day')}" if line.days_overdue else ""
    stands = f"{line.standing.replace('-', ' ')}{late}; due {short_date(line.due)}"
    moved = f", moved {many(line.slips, 'time')}" if line.slips else ""
    return f"{stands}{moved}; {line.owner_name}"


def _recommendation(asking: Asking, address: str, one: Recommendation) -> str:
    line = asking.recommendation(address)
    if line is None:
        return ""
    response = line.response.replace("-", " ") if line.response else "no response yet"
    when = f" on {short_date(line.responded_on)}" if line.responded_on else ""
    overall = "" if line.overall in ("unanswered", "not-accepted") else f"; {line.overall.replace('-', ' ')}"
    return f"{response}{when}{overall}"


def _review(asking: Asking, address: str, review: Review) -> str:
    reached = [one for one in review.milestones if one.on and asking.past(one.on)]
    last = max(reached, key=lambda one: one.on or date.min, default=None)
    stage = f"{last.step.replace('-', ' ')} {short_date(last.on)}" if last and last.on else "not begun"
    return f"{review.sort.replace('-', ' ')}; {stage}"


def _audit(asking: Asking, address: str, audit: Audit) -> str:
    stage, on = stage_on(asking.register, audit, asking.as_at)
    if stage in ("planned", "late"):
        late = ", and not begun" if stage == "late" else ""
        said = f"planned for {quarters_on(audit, asking.as_at)[1].label}{late}"
    elif stage in ("in-the-field", "moderation", "given-up"):
        said = f"{stage.replace('-', ' ')} since {short_date(on)}" if on else stage
    else:
        said = f"reported {short_date(audit.reported)}" if audit.reported else "reported"
    return f"{audit.sort.replace('-', ' ')}; {said}"


def _scrutiny(asking: Asking, address: str, one: Scrutiny) -> str:
    if one.reported and asking.past(one.reported):
        return f"reported {short_date(one.reported)}"
    return f"planned for {short_date(one.planned)}" if one.planned else "not reported"


def _incident(asking: Asking, address: str, incident: Incident) -> str:
    parts = [("aware", incident.aware), ("notified", incident.notified)]
    days = [f"{word} {short_date(day)}" for word, day in parts if day and asking.past(day)]
    return "; ".join((incident.sort.replace("-", " "), *days))


def _considered(asking: Asking, address: str, case: CaseConsidered) -> str:
    day = case.decided or case.considered
    return (case.decision or "").replace("-", " ") if day is None or asking.past(day) else ""


def _evidence(asking: Asking, address: str, evidence: Evidence) -> str:
    words = {"supports": "", "mixed": "says mixed things", "contradicts": "speaks against it"}
    return "; ".join(filter(None, (f"{evidence.sort}, {short_date(evidence.on)}", words[evidence.strength])))


def _product(asking: Asking, address: str, product: Product) -> str:
    sort = product.sort.replace("-", " ")
    if product.on is None or not asking.past(product.on):
        return f"{sort}; planned" + (f" for {short_date(product.due)}" if product.due else "")
    reached = [one for one in product.reach if asking.past(one.on)]
    agencies = len({one.agency for one in reached})
    people = sum(one.people or 0 for one in reached)
    reach = (
        f"reached {agencies} {'agency' if agencies == 1 else 'agencies'}" if agencies else "nobody on record"
    )
    return f"{sort}; out {short_date(product.on)}; {reach}" + (f", {people:,} people" if people else "")


def _session(asking: Asking, address: str, session: TrainingSession) -> str:
    if asking.past(session.cancelled_on):
        return "called off"
    if not asking.past(session.on):
        return f"planned, {session.capacity} places"
    there = sum(one.attended + one.walk_ins for one in session.places)
    return f"{there} of {session.capacity} places taken" if session.places else "places not entered"


def _challenge(asking: Asking, address: str, challenge: Challenge) -> str:
    if challenge.closed_on and asking.past(challenge.closed_on):
        impact = f"; impact {challenge.impact.replace('-', ' ')}" if challenge.impact else ""
        return f"closed {short_date(challenge.closed_on)}{impact}"
    return "answered" if asking.past(challenge.responded_on) else "not answered"


def _escalations(asking: Asking, address: str, record: Escalations) -> str:
    raised = sum(one.raised for one in record.counts)
    return "none raised" if record.none_raised else f"{raised} raised" if record.counts else ""


def _publication(asking: Asking, address: str, record: Publication) -> str:
    if record.published and asking.past(record.published):
        return f"published {short_date(record.published)}"
    return f"planned for {short_date(record.planned)}" if record.planned else "planned"


def _plan_line(asking: Asking, address: str, one: PlanLine) -> str:
    seen = one.effect is not None and (one.effect_on is None or asking.past(one.effect_on))
    return f"effect {str(one.effect).replace('-', ' ')}" if seen else ""


def _answer(asking: Asking, address: str, one: Section11Answer) -> str:
    return score_on(asking, asking.record(address), one).replace("-", " ")


_TELL: Mapping[type[Any], Callable[[Asking, str, Any], str]] = {
    Action: _action,
    Recommendation: _recommendation,
    Review: _review,
    Audit: _audit,
    Scrutiny: _scrutiny,
    Incident: _incident,
    CaseConsidered: _considered,
    Evidence: _evidence,
    Product: _product,
    TrainingSession: _session,
    Challenge: _challenge,
    Escalations: _escalations,
    Publication: _publication,
    PlanLine: _plan_line,
    Section11Answer: _answer,
}
