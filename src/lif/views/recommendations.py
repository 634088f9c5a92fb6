"""Where a recommendation stands: the worst of its actions, agencies that have none, what is still owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.calendars import long_date
from lif.checks.recommended import Recommended, answers, made_on, recommended
from lif.measures.standing import state_on
from lif.records.actions import Action
from lif.records.governance import Agency
from lif.records.record import stands
from lif.records.reviews import Review
from lif.register import Register
from lif.views.actions import ActionLine, action_line
from lif.views.helped import helped_on
from lif.views.sentences import quoted
from lif.views.shown import flowing

Overall = Literal[
    "unanswered",
    "no-action",
    "overdue",
    "at-risk",
    "on-track",
    "awaiting-assurance",
    "assured",
    "closed",
    "not-accepted",
]
OVERALL: tuple[Overall, ...] = get_args(Overall)
"""Where a recommendation can stand, the worst first; to one that was not accepted nothing is owed."""


@dataclass(frozen=True, slots=True)
class RecommendationLine:
    """One recommendation as it stood on a day.

    `overall` is the worst standing of its actions; `missing` are the agencies it is addressed to that have
    no action, by name, and one missing makes the whole `no-action`. An action that was superseded stands as
    the one in its place; one that was not accepted does not count. `owed` says in words what is still owed,
    and is empty when nothing is.
    """

    address: str
    record: str
    record_name: str
    kind: str
    text: str
    made_on: date | None
    response: str
    responded_on: date | None
    overall: Overall
    actions: tuple[ActionLine, ...]
    missing: tuple[str, ...]
    owed: str
    illustrative: bool


def recommendations(
    register: Register, as_at: date, source: str | None = None
) -> tuple[RecommendationLine, ...]:
    """Every recommendation made by `as_at`, the worst first; of one record, or at one address, if named."""
    answered = answers(register, as_at)
    lines = [
        recommendation_line(register, found, answered.get(found.address, []), as_at)
        for found in recommended(register)
        if source in (None, found.record.id, found.address) and _made(found, as_at)
    ]
    return tuple(sorted(lines, key=lambda line: (OVERALL.index(line.overall), line.address)))


def recommendation_line(
    register: Register, found: Recommended, actions: list[Action], as_at: date
) -> RecommendationLine:
    """One recommendation with the actions that answer it."""
    one, record = found.one, found.record
    known = one.responded_on is None or one.responded_on <= as_at
    response = (one.response or "") if known else ""
    counted = _counted(register, actions, as_at)
    lines = tuple(action_line(register, action, as_at) for action in counted)
    missing = _missing(register, found, lines)
    overall = _overall(response, lines, missing)
    return RecommendationLine(
        address=found.address,
        record=record.id,
        record_name=record.title,
        kind=record.kind,
        text=flowing(one.text),
        made_on=made_on(record),
        response=response,
        responded_on=one.responded_on if known else None,
        overall=overall,
        actions=lines,
        missing=missing if response != "not-accepted" else (),
        owed=_owed(overall, counted, lines, missing, as_at),
        illustrative=record.illustrative,
    )


def _made(found: Recommended, as_at: date) -> bool:
    """Whether it was there on the day; where no report has a day, it is what the record says.

    A review recommends nothing before anything of it has happened.
    """
    day = made_on(found.record)
    if day is None and isinstance(found.record, Review):
        day = min((one.on for one in found.record.milestones if one.on), default=None)
    return day is None or day <= as_at


def _counted(register: Register, actions: list[Action], as_at: date) -> tuple[Action, ...]:
    """The actions that count on the day, each superseded one by what took its place, each once."""
    found: dict[str, Action] = {}
    for action in actions:
        last = _in_its_place(register, action, as_at)
        if last is not None and state_on(last, as_at) != "not-accepted":
            found.setdefault(last.id, last)
    return tuple(found[id_] for id_ in sorted(found))


def _in_its_place(register: Register, action: Action, as_at: date) -> Action | None:
    """The action itself, or the one that stands in its place by now; None when that leads nowhere."""
    seen: set[str] = set()
    here: Action | None = action
    while here is not None and state_on(here, as_at) == "superseded":
        if here.id in seen:
            return None
        seen.add(here.id)
        here = register.find(Action, here.superseded_by)
        if here is not None and (here.agreed_on > as_at or not stands(here, as_at)):
            return None
    return here


def _missing(register: Register, found: Recommended, lines: tuple[ActionLine, ...]) -> tuple[str, ...]:
    """The agencies it is addressed to that own no action of it, by name."""
    having = {line.agency for line in lines}
    named = (register.find(Agency, agency) for agency in found.one.agencies if agency not in having)
    return tuple(agency.short_name or agency.name for agency in named if agency is not None)


def _overall(response: str, lines: tuple[ActionLine, ...], missing: tuple[str, ...]) -> Overall:
    if response == "not-accepted":
        return "not-accepted"
    if not lines:
        return "no-action" if response else "unanswered"
    if missing:
        return "no-action"
    worst = min((line.standing for line in lines if line.standing in OVERALL), key=_rank, default="no-action")
    return OVERALL[_rank(worst)]


def _rank(standing: str) -> int:
    return OVERALL.index(standing)


def _owed(
    overall: Overall,
    actions: tuple[Action, ...],
    lines: tuple[ActionLine, ...],
    missing: tuple[str, ...],
    as_at: date,
) -> str:
    """What is still owed, in words."""
    if overall == "not-accepted":
        return ""
    said = []
    if overall == "unanswered":
        said.append("the board's answer")
    elif not lines:
        said.append("an action")
    if missing and lines:
        said.append(f"an action of {', '.join(missing)}")
    owing = (owed_by(action, line, as_at) for action, line in zip(actions, lines, strict=True))
    return "; ".join([*said, *filter(None, owing)])


def owed_by(action: Action, line: ActionLine, as_at: date) -> str:
    """What an action still owes, in words: to be done, shown, assured, or looked at for whether it helped."""
    return _of_action(line) or _of_impact(action, as_at)


def _of_action(line: ActionLine) -> str:
    """What an action still owes before it is assured."""
    if line.standing == "overdue":
        late = f"{line.days_overdue} day{'' if line.days_overdue == 1 else 's'}"
        return f"{quoted(line.title)}, {late} overdue ({line.owner_name})"
    if line.standing in ("on-track", "at-risk"):
        return f"{quoted(line.title)} by {long_date(line.due)} ({line.owner_name})"
    if line.standing == "awaiting-assurance":
        return f"{'assurance' if line.evidence else 'evidence'} of {quoted(line.title)}"
    return ""


def _of_impact(action: Action, as_at: date) -> str:
    """What is owed of an assured or closed action: a look at whether it helped."""
    if state_on(action, as_at) not in ("assured", "closed"):
        return ""
    match helped_on(action, as_at):
        case "no-day-set":
            return f"a day to see whether {quoted(action.title)} helped"
        case "overdue" | "not-yet-due" if action.impact and action.impact.due:
            return f"a look at whether {quoted(action.title)} helped, by {long_date(action.impact.due)}"
        case _:
            return ""
