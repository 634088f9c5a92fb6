"""Pages of papers in tests: laid out from a view, and the same view with hostile words in every text."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from tests.reports.reader import Page, read

from lif.reports.laying_out import View, lay_out
from lif.reports.papers import Stamp

STAMP = Stamp("0.0.0", None, None)
BODY = "Hill Safeguarding Children Partnership"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MARKED = "plainwords"
"""What a test writes where hostile words are to stand."""
HOSTILE = (
    "</style></svg></textarea><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% for x in y %}{# x #}",
    "![x](http://example.org/p.png) [x](javascript:alert(1)) <http://example.org>",
    "| a | b | ``` ` *x* __y__ ~~z~~ # h",
    "- x",
    "1. x",
    "> x",
    "# x",
    "a\n\n# b\n- c",
    "\u202egnp.exe \u2066x\u2069 \u200bzero \ufeff",
)
"""Words that would be marks of HTML or Markdown, or change what a reader sees, if they were let through."""


def text_of(name: str, view: View, form: str, folder: Path | None = None) -> str:
    """The paper as a text."""
    return lay_out(name, view, BODY, STAMP, form, folder)


def page_of(name: str, view: View) -> Page:
    """The paper as a page."""
    return read(text_of(name, view, "html"))


def with_words(part: Any, word: str) -> Any:
    """The same view with this word in place of every `MARKED`."""
    if isinstance(part, str):
        return part.replace(MARKED, word)
    if isinstance(part, tuple):
        return tuple(with_words(each, word) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(
            part, **{each.name: with_words(getattr(part, each.name), word) for each in fields(part)}
        )
    return part


def markdown_shape(text: str) -> list[str]:
    """What a generous reader of Markdown makes of a text."""
    return [
        f"{token.type} {' '.join(child.type for child in token.children or [])}"
        for token in READER.parse(text)
    ]
