"""The colours of charts by what they mean; the style sheet has the same ones as variables."""

from __future__ import annotations

from lif.reports.charts.data import BarKind, LineKind, Mark

FALLBACK = {
    "paper": "#ffffff",
    "ink": "#0b0c0c",
    "soft": "#44515b",
    "grid": "#d3dbe1",
    "band": "#e6eef5",
    "limit": "#5a6872",
    "line": "#425563",
    "better": "#005ea5",
    "worse": "#b8500c",
    "special": "#6a3d9a",
    "target": "#942514",
    "england": "#4c2c92",
    "region": "#8a1f6d",
    "neighbours": "#005f56",
    "good": "#00693e",
    "warn": "#8a5a00",
    "bad": "#a8201a",
}
"""Token to colour, for a picture outside the page (Word, PDF, an image); tests hold their contrast."""

DASH = {
    "centre": "",
    "limit": "5 3",
    "target": "11 3 2.5 3",
    "england": "1.5 3",
    "region": "8 3 1.5 3 1.5 3",
    "neighbours": "3.5 2.5",
    "other": "14 4",
    "forecast": "5 4",
}
"""Each line its own dash, so that it is known without its colour."""

TOKEN_OF_LINE = {
    LineKind.TARGET: "target",
    LineKind.ENGLAND: "england",
    LineKind.REGION: "region",
    LineKind.NEIGHBOURS: "neighbours",
    LineKind.OTHER: "soft",
}

TOKEN_OF_BAR = {
    BarKind.AREA: "line",
    BarKind.ENGLAND: "england",
    BarKind.REGION: "region",
    BarKind.NEIGHBOURS: "neighbours",
    BarKind.OTHER: "soft",
}

TOKEN_OF_MARK = {
    Mark.ORDINARY: "line",
    Mark.IMPROVEMENT: "better",
    Mark.CONCERN: "worse",
    Mark.NEUTRAL: "special",
}
