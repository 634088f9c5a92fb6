"""What a reader of a page or of a document sees, told by other code than that under test."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from tests.reports.reader import SVG, Page

from lif.reports.printed.blocks import Document, Figure, Run, Sign

_NOT_SEEN = {"script", "style", "template", "svg", SVG}


def on_page(page: Page) -> str:
    """Every letter of the page's main, as it stands in order, without white space."""
    main = next(iter(page.all("main")))
    return _tight("".join(_texts(main)))


def _texts(element: ET.Element) -> Iterator[str]:
    named = (element.get("class") or "").split()
    if element.tag in _NOT_SEEN or element.get("hidden") is not None or "at-narrow" in named:
        return
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""


def in_document(document: Document) -> str:
    """Every letter of the document, in order, without white space; captions are words, drawings are not."""
    return _tight("".join(run.text for run in runs(document.blocks)))


def runs(part: Any) -> Iterator[Run]:
    """Every run of words in a part of a document, in the order of reading."""
    return (found for found in everything(part) if isinstance(found, Run))


def everything(part: Any) -> Iterator[Any]:
    """Every block and piece in a part of a document, in the order of reading."""
    if isinstance(part, tuple):
        for each in part:
            yield from everything(each)
    elif is_dataclass(part):
        yield part
        if not isinstance(part, Run | Sign | Figure):
            for field in fields(part):
                yield from everything(getattr(part, field.name))


def of_kind(document: Document, kind: type[Any]) -> list[Any]:
    """Every block or piece of this kind, in the order of reading."""
    return [found for found in everything(document.blocks) if isinstance(found, kind)]


def _tight(text: str) -> str:
    return "".join(text.split())
