"""Self-assessments of schools and colleges, summarised: counts that cannot be, and a summary that is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.known import QUARTER_DAYS, known, known_for
from lif.diagnostics import Severity
from lif.records.record import stands
from lif.records.section11 import Section175Return
from lif.register import Register


@check("A406")
def more_returned_than_asked(register: Register, as_at: date) -> Iterator[Finding]:
    """More schools or colleges of a type returned than were asked, or the type stands there twice.

    Why:
        The rate of return would be above all of them, or two rates.
    Fails:
        asked: 45 with returned: 47
    Mend:
        Correct the counts; add the two together where a type stands there twice.
    Source:
        Those who returned are some of those who were asked.
    """
    for summary in register.all(Section175Return):
        seen: set[str] = set()
        for index, line in enumerate(summary.returners):
            if line.sort in seen:
                message, hint = "this type stands above already", "add the two together"
                yield Finding(summary.id, ("returners", index, "sort"), message, hint)
            elif line.returned > line.asked:
                message = f"{line.returned} returned, and {line.asked} were asked"
                yield Finding(summary.id, ("returners", index, "returned"), message, "correct the counts")
            seen.add(line.sort)


@check("A407", Severity.WARNING)
def standard_below_returns(register: Register, as_at: date) -> Iterator[Finding]:
    """The counts of one standard of the schools' summary add up to fewer than the number of returns.

    Why:
        Those that are left out are often those that did not answer, and shares are computed without them.
    Fails:
        fully_met 40, partly_met 8, not_met 1 of 52 returns.
    Mend:
        Correct the counts; count those for which it does not apply in `not_applicable`.
    Source:
        Each school or college that returned met a standard fully, partly or not, or it does not apply.
    """
    for summary, index, total, returned in _counted(register):
        if total < returned and stands(summary, as_at) and summary.opened <= as_at:
            message = f"the counts add up to {total}, and {returned} returned"
            hint = "correct the counts, or count the others in 'not_applicable'"
            yield Finding(summary.id, ("standards", index), message, hint)


def _counted(register: Register) -> Iterator[tuple[Section175Return, int, int, int]]:
    """Each standard of a summary that says how many returned: its place, its counts in all, that number."""
    for summary in register.all(Section175Return):
        returned = sum(line.returned for line in summary.returners)
        for index, one in enumerate(summary.standards):
            if summary.returners and summary.retired is None and one.retired is None:
                total = one.fully_met + one.partly_met + one.not_met + one.not_applicable
                yield summary, index, total, returned


@check("A427")
def standard_above_returns(register: Register, as_at: date) -> Iterator[Finding]:
    """The counts of one standard of the schools' summary add up to more than the number of returns.

    Why:
        A school was counted twice, or the count of returns is of an earlier day; both shares are wrong.
    Fails:
        fully_met 43, partly_met 8, not_met 4 of 52 returns.
    Mend:
        Count again: each school or college that returned stands in one of the four.
    Source:
        Each school or college that returned met a standard fully, partly or not, or it does not apply.
    """
    for summary, index, total, returned in _counted(register):
        if total > returned:
            message = f"the counts add up to {total}, and {returned} returned"
            yield Finding(summary.id, ("standards", index), message, "count again")


@check("A408", Severity.WARNING)
def schools_summary_overdue(register: Register, as_at: date) -> Iterator[Finding]:
    """The schools' returns were due a quarter ago or more, and their summary has not gone to the group.

    Why:
        Schools did the work, and nobody has told the board what it says.
    Fails:
        due: 2024-11-29, without reported, on 2025-03-10.
    Mend:
        Take the summary to the group; then enter `reported`.
    Source:
        Education Act 2002, sections 157 and 175; the board's cycle of self-assessment.
    """
    for summary in register.all(Section175Return):
        if known(summary.reported, as_at) or not stands(summary, as_at):
            continue
        if known_for(summary.due, as_at, QUARTER_DAYS):
            message = f"returns were due on {summary.due.isoformat()}, and no summary went to the group"
            hint = "take the summary to the group, then enter 'reported'"
            yield Finding(summary.id, ("due",), message, hint)


@check("A428", Severity.WARNING)
def summary_without_returns(register: Register, as_at: date) -> Iterator[Finding]:
    """A summary of schools' returns went to the group, and does not say how many were asked and returned.

    Why:
        What the returns say is worth as much as the share of schools that returned.
    Fails:
        reported: 2025-01-30, without returners.
    Mend:
        Add `returners`, by type.
    Source:
        Practice of schools' self-assessment: who returned is reported before what the returns say.
    """
    for summary in register.all(Section175Return):
        if known(summary.reported, as_at) and not summary.returners and stands(summary, as_at):
            message = f"it went to the group on {summary.reported.isoformat()} without counts of returns"
            yield Finding(summary.id, ("reported",), message, "add 'returners:', by type")


SCHOOLS = (
    more_returned_than_asked,
    standard_below_returns,
    schools_summary_overdue,
    standard_above_returns,
    summary_without_returns,
)
