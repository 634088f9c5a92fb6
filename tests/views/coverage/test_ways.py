"""The one table of what counts as evidence is complete: no link to a statement is overlooked in silence."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from lif.records.elements import Element
from lif.records.indicators import Indicator
from lif.records.kinds import KINDS
from lif.records.links import _link_in
from lif.records.reading import models_in
from lif.views.coverage.gathering import NUMBERS
from lif.views.coverage.ways import BY_FIELD, WAYS

STATEMENTS = {"element", "priority", "function", "duty", "expectation", "question", "section11-standard"}

NOT_EVIDENCE = {
    "return.stories.figures_from.source": "where a number of a story comes from, not what shows a statement",
    "action.source": "where a promise comes from",
    "challenge.evidence": "what the challenge rests on",
    "development-item.priorities": "a figure that is wanted shows nothing",
    "development-item.questions": "only the question about further data is answered by the agenda",
    "element.context.refers_to": "how the framework is laid out",
    "element.gaps.refers_to": "what the source leaves out",
    "evidence.source": "what the evidence rests on",
    "group-report.differences.evidence": "what shows the difference, which counts itself",
    "group-report.heard.evidence": "where it stands recorded, which counts itself",
    "group-report.shortfalls.about": "what falls short, passed up",
    "group.priorities": "who leads on it",
    "improvement-plan.lines.shown_by": "what shows the effect, which counts itself",
    "issued-paper.about": "what a paper is about",
    "learning.sources": "where it was learned",
    "learning.test.shown_by": "what tests it, which counts itself",
    "good-practice.sources": "where it was seen",
    "good-practice.test.shown_by": "what tests it, which counts itself",
    "meeting.decisions.about": "a decision shows nothing by itself",
    "passage.about": "what passed",
    "risk.priorities": "a risk is a fear and no evidence",
    "training-plan.needs.seen_in": "where the need was seen",
    "row-progress.row": "a report of those who do the work, not of what it changed",
    "course.evaluations.shown_by": "what shows results, which counts itself",
    "section11-return.answers.evidence": "what the answer rests on, which counts itself",
    "incident.extensions.duty": "a deadline that was moved",
    "review.extensions.duty": "a deadline that was moved",
}
"""Fields that may point at a statement and are no evidence of it, each with the reason."""


def fields_of(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every field of a model that links, with the kinds that it may link to; none means any."""
    for name, info in model.model_fields.items():
        if name in ("cites", "retired"):
            continue
        if found := _link_in(info.annotation, info.metadata):
            yield ".".join((*path, name)), found[0].kinds
            continue
        for part in models_in(info.annotation):
            yield from fields_of(part, (*path, name))


def test_every_way_is_a_link_of_its_kind() -> None:
    for way in WAYS:
        assert way.field in dict(fields_of(way.kind)), (way.kind.kind, way.field)
        assert not way.agencies or way.agencies in way.kind.model_fields


def test_no_way_is_written_twice() -> None:
    assert len(BY_FIELD) == len(WAYS)


def test_every_link_to_a_statement_counts_or_has_a_reason_why_not() -> None:
    counted = {f"{kind.kind}.{field}" for kind, field in BY_FIELD}
    counted |= {"audit-tool.criteria.statement", "section11-standard.questions.statements"}
    counted |= {f"{Indicator.kind}.{field}" for field in NUMBERS}
    counted |= {f"{Element.kind}.board_actions.watches", "return-schedule.answers"}
    overlooked = [
        f"{kind.kind}.{field}"
        for kind in KINDS
        for field, kinds in fields_of(kind)
        if not kinds or STATEMENTS & set(kinds)
        if f"{kind.kind}.{field}" not in counted and f"{kind.kind}.{field}" not in NOT_EVIDENCE
    ]
    assert overlooked == []


def test_each_reason_is_about_a_field_that_there_is() -> None:
    there = {f"{kind.kind}.{field}" for kind in KINDS for field, _ in fields_of(kind)}
    assert set(NOT_EVIDENCE) <= there
