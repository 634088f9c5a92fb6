"""The document as a file that has the same bytes whenever and wherever it is made of the same paper."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.parser import parse_xml

from lif.reports.charts.svg import escaped
from lif.reports.printed.blocks import Document

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file can name; no day of making stands in a paper but that of its records."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def told(word: WordDocument, document: Document) -> None:
    """Sets what the file says of itself: title, board and language, and nothing of who or when."""
    package = word.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RT.CORE_PROPERTIES:
            del package.rels[key]
    board, title = escaped(document.board), escaped(document.title)
    text = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>{board}</dc:creator>"
        f"<cp:keywords>{escaped(document.marking)}</cp:keywords>"
        f"<dc:language>{escaped(document.language)}</dc:language>"
        f"<cp:lastModifiedBy>{board}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        "</cp:coreProperties>"
    )
    name = PackURI("/docProps/core.xml")
    part = CorePropertiesPart(name, CT.OPC_CORE_PROPERTIES, parse_xml(text), package)
    package.relate_to(part, RT.CORE_PROPERTIES)


def packed(word: WordDocument) -> bytes:
    """The file, its parts in the order of their names and without the time of making."""
    saved, made = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as source, ZipFile(made, "w") as target:
        names = sorted(source.namelist(), key=lambda name: (name not in _FIRST, name))
        for name in names:
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return made.getvalue()
