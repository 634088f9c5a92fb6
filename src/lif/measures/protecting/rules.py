"""The rule that protects an indicator, and the floor below which no workspace can go."""

from __future__ import annotations

from dataclasses import dataclass

from lif.records.indicators import Indicator
from lif.records.references import DisclosureProfile
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Rule:
    """One protection rule.

    Counts of 1 to `hide_to` are hidden (of 0 too where `zero_is_hidden`), others are rounded to the nearest
    `round_to`, and nothing is shown of a group of fewer than `least_denominator`.
    """

    name: str
    hide_to: int
    round_to: int
    least_denominator: int
    zero_is_hidden: bool = False

    def with_other(self, other: Rule) -> Rule:
        """The rule that is as strict as both: for one count that stands under two names."""
        name = self.name if self.name == other.name else f"{self.name}; {other.name}"
        return Rule(
            name,
            max(self.hide_to, other.hide_to),
            max(self.round_to, other.round_to),
            max(self.least_denominator, other.least_denominator),
            self.zero_is_hidden or other.zero_is_hidden,
        )

    @property
    def rounds(self) -> bool:
        """Whether counts are rounded before they are shown."""
        return self.round_to > 1

    def is_small(self, count: int) -> bool:
        """Whether a count is one of those that the rule hides."""
        return (0 if self.zero_is_hidden else 1) <= count <= self.hide_to

    def rounded(self, count: int) -> int:
        """The count as it is shown: to the nearest `round_to`, a half upwards."""
        return (2 * count + self.round_to) // (2 * self.round_to) * self.round_to

    def behind(self, shown: int) -> tuple[int, int]:
        """The smallest and the largest count that are shown like this."""
        down, up = self.round_to // 2, (self.round_to - 1) // 2
        least = 0 if shown == 0 and not self.zero_is_hidden else self.hide_to + 1
        return (0, 0) if shown == 0 else (max(shown - down, least), shown + up)


FLOOR = Rule("the least that lif allows", hide_to=5, round_to=1, least_denominator=10)
"""What every public paper keeps to: no option, profile or setting goes below it."""

DEFAULT = Rule("the rule for indicators without a profile", hide_to=7, round_to=5, least_denominator=20)
"""The practice of hospital statistics in England: 1 to 7 hidden, all else to the nearest 5."""


def weaknesses(profile: DisclosureProfile) -> tuple[str, ...]:
    """Where a profile protects less than the floor, in words; empty where it does not."""
    found = []
    if profile.audience != "public":
        found.append(f"it is for the audience '{profile.audience}', not for the public")
    if profile.hide_to is None or profile.hide_to < FLOOR.hide_to:
        found.append(f"it does not hide counts up to {FLOOR.hide_to}")
    if profile.hide_from is not None and profile.hide_from > 1:
        found.append(f"it hides from {profile.hide_from} on and shows what is smaller")
    if profile.least_denominator is not None and profile.least_denominator < FLOOR.least_denominator:
        found.append(f"it shows groups of fewer than {FLOOR.least_denominator}")
    return tuple(found)


def rule_of(register: Register, indicator: Indicator) -> Rule | DisclosureProfile:
    """The rule of an indicator; the profile itself where that is weaker than the floor.

    No count is rounded away to nought: what would be is hidden. A group that is shown is larger than what is
    hidden.
    """
    if indicator.disclosure_profile is None:
        return DEFAULT
    profile = register.find(DisclosureProfile, indicator.disclosure_profile)
    if profile is None:
        return DEFAULT
    if weaknesses(profile):
        return profile
    assert profile.hide_to is not None
    base = max(profile.round_to or 1, 1)
    hide_to = max(profile.hide_to, (base - 1) // 2)
    least = DEFAULT.least_denominator if profile.least_denominator is None else profile.least_denominator
    return Rule(
        profile.name,
        hide_to,
        base,
        max(least, hide_to + 1),
        profile.zero_is_hidden or profile.hide_from == 0,
    )
