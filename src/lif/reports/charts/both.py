"""One chart in both sizes, as a page shows it: wide, or narrow on a phone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from lif.reports.charts.frame import NARROW, WIDE, Size

D = TypeVar("D")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart for pages and the same for phones."""

    wide: Markup
    narrow: Markup


def both(draw: Callable[[D, str, Size], Markup], data: D, prefix: str) -> Drawn:
    """The chart in both sizes, with ids of their own; raises ValueError when `prefix` cannot begin an id."""
    return Drawn(draw(data, f"{prefix}--wide", WIDE), draw(data, f"{prefix}--narrow", NARROW))
