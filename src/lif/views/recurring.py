"""Themes that come back: which reviews, audits and other sources found each, and what was done since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.measures.standing import has_ended, step_on
from lif.records.actions import Action
from lif.records.audits import Audit
from lif.records.inspections import Inspection
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.records.scrutiny import Scrutiny
from lif.register import Register
from lif.views.actions import OPEN, standing_on
from lif.views.helped import DONE, helped_on

LEAST = 2
"""A theme recurs when this many sources found it."""


@dataclass(frozen=True, slots=True)
class Found:
    """One source in which a theme was found: its id, name, kind, and the day it was known."""

    source: str
    name: str
    kind: str
    on: date
    illustrative: bool


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme: the sources that found it, oldest first, and the actions that carry it.

    `again` are the sources that found it after an action on it had been closed: what was promised before
    did not hold. `helped` counts the actions that were shown, wholly or in part, to have helped.
    """

    theme: str
    name: str
    sources: tuple[Found, ...]
    first: date
    last: date
    again: tuple[Found, ...]
    actions: int
    still_open: int
    overdue: int
    done: int
    helped: int
    illustrative: bool


def recurring(register: Register, as_at: date, least: int = LEAST) -> tuple[ThemeLine, ...]:
    """Themes found by so many sources or more by `as_at`: those that came back first, then the most found."""
    found: dict[str, dict[str, Found]] = defaultdict(dict)
    for source, themes in _sources(register, as_at):
        for theme in _with_wider(register, themes):
            found[theme][source.source] = source
    carried: dict[str, list[Action]] = defaultdict(list)
    for action in register.all(Action):
        if action.agreed_on <= as_at and not has_ended(action, as_at):
            for theme in _with_wider(register, action.themes):
                carried[theme].append(action)
    lines = [
        _line(register, theme, tuple(sources.values()), carried[theme], as_at)
        for theme, sources in found.items()
        if len(sources) >= least
    ]
    return tuple(sorted(lines, key=lambda one: (-len(one.again), -len(one.sources), one.theme)))


def _line(
    register: Register, theme: str, sources: tuple[Found, ...], actions: list[Action], as_at: date
) -> ThemeLine:
    ordered = tuple(sorted(sources, key=lambda one: (one.on, one.source)))
    standings = {action.id: standing_on(action, as_at) for action in actions}
    named = register.find(Theme, theme)
    return ThemeLine(
        theme=theme,
        name=named.name if named else theme,
        sources=ordered,
        first=ordered[0].on,
        last=ordered[-1].on,
        again=_again(ordered, actions, as_at),
        actions=len(actions),
        still_open=sum(standing in OPEN for standing in standings.values()),
        overdue=sum(standing == "overdue" for standing in standings.values()),
        done=sum(standing in DONE for standing in standings.values()),
        helped=sum(
            standings[action.id] in DONE and helped_on(action, as_at) in ("shown", "partly-shown")
            for action in actions
        ),
        illustrative=any(one.illustrative for one in ordered) or any(one.illustrative for one in actions),
    )


def _again(sources: tuple[Found, ...], actions: list[Action], as_at: date) -> tuple[Found, ...]:
    """The sources that found the theme after an action from another source had been closed on it."""
    closed = [
        (step.on, action.source.partition("/")[0])
        for action in actions
        if (step := step_on(action, as_at)) is not None and step.state == "closed"
    ]
    return tuple(
        one for one in sources if any(day < one.on and source != one.source for day, source in closed)
    )


def _sources(register: Register, as_at: date) -> Iterator[tuple[Found, frozenset[str]]]:
    """Every source known by the day, with the themes of its findings and recommendations."""
    for record, day, parts in _every(register):
        if day is None or day > as_at or has_ended(record, as_at):
            continue
        themes = frozenset(theme for part in parts for theme in vars(part).get("themes", ()))
        name = vars(record)["title"]
        yield Found(record.id, name, record.kind, day, record.illustrative), themes


def _every(register: Register) -> Iterator[tuple[Record, date | None, Iterable[object]]]:
    """Records that find things, the day on which their findings were known, and what holds their themes.

    A source's own themes say what it looked at; only findings and recommendations say what it found. What
    worked well is no recurrence.
    """
    for review in register.all(Review):
        bad = (finding for finding in review.findings if not finding.good_practice)
        yield review, _reviewed_on(review), (*bad, *review.recommendations)
    for audit in register.all(Audit):
        yield audit, audit.reported, (*audit.findings, *audit.recommendations)
    for scrutiny in register.all(Scrutiny):
        yield scrutiny, scrutiny.reported, (*scrutiny.findings, *scrutiny.recommendations)
    for inspection in register.all(Inspection):
        yield inspection, inspection.published, inspection.areas_for_improvement


def _reviewed_on(review: Review) -> date | None:
    """The first day on which a review's findings were known to the board."""
    days = {milestone.step: milestone.on for milestone in review.milestones if milestone.on}
    known = [
        days[step] for step in ("report-to-board", "completed", "rapid-review", "published") if step in days
    ]
    return min(known, default=None)


def _with_wider(register: Register, themes: Iterable[str]) -> frozenset[str]:
    """The themes and those that they are part of, however far up; a circle is walked once."""
    found: set[str] = set()
    waiting = list(themes)
    while waiting:
        theme = waiting.pop()
        if theme not in found:
            found.add(theme)
            wider = register.find(Theme, theme)
            if wider and wider.part_of:
                waiting.append(wider.part_of)
    return frozenset(found)
