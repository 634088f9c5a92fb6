"""What is found wrong with a claim, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Fault = Literal[
    "direction",
    "target",
    "beside",
    "run",
    "number",
    "parts",
    "variation",
    "untested",
    "share",
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One claim that does not hold: which sort, where it stands in its sentence, its words, and what does."""

    fault: Fault
    start: int
    end: int
    said: str
    but: str

    @property
    def message(self) -> str:
        """For readers: `the text says "rose"; it fell from 18.2% to 14.8%`."""
        return f'the text says "{self.said}"; {self.but}'
