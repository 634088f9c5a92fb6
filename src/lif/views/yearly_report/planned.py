"""What was promised for the year and what came of it; each priority; and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.measures.standing import due_on, has_ended, step_to
from lif.records.actions import Action
from lif.records.priorities import Priority
from lif.records.publications import ImprovementPlan
from lif.records.record import stands
from lif.views.actions import OPEN, Standing, seen_on, standing_on
from lif.views.helped import DONE, Helped, helped_on
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope


@dataclass(frozen=True, slots=True)
class Aim:
    """An aim of an improvement plan, and what was seen of it by the day; `effect` is empty until then."""

    plan: str
    priority: str
    text: str
    actions: int
    effect: str
    effect_on: date | None
    seen: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """An action, with where it stands on the day and whether it helped."""

    title: str
    owner: str
    due: date
    slips: int
    standing: Standing
    done_on: date | None
    helped: Helped | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Promises:
    """What stood promised for the year when it began.

    `actions` had been agreed before the year and were due in it; of them `done` were done by the day,
    `helped` were seen to have helped, wholly or in part, and `open` are still to be done.
    """

    plans: tuple[str, ...]
    aims: tuple[Aim, ...]
    actions: tuple[Promise, ...]
    done: int
    helped: int
    open: int


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """One priority in the year: why, what was aimed at, what was done, and what became different."""

    id: str
    number: str
    name: str
    rationale: str
    rationale_missing: str
    aims: tuple[Aim, ...]
    done: tuple[Promise, ...]
    still_open: int
    overdue: int
    shown: Shown


@dataclass(frozen=True, slots=True)
class Priorities:
    """The priorities of the year, with the promises that stood when it began."""

    head: Head
    promises: Promises
    parts: tuple[PriorityPart, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """A priority of the next year, with its reason."""

    number: str
    name: str
    rationale: str
    missing: str


@dataclass(frozen=True, slots=True)
class NextYear:
    """What the next year is for: the priorities that stand, and the plan, where there is one."""

    head: Head
    year: str
    priorities: tuple[Coming, ...]
    plans: tuple[str, ...]
    aims: tuple[Aim, ...]


def priorities(scope: Scope) -> Priorities:
    """Each priority that counted in the year, by its number."""
    promises = _promises(scope)
    parts = tuple(_part(scope, each) for each in counted(scope, scope.year.start, scope.last))
    gap = "" if parts else "No priority of the year is recorded."
    if parts and not promises.aims:
        gap = (
            f"No improvement plan for {scope.year.label} is recorded, so what was planned is not known whole."
        )
    return Priorities(head(scope, "priorities", gap), promises, parts)


def counted(scope: Scope, first: date, last: date) -> tuple[Priority, ...]:
    """The priorities that counted on some day of a stretch, by number."""
    found = [
        each
        for each in scope.register.all(Priority)
        if (each.since is None or each.since <= last)
        and (each.until is None or each.until >= first)
        and stands(each, first)
    ]
    return tuple(sorted(found, key=lambda each: (len(each.number or ""), each.number or "", each.id)))


def next_year(scope: Scope) -> NextYear:
    """The priorities and the plan of the year after."""
    year = scope.year.next()
    coming = counted(scope, year.start, year.start)
    plans = _plans(scope, str(year))
    return NextYear(
        head(scope, "next-year", "" if coming else "No priority of the next year is recorded."),
        year.label,
        tuple(
            Coming(each.number or "", each.name, flowing(each.rationale), flowing(each.rationale_missing))
            for each in coming
        ),
        tuple(plan.title for plan in plans),
        tuple(aim for plan in plans for aim in _aims(scope, plan)),
    )


def _plans(scope: Scope, year: str) -> tuple[ImprovementPlan, ...]:
    """The improvement plans for a year that had been approved, or have no day of approval."""
    return tuple(
        plan for plan in scope.known(ImprovementPlan) if plan.period == year and _approved(scope, plan)
    )


def _approved(scope: Scope, plan: ImprovementPlan) -> bool:
    """Whether the plan was there on the day: what was approved later was not."""
    written = scope.register.record(ImprovementPlan, plan.id)
    return written.approved_on is None or written.approved_on <= scope.as_at


def _aims(scope: Scope, plan: ImprovementPlan) -> Iterator[Aim]:
    for one in plan.lines:
        if stands(one, scope.as_at):
            yield Aim(
                plan.title,
                one.priority or "",
                flowing(one.text),
                len(one.actions),
                one.effect or "",
                one.effect_on,
                flowing(one.effect_text),
                plan.illustrative,
            )


def _promises(scope: Scope) -> Promises:
    plans = _plans(scope, str(scope.year))
    owed = [each for each in _agreed(scope) if _was_due(scope, each)]
    lines = tuple(sorted((_promise(scope, each) for each in owed), key=lambda each: (each.due, each.title)))
    return Promises(
        tuple(plan.title for plan in plans),
        tuple(aim for plan in plans for aim in _aims(scope, plan)),
        lines,
        sum(each.standing in DONE for each in lines),
        sum(each.helped in ("shown", "partly-shown") for each in lines),
        sum(each.standing in OPEN for each in lines),
    )


def _agreed(scope: Scope) -> Iterator[Action]:
    """Actions agreed by the day that count on it."""
    for action in scope.register.all(Action):
        if scope.knows(action.agreed_on) and not has_ended(action, scope.as_at):
            yield action


def _was_due(scope: Scope, action: Action) -> bool:
    """Whether it had been agreed before the year, was open when it began, and was then due in it."""
    before = scope.year.start
    if action.agreed_on >= before or standing_on(action, before) not in OPEN:
        return False
    return before <= due_on(action, before) <= scope.year.end


def _promise(scope: Scope, action: Action) -> Promise:
    standing = standing_on(action, scope.as_at)
    seen = seen_on(action, scope.as_at)
    step = step_to(seen, "reported-complete", "assured", "closed")
    return Promise(
        flowing(action.title),
        scope.called(action.owner),
        due_on(action, scope.as_at),
        len(seen.due_changes),
        standing,
        step[1].on if step else None,
        helped_on(action, scope.as_at) if standing in DONE else None,
        action.illustrative,
    )


def _part(scope: Scope, priority: Priority) -> PriorityPart:
    mine = [each for each in _agreed(scope) if priority.id in each.priorities]
    lines = [_promise(scope, each) for each in mine]
    then = [standing_on(each, scope.last) for each in mine if each.agreed_on <= scope.last]
    done = (each for each in lines if scope.holds(each.done_on) and each.standing in DONE)
    return PriorityPart(
        priority.id,
        priority.number or "",
        priority.name,
        flowing(priority.rationale),
        flowing(priority.rationale_missing),
        tuple(
            aim
            for plan in _plans(scope, str(scope.year))
            for aim in _aims(scope, plan)
            if aim.priority == priority.id
        ),
        tuple(sorted(done, key=lambda each: (each.done_on or date.max, each.title))),
        sum(each in OPEN for each in then),
        sum(each == "overdue" for each in then),
        shown(scope, f"Priority: {priority.name}", "priority", lambda about: priority.id in about.priorities),
    )
