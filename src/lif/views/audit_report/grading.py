"""How cases were graded: by the auditors, after moderation, and beside an earlier audit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from lif.records.audits import Audit, AuditTool, CriterionResult, GradeCount
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.audits import graded
from lif.views.shown import flowing

Shift = Literal["more", "fewer", "same", ""]
"""Whether a larger part of the cases is good or better than before; empty where that cannot be said."""

OTHER_GRADES = ("not-evidenced", "not-applicable")


@dataclass(frozen=True, slots=True)
class Counted:
    """Cases of one grade, by the name readers know."""

    grade: str
    cases: int


@dataclass(frozen=True, slots=True)
class Part:
    """So many of so many cases were good or better; `of` leaves out those to which it does not apply."""

    good: int
    of: int


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One criterion: cases by grade as the auditors graded and after moderation, best grade first.

    `before` and `after` are the cases good or better, None where no grade counts as good or none was given;
    `moved` says what moderation did to that part.
    """

    text: str
    auditor: tuple[Counted, ...]
    moderated: tuple[Counted, ...]
    before: Part | None
    after: Part | None
    moved: Shift


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One criterion, or all cases together, in an earlier audit and in a later one with the same tool."""

    text: str
    earlier: Part | None
    later: Part | None
    moved: Shift


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two audits of one theme set side by side; `why_not` says why their grades cannot be."""

    earlier: str
    earlier_on: date | None
    later: str
    later_on: date | None
    overall: ComparedLine | None
    lines: tuple[ComparedLine, ...]
    why_not: str
    illustrative: bool


def criteria(register: Register, seen: Audit) -> tuple[CriterionLine, ...]:
    """Every criterion that was graded, in the order of the tool; `seen` is the audit as known on the day."""
    return tuple(_criterion(register, one) for one in _ordered(register, seen.results))


def overall(register: Register, seen: Audit) -> tuple[Counted, ...]:
    """Cases by overall grade, best first."""
    tool = register.find(AuditTool, seen.tool)
    return counted(tool, seen.overall)


def counted(tool: AuditTool | None, counts: Iterable[GradeCount]) -> tuple[Counted, ...]:
    """Cases by grade with the names of the tool, in its order, then those that have no grade."""
    names = {grade.id: grade.name for grade in tool.grades} if tool else {}
    order = [*names, *OTHER_GRADES]
    found = sorted(counts, key=lambda one: order.index(one.grade) if one.grade in order else len(order))
    return tuple(
        Counted(names.get(one.grade, one.grade.replace("-", " ").capitalize()), one.cases) for one in found
    )


def good(tool: AuditTool | None, counts: Iterable[GradeCount]) -> Part | None:
    """How many cases were good or better of how many; None where that cannot be said."""
    best = {grade.id for grade in tool.grades if grade.good} if tool else set()
    mine = [one for one in counts if one.grade != "not-applicable"]
    of = sum(one.cases for one in mine)
    return Part(sum(one.cases for one in mine if one.grade in best), of) if best and of else None


def shift(before: Part | None, after: Part | None) -> Shift:
    """Whether the part grew; exact, so that 3 of 8 and 6 of 16 are the same."""
    if before is None or after is None:
        return ""
    first, then = Fraction(before.good, before.of), Fraction(after.good, after.of)
    return "same" if first == then else "more" if then > first else "fewer"


def compared(register: Register, earlier: Audit, later: Audit, as_at: date) -> Comparison:
    """Two audits by their moderated grades, as far as both were known on the day."""
    first, then = (as_known(register, one, as_at) for one in (earlier, later))
    why_not = _why_not(first, then)
    lines = () if why_not else tuple(_side_by_side(register, first, then))
    total = None
    if not why_not:
        before, after = (_overall(register, one, as_at) for one in (earlier, later))
        total = ComparedLine("All cases, overall", before, after, shift(before, after))
    return Comparison(
        first.title,
        first.reported,
        then.title,
        then.reported,
        total,
        lines,
        why_not,
        first.illustrative or then.illustrative,
    )


def _why_not(first: Audit, then: Audit) -> str:
    for one in (then, first):
        if one.reported is None:
            return f"“{one.title}” is not reported yet"
    if first.tool != then.tool or first.tool is None:
        return "they were not graded with the same tool"
    return "" if first.results and then.results else "no grades are recorded of one of them"


def _overall(register: Register, audit: Audit, as_at: date) -> Part | None:
    found, of = graded(register, audit, as_at)
    return Part(found, of) if found is not None and of else None


def _side_by_side(register: Register, first: Audit, then: Audit) -> Iterable[ComparedLine]:
    tool = register.find(AuditTool, then.tool)
    before = {one.criterion: good(tool, one.moderated) for one in first.results}
    for one in _ordered(register, then.results):
        if one.criterion in before:
            old, new = before[one.criterion], good(tool, one.moderated)
            yield ComparedLine(_text(register, one), old, new, shift(old, new))


def _criterion(register: Register, one: CriterionResult) -> CriterionLine:
    tool = register.find(AuditTool, one.criterion.partition("/")[0])
    before, after = good(tool, one.auditor), good(tool, one.moderated)
    return CriterionLine(
        _text(register, one),
        counted(tool, one.auditor),
        counted(tool, one.moderated),
        before,
        after,
        shift(before, after),
    )


def _text(register: Register, one: CriterionResult) -> str:
    return flowing(getattr(register.get(one.criterion), "text", "")) or one.criterion


def _ordered(register: Register, results: Sequence[CriterionResult]) -> list[CriterionResult]:
    """In the order in which the tool has them."""
    return sorted(
        results, key=lambda one: register.item_path(one.criterion) if register.get(one.criterion) else ()
    )
