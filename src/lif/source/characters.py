"""The second and third doors: bytes that are UTF-8, and characters that are what they look like."""

from __future__ import annotations

from dataclasses import dataclass

from lif.diagnostics import Diagnostic

_PLAIN = bytes(range(0x20, 0x7F)) + b"\n"
_COMMON = "£§°·¼½¾×éèêëáàâçíïóôöúüñÉ–—‘’“”…•€→≤≥✓"
_MARKERS = (b"<<<<<<<", b">>>>>>>", b"|||||||")
_FORMATS = (b"<", b"version https://git-lfs")

LONGEST_LINE = 20_000
"""Most bytes in a line of a record."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A tab or special space that is a mistake in the shape of a record, and only text inside a block."""

    offset: int
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Look:
    """What is wrong with a file's characters, what only may be, and what is worth a warning.

    An endless line is told last: what YAML has to say of it is more to the point.
    """

    errors: tuple[Diagnostic, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    long_lines: tuple[Diagnostic, ...] = ()


CLEAN = Look()


def look(raw: bytes, path: str) -> Look:
    """Looks at the bytes of a file, without its byte order mark, before they are understood.

    Nearly every file holds nothing but plain letters and common signs, and is let through here at once.
    """
    try:
        raw.decode("utf-8")
        # What is left when plain ASCII is taken out: a handful of characters, or none.
        strange = raw.translate(None, _PLAIN).decode("utf-8").strip(_COMMON)
        if strange and raw.count(b"\r") == raw.count(b"\r\n"):
            strange = strange.replace("\r", "").strip(_COMMON)
    except UnicodeDecodeError:
        strange = "\0"
    if not (
        strange
        or raw.lstrip().startswith(_FORMATS)
        or any(marker in raw for marker in _MARKERS)
        or (len(raw) > LONGEST_LINE and max(map(len, raw.split(b"\n"))) > LONGEST_LINE)
    ):
        return CLEAN
    return _look_closer(raw, path)


def _look_closer(raw: bytes, path: str) -> Look:
    # The patterns take as long to compile as a hundred records to read; most runs never need them.
    from lif.source import encodings, hidden, lines

    text = encodings.decoded(raw, path)
    if isinstance(text, Diagnostic):
        return Look((text,))
    errors = (*lines.broken(text, path), *hidden.characters(text, path))
    if errors:
        return Look(errors)
    doubts = tuple(Doubt(offset, told) for offset, told in lines.doubtful(text, path))
    return Look((), doubts, tuple(hidden.warnings(text, path)), tuple(lines.too_long(text, path)))


def hidden_character(text: str) -> str | None:
    """The first character of a decoded value that may not stand in a record, if there is one."""
    from lif.source import hidden

    return hidden.first(text)
