"""The front sheet: whose paper, for which meeting, what the board is asked, and what came of the last one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lif.records.board import Board, EqualityCommitment
from lif.records.governance import Agency, Role
from lif.records.meetings import Meeting
from lif.records.oversight import Risk
from lif.records.record import stands
from lif.views.bodies import bodies_of, body_name, body_of
from lif.views.marking import MARKING
from lif.views.scorecard.cards import Card
from lif.views.scorecard.parts import name_of
from lif.views.scorecard.question import Ask
from lif.views.scorecard.returns import lacking, owed_for
from lif.views.shown import flowing

QUARTER_DAYS = 91


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing the board is asked: a verb, about which indicator or matter, and the words."""

    verb: str
    subject: str
    about: str
    words: str


@dataclass(frozen=True, slots=True)
class LastDecision:
    """A decision of the meeting before, and what came of it by the day of the paper."""

    text: str
    minute: str
    outcome: str
    outcome_on: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Front:
    """The first page of the paper, without its figures."""

    board: str
    body: str
    former: str
    title_quarter: str
    group: str
    priority: str
    meeting_on: date | None
    purpose: str
    author: str
    asked: tuple[Asked, ...]
    priorities: tuple[str, ...]
    contributing: tuple[str, ...]
    missing: tuple[str, ...]
    equality: str
    risks: tuple[str, ...]
    marking: str
    as_at: date
    draft: bool
    draft_reasons: tuple[str, ...]
    last_meeting_on: date | None
    last_decisions: tuple[LastDecision, ...]


def front(ask: Ask, board: Board, cards: tuple[Card, ...], unanswered: int) -> Front:
    """The front sheet of a scorecard."""
    body, name = body_of(board, ask.as_at), body_name(ask.register, board, ask.as_at)
    first = bodies_of(board)[0]
    group = ask.taker.id if ask.taker else ""
    returns = owed_for(ask)
    came = {each.agency for each in returns if each.received(ask.as_at)}
    due = [_short(ask, each) for each in {each.agency for each in returns if each.due < ask.as_at} - came]
    due += [f"{_short(ask, each.agency)} ({words})" for each in returns if (words := lacking(ask, each))]
    meeting, before = _meetings(ask, group)
    asked = _asked(cards)
    reasons = [f"{unanswered} exceptions without an explanation"] if unanswered > 1 else []
    reasons += ["1 exception without an explanation"] if unanswered == 1 else []
    if ask.errors:
        reasons.append(f"{ask.errors} error{'s stand' if ask.errors > 1 else ' stands'} in the records")
    if ask.draft:
        reasons.append("not yet issued")
    return Front(
        board=board.name,
        body=name,
        former="" if body is first else first.name,
        title_quarter=_quarter(ask, board, name),
        group=name_of(ask, group) if group else name,
        priority=ask.priority.name if ask.priority else "",
        meeting_on=meeting.on if meeting else None,
        purpose="Decision and assurance" if any(a.verb == "Decide" for a in asked) else "Assurance",
        author=_author(ask),
        asked=asked,
        priorities=_priorities(ask, cards),
        contributing=tuple(sorted(_short(ask, agency) for agency in came)),
        missing=tuple(sorted(due)),
        equality=" ".join(_equality(commitment) for commitment in board.equality),
        risks=_risks(ask, cards),
        marking=MARKING,
        as_at=ask.as_at,
        draft=bool(reasons),
        draft_reasons=tuple(reasons),
        last_meeting_on=before.on if before else None,
        last_decisions=_decisions(ask, before),
    )


def _quarter(ask: Ask, board: Board, name: str) -> str:
    """The quarter, with the body of its last day where that had another name than the one of the paper."""
    then = body_name(ask.register, board, min(ask.quarter.end, ask.as_at))
    return ask.quarter.label if then == name else f"{ask.quarter.label}, when it was the {then}"


def _equality(commitment: EqualityCommitment) -> str:
    """The commitment with the grounds that it names."""
    grounds = f" ({', '.join(commitment.grounds)})" if commitment.grounds else ""
    return f"{flowing(commitment.text).rstrip('.')}{grounds}."


def _short(ask: Ask, agency: str) -> str:
    found = ask.register.find(Agency, agency)
    return (found.short_name or found.name) if found else agency


def _author(ask: Ask) -> str:
    """The role that writes the paper: the business manager, where the board has one."""
    return next((role.name for role in ask.register.all(Role) if "business" in role.id), "")


def _asked(cards: tuple[Card, ...]) -> tuple[Asked, ...]:
    """Decisions that owners ask for first, then a challenge for each exception without a story."""
    found = [
        Asked("Decide", card.line.name, card.line.id, card.told.decision)
        for card in cards
        if card.told and card.told.decision
    ]
    found += [
        Asked("Challenge", card.line.name, card.line.id, card.silence.role) for card in cards if card.silence
    ]
    found += [
        Asked("Note", card.line.name, card.line.id, "")
        for card in cards
        if card.told and not card.told.decision
    ]
    return tuple(found)


def _priorities(ask: Ask, cards: tuple[Card, ...]) -> tuple[str, ...]:
    ids = dict.fromkeys(p for card in cards for p in card.line.priorities)
    return tuple(name_of(ask, id_) for id_ in sorted(ids))


def _risks(ask: Ask, cards: tuple[Card, ...]) -> tuple[str, ...]:
    """Open risks that an exception of the paper would show coming, or that the group of the paper follows."""
    raised = {card.line.id for card in cards}
    group = ask.group.id if ask.group else ""
    return tuple(
        risk.title
        for risk in ask.register.all(Risk)
        if risk.opened <= ask.as_at
        and (risk.closed_on is None or risk.closed_on > ask.as_at)
        and stands(risk, ask.as_at)
        and (risk.group == group or raised.intersection(risk.indicators))
    )


def _meetings(ask: Ask, group: str) -> tuple[Meeting | None, Meeting | None]:
    """The meeting that takes this paper, and the one held before it."""
    mine = sorted((m for m in ask.register.all(Meeting) if m.group == group), key=lambda m: m.on)
    takes = [m for m in mine if m.quarter == str(ask.quarter) and m.on >= ask.quarter.end]
    coming = [m for m in takes if m.on >= ask.as_at] or [m for m in mine if m.on >= ask.as_at] or takes[-1:]
    this = coming[0] if coming else None
    earlier = [m for m in mine if m.held and m.on <= ask.as_at and m is not this]
    return this, earlier[-1] if earlier else None


def meeting_before(ask: Ask) -> date | None:
    """The day of the meeting held before the paper's: the board had a paper there."""
    _, before = _meetings(ask, ask.taker.id if ask.taker else "")
    return before.on if before else None


def next_meeting(ask: Ask) -> date:
    """The day of the group's next meeting after the paper's, or three months on when none is planned."""
    group = ask.taker.id if ask.taker else ""
    this, _ = _meetings(ask, group)
    after = max(ask.as_at, this.on) if this else ask.as_at
    planned = [m.on for m in ask.register.all(Meeting) if m.group == group and m.on > after]
    return min(planned) if planned else after + timedelta(days=QUARTER_DAYS)


def _decisions(ask: Ask, meeting: Meeting | None) -> tuple[LastDecision, ...]:
    if meeting is None:
        return ()
    return tuple(
        LastDecision(
            flowing(decision.text),
            decision.minute or "",
            _known(ask, decision.outcome, decision.outcome_on),
            decision.outcome_on if decision.outcome_on and decision.outcome_on <= ask.as_at else None,
            meeting.illustrative,
        )
        for decision in meeting.decisions
    )


def _known(ask: Ask, outcome: str | None, on: date | None) -> str:
    return flowing(outcome) if on is not None and on <= ask.as_at else ""
