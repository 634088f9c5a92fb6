"""A line of words: what is bold, quiet, coloured, boxed or a link, and the signs that stand in it."""

from __future__ import annotations

from itertools import groupby

from lif.reports.printed.blocks import LineBreak, Piece, Pieces, Run, Sign
from lif.reports.printed.widths import BESIDE_SIGN, QUIET, sign_size
from lif.reports.printed.word.desk import SIZE_IN_TABLES, Desk, Place
from lif.reports.printed.word.elements import Element, on, w, words

_LOWER = 0.22
"""How much of a sign's height stands below the line, so that it is in the middle of its words."""
TAB = Run("\t")
"""Leads on to the next stop of a line; a tab in any other words is a space."""
_BESIDE = "\u00a0"
"""What stands between a sign and its words."""


def line(desk: Desk, pieces: Pieces, place: Place, hanging: bool = False) -> list[Element]:
    """The pieces as Word's runs, neighbours with one address as one link.

    With `hanging` the words after a sign at the beginning stand at the next tab.
    """
    made: list[Element] = []
    looks = _looks(pieces)
    for href, group in groupby(range(len(pieces)), key=lambda at: looks[at].href):
        content: list[Element] = []
        for at in group:
            content.append(_run(desk, pieces[at], looks[at], place))
            if hanging and at == 0:
                content.append(w("r", w("tab")))
            elif _joined(pieces, at):
                content.append(_run(desk, Run(_BESIDE), looks[at], place))
        made += desk.links.link(href, content) if href else content
    return made


def hang_of(pieces: Pieces, place: Place) -> float:
    """How far the words of a cell stand from the sign that they begin with, in points, or 0.0."""
    first, *more = pieces or (None,)
    if not place.cell or not isinstance(first, Sign) or first.ratio != 1.0:
        return 0.0
    beside = bool(more) and isinstance(more[0], Run) and not more[0].boxed
    return _high(first, place) + BESIDE_SIGN if beside else 0.0


def _high(sign: Sign, place: Place) -> float:
    return sign_size(sign, place.size or SIZE_IN_TABLES) if place.cell else sign.size


def _joined(pieces: Pieces, at: int) -> bool:
    """Whether a sign stands right before its words."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return isinstance(pieces[at], Sign) and isinstance(after, Run) and not after.text[:1].isspace()


def _looks(pieces: Pieces) -> list[Run]:
    """The look of each piece; a sign has that of the boxed words that follow it, a new line has none."""
    looks: list[Run] = []
    for at, piece in enumerate(pieces):
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if isinstance(piece, Run):
            looks.append(piece)
        elif isinstance(piece, Sign) and isinstance(after, Run) and after.boxed:
            looks.append(after)
        else:
            looks.append(Run(""))
    return looks


def _run(desk: Desk, piece: Piece, look: Run, place: Place) -> Element:
    if isinstance(piece, LineBreak):
        return w("r", w("br"))
    if isinstance(piece, Sign):
        high = _high(piece, place)
        drawing = desk.pictures.sign(piece.svg, high, piece.alt)
        return w("r", _properties(desk, look, place, round(-2 * high * _LOWER)), drawing)
    content = w("tab") if piece is TAB else words(piece.text)
    return w("r", _properties(desk, look, place), content)


def _properties(desk: Desk, look: Run, place: Place, lowered: int = 0) -> Element | None:
    """What a run is beyond its paragraph; None where it is nothing."""
    style = "Tag" if look.boxed else "Hyperlink" if look.href else "Quiet" if look.quiet else ""
    colour = desk.colour(look.tone) if look.tone and desk.coloured(look.tone) else ""
    size = _size(look, place)
    parts = (
        w("rStyle", val=desk.styles.id(style)) if style else None,
        on("b", look.bold),
        on("i", look.italic),
        w("color", val=colour) if colour else None,
        w("position", val=lowered) if lowered else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
        _edge(look, colour) if look.boxed else None,
    )
    return w("rPr", *parts) if any(part is not None for part in parts) else None


def _size(look: Run, place: Place) -> int:
    """Half points of letters that differ from their style: quiet ones in a table, all in a wide one."""
    if not place.cell:
        return 0
    size = (place.size or SIZE_IN_TABLES) * (QUIET if look.quiet or look.boxed else 1.0)
    return 0 if size == SIZE_IN_TABLES else round(size * 2)


def _edge(look: Run, colour: str) -> Element:
    """The box around words: a fine one where they are not bold."""
    return w("bdr", val="single", sz=8 if look.bold else 4, space=0, color=colour or "auto")
