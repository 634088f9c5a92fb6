"""A figure among those of all local authorities: its rank, its quartile band, and the change on the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lif.calendars import Period
from lif.measures.ranks import Rank, ranked
from lif.measures.series import Figure, Figures, Series
from lif.records.references import Area
from lif.register import Register

ALL = 145
"""So many local authorities must have a row before it is said that all are there.

England has had 150 to 153 since 2009; a release that is moving from old areas to new ones may lack a few."""
FEWEST = 20
"""Below so many figures no rank is given: most are hidden, and those that are not are no sample."""


@dataclass(frozen=True, slots=True)
class Among:
    """The rank of a figure, and the change since the figure of a year before, where there is one."""

    rank: Rank
    change: Fraction | None
    before: Period | None


def among(register: Register, figures: Figures, series: Series, period: Period) -> Among | None:
    """Where the board's figure of a period stands among all local authorities.

    None where it is not a figure of the board's own area or not of a local authority, where the workspace
    does not hold all authorities, and where neither high nor low is good.
    """
    own = register.find(Area, series.area)
    if series.area != figures.board_area or own is None or own.sort != "local-authority":
        return None
    if series.indicator.geography != "board" or series.illustrative:
        return None
    found = authorities(register, figures, series, period)
    if len(found) < ALL:
        return None
    numbers = {area: f.value.number for area, f in found.items() if f.value.number is not None}
    measure = series.measure
    rank = ranked(numbers, series.area, series.indicator.polarity, banded=not measure.no_quartiles)
    if rank is None or rank.of < FEWEST:
        return None
    return Among(rank, *_change(series, period, numbers[series.area]))


def authorities(register: Register, figures: Figures, series: Series, period: Period) -> Mapping[str, Figure]:
    """The rows of a measure for one period, by local authority; those without a figure are among them."""
    found = {}
    for area in register.all(Area):
        if area.sort != "local-authority" or (area.until is not None and area.until < period.end):
            continue
        figure = figures.figure(series.address, period, area.id, series.breakdown)
        if figure is not None:
            found[area.id] = figure
    return found


def _change(series: Series, period: Period, number: Fraction) -> tuple[Fraction | None, Period | None]:
    """Latest minus the figure of the year before, as the national tool gives it."""
    year_before = period.year_before()
    figure = series.at(year_before)
    if figure is None or figure.value.number is None:
        return None, None
    return number - figure.value.number, year_before
