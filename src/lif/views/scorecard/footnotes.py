"""Where a line must be cut, and the footnotes that a chart's own data ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.calendars import PeriodKind, parse_period
from lif.measures.covered import cohort_words
from lif.measures.judged import Judged
from lif.measures.series import Figure
from lif.measures.values import RollUp
from lif.measures.years import YearMade, years_made
from lif.records.charted import SeriesBreak
from lif.views.shown import flowing, number_text, with_commas

MADE_OF = {
    RollUp.SUM: "its parts added up",
    RollUp.WEIGHTED: "numerators added over denominators added, never averaged",
}


def cuts(judged: Judged | None, figures: Sequence[Figure]) -> tuple[int, ...]:
    """The figures before which the line is cut: a new definition, or a year that begins to add up anew."""
    if judged is None:
        return ()
    places = {place for each in judged.breaks if not each.comparable for place in _first(each, figures)}
    if PeriodKind(judged.series.measure.period_kind) is PeriodKind.YEAR_TO_DATE:
        starts = [figure.period.start for figure in figures]
        places |= {n for n in range(1, len(starts)) if starts[n] != starts[n - 1]}
    return tuple(sorted(places))


def _first(change: SeriesBreak, figures: Sequence[Figure]) -> Iterator[int]:
    """The place of the first figure under a new definition, where an earlier one stands before it."""
    since = parse_period(change.period).end
    place = next((n for n, figure in enumerate(figures) if figure.period.end >= since), None)
    if place:
        yield place


def changed_words(judged: Judged | None, figures: Sequence[Figure]) -> str:
    """`; the definition changed from Q3 24/25`, for a small line that has no room for a note."""
    if judged is None or len([figure for figure in figures if figure.value.number is not None]) < 2:
        return ""
    since = [figures[at].period.short for each, at in breaks_shown(judged, figures) if not each.comparable]
    return f"; the definition changed from {' and '.join(since)}" if since else ""


def breaks_shown(judged: Judged, figures: Sequence[Figure]) -> Iterator[tuple[SeriesBreak, int]]:
    """Each change of definition with the place of the first figure after it, where that is drawn."""
    for each in judged.breaks:
        period = parse_period(each.period)
        at = next((n for n, figure in enumerate(figures) if figure.period.end >= period.end), None)
        if at or (at == 0 and figures[0].period == period):
            yield each, at


def footnotes(judged: Judged | None, figures: Sequence[Figure]) -> tuple[str, ...]:
    """What must be known to read these figures, sentence by sentence."""
    return tuple(_footnotes(judged, figures)) if judged and figures else ()


def _footnotes(judged: Judged, figures: Sequence[Figure]) -> Iterator[str]:
    measure = judged.series.measure
    for each, at in breaks_shown(judged, figures):
        rest = "may still be compared" if each.comparable else "are another series and are not compared"
        since = figures[at].period.label
        yield f"The definition changed from {since}: {_sentence(each.reason)} Figures before it {rest}."
    if measure.window:
        yield f"What each figure covers: {_sentence(measure.window)}"
    if words := cohort_words(measure, figures[-1].period):
        yield f"The latest figure is of {words}: the period is that of the follow-up."
    if PeriodKind(measure.period_kind) is PeriodKind.YEAR_TO_DATE:
        yield "Figures add up through the year: each is compared only with the same point of another year."
    for status in ("provisional", "estimated"):
        found = [figure.period.short for figure in figures if figure.value.status.value == status]
        if found:
            yield f"{status.capitalize()}: {', '.join(found)}."
    made = years_made(judged.series, figures[-1].period.end, judged.breaks)
    if made and made[-1].value.number is not None and made[-1].how is not RollUp.LAST:
        yield _year(judged, made[-1])  # the last of its quarters stands there already


def _year(judged: Judged, made: YearMade) -> str:
    """`2024/25: 21.4% (429 of 2,002), made of its quarters: numerators added over denominators added`."""
    value, indicator = made.value, judged.series.indicator
    assert value.number is not None
    parts = "" if value.denominator is None else f"{_plain(value.numerator)} of {_plain(value.denominator)}"
    few = bool(parts) and value.below(indicator.minimum_for_percent)
    text = parts if few else number_text(indicator, value.number)
    counts = f" ({parts})" if parts and not few else ""
    firm = f", {value.status.words}" if value.status.words in ("provisional", "estimated") else ""
    kind = judged.series.measure.period_kind
    name = (
        made.period.label if made.whole else made.period.label.replace(" (year to date)", ", the year so far")
    )
    return f"{name}: {text}{counts}{firm}, made of its {kind}s ({MADE_OF[made.how]})."


def _plain(number: object) -> str:
    return with_commas(number, 0) if isinstance(number, int) else f"{number:,}"


def _sentence(text: str) -> str:
    """The words with a full stop at their end."""
    words = flowing(text)
    return words if words.endswith((".", "?", "!")) else f"{words}."
