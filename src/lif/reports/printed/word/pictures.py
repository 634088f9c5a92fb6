"""Drawings as pictures in a line: signs that are decoration, and charts with the words for who cannot see."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from lif.reports.characters import one_line
from lif.reports.printed.png import DOTS, png, shape
from lif.reports.printed.word.elements import Element, parsed, w, words

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

EMU = 12_700
"""The unit in which pictures are measured, to a point."""
_SIGN_DOTS = 300
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006"
_DECORATION = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""What Word writes where somebody ticks 'mark as decorative'."""


class Pictures:
    """The pictures of one document, each drawing stored once."""

    def __init__(self, part: DocumentPart) -> None:
        self._part = part
        self._stored: dict[tuple[str, float], str] = {}
        self._count = 0

    def sign(self, svg: str, high: float, alt: str) -> Element:
        """A small drawing, `high` points high; decoration where `alt` is "" because words say the same.

        One that cannot be drawn, as a board's own template may have it, is the words that stand for it.
        """
        try:
            wide, tall = shape(svg)
            return self._placed(svg, (high * wide / tall, high), alt, _SIGN_DOTS, None)
        except ValueError:
            return words(alt)

    def chart(self, svg: str, alt: str, room: tuple[float, float]) -> Element:
        """A chart on white, as large as it was drawn but within a room of so many points across and down.

        One that cannot be drawn is the words that stand for it.
        """
        try:
            wide, tall = shape(svg)
            scale = min(room[0] / wide, room[1] / tall, 0.75)
            return self._placed(svg, (wide * scale, tall * scale), alt, DOTS, "#ffffff")
        except ValueError:
            return words(alt)

    def _placed(
        self, svg: str, size: tuple[float, float], alt: str, dots: int, background: str | None
    ) -> Element:
        key = (svg, round(size[0], 2))
        if key not in self._stored:
            image = self._part.package.get_or_add_image_part(BytesIO(png(svg, size[0], dots, background)))
            self._stored[key] = self._part.relate_to(image, RT.IMAGE)
        self._count += 1
        return w("drawing", _inline(self._stored[key], self._count, size, one_line(alt)))


def _inline(stored: str, number: int, size: tuple[float, float], alt: str) -> Element:
    extent = f'cx="{round(size[0] * EMU)}" cy="{round(size[1] * EMU)}"'
    return parsed(
        f'<wp:inline xmlns:wp="{_MAIN}/wordprocessingDrawing" xmlns:a="{_MAIN}/main" '
        f'xmlns:pic="{_MAIN}/picture" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr={quoteattr(alt)}>'
        f"{'' if alt else _DECORATION}</wp:docPr>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_MAIN}/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{stored}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline>"
    )
