"""What one source says of a topic: its words, its day, and which way it leans by what its record declares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from lif.views.coverage.pieces import Leaning

Source = Literal[
    "numbers",
    "audits",
    "reviews",
    "children-and-parents",
    "practitioners",
    "training",
    "learning",
    "actions",
    "watch",
    "other",
]
SOURCES: tuple[Source, ...] = get_args(Source)

SOURCE_WORDS: dict[Source, str] = {
    "numbers": "Numbers",
    "audits": "Audits",
    "reviews": "Reviews, inspections and scrutiny",
    "children-and-parents": "Children and parents",
    "practitioners": "Practitioners",
    "training": "Training",
    "learning": "Learning and good practice",
    "actions": "Actions",
    "watch": "Risks, challenges and escalations",
    "other": "Other evidence",
}


BRIEF_WORDS: dict[Source, str] = SOURCE_WORDS | {
    "reviews": "Reviews",
    "learning": "Learning",
    "watch": "Challenges",
}
"""The same for sentences that name several of them; of what the board watches only challenges can lean."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, or one part of it, as a source on the topic.

    `facts` are short sentences; `cells` are (label, words) for a source that is read as a table. `on` is the
    day it dates from, None where none is recorded. `leaning` is "for" where it speaks well of things and
    "against" where it does not; `why` says by what. `first` marks the first entry
    of its record on the page, to which links lead.
    """

    record: str
    kind: str
    name: str
    on: date | None = None
    facts: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    leaning: Leaning = "silent"
    why: str = ""
    illustrative: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One sort of source with what it says.

    `head` counts what is in it; `nothing` says what is missing where it says nothing, `more` what is missing
    besides.
    """

    source: Source
    name: str
    entries: tuple[Entry, ...]
    nothing: str = ""
    more: tuple[str, ...] = ()
    head: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A source as a sentence names it."""

    record: str
    name: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the comparison, with the sources that it rests on."""

    text: str
    sources: tuple[Named, ...]
