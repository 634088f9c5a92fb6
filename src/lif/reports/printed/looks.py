"""How words and small drawings of the page look, by the few elements and classes that mean something."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from lif.reports.printed import pictures
from lif.reports.printed.blocks import Figure, Run, Sign
from lif.reports.printed.lines import Line

INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "meter", "output", "progress", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
"""Elements whose words stand in the line of the words around them."""

MARKS = frozenset({"br", "svg", "img"})
"""Elements that stand for themselves in a line."""

_NOT_READ = frozenset((
    "script", "style", "template", "head", "title", "link", "meta", "base", "iframe", "object", "embed",
    "audio", "video",
))  # fmt: skip
_OWN_LINE = frozenset({"stage", "joint"})
_QUIET = frozenset({"quiet", "none", "stage"})
_BOLD = frozenset({"latest", "name"})
_WEB = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_SIGN, _SIGN_IN_TAG, _SIGN_IN_KEY, _SPARK = 15.0, 8.0, 10.0, 16.0
_TALLEST_SIGN = 48.0


@dataclass(frozen=True, slots=True)
class Places:
    """What the whole page is asked for: ids that links lead to, drawings that are used again, own colours."""

    linked: frozenset[str]
    drawings: Mapping[str, LexborNode]
    colours: Mapping[str, str]


def read(node: LexborNode) -> bool:
    """Whether a reader of the page, at the width of paper, meets this element."""
    if not node.is_element_node or node.tag in _NOT_READ or "hidden" in node.attributes:
        return False
    named = pictures.classes(node)
    if "at-narrow" in named:
        return node.parent is None or node.parent.css_first(".at-wide") is None
    return not ("skip" in named and node.tag == "a") and "sprite" not in named


def own_line(node: LexborNode) -> bool:
    """Whether this element within a line stands in a line of its own."""
    return bool(_OWN_LINE & pictures.classes(node))


def look_of(node: LexborNode, look: Run, places: Places) -> Run:
    """The look of words in this element, which stands in words of `look`."""
    if node.tag in ("strong", "b"):
        look = replace(look, bold=True)
    elif node.tag in ("em", "i", "cite", "dfn"):
        look = replace(look, italic=True)
    elif node.tag == "a" and (href := _address(node, places)):
        look = replace(look, href=href)
    named = pictures.classes(node)
    if "tag" in named:
        look = replace(look, boxed=True, bold="made-up" not in named)
    if named & _QUIET:
        look = replace(look, quiet=True)
    if named & _BOLD:
        look = replace(look, bold=True)
    return replace(look, tone=tone) if (tone := pictures.tone(named)) else look


def _address(node: LexborNode, places: Places) -> str:
    """Where a link leads: to a place of the page that is there, or to the web; "" for anything else."""
    href = (node.attributes.get("href") or "").strip()
    if href.startswith("#"):
        return href if href[1:] in places.linked else ""
    return href if _WEB.fullmatch(href) else ""


def mark(node: LexborNode, look: Run, line: Line, places: Places) -> None:
    """Adds to the line a new line, a small drawing, or the words that stand for a picture."""
    if node.tag == "br":
        line.new_line()
    elif node.tag == "img":
        line.words(f" {node.attributes.get('alt') or ''} ", look)
    else:
        drawn = pictures.picture(node, places.drawings, places.colours)
        wide, high = pictures.size(node)
        line.sign(Sign(drawn, pictures.spoken(node)[1], _sign_size(node, look), wide / high))


def figure(node: LexborNode, places: Places) -> Figure | None:
    """The chart that a drawing is, or None for a small one that stands in a line."""
    if node.tag != "svg" or pictures.size(node)[1] <= _TALLEST_SIGN or "icon" in pictures.classes(node):
        return None
    return Figure(pictures.picture(node, places.drawings, places.colours), *pictures.spoken(node))


def _sign_size(node: LexborNode, look: Run) -> float:
    named = pictures.classes(node)
    if "icon" not in named:
        return _SPARK if "spark" in named else min(pictures.size(node)[1], _TALLEST_SIGN)
    if look.boxed:
        return _SIGN_IN_TAG
    return _SIGN_IN_KEY if _in_key(node) else _SIGN


def _in_key(node: LexborNode) -> bool:
    above = node.parent
    while above is not None and above.tag in (*INLINE, "li", "ul"):
        if "key" in pictures.classes(above):
            return True
        above = above.parent
    return False
