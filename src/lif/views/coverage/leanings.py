"""Which way a piece of evidence leans, read from what its record declares and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from lif.measures.judged import Judged
from lif.records.actions import Action
from lif.records.audits import Audit, AuditTool, CriterionResult, GradeCount
from lif.records.evidence import Evidence
from lif.records.meetings import GroupReport, Heard
from lif.records.publications import ImprovementPlan, PlanLine
from lif.records.reviews import Finding, Review
from lif.records.section11 import (
    Section11Answer,
    Section11Return,
    Section175Return,
    StandardSummary,
    SurveyAnswer,
)
from lif.records.voice import Voice
from lif.register import Register
from lif.views.coverage.pieces import Leaning, Sort, together
from lif.views.signs import changing, meets

Lean = Callable[[Register, Any, Any], Leaning]

MOST = 75
"""From this share in per cent, cases graded good or staff who said yes support a statement."""
HALF = 50
"""Below this share they speak against it."""

_STRENGTH: Mapping[str, Leaning] = {"supports": "for", "mixed": "mixed", "contradicts": "against"}
_DIRECTION: Mapping[str | None, Leaning] = {"good": "for", "mixed": "mixed", "poor": "against"}
_SCORE: Mapping[str | None, Leaning] = {"fully-met": "for", "partly-met": "mixed", "not-met": "against"}
IMPACT: Mapping[str | None, Leaning] = {"shown": "for", "partly-shown": "mixed", "not-shown": "against"}
_TONE: Mapping[str, Leaning] = {"better": "for", "worse": "against"}
_HEARD: Mapping[str, Sort] = {
    "children-and-parents": "voice",
    "practitioners": "workforce",
    "audits-and-reviews": "audit",
}


def silent(register: Register, record: object, part: object) -> Leaning:
    """It does not say which way."""
    return "silent"


def always(leaning: Leaning) -> Lean:
    """The field itself says which way: a strength supports, a finding speaks against."""

    def lean(register: Register, record: object, part: object) -> Leaning:
        return leaning

    return lean


def by_strength(register: Register, record: Evidence, part: object) -> Leaning:
    """As the record of evidence says."""
    return _STRENGTH[record.strength]


def by_direction(register: Register, record: Any, part: object) -> Leaning:
    """Whether those who were heard spoke well of what they meet; silent where nobody said."""
    return _DIRECTION.get(record.direction, "silent")


def by_finding(register: Register, record: Review, part: Finding) -> Leaning:
    """What worked supports, what was found wanting speaks against."""
    return "for" if part.good_practice else "against"


def by_grades(register: Register, record: Audit, part: CriterionResult) -> Leaning:
    """By the share of cases graded good or better, moderated grades before auditors' own."""
    counts = good_of(register, part)
    return by_part(*counts) if counts else "silent"


def good_of(register: Register, part: CriterionResult) -> tuple[int, int] | None:
    """How many cases were good or better, and of how many; None where no grade counts as good.

    Cases to which the criterion does not apply are left out; those with nothing on file are not as good.
    """
    tool = register.find(AuditTool, part.criterion.partition("/")[0])
    good = {grade.id for grade in tool.grades if grade.good} if tool else set()
    graded = [one for one in part.moderated or part.auditor if one.grade != "not-applicable"]
    return (_cases(one for one in graded if one.grade in good), _cases(graded)) if good and graded else None


def _cases(counts: Iterable[GradeCount]) -> int:
    return sum(one.cases for one in counts)


def by_part(some: int, of: int) -> Leaning:
    """Three quarters or more support, fewer than half speak against, what lies between is mixed."""
    if of == 0:
        return "silent"
    share = 100 * some
    return "for" if share >= MOST * of else "against" if share < HALF * of else "mixed"


def by_score(register: Register, record: Section11Return, part: Section11Answer) -> Leaning:
    """By the moderated score; an agency's own score says nothing yet."""
    return _SCORE.get(part.moderated_score, "silent")


def by_share(register: Register, record: Section11Return, part: SurveyAnswer) -> Leaning:
    """By the share of staff who said yes."""
    return by_part(part.said_yes, part.of)


def by_returners(register: Register, record: Section175Return, part: StandardSummary) -> Leaning:
    """By the share of schools and colleges that met the standard fully."""
    return by_part(part.fully_met, part.fully_met + part.partly_met + part.not_met)


def by_effect(register: Register, record: ImprovementPlan, part: PlanLine) -> Leaning:
    """By what was seen of an aim of the plan."""
    return IMPACT.get(part.effect, "silent")


def by_impact(register: Register, record: Action, part: object) -> Leaning:
    """By whether the action was seen to help; assurance alone says that it was done, not that it helped."""
    impact = record.impact
    return IMPACT.get(impact.result if impact and impact.checked_on else None, "silent")


def by_signals(judged: Judged | None) -> Leaning:
    """By the signs of a figure's chart: changing for the better or worse, will or will not meet its target.

    Ordinary variation, too few points and no target say nothing.
    """
    found = (changing(judged), meets(judged)) if judged else ()
    return together(_TONE[sign.tone] for sign in found if sign.tone in _TONE)


def own_sort(record: Evidence, part: object) -> Sort:
    """The kind that the record of evidence names."""
    return record.sort


def answer_sort(record: object, part: Section11Answer) -> Sort:
    """A moderated score is audit, an answer in words or as a list is a document of the agency's own."""
    return "audit" if part.moderated_score else "document"


def heard_sort(record: GroupReport, part: Heard) -> Sort:
    """By who says so, in a group's report."""
    return _HEARD[part.from_whom]


def nobody(record: object, part: object) -> bool:
    """No child, parent or family speaks in it."""
    return False


def young(record: Voice, part: object) -> bool:
    """Children or whole families spoke, and not parents or carers alone."""
    return record.from_whom in ("children", "families")


def voiced(record: Evidence, part: object) -> bool:
    """Evidence of the kind voice; who spoke is not said, so it is taken to be children."""
    return record.sort == "voice"


def heard_young(record: GroupReport, part: Heard) -> bool:
    """What children and parents say, in a group's report."""
    return part.from_whom == "children-and-parents"
