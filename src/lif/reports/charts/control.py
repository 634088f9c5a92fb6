"""The chart over time: points with their meaning, the range to expect, target, benchmarks and events."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from lif.reports.charts import marks
from lif.reports.charts.axes import ROW, grid, time_axis
from lif.reports.charts.data import ChartLine, ControlChartData, NoteKind, checked_prefix
from lif.reports.charts.frame import WIDE, Frame, Size, framed
from lif.reports.charts.labels import end_labels, key_below, latest, notes, placed_notes
from lif.reports.charts.palette import DASH, FALLBACK, TOKEN_OF_LINE
from lif.reports.charts.svg import coloured, line, path, picture, px, words
from lif.reports.charts.text import wrapped


def control_chart(data: ControlChartData, prefix: str, size: Size = WIDE) -> Markup:
    """The chart as SVG: same data, prefix and size give the same bytes.

    `prefix` begins every id in it (raises ValueError unless letters, digits and hyphens). NARROW shows the
    latest twelve points, for a phone.
    """
    checked_prefix(prefix)
    lanes = max((note.lane + 1 for note in placed_notes(framed(data, size, 0))), default=0)
    frame = framed(data, size, lanes)
    runs = _runs(frame)
    axis, below = time_axis(frame)
    body = [_bands(frame), grid(frame), axis, _levels(frame), notes(frame, placed_notes(frame))]
    body += [_forecast(frame), _series(frame, runs), _points(frame), _gaps(frame)]
    if frame.size.key_below:
        key, below = key_below(frame, below)
        body.append(key)
    else:
        body.append(end_labels(frame))
    body.append(latest(frame, [place for run in runs for place in run]))
    small, below = _small_print(frame, below)
    body.append(small)
    return picture(body, (size.width, below + 4), prefix, data.title, data.description, "chart")


def run_chart(data: ControlChartData, prefix: str, size: Size = WIDE) -> Markup:
    """The same drawing for a series too short for limits: points around the median of each phase."""
    phases = tuple(replace(phase, lower=None, upper=None) for phase in data.phases)
    label = "Median" if data.centre_label == "Average" else data.centre_label
    return control_chart(replace(data, phases=phases, centre_label=label), prefix, size)


def _bands(frame: Frame) -> str:
    """The shaded range to expect, one rectangle a phase."""
    found = []
    for phase in frame.data.phases:
        if phase.lower is None or phase.upper is None:
            continue
        x1, x2 = frame.edge(phase.first), frame.edge(phase.last + 1)
        top, bottom = frame.scale.y(phase.upper), frame.scale.y(phase.lower)
        found.append(
            f'<rect class="band" x="{px(x1)}" y="{px(top)}" width="{px(x2 - x1)}" '
            f'height="{px(bottom - top)}" fill="{FALLBACK["band"]}"/>'
        )
    return "".join(found)


def _levels(frame: Frame) -> str:
    """Limits and averages phase by phase, then target and benchmarks, each with its own dash."""
    limits, centres = [], []
    for phase in frame.data.phases:
        ends = frame.edge(phase.first), frame.edge(phase.last + 1)
        limits += [_level(frame, v, ends) for v in (phase.lower, phase.upper) if v is not None]
        centres += [_level(frame, phase.centre, ends)] if phase.centre is not None else []
    found = coloured("limit", limits, stroke_dasharray=DASH["limit"], stroke="currentColor", fill="none")
    found += coloured("ink", centres, stroke="currentColor", stroke_width="1.5", fill="none")
    for item in frame.data.lines:
        stroke = "2.2" if item.kind == "target" else "1.8"
        found += coloured(
            TOKEN_OF_LINE[item.kind],
            [_level(frame, item.value, _reach(frame, item))],
            stroke_dasharray=DASH[item.kind],
            stroke="currentColor",
            stroke_width=stroke,
            fill="none",
        )
    return found


def _reach(frame: Frame, item: ChartLine) -> tuple[float, float]:
    last = frame.right if item.last is None else frame.edge(item.last + 1)
    return frame.edge(item.first), min(last, frame.right)


def _level(frame: Frame, value: float, ends: tuple[float, float]) -> str:
    return line(ends[0], frame.scale.y(value), ends[1], frame.scale.y(value))


def _runs(frame: Frame) -> list[list[tuple[float, float]]]:
    """The stretches of line between gaps and breaks, in pixels."""
    breaks = {note.at for note in frame.data.notes if note.kind is NoteKind.BREAK} | {*frame.data.cuts}
    found: list[list[tuple[float, float]]] = [[]]
    for index, point in enumerate(frame.data.points):
        if index in breaks or point.value is None:
            found.append([])
        if point.value is not None:
            found[-1].append((frame.x(index), frame.scale.y(point.value)))
    return [run for run in found if run]


def _series(frame: Frame, runs: list[list[tuple[float, float]]]) -> str:
    lines = [path(run) for run in runs if len(run) > 1]
    return coloured(
        "line", lines, stroke="currentColor", stroke_width="2", fill="none", stroke_linejoin="round"
    )


def _forecast(frame: Frame) -> str:
    """Where the figures were expected to go, as a line of its own through the middle of its periods."""
    stretches: list[list[tuple[float, float]]] = [[]]
    for index, value in enumerate(frame.data.forecast):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append((frame.x(index), frame.scale.y(value)))
    lines = []
    for stretch in stretches:
        if len(stretch) == 1:
            x, y = stretch[0]
            stretch = [(x - frame.slot / 2, y), (x + frame.slot / 2, y)]
        lines += [path(stretch)] if stretch else []
    dash = DASH["forecast"]
    return coloured(
        "line", lines, stroke_dasharray=dash, stroke="currentColor", stroke_width="2.6", fill="none"
    )


def _points(frame: Frame) -> str:
    radius = 4.6 if frame.slot >= 16 else 3.2
    return marks.points(
        (
            (point.mark, point.illustrative, frame.x(index), frame.scale.y(point.value))
            for index, point in enumerate(frame.data.points)
            if point.value is not None
        ),
        radius,
    )


def _gaps(frame: Frame) -> str:
    """A small cross on the base line under each period without a figure."""
    y, r = frame.bottom - 6, 3 if frame.slot >= 10 else 2
    found = []
    for index, point in enumerate(frame.data.points):
        if point.value is None and not point.ahead:
            x = frame.x(index)
            found.append(line(x - r, y - r, x + r, y + r) + line(x - r, y + r, x + r, y - r))
    return coloured("soft", found, stroke="currentColor", stroke_width="1.4", fill="none")


def _small_print(frame: Frame, below: float) -> tuple[str, float]:
    """What a reader has to know to read the chart rightly, in small words under it."""
    points = [point for point in frame.data.points if not point.ahead]
    said = []
    if frame.left_out:
        said.append(f"The latest {len(points)} of {len(points) + frame.left_out} periods.")
    if all(point.value is None for point in points):
        said.append("No figure in any of these periods.")
    elif any(point.value is None for point in points):
        said.append("A small cross marks a period without a figure.")
    if any(point.illustrative and point.value is not None for point in points):
        said.append("Hollow marks are illustrative, not real, figures.")
    if not frame.scale.starts_at_zero:
        said.append("The axis does not start at zero.")
    rows = []
    for text in wrapped(" ".join(said), frame.size.small, frame.size.width - 8):
        below += frame.size.small * ROW
        rows.append(words(2 if frame.size.key_below else frame.left, below, text, frame.size.small))
    return coloured("soft", rows, fill="currentColor"), below + 4
