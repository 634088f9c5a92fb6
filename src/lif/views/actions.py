"""The action tracker: where every action stood on a day, from what had happened by that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypedDict, Unpack, get_args

from lif.checks.successors import line_of
from lif.measures.standing import by, due_changes_by, due_on, state_on
from lif.records.actions import Action, ActionState
from lif.records.evidence import Evidence
from lif.records.governance import Role
from lif.register import Register
from lif.views.called import agency_called, called_at

Standing = Literal[
    "on-track",
    "at-risk",
    "overdue",
    "awaiting-assurance",
    "assured",
    "closed",
    "superseded",
    "not-accepted",
]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
"""What is computed of an action, from the least settled to the most."""

SETTLED: frozenset[Standing] = frozenset(("assured", "closed", "superseded", "not-accepted"))
"""Standings after which nobody has anything more to do."""

OPEN: frozenset[Standing] = frozenset(("on-track", "at-risk", "overdue"))
"""Standings in which the work itself is still to be done."""

SOON_DAYS = 28
"""An action that is due within this many days and not started is at risk."""

OFTEN_MOVED = 2
"""An action whose due date has moved this many times is at risk."""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action as it stood on a day: ids, the names that readers know, dates, and what was said last.

    `state` is what was reported (the last step by that day), `standing` what is computed from it.
    `days_overdue` counts from the day after the current due date and is nought unless overdue.
    `due` is the current due date and `first_due` the one first agreed; `slips` counts the changes
    between them. Agency and group are those that had taken over by that day, where it is not settled; then
    `owner_name` names both. `chases` counts the reminders sent, `evidence` the records of it that existed.
    """

    id: str
    title: str
    owner: str
    owner_name: str
    agency: str
    agency_name: str
    group: str
    group_name: str
    source: str
    source_name: str
    source_sort: str
    priorities: tuple[str, ...]
    themes: tuple[str, ...]
    agreed_on: date
    first_due: date
    due: date
    slips: int
    days_overdue: int
    state: ActionState
    standing: Standing
    note: str
    note_on: date | None
    chases: int
    last_chased: date | None
    evidence: int
    illustrative: bool


class Narrow(TypedDict, total=False):
    """What a list of actions may be narrowed to; what is not given, or None, does not narrow it.

    `group`, `priority` and `theme` are ids. `owner` is a role, or an agency for all its roles. `source`
    is the address of a recommendation, a record for all that comes from it, or a sort of source
    such as `review`.
    """

    group: str | None
    owner: str | None
    source: str | None
    priority: str | None
    theme: str | None


def action_lines(register: Register, as_at: date, **narrow: Unpack[Narrow]) -> tuple[ActionLine, ...]:
    """Every action agreed by `as_at` and not retired by then, the longest overdue first, then by due date."""
    lines = [
        action_line(register, action, as_at)
        for action in register.all(Action)
        if action.agreed_on <= as_at
        and not (action.retired and action.retired.on <= as_at)
        and _wanted(register, action, narrow, as_at)
    ]
    return tuple(sorted(lines, key=lambda line: (-line.days_overdue, line.due, line.id)))


def overdue(register: Register, as_at: date, **narrow: Unpack[Narrow]) -> tuple[ActionLine, ...]:
    """Actions past their current due date whose completion had not been reported, longest overdue first."""
    lines = action_lines(register, as_at, **narrow)
    return tuple(line for line in lines if line.standing == "overdue")


def due_within(
    register: Register, as_at: date, days: int, **narrow: Unpack[Narrow]
) -> tuple[ActionLine, ...]:
    """Open actions due from `as_at` to `days` days later, both included, by due date; none is overdue yet."""
    lines = action_lines(register, as_at, **narrow)
    return tuple(line for line in lines if line.standing in OPEN and 0 <= (line.due - as_at).days <= days)


def completed_not_assured(
    register: Register, as_at: date, **narrow: Unpack[Narrow]
) -> tuple[ActionLine, ...]:
    """Actions reported complete that nobody had been satisfied of yet, by due date."""
    lines = action_lines(register, as_at, **narrow)
    return tuple(line for line in lines if line.standing == "awaiting-assurance")


def standing_on(action: Action, as_at: date) -> Standing:
    """What is computed of an action on a day.

    Overdue: the day after its current due date has come and completion is not reported. At risk: not
    overdue, and either not started within 28 days of its due date or moved twice or more. On
    track: everything else that is open. Awaiting assurance: reported complete and not yet assured.
    """
    match state_on(action, as_at):
        case "reported-complete":
            return "awaiting-assurance"
        case "not-started" | "in-progress" as state:
            return _open_standing(action, state, as_at)
        case settled:
            return settled


def _open_standing(action: Action, state: ActionState, as_at: date) -> Standing:
    due = due_on(action, as_at)
    if due < as_at:
        return "overdue"
    late_start = state == "not-started" and (due - as_at).days <= SOON_DAYS
    often_moved = len(due_changes_by(action, as_at)) >= OFTEN_MOVED
    return "at-risk" if late_start or often_moved else "on-track"


def seen_on(action: Action, as_at: date) -> Action:
    """The action as its record was read on a day: without steps, notes and changes of a later date."""
    assured, impact = action.assurance, action.impact
    if impact and impact.checked_on and impact.checked_on > as_at:
        later = {"checked_on": None, "result": None, "text": None, "follows": None}
        impact = impact.model_copy(update=later)
    return action.model_copy(
        update={
            "steps": tuple(one for one in action.steps if one.on <= as_at),
            "due_changes": tuple(one for one in action.due_changes if one.on <= as_at),
            "progress": tuple(one for one in action.progress if one.on <= as_at),
            "chases": tuple(one for one in action.chases if one.on <= as_at),
            "assurance": assured if assured and assured.on <= as_at else None,
            "impact": impact,
        }
    )


def action_line(register: Register, action: Action, as_at: date) -> ActionLine:
    """One action as it stood on `as_at`."""
    due = due_on(action, as_at)
    standing = standing_on(action, as_at)
    settled = standing in SETTLED
    agencies = _line(register, _agency(register, action.owner), as_at, settled)
    groups = _line(register, action.group, as_at, settled)
    notes, chases = by(action.progress, as_at), by(action.chases, as_at)
    return ActionLine(
        id=action.id,
        title=action.title,
        owner=action.owner,
        owner_name=_passed_on(register, called_at(register, action.owner), agencies),
        agency=agencies[-1],
        agency_name=called_at(register, agencies[-1]),
        group=groups[-1],
        group_name=called_at(register, groups[-1]),
        source=action.source,
        source_name=called_at(register, action.source),
        source_sort=action.source_sort,
        priorities=action.priorities,
        themes=action.themes,
        agreed_on=action.agreed_on,
        first_due=action.due,
        due=due,
        slips=len(due_changes_by(action, as_at)),
        days_overdue=(as_at - due).days if standing == "overdue" else 0,
        state=state_on(action, as_at),
        standing=standing,
        note=" ".join(notes[-1].text.split()) if notes else "",
        note_on=notes[-1].on if notes else None,
        chases=len(chases),
        last_chased=chases[-1].on if chases else None,
        evidence=_evidence(register, action, as_at),
        illustrative=action.illustrative,
    )


def _evidence(register: Register, action: Action, as_at: date) -> int:
    """How many records of evidence there were: those the action names, and those that say they show it."""
    named = set(action.evidence)
    named.update(tie.source for tie in register.links_to(action.id) if tie.path[0] == "shows")
    found = (register.find(Evidence, id_) for id_ in named)
    return sum(1 for evidence in found if evidence and evidence.on <= as_at)


def _wanted(register: Register, action: Action, narrow: Narrow, as_at: date) -> bool:
    source = action.source
    found: dict[str, tuple[str, ...]] = {
        "group": _line(register, action.group, as_at),
        "owner": (action.owner, *_line(register, _agency(register, action.owner), as_at)),
        "source": (source, source.partition("/")[0], action.source_sort),
        "priority": action.priorities,
        "theme": action.themes,
    }
    return all(wanted is None or wanted in found[name] for name, wanted in narrow.items())


def _line(register: Register, id_: str, as_at: date, settled: bool = False) -> tuple[str, ...]:
    """The agency or group, and who took over from it; what is settled stays with who had it."""
    return (id_,) if settled or not id_ else line_of(register, id_, as_at)


def _passed_on(register: Register, role: str, agencies: tuple[str, ...]) -> str:
    """The owner's role, with who answers for it where its agency has gone since."""
    if len(agencies) == 1:
        return role
    *gone, now = (agency_called(register, each) for each in agencies)
    return f"{role} ({', then '.join(gone)}; now {now})"


def _agency(register: Register, role: str) -> str:
    found = register.find(Role, role)
    return found.agency if found else ""
