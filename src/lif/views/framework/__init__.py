"""The framework itself as a readable document, and what a board has to settle before it is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.views.framework.asking import opening
from lif.views.framework.beginning import introduction, principles
from lif.views.framework.good import CLASSES, Measured, elements, measured, priorities, questions
from lif.views.framework.keeping import (
    Changed,
    DocumentLine,
    IndicatorGroup,
    amendments,
    documents,
    gaps,
    indicators,
    kept_true,
)
from lif.views.framework.learning import answering, audit_and_review, how_it_learns
from lif.views.framework.who import who_does_what
from lif.views.framework.writing import Chapter, Cited, Said, Writer
from lif.views.papers import Opening, Question


@dataclass(frozen=True, slots=True)
class Framework:
    """The document: its chapters in order, then tables and annexes.

    `classes` are the words for the counts of `measured`. `cited` numbers the documents that sentences name.
    """

    opening: Opening
    as_at: date
    introduction: Chapter
    principles: Chapter
    elements: Chapter
    priorities: Chapter
    questions: Chapter
    who: Chapter
    learning: Chapter
    audit: Chapter
    answering: Chapter
    kept_true: Chapter
    classes: tuple[str, ...]
    measured: tuple[Measured, ...]
    documents: tuple[DocumentLine, ...]
    amendments: tuple[Changed, ...]
    indicators: tuple[IndicatorGroup, ...]
    gaps: tuple[Said, ...]
    cited: tuple[Cited, ...]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in order."""
        return (
            self.introduction,
            self.principles,
            self.elements,
            self.priorities,
            self.questions,
            self.who,
            self.learning,
            self.audit,
            self.answering,
            self.kept_true,
        )


def framework(question: Question) -> Framework:
    """The framework as it stood on the day, in sentences from its records."""
    writer, board = Writer(question.register, question.as_at), question.board
    chapters = (
        introduction(writer, board),
        principles(writer, board),
        elements(writer),
        priorities(writer),
        questions(writer),
        who_does_what(writer, board),
        how_it_learns(writer, board),
        audit_and_review(writer, board),
        answering(writer, board),
        kept_true(writer),
    )
    papers, changes, missing = documents(writer), amendments(writer), gaps(writer, board)
    return Framework(
        opening(writer, question, papers, changes),
        question.as_at,
        *chapters,
        tuple(CLASSES.values()),
        measured(writer),
        papers,
        changes,
        indicators(writer),
        missing,
        writer.cited(),
    )
