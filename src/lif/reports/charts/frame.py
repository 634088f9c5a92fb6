"""Where everything on a chart over time stands: margins counted from the words that have to fit in them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lif.reports.charts.data import ChartLine, ChartNote, ChartPhase, ControlChartData
from lif.reports.charts.numbers import NumberFormat
from lif.reports.charts.palette import TOKEN_OF_LINE
from lif.reports.charts.scale import Scale, ticks, value_range
from lif.reports.charts.text import ELLIPSIS, fitted, width


@dataclass(frozen=True, slots=True)
class Size:
    """A format of chart: for a page, or for a phone (the latest periods only, the lines named below)."""

    width: float
    plot_height: float
    font: float
    small: float
    most_points: int | None
    key_below: bool


WIDE = Size(720, 150, 13, 11.5, None, False)
NARROW = Size(300, 190, 13, 11.5, 12, True)


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A level line that reaches the end of the chart, with its name and value as they are printed."""

    token: str
    dash: str
    name: str
    number: str
    value: float
    bold: bool = False

    @property
    def text(self) -> str:
        """Name and value in full."""
        return f"{self.name} {self.number}"

    def fitted(self, size: float, room: float) -> str:
        """Name and value in this room: the name is cut first, the value only when it alone is too wide."""
        if width(self.text, size, self.bold) <= room:
            return self.text
        name = fitted(self.name, size, room - width(f" {self.number}", size, self.bold), self.bold)
        if name.strip(ELLIPSIS):
            return f"{name} {self.number}"
        return fitted(self.number, size, room, self.bold)


@dataclass(frozen=True, slots=True)
class Frame:
    """One chart's data, cut to what is shown, and its geometry; y runs downwards."""

    data: ControlChartData
    size: Size
    scale: Scale
    named: tuple[NamedLine, ...]
    left: float
    right: float
    top: float
    bottom: float
    left_out: int

    @property
    def slot(self) -> float:
        """The width that each point has."""
        return (self.right - self.left) / max(1, len(self.data.points))

    def x(self, index: float) -> float:
        """The middle of a point's slot."""
        return self.left + (index + 0.5) * self.slot

    def edge(self, index: int) -> float:
        """Where a point's slot begins."""
        return self.left + index * self.slot


def recent(data: ControlChartData, most: int | None) -> ControlChartData:
    """The same series with its last `most` points only, and what is drawn around those."""
    cut = max(0, len(data.points) - most) if most else 0
    if not cut:
        return data
    phases = (
        ChartPhase(max(0, p.first - cut), p.last - cut, p.centre, p.lower, p.upper)
        for p in data.phases
        if p.last >= cut
    )
    lines = (
        replace(line, first=max(0, line.first - cut), last=None if line.last is None else line.last - cut)
        for line in data.lines
        if line.last is None or line.last >= cut
    )
    notes = (ChartNote(n.kind, n.at - cut, n.label) for n in data.notes if n.at >= cut)
    return replace(
        data,
        points=data.points[cut:],
        phases=tuple(phases),
        lines=tuple(lines),
        notes=tuple(notes),
        forecast=data.forecast[cut:],
    )


def named_lines(data: ControlChartData) -> tuple[NamedLine, ...]:
    """The lines that are still in force at the last point, the target first."""
    end = max((i for i, point in enumerate(data.points) if not point.ahead), default=-1)
    write = data.format
    lines = [line for line in data.lines if line.last is None or line.last >= end]
    found = [_named(line, write) for line in sorted(lines, key=lambda line: line.kind != "target")]
    expected = next((value for value in reversed(data.forecast) if value is not None), None)
    if expected is not None:
        found.append(NamedLine("line", "forecast", "Forecast", write(expected), expected))
    if data.phases and data.phases[-1].last >= end:
        last = data.phases[-1]
        for token, dash, name, value in (
            ("limit", "limit", "Upper limit", last.upper),
            ("ink", "centre", data.centre_label, last.centre),
            ("limit", "limit", "Lower limit", last.lower),
        ):
            if value is not None:
                found.append(NamedLine(token, dash, name, write(value), value))
    return tuple(found)


def _named(line: ChartLine, write: NumberFormat) -> NamedLine:
    bold = line.kind == "target"
    return NamedLine(
        TOKEN_OF_LINE[line.kind], line.kind.value, line.label, write(line.value), line.value, bold
    )


def framed(data: ControlChartData, size: Size, lanes: int) -> Frame:
    """The frame of a chart with so many lanes of notes above it."""
    shown = recent(data, size.most_points)
    named = named_lines(shown)
    low, high = value_range(_values(shown), shown.floor, shown.ceiling, shown.format.decimals == 0)
    found = ticks(low, high, 7, shown.format.decimals == 0)
    tick_width = max((width(shown.format(t.value, t.decimals), size.small) for t in found), default=0.0)
    left = min(tick_width + 10, size.width * 0.26)
    right = size.width - 8
    gap = size.font * 1.25
    plot = size.plot_height
    if not size.key_below:
        widest = max((width(n.text, size.font, n.bold) for n in named), default=0.0)
        right = size.width - max(140.0 if named else 10.0, min(widest + 22, size.width * 0.36))
        plot = max(plot, len(named) * gap)
    top = 14.0 + lanes * (size.small * 1.4)
    scale = Scale(low, high, found, top, top + plot)
    return Frame(
        shown, size, scale, named, left, right, top, top + plot, len(data.points) - len(shown.points)
    )


def _values(data: ControlChartData) -> list[float]:
    values = [p.value for p in data.points]
    values += [value for p in data.phases for value in (p.centre, p.lower, p.upper)]
    values += [*(line.value for line in data.lines), *data.forecast]
    return [value for value in values if value is not None]
