"""Returns that are chased: what did not come, what is queried or missing, and section 11."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lif.calendars import Period, PeriodKind, parse_period, quarter_of
from lif.measures.standing import by
from lif.records.figures import Return
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.answering import Answering, answering, full_name
from lif.views.called import called_at
from lif.views.chasing import NotAsked, Reminders, ToMake, in_order, reminders
from lif.views.returns_owed import ReturnOwed
from lif.views.sentences import named
from lif.views.shown import flowing

MOST_IN_SUBJECT = 3
MOST_NAMED = 6
"""So many figures are named; of more it is said how many they are, and the workbook names them."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that was put back and is not answered: when, and its words."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class ReturnAsked:
    """One return that is asked for. `figures` names those that are asked for, where they are few.

    `period` is in words, `quarter` as records spell the one it ended in, `short` says in a few what is owed.
    `how_many` counts the figures asked for.
    """

    owed: ReturnOwed
    agency: str
    period: str
    quarter: str
    short: str
    how_many: int
    figures: tuple[str, ...]
    questions: tuple[Question, ...]
    reminded: Reminders
    workbook: str


@dataclass(frozen=True, slots=True)
class ReturnsText:
    """All that one role is asked for: `agencies` are those whose returns they are, `names` in full."""

    to: Answering
    agencies: tuple[str, ...]
    names: tuple[str, ...]
    asked: tuple[ReturnAsked, ...]
    illustrative: bool

    @property
    def records(self) -> tuple[str, ...]:
        """The records that it tells of."""
        return tuple(each.owed.record for each in self.asked if each.owed.record)

    @property
    def late(self) -> bool:
        """Whether anything of it was due already."""
        return any(each.owed.outstanding for each in self.asked)

    @property
    def to_make(self) -> tuple[ToMake, ...]:
        """The workbooks that go with it."""
        books = [
            ToMake("section11", each.owed.agency)
            if each.owed.sort == "section-11"
            else ToMake("returns", each.owed.agency, each.quarter)
            for each in self.asked
            if each.how_many or each.owed.sort == "section-11"
        ]
        return tuple(dict.fromkeys(books))

    @property
    def workbooks(self) -> int:
        """How many workbooks are to be filled in."""
        return len(self.to_make)

    @property
    def subject(self) -> str:
        """What the message is called."""
        figures = [each.short for each in self.asked if each.owed.sort == "figures"]
        others = [each.short for each in self.asked if each.owed.sort != "figures"]
        what = "; ".join([*([f"figures for {named(figures, MOST_IN_SUBJECT)}"] if figures else ()), *others])
        agencies = named(self.agencies)
        return f"Still owed by {agencies}: {what}" if self.late else f"Due soon from {agencies}: {what}"


def returns_texts(
    register: Register, lines: Iterable[ReturnOwed], as_at: date
) -> tuple[tuple[ReturnsText, ...], tuple[NotAsked, ...]]:
    """The texts by agency and role, and what nobody can be asked for because no role is named."""
    asked: dict[str, list[ReturnOwed]] = {}
    unasked: list[NotAsked] = []
    for line in lines:
        if line.role:
            asked.setdefault(line.role, []).append(line)
        else:
            unasked.append(NotAsked(f"{line.agency_name}, {line.period}", _remedy(line)))
    texts = [_text(register, role, owed, as_at) for role, owed in asked.items()]
    return tuple(sorted(texts, key=lambda text: in_order(text.to))), tuple(unasked)


def _remedy(line: ReturnOwed) -> str:
    if line.sort == "section-11":
        return f"name the role as 'author' of {line.record}"
    return f"name the role that sends it as 'contact' of a schedule of '{line.agency}'"


def _text(register: Register, role: str, owed: Iterable[ReturnOwed], as_at: date) -> ReturnsText:
    to = answering(register, role, as_at)
    assert to is not None
    asked = tuple(
        _asked(register, line, as_at) for line in sorted(owed, key=lambda one: (one.due, one.period))
    )
    agencies = tuple(dict.fromkeys(each.agency for each in asked))
    names = tuple(dict.fromkeys(full_name(register, each.owed.agency) for each in asked))
    return ReturnsText(to, agencies, names, asked, any(each.owed.illustrative for each in asked))


def _asked(register: Register, line: ReturnOwed, as_at: date) -> ReturnAsked:
    section_11 = line.sort == "section-11"
    period = None if section_11 else parse_period(line.period)
    names = tuple(dict.fromkeys(called_at(register, one.partition("/")[0]) for one in line.missing))
    held = register.find(Return, line.record)
    record = held or register.find(Section11Return, line.record)
    return ReturnAsked(
        owed=line,
        agency=line.agency_name,
        period=period.label if period else "",
        quarter=str(quarter_of(period.end)) if period else "",
        short=_briefly(period) if period else f"section 11, {line.period}",
        how_many=len(line.missing),
        figures=names if len(names) <= MOST_NAMED else (),
        questions=_questions(held, as_at),
        reminded=reminders(record.chases, as_at) if record else (),
        workbook=workbook(line),
    )


def _briefly(period: Period) -> str:
    """`January to March 2025` for a quarter, and other periods as they are."""
    months = period.label.partition("(")[2].rstrip(")")
    return months if period.kind is PeriodKind.QUARTER and months else period.label


def _questions(held: Return | None, as_at: date) -> tuple[Question, ...]:
    asked = by(held.queries, as_at) if held else ()
    open_ = (one for one in asked if one.answered_on is None or one.answered_on > as_at)
    return tuple(Question(one.on, flowing(one.text)) for one in open_)


def workbook(line: ReturnOwed) -> str:
    """The name that `lif export` gives to the workbook: that of a quarter holds every return of it."""
    if line.sort == "section-11":
        return f"section11-{line.agency}.xlsx"
    return f"returns-{line.agency}-{quarter_of(parse_period(line.period).end).slug}.xlsx"
