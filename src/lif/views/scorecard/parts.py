"""The parts of the paper around the figures: priorities, questions, coverage, returns and notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lif.calendars import long_date
from lif.records.audits import Audit
from lif.records.elements import Question
from lif.records.figures import PublishedSeries
from lif.records.indicators import DevelopmentItem
from lif.records.meetings import GroupReport
from lif.records.priorities import Priority
from lif.records.record import stands
from lif.views.came_of import many
from lif.views.scorecard.lines import CLASSES, Line
from lif.views.scorecard.question import Ask
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Said:
    """Something a group reported, with who said it and whether it is an example."""

    text: str
    group: str
    illustrative: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PriorityPart:
    """What each source says of one priority this quarter; empty lists mean that nothing was supplied."""

    id: str
    name: str
    rationale: str
    rationale_missing: str
    lines: tuple[Line, ...]
    telling: tuple[Line, ...]
    improving: int
    worse: int
    red: int
    children: tuple[Said, ...]
    practitioners: tuple[Said, ...]
    audits: tuple[Said, ...]
    differences: tuple[Said, ...]

    @property
    def told(self) -> bool:
        """Whether anything is known of it this quarter: a figure tied to it, or a word from anybody."""
        return bool(self.lines or self.children or self.practitioners or self.audits or self.differences)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A measure that is wanted and not yet had."""

    name: str
    why: str
    owner: str
    status: str


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """One of the questions, what answers it this quarter, and what is still not known."""

    number: str
    text: str
    answered_by: str
    lines: tuple[Line, ...]
    telling: tuple[Line, ...]
    without_figures: tuple[str, ...]
    wanted: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """How many indicators of each class bear on a priority."""

    priority: str
    counts: tuple[int, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RevisedFigure:
    """A figure that was changed since it was first supplied; `lately`: since the last paper."""

    indicator: str
    period: str
    before: str
    now: str
    reason: str
    on: date
    lately: bool


def priority_parts(ask: Ask, lines: tuple[Line, ...]) -> tuple[PriorityPart, ...]:
    """Each priority with what the data, people, audits and groups say of it."""
    return tuple(_priority(ask, lines, priority) for priority in priorities(ask))


def priorities(ask: Ask) -> tuple[Priority, ...]:
    """The one priority that was asked for, or all that counted in the quarter."""
    if ask.priority:
        return (ask.priority,)
    standing = (
        each
        for each in ask.register.all(Priority)
        if (each.since is None or each.since <= ask.last)
        and (each.until is None or each.until >= ask.quarter.start)
        and stands(each, ask.last)
    )
    return tuple(sorted(standing, key=lambda each: (len(each.number or ""), each.number or "", each.id)))


MOST_TELLING = 6
MOST_OF_A_QUESTION = 4


def telling(lines: tuple[Line, ...], most: int = MOST_TELLING) -> tuple[Line, ...]:
    """The few indicators that say most: those that change first, headlines before others, with a figure."""
    there = [line for line in lines if line.latest.number is not None]
    order = {"worse": 0, "better": 1, "special": 2}
    ranked = sorted(there, key=lambda line: (order.get(line.changing.tone, 3), not line.headline, line.id))
    return tuple(ranked[:most])


def _priority(ask: Ask, lines: tuple[Line, ...], priority: Priority) -> PriorityPart:
    mine = tuple(line for line in lines if priority.id in line.priorities)
    heard = {
        sort: _heard(ask, priority.id, sort)
        for sort in ("children-and-parents", "practitioners", "audits-and-reviews")
    }
    return PriorityPart(
        priority.id,
        priority.name,
        flowing(priority.rationale),
        flowing(priority.rationale_missing),
        mine,
        telling(mine),
        sum(line.changing.tone == "better" for line in mine),
        sum(line.getting_worse for line in mine),
        sum(line.status.key == "missed" for line in mine),
        heard["children-and-parents"],
        heard["practitioners"],
        heard["audits-and-reviews"] or _reported(ask, priority.id),
        _differences(ask, priority.id),
    )


def reports(ask: Ask) -> tuple[GroupReport, ...]:
    """The group reports of the quarter that had come by the day; a subgroup's paper holds its own."""
    return tuple(
        report
        for report in ask.register.all(GroupReport)
        if report.quarter == str(ask.quarter)
        and stands(report, ask.as_at)
        and report.received is not None
        and report.received <= ask.as_at
        and (ask.depth != "subgroup" or (ask.group and report.group == ask.group.id))
    )


def name_of(ask: Ask, id_: str) -> str:
    """The name of a record, or its id when it has none."""
    found = ask.register.get(id_)
    return str(getattr(found, "name", None) or getattr(found, "title", None) or id_)


def _heard(ask: Ask, priority: str, sort: str) -> tuple[Said, ...]:
    return tuple(
        Said(flowing(heard.text), name_of(ask, report.group), report.illustrative, heard.evidence)
        for report in reports(ask)
        for heard in report.heard
        if heard.priority == priority and heard.from_whom == sort
    )


def _reported(ask: Ask, priority: str) -> tuple[Said, ...]:
    """The audits of a priority that were reported in the quarter, told where no group says anything."""
    return tuple(
        Said(
            f"{each.title}, reported on {long_date(each.reported)}: {many(len(each.findings), 'finding')}.",
            name_of(ask, each.group),
            each.illustrative,
            (each.id,),
        )
        for each in ask.register.all(Audit)
        if each.reported
        and priority in each.priorities
        and ask.quarter.start <= each.reported <= min(ask.quarter.end, ask.as_at)
        and stands(each, ask.as_at)
        and (ask.depth != "subgroup" or (ask.group and each.group == ask.group.id))
    )


def _differences(ask: Ask, priority: str) -> tuple[Said, ...]:
    return tuple(
        Said(flowing(made.text), name_of(ask, report.group), report.illustrative, made.evidence)
        for report in reports(ask)
        for made in report.differences
        if priority in made.priorities
    )


def question_parts(ask: Ask, lines: tuple[Line, ...]) -> tuple[QuestionPart, ...]:
    """Each question that the data set must answer, in order of its number."""
    agenda = [
        item
        for item in ask.register.all(DevelopmentItem)
        if item.status not in ("in-use", "dropped") and stands(item, ask.as_at)
    ]
    questions = [question for question in ask.register.all(Question) if stands(question, ask.last)]
    found = []
    for question in sorted(questions, key=lambda q: (len(q.number), q.number)):
        mine = tuple(line for line in lines if question.id in line.questions)
        open_items = [item for item in agenda if question.id in item.questions]
        if question.answered_by == "development-agenda":
            open_items = agenda
        found.append(
            QuestionPart(
                question.number,
                question.text,
                question.answered_by,
                tuple(line for line in mine if line.latest.number is not None),
                telling(mine, MOST_OF_A_QUESTION),
                tuple(line.name for line in mine if line.latest.number is None),
                tuple(
                    Wanted(
                        item.name, flowing(item.why), name_of(ask, item.owner), item.status.replace("-", " ")
                    )
                    for item in open_items
                ),
            )
        )
    return tuple(found)


def without_better_off(ask: Ask) -> tuple[str, ...]:
    """Priorities for which no indicator of the whole board, with a figure, says if anyone is better off."""
    served: set[str] = set()
    for indicator in replace(ask, group=None).indicators():
        series = ask.series(indicator)
        if indicator.outcomes_class == "better-off" and series and series.latest(ask.last):
            served.update(indicator.priorities)
    return tuple(priority.name for priority in priorities(ask) if priority.id not in served)


def coverage(ask: Ask, lines: tuple[Line, ...]) -> tuple[CoverageRow, ...]:
    """How much, how well, better off: how many indicators with a figure each priority has, and the gaps."""
    rows = []
    for priority in priorities(ask):
        mine = [line for line in lines if priority.id in line.priorities and line.latest.number is not None]
        counts = tuple(sum(line.outcomes_class == each for line in mine) for each in CLASSES)
        gaps = tuple(
            words.rstrip("?")
            for words, count in zip(CLASSES.values(), counts, strict=True)
            if not count and words != "Population indicator"
        )
        rows.append(CoverageRow(priority.name, counts, gaps))
    return tuple(rows)


def published_sources(ask: Ask) -> tuple[tuple[str, str, date], ...]:
    """The publications whose figures could be in the paper: title, release and day."""
    found = {
        (name_of(ask, series.source), series.release, series.released_on or series.imported_on)
        for series in ask.register.all(PublishedSeries)
        if (series.released_on or series.imported_on) <= ask.as_at and stands(series, ask.as_at)
    }
    return tuple(sorted(found))
