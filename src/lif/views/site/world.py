"""All that the pages of the site look at, made once: what was known on the day, links by name, every line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lif.calendars import Period, add_months, quarter_of
from lif.measures.judged import Judged
from lif.measures.series import Series
from lif.records.actions import Action
from lif.records.figures import Asked, Return, Story
from lif.records.governance import Agency
from lif.records.indicators import Indicator, Measure
from lif.records.record import Record
from lif.register import Register
from lif.views.actions import ActionLine, action_line
from lif.views.audits import AuditLine, audit_lines
from lif.views.calendar import Calendar, calendar
from lif.views.calendar import Entry as Dated
from lif.views.coverage import Coverage, coverage
from lif.views.coverage import Row as CoverageRow
from lif.views.deadlines import DeadlineLine, all_deadlines
from lif.views.helped import DONE, HelpedLine, helped_line
from lif.views.papers import Question
from lif.views.recommendations import RecommendationLine, recommendations
from lif.views.recurring import ThemeLine, recurring
from lif.views.reviews import ReviewLine, review_lines
from lif.views.scorecard.lines import Line, line
from lif.views.scorecard.parts import PriorityPart, priority_parts
from lif.views.scorecard.question import Ask, latest_quarter
from lif.views.site.known import as_known
from lif.views.site.naming import named, whole
from lif.views.site.pieces import Ref, Words
from lif.views.site.places import page_of, spoken


@dataclass(frozen=True)
class World:
    """What a site is made from; every list in it is made when first wanted, and once."""

    question: Question

    @property
    def register(self) -> Register:
        """The records as they stand, for views that take the day themselves."""
        return self.question.register

    @property
    def as_at(self) -> date:
        """The day of the site."""
        return self.question.as_at

    @cached_property
    def known(self) -> Register:
        """The records as they were known on the day, with the links that stood in them."""
        return as_known(self.register, self.as_at)

    @cached_property
    def quarter(self) -> Period:
        """The latest quarter with a return that had come, or the last that had ended by the day."""
        found = latest_quarter(self.register, self.as_at)
        return found or quarter_of(add_months(quarter_of(self.as_at).start, -1))

    @cached_property
    def ask(self) -> Ask:
        """The scorecard's question for the latest quarter, of the whole board."""
        asked = self.question
        return Ask(asked.register, asked.figures, asked.as_at, self.quarter)

    @cached_property
    def judged(self) -> Mapping[str, Judged]:
        """Every series of the board's own figures, judged at the end of the quarter, by its address."""
        figures = self.question.figures
        own = (
            series
            for (address, area, breakdown), series in figures.series.items()
            if area == figures.own_area(address) and not breakdown
        )
        return {series.address: self.ask.judge(series) for series in own}

    def headline(self, indicator: Indicator) -> Judged | None:
        """The headline series of an indicator, judged; None when it has no figure at all."""
        return self.judged.get(f"{indicator.id}/{indicator.measures[0].id}")

    def series_of(self, indicator: Indicator) -> tuple[Series, ...]:
        """Every series of an indicator that has figures, the headline first."""
        addresses = (f"{indicator.id}/{measure.id}" for measure in indicator.measures)
        return tuple(self.judged[address].series for address in addresses if address in self.judged)

    @cached_property
    def lines(self) -> Mapping[str, Line]:
        """The line of every indicator that is known, by id."""
        return {
            each.id: line(self.ask, self.register.record(Indicator, each.id), self.headline(each))
            for each in self.known.all(Indicator)
        }

    @cached_property
    def in_use(self) -> tuple[Line, ...]:
        """The lines of the indicators in use, by part of the child's journey and name."""
        return tuple(self.lines[each.id] for each in self.ask.indicators() if each.id in self.lines)

    @cached_property
    def priority_parts(self) -> Mapping[str, PriorityPart]:
        """What the data, people and reports say of each priority this quarter, by id."""
        return {part.id: part for part in priority_parts(self.ask, self.in_use)}

    @cached_property
    def themes(self) -> Mapping[str, ThemeLine]:
        """What found each theme, and what carries it, by id."""
        return {each.theme: each for each in recurring(self.register, self.as_at, 1)}

    @cached_property
    def actions(self) -> Mapping[str, ActionLine]:
        """The line of every action that had been agreed, by id, the longest overdue first."""
        found = [
            action_line(self.register, self.register.record(Action, each.id), self.as_at)
            for each in self.known.all(Action)
        ]
        return {each.id: each for each in sorted(found, key=lambda x: (-x.days_overdue, x.due, x.id))}

    @cached_property
    def helped(self) -> Mapping[str, HelpedLine]:
        """What is known of whether each action that was done has helped, by id."""
        figures = self.question.figures
        return {
            id_: helped_line(self.register, figures, self.register.record(Action, id_), each, self.as_at)
            for id_, each in self.actions.items()
            if each.standing in DONE
        }

    @cached_property
    def reviews(self) -> Mapping[str, ReviewLine]:
        """The line of every review, by id, what is not finished first."""
        return {each.id: each for each in review_lines(self.register, self.as_at)}

    @cached_property
    def audits(self) -> Mapping[str, AuditLine]:
        """The line of every audit, by id, in order of the calendar."""
        return {each.id: each for each in audit_lines(self.register, self.as_at)}

    @cached_property
    def recommended(self) -> Mapping[str, tuple[RecommendationLine, ...]]:
        """Where every recommendation stands, by the record that makes it."""
        found: dict[str, list[RecommendationLine]] = defaultdict(list)
        for each in recommendations(self.register, self.as_at):
            found[each.record].append(each)
        return {id_: tuple(lines) for id_, lines in found.items()}

    @cached_property
    def coverage(self) -> Coverage:
        """What shows each statement of the framework."""
        asked = self.question
        return coverage(asked.register, asked.figures, asked.as_at)

    @cached_property
    def covered(self) -> Mapping[str, tuple[CoverageRow, ...]]:
        """The rows of coverage by the record that states them."""
        found: dict[str, list[CoverageRow]] = defaultdict(list)
        for row in self.coverage.rows:
            found[row.stated.address.partition("/")[0]].append(row)
        return {id_: tuple(rows) for id_, rows in found.items()}

    @cached_property
    def stated(self) -> Mapping[str, CoverageRow]:
        """The rows of coverage by the address of the statement."""
        return {row.stated.address: row for row in self.coverage.rows}

    @cached_property
    def calendar(self) -> Calendar:
        """Everything with a date in the year to come, and what is late."""
        return calendar(self.register, self.as_at)

    @cached_property
    def dated(self) -> Mapping[str, tuple[Dated, ...]]:
        """What falls due of each record, late first."""
        found: dict[str, list[Dated]] = defaultdict(list)
        for entry in (*self.calendar.late, *self.calendar.entries):
            found[entry.record].append(entry)
        return {id_: tuple(entries) for id_, entries in found.items()}

    @cached_property
    def deadlines(self) -> Mapping[str, tuple[DeadlineLine, ...]]:
        """Every deadline by the record that it is about, by date."""
        found: dict[str, list[DeadlineLine]] = defaultdict(list)
        for each in all_deadlines(self.register, self.as_at):
            found[each.record.partition("/")[0]].append(each)
        return {id_: tuple(lines) for id_, lines in found.items()}

    @cached_property
    def stories(self) -> Mapping[str, tuple[tuple[Return, Story], ...]]:
        """What was said about each indicator in returns that had come, the latest first."""
        found: dict[str, list[tuple[Return, Story]]] = defaultdict(list)
        for return_ in self.known.all(Return):
            if return_.received is not None:
                for story in return_.stories:
                    found[story.indicator].append((return_, story))
        return {
            id_: tuple(sorted(told, key=lambda each: (each[1].written_on, each[0].id), reverse=True))
            for id_, told in found.items()
        }

    @cached_property
    def asked(self) -> Mapping[str, tuple[tuple[Return, Asked], ...]]:
        """Every explanation that was asked for, by the indicator that it was to be about."""
        found: dict[str, list[tuple[Return, Asked]]] = defaultdict(list)
        for return_ in self.known.all(Return):
            for asked in return_.asked:
                found[asked.indicator].append((return_, asked))
        return {id_: tuple(each) for id_, each in found.items()}

    @cached_property
    def _refs(self) -> dict[str, Ref | None]:
        return {}

    def ref(self, address: str) -> Ref | None:
        """The link to a record or item; None where there is none, or it was not known on the day."""
        if address not in self._refs:
            self._refs[address] = self._made(address)
        return self._refs[address]

    def _made(self, address: str) -> Ref | None:
        id_, _, item = address.partition("/")
        entry = self.known.entries.get(id_)
        if entry is None or (item and self.known.get(address) is None):
            return None
        kind = type(entry.record)
        path = page_of(kind, id_)
        place = f"{path}#{item}" if item else path
        return Ref(place, whole(self.known, address), spoken(kind), entry.record.illustrative)

    def link(self, address: str) -> tuple[Words, ...]:
        """What a field that points there says: the link by name, nothing where it was not known on the day.

        What points at nothing at all, in a draft, stays as it was written.
        """
        found = self.ref(address)
        if found is not None:
            return (Words(self._short(address) or found.name, found),)
        return () if self.register.get(address) is not None else (Words(address),)

    def _short(self, address: str) -> str:
        """The short name of an agency, and of a series its indicator's; nothing for anything else."""
        thing = self.known.get(address)
        if isinstance(thing, Measure):
            return named(self.known, address.partition("/")[0])
        return (thing.short_name or "") if isinstance(thing, Agency) else ""

    def title(self, record: Record) -> str:
        """What readers call a record, as the heading of its page."""
        return named(self.known, record.id)
