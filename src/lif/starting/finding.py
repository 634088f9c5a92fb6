"""The area that somebody means: by name however spelt, by its ONS code or its three-digit number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

from lif.records.references import Area

_LESS = frozenset(
    (
        *("the", "of", "and", "upon", "on", "city", "county", "council", "borough", "london", "royal"),
        *("metropolitan", "unitary", "district", "authority", "local", "safeguarding", "children"),
        *("partnership", "board"),
    )
)
"""Words that people add to an area's name, or leave out."""
NEAREST = 4
_NEAR = 0.55


class NotFound(Exception):  # noqa: N818
    """No area goes by these words, or several do; `near` holds the names that may be meant."""

    def __init__(self, words: str, near: tuple[str, ...], several: bool) -> None:
        said = "could be" if several else "is no local authority; did you mean"
        asked = f"'{words}' {said} {', '.join(near)}?"
        super().__init__(asked if near else f"'{words}' is no local authority of England")
        self.near = near


def short_name(area: Area) -> str:
    """The name as it stands in a sentence: `Bristol, City of` is Bristol."""
    return re.sub(r", (?:City|County) of$", "", area.name)


def area_called(areas: Iterable[Area], words: str, day: date) -> Area:
    """The local authority that goes by these words on a day; raises NotFound with the nearest names."""
    known = [a for a in areas if a.sort == "local-authority" and (a.until is None or a.until >= day)]
    asked = words.strip()
    for same in (_coded, _named, _shorter, _within):
        found = [area for area in known if same(area, asked)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(words, tuple(area.name for area in found[:NEAREST]), several=True)
    near = sorted(known, key=lambda area: -_likeness(area, asked))
    names = tuple(area.name for area in near[:NEAREST] if _likeness(area, asked) >= _NEAR)
    raise NotFound(words, names, several=False)


def _coded(area: Area, asked: str) -> bool:
    return asked.upper() in {code.code for code in area.codes} | {area.old_code}


def _names(area: Area) -> tuple[str, ...]:
    return (area.id, area.name, short_name(area), *area.aliases)


def _named(area: Area, asked: str) -> bool:
    return _words(asked) in [_words(name) for name in _names(area)]


def _shorter(area: Area, asked: str) -> bool:
    words = _few(asked)
    return bool(words) and any(words == _few(name) for name in _names(area))


def _within(area: Area, asked: str) -> bool:
    words = _few(asked)
    return bool(words) and any(words <= _few(name) for name in _names(area))


def _words(text: str) -> list[str]:
    plain = text.lower().replace("&", " and ").replace("'", "").replace("’", "")
    return re.findall(r"[a-z0-9]+", re.sub(r"\bst\.? ", "st ", plain))


def _few(text: str) -> frozenset[str]:
    return frozenset(_words(text)) - _LESS


def _likeness(area: Area, asked: str) -> float:
    """How alike two names are, from 0 to 1: whole, without small words, or by one word of the name alone."""
    wanted, bare = " ".join(_words(asked)), " ".join(sorted(_few(asked)))
    return max(max(_alike(wanted, " ".join(_words(name))), _alike(bare, name)) for name in _names(area))


def _alike(asked: str, name: str) -> float:
    few = sorted(_few(name))
    singly = [0.95 * SequenceMatcher(None, asked, word).ratio() for word in few]
    return max(
        SequenceMatcher(None, asked, name).ratio(),
        SequenceMatcher(None, asked, " ".join(few)).ratio(),
        *singly,
    )
