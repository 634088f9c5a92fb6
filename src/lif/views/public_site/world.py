"""All that the pages of the public site look at: one public set, its scorecard, and where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from lif.publishing import PublicSet
from lif.records.elements import Element
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.record import Record
from lif.views.public_scorecard import PublicScorecard, public_scorecard
from lif.views.public_scorecard.asking import Looking
from lif.views.public_scorecard.lines import PublicLine, public_line
from lif.views.site.pieces import Kin, Listed, Ref
from lif.views.site.places import page_of, spoken

PAGED: tuple[type[Record], ...] = (Priority, Indicator, Element)
"""The kinds of which each record has a page; whatever else is told stands on pages of several."""


@dataclass(frozen=True)
class World:
    """A public set with what its pages share; made once."""

    made: PublicSet

    @cached_property
    def looking(self) -> Looking:
        """The set, asked as scorecards ask."""
        return Looking(self.made)

    @cached_property
    def view(self) -> PublicScorecard:
        """The scorecard of the set."""
        return public_scorecard(self.made)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that have figures, in the order of the scorecard."""
        return self.looking.indicators()

    @cached_property
    def lines(self) -> Mapping[str, PublicLine]:
        """The line of each indicator that has figures, by id."""
        return {one.id: public_line(self.looking, one) for one in self.indicators}

    def ref(self, id_: str) -> Ref | None:
        """The link to the page of a record; None where it has none."""
        found = self.made.register.get(id_)
        if not isinstance(found, PAGED) or (isinstance(found, Indicator) and id_ not in self.lines):
            return None
        assert isinstance(found, Record)
        return Ref(page_of(type(found), id_), str(vars(found)["name"]), spoken(type(found)))

    def lined(self, ids: Iterable[str]) -> tuple[tuple[Ref, PublicLine], ...]:
        """The lines of these indicators, each with the link to its page."""
        return tuple((ref, self.lines[id_]) for id_ in ids if id_ in self.lines and (ref := self.ref(id_)))

    def listed(self, title: str, ids: Iterable[str]) -> tuple[Kin, ...]:
        """A list of links to these records, or none."""
        found = tuple(Listed(ref) for id_ in dict.fromkeys(ids) if (ref := self.ref(id_)))
        return (Kin(title, found),) if found else ()
