"""A record as its readers knew it on a day: what came later is left out, and so is what was said with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from lif.measures.found import found_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.figures import Value
from lif.records.law import Holiday
from lif.records.meetings import Meeting
from lif.records.oversight import Risk
from lif.records.reviews import Milestone, ParallelProcess, Review
from lif.records.section11 import Section11Return
from lif.records.training import TrainingSession
from lif.register import Register
from lif.views.actions import seen_on
from lif.views.told_with import TOLD_WITH

M = TypeVar("M", bound=BaseModel)

AHEAD = frozenset(
    [
        *("due", "planned", "review_due", "response_due", "re_audit_due", "next_due", "keep_until"),
        *("since", "until", "in_force_from", "in_force_until", "complete_from", "complete_until"),
        *("publish_not_before", "keep_published_until", "accepted_on", "to", "from_due", "to_due"),
    ]
)
"""Dates that look ahead; any other date after the day of the question had not been known by then."""
_ENTRY_DAYS = ("on", "written_on")
"""A part of a record that must have such a day is an entry of it, and is not there before."""
_WITH_MILESTONE: Mapping[str, tuple[str, ...]] = {
    "panel-answer": ("panel_answer", "panel_text"),
    "published": ("published_at", "keep_published_until"),
    "board-response": ("board_response",),
}
_AT_A_MEETING = ("held", "present", "apologies", "quorate", "papers", "decisions")
"""Once a record says whether it was held; papers and apologies may come ahead of a meeting."""
_NOT_HELD = {"attended": 0, "no_shows": 0, "cancelled": 0, "walk_ins": 0, "professions": ()}
_NOT_MODERATED = {"moderated_score": None, "moderation_reason": None}


@dataclass(frozen=True, slots=True)
class _Look:
    register: Register
    as_at: date

    def later(self, day: object) -> bool:
        return isinstance(day, date) and day > self.as_at


def as_known(register: Register, thing: M, as_at: date) -> M:
    """The record, or part of one, without what came after the day; the thing itself where nothing did.

    What it was before a later change is given where the record says so: a figure before its revision, a
    quarter before an audit was put off. Fields that are blank are None or empty, whatever the class asks.
    """
    return _seen(thing, _Look(register, as_at))


def _seen(thing: M, look: _Look) -> M:
    if isinstance(thing, Action):
        return cast(M, seen_on(thing, look.as_at))
    kept = {name: _kept(value, look) for name, value in thing.__dict__.items()}
    changed = {name: one for name, one in kept.items() if one is not getattr(thing, name)}
    changed.update(_unsaid(thing, look))
    return thing.model_copy(update=changed) if changed else thing


def _kept(value: Any, look: _Look) -> Any:
    """The value of a field without entries of a later day, and each part of it as it was known."""
    if isinstance(value, BaseModel):
        return None if _not_yet(value, look) else _seen(value, look)
    if isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
        seen = tuple(_seen(one, look) for one in value if not _not_yet(one, look))
        same = len(seen) == len(value) and all(one is was for one, was in zip(seen, value, strict=True))
        return value if same else seen
    return value


def _not_yet(part: BaseModel, look: _Look) -> bool:
    if isinstance(part, Holiday):
        return False  # days off are told of years ahead
    if isinstance(part, Milestone):
        return look.later(part.on) and part.planned is None
    if isinstance(part, Value):
        return look.later(part.reported_on)
    fields = type(part).model_fields
    return any(
        look.later(getattr(part, name))
        for name in _ENTRY_DAYS
        if name in fields and fields[name].is_required()
    )


def _unsaid(thing: BaseModel, look: _Look) -> dict[str, Any]:
    """The fields to blank: days that had not come, and what was said on them or after them."""
    fields = type(thing).model_fields
    days = [
        name
        for name in fields
        if name not in AHEAD and look.later(getattr(thing, name)) and not fields[name].is_required()
    ]
    told = [
        other
        for day, others in TOLD_WITH.get(type(thing), {}).items()
        if look.later(getattr(thing, day))
        for other in others
    ]
    gone = {name: _blank(thing, name) for name in (*days, *told)}
    return _by_kind(thing, look) | _links_to_later(thing, look) | gone


def _blank(thing: BaseModel, name: str) -> Any:
    return () if isinstance(getattr(thing, name), tuple) else None


def _links_to_later(thing: BaseModel, look: _Look) -> dict[str, Any]:
    """Actions that were not agreed yet, and what was said at a meeting that had not been held."""
    found: dict[str, Any] = {}
    named = getattr(thing, "actions", ())
    if isinstance(named, tuple):
        then = tuple(one for one in named if not _agreed_later(one, look))
        if len(then) < len(named):
            found["actions"] = then
    meeting = look.register.find(Meeting, getattr(thing, "taken_at", None) or "")
    if meeting and look.later(meeting.on):
        found |= {"taken_at": None, "outcome": None}
    return found


def _agreed_later(id_: object, look: _Look) -> bool:
    action = look.register.find(Action, id_) if isinstance(id_, str) else None
    return action is not None and look.later(action.agreed_on)


def _by_kind(thing: BaseModel, look: _Look) -> dict[str, Any]:
    """What takes more than a day in the same part to say."""
    if isinstance(thing, ParallelProcess) and look.later(thing.ended):
        return {"status": "open"}
    if isinstance(thing, Review):
        return _of_review(thing, look)
    if isinstance(thing, Audit):
        put_off = min(
            (one for one in thing.postponed if look.later(one.on)), key=lambda one: one.on, default=None
        )
        return {"planned": put_off.from_quarter} if put_off else {}
    if isinstance(thing, Meeting) and thing.held is not None and look.later(thing.on):
        return {name: _blank(thing, name) for name in _AT_A_MEETING}
    if isinstance(thing, TrainingSession) and look.later(thing.on):
        return {"places": tuple(one.model_copy(update=_NOT_HELD) for one in thing.places)}
    if isinstance(thing, Risk) and any(look.later(one.on) for one in thing.reviews):
        return {"review_due": None}  # the day was set at the later look
    if isinstance(thing, Section11Return) and look.later(thing.moderated):
        return {"answers": tuple(one.model_copy(update=_NOT_MODERATED) for one in thing.answers)}
    if isinstance(thing, Value):
        return _of_value(thing, look)
    return {}


def _of_review(review: Review, look: _Look) -> dict[str, Any]:
    days: dict[str, date] = {one.step: one.on for one in review.milestones if one.on}
    gone = [name for step, names in _WITH_MILESTONE.items() if look.later(days.get(step)) for name in names]
    if look.later(found_on(review)):
        gone += ["findings", "recommendations", "board_response"]
    if review.publication == "published" and look.later(days.get("published")):
        gone.append("publication")
    return {name: _blank(review, name) for name in gone}


def _of_value(value: Value, look: _Look) -> dict[str, Any]:
    """The figure that stood on the day, and only the revisions made by then."""
    later = [one for one in value.revisions if look.later(one.until)]
    if not later:
        return {}
    stood = min(later, key=lambda one: one.until)
    past = tuple(one for one in value.revisions if one not in later)
    figure = {name: getattr(stood, name) for name in ("numerator", "denominator", "value", "status")}
    return {**figure, "revisions": past}
