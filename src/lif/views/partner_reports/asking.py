"""What the reader of the partners' reports is asked to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.sentences import named

if TYPE_CHECKING:
    from lif.views.partner_reports import PartnerReports
    from lif.views.partner_reports.reports import ReportLine

_CAME = frozenset(("returned", "not-taken", "noted", "approved"))
_DECIDING = ("Agree", "Decide", "Approve")


def asked(view: PartnerReports) -> tuple[str, ...]:
    """What is asked, what is missing first; there is always something."""
    if not view.reports:
        return (f"Agree which partners report to the board, and by when: no report is recorded{view.when}.",)
    found = (
        *_missing(view.reports),
        *_returned(view.reports),
        *_not_taken(view.reports),
        *_unapproved(view.reports),
        *_without_impact(view.reports),
        *_late(view.reports),
    )
    return found or (_note(view),)


def purpose(wanted: Sequence[str]) -> str:
    """Decision where something is to be agreed, decided or approved, else assurance."""
    if any(each.startswith(_DECIDING) for each in wanted):
        return "Decision: what becomes of partners' reports"
    return "Assurance: that each partner accounts for its work and its effect"


def came(lines: Sequence[ReportLine]) -> list[ReportLine]:
    """The reports that came."""
    return [line for line in lines if line.stand in _CAME]


def _missing(lines: Sequence[ReportLine]) -> Iterator[str]:
    for line in lines:
        if line.stand == "overdue" and line.due:
            again = ", and the one before it did not come either" if line.before == "overdue" else ""
            yield (
                f"Ask {line.agency} for its report, due on {long_date(line.due)}: "
                f"it is {many(line.days_late, 'day')} late{again}."
            )
    unasked = [line.agency for line in lines if line.stand == "not-asked"]
    if unasked:
        yield f"Agree whether {named(unasked)} {_owe(unasked)} a report: none is recorded for the year."


def _returned(lines: Sequence[ReportLine]) -> Iterator[str]:
    for line in lines:
        if line.stand == "returned":
            on = f" on {long_date(line.taken_on)}" if line.taken_on else ""
            yield f"Ask {line.agency} when its report comes again: the board returned it{on}."


def _not_taken(lines: Sequence[ReportLine]) -> Iterator[str]:
    waiting = [line.agency for line in lines if line.stand == "not-taken"]
    if waiting:
        yield f"Decide on the {_reports(waiting)} of {named(waiting)}: received, and not taken at a meeting."


def _unapproved(lines: Sequence[ReportLine]) -> Iterator[str]:
    bare = [line.agency for line in came(lines) if not line.own_approval and line.stand != "returned"]
    if bare:
        yield f"Ask {named(bare)} which of its own governance approved the report: it does not say."
    after = [line.agency for line in came(lines) if line.own_approval and not line.approved_first]
    if after:
        yield f"Ask {named(after)} to send a report only once its own governance has approved it."


def _without_impact(lines: Sequence[ReportLine]) -> Iterator[str]:
    bare = [line.agency for line in came(lines) if not line.impact]
    if bare:
        says = "its report says" if len(bare) == 1 else "their reports say"
        yield f"Challenge {named(bare, 6)}: {says} nothing of what became different for children."


def _late(lines: Sequence[ReportLine]) -> Iterator[str]:
    late = [f"{line.agency} ({many(line.days_late, 'day')})" for line in came(lines) if line.days_late]
    if late:
        yield f"Note what came late: the {_reports(late)} of {named(late)}."


def _note(view: PartnerReports) -> str:
    return (
        f"Note that {many(len(came(view.reports)), 'report')} came in time, approved at home, "
        "and read what each says of what became different for children, or that it cannot tell."
    )


def _reports(agencies: Sequence[str]) -> str:
    return "report" if len(agencies) == 1 else "reports"


def _owe(agencies: Sequence[str]) -> str:
    return "owes" if len(agencies) == 1 else "owe"
