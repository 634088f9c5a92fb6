"""The training report of a year: who came, four levels of evaluation, who is in date, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import financial_year_of, long_date
from lif.views.came_of import many
from lif.views.papers import CannotBeMade, Opening, Question
from lif.views.training_report.keeping import (
    CurrencyLine,
    PlanLine,
    currency,
    never_counted,
    plans,
)
from lif.views.training_report.levels import Level, levels
from lif.views.training_report.reach import Reach, reach
from lif.views.training_report.said import asked, in_short, unknown
from lif.views.training_report.year import Year


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """The training of a year up to `until`; `in_short` are its headlines, `unknown` what nobody can tell."""

    opening: Opening
    as_at: date
    year: str
    until: date
    in_short: tuple[str, ...]
    reach: Reach
    plans: tuple[PlanLine, ...]
    levels: tuple[Level, ...]
    currency: tuple[CurrencyLine, ...]
    never_counted: tuple[str, ...]
    unknown: tuple[str, ...]


def training_report(question: Question) -> TrainingReport:
    """The report of the year that was named, or of the one in which the day lies; counts are always n of N.

    Raises CannotBeMade for a year that had not begun.
    """
    period = question.year or financial_year_of(question.as_at)
    if period.start > question.as_at:
        raise CannotBeMade(f"{period.label} has not begun by {long_date(question.as_at)}")
    year = Year(question.register, question.as_at, period)
    came, found, kept = reach(year), levels(year), currency(year)
    planned, uncounted = plans(year), tuple(never_counted(year, kept))
    return TrainingReport(
        opening=_opening(year, came, found, kept, planned),
        as_at=question.as_at,
        year=period.label,
        until=year.until,
        in_short=tuple(in_short(came, found, kept)),
        reach=came,
        plans=planned,
        levels=found,
        currency=kept,
        never_counted=uncounted,
        unknown=tuple(unknown(came, found, uncounted)),
    )


def _opening(
    year: Year,
    came: Reach,
    found: tuple[Level, ...],
    kept: tuple[CurrencyLine, ...],
    planned: tuple[PlanLine, ...],
) -> Opening:
    needs = [need for plan in planned for need in plan.needs]
    to_date = " to date" if year.runs else ""
    return Opening(
        title=f"Training report, {year.period.label}{to_date}",
        name=f"training-report-{year.period.slug}",
        purpose="Assurance: whether training reaches people, and children",
        asked=tuple(asked(came, found, kept, needs)),
        facts=(
            ("Period", f"{long_date(year.period.start)} to {long_date(year.until)}"),
            ("Plan", "; ".join(_plan_words(one) for one in planned) or "none is recorded"),
            ("Sessions", _sessions(came)),
            ("Came", f"{came.came:,}, counted at each course"),
        ),
        unfinished=tuple(_unfinished(year, came, planned)),
    )


def _plan_words(plan: PlanLine) -> str:
    approved = f"approved on {long_date(plan.approved_on)}" if plan.approved_on else "not approved"
    return f"{plan.title}, {approved}"


def _sessions(came: Reach) -> str:
    """`31 held, 2 called off, 3 to come`."""
    states = ((came.called_off, "called off"), (came.to_come, "to come"), (came.not_entered, "not entered"))
    return ", ".join([f"{came.sessions} held", *(f"{count} {word}" for count, word in states if count)])


def _unfinished(year: Year, came: Reach, planned: tuple[PlanLine, ...]) -> Iterator[str]:
    if not planned:
        yield f"No training plan for {year.period.label} is recorded."
    if came.not_entered:
        yield f"Nobody has entered who came to {many(came.not_entered, 'session')}."
    if not came.sessions:
        yield "No session of the year has been held and entered."
