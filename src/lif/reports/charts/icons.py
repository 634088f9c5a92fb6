"""Small signs that stand beside words: variation, assurance, status and direction, drawn for this project."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from lif.reports.charts.palette import FALLBACK

_RING = '<circle cx="16" cy="16" r="14" fill="none" stroke="currentColor" stroke-width="2.6"/>'
_SOFT_RING = _RING.replace("/>", ' stroke-dasharray="4 3.3"/>')
_TARGET = '<path d="M5.5 {y}h21" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3.4 2.2"/>'
_STROKE = '<path d="{d}" fill="none" stroke="currentColor" stroke-width="{w}" stroke-linejoin="round"/>'
_FILL = '<path d="{d}" fill="currentColor"/>'
_DISC = '<path fill-rule="evenodd" d="M16 2a14 14 0 1 0 0 28a14 14 0 1 0 0-28z{hole}" fill="currentColor"/>'


def _stroke(d: str, wide: float = 2.4) -> str:
    return _STROKE.format(d=d, w=wide)


def _end(kind: str, x: float, y: float) -> str:
    """The mark at the end of a small line, the same shapes as on the charts."""
    return _FILL.format(
        d={
            "diamond": f"M{x} {y - 5.4}l5.4 5.4l-5.4 5.4l-5.4-5.4z",
            "triangle": f"M{x} {y - 5.4}l5.6 9.6h-11.2z",
            "square": f"M{x - 4.2} {y - 4.2}h8.4v8.4h-8.4z",
        }[kind]
    )


def _moving(up: bool, end: str) -> str:
    """A ring with a line that rises or falls to its last point."""
    d = "M6.5 21l5-2.5l3.5 1l5.5-7" if up else "M6.5 11l5 2.5l3.5-1l5.5 7"
    return _RING + _stroke(d) + _end(end, 21.5, 11 if up else 21)


@dataclass(frozen=True, slots=True)
class Icon:
    """A sign on a 32 by 32 field, drawn in the current colour, and the token of that colour."""

    token: str
    body: str


ICONS = {
    # variation: is it changing?
    "common-cause": Icon("line", _RING + _stroke("M6.5 18l4-5l4 6l4-7l3.5 5l3-3.5")),
    "improvement-high": Icon("better", _moving(True, "diamond")),
    "improvement-low": Icon("better", _moving(False, "diamond")),
    "concern-high": Icon("worse", _moving(True, "triangle")),
    "concern-low": Icon("worse", _moving(False, "triangle")),
    "neutral-high": Icon("special", _moving(True, "square")),
    "neutral-low": Icon("special", _moving(False, "square")),
    "holding": Icon("better", _RING + _stroke("M5.5 21h6.5v-8h6") + _end("diamond", 21.5, 13)),
    "too-few": Icon("soft", _SOFT_RING + _FILL.format(d="M8 14h4v4h-4zM14 14h4v4h-4zM20 14h4v4h-4z")),
    # assurance: will it meet its target?
    "pass": Icon("better", _RING + _TARGET.format(y=22) + _stroke("M9.5 13l4.5 4.5l8.5-9", 3)),
    "fail": Icon("worse", _RING + _TARGET.format(y=9) + _stroke("M11 13.5l10 10M21 13.5l-10 10", 3)),
    "inconsistent": Icon(
        "line", _RING + _TARGET.format(y=16) + _stroke("M6 19c3-9 6-9 10-3s7 6 10-3", 2.2)
    ),
    "no-target": Icon("soft", _SOFT_RING + _stroke("M9 16h14", 3)),
    # status against target
    "met": Icon("good", _DISC.format(hole="M8.6 16.3l2-2l3.6 3.6l7.4-7.6l2 2l-9.4 9.6z")),
    "near": Icon(
        "warn",
        '<path fill-rule="evenodd" d="M16 2.5l15 26.5h-30zM14.4 11.5v9h3.2v-9zM14.4 22.5v3.2h3.2v-3.2z" '
        'fill="currentColor"/>',
    ),
    "missed": Icon(
        "bad",
        '<path fill-rule="evenodd" d="M2.5 2.5h27v27h-27zM9.8 7.8l-2 2l6.2 6.2l-6.2 6.2l2 2l6.2-6.2l6.2 6.2'
        'l2-2l-6.2-6.2l6.2-6.2l-2-2l-6.2 6.2z" fill="currentColor"/>',
    ),
    "not-judged": Icon("soft", _DISC.format(hole="M8.5 14.2h15v3.6h-15z")),
    "unknown": Icon("soft", _SOFT_RING + _stroke("M12 12.5c0-6 8.5-5.5 8 0c-.2 3-4 3-4 6.5", 2.6)
                    + _FILL.format(d="M14.4 21.5h3.2v3.2h-3.2z")),
    # direction of travel
    "up": Icon("ink", _FILL.format(d="M16 3l10 11h-6.6v15h-6.8v-15h-6.6z")),
    "down": Icon("ink", _FILL.format(d="M16 29l10-11h-6.6v-15h-6.8v15h-6.6z")),
    "level": Icon("ink", _FILL.format(d="M3 12.6h15v-6.6l11 10l-11 10v-6.6h-15z")),
    # the points on a chart, for its key
    "point-ordinary": Icon("line", '<circle cx="16" cy="16" r="8" fill="currentColor"/>'),
    "point-improvement": Icon("better", _FILL.format(d="M16 5l11 11l-11 11l-11-11z")),
    "point-concern": Icon("worse", _FILL.format(d="M16 5l11 20h-22z")),
    "point-neutral": Icon("special", _FILL.format(d="M8 8h16v16h-16z")),
    "point-illustrative": Icon(
        "line", '<circle cx="16" cy="16" r="7.5" fill="none" stroke="currentColor" stroke-width="4"/>'
    ),
}  # fmt: skip
"""Every sign by name; none stands without words beside it."""


def icon(name: str) -> Markup:
    """The sign as it stands in a page: hidden from readers, drawn from the page's one `icon_sprite`.

    Raises KeyError for a name that is not in ICONS.
    """
    found = ICONS[name]
    return Markup(
        f'<svg class="icon k-{found.token}" aria-hidden="true" data-icon="{name}" width="32" height="32">'
        f'<use href="#icon--{name}"/></svg>'
    )


def icon_sprite() -> Markup:
    """The drawings of all signs, once a page; ids hold a double hyphen, which no record's id can."""
    symbols = "".join(
        f'<symbol id="icon--{name}" viewBox="0 0 32 32">{found.body}</symbol>'
        for name, found in ICONS.items()
    )
    return Markup(f'<svg class="sprite" aria-hidden="true" width="0" height="0">{symbols}</svg>\n')


def icon_picture(name: str) -> Markup:
    """The sign as a whole picture of its own, for Word and PDF; raises KeyError for an unknown name."""
    found = ICONS[name]
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" '
        f'color="{FALLBACK[found.token]}">{found.body}</svg>\n'
    )
