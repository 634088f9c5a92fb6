"""What shows a statement of the framework: how far it is shown, and the newest sources by name."""

from __future__ import annotations

from lif.calendars import long_date
from lif.records.record import Record
from lif.views.came_of import many
from lif.views.coverage import Row as CoverageRow
from lif.views.coverage.states import STATE_WORDS, STATES
from lif.views.site.pieces import Fact, Words, quiet, softly, strong
from lif.views.site.world import World

MOST_SOURCES = 5
"""So many sources are named for a statement, newest first; more are counted."""
HOW, BY = "How far it is shown", "What shows it"
_WEAK = frozenset(("not-shown", "contradicted", "contested"))


def shown_by(world: World, address: str) -> tuple[Fact, ...]:
    """How far the statement at an address is shown, and by what; nothing where nothing is stated there."""
    row = world.stated.get(address)
    if row is None or row.stated.whole or not row.stated.claim:
        return ()
    state = STATE_WORDS[row.state]
    stands = strong(state) if row.state in _WEAK else Words(state)
    newest = (quiet(f"newest {long_date(row.newest)}"),) if row.newest else ()
    return Fact(HOW, (stands, *newest)), Fact(BY, _sources(world, row))


def _sources(world: World, row: CoverageRow) -> tuple[Words, ...]:
    """The newest sources by name; each record once."""
    newest = sorted(row.pieces, key=lambda piece: (-piece.on.toordinal(), piece.record))
    records = list(dict.fromkeys(piece.record for piece in newest))
    named = [Words(ref.name, ref) for id_ in records[:MOST_SOURCES] if (ref := world.ref(id_)) is not None]
    more = len(records) - MOST_SOURCES
    return (*named, *softly(f"and {more} more" if more > 0 else "")) or (quiet("nothing"),)


def summary(world: World, record: Record) -> str:
    """`26 statements: 3 shown well, 10 shown, 13 not shown.`, or nothing where the record states none."""
    rows = [row for row in world.covered.get(record.id, ()) if row.counted]
    counts = [(state, sum(row.state == state for row in rows)) for state in STATES]
    stand = ", ".join(f"{count} {STATE_WORDS[state]}" for state, count in counts if count)
    return f"{many(len(rows), 'statement')}: {stand}." if len(rows) > 1 else ""
