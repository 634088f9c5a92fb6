"""The page of an audit: how far it is, what it asked, what it found, and what became of that."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.records.audits import Audit, AuditTool, CriterionResult, GradeCount
from lif.views.audit_tables import came_of_it, graded_words
from lif.views.audits import AuditLine
from lif.views.site.deadlines import deadlines_of
from lif.views.site.naming import named
from lif.views.site.pieces import (
    Columns,
    Fact,
    Panel,
    Row,
    Told,
    Words,
    prose,
    quiet,
    softly,
    strong,
    table,
    words,
)
from lif.views.site.recommended import recommended
from lif.views.site.world import World

_STAGES = {
    "planned": "Planned",
    "late": "Late to begin",
    "in-the-field": "In the field",
    "moderation": "Grades are being moderated",
    "reported": "Reported",
    "repeat-due": "Its repeat is due, and no audit in the calendar repeats it",
    "given-up": "Given up",
}


def audit(world: World, record: Audit) -> Told:
    """What is told of an audit."""
    line = world.audits.get(record.id)
    return Told(
        lead=tuple(_lead(line)) if line else (),
        facts=tuple(_facts(world, line)) if line else (),
        panels=(
            *_asked(record),
            *_grades(world, record),
            *recommended(world, record),
            *deadlines_of(world, record.id),
        ),
        fields=frozenset(
            ("title", "planned", "question", "overall", "results", "recommendations", "reported")
        ),
    )


def _lead(line: AuditLine) -> Iterator[Words]:
    since = f", since {long_date(line.stage_on)}" if line.stage_on and line.stage != "late" else ""
    text = f"{_STAGES[line.stage]}{since}."
    yield strong(text) if line.stage in ("late", "repeat-due") else Words(text)
    if graded := graded_words(line):
        yield Words(f"Good or better after moderation: {graded} cases.")
    if came := came_of_it(line):
        yield Words(f"{came}.")


def _facts(world: World, line: AuditLine) -> Iterator[Fact]:
    yield Fact("Planned for", words(line.quarter.label))
    if line.put_off:
        times = "once" if line.put_off == 1 else f"{line.put_off} times"
        yield Fact("First planned for", words(f"{line.first.label}; put off {times}"))
    if line.reported:
        yield Fact("Reported", words(long_date(line.reported)))
    if line.repeat:
        yield Fact("Repeated by", world.link(line.repeat))


def _asked(record: Audit) -> Iterator[Panel]:
    if record.question:
        yield Panel("The question it asks", "question--asked", prose(record.question))


def _grades(world: World, record: Audit) -> Iterator[Panel]:
    """Cases by grade, overall and for each criterion, by the names that the tool gives them."""
    grades = _names(world, record)
    overall = (
        Row((words(name), _counted(grade, record.overall)))
        for grade, name in grades.items()
        if record.overall
    )
    columns: Columns = (("Criterion", False), *((name, True) for name in grades.values()))
    each = (
        Row(
            (
                (Words(_criterion(world, one), world.ref(one.criterion)),),
                *(_both(grade, one) for grade in grades),
            )
        )
        for one in record.results
    )
    tables = (
        *table("Cases by overall grade, after moderation", (("Grade", False), ("Cases", True)), overall),
        *table("Cases by grade for each criterion, after moderation", columns, each),
    )
    if tables:
        yield Panel("How cases were graded", "how-cases--were-graded", tables=tables)


def _names(world: World, record: Audit) -> dict[str, str]:
    """The grades that were given, by id: in the tool's order, then those that any tool has."""
    tool = world.known.find(AuditTool, record.tool)
    names = {grade.id: grade.name for grade in tool.grades} if tool else {}
    counts = [*record.overall, *(each for one in record.results for each in (*one.auditor, *one.moderated))]
    given = dict.fromkeys(each.grade for each in counts)
    known = {grade: name for grade, name in names.items() if grade in given}
    return known | {grade: grade.replace("-", " ").capitalize() for grade in given if grade not in known}


def _criterion(world: World, one: CriterionResult) -> str:
    return named(world.known, one.criterion) if world.ref(one.criterion) else one.criterion


def _counted(grade: str, counts: tuple[GradeCount, ...]) -> tuple[Words, ...]:
    """How many cases had a grade; nought where it is not named beside others."""
    return (Words(f"{_cases(grade, counts):,}"),)


def _both(grade: str, one: CriterionResult) -> tuple[Words, ...]:
    """The cases after moderation, and before it where the auditors had counted differently."""
    if not one.moderated:
        return (Words(f"{_cases(grade, one.auditor):,}"), quiet("not moderated"))
    after, before = _cases(grade, one.moderated), _cases(grade, one.auditor)
    differs = one.auditor and before != after
    return (Words(f"{after:,}"), *softly(f"auditors: {before:,}" if differs else ""))


def _cases(grade: str, counts: tuple[GradeCount, ...]) -> int:
    return sum(each.cases for each in counts if each.grade == grade)
