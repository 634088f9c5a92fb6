"""Whether events that are rare are charted as rare, and those that are not are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from lif.checks.finding import Finding, check
from lif.checks.lines import WITH_FIGURE, in_words, lines, measures
from lif.diagnostics import Severity
from lif.measures.rare_events import RARE
from lif.measures.variation import FIRM
from lif.records.board import Board
from lif.records.indicators import Measure
from lif.register import Register


def _averages(register: Register) -> dict[str, tuple[int, Decimal]]:
    """For each count of the whole of its own area: how many periods have a figure, and their average."""
    board = register.find(Board, register.board_id)
    found: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for line in lines(register):
        own = line.area == (line.measure.area or (board.area if board else "")) and not line.breakdown
        counted = line.indicator.unit == "count" and line.status in WITH_FIGURE
        if own and counted and line.numerator is not None:
            found[line.address][line.period] = line.numerator
    return {
        address: (len(counts), sum(counts.values(), Decimal(0)) / len(counts))
        for address, counts in found.items()
    }


@check("F187", Severity.WARNING)
def events_are_rare(register: Register, as_at: date) -> Iterator[Finding]:
    """A count averages fewer than one a period, and is charted as if it were not rare.

    Why:
        Its expected range begins at nought, so that no fall can ever show, and a single event looks like a
        signal. The time between events shows both.
    Fails:
        Sixteen quarters with 0, 0, 1, 0 … and no `chart` on the series.
    Mend:
        Write `chart: rare-events` on the series. Its chart then shows the periods without any.
    Source:
        D J Wheeler, Working with rare events (Quality Digest, 2011): below one a period on average; J C
        Benneyan, Number-between g-type control charts (Health Care Management Science, 2001).
    """
    known = measures(register)
    for address, (count, average) in _averages(register).items():
        indicator, measure = known[address]
        if measure.chart is None and count >= FIRM and average < RARE:
            place = indicator.measures.index(measure)
            message = f"{_said(average, measure, count)}: too rare for an expected range"
            hint = "write 'chart: rare-events' to show the time between them"
            yield Finding(indicator.id, ("measures", place, "id"), message, hint)


@check("F188", Severity.WARNING)
def events_are_not_rare(register: Register, as_at: date) -> Iterator[Finding]:
    """A series is charted as rare events, and is no count, or counts one a period or more.

    Why:
        Only events can be rare; and where nearly every period has some there is no time between them to show.
    Fails:
        chart: rare-events on a percentage.
    Mend:
        Take `chart` out, so that the figures themselves are charted.
    Source:
        D J Wheeler, Working with rare events (Quality Digest, 2011).
    """
    averages = _averages(register)
    for address, (indicator, measure) in measures(register).items():
        if measure.chart != "rare-events":
            continue
        path = ("measures", indicator.measures.index(measure), "chart")
        hint = "take 'chart' out, so that the figures themselves are charted"
        count, average = averages.get(address, (0, Decimal(0)))
        if indicator.unit != "count":
            yield Finding(indicator.id, path, "only counts can be charted as rare events", hint)
        elif count >= FIRM and average >= RARE:
            message = f"{_said(average, measure, count)}: that is not rare"
            yield Finding(indicator.id, path, message, hint)


def _said(average: Decimal, measure: Measure, count: int) -> str:
    period = in_words(measure.period_kind)
    number = f"{average:.1f}" if average >= Decimal("0.05") else "next to none"
    return f"{number} a {period} on average in {count} {period}s"


RARE_EVENTS = (events_are_rare, events_are_not_rare)
