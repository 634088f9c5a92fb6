"""The text of any file, read as well as it can be, for those who only look through it."""

from __future__ import annotations

from pathlib import Path

from lif.diagnostics import Diagnostic
from lif.source.files import MAX_TABLE, NOTHING_OVER, Door, Over

_WIDE = (
    *((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32")),
    *((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")),
)
_SAMPLE = 8000
_SOME = 40


def as_text(raw: bytes) -> str | None:
    """The text that these bytes most likely are; None for what is no text, as pictures and archives are.

    What is not UTF-8 is read as Windows-1252, so that every letter and figure of English is right.
    """
    for mark, name in _WIDE:
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    sample = raw[:_SAMPLE]
    if b"\0" in sample:
        return _without_mark(raw, sample)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def read_text(root: Path, path: str, over: Over = NOTHING_OVER) -> str:
    """The text of a file inside `root`, or nothing where there is none."""
    fetched = Door(root, over).fetch(path, MAX_TABLE)
    return "" if isinstance(fetched, Diagnostic) else as_text(fetched) or ""


def _without_mark(raw: bytes, sample: bytes) -> str | None:
    """Text in UTF-16 that does not say so: every other byte of English is zero."""
    half = max(1, len(sample) // 2)
    if len(sample) >= _SOME and sample[1::2].count(0) > 0.9 * half and not sample[::2].count(0):
        return raw.decode("utf-16-le", "replace")
    if len(sample) >= _SOME and sample[::2].count(0) > 0.9 * half and not sample[1::2].count(0):
        return raw.decode("utf-16-be", "replace")
    return None
