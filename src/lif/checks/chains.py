"""Chains of links: circles, and links to what has been retired or has ended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.standing import SETTLED, has_ended, is_retired, state_at
from lif.diagnostics import Severity
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.board import Board
from lif.records.governance import Agency, Group
from lif.records.indicators import Indicator
from lif.records.law import Duty, Edition, StatutoryFunction
from lif.records.record import Record
from lif.records.references import Theme
from lif.register import Register, Tie

_UPWARD: tuple[tuple[type[Record], str], ...] = (
    (Group, "reports_to"),
    (Theme, "part_of"),
    (Agency, "successor"),
    (Indicator, "replaced_by"),
    (Edition, "superseded_by"),
    (Board, "predecessor"),
    (Audit, "earlier_round"),
    (Action, "superseded_by"),
)
_HISTORY = frozenset(
    [
        *("cites", "retired", "successor", "successors", "replaced_by", "superseded_by", "predecessor"),
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
        records.md: groups and what they report to; editions and what superseded them.
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
        records.md: records are retired with a date and a reason.
    """
    for id_, tie in _live_ties(register, as_at):
        target = register.get(tie.target)
        parent = register.get(tie.target.partition("/")[0])
        gone = next((one for one in (target, parent) if one and is_retired(one, as_at)), None)
        if gone is not None and gone.retired is not None:
            new = gone.retired.replaced_by
            message = f"'{tie.target}' was retired on {gone.retired.on.isoformat()}"
            yield Finding(id_, tie.path, message, f"write {new}" if new else "link to what took its place")


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
        records.md: bodies and agencies with their dates; a clinical commissioning group becomes an
        integrated care board.
    """
    for id_, tie in _live_ties(register, as_at):
        target = register.get(tie.target)
        until = getattr(target, "until", None)
        if not isinstance(until, date) or until >= as_at or isinstance(target, StatutoryFunction | Duty):
            continue  # what an earlier body had to do stands as history
        if target is None or is_retired(target, as_at):
            continue
        new = getattr(target, "successor", None) or getattr(target, "replaced_by", None)
        message = f"the last day of '{tie.target}' was {until.isoformat()}"
        yield Finding(id_, tie.path, message, f"write {new}" if new else "name what took its place")


def _live_ties(register: Register, as_at: date) -> Iterator[tuple[str, Tie]]:
    """The links of records that still count and are not history: the framework and open actions."""
    for id_, entry in register.entries.items():
        record = entry.record
        if isinstance(record, Action):
            if record.agreed_on > as_at or state_at(record, as_at) in SETTLED:
                continue
            fields: frozenset[str] | None = frozenset(
                ("owner", "group", "contributing", "themes", "priorities")
            )
        elif record.folder.startswith("framework/") and not entry.framework:
            fields = None
        else:
            continue
        if has_ended(record, as_at):
            continue
        for tie in register.links_from(id_):
            names = [step for step in tie.path if isinstance(step, str)]
            if (fields is None or names[0] in fields) and not _HISTORY.intersection(names):
                if fields is None and _ended_part(register, id_, tie, as_at):
                    continue
                yield id_, tie


def _ended_part(register: Register, id_: str, tie: Tie, as_at: date) -> bool:
    """Whether the link stands in an item that has itself ended, such as a target of an earlier year."""
    part: object = register.entries[id_].record
    for step in tie.path[:-1]:
        part = part[step] if isinstance(step, int) and isinstance(part, tuple) else getattr(part, str(step))
        until = getattr(part, "until", None)
        if isinstance(until, date) and until < as_at:
            return True
        if getattr(part, "retired", None) is not None:
            return True
    return False


CHAINS = (circle_of_links, retired_record_linked, ended_record_linked)
