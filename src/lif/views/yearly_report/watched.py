"""Children who are easily lost from sight, topic by topic; and restraint, where there is a secure setting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lif.records.audits import Audit
from lif.records.evidence import Evidence
from lif.records.references import Theme
from lif.records.scrutiny import Scrutiny
from lif.views.actions import OPEN, action_lines
from lif.views.scorecard.lines import Line, line
from lif.views.scorecard.parts import telling
from lif.views.sentences import named
from lif.views.shown import flowing
from lif.views.yearly_report.gate import Shown, shown
from lif.views.yearly_report.heads import Head, head
from lif.views.yearly_report.scope import Scope

TOPICS: Mapping[str, tuple[str, ...]] = {
    "Private fostering": ("private fostering",),
    "Allegations against people who work with children": ("allegation", "lado", "designated officer"),
    "Children who go missing": ("missing",),
    "Exploitation": ("exploitation",),
}
"""The topics of the section, with the words by which themes, indicators and audits are known as theirs."""
RESTRAINT = "duty-yearly-report-restraint"
MOST = 3
"""As many indicators stand under a topic; the most telling come first."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: its most telling indicators, audits of the year, and the actions on it."""

    name: str
    lines: tuple[Line, ...]
    audits: tuple[str, ...]
    still_open: int
    done: int
    looks: int
    gap: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Restraint:
    """A review of the use of restraint in the year: what it is, when, and what it says."""

    title: str
    on: date
    text: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class WatchedPart:
    """The topics, and the review of restraint where one is recorded."""

    head: Head
    topics: tuple[Topic, ...]
    restraint: tuple[Restraint, ...]
    shown: Shown


def watched(scope: Scope) -> WatchedPart:
    """Private fostering, allegations, missing children, exploitation; and restraint."""
    themes = {name: _themes(scope, words) for name, words in TOPICS.items()}
    every = frozenset(theme for found in themes.values() for theme in found)
    topics = tuple(_topic(scope, name, words, themes[name]) for name, words in TOPICS.items())
    missing = [each.name for each in topics if each.gap]
    gap = f"Nothing is recorded on {named(name.lower() for name in missing)}." if missing else ""
    return WatchedPart(
        head(scope, "watched", gap),
        topics,
        _restraint(scope),
        shown(
            scope,
            "Private fostering, allegations, missing children and exploitation",
            "watched",
            lambda about: bool(every.intersection(about.themes)),
        ),
    )


def _themes(scope: Scope, words: tuple[str, ...]) -> frozenset[str]:
    """The themes that are called by one of these words."""
    return frozenset(
        theme.id
        for theme in scope.register.all(Theme)
        if _called(" ".join((theme.name, *theme.aliases)), words)
    )


def _called(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text.casefold() for word in words)


def _topic(scope: Scope, name: str, words: tuple[str, ...], themes: frozenset[str]) -> Topic:
    lines = telling(_lines(scope, words, themes))[:MOST]
    audits = [
        each
        for each in scope.known(Audit)
        if scope.holds(each.reported) and (themes.intersection(each.themes) or _called(each.title, words))
    ]
    actions = [each for each in action_lines(scope.register, scope.as_at) if themes.intersection(each.themes)]
    looks = sum(bool(themes.intersection(each.about.themes)) for each in scope.looks)
    nothing = not (lines or audits or actions or looks)
    return Topic(
        name,
        lines,
        tuple(each.title for each in audits),
        sum(each.standing in OPEN for each in actions),
        sum(each.standing not in OPEN for each in actions),
        looks,
        f"Nothing is recorded on {name.lower()}." if nothing else "",
        any(each.illustrative for each in audits) or any(each.illustrative for each in actions),
    )


def _lines(scope: Scope, words: tuple[str, ...], themes: frozenset[str]) -> tuple[Line, ...]:
    """The indicators on a topic, by their themes, name or part of the child's journey."""
    ask, found = replace(scope.ask, group=None), []
    for indicator in ask.indicators():
        if themes.intersection(indicator.themes) or _called(f"{indicator.name} {indicator.domain}", words):
            series = ask.series(indicator)
            found.append(line(ask, indicator, ask.judge(series) if series else None))
    return tuple(found)


def _restraint(scope: Scope) -> tuple[Restraint, ...]:
    """Audits, scrutiny and evidence of the year that say they are the review of restraint."""
    pieces: list[Audit | Scrutiny] = [*scope.known(Audit), *scope.known(Scrutiny)]
    found = [
        Restraint(each.title, each.reported, flowing(each.question), each.illustrative)
        for each in pieces
        if RESTRAINT in each.bears_on and each.reported and scope.holds(each.reported)
    ]
    found += [
        Restraint(each.title, each.on, flowing(each.text), each.illustrative)
        for each in scope.known(Evidence)
        if RESTRAINT in each.shows and scope.holds(each.on)
    ]
    return tuple(sorted(found, key=lambda each: (each.on, each.title)))
