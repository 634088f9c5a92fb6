"""Reads a page as software does: every slip told, its tables, headings, names and links found."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import cast

import html5lib

SVG = "{http://www.w3.org/2000/svg}svg"


@dataclass(frozen=True)
class Page:
    """A page as a tree, with what its reader had to put right."""

    tree: ET.Element
    slips: tuple[str, ...]

    def all(self, *names: str) -> list[ET.Element]:
        """Every element with one of these names, in the order of the page; all of them without a name."""
        return [e for e in self.tree.iter() if isinstance(e.tag, str) and (not names or e.tag in names)]

    def values(self, attribute: str) -> list[str]:
        """All values of an attribute, in the order of the page."""
        return [e.attrib[attribute] for e in self.all() if attribute in e.attrib]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading."""
        return [(int(e.tag[1]), words(e)) for e in self.all("h1", "h2", "h3", "h4", "h5", "h6")]

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every element with the names of its attributes, without what is inside drawings.

        Hostile words must not change it; in drawings the length of words moves things about.
        """
        drawn = {id(inner) for svg in self.all(SVG) for inner in svg.iter() if inner is not svg}
        return [(e.tag, tuple(sorted(e.attrib))) for e in self.all() if id(e) not in drawn]


def read(html: str) -> Page:
    """The page, read by the rules of the HTML standard."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree = cast(ET.Element, parser.parse(html))
    return Page(tree, tuple(f"{place}: {slip}" for place, slip, _ in parser.errors))


def words(element: ET.Element) -> str:
    """What a reader sees of an element, with single spaces."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()
