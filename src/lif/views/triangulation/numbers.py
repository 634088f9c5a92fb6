"""What the figures say of a topic: the latest of each indicator, its status, and what its chart shows."""

from __future__ import annotations

from lif.measures.judged import Judged, judged
from lif.measures.series import Series
from lif.records.indicators import Indicator
from lif.views.coverage.leanings import by_signals
from lif.views.coverage.pieces import Leaning
from lif.views.shown import shown
from lif.views.signs import changing, meets, rated
from lif.views.triangulation.entries import Entry, Panel
from lif.views.triangulation.topic import Topic

_ORDER: dict[Leaning, int] = {"against": 0, "for": 1, "mixed": 2, "silent": 3}
COLUMNS = ("Latest", "Against target", "Is it changing?", "Will it meet its target?")


def numbers(topic: Topic) -> Panel:
    """Every indicator of the topic that has a figure, those with a signal first; the others are counted."""
    live = [i for i in topic.all(Indicator) if i.status in ("live", "provisional")]
    there = [(indicator, _series(topic, indicator)) for indicator in live]
    entries = [_entry(topic, indicator, series) for indicator, series in there if series]
    without = [indicator.name for indicator, series in there if not series]
    more = (f"{len(without)} of {len(live)} indicators have no figure: {'; '.join(without)}.",) * bool(
        without
    )
    ordered = sorted(entries, key=lambda entry: (_ORDER[entry.leaning], entry.name, entry.record))
    nothing = "" if without else "No indicator bears on it."
    return Panel("numbers", "Numbers", tuple(ordered), nothing, more)


def _series(topic: Topic, indicator: Indicator) -> Series | None:
    """The first of the indicator's series that has a figure."""
    found = (topic.figures.find(f"{indicator.id}/{measure.id}") for measure in indicator.measures)
    return next((one for one in found if one and one.latest(topic.as_at)), None)


def _entry(topic: Topic, indicator: Indicator, series: Series) -> Entry:
    verdict = judged(topic.register, series, topic.as_at, topic.as_at, topic.figures)
    latest = series.latest(topic.as_at)
    assert latest is not None
    seen = shown(indicator, latest, topic.as_at)
    marks = [mark for mark in seen.marks if mark != "illustrative"]
    figure = f"{seen.text} ({seen.parts})" if seen.parts else seen.text
    said = (", ".join((figure, seen.brief, *marks)), rated(verdict), changing(verdict), meets(verdict))
    cells = (said[0], said[1].words, said[2].words, said[3].words)
    return Entry(
        indicator.id,
        indicator.kind,
        indicator.name,
        latest.period.end,
        cells=tuple(zip(COLUMNS, cells, strict=True)),
        leaning=by_signals(verdict),
        why=_why(verdict),
        illustrative=series.illustrative or indicator.illustrative,
    )


def _why(verdict: Judged) -> str:
    """The signs that lean, in words."""
    signs = (changing(verdict), meets(verdict))
    return ", ".join(sign.words.lower() for sign in signs if sign.tone in ("better", "worse"))
