"""The paper of changes: what is other than when the board last met, and what is asked about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.changes import Between, Changes, Moment, changes, parted
from lif.views.changes.counted import Counted, counted
from lif.views.changes.scopes import Scope
from lif.views.changes.since import Since
from lif.views.papers import CannotBeMade, Opening, Question

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class ChangesPaper:
    """The whole paper: since when, told from which commit or why from dates alone, and all that changed.

    `named` says that a commit was named, and no day.
    """

    opening: Opening
    as_at: date
    since: date
    since_words: str
    named: bool
    commit: str
    committed: date | None
    why_dates: str
    changes: Changes
    counted: Counted


def changes_since(question: Question) -> ChangesPaper:
    """What changed since the moment that was asked about."""
    since = question.since
    if since is None:
        raise CannotBeMade("say since when, as in --since 2025-09-10")
    between = Between(since.before, Moment(question.register, question.as_at))
    found = changes(between)
    about = tuple(record.id for record in question.about)
    if about:
        scope = Scope(frozenset(), about=about)
        found, _ = parted(found, lambda id_: scope.holds(between, id_))
    of = f": {', '.join(map(between.called, about))}" if about else ""
    told = counted(found)
    unfinished = (f"it is told from dates alone: {since.why}",) if since.lacking else ()
    return ChangesPaper(
        Opening(
            f"What has changed since {since.words}{of}",
            "-".join(("changes-since", since.slug, *about)),
            "Assurance: what is other than it was, and whether each change has its reason",
            _asked(found, since.words),
            _facts(question, since),
            unfinished,
        ),
        question.as_at,
        since.before.as_at,
        since.words,
        since.named,
        since.commit,
        since.committed,
        since.why,
        found,
        told,
    )


def _facts(question: Question, since: Since) -> tuple[tuple[str, str], ...]:
    """The days that are compared, and where it is told from."""
    start, end = long_date(since.before.as_at), long_date(question.as_at)
    days = f"{start} to {end}" if start != end else f"both states are read on {end}"
    told = "dates in the records, as they stand now"
    if since.commit:
        on = f" of {long_date(since.committed)}" if since.committed else ""
        told = f"the records at commit {since.commit[:12]}{on}, beside those of now"
    return ("Period", days), ("Told from", told)


def _asked(found: Changes, since: str) -> tuple[str, ...]:
    """What has no reason is challenged first; that there is something to note is always so."""
    silent = [one.name for one in found.revised if not one.logged]
    unset = [one.name for one in found.targets if not one.set_by]
    done = {one.id for one in found.actions if one.happened in ("assured", "closed", "taken-up-again")}
    asked = (
        _each("Challenge what was altered without a logged change", (one.name for one in found.altered)),
        _each("Ask why figures are other than they were, where no reason was logged", silent),
        _each("Challenge the owners of actions that were put back", _titles(found, "slipped")),
        _each("Ask what keeps the actions that fell overdue", _titles(found, "fell-overdue")),
        _each(
            "Agree who looks whether actions reported complete are done",
            _titles(found, "reported-complete", done),
        ),
        _each("Ask which group agreed to targets that were set or moved", unset),
        f"Note {many(len(found.decisions), 'decision')} and everything else that has changed since {since}"
        if found.decisions
        else f"Note what has changed since {since}",
    )
    return tuple(f"{words}." for words in asked if words)


def _titles(found: Changes, happened: str, without: frozenset[str] | set[str] = frozenset()) -> Iterable[str]:
    return (one.title for one in found.actions if one.happened == happened and one.id not in without)


def _each(words: str, names: Iterable[str]) -> str:
    """`Challenge what was altered: this; that; and 2 more`, or nothing where there is nothing."""
    every = tuple(dict.fromkeys(names))
    shown = [
        *every[:MOST_NAMED],
        *([f"and {len(every) - MOST_NAMED} more"] if len(every) > MOST_NAMED else []),
    ]
    return f"{words}: {'; '.join(shown)}" if every else ""
