"""What audits and reviews say of a topic: grades as counts, findings, and where recommendations stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.records.audits import Audit, AuditTool, CriterionResult, Recommendation
from lif.records.inspections import Inspection
from lif.records.record import Record
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.views.audits import graded, stage_on
from lif.views.coverage.days import graded as grades_stood
from lif.views.coverage.days import review_ended
from lif.views.coverage.leanings import by_part, good_of
from lif.views.coverage.pieces import Leaning, together
from lif.views.recommendations import RecommendationLine
from lif.views.shown import flowing
from lif.views.triangulation.entries import Entry, Panel
from lif.views.triangulation.topic import Topic


def audits(topic: Topic) -> Panel:
    """Every audit of the topic: grades once moderated, findings once reported, and those still to come."""
    return Panel(
        "audits",
        "Audits",
        tuple(_newest(_audit(topic, audit) for audit in topic.all(Audit))),
        "No audit has looked at it, and none is planned.",
    )


def reviews(topic: Topic) -> Panel:
    """Every review, inspection and piece of scrutiny of the topic that had ended, and reviews that run."""
    entries = [
        *(entry for review in topic.all(Review) if (entry := _review(topic, review))),
        *(entry for one in topic.all(Inspection) if (entry := _inspection(topic, one))),
        *(entry for one in topic.all(Scrutiny) if (entry := _scrutiny(topic, one))),
    ]
    nothing = "No review, inspection or scrutiny bears on it."
    return Panel("reviews", "Reviews, inspections and scrutiny", tuple(_newest(entries)), nothing)


def _newest(entries: Iterator[Entry] | list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (-(entry.on or date.min).toordinal(), entry.record))


def _audit(topic: Topic, audit: Audit) -> Entry:
    told = topic.come(audit.reported)
    stood = grades_stood(topic.register, audit, None, topic.as_at)
    known = told or stood
    if known is None:
        stage = stage_on(topic.register, audit, topic.as_at)[0].replace("-", " ")
        return _plain(audit, (f"Not reported yet: {stage}, for {audit.planned}.",))
    good, cases = graded(topic.register, audit, topic.as_at)
    results = list(audit.results) if stood and topic.whole(audit) else []
    overall = topic.whole(audit) and good is not None and cases
    facts = [f"{good} of {cases} cases good or better overall."] if overall else []
    facts += [_criterion(topic, one) for one in results]
    findings = topic.parts(audit, audit.findings) if told else ()
    strengths = topic.parts(audit, audit.strengths) if told else ()
    facts += [f"Strength: {flowing(one.text)}" for one in strengths]
    facts += [f"To improve: {flowing(one.text)}" for one in findings]
    facts += _asked(topic, audit, audit.recommendations)
    leaning, why = _leaning(topic, audit, good, cases, results, bool(strengths), bool(findings))
    return Entry(audit.id, audit.kind, audit.title, known, tuple(facts), (), leaning, why, audit.illustrative)


def _leaning(
    topic: Topic,
    audit: Audit,
    good: int | None,
    cases: int | None,
    results: list[CriterionResult],
    strong: bool,
    weak: bool,
) -> tuple[Leaning, str]:
    """By overall grades, else by all criteria together, else by whether it found strengths or weaknesses."""
    if topic.whole(audit) and good is not None and cases:
        return by_part(good, cases), f"{good} of {cases} cases good or better"
    counts = [each for one in results if (each := good_of(topic.register, one))]
    if counts and sum(of for _, of in counts):
        some, of = sum(good for good, _ in counts), sum(of for _, of in counts)
        return by_part(some, of), f"{some} of {of} grades good or better, all criteria together"
    ways: tuple[tuple[Leaning, bool], ...] = (("for", strong), ("against", weak))
    words = {
        "for": "strengths found",
        "against": "weaknesses found",
        "mixed": "strengths and weaknesses found",
    }
    leaning = together(way for way, there in ways if there)
    return leaning, words.get(leaning, "")


def _criterion(topic: Topic, result: CriterionResult) -> str:
    """One criterion with its cases by grade as counts, moderated before the auditors' own."""
    tool = topic.register.find(AuditTool, result.criterion.partition("/")[0])
    text = (
        next((c.text for c in tool.criteria if result.criterion == f"{tool.id}/{c.id}"), "") if tool else ""
    )
    names = {grade.id: grade.name.lower() for grade in tool.grades} if tool else {}
    counts = result.moderated or result.auditor
    said = ", ".join(f"{one.cases} {names.get(one.grade, one.grade.replace('-', ' '))}" for one in counts)
    own = "" if result.moderated else " (as the auditors graded, not moderated)"
    return f"{(flowing(text) or result.criterion).rstrip('.')}: {said or 'no cases'}{own}."


def _review(topic: Topic, review: Review) -> Entry | None:
    begun = [one.on for one in review.milestones if one.on and one.on <= topic.as_at]
    ended = review_ended(topic.register, review, None, topic.as_at)
    if ended is None:
        return _plain(review, ("It has not ended: its findings are not shown yet.",)) if begun else None
    findings = topic.parts(review, review.findings)
    facts = [f"{'What worked' if f.good_practice else 'Finding'}: {flowing(f.text)}" for f in findings]
    leaning = together("for" if one.good_practice else "against" for one in findings)
    why = {"for": "found what worked", "against": "found practice wanting", "mixed": "found both"}
    facts += _asked(topic, review, review.recommendations)
    return Entry(
        review.id,
        review.kind,
        review.title,
        ended,
        tuple(facts),
        (),
        leaning,
        why.get(leaning, ""),
        review.illustrative,
    )


def _inspection(topic: Topic, inspection: Inspection) -> Entry | None:
    published = topic.come(inspection.published)
    if published is None:
        return None
    judgements = inspection.judgements if topic.whole(inspection) else ()
    facts = [f"{one.area}: {one.judgement}." for one in judgements]
    facts += _asked(topic, inspection, inspection.areas_for_improvement)
    return Entry(
        inspection.id,
        inspection.kind,
        inspection.title,
        published,
        tuple(facts),
        illustrative=inspection.illustrative,
    )


def _scrutiny(topic: Topic, scrutiny: Scrutiny) -> Entry | None:
    reported = topic.come(scrutiny.reported)
    if reported is None:
        return None
    findings = topic.parts(scrutiny, scrutiny.findings)
    facts = [f"Asked: {flowing(scrutiny.question)}", *(f"Finding: {flowing(one.text)}" for one in findings)]
    facts += _asked(topic, scrutiny, scrutiny.recommendations)
    return Entry(
        scrutiny.id, scrutiny.kind, scrutiny.title, reported, tuple(facts), illustrative=scrutiny.illustrative
    )


def _asked(topic: Topic, record: Record, every: tuple[Recommendation, ...]) -> list[str]:
    """Where its recommendations on the topic stand, each with its overall state."""
    mine = {f"{record.id}/{one.id}" for one in topic.parts(record, every)}
    return [_stands(line) for line in topic.recommended[record.id] if line.address in mine]


def _stands(line: RecommendationLine) -> str:
    return f"Recommended ({line.overall.replace('-', ' ')}): {line.text}"


def _plain(record: Audit | Review, facts: tuple[str, ...]) -> Entry:
    return Entry(record.id, record.kind, record.title, None, facts, illustrative=record.illustrative)
