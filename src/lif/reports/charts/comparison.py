"""Figures side by side: the area with its interval, England, the region, the neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from lif.reports.charts.data import Bar, BarKind, ComparisonData, Mark, checked_prefix
from lif.reports.charts.frame import WIDE, Size
from lif.reports.charts.labels import haloed
from lif.reports.charts.marks import shape
from lif.reports.charts.palette import DASH, FALLBACK, TOKEN_OF_BAR
from lif.reports.charts.scale import Tick, ticks, value_range
from lif.reports.charts.svg import coloured, line, picture, px, words
from lif.reports.charts.text import fitted, width, wrapped


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where rows and values stand; on a phone the words stand above their bar, else beside it."""

    data: ComparisonData
    size: Size
    low: float
    high: float
    ticks: tuple[Tick, ...]
    left: float
    right: float
    top: float
    lines: int = 1

    @property
    def row(self) -> float:
        """The height of a row; names that need two lines have them."""
        return self.size.font * (3.1 if self.size.key_below else 1.6 + 1.1 * (self.lines - 1))

    @property
    def bottom(self) -> float:
        return self.top + self.row * max(1, len(self.data.bars))

    def x(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def y(self, index: int) -> float:
        return self.top + self.row * (index + (0.72 if self.size.key_below else 0.5))


def comparison_strip(data: ComparisonData, prefix: str, size: Size = WIDE) -> Markup:
    """One row a figure: a mark at its value on a shared axis, its interval as a whisker, its value in words.

    Raises ValueError when `prefix` cannot begin an id.
    """
    return _comparison(data, prefix, size, from_zero=False, draw=_mark)


def bars(data: ComparisonData, prefix: str, size: Size = WIDE) -> Markup:
    """The same with bars; their axis always holds zero, since a bar says its value by its length."""
    return _comparison(data, prefix, size, from_zero=True, draw=_bar)


def _comparison(
    data: ComparisonData, prefix: str, size: Size, from_zero: bool, draw: Callable[[_Plan, Bar, float], str]
) -> Markup:
    checked_prefix(prefix)
    plan = _planned(data, size, from_zero)
    body = [_grid(plan), _target(plan)]
    for index, bar in enumerate(data.bars):
        body.append(coloured(TOKEN_OF_BAR[bar.kind], [_row(plan, bar, plan.y(index), draw)]))
        body.append(_row_words(plan, bar, index))
    below = plan.bottom + size.small * 1.5
    if not plan.low <= 0 <= plan.high:
        below += size.small * 1.5
        note = words(plan.left, below, "The axis does not start at zero.", size.small)
        body.append(coloured("soft", [note], fill="currentColor"))
    return picture(body, (size.width, below + 6), prefix, data.title, data.description, "chart")


def _planned(data: ComparisonData, size: Size, from_zero: bool) -> _Plan:
    values = [v for bar in data.bars for v in (bar.value, bar.low, bar.high) if v is not None]
    values += [data.target] if data.target is not None else []
    low, high = value_range(
        [*values, *([0.0] if from_zero else [])], data.floor, data.ceiling, data.format.decimals == 0
    )
    top = 8.0 if data.target is None else 12.0 + size.small
    if size.key_below:
        left, right, most = 8.0, size.width - 8, 4
    else:
        names = max((width(bar.label, size.font, True) for bar in data.bars), default=0.0)
        figures = max((width(_figure(data, bar), size.font, True) for bar in data.bars), default=0.0)
        left = min(names + 16, size.width * 0.38)
        right, most = size.width - min(figures + 16, size.width * 0.34), 6
    found = ticks(low, high, most, data.format.decimals == 0)
    lines = 1 if size.key_below else max((len(_name(bar, size, left)) for bar in data.bars), default=1)
    return _Plan(data, size, low, high, found, left, right, top, lines)


def _name(bar: Bar, size: Size, left: float) -> list[str]:
    """The name beside a bar in one line or two; what is longer than that is cut."""
    bold = bar.kind is BarKind.AREA
    first, *more = wrapped(bar.label, size.font, left - 14, bold) or [""]
    return [first, fitted(" ".join(more), size.font, left - 14, bold)] if more else [first]


def _figure(data: ComparisonData, bar: Bar) -> str:
    """The row's figure in words: `84.9% (82.1% to 87.4%)`, or why there is none."""
    if bar.value is None:
        return bar.absent
    if bar.low is None or bar.high is None:
        return data.format(bar.value)
    return f"{data.format(bar.value)} ({data.format(bar.low)} to {data.format(bar.high)})"


def _grid(plan: _Plan) -> str:
    size = plan.size.small
    lines, numbers = [], []
    free = -1.0
    for tick in plan.ticks:
        x = plan.x(tick.value)
        lines.append(line(x, plan.top, x, plan.bottom))
        text = fitted(plan.data.format(tick.value, tick.decimals), size, (plan.right - plan.left) * 0.6)
        half = width(text, size) / 2
        middle = min(max(x, half + 2), plan.size.width - half - 2)
        if middle - half > free:
            numbers.append(words(middle, plan.bottom + size * 1.25, text, size, "middle"))
            free = middle + half + 4
    return coloured("grid", lines, stroke="currentColor") + coloured("soft", numbers, fill="currentColor")


def _target(plan: _Plan) -> str:
    """A line down through all rows (on a phone, not through their words), its name above it."""
    if plan.data.target is None:
        return ""
    x, size = plan.x(plan.data.target), plan.size.small
    whole = f"{plan.data.target_label} {plan.data.format(plan.data.target)}"
    text = fitted(whole, size, plan.size.width * 0.7, bold=True)
    half = width(text, size, bold=True) / 2
    middle = min(max(x, half + 2), plan.size.width - half - 2)
    name = words(middle, plan.top - 5, text, size, "middle", bold=True, whole=whole)
    if plan.size.key_below:
        half_row = plan.size.font * 0.8
        rows = [plan.y(index) for index in range(len(plan.data.bars))]
        down = "".join(line(x, y - half_row, x, y + half_row) for y in rows)
    else:
        down = line(x, plan.top - 2, x, plan.bottom)
    drawn = f'<g stroke="currentColor" stroke-width="2.2" stroke-dasharray="{DASH["target"]}">{down}</g>'
    return coloured("target", [drawn, name], fill="currentColor")


def _row(plan: _Plan, bar: Bar, y: float, draw: Callable[[_Plan, Bar, float], str]) -> str:
    if bar.value is None:
        return ""
    whisker = ""
    if bar.low is not None and bar.high is not None:
        a, b = plan.x(bar.low), plan.x(bar.high)
        whisker = line(a, y, b, y) + line(a, y - 4, a, y + 4) + line(b, y - 4, b, y + 4)
        whisker = f'<g stroke="currentColor" stroke-width="1.8">{whisker}</g>'
    return draw(plan, bar, y) + whisker if draw is _bar else whisker + draw(plan, bar, y)


def _mark(plan: _Plan, bar: Bar, y: float) -> str:
    own = bar.kind is BarKind.AREA
    drawn = shape(Mark.ORDINARY if own else Mark.NEUTRAL, plan.x(bar.value or 0.0), y, 5.6 if own else 4.8)
    return f'<g class="halo" fill="currentColor" stroke="{FALLBACK["paper"]}" stroke-width="1.2">{drawn}</g>'


def _bar(plan: _Plan, bar: Bar, y: float) -> str:
    start, end = sorted((plan.x(0.0), plan.x(bar.value or 0.0)))
    high = plan.size.font * 0.9
    return (
        f'<rect class="bar" x="{px(start)}" y="{px(y - high / 2)}" width="{px(max(end - start, 0.5))}" '
        f'height="{px(high)}" fill="currentColor" fill-opacity="0.55" stroke="currentColor"/>'
    )


def _row_words(plan: _Plan, bar: Bar, index: int) -> str:
    """The row's name and figure: beside its bar, or above it on a phone; the area's own in bold."""
    size, bold = plan.size.font, bar.kind is BarKind.AREA
    figure = _figure(plan.data, bar)
    if plan.size.key_below:
        figure = figure if bar.value is None else plan.data.format(bar.value)
        y = plan.top + plan.row * index + size * 1.15
        number = fitted(figure, size, plan.size.width * 0.6, bold)
        room = plan.size.width - 16 - width(number, size, bold)
        name = fitted(bar.label, size, room, bold)
        pair = haloed(4, y, name, size, bold=bold, whole=bar.label)
        pair += haloed(plan.size.width - 4, y, number, size, "end", bold, figure)
    else:
        y = plan.y(index) + size * 0.35
        names = _name(bar, plan.size, plan.left)
        begin = y - size * 0.575 * (len(names) - 1)
        whole = bar.label if " ".join(names) != bar.label else ""
        pair = "".join(
            haloed(2, begin + at * size * 1.15, name, size, bold=bold, whole=whole)
            for at, name in enumerate(names)
        )
        number = fitted(figure, size, plan.size.width - plan.right - 14, bold)
        pair += haloed(plan.right + 12, y, number, size, bold=bold, whole=figure)
    return coloured("ink", [pair])
