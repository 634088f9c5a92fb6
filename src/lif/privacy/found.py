"""What a detector gives: a stretch of normalised text, and how sure it is of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


def any_case(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | flags)


@lru_cache(maxsize=4)
def small(text: str) -> str:
    """The text in small letters, each at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def spots(text: str, words: tuple[str, ...], start: int, end: int) -> Iterator[int]:
    """Where any of the words ends in the text, whatever its case, and is not the tail of another word.

    Looking for each word apart is many times as fast as one pattern of alternatives.
    """
    lowered = small(text)
    for word in words:
        place = lowered.find(word, start, end)  # nearly always none, and soon known
        while place >= 0:
            if place == 0 or not (lowered[place - 1].isalnum() and word[0].isalnum()):
                yield place + len(word)
            place = lowered.find(word, place + len(word), end)
