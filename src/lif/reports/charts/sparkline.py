"""A series in a table's cell: its line, its last point's meaning, its target."""

from __future__ import annotations

from markupsafe import Markup

from lif.reports.charts.data import Mark, SparklineData, checked_prefix
from lif.reports.charts.marks import points
from lif.reports.charts.palette import DASH
from lif.reports.charts.svg import coloured, line, path, picture

_WIDTH, _HEIGHT, _EDGE, _END = 120.0, 30.0, 5.0, 6.0


def sparkline(data: SparklineData, prefix: str) -> Markup:
    """A picture of 120 by 30: gaps and breaks cut the line; a single figure is a point.

    Raises ValueError when `prefix` cannot begin an id.
    """
    checked_prefix(prefix)
    places = _places(data)
    body = []
    if data.target is not None:
        level = _height(data, data.target)
        body.append(
            coloured(
                "target",
                [line(2, level, _WIDTH - 2, level)],
                stroke="currentColor",
                stroke_dasharray=DASH["neighbours"],
                stroke_width="1.4",
            )
        )
    runs = [path(run) for run in _runs(data, places) if len(run) > 1]
    body.append(coloured("line", runs, stroke="currentColor", stroke_width="1.5", fill="none"))
    alone = [run[0] for run in _runs(data, places) if len(run) == 1]
    body.append(points(((Mark.ORDINARY, False, x, y) for x, y in alone), 1.8))
    last = next((i for i in reversed(range(len(places))) if places[i] is not None), None)
    if last is not None:
        x, y = places[last] or (0.0, 0.0)
        mark = data.marks[last] if last < len(data.marks) else Mark.ORDINARY
        body.append(points([(mark, False, x, y)], 3.4))
    return picture(body, (_WIDTH, _HEIGHT), prefix, data.title, data.description, "spark")


def _places(data: SparklineData) -> list[tuple[float, float] | None]:
    step = (_WIDTH - _EDGE - _END) / max(1, len(data.values) - 1)
    return [
        None if value is None else (_EDGE + index * step, _height(data, value))
        for index, value in enumerate(data.values)
    ]


def _height(data: SparklineData, value: float) -> float:
    values = [v for v in (*data.values, data.target) if v is not None]
    low, high = min(values), max(values)
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        return _HEIGHT / 2
    return _HEIGHT - _EDGE - (value - low) / (high - low) * (_HEIGHT - 2 * _EDGE)


def _runs(data: SparklineData, places: list[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    found: list[list[tuple[float, float]]] = [[]]
    for index, place in enumerate(places):
        if place is None or index in data.breaks:
            found.append([])
        if place is not None:
            found[-1].append(place)
    return [run for run in found if run]
