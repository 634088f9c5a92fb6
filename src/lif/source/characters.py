"""The second and third doors: bytes that are UTF-8 text, and characters and lines that are what they look like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from lif.diagnostics import AnyCode, Diagnostic
from lif.source.document import place
from lif.source.encodings import decoded
from lif.source.problems import characters as problems
from lif.source.problems.words import said, visible

MOST = 20
"""Most problems of one kind that are told of one file."""

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_MARKERS = (b"<<<<<<<", b">>>>>>>", b"|||||||")
_FORMATS = (b"<", b"version https://git-lfs")

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
_WIDTHLESS = "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
_TAGS = "\U000e0000-\U000e007f"
_HIDDEN = re.compile(
    f"(?P<lawful>{_LAWFUL})|(?P<nul>\x00)|(?P<control>[{_CONTROL}])|(?P<direction>[{_DIRECTION}])"
    f"|(?P<widthless>[{_WIDTHLESS}]+)|(?P<tags>[{_TAGS}]+)"
)
_KINDS: dict[str, AnyCode] = {
    "control": problems.control_character,
    "direction": problems.direction_control,
    "widthless": problems.character_without_width,
    "tags": problems.hidden_text,
}

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(
    f"^[ \t]*(?P<line>[{_SPACES}])"
    f"|^[ ]*(?:-[ ]+)*(?:-[ ]*(?P<dash>[{_SPACES}])|[\\w.-]{{1,80}}[ ]*:[ ]*(?P<colon>[{_SPACES}]))",
    re.MULTILINE,
)
_WHERE = {"line": "at the start of the line", "dash": "after the dash", "colon": "after the colon"}
_TAB = re.compile(r"^[ ]*(\t)", re.MULTILINE)
_CONFLICT = re.compile(r"^[ \t]*(<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_LONE_RETURN = re.compile(r"\r(?!\n)")

_TAIL = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
_GARBLED = re.compile(f"[ÂÃÄÅ][{re.escape(_TAIL)}]|[âð][{re.escape(_TAIL)}]{{2,3}}|\ufffd")
_MARK = re.compile("[\u061c\u200e\u200f]")
_SELECTORS = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}"
    "|(?<![\u3400-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)
_STACK = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}")

_SUSPECT = re.compile(
    f"[\r\t{_CONTROL}{_DIRECTION}{_WIDTHLESS}{_TAGS}{_SPACES}ÂÃÄÅâð\ufffd\u061c\u200e\u200f"
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U000e0100-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A tab or special space that is a mistake in the shape of a record, and only text inside a block."""

    offset: int
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Look:
    """What is wrong with a file's characters, what only may be, and what is worth a warning."""

    errors: tuple[Diagnostic, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


CLEAN = Look()


def look(raw: bytes, path: str) -> Look:
    """Looks at the bytes of a file before they are understood as YAML."""
    try:
        raw.decode("utf-8")
        strange = raw.translate(None, _PLAIN).decode("utf-8")
    except UnicodeDecodeError:
        strange = "\0"
    if not (
        (strange and _SUSPECT.search(strange))
        or raw.startswith(_FORMATS)
        or any(marker in raw for marker in _MARKERS)
    ):
        return CLEAN
    text = decoded(raw, path)
    if isinstance(text, Diagnostic):
        return Look((text,))
    errors = (*_conflicts(text, path), *_line_ends(text, path), *_hidden(text, path))
    if errors:
        return Look(errors)
    return Look((), (*_tabs(text, path), *_spaces(text, path)), tuple(_warnings(text, path)))


def hidden_character(text: str) -> str | None:
    """The first character of a decoded value that may not stand in a record, if there is one."""
    found = next((m for m in _HIDDEN.finditer(text) if m.lastgroup != "lawful"), None)
    if found is None and (alone := _LONE_RETURN.search(text)):
        return alone[0]
    return found[0][0] if found else None


def _conflicts(text: str, path: str) -> list[Diagnostic]:
    found = _CONFLICT.search(text)
    return [said(problems.merge_conflict, place(path, text, found.start(1)))] if found else []


def _line_ends(text: str, path: str) -> list[Diagnostic]:
    found = _LONE_RETURN.search(text)
    return [said(problems.old_line_ends, place(path, text, found.start()))] if found else []


def _hidden(text: str, path: str) -> list[Diagnostic]:
    told: list[Diagnostic] = []
    for found in islice((m for m in _HIDDEN.finditer(text) if m.lastgroup != "lawful"), MOST):
        where = place(path, text, found.start())
        if found.lastgroup == "nul":
            told.append(said(problems.nul_character, where))
        else:
            told.append(said(_KINDS[found.lastgroup or ""], where, found[0][0]))
    return told


def _tabs(text: str, path: str) -> list[Doubt]:
    return [
        Doubt(found.start(1), said(problems.tab_as_indentation, place(path, text, found.start(1))))
        for found in islice(_TAB.finditer(text), MOST)
    ]


def _spaces(text: str, path: str) -> list[Doubt]:
    told = []
    for found in islice(_SPACE.finditer(text), MOST):
        group = found.lastgroup or ""
        where = place(path, text, found.start(group))
        told.append(
            Doubt(found.start(group), said(problems.not_a_plain_space, where, found[group], _WHERE[group]))
        )
    return told


def _warnings(text: str, path: str) -> list[Diagnostic]:
    """One warning of each kind, at its first place, with the number of the others."""
    told = []
    if garbled := list(_GARBLED.finditer(text)):
        where = place(path, text, garbled[0].start())
        told.append(said(problems.garbled_text, where, visible(garbled[0][0]), len(garbled) - 1))
    for pattern, code in ((_MARK, problems.direction_mark), (_SELECTORS, problems.variation_selectors)):
        if marks := list(pattern.finditer(text)):
            told.append(said(code, place(path, text, marks[0].start()), marks[0][0][0], len(marks) - 1))
    if stacks := list(_STACK.finditer(text)):
        told.append(said(problems.stacked_marks, place(path, text, stacks[0].start()), len(stacks) - 1))
    return told
