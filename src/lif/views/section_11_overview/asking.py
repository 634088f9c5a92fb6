"""What the reader of the section 11 overview is asked to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lif.calendars import long_date
from lif.views.came_of import many
from lif.views.in_words import few
from lif.views.section_11_overview.grid import Cell, Grid
from lif.views.section_11_overview.questions import moderation
from lif.views.sentences import named, quoted

if TYPE_CHECKING:
    from lif.views.section_11_overview import Section11Overview

WORDS = {"fully-met": "fully met", "partly-met": "partly met", "not-met": "not met"}
_DOUBTED = {
    "fully-met": "it is scored fully met, and fewer than three quarters of the staff who answered say so",
    "not-met": "it is scored not met, and three quarters or more of the staff who answered say it is",
}
_DECIDING = ("Agree", "Decide")

Placed = tuple[str, str, Cell]
"""An agency, a question's name, and the answer."""


def asked(view: Section11Overview) -> tuple[str, ...]:
    """What is asked, what is missing first; there is always something."""
    if not view.cycle:
        return (f"Agree when the next section 11 self-assessment is held: none was opened{view.when}.",)
    placed = [each for grid in view.grids for each in cells(grid)]
    found = (
        *_missing(view),
        *_unmoderated(view),
        *_doubted(placed),
        *_worse(placed, view.before),
        *_bare(placed),
        *_overdue(view),
        *_moderated(placed),
    )
    return found or (_note(view),)


def purpose(wanted: Sequence[str]) -> str:
    """Decision where something is to be agreed or decided, else assurance."""
    if any(each.startswith(_DECIDING) for each in wanted):
        return "Decision: what agencies owe on their self-assessments"
    return "Assurance: whether agencies keep to their duties under section 11"


def cells(grid: Grid) -> Iterator[Placed]:
    """Every answer of a grid with its agency and its question."""
    for row in grid.rows:
        for question, cell in zip(grid.questions, row.cells, strict=True):
            yield row.agency, question.name, cell


def _missing(view: Section11Overview) -> Iterator[str]:
    for line in view.returns:
        if line.came == "overdue" and line.due:
            yield (
                f"Ask {line.agency} for its return, due on {long_date(line.due)}: "
                f"it is {many(line.days_late, 'day')} late."
            )
    unasked = [line.agency for line in view.returns if line.came == "not-asked"]
    if unasked:
        yield f"Agree when {named(unasked)} will be asked: no window was opened in this round."


def _unmoderated(view: Section11Overview) -> Iterator[str]:
    waiting = [line.agency for line in view.returns if line.submitted and not line.moderated]
    if waiting:
        whose = named(waiting)
        yield f"Ask when the returns of {whose} are moderated: until then they are the agencies' word."


def _doubted(placed: Sequence[Placed]) -> Iterator[str]:
    by_question: dict[tuple[str, str], list[str]] = {}
    for agency, question, cell in placed:
        if cell.doubted and cell.score:
            words = f"{agency} ({cell.yes} of {cell.of} staff said yes)"
            by_question.setdefault((question, cell.score), []).append(words)
    for (question, score), agencies in by_question.items():
        yield f"Challenge {named(agencies)} on {quoted(question)}: {_DOUBTED[score]}."


def _worse(placed: Sequence[Placed], before: str) -> Iterator[str]:
    lost: dict[str, list[str]] = {}
    for agency, question, cell in placed:
        if cell.move == "worse" and cell.before and cell.score:
            fell = f"{quoted(question)} ({WORDS[cell.before]} to {WORDS[cell.score]})"
            lost.setdefault(agency, []).append(fell)
    if lost:
        told = few([f"{agency} on {named(questions)}" for agency, questions in lost.items()])
        yield f"Ask what lies behind scores lower than in {before}: {told}."


def _bare(placed: Sequence[Placed]) -> Iterator[str]:
    bare: dict[str, list[str]] = {}
    for agency, question, cell in placed:
        if cell.bare:
            bare.setdefault(question, []).append(agency)
    if bare:
        told = [f"{quoted(question)} ({named(agencies)})" for question, agencies in bare.items()]
        yield f"Agree actions on what is not fully met and has none: {named(told, 6)}."


def _overdue(view: Section11Overview) -> Iterator[str]:
    late = [one for one in view.actions if one.standing == "overdue"]
    if late:
        told = (f"{quoted(one.title)} ({one.owner}, {many(one.days_overdue, 'day')})" for one in late)
        yield f"Challenge the owners of what is overdue: {named(told)}."


def _moderated(placed: Sequence[Placed]) -> Iterator[str]:
    lowered = [agency for agency, _, cell in placed if moderation(cell) == "lowered"]
    scored = sum(cell.own is not None and cell.moderated is not None for _, _, cell in placed)
    if lowered:
        yield f"Note that moderation lowered {len(lowered)} of {scored} scores: {named(lowered, 8)}."


def _note(view: Section11Overview) -> str:
    came = sum(line.submitted is not None for line in view.returns)
    return f"Note that {many(came, 'return')} came and were moderated, and that nothing is owed on them."
