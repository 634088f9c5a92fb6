"""Tells text in UTF-8 from everything else that a file may hold, and says what that is."""

from __future__ import annotations

import re

from lif.diagnostics import Diagnostic, Location
from lif.source.document import place
from lif.source.problems import characters as problems
from lif.source.problems.words import said

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_FORMATS = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x00GITCRYPT", "encrypted by git-crypt"),
)
_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_UNUSED_IN_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")
_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def decoded(raw: bytes, path: str) -> str | Diagnostic:
    """The text of a file (its byte order mark already taken off), or what it is instead of UTF-8 text."""
    start = Location(path)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            return said(problems.other_encoding, start, name)
    for mark, name in _FORMATS:
        if raw.startswith(mark):
            return said(problems.binary_file, start, name)
    if raw.startswith(b"version https://git-lfs"):
        return said(problems.lfs_pointer, start)
    if _PAGE.match(raw):
        return said(problems.web_page, start)
    if name := _wide(raw):
        return said(problems.other_encoding, start, name)
    if len(raw) - len(raw.translate(None, _CONTROLS)) > max(4, len(raw) // 50):
        return said(problems.binary_file, start)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _broken(raw, path, error)


def _wide(raw: bytes) -> str:
    """The encoding in which English text comes with so many zero bytes, or nothing."""
    sample = raw[:4000]
    odd, even = sample[::2].count(0), sample[1::2].count(0)
    if odd + even > len(sample) * 0.7:
        return "UTF-32 without a mark"
    if max(odd, even) > len(sample) * 0.35 and min(odd, even) <= max(odd, even) // 4:
        return "UTF-16 without a mark"
    return ""


def _broken(raw: bytes, path: str, error: UnicodeDecodeError) -> Diagnostic:
    before = raw[: error.start].decode("utf-8")
    cut_off = error.reason == "unexpected end of data"
    windows = not cut_off and not _UNUSED_IN_WINDOWS.intersection(raw)
    return said(problems.not_utf8, place(path, before, len(before)), raw[error.start], windows, cut_off)
