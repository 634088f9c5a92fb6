"""Who returned a section 11 self-assessment, when, approved by whom first, and how staff were asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.checks.successors import answering_on
from lif.records.record import stands
from lif.records.section11 import Section11Return
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.section_11_overview.rounds import Round
from lif.views.self_assessment import cycles

Came = Literal["overdue", "not-asked", "awaited", "late", "in-time"]
CAME: tuple[Came, ...] = ("overdue", "not-asked", "awaited", "late", "in-time")
"""Overdue: the day has passed and nothing came. Not asked: a partner for whom no window was opened. Awaited:
the window is open. Late and in time: it came."""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """One agency's return in the round, as it stood on a day.

    `days_late` counts from the day after it was due, to the day it came or to that of the paper.
    `own_approval` is the agency's own governance that approved it, `approved_first` whether it did so by the
    day it came. `answered` of `asked` are the staff in the survey, `talked` those in conversations.
    `repeated` answers only repeat an earlier one, `unchecked` of those were not looked at again.
    """

    agency: str
    came: Came
    due: date | None
    submitted: date | None
    days_late: int
    own_approval: str
    own_approval_on: date | None
    approved_first: bool
    moderated: date | None
    author: str
    asked: int | None
    answered: int | None
    talked: int
    talk: tuple[str, ...]
    repeated: int
    unchecked: int
    illustrative: bool


def return_lines(register: Register, round_: Round, only: str, as_at: date) -> tuple[ReturnLine, ...]:
    """The returns of a round, what is missing first; of one agency where `only` is its id."""
    asked = {answering_on(register, id_, as_at) for id_ in round_.returns}
    found = [
        _line(register, id_, one, as_at)
        for id_, one in round_.returns.items()
        if only in ("", answering_on(register, id_, as_at))
    ]
    if round_.until is None:
        found += [
            _not_asked(line.who_name)
            for line in cycles(register, as_at)
            if line.sort == "section-11" and line.who not in asked and only in ("", line.who)
        ]
    return tuple(sorted(found, key=lambda line: (CAME.index(line.came), line.agency)))


def _line(register: Register, agency: str, one: Section11Return, as_at: date) -> ReturnLine:
    late = max(((one.submitted or as_at) - one.due).days, 0)
    approved = one.own_approval_on
    survey = one.survey if one.survey and one.submitted and one.survey.on <= as_at else None
    repeated = [answer for answer in one.answers if stands(answer, as_at) and answer.carried_forward]
    talks = [talk for talk in one.focus_groups if talk.on <= as_at] if one.submitted else []
    return ReturnLine(
        agency_called(register, agency),
        _came(one, as_at),
        one.due,
        one.submitted,
        late,
        one.own_approval or "",
        approved,
        bool(one.own_approval and (approved is None or one.submitted is None or approved <= one.submitted)),
        one.moderated,
        called_at(register, one.author) if one.author else "",
        survey.asked if survey else None,
        survey.answered if survey else None,
        sum(talk.people for talk in talks),
        tuple(" ".join(talk.text.split()) for talk in talks),
        len(repeated),
        sum(answer.still_true_on is None for answer in repeated),
        one.illustrative,
    )


def _came(one: Section11Return, as_at: date) -> Came:
    if one.submitted:
        return "late" if one.submitted > one.due else "in-time"
    return "overdue" if one.due < as_at else "awaited"


def _not_asked(agency: str) -> ReturnLine:
    return ReturnLine(
        agency, "not-asked", None, None, 0, "", None, False, None, "", None, None, 0, (), 0, 0, False
    )
