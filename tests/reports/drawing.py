"""A drawing read back: where its words stand, measured by its font's real widths."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

SVG = "{http://www.w3.org/2000/svg}"

# Advance widths of Liberation Sans (the same as Arial's) in thousandths of an em, from the font files.
_REGULAR = {
    191: "'", 222: "ijl‘’", 260: "|",
    278: " !,./:;I[\\]ft\u00a0", 333: "()-`r“”", 334: "{}", 355: '"', 389: "*",
    400: "°", 469: "^", 500: "Jcksvxyzç", 556: "#$0123456789?L_abdeghnopqu£–éèüñ", 584: "+<=>~−×", 611: "FTZ",
    667: "&ABEKPSVXYÉ", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1000: "—…", 1015: "@",
}  # fmt: skip
_BOLD = {
    238: "'", 278: " ,./I\\ijl‘’\u00a0", 280: "|", 333: "!()-:;[]`ft", 389: "*r{}", 400: "°", 474: '"',
    500: "z“”", 556: "#$0123456789J_aceksvxy£–éèç", 584: "+<=>^~−×", 611: "?FLTZbdghnopquüñ",
    667: "EPSVXYÉ", 722: "&ABCDHKNRU",
    778: "GOQw", 833: "M", 889: "%m", 944: "W", 975: "@", 1000: "—…",
}  # fmt: skip
REAL = {
    weight: {character: units for units, characters in table.items() for character in characters}
    for weight, table in (("regular", _REGULAR), ("bold", _BOLD))
}
_UNKNOWN = 700


@dataclass(frozen=True)
class Box:
    """The room that a text takes: x to the right, y downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right - 0.05
            and other.left < self.right - 0.05
            and self.top < other.bottom - 0.05
            and other.top < self.bottom - 0.05
        )


def parsed(svg: str) -> ET.Element:
    """The drawing as a tree; fails when it is not well-formed XML."""
    return ET.fromstring(svg)


def boxes(svg: str) -> list[Box]:
    """A box for every text that a reader sees (the rims under them are the same words again)."""
    return [_box(node) for node in parsed(svg).iter(f"{SVG}text") if node.get("aria-hidden") != "true"]


def _box(node: ET.Element) -> Box:
    size, x, y = (float(node.get(name, "")) for name in ("font-size", "x", "y"))
    text = (node.text or "") + "".join(child.tail or "" for child in node)
    weight = REAL["bold" if node.get("font-weight") == "700" else "regular"]
    wide = sum(weight.get(c, _UNKNOWN) for c in text) * size / 1000
    anchor = node.get("text-anchor", "start")
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return Box(text, left, y - 0.72 * size, left + wide, y + 0.21 * size)


def collisions(svg: str) -> list[tuple[str, str]]:
    """Every pair of texts that cover one another."""
    return [(a.text, b.text) for a, b in combinations(boxes(svg), 2) if a.meets(b)]


def outside(svg: str) -> list[str]:
    """Every text that leaves the picture."""
    wide, high = (float(number) for number in parsed(svg).get("viewBox", "").split()[2:])
    return [
        box.text
        for box in boxes(svg)
        if box.left < -0.05 or box.top < -0.05 or box.right > wide + 0.05 or box.bottom > high + 0.05
    ]


def coordinates(svg: str) -> Iterator[float]:
    """Every number that places something, to be looked at for sense."""
    for node in parsed(svg).iter():
        for name in ("x", "y", "cx", "cy", "r", "width", "height"):
            if name in node.attrib:
                yield float(node.attrib[name])
