"""The empty A4 document that a paper is written into where no council's own is given."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from zipfile import ZipFile

from lif.reports.printed.colours import packaged

Theme = tuple[tuple[str, str], ...]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OWN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PARTS = ("styles", "settings", "numbering")

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    + "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{name}+xml"/>' for name in _PARTS)
    + "</Types>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="964" w:bottom="1191" w:left="964" w:header="567" w:footer="510" '
    'w:gutter="0"/></w:sectPr>'
)
"""A4 upright, seventeen millimetres of margin at the sides."""


def styles(theme: Theme = ()) -> bytes:
    """The styles of a paper, as a part of a Word document; `theme` are colours of a board's own, by token."""
    found = _part("styles")
    for token, colour in theme:
        if old := packaged().get(token):
            found = found.replace(_digits(old), _digits(colour))
    return found


def _digits(colour: str) -> bytes:
    """A colour as an attribute has it."""
    return f'"{colour.lstrip("#")}"'.encode()


def numbering() -> bytes:
    """The lists of a paper, as a part of a Word document."""
    return _part("numbering")


def blank(theme: Theme = ()) -> bytes:
    """A whole Word document with the styles and lists of a paper and nothing on its page."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _relations((("officeDocument", "word/document.xml"),)))
        package.writestr(
            "word/_rels/document.xml.rels", _relations(tuple((name, f"{name}.xml") for name in _PARTS))
        )
        package.writestr(
            "word/document.xml", f'<w:document xmlns:w="{_OWN}"><w:body>{_PAGE}</w:body></w:document>'
        )
        for name in _PARTS:
            package.writestr(f"word/{name}.xml", styles(theme) if name == "styles" else _part(name))
    return made.getvalue()


def _relations(pairs: tuple[tuple[str, str], ...]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _part(name: str) -> bytes:
    return files("lif.reports.printed.word").joinpath(f"{name}.xml").read_bytes()
