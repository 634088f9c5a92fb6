"""Whether the curve was turned: the latest figure beside its forecast, and how forecasts came out before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from lif.calendars import PeriodKind, long_date
from lif.measures.forecasts import Outlook, TrackRecord
from lif.measures.judged import Judged
from lif.records.indicators import Indicator
from lif.register import Register
from lif.views.shown import flowing, number_text, with_commas

PERIODS: Mapping[str, tuple[str, str]] = {
    PeriodKind.QUARTER: ("quarter", "quarters"),
    PeriodKind.MONTH: ("month", "months"),
    PeriodKind.TERM: ("term", "terms"),
    PeriodKind.SNAPSHOT: ("day", "days"),
}


NOT_TURNED = "has not turned the curve"


@dataclass(frozen=True, slots=True)
class Curve:
    """What is said of a forecast: whether the latest figure beats it, and how forecasts came out before.

    `turned` is None where nothing can be said; `said`, and `brief` for a table, are then empty. `record` is
    empty where no earlier figure had been forecast.
    """

    said: str
    brief: str
    record: str
    turned: bool | None
    made_on: date
    made_by: str
    method: str
    illustrative: bool


def curve_of(register: Register, judged: Judged | None) -> Curve | None:
    """The forecast beside the latest figure, or None for an indicator without a forecast."""
    if judged is None or judged.outlook is None:
        return None
    outlook = judged.outlook
    role = register.get(outlook.forecast.made_by)
    return Curve(
        said=_said(judged, outlook),
        brief=_brief(judged.series.indicator, outlook),
        record=_record(judged, outlook.before),
        turned=outlook.turned,
        made_on=outlook.forecast.made_on,
        made_by=getattr(role, "name", outlook.forecast.made_by),
        method=flowing(outlook.forecast.method),
        illustrative=outlook.forecast.illustrative,
    )


def _said(judged: Judged, outlook: Outlook) -> str:
    """In a sentence without its full stop; nothing where nothing can be said."""
    if outlook.turned is None or outlook.expected is None or outlook.gain is None:
        return ""
    indicator = judged.series.indicator
    on = long_date(outlook.forecast.made_on)
    expected = number_text(indicator, outlook.expected, lambda number: _order(number, judged))
    if outlook.turned:
        return f"It beats the forecast made on {on} ({expected}) by {amount(indicator, outlook.gain)}"
    if outlook.gain == 0:
        return f"It has not turned the curve: it is what was forecast on {on} ({expected})"
    worse = amount(indicator, -outlook.gain)
    return f"It has not turned the curve: it is {worse} worse than was forecast on {on} ({expected})"


def _brief(indicator: Indicator, outlook: Outlook) -> str:
    """The same in a few words."""
    if outlook.turned is None or outlook.gain is None:
        return ""
    return f"beats its forecast by {amount(indicator, outlook.gain)}" if outlook.turned else NOT_TURNED


def _order(number: Fraction, judged: Judged) -> int:
    """Which side of the latest figure a number lies on: what is shown may not say otherwise."""
    latest = judged.latest.value.number if judged.latest else None
    return 0 if latest is None else (number > latest) - (number < latest)


def amount(indicator: Indicator, number: Fraction) -> str:
    """A difference in words: `3.2 percentage points`, `12 children`; never nought where there is one."""
    places = indicator.decimals
    while (
        number and places < indicator.decimals + 6 and not float(with_commas(number, places).replace(",", ""))
    ):
        places += 1
    text = with_commas(number, places)
    if indicator.unit == "percent":
        return f"{text} percentage point{'' if text.rstrip('0').rstrip('.') == '1' else 's'}"
    return text


def _record(judged: Judged, before: TrackRecord) -> str:
    """How what was forecast before came out: of 6 forecast, 4 came out better and 2 worse."""
    one, many = PERIODS.get(judged.series.measure.period_kind, ("period", "periods"))
    counts = ((before.better, "better"), (before.the_same, "as forecast"), (before.worse, "worse"))
    there = [(count, word) for count, word in counts if count]
    if not there:
        return ""
    (first, word), *others = there
    if before.forecast == 1:
        return f"One earlier {one} had been forecast, and came out {word}"
    if not others:
        return f"{'Both' if first == 2 else f'All {first}'} earlier {many} forecast came out {word}"
    listed = [f"{first} came out {word}", *(f"{count} {word}" for count, word in others)]
    return f"Of {before.forecast} earlier {many} forecast, {', '.join(listed[:-1])} and {listed[-1]}"
