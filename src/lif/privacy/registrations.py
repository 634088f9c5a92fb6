"""Registrations: of a vehicle, of a doctor, nurse or social worker; a driving licence, a passport."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, spots
from lif.privacy.kinds import PersonalData
from lif.privacy.words import acronyms

_NOW = re.compile(r"[0-9](?<=[A-Za-z]{2}.)[0-9](?<![\w-][A-Za-z]{2}..)[ -]{0,2}[A-Za-z]{3}(?![\w-])")
_PREFIXED = re.compile(r"[0-9](?<=[A-Z].)[0-9]{0,2}[ -]?[A-Z]{3}(?![\w-])")
_SUFFIXED = re.compile(r"[0-9](?:(?<=[A-Z]{3}.)|(?<=[A-Z]{3} .))[0-9]{0,2}[A-Z](?![\w-])")
_PREFIX = re.compile(r"(?<![\w-])[A-Z]$")
_SUFFIX = re.compile(r"(?<![\w-])[A-Z]{3}[ ]?$")
_VEHICLE = any_case(
    r"\b(?:cars?|vehicles?|reg|regn|registrations?|registered|number ?plates?|plates?|VRMs?|index|ANPR"
    r"|vans?|taxi|mini-?cab|cab|driv\w+"
    r"|motorbike|moped|scooter|motorcycle|lorry|truck|bus|minibus|keeper|PNC|DVLA|insured?|parked|audi"
    r"|bmw|ford|fiesta|focus|transit"
    r"|corsa|astra|vauxhall|insignia|zafira|golf|polo|volkswagen|vw|mercedes|toyota|nissan|qashqai|micra"
    r"|renault|clio|megane"
    r"|peugeot|citroen|seat|ibiza|leon|skoda|octavia|kia|hyundai|honda|civic|mini|fiat|volvo|range rover"
    r"|land rover|mazda|suzuki"
    r"|saloon|hatchback|estate car|4x4|pick-?up|black|white|silver|grey|blue|red)\b"
)
_REG = any_case(
    r"(?:istration|s|n)?\b(?: ?(?:plates?|no|num|number|mark|is|was"
    r"|of)\b){0,2}[.:# ,(=]{0,4}(?=[A-Z ]{0,4}[0-9])"
    r"([A-Z]{1,3}[ -]?[0-9]{1,4}[ -]?[A-Z]{0,3})(?![\w-])"
)
_NOT_PLATE = any_case(
    r"\b(?:ref\w*|version|form|code|policy|template|document|room|paper|item|section"
    r"|regulation)\b[ .:#]{0,3}$"
)


def vehicles(text: str, start: int, end: int) -> Iterator[Found]:
    """Number plates: the style of today by itself, older ones beside a word for a vehicle."""
    for match in _NOW.finditer(text, start, end):
        begin = match.start() - 2
        label, plate = before(text, begin, 40), text[begin : match.end()]
        worded = bool(_VEHICLE.search(label))
        if worded or (plate.isupper() and not _coined(plate) and not _NOT_PLATE.search(label)):
            yield Found(PersonalData.REGISTRATION, begin, match.end(), sure=worded)
    for pattern, letters in ((_PREFIXED, _PREFIX), (_SUFFIXED, _SUFFIX)):
        for match in pattern.finditer(text, start, end):
            first = letters.search(before(text, match.start(), 5))
            begin = match.start() - len(first[0]) if first else 0
            if first and match.end() - begin >= 5 and _VEHICLE.search(before(text, begin, 24)):
                yield Found(PersonalData.REGISTRATION, begin, match.end(), sure=False)


def named_vehicles(text: str, start: int, end: int) -> Iterator[Found]:
    """A plate of any style that is called one."""
    for place in spots(text, ("reg", "plate", "vrm", "index"), start, end):
        if (plate := _REG.match(text, place)) and len(plate[1]) >= 4:
            yield Found(PersonalData.REGISTRATION, *plate.span(1))


def _coined(plate: str) -> bool:
    """FY24 BCF: letters that a plate does not bear, or an acronym at either end."""
    return bool(set("IQZ") & set(plate[:2]) or set("IQ") & set(plate[-3:])) or (
        plate[:2] in acronyms() and plate[-3:] in acronyms()
    )


_BODIES = ("social work england", "medical council", "midwifery council", "teacher reference", "teacher ref")
_LETTERS = re.compile(r"[GNHST](?<!\w.)(?:MC|CPC|DC|PhC|RN|WE)(?!\w)")
_BODY_NUMBER = any_case(
    r"(?:'s)?(?:[ ,:;.#=(/\"'|-]{1,4}(?:registration|registered|reg|register|number|num|no|nr|pin|ref"
    r"|reference|id|code|is|was|with|the|under)\b){0,4}[ ,:;.#=(/\"'|-]{0,5}"
    r"((?:[A-Z]{1,2} ?)?[0-9]{5,7}|[0-9]{2}[A-Z][0-9]{4}[A-Z])(?![\w])"
)
_LICENCE = re.compile(r"[0-9](?<=[A-Z9].)[0-9]{5}[ ]?[A-Z9]{2}[0-9][A-Z]{2}(?!\w)")
_LICENCE_NAME = re.compile(r"(?<![\w])[A-Z][A-Z9]{4}$")
_PASSPORT = any_case(r"[ ]?(?:no|num|number)?[.:# ]{0,4}([0-9]{9})(?!\w)")


def professionals(text: str, start: int, end: int) -> Iterator[Found]:
    """Numbers of professional registers, of a driving licence and of a passport, each with what it is."""
    for words, pattern in ((_BODIES, _BODY_NUMBER), (("passport",), _PASSPORT)):
        for place in spots(text, words, start, end):
            if number := pattern.match(text, place):
                yield Found(PersonalData.REGISTRATION, *number.span(1))
    for body in _LETTERS.finditer(text, start, end):
        if number := _BODY_NUMBER.match(text, body.end()):
            yield Found(PersonalData.REGISTRATION, *number.span(1))
    for match in _LICENCE.finditer(text, start, end):
        if _LICENCE_NAME.search(before(text, match.start(), 6)):
            yield Found(PersonalData.REGISTRATION, match.start() - 5, match.end())
