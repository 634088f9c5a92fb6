"""Whether practice has changed since an audit: what its actions did, what was seen since, who learned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.measures.series import Figures
from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.learning import GoodPractice, Learning
from lif.records.links import Tie
from lif.records.record import stands
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.audit_report.grading import Comparison, Part
from lif.views.called import agency_called
from lif.views.came_of import many
from lif.views.helped import Helped, HelpedLine, helped_lines
from lif.views.shown import flowing

Strength = Literal["supports", "mixed", "contradicts"]


@dataclass(frozen=True, slots=True)
class ActionEffect:
    """One action that was done: what was meant, whether it helped, what was seen, how its indicator moved."""

    title: str
    owner: str
    intended: str
    done_on: date | None
    helped: Helped
    due: date | None
    seen: str
    follows: str
    moved: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class SeenSince:
    """Evidence that rests on what the audit found or asked, and dates from after its report.

    `strength` says whether it supports what it bears on, which are statements in words.
    """

    title: str
    on: date
    text: str
    bears_on: tuple[str, ...]
    strength: Strength
    supplied_by: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """Learning drawn from the audit, and whether it landed; `result` is empty while that was not tested."""

    title: str
    on: date
    due: date | None
    result: str
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Whether practice has changed: in sentences, and what they rest on."""

    said: tuple[str, ...]
    actions: tuple[ActionEffect, ...]
    evidence: tuple[SeenSince, ...]
    lessons: tuple[Lesson, ...]


def changed(
    register: Register, figures: Figures, audit: Audit, comparison: Comparison | None, as_at: date
) -> Changed:
    """What is known on the day of what the audit changed; `comparison` is that with its repeat."""
    helped = helped_lines(register, figures, as_at, source=audit.id)
    evidence = tuple(sorted(_evidence(register, audit, as_at), key=lambda one: (one.on, one.title)))
    lessons = tuple(sorted(_lessons(register, audit, as_at), key=lambda one: (one.on, one.title)))
    return Changed(
        tuple(_said(helped, evidence, lessons, comparison)), tuple(map(_effect, helped)), evidence, lessons
    )


def _effect(line: HelpedLine) -> ActionEffect:
    return ActionEffect(
        line.title,
        line.owner_name,
        line.intended_outcome,
        line.done_on,
        line.helped,
        line.due,
        line.seen,
        line.follows,
        line.moved,
        line.illustrative,
    )


def _evidence(register: Register, audit: Audit, as_at: date) -> Iterator[SeenSince]:
    """Evidence with something that the audit found or asked as its source, later than the report."""
    ids = {tie.source for tie in _ties(register, audit, "source") if tie.target != audit.id}
    for id_ in sorted(ids):
        one = register.find(Evidence, id_)
        since = audit.reported
        if one and since and since < one.on <= as_at and stands(one, as_at):
            by = agency_called(register, one.supplied_by) if one.supplied_by else ""
            statements = (register.get(address) for address in one.shows if "/" in address)
            shows = tuple(flowing(text) for each in statements if (text := getattr(each, "text", "")))
            yield SeenSince(one.title, one.on, flowing(one.text), shows, one.strength, by, one.illustrative)


def _ties(register: Register, audit: Audit, field: str) -> list[Tie]:
    return [tie for tie in register.links_into(audit.id) if tie.path[0] == field]


def _lessons(register: Register, audit: Audit, as_at: date) -> Iterator[Lesson]:
    ids = {tie.source for tie in _ties(register, audit, "sources")}
    for id_ in sorted(ids):
        one = register.find(Learning, id_) or register.find(GoodPractice, id_)
        if one is None or one.on > as_at or not stands(one, as_at):
            continue
        test = as_known(register, one, as_at).test
        told = test.result if test and test.result else ""
        text = flowing(test.text) if test and told else ""
        yield Lesson(one.title, one.on, test.due if test else None, told, text, one.illustrative)


def _said(
    helped: Sequence[HelpedLine],
    evidence: Sequence[SeenSince],
    lessons: Sequence[Lesson],
    comparison: Comparison | None,
) -> Iterator[str]:
    """The answer in sentences, each with its counts; nothing is called better that nobody has seen."""
    if comparison and comparison.overall and comparison.later_on:
        yield (
            f"Audited again: {_part(comparison.overall.later)} good or better in “{comparison.later}”, "
            f"{_part(comparison.overall.earlier)} before."
        )
    if helped:
        yield f"{many(len(helped), 'action')} done: {_counts(Counter(line.helped for line in helped))}."
    if evidence:
        found = Counter(one.strength for one in evidence)
        told = ", ".join(f"{found[key]} {words}" for key, words in _STRENGTHS.items() if found[key])
        yield f"{many(len(evidence), 'piece')} of evidence since the report: {told}."
    tested = [one for one in lessons if one.result]
    if lessons:
        results = Counter(one.result.replace("-", " ") for one in tested)
        told = ", ".join(f"{count} {word}" for word, count in sorted(results.items()))
        untested = len(lessons) - len(tested)
        rest = f"{untested} not tested yet" if untested else ""
        yield f"{many(len(lessons), 'lesson')} drawn from it: {', '.join(filter(None, (told, rest)))}."
    if not (helped or evidence or tested):
        yield "Nothing is recorded yet that would show whether practice has changed."


_HELPED: dict[Helped, str] = {
    "shown": "shown to have helped",
    "partly-shown": "partly shown to have helped",
    "not-shown": "not shown to have helped",
    "cannot-be-told": "of which it cannot be told",
    "not-yet-due": "to be looked at later",
    "overdue": "that should have been looked at by now",
    "no-day-set": "with no day set for looking",
}


_STRENGTHS: dict[Strength, str] = {
    "supports": "for what it bears on",
    "mixed": "saying mixed things",
    "contradicts": "against it",
}


def _counts(found: Counter[Helped]) -> str:
    return ", ".join(f"{found[key]} {words}" for key, words in _HELPED.items() if found[key])


def _part(part: Part | None) -> str:
    return f"{part.good} of {part.of} cases" if part else "no grades"
