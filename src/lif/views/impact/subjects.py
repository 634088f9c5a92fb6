"""What a look is about, read from the records that it names: where it came from, and which themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.incidents import CaseConsidered, Incident
from lif.records.inspections import Inspection
from lif.records.learning import GoodPractice, Learning
from lif.records.oversight import Challenge, Escalations
from lif.records.priorities import Outcome
from lif.records.record import Record
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.records.section11 import Section11Return, Section175Return
from lif.records.training import Course, TrainingSession
from lif.records.voice import ComplaintsAndCompliments, Voice
from lif.register import Register
from lif.views.impact.pieces import About, Subject

BY_SOURCE: Mapping[str, Subject] = {
    "review": "reviews",
    "child-death-review": "child-deaths",
    "audit": "audits",
    "section-11": "audits",
    "section-175": "audits",
    "inspection": "scrutiny",
    "scrutiny": "scrutiny",
    "escalation": "scrutiny",
    "complaint": "voice",
}
"""The part of the board's work that an action comes from, by the sort of its source."""

_BY_KIND: Mapping[type[Record], Subject] = {
    Review: "reviews",
    Incident: "reviews",
    CaseConsidered: "reviews",
    Audit: "audits",
    Section11Return: "audits",
    Section175Return: "audits",
    Course: "training",
    TrainingSession: "training",
    Voice: "voice",
    ComplaintsAndCompliments: "voice",
    Scrutiny: "scrutiny",
    Challenge: "scrutiny",
    Inspection: "scrutiny",
    Escalations: "scrutiny",
}
_LED_TO = (Voice, ComplaintsAndCompliments, Challenge)
"""Records that say themselves which actions came of them."""
DEEP = 3
"""Evidence that rests on evidence is followed so far."""


def own(record: object, *subjects: Subject) -> About:
    """The priorities and themes that a record, or a part of one, names itself."""
    return About(
        tuple(sorted(getattr(record, "priorities", ()))),
        tuple(sorted(getattr(record, "themes", ()))),
        tuple(sorted(subjects)),
    )


def of_action(register: Register, action: Action) -> About:
    """What an action is about: its source, its sort, and the voices and challenges that it came of."""
    found: set[Subject] = set()
    if action.source_sort in BY_SOURCE:
        found.add(BY_SOURCE[action.source_sort])
    if action.sort == "training":
        found.add("training")
    for tie in register.links_to(action.id):
        kind = type(register.entries[tie.source].record)
        if tie.path[0] == "actions" and kind in _LED_TO:
            found.add(_BY_KIND[kind])
    return own(action, *found)


def about_of(register: Register, addresses: Iterable[str], depth: int = DEEP) -> About:
    """What the records at these addresses are about, together."""
    found = About()
    for address in addresses:
        entry = register.entries.get(address.partition("/")[0])
        if entry is not None:
            found |= _about(register, address, entry.record, depth)
    return found


def _about(register: Register, address: str, record: Record, depth: int) -> About:
    if isinstance(record, Action):
        return of_action(register, record)
    if isinstance(record, Evidence):
        further = (*record.source, *record.shows) if depth else ()
        return own(record) | about_of(register, further, depth - 1)
    if isinstance(record, Learning | GoodPractice):
        return own(record) | about_of(register, record.sources if depth else (), depth - 1)
    if isinstance(register.get(address), Outcome):
        return About(priorities=(record.id,))
    if isinstance(record, Review) and record.sort == "child-death-review":
        return About(subjects=("child-deaths",))
    subject = _BY_KIND.get(type(record))
    return About(subjects=(subject,)) if subject else About()
