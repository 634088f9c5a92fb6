"""What partners did of their own in the year: their audit programmes, and the review of their indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, parse_period
from lif.records.audits import Audit
from lif.records.partners_own import AuditProgramme, IndicatorReview, ProgrammeLine
from lif.records.record import stands
from lif.register import Register
from lif.views.called import agency_called
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class OwnAudit:
    """One audit of a programme: planned for which quarter, done when, and what it found."""

    title: str
    planned: str
    done: date | None
    found: str


@dataclass(frozen=True, slots=True)
class OwnLine:
    """One partner's year. `looked_at` is None where its indicators were not gone through by the day."""

    agency: str
    audits: tuple[OwnAudit, ...]
    reviewed: date | None
    looked_at: int | None
    linked: int | None
    changes: tuple[str, ...]
    illustrative: bool


def own_lines(register: Register, as_at: date) -> tuple[str, tuple[OwnLine, ...]]:
    """The newest year that any partner has either for, and each partner's line, by name."""
    programmes = [
        one for one in register.all(AuditProgramme) if one.agreed_on <= as_at and stands(one, as_at)
    ]
    reviews = [one for one in register.all(IndicatorReview) if one.on <= as_at and stands(one, as_at)]
    of_year: dict[Period, list[str]] = {}
    for one in programmes:
        of_year.setdefault(parse_period(one.period), []).append(one.agency)
    for other in reviews:
        of_year.setdefault(parse_period(other.period), []).append(other.agency)
    if not of_year:
        return "", ()
    year = max(of_year, key=lambda one: one.start)
    agencies = dict.fromkeys(of_year[year])
    lines = (_line(register, as_at, each, year, programmes, reviews) for each in agencies)
    return year.label, tuple(sorted(lines, key=lambda line: line.agency))


def _line(
    register: Register,
    as_at: date,
    agency: str,
    year: Period,
    programmes: Sequence[AuditProgramme],
    reviews: Sequence[IndicatorReview],
) -> OwnLine:
    mine = [one for one in programmes if one.agency == agency and parse_period(one.period) == year]
    gone = [one for one in reviews if one.agency == agency and parse_period(one.period) == year]
    review = gone[-1] if gone else None
    return OwnLine(
        agency_called(register, agency),
        tuple(_audit(register, as_at, line) for one in mine for line in one.lines if stands(line, as_at)),
        review.on if review else None,
        review.looked_at if review else None,
        review.linked if review else None,
        tuple(f"{each.name} ({each.change}): {flowing(each.reason)}" for each in review.changes)
        if review
        else (),
        any(one.illustrative for one in (*mine, *gone)),
    )


def _audit(register: Register, as_at: date, line: ProgrammeLine) -> OwnAudit:
    """An audit as its own record tells it, once it has one; what came after the day is left out."""
    audit = register.find(Audit, line.audit)
    done = audit.reported if audit else line.done_on
    known = done if done and done <= as_at else None
    said = " ".join(flowing(one.text) for one in audit.findings) if audit else flowing(line.found)
    return OwnAudit(line.title, parse_period(line.planned).short, known, said if known else "")
