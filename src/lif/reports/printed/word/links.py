"""Places of the paper that links lead to, links among them, and links to the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from lif.reports.characters import visible
from lif.reports.printed.word.elements import Element, child, w

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

_WEB = re.compile(r"(?:https?://|mailto:)[^\s\"<>\\^`{|}]+", re.IGNORECASE)
_PLAIN = "-._~:/?#[]@!$&'()*+,;=%"
_LONGEST_ADDRESS = 2000
"""Word calls a document broken that has a longer one."""
_LONGEST = 40
"""Characters that Word allows in the name of a bookmark."""


class Links:
    """The bookmarks and links of one document."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._names: dict[str, str] = {}
        self._set: set[str] = set()
        self._within: list[tuple[Element, str]] = []

    def link(self, href: str, content: list[Element]) -> list[Element]:
        """The content as a link; as it is where the address is neither a place of the paper nor the web."""
        if href.startswith("#"):
            made = w("hyperlink", *content, anchor=self._name(href[1:]), history=1)
            self._within.append((made, href[1:]))
            return [made]
        address = web_address(href)
        if not address:
            return [_as_words(run) for run in content]
        made = w("hyperlink", *content, history=1)
        made.set(qn("r:id"), self._part.relate_to(address, RT.HYPERLINK, is_external=True))
        return [made]

    def mark(self, anchor: str, blocks: list[Element]) -> None:
        """Makes the first words of the blocks the place of that name, once."""
        if not anchor or anchor in self._set:
            return
        where = next((each for block in blocks for each in block.iter(qn("w:p"))), None)
        if where is None:
            return
        self._set.add(anchor)
        start = w("bookmarkStart", id=len(self._set), name=self._name(anchor))
        at = 1 if child(where, "pPr") is not None else 0
        where.insert(at, start)
        where.insert(at + 1, w("bookmarkEnd", id=len(self._set)))

    def settle(self) -> None:
        """Takes the link from words whose place is not printed."""
        for link, anchor in self._within:
            if anchor in self._set:
                continue
            above = link.getparent()
            if above is None:
                continue
            at = above.index(link)
            for run in list(link):
                above.insert(at, _as_words(run))
                at += 1
            above.remove(link)

    def _name(self, anchor: str) -> str:
        if anchor not in self._names:
            plain = re.sub(r"[^A-Za-z0-9_]", "_", anchor)[: _LONGEST - 6]
            taken = set(self._names.values())
            name, number = f"p_{plain}", 1
            while name in taken:
                number += 1
                name = f"p_{plain}_{number}"
            self._names[anchor] = name
        return self._names[anchor]


def web_address(href: str) -> str:
    """The address as Word may be given it: of the web or of mail, every other letter in percents; or ""."""
    if visible(href) != href or not _WEB.fullmatch(href):
        return ""
    address = quote(href, safe=_PLAIN)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if len(address) <= _LONGEST_ADDRESS and (parts.netloc or parts.scheme == "mailto") else ""


def _as_words(run: Element) -> Element:
    look = child(run, "rPr")
    style = child(look, "rStyle")
    if look is not None and style is not None:
        look.remove(style)
    return run
