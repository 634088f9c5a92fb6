"""Themes that come back: which reviews, audits and other sources found each, and what was done since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.measures.found import found_in, with_wider
from lif.measures.standing import has_ended, step_on
from lif.records.actions import Action
from lif.records.references import Theme
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
        for theme in with_wider(register, themes):
            found[theme][source.source] = source
    carried: dict[str, list[Action]] = defaultdict(list)
    for action in register.all(Action):
        if action.agreed_on <= as_at and not has_ended(action, as_at):
            for theme in with_wider(register, action.themes):
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
    for record, day, parts in found_in(register):
        if day is None or day > as_at or has_ended(record, as_at):
            continue
        themes = frozenset(theme for part in parts for theme in vars(part).get("themes", ()))
        name = vars(record)["title"]
        yield Found(record.id, name, record.kind, day, record.illustrative), themes
