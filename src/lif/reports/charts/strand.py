"""The golden thread as a line through its stages: how much stands at each, and where it breaks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from lif.reports.charts.data import Mark, checked_prefix
from lif.reports.charts.frame import WIDE, Size
from lif.reports.charts.labels import haloed
from lif.reports.charts.marks import shape
from lif.reports.charts.palette import FALLBACK
from lif.reports.charts.svg import coloured, line, picture, px, words
from lif.reports.charts.text import fitted, width

_X = 14.0
"""Where the line runs."""


@dataclass(frozen=True, slots=True)
class Knot:
    """One stage: its name, how many things stand at it in words, and some of their names.

    `broken`, `due` and `settled` say in words what is missing after it: what should be there by now, what is
    still to come, what ends on purpose; "" for none. Without things (`count` 0) the line only passes.
    """

    name: str
    count: int
    said: str = ""
    broken: str = ""
    due: str = ""
    settled: str = ""


@dataclass(frozen=True, slots=True)
class StrandData:
    """A thread in stages from its beginning to its end."""

    title: str
    description: str
    knots: tuple[Knot, ...]


def strand(data: StrandData, prefix: str, size: Size = WIDE) -> Markup:
    """The thread from above to below; raises ValueError when `prefix` cannot begin an id."""
    checked_prefix(prefix)
    y = size.font * 1.1
    places, texts = [], []
    for knot in data.knots:
        places.append((knot, y))
        drawn, y = _words(knot, y, size)
        texts.append(drawn)
        y += size.font * 1.5
    body = [*_line(places), *(_knot(knot, at) for knot, at in places), *texts]
    return picture(body, (size.width, y - size.font), prefix, data.title, data.description, "chart")


def _line(places: list[tuple[Knot, float]]) -> list[str]:
    """The line from stage to stage: whole, or in dashes after a stage where it breaks."""
    found = []
    for (knot, start), (_, end) in pairwise(places):
        dash = ' stroke-dasharray="3 5"' if knot.broken else ""
        drawn = f'<g stroke="currentColor" stroke-width="2.4"{dash}>{line(_X, start, _X, end)}</g>'
        found.append(coloured("worse" if knot.broken else "line", [drawn]))
    return found


def _knot(knot: Knot, y: float) -> str:
    """A filled dot, larger for more; hollow where nothing stands at the stage."""
    radius = min(9.0, 4.5 + knot.count**0.5)
    if knot.count:
        return coloured("line", [shape(Mark.ORDINARY, _X, y, radius)], fill="currentColor")
    hollow = f'<circle class="on-paper" cx="{px(_X)}" cy="{px(y)}" r="4" fill="{FALLBACK["paper"]}" '
    return coloured("limit", [f'{hollow}stroke="currentColor" stroke-width="1.8"/>'])


def _words(knot: Knot, y: float, size: Size) -> tuple[str, float]:
    """The stage's name with how many, what they are called, and what is missing; where the words end."""
    left, room = _X + 18, size.width - _X - 22
    y += size.font * 0.35
    head = f"{knot.name}{'' if knot.name.endswith('?') else ':'} {knot.count or 'none'}"
    name = fitted(head, size.font, room, bold=True)
    found = haloed(left, y, name, size.font, bold=True, whole=head)
    if knot.said:
        used = width(name, size.font, bold=True) + 10
        beside = not size.key_below and room - used > 120
        if not beside:
            y += size.font * 1.35
        start = left + used if beside else left
        text = fitted(knot.said, size.small, size.width - start - 4)
        found += coloured("soft", [words(start, y, text, size.small, whole=knot.said)], fill="currentColor")
    signs = (
        (Mark.CONCERN, False, "worse", knot.broken),
        (Mark.ORDINARY, True, "line", knot.due),
        (Mark.NEUTRAL, True, "limit", knot.settled),
    )
    for mark, hollow, token, text in signs:
        if text:
            y += size.font * 1.45
            found += _missing(mark, hollow, token, text, (left, y), size)
    return found, y


def _missing(mark: Mark, hollow: bool, token: str, text: str, at: tuple[float, float], size: Size) -> str:
    left, y = at
    drawn = shape(mark, left + 5, y - size.small * 0.35, 4.2)
    look = (
        f'class="on-paper" fill="{FALLBACK["paper"]}" stroke="currentColor" stroke-width="1.6"'
        if hollow
        else 'fill="currentColor"'
    )
    label = fitted(text, size.small, size.width - left - 20)
    said = words(left + 15, y, label, size.small, whole=text)
    return coloured(token, [f"<g {look}>{drawn}</g>"]) + coloured("ink", [said], fill="currentColor")
