"""What an audit found, what it asks, and what children, families and practitioners had to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.actions import Action
from lif.records.audits import Audit, AuditFinding
from lif.records.learning import Learning
from lif.records.record import stands
from lif.records.voice import Voice
from lif.register import Register
from lif.views.answered import Answered
from lif.views.as_known import as_known
from lif.views.audit_report.grading import CriterionLine, criteria
from lif.views.called import called_at
from lif.views.shown import flowing

VOICE = "voice"
"""Themes and criteria with this word in their id are on the voice of the child."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that answers a finding, in words."""

    sort: Literal["recommendation", "action", "learning"]
    text: str


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One strength or area for improvement: its words, themes, the statements it bears on, what answers it.

    `answers` are the recommendations made because of it, the actions that come of it by themselves, and the
    learning drawn from it; a strength wants none.
    """

    text: str
    themes: tuple[str, ...]
    statements: tuple[str, ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What children, parents or carers said to auditors: how many, and what was done about it."""

    title: str
    from_whom: str
    on: date
    asked: int | None
    heard: int | None
    text: str
    done: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Voices:
    """Who was heard, and what the audit says on the voice of the child."""

    families: int | None
    practitioners: int | None
    heard: tuple[Heard, ...]
    criteria: tuple[CriterionLine, ...]
    findings: tuple[str, ...]

    @property
    def silent(self) -> bool:
        """Whether nothing of a child or a family is in it."""
        return not (self.families or self.heard or self.criteria or self.findings)


def found(
    register: Register, id_: str, many: Iterable[AuditFinding], answers: Iterable[Answered], as_at: date
) -> tuple[FindingLine, ...]:
    """Strengths or findings of the audit with this id that stand, with what answers each."""
    asked = tuple(answers)
    return tuple(
        FindingLine(
            flowing(one.text),
            tuple(called_at(register, theme) for theme in one.themes),
            tuple(flowing(getattr(register.get(at), "text", "")) or at for at in one.statements),
            tuple(_answers(register, f"{id_}/{one.id}", flowing(one.text), asked, as_at)),
        )
        for one in many
        if stands(one, as_at)
    )


def _answers(
    register: Register, address: str, text: str, asked: Iterable[Answered], as_at: date
) -> Iterator[Answer]:
    """What answers the finding at an address; its recommendations name it by its words."""
    for one in asked:
        if one.finding == text:
            yield Answer("recommendation", one.text)
    for tie in sorted(register.links_to(address), key=lambda tie: tie.source):
        action, learned = register.find(Action, tie.source), register.find(Learning, tie.source)
        if action and tie.path[0] == "source" and action.agreed_on <= as_at and stands(action, as_at):
            yield Answer("action", action.title)
        elif learned and tie.path[0] == "sources" and learned.on <= as_at and stands(learned, as_at):
            yield Answer("learning", learned.title)


def voices(register: Register, seen: Audit, as_at: date) -> Voices:
    """Who was heard; `seen` is the audit as known on the day."""
    about = tuple(one for one in seen.results if VOICE in one.criterion.partition("/")[2].split("-"))
    said = [
        flowing(one.text)
        for one in (*seen.strengths, *seen.findings)
        if stands(one, as_at) and any(VOICE in theme.split("-") for theme in one.themes)
    ]
    return Voices(
        seen.families_involved,
        seen.practitioners_involved,
        tuple(_heard(register, seen, as_at)),
        criteria(register, seen.model_copy(update={"results": about})),
        tuple(said),
    )


def _heard(register: Register, seen: Audit, as_at: date) -> Iterable[Heard]:
    """Conversations held for an audit of the same theme between its first day and its report."""
    if seen.started is None:
        return
    until = min(seen.reported or as_at, as_at)
    for voice in register.all(Voice):
        same = set(voice.themes) & set(seen.themes)
        held = voice.method == "audit-conversation" and seen.started <= voice.on <= until
        if held and same and stands(voice, as_at):
            one = as_known(register, voice, as_at)
            yield Heard(
                one.title,
                one.from_whom,
                one.on,
                one.asked,
                one.heard,
                flowing(one.text),
                flowing(one.done),
                one.illustrative,
            )
