"""The days and the sorts of records that the clock of a duty can name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from lif.records.audits import Audit
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.law import ToldAs
from lif.records.publications import Publication
from lif.records.reviews import Milestone, Review


def _words(hint: Any) -> Iterator[str]:
    """The words of a Literal, or of one that may be left out."""
    for one in get_args(hint):
        yield from (one,) if isinstance(one, str) else _words(one)


TOLD_AS: tuple[str, ...] = get_args(ToldAs)
"""The forms of learning whose first day stops the clock of the review that it was drawn from."""

KNOWN: Mapping[str, frozenset[str]] = {
    "incident": frozenset(("occurred", "aware", "considered", "notified", "decision", "rapid-review")),
    "review": frozenset((*_words(Milestone.model_fields["step"].annotation), "withdrawn", *TOLD_AS)),
    "case-considered": frozenset(("referred", "considered", "decided", "panel-told", "panel-answer")),
    "publication": frozenset(("published", "copies-sent", "withdrawn", "next-published")),
    "recommendation": frozenset(("published", "responded")),
    "financial-year": frozenset(("year-end", "published", "copies-sent")),
    "inspection": frozenset(("started", "ended", "published", "responded")),
    "audit": frozenset(("started", "fieldwork-ended", "moderated", "reported", "next-reported")),
}
"""Which days there are for each sort of record that can run a clock."""

SORTS: Mapping[str, frozenset[str]] = {
    **{
        of: frozenset(_words(kind.model_fields[field].annotation))
        for of, kind, field in (
            ("incident", Incident, "sort"),
            ("review", Review, "sort"),
            ("case-considered", CaseConsidered, "decision"),
            ("publication", Publication, "sort"),
            ("inspection", Inspection, "sort"),
            ("audit", Audit, "sort"),
        )
    },
    "recommendation": frozenset(("review", "inspection")),
    "financial-year": frozenset(),
}
"""What the `sorts` of a clock can name."""
