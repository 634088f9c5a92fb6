"""The challenge and risk log: what was asked of whom, what was answered, what it changed; and the risks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.views.challenge_log.challenges import ChallengePart, challenges
from lif.views.challenge_log.escalated import EscalationLog, escalation_log
from lif.views.challenge_log.opening import opening
from lif.views.challenge_log.risks import RiskPart, risks
from lif.views.challenge_log.wanted import wanted
from lif.views.papers import Opening, Question

__all__ = ["ChallengeAndRiskLog", "challenge_and_risk_log"]


@dataclass(frozen=True, slots=True)
class ChallengeAndRiskLog:
    """The paper. Open challenges and risks come with what asks most of their reader first.

    What was closed in the last twelve months is shown with what came of it; `closed_before` counts the
    challenges and risks that were closed earlier.
    """

    opening: Opening
    as_at: date
    challenges: tuple[ChallengePart, ...]
    closed_challenges: tuple[ChallengePart, ...]
    escalations: EscalationLog
    risks: tuple[RiskPart, ...]
    closed_risks: tuple[RiskPart, ...]
    closed_before: int


def challenge_and_risk_log(question: Question) -> ChallengeAndRiskLog:
    """The log of everything, or of what a group follows, an agency is asked, or a priority is about."""
    want = wanted(question)
    asked, log = challenges(want), escalation_log(want)
    known = risks(want)
    closed = tuple(one for one in asked if want.lately(one.closed_on))
    ended = tuple(one for one in known if want.lately(one.closed_on))
    every = sum(one.closed_on is not None for one in asked) + sum(one.closed_on is not None for one in known)
    return ChallengeAndRiskLog(
        opening(want, asked, log, known),
        question.as_at,
        tuple(one for one in asked if one.closed_on is None),
        closed,
        log,
        tuple(one for one in known if one.closed_on is None),
        ended,
        every - len(closed) - len(ended),
    )
