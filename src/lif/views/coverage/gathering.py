"""Finds every piece of evidence for an address, by the links of the register and the table of ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from lif.calendars import parse_period
from lif.law.running import Deadline, running
from lif.measures.found import found_on
from lif.measures.judged import judged
from lif.measures.series import Figures, Series
from lif.records.actions import Action
from lif.records.audits import AuditTool
from lif.records.elements import BoardAction, Question, ReviewRoute, Statement
from lif.records.figures import Return, ReturnSchedule
from lif.records.indicators import DevelopmentItem, Indicator
from lif.records.law import Duty
from lif.records.links import Tie
from lif.records.meetings import GroupReport
from lif.records.priorities import Outcome
from lif.records.record import Item, Record, stands
from lif.records.reviews import Review
from lif.records.section11 import Section11Standard
from lif.register import Register
from lif.views.actions import seen_on
from lif.views.coverage.leanings import by_signals
from lif.views.coverage.pieces import Leaning, Piece, merged
from lif.views.coverage.ways import BY_FIELD, Way
from lif.views.showing import name_of
from lif.views.thread.naming import called as thread_called

RETURNS_SHOWN = 4
"""Of the returns of an agency the last four: a year, where they come each quarter."""

NUMBERS = ("elements", "priorities", "questions")
"""Fields by which an indicator says what it bears on."""

_STEPS = {
    (AuditTool, "criteria.statement"): "criteria",
    (Section11Standard, "questions.statements"): "questions",
}
"""A criterion or a question stands between a statement and the audits or returns that answer it."""

_KEPT: dict[str, Leaning] = {"met": "for", "met-late": "against", "breached": "against"}
"""Which way a deadline of a duty leans: kept in time, kept late, missed."""


@dataclass
class Gathering:
    """What there is to find evidence in; figures of one indicator are judged once."""

    register: Register
    figures: Figures
    as_at: date
    _numbers: dict[str, Piece | None] = field(default_factory=dict, repr=False)

    def of(self, address: str) -> tuple[Piece, ...]:
        """Every piece of evidence for the record or item at an address, newest first."""
        return merged(self._found(address))

    def _found(self, address: str) -> Iterator[Piece]:
        for tie in self.register.links_to(address):
            yield from self._through(tie)
        yield from self._named(self.register.get(address))

    def _through(self, tie: Tie) -> Iterator[Piece]:
        """What one link brings: a piece, or those that stand behind a criterion or a question."""
        record = self.register.entries[tie.source].record
        if not stands(record, self.as_at):
            return
        path = ".".join(step for step in tie.path if isinstance(step, str))
        if isinstance(record, Indicator) and path in NUMBERS:
            yield from self._figure(record)
        elif isinstance(record, ReturnSchedule) and path == "answers":
            yield from self._returns(record)
        elif (type(record), path) in _STEPS:
            part = part_of(record, tie)
            if isinstance(part, Item) and stands(part, self.as_at):
                for behind in self.register.links_to(f"{record.id}/{part.id}"):
                    yield from self._through(behind)
        elif way := BY_FIELD.get((type(record), path)):
            yield from self._piece(way, record, tie)

    def _piece(self, way: Way, record: Record, tie: Tie) -> Iterator[Piece]:
        seen = seen_on(record, self.as_at) if isinstance(record, Action) else record
        part = part_of(seen, tie)
        if isinstance(part, Item) and not stands(part, self.as_at):
            return
        on = way.day(self.register, seen, part, self.as_at)
        if on is not None:
            yield Piece(
                record.id,
                record.kind,
                called(self.register, record),
                way.sort_of(seen, part),
                on,
                _ids(getattr(record, way.agencies)) if way.agencies else (),
                way.lean(self.register, seen, part),
                way.children(seen, part),
                record.illustrative,
            )

    def _named(self, thing: Record | Item | None) -> Iterator[Piece]:
        """What a statement, an outcome, an action of the board or a question names itself."""
        named: tuple[str, ...] = ()
        if isinstance(thing, Statement | Outcome):
            named = thing.shown_by
        elif isinstance(thing, BoardAction):
            named = thing.watches
        elif isinstance(thing, Question):
            yield from self._answers(thing)
        elif isinstance(thing, ReviewRoute):
            yield from self._held(thing)
        elif isinstance(thing, Duty):
            yield from (piece for one in self._deadlines[thing.id] if (piece := self._kept(one)))
        for address in named:
            indicator = self.register.find(Indicator, address)
            if indicator and stands(indicator, self.as_at):
                yield from self._figure(indicator)
            standard = self.register.find(Section11Standard, address)
            for question in standard.questions if standard else ():
                for tie in self.register.links_to(f"{address}/{question.id}"):
                    yield from self._through(tie)

    def _answers(self, question: Question) -> Iterator[Piece]:
        """The actions, or the agenda of data still wanted, for the questions that these answer."""
        if question.answered_by == "actions":
            for action in self.register.all(Action):
                if action.agreed_on <= self.as_at and stands(action, self.as_at):
                    seen = seen_on(action, self.as_at)
                    steps, notes = (one.on for one in seen.steps), (one.on for one in seen.progress)
                    yield _document(action, max((action.agreed_on, *steps, *notes)))
        elif question.answered_by == "development-agenda":
            for item in self.register.all(DevelopmentItem):
                if item.on is not None and item.on <= self.as_at and stands(item, self.as_at):
                    yield _document(item, item.on)

    def _returns(self, schedule: ReturnSchedule) -> Iterator[Piece]:
        """The latest returns of a schedule: in time they speak for it, late or missing against it."""
        since = parse_period(schedule.since)
        owed = [
            one
            for one in self.register.all(Return)
            if one.agency == schedule.agency and one.due <= self.as_at and stands(one, self.as_at)
            if parse_period(one.period).kind is since.kind and parse_period(one.period) >= since
        ]
        for one in sorted(owed, key=lambda each: each.due)[-RETURNS_SHOWN:]:
            came = one.received if one.received and one.received <= self.as_at else None
            leaning: Leaning = "for" if came and came <= one.due else "against"
            name, on = called(self.register, one), came or one.due
            made_up = one.illustrative
            yield Piece(one.id, one.kind, name, "document", on, (one.agency,), leaning, illustrative=made_up)

    def _held(self, route: ReviewRoute) -> Iterator[Piece]:
        """The reviews of its sorts whose findings the board knew."""
        for review in self.register.all(Review):
            on = found_on(review)
            if review.sort in route.sorts and on and on <= self.as_at and stands(review, self.as_at):
                yield self._review(review, on)

    def _review(self, review: Review, on: date) -> Piece:
        name, made_up = called(self.register, review), review.illustrative
        return Piece(review.id, review.kind, name, "review", on, review.agencies, "for", illustrative=made_up)

    @cached_property
    def _deadlines(self) -> dict[str, list[Deadline]]:
        """Every clock that the records run, by its duty."""
        found: dict[str, list[Deadline]] = defaultdict(list)
        for deadline in running(self.register, self.as_at):
            found[deadline.duty.id].append(deadline)
        return found

    def _kept(self, deadline: Deadline) -> Piece | None:
        """A deadline that was kept, kept late or missed; one that still runs shows nothing."""
        state, record = deadline.verdict.state, deadline.record
        on = deadline.done.on if deadline.done else deadline.verdict.due if state == "breached" else None
        if on is None or record is None:
            return None
        leaning = _KEPT.get(state, "silent")
        name = called(self.register, record)
        return Piece(record.id, record.kind, name, "document", on, (), leaning, False, record.illustrative)

    def _figure(self, indicator: Indicator) -> Iterator[Piece]:
        """The indicator as numbers, when it has a figure: as old as the end of its latest period."""
        if indicator.id not in self._numbers:
            self._numbers[indicator.id] = self._number(indicator)
        if piece := self._numbers[indicator.id]:
            yield piece

    def _number(self, indicator: Indicator) -> Piece | None:
        found = (self.figures.find(f"{indicator.id}/{measure.id}") for measure in indicator.measures)
        series = [one for one in found if one and one.latest(self.as_at)]
        if not series:
            return None
        newest = max(series, key=self._end)
        verdict = judged(self.register, series[0], self.as_at, self.as_at, self.figures)
        return Piece(
            indicator.id,
            indicator.kind,
            indicator.name,
            "numbers",
            self._end(newest),
            indicator.agencies or (indicator.supplier,),
            by_signals(verdict),
            illustrative=newest.illustrative or series[0].illustrative or indicator.illustrative,
        )

    def _end(self, series: Series) -> date:
        latest = series.latest(self.as_at)
        return latest.period.end if latest else date.min


def part_of(record: Record, tie: Tie) -> object:
    """The innermost part of a record in which a link stands; the record itself for a field of its own."""
    steps = tie.path[:-2] if isinstance(tie.path[-1], int) else tie.path[:-1]
    found: object = record
    for step in steps:
        found = (
            found[step] if isinstance(step, int) and isinstance(found, tuple) else getattr(found, str(step))
        )
    return found


def called(register: Register, record: Record) -> str:
    """What readers call a record; a report of a group by whose it is, since its kind stands beside it."""
    name = thread_called(register, record.id)
    return name.removeprefix("Report, ") if isinstance(record, GroupReport) else name


def _document(record: Action | DevelopmentItem, on: date) -> Piece:
    return Piece(record.id, record.kind, name_of(record), "document", on, illustrative=record.illustrative)


def _ids(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value or ()
