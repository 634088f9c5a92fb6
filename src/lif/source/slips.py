"""Turns a parser's complaint about a text into what the person who typed it did, and where."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lif.diagnostics import Diagnostic
from lif.source.document import place
from lif.source.problems import keys, shapes
from lif.source.problems import slips as problems
from lif.source.problems.characters import tab_as_indentation
from lif.source.problems.words import said

_KEY_LINE = re.compile(r"[ ]*(?:-[ ]+)*[\w.-]+[ ]*:(?:\s|$)")
_LOOK_ALIKE = re.compile("[\uff1a\ufe55\ua789\u2236\u02d0\u0589\u05c3]")
_NAME = re.compile(r"[*&]([\w-]*)")


class _Slip:
    """A complaint and the text around it."""

    def __init__(self, fault: Any, path: str, text: str, last: Any) -> None:
        self.path, self.text, self.last = path, text, last
        self.context = f"{getattr(fault, 'context', '') or ''}"
        self.complaint = f"{self.context} | {getattr(fault, 'problem', '') or ''}"
        mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        start = getattr(fault, "context_mark", None) or mark
        self.at = min(getattr(mark, "index", 0) or 0, len(text))
        self.start = min(getattr(start, "index", 0) or 0, len(text))

    def said(self, code: Any, offset: int, *args: Any) -> Diagnostic:
        return said(code, place(self.path, self.text, offset), *args)

    @property
    def sign(self) -> str:
        return self.text[self.at : self.at + 1]

    def line(self) -> tuple[int, str]:
        """Where the line of the complaint begins, and its text."""
        begin = self.text.rfind("\n", 0, self.at) + 1
        end = self.text.find("\n", self.at)
        return begin, self.text[begin : end if end >= 0 else len(self.text)]

    def indentation(self) -> int:
        """The offset of the first letter of the line."""
        begin, words = self.line()
        return begin + len(words) - len(words.lstrip())


def explain(fault: Exception, path: str, text: str, last: Any) -> Diagnostic:
    """What was probably meant where the parser gave up; `last` is the last scalar that it read."""
    slip = _Slip(fault, path, text, last)
    if slip.line()[1].lstrip().startswith(": "):
        return slip.said(keys.empty_key, slip.indentation())
    quoted = _after_quote(slip)
    if quoted is not None:
        return quoted
    for pattern, reading in _READINGS:
        if pattern.search(slip.complaint):
            return reading(slip)
    return slip.said(problems.not_understood, slip.at)


def _after_quote(slip: _Slip) -> Diagnostic | None:
    """A complaint right after a quoted text: the quotation mark closed too early, or too late."""
    last = slip.last
    if last is None or last.style not in ("'", '"'):
        return None
    end = last.end_mark.index
    between = slip.text[end : max(slip.at, slip.start)]
    if slip.text[end : min(slip.at, slip.start)].strip() or "\n" in between.split(slip.sign or "\n")[0]:
        return None
    start = last.start_mark.index
    if "\n" in slip.text[start:end]:
        return slip.said(problems.quote_not_closed, start, last.style)
    return slip.said(problems.text_after_quote, end, last.style)


def _colon(slip: _Slip) -> Diagnostic:
    begin, words = slip.line()
    if re.search(r":\s", words[: slip.at - begin]):
        return slip.said(problems.colon_in_text, slip.at)
    return slip.said(problems.indentation_off, slip.indentation())


def _escape(slip: _Slip) -> Diagnostic:
    backslash = slip.text.rfind("\\", 0, slip.at + 1)
    return slip.said(problems.escape_not_known, max(backslash, slip.start, 0))


def _colon_in_brackets(slip: _Slip) -> Diagnostic:
    return slip.said(problems.colon_in_text, slip.at, True)


def _sign(slip: _Slip) -> Diagnostic:
    if slip.sign == "\t":
        begin, words = slip.line()
        return slip.said(tab_as_indentation, slip.at, not words[: slip.at - begin].strip())
    if slip.sign == "%" and slip.line()[0] == slip.at:
        return slip.said(shapes.directive, slip.at)
    if slip.sign and slip.sign in "@`%,]}?|>!&*":
        return slip.said(problems.sign_before_text, slip.at, slip.sign)
    return slip.said(problems.not_understood, slip.at)


def _quote(slip: _Slip) -> Diagnostic:
    return slip.said(problems.quote_not_closed, slip.start, slip.text[slip.start : slip.start + 1])


def _key(slip: _Slip) -> Diagnostic:
    begin, words = slip.line()
    before = slip.text[begin : slip.at]
    if words.lstrip().startswith("- ") != ("'-'" in slip.complaint):
        return slip.said(problems.list_and_keys_mixed, slip.indentation())
    if slip.sign in ("]", "}"):
        return slip.said(problems.bracket_not_opened, slip.at, slip.sign)
    if before.strip() and not before.strip().startswith("-"):
        return slip.said(problems.not_understood, slip.at)
    return slip.said(problems.indentation_off, slip.indentation())


def _no_colon(slip: _Slip) -> Diagnostic:
    end = slip.text.find("\n", slip.start)
    colon = _LOOK_ALIKE.search(slip.text, slip.start, end if end >= 0 else len(slip.text))
    if colon:
        return slip.said(problems.colon_missing, colon.start(), colon[0])
    return slip.said(problems.colon_missing, slip.start)


def _bracket(slip: _Slip) -> Diagnostic:
    mark = slip.text[slip.start : slip.start + 1]
    return slip.said(problems.bracket_not_closed, slip.start, mark if mark in ("[", "{") else "[")


def _content(slip: _Slip) -> Diagnostic:
    if "flow" in slip.context and not slip.sign.strip():
        opened = max(slip.text.rfind("[", 0, slip.at), slip.text.rfind("{", 0, slip.at), 0)
        return slip.said(problems.bracket_not_closed, opened, slip.text[opened : opened + 1])
    return _sign(slip)


def _name(slip: _Slip) -> Diagnostic:
    found = _NAME.match(slip.text, slip.start)
    code = shapes.alias if slip.text[slip.start : slip.start + 1] == "*" else shapes.anchor
    return slip.said(code, slip.start, found[1] if found else "")


def _root(slip: _Slip) -> Diagnostic:
    if slip.sign == "%":
        return slip.said(shapes.directive, slip.at)
    if _KEY_LINE.match(slip.line()[1]) or slip.sign == "-":
        return slip.said(problems.indentation_off, slip.indentation())
    return slip.said(problems.not_understood, slip.at)


def _at_problem(code: Any) -> Callable[[_Slip], Diagnostic]:
    return lambda slip: slip.said(code, slip.at)


def _at_start(code: Any) -> Callable[[_Slip], Diagnostic]:
    return lambda slip: slip.said(code, slip.start)


_READINGS: tuple[tuple[re.Pattern[str], Callable[[_Slip], Diagnostic]], ...] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"scanning an (?:alias|anchor)", _name),
        (r"tag handle|scanning a tag|parsing a tag", _at_start(shapes.tag)),
        (r"scanning a directive|%YAML|%TAG|incompatible YAML|directive", _at_start(shapes.directive)),
        (r"tab char", _at_problem(tab_as_indentation)),
        (r"block scalar", _at_start(problems.block_header)),
        (r"escape|hexdecimal|hexadecimal|chr\(\)|int too large", _escape),
        (r"quoted scalar", _quote),
        (r"mapping values are not allowed", _colon),
        (r"found unexpected ':'", _colon_in_brackets),
        (r"entries are not allowed", _at_problem(problems.list_and_keys_mixed)),
        (r"mapping keys are not allowed|cannot start any token", _sign),
        (r"expected ':'", _no_colon),
        (r"expected ',' or", _bracket),
        (r"node content", _content),
        (r"document start", _root),
        (r"block (?:mapping|collection|sequence)|block end", _key),
    )
)
