"""Chains of links: circles, and links to what has been retired or has ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lif.checks.finding import Finding, check
from lif.checks.successors import boards_before
from lif.diagnostics import Severity
from lif.measures.standing import SETTLED, has_ended, state_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.board import Board
from lif.records.governance import Agency, Group
from lif.records.indicators import Indicator
from lif.records.kinds import KINDS
from lif.records.law import Duty, Edition, StatutoryFunction
from lif.records.links import Tie
from lif.records.oversight import Risk
from lif.records.record import Item, Record, Retirement, stands
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.register import Register

_UPWARD: tuple[tuple[type[Record], str], ...] = (
    (Group, "reports_to"),
    (Theme, "part_of"),
    (Agency, "successor"),
    (Group, "successor"),
    (Indicator, "replaced_by"),
    (Edition, "superseded_by"),
    (Audit, "earlier_round"),
    (Action, "superseded_by"),
    (Review, "follows"),
)
_OF_ACTIONS = frozenset(("owner", "group", "contributing", "themes", "priorities"))
"""Fields of an open action whose target has to be there today; what it came from is history."""
_HISTORY = frozenset(
    [
        *("cites", "retired", "successor", "successors", "replaced_by", "superseded_by", "predecessors"),
        *("earlier_round", "became", "edition", "neighbours", "region", "area", "areas", "source"),
    ]
)
"""Fields that may go on pointing at what has ended: they tell where something came from or went to."""


@check("L105")
def circle_of_links(register: Register, as_at: date) -> Iterator[Finding]:
    """Records that lead back to themselves: a group that reports to itself by way of others.

    Why:
        A scorecard that goes upwards, or a search for the record that took another's place, would never end.
    Fails:
        The operational board reports to the leadership board, and that to the operational board.
    Mend:
        Take out the link that points the wrong way.
    Source:
        A group reports upwards, a theme is part of a wider one, an edition or agency has a successor.
    """
    for kind, field in _UPWARD:
        up = {record.id: getattr(record, field) for record in register.all(kind)}
        done: set[str] = set()
        for start in up:
            way: dict[str, None] = {}
            here: str | None = start
            while here in up and here not in done and here not in way:
                way[here] = None
                here = up[here]
            if here in way:
                circle = list(way)[list(way).index(here) :]
                round_ = " to ".join(f"'{id_}'" for id_ in [*circle, circle[0]])
                message = f"'{field}' goes round in a circle: {round_}"
                yield Finding(circle[0], (field,), message, "take out the link that points the wrong way")
            done.update(way)
    for board in register.all(Board):
        if board.id in {earlier.id for earlier in boards_before(register, board)}:
            message = f"'predecessors' lead back to '{board.id}' itself"
            yield Finding(board.id, ("predecessors",), message, "take out the link that points the wrong way")


@check("L107", Severity.WARNING)
def retired_record_linked(register: Register, as_at: date) -> Iterator[Finding]:
    """A record that still counts links to one that was retired.

    Why:
        Work goes on under a heading that the board has given up, and appears on no list.
    Fails:
        An open action with a theme that was retired last year.
    Mend:
        Link to what took its place; the message names it where the retired record does.
    Source:
        Records are retired with a date and a reason, and say what stands in their place.
    """
    for id_, entry in register.entries.items():
        if entry.record.retired is not None:
            yield from _linked(register, entry.record.retired, register.links_into(id_), as_at)
        for address, item in register.items(id_):
            if item.retired is not None:
                yield from _linked(register, item.retired, register.links_to(address), as_at)


def _linked(register: Register, retired: Retirement, ties: Iterable[Tie], as_at: date) -> Iterator[Finding]:
    """The links of today to what was retired by the day."""
    for tie in ties:
        if retired.on <= as_at and _counts(register, tie, as_at):
            message = f"'{tie.target}' was retired on {retired.on.isoformat()}"
            new = retired.replaced_by
            hint = f"write {new}" if new else "link to what took its place"
            yield Finding(tie.source, tie.path, message, hint)


@check("L108", Severity.WARNING)
def ended_record_linked(register: Register, as_at: date) -> Iterator[Finding]:
    """A record that still counts links to an agency, group, role, priority or tool whose last day has passed.

    Why:
        Nobody answers for it any more: reminders go to a post that was abolished, returns are awaited from
        an agency that no longer exists.
    Fails:
        An open action owned by a role whose last day was 2022-06-30.
    Mend:
        Name the successor, or end the record too.
    Source:
        Bodies and agencies have their days; a clinical commissioning group became an integrated care board.
    """
    for kind in KINDS:
        if "until" in kind.model_fields and kind not in (StatutoryFunction, Duty):
            for record in register.all(kind):
                yield from _linked_after(register, record, as_at)


def _linked_after(register: Register, record: Record, as_at: date) -> Iterator[Finding]:
    """The links of today to a record whose last day has passed; what a body had to do stands as history."""
    until, fields = vars(record)["until"], vars(record)
    if isinstance(until, date) and until < as_at and stands(record, as_at):
        new = fields.get("successor") or fields.get("replaced_by")
        for tie in register.links_into(record.id):
            if _counts(register, tie, as_at):
                message = f"the last day of '{tie.target}' was {until.isoformat()}"
                hint = f"write {new}" if new else "name what took its place"
                yield Finding(tie.source, tie.path, message, hint)


def _counts(register: Register, tie: Tie, as_at: date) -> bool:
    """Whether a link is one of today: in the framework, an open action or risk, and not part of a history."""
    entry = register.entries[tie.source]
    record = entry.record
    if has_ended(record, as_at) or _HISTORY.intersection(tie.path):
        return False
    if isinstance(record, Action):
        is_open = record.agreed_on <= as_at and state_on(record, as_at) not in SETTLED
        return is_open and tie.path[0] in _OF_ACTIONS
    if isinstance(record, Risk):
        is_open = record.opened <= as_at and (record.closed_on is None or record.closed_on > as_at)
        return is_open and tie.path[0] in ("owner", "group", "controls")
    own = record.folder.startswith("framework/") and not entry.framework
    return own and not _in_ended_part(record, tie, as_at)


def _in_ended_part(record: Record, tie: Tie, as_at: date) -> bool:
    """Whether the link stands in an item that has itself ended, such as a target of an earlier year."""
    part: Any = record
    for step in tie.path[:-1]:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        if isinstance(part, Item) and has_ended(part, as_at):
            return True
    return False


CHAINS = (circle_of_links, retired_record_linked, ended_record_linked)
