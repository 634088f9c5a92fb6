"""What a triangulation is about: a theme or a priority, and the records and parts that bear on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from lif.measures.series import Figures
from lif.records.priorities import Priority
from lif.records.record import Item, Part, Record, stands
from lif.records.references import Theme
from lif.register import Register
from lif.views.coverage.gathering import part_of
from lif.views.recommendations import RecommendationLine, recommendations

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Topic:
    """One theme or priority, as things stood on a day.

    A theme takes in the themes that are part of it. A priority takes in the themes that it covers, so that
    what was tagged with the theme alone is not overlooked.
    """

    register: Register
    figures: Figures
    as_at: date
    about: Theme | Priority

    @cached_property
    def themes(self) -> tuple[str, ...]:
        """The ids of every theme that belongs to it."""
        about = self.about
        found = [about.id] if isinstance(about, Theme) else list(about.themes)
        for id_ in found:
            narrower = [t.id for t in self.register.all(Theme) if t.part_of == id_ and t.id not in found]
            found.extend(narrower)
        return tuple(found)

    @property
    def addresses(self) -> tuple[str, ...]:
        """The ids that a record or a part must name to belong to it."""
        return (*((self.about.id,) if isinstance(self.about, Priority) else ()), *self.themes)

    @cached_property
    def _parts(self) -> dict[str, list[object]]:
        """Each record that names it, with the parts that do; the record itself when it does as a whole."""
        found: dict[str, list[object]] = defaultdict(list)
        for address in self.addresses:
            for tie in self.register.links_to(address):
                record = self.register.entries[tie.source].record
                if stands(record, self.as_at):
                    found[tie.source].append(part_of(record, tie))
        return found

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """The records of a kind that name it, as a whole or in a part, by id."""
        return tuple(record for record in self.register.all(kind) if record.id in self._parts)

    def whole(self, record: Record) -> bool:
        """Whether the record as a whole names it."""
        return any(part is record for part in self._parts.get(record.id, ()))

    def parts(self, record: Record, parts: tuple[P, ...]) -> tuple[P, ...]:
        """Those of a record's parts that belong: all when the record does as a whole, and no retired one."""
        named = self._parts.get(record.id, ())
        standing = (one for one in parts if not isinstance(one, Item) or stands(one, self.as_at))
        if self.whole(record):
            return tuple(standing)
        return tuple(one for one in standing if any(one is part for part in named))

    def named(self, record: Record, parts: tuple[P, ...]) -> tuple[P, ...]:
        """Those of a record's parts that name it themselves."""
        named = self._parts.get(record.id, ())
        return tuple(one for one in parts if any(one is part for part in named))

    @cached_property
    def recommended(self) -> dict[str, list[RecommendationLine]]:
        """Where every recommendation stands, by the record that makes it."""
        found: dict[str, list[RecommendationLine]] = defaultdict(list)
        for line in recommendations(self.register, self.as_at):
            found[line.record].append(line)
        return found

    def come(self, *days: date | None) -> date | None:
        """The first of these days that had come, or None."""
        return next((day for day in days if day is not None and day <= self.as_at), None)

    def names(self) -> Iterator[str]:
        """The names of its themes."""
        for id_ in self.themes:
            theme = self.register.find(Theme, id_)
            yield theme.name if theme else id_
