"""The yearly report: what the year brought, section by section, and what became different for children."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lif.views.papers import Opening, Question
from lif.views.yearly_report.accounted import Money, SignOff, money, sign_off
from lif.views.yearly_report.arranged import (
    Arrangements,
    Commentary,
    Profile,
    arrangements,
    commentary,
    profile,
)
from lif.views.yearly_report.figured import FiguresPart, figures_part
from lif.views.yearly_report.gate import RULE, Shown
from lif.views.yearly_report.heads import Head, SectionId
from lif.views.yearly_report.heard import AttendancePart, VoicePart, attendance, voice
from lif.views.yearly_report.learned import (
    AuditsPart,
    ChildDeaths,
    ReviewsPart,
    audits,
    child_deaths,
    reviews,
)
from lif.views.yearly_report.opened import opening
from lif.views.yearly_report.planned import NextYear, Priorities, next_year, priorities
from lif.views.yearly_report.scope import scope_of
from lif.views.yearly_report.scrutinised import ScrutinyPart, scrutiny
from lif.views.yearly_report.taught import TrainingPart, training
from lif.views.yearly_report.unmoved import NotWorking, not_working
from lif.views.yearly_report.watched import WatchedPart, watched


@dataclass(frozen=True, slots=True)
class Contents:
    """One section in the list of contents: `parts` must show impact, and `without` of them do not."""

    head: Head
    parts: int
    without: int
    looks: int


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The report of one year as plain data, in the order in which it is read.

    `gates` are the parts that must show what became different, in the order of the report. `rule` says in
    words what counts as evidence of impact.
    """

    opening: Opening
    as_at: date
    year: str
    contents: tuple[Contents, ...]
    gates: tuple[Shown, ...]
    commentary: Commentary
    profile: Profile
    arrangements: Arrangements
    priorities: Priorities
    figures: FiguresPart
    voice: VoicePart
    reviews: ReviewsPart
    child_deaths: ChildDeaths
    audits: AuditsPart
    scrutiny: ScrutinyPart
    training: TrainingPart
    watched: WatchedPart
    money: Money
    attendance: AttendancePart
    not_working: NotWorking
    next_year: NextYear
    sign_off: SignOff
    rule: str


def yearly_report(question: Question) -> YearlyReport:
    """The yearly report of the year that was asked for, or of the last one that was over.

    What the records hold of the year, and was known on the day of the question, fills it; a section that no
    record fills says so. Raises CannotBeMade for a year that has not begun.
    """
    scope = scope_of(question)
    planned, heard, reviewed = priorities(scope), voice(scope), reviews(scope)
    audited, scrutinised = audits(scope), scrutiny(scope)
    taught, seen = training(scope), watched(scope)
    named = (heard, reviewed, audited, scrutinised, taught, seen)
    gates_of: dict[SectionId, tuple[Shown, ...]] = {part.head.id: (part.shown,) for part in named}
    gates_of["priorities"] = tuple(part.shown for part in planned.parts)
    gates = (*gates_of["priorities"], *(part.shown for part in named))
    first, area, arranged = commentary(scope), profile(scope), arrangements(scope)
    figured, deaths = figures_part(scope), child_deaths(scope)
    paid, came = money(scope), attendance(scope)
    unmoved, coming, ending = not_working(scope, planned), next_year(scope), sign_off(scope)
    parts = (first, area, arranged, planned, figured, heard, reviewed, deaths, audited, scrutinised, taught)
    heads = tuple(each.head for each in (*parts, seen, paid, came, unmoved, coming, ending))
    return YearlyReport(
        opening(scope, gates, heads, unmoved, coming, ending),
        scope.as_at,
        scope.year.label,
        tuple(_contents(each, gates_of) for each in heads),
        gates,
        first,
        area,
        arranged,
        planned,
        figured,
        heard,
        reviewed,
        deaths,
        audited,
        scrutinised,
        taught,
        seen,
        paid,
        came,
        unmoved,
        coming,
        ending,
        RULE,
    )


def _contents(each: Head, gates: Mapping[SectionId, tuple[Shown, ...]]) -> Contents:
    """A line of the contents."""
    mine = gates.get(each.id, ())
    return Contents(
        each, len(mine), sum(not gate.passes for gate in mine), sum(len(gate.looks) for gate in mine)
    )
