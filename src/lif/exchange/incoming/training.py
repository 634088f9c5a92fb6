"""An agency's training that came back: places at sessions, evaluation of courses, who is in date."""

from __future__ import annotations

import re
import textwrap
from datetime import date

from lif.calendars import Period, long_date, parse_period
from lif.exchange.incoming.answers import Answers, text_in
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.workbooks.filled import Filled, FilledRow, Problem
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.stamp import fingerprint
from lif.exchange.workbooks.training_book import COUNTS, CURRENCY, EVALUATION, SESSIONS
from lif.records.training import Course, TrainingCurrency, TrainingSession
from lif.source.new_records import Choice, Field
from lif.views.answering import full_name
from lif.views.training_asked import ASKED_AT, counted_already, own_evaluation
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations

_WORDS = dict(
    zip(COUNTS, ("booked", "came", "did not come", "gave it up late", "came unbooked"), strict=True)
)


def training(workspace: Workspace, opened: Opened, filled: Filled, told: Told) -> Incoming:
    """The training of a quarter as it is understood."""
    identity = filled.stamp.identity
    quarter = parse_period(identity.quarter)
    taking = _Training(Answers(workspace, identity.agency, told, Alterations(workspace)), quarter)
    for sheet, take in (
        (SESSIONS, taking.session),
        (EVALUATION, taking.evaluation),
        (CURRENCY, taking.currency),
    ):
        for row in filled.rows.get(sheet, ()):
            if row.changed and taking.answers.may_be_read(row):
                take(row)
    title = f"training, {full_name(workspace.register, identity.agency)}, {quarter.label}"
    return taking.answers.incoming(opened, filled, "training", title)


class _Training:
    """What the records of training would become."""

    def __init__(self, answers: Answers, quarter: Period) -> None:
        self.answers, self.quarter = answers, quarter
        self.register = answers.workspace.register

    def session(self, row: FilledRow) -> None:
        """An agency's places at one session, and the trainers that it supplied."""
        session = self.register.find(TrainingSession, row.id)
        if session is None:
            self._gone(row)
            return
        if self._altered(row, session):
            return
        counts = {name: self.answers.count(row, name) for name in COUNTS}
        given = {name: count for name, count in counts.items() if count is not None}
        if given and not self._adds_up(row, given):
            return
        if given:
            self._places(row, session, given)
        trainers = self.answers.count(row, "trainers")
        if trainers is not None:
            self._trainers(row, session, trainers)

    def _altered(self, row: FilledRow, session: TrainingSession) -> bool:
        """Whether the session was called off or moved since the workbook was made; it is told."""
        if session.cancelled_on is not None:
            words = f"the session was called off on {long_date(session.cancelled_on)}: the row is left out"
            self.answers.look(row, "session", words)
        elif row.line.meaning != fingerprint([session.on.isoformat()]):
            words = f"the session is on {long_date(session.on)} in the records now: export the workbook again"
            self.answers.wrong(row, "session", words)
        else:
            return False
        return True

    def _adds_up(self, row: FilledRow, given: dict[str, int]) -> bool:
        """Whether those who came, did not come and gave up are the booked, where all are told."""
        parts = ("attended", "no_shows", "cancelled")
        if "booked" not in given and any(name in given for name in parts):
            self.answers.wrong(row, "booked", "say how many were booked")
            return False
        if "booked" in given and sum(given.get(name, 0) for name in parts) > given["booked"]:
            words = f"more came, stayed away or gave up than were booked ({given['booked']}): count again"
            self.answers.wrong(row, "booked", words)
            return False
        return True

    def _places(self, row: FilledRow, session: TrainingSession, given: dict[str, int]) -> None:
        held = {one.agency: number for number, one in enumerate(session.places)}
        agency = self.answers.agency
        if agency not in held:
            places: dict[str, Field] = {"agency": agency, **{n: Choice(str(c)) for n, c in given.items()}}
            self.answers.alterations.append(session.id, ("places",), places)
            for name in given:
                place = (session.id, ("places", len(session.places), name))
                self.answers.cells[place] = row.cells[name].address
            self.answers.changed(row, "booked", _named(row), "nothing yet", _counted(given))
            return
        number = held[agency]
        before = session.places[number]
        changed = {name: count for name, count in given.items() if getattr(before, name) != count}
        for name, count in changed.items():
            self.answers.alterations.put(session.id, ("places", number, name), Choice(str(count)))
            self.answers.cells[session.id, ("places", number, name)] = row.cells[name].address
        if changed:
            was = _counted({name: getattr(before, name) for name in changed})
            self.answers.changed(row, next(iter(changed)), _named(row), was, _counted(changed))

    def _trainers(self, row: FilledRow, session: TrainingSession, number: int) -> None:
        held = {one.agency: (place, one.number) for place, one in enumerate(session.trainers)}
        agency = self.answers.agency
        place, before = held.get(agency, (len(session.trainers), 0))
        if number == before:
            return
        if agency in held:
            self.answers.alterations.put(session.id, ("trainers", place, "number"), Choice(str(number)))
        else:
            trainers: dict[str, Field] = {"agency": agency, "number": Choice(str(number))}
            self.answers.alterations.append(session.id, ("trainers",), trainers)
        self.answers.changed(row, "trainers", _named(row), f"{before} trainers", f"{number} trainers")

    def evaluation(self, row: FilledRow) -> None:
        """What one level of evaluation says of a course, from this agency's people."""
        course_id, level = row.id.split("|")
        course = self.register.find(Course, course_id)
        if course is None:
            self._gone(row)
            return
        counts = {name: self.answers.count(row, name) for name in ("asked", "answered", "positive")}
        text = text_in(row, "text")
        if all(one is None for one in counts.values()) and not text:
            return
        asked, answered, positive = counts["asked"], counts["answered"], counts["positive"]
        if asked is None or answered is None:
            self.answers.wrong(row, "asked", "say how many were asked, and how many answered")
            return
        if answered > asked or (positive or 0) > answered:
            self.answers.wrong(
                row, "answered", "more answered than were asked, or more said yes than answered"
            )
            return
        if counted_already(self.register, course, self.quarter, level):
            words = f"the board has counted the {level} of '{course.title}' itself by now: left out"
            self.answers.look(row, "asked", f"{words}, or people would be counted twice")
            return
        id_ = own_evaluation(level, self.answers.agency, self.quarter)
        if any(one.id == id_ for one in course.evaluations):
            words = f"'{course.title}' has this agency's {level} for {self.quarter.label} already: left out"
            self.answers.look(row, "asked", words)
            return
        name = full_name(self.register, self.answers.agency)
        question = next(words for known, words in ASKED_AT.items() if known == level)
        fields: dict[str, Field] = {"id": id_, "level": level, "on": self.answers.day}
        sessions = [one.id for one in self.register.all(TrainingSession) if self._of(one, course_id)]
        fields |= {"sessions": sessions, "question": f"{question} (asked of people of {name})"}
        fields |= {key: Choice(str(count)) for key, count in counts.items() if count is not None}
        if text:
            fields["text"] = textwrap.fill(" ".join(text.split()), 100) + "\n"
        self.answers.alterations.append(course.id, ("evaluations",), fields)
        shown = f"{positive} of {answered} said yes" if positive is not None else f"{answered} answered"
        self.answers.changed(
            row, "asked", f"{course.title}, {level}", "nothing yet", f"{shown}, {asked} were asked"
        )

    def _of(self, session: TrainingSession, course: str) -> bool:
        return session.course == course and self.quarter.contains(session.on)

    def currency(self, row: FilledRow) -> None:
        """A new count of who has a level of training in date."""
        last = self.register.find(TrainingCurrency, row.id)
        if last is None:
            self._gone(row)
            return
        required, in_date = self.answers.count(row, "required"), self.answers.count(row, "in_date")
        day = self.answers.date(row, "on")
        if required is None and in_date is None:
            return
        if required is None or in_date is None or day is None or in_date > required:
            words = "say how many need it, how many of those are in date, and the day of the count"
            self.answers.wrong(row, "required", words)
            return
        self._count(row, last, required, in_date, day)

    def _count(self, row: FilledRow, last: TrainingCurrency, required: int, in_date: int, day: date) -> None:
        same = [
            one
            for one in self.register.all(TrainingCurrency)
            if (one.agency, one.level, one.on) == (last.agency, last.level, day)
        ]
        if same:
            if (same[0].required, same[0].in_date) != (required, in_date):
                words = f"the records have {same[0].in_date} of {same[0].required} for that day already"
                self.answers.wrong(
                    row, "required", f"{words}: name another day, or have it corrected by hand"
                )
            return
        base = re.sub(r"-[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$", "", last.id)
        id_ = f"{base[:68]}-{day.isoformat()}"
        fields: dict[str, Field] = {"id": id_}
        if last.illustrative:
            fields["illustrative"] = Choice("true")
        fields |= {"agency": last.agency, "on": day.isoformat(), "level": last.level}
        fields |= {"required": Choice(str(required)), "in_date": Choice(str(in_date))}
        fields["every_months"] = Choice(str(last.every_months))
        if text := text_in(row, "text"):
            fields["text"] = textwrap.fill(" ".join(text.split()), 100) + "\n"
        self.answers.alterations.new(TrainingCurrency, fields)
        before = f"{last.in_date} of {last.required} on {last.on.isoformat()}"
        after = f"{in_date} of {required} on {day.isoformat()}"
        self.answers.changed(row, "required", f"in date: {last.level}", before, after)

    def _gone(self, row: FilledRow) -> None:
        words = "what this row is about is not in the records any more: export the workbook again"
        self.answers.problems.append(Problem(row.address, words))


def _named(row: FilledRow) -> str:
    return f"{row.cells['session'].value}, {row.cells['on'].value}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {_WORDS[name]}" for name, count in counts.items())
