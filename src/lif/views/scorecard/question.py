"""What is asked of a scorecard: the quarter, the day, whose paper, and which indicators belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import Period, parse_period
from lif.measures.judged import Judged, judged
from lif.measures.series import Figures, Series
from lif.records.figures import Return
from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.records.record import stands
from lif.register import Register
from lif.views.changes.since import Since

Depth = Literal["subgroup", "operational", "leadership"]


@dataclass(frozen=True)
class Ask:
    """One scorecard asked for.

    `group` is the group whose paper it is: a subgroup's holds its own indicators, the operational board's
    gathers all of them, the leadership board's holds themes, shortfalls and decisions. `priority` narrows
    it to one priority. `errors` counts what is wrong in the records, for a draft made in spite of it. `by`
    says how its tables are grouped. `since` is the moment at which the board last met, where it is known.
    """

    register: Register
    figures: Figures
    as_at: date
    quarter: Period
    group: Group | None = None
    priority: Priority | None = None
    draft: bool = True
    errors: int = 0
    by: Literal["priority", "group", "journey"] = "priority"
    since: Since | None = None

    @property
    def depth(self) -> Depth:
        """The depth of the paper, by the tier of the group it is for."""
        return self.group.tier if self.group else "operational"

    @property
    def board(self) -> Group | None:
        """The board that takes the paper of nobody in particular: the operational one, or the highest."""
        boards = [one for one in self.register.all(Group) if stands(one, self.last)]
        for tier in ("operational", "leadership"):
            found = next((one for one in boards if one.tier == tier), None)
            if found:
                return found
        return None

    @property
    def taker(self) -> Group | None:
        """Who takes the paper: the group it was made for, or else the board."""
        return self.group or self.board

    @property
    def headlines(self) -> Depth:
        """The tier whose headlines stand in the paper."""
        return self.taker.tier if self.taker else "operational"

    @property
    def last(self) -> date:
        """The last day of the quarter: nothing later is in the paper."""
        return self.quarter.end

    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of this paper that are in use, by domain and name."""
        found = [
            indicator
            for indicator in self.register.all(Indicator)
            if stands(indicator, self.as_at)
            and indicator.status in ("live", "provisional")
            and (indicator.since is None or indicator.since <= self.last)
            and (indicator.until is None or indicator.until >= self.last)
            and self._belongs(indicator)
        ]
        return tuple(sorted(found, key=lambda i: (i.domain, i.name, i.id)))

    def _belongs(self, indicator: Indicator) -> bool:
        if self.priority and self.priority.id not in indicator.priorities:
            return False
        if self.group is None or self.group.tier == "operational":
            return True
        if self.group.tier == "leadership":
            return "leadership" in indicator.headline_at
        return self.group.id == indicator.group or self.group.id in indicator.also_groups

    def series(self, indicator: Indicator) -> Series | None:
        """The indicator's headline series, or nothing when it has no figure at all."""
        return self.figures.find(f"{indicator.id}/{indicator.measures[0].id}")

    def judge(self, series: Series) -> Judged:
        """The series judged at the end of the quarter."""
        return judged(self.register, series, self.last, self.as_at, self.figures)


def latest_quarter(register: Register, as_at: date) -> Period | None:
    """The last quarter that had ended by a day and for which a return had come; None when there is none."""
    ended = [
        period
        for return_ in register.all(Return)
        if return_.received is not None and return_.received <= as_at
        for period in [parse_period(return_.period)]
        if period.kind == "quarter" and period.end <= as_at
    ]
    return max(ended) if ended else None
