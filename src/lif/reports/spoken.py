"""Pages and Markdown in a board's own words: what is read is told in them, marks and addresses stay."""

from __future__ import annotations

import re

from lif.diagnostics import unsealed
from lif.records.words import Words

_HTML = re.compile(
    r"(?P<style><style\b.*?</style>)|(?P<as_it_is><(?P<name>script|code|kbd|pre)\b.*?</(?P=name)>)"
    r"|(?P<tag><[^<>]*>)|(?P<text>[^<]+|<)",
    re.DOTALL,
)
_READ_OUT = re.compile(r'(?<=\s)((?:aria-label|alt|title|data-label|placeholder|label)=")([^"]*)"')
_PRINTED = re.compile(r'(content: ?)"((?:\\[0-9a-f]{6}|[A-Za-z0-9])*)"')
_NUMBERED = re.compile(r"\\([0-9a-f]{6})")
_MARKDOWN = re.compile(
    r"(?P<as_it_is>`[^`\n]*`|\]\(<[^>]*>\)|\]\([^)\s]*\)|<(?:https?|mailto):[^>]*>)|(?P<text>[^`\]<]+|.)",
    re.DOTALL,
)


def css_string(text: str) -> str:
    """The words as a quoted text of a style sheet, all but letters and digits written as numbers."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in text) + '"'


def page_in(words: Words, html: str) -> str:
    """A page or a piece of one: its text, what is read out, and what stands at the foot of printed pages."""
    if not words:
        return unsealed(html)
    return unsealed(_HTML.sub(lambda piece: _of_page(words, piece), html))


def markdown_in(words: Words, text: str) -> str:
    """Markdown without its code and the addresses of its links."""
    if not words:
        return unsealed(text)
    return unsealed(_MARKDOWN.sub(lambda piece: words.spoken(piece[0]) if piece["text"] else piece[0], text))


def plain_in(words: Words, text: str) -> str:
    """The plain text of a message."""
    return words.plain(text)


def style_in(words: Words, style: str) -> str:
    """A style sheet with the words that it prints."""
    return _PRINTED.sub(lambda found: f"{found[1]}{css_string(words.plain(_read(found[2])))}", style)


def _of_page(words: Words, piece: re.Match[str]) -> str:
    if piece["text"]:
        return words.spoken(piece[0])
    if piece["style"]:
        return style_in(words, piece[0])
    if piece["tag"]:
        return _READ_OUT.sub(lambda found: f'{found[1]}{words.spoken(found[2])}"', piece[0])
    return piece[0]


def _read(css: str) -> str:
    return _NUMBERED.sub(lambda number: chr(int(number[1], 16)), css)
