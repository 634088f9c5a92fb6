"""An agency's answers for its actions that came back: notes, what is reported complete, evidence named."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from lif.calendars import long_date, parse_period
from lif.exchange.incoming.answers import Answers, text_in
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.workbooks.action_book import ACTIONS, EVIDENCE_SORTS, YES
from lif.exchange.workbooks.filled import Filled, FilledRow, Problem
from lif.exchange.workbooks.opening import Opened
from lif.measures.standing import DONE, state_on
from lif.records.actions import Action
from lif.records.evidence import Evidence
from lif.source.new_records import Choice, Field
from lif.views.actions_asked import roles_of
from lif.views.answering import answering, full_name
from lif.workspace import Workspace
from lif.workspace.action_changes import ActionChanges
from lif.workspace.alterations import Alterations


def actions(workspace: Workspace, opened: Opened, filled: Filled, told: Told) -> Incoming:
    """The answers as they are understood."""
    identity = filled.stamp.identity
    answers = Answers(workspace, identity.agency, told, Alterations(workspace))
    for row in filled.rows[ACTIONS]:
        if row.changed:
            _take(answers, row)
    title = f"answers for actions, {full_name(workspace.register, identity.agency)}"
    return answers.incoming(opened, filled, "actions", f"{title}, {parse_period(identity.quarter).label}")


@dataclass(frozen=True, slots=True)
class _Said:
    """One row as it was filled in."""

    note: str
    by: str
    done: bool
    evidence: str
    sort: str
    new_date: date | None
    why: str


def _take(answers: Answers, row: FilledRow) -> None:
    if not answers.may_be_read(row):
        return
    action = answers.workspace.register.find(Action, row.id)
    if action is None:
        answers.problems.append(Problem(row.address, f"there is no action '{row.id}' any more: leave it out"))
        return
    if _is_anothers(answers, row, action):
        return
    said = _said(answers, row, action)
    if said is None or not (said.note or said.done or said.evidence or said.new_date):
        return
    if state_on(action, answers.told.received) in ("closed", "superseded", "not-accepted"):
        words = f"'{action.title}' was settled since this workbook was made: the answer is left out"
        answers.notes.append(Problem(row.address, words))
        return
    _enter(answers, row, action, said)


def _is_anothers(answers: Answers, row: FilledRow, action: Action) -> bool:
    """Whether another agency answers for it by now; it is told, and the answer is left out."""
    to = answering(answers.workspace.register, action.owner, answers.told.received)
    if to is None or to.agency == answers.agency:
        return False
    words = f"{to.agency_name} answers for '{action.title}' now: the answer is left out"
    answers.notes.append(Problem(row.address, words))
    return True


def _said(answers: Answers, row: FilledRow, action: Action) -> _Said | None:
    """What the row says; None where a cell of it cannot be taken, which is told."""
    before = len(answers.problems)
    names = {
        name: id_ for id_, name in roles_of(answers.workspace.register, answers.agency, answers.told.received)
    }
    owner = answering(answers.workspace.register, action.owner, answers.told.received)
    names.setdefault(owner.name if owner else action.owner, owner.role if owner else action.owner)
    done = answers.choice(row, "done", {YES: YES, "not yet": ""})
    sort = answers.choice(row, "sort", EVIDENCE_SORTS)
    by = answers.choice(row, "by", names) or (owner.role if owner else action.owner)
    evidence, why = text_in(row, "evidence"), text_in(row, "why")
    day = answers.date(row, "new_date")
    if evidence and not sort and "sort" in row.open:
        answers.wrong(row, "sort", "choose what sort of evidence it is")
    if sort and not evidence:
        answers.wrong(row, "evidence", "say what shows it, and where that is kept")
    if day and not why:
        answers.wrong(row, "why", "say why the date is to move: the group that agrees will ask")
    if day and day <= answers.told.received:
        words = f"{long_date(day)} is no day to come: ask for a later one"
        answers.wrong(row, "new_date", words)
    if done and not evidence and not action.evidence:
        answers.look(row, "done", "it is reported complete, and nothing shows it: ask what does, and where")
    if len(answers.problems) > before:
        return None
    return _Said(text_in(row, "note"), by, done == YES, evidence, sort, day, why)


def _enter(answers: Answers, row: FilledRow, action: Action, said: _Said) -> None:
    """Enters what was said and is not entered yet: a file that is read twice changes nothing."""
    changes = ActionChanges(answers.alterations, action, answers.told.received)
    _note(answers, row, action, said, changes)
    evidence = _evidence(answers, row, action, said) if said.evidence else []
    if said.done and state_on(action, answers.told.received) not in DONE:
        words = changes.report_complete(said.by, None, evidence)
        answers.changed(row, "done", action.title, "open", words.partition(";")[0])
        answers.cells[action.id, ("steps", len(action.steps))] = row.cells["done"].address
    elif evidence:
        changes.show_by(evidence)


def _note(answers: Answers, row: FilledRow, action: Action, said: _Said, changes: ActionChanges) -> None:
    parts = [said.note]
    if said.new_date:
        parts.append(f"Another date is asked for: {long_date(said.new_date)}. {said.why}")
        words = (
            f"{long_date(said.new_date)} is asked for; when the group agrees: lif actions extend {action.id} "
            f'--to {said.new_date} --agreed-by {action.group} --reason "…"'
        )
        answers.notes.append(Problem(row.cells["new_date"].address, words))
    text = "\n\n".join(textwrap.fill(" ".join(part.split()), 100) for part in parts if part)
    known = {" ".join(note.text.split()) for note in action.progress}
    if not text or " ".join(text.split()) in known:
        return
    changes.note(text, said.by)
    answers.cells[action.id, ("progress", len(action.progress))] = row.cells["note"].address
    last = action.progress[-1].on.isoformat() if action.progress else "nothing yet"
    shown = textwrap.shorten(text, 70, placeholder=" …")
    answers.changed(row, "note", action.title, f"last said: {last}", shown)


def _evidence(answers: Answers, row: FilledRow, action: Action, said: _Said) -> list[str]:
    """A record of what shows it, made once; its id."""
    words = " ".join(said.evidence.split())
    register = answers.workspace.register
    held = [one for id_ in action.evidence if (one := register.find(Evidence, id_))]
    if any(" ".join(one.text.split()) == words for one in held):
        return []
    day = answers.day
    base = f"evidence-{action.id.removeprefix('action-').removeprefix('act-')}"[:64].rstrip("-") + f"-{day}"
    tries = (base, *(f"{base}-{letter}" for letter in ascii_lowercase[1:]))
    id_ = next(one for one in tries if one not in register.entries)
    fields: dict[str, Field] = {"id": id_}
    if action.illustrative:
        fields["illustrative"] = Choice("true")
    fields |= {"title": textwrap.shorten(words, 80, placeholder=" …"), "sort": said.sort}
    fields |= {"text": f"{textwrap.fill(words, 100)}\n", "on": day, "shows": [action.id]}
    answers.alterations.new(Evidence, {**fields, "supplied_by": answers.agency})
    for name, key in (("text", "evidence"), ("title", "evidence"), ("sort", "sort")):
        answers.cells[id_, (name,)] = row.cells[key].address
    answers.changed(
        row, "evidence", action.title, f"{len(held)} records of evidence", f"evidence: {fields['title']}"
    )
    return [id_]
