"""How a reading problem becomes a diagnostic, and how a character that cannot be seen is named."""

from __future__ import annotations

import re
import unicodedata
from typing import ParamSpec

from lif.diagnostics import Code, Diagnostic, Location

P = ParamSpec("P")

Words = tuple[str, str]
"""What a reading problem says: the message, and the hint that says what to do."""

_SHOWN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")
_SHOWN_WORD = re.compile(r"[a-z]{1,20}")


def said(code: Code[P, Words], where: Location, *args: P.args, **kwargs: P.kwargs) -> Diagnostic:
    """The diagnostic that a code gives at a place."""
    message, hint = code(*args, **kwargs)
    return Diagnostic(where, code.number, code.severity, message, hint)


def named(character: str) -> str:
    """A character as `U+202E (right-to-left override)`: never the character itself."""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower() or _UNNAMED.get(ord(character), "")
    return f"{number} ({name})" if name else number


def visible(text: str) -> str:
    """The text with every character that does not print shown as `U+XXXX`."""
    return "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def key_words(key: str) -> str:
    """A key as it may be shown: names of fields are, anything longer or stranger may be somebody's words."""
    return f"'{key}'" if _SHOWN_KEY.fullmatch(key) else "this key"


def word_shown(text: str) -> str:
    """A plain word in small letters, in quotes, as it may be shown; for anything else, `the text`."""
    return f"'{text}'" if _SHOWN_WORD.fullmatch(text) else "the text"


_UNNAMED = {
    0x00: "null",
    0x07: "bell",
    0x08: "backspace",
    0x09: "tab",
    0x0A: "line feed",
    0x0B: "line tab",
    0x0C: "form feed",
    0x0D: "carriage return",
    0x1A: "end of file in old systems",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
}
