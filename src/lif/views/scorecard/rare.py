"""How to read the chart of rare events, in sentences."""

from __future__ import annotations

from lif.measures.judged import Judged
from lif.measures.rare_events import RareChart
from lif.views.came_of import many
from lif.views.scorecard.curve import PERIODS


def rare_words(judged: Judged | None) -> str:
    """How to read the chart of a measure of rare events, in sentences; nothing for any other measure."""
    if judged is None or judged.rare is None:
        return ""
    rare, kind = judged.rare, judged.series.measure.period_kind
    one, more = PERIODS.get(kind, ("period", "periods"))
    several = f", {rare.with_several} of them more than one" if rare.with_several else ""
    said = [
        f"Events are rare: {rare.with_any} of {rare.periods} {more} had any{several}",
        f"Each point of the chart is how many {more} without any went before a {one} with one: "
        "the higher, the longer without",
    ]
    said += [_now(rare, one)] if rare.now is not None else []
    return ". ".join([*said, _limit(rare, one)]) + "."


def _now(rare: RareChart, one: str) -> str:
    if not rare.now:
        return f"The latest {one} had one"
    return f"By now {many(rare.now, one)} {'has' if rare.now == 1 else 'have'} gone without any"


def _limit(rare: RareChart, one: str) -> str:
    if rare.upper is None:
        return f"No limit is shown (too few events: {len(rare.intervals)} stretches between them of 13)"
    return f"Up to {many(int(rare.upper), one)} without any is to be expected while nothing changes"
