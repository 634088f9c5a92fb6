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

_KNOWN_BY = frozenset(("report-to-board", "completed", "published", "board-response", "closed"))


def found_in(register: Register) -> Iterator[tuple[Record, date | None, Iterable[object]]]:
    """Records that find things, the day on which their findings were known, and what holds their themes.

    A source's own themes say what it looked at; only findings and recommendations say what it found. What
    worked well is no recurrence.
    """
    for review in register.all(Review):
        bad = (finding for finding in review.findings if not finding.good_practice)
        yield review, found_on(review), (*bad, *review.recommendations)
    for audit in register.all(Audit):
        yield audit, audit.reported, (*audit.findings, *audit.recommendations)
    for scrutiny in register.all(Scrutiny):
        yield scrutiny, scrutiny.reported, (*scrutiny.findings, *scrutiny.recommendations)
    for inspection in register.all(Inspection):
        yield inspection, inspection.published, inspection.areas_for_improvement


def found_on(review: Review) -> date | None:
    """The first day on which the board knew what a review had found.

    Its report, its completion or its publication say so; of a rapid review the day it was held. The board
    cannot answer, nor close, what it does not know.
    """
    steps = _KNOWN_BY | {"rapid-review"} if review.sort == "rapid-review" else _KNOWN_BY
    days = [one.on for one in review.milestones if one.step in steps]
    days += [one.responded_on for one in review.recommendations]
    return min((day for day in days if day), default=None)


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
