"""The grid, the value axis and the time axis with its years."""

from __future__ import annotations

import re
from itertools import groupby

from lif.reports.charts.frame import Frame
from lif.reports.charts.svg import coloured, line, words
from lif.reports.charts.text import fitted, width

ROW = 1.45
"""The height of a row of small words, as a multiple of their size."""


def grid(frame: Frame) -> str:
    """Thin level lines at the ticks, and the ticks' figures left of them."""
    scale, size = frame.scale, frame.size
    lines = [line(frame.left, scale.y(t.value), frame.right, scale.y(t.value)) for t in scale.ticks]
    room = frame.left - 8
    numbers = []
    for tick in scale.ticks:
        text = fitted(frame.data.format(tick.value, tick.decimals), size.small, room)
        numbers.append(
            words(frame.left - 7, scale.y(tick.value) + size.small * 0.36, text, size.small, "end")
        )
    return coloured("grid", lines, stroke="currentColor", fill="none") + coloured(
        "soft", numbers, fill="currentColor"
    )


def time_axis(frame: Frame) -> tuple[str, float]:
    """The base line with the periods and, under them, their years: the drawing, and the pixel below it."""
    groups = _groups(frame)
    y = frame.bottom + 6 + frame.size.small
    periods, has_periods = _periods(frame, y)
    if has_periods:
        y += frame.size.small * ROW
    has_groups = any(label for _, _, label in groups)
    names = _group_names(frame, groups, y) if has_groups else []
    below = (y if has_groups else y - frame.size.small * ROW) + frame.size.small * 0.45
    ends = {frame.edge(first) for first, _, _ in groups} | {frame.right}
    down = below if has_groups else frame.bottom + 5
    strokes = [line(frame.left, frame.bottom, frame.right, frame.bottom)]
    strokes += [line(x, frame.bottom, x, down) for x in sorted(ends)]
    drawing = coloured("ink", strokes, stroke="currentColor", fill="none")
    drawing += coloured("soft", periods, fill="currentColor") + coloured("ink", names, fill="currentColor")
    return drawing, below


def _groups(frame: Frame) -> list[tuple[int, int, str]]:
    """First index, number of points, and name of each run of points of one year."""
    found: list[tuple[int, int, str]] = []
    for name, run in groupby(enumerate(frame.data.points), key=lambda pair: pair[1].group):
        indexes = [index for index, _ in run]
        found.append((indexes[0], len(indexes), name))
    return found


def _periods(frame: Frame, y: float) -> tuple[list[str], bool]:
    """The short labels under the points, counted back from the last so that the latest is always named."""
    labels = [point.period for point in frame.data.points]
    size = frame.size.small
    widest = max((width(label, size) for label in labels), default=0.0) + 3
    every = _every(widest, frame.slot, len(labels))
    if every > 2 and any(point.group for point in frame.data.points):
        return [], False
    wanted = [(frame.x(i), label) for i, label in enumerate(labels) if (len(labels) - 1 - i) % every == 0]
    found = _from_the_last(frame, wanted, y, frame.slot * every - 3)
    return found, any(found)


def _group_names(frame: Frame, groups: list[tuple[int, int, str]], y: float) -> list[str]:
    """The years under their points; where there are too many, those that have room."""
    middles = [
        (frame.left + (first + count / 2) * frame.slot, _within(frame, name, count * frame.slot))
        for first, count, name in groups
    ]
    return _from_the_last(frame, middles, y, (frame.right - frame.left) * 0.6)


def _within(frame: Frame, name: str, room: float) -> str:
    """`2025/26` as `25/26` where the year has a point or two: it does not cross the line beside it."""
    short = name[2:] if re.fullmatch(r"20[0-9]{2}/[0-9]{2}", name) else name
    return name if width(name, frame.size.small) <= room - 2 else short


def _from_the_last(frame: Frame, wanted: list[tuple[float, str]], y: float, room: float) -> list[str]:
    """Labels under their places, the last one first; one that would touch its neighbour is left out."""
    size = frame.size.small
    free = frame.size.width - 2
    found = []
    for x, label in reversed(wanted):
        text = fitted(label, size, room)
        half = width(text, size) / 2
        middle = min(max(x, half + 2), frame.size.width - 2 - half)
        if middle + half <= free:
            found.append(words(middle, y, text, size, "middle", whole=label))
            free = middle - half - 3
    return found[::-1]


def _every(widest: float, slot: float, count: int) -> int:
    """Every how many labels there is room for the widest; never so few that only the last is left of many."""
    return min(max(1, -int(-widest // slot)), max(1, count))
