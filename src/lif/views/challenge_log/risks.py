"""Risks: without controls, when entered, at the last two looks and what can be lived with; what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.measures.standing import by
from lif.records.oversight import Rating, Risk
from lif.records.record import stands
from lif.views.as_known import as_known
from lif.views.called import called_at
from lif.views.challenge_log.wanted import Wanted
from lif.views.followed import Followed
from lif.views.movement import Movement, moved_since
from lif.views.shown import flowing

Change = Literal["", "lower", "higher", "unchanged"]


@dataclass(frozen=True, slots=True)
class Score:
    """A rating of five by five: likelihood times impact."""

    score: int
    likelihood: int
    impact: int


@dataclass(frozen=True, slots=True)
class ControlPart:
    """What makes a risk less, and who sees to it."""

    text: str
    owner: str


@dataclass(frozen=True, slots=True)
class RiskPart:
    """One risk as it was known on the day.

    `entered` is how it stood on the day it was entered, `before` at the look before the last one (or when it
    was entered), `now` at the last. Where nobody has looked since it was entered there is no `before` and no
    `change`. `above` says that it stands above what the board can live with. `days_overdue` counts from the
    day after the next look was due.
    """

    id: str
    title: str
    cause: str
    event: str
    consequence: str
    owner: str
    group: str
    opened: date
    without: Score
    entered: Score
    before: Score | None
    now: Score
    target: Score
    change: Change
    above: bool
    looked_on: date | None
    seen: str
    review_due: date | None
    days_overdue: int
    controls: tuple[ControlPart, ...]
    actions: tuple[Followed, ...]
    indicators: tuple[Movement, ...]
    closed_on: date | None
    closed_reason: str
    illustrative: bool


def risks(want: Wanted) -> tuple[RiskPart, ...]:
    """Every risk entered by the day: open before closed, overdue looks first, then the highest score."""
    return tuple(sorted(_risks(want), key=_order))


def _risks(want: Wanted) -> Iterator[RiskPart]:
    for one in want.register.all(Risk):
        if one.opened <= want.as_at and stands(one, want.as_at) and want.risk(one):
            yield _risk(want, as_known(want.register, one, want.as_at))


def _order(one: RiskPart) -> tuple[bool, int, int, int, str]:
    closed = -one.closed_on.toordinal() if one.closed_on else 0
    return (one.closed_on is not None, closed, -one.days_overdue, -one.now.score, one.id)


def _risk(want: Wanted, one: Risk) -> RiskPart:
    register, looks = want.register, by(one.reviews, want.as_at)
    ratings = [score_of(one.residual), *(score_of(look.residual) for look in looks)]
    before = ratings[-2] if looks else None
    last = looks[-1] if looks else None
    target = score_of(one.target)
    late = one.closed_on is None and one.review_due is not None and one.review_due < want.as_at
    moved = (
        moved_since(register, want.question.figures, id_, one.opened, want.as_at) for id_ in one.indicators
    )
    return RiskPart(
        id=one.id,
        title=one.title,
        cause=flowing(one.cause),
        event=flowing(one.event),
        consequence=flowing(one.consequence),
        owner=called_at(register, one.owner),
        group=called_at(register, one.group),
        opened=one.opened,
        without=score_of(one.inherent),
        entered=ratings[0],
        before=before,
        now=ratings[-1],
        target=target,
        change=change_of(before, ratings[-1]),
        above=ratings[-1].score > target.score,
        looked_on=last.on if last else None,
        seen=flowing(last.text) if last else "",
        review_due=one.review_due,
        days_overdue=(want.as_at - one.review_due).days if late and one.review_due and not _kept(one) else 0,
        controls=tuple(
            ControlPart(flowing(each.text), called_at(register, each.owner) if each.owner else "")
            for each in one.controls
            if stands(each, want.as_at)
        ),
        actions=want.actions(one.actions),
        indicators=tuple(each for each in moved if each),
        closed_on=one.closed_on,
        closed_reason=flowing(one.closed_reason),
        illustrative=one.illustrative,
    )


def _kept(one: Risk) -> bool:
    """Whether a look on or after the day that was set for it kept it, and no next day was set since."""
    return any(one.review_due is not None and look.on >= one.review_due for look in one.reviews)


def score_of(rating: Rating) -> Score:
    """The rating with its score."""
    return Score(rating.likelihood * rating.impact, rating.likelihood, rating.impact)


def change_of(before: Score | None, now: Score) -> Change:
    """Which way a risk went at the last look; lower is better."""
    if before is None:
        return ""
    if before.score == now.score:
        return "unchanged"
    return "lower" if now.score < before.score else "higher"
