"""What stands beside the answers of a self-assessment: complete or not, survey, conversations."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from lif.exchange.incoming.answers import Answers, text_in
from lif.exchange.workbooks.filled import FilledRow, Problem
from lif.exchange.workbooks.section11_book import YES
from lif.source.new_records import Choice, Field
from lif.views.section11_asked import QuestionAsked, Section11Asked
from lif.workspace.chased import answered


class Beside:
    """What the return as a whole becomes."""

    def __init__(self, answers: Answers, asked: Section11Asked) -> None:
        self.answers, self.asked, self.record = answers, asked, asked.window

    def survey(self, rows: Iterable[FilledRow], about: Iterable[FilledRow]) -> None:
        """The staff survey: question by question, and how many were asked."""
        told: list[Field] = []
        for row in rows:
            yes, of = self.answers.count(row, "said_yes"), self.answers.count(row, "of")
            if yes is None and of is None:
                continue
            if yes is None or of is None:
                self.answers.wrong(row, "said_yes", "write both: how many said yes, and how many answered")
                continue
            told.append({"question": row.id, "said_yes": Choice(str(yes)), "of": Choice(str(of))})
        lines = {row.id: row for row in about}
        asked = self.answers.count(lines["asked"], "number")
        answered = self.answers.count(lines["answered"], "number")
        day = self.answers.date(lines["asked"], "on")
        if not told and asked is None and answered is None:
            return
        if asked is None or answered is None or day is None:
            words = "of a survey say the day it closed, how many were asked, and how many answered"
            self.answers.wrong(lines["asked"], "number", words)
            return
        held = self.record.survey
        said = {(one.question, one.said_yes, one.of) for one in held.answers} if held else set()
        survey: dict[str, Field] = {"on": day.isoformat(), "asked": Choice(str(asked))}
        survey |= {"answered": Choice(str(answered)), "answers": told}
        if (
            held
            and (held.on, held.asked, held.answered) == (day, asked, answered)
            and {_counts(one) for one in told} == said
        ):
            return
        self.answers.alterations.put(self.record.id, ("survey",), survey)
        self.answers.cells[self.record.id, ("survey",)] = lines["asked"].cells["number"].address
        after = f"{answered} of {asked} answered"
        self.answers.changed(
            lines["asked"], "number", "staff survey", "none" if held is None else "another", after
        )

    def about(self, rows: Iterable[FilledRow]) -> None:
        """Whether it is complete, who can be asked, and who approved it."""
        for row in rows:
            if not self.answers.may_be_read(row):
                continue
            if row.id == "complete":
                self._submitted(row)
            elif row.id == "author":
                self._author(row)
            elif row.id == "approval":
                self._approved(row)

    def _submitted(self, row: FilledRow) -> None:
        said = text_in(row, "answer").lower()
        if said not in ("", YES):
            self.answers.wrong(row, "answer", "write yes when it is complete, or leave it empty")
        elif said and self.record.submitted is None:
            if missing := self._unanswered():
                words = f"{_questions(missing)}: answer them, or leave this cell empty"
                self.answers.wrong(row, "answer", words)
                return
            self.answers.alterations.put(self.record.id, ("submitted",), self.answers.day)
            self.answers.changed(row, "answer", "the return", "awaited", f"submitted on {self.answers.day}")
            if answered(self.answers.alterations, self.record.id, self.answers.told.received):
                after = f"answered on {self.answers.day}"
                self.answers.changed(row, "answer", "reminders of the return", "not answered", after)

    def missing(self, rows: Iterable[FilledRow]) -> None:
        """Says which questions have no whole answer yet, where the return does not count as submitted."""
        data = self.answers.alterations.data(self.record.id)
        left = self._unanswered()
        if left and "submitted" not in data:
            place = next((row.address for row in rows if row.id == left[0].address), "")
            self.answers.notes.append(Problem(place, f"{_questions(left)}; it is kept as a draft"))

    def _unanswered(self) -> list[QuestionAsked]:
        return [one for one in self.asked.questions if not self._answered(one)]

    def _answered(self, one: QuestionAsked) -> bool:
        """Whether the question has the answer that its kind asks for, or says that it does not apply."""
        answers = self.answers.alterations.data(self.record.id).get("answers")
        wanted = {"scored": "self_score", "narrative": "text", "list": "entries"}[one.question.answer]
        return isinstance(answers, list) and any(
            isinstance(each, dict)
            and each.get("question") == one.address
            and (each.get(wanted) or each.get("not_applicable"))
            for each in answers
        )

    def _author(self, row: FilledRow) -> None:
        names = {name: id_ for id_, name in self.asked.roles}
        found = self.answers.choice(row, "answer", names) if text_in(row, "answer") else ""
        if found and found != self.record.author:
            self.answers.alterations.put(self.record.id, ("author",), found)
            self.answers.changed(row, "answer", "who can be asked", self.record.author or "nobody", found)

    def _approved(self, row: FilledRow) -> None:
        body, day = text_in(row, "answer"), self.answers.date(row, "on")
        if bool(body) != (day is not None):
            self.answers.wrong(row, "answer", "say which body approved it, and on which day")
        elif body and day and (body, day) != (self.record.own_approval, self.record.own_approval_on):
            self.answers.alterations.put(self.record.id, ("own_approval",), body)
            self.answers.alterations.put(self.record.id, ("own_approval_on",), day.isoformat())
            self.answers.changed(row, "answer", "own approval", "none", f"{body}, {day.isoformat()}")

    def talks(self, rows: Iterable[FilledRow]) -> None:
        """Conversations with staff."""
        held = {(one.on, one.people, " ".join(one.text.split())) for one in self.record.focus_groups}
        for row in rows:
            if not self.answers.may_be_read(row):
                continue
            day, people, text = (
                self.answers.date(row, "on"),
                self.answers.count(row, "people"),
                text_in(row, "text"),
            )
            if day is None or people is None or not text:
                self.answers.wrong(row, "text", "say the day, how many took part, and what was said")
            elif (day, people, " ".join(text.split())) not in held:
                talk: dict[str, Field] = {"on": day.isoformat(), "people": Choice(str(people))}
                self.answers.alterations.append(
                    self.record.id, ("focus_groups",), {**talk, "text": prose(text)}
                )
                self.answers.changed(row, "text", "conversation with staff", "none", f"{people} took part")


def _questions(missing: Sequence[QuestionAsked]) -> str:
    number, first = len(missing), missing[0].question.id.replace("-", " ")
    return (
        f"{number} questions have no answer yet, the first is '{first}'"
        if number > 1
        else (f"one question has no answer yet: '{first}'")
    )


def _counts(told: Field) -> tuple[str, int, int]:
    """One answer of the survey, told as the records have it."""
    assert isinstance(told, dict)
    return str(told["question"]), int(str(told["said_yes"])), int(str(told["of"]))


def prose(text: str) -> str:
    """Words in lines, as a record holds them."""
    return textwrap.fill(" ".join(text.split()), 100) + "\n"
