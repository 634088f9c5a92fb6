"""Words inside and around a chart over time, placed so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lif.reports.charts.data import ChartNote, NoteKind
from lif.reports.charts.frame import Frame, NamedLine
from lif.reports.charts.palette import DASH, FALLBACK
from lif.reports.charts.spread import spread
from lif.reports.charts.svg import coloured, escaped, line, path, px, words
from lif.reports.charts.text import fitted, width

_LANE = 1.4


def end_labels(frame: Frame) -> str:
    """The names and values of the lines right of the chart, each with a tick that leads to its line."""
    size = frame.size.font
    gap = size * 1.25
    wishes = [frame.scale.y(named.value) for named in frame.named]
    places = spread(wishes, gap, frame.top + 1, frame.bottom - 1)
    room = frame.size.width - frame.right - 18
    found = []
    for named, wish, place in zip(frame.named, wishes, places, strict=True):
        leader = path([(frame.right + 1, wish), (frame.right + 5, wish), (frame.right + 12, place)])
        label = words(
            frame.right + 15,
            place + size * 0.35,
            named.fitted(size, room),
            size,
            bold=named.bold,
            whole=named.text,
        )
        stroke = f'<g fill="none" stroke="currentColor">{leader}</g>'
        found.append(coloured(named.token, [stroke, label], fill="currentColor"))
    return "".join(found)


def key_below(frame: Frame, y: float) -> tuple[str, float]:
    """The same names in rows under the chart, each beside a piece of its line; gives the pixel below them."""
    size = frame.size.font
    found = []
    for named in frame.named:
        y += size * 1.4
        label = named.fitted(size, frame.size.width - 42)
        text = words(38, y, label, size, bold=named.bold, whole=named.text)
        found.append(coloured(named.token, [_sample(named, y - size * 0.35, 2), text], fill="currentColor"))
    return "".join(found), y + size * 0.4


def _sample(named: NamedLine, y: float, x: float) -> str:
    dash = f' stroke-dasharray="{DASH[named.dash]}"' if DASH[named.dash] else ""
    return f'<g fill="none" stroke="currentColor" stroke-width="2"{dash}>{line(x, y, x + 30, y)}</g>'


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note above the chart: where its line stands, where its words begin, and in which lane from below."""

    note: ChartNote
    x: float
    start: float
    text: str
    lane: int


def placed_notes(frame: Frame) -> tuple[PlacedNote, ...]:
    """The notes in lanes above the chart, from the right, each in the lowest lane with room for it."""
    size = frame.size.small
    found: list[PlacedNote] = []
    for note in sorted(frame.data.notes, key=lambda n: (-n.at, n.label)):
        at = min(max(note.at, 0), len(frame.data.points) - 1)
        x = frame.x(at) if note.kind is NoteKind.EVENT else frame.edge(at)
        text = fitted(note.label, size, min(frame.size.width - 4, 420))
        start = max(2.0, min(x - 3, frame.size.width - 2 - width(text, size)))
        found.append(PlacedNote(note, x, start, text, _lane(start, start + width(text, size), found, size)))
    return tuple(found)


def _lane(start: float, end: float, others: Sequence[PlacedNote], size: float) -> int:
    taken = {
        other.lane
        for other in others
        if start < other.start + width(other.text, size) + 8 and other.start < end + 8
    }
    return next(lane for lane in range(len(others) + 1) if lane not in taken)


def notes(frame: Frame, placed: Sequence[PlacedNote]) -> str:
    """The notes' lines down through the chart, then their words with a halo, so that no line cuts a word."""
    size = frame.size.small
    lines, labels = [], []
    for item in placed:
        y = frame.top - 9 - item.lane * size * _LANE
        dash = {
            NoteKind.STEP_CHANGE: "2 2",
            NoteKind.EVENT: "1 3",
            NoteKind.BREAK: "6 2",
        }[item.note.kind]
        wide = "2" if item.note.kind is NoteKind.BREAK else "1.2"
        down = line(item.x, y + 3, item.x, frame.bottom)
        lines.append(f'<g stroke-dasharray="{dash}" stroke-width="{wide}">{down}</g>')
        labels.append(haloed(item.start, y, item.text, size, whole=item.note.label))
    return coloured("ink", lines, stroke="currentColor", fill="none") + coloured("ink", labels)


def haloed(
    x: float, y: float, text: str, size: float, anchor: str = "start", bold: bool = False, whole: str = ""
) -> str:
    """Words on a rim of paper drawn first, as its own shape: engines that know no paint order show both."""
    if not text:
        return ""
    weight = ' font-weight="700"' if bold else ""
    rim = (
        f'<text aria-hidden="true" class="rim" x="{px(x)}" y="{px(y)}" font-size="{px(size)}" '
        f'text-anchor="{anchor}"{weight} fill="none" stroke="{FALLBACK["paper"]}" stroke-width="4" '
        f'stroke-linejoin="round">{escaped(text)}</text>'
    )
    front = words(x, y, text, size, anchor, bold, whole)
    return rim + front.replace("<text ", '<text fill="currentColor" ', 1)


def latest(frame: Frame, line_points: Sequence[tuple[float, float]]) -> str:
    """The last figure in bold beside its point, at the place where it covers least of the line."""
    last = next(
        (i for i in reversed(range(len(frame.data.points))) if frame.data.points[i].value is not None), None
    )
    if last is None:
        return ""
    value = frame.data.points[last].value
    assert value is not None
    size = frame.size.font + 1.5
    text = fitted(
        frame.data.latest_text or frame.data.format(value), size, frame.right - frame.left - 2, bold=True
    )
    half = width(text, size, bold=True) / 2
    x, y = frame.x(last), frame.scale.y(value)
    candidates = []
    for rank, (dx, dy) in enumerate(_offsets(half, size)):
        cx = min(max(x + dx, frame.left + half + 1), frame.right - half + 2)
        cy = min(max(y + dy, frame.top + size * 0.55), frame.bottom - size * 0.6)
        box = (cx - half - 2, cy - size * 0.5, cx + half + 2, cy + size * 0.5)
        candidates.append((_covered(box, line_points, frame), rank, cx, cy))
    _, _, cx, cy = min(candidates)
    return coloured("ink", [haloed(cx, cy + size * 0.36, text, size, "middle", bold=True)])


def _offsets(half: float, size: float) -> list[tuple[float, float]]:
    up, far = size * 1.15, size * 1.9
    aside = half + size * 0.7
    return [
        (0, -up), (0, up), (-half, -up), (-half, up), (0, -far), (0, far),
        (-aside, 0), (aside, 0), (-half, -far), (-half, far),
    ]  # fmt: skip


def _covered(
    box: tuple[float, float, float, float], line_points: Sequence[tuple[float, float]], frame: Frame
) -> float:
    """How much lies under a box: pieces of the data line first, level lines a little."""
    left, top, right, bottom = box
    score = 0.0
    for (x1, y1), (x2, y2) in pairwise(line_points):
        for step in range(13):
            x, y = x1 + (x2 - x1) * step / 12, y1 + (y2 - y1) * step / 12
            score += 1.0 if left <= x <= right and top <= y <= bottom else 0.0
    score += sum(15.0 for x, y in line_points if left - 4 <= x <= right + 4 and top - 3 <= y <= bottom + 3)
    level = [frame.scale.y(named.value) for named in frame.named]
    return score + sum(0.8 for y in level if top - 1 <= y <= bottom + 1)
