"""What travels upwards: shortfalls that groups pass up, themes across them, and a line for each group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.meetings import GroupReport
from lif.records.record import stands
from lif.records.references import Theme
from lif.views.scorecard.cards import Card
from lif.views.scorecard.lines import Line
from lif.views.scorecard.parts import name_of, reports
from lif.views.scorecard.question import Ask
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class Raised:
    """A shortfall that a group passes up, with what it asks of the group above."""

    group: str
    text: str
    asks: str
    about: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A theme that more than one group's report or exception touches this quarter."""

    theme: str
    groups: tuple[str, ...]
    exceptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupLine:
    """How the figures of one group stand, and whether its report came."""

    id: str
    name: str
    indicators: int
    exceptions: int
    improving: int
    report: str
    activity: str
    help_wanted: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Cascade:
    """What a board above the subgroups sees of them."""

    raised: tuple[Raised, ...]
    patterns: tuple[Pattern, ...]
    groups: tuple[GroupLine, ...]


def cascade(ask: Ask, lines: tuple[Line, ...], cards: tuple[Card, ...]) -> Cascade:
    """Shortfalls, patterns across groups, and a line for each subgroup."""
    came = reports(ask)
    raised = tuple(
        Raised(
            name_of(ask, report.group),
            flowing(shortfall.text),
            flowing(shortfall.asks),
            tuple(name_of(ask, each.partition("/")[0]) for each in shortfall.about),
            report.illustrative,
        )
        for report in came
        for shortfall in report.shortfalls
    )
    return Cascade(raised, _patterns(ask, came, cards), _groups(ask, came, lines, cards))


def _patterns(ask: Ask, came: tuple[GroupReport, ...], cards: tuple[Card, ...]) -> tuple[Pattern, ...]:
    found: dict[str, tuple[set[str], list[str]]] = {}
    for report in came:
        for theme in report.themes:
            found.setdefault(theme, (set(), []))[0].add(name_of(ask, report.group))
    for card in cards:
        for theme in _themes(ask, card):
            groups, names = found.setdefault(theme, (set(), []))
            groups.add(card.line.group_name)
            names.append(card.line.name)
    several = {theme: each for theme, each in found.items() if len(each[0]) > 1}
    order = Counter({theme: len(groups) for theme, (groups, _) in several.items()})
    return tuple(
        Pattern(_theme_name(ask, theme), tuple(sorted(several[theme][0])), tuple(sorted(several[theme][1])))
        for theme in sorted(several, key=lambda theme: (-order[theme], theme))
    )


def _themes(ask: Ask, card: Card) -> tuple[str, ...]:
    found = ask.register.find(Indicator, card.line.id)
    return found.themes if found else ()


def _theme_name(ask: Ask, theme: str) -> str:
    found = ask.register.find(Theme, theme)
    return found.name if found else theme


def _groups(
    ask: Ask, came: tuple[GroupReport, ...], lines: tuple[Line, ...], cards: tuple[Card, ...]
) -> tuple[GroupLine, ...]:
    by_group = {report.group: report for report in came}
    due = {r.group: r.due for r in ask.register.all(GroupReport) if r.quarter == str(ask.quarter)}
    found = []
    for group in ask.register.all(Group):
        ended = group.until is not None and group.until < ask.quarter.start
        begun = group.since is None or group.since <= ask.last
        if group.tier != "subgroup" or ended or not begun or not stands(group, ask.last):
            continue
        mine = [line for line in lines if line.group == group.id]
        report = by_group.get(group.id)
        state = "received" if report else "awaited" if due.get(group.id, ask.as_at) < ask.as_at else "none"
        found.append(
            GroupLine(
                group.id,
                group.name,
                len(mine),
                sum(card.line.group == group.id for card in cards),
                sum(line.changing.tone == "better" for line in mine),
                state,
                flowing(report.activity) if report else "",
                flowing(report.help_wanted) if report else "",
                report.illustrative if report else False,
            )
        )
    return tuple(found)
