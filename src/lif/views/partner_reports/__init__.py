"""Partners' yearly reports as a paper: owed and come, approved by whom, what each shows and has learned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import Period
from lif.checks.successors import answering_on
from lif.records.governance import Agency
from lif.views.papers import Opening, Question
from lif.views.partner_reports.asking import asked, came, purpose
from lif.views.partner_reports.learning import LearningLine, learned_alone
from lif.views.partner_reports.reports import STANDS, ReportLine, Stand, report_lines, year_of

__all__ = ["LearningLine", "PartnerReports", "ReportLine", "StandCount", "partner_reports"]


@dataclass(frozen=True, slots=True)
class StandCount:
    """How many reports stand so, and whose, by name."""

    stand: Stand
    count: int
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerReports:
    """The reports of partners for one year as they stood on a day.

    `year` is empty where no report is recorded at all. `stands` counts the reports, `without_impact` are the
    partners whose report came and says nothing of what became different. `learned` is what agencies learned
    by themselves.
    """

    opening: Opening
    as_at: date
    year: str
    when: str
    agency: str
    stands: tuple[StandCount, ...]
    reports: tuple[ReportLine, ...]
    without_impact: tuple[str, ...]
    learned: tuple[LearningLine, ...]


def partner_reports(question: Question) -> PartnerReports:
    """The reports for the year that is named, else for the last year whose reports were due by the day."""
    register, as_at = question.register, question.as_at
    year = question.year or year_of(register, as_at)
    agency = question.named(Agency)
    only = answering_on(register, agency.id, as_at) if agency else ""
    lines = report_lines(register, year, only, as_at) if year else ()
    view = PartnerReports(
        opening=Opening("", "", "", ()),
        as_at=as_at,
        year=year.label if year else "",
        when=f" for {year.label}" if year else "",
        agency=agency.name if agency else "",
        stands=_stands(lines),
        reports=lines,
        without_impact=tuple(line.agency for line in came(lines) if not line.impact),
        learned=learned_alone(register, year, only, as_at) if year else (),
    )
    return replace(view, opening=_opening(view, year, agency))


def _opening(view: PartnerReports, year: Period | None, agency: Agency | None) -> Opening:
    wanted = asked(view)
    title = f"Partners' reports {view.year}".rstrip()
    parts = ("partner-reports", str(year) if year else "", agency.id if agency else "")
    return Opening(
        f"{title}: {agency.name}" if agency else title,
        "-".join(filter(None, parts)),
        purpose(wanted),
        wanted,
        (
            ("Partners", agency.name if agency else "All that report to the board"),
            ("Reports", _came(view.reports)),
        ),
    )


def _came(lines: tuple[ReportLine, ...]) -> str:
    return f"{len(came(lines))} of {len(lines)} came" if lines else "none is recorded"


def _stands(lines: tuple[ReportLine, ...]) -> tuple[StandCount, ...]:
    found = ((stand, [line.agency for line in lines if line.stand == stand]) for stand in STANDS)
    return tuple(StandCount(stand, len(names), tuple(names)) for stand, names in found if names)
