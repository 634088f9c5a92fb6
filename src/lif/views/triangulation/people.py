"""What people say of a topic: children and parents, and those who work with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.calendars import add_months, parse_period
from lif.records.meetings import GroupReport
from lif.records.priorities import Priority
from lif.records.section11 import Section11Answer, Section11Question, Section11Return, SurveyAnswer
from lif.records.voice import ComplaintsAndCompliments, PractitionerIntelligence, ThemeCount, Voice
from lif.views.called import agency_called, called_at
from lif.views.coverage.days import answered, surveyed
from lif.views.coverage.leanings import by_direction, by_score, by_share
from lif.views.coverage.states import OLD_MONTHS
from lif.views.shown import flowing
from lif.views.triangulation.entries import Entry, Named, Panel, Sentence
from lif.views.triangulation.topic import Topic

_MET = {"fully-met": "fully met", "partly-met": "partly met", "not-met": "not met"}


def children_and_parents(topic: Topic) -> Panel:
    """What children, parents and carers said, what groups heard of them, and complaints as counts."""
    entries = [
        *(_voice(topic, one) for one in topic.all(Voice) if one.on <= topic.as_at),
        *_heard(topic, "children-and-parents"),
        *(entry for one in topic.all(ComplaintsAndCompliments) if (entry := _complaints(topic, one))),
    ]
    nothing = "Children and parents: nobody has recorded what they say of it."
    return Panel("children-and-parents", "Children and parents", _newest(entries), nothing)


def practitioners(topic: Topic) -> Panel:
    """What practitioners said, moderated scores of section 11 and the staff surveys beside them."""
    said = [
        Entry(
            one.id,
            one.kind,
            one.title,
            one.on,
            tuple(_people(one)),
            (),
            by_direction(topic.register, one, None),
            _spoke(one.direction),
            one.illustrative,
        )
        for one in topic.all(PractitionerIntelligence)
        if one.on <= topic.as_at
    ]
    entries = [*said, *_heard(topic, "practitioners"), *_returns(topic)]
    nothing = "Practitioners: nobody has recorded what they say of it."
    return Panel("practitioners", "Practitioners", _newest(entries), nothing)


def pairs(topic: Topic) -> tuple[Sentence, ...]:
    """Questions of section 11 on which the moderated score and the agency's own staff speak differently."""
    return tuple(
        Sentence(
            f"On “{flowing(text)}” the moderated score of {agency_called(topic.register, one.agency)} is "
            f"{_MET[answer.moderated_score]}, while {survey.said_yes} of {survey.of} staff said yes.",
            (Named(one.id, called(topic, one), one.illustrative),),
        )
        for one, answer, survey, text in _answers(topic)
        if survey and answer.moderated_score and _weighed(topic, one, answer, survey)
        if {by_score(topic.register, one, answer), by_share(topic.register, one, survey)}
        == {"for", "against"}
    )


def _weighed(topic: Topic, one: Section11Return, answer: Section11Answer, survey: SurveyAnswer) -> bool:
    """Whether both were there by the day, and neither is too old to be weighed."""
    oldest = add_months(topic.as_at, -OLD_MONTHS)
    days = (
        answered(topic.register, one, answer, topic.as_at),
        surveyed(topic.register, one, survey, topic.as_at),
    )
    return all(day is not None and day >= oldest for day in days)


def called(topic: Topic, one: Section11Return) -> str:
    """What readers call a return: section 11, whose, and of which cycle."""
    return f"Section 11, {agency_called(topic.register, one.agency)}, {one.cycle}"


def _newest(entries: list[Entry]) -> tuple[Entry, ...]:
    ordered = sorted(entries, key=lambda entry: (-(entry.on or date.min).toordinal(), entry.record))
    return tuple(ordered)


def _voice(topic: Topic, one: Voice) -> Entry:
    facts = [*_people(one)]
    if one.done and one.done_on and one.done_on <= topic.as_at:
        facts.append(f"Done about it: {flowing(one.done)}")
    return Entry(
        one.id,
        one.kind,
        one.title,
        one.on,
        tuple(facts),
        (),
        by_direction(topic.register, one, None),
        _spoke(one.direction),
        one.illustrative,
    )


def _people(one: Voice | PractitionerIntelligence) -> Iterator[str]:
    """How many were heard and how, then what they said."""
    whom = one.from_whom.replace("-", " ") if isinstance(one, Voice) else "practitioners"
    many = f"{one.heard} heard" if one.heard is not None else "how many were heard is not recorded"
    asked = f" of {one.asked} asked" if one.heard is not None and one.asked is not None else ""
    yield f"{whom.capitalize()}, by {one.method.replace('-', ' ')}: {many}{asked}."
    yield flowing(one.text)


def _spoke(direction: str | None) -> str:
    return {"good": "spoke well of it", "mixed": "said mixed things", "poor": "spoke poorly of it"}.get(
        direction or "", ""
    )


def _complaints(topic: Topic, one: ComplaintsAndCompliments) -> Entry | None:
    """Complaints and compliments as counts: one more or fewer says nothing of how things go."""
    if one.received is None or one.received > topic.as_at:
        return None
    facts = tuple(_counted(topic, each) for each in topic.named(one, one.by_theme))
    name = f"Complaints and compliments, {agency_called(topic.register, one.agency)}, {one.period}"
    end = parse_period(one.period).end
    return Entry(one.id, one.kind, name, min(end, one.received), facts, illustrative=one.illustrative)


def _counted(topic: Topic, each: ThemeCount) -> str:
    name = called_at(topic.register, each.theme)
    return f"{name}: {each.complaints} complaints, {each.compliments} compliments."


def _heard(topic: Topic, from_whom: str) -> Iterator[Entry]:
    """What groups' reports heard from them about a priority."""
    if not isinstance(topic.about, Priority):
        return
    for report in topic.all(GroupReport):
        heard = [each for each in topic.named(report, report.heard) if each.from_whom == from_whom]
        if heard and report.received and report.received <= topic.as_at:
            yield Entry(
                report.id,
                report.kind,
                f"{called_at(topic.register, report.group)}, report of {report.quarter}",
                report.received,
                tuple(flowing(each.text) for each in heard),
                illustrative=report.illustrative,
            )


def _returns(topic: Topic) -> Iterator[Entry]:
    """Returns whose own audits were on the theme, or with an answer that led to an action on it."""
    for one in topic.all(Section11Return):
        if one.moderated and one.moderated <= topic.as_at and one.audit_text:
            yield Entry(
                one.id,
                one.kind,
                f"{called(topic, one)}: audits that it did alone",
                one.moderated,
                (flowing(one.audit_text),),
                illustrative=one.illustrative,
            )
    for one, answer, survey, text in _answers(topic):
        yield from _answer(topic, one, answer, survey, text)


def _answer(
    topic: Topic, one: Section11Return, answer: Section11Answer, survey: SurveyAnswer | None, text: str
) -> Iterator[Entry]:
    score = _MET.get(answer.moderated_score or "")
    on = answered(topic.register, one, answer, topic.as_at)
    if score and on:
        own = f" (the agency's own score: {_MET[answer.self_score]})" if answer.self_score else ""
        fact = f"{flowing(text)} {score.capitalize()}{own}."
        leaning = by_score(topic.register, one, answer)
        yield Entry(
            one.id,
            one.kind,
            called(topic, one),
            on,
            (fact,),
            (),
            leaning,
            f"moderated {score}",
            one.illustrative,
        )
    closed = surveyed(topic.register, one, survey, topic.as_at)
    if survey and closed:
        yield Entry(
            one.id,
            one.kind,
            f"{called(topic, one)}: staff survey",
            closed,
            (f"{flowing(text)} {survey.said_yes} of {survey.of} staff said yes.",),
            (),
            by_share(topic.register, one, survey),
            f"{survey.said_yes} of {survey.of} staff said yes",
            one.illustrative,
        )


_Asked = tuple[Section11Return, Section11Answer, SurveyAnswer | None, str]


def _answers(topic: Topic) -> Iterator[_Asked]:
    """Every answer that is on the topic, with the staff survey's on the same question and the question."""
    addresses = set(topic.addresses)
    for one in topic.register.all(Section11Return):
        surveys = {each.question: each for each in one.survey.answers} if one.survey else {}
        for answer in one.answers:
            if addresses & _named_by(topic, answer):
                question = topic.register.get(answer.question)
                text = question.text if isinstance(question, Section11Question) else answer.question
                yield one, answer, surveys.get(answer.question), text


def _named_by(topic: Topic, answer: Section11Answer) -> set[str]:
    """The themes and priorities of the actions and records that an answer names."""
    found: set[str] = set()
    for address in (*answer.actions, *answer.evidence):
        thing = topic.register.get(address)
        found.update(getattr(thing, "themes", ()), getattr(thing, "priorities", ()))
    return found
