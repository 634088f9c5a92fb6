"""Reviews, child deaths and audits in the year, what they asked for, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lif.calendars import parse_period
from lif.records.incidents import CaseConsidered, Incident
from lif.records.meetings import GroupReport
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.views.actions import OPEN, ActionLine, action_lines
from lif.views.audits import AuditLine, audit_lines
from lif.views.recommendations import RecommendationLine, recommendations
from lif.views.reviews import ReviewLine, review_lines
from lif.views.self_assessment import CycleLine, cycles
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope

HARM_YEARS = 5
"""Deaths and serious harm are told of so many years: few happen in each."""


@dataclass(frozen=True, slots=True)
class HarmLine:
    """How many children were notified as dead or seriously harmed in one financial year, by the records."""

    year: str
    deaths: int
    seriously_harmed: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ReviewsPart:
    """Incidents, cases considered and reviews of the year, with the recommendations that were open in it.

    `incidents` became known in the year; `notified` of them were notified. `considered` cases were decided
    in the year, `to_review` of them for a review. `reviews` were going on or ended in the year. `harm` sets
    deaths and serious harm beside those of the years before, from the first year with an incident on record.
    """

    head: Head
    incidents: int
    notified: int
    considered: int
    to_review: int
    reviews: tuple[ReviewLine, ...]
    recommendations: tuple[RecommendationLine, ...]
    harm: tuple[HarmLine, ...]
    counted_illustrative: bool
    shown: Shown


@dataclass(frozen=True, slots=True)
class SaidByGroup:
    """What a group reported of its own work for a quarter."""

    group: str
    quarter: str
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ChildDeaths:
    """What the child death review partners report; the safeguarding partners only take it up.

    No evidence of impact is asked of this section, for its work is another body's; what there is is shown.
    """

    head: Head
    said: tuple[SaidByGroup, ...]
    actions: tuple[ActionLine, ...]
    shown: Shown


@dataclass(frozen=True, slots=True)
class AuditsPart:
    """The audits reported in the year, and where self-assessment stands on the day."""

    head: Head
    audits: tuple[AuditLine, ...]
    cycles: tuple[CycleLine, ...]
    returned: int
    late: tuple[str, ...]
    shown: Shown


def reviews(scope: Scope) -> ReviewsPart:
    """Serious incidents and reviews."""
    incidents = [each for each in scope.known(Incident) if scope.holds(each.aware)]
    cases = [each for each in scope.known(CaseConsidered) if scope.holds(each.decided)]
    lines = tuple(each for each in review_lines(scope.register, scope.as_at) if _in_hand(scope, each))
    asked = tuple(each for each in recommendations(scope.register, scope.as_at) if _open(scope, each))
    nothing = not (incidents or cases or lines or asked)
    return ReviewsPart(
        head(scope, "reviews", "No incident, case or review of the year is recorded." if nothing else ""),
        len(incidents),
        sum(each.notified is not None for each in incidents),
        len(cases),
        sum(each.decision == "review" for each in cases),
        lines,
        asked,
        tuple(_harm(scope)),
        any(each.illustrative for each in (*incidents, *cases)),
        shown(scope, "Serious incidents and reviews", "reviews", lambda about: "reviews" in about.subjects),
    )


def _harm(scope: Scope) -> Iterator[HarmLine]:
    """Children notified as dead or seriously harmed, by the year it became known, the latest first."""
    notified = [each for each in scope.known(Incident) if each.notified and each.aware]
    first = min((each.aware for each in notified if each.aware), default=None)
    year = scope.year
    for _ in range(HARM_YEARS):
        if first is None or year.end < first:
            return
        mine = [each for each in notified if each.aware and year.contains(each.aware)]
        harmed = sum(each.children or 1 for each in mine if each.sort == "serious-harm")
        deaths = sum(each.sort != "serious-harm" for each in mine)
        yield HarmLine(year.label, deaths, harmed, any(each.illustrative for each in mine))
        year = year.previous()


def _in_hand(scope: Scope, each: ReviewLine) -> bool:
    """Whether something happened to a review in the year: a milestone, or it was running at its end."""
    review = scope.register.record(Review, each.id)
    if review.sort == "child-death-review":
        return False
    return any(scope.holds(one.on) for one in review.milestones)


def _open(scope: Scope, each: RecommendationLine) -> bool:
    """Whether a review made it in the year, or something was agreed or done about it in the year."""
    if each.kind != Review.kind:
        return False
    touched = (action.agreed_on for action in each.actions)
    still = any(action.standing in OPEN for action in each.actions)
    before = each.made_on is None or each.made_on <= scope.last
    days = (each.made_on, each.responded_on, *touched)
    return before and (still or any(scope.holds(day) for day in days))


def child_deaths(scope: Scope) -> ChildDeaths:
    """What is recorded of the year's child death reviews, and the actions that came of them."""
    groups = {each.id for each in scope.boards("subgroup") if _on(scope, each.themes, ("child death",))}
    said = _said(scope, groups)
    actions = tuple(
        each
        for each in action_lines(scope.register, scope.as_at, source="child-death-review")
        if each.agreed_on <= scope.last
    )
    gap = "" if said or actions else "Nothing of the year's child death reviews is recorded."
    return ChildDeaths(
        head(scope, "child-deaths", gap),
        said,
        actions,
        shown(scope, "Child deaths", "reviews", lambda about: "child-deaths" in about.subjects),
    )


def _on(scope: Scope, themes: Iterable[str], words: tuple[str, ...]) -> bool:
    """Whether one of the themes is called by one of these words."""
    for id_ in themes:
        theme = scope.register.find(Theme, id_)
        named = " ".join((theme.name, *theme.aliases)).casefold() if theme else ""
        if any(word in named for word in words):
            return True
    return False


def _said(scope: Scope, groups: set[str]) -> tuple[SaidByGroup, ...]:
    """What these groups reported for the quarters of the year."""
    found = []
    for each in sorted(scope.known(GroupReport), key=lambda one: (one.quarter, one.group)):
        quarter = parse_period(each.quarter)
        inside = scope.year.start <= quarter.start and quarter.end <= scope.year.end
        if each.group in groups and inside and each.received and flowing(each.activity):
            found.append(
                SaidByGroup(
                    scope.called(each.group), quarter.short, flowing(each.activity), each.illustrative
                )
            )
    return tuple(found)


def audits(scope: Scope) -> AuditsPart:
    """Audits that were reported in the year, and self-assessment."""
    lines = tuple(each for each in audit_lines(scope.register, scope.as_at) if scope.holds(each.reported))
    found = cycles(scope.register, scope.as_at)
    came = sum(scope.holds(each.submitted) for each in found)
    gaps = ["audit was reported"] * (not lines) + ["self-assessment came"] * (not came)
    gap = f"By the records no {' and no '.join(gaps)} in the year." if gaps else ""
    return AuditsPart(
        head(scope, "audits", gap),
        lines,
        found,
        came,
        tuple(each.who_name for each in found if each.turn == "late"),
        shown(scope, "Audits and self-assessment", "audits", lambda about: "audits" in about.subjects),
    )
