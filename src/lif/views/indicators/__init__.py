"""Indicators for an analyst: the list of them, and the series of one with where each figure came from."""

from __future__ import annotations

from lif.views.indicators.listing import Wanted, indicators
from lif.views.indicators.making import Which, indicator
from lif.views.indicators.series import FigureRow, IndicatorShown, SeriesShown, YearRow

__all__ = [
    "FigureRow",
    "IndicatorShown",
    "SeriesShown",
    "Wanted",
    "Which",
    "YearRow",
    "indicator",
    "indicators",
]
