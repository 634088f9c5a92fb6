"""Drawings of the page as pictures of their own: with the colours that the page's style sheet gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from selectolax.lexbor import LexborNode

from lif.reports.characters import visible
from lif.reports.charts.palette import FALLBACK

NAMESPACE = "http://www.w3.org/2000/svg"
_LEFT_OUT = {"script", "style", "foreignObject", "title", "desc", "metadata", "animate", "set"}
_NOT_DRAWN = re.compile(r"class|role|tabindex|style|xmlns.*|aria-.*|data-.*|on.*", re.IGNORECASE)
_WITHIN = re.compile(r"#[^\s]+|data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\s]+")
_STYLED = {
    "halo": ("stroke", "paper"),
    "rim": ("stroke", "paper"),
    "on-paper": ("fill", "paper"),
    "band": ("fill", "band"),
}
_MOST_COPIES = 4
"""How deep a drawing may be made of other drawings; deeper is a circle."""


def classes(node: LexborNode) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((node.attributes.get("class") or "").split())


def tone(names: frozenset[str]) -> str:
    """The token of the colour that these classes give, or "" for none."""
    return next((name[2:] for name in sorted(names) if name[:2] == "k-" and name[2:] in FALLBACK), "")


def size(node: LexborNode) -> tuple[float, float]:
    """Width and height of a drawing, by its view box, or by its attributes, or those of browsers."""
    box = re.split(r"[\s,]+", (node.attributes.get("viewBox") or "").strip())
    try:
        _, _, wide, high = map(float, box)
    except ValueError:
        wide, high = _length(node, "width", 300.0), _length(node, "height", 150.0)
    return (wide, high) if wide > 0 and high > 0 else (300.0, 150.0)


def _length(node: LexborNode, name: str, otherwise: float) -> float:
    found = re.match(r"[0-9.]+", node.attributes.get(name) or "")
    try:
        return float(found[0]) if found else otherwise
    except ValueError:
        return otherwise


def spoken(node: LexborNode) -> tuple[str, str]:
    """The title of a drawing, and its title and description in one; both "" where readers skip it."""
    if node.attributes.get("aria-hidden") == "true":
        return "", ""
    said = {child.tag: _line(child) for child in node.iter() if child.tag in ("title", "desc")}
    title = said.get("title") or _one_line(node.attributes.get("aria-label") or "")
    parts = [part for part in (title, said.get("desc", "")) if part]
    return title, " ".join(f"{part.rstrip('.')}." for part in parts)


def _line(node: LexborNode) -> str:
    return _one_line(node.text())


def _one_line(text: str) -> str:
    return " ".join(visible(text).split())


def picture(node: LexborNode, copied: Mapping[str, LexborNode], colours: Mapping[str, str]) -> str:
    """The drawing as an SVG file; `copied` are the drawings by id that `use` elements ask for.

    `colours` are those of the page's own theme, by token. Nothing in it runs, and nothing in it asks for a
    file or an address.
    """
    return _Drawer(copied, {**FALLBACK, **colours}).picture(node)


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Writes elements as a picture needs them."""

    copied: Mapping[str, LexborNode]
    colours: Mapping[str, str]

    def picture(self, node: LexborNode) -> str:
        wide, high = size(node)
        box, source = node.attributes.get("viewBox"), node
        only = [child for child in node.iter() if child.tag not in _LEFT_OUT]
        if len(only) == 1 and (symbol := self._asked(only[0])) is not None:
            box, source = symbol.attributes.get("viewBox") or box, symbol
        own = ("viewBox", "width", "height", "id")
        kept = _written((name, value) for name, value in self._drawn(node) if name not in own)
        return (
            f'<svg xmlns="{NAMESPACE}" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f"viewBox={quoteattr(box or f'0 0 {wide:g} {high:g}')} "
            f'width="{wide:g}" height="{high:g}"{kept}>{"".join(self._children(source, 1))}</svg>'
        )

    def _children(self, node: LexborNode, depth: int) -> Iterator[str]:
        for child in node.iter(include_text=True):
            if child.is_text_node:
                yield escape(visible(child.text()))
            elif child.is_element_node and child.tag not in _LEFT_OUT:
                yield self._element(child, depth)

    def _element(self, node: LexborNode, depth: int) -> str:
        if (symbol := self._asked(node)) is not None:
            if depth > _MOST_COPIES:
                return ""
            body = "".join(self._children(symbol, depth + 1))
            place = [(name, value) for name, value in self._drawn(node) if name != "href"]
            if box := symbol.attributes.get("viewBox"):
                return f"<svg viewBox={quoteattr(box)}{_written(place)}>{body}</svg>"
            return f"<g{_written(place)}>{body}</g>"
        body = "".join(self._children(node, depth))
        return f"<{node.tag}{_written(self._drawn(node))}>{body}</{node.tag}>"

    def _asked(self, node: LexborNode) -> LexborNode | None:
        """The drawing that a `use` element asks for."""
        address = node.attributes.get("href") or node.attributes.get("xlink:href") or ""
        return self.copied.get(address[1:]) if node.tag == "use" and address.startswith("#") else None

    def _drawn(self, node: LexborNode) -> Iterator[tuple[str, str]]:
        """The attributes that a picture needs, and what the style sheet would have said by class."""
        own = {name: value or "" for name, value in node.attributes.items()}
        named = classes(node)
        if token := tone(named):
            own["color"] = self.colours[token]
        for name in sorted(named & _STYLED.keys()):
            attribute, token = _STYLED[name]
            own[attribute] = self.colours[token]
        for name, value in own.items():
            if name in ("href", "xlink:href") and not _WITHIN.fullmatch(value):
                continue
            if not _NOT_DRAWN.fullmatch(name) and re.fullmatch(r"[A-Za-z][\w:.-]*", name):
                yield name, value


def _written(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f" {name}={quoteattr(visible(value))}" for name, value in pairs)
