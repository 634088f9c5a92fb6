"""How far a statement is shown: the rule that turns its pieces of evidence into one state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from lif.calendars import add_months
from lif.views.coverage.pieces import Piece, Sort

State = Literal["shown-well", "shown", "looked-at", "contested", "contradicted", "old", "not-shown"]
STATES: tuple[State, ...] = get_args(State)

STATE_WORDS: dict[State, str] = {
    "shown-well": "shown well",
    "shown": "shown",
    "looked-at": "looked at",
    "contested": "contested",
    "contradicted": "spoken against",
    "old": "old",
    "not-shown": "not shown",
}

FRESH_MONTHS = 12
"""Evidence up to this old is new."""
OLD_MONTHS = 24
"""Evidence older than this no longer says how things are."""
KINDS_FOR_WELL = 2
"""How many kinds of evidence a statement needs to be shown well."""

RULE = (
    "Shown well: two or more kinds of evidence, the newest within twelve months. "
    "Shown: one kind only, or the newest is older than that. "
    "Looked at: a priority or a question that sources bear on; it makes no claim that they could show. "
    "Contested: one source supports it, wholly or in part, and another speaks against it. "
    "Spoken against: every source that says anything speaks against it. "
    "Old: there is evidence, and none from the last 24 months. "
    "Not shown: there is none. "
    "What is older than 24 months is not weighed where something newer stands beside it. "
    "A source that says mixed things is evidence, but does not help a statement to be shown well. "
    "A source that does not say which way, such as a figure that only varies as it always has, is evidence."
)
"""The rule in words, for the note on method."""


COUNTS = (
    "An audit counts once it was reported or moderated, a review once it ended, a section 11 score once it "
    "was moderated, a course once it was held, an action once somebody other than its owner looked at it, a "
    "figure as old as the end of its period, a duty by the deadlines that were kept or missed. A plan, a "
    "promise, a risk and an agency's own score show nothing. What is tied to an element as a whole does not "
    "show each of its statements, and stands in a row of its own. Priorities and questions make no claim: "
    "what bears on them is counted, and cannot speak for them or against them."
)
"""What counts as evidence, in words, for the note on method (the table is in lif.views.coverage.ways)."""


def still_counts(piece: Piece, as_at: date) -> bool:
    """Whether a piece is not older than 24 months."""
    return piece.on >= add_months(as_at, -OLD_MONTHS)


def is_fresh(day: date, as_at: date) -> bool:
    """Whether a day lies within the last twelve months."""
    return day >= add_months(as_at, -FRESH_MONTHS)


def state_of(pieces: Iterable[Piece], as_at: date, claim: bool = True) -> State:
    """The state of a statement with these pieces (see RULE), never better for one that supports it less.

    What makes no claim, such as a priority, is never shown: it is looked at.
    """
    every = tuple(pieces)
    weighed = [piece for piece in every if still_counts(piece, as_at)]
    if not weighed:
        return "old" if every else "not-shown"
    if not claim:
        return "looked-at"
    leanings = {piece.leaning for piece in weighed}
    if "against" in leanings:
        return "contested" if leanings & {"for", "mixed"} else "contradicted"
    plain = [piece for piece in weighed if piece.leaning != "mixed"]
    enough = len({piece.sort for piece in plain}) >= KINDS_FOR_WELL
    return "shown-well" if enough and any(is_fresh(piece.on, as_at) for piece in plain) else "shown"


def one_sided(pieces: Iterable[Piece], as_at: date) -> Sort | None:
    """The one kind of evidence that speaks, where no other does; None for none or several."""
    sorts = {piece.sort for piece in pieces if still_counts(piece, as_at)}
    return sorts.pop() if len(sorts) == 1 else None
