"""The workbook of an agency's training in a quarter: places and trainers, evaluation, who is in date."""

from __future__ import annotations

from lif.calendars import Period, long_date
from lif.exchange.workbooks.answer_words import asked_of, how_to_fill_in, never_in_it, shortened
from lif.exchange.workbooks.layout import CellValue, Column, Origin, Passage, Row, Sheet, Workbook
from lif.views.training_asked import ASKED_AT, CurrencyAsked, SessionAsked, TrainingAsked

SESSIONS, EVALUATION, CURRENCY = "sessions", "evaluation", "currency"
COUNTS = ("booked", "attended", "no_shows", "cancelled", "walk_ins")

_SESSIONS = (
    Column("session", "Session", 40, wraps=True),
    Column("on", "On", 18),
    Column("capacity", "Places in all", 12),
    Column("booked", "Booked", 10, "number", note="Of your agency, when it began."),
    Column("attended", "Came", 10, "number", note="Of those who were booked."),
    Column("no_shows", "Did not come", 12, "number", note="Were booked, did not come, and did not say so."),
    Column(
        "cancelled", "Gave it up late", 12, "number", note="Too late for somebody else to have the place."
    ),
    Column("walk_ins", "Came unbooked", 12, "number", note="Came without a booking; never among the booked."),
    Column("trainers", "Trainers from you", 14, "number", note="How many your agency supplied."),
)
_EVALUATION = (
    Column("course", "Course", 36, wraps=True),
    Column("level", "Level", 12),
    Column("question", "What was asked", 44, wraps=True),
    Column("asked", "Asked", 10, "number", note="How many of your people were asked."),
    Column("answered", "Answered", 10, "number"),
    Column("positive", "Said yes", 10, "number", note="Of those who answered."),
    Column("text", "What was said or seen", 50, "text", note="As themes, never by whom."),
)
_CURRENCY = (
    Column("level", "Level of training", 40, wraps=True),
    Column("before", "Last count", 34, wraps=True),
    Column("required", "Staff who need it", 14, "number"),
    Column("in_date", "Of those in date", 14, "number"),
    Column("on", "Day of the count", 20, "date", note="As 31/03/2026."),
    Column("text", "What lies behind it", 40, "text"),
)

_ASKED_BY_YOU = (
    "What your people say of it, at four levels; fill in what you have asked. Courses whose evaluation the "
    "board has counted already are not asked about.",
)


def training_book(asked: TrainingAsked, quarter: Period, origin: Origin) -> Workbook:
    """The workbook of one agency and quarter."""
    intro = [f"{origin.board_name} asks how many people of your agency came to training in {quarter.label}."]
    if asked.illustrative:
        intro.append("EXAMPLE: sessions in this workbook are made up.")
    intro.append("Only counts: fill in the yellow cells with the thick border; nought is 0.")
    currency = tuple(map(_in_date, asked.currency))
    levels = tuple(
        _evaluation(one.course.id, one.course.title, level) for one in asked.courses for level in one.levels
    )
    return Workbook(
        origin.identity("training", asked.agency, str(quarter)),
        f"{asked.agency_name}: training, {quarter.label}",
        origin.board_name,
        (
            Sheet(SESSIONS, "Sessions", tuple(intro), _SESSIONS, tuple(map(_session, asked.sessions))),
            *((Sheet(EVALUATION, "Evaluation", _ASKED_BY_YOU, _EVALUATION, levels),) if levels else ()),
            *(
                (Sheet(CURRENCY, "In date", ("Who has the training in date.",), _CURRENCY, currency),)
                if currency
                else ()
            ),
        ),
        (
            *asked_of(origin.ask, "With your next return."),
            how_to_fill_in("all sheets"),
            Passage(
                "What counts as what",
                (
                    "Of those booked, each came, did not come, or gave the place up late: the three make up "
                    "the booked. Who came without a booking is counted apart.",
                    "Evaluation: how many were asked, how many of them answered, and how many of those said "
                    "yes. The share who answered is told with every result.",
                ),
            ),
            never_in_it(),
        ),
    )


def _session(one: SessionAsked) -> Row:
    cells: dict[str, CellValue] = {
        "session": one.course,
        "on": long_date(one.session.on),
        "capacity": one.session.capacity,
    }
    if one.places:
        known = COUNTS if one.told else ("booked",)
        cells |= {name: getattr(one.places, name) for name in known}
    if one.trainers:
        cells["trainers"] = one.trainers.number
    return Row(one.session.id, cells, meaning=one.session.on.isoformat())


def _evaluation(course: str, title: str, level: str) -> Row:
    question = next(words for name, words in ASKED_AT.items() if name == level)
    return Row(f"{course}|{level}", {"course": title, "level": level, "question": question}, meaning=question)


def _in_date(one: CurrencyAsked) -> Row:
    before = one.before
    told = f"{before.in_date:,} of {before.required:,} on {long_date(before.on)}"
    return Row(before.id, {"level": one.level, "before": shortened(told)}, meaning=one.level)
