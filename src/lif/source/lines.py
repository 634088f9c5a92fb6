"""Lines that break a file before it is understood: conflict marks, old line ends, tabs and special spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lif.diagnostics import Diagnostic
from lif.source.characters import LONGEST_LINE
from lif.source.document import place
from lif.source.problems import MOST
from lif.source.problems import characters as problems
from lif.source.problems.words import said

_CONFLICT = re.compile(r"^[ \t]*(<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_LONG = re.compile(f"[^\n]{{{LONGEST_LINE + 1}}}")
_TAB = re.compile(r"^[ ]*(\t)", re.MULTILINE)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(
    f"^[ \t]*(?P<line>[{_SPACES}])"
    f"|^[ ]*(?:-[ ]+)*(?:-[ ]*(?P<dash>[{_SPACES}])|[A-Za-z0-9_.-]{{1,80}}[ ]*:[ ]*(?P<colon>[{_SPACES}]))",
    re.MULTILINE,
)
_WHERE = {"line": "at the start of the line", "dash": "after the dash", "colon": "after the colon"}


def broken(text: str, path: str) -> Iterator[Diagnostic]:
    """What may stand nowhere in a file: the first conflict mark and lone carriage return."""
    if found := _CONFLICT.search(text):
        yield said(problems.merge_conflict, place(path, text, found.start(1)))
    if found := _LONE_RETURN.search(text):
        yield said(problems.old_line_ends, place(path, text, found.start()))


def too_long(text: str, path: str) -> Iterator[Diagnostic]:
    """The first line that nobody could review."""
    if found := _LONG.search(text):
        yield said(problems.line_too_long, place(path, text, found.start()), LONGEST_LINE)


def doubtful(text: str, path: str) -> Iterator[tuple[int, Diagnostic]]:
    """Tabs and special spaces where a plain space shapes a record, each with its offset."""
    for found in islice(_TAB.finditer(text), MOST):
        yield found.start(1), said(problems.tab_as_indentation, place(path, text, found.start(1)))
    for found in islice(_SPACE.finditer(text), MOST):
        group = found.lastgroup or ""
        offset = found.start(group)
        yield (
            offset,
            said(problems.not_a_plain_space, place(path, text, offset), found[group], _WHERE[group]),
        )
