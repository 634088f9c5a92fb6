"""Independent scrutiny, inspections and challenges of the year, and how they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.inspections import Inspection
from lif.records.oversight import Challenge
from lif.records.scrutiny import Scrutiny
from lif.views.called import agency_called
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope


@dataclass(frozen=True, slots=True)
class Looked:
    """A piece of scrutiny or an inspection: who, what was asked, what was found, and the response."""

    title: str
    by: str
    on: date
    asked: str
    found: tuple[str, ...]
    recommended: int
    response: str
    responded_on: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Challenged:
    """A challenge that was made in the year: to whom, and how it was answered."""

    title: str
    on: date
    to: tuple[str, ...]
    responded_on: date | None
    satisfied: bool | None
    impact: str
    impact_text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ScrutinyPart:
    """Independent scrutiny, inspections, and challenges of the year."""

    head: Head
    scrutiny: tuple[Looked, ...]
    inspections: tuple[Looked, ...]
    challenges: tuple[Challenged, ...]
    shown: Shown


def scrutiny(scope: Scope) -> ScrutinyPart:
    """Scrutiny and inspections reported in the year, and challenges made in it."""
    pieces = tuple(
        Looked(
            each.title,
            scope.called(each.by),
            each.reported,
            flowing(each.question),
            tuple(flowing(one.text) for one in each.findings),
            len(each.recommendations),
            flowing(each.response),
            each.responded_on,
            each.illustrative,
        )
        for each in scope.known(Scrutiny)
        if each.reported and scope.holds(each.reported)
    )
    inspections = tuple(
        Looked(
            each.title,
            ", ".join(each.inspectorates),
            each.published,
            ", ".join(agency_called(scope.register, one) for one in each.agencies),
            tuple(flowing(one.text) for one in each.areas_for_improvement),
            len(each.areas_for_improvement),
            flowing(each.text),
            each.responded_on,
            each.illustrative,
        )
        for each in scope.known(Inspection)
        if each.published and scope.holds(each.published)
    )
    challenges = tuple(_challenged(scope, each) for each in scope.known(Challenge) if scope.holds(each.on))
    gap = "" if pieces else "No independent scrutiny reported in the year is recorded."
    return ScrutinyPart(
        head(scope, "scrutiny", gap),
        tuple(sorted(pieces, key=lambda each: (each.on, each.title))),
        tuple(sorted(inspections, key=lambda each: (each.on, each.title))),
        tuple(sorted(challenges, key=lambda each: (each.on, each.title))),
        shown(
            scope,
            "Independent scrutiny and challenge",
            "scrutiny",
            lambda about: "scrutiny" in about.subjects,
        ),
    )


def _challenged(scope: Scope, one: Challenge) -> Challenged:
    return Challenged(
        one.title,
        one.on,
        tuple(agency_called(scope.register, each) for each in one.to),
        one.responded_on,
        one.satisfied,
        one.impact or "",
        flowing(one.impact_text),
        one.illustrative,
    )
