"""Small documents, and what an independent reader finds in the PDF that is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import page
from pypdf import PdfReader

from lif.reports.printed.blocks import Block, Cell, Document, Paragraph, Run, Table
from lif.reports.printed.pdf import pdf


def paper(*blocks: Block, draft: bool = False, title: str = "The paper") -> Document:
    """A paper of these blocks."""
    stamp = (Paragraph((Run("Data as at: 1 May 2025"),)), Paragraph((Run("Made by lif: 0.0.0"),)))
    return Document(
        title, "Hill Safeguarding Children Partnership", "OFFICIAL", draft, "en-GB", blocks, stamp
    )


def said(text: str, **look: Any) -> Paragraph:
    """A paragraph of words in one look."""
    return Paragraph((Run(text, **look),))


def cell(text: str, **more: Any) -> Cell:
    """A cell with a paragraph."""
    return Cell((said(text),), **more)


def table(columns: int, rows: int, caption: str = "Figures") -> Table:
    """A table of records, with headings of its columns and of its rows."""
    head = tuple(cell(f"Column {x}", scope="col") for x in range(columns))
    body = tuple(
        (cell(f"Row {y}", scope="row"), *(cell(f"cell {x} of {y}") for x in range(1, columns)))
        for y in range(rows)
    )
    return Table((Run(caption),), (head,), body)


@dataclass(frozen=True)
class Printed:
    """A PDF as software reads it."""

    data: bytes

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(BytesIO(self.data))

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page, with single spaces."""
        return [" ".join(each.extract_text().split()) for each in self.reader.pages]

    @property
    def letters(self) -> str:
        """Everything on all pages without white space, and without what only lets a word be parted."""
        return "".join("".join(self.pages).replace("\u200b", "").split())

    @property
    def root(self) -> Any:
        """The catalogue of the file."""
        return self.reader.trailer["/Root"]

    @property
    def links(self) -> list[Any]:
        """The links of the first page."""
        found: Any = self.reader.pages[0].get("/Annots", ())
        return [each.get_object() for each in found]

    @property
    def outline(self) -> list[tuple[int, str]]:
        """Level and words of each bookmark."""
        return list(_bookmarks(self.reader.outline, 1))

    @property
    def faults(self) -> list[str]:
        """What a judge of PDF/UA-1 finds against it."""
        report = page.validate_pdf_bytes(self.data)
        assert report.is_compliant is not None
        return [] if report.is_compliant else [str(fault) for fault in report.failures] or ["not compliant"]

    def elements(self, kind: str) -> list[Any]:
        """Every structure element of this kind, in the order of reading."""
        return [each for each in _tree(self.root["/StructTreeRoot"]["/K"]) if each.get("/S") == f"/{kind}"]


def printed(document: Document, **how: Any) -> Printed:
    """The document as a PDF."""
    return Printed(pdf(document, **how))


def _bookmarks(found: Any, level: int) -> Iterator[tuple[int, str]]:
    for each in found:
        if isinstance(each, list):
            yield from _bookmarks(each, level + 1)
        else:
            yield level, str(each.title)


def _tree(part: Any) -> Iterator[Any]:
    part = part.get_object()
    if isinstance(part, list):
        for each in part:
            yield from _tree(each)
    elif isinstance(part, dict):
        yield part
        if "/K" in part:
            yield from _tree(part["/K"])
