"""The workbook in which an agency answers for its actions: how far each is, and what shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from lif.calendars import Period, long_date
from lif.exchange.workbooks.answer_words import asked_of, how_to_fill_in, never_in_it, shortened
from lif.exchange.workbooks.layout import CellValue, Column, Origin, Passage, Row, Sheet, Workbook
from lif.views.actions_asked import AskedAction, AskedAgency

ACTIONS = "actions"
YES = "yes"
EVIDENCE_SORTS: Mapping[str, str] = {
    "figures": "numbers",
    "an audit": "audit",
    "what children or families say": "voice",
    "a review": "review",
    "what staff say": "workforce",
    "a document": "document",
    "what somebody saw": "observation",
}
"""What is offered in the sheet, and how records write it."""

_FIXED = (
    Column("action", "Action, and what it answers", 40, wraps=True),
    Column("due", "Due", 22, wraps=True),
    Column("last", "Last said, and what is asked", 30, wraps=True),
)


def action_book(asked: AskedAgency, quarter: Period, answer_by: date, origin: Origin) -> Workbook:
    """The workbook of one agency."""
    intro = [f"{origin.board_name} asks for an answer to each of these by {long_date(answer_by)}."]
    if asked.illustrative:
        intro.append("EXAMPLE: actions in this workbook are made up.")
    intro.append("Fill in the yellow cells with the thick border; 'How to fill this in' explains the rest.")
    rows = tuple(_row(one) for one in asked.actions)
    return Workbook(
        origin.identity("actions", asked.agency, str(quarter)),
        f"{asked.agency_name}: actions, {quarter.label}",
        origin.board_name,
        (Sheet(ACTIONS, "Actions", tuple(intro), (*_FIXED, *_open(asked)), rows),),
        (
            *asked_of(origin.ask, f"By {long_date(answer_by)}."),
            how_to_fill_in("the sheet 'Actions'"),
            _WHAT_BECOMES,
            never_in_it(),
        ),
    )


_WHAT_BECOMES = Passage(
    "What becomes of your answer",
    (
        "What you say about progress is entered with its day and your post.",
        "'Done' means that your agency reports it complete. Whether it is done, and whether it helped, is "
        "judged by the group that follows it, with the evidence that you name.",
        "Another date is asked for here and agreed by the group: until then the date stands.",
        "Name what shows that it was done, and where that is kept; do not paste it in.",
    ),
)


def _open(asked: AskedAgency) -> tuple[Column, ...]:
    roles = tuple(dict.fromkeys(name for _, name in asked.roles))
    by = Column("by", "Said by (post)", 18, "choice", roles, "The post that answers, never a name.")
    return (
        Column("note", "How far it is", 32, "text", note="What was done since, in a few sentences."),
        *((by,) if roles else ()),
        Column("done", "Is it done?", 9, "choice", (YES, "not yet"), "'yes' reports it complete."),
        Column("evidence", "What shows it, and where", 26, "text", note="A report, a figure, an audit …"),
        Column(
            "sort", "What sort of evidence", 14, "choice", tuple(EVIDENCE_SORTS), "Where something shows it."
        ),
        Column("new_date", "Another date asked for", 20, "date", note="As 31/03/2026. A group agrees to it."),
        Column("why", "Why that date", 22, "text", note="What stands in the way, and what is done about it."),
    )


def _row(one: AskedAction) -> Row:
    line = one.line
    cells: dict[str, CellValue] = {
        "action": "\n".join(_what(one)),
        "due": "\n".join(_dates(one)),
        "last": f"{_last(one)}\n{one.asked}",
        "by": one.role_name,
    }
    done = line.state in ("reported-complete", "assured", "closed")
    closed = frozenset({"new_date", "why", "done"}) if done else frozenset[str]()
    return Row(line.id, cells, closed, meaning=line.title)


def _what(one: AskedAction) -> list[str]:
    """What is to be done, and the recommendation that it answers, in its own words."""
    source = shortened(one.source_words, 800)
    text = shortened(one.text, 800)
    it_says = f" It says: {source}" if source and source != text else ""
    return [one.line.title, text, f"From: {one.source_name}.{it_says}"]


def _last(one: AskedAction) -> str:
    line = one.line
    return f"{long_date(line.note_on)}: {shortened(line.note, 800)}" if line.note_on else "Nothing said yet."


def _dates(one: AskedAction) -> list[str]:
    """The date that holds, the one first agreed, and each move with its reason."""
    line = one.line
    told = [long_date(line.due)]
    if line.slips:
        told.append(f"first agreed: {long_date(line.first_due)}")
        told += [f"moved on {long_date(move.on)}: {shortened(move.reason, 200)}" for move in one.moves]
    if line.chases and line.last_chased:
        told.append(f"last reminded on {long_date(line.last_chased)}")
    return told
