"""The tables that several pages have: indicators, actions, reviews and audits, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from lif.calendars import long_date
from lif.views.actions import OPEN, ActionLine
from lif.views.audit_tables import came_of_it
from lif.views.audits import AuditLine
from lif.views.called import agency_called
from lif.views.came_of import action_words, asked_words, many
from lif.views.reviews import ReviewLine
from lif.views.scorecard.lines import Line
from lif.views.site.pieces import Row, Table, Words, day, quiet, softly, strong, table, words
from lif.views.site.world import World

_INDICATORS = (
    ("Indicator", False),
    ("Latest", True),
    ("Against its target", False),
    ("Is it changing?", False),
)
_ACTIONS = (("Action", False), ("Owner", False), ("Due", False), ("Where it stands", False))
_REVIEWS = (("Review", False), ("Kind", False), ("Where it stands", False), ("What came of it", False))
_AUDITS = (("Audit", False), ("Quarter", False), ("How far it is", False), ("What came of it", False))


def indicators(world: World, lines: Iterable[Line], caption: str) -> tuple[Table, ...]:
    """Indicators with their latest figure and signs; no table where there are none."""
    return table(caption, _INDICATORS, (indicator_row(world, line) for line in lines))


def indicator_row(world: World, line: Line) -> Row:
    """One indicator: name, latest figure with its period, status, and whether it changes."""
    latest = [strong(line.latest.text)]
    latest += [quiet(line.latest.brief)] if line.latest.brief else []
    status = [Words(line.status.words, weight="sign", sign=line.status.key)]
    status += [quiet(f"target: {line.target}")] if line.target else []
    return Row(
        (
            (Words(line.name, world.ref(line.id)),),
            tuple(latest),
            tuple(status),
            (Words(line.changing.words, weight="sign", sign=line.changing.key),),
        ),
        illustrative=line.illustrative,
    )


def actions(world: World, lines: Iterable[ActionLine], caption: str) -> tuple[Table, ...]:
    """Actions in the order given; no table where there are none."""
    return table(caption, _ACTIONS, (_action(world, line) for line in lines))


def _action(world: World, line: ActionLine) -> Row:
    moved = softly(f"moved {times(line.slips)}" if line.slips else "")
    stands = line.standing.replace("-", " ")
    late = f" by {many(line.days_overdue, 'day')}" if line.days_overdue else ""
    words_ = (
        strong(f"{stands}{late}") if line.standing in ("overdue", "at-risk") else Words(f"{stands}{late}")
    )
    owner = world.ref(line.owner)
    return Row(
        (
            (Words(line.title, world.ref(line.id)),),
            (Words(line.owner_name, owner), *softly(agency_called(world.known, line.agency))),
            (*day(line.due), *moved),
            (words_,),
        ),
        illustrative=line.illustrative,
    )


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def open_first(lines: Iterable[ActionLine]) -> tuple[ActionLine, ...]:
    """Actions whose work is still to be done, then the others, in the order given."""
    found = tuple(lines)
    return (
        *(line for line in found if line.standing in OPEN),
        *(line for line in found if line.standing not in OPEN),
    )


def reviews(world: World, lines: Iterable[ReviewLine], caption: str) -> tuple[Table, ...]:
    """Reviews in the order given; no table where there are none."""
    return table(caption, _REVIEWS, (_review(world, line) for line in lines))


def _review(world: World, line: ReviewLine) -> Row:
    stands = [Words(line.status.replace("-", " "))]
    if line.next_on:
        stands.append(quiet(f"next: {line.next_step.replace('-', ' ')}, {long_date(line.next_on)}"))
    came = (Words(asked_words(line.came)), quiet(action_words(line.came)))
    return Row(
        ((Words(line.title, world.ref(line.id)),), words(line.sort.replace("-", " ")), tuple(stands), came),
        illustrative=line.illustrative,
    )


def audits(world: World, lines: Iterable[AuditLine], caption: str) -> tuple[Table, ...]:
    """Audits in the order given; no table where there are none."""
    return table(caption, _AUDITS, (_audit(world, line) for line in lines))


def _audit(world: World, line: AuditLine) -> Row:
    stage = line.stage.replace("-", " ")
    since = (quiet(f"since {long_date(line.stage_on)}"),) if line.stage_on else ()
    stands = strong(stage) if line.stage in ("late", "repeat-due") else Words(stage)
    came = came_of_it(line)
    return Row(
        (
            (Words(line.title, world.ref(line.id)),),
            words(line.quarter.label),
            (stands, *since),
            words(came) if came else (quiet("nothing yet"),),
        ),
        illustrative=line.illustrative,
    )
