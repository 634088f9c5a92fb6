"""One question over all agencies: how many meet it, what staff say together, and what agencies wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lif.checks.successors import answering_on
from lif.records.record import stands
from lif.records.section11 import Section11Standard
from lif.register import Register
from lif.views.called import agency_called
from lif.views.section_11_overview.grid import Cell, Grid, name_of_question
from lif.views.section_11_overview.rounds import Round
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One scored question over the agencies that returned: counts of agencies, then of staff.

    `lowered` and `raised` are the scores that moderation changed; `better`, `worse` and `same` set each
    agency against itself in the round before. `yes` of `of` are the staff of the `surveyed` agencies.
    """

    name: str
    text: str
    fully: int
    partly: int
    not_met: int
    not_applicable: int
    no_score: int
    lowered: int
    raised: int
    better: int
    worse: int
    same: int
    yes: int
    of: int
    surveyed: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one agency wrote to a question that is not scored."""

    agency: str
    text: str
    entries: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """A question that is answered in words or as a list, with what each agency wrote."""

    name: str
    text: str
    told: tuple[Told, ...]


def question_lines(grid: Grid) -> tuple[QuestionLine, ...]:
    """Each question of a grid over its rows."""
    return tuple(
        _line(asked.name, asked.text, [row.cells[place] for row in grid.rows])
        for place, asked in enumerate(grid.questions)
    )


def _line(name: str, text: str, cells: Sequence[Cell]) -> QuestionLine:
    scores = Counter(cell.score for cell in cells if cell.score)
    said, moves = Counter(cell.said for cell in cells), Counter(cell.move for cell in cells)
    changed = [moderation(cell) for cell in cells]
    asked = [(cell.yes, cell.of) for cell in cells if cell.yes is not None and cell.of is not None]
    return QuestionLine(
        name,
        text,
        scores["fully-met"],
        scores["partly-met"],
        scores["not-met"],
        said["not-applicable"],
        said["no-score"],
        changed.count("lowered"),
        changed.count("raised"),
        moves["better"],
        moves["worse"],
        moves["same"],
        sum(yes for yes, _ in asked),
        sum(of for _, of in asked),
        len(asked),
    )


def moderation(cell: Cell) -> str:
    """What moderation did to a score: lowered, raised, or nothing."""
    if not cell.changed or cell.own is None or cell.moderated is None:
        return ""
    order = ("not-met", "partly-met", "fully-met")
    return "raised" if order.index(cell.moderated) > order.index(cell.own) else "lowered"


def told(register: Register, round_: Round, only: str, as_at: date) -> tuple[ToldQuestion, ...]:
    """Every question in words with what agencies wrote, in the order of the standards."""
    found = []
    for standard in register.all(Section11Standard):
        for one in standard.questions if stands(standard, as_at) else ():
            if one.answer != "scored" and stands(one, as_at):
                answers = _told(register, round_, f"{standard.id}/{one.id}", only, as_at)
                if answers:
                    found.append(ToldQuestion(name_of_question(one.id), flowing(one.text), answers))
    return tuple(found)


def _told(register: Register, round_: Round, question: str, only: str, as_at: date) -> tuple[Told, ...]:
    found = [
        Told(
            agency_called(register, id_),
            flowing(answer.text),
            answer.entries,
            return_.illustrative,
        )
        for id_, return_ in round_.returns.items()
        if only in ("", answering_on(register, id_, as_at)) and return_.submitted
        for answer in return_.answers
        if answer.question == question and stands(answer, as_at) and (answer.text or answer.entries)
    ]
    return tuple(sorted(found, key=lambda one: one.agency))
