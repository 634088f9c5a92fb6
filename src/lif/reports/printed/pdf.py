"""Prints a document as tagged PDF (PDF/UA-1): the same document gives the same bytes on every machine."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import typst

from lif.reports.characters import SHOWN
from lif.reports.printed.blocks import Document
from lif.reports.printed.row_headings import with_row_headings
from lif.reports.printed.sheets import told

_NO_GLYPH = "could not be displayed"
_PROBE = b'#set document(title: "x", date: none)\n#set text(font: "Liberation Sans")\n#json("paper.json")'


def pdf(document: Document, *, appendix: bool = False) -> bytes:
    """The document as a PDF file; with `appendix` what is folded away on the page is printed at its end.

    A character that none of the fonts has is shown as U+FFFD, and the stamp says so.
    """
    sheets, tables = told(document, appendix=appendix)
    with as_file(files("lif.reports").joinpath("fonts")) as fonts:
        try:
            return with_row_headings(_set(_template(), sheets, fonts), tables)
        except typst.TypstError as fault:
            if _NO_GLYPH not in fault.message:
                raise
        shown = _without(sheets, _missing(sheets, fonts))
        shown["stamp"].append(f"{SHOWN} stands for a character that this paper has no letters for")
        return with_row_headings(_set(_template(), shown, fonts), tables)


def _template() -> bytes:
    return files("lif.reports").joinpath("printed", "paper.typ").read_bytes()


def _set(template: bytes, data: Any, fonts: Path) -> bytes:
    files_of_paper: Any = {"main": template, "paper.json": json.dumps(data).encode()}
    made = typst.compile(
        files_of_paper,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1",
    )
    return bytes(made)


def _missing(sheets: Any, fonts: Path) -> str:
    """The characters of the document that no font has."""
    found = {character for text in _texts(sheets) for character in text if character > "\u024f"}
    return "".join(character for character in sorted(found) if not _has(character, fonts))


def _has(character: str, fonts: Path) -> bool:
    try:
        _set(_PROBE, character, fonts)
    except typst.TypstError:
        return False
    return True


def _texts(part: Any) -> Iterable[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list | tuple):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _texts(each)


def _without(part: Any, missing: str) -> Any:
    """The same with U+FFFD for every character in `missing`."""
    if isinstance(part, str):
        return part.translate({ord(character): SHOWN for character in missing})
    if isinstance(part, dict):
        return {key: _without(value, missing) for key, value in part.items()}
    return [_without(each, missing) for each in part] if isinstance(part, list | tuple) else part
