"""Where somebody lives: postcodes and addresses. An outward code alone is a district."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, spots, words_of
from lif.privacy.kinds import PersonalData
from lif.privacy.words import field_words, postcode_areas

_INWARD = re.compile(r"[0-9][A-Za-z]{2}(?![\w])")
_STRICT = re.compile(r"[0-9][ABD-HJLNP-UW-Z]{2}")
_SAID = any_case(r"\b(?:post ?code|address|lives? (?:at|in|near))\b[^0-9]{0,16}$")
_OUTWARD = re.compile(r"(?<![\w#])([A-Za-z]{1,2})([0-9][0-9A-Za-z]?)([ ]{0,3}|[ ]?\n[ ]{0,8})$")
_POSTCODE_WORDS = any_case(
    r"\b(?:post ?code|address|lives?|living|moved|home|house|flat|family|resid\w+|placed|near|visited"
    r"|missing|found|seen|PC|area|from|returned|at|in|to|2)\b"
)
_PUBLIC_PLACE = any_case(
    r"\b(?:town hall|civic (?:offices|centre)|municipal (?:offices|house|buildings)|county hall|city hall"
    r"|council offices|guildhall|police station|headquarters"
    r"|head office|registered office|library|children's centre|family hub|magistrates|crown court"
    r"|county court|shire hall|whitehall|PO box|freepost)\b"
)
_RESIDENT = any_case(
    r"\b(?:lives?|living|lived|resid\w+|home|family|families|mother|father|mum|dad|her|his|child|tenan\w+"
    r"|moved|placed|visit(?:ed)?|missing|neighbour|gran\w*)\b"
)


def is_public_place(text: str, start: int, end: int) -> bool:
    """Whether it is the address of an office: a public building on the line, and nobody who lives there."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 90) : end + 40].split("\n")[0]
    return bool(_PUBLIC_PLACE.search(line)) and not _RESIDENT.search(line)


def postcodes(text: str, start: int, end: int) -> Iterator[Found]:
    """Whole postcodes; small letters count where they are apart or where a word says so."""
    for inward in _INWARD.finditer(text, start, end):
        outward = _OUTWARD.search(before(text, inward.start(), 14))
        if outward is None:
            continue
        begin = inward.start() - len(outward[0])
        in_use = outward[1].upper() in postcode_areas()
        plainly = bool(outward[3]) and inward[0].isupper()
        if not _SAID.search(before(text, begin, 32)) and not (
            in_use and (plainly or outward[1].upper() == "ZZ" or _STRICT.match(inward[0].upper()))
        ):
            continue
        letters = (outward[1] + outward[2] + inward[0]).strip()
        gap = outward[3]
        if not _fits(outward[1], outward[2]) or ("\n" in gap and not letters.isupper()):
            continue
        worded = bool(_POSTCODE_WORDS.search(before(text, begin, 40)))
        if not (letters.isupper() or gap or worded) or (
            not letters.isupper() and not letters.islower() and not worded
        ):
            continue
        if not is_public_place(text, begin, inward.end()):
            yield Found(PersonalData.POSTCODE, begin, inward.end(), sure=letters.isupper())


def _fits(area: str, district: str) -> bool:
    """A9, A99, AA9, AA99, A9A (London and few others), AA9A."""
    last = district[-1].upper()
    return last.isdigit() or last in ("ABCDEFGHJKPSTUWZ" if len(area) == 1 else "ABEHMNPRVWXYZ")


_STRONG = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Terrace|Terr|Ter|Grove"
    r"|Gr|Gardens|Gdns|Boulevard|Mews|Esplanade|Parade|Croft"
    r"|Broadway|Causeway|Crossing|Drove|Garth|Parkway|Wynd|Glade|Loke|Strand|Approach|Circus|Ropery"
    r"|Villas|Cottages|Wharf|Quay|Passage|Alley|Promenade|Ridge)"
)
_WEAK = (
    r"(?:Court|Ct|Way|Walk|Place|Pl|Square|Sq|Hill|Row|View|Rise|Park|Green|Vale|Yard|Dale|End|Gate|Fold"
    r"|Meadows?|Heights|Side|Bank|Chase|Mount|Path|Buildings"
    r"|Estate|House|Common|Fields?|Orchard|Spinney|Copse|Paddocks?|Beeches|Elms|Firs|Limes|Oaks|Poplars"
    r"|Willows|Chestnuts|Cedars|Maltings|Cloisters|Coppice|Hollow|Mead|Brow|Carr|Toft|Crest|Stables"
    r"|Granary|Forge|Smithy|Leys|Holme"
    r"|Bridge|Corner|Lodge|Mansions"
    r"|Point|Tower|Towers|Warren|Wood|Woods|Cottage|Farm)"
)
_NAME = r"(?:(?:[A-Z][A-Za-z'-]{1,20}|[A-Z][a-z]?\.|of|the|upon|le)[ ]){1,4}"
_HOUSE_NO = (
    r"[0-9](?<![\w£$€,/:-][0-9])(?<![0-9]\.[0-9])[0-9]{0,3}[A-Za-z]?(?:[ ]?[-/&][ ]?[0-9]{1,4}[A-Za-z]?)?"
)
_NUMBERED = re.compile(rf"{_HOUSE_NO}[ ]?,?[ \n](?=[ ]{{0,8}}[A-Za-z])")
_STREET = re.compile(
    rf"{_HOUSE_NO}[ ]?,?(?:[ ]{{1,2}}|[ ]?\n[ ]{{0,8}})(?P<name>{_NAME})(?P<type>{_STRONG}|{_WEAK})(?![\w])"
)
_AFTERWARDS = re.compile(
    rf"(?:[A-Z](?<!\\w[A-Z])[A-Za-z']{{1,20}}[ ]){{1,3}}{_STRONG},?[ ](?:at )?(?:number|no\\.?|house"
    r"|flat)[ ]?[0-9]{1,3}[A-Za-z]?(?!\\w)"
)
_LOUD = re.compile(
    rf"{_HOUSE_NO}[ ]?,?[ ]{{1,2}}(?P<name>(?:[A-Z'.-]{{2,20}}[ ]){{1,3}})(?P<type>{_STRONG.upper()})(?![\w])"
)
_SMALL = re.compile(
    r"[0-9](?<![\w£$€.,/:-][0-9])[0-9]{0,3}[a-z]?,?[ ](?P<name>[a-z']{3,16}(?:[ ][a-z']{3,16})?)[ ]"
    r"(?P<type>street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|grove|gardens|gdns|court"
    r"|way|walk|place|mews|croft)(?![\w])"
)
_FLATS = ("flat", "apartment", "apt", "bedsit", "caravan", "studio")
_FLAT = re.compile(
    r"\.?[ \n](?:[Nn]o\.?[ ])?[0-9]{1,4}[A-Za-z]?,?[ \n]{1,3}(?:[0-9]{1,4}[A-Za-z]?,?[ ])?"
    r"(?:[A-Z][A-Za-z'.-]{1,20}[ ]?){1,4}"
)
_COMMA = re.compile(r",(?<=[a-z],)[ \n](?=[A-Z])")
_HOUSES = words_of(
    "Cottage Cottages Lodge Farm Farmhouse Bungalow House Rectory Vicarage Barn Villa Manor Grange Hall "
    "Mill Croft"
)
_HOUSE = re.compile(r"(?:(?<![\w'])[A-Z][A-Za-z']{1,16}[ ]){1,3}$")
_IN_STREET = re.compile(
    rf"{_NAME}(?:{_STRONG}|Court|Way|Walk|Place|Square|Hill|Row|View|Green|Park|End|Rise)(?!\w)"
)
_NOT_A_HOUSE = any_case(
    r"\b(?:room|floor|ward|level|zone|page|junction|table|stage|phase|year|chapter|section|item)\b[ ]{0,2}$"
)
_AT_HOME = any_case(
    r"\b(?:lives?|living|lived|address|at|home|from|to|house|flat|moved|near|visited|round|addr|no\.?"
    r"|number)\b[^0-9\n]{0,14}$"
)
_ORGANISATION = re.compile(
    r"[ ](?:Surgery|School|Academy|College|Nursery|Clinic|Centre|Library|Church|Police|Hub|Practice"
    r"|Medical|Health|Primary"
    r"|Infants?|Juniors?|Family|Children's|Community|Youth|Day|Hospital|Pharmacy|Station|Campus|Depot"
    r"|Offices?)\b"
)
_GENERAL = any_case(r"high street (?:banks?|shops?|stores?|retailers?|names|chains)")


def addresses(text: str, start: int, end: int) -> Iterator[Found]:
    """A number and a street, a flat, a house with a name in a street."""
    for number in _NUMBERED.finditer(text, start, end):
        place = number.start()
        if match := _STREET.match(text, place) or _LOUD.match(text, place):
            loud = match["name"].isupper()
            if (loud or _is_street(match["name"].split(), match["type"], match[0])) and not _excused(
                text, match
            ):
                yield Found(PersonalData.ADDRESS, *match.span())
        elif match := _SMALL.match(text, place):
            words = match["name"].split()
            if _AT_HOME.search(before(text, place, 30)) and not any(w in field_words() for w in words):
                yield Found(PersonalData.ADDRESS, *match.span(), sure=False)


def addresses_by_name(text: str, start: int, end: int) -> Iterator[Found]:
    """A flat, or a house that has a name and no number."""
    for place in spots(text, _FLATS, start, end):
        if (flat := _FLAT.match(text, place)) and not is_public_place(text, *flat.span()):
            begin = max(text.rfind(" ", 0, place - 2), text.rfind("\n", 0, place - 2)) + 1
            yield Found(PersonalData.ADDRESS, begin, flat.start() + len(flat[0].rstrip()))
    for place in spots(text, (" number ", ", no"), start, end):
        window = max(start, place - 70)
        for match in _AFTERWARDS.finditer(text, window, min(end, place + 6)):
            yield Found(PersonalData.ADDRESS, *match.span())
    for comma in _COMMA.finditer(text, start, end):
        ahead = before(text, comma.start(), 56)
        kind = ahead[ahead.rfind(" ") + 1 :]
        if kind not in _HOUSES:
            continue
        house, street = _HOUSE.search(ahead[: -len(kind)]), _IN_STREET.match(text, comma.end())
        if house and street and not is_public_place(text, comma.start(), street.end()):
            yield Found(PersonalData.ADDRESS, comma.start() - len(ahead) + house.start(), street.end())


def _is_street(words: list[str], kind: str, written: str) -> bool:
    number = int(re.match("[0-9]+", written)[0])  # type: ignore[index]
    if 1900 <= number < 2100 and len(words) == 1 and kind not in ("Street", "Road", "Avenue", "Lane"):
        return False
    months = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    }
    if words[0].lower() in months and number <= 31:
        return False
    if re.fullmatch(_STRONG, kind):
        return words[0].lower() not in ("hour", "month", "day", "year", "week", "working")
    plain = {word.lower().removesuffix("'s") for word in words}
    return not (plain & (field_words() - _STREET_NAMES))


_STREET_NAMES = frozenset(
    [
        "church",
        "school",
        "station",
        "park",
        "hall",
        "garden",
        "gardens",
        "chapel",
        "mill",
        "victoria",
        "north",
        "south",
        "east",
        "west",
        "street",
        "road",
        "house",
        "lodge",
        "king",
        "queen",
        "prince",
        "summer",
        "spring",
        "bridge",
        "hill",
        "green",
        "white",
        "black",
        "old",
        "new",
        "saint",
        "st",
        "grove",
        "hospital",
        "university",
        "college",
        "albert",
        "market",
        "centre",
        "county",
        "town",
        "village",
        "city",
        "kent",
        "surrey",
        "sussex",
        "lincoln",
        "durham",
        "york",
        "bedford",
        "oxford",
        "cambridge",
        "may",
        "april",
        "june",
        "holly",
        "rose",
        "the",
        "of",
    ]
)


def _excused(text: str, match: re.Match[str]) -> bool:
    return bool(
        _NOT_A_HOUSE.search(before(text, match.start(), 12))
        or _ORGANISATION.match(text, match.end())
        or _GENERAL.match(text, match.start("name"))
        or is_public_place(text, *match.span())
    )
