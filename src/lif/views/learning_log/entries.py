"""One thing that was learned, asked three things: what is to be learnt, where, and whether action lasts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding, Recommendation
from lif.records.learning import Learning
from lif.records.record import stands
from lif.records.reviews import Finding, Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register
from lif.views.actions import ActionLine, action_line
from lif.views.called import agency_called, called_at
from lif.views.helped import Helped, helped_on
from lif.views.papers import Question
from lif.views.shown import flowing
from lif.views.telling.landed import Landed, landed, landed_words
from lif.views.telling.sources import Source, sources
from lif.views.thread.days import known_on

Lasting = Literal["no-action", "no-look", "to-be-seen", "not-shown", "partly-shown", "shown"]
LASTING: tuple[Lasting, ...] = get_args(Lasting)
"""How far it is known that action led to lasting improvement, from the least known to the best."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action that came of it, and whether it helped; `helped` is empty while the work is open."""

    title: str
    owner: str
    due: date
    standing: str
    helped: Helped | Literal[""]
    seen: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was learned, with the three answers.

    `what` is what there is to learn and `do` what people should now do. `where` are the practices that must
    improve, as the findings say them, and `agencies` those that are to act. `steps` are the actions, `test`
    says whether the learning landed, `lasting` how far it is known that it lasts, and `waiting` of how many
    actions and tests that is still to be seen.
    """

    record: str
    title: str
    on: date
    group: str
    sources: tuple[Source, ...]
    themes: tuple[str, ...]
    what: str
    do: str
    where: tuple[str, ...]
    agencies: tuple[str, ...]
    steps: tuple[Step, ...]
    test: str
    lasting: Lasting
    waiting: int
    illustrative: bool


def entry(question: Question, one: Learning) -> Entry:
    """The entry of one record, which must be as known on the day."""
    register, as_at = question.register, question.as_at
    asked = tuple(_asked(register, one, as_at))
    actions = tuple(_actions(register, one, asked, as_at))
    steps = tuple(_step(action, action_line(register, action, as_at), as_at) for action in actions)
    tested = landed(one, as_at)
    return Entry(
        record=one.id,
        title=one.title,
        on=one.on,
        group=called_at(register, one.group),
        sources=sources(register, one.sources, as_at),
        themes=tuple(called_at(register, each) for each in one.themes),
        what=flowing(one.text),
        do=flowing(one.what_to_do),
        where=tuple(_where(register, one, as_at)),
        agencies=tuple(_agencies(register, asked, actions)),
        steps=steps,
        test=landed_words(tested),
        lasting=_lasting(steps, tested),
        waiting=_looks(steps, tested).count("to-be-seen"),
        illustrative=one.illustrative,
    )


def _known(register: Register, one: Learning, as_at: date) -> Iterator[str]:
    """Where it was learned, as far as that was known by the day: the record may have been added to later."""
    for address in one.sources:
        if address.partition("/")[0] in register.entries and known_on(register, address, as_at):
            yield address


def _where(register: Register, one: Learning, as_at: date) -> Iterator[str]:
    """The findings that it was drawn from, in their own words; of a whole record all that must improve."""
    for address in _known(register, one, as_at):
        thing = register.get(address)
        if isinstance(thing, Finding | AuditFinding):
            yield flowing(thing.text)
        elif isinstance(thing, Review | Audit | Scrutiny):
            yield from (flowing(each.text) for each in thing.findings if _improves(each))


def _improves(finding: Finding | AuditFinding) -> bool:
    return finding.retired is None and not (isinstance(finding, Finding) and finding.good_practice)


def _asked(register: Register, one: Learning, as_at: date) -> Iterator[tuple[str, Recommendation]]:
    """The recommendations that answer the findings it was drawn from, each with its address."""
    for address in _known(register, one, as_at):
        id_, _, item = address.partition("/")
        record = register.get(id_)
        if isinstance(record, Review | Audit | Scrutiny):
            for each in record.recommendations:
                if each.retired is None and item in ("", each.finding, each.id):
                    yield f"{id_}/{each.id}", each


def _actions(
    register: Register, one: Learning, asked: tuple[tuple[str, Recommendation], ...], as_at: date
) -> Iterator[Action]:
    """The actions that came of it, of a finding or of a recommendation on it, by due date."""
    wanted = {one.id, *one.sources, *(address for address, _ in asked)}
    ties = (tie for address in wanted for tie in register.links_to(address) if tie.path == ("source",))
    found = {id_: action for tie in ties if (action := register.find(Action, id_ := tie.source))}
    known = [each for each in found.values() if each.agreed_on <= as_at and stands(each, as_at)]
    yield from sorted(known, key=lambda each: (each.due, each.id))


def _agencies(
    register: Register, asked: tuple[tuple[str, Recommendation], ...], actions: tuple[Action, ...]
) -> Iterator[str]:
    """Those who are to act: named by a recommendation, or the owner's where none names anybody."""
    named = [agency for _, each in asked for agency in each.agencies]
    owners = [getattr(register.get(action.owner), "agency", "") for action in actions]
    for id_ in dict.fromkeys(named or owners):
        if id_:
            yield agency_called(register, id_)


def _step(action: Action, line: ActionLine, as_at: date) -> Step:
    done = line.standing in ("awaiting-assurance", "assured", "closed")
    impact = action.impact
    seen = impact.text if impact and impact.checked_on and impact.checked_on <= as_at else None
    return Step(
        title=action.title,
        owner=line.owner_name,
        due=line.due,
        standing=line.standing,
        helped=helped_on(action, as_at) if done else "",
        seen=flowing(seen),
        illustrative=action.illustrative,
    )


def _lasting(steps: tuple[Step, ...], tested: Landed) -> Lasting:
    """The worst that was seen of its actions and its test; where nothing was seen yet, what is to come."""
    looks = _looks(steps, tested)
    seen = [each for each in looks if each in ("not-shown", "partly-shown", "shown")]
    if seen:
        return min(seen, key=LASTING.index)
    if "to-be-seen" in looks:
        return "to-be-seen"
    return "no-look" if steps else "no-action"


def _looks(steps: tuple[Step, ...], tested: Landed) -> list[Lasting]:
    """What is known of each action and of the test."""
    return [*(_HELPED.get(step.helped, "to-be-seen") for step in steps), _TESTED[tested.result]]


_HELPED: dict[str, Lasting] = {
    "shown": "shown",
    "partly-shown": "partly-shown",
    "not-shown": "not-shown",
    "cannot-be-told": "not-shown",
    "no-day-set": "no-look",
}
_TESTED: dict[str, Lasting] = {
    "landed": "shown",
    "partly-landed": "partly-shown",
    "not-landed": "not-shown",
    "cannot-be-told": "not-shown",
    "awaited": "to-be-seen",
    "overdue": "to-be-seen",
    "no-test": "no-look",
}
