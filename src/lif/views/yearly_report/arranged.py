"""The foreword, the area, and the arrangements: who the partners are, what changed, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.law import running
from lif.records.governance import Agency, Group
from lif.records.law import Amendment
from lif.records.meetings import Meeting
from lif.records.publications import Publication
from lif.records.references import Area as Place
from lif.records.scrutiny import SignedStatement
from lif.views.bodies import bodies_of
from lif.views.scorecard.lines import Line, line
from lif.views.shown import flowing
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope

_TOLD = ("arrangements", "threshold-document", "framework")
"""Publications that say how the partners work together."""
_SETTLED = {"met": "kept", "met-late": "late", "breached": "missed"}


@dataclass(frozen=True, slots=True)
class Signed:
    """A statement on the report: whose, when it was made or is wanted, and what it says."""

    title: str
    by: str
    on: date | None
    due: date | None
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Commentary:
    """The foreword, and what the independent scrutineer says of the year."""

    head: Head
    foreword: tuple[Signed, ...]
    scrutineer: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """The area, by its population indicators."""

    head: Head
    area: str
    region: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """Something in the arrangements that changed on a day of the year."""

    on: date
    what: str
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of one of the two boards, and what came of it by the day of the report."""

    on: date
    group: str
    text: str
    minute: str
    outcome: str
    outcome_on: date | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Clocks:
    """How many deadlines of law and guidance fell in the year, and how they were kept."""

    kept: int
    late: int
    missed: int
    other: int

    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Arrangements:
    """Who works together under which body, what changed, what was decided, and whether time was kept."""

    head: Head
    bodies: tuple[str, ...]
    partners: tuple[str, ...]
    agencies: int
    groups: tuple[str, ...]
    changes: tuple[Changed, ...]
    decisions: tuple[Decided, ...]
    clocks: Clocks


def report_of(scope: Scope) -> Publication | None:
    """The ledger's entry for the yearly report of the year, planned or published."""
    wanted = str(scope.year)
    found = [
        each for each in scope.known(Publication) if each.sort == "yearly-report" and each.period == wanted
    ]
    return found[0] if found else None


def signed(scope: Scope, sort: Literal["foreword", "scrutineer", "sign-off"]) -> tuple[Signed, ...]:
    """The statements of a sort on the report of the year, wanted or made."""
    report = report_of(scope)
    found = [
        Signed(
            each.title,
            scope.called(each.by_agency if sort == "sign-off" else each.by_role or each.by_agency),
            each.on,
            each.due,
            flowing(each.text),
            each.illustrative,
        )
        for each in scope.known(SignedStatement)
        if report is not None and each.sort == sort and each.about.partition("/")[0] == report.id
    ]
    return tuple(sorted(found, key=lambda each: (each.on or date.max, each.by)))


def commentary(scope: Scope) -> Commentary:
    """What stands before the report itself."""
    foreword, scrutineer = signed(scope, "foreword"), signed(scope, "scrutineer")
    missing = [
        name
        for name, found in (("foreword", foreword), ("commentary of the independent scrutineer", scrutineer))
        if not any(each.on for each in found)
    ]
    gap = f"No {' and no '.join(missing)} is recorded." if missing else ""
    return Commentary(head(scope, "commentary", gap), foreword, scrutineer)


def profile(scope: Scope) -> Profile:
    """The area and the population indicators that the leadership board watches, with a figure."""
    ask, board = scope.ask, scope.question.board
    place = scope.register.find(Place, board.area)
    lines = []
    for indicator in ask.indicators():
        if indicator.outcomes_class == "population":
            series = ask.series(indicator)
            each = line(ask, indicator, ask.judge(series) if series else None)
            if each.latest.number is not None:
                lines.append(each)
    return Profile(
        head(scope, "area", "" if lines else "No figure of the area's children is recorded."),
        place.name if place else board.name,
        scope.called(place.region) if place else "",
        tuple(lines),
    )


def arrangements(scope: Scope) -> Arrangements:
    """The arrangements as they stood at the end of the year, and what happened to them in it."""
    agencies = [each for each in scope.register.all(Agency) if scope.stood(each)]
    changes = tuple(sorted(_changes(scope), key=lambda each: (each.on, each.what, each.text)))
    decisions = tuple(_decisions(scope))
    gap = "" if decisions else "No decision of a board in the year is recorded."
    return Arrangements(
        head(scope, "arrangements", gap),
        bodies_in(scope),
        tuple(each.name for each in scope.partners()),
        len(agencies),
        tuple(each.name for each in scope.boards("leadership", "operational", "subgroup")),
        changes,
        decisions,
        _clocks(scope),
    )


def bodies_in(scope: Scope) -> tuple[str, ...]:
    """The legal bodies that there were in the year, in order of time: a year can straddle two."""
    return tuple(
        body.name
        for body in bodies_of(scope.question.board)
        if not (body.since and body.since > scope.last) and not (body.until and body.until < scope.year.start)
    )


def _changes(scope: Scope) -> Iterator[Changed]:
    for body in scope.question.board.bodies:
        if body.since and scope.holds(body.since):
            yield Changed(body.since, "New body", f"{body.name} began.", False)
    for amendment in scope.known(Amendment):
        if scope.holds(amendment.on):
            yield Changed(amendment.on, "Framework changed", flowing(amendment.text), amendment.illustrative)
    for entry in scope.known(Publication):
        if entry.sort in _TOLD and entry.published and scope.holds(entry.published):
            yield Changed(entry.published, "Published", f"{entry.title}.", entry.illustrative)
    things: list[Agency | Group] = [*scope.register.all(Agency), *scope.register.all(Group)]
    for thing in things:
        kind = "agency" if isinstance(thing, Agency) else "group"
        if thing.since and scope.holds(thing.since):
            yield Changed(thing.since, f"New {kind}", f"{thing.name} began.", thing.illustrative)
        if thing.until and scope.holds(thing.until):
            yield Changed(thing.until, f"End of a {kind}", f"{thing.name} ended.", thing.illustrative)


def _decisions(scope: Scope) -> Iterator[Decided]:
    """What the leadership board decided, then the operational board, each in order of time."""
    for group in scope.boards("leadership", "operational"):
        held = [each for each in scope.known(Meeting) if each.group == group.id and scope.holds(each.on)]
        for meeting in sorted(held, key=lambda each: each.on):
            for one in meeting.decisions:
                yield Decided(
                    meeting.on,
                    group.name,
                    flowing(one.text),
                    one.minute or "",
                    flowing(one.outcome),
                    one.outcome_on,
                    meeting.illustrative,
                )


def _clocks(scope: Scope) -> Clocks:
    """The deadlines that fell in the year."""
    mine = [each for each in running(scope.register, scope.as_at) if scope.holds(each.verdict.due)]
    counts = Counter(_SETTLED.get(each.verdict.state, "other") for each in mine)
    made_up = any(each.record is not None and each.record.illustrative for each in mine)
    return Clocks(counts["kept"], counts["late"], counts["missed"], counts["other"], made_up)
