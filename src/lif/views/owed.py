"""What a review, audit, inspection or piece of scrutiny is still owed, recommendation by recommendation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lif.records.actions import Action
from lif.register import Register
from lif.views.actions import ActionLine, Narrow, action_lines
from lif.views.listing import Column, Listing, Row
from lif.views.recommendations import RecommendationLine, owed_by, recommendations

COLUMNS = (
    Column("overall", "stands"),
    Column("text", "recommendation", wraps=True),
    Column("address", "id", under="text"),
    Column("response", "response"),
    Column("owed", "still owed", wraps=True),
    Column("actions", "actions", wraps=True),
    Column("illustrative", "example", under="text", as_line="illustrative"),
    *(Column(key, key.replace("_", " "), False) for key in ("record", "kind", "made_on", "responded_on")),
    Column("missing", "agencies without an action", False),
)


def owed(register: Register, as_at: date, narrow: Narrow) -> Listing:
    """The recommendations of one source that something is still owed to, the worst first.

    Narrowed to a group, owner, priority or theme, only recommendations with such an action, or with none
    at all, are shown. Actions that answer the source as a whole stand after the recommendations.
    """
    source = narrow.get("source") or ""
    others: Narrow = {**narrow, "source": None}
    wanted = {line.id for line in action_lines(register, as_at, **others)}
    every = recommendations(register, as_at)
    lines = [line for line in every if source in _names(line) and line.owed]
    chosen = [line for line in lines if not line.actions or any(one.id in wanted for one in line.actions)]
    known = {line.address for line in every}
    answering = (line for line in action_lines(register, as_at, **narrow) if line.source not in known)
    rows = [*(_row(line) for line in chosen), *_others(register, answering, as_at)]
    return Listing("recommendation", COLUMNS, tuple(rows))


def _names(line: RecommendationLine) -> tuple[str, ...]:
    """What a source may be called: the record, the recommendation itself, or a sort such as review."""
    return (line.address, line.record, line.kind)


def _row(line: RecommendationLine) -> Row:
    return {
        "overall": line.overall,
        "text": line.text,
        "address": line.address,
        "response": line.response,
        "owed": line.owed,
        "actions": tuple(one.id for one in line.actions),
        "illustrative": line.illustrative,
        "record": line.record,
        "kind": line.kind,
        "made_on": line.made_on,
        "responded_on": line.responded_on,
        "missing": line.missing,
    }


def _others(register: Register, lines: Iterable[ActionLine], as_at: date) -> Iterator[Row]:
    """Actions that still owe something and answer no recommendation: of a decision, or of the whole."""
    for line in lines:
        if wanting := owed_by(register.record(Action, line.id), line, as_at):
            yield _of_action(line, wanting)


def _of_action(line: ActionLine, wanting: str) -> Row:
    return {
        "overall": line.standing,
        "text": line.title,
        "address": line.source,
        "response": "",
        "owed": wanting,
        "actions": (line.id,),
        "illustrative": line.illustrative,
        "record": line.source.partition("/")[0],
        "kind": line.source_sort,
        "made_on": line.agreed_on,
        "responded_on": None,
        "missing": (),
    }
