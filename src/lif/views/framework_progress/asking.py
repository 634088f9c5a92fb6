"""What the paper on progress asks: what is not moving, what is spoken against, and what got better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.framework_progress.shown import PartLine
from lif.views.framework_progress.span import Span
from lif.views.framework_progress.waiting import AimLine, LateDocument, RouteLine, WantedLine
from lif.views.in_words import few
from lif.views.papers import Opening


def opening(
    span: Span,
    parts: Sequence[PartLine],
    wanted: Sequence[WantedLine],
    routes: Sequence[RouteLine],
    aims: Sequence[AimLine],
    documents: Sequence[LateDocument],
) -> Opening:
    """What stands before the first section."""
    moved = [each.moved for part in parts for each in part.moved]
    better, worse, against = (moved.count(word) for word in ("better", "worse", "against"))
    asked = [
        *_of_the_parts(parts),
        *_of_the_rest(wanted, routes, aims, documents),
    ]
    counts = f"{better} better, {worse} less well, {against} newly spoken against"
    asked.append(
        f"Note how the evidence for elements and priorities moved since {long_date(span.before)}: {counts}."
    )
    return Opening(
        "Progress of the framework and its effect",
        "framework-progress",
        "Assurance: how far the framework is carried out, and what it changed",
        tuple(asked),
        (
            ("Compared with", long_date(span.before)),
            ("Statements of elements and priorities", str(sum(_all(part) for part in parts))),
            ("Shown", f"{_shown(parts)} now, {_shown_before(parts)} a year before"),
        ),
    )


def _all(part: PartLine) -> int:
    return part.planned.statements + part.good.statements


def _shown(parts: Sequence[PartLine]) -> int:
    return sum(part.planned.shown + part.good.shown for part in parts)


def _shown_before(parts: Sequence[PartLine]) -> int:
    return sum(part.planned.shown_before + part.good.shown_before for part in parts)


def _of_the_parts(parts: Sequence[PartLine]) -> Iterator[str]:
    """Where nothing moves, where something is spoken against, and where nothing became different."""
    stuck = [(part.name, len(part.stuck)) for part in parts if part.stuck]
    if stuck:
        count = sum(number for _, number in stuck)
        worst = [f"{name} ({number})" for name, number in sorted(stuck, key=lambda one: (-one[1], one[0]))]
        of = many(count, "statement")
        yield f"Decide what is done about {of} that nothing shows, as a year ago: {few(worst)}."
    against = [_open(each.text) for part in parts for each in part.moved if each.moved == "against"]
    if against:
        yield f"Challenge what lies behind evidence that now speaks against: {few(against)}."
    silent = [part.name for part in parts if not part.evidence]
    if silent:
        yield f"Ask who looks at what became different for children under: {few(silent)}."


def _of_the_rest(
    wanted: Sequence[WantedLine],
    routes: Sequence[RouteLine],
    aims: Sequence[AimLine],
    documents: Sequence[LateDocument],
) -> Iterator[str]:
    late = [
        f"{each.name} ({many(each.days_late, 'day')} late, {each.owner})" for each in wanted if each.days_late
    ]
    if late:
        yield f"Ask the owners of measures that are wanted and late: {few(late)}."
    quiet = [f"{each.passes} ({each.state})" for each in routes if each.state != "in use"]
    if quiet:
        yield f"Ask what keeps {many(len(quiet), 'route')} of learning quiet: {few(quiet)}."
    unseen = [_open(each.text) for each in aims if each.effect in ("", "cannot-be-told")]
    if unseen:
        yield f"Ask who will say whether {many(len(unseen), 'aim')} of the plan had an effect: {few(unseen)}."
    if documents:
        names = [f"{each.title} ({many(each.days_late, 'day')})" for each in documents]
        yield f"Ask the owners of documents past their review: {few(names)}."


def _open(text: str) -> str:
    """A sentence without its full stop, to stand in a row of others."""
    return text.rstrip().rstrip(".")
