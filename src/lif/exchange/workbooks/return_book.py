"""The workbook of an agency's return: its figures, its stories, and how both are filled in."""

from __future__ import annotations

from decimal import Decimal

from lif.calendars import long_date
from lif.exchange.workbooks.layout import CellValue, Column, Origin, Row, Sheet, Workbook
from lif.exchange.workbooks.return_words import (
    STATUS_WORDS,
    STATUSES,
    explanation,
    figure_words,
    stated_words,
    unit_words,
)
from lif.records.figures import Value
from lif.views.returns_asked import Asking, FigureAsked, ReturnAsked, StoryAsked, meaning

FIGURES, STORIES = "figures", "stories"
_FIRST = (
    Column("name", "Measure", 25, wraps=True),
    Column("what", "What is counted", 42, wraps=True),
    Column("period", "For", 12, wraps=True),
    Column("before", "Last figures", 24, wraps=True),
)
_SENT = Column("sent", "Sent already", 15, wraps=True)
_OPEN = (
    Column("numerator", "Numerator", 11, "number"),
    Column("denominator", "Denominator", 12, "number"),
    Column("value", "Figure", 11, "number"),
    Column(
        "status",
        "Status",
        14,
        "choice",
        tuple(STATUSES),
        "Leave it empty for a final figure. Where there is no figure, say which it is: empty is 'not told'.",
    ),
    Column(
        "reason",
        "Reason or comment",
        30,
        "text",
        note="Why there is no figure, why it looks odd, or why it differs from what was sent before. Never a "
        "name, and nothing about one child.",
    ),
)
_STORIES = (
    Column("name", "Indicator", 30, wraps=True),
    Column("asked", "Asked for", 20, wraps=True),
    Column(
        "story", "The story behind the figure", 40, "text", note="What lies behind it. Never about one child."
    ),
    Column("so_what", "So what: what it means for children", 32, "text"),
    Column("now_what", "Now what: who does what, by when", 32, "text", note="Roles, not names."),
    Column("decision_asked", "What the board is asked to decide", 28, "text"),
)


def return_book(asking: Asking, origin: Origin) -> Workbook:
    """The workbook of one agency and quarter."""
    identity = origin.identity("returns", asking.agency, str(asking.quarter))
    title = f"{asking.agency_name}: figures for {asking.quarter.label}"
    return Workbook(
        identity,
        title,
        origin.board_name,
        (_figures(asking, origin), _stories(asking)),
        tuple(explanation(asking, origin.ask)),
    )


def _figures(asking: Asking, origin: Origin) -> Sheet:
    every = [line for one in asking.returns for line in one.figures]
    sent = any(line.held for line in every)
    used = {key for line in every for key in _asked_cells(line)}
    columns = (
        *_FIRST,
        *((_SENT,) if sent else ()),
        *(one for one in _OPEN if one.key in used or one.key in ("status", "reason")),
    )
    intro = [f"{origin.board_name} asks for these figures by {_due(asking)}."]
    if asking.illustrative:
        intro.append("EXAMPLE: the figures in this workbook are made up.")
    intro.append(
        "Fill in the yellow cells with the thick border. Nought is 0; an empty cell says that nothing was "
        "told. The sheet 'How to fill this in' explains the rest."
    )
    return Sheet(FIGURES, "Figures", tuple(intro), columns, tuple(_row(line) for line in every))


def _due(asking: Asking) -> str:
    return " and ".join(dict.fromkeys(long_date(one.due) for one in asking.returns))


def _asked_cells(line: FigureAsked) -> tuple[str, ...]:
    """Which cells of numbers a measure has: its finished figure, or what it is made of."""
    if line.measure.source_only:
        return ("value",)
    return ("numerator",) if line.indicator.unit == "count" else ("numerator", "denominator")


def _row(line: FigureAsked) -> Row:
    held, indicator = line.held, line.indicator
    numerator = line.measure.numerator or indicator.numerator
    denominator = line.measure.denominator or indicator.denominator or indicator.rate_population or ""
    what = [" ".join(indicator.definition.split())]
    if "numerator" in _asked_cells(line):
        what.append(f"Numerator: {numerator}")
    if "denominator" in _asked_cells(line):
        what.append(f"Denominator: {denominator}")
    cells: dict[str, CellValue] = {
        "name": f"{line.name}\n{unit_words(indicator)}",
        "what": "\n".join(what),
        "period": line.period.label.partition(" (")[0],
        "before": "\n".join(
            f"{one.period.short}: {figure_words(indicator, one.value)}" for one in line.before
        )
        or "none yet",
        "sent": _sent(line),
        **(filled_in(held) if held else {}),
    }
    closed = frozenset({"numerator", "denominator", "value"} - set(_asked_cells(line)))
    notes = {
        "numerator": f"How many: {numerator}. Counted: {indicator.counts}.",
        "denominator": f"Out of how many: {denominator}.",
        "value": f"The finished figure, {unit_words(indicator)}: {numerator}.",
    }
    return Row(line.id, cells, closed, notes, meaning(indicator, line.measure))


def _sent(line: FigureAsked) -> str:
    held = line.held
    if held is None:
        return "nothing yet"
    numbers = (held.numerator, held.denominator, held.value)
    return stated_words(line.indicator, line.measure, held.status, *numbers)


def filled_in(held: Value) -> dict[str, Decimal | str | None]:
    """What stands in the cells to fill in, for a value that was sent already."""
    return {
        "numerator": held.numerator,
        "denominator": held.denominator,
        "value": held.value,
        "status": STATUS_WORDS[held.status],
        "reason": held.reason,
    }


def _stories(asking: Asking) -> Sheet:
    roles = tuple(dict.fromkeys(role.name for role in asking.roles))
    by = Column("author", "Written by (role)", 24, "choice", roles) if roles else None
    intro = (
        "What lies behind the figures, for the board. Where 'Asked for' names a day an explanation is "
        "awaited; for every other indicator it is welcome where something has changed.",
    )
    rows = tuple(_told(one, story, asking) for one in asking.returns for story in one.stories)
    return Sheet(STORIES, "Story", intro, (*_STORIES, *((by,) if by else ())), rows, room=5)


def _told(one: ReturnAsked, story: StoryAsked, asking: Asking) -> Row:
    held = story.held
    names = {role.id: role.name for role in asking.roles}
    many = len(asking.returns) > 1
    name = f"{story.indicator.name}\n{one.period.label}" if many else story.indicator.name
    asked = f"yes, on {long_date(story.asked.on)}" if story.asked else "if something changed"
    cells: dict[str, CellValue] = {"name": name, "asked": asked}
    if held:
        for field in ("story", "so_what", "now_what", "decision_asked"):
            cells[field] = " ".join((getattr(held, field) or "").split()) or None
    author = held.author if held else one.contact
    return Row(story.id, {**cells, "author": names.get(author)})
