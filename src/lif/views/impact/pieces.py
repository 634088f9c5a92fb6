"""One look at what became different: when, for whom, with which result, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Seen = Literal["difference", "some-difference", "no-difference", "against"]
SEEN: tuple[Seen, ...] = get_args(Seen)
"""What was seen, from the best to the worst.

No difference: somebody looked whether it helped, and says that it did not. Against: evidence or a figure
speaks against it, though nobody looked whether something had helped.
"""

ForWhom = Literal["children", "practice"]
"""How children fare, or what people do."""

Subject = Literal["reviews", "child-deaths", "audits", "training", "voice", "scrutiny"]
"""Parts of the board's work that something can have come of."""


@dataclass(frozen=True, slots=True)
class About:
    """What a look is about: ids of priorities and themes, and parts of the board's work."""

    priorities: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()

    def __or__(self, other: About) -> About:
        """Both together, each named once."""
        return About(
            tuple(sorted({*self.priorities, *other.priorities})),
            tuple(sorted({*self.themes, *other.themes})),
            tuple(sorted({*self.subjects, *other.subjects})),
        )


@dataclass(frozen=True, slots=True)
class Impact:
    """One look.

    `address` is the record or the item that holds it, `name` what readers call it, `how` how it was seen in
    a few words, `text` what was seen, in the record's own words.
    """

    address: str
    kind: str
    name: str
    how: str
    on: date
    seen: Seen
    for_whom: ForWhom
    text: str
    about: About
    illustrative: bool

    @property
    def is_evidence(self) -> bool:
        """Whether it is evidence of impact: on children, by a look that had a result.

        An honest `no-difference` is: somebody looked, and said what was seen. What merely speaks against
        something is not, nor is a change of practice that nobody followed to a child.
        """
        return self.for_whom == "children" and self.seen != "against"
