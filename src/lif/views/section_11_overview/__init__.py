"""Section 11 of one round: agency by question, what differs, what is missing, what came of it, what moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lif.checks.successors import answering_on
from lif.records.governance import Agency
from lif.views.answered import Answering
from lif.views.papers import Opening, Question
from lif.views.section_11_overview.asking import asked, cells, purpose
from lif.views.section_11_overview.following import actions
from lif.views.section_11_overview.grid import Cell, Grid, grids
from lif.views.section_11_overview.questions import (
    QuestionLine,
    ToldQuestion,
    moderation,
    question_lines,
    told,
)
from lif.views.section_11_overview.returning import ReturnLine, return_lines
from lif.views.section_11_overview.rounds import Round, round_of

__all__ = ["Difference", "Section11Overview", "section_11_overview"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer with its agency and question; `moderation` says what the panel did to the score."""

    agency: str
    question: str
    cell: Cell
    moderation: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Section11Overview:
    """One round of section 11 self-assessment as it was known on a day.

    `cycle` is its name, empty where none was opened, and `before` the round that it is set against. `grids`
    hold agency by question for each standard, `questions` each question over all agencies, `differences`
    where moderation changed a score or staff see it otherwise, `moved` what differs from the round before.
    `told` is what agencies wrote. `scored` counts the scores, `fully` those fully met after moderation where
    there was any; `better`, `worse` and `same` set them against the round before.
    """

    opening: Opening
    as_at: date
    cycle: str
    before: str
    agency: str
    when: str
    returns: tuple[ReturnLine, ...]
    grids: tuple[Grid, ...]
    questions: tuple[QuestionLine, ...]
    differences: tuple[Difference, ...]
    moved: tuple[Difference, ...]
    told: tuple[ToldQuestion, ...]
    actions: tuple[Answering, ...]
    scored: int
    fully: int
    better: int
    worse: int
    same: int


def section_11_overview(question: Question) -> Section11Overview:
    """The round that was opened last, or last in the year that is named; of one agency, or of all."""
    register, as_at = question.register, question.as_at
    round_ = round_of(register, as_at, question.year)
    agency = question.named(Agency)
    only = answering_on(register, agency.id, as_at) if agency else ""
    asked_of = [id_ for id_ in round_.returns if only in ("", answering_on(register, id_, as_at))]
    made = grids(register, round_, asked_of, as_at) if asked_of else ()
    every = [cell for grid in made for row in grid.rows for cell in row.cells]
    view = Section11Overview(
        opening=Opening("", "", "", ()),
        as_at=as_at,
        cycle=round_.cycle,
        before=round_.before_cycle,
        agency=agency.name if agency else "",
        when=f" in {question.year.label}" if question.year else "",
        returns=return_lines(register, round_, only, as_at) if round_.cycle else (),
        grids=made,
        questions=tuple(line for grid in made for line in question_lines(grid)),
        differences=_placed(made, lambda cell: cell.changed or cell.doubted),
        moved=_placed(made, lambda cell: cell.move in ("worse", "better")),
        told=told(register, round_, only, as_at),
        actions=actions(register, round_, only, as_at),
        scored=sum(cell.score is not None for cell in every),
        fully=sum(cell.score == "fully-met" for cell in every),
        better=sum(cell.move == "better" for cell in every),
        worse=sum(cell.move == "worse" for cell in every),
        same=sum(cell.move == "same" for cell in every),
    )
    return replace(view, opening=_opening(view, round_, agency.id if agency else ""))


def _opening(view: Section11Overview, round_: Round, agency: str) -> Opening:
    wanted = asked(view)
    title = f"Section 11 overview {view.cycle}".rstrip()
    name = "-".join(filter(None, ("section-11-overview", _slug(view.cycle), agency)))
    came = sum(line.submitted is not None for line in view.returns)
    facts = [("Agencies", view.agency or "All that were asked")]
    if view.cycle:
        facts.append(("Returns", f"{came} of {len(view.returns)} came"))
    if view.before:
        facts.append(("Set against", f"The round of {view.before}"))
    return Opening(
        f"{title}: {view.agency}" if view.agency else title,
        name,
        purpose(wanted),
        wanted,
        tuple(facts),
        tuple(_unfinished(view.returns)),
    )


def _unfinished(returns: Sequence[ReturnLine]) -> list[str]:
    waiting = sum(line.submitted is not None and line.moderated is None for line in returns)
    if not waiting:
        return []
    are, them = ("return is", "it") if waiting == 1 else ("returns are", "them")
    return [f"{waiting} {are} not moderated: the scores in {them} are what agencies say of themselves."]


def _placed(made: Sequence[Grid], wanted: Callable[[Cell], bool]) -> tuple[Difference, ...]:
    """The answers that are wanted, with their agency and question."""
    shown = {row.agency: row.illustrative for grid in made for row in grid.rows}
    return tuple(
        Difference(agency, question, cell, moderation(cell), shown[agency])
        for grid in made
        for agency, question, cell in cells(grid)
        if wanted(cell)
    )


def _slug(cycle: str) -> str:
    return "-".join("".join(c if c.isascii() and c.isalnum() else " " for c in cycle.lower()).split())
