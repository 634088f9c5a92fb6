"""The words inside Word, Excel, PowerPoint and OpenDocument files, within bounds."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

MOST_PARTS = 200
MOST_BYTES = 30_000_000
"""Most bytes that are unpacked of one file."""

_PARTS = re.compile(
    r"word/[^/]*\.xml|xl/(?:sharedStrings|comments[^/]*|worksheets/[^/]*|workbook)\.xml"
    r"|ppt/(?:slides|notesSlides|comments)/[^/]*\.xml|docProps/[^/]*\.xml|(?:content|meta|styles)\.xml"
)
_ENDS = re.compile(
    r"</(?:\w+:)?(?:p|si|c|row|h|table-cell|creator|lastModifiedBy|title|comment)>|<w:(?:br|tab)/>"
)
_TAGS = re.compile(r"<[^<>]*>")


def words_inside(raw: bytes) -> Iterator[tuple[str, str]] | None:
    """The texts of an office file by the name of the part that holds them; None for any other file.

    Raises ValueError where the file is broken, encrypted, or larger inside than is read.
    """
    if not raw.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as opened:
            parts = [part for part in opened.infolist() if _PARTS.fullmatch(part.filename)]
            if not parts:
                return None
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise ValueError("too large inside")
            return iter([(part.filename, _words(_read(opened, part))) for part in parts])
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError):
        raise ValueError("broken or encrypted") from None


def _read(opened: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    """What the part says, never more of it than it promised."""
    with opened.open(part) as inside:
        return inside.read(part.file_size).decode("utf-8", "replace")


def _words(text: str) -> str:
    """The words without the marks: a paragraph or a cell to a line."""
    return html.unescape(_TAGS.sub("", _ENDS.sub("\n", text.replace("\n", " "))))
