"""Drawings as sharp pictures for Word, with the bundled font and none of the machine's."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from math import inf

DOTS = 220
"""Dots to the inch of a printed chart: more than a printer of papers or a projector shows."""

_NUMBER = r"([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
_BOX = re.compile(rf'\bviewBox="\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+{_NUMBER}[\s,]+{_NUMBER}\s*"')
_INSIDE = r"(?!#|data:image/(?:png|jpe?g|gif);)"
_HREF = re.compile(
    rf"[\w.:-]*href\s*=\s*(?:\"{_INSIDE}[^\"]*\"|'{_INSIDE}[^']*')",
    re.IGNORECASE,
)
"""What a drawing asks for outside itself: the library that draws would read any file of the machine."""

_MOST = 4000
"""Pixels across or down that no picture may have, whatever its drawing says."""


def shape(svg: str) -> tuple[float, float]:
    """The width and height of a drawing in its own units; raises ValueError when it does not say them."""
    found = _BOX.search(svg)
    wide, high = (float(found[3]), float(found[4])) if found else (0.0, 0.0)
    if not (0 < wide < inf and 0 < high < inf):
        raise ValueError("the drawing does not say how large it is: its viewBox is missing or empty")
    return wide, high


def png(svg: str, wide: float, dots: int = DOTS, background: str | None = None) -> bytes:
    """The drawing as PNG, `wide` points across when printed; raises ValueError when it cannot be drawn."""
    from resvg_py import svg_to_bytes

    own_wide, own_high = shape(svg)
    across = max(round(min(wide / 72 * dots, _MOST, _MOST * own_wide / own_high)), 1)
    if across * own_high / own_wide > 2 * _MOST:
        raise ValueError("the drawing is far higher than it is wide")
    fonts = _fonts() if "<text" in svg else []
    return bytes(
        svg_to_bytes(
            svg_string=_HREF.sub("", svg),
            width=across,
            background=background,
            skip_system_fonts=True,
            font_files=fonts,
            font_family="Liberation Sans",
            sans_serif_family="Liberation Sans",
        )
    )


@cache
def _fonts() -> list[str]:
    folder = files("lif.reports").joinpath("fonts")
    return sorted(str(each) for each in folder.iterdir() if each.name.endswith(".ttf"))
