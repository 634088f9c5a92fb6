"""Coordinates: degrees, minutes, grid references, easting and northing, three words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, spots, words_of
from lif.privacy.kinds import PersonalData

_DEGREES = re.compile(
    r"[4-6][0-9](?<![\w.]..)(?<=49|5.|60|61)\.[0-9]{4,}[ ]?(?:°|deg)?[ ]?[Nn]?[ ]?[,;/"
    r"|\n]?[ ]{0,2}(?:(?:and )?(?:lon|long|longitude|lng)\b[ :=]{0,3})?"
    r"[+-]?[ ]?[WwEe]?[ ]?[0-8]\.[0-9]{4,}(?:[ ]?°?[ ]?[WwEe](?!\w))?(?![0-9])"
)
_SEXAGESIMAL = re.compile(
    r"[0-9]{1,2}[ ]?°[ ]?[0-9]{1,2}(?:\.[0-9]+)?[ ]?['m][ ]?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\"|''"
    r"|s)?)?[ ]?[NS](?![\w])"
    r"(?:[ ,;]{0,3}[0-9]{1,3}[ ]?°[ ]?[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?['m][ ]?"
    r"(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\"|''|s)?)?[ ]?[EW](?!\w))?"
)
_SQUARES = words_of(
    "SV SW SX SY SZ TV SR SS ST SU TQ TR SM SN SO SP TL TM SH SJ SK TF TG SC SD SE TA NW NX NY NZ NR NS "
    "NT NU NL NM NN NO NF NG NH NJ NK NA NB NC ND"
    " HW HX HY HZ HT HU HP OV"
)
_GRID = re.compile(r"[HNOST][A-Z](?<!\w..)[ ]?(?:[0-9]{4}[ ]?[0-9]{4}|[0-9]{5}[ ]?[0-9]{5})(?!\w)")
_GRID_WORDS = any_case(
    r"\bgrid|\bOS\b|\bmap|\blocation|\bfound|\bseen|\bat\b|\bpin\b|\bGPS|\bcoord|\bgeo|\bNGR\b|\bphone"
)
_DATE_LIKE = re.compile(
    r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])$|[0-3][0-9](?:0[1-9]|1[0-2])20[0-9]{2}$"
)
_THREE_WORDS = re.compile(r"[ :=/,-]{0,5}(?P<words>[a-z]{3,18}\.[a-z]{3,18}\.[a-z]{3,18})(?![\w.])")
_EASTING = any_case(r"s?[ :=]{0,3}[0-9]{6}\b.{0,6}\bnorthings?\b[ :=]{0,3}[0-9]{6}(?!\w)")


def coordinates(text: str, start: int, end: int) -> Iterator[Found]:
    """Degrees with four decimals or minutes, a grid reference of eight figures or more."""
    for pattern in (_DEGREES, _SEXAGESIMAL) if text.find("°", start, end) >= 0 else (_DEGREES,):
        for match in pattern.finditer(text, start, end):
            if not re.search(r"\w\($", before(text, match.start(), 2)):  # translate(53.1, …) moves a drawing
                yield Found(PersonalData.COORDINATES, *match.span())
    for place in spots(text, ("easting",), start, end):
        if east := _EASTING.match(text, place):
            yield Found(PersonalData.COORDINATES, place - 7, east.end())
    for match in _GRID.finditer(text, start, end):
        if match[0][:2] not in _SQUARES:
            continue
        worded = bool(_GRID_WORDS.search(before(text, match.start(), 32)))
        apart = len(match[0].split()) > 1
        if worded or apart or not _DATE_LIKE.search(match[0]):
            yield Found(PersonalData.COORDINATES, *match.span(), sure=worded or apart)


def three_words(text: str, start: int, end: int) -> Iterator[Found]:
    for place in spots(text, ("///", "what3words", "what3word", "w3w"), start, end):
        match = _THREE_WORDS.match(text, place)
        if match and not (text[place - 1] == "/" and before(text, place - 3, 1) in (":", "/")):
            yield Found(PersonalData.COORDINATES, *match.span("words"))
