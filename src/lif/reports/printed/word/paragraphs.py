"""What a paragraph is beyond its style: part of a box, held to what comes next, apart from a table above."""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn

from lif.reports.printed.word.desk import Desk, Place
from lif.reports.printed.word.elements import Element, child, get, on, w

STEP = 357
"""Twips by which a list is set in."""
_AFTER_TABLE = 160
_OWN_ROOM = ("Heading", "Caption")
"""Styles, by the beginning of their ids in ours, that keep their distance by themselves."""


def properties(
    desk: Desk,
    style: str,
    place: Place,
    *,
    new_page: bool = False,
    numbered: tuple[int, int] | None = None,
    indent: tuple[int, int] = (0, 0),
    hang: int = 0,
    upright: bool = False,
) -> Element:
    """The properties of a paragraph, in the order that the schema has.

    `numbered` is the level and the list, where the style does not say them; `indent` is how far, in twips, it
    is set in within its box, and how far its first line hangs out; `hang` is how far the words of a cell
    stand from the sign that they begin with; with `upright` the first line does not hang out, whatever the
    style says.
    """
    number = None
    if numbered is not None:
        number = w("numPr", w("ilvl", val=numbered[0]), w("numId", val=numbered[1]))
    return w(
        "pPr",
        w("pStyle", val=desk.styles.id(style)),
        on("keepNext", place.kept),
        on("keepLines", place.kept and not place.cell),
        on("pageBreakBefore", new_page),
        number,
        *_boxed(desk, style, place, indent),
        w("ind", left=hang, hanging=hang) if hang else w("ind", hanging=0) if upright else None,
    )


def _boxed(desk: Desk, style: str, place: Place, indent: tuple[int, int]) -> tuple[Element, ...]:
    """What makes words of another style part of the box that they stand in."""
    if not place.box or style == place.box:
        return ()
    look = child(desk.styles.style(place.box), "pPr")
    made = [deepcopy(each) for name in ("pBdr", "shd") if (each := child(look, name)) is not None]
    inset = child(look, "ind")
    left, right = (int((get(inset, name) if inset is not None else None) or 0) for name in ("left", "right"))
    return (
        *made,
        w("spacing", before=0, after=60),
        w("ind", left=left + indent[0], right=right, hanging=indent[1]),
    )


def spaced(paragraph: Element, **room: int) -> None:
    """Sets the room `before` or `after` a paragraph, in twips."""
    look = child(paragraph, "pPr")
    if look is None:
        return
    spacing = child(look, "spacing")
    if spacing is None:
        spacing, inset = w("spacing"), child(look, "ind")
        look.insert(len(look) if inset is None else look.index(inset), spacing)
    for side, twips in room.items():
        spacing.set(qn(f"w:{side}"), str(twips))


def ruled(paragraph: Element, colour: str) -> None:
    """A fine rule above a paragraph that has no properties but its style and where it is kept."""
    look = child(paragraph, "pPr")
    if look is not None and child(look, "pBdr") is None:
        look.append(w("pBdr", w("top", val="single", sz=4, space=6, color=colour)))


def hold(blocks: list[Element]) -> None:
    """Holds the last paragraph to what follows, which is not to stand alone on a page."""
    look = child(blocks[-1], "pPr") if blocks and blocks[-1].tag == qn("w:p") else None
    if look is not None and child(look, "keepNext") is None:
        look.insert(1, w("keepNext"))


def let_go(blocks: list[Element]) -> None:
    """Ends what is kept together: the last paragraph, or the last row, is not held to what follows."""
    last = blocks[-1:]
    if last and last[0].tag == qn("w:tbl"):
        last = last[0].findall(qn("w:tr"))[-1:]
    for block in last:
        for name in ("keepNext", "keepLines"):
            for found in list(block.iter(qn(f"w:{name}"))):
                above = found.getparent()
                if above is not None:
                    above.remove(found)


def apart(blocks: list[Element], style: str) -> list[Element]:
    """The blocks with room below each table, and a line of this style between two, which Word would join."""
    made: list[Element] = []
    after_table = False
    for block in blocks:
        if after_table and block.tag == qn("w:tbl"):
            made.append(w("p", w("pPr", w("pStyle", val=style), w("spacing", before=0, after=0))))
        elif after_table and block.tag == qn("w:p") and not _keeps_distance(block):
            spaced(block, before=_AFTER_TABLE)
        made.append(block)
        after_table = block.tag == qn("w:tbl")
    return made


def _keeps_distance(paragraph: Element) -> bool:
    style = child(paragraph, "pPr/pStyle")
    return style is not None and (get(style, "val") or "").startswith(_OWN_ROOM)
