"""Lists of words beside the code: names, acronyms, roles. Each file says where its words are from."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files


def _lines(name: str) -> list[str]:
    text = files("lif.privacy").joinpath("words", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def first_names() -> frozenset[str]:
    """Common first names, in small letters."""
    return frozenset(word.lower() for line in _lines("first-names.txt") for word in line.split())


@cache
def ambiguous_names() -> frozenset[str]:
    """First names that are also months, places or plain words."""
    return frozenset(word.lower() for line in _lines("ambiguous-names.txt") for word in line.split())


@cache
def field_words() -> frozenset[str]:
    """Words that stand with a capital in papers and are nobody's name."""
    return frozenset(word.lower() for line in _lines("field-words.txt") for word in line.split())


@cache
def surname_words() -> frozenset[str]:
    """Words of the field that are surnames too."""
    return frozenset(word for line in _lines("surname-words.txt") for word in line.split())


@cache
def small_names() -> frozenset[str]:
    """First names that are no words, so that they are known in small letters too."""
    words = {word for line in _lines("names-that-are-words.txt") for word in line.split()}
    return frozenset(
        name for name in first_names() - words - field_words() if len(name) > 3 or name in _SHORT
    )


_SHORT = frozenset({"amy", "mia", "ava", "zoe", "kai", "leo", "liv", "zac", "zak"})


@cache
def acronyms() -> frozenset[str]:
    return frozenset(word for line in _lines("acronyms.txt") for word in line.split())


@cache
def mailbox_words() -> frozenset[str]:
    return frozenset(word for line in _lines("mailbox-words.txt") for word in line.split())


@cache
def postcode_areas() -> frozenset[str]:
    return frozenset(word for line in _lines("postcode-areas.txt") for word in line.split())


@cache
def public_people() -> frozenset[tuple[str, str]]:
    """First name (or title) and surname of people who are named in published documents, without accents."""
    rows = (plain(line.split("\t")[0]).split() for line in _lines("public-people.tsv")[1:])
    return frozenset((row[0], row[-1]) for row in rows)


def plain(word: str) -> str:
    """A name in small letters and without accents."""
    apart = unicodedata.normalize("NFD", word)
    return "".join(c for c in apart if not unicodedata.combining(c)).lower().translate(_STROKES)


_STROKES = str.maketrans("łøđı", "lodi")


def is_public(first: str, surname: str) -> bool:
    return (plain(first), plain(surname)) in public_people()


def is_public_surname(surname: str) -> bool:
    return plain(surname) in {name for _, name in public_people()}
