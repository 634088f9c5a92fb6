"""What a run chart says of a phase that is too short for limits, in a sentence."""

from __future__ import annotations

from lif.measures.judged import Judged
from lif.views.came_of import many
from lif.views.shown import number_text

ENOUGH = 10
"""Points off the median from which the rules say anything: J Anhøj and A V Olesen, Run charts revisited (PLoS
ONE 2014; 9: e113825), try them on ten points and more."""


def run_words(judged: Judged | None) -> str:
    """By the median and Anhøj's two rules; nothing where there are limits, or too few points for these."""
    if judged is None or judged.run is None or judged.run.useful < ENOUGH:
        return ""
    run = judged.run
    if run.longest is None or run.longest_allowed is None or run.crossings is None:
        return ""
    middle = number_text(judged.series.indicator, run.centre)
    if not run.signal:
        return (
            f"By the run chart the figures go up and down about their median ({middle}) as chance explains."
        )
    found = []
    if run.longest > run.longest_allowed:
        found.append(f"{run.longest} in a row lie on one side, and chance explains {run.longest_allowed}")
    if run.crossings_needed is not None and run.crossings < run.crossings_needed:
        times = many(run.crossings, "time")
        found.append(f"they cross it {times}, and chance explains no fewer than {run.crossings_needed}")
    said = "; ".join(found)
    return (
        f"By the run chart there is more than chance in how the figures lie about their median ({middle}): "
        f"{said}."
    )
