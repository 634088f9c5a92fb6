"""Whether words with a capital are somebody's name, as far as lists can tell."""

from __future__ import annotations

import re
from enum import IntEnum

from lif.privacy.words import (
    ambiguous_names,
    field_words,
    first_names,
    is_public,
    is_public_surname,
    plain,
    small_names,
    surname_words,
)

# One to four words with a capital, the last of them just before the place that is looked at.
NAME = r"(?:[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}[ \n]){0,3}[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}"
ENDING = re.compile(rf"(?<![\w'.-]){NAME}$")
_ABROAD = re.compile("[łńśźżćąęőűășțğışđøåñãõčřěůýžšŁŚŻĆȘȚŞĐØÅČŘŽŠ]")  # letters that no English word has
_SMALL = re.compile(r"(?<![\w'.@/-])[a-z]{3,16}$")
_NOT_BEFORE = frozenset(
    {
        "st",
        "saint",
        "king",
        "queen",
        "prince",
        "princess",
        "storm",
        "hurricane",
        "operation",
        "project",
        "lord",
        "lady",
        "sir",
        "dame",
    }
)


class Likely(IntEnum):
    """How likely words are a name."""

    NOT = 0
    UNKNOWN = 1  # words with a capital that no list holds
    AMBIGUOUS = 2  # a month or a place as well as a name
    NAME = 3


def likely(words: list[str]) -> Likely:
    """How likely it is that the last words are a person's name: "Amy", "Amy Jones", "Victim Amy Jones"."""
    best = Likely.NOT
    for place, word in enumerate(words):
        small = plain(word).removesuffix("'s")
        rest = [plain(other) for other in words[place + 1 :]]
        if any(other in field_words() - surname_words() for other in rest) or len(rest) > 2:
            continue
        if rest and word.endswith("'s"):
            continue  # "Sarah's Law"
        if place and plain(words[place - 1]) in _NOT_BEFORE:
            return Likely.NOT
        if rest and (is_public(small, rest[-1]) or (is_public_surname(rest[-1]) and small in _NOT_BEFORE)):
            return Likely.NOT
        best = max(best, Likely.NAME if _ABROAD.search(word) else _one(small))
    return best


def _one(small: str) -> Likely:
    halves = small.split("-")
    if small in first_names() or (len(halves) == 2 and halves[0] in first_names()):
        return Likely.NAME
    if small in ambiguous_names():
        return Likely.AMBIGUOUS
    if (
        small in field_words()
        or small.rstrip("s") in field_words()
        or any(half in field_words() for half in halves)
    ):
        return Likely.NOT
    return Likely.UNKNOWN if len(small) > 2 else Likely.NOT


def ends_with_a_name(text: str) -> tuple[int, Likely]:
    """Where the name at the end of a text begins, and how likely it is one; (-1, NOT) without one."""
    found = ENDING.search(text)
    if found is None:
        word = _SMALL.search(text)
        return (word.start(), Likely.NAME) if word and word[0] in small_names() else (-1, Likely.NOT)
    words = found[0].split()
    begin = found.start()
    while len(words) > 1 and _one(plain(words[0])) == Likely.NOT:  # "Victim Amy", "Siblings Amy"
        begin += len(words[0]) + 1
        if plain(words[0]) in _NOT_BEFORE:
            return begin, Likely.NOT
        words = words[1:]
    return begin, likely(words)
