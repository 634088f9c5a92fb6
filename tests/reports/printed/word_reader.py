"""A Word document as a person who opens it finds it, read by python-docx and by the XML of its parts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx

from lif.reports.printed.blocks import Block, Details, Document, Figure, Run, Sign, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass
class Word:
    """A document, opened twice: by python-docx, and part by part."""

    data: bytes

    @cached_property
    def document(self) -> Any:
        return docx.Document(BytesIO(self.data))

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with ZipFile(BytesIO(self.data)) as package:
            assert package.testzip() is None
            return {name: package.read(name) for name in package.namelist()}

    @cached_property
    def body(self) -> ET.Element:
        body = self.xml("word/document.xml").find(f"{W}body")
        assert body is not None
        return body

    def xml(self, name: str) -> ET.Element:
        return ET.fromstring(self.parts[name])

    @property
    def paragraphs(self) -> list[Any]:
        """Every paragraph outside tables."""
        return list(self.document.paragraphs)

    def styled(self, name: str) -> list[str]:
        """The words of each paragraph of that style, in tables or not."""
        wanted = next(s.style_id for s in self.document.styles if s.name == name)
        return [text_of(p) for p in self.body.iter(f"{W}p") if style_of(p) == wanted]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of every heading, as Word's pane of headings shows them."""
        return [
            (int(p.style.name.removeprefix("Heading ")), " ".join(p.text.split()))
            for p in self.paragraphs
            if p.style.name.startswith("Heading ")
        ]

    @property
    def tables(self) -> list[ET.Element]:
        return list(self.body.iter(f"{W}tbl"))

    @property
    def pictures(self) -> list[ET.Element]:
        """The `docPr` of every picture in the text."""
        return list(self.body.iter(f"{WP}docPr"))

    def margins(self, name: str) -> list[ET.Element]:
        """The heads (`header`) or feet (`footer`) that pages show."""
        section = self.body.find(f"{W}sectPr")
        assert section is not None
        keys = [each.get(f"{R}id") for each in section.findall(f"{W}{name}Reference")]
        relations = self.xml("word/_rels/document.xml.rels")
        return [self.xml(f"word/{each.get('Target')}") for each in relations if each.get("Id") in keys]

    def external(self) -> dict[str, str]:
        """The addresses that the text leads to, by the keys of its links."""
        relations = self.xml("word/_rels/document.xml.rels")
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in relations
            if each.get("TargetMode") == "External"
        }


def text_of(element: ET.Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def value(element: ET.Element, path: str, key: str = "val") -> str | None:
    """An attribute of the element at a path of Word's names; None where there is none."""
    found = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return found.get(f"{W}{key}") if found is not None else None


def style_of(paragraph: ET.Element) -> str | None:
    return value(paragraph, "pPr/pStyle")


def printed(document: Document, folded: bool = False) -> str:
    """Every letter that is printed, in order, without white space."""
    return "".join("".join(run.text for run in printed_runs(document.blocks, folded)).split())


def printed_runs(part: Any, folded: bool = False) -> Iterator[Run]:
    """Every run of words that is printed, in the order of reading."""
    if isinstance(part, tuple):
        for each in part:
            yield from printed_runs(each, folded)
    elif isinstance(part, Run):
        yield part
    elif isinstance(part, Details) and not part.printed and not folded:
        return
    elif is_dataclass(part) and not isinstance(part, Sign | Figure):
        for field in fields(part):
            if not (isinstance(part, Table) and part.spoken and field.name == "caption"):
                yield from printed_runs(getattr(part, field.name), folded)


def of(*blocks: Block, **more: Any) -> Document:
    """A paper that holds these blocks."""
    given: dict[str, Any] = {
        "title": "A paper",
        "board": "Hill Safeguarding Children Partnership",
        "marking": "OFFICIAL-SENSITIVE",
        "draft": False,
        "language": "en-GB",
        "stamp": (),
    }
    return Document(blocks=blocks, **{**given, **more})
