"""Opens the council's own Word document and leaves of it what every page has: styles, margins, setup."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from lif.reports.printed.word.elements import Element, child, w

LARGEST = 20_000_000
"""Bytes of a document that a council may lend: more is no letterhead."""
_LARGEST_UNPACKED = 150_000_000
_MOST_PARTS = 2000

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": (
        "it is a Word template (.dotx)"
    ),
    b"application/vnd.ms-word.document.macroEnabled.main+xml": "it is a Word document with macros (.docm)",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (
        "it is a Word template with macros (.dotm)"
    ),
}
_SAVE = "open it in Word and save it as 'Word Document (*.docx)'"

_KEPT = {RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.WEB_SETTINGS, RT.HEADER, RT.FOOTER}
"""Parts that belong to every page; whatever belongs to the text that stood there goes with the text."""
_KEPT_OF_PACKAGE = {
    RT.OFFICE_DOCUMENT,
    RT.CORE_PROPERTIES,
    "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
}
_NOT_KEPT_SETTINGS = (
    "attachedTemplate",
    "mailMerge",
    "docVars",
    "documentProtection",
    "writeProtection",
    "footnotePr",
    "endnotePr",
)
"""Settings that speak of another text, of another machine, or that forbid to write."""


class CannotUseDocument(Exception):  # noqa: N818
    """The document that a council lends cannot be written into; the message says why and what to do."""


def opened(data: bytes) -> Document:
    """The document without its text; raises CannotUseDocument for what is no plain Word document."""
    _fit(data)
    try:
        document = docx.Document(BytesIO(data))
        _empty(document)
        document.styles  # noqa: B018  (reads the part, which may be broken)
    except (KeyError, ValueError, TypeError, AttributeError, OSError, BadZipFile, LxmlError) as fault:
        raise CannotUseDocument(f"it cannot be read as a Word document: {_SAVE} ({fault!s:.80})") from None
    return document


def _fit(data: bytes) -> None:
    """Raises CannotUseDocument for what should not even be unpacked."""
    if len(data) > LARGEST:
        raise CannotUseDocument(
            f"it has {len(data) / 1e6:.0f} MB; at most {LARGEST // 1_000_000} MB are read"
        )
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise CannotUseDocument(f"it is an old Word document (.doc) or protected by a password: {_SAVE}")
    try:
        with ZipFile(BytesIO(data)) as package:
            infos = package.infolist()
            if len(infos) > _MOST_PARTS or sum(each.file_size for each in infos) > _LARGEST_UNPACKED:
                raise CannotUseDocument("it unpacks to more than a Word document can need")
            types = package.read("[Content_Types].xml")
    except (BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, EOFError):
        raise CannotUseDocument(f"it is no Word document: {_SAVE}") from None
    for kind, what in _OTHERS.items():
        if kind in types:
            raise CannotUseDocument(f"{what}: {_SAVE}")
    if _MAIN.encode() not in types:
        raise CannotUseDocument(f"it is no Word document: {_SAVE}")


def _empty(document: Document) -> None:
    """Takes the text away, and with it every part that only the text needs."""
    body: Element = document.element.body
    section = _section(body)
    for each in list(body):
        body.remove(each)
    body.append(section)
    for name in ("background",):
        if (found := child(document.element, name)) is not None:
            document.element.remove(found)
    used = {each.get(qn("r:id")) for each in section}
    part = document.part
    for key, relation in list(part.rels.items()):
        margin = relation.reltype in (RT.HEADER, RT.FOOTER)
        if relation.reltype not in _KEPT or relation.is_external or (margin and key not in used):
            del part.rels[key]
    package = part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype not in _KEPT_OF_PACKAGE:
            del package.rels[key]
    _settle(part.part_related_by(RT.SETTINGS) if _has(part, RT.SETTINGS) else None, document)


def _has(part: Part, kind: str) -> bool:
    return any(each.reltype == kind for each in part.rels.values())


def _settle(part: Part | None, document: Document) -> None:
    settings: Element = document.settings.element
    for name in _NOT_KEPT_SETTINGS:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    if part is not None:
        part.rels.clear()


def _section(body: Element) -> Element:
    """The setup of the last section, with the headers and footers that it has from those before it."""
    sections = list(body.iter(qn("w:sectPr")))
    last = sections[-1] if sections and sections[-1].getparent() is body else w("sectPr")
    there = {(each.tag, each.get(qn("w:type"))) for each in last}
    for earlier in reversed(sections[:-1]):
        for reference in earlier:
            key = (reference.tag, reference.get(qn("w:type")))
            if reference.tag in (qn("w:headerReference"), qn("w:footerReference")) and key not in there:
                there.add(key)
                last.insert(0, reference)
    for columns in last.findall(qn("w:cols")):
        last.remove(columns)
    return last
