"""The shapes of points: circle, diamond, triangle and square, so that meaning does not hang on colour."""

from __future__ import annotations

from collections.abc import Iterable

from lif.reports.charts.data import Mark
from lif.reports.charts.palette import FALLBACK, TOKEN_OF_MARK
from lif.reports.charts.svg import coloured, px


def shape(mark: Mark, x: float, y: float, radius: float) -> str:
    """One point's shape around its place, in the fill and stroke of its group."""
    r = radius
    if mark is Mark.ORDINARY:
        return f'<circle cx="{px(x)}" cy="{px(y)}" r="{px(r)}"/>'
    if mark is Mark.IMPROVEMENT:
        d = r * 1.4
        return f'<path d="M{px(x)} {px(y - d)}l{px(d)} {px(d)}l{px(-d)} {px(d)}l{px(-d)} {px(-d)}z"/>'
    if mark is Mark.CONCERN:
        d = r * 1.35
        return f'<path d="M{px(x)} {px(y - d)}l{px(d)} {px(1.8 * d)}h{px(-2 * d)}z"/>'
    d = r * 0.95
    return f'<rect x="{px(x - d)}" y="{px(y - d)}" width="{px(2 * d)}" height="{px(2 * d)}"/>'


def points(placed: Iterable[tuple[Mark, bool, float, float]], radius: float) -> str:
    """All points, grouped by meaning: filled with a thin halo, or hollow where the figure is illustrative."""
    placed = list(placed)
    groups: list[str] = []
    for mark in Mark:
        solid = [shape(m, x, y, radius) for m, hollow, x, y in placed if m is mark and not hollow]
        hollow = [shape(m, x, y, radius) for m, hollow, x, y in placed if m is mark and hollow]
        token = TOKEN_OF_MARK[mark]
        groups.append(coloured(token, _haloed(solid)))
        groups.append(coloured(token, _hollow(hollow)))
    return "".join(groups)


def _haloed(shapes: list[str]) -> list[str]:
    if not shapes:
        return []
    body = "".join(shapes)
    return [f'<g class="halo" fill="currentColor" stroke="{FALLBACK["paper"]}" stroke-width="1.2">{body}</g>']


def _hollow(shapes: list[str]) -> list[str]:
    if not shapes:
        return []
    body = "".join(shapes)
    return [
        f'<g class="on-paper" fill="{FALLBACK["paper"]}" stroke="currentColor" stroke-width="1.8">{body}</g>'
    ]
