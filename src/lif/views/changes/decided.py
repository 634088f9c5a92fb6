"""Decisions and what came of them, warnings that were accepted, and statements of the framework."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.elements import Element
from lif.records.meetings import Decision, Meeting
from lif.records.record import Item, stands
from lif.records.references import Acceptance
from lif.register import Register
from lif.views.changes.moments import Between, Moment
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was minuted, or of which it is known now what came: `outcome` in words."""

    address: str
    group: str
    met_on: date
    text: str
    minute: str
    outcome: str
    outcome_on: date | None
    new: bool
    illustrative: bool


@dataclass(frozen=True, slots=True)
class WarningAccepted:
    """A warning that the board lives with: accepted, ended, run out with its day, or on other terms."""

    id: str
    code: str
    about: str
    fate: Literal["accepted", "ended", "expired", "changed"]
    until: date
    by: str
    why: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class StatementChanged:
    """A statement of the framework that was added, retired, worded anew or taken away."""

    address: str
    element: str
    text: str
    fate: Literal["added", "retired", "worded-anew", "taken-away"]
    was: str
    why: str
    illustrative: bool


def decisions(between: Between) -> tuple[Decided, ...]:
    """Decisions that readers did not know of, then those of which something has come, by day."""
    found = []
    for id_ in between.ids(Meeting):
        before = _decisions(between, between.before, id_)
        for key, (meeting, decision) in _decisions(between, between.after, id_).items():
            old = before.get(key)
            known = _outcome(decision, between.after)
            if old is None or (known and known != _outcome(old[1], between.before)):
                found.append(_decided(between, key, meeting, decision, old is None))
    return tuple(sorted(found, key=lambda one: (not one.new, one.met_on, one.address)))


def _decisions(between: Between, moment: Moment, id_: str) -> Mapping[str, tuple[Meeting, Decision]]:
    """The decisions of a meeting that readers knew on the day, by address.

    Where only dates can tell, those of a meeting on the very day of the first moment come after it.
    """
    meeting = moment.find(Meeting, id_)
    if meeting is None or meeting.held is False or meeting.on > moment.as_at:
        return {}
    if between.by_dates and moment is between.before and meeting.on == moment.as_at:
        return {}
    return {f"{id_}/{one.id}": (meeting, one) for one in meeting.decisions if stands(one, moment.as_at)}


def _outcome(decision: Decision, moment: Moment) -> str:
    known = decision.outcome_on is not None and decision.outcome_on <= moment.as_at
    return flowing(decision.outcome) if known else ""


def _decided(between: Between, key: str, meeting: Meeting, decision: Decision, new: bool) -> Decided:
    outcome = _outcome(decision, between.after)
    return Decided(
        key,
        between.called(meeting.group),
        meeting.on,
        flowing(decision.text),
        decision.minute or "",
        outcome,
        decision.outcome_on if outcome else None,
        new,
        meeting.illustrative,
    )


def acceptances(between: Between) -> tuple[WarningAccepted, ...]:
    """Warnings that were accepted, that are accepted no more, or on other terms, by id."""
    found = []
    for id_ in between.ids(Acceptance):
        old, new = (_holding(moment, id_) for moment in (between.before, between.after))
        shown = new or between.after.register.find(Acceptance, id_) or old
        if shown is None or old == new:
            continue
        fate: Literal["accepted", "ended", "expired", "changed"] = "changed" if old else "accepted"
        if new is None:
            there = between.after.find(Acceptance, id_)
            ran_out = there and old and there.until == old.until < between.after.as_at
            fate = "expired" if ran_out else "ended"
        found.append(
            WarningAccepted(
                id_,
                shown.code,
                between.called(shown.record),
                fate,
                shown.until,
                between.called(shown.accepted_by),
                flowing(shown.reason),
                shown.illustrative,
            )
        )
    return tuple(found)


def _holding(moment: Moment, id_: str) -> Acceptance | None:
    """The acceptance if it held on the day."""
    found = moment.find(Acceptance, id_)
    return found if found and found.accepted_on <= moment.as_at <= found.until else None


def statements(between: Between) -> tuple[StatementChanged, ...]:
    """What the elements of the framework say otherwise than before, by address."""
    found = []
    for id_ in between.ids(Element):
        before, after = _said(between.before.register, id_), _said(between.after.register, id_)
        for address in sorted({*before, *after}):
            if change := _statement(between, id_, address, before.get(address), after.get(address)):
                found.append(change)
    return tuple(found)


def _said(register: Register, id_: str) -> Mapping[str, Item]:
    return {address: item for address, item in register.items(id_) if _text(item)}


def _text(item: Item | None) -> str:
    return flowing(getattr(item, "text", None) or getattr(item, "activity", None))


def _statement(
    between: Between, id_: str, address: str, old: Item | None, new: Item | None
) -> StatementChanged | None:
    there, here = _counts(old, between.before), _counts(new, between.after)
    was, text, why = _text(old), _text(new), ""
    fate: Literal["added", "retired", "worded-anew", "taken-away"]
    if there and new is None:
        fate, text, was = "taken-away", was, ""
    elif there and not here:
        fate, was, why = "retired", "", flowing(new.retired.reason) if new and new.retired else ""
    elif here and not there:
        fate, was = "added", ""
    elif here and was != text:
        fate = "worded-anew"
    else:
        return None
    shown = between.after.register.find(Element, id_) or between.before.register.find(Element, id_)
    name = between.called(id_)
    return StatementChanged(address, name, text, fate, was, why, bool(shown and shown.illustrative))


def _counts(item: Item | None, moment: Moment) -> bool:
    return item is not None and stands(item, moment.as_at)
