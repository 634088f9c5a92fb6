"""The area that somebody means: by name however spelt, by its ONS code or its three-digit number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import SequenceMatcher

from lif.calendars import long_date
from lif.records.references import Area

_OF_BODIES = frozenset(
    (
        *("the", "council", "corporation", "authority", "local", "safeguarding", "children", "partnership"),
        *("board", "scp", "lscp", "lscb"),
    )
)
_LESS = _OF_BODIES | frozenset(
    (
        *("of", "and", "upon", "on", "city", "county", "borough", "london", "royal", "metropolitan"),
        *("unitary", "district"),
    )
)
"""Words that people add to an area's name, or leave out; the first, words that are of no area's name."""
NEAREST = 4
_NEAR = 0.55


class NotFound(Exception):  # noqa: N818
    """No single area goes by these words; `near` holds the names that may be meant."""

    def __init__(self, said: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(said)
        self.near = near


def short_name(area: Area) -> str:
    """The name as it stands in a sentence: `Bristol, City of` is Bristol."""
    return re.sub(r", (?:City|County) of$", "", area.name)


def area_called(areas: Iterable[Area], words: str, day: date) -> Area:
    """The local authority that goes by these words on a day; raises NotFound with the nearest names."""
    everything = tuple(areas)
    known = [one for one in everything if one.sort == "local-authority" and _stands(one, day)]
    asked = words.strip()
    if not asked:
        raise NotFound("no local authority is named")
    for same in (_coded, _named, _shorter):
        if found := [area for area in known if same(area, asked)]:
            return _only(found, asked)
    if instead := _instead(everything, asked, day):
        return instead
    for same in (_within, _initialled):
        if found := [area for area in known if same(area, asked)]:
            return _only(found, asked)
    if several := _several(known, asked):
        raise NotFound(_OF_SEVERAL.format(asked, _listed(several)), several)
    names = _nearest(known, asked)
    told = f"; did you mean {', '.join(names)}?" if names else " of England"
    raise NotFound(f"'{asked}' is no local authority{told}", names)


_OF_SEVERAL = (
    "'{}' is more than one local authority, and a board's figures are of one: begin with {}, "
    "and give the body's own name with --name"
)


def _stands(area: Area, day: date) -> bool:
    return area.until is None or area.until >= day


def _only(found: Sequence[Area], asked: str) -> Area:
    if len(found) == 1:
        return found[0]
    names = tuple(area.name for area in found[:NEAREST])
    raise NotFound(f"'{asked}' could be {', '.join(names)}?", names)


def _instead(areas: Sequence[Area], asked: str, day: date) -> Area | None:
    """The one that took the place of an authority that is no more; None where nothing is called so.

    Raises NotFound where several did, and for a region or the country.
    """
    for area in areas:
        if not (_coded(area, asked) or _named(area, asked) or (area.until and _shorter(area, asked))):
            continue
        if area.sort in ("region", "country"):
            within = tuple(
                one.name
                for one in areas
                if one.sort == "local-authority" and one.region == area.id and _stands(one, day)
            )
            told = f": {_listed(within)}" if within else ""
            raise NotFound(f"{area.name} is a {area.sort}; name a local authority in it{told}", within)
        if area.until is not None and not _stands(area, day):
            after = [one for one in areas if one.id in area.successors]
            if len(after) == 1:
                return after[0]
            names = tuple(one.name for one in after)
            ended = f"{area.name} came to an end on {long_date(area.until)}"
            raise NotFound(f"{ended}: name {_listed(names)}", names)
    return None


def _nearest(areas: Sequence[Area], asked: str) -> tuple[str, ...]:
    """The names that are most like the words; those that begin so stand alone."""
    begun = [area.name for area in areas if _begun(area, asked)]
    near = sorted(areas, key=lambda area: -_likeness(area, asked))
    alike = [area.name for area in near if _likeness(area, asked) >= _NEAR]
    return tuple((begun or alike)[:NEAREST])


def _several(areas: Sequence[Area], asked: str) -> tuple[str, ...]:
    """The authorities that words name one after the other, as a partnership of several does."""
    parts = [part for part in re.split(r",|&|/|\+|;|\band\b", asked) if _few(part)]
    found = [[area.name for area in areas if _within(area, part)] for part in parts]
    if len(parts) < 2 or not all(found):
        return ()
    return tuple(dict.fromkeys(name for names in found for name in names))


def _listed(names: Sequence[str]) -> str:
    """`A or B`, `A; B or C`: names may hold a comma."""
    apart = "; " if any("," in name for name in names) else ", "
    return apart.join(names[:-1]) + f"{' or ' if len(names) > 1 else ''}{names[-1]}"


def _coded(area: Area, asked: str) -> bool:
    return asked.upper() in {code.code for code in area.codes} | {area.old_code}


def _names(area: Area) -> tuple[str, ...]:
    return (area.id, area.name, short_name(area), *area.aliases)


def _named(area: Area, asked: str) -> bool:
    return _words(asked) in [_words(name) for name in _names(area)]


def _shorter(area: Area, asked: str) -> bool:
    words = _few(asked)
    if not words:  # of small words alone, such as those of the City of London
        return any(_whole(asked) == _whole(name) for name in _names(area))
    return any(words == _few(name) for name in _names(area))


def _within(area: Area, asked: str) -> bool:
    words = _few(asked)
    return bool(words) and any(words <= _few(name) for name in _names(area))


def _initialled(area: Area, asked: str) -> bool:
    """Whether these are the first letters of its words, as in `BCP`, with the small words or without."""
    letters = asked.lower()
    if not re.fullmatch("[a-z]{3,}", letters):
        return False
    spelt = (_words(area.name), [word for word in _words(area.name) if word not in _LESS])
    return letters in ["".join(word[0] for word in words) for words in spelt]


def _begun(area: Area, asked: str) -> bool:
    """Whether each word begins one of its own, as in `Northum`, or in `Herts` but for its s."""
    words = [word.removesuffix("s") for word in _few(asked)]
    own = _few(area.name)
    return bool(words) and all(len(word) > 2 and any(name.startswith(word) for name in own) for word in words)


def _words(text: str) -> list[str]:
    plain = text.lower().replace("&", " and ").replace("'", "").replace("’", "")
    return re.findall(r"[a-z0-9]+", re.sub(r"\b(?:st\.?|saint) ", "st ", plain))


def _whole(text: str) -> frozenset[str]:
    return frozenset(_words(text)) - _OF_BODIES


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
