"""Registrations: the plate of a vehicle, the number of a doctor, a nurse or a social worker, a licence, a passport."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before
from lif.privacy.kinds import PersonalData
from lif.privacy.words import acronyms

_NOW = re.compile(r"[A-Za-z](?<![\w-][A-Za-z])[A-Za-z][0-9]{2}[ -]{0,2}[A-Za-z]{3}(?![\w-])")
_BEFORE_2001 = re.compile(
    r"[A-Za-z](?<![\w-][A-Za-z])(?:[0-9]{1,3}[ -]?[A-Za-z]{3}|[A-Za-z]{1,2}[ -]?[0-9]{1,4}[A-Za-z]?|[A-Za-z]{2}[ -]?[0-9]{1,4})(?![\w-])"
)
_VEHICLE = any_case(
    r"\b(?:cars?|vehicles?|reg|regn|registrations?|registered|number ?plates?|plates?|VRMs?|index|ANPR|vans?|taxi|mini-?cab|cab|driv\w+"
    r"|motorbike|moped|scooter|motorcycle|lorry|truck|bus|minibus|keeper|PNC|DVLA|insured?|parked|audi|bmw|ford|fiesta|focus|transit"
    r"|corsa|astra|vauxhall|insignia|zafira|golf|polo|volkswagen|vw|mercedes|toyota|nissan|qashqai|micra|renault|clio|megane"
    r"|peugeot|citroen|seat|ibiza|leon|skoda|octavia|kia|hyundai|honda|civic|mini|fiat|volvo|range rover|land rover|mazda|suzuki"
    r"|saloon|hatchback|estate car|4x4|pick-?up|black|white|silver|grey|blue|red)\b"
)
_REG = any_case(
    r"\b(?:reg|regn|registration|plates?|VRM|index)\b(?: ?(?:no|num|number|mark|is|was|of))?[.:# ,(=]{0,4}$"
)
_NOT_PLATE = any_case(
    r"\b(?:ref\w*|version|form|code|policy|template|document|room|paper|item|section|regulation)\b[ .:#]{0,3}$"
)


def vehicles(text: str, start: int, end: int) -> Iterator[Found]:
    """Number plates: the style of today by itself, older ones beside a word for a vehicle."""
    for match in _NOW.finditer(text, start, end):
        label = before(text, match.start(), 40)
        plate = match[0].upper()
        worded = bool(_VEHICLE.search(label))
        if worded or (match[0].isupper() and not _coined(plate) and not _NOT_PLATE.search(label)):
            yield Found(PersonalData.REGISTRATION, *match.span(), sure=worded)
    for match in _BEFORE_2001.finditer(text, start, end):
        label = before(text, match.start(), 24)
        upper = match[0].isupper() and len(match[0]) >= 5
        if _REG.search(label) and sum(c.isdigit() for c in match[0]) > 0 and len(match[0]) >= 4:
            yield Found(PersonalData.REGISTRATION, *match.span())
        elif upper and re.fullmatch(r"[A-Z][0-9]{1,3}[ -]?[A-Z]{3}|[A-Z]{3}[ -]?[0-9]{1,3}[A-Z]", match[0]):
            if _VEHICLE.search(label) and match[0][-3:] not in acronyms():
                yield Found(PersonalData.REGISTRATION, *match.span(), sure=False)


def _coined(plate: str) -> bool:
    """FY24 BCF: letters that a plate does not bear, or an acronym at either end."""
    return (
        plate[0] in "IQZ"
        or plate[1] in "IQZ"
        or plate[-3:] in acronyms()
        or "Q" in plate[-3:]
        or "I" in plate[-3:]
    )


_BODY = any_case(
    r"\b(?:social work england|SWE|HCPC|GMC|general medical council|NMC|nursing and midwifery council|GDC|GPhC|TRN|teacher ref\w*)\b"
    r"(?:'s)?(?:[ ,:;.#=(/\"'|-]{1,4}(?:registration|registered|reg|register|number|num|no|nr|pin|ref|reference|id|code|is|was|with|the|under)\b){0,4}"
    r"[ ,:;.#=(/\"'|-]{0,5}$"
)
_BODY_NUMBER = re.compile(r"[0-9A-Z](?<![\w][0-9A-Z])(?:[A-Z]? ?[0-9]{4,7}|[0-9][A-Z][0-9]{4}[A-Z])(?![\w])")
_LICENCE = re.compile(r"[A-Z](?<![\w][A-Z])[A-Z9]{4}[ ]?[0-9]{6}[ ]?[A-Z9]{2}[0-9][A-Z]{2}(?!\w)")
_PASSPORT = any_case(r"\bpassport (?:no|num|number)?[.:# ]{0,4}(?=[0-9]{9}\b)([0-9]{9})(?!\w)")


def professionals(text: str, start: int, end: int) -> Iterator[Found]:
    """Numbers of professional registers, of a driving licence and of a passport, each with what it is."""
    for match in _BODY_NUMBER.finditer(text, start, end):
        if _BODY.search(before(text, match.start(), 70)):
            yield Found(PersonalData.REGISTRATION, *match.span())
    for match in _LICENCE.finditer(text, start, end):
        yield Found(PersonalData.REGISTRATION, *match.span())
    for match in _PASSPORT.finditer(text, start, end):
        yield Found(PersonalData.REGISTRATION, *match.span(1))
