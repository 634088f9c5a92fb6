"""A section 11 self-assessment that came back: answers, whether it is complete, the survey, conversations."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping

from lif.exchange.incoming.answers import Answers, text_in
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.incoming.section11_beside import Beside, prose
from lif.exchange.workbooks.filled import Filled, FilledRow, Problem
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.package import CannotOpen
from lif.exchange.workbooks.section11_book import ANSWERS, APART, RETURN, SCORES, TALKS, YES, meaning
from lif.exchange.workbooks.stamp import fingerprint
from lif.records.section11 import Section11Answer
from lif.source.new_records import Choice, Field
from lif.views.answering import full_name
from lif.views.section11_asked import QuestionAsked, Section11Asked, section11_asked
from lif.workspace import Workspace
from lif.workspace.alterations import Alterations

_SAID = (
    *("self_score", "text", "entries", "evidence_text", "evidence_on"),
    *("not_applicable", "not_applicable_reason", "carried_forward"),
)
"""The fields of an answer that a row of the workbook tells."""
_YES_OR_NO = {YES: YES, "no": "no"}


def section11(workspace: Workspace, opened: Opened, filled: Filled, told: Told) -> Incoming:
    """The self-assessment as it is understood. Raises CannotOpen where no window is open for it."""
    agency = filled.stamp.identity.agency
    found = [
        one
        for one in section11_asked(workspace.register, told.received, agency)
        if all(row.line.meaning == fingerprint([one.window.id]) for row in filled.rows[RETURN])
    ]
    name = full_name(workspace.register, agency)
    if not found:
        raise CannotOpen(
            f"no section 11 window of {name} is open on {told.received.isoformat()} for this workbook: it "
            "was moderated or frozen, and nothing changes after that; open another, or say --received with "
            "the day it came"
        )
    window = _Window(Answers(workspace, agency, told, Alterations(workspace)), found[-1])
    for row in filled.rows[ANSWERS]:
        if row.changed and window.answers.may_be_read(row):
            window.answer(row)
    beside = Beside(window.answers, found[-1])
    beside.survey([row for row in filled.rows[ANSWERS] if row.changed], filled.rows[RETURN])
    beside.about([row for row in filled.rows[RETURN] if row.changed])
    beside.talks([row for row in filled.rows[TALKS] if row.changed])
    if window.answers.changes:
        beside.missing(filled.rows[ANSWERS])
    title = f"section 11 self-assessment, {name}, {found[-1].window.cycle}"
    return window.answers.incoming(opened, filled, "section11", title)


class _Window:
    """What one return would become."""

    def __init__(self, answers: Answers, asked: Section11Asked) -> None:
        self.answers, self.asked, self.record = answers, asked, asked.window
        self.questions = {one.address: one for one in asked.questions}
        self.added = len(self.record.answers)

    def answer(self, row: FilledRow) -> None:
        """One question's answer, new or in the place of the one before."""
        one = self.questions.get(row.id)
        if one is None:
            words = "this question is not asked any more: the answer is left out"
            self.answers.notes.append(Problem(row.address, words))
            return
        if row.line.meaning != fingerprint([meaning(one)]):
            words = "the question is put in other words now: export the workbook again"
            self.answers.problems.append(Problem(row.address, words))
            return
        fields = self._fields(one, row)
        held = one.held
        if fields == {} and held is not None:
            words = "the answer that the records have was taken out here, and stays: write another"
            self.answers.look(row, "question", words)
        if not fields or (held is not None and _same(held, fields)):
            return
        whole: dict[str, Field] = {
            "id": held.id if held else self._free(one),
            "question": one.address,
            **fields,
        }
        path = ("answers", self.record.answers.index(held) if held else self.added)
        if held is None:
            self.answers.alterations.append(self.record.id, ("answers",), whole)
            self.added += 1
        else:
            self._replace(path, fields)
        self.answers.cells[self.record.id, path] = row.cells["question"].address
        for key, name in (("score", "self_score"), ("text", "text"), ("evidence", "evidence_text")):
            self.answers.cells[self.record.id, (*path, name)] = row.cells[key].address
        before = "nothing yet" if held is None else _shown({**vars(held), "entries": [*held.entries]})
        subject = f"{one.standard.title}, {one.question.id.replace('-', ' ')}"
        self.answers.changed(row, "text", subject, before, _shown(fields))

    def _fields(self, one: QuestionAsked, row: FilledRow) -> dict[str, Field] | None:
        """What the row says, as the record has it; None where a cell cannot be taken."""
        known = len(self.answers.problems)
        applies = self.answers.choice(row, "applies", _YES_OR_NO)
        score = self.answers.choice(row, "score", SCORES)
        same = self.answers.choice(row, "same", {YES: YES})
        day = self.answers.date(row, "evidence_on")
        text, evidence = text_in(row, "text"), text_in(row, "evidence")
        entries = _entries(text_in(row, "entries"))
        if applies == "no" and not (text or entries):
            self.answers.wrong(row, "applies", "say in 'Your answer' why it does not apply")
        if evidence and day is None and not same:
            self.answers.wrong(row, "evidence_on", "say from which day the evidence dates")
        if len(self.answers.problems) > known:
            return None
        if applies == "no":
            reason = text or "; ".join(entries)
            return {"not_applicable": Choice("true"), "not_applicable_reason": prose(reason)}
        fields: dict[str, Field] = {"self_score": score} if score else {}
        if text:
            fields["text"] = prose(text)
        if entries:
            fields["entries"] = entries
        if evidence:
            fields |= {"evidence_text": evidence, **({"evidence_on": day.isoformat()} if day else {})}
        if same and one.before is not None:
            fields |= self._carried(one, fields)
        return fields

    def _carried(self, one: QuestionAsked, said: dict[str, Field]) -> dict[str, Field]:
        """The last answer again, looked at anew; what the row itself says counts before it."""
        before = one.before
        assert before is not None
        found: dict[str, Field] = {}
        if before.not_applicable:
            found["not_applicable"] = Choice("true")
        if before.not_applicable_reason:
            found["not_applicable_reason"] = before.not_applicable_reason
        score = before.moderated_score or before.self_score
        if score:
            found["self_score"] = score
        if before.text:
            found["text"] = before.text
        if before.entries:
            found["entries"] = list(before.entries)
        if before.evidence_text:
            found["evidence_text"] = before.evidence_text
        if before.evidence_on:
            found["evidence_on"] = before.evidence_on.isoformat()
        kept = {name: value for name, value in found.items() if name not in said}
        carried = f"{one.before_in}/{before.id}"
        return {**kept, "carried_forward": carried, "still_true_on": self.answers.day}

    def _replace(self, path: tuple[str | int, ...], fields: dict[str, Field]) -> None:
        """Puts the fields that the row says, and takes those away that it says no more."""
        data = self.answers.alterations.data(self.record.id)
        answers = data["answers"]
        assert isinstance(answers, list) and isinstance(path[-1], int)
        there = answers[path[-1]]
        assert isinstance(there, dict)
        for name in (*_SAID, "still_true_on"):
            if name in fields:
                self.answers.alterations.put(self.record.id, (*path, name), fields[name])
            elif name in there:
                self.answers.alterations.remove(self.record.id, (*path, name))

    def _free(self, one: QuestionAsked) -> str:
        taken = {answer.id for answer in self.record.answers}
        return (
            one.question.id if one.question.id not in taken else f"{one.standard.id}-{one.question.id}"[:80]
        )


def _same(held: Section11Answer, fields: dict[str, Field]) -> bool:
    """Whether the records say so already, whatever day it was looked at again: a file read twice."""
    told = {
        name: value for name, value in vars(held).items() if name in _SAID and value not in (None, False, ())
    }
    said = {name: value for name, value in fields.items() if name in _SAID}
    return told.keys() == said.keys() and all(_plain(told[name]) == _plain(said[name]) for name in said)


def _plain(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return " ".join(str(value).lower().split())


def _entries(text: str) -> list[str]:
    """The members of a list that was written in one cell."""
    found = (re.sub(r"^[-•*\s]+", "", part).strip() for part in re.split(rf"[\n{APART}]", text))
    return [" ".join(part.split()) for part in found if part]


def _shown(fields: Mapping[str, object]) -> str:
    score = str(fields.get("self_score") or "").replace("-", " ")
    text = str(fields.get("text") or fields.get("not_applicable_reason") or "")
    listed = fields.get("entries")
    if isinstance(listed, list) and listed:
        text = f"{len(listed)} in the list"
    words = textwrap.shorten(text, 60, placeholder=" …")
    carried = "as last time" if fields.get("carried_forward") else ""
    return ", ".join(filter(None, (score, words, carried))) or "an answer"
