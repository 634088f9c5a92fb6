"""Personal data behind an encoding that anybody can undo: %40, \\u0040, &#64;, base64."""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

LONGEST = 4096
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}[A-Za-z0-9%._~+:/=&-]{2,1000}")
_PERCENT_BEFORE = re.compile(r"[A-Za-z0-9._~+-]{0,80}$")
_ESCAPED = re.compile(r"(?:(?:\\u00|\\x|&#x?)[0-9A-Fa-f]{2,4};?[A-Za-z0-9 .@_-]{0,12}){3,200}")
_ESCAPE = re.compile(r"\\u00([0-9A-Fa-f]{2})|\\x([0-9A-Fa-f]{2})")
_BASE64 = re.compile(r"[A-Z0-9](?<![A-Z0-9].)[A-Za-z0-9+/]{12,4095}+={0,2}(?![A-Za-z0-9+/_=-])")
_BASE64_BEFORE = re.compile(r"(?<![A-Za-z0-9+/_=-])[a-z+/]{0,3}$")


def decoded(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches that stand for other text, with what they stand for, which is not undone a second time."""
    if text.find("%", start, end) >= 0:
        for match in _PERCENT.finditer(text, start, end):
            ahead = _PERCENT_BEFORE.search(text, max(0, match.start() - 80), match.start())
            begin = ahead.start() if ahead else match.start()
            yield begin, match.end(), unquote(text[begin : match.end()], errors="replace")
    if text.find("\\", start, end) >= 0 or text.find("&#", start, end) >= 0:
        for match in _ESCAPED.finditer(text, start, end):
            plain = _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), match[0])
            yield match.start(), match.end(), html.unescape(plain)
    for match in _BASE64.finditer(text, start, end):
        ahead = _BASE64_BEFORE.search(text, max(0, match.start() - 4), match.start())
        begin = match.start() - len(ahead[0]) if ahead else 0
        if ahead and (plain_text := _from_base64(text[begin : match.end()])) is not None:
            yield begin, match.end(), plain_text


def _from_base64(written: str) -> str | None:
    body = written.rstrip("=")
    if body.islower() or (body.isalpha() and body[1:].islower()):
        return None
    try:
        raw = base64.b64decode(body + "=" * (-len(body) % 4), validate=True)
        text = raw.decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    return text if text.isprintable() or all(c.isprintable() or c in "\r\n\t" for c in text) else None
