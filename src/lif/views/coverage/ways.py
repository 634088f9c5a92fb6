"""The one table of what counts as evidence: which field of which kind, as which kind, from which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning, Passage
from lif.records.meetings import GroupReport
from lif.records.oversight import Challenge
from lif.records.partners_own import AuditProgramme, IndicatorReview
from lif.records.priorities import Strategy
from lif.records.publications import ImprovementPlan, Publication
from lif.records.record import Record
from lif.records.reviews import Review
from lif.records.scrutiny import PartnerReport, Scrutiny, SignedStatement
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import Course
from lif.records.voice import PractitionerIntelligence, Voice
from lif.register import Register
from lif.views.coverage import days, leanings
from lif.views.coverage.days import day, part_day
from lif.views.coverage.leanings import Lean, always
from lif.views.coverage.pieces import Sort


@dataclass(frozen=True, slots=True)
class Way:
    """How records of one kind show something.

    `field` is the field that links, without positions: `findings.statements`. `sort` is the kind of
    evidence, or a function that reads it from the record and the part that holds the link. `day` gives
    the day it dates from, None while it was not known by the day asked about. `agencies` names the field
    that says which agencies it comes from.
    """

    kind: type[Record]
    field: str
    sort: Sort | Callable[[Any, Any], Sort]
    day: Callable[[Register, Any, Any, date], date | None]
    lean: Lean = leanings.silent
    agencies: str = ""
    children: Callable[[Any, Any], bool] = leanings.nobody

    def sort_of(self, record: Record, part: object) -> Sort:
        """The kind of evidence that a part of a record is."""
        return self.sort if isinstance(self.sort, str) else self.sort(record, part)


_REPORTED = day("reported")
_AGAINST, _FOR = always("against"), always("for")
_DIRECTION = leanings.by_direction

WAYS: tuple[Way, ...] = (
    Way(
        Evidence, "shows", leanings.own_sort, day("on"), leanings.by_strength, "supplied_by", leanings.voiced
    ),
    Way(
        Evidence,
        "priorities",
        leanings.own_sort,
        day("on"),
        leanings.by_strength,
        "supplied_by",
        leanings.voiced,
    ),
    Way(Audit, "results.criterion", "audit", days.graded, leanings.by_grades, "agencies"),
    Way(Audit, "strengths.statements", "audit", _REPORTED, _FOR, "agencies"),
    Way(Audit, "findings.statements", "audit", _REPORTED, _AGAINST, "agencies"),
    Way(Audit, "bears_on", "audit", _REPORTED, agencies="agencies"),
    Way(Audit, "priorities", "audit", _REPORTED, agencies="agencies"),
    Way(Review, "findings.statements", "review", days.review_ended, leanings.by_finding, "agencies"),
    Way(Review, "priorities", "review", days.review_ended, agencies="agencies"),
    Way(Inspection, "priorities", "review", day("published"), agencies="agencies"),
    Way(Scrutiny, "findings.statements", "review", day("reported")),
    Way(Scrutiny, "statements", "review", day("reported")),
    Way(Scrutiny, "bears_on", "review", day("reported")),
    Way(Scrutiny, "priorities", "review", day("reported")),
    Way(Voice, "statements", "voice", day("on"), _DIRECTION, "agency", leanings.young),
    Way(Voice, "priorities", "voice", day("on"), _DIRECTION, "agency", leanings.young),
    Way(PractitionerIntelligence, "statements", "workforce", day("on"), _DIRECTION, "agencies"),
    Way(PractitionerIntelligence, "priorities", "workforce", day("on"), _DIRECTION, "agencies"),
    Way(
        Section11Return, "answers.question", leanings.answer_sort, days.answered, leanings.by_score, "agency"
    ),
    Way(Section11Return, "survey.answers.question", "workforce", days.surveyed, leanings.by_share, "agency"),
    Way(Section175Return, "standards.statements", "audit", day("reported"), leanings.by_returners),
    Way(Course, "statements", "workforce", days.taught),
    Way(Course, "priorities", "workforce", days.taught),
    Way(Learning, "statements", "document", day("on")),
    Way(Learning, "priorities", "document", day("on")),
    Way(GoodPractice, "statements", "observation", day("on"), _FOR, "agencies"),
    Way(GoodPractice, "priorities", "observation", day("on"), _FOR, "agencies"),
    Way(Challenge, "priorities", "observation", day("on"), agencies="to"),
    Way(GroupReport, "differences.priorities", "observation", day("received"), _FOR),
    Way(GroupReport, "heard.priority", leanings.heard_sort, day("received"), children=leanings.heard_young),
    Way(PartnerReport, "priorities", "document", day("received"), agencies="agency"),
    Way(AuditProgramme, "statements", "document", day("agreed_on"), agencies="agency"),
    Way(IndicatorReview, "statements", "document", day("on"), agencies="agency"),
    Way(IndicatorReview, "priorities", "document", day("on"), agencies="agency"),
    Way(Strategy, "statements", "document", day("agreed_on"), agencies="agreed_by"),
    Way(ImprovementPlan, "lines.priority", "observation", part_day("effect_on"), leanings.by_effect),
    Way(Action, "priorities", "observation", days.looked_at, leanings.by_impact),
    Way(Publication, "of", "document", day("published")),
    Way(SignedStatement, "about", "document", day("on")),
    Way(Passage, "route", "observation", day("on")),
)
"""Everything that counts but figures, which have no record of their own (lif.views.coverage.gathering).

A plan, a promise and a risk show nothing: an audit counts once reported or moderated, a review once it
ended, a section 11 score once moderated, an action once somebody looked at whether it helped.
"""

BY_FIELD: dict[tuple[type[Record], str], Way] = {(way.kind, way.field): way for way in WAYS}
