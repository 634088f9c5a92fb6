"""Plain words made safe for a Markdown paper: whatever a record says stays words on one line."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from lif.reports.characters import one_line, visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&]|!$)")
_AT_THE_START = re.compile(r"([-+=:])(?=[-+=:\s]|$)|(\d{1,9})([.)])(?=\s|$)")


class MarkdownText(str):
    """Text that is Markdown already: written by a template or by this module, never by a record."""

    __slots__ = ()


def escape(text: str) -> MarkdownText:
    """The words as Markdown that shows just them: marks behind backslashes, all on one line.

    Line ends become spaces, so that a title cannot open a heading, a list or a paragraph of its own.
    """
    escaped = _MARKS.sub(r"\\\1", one_line(text))
    start = _AT_THE_START.match(escaped)
    if start is None:
        return MarkdownText(escaped)
    place = start.start(1) if start[1] else start.start(3)
    return MarkdownText(f"{escaped[:place]}\\{escaped[place:]}")


def cell(value: Any) -> MarkdownText:
    """What stands in a cell of a table: the same as `finalized` gives, with line ends kept as `<br>`."""
    ready = isinstance(value, MarkdownText)
    text = value if ready else visible(printable(value))
    lines = (line.strip() if ready else escape(line) for line in text.splitlines())
    return MarkdownText("<br>".join(line for line in lines if line))


def link(text: str, address: str) -> MarkdownText:
    """A link with these words, or the words alone where `safe_link` refuses the address."""
    if not safe_link(address):
        return escape(text)
    return MarkdownText(f"[{escape(text)}](<{target(address)}>)")


def target(address: str) -> str:
    """An address as it may stand between `<` and `>` in a link, what would end it written in percents."""
    return "".join(c if c.isascii() and c not in ' <>\\"\n' else _percent(c) for c in address)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


_SAFE = re.compile(r"(?:https?://|mailto:)[^\s]+|#[\w.-]+|(?!//)[\w./-]+(?:#[\w.-]+)?", re.IGNORECASE)


def safe_link(address: str) -> bool:
    """Whether an address may be a link: http, https, mailto, a place in this page, or a file beside it."""
    return visible(address) == address and _SAFE.fullmatch(address) is not None


def finalized(value: Any) -> MarkdownText:
    """What a Markdown template prints: Markdown as it is, words escaped, whole numbers as digits.

    Raises TypeError for anything else: HTML, a figure that was not formatted, a value that is not there.
    """
    return value if isinstance(value, MarkdownText) else escape(printable(value))


def plainly(value: Any) -> MarkdownText:
    """What the same template prints in a plain text: words as they are, on one line, with nothing hidden."""
    return value if isinstance(value, MarkdownText) else MarkdownText(one_line(printable(value)))


def printable(value: Any) -> str:
    """Words and whole numbers as text.

    Raises TypeError for what a view or a filter has to format first, UndefinedError for a missing name.
    """
    if isinstance(value, Markup):
        raise TypeError("A Markdown template prints HTML; give it the words, or use the HTML template")
    if isinstance(value, (str, Undefined)):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise TypeError(
        f"A template prints {value!r}, of type {type(value).__name__}; "
        "pass it through a filter (number, percent, date) or choose words for it"
    )
