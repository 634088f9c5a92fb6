"""Where every page of the site stands: lower-case paths made of the kind's plural and the record's id."""

from __future__ import annotations

from hashlib import sha256

from lif.records.fields import id_fault
from lif.records.record import Record

HOME = "index.html"
LETTERS = "a-z.html"
SEARCH = "search.html"
SCRIPT = "search.js"
DATES = "dates.html"
KINDS_PAGE = "kinds.html"
STYLE = "style.css"
FEED = "feed.xml"
CALENDAR = "calendar.ics"


def folder_of(kind: type[Record]) -> str:
    """The folder of a kind's pages: its plural, which is a word of lower-case letters and hyphens."""
    return kind.plural


def index_of(kind: type[Record]) -> str:
    """The page that lists a kind."""
    return f"{folder_of(kind)}/index.html"


def page_of(kind: type[Record], id_: str) -> str:
    """The page of a record. An id that is none, however it came here, gives no path of its own."""
    name = f"record-{sha256(id_.encode('utf-8', 'replace')).hexdigest()[:24]}" if id_fault(id_) else id_
    return f"{folder_of(kind)}/{name}.html"


_CALLED = {
    "acceptance": ("accepted warning", "Accepted warnings"),
    "amendment": ("change to the framework", "Changes to the framework"),
    "annotation": ("event on a chart", "Events on charts"),
    "case-considered": ("case considered", "Cases considered"),
    "development-item": ("measure that is wanted", "Measures that are wanted"),
    "duty": ("duty", "Duties and their deadlines"),
    "edition": ("law or guidance", "Law and guidance"),
    "function": ("statutory function", "Statutory functions"),
    "method": ("way of learning", "Ways of learning"),
    "passage": ("learning passed on", "Learning passed on"),
    "scrutiny": ("independent scrutiny", "Independent scrutiny"),
    "section11-return": ("section 11 return", "Section 11 returns"),
    "section11-standard": ("section 11 standard", "Section 11 standards"),
    "section175-return": ("returns of schools", "Returns of schools and colleges"),
    "series-break": ("change of definition", "Changes of definition"),
    "statement": ("signed statement", "Signed statements"),
    "training-currency": ("training in date", "Training in date"),
    "voice": ("what people said", "What children, parents and practitioners said"),
}
"""What readers call one and several of a kind, where its own name would not tell them."""


def spoken(kind: type[Record]) -> str:
    """What readers call one of a kind: `training session`."""
    return _CALLED[kind.kind][0] if kind.kind in _CALLED else kind.kind.replace("-", " ")


def spoken_many(kind: type[Record]) -> str:
    """What readers call several of a kind, as a heading: `Training sessions`."""
    words = _CALLED[kind.kind][1] if kind.kind in _CALLED else kind.plural.replace("-", " ")
    return words[:1].upper() + words[1:]
