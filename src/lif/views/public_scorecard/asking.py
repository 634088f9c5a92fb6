"""What a public scorecard looks at: the public set, and nothing beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lif.measures.judged import Judged
from lif.measures.protecting import Rule, rule_of
from lif.measures.series import Series
from lif.publishing import PublicSet
from lif.records.indicators import Indicator
from lif.views.public_scorecard.figures import rounded_series
from lif.views.scorecard.question import Ask


@dataclass(frozen=True)
class Looking:
    """A public set being looked at, with the questions that scorecards ask of figures."""

    made: PublicSet

    @cached_property
    def ask(self) -> Ask:
        """The scorecard's question over public records and public figures."""
        made = self.made
        return Ask(made.register, made.figures, made.publication.on, made.publication.quarter, draft=False)

    @property
    def last(self) -> date:
        """The last day of the quarter: nothing later is in the paper."""
        return self.ask.last

    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators in use that have anything in the set."""
        return tuple(one for one in self.ask.indicators() if self.series_of(one))

    def series_of(self, indicator: Indicator) -> tuple[Series, ...]:
        """Every series of an indicator, about the area itself, that begins by the end of the quarter."""
        found = (self.made.figures.find(f"{indicator.id}/{measure.id}") for measure in indicator.measures)
        return tuple(one for one in found if one is not None and one.until(self.last))

    def headline(self, indicator: Indicator) -> Series:
        """The first series in which a figure is shown, or the first."""
        every = self.series_of(indicator)
        return next((one for one in every if one.latest(self.last)), every[0])

    def judge(self, series: Series) -> Judged:
        """The series judged at the end of the quarter, from what is shown."""
        return self.ask.judge(series)

    def rule(self, series: Series) -> Rule | None:
        """The rule by which a series was rounded; None for one that stands as it was published."""
        if not rounded_series(series):
            return None
        rule = rule_of(self.made.register, series.indicator)
        return rule if isinstance(rule, Rule) else None
