"""Triangulation: every source on one theme or priority side by side, and how they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from lif.measures.series import Figures
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.register import Register
from lif.views.shown import flowing
from lif.views.triangulation.audited import audits, reviews
from lif.views.triangulation.comparing import Comparison, compared
from lif.views.triangulation.doing import actions, evidence, learning, training, watch
from lif.views.triangulation.entries import SOURCE_WORDS, Entry, Panel, Source
from lif.views.triangulation.numbers import numbers
from lif.views.triangulation.people import children_and_parents, pairs, practitioners
from lif.views.triangulation.topic import Topic


@dataclass(frozen=True, slots=True)
class Triangulation:
    """Every source on one topic, and what they come to set side by side, as things stood on a day."""

    id: str
    sort: Literal["theme", "priority"]
    name: str
    rationale: str
    themes: tuple[str, ...]
    as_at: date
    panels: tuple[Panel, ...]
    comparison: Comparison

    @property
    def records(self) -> int:
        """How many records it rests on, each once."""
        return len({entry.record for panel in self.panels for entry in panel.entries})


def triangulation(
    register: Register, figures: Figures, about: Theme | Priority, as_at: date
) -> Triangulation:
    """What every source says of a theme or priority, by what was known on `as_at` (D4.2; NEL 6.3)."""
    topic = Topic(register, figures, as_at, about)
    panels = _panels(topic)
    return Triangulation(
        about.id,
        "priority" if isinstance(about, Priority) else "theme",
        about.name,
        flowing(about.rationale) if isinstance(about, Priority) else "",
        tuple(topic.names()),
        as_at,
        panels,
        compared(panels, pairs(topic), as_at),
    )


def _panels(topic: Topic) -> tuple[Panel, ...]:
    """Every panel, with the records of evidence in the one that they belong to."""
    more: dict[Source, list[Entry]] = defaultdict(list)
    for source, entry in evidence(topic):
        more[source].append(entry)
    panels = (
        numbers(topic),
        audits(topic),
        reviews(topic),
        children_and_parents(topic),
        practitioners(topic),
        training(topic),
        learning(topic),
        actions(topic),
        watch(topic),
        Panel("other", SOURCE_WORDS["other"], ()),
    )
    return tuple(_marked(replace(p, entries=(*p.entries, *more[p.source])) for p in panels))


def _marked(panels: Iterable[Panel]) -> Iterator[Panel]:
    """The same panels, with the first entry of each record marked as such."""
    seen: set[str] = set()
    for panel in panels:
        entries = []
        for entry in panel.entries:
            entries.append(replace(entry, first=entry.record not in seen))
            seen.add(entry.record)
        yield replace(panel, entries=tuple(entries))
