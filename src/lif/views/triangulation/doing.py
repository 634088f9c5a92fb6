"""What is done about a topic: training, learning, actions, and what the board watches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lif.calendars import long_date, parse_period
from lif.records.actions import Action
from lif.records.evidence import Evidence
from lif.records.learning import GoodPractice, LandingTest, Learning
from lif.records.oversight import Challenge, EscalationCount, Escalations, Risk
from lif.records.training import Course, Evaluation, TrainingSession
from lif.views.actions import STANDINGS, action_line, seen_on, standing_on
from lif.views.called import agency_called, called_at
from lif.views.coverage.days import looked_at, taught
from lif.views.coverage.leanings import IMPACT, by_impact, by_strength
from lif.views.coverage.pieces import Leaning, Sort
from lif.views.helped import helped_on
from lif.views.shown import flowing
from lif.views.triangulation.entries import Entry, Panel, Source
from lif.views.triangulation.topic import Topic

_LEVELS = {
    "reaction": "What they thought of it",
    "learning": "What they learned",
    "behaviour": "What they do differently",
    "results": "What changed for children",
}
_LANDED: dict[str | None, Leaning] = {"landed": "for", "partly-landed": "mixed", "not-landed": "against"}
_SHOWS: dict[Leaning, str] = {
    "for": "supports it",
    "mixed": "says both",
    "against": "speaks against it",
}
_PANEL_OF: dict[Sort, Source] = {
    "numbers": "numbers",
    "audit": "audits",
    "review": "reviews",
    "voice": "children-and-parents",
    "workforce": "practitioners",
    "document": "other",
    "observation": "other",
}
"""The panel in which a record of evidence stands, by its kind."""


def training(topic: Topic) -> Panel:
    """Every course on the topic with its sessions, and the newest evaluation at each of four levels."""
    entries = [_course(topic, course) for course in topic.all(Course)]
    return Panel("training", "Training", tuple(_newest(entries)), "No course is on it.")


def learning(topic: Topic) -> Panel:
    """What was learned and what works well: told to whom, and whether it landed."""
    kinds: tuple[Learning | GoodPractice, ...] = (*topic.all(Learning), *topic.all(GoodPractice))
    entries = [_learned(topic, one) for one in kinds if one.on <= topic.as_at]
    nothing = "Nothing was recorded as learned, or as working well."
    return Panel("learning", "Learning and good practice", tuple(_newest(entries)), nothing)


def actions(topic: Topic) -> Panel:
    """Every action on the topic: where it stands, and whether it was seen to help."""
    found = [one for one in topic.all(Action) if one.agreed_on <= topic.as_at]
    lines = [_action(topic, one) for one in found]
    stood = Counter(action_line(topic.register, one, topic.as_at).standing for one in found)
    counts = ", ".join(f"{stood[each]} {each.replace('-', ' ')}" for each in STANDINGS if stood[each])
    unseen = [one for one in found if _nobody_looked(one, topic.as_at)]
    head = f"By where they stand: {counts}." if counts else ""
    more = (
        f"{_of(unseen, found)} been looked at for whether {_they(found)} helped, and no day is ahead.",
    ) * bool(unseen)
    return Panel("actions", "Actions", tuple(_newest(lines)), "No action is about it.", more, head)


def _nobody_looked(action: Action, as_at: date) -> bool:
    """Whether an action that is wanted has not been looked at, and nobody is about to."""
    wanted = standing_on(action, as_at) not in ("superseded", "not-accepted")
    return wanted and helped_on(action, as_at) in ("overdue", "no-day-set")


def _they(every: list[Action]) -> str:
    return "it" if len(every) == 1 else "they"


def _of(some: list[Action], every: list[Action]) -> str:
    """`3 of 6 actions have not`, for the beginning of a sentence."""
    verb = "has" if len(some) == 1 else "have"
    return f"{len(some)} of {len(every)} action{'' if len(every) == 1 else 's'} {verb} not"


def watch(topic: Topic) -> Panel:
    """Open risks, challenges, and escalations as counts."""
    entries = [
        *(_risk(topic, one) for one in topic.all(Risk) if one.opened <= topic.as_at),
        *(_challenge(topic, one) for one in topic.all(Challenge) if one.on <= topic.as_at),
        *(entry for one in topic.all(Escalations) if (entry := _escalated(topic, one))),
    ]
    nothing = "No risk, challenge or escalation is recorded on it."
    return Panel("watch", "Risks, challenges and escalations", tuple(_newest(entries)), nothing)


def evidence(topic: Topic) -> Iterator[tuple[Source, Entry]]:
    """Records of evidence on the topic, each with the panel that it belongs to."""
    for one in topic.all(Evidence):
        if one.on <= topic.as_at:
            by = f"Supplied by {agency_called(topic.register, one.supplied_by)}." if one.supplied_by else ""
            facts = tuple(filter(None, (flowing(one.text), by)))
            leaning = by_strength(topic.register, one, None)
            why = _SHOWS[leaning]
            yield (
                _PANEL_OF[one.sort],
                Entry(one.id, one.kind, one.title, one.on, facts, (), leaning, why, one.illustrative),
            )


def _newest(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-(entry.on or date.min).toordinal(), entry.record))


def _course(topic: Topic, course: Course) -> Entry:
    sessions = [
        one
        for tie in topic.register.links_to(course.id)
        if (one := topic.register.find(TrainingSession, tie.source))
        and one.on <= topic.as_at
        and not (one.cancelled_on and one.cancelled_on <= topic.as_at)
    ]
    came = sum(place.attended + place.walk_ins for one in sessions for place in one.places)
    facts = [f"Held {len(sessions)} times; {came} people came." if sessions else "Not held yet."]
    for level, words in _LEVELS.items():
        known = [one for one in course.evaluations if one.level == level and one.on <= topic.as_at]
        newest = max(known, key=lambda one: one.on, default=None)
        facts.append(f"{words}: {_evaluated(newest)}" if newest else f"{words}: not looked at.")
    on = taught(topic.register, course, None, topic.as_at)
    return Entry(course.id, course.kind, course.title, on, tuple(facts), illustrative=course.illustrative)


def _evaluated(one: Evaluation) -> str:
    """What one level of evaluation says, with how many answered."""
    counts = f"{one.positive} of {one.answered} yes" if None not in (one.positive, one.answered) else ""
    asked = f" ({one.asked} asked)" if counts and one.asked is not None else ""
    said = flowing(one.text)
    return f"{one.question} " + ". ".join(filter(None, (f"{counts}{asked}", said.rstrip(".")))) + "."


def _learned(topic: Topic, one: Learning | GoodPractice) -> Entry:
    out = [product for product in one.products if product.on and product.on <= topic.as_at]
    facts = [flowing(one.text), f"Told in {len(out)} of {len(one.products)} forms planned."]
    result, why = _landing(topic, one.test)
    facts.append(f"Did it land? {why or 'Not known yet.'}")
    on = max((product.on for product in out if product.on), default=one.on)
    seen = one.test.checked_on if result != "silent" and one.test and one.test.checked_on else on
    return Entry(
        one.id,
        one.kind,
        one.title,
        max(on, seen),
        tuple(facts),
        (),
        result,
        why.lower().rstrip("."),
        one.illustrative,
    )


def _landing(topic: Topic, test: LandingTest | None) -> tuple[Leaning, str]:
    """What the test of whether it landed says, once it was done."""
    if test is None or test.checked_on is None or test.checked_on > topic.as_at or test.result is None:
        return "silent", ""
    words = test.result.replace("-", " ").capitalize()
    return _LANDED.get(test.result, "silent"), f"{words}."


def _action(topic: Topic, action: Action) -> Entry:
    seen = seen_on(action, topic.as_at)
    line = action_line(topic.register, action, topic.as_at)
    helped = helped_on(action, topic.as_at).replace("-", " ")
    facts = [
        f"{line.standing.replace('-', ' ').capitalize()}, due {long_date(line.due)}, {line.owner_name}.",
        f"Did it help? {helped.capitalize()}.",
    ]
    if seen.impact and seen.impact.checked_on and seen.impact.text:
        facts.append(flowing(seen.impact.text))
    leaning = by_impact(topic.register, seen, None)
    on = looked_at(topic.register, seen, None, topic.as_at)
    last = max((step.on for step in seen.steps), default=action.agreed_on)
    why = f"it helped: {helped}" if leaning != "silent" else ""
    return Entry(
        action.id, action.kind, action.title, on or last, tuple(facts), (), leaning, why, action.illustrative
    )


def _risk(topic: Topic, risk: Risk) -> Entry:
    looks = [look for look in risk.reviews if look.on <= topic.as_at]
    last = looks[-1] if looks else None
    rating = last.residual if last else risk.residual
    closed = risk.closed_on is not None and risk.closed_on <= topic.as_at
    score = rating.likelihood * rating.impact
    target = risk.target.likelihood * risk.target.impact
    facts = (
        f"Risk: {flowing(risk.event)}",
        f"Stands at {score} of 25 ({rating.likelihood} × {rating.impact}); the board can live with {target}.",
        *(("Closed.",) if closed else ()),
    )
    return Entry(
        risk.id,
        risk.kind,
        risk.title,
        last.on if last else risk.opened,
        facts,
        illustrative=risk.illustrative,
    )


def _challenge(topic: Topic, one: Challenge) -> Entry:
    answered = one.responded_on is not None and one.responded_on <= topic.as_at
    closed = one.closed_on is not None and one.closed_on <= topic.as_at
    to = ", ".join(agency_called(topic.register, agency) for agency in one.to)
    reply = flowing(one.response) if answered else "not answered yet"
    facts = [f"Challenge to {to}: {flowing(one.text)}", f"Answer: {reply}"]
    leaning: Leaning = IMPACT.get(one.impact, "silent") if closed else "silent"
    if closed and one.impact:
        facts.append(f"Did it make a difference? {one.impact.replace('-', ' ').capitalize()}.")
    why = f"difference {(one.impact or '').replace('-', ' ')}" if leaning != "silent" else ""
    on = one.closed_on if closed and one.closed_on else one.on
    return Entry(one.id, one.kind, one.title, on, tuple(facts), (), leaning, why, one.illustrative)


def _escalated(topic: Topic, one: Escalations) -> Entry | None:
    counts = topic.named(one, one.counts)
    if one.received is None or one.received > topic.as_at or not counts:
        return None
    name = f"Escalations, {called_at(topic.register, one.group)}, {one.quarter}"
    facts = tuple(_stage(each) for each in counts)
    end = parse_period(one.quarter).end
    return Entry(one.id, one.kind, name, min(end, one.received), facts, illustrative=one.illustrative)


def _stage(each: EscalationCount) -> str:
    return f"Stage {each.stage}: {each.raised} raised, {each.resolved} resolved at that stage."
