"""A funnel of areas: each a point by its size, between limits that widen as areas get smaller."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from markupsafe import Markup

from lif.reports.charts.data import Mark, checked_prefix
from lif.reports.charts.frame import WIDE, Size
from lif.reports.charts.labels import haloed
from lif.reports.charts.marks import shape
from lif.reports.charts.numbers import COUNT, PERCENT, NumberFormat
from lif.reports.charts.palette import DASH, FALLBACK
from lif.reports.charts.scale import Scale, ticks, value_range
from lif.reports.charts.svg import coloured, line, path, picture, words
from lif.reports.charts.text import fitted, width


class PlaceKind(StrEnum):
    """What an area is to the one whose chart it is: each has its own shape, size and colour."""

    OWN = "own"
    NEIGHBOUR = "neighbour"
    REGION = "region"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """An area: its size (above 0) and its figure."""

    kind: PlaceKind
    size: float
    value: float


@dataclass(frozen=True, slots=True)
class FunnelLine:
    """One limit through (size, figure); `outer` limits have a dash of their own."""

    outer: bool
    places: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class FunnelData:
    """Areas by size, England's figure as a level line, and the limits about it."""

    title: str
    description: str
    places: tuple[Place, ...]
    lines: tuple[FunnelLine, ...]
    baseline: float
    own_label: str
    size_label: str
    format: NumberFormat = field(default=PERCENT)
    ceiling: float | None = None


_LOOK = {
    PlaceKind.OTHER: ("soft", Mark.ORDINARY, 2.4, "Other authorities"),
    PlaceKind.REGION: ("region", Mark.NEUTRAL, 3.8, "Same region"),
    PlaceKind.NEIGHBOUR: ("neighbours", Mark.IMPROVEMENT, 4.2, "Statistical neighbours"),
    PlaceKind.OWN: ("ink", Mark.ORDINARY, 6.0, ""),
}
"""Colour, shape, radius and name, the last drawn on top."""


@dataclass(frozen=True, slots=True)
class _Plan:
    data: FunnelData
    size: Size
    scale: Scale
    least: float
    most: float
    left: float
    right: float

    def x(self, size: float) -> float:
        """Sizes stand by their logarithm: small areas would lie on one another else."""
        share = math.log(size / self.least) / math.log(self.most / self.least)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)


def funnel(data: FunnelData, prefix: str, size: Size = WIDE) -> Markup:
    """The funnel with its key below. Raises ValueError for no area, and when `prefix` cannot begin an id."""
    checked_prefix(prefix)
    if not data.places or min(place.size for place in data.places) <= 0:
        raise ValueError("a funnel needs areas, each of a size above 0")
    plan = _planned(data, size)
    body = [_grid(plan), _lines(plan), _level(plan), _points(plan), _own(plan)]
    key, below = _key(plan, plan.scale.bottom + size.small * 4.6)
    return picture([*body, key], (size.width, below + 4), prefix, data.title, data.description, "chart")


def _planned(data: FunnelData, size: Size) -> _Plan:
    shown = [place.value for place in data.places] + [data.baseline]
    low, high = value_range(shown, 0.0, data.ceiling)
    found = ticks(low, high, 6)
    room = max(width(data.format(t.value, t.decimals), size.small) for t in found) + 10
    bottom = 16.0 + (size.plot_height * 1.5 if not size.key_below else size.plot_height)
    sizes = [place.size for place in data.places]
    scale = Scale(low, high, found, 16.0, bottom)
    return _Plan(data, size, scale, min(sizes) * 0.93, max(sizes) * 1.08, room, size.width - 10)


def _grid(plan: _Plan) -> str:
    small, bottom = plan.size.small, plan.scale.bottom
    lines, numbers = [], []
    for tick in plan.scale.ticks:
        y = plan.scale.y(tick.value)
        lines.append(line(plan.left, y, plan.right, y))
        text = plan.data.format(tick.value, tick.decimals)
        numbers.append(words(plan.left - 6, y + small * 0.35, text, small, "end"))
    free = plan.left
    for value in _round_sizes(plan.least, plan.most):
        x, text = plan.x(value), COUNT(value)
        half = width(text, small) / 2
        if x - half < free or x + half > plan.size.width:
            continue
        lines.append(line(x, bottom, x, bottom + 4))
        numbers.append(words(x, bottom + small * 1.35, text, small, "middle"))
        free = x + half + 6
    about = f"{plan.data.size_label} (larger areas to the right)"
    if width(about, small) > plan.right - plan.left:
        about = fitted(plan.data.size_label, small, plan.right - plan.left)
    numbers.append(words(plan.right, bottom + small * 2.7, about, small, "end"))
    return coloured("grid", lines, stroke="currentColor") + coloured("soft", numbers, fill="currentColor")


def _round_sizes(least: float, most: float) -> list[float]:
    """Round numbers between the smallest and the largest: 1, 2 and 5 times powers of ten, or more of them."""
    found: list[float] = []
    for tens in ((10, 20, 50), (10, 15, 20, 30, 40, 50, 70), tuple(range(10, 100, 5))):
        powers = range(math.floor(math.log10(least)) - 1, math.ceil(math.log10(most)) + 1)
        found = [ten * 10.0**power for power in powers for ten in tens if least <= ten * 10.0**power <= most]
        if len(found) > 2:
            break
    return [size for size in found if size == int(size)]


def _lines(plan: _Plan) -> str:
    found = []
    for each in plan.data.lines:
        inside = [(x, y) for x, y in each.places if plan.scale.low <= y <= plan.scale.high]
        if len(inside) < 2:
            continue
        dash = DASH["limit"] if each.outer else DASH["neighbours"]
        drawn = path([(plan.x(x), plan.scale.y(y)) for x, y in inside])
        found.append(
            f'<g stroke-dasharray="{dash}" stroke-width="{"1.8" if each.outer else "1.2"}">{drawn}</g>'
        )
    return coloured("limit", found, stroke="currentColor", fill="none")


def _level(plan: _Plan) -> str:
    y = plan.scale.y(plan.data.baseline)
    drawn = f'<g stroke-width="1.8">{line(plan.left, y, plan.right, y)}</g>'
    return coloured("england", [drawn], stroke="currentColor", fill="none")


def _points(plan: _Plan) -> str:
    found = []
    for kind, (token, mark, radius, _) in _LOOK.items():
        drawn = [
            shape(mark, plan.x(place.size), plan.scale.y(place.value), radius)
            for place in plan.data.places
            if place.kind is kind
        ]
        if drawn:
            rim = f'class="halo" fill="currentColor" stroke="{FALLBACK["paper"]}" stroke-width="0.8"'
            found.append(coloured(token, [f"<g {rim}>{''.join(drawn)}</g>"]))
    return "".join(found)


def _own(plan: _Plan) -> str:
    """The name and figure of the chart's own area beside its point."""
    own = next((place for place in plan.data.places if place.kind is PlaceKind.OWN), None)
    if own is None:
        return ""
    size = plan.size.font
    figure = plan.data.format(own.value)
    text = fitted(f"{plan.data.own_label} {figure}", size, (plan.right - plan.left) * 0.8, bold=True)
    x, y = plan.x(own.size), plan.scale.y(own.value)
    leftwards = x + 10 + width(text, size, bold=True) > plan.right
    x += -10 if leftwards else 10
    if leftwards:
        x = max(x, plan.left + width(text, size, bold=True))
    y = min(max(y - size * 0.5, plan.scale.top + size * 0.4), plan.scale.bottom - 4)
    return coloured("ink", [haloed(x, y, text, size, "end" if leftwards else "start", bold=True)])


def _key(plan: _Plan, y: float) -> tuple[str, float]:
    """What the shapes and lines are, in rows under the chart; gives the pixel below them."""
    size = plan.size.small
    found, x = [], 4.0
    for token, name, sample in _items(plan):
        wide = 30 + width(name, size) + 16
        if x + wide > plan.size.width and x > 4.0:
            x, y = 4.0, y + size * 1.6
        text = words(x + 30, y, name, size)
        found.append(coloured(token, [sample(x, y - size * 0.35)], fill="currentColor"))
        found.append(coloured("ink", [text], fill="currentColor"))
        x += wide
    return "".join(found), y + size * 0.6


def _items(plan: _Plan) -> list[tuple[str, str, Callable[[float, float], str]]]:
    kinds = {place.kind for place in plan.data.places}
    items: list[tuple[str, str, Callable[[float, float], str]]] = [
        ("england", f"England {plan.data.format(plan.data.baseline)}", _sample("", "1.8")),
        ("limit", "95% limits", _sample(DASH["neighbours"], "1.2")),
        ("limit", "99.8% limits", _sample(DASH["limit"], "1.8")),
    ]
    for kind in reversed(_LOOK):
        token, mark, radius, name = _LOOK[kind]
        if name and kind in kinds:
            items.append((token, name, partial(_shape, mark, radius)))
    return items


def _shape(mark: Mark, radius: float, x: float, y: float) -> str:
    return shape(mark, x + 13, y, radius)


def _sample(dash: str, wide: str) -> Callable[[float, float], str]:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return lambda x, y: f'<g stroke="currentColor" stroke-width="{wide}"{dashed}>{line(x, y, x + 26, y)}</g>'
