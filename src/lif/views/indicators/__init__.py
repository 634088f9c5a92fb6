"""Indicators for an analyst: the list of them, and the series of one with where each figure came from."""

from __future__ import annotations

from lif.views.indicators.listing import Wanted, indicators
from lif.views.indicators.series import FigureRow, Followed, IndicatorShown, SeriesShown, YearRow, indicator

__all__ = [
    "FigureRow",
    "Followed",
    "IndicatorShown",
    "SeriesShown",
    "Wanted",
    "YearRow",
    "indicator",
    "indicators",
]
