"""Where a character of a value stands in the file: block, folded, quoted and plain texts alike."""

from __future__ import annotations

import re

_CONTINUED = re.compile(r"\\[ \t]*\n[ \t]*")
_CODED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_BLANK = frozenset("nrtvf \t_NLP")
"""What follows a backslash and stands for white space."""


def offset_within(text: str, start: int, value: str, inside: int) -> int:
    """The place in `text` of the character at `inside` of a value that begins at `start`.

    YAML joins, folds and indents lines but never changes what is not white space, so the characters that are
    none are counted. A character that is white space gives the place of the next that is none; where text and
    value do not fit together the value's own place is given.
    """
    if not value[inside:].strip():
        return start
    wanted = sum(not each.isspace() for each in value[:inside])
    if text[start : start + 1] in ("|", ">"):
        return _plain(text, text.find("\n", start) + 1 or start, wanted, start)
    if text[start : start + 1] == '"':
        return _double(text, start + 1, wanted, start)
    if text[start : start + 1] == "'":
        return _single(text, start + 1, wanted, start)
    return _plain(text, start, wanted, start)


def _plain(text: str, at: int, wanted: int, otherwise: int) -> int:
    """The place of the wanted character that is no white space, from `at` on."""
    while at < len(text):
        if not text[at].isspace():
            if wanted == 0:
                return at
            wanted -= 1
        at += 1
    return otherwise


def _single(text: str, at: int, wanted: int, otherwise: int) -> int:
    """The same between single quotes, where two of them stand for one."""
    while at < len(text):
        here, length = text[at], 1
        if here == "'":
            if text[at + 1 : at + 2] != "'":
                return otherwise
            length = 2
        if not here.isspace():
            if wanted == 0:
                return at
            wanted -= 1
        at += length
    return otherwise


def _double(text: str, at: int, wanted: int, otherwise: int) -> int:
    """The same between double quotes, where a backslash begins one character, or hides the end of a line."""
    while at < len(text) and text[at] != '"':
        if joined := _CONTINUED.match(text, at):
            at = joined.end()
            continue
        coded = _CODED.match(text, at)
        blank = coded[0][1] in _BLANK if coded else text[at].isspace()
        if not blank:
            if wanted == 0:
                return at
            wanted -= 1
        at = coded.end() if coded else at + 1
    return otherwise
