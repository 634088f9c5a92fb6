"""Charts of rare events: the periods without any between one period with an event and the next with one.

Where counts are mostly nought a chart of the counts has a mean that nothing can fall below; the time
between events shows a change where the counts cannot. Sources: J C Benneyan, Number-between g-type
statistical quality control charts for monitoring adverse events (Health Care Management Science 2001;
4:305-318), for the geometric chart; L P Provost and S K Murray, The Health Care Data Guide (2011), for runs
about its median; W H Woodall, The use of control charts in health-care and public-health surveillance
(Journal of Quality Technology 2006; 38:89-104), on both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import mean, median

from lif.measures.points import Point
from lif.measures.run_charts import RunChart, run_chart
from lif.measures.variation import FIRM

RARE = 1
"""Events are rare where they average fewer than this a period: D J Wheeler, Working with rare events (Quality
Digest, October 2011)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Periods without any before a period with one; `end` is the last day of that period.

    `long` says whether it is beyond the limit.
    """

    end: date
    without: int
    long: bool


@dataclass(frozen=True, slots=True)
class RareChart:
    """The intervals of a series, in order.

    `upper` is the limit beyond which an interval is unusually long, None with fewer than 13 intervals; there
    is no lower limit, since none can be below nought. `now` counts the periods without any since the last
    event, and `long_now` says whether that is beyond the limit already. `periods` were looked at, `with_any`
    of them had an event, and `with_several` more than one: such a period counts once, as one with events.
    """

    intervals: tuple[Interval, ...]
    mean: float | None
    median: float | None
    upper: float | None
    run: RunChart | None
    now: int | None
    long_now: bool
    periods: int
    with_any: int
    with_several: int

    @property
    def firm(self) -> bool:
        """Whether there are enough intervals for a limit."""
        return self.upper is not None

    @property
    def leaning(self) -> int:
        """1 when events have come unusually seldom by now, -1 when unusually close together, 0 otherwise.

        Seldom: the last interval, or the one that still runs, is beyond the limit. Else by an unusually
        long run of intervals on one side of the median that lasts until now (Anhøj's rule).
        """
        if self.upper is None or self.run is None:
            return 0
        if self.long_now or self.intervals[-1].long:
            return 1
        if self.run.longest_allowed is None:
            return 0
        runs = [(side, len(list(run))) for side, run in groupby(side for side in self.run.sides if side)]
        return runs[-1][0] if runs[-1][1] > self.run.longest_allowed else 0


def limit(without: Sequence[int]) -> float:
    """The upper limit of a g chart: mean + 3 times the root of mean (mean + 1), by Benneyan (2001)."""
    average = mean(without)
    return float(average + 3 * math.sqrt(average * (average + 1)))


def rare_chart(points: Iterable[Point]) -> RareChart:
    """The chart of a series of counts; a point without a value is a period of which nothing is known.

    An interval that such a period lies in has no known length and is left out, and so is what came before
    the first event. Each period is taken as one trial with an event or without: what is between two is then
    geometric, whatever the counts. Raises ValueError for a count below nought.
    """
    ordered = sorted(points, key=lambda point: point.day)
    known = [float(point.value) for point in ordered if point.value is not None]
    if any(value < 0 for value in known):
        raise ValueError("a count is below nought")
    found, now = _between(ordered)
    lengths = [length for _, length in found]
    upper = limit(lengths) if len(lengths) >= FIRM else None
    return RareChart(
        intervals=tuple(Interval(day, n, upper is not None and n > upper) for day, n in found),
        mean=float(mean(lengths)) if lengths else None,
        median=float(median(lengths)) if lengths else None,
        upper=upper,
        run=run_chart([Point(day, n) for day, n in found]) if found else None,
        now=now,
        long_now=upper is not None and now is not None and now > upper,
        periods=len(known),
        with_any=sum(value > 0 for value in known),
        with_several=sum(value > 1 for value in known),
    )


def _between(points: Sequence[Point]) -> tuple[list[tuple[date, int]], int | None]:
    """The length of each interval by the day on which it ended, and how long the last has run by now."""
    found: list[tuple[date, int]] = []
    since: int | None = None
    for point in points:
        if point.value is None:
            since = None
        elif point.value > 0:
            if since is not None:
                found.append((point.day, since))
            since = 0
        elif since is not None:
            since += 1
    return found, since
