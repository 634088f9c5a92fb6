"""What the board has chosen to work on: priorities and the strategies they belong to."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from lif.records.fields import (
    Date,
    Line,
    Text,
    ToAction,
    ToAgency,
    ToElementItem,
    ToGroup,
    ToIndicator,
    ToRole,
    ToStrategy,
    ToTheme,
)
from lif.records.record import Item, Record


class Outcome(Item):
    """An outcome sought for children."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "shown_by")

    text: Text = Field(description="How children's lives would be better.")
    shown_by: tuple[ToIndicator, ...] = Field(default=(), description="The indicators that would show it.")


class Priority(Record):
    """One of the board's priorities."""

    kind: ClassVar[str] = "priority"
    plural: ClassVar[str] = "priorities"
    folder: ClassVar[str] = "framework/priorities"
    publishable: ClassVar[tuple[str, ...]] = (
        *("number", "name", "rationale", "since", "until", "lead", "outcomes", "would_show_success"),
        *("strategies", "themes"),
    )

    number: Line | None = Field(default=None, description="Its number in the business plan.")
    name: Line = Field(description="The priority's name.")
    aliases: tuple[Line, ...] = Field(default=(), description="Other names in use.")
    rationale: Text | None = Field(default=None, description="Why it was chosen, in plain words.")
    rationale_missing: Text | None = Field(
        default=None, description="Said when the source states no rationale: none is invented."
    )
    since: Date | None = Field(default=None, description="The first day it counted.")
    until: Date | None = Field(default=None, description="The last day.")
    lead: ToGroup | None = Field(default=None, description="The group that leads on it.")
    owner: ToRole | None = Field(default=None, description="The role that answers for it.")
    outcomes: tuple[Outcome, ...] = Field(default=(), description="The outcomes sought.")
    would_show_success: Text | None = Field(default=None, description="What would show that it worked.")
    strategies: tuple[ToStrategy, ...] = Field(default=(), description="The strategies it belongs to.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes that it covers.")


class MappedIssue(Item):
    """A risk or need that was found, with the organisations and the partnerships that deal with it."""

    publishable: ClassVar[tuple[str, ...]] = ("text", "sort", "agencies", "partnerships")

    text: Text = Field(description="The issue, in plain words.")
    sort: Literal["risk", "need"] = Field(description="Whether it is a risk or a need.")
    found_in: tuple[Line, ...] = Field(default=(), description="Where it was seen.")
    agencies: tuple[ToAgency, ...] = Field(default=(), description="The organisations that deal with it.")
    partnerships: tuple[ToAgency, ...] = Field(
        default=(), description="The strategic partnerships that deal with it."
    )
    lead: ToAgency | None = Field(default=None, description="Which of them leads.")
    actions: tuple[ToAction, ...] = Field(default=(), description="What is done about it.")
    indicators: tuple[ToIndicator, ...] = Field(default=(), description="What would show that it got better.")


class Strategy(Record):
    """A strategy or assessment that the framework refers to: a needs assessment, a business plan."""

    kind: ClassVar[str] = "strategy"
    plural: ClassVar[str] = "strategies"
    folder: ClassVar[str] = "framework/strategies"
    publishable: ClassVar[tuple[str, ...]] = ("name", "sort", "themes", "issues", "agreed_on")

    name: Line = Field(description="Its name.")
    sort: Literal["needs-assessment", "strategy", "business-plan", "other"] = Field(description="What it is.")
    owner: Line | None = Field(default=None, description="Who owns it.")
    part_of: ToStrategy | None = Field(default=None, description="The overarching strategy it belongs to.")
    themes: tuple[ToTheme, ...] = Field(default=(), description="Themes it deals with.")
    statements: tuple[ToElementItem, ...] = Field(default=(), description="Rows or statements it serves.")
    agreed_on: Date | None = Field(default=None, description="When it was agreed.")
    agreed_by: tuple[ToAgency, ...] = Field(
        default=(), description="The organisations and partnerships that agreed it."
    )
    review_due: Date | None = Field(default=None, description="When it must be looked at again.")
    issues: tuple[MappedIssue, ...] = Field(
        default=(), description="The risks and needs it deals with, mapped to those who act on them."
    )
