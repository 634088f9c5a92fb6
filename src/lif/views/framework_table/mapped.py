"""Risks and needs, mapped to the organisations and the partnerships that deal with them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.records.priorities import MappedIssue, Strategy
from lif.records.record import stands
from lif.register import Register
from lif.views.called import agency_called, called_at
from lif.views.shown import flowing


@dataclass(frozen=True, slots=True)
class IssueLine:
    """One issue of a strategy with those who deal with it; `lead` is empty where none is named."""

    text: str
    sort: str
    found_in: tuple[str, ...]
    agencies: tuple[str, ...]
    partnerships: tuple[str, ...]
    lead: str
    illustrative: bool


@dataclass(frozen=True, slots=True)
class StrategyPart:
    """A strategy: the one over it, who agreed it and when, and its issues."""

    name: str
    part_of: str
    agreed: date | None
    agreed_by: tuple[str, ...]
    review_due: date | None
    lines: tuple[IssueLine, ...]
    illustrative: bool


def strategies(register: Register, as_at: date) -> tuple[StrategyPart, ...]:
    """Strategies that map issues, or stand over others that do: those over others first."""
    every = [one for one in register.all(Strategy) if stands(one, as_at)]
    over = {one.part_of for one in every if one.part_of}
    kept = [one for one in every if one.issues or one.id in over]
    return tuple(
        StrategyPart(
            one.name,
            called_at(register, one.part_of) if one.part_of else "",
            one.agreed_on if one.agreed_on and one.agreed_on <= as_at else None,
            tuple(agency_called(register, each) for each in one.agreed_by),
            one.review_due,
            tuple(_issue(register, one, each) for each in one.issues if stands(each, as_at)),
            one.illustrative,
        )
        for one in sorted(kept, key=lambda one: (one.id not in over, one.name))
    )


def _issue(register: Register, strategy: Strategy, issue: MappedIssue) -> IssueLine:
    return IssueLine(
        flowing(issue.text),
        issue.sort,
        issue.found_in,
        tuple(agency_called(register, each) for each in issue.agencies),
        tuple(agency_called(register, each) for each in issue.partnerships),
        agency_called(register, issue.lead) if issue.lead else "",
        strategy.illustrative,
    )
