"""What has changed since a board last met, in a few lines: for a paper that is about something else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.views.changes import Between, Moment, changes, parted
from lif.views.changes.counted import counted
from lif.views.changes.line import ChangeLine
from lif.views.changes.lines import lines
from lif.views.changes.scopes import Scope
from lif.views.changes.since import Since

MOST_NAMED = 6
_MATTER = ("altered", "taken-away", "figures", "targets")
_HAPPENED = ("action put back",)


@dataclass(frozen=True, slots=True)
class SinceMet:
    """The moment in words, the changes in numbers, the handful that matter, how many more of these there are.

    `why_dates` says why it is told from dates alone, where the history of the records does not reach.
    """

    since: date
    words: str
    counts: tuple[tuple[str, str], ...]
    matter: tuple[ChangeLine, ...]
    more: int
    why_dates: str


def since_met(since: Since, after: Moment, about: str = "") -> SinceMet:
    """What changed since the moment; about a group alone where one is named."""
    between = Between(since.before, after)
    found = changes(between)
    if about:
        scope = Scope(frozenset(), about=(about,))
        found, _ = parted(found, lambda id_: scope.holds(between, id_))
    every = [line for line, _ in lines(between, found)]
    matter = tuple(one for one in every if one.sort in _MATTER or one.what in _HAPPENED)
    return SinceMet(
        since.before.as_at,
        since.words,
        counted(found).rows,
        matter[:MOST_NAMED],
        max(len(matter) - MOST_NAMED, 0),
        since.why,
    )
