"""The head and foot of every page: whose paper it is, its marking, whether it is a draft, page x of y."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from lif.reports.printed.blocks import Document
from lif.reports.printed.word.desk import Desk
from lif.reports.printed.word.elements import TWIPS, Element, child, get, w, words

_DRAWN = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object"))


def margins(desk: Desk, word: WordDocument, document: Document, room: float) -> None:
    """Fills the head and foot of every sort of page that the document has.

    What the council's own document has there stays, and the marking is added below it.
    """
    section: Element = word.sections[-1]._sectPr
    for kind in _kinds(word, section):
        head = _margin(word, section, "header", kind)
        foot = _margin(word, section, "footer", kind)
        own_head, own_foot = _has_content(head), _has_content(foot)
        marked = _text_of(head) + _text_of(foot)
        if not own_head:
            _fill(head, [_headed(desk, document, room)])
        elif document.draft or not own_foot or document.marking not in marked:
            head.append(_line(desk, "Header", [_run(_with_draft(document, document.marking))], room))
        if not own_foot:
            _fill(foot, _footed(desk, document, room))
        elif not _counts_pages(foot) or document.marking not in marked:
            foot.extend(_footed(desk, document, room, numbered=not _counts_pages(foot)))


def _kinds(word: WordDocument, section: Element) -> Iterator[str]:
    yield "default"
    if child(section, "titlePg") is not None:
        yield "first"
    if word.settings.odd_and_even_pages_header_footer:
        yield "even"


def _margin(word: WordDocument, section: Element, name: str, kind: str) -> Element:
    """The head or foot of one kind of page, made where there is none."""
    for reference in section.findall(qn(f"w:{name}Reference")):
        if get(reference, "type") == kind:
            part: XmlPart = word.part.related_parts[reference.get(qn("r:id"))]
            return part.element
    add: Any = word.part.add_header_part if name == "header" else word.part.add_footer_part
    part, key = add()
    reference = w(f"{name}Reference", type=kind)
    reference.set(qn("r:id"), key)
    section.insert(0, reference)
    return part.element


def _has_content(margin: Element) -> bool:
    return bool(_text_of(margin).strip()) or any(True for _ in margin.iter(*_DRAWN))


def _text_of(margin: Element) -> str:
    return "".join(each.text or "" for each in margin.iter(qn("w:t")))


def _counts_pages(margin: Element) -> bool:
    simple = (get(each, "instr") or "" for each in margin.iter(qn("w:fldSimple")))
    composed = (each.text or "" for each in margin.iter(qn("w:instrText")))
    return any("PAGE" in each.split() for each in (*simple, *composed))


def _fill(margin: Element, lines: list[Element]) -> None:
    for each in list(margin):
        margin.remove(each)
    margin.extend(lines)


def _with_draft(document: Document, text: str) -> str:
    return " · ".join(part for part in ("DRAFT" if document.draft else "", text) if part)


def _headed(desk: Desk, document: Document, room: float) -> Element:
    right = _with_draft(document, document.marking)
    return _line(desk, "Header", [_run(document.board), w("r", w("tab")), _run(right)], room)


def _footed(desk: Desk, document: Document, room: float, numbered: bool = True) -> list[Element]:
    """Marking and board, with the number of the page; below them, what paper it is."""
    content = [_run(_with_draft(document, " · ".join(filter(None, (document.marking, document.board)))))]
    if numbered:
        content += [w("r", w("tab")), _run("Page "), _field("PAGE"), _run(" of "), _field("NUMPAGES")]
    lines = (content, [_run(document.title)])
    return [_line(desk, "Footer", each, room) for each in lines]


def _line(desk: Desk, style: str, content: list[Element], room: float) -> Element:
    """A line of a margin with one stop for tabs, at its right end, whatever stops its style has."""
    end = round(room * TWIPS)
    own = child(desk.styles.style(style), "pPr/tabs")
    stops = [get(each, "pos") for each in own] if own is not None else []
    cleared = [w("tab", val="clear", pos=each) for each in stops if each and each != str(end)]
    tabs = w("tabs", *cleared, w("tab", val="right", pos=end))
    return w("p", w("pPr", w("pStyle", val=desk.styles.id(style)), tabs), *content)


def _run(text: str) -> Element:
    return w("r", words(text))


def _field(name: str) -> Element:
    return w("fldSimple", _run("1"), instr=f" {name} ")
