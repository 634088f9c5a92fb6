"""The clocks on a case: what was due when, whether it was kept, and what a reader has to know beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.calendars import short_date
from lif.law import State
from lif.records.law import Force
from lif.records.publications import Publication
from lif.records.reviews import Review
from lif.register import Register
from lif.views.deadlines import DeadlineLine, all_deadlines
from lif.views.sentences import quoted

Turn = Literal["missed", "running", "not-known", "late", "kept", "not-applicable"]
TURNS: tuple[Turn, ...] = ("missed", "running", "not-known", "late", "kept", "not-applicable")
"""Where a clock stands in a word; late is what was done after the first date, also within an extension."""

_TURNS: Mapping[State, Turn] = {
    "breached": "missed",
    "due-soon": "running",
    "not-yet-due": "running",
    "extended": "running",
    "unknown": "not-known",
    "met": "kept",
    "met-late": "late",
    "not-applicable": "not-applicable",
}
_ISO = re.compile(r"\b(\d{4}-\d{2}-\d{2})\b")
_STEP = re.compile(r"'([a-z]+(?:-[a-z]+)*)'")


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock as it stood on a day.

    `due` is the date that holds, `first_due` the one before it was moved, None where it was not. `days` are
    left, and late when negative. `statutory` is False for what the board agreed itself; `force` says how
    binding the days are. `note` is what a reader has to know beside it.
    """

    what: str
    force: Force
    statutory: bool
    since: date | None
    due: date | None
    first_due: date | None
    done_on: date | None
    state: State
    turn: Turn
    days: int | None
    note: str
    illustrative: bool


Clocks = Mapping[str, Sequence[ClockLine]]
"""Every clock by the id of the record that it runs on."""


def by_record(register: Register, as_at: date) -> Clocks:
    """Every clock that was known on the day, by the id of its record."""
    found: dict[str, list[ClockLine]] = {}
    for line in all_deadlines(register, as_at):
        found.setdefault(line.record.partition("/")[0], []).append(_line(line))
    return found


def of_review(
    register: Register, review: Review, cases: Iterable[str], clocks: Clocks
) -> tuple[ClockLine, ...]:
    """The clocks on a review, on its publication, and on the case that it began with.

    Those of an incident stand with the review that came first: one that grew from another has its own alone.
    """
    ids = [*cases, review.id, *_publications(register, review)]
    if review.incident and not review.follows:
        ids.insert(0, review.incident)
    found = [line for id_ in ids for line in clocks.get(id_, ())]
    return tuple(sorted(found, key=_order))


def of_record(id_: str, clocks: Clocks) -> tuple[ClockLine, ...]:
    """The clocks on one record, by date."""
    return tuple(sorted(clocks.get(id_, ()), key=_order))


def readable(words: str) -> str:
    """The words with dates as readers write them, and steps without their hyphens."""
    dated = _ISO.sub(lambda found: short_date(date.fromisoformat(found[1])), words)
    return _STEP.sub(lambda found: quoted(found[1].replace("-", " ")), dated)


def _order(line: ClockLine) -> tuple[bool, date, str]:
    return (line.due is None, line.due or date.max, line.what)


def _publications(register: Register, review: Review) -> list[str]:
    ties = (tie for tie in register.links_to(review.id) if tie.path[0] == "of")
    return sorted(tie.source for tie in ties if register.find(Publication, tie.source))


def _what(words: str) -> str:
    return words[:1].upper() + words[1:]


def _line(line: DeadlineLine) -> ClockLine:
    of_itself = line.kind == Publication.kind and not line.duty
    what = f"{line.what}: {line.record_name}" if of_itself else line.what
    return ClockLine(
        _what(what.removeprefix("review, ")),
        line.force,
        line.statutory,
        line.trigger_on,
        line.due,
        line.first_due,
        line.done_on,
        line.state,
        _TURNS[line.state],
        line.days,
        readable(line.note),
        line.illustrative,
    )
