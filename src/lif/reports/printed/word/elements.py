"""Elements of a Word document, made and read in a few letters."""

from __future__ import annotations

from typing import Any, TypeAlias

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml

from lif.reports.characters import visible

Element: TypeAlias = Any
"""An element of lxml, which brings no types."""

TWIPS = 20
"""Twentieths of a point, in which Word measures; to a point."""


def w(name: str, /, *children: Element | None, **attributes: str | int | float) -> Element:
    """An element of Word's own namespace; children that are None are left out, attributes are Word's too."""
    made: Element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), f"{value:.0f}" if isinstance(value, float) else visible(str(value)))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def on(name: str, wanted: bool) -> Element | None:
    """A switch such as `keepNext`, or None where it is not wanted."""
    return w(name) if wanted else None


def words(text: str) -> Element:
    """Text that keeps its spaces, every character that no paper may carry shown as U+FFFD."""
    made = w("t")
    made.text = " ".join(visible(text).replace("\t", "\n").replace("\r", "\n").split("\n"))
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def get(element: Element, name: str) -> str | None:
    """An attribute of Word's own namespace."""
    found: str | None = element.get(qn(f"w:{name}"))
    return found


def child(element: Element | None, path: str) -> Element | None:
    """The first descendant along a path of Word's names such as `pPr/numPr`, or None."""
    if element is None:
        return None
    return element.find("/".join(qn(f"w:{name}") for name in path.split("/")))


def parsed(text: str | bytes) -> Element:
    """An element from its text."""
    made: Element = parse_xml(text)
    return made


def paragraph(style: str, *content: Element) -> Element:
    """A paragraph of a style, named by its id."""
    return w("p", w("pPr", w("pStyle", val=style)), *content)
