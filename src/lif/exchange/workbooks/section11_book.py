"""The workbook of a section 11 self-assessment: questions with their last answers, and the return."""

from __future__ import annotations

from collections.abc import Mapping

from lif.calendars import Period, long_date
from lif.exchange.workbooks.answer_words import asked_of, how_to_fill_in, never_in_it, shortened
from lif.exchange.workbooks.layout import CellValue, Column, Origin, Passage, Row, Sheet, Workbook
from lif.records.section11 import Section11Answer
from lif.views.section11_asked import QuestionAsked, Section11Asked

ANSWERS, RETURN, TALKS = "answers", "return", "talks"
YES = "yes"
SCORES: Mapping[str, str] = {"fully met": "fully-met", "partly met": "partly-met", "not met": "not-met"}
_WORDS = {kept: offered for offered, kept in SCORES.items()}
MOST_TALKS = 4
APART = ";"
"""What parts the entries of a list in one cell, beside a new line."""

_COLUMNS = (
    Column("question", "Question", 36, wraps=True),
    Column("before", "Last answer", 34, wraps=True),
    Column("applies", "Does it apply?", 10, "choice", (YES, "no"), "'no' where it has no place with you."),
    Column("score", "Your score", 11, "choice", tuple(SCORES)),
    Column("text", "Your answer", 40, "text", note="In a few sentences; or why it does not apply."),
    Column(
        "entries",
        "Your list",
        26,
        "text",
        note=f"One below the other (Alt and Enter), or with {APART} between.",
    ),
    Column("evidence", "What shows it", 24, "text", note="A document, an audit, a record, and where it is."),
    Column("evidence_on", "From which day", 20, "date", note="The day that it dates from, as 31/03/2026."),
    Column(
        "same", "Still as last time?", 12, "choice", (YES,), "You looked at it again and it is still true."
    ),
    Column("said_yes", "Staff who said yes", 10, "number", note="In your staff survey, to this question."),
    Column("of", "Staff who answered", 10, "number", note="How many answered this question."),
)
_ABOUT = (
    Column("what", "About the return", 44, wraps=True),
    Column("answer", "Answer", 40, "text"),
    Column("on", "Day", 20, "date", note="As 31/03/2026."),
    Column("number", "Number", 12, "number"),
)
_TALKS = (
    Column("what", "Conversations with staff", 30, wraps=True),
    Column("on", "Day", 20, "date", note="As 31/03/2026."),
    Column("people", "How many took part", 14, "number"),
    Column("text", "What was said", 60, "text", note="Never by whom."),
)
ABOUT: Mapping[str, tuple[str, frozenset[str]]] = {
    "complete": ("Is it complete? Write yes, and it counts as submitted.", frozenset({"on", "number"})),
    "author": ("Which post can be asked about it?", frozenset({"on", "number"})),
    "approval": ("Which of your own bodies approved it, and when?", frozenset({"number"})),
    "asked": ("Staff survey: the day it closed, and how many were asked.", frozenset({"answer"})),
    "answered": ("Staff survey: how many answered.", frozenset({"answer", "on"})),
}
"""What is asked of the return as a whole, with the cells that a line has no use for."""


def section11_book(asked: Section11Asked, quarter: Period, origin: Origin) -> Workbook:
    """The workbook of one agency's open window."""
    window = asked.window
    due = long_date(window.due)
    intro = [f"{origin.board_name} asks for this self-assessment by {due}."]
    if window.illustrative:
        intro.append("EXAMPLE: this window and its answers are made up.")
    intro.append("Fill in the yellow cells with the thick border; 'How to fill this in' explains the rest.")
    answers = Sheet(ANSWERS, "Answers", tuple(intro), _COLUMNS, tuple(map(_row, asked.questions)))
    about = Sheet(
        RETURN,
        "The return",
        ("Answers may come before all is complete: they are kept, and nothing counts as submitted.",),
        _ABOUT,
        tuple(_about(asked, key) for key in ABOUT),
    )
    talks = Sheet(
        TALKS,
        "Conversations",
        ("What staff said in conversations beside the return, as counts and themes.",),
        _TALKS,
        tuple(Row(f"talk-{n}", {"what": f"Conversation {n}"}) for n in range(1, MOST_TALKS + 1)),
    )
    return Workbook(
        origin.identity("section11", asked.agency, str(quarter)),
        f"{asked.agency_name}: section 11 self-assessment {window.cycle}",
        origin.board_name,
        (answers, about, talks),
        (*asked_of(origin.ask, f"By {due}."), how_to_fill_in("all sheets"), _HOW, never_in_it()),
    )


_HOW = Passage(
    "How answers are given",
    (
        "Fully met, partly met or not met is your own score; the board's group moderates it afterwards, and "
        "you are told why where it differs.",
        "Where nothing has changed, write 'yes' under 'Still as last time?': the last answer is carried "
        "forward, with today as the day on which it was looked at again.",
        "Evidence has a day: what is older than the last return is asked about again.",
    ),
)


def _row(one: QuestionAsked) -> Row:
    answer, kind = one.held, one.question.answer
    closed = {"scored": {"entries"}, "narrative": {"score", "entries"}, "list": {"score", "text"}}[kind]
    if one.before is None:
        closed = closed | {"same"}
    cells: dict[str, CellValue] = {
        "question": f"{one.standard.title}\n{shortened(one.question.text, 1_200)}",
        "before": _before(one),
        **(_filled_in(answer) if answer else {}),
    }
    return Row(one.address, cells, frozenset(closed), meaning=meaning(one))


def meaning(one: QuestionAsked) -> str:
    """What must not have changed while the workbook was out: how the question is put, and answered."""
    return f"{one.question.answer}: {shortened(one.question.text)}"


def _before(one: QuestionAsked) -> str:
    """What was said the last time, with both scores and the age of what showed it."""
    answer = one.before
    if answer is None:
        return "none yet"
    told = []
    if answer.not_applicable:
        told.append("did not apply")
    if answer.self_score:
        moderated = f", moderated: {_WORDS[answer.moderated_score]}" if answer.moderated_score else ""
        told.append(f"own score: {_WORDS[answer.self_score]}{moderated}")
    told += [shortened(answer.text, 900)] if answer.text else []
    told += ["; ".join(answer.entries)] if answer.entries else []
    if answer.evidence_text:
        age = f" ({long_date(answer.evidence_on)})" if answer.evidence_on else ""
        told.append(f"shown by: {answer.evidence_text}{age}")
    return "\n".join(told) or "no words"


def _filled_in(answer: Section11Answer) -> dict[str, CellValue]:
    return {
        "applies": "no" if answer.not_applicable else None,
        "score": _WORDS[answer.self_score] if answer.self_score else None,
        "text": shortened(answer.not_applicable_reason or answer.text or "") or None,
        "entries": "\n".join(answer.entries) or None,
        "evidence": answer.evidence_text,
        "evidence_on": answer.evidence_on,
        "same": YES if answer.carried_forward else None,
    }


def _about(asked: Section11Asked, key: str) -> Row:
    words, closed = ABOUT[key]
    window, names = asked.window, dict(asked.roles)
    held: dict[str, dict[str, CellValue]] = {
        "author": {"answer": names.get(window.author or "")},
        "approval": {"answer": window.own_approval, "on": window.own_approval_on},
    }
    roles = f"One of: {', '.join(names.values())}." if names else "The post, never a name."
    notes = {"complete": {"answer": "yes, or leave it empty."}, "author": {"answer": roles}}
    cells: dict[str, CellValue] = {"what": words, **held.get(key, {})}
    return Row(key, cells, closed, notes.get(key, {}), meaning=window.id)
