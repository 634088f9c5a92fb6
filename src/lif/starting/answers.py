"""What a new board was asked, and what that settles: its bodies' names, its groups by tier."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from lif.records.fields import id_fault
from lif.records.references import Area
from lif.starting.finding import short_name

Kind = Literal["partnership", "lscb"]
KINDS: dict[str, str] = {
    "partnership": "Safeguarding Children Partnership",
    "lscb": "Local Safeguarding Children Board",
}
"""The kinds of body, each with the words that stand after the area's name."""
USUAL_GROUPS = (
    "Leadership board",
    "Operational board",
    "Quality assurance group",
    "Review and learning group",
)
_OPERATIONAL = re.compile(r"operation|executive|delivery|business|management", re.IGNORECASE)
_WATCHES = re.compile(r"quality|performance|assurance|scrutiny|data|effectiveness", re.IGNORECASE)


class CannotBegin(Exception):  # noqa: N818
    """An answer that nothing can be made of; the message says which, and what is wanted."""


@dataclass(frozen=True, slots=True)
class GroupAsked:
    """A group as it was named, with its place among the tiers."""

    id: str
    name: str
    tier: Literal["leadership", "operational", "subgroup"]
    reports_to: str = ""

    @property
    def chair(self) -> str:
        """The id of the role that chairs it."""
        return f"chair-{self.id}"


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a new board was asked, or that was taken as usual."""

    area: Area
    kind: Kind
    groups: tuple[GroupAsked, ...]
    on: date
    name: str = ""
    like: str = "blank"
    named_groups: bool = False
    """Whether the groups were named, and are not those that come with where it starts."""

    @property
    def place(self) -> str:
        """The area's name as it stands in a sentence."""
        return short_name(self.area)

    @property
    def board(self) -> str:
        """The id of the board's record."""
        return f"{self.area.id}-board"

    @property
    def body(self) -> str:
        """The full name of the body."""
        return self.name or f"{self.place} {KINDS[self.kind]}"

    @property
    def running(self) -> GroupAsked:
        """The group that runs the work: the operational one, or the one that leads."""
        return next((group for group in self.groups if group.tier == "operational"), self.groups[0])

    @property
    def watching(self) -> GroupAsked:
        """The group whose scorecard holds the core data set: the one for quality, or the first subgroup."""
        subgroups = [group for group in self.groups if group.tier == "subgroup"]
        named = [group for group in subgroups if _WATCHES.search(group.name)]
        return next(iter([*named, *subgroups, *reversed(self.groups)]))


def groups_named(names: Sequence[str]) -> tuple[GroupAsked, ...]:
    """The groups by their names: the first leads, one below may run the work, all others are subgroups.

    Raises CannotBegin for a name of which no id can be made, and for one that stands there twice.
    """
    made = list(_placed([" ".join(name.split()) for name in names if name.strip()]))
    if not made:
        raise CannotBegin("no group is named: name one at least, as in 'Leadership board, Review group'")
    for group in made:
        if fault := id_fault(group.id):
            raise CannotBegin(f"the group '{group.name}' cannot have the id '{group.id}': {fault}")
        if [other.id for other in made].count(group.id) > 1:
            raise CannotBegin(f"the group '{group.name}' is named twice")
    return tuple(made)


def _placed(names: list[str]) -> Iterator[GroupAsked]:
    above = slug(names[0]) if names else ""
    runs = next((name for name in names[1:] if _OPERATIONAL.search(name)), None)
    for index, name in enumerate(names):
        if index == 0:
            yield GroupAsked(slug(name), name, "leadership")
        elif name == runs:
            yield GroupAsked(slug(name), name, "operational", above)
        else:
            yield GroupAsked(slug(name), name, "subgroup", slug(runs) if runs else above)


def slug(words: str) -> str:
    """Words as an id has them."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("'", "").replace("’", "")))
