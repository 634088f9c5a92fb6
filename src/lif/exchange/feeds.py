"""What happened lately as an Atom feed (RFC 4287), for readers of news and for intranets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from lif.diagnostics import visible
from lif.records.words import PLAIN, Words
from lif.views.site.bodies import Happened

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself: its title, who speaks, which board it is of, its marking, what made it.

    `owner` (a board's id) makes the entries' names unique in the world; `as_at` is the day that it looks
    from, which stands for its change where nothing happened. `words` are those in which it is told.
    """

    title: str
    author: str
    owner: str
    marking: str
    version: str
    as_at: date
    words: Words = PLAIN


def as_atom(happened: Iterable[Happened], about: Feed) -> str:
    """The feed as text: the same for the same entries. Links lead to the pages beside it."""
    register_namespace("", _ATOM)
    entries = tuple(happened)
    root = Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en-GB"})
    _text(root, "title", about.words.plain(about.title))
    _text(root, "id", _name(about, "feed"))
    _text(root, "updated", _midnight(max((one.on for one in entries), default=about.as_at)))
    _text(SubElement(root, f"{{{_ATOM}}}author"), "name", about.words.plain(about.author))
    _text(root, "rights", about.words.plain(about.marking))
    SubElement(root, f"{{{_ATOM}}}generator", {"version": about.version}).text = "lif"
    SubElement(root, f"{{{_ATOM}}}link", {"rel": "self", "href": "feed.xml"})
    SubElement(root, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": "index.html"})
    for one in entries:
        _entry(root, one, about)
    indent(root, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(root: Element, one: Happened, about: Feed) -> None:
    entry = SubElement(root, f"{{{_ATOM}}}entry")
    mark = "(Illustrative) " if one.ref.illustrative else ""
    _text(entry, "title", about.words.plain(f"{mark}{one.what}: {one.text}"))
    _text(entry, "id", _name(about, one.key))
    _text(entry, "updated", _midnight(one.on))
    SubElement(entry, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": one.ref.path})
    SubElement(entry, f"{{{_ATOM}}}category", {"term": about.words.plain(one.what)})


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"{{{_ATOM}}}{name}").text = visible(" ".join(text.split()))


def _name(about: Feed, key: str) -> str:
    """A name that never changes, and that no other board's entries have."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'lif:{about.owner}:{key}')}"


def _midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
