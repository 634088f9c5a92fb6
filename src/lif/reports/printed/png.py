"""Drawings as sharp pictures for Word, with the bundled font and none of the machine's."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

DOTS = 220
"""Dots to the inch of a printed chart: more than a printer of papers or a projector shows."""

_BOX = re.compile(r'\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"')
_MOST = 4000
"""Pixels across that no picture may have, whatever its drawing says."""


def shape(svg: str) -> tuple[float, float]:
    """The width and height of a drawing in its own units; raises ValueError when it does not say them."""
    found = _BOX.search(svg)
    wide, high = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not wide or not high:
        raise ValueError("the drawing does not say how large it is: its viewBox is missing or empty")
    return wide, high


def png(svg: str, wide: float, dots: int = DOTS, background: str | None = None) -> bytes:
    """The drawing as PNG, `wide` points across when printed; raises ValueError when it cannot be drawn."""
    from resvg_py import svg_to_bytes

    across = min(max(round(wide / 72 * dots), 1), _MOST)
    fonts = _fonts() if "<text" in svg else []
    return bytes(
        svg_to_bytes(
            svg_string=svg,
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
