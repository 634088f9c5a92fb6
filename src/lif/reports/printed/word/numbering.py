"""Lists: bullets as their style has them, numbers that begin again in each list."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from lif.reports.printed.word.blank import numbering as packaged
from lif.reports.printed.word.elements import Element, child, get, parsed, w
from lif.reports.printed.word.styles import Styles


class Numbering:
    """The lists of one document, and a new one whenever numbers begin again."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._root = _root(document)
        self._styles = styles
        self._brought: dict[str, str] = {}
        self._bring()

    def begin(self, style: str, level: int, start: int) -> int:
        """A new list that looks as the style of that name says, counting from `start`; its number."""
        pattern = self._pattern(style)
        made = w(
            "num",
            w("abstractNumId", val=pattern),
            w("lvlOverride", w("startOverride", val=start), ilvl=level),
            numId=self._next("num", "numId"),
        )
        self._root.append(made)
        return int(get(made, "numId") or 0)

    def level(self, style: str) -> int | None:
        """The level at which the style of that name is a list by itself; None where it is none."""
        pattern, look = self._own(style), child(self._styles.style(style), "pPr/numPr/ilvl")
        if pattern is None:
            return None
        for each in self._root.findall(qn("w:abstractNum")):
            if get(each, "abstractNumId") == pattern:
                for level in each.findall(qn("w:lvl")):
                    tie = child(level, "pStyle")
                    if tie is not None and get(tie, "val") == self._styles.id(style):
                        return int(get(level, "ilvl") or 0)
        return int((get(look, "val") if look is not None else None) or 0)

    def _own(self, style: str) -> str | None:
        """The pattern of the list that a style has by itself."""
        own = child(self._styles.style(style), "pPr/numPr/numId")
        number = get(own, "val") if own is not None else None
        for each in self._root.findall(qn("w:num")):
            pattern = child(each, "abstractNumId")
            if number is not None and get(each, "numId") == number and pattern is not None:
                return get(pattern, "val")
        return None

    def _pattern(self, style: str) -> str:
        """The pattern of the list that a style has, or else the packaged one, brought when first wanted."""
        if (own := self._own(style)) is not None:
            return own
        if style not in self._brought:
            wanted = style.replace(" ", "")
            ours = (
                each
                for each in _packaged()
                if any(get(tie, "val") == wanted for tie in each.iter(qn("w:pStyle")))
            )
            self._brought[style] = self._add(next(ours))
        return self._brought[style]

    def _add(self, pattern: Element) -> str:
        """Brings a packaged pattern into the document; its levels stay tied to styles that came with it."""
        made = deepcopy(pattern)
        for tie in list(made.iter(qn("w:pStyle"))):
            style = self._styles.added.get(get(tie, "val") or "")
            above = tie.getparent()
            if style is not None:
                tie.set(qn("w:val"), get(style, "styleId") or "")
            elif above is not None:
                above.remove(tie)
        number = self._next("abstractNum", "abstractNumId")
        made.set(qn("w:abstractNumId"), str(number))
        first = self._root.find(qn("w:num"))
        self._root.insert(len(self._root) if first is None else self._root.index(first), made)
        return str(number)

    def _bring(self) -> None:
        """Gives each added style that is a list the packaged list that belongs to it."""
        patterns = {get(each, "abstractNumId"): each for each in _packaged()}
        brought: dict[str | None, str] = {}
        for style in self._styles.added.values():
            reference = child(style, "pPr/numPr/numId")
            if reference is None:
                continue
            old = get(reference, "val")
            if old not in brought:
                pattern = w("abstractNumId", val=self._add(patterns[old]))
                brought[old] = str(self._next("num", "numId"))
                self._root.append(w("num", pattern, numId=brought[old]))
            reference.set(qn("w:val"), brought[old])

    def _next(self, name: str, key: str) -> int:
        return max((int(get(each, key) or 0) for each in self._root.findall(qn(f"w:{name}"))), default=0) + 1


def _packaged() -> list[Element]:
    """Our own patterns; the list of each has its number."""
    return list(parsed(packaged()).findall(qn("w:abstractNum")))


def _root(document: Document) -> Element:
    part = document.part
    for each in part.rels.values():
        if each.reltype == RT.NUMBERING:
            found: Element = each.target_part.element
            return found
    made = NumberingPart.load(
        PackURI("/word/numbering.xml"),
        CT.WML_NUMBERING,
        b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        part.package,
    )
    part.relate_to(made, RT.NUMBERING)
    return made.element
