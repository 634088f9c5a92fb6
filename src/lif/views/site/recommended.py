"""What a review, an audit or another look recommended, and what became of each recommendation."""

from __future__ import annotations

from collections.abc import Iterator

from lif.calendars import long_date
from lif.records.audits import Recommendation
from lif.records.record import Record
from lif.views.recommendations import RecommendationLine
from lif.views.shown import flowing
from lif.views.site.kin import note_of
from lif.views.site.naming import named
from lif.views.site.pieces import Panel, Row, Words, quiet, softly, strong, table
from lif.views.site.world import World

_OVERALL = {
    "unanswered": "the board has not answered it",
    "no-action": "an action is wanting",
    "awaiting-assurance": "done, and nobody was satisfied of it yet",
    "not-accepted": "not accepted: nothing is owed",
}
_LATE = frozenset(("unanswered", "no-action", "overdue"))


def recommended(world: World, record: Record) -> Iterator[Panel]:
    """Every recommendation with the actions that answer it, in the order of the record."""
    lines = {line.address: line for line in world.recommended.get(record.id, ())}
    wanted = [address for address, _ in world.known.items(record.id) if address in lines]
    rows = tuple(_row(world, lines[address]) for address in wanted)
    if rows:
        columns = (("Recommendation", False), ("Where it stands", False), ("Actions", False))
        yield Panel(
            "Recommendations",
            "what--was-recommended",
            tables=table("In the order of the report", columns, rows),
        )


def _addressed(world: World, line: RecommendationLine) -> Iterator[Words]:
    """The board's answer with its reason, the finding it answers, whom it is addressed to, and its themes."""
    one = world.known.get(line.address)
    if line.response:
        on = f" on {long_date(line.responded_on)}" if line.responded_on else ""
        yield quiet(f"{line.response.replace('-', ' ').capitalize()}{on}.")
    if not isinstance(one, Recommendation):
        return
    yield from softly(flowing(one.response_reason))
    finding = world.ref(f"{line.record}/{one.finding}") if one.finding else None
    if finding is not None:
        yield Words(f"Answers: {named(world.known, f'{line.record}/{one.finding}')}", finding, "quiet")
    for address in (*one.agencies, *one.themes):
        yield from (Words(link.text, link.ref, "quiet") for link in world.link(address))


def _row(world: World, line: RecommendationLine) -> Row:
    stands = _OVERALL.get(line.overall, line.overall.replace("-", " "))
    said = [strong(stands) if line.overall in _LATE else Words(stands)]
    if line.missing and line.actions:
        said.append(quiet(f"no action yet of {', '.join(line.missing)}"))
    actions = tuple(
        Words(f"{ref.name} ({note_of(world, action.id)})", ref)
        for action in line.actions
        if (ref := world.ref(action.id)) is not None
    )
    cells = ((Words(line.text), *_addressed(world, line)), tuple(said), actions or (quiet("none"),))
    return Row(cells, line.address.partition("/")[2])
