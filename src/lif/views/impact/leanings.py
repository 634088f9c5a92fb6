"""Which way records speak that are named as showing a difference; what says that work was done is silent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lif.measures.found import found_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.record import Item, Record
from lif.records.reviews import Finding, Review
from lif.views.actions import seen_on
from lif.views.coverage.leanings import IMPACT
from lif.views.coverage.pieces import Leaning, together
from lif.views.impact.looking import Looking
from lif.views.impact.pieces import Seen

_STRENGTH: Mapping[str, Leaning] = {"supports": "for", "mixed": "mixed", "contradicts": "against"}
_SEEN: Mapping[Leaning, Seen] = {"for": "difference", "mixed": "some-difference", "against": "against"}


def said_by(looking: Looking, addresses: Iterable[str]) -> Seen | None:
    """What the records at these addresses say together, as known on the day; None for nothing."""
    return _SEEN.get(together(leaning_of(looking, address) for address in addresses))


def leaning_of(looking: Looking, address: str) -> Leaning:
    """Which way one record or item speaks: evidence, what an audit or review found, an action looked at."""
    register = looking.register
    thing, entry = register.get(address), register.entries.get(address.partition("/")[0])
    record = entry.record if entry else None
    if thing is None or record is None or not looking.counts(record):
        return "silent"
    if isinstance(record, Evidence):
        return _STRENGTH[record.strength] if speaks(record) and looking.knows(record.on) else "silent"
    if isinstance(record, Action):
        impact = seen_on(record, looking.as_at).impact
        return IMPACT.get(impact.result if impact and impact.checked_on else None, "silent")
    return _found(looking, record, thing) if isinstance(thing, Item) and looking.counts(thing) else "silent"


def speaks(evidence: Evidence) -> bool:
    """Whether evidence can show a difference: a document shows only that something was written."""
    return evidence.sort != "document"


def _found(looking: Looking, record: Record, thing: Item) -> Leaning:
    """What an audit or a review found, once known: a strength speaks for, what must improve against."""
    if isinstance(record, Audit) and looking.knows(record.reported):
        if any(each is thing for each in record.strengths):
            return "for"
        return "against" if any(each is thing for each in record.findings) else "silent"
    if isinstance(record, Review) and isinstance(thing, Finding) and looking.knows(found_on(record)):
        return "for" if thing.good_practice else "against"
    return "silent"
