"""What the readers of the challenge and risk log are asked, worked out from what is open in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.challenge_log.challenges import ChallengePart
from lif.views.challenge_log.escalated import EscalationLog, EscalationQuarter
from lif.views.challenge_log.risks import RiskPart
from lif.views.challenge_log.wanted import Wanted
from lif.views.in_words import days, few, known_by
from lif.views.papers import Opening
from lif.views.sentences import named


def opening(
    want: Wanted, asked: Sequence[ChallengePart], log: EscalationLog, risks: Sequence[RiskPart]
) -> Opening:
    """What the log opens with."""
    about = [one for one in (want.group, want.agency, want.priority) if one]
    open_risks = [one for one in risks if one.closed_on is None]
    requests = (
        *_of_challenges(asked),
        *_of_risks(open_risks),
        *_of_escalations(log),
        _note(want, asked, risks),
    )
    title = "Challenge and risk log"
    return Opening(
        title=f"{title}: {', '.join(one.name for one in about)}" if about else title,
        name="-".join(["challenge-and-risk-log", *(one.id for one in about)]),
        purpose="Decision" if any(one.startswith("Decide") for one in requests) else "Assurance",
        asked=requests,
        facts=tuple(_facts(want, asked, open_risks)),
        unfinished=tuple(_unfinished(asked, log)),
    )


def _facts(
    want: Wanted, asked: Sequence[ChallengePart], open_risks: Sequence[RiskPart]
) -> Iterator[tuple[str, str]]:
    if want.group:
        yield "Group", want.group.name
    if want.agency:
        yield "Agency", want.agency.name
    if want.priority:
        yield "Priority", want.priority.name
    yield "Open challenges", str(sum(one.state != "closed" for one in asked))
    yield "Open risks", str(len(open_risks))


def _of_challenges(asked: Sequence[ChallengePart]) -> Iterator[str]:
    late = [one for one in asked if one.state == "answer-overdue"]
    wanting = [one for one in asked if one.state == "not-satisfied"]
    unread = [one for one in asked if one.state == "not-judged"]
    answered = [one for one in asked if one.state == "satisfied"]
    if late:
        said = few([known_by(one.title, named(one.to), f"{days(one.days_overdue)} late") for one in late])
        yield f"Ask for the answer to {many(len(late), 'challenge')}: {said}."
    if wanting:
        said = few([known_by(one.title, named(one.to)) for one in wanting])
        yield f"Decide what follows where the answer to a challenge does not satisfy: {said}."
    if unread:
        said = few([known_by(one.title, named(one.to)) for one in unread])
        yield f"Decide whether the answer satisfies: {said}."
    if answered:
        said = few([known_by(one.title, named(one.to)) for one in answered])
        yield f"Decide whether to close, and say what changed: {said}."


def _of_risks(risks: Sequence[RiskPart]) -> Iterator[str]:
    late = [one for one in risks if one.days_overdue]
    above = sorted((one for one in risks if one.above), key=lambda one: (-one.now.score, one.id))
    higher = [one for one in risks if one.change == "higher"]
    if late:
        said = few([known_by(one.title, one.owner, f"{days(one.days_overdue)} late") for one in late])
        yield f"Ask the owners to look again at {many(len(late), 'risk')}: {said}."
    if higher:
        said = few([known_by(one.title, one.owner) for one in higher])
        yield f"Challenge what was done about {many(len(higher), 'risk')} that grew: {said}."
    if above:
        said = few(
            [
                known_by(one.title, f"{one.now.score}, and {one.target.score} can be lived with")
                for one in above
            ]
        )
        verb = "stands" if len(above) == 1 else "stand"
        subject = f"{many(len(above), 'risk')} that {verb} above what the board can live with"
        yield f"Decide what more is done about {subject}: {said}."


def _of_escalations(log: EscalationLog) -> Iterator[str]:
    if log.missing:
        yield f"Ask for the counts of escalations that have not come: {few(log.missing)}."
    for quarter in _latest(log):
        if quarter.none_raised:
            yield (
                f"Ask whether the escalation policy is known and safe to use: none was raised in "
                f"{quarter.quarter} ({quarter.group}), which is a warning and not a success."
            )
        elif quarter.stages and quarter.stages[-1].left:
            last = quarter.stages[-1]
            yield (
                f"Ask what became of {many(last.left, 'disagreement')} not resolved at stage {last.stage} "
                f"in {quarter.quarter} ({quarter.group})."
            )


def _latest(log: EscalationLog) -> list[EscalationQuarter]:
    """The latest quarter that was counted, of each group."""
    found: dict[str, EscalationQuarter] = {}
    for quarter in log.quarters:
        found.setdefault(quarter.group, quarter)
    return list(found.values())


def _note(want: Wanted, asked: Sequence[ChallengePart], risks: Sequence[RiskPart]) -> str:
    """What was closed in the last twelve months and what came of it; there is always this."""
    closed = [one for one in asked if want.lately(one.closed_on)]
    helped = sum(one.difference in ("shown", "partly-shown") for one in closed)
    ended = [one for one in risks if want.lately(one.closed_on)]
    lower = sum(one.closed_on is None and one.change == "lower" for one in risks)
    if not asked and not risks:
        return "Note that no challenge and no risk is recorded for this paper."
    shown = (
        f", {helped} of the challenges shown, wholly or in part, to have made a difference" if closed else ""
    )
    fell = f"; {many(lower, 'open risk')} fell at the last look" if lower else ""
    if not ended and not closed:
        return f"Note that no risk and no challenge was closed in the last twelve months{fell}."
    return (
        f"Note that {_counted(len(ended), 'risk')} and {_counted(len(closed), 'challenge')} were closed in "
        f"the last twelve months{shown}{fell}."
    )


def _counted(count: int, word: str) -> str:
    return many(count, word) if count else f"no {word}"


def _unfinished(asked: Sequence[ChallengePart], log: EscalationLog) -> Iterator[str]:
    for one in asked:
        if one.state == "closed" and one.closed_on and not one.difference:
            on = long_date(one.closed_on)
            yield f"{known_by(one.title)} was closed on {on}, and nobody has said what difference it made."
    if log.missing:
        yield f"The escalations of {few(log.missing)} have not come."
