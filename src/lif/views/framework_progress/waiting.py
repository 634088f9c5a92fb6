"""What was planned beside the statements: strategies, wanted measures, routes, documents, aims."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lif.calendars import parse_period
from lif.records.actions import Action
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.law import Amendment
from lif.records.priorities import Priority, Strategy
from lif.records.publications import ImprovementPlan
from lif.records.record import stands
from lif.records.references import Document
from lif.views.actions import OPEN, standing_on
from lif.views.as_known import as_known
from lif.views.coverage.routes import ROUTE_WORDS
from lif.views.framework_progress.span import Span
from lif.views.helped import DONE, helped_on
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class StrategyLine:
    """A strategy: whose, which priorities belong to it, and how far the actions on those are.

    No record dates a strategy itself, so its own progress can be told only by what is done under it.
    """

    name: str
    sort: str
    owner: str
    priorities: tuple[str, ...]
    open: int
    open_before: int
    done: int
    done_before: int
    helped: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class WantedLine:
    """A measure that is wanted: why, how far it has come, and by how many days it is late."""

    name: str
    why: str
    owner: str
    status: str
    since: date | None
    due: date | None
    days_late: int
    next_step: str
    became: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class RouteLine:
    """A route by which learning travels, and whom it reaches: how it stands now and stood a year before."""

    element: str
    passes: str
    reaches: tuple[str, ...]
    state: str
    before: str
    last: date | None
    silent_days: int | None
    allowed_days: int | None
    passed: int
    passed_before: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class AimLine:
    """An aim of the improvement plan in force, with what was seen of it."""

    plan: str
    text: str
    actions: int
    done: int
    effect: str
    effect_on: date | None
    seen: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class LateDocument:
    """A document that is past the day on which it was to be looked at again."""

    title: str
    owner: str
    due: date
    days_late: int
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change of the framework made in the year."""

    on: date
    text: str
    agreed_by: str
    illustrative: bool


def strategies(span: Span) -> tuple[StrategyLine, ...]:
    """The strategies that the framework names, by name."""
    found = [each for each in span.register.all(Strategy) if stands(each, span.as_at)]
    return tuple(_strategy(span, each) for each in sorted(found, key=lambda each: each.name))


def _strategy(span: Span, strategy: Strategy) -> StrategyLine:
    served = [
        each
        for each in span.register.all(Priority)
        if strategy.id in each.strategies and stands(each, span.as_at)
    ]
    ids = {each.id for each in served}
    now, then = (_work(span, ids, day) for day in (span.as_at, span.before))
    return StrategyLine(
        strategy.name,
        strategy.sort.replace("-", " "),
        strategy.owner or "",
        tuple(each.name for each in served),
        now[0],
        then[0],
        now[1],
        then[1],
        now[2],
        strategy.illustrative,
    )


def _work(span: Span, priorities: set[str], day: date) -> tuple[int, int, int]:
    """Of the actions on these priorities: how many were open, done, and seen to have helped, on a day."""
    mine = [
        each
        for each in span.register.all(Action)
        if each.agreed_on <= day and stands(each, day) and priorities.intersection(each.priorities)
    ]
    stood: Counter[str] = Counter(standing_on(each, day) for each in mine)
    helped = sum(
        standing_on(each, day) in DONE and helped_on(each, day) in ("shown", "partly-shown") for each in mine
    )
    return sum(stood[one] for one in OPEN), sum(stood[one] for one in DONE), helped


def wanted(span: Span) -> tuple[WantedLine, ...]:
    """The agenda of measures that are wanted, the latest first, then by the day they are expected."""
    lines = []
    for each in span.register.all(DevelopmentItem):
        if not stands(each, span.as_at) or (each.on and each.on > span.as_at):
            continue
        open_ = each.status not in ("in-use", "dropped")
        late = (span.as_at - each.due).days if open_ and each.due and each.due < span.as_at else 0
        became = span.register.find(Indicator, each.became)
        lines.append(
            WantedLine(
                each.name,
                flowing(each.why),
                span.called(each.owner),
                each.status.replace("-", " "),
                each.on,
                each.due,
                late,
                flowing(each.next_step),
                became.name if became else "",
                each.illustrative,
            )
        )
    return tuple(sorted(lines, key=lambda each: (-each.days_late, each.due or date.max, each.name)))


def routes(span: Span) -> tuple[RouteLine, ...]:
    """Every learning route, in the order of the framework."""
    then = {each.address: each for each in span.then.routes}
    lines = []
    for each in span.now.routes:
        before = then.get(each.address)
        lines.append(
            RouteLine(
                each.element,
                each.passes,
                each.reaches,
                ROUTE_WORDS[each.state],
                ROUTE_WORDS[before.state] if before else "",
                each.last,
                each.silent_days,
                each.allowed_days,
                sum(one.on > span.before for one in each.passed),
                len(each.passed) - sum(one.on > span.before for one in each.passed),
                each.illustrative,
            )
        )
    return tuple(lines)


def aims(span: Span) -> tuple[AimLine, ...]:
    """The aims of the improvement plans whose year had begun and was not over."""
    lines = []
    for written in span.register.all(ImprovementPlan):
        period = parse_period(written.period)
        begun = written.approved_on is None or written.approved_on <= span.as_at
        if not (begun and period.start <= span.as_at <= period.end and stands(written, span.as_at)):
            continue
        plan = as_known(span.register, written, span.as_at)
        for one in plan.lines:
            actions = [found for id_ in one.actions if (found := span.register.find(Action, id_))]
            lines.append(
                AimLine(
                    plan.title,
                    flowing(one.text),
                    len(actions),
                    sum(standing_on(each, span.as_at) in DONE for each in actions),
                    one.effect or "",
                    one.effect_on,
                    flowing(one.effect_text),
                    plan.illustrative,
                )
            )
    return tuple(lines)


def late_documents(span: Span) -> tuple[LateDocument, ...]:
    """Documents past their review, the longest first."""
    lines = []
    for written in span.register.all(Document):
        each = as_known(span.register, written, span.as_at)
        if stands(each, span.as_at) and each.review_due and each.review_due < span.as_at:
            days = (span.as_at - each.review_due).days
            lines.append(LateDocument(each.title, each.owner, each.review_due, days, each.illustrative))
    return tuple(sorted(lines, key=lambda each: (-each.days_late, each.title)))


def changes(span: Span) -> tuple[ChangeLine, ...]:
    """Changes of the framework in the year up to the day, newest first."""
    found = [
        ChangeLine(each.on, flowing(each.text), span.called(each.agreed_by), each.illustrative)
        for each in span.register.all(Amendment)
        if span.before < each.on <= span.as_at and stands(each, span.as_at)
    ]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), each.text)))
