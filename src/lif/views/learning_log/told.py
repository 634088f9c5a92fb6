"""Whom learning reached, and whether what a local review found was told to everybody in the time agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.law import Deadline, State, running
from lif.law.vocabulary import TOLD_AS
from lif.records.governance import Agency
from lif.records.learning import GoodPractice, Learning, Product
from lif.records.record import stands
from lif.records.reviews import Finding, Review
from lif.views.called import agency_called, called_at
from lif.views.papers import Question
from lif.views.telling.learned import form_words, out


@dataclass(frozen=True, slots=True)
class ToldInTime:
    """A review whose key findings are to be told in one form by a day: what became of that.

    `findings` are those that must improve something, and `findings_told` those of them that had been told in
    that form by the day of the paper.
    """

    review: str
    name: str
    form: str
    ended: date
    due: date | None
    told: date | None
    state: State
    days: int | None
    findings: int
    findings_told: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that went out, such as an issue of a newsletter: what it told, and whom it reached.

    `people` are added up from what agencies said; `without` are the agencies that said nothing of it.
    """

    title: str
    form: str
    on: date
    tells: tuple[str, ...]
    agencies: tuple[str, ...]
    people: int
    uncounted: int
    used: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AgencyReach:
    """One agency: how many of the things that went out it said reached its people, and how many people."""

    agency: str
    issues: int
    people: int
    used: int
    illustrative: bool


def told_in_time(question: Question) -> tuple[ToldInTime, ...]:
    """Every clock that a form of telling stops, by the end of the review, the newest first."""
    clocks = (one for one in running(question.register, question.as_at) if one.clock.stops in TOLD_AS)
    found = [_told(question, one) for one in clocks]
    return tuple(sorted(found, key=lambda each: (-each.ended.toordinal(), each.review)))


def _told(question: Question, one: Deadline) -> ToldInTime:
    form, review = one.clock.stops or "", one.record
    findings = _to_improve(review) if isinstance(review, Review) else ()
    return ToldInTime(
        review=one.address,
        name=called_at(question.register, one.address),
        form=form_words(form),
        ended=one.due.trigger,
        due=one.verdict.due,
        told=one.done.on if one.done else None,
        state=one.verdict.state,
        days=one.verdict.days,
        findings=len(findings),
        findings_told=sum(_is_told(question, one.address, each, form) for each in findings),
        illustrative=bool(review and review.illustrative),
    )


def _to_improve(review: Review) -> tuple[Finding, ...]:
    return tuple(each for each in review.findings if not each.good_practice and each.retired is None)


def _is_told(question: Question, review: str, finding: Finding, form: str) -> bool:
    """Whether learning that was drawn from a finding, or from its whole review, went out in a form."""
    register = question.register
    ties = (*register.links_to(review), *register.links_to(f"{review}/{finding.id}"))
    drawn = (register.find(Learning, tie.source) for tie in ties if tie.path[0] == "sources")
    return any(
        product.sort == form and product.on and product.on <= question.as_at
        for record in drawn
        if record is not None and stands(record, question.as_at)
        for product in out(record)
    )


def issues(records: tuple[Learning | GoodPractice, ...], question: Question) -> tuple[Issue, ...]:
    """Everything that had gone out by the day, the newest first; what carries one title on one day is one."""
    grouped: dict[tuple[date, str, str], list[tuple[Learning | GoodPractice, Product]]] = defaultdict(list)
    for record in records:
        for product in out(record):
            if product.on and product.on <= question.as_at:
                grouped[product.on, product.sort, product.title].append((record, product))
    found = [_issue(question, key, told) for key, told in grouped.items()]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.form, each.title)))


def _issue(
    question: Question,
    key: tuple[date, str, str],
    told: list[tuple[Learning | GoodPractice, Product]],
) -> Issue:
    """One issue; where several records tell of its reach in an agency, the largest number is taken."""
    on, sort, title = key
    people: dict[str, int | None] = {}
    used: set[str] = set()
    for _, product in told:
        for each in product.reach:
            if each.on <= question.as_at:
                people[each.agency] = _larger(people.get(each.agency), each.people)
                used |= {each.agency} if each.used else set()
    return Issue(
        title,
        form_words(sort),
        on,
        tuple(dict.fromkeys(record.title for record, _ in told)),
        tuple(sorted(agency_called(question.register, each) for each in people)),
        sum(each or 0 for each in people.values()),
        sum(each is None for each in people.values()),
        len(used),
        any(record.illustrative for record, _ in told),
    )


def _larger(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else max(one, other)


def by_agency(records: tuple[Learning | GoodPractice, ...], question: Question) -> tuple[AgencyReach, ...]:
    """Every agency of the day: what it said reached its people, those that said least first."""
    reached: dict[str, dict[tuple[date | None, str], tuple[int, bool]]] = defaultdict(dict)
    example: set[str] = set()
    for record in records:
        for product in out(record):
            for each in product.reach:
                if each.on <= question.as_at:
                    before, did = reached[each.agency].get((product.on, product.title), (0, False))
                    told = (max(before, each.people or 0), did or bool(each.used))
                    reached[each.agency][product.on, product.title] = told
                    example |= {each.agency} if record.illustrative else set()
    lines = [
        AgencyReach(
            agency_called(question.register, id_),
            len(found := reached.get(id_, {})),
            sum(people for people, _ in found.values()),
            sum(did for _, did in found.values()),
            id_ in example,
        )
        for id_ in {*_there(question), *reached}
    ]
    return tuple(sorted(lines, key=lambda each: (each.issues, each.people, each.agency.casefold())))


def _there(question: Question) -> Iterator[str]:
    """The agencies of the day that could be reached: the board itself is none."""
    for one in question.register.all(Agency):
        begun = one.since is None or one.since <= question.as_at
        over = one.until is not None and one.until < question.as_at
        if one.sector != "partnership" and begun and not over and stands(one, question.as_at):
            yield one.id
