"""Characters that no paper may carry: controls, direction overrides and invisible ones, shown instead."""

from __future__ import annotations

import re

SHOWN = "\ufffd"
"""What stands in the place of a character that cannot be printed: the replacement character."""

_UNPRINTABLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls other than tab, newline and carriage return
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # invisible, and direction overrides
    "\ud800-\udfff\ufdd1-\ufdef\ufff9-\ufffb\ufffe\uffff"  # lone surrogates, what XML and HTML do not allow
    "\U000e0000-\U000e007f"  # invisible tag characters
    "]"
)
_SPACES = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    """The text with every control, invisible or direction-changing character shown as U+FFFD; line ends stay.

    Records with such characters are refused when they are read; this is the second wall, at the way out. A
    seal (U+FDD0) stays: it is taken off when the page is done.
    """
    return _UNPRINTABLE.sub(SHOWN, text)


def one_line(text: str) -> str:
    """`visible` text on a single line, runs of spaces, tabs and line ends made one space."""
    return _SPACES.sub(" ", visible(text)).strip()
