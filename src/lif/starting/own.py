"""What of another board's record speaks of any board, from its first day on; the rest is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Data = dict[str, Any]

ABOUT_THE_SOURCE = ("note", "gaps", "slip", "incomplete", "illustrative")
"""Fields that speak of the document, and not of the board."""
_DESCRIBES = ("scope", "remit")
"""Fields of a record that can be left out without loss of what it is."""
_OF_A_REGION = re.compile(r"\bregion", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Own:
    """How a record is taken: on which day the board begins, and whether it lies in another region.

    What a framework says of the region on whose framework it builds is not so in another one.
    """

    day: str
    elsewhere: bool

    def of(self, record: Data) -> Data:
        """The record without what is not the new board's."""
        made = self._whole(record)
        return {name: v for name, v in made.items() if name not in _DESCRIBES or not self._regional([v])}

    def _whole(self, data: Data) -> Data:
        """The fields, and of lists the members that hold; what held before holds from the first day."""
        made: Data = {}
        for name, value in data.items():
            if name in ABOUT_THE_SOURCE:
                continue
            if isinstance(value, dict):
                made[name] = self._whole(value)
            elif isinstance(value, list):
                kept = [one for one in value if not isinstance(one, dict) or self._holds(one)]
                made[name] = [self._whole(one) if isinstance(one, dict) else one for one in kept]
            else:
                made[name] = max(str(value), self.day) if name == "since" else value
        return made

    def _holds(self, item: Data) -> bool:
        """Whether an item is whole, had not ended, and speaks of no region that is another's."""
        ended = "retired" in item or str(item.get("until", self.day)) < self.day
        texts = (value for name, value in item.items() if name not in ("id", "cites"))
        return not (ended or "incomplete" in item or self._regional(texts))

    def _regional(self, values: Iterator[Any] | list[Any]) -> bool:
        said = (value for value in values if isinstance(value, str))
        return self.elsewhere and any(_OF_A_REGION.search(text) for text in said)
