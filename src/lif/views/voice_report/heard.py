"""What people said, how many they were, and what was done about it: you said, we did."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import long_date
from lif.checks.known import QUARTER_DAYS, known_for
from lif.checks.voice import FEWEST
from lif.records.actions import Action
from lif.records.record import stands
from lif.records.voice import PractitionerIntelligence, Voice
from lif.views.actions import action_line
from lif.views.as_known import as_known
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing
from lif.views.voice_report.scope import Scope

Whom = Literal["children", "parents-and-carers", "families", "practitioners"]
WHOM: dict[Whom, str] = {
    "children": "Children and young people",
    "parents-and-carers": "Parents and carers",
    "families": "Families together",
    "practitioners": "Practitioners",
}
"""Who may speak, in the order in which they are told."""

Answer = Literal["done-and-told", "done", "not-changed", "agreed", "praised", "awaited"]
"""What became of it: done and those who spoke were told, done and not told, a reason why not, an action
agreed, nothing wanted since they spoke well of it, or nothing yet."""

SPOKE = {
    "good": "They spoke well of it.",
    "mixed": "They said mixed things.",
    "poor": "They spoke poorly of it.",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One time that people were heard.

    `many` says how many and how, never a number so small that somebody could be known by it; `people` is the
    number where it may be added up. `did` says what was done in words, `told` whether those who spoke were
    told. `waiting` counts the days without an answer; `late` is one that waits for more than a quarter.
    """

    record: str
    whom: Whom
    title: str
    on: date
    said: str
    spoke: str
    many: str
    people: int | None
    asked: int | None
    method: str
    listened: tuple[str, ...]
    takes_up: str
    answer: Answer
    did: str
    told: str
    waiting: int
    late: bool
    illustrative: bool


def heard(scope: Scope) -> tuple[Heard, ...]:
    """Every time that somebody was heard in the time, on the topic, the newest first."""
    records: tuple[Voice | PractitionerIntelligence, ...] = (
        *scope.register.all(Voice),
        *scope.register.all(PractitionerIntelligence),
    )
    found = [
        _heard(scope, as_known(scope.register, one, scope.as_at))
        for one in records
        if scope.since <= one.on <= scope.until
        and stands(one, scope.as_at)
        and scope.named(one.themes, one.priorities)
    ]
    return tuple(sorted(found, key=lambda one: (-one.on.toordinal(), one.record)))


def _heard(scope: Scope, one: Voice | PractitionerIntelligence) -> Heard:
    actions = tuple(_actions(scope, one))
    answer = _answer(one, bool(actions))
    waiting = (scope.as_at - one.on).days if answer == "awaited" else 0
    few = one.heard is not None and 0 < one.heard < FEWEST
    return Heard(
        record=one.id,
        whom=one.from_whom if isinstance(one, Voice) else "practitioners",
        title=one.title,
        on=one.on,
        said=flowing(one.text),
        spoke=SPOKE.get(one.direction or "", ""),
        many=how_many(one.heard, one.asked),
        people=None if few else one.heard,
        asked=None if few else one.asked,
        method=one.method.replace("-", " "),
        listened=tuple(_listened(scope, one, few)),
        takes_up=called_at(scope.register, one.group) if one.group else "",
        answer=answer,
        did=" ".join(_did(scope, one, answer, actions)),
        told=_told(one, answer),
        waiting=waiting,
        late=answer == "awaited" and known_for(one.on, scope.as_at, QUARTER_DAYS),
        illustrative=one.illustrative,
    )


def how_many(heard_: int | None, asked: int | None) -> str:
    """`22 of 31 asked`, `9; how many were asked is not recorded`; of few it says only that they are few."""
    if heard_ is None:
        return "how many is not recorded"
    if heard_ == 0:
        return f"nobody of {asked:,} asked" if asked else "nobody"
    if heard_ < FEWEST:
        return "fewer than five"
    if asked is None:
        return f"{heard_:,}; how many were asked is not recorded"
    return f"{heard_:,} of {asked:,} asked"


def _listened(scope: Scope, one: Voice | PractitionerIntelligence, few: bool) -> Iterator[str]:
    """The agency that listened, or those that practitioners work for, unless so few could be known by it."""
    if isinstance(one, Voice):
        if one.agency:
            yield agency_called(scope.register, one.agency)
    elif not few and one.heard is not None:
        yield from (agency_called(scope.register, each) for each in one.agencies)


def _actions(scope: Scope, one: Voice | PractitionerIntelligence) -> Iterator[Action]:
    """The actions that came of it by the day: those that it names, and those whose source it is."""
    sources = (tie.source for tie in scope.register.links_to(one.id) if tie.path[0] == "source")
    for id_ in dict.fromkeys((*one.actions, *sources)):
        action = scope.register.find(Action, id_)
        if action and action.agreed_on <= scope.as_at and stands(action, scope.as_at):
            yield action


def _answer(one: Voice | PractitionerIntelligence, acted: bool) -> Answer:
    if one.done and one.done_on:
        told = one.told_back_on is not None and one.told_back_on >= one.done_on
        return "done-and-told" if told else "done"
    if one.no_change_reason:
        return "not-changed"
    if acted:
        return "agreed"
    return "praised" if one.direction == "good" else "awaited"


def _did(
    scope: Scope, one: Voice | PractitionerIntelligence, answer: Answer, actions: tuple[Action, ...]
) -> Iterator[str]:
    if one.done and one.done_on:
        yield f"{flowing(one.done)} Done on {long_date(one.done_on)}."
    elif answer == "not-changed":
        yield f"Nothing was changed: {flowing(one.no_change_reason)}"
    elif answer == "praised":
        yield "They spoke well of it, and nothing had to change."
    elif answer == "awaited":
        yield "Nothing yet."
    for action in actions:
        line = action_line(scope.register, action, scope.as_at)
        owner = agency_called(scope.register, line.agency) if line.agency else line.owner_name
        yield f"Action “{action.title}” ({owner}): {line.standing.replace('-', ' ')}."


def _told(one: Voice | PractitionerIntelligence, answer: Answer) -> str:
    if one.told_back_on is None:
        return "not yet" if answer in ("done", "not-changed") else "nothing to tell yet"
    before = one.done_on is None or one.told_back_on < one.done_on
    return f"on {long_date(one.told_back_on)}" + (", before anything was done" if before else "")
