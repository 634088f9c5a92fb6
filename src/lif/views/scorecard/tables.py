"""The tables of all indicators: by priority, by the group that answers, or along the child's journey."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.register import Register
from lif.views.scorecard.lines import Line

By = Literal["priority", "group", "journey"]
BYS: tuple[By, ...] = get_args(By)
NO_PRIORITY = "Tied to no priority"


@dataclass(frozen=True, slots=True)
class TableGroup:
    """The lines of one part of the table."""

    name: str
    lines: tuple[Line, ...]


def tables(register: Register, lines: Iterable[Line], by: By) -> tuple[TableGroup, ...]:
    """The lines in parts, each once: one with several priorities stands under the first that it names."""
    name = {"priority": _by_priority, "group": _by_group, "journey": _by_journey}[by](register)
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(name(line), []).append(line)
    order = _order(register, by)
    known = {each: place for place, each in enumerate(order)}
    names = sorted(found, key=lambda each: known.get(each, len(known))) if known else list(found)
    return tuple(TableGroup(each, tuple(found[each])) for each in names)


def _order(register: Register, by: By) -> list[str]:
    """The names of the parts in the order of their records; along the journey, as the lines come."""
    if by == "priority":
        return [each.name for each in register.all(Priority)]
    return [each.name for each in register.all(Group)] if by == "group" else []


def _by_priority(register: Register) -> Callable[[Line], str]:
    def name(line: Line) -> str:
        priorities = register.record(Indicator, line.id).priorities
        found = register.find(Priority, priorities[0]) if priorities else None
        return found.name if found else NO_PRIORITY

    return name


def _by_group(register: Register) -> Callable[[Line], str]:
    def name(line: Line) -> str:
        found = register.find(Group, register.record(Indicator, line.id).group)
        return found.name if found else "No group"

    return name


def _by_journey(_: Register) -> Callable[[Line], str]:
    return lambda line: line.domain
