"""Characters that cannot be seen or are not what they look like: which may not be, and which are only odd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lif.diagnostics import AnyCode, Diagnostic
from lif.source.document import place
from lif.source.problems import MOST, oddities
from lif.source.problems import characters as problems
from lif.source.problems.words import said, visible

_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_JOINING = "\u0600-\u06ff\u0750-\u077f\u0900-\u0dff"
_LAWFUL = (
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # flags of England, Scotland and Wales
    f"|(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
)
_CONTROL = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
)
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_WIDTHLESS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d"
    "\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
)
_TAGS = "\U000e0000-\U000e007f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MARKS = "\u061c\u200e\u200f"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_ACCENTS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_HIDDEN = re.compile(
    f"(?P<lawful>{_LAWFUL})|(?P<nul>\x00)|(?P<control>[{_CONTROL}])|(?P<direction>[{_DIRECTION}])"
    f"|(?P<widthless>[{_WIDTHLESS}]+)|(?P<tags>[{_TAGS}]+)"
)
_KINDS: dict[str | None, AnyCode] = {
    "control": problems.control_character,
    "direction": problems.direction_control,
    "widthless": problems.character_without_width,
    "tags": problems.hidden_text,
}

# What the second and later bytes of a character in UTF-8 become when they are read as Windows-1252.
_TAIL = re.escape("".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0)))
_GARBLED = re.compile(f"[ÂÃÄÅ][{_TAIL}]|[âð][{_TAIL}]{{2,3}}|\ufffd")
_ODD: tuple[tuple[re.Pattern[str], AnyCode], ...] = (
    (re.compile(f"[{_MARKS}]"), oddities.direction_mark),
    (
        re.compile(f"[{_SELECTORS}]{{2,}}|(?<![\u3400-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"),
        oddities.variation_selectors,
    ),
)
_STACK = re.compile(f"[{_ACCENTS}]{{4,}}")


def characters(text: str, path: str) -> Iterator[Diagnostic]:
    """Characters that may not stand in a file, comments included; at most so many as a person reads."""
    for found in islice(_unlawful(text), MOST):
        where = place(path, text, found.start())
        if found.lastgroup == "nul":
            yield said(problems.nul_character, where)
        else:
            yield said(_KINDS[found.lastgroup], where, found[0][0])


def first(text: str) -> str | None:
    """The first character of a decoded value that may not stand in a record, if there is one."""
    found = next(_unlawful(text), None)
    if found:
        return found[0][0]
    return "\r" if re.search(r"\r(?!\n)", text) else None


def warnings(text: str, path: str) -> Iterator[Diagnostic]:
    """One warning of each kind, at its first place, with the number of the others."""
    if garbled := list(_GARBLED.finditer(text)):
        where = place(path, text, garbled[0].start())
        yield said(oddities.garbled_text, where, visible(garbled[0][0]), len(garbled) - 1)
    for pattern, code in _ODD:
        if odd := list(pattern.finditer(text)):
            yield said(code, place(path, text, odd[0].start()), odd[0][0][0], len(odd) - 1)
    if stacks := list(_STACK.finditer(text)):
        yield said(oddities.stacked_marks, place(path, text, stacks[0].start()), len(stacks) - 1)


def _unlawful(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _HIDDEN.finditer(text) if found.lastgroup != "lawful")
