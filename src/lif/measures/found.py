"""What sources found: each review, audit, inspection and piece of scrutiny with its day and its themes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lif.records.audits import Audit
from lif.records.inspections import Inspection
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register


def found_in(register: Register) -> Iterator[tuple[Record, date | None, Iterable[object]]]:
    """Records that find things, the day on which their findings were known, and what holds their themes.

    A source's own themes say what it looked at; only findings and recommendations say what it found. What
    worked well is no recurrence.
    """
    for review in register.all(Review):
        bad = (finding for finding in review.findings if not finding.good_practice)
        yield review, _reviewed_on(review), (*bad, *review.recommendations)
    for audit in register.all(Audit):
        yield audit, audit.reported, (*audit.findings, *audit.recommendations)
    for scrutiny in register.all(Scrutiny):
        yield scrutiny, scrutiny.reported, (*scrutiny.findings, *scrutiny.recommendations)
    for inspection in register.all(Inspection):
        yield inspection, inspection.published, inspection.areas_for_improvement


def _reviewed_on(review: Review) -> date | None:
    """The first day on which a review's findings were known to the board.

    Where its report has no day yet, that on which the board first answered a recommendation.
    """
    days = {milestone.step: milestone.on for milestone in review.milestones if milestone.on}
    known = [
        days[step] for step in ("report-to-board", "completed", "rapid-review", "published") if step in days
    ]
    return min(known, default=None) or answered_on(review)


def answered_on(review: Review) -> date | None:
    """The first day on which the board answered a recommendation of the review."""
    return min((one.responded_on for one in review.recommendations if one.responded_on), default=None)


def with_wider(register: Register, themes: Iterable[str]) -> frozenset[str]:
    """The themes and those that they are part of, however far up; a circle is walked once."""
    found: set[str] = set()
    waiting = list(themes)
    while waiting:
        theme = waiting.pop()
        if theme not in found:
            found.add(theme)
            wider = register.find(Theme, theme)
            if wider and wider.part_of:
                waiting.append(wider.part_of)
    return frozenset(found)
