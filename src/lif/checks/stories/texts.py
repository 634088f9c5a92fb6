"""The texts that speak of figures: stories, reports of groups, what a plan or an action changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import PeriodKind, parse_period
from lif.records.actions import Action
from lif.records.figures import FigureFrom, Return
from lif.records.indicators import Indicator
from lif.records.meetings import GroupReport
from lif.records.problems import FieldPath
from lif.records.publications import ImprovementPlan
from lif.register import Register

_STORY = ("story", "so_what", "now_what", "decision_asked", "for_public")
_PLANS = frozenset(("now_what", "decision_asked", "help_wanted", "asks"))


@dataclass(frozen=True, slots=True)
class Told:
    """A text, where it stands, which indicators it is about, and up to which day their figures were known."""

    record: str
    path: FieldPath
    text: str
    indicators: tuple[str, ...]
    last: date
    kind: PeriodKind | None = None
    explained: tuple[FigureFrom, ...] = ()

    @property
    def plans(self) -> bool:
        """Whether its field is for what is to be done."""
        return self.path[-1] in _PLANS


def texts(register: Register, as_at: date) -> Iterator[Told]:
    """Every text that speaks of figures, as far as it was written by a day."""
    for return_ in register.all(Return):
        if return_.received is not None and return_.received <= as_at:
            yield from _stories(return_, as_at)
    for report in register.all(GroupReport):
        if report.received is not None and report.received <= as_at:
            yield from _report(report)
    for plan in register.all(ImprovementPlan):
        for at, line in enumerate(plan.lines):
            if line.effect_text and line.effect_on and line.effect_on <= as_at:
                yield Told(
                    plan.id, ("lines", at, "effect_text"), line.effect_text, line.indicators, line.effect_on
                )
    for action in register.all(Action):
        impact = action.impact
        if (
            impact
            and impact.text
            and impact.checked_on
            and impact.checked_on <= as_at
            and action.success_indicator
        ):
            about = (action.success_indicator,)
            yield Told(action.id, ("impact", "text"), impact.text, about, impact.checked_on)


def _stories(return_: Return, as_at: date) -> Iterator[Told]:
    period = parse_period(return_.period)
    for at, story in enumerate(return_.stories):
        if story.written_on > as_at:
            continue
        for field in _STORY:
            if text := getattr(story, field):
                path = ("stories", at, field)
                about = (story.indicator,)
                yield Told(return_.id, path, text, about, period.end, period.kind, story.figures_from)


def _report(report: GroupReport) -> Iterator[Told]:
    """The texts of a group's report: about the indicators that they link to, or name."""
    period = parse_period(report.quarter)
    found: list[tuple[FieldPath, str | None, tuple[str, ...]]] = [
        (("activity",), report.activity, ()),
        (("help_wanted",), report.help_wanted, ()),
    ]
    found += [
        (("differences", at, "text"), each.text, each.evidence) for at, each in enumerate(report.differences)
    ]
    found += [(("heard", at, "text"), each.text, each.evidence) for at, each in enumerate(report.heard)]
    found += [
        (("shortfalls", at, "text"), each.text, each.about) for at, each in enumerate(report.shortfalls)
    ]
    for path, text, about in found:
        if text:
            yield Told(report.id, path, text, about, period.end, period.kind)


def indicators_of(register: Register, told: Told) -> tuple[Indicator, ...]:
    """The indicators among what a text is about."""
    found = (register.find(Indicator, address.partition("/")[0]) for address in told.indicators)
    return tuple({each.id: each for each in found if each}.values())
