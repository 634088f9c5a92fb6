"""What a detector gives: a stretch of normalised text, and how sure it is of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lif.privacy.kinds import PersonalData


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of normalised text that holds personal data."""

    kind: PersonalData
    start: int
    end: int
    sure: bool = True


# A detector looks in text[start:end], and may read a little before and after to see what stands beside.
Detector = Callable[[str, int, int], Iterator[Found]]


def before(text: str, place: int, size: int) -> str:
    """What stands before a place, at most so many characters."""
    return text[max(0, place - size) : place]


def digits_of(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def either(*words: str) -> str:
    """One of several words, as a group of a pattern; a space also stands for a line break."""
    return "(?:" + "|".join(word.replace(" ", r"[ \n]") for word in words) + ")"


def any_case(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | flags)
