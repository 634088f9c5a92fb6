"""Where somebody lives or was: postcodes, street addresses, coordinates. An outward code alone is a district."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before
from lif.privacy.kinds import PersonalData
from lif.privacy.words import field_words, postcode_areas

_INWARD = re.compile(r"[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![\w])")
_OUTWARD = re.compile(r"(?<![\w#])([A-Za-z]{1,2})([0-9][0-9A-Za-z]?)([ ]{0,3}|[ ]?\n[ ]{0,8})$")
_POSTCODE_WORDS = any_case(
    r"\b(?:post ?code|address|lives?|living|moved|home|house|flat|family|resid\w+|placed|near|visited|missing|found|seen|PC|area|from|returned|at|in|to|2)\b"
)
_PUBLIC_PLACE = any_case(
    r"\b(?:town hall|civic (?:offices|centre)|municipal (?:offices|house|buildings)|county hall|city hall|council offices|guildhall|police station|headquarters"
    r"|head office|registered office|library|children's centre|family hub|magistrates|crown court|county court|shire hall|whitehall|PO box|freepost)\b"
)
_RESIDENT = any_case(
    r"\b(?:lives?|living|lived|resid\w+|home|family|families|mother|father|mum|dad|her|his|child|tenan\w+|moved|placed|visit(?:ed)?|missing|neighbour|gran\w*)\b"
)


def is_public_place(text: str, start: int, end: int) -> bool:
    """Whether it is the address of an office: a public building on the line, and nobody who lives there."""
    line = text[max(text.rfind("\n", 0, start) + 1, start - 90) : end + 40].split("\n")[0]
    return bool(_PUBLIC_PLACE.search(line)) and not _RESIDENT.search(line)


def postcodes(text: str, start: int, end: int) -> Iterator[Found]:
    """Whole postcodes; small letters count where they are apart or where a word says so."""
    for inward in _INWARD.finditer(text, start, end):
        outward = _OUTWARD.search(before(text, inward.start(), 14))
        if outward is None or outward[1].upper() not in postcode_areas():
            continue
        begin = inward.start() - len(outward[0])
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
    r"(?:Street|St|Road|Rd|Avenue|Ave|Av|Lane|Ln|Close|Cl|Drive|Dr|Crescent|Cres|Terrace|Terr|Ter|Grove|Gr|Gardens|Gdns|Boulevard|Mews|Esplanade|Parade|Croft"
    r"|Broadway|Causeway|Crossing|Drove|Garth|Villas|Cottages|Wharf|Quay|Passage|Alley|Promenade|Ridge)"
)
_WEAK = (
    r"(?:Court|Ct|Way|Walk|Place|Pl|Square|Sq|Hill|Row|View|Rise|Park|Green|Vale|Yard|Dale|End|Gate|Fold|Meadows?|Heights|Side|Bank|Chase|Mount|Path|Buildings"
    r"|Estate|House|Common|Fields?|Orchard|Spinney|Copse|Paddock|Leys|Holme|Bridge|Corner|Lodge|Mansions|Point|Tower|Towers|Warren|Wood|Woods|Cottage|Farm)"
)
_NAME = r"(?:(?:[A-Z][A-Za-z'.-]{1,20}|of|the|upon|le)[ ]){1,4}"
_HOUSE_NO = r"[0-9](?<![\w£$€.,/:-][0-9])[0-9]{0,3}[A-Za-z]?(?:[ ]?[-/&][ ]?[0-9]{1,4}[A-Za-z]?)?"
_STREET = re.compile(
    rf"{_HOUSE_NO}[ ]?,?(?:[ ]{{1,2}}|[ ]?\n[ ]{{0,8}})(?P<name>{_NAME})(?P<type>{_STRONG}|{_WEAK})(?![\w])"
)
_SMALL = re.compile(
    r"[0-9](?<![\w£$€.,/:-][0-9])[0-9]{0,3}[a-z]?,?[ ](?P<name>[a-z']{3,16}(?:[ ][a-z']{3,16})?)[ ]"
    r"(?P<type>street|st|road|rd|avenue|ave|lane|close|drive|crescent|terrace|grove|gardens|gdns|court|way|walk|place|mews|croft)(?![\w])"
)
_FLAT = re.compile(
    r"(?:[Ff]lat|[Aa]partment|[Aa]pt|[Bb]edsit|[Cc]aravan|[Ss]tudio)(?<!\w....)\.?[ ](?:[Nn]o\.?[ ])?[0-9]{1,4}[A-Za-z]?,?[ \n]{1,3}(?:[0-9]{1,4}[A-Za-z]?,?[ ])?(?:[A-Z][A-Za-z'.-]{1,20}[ ]?){1,4}"
)
_NAMED = re.compile(
    r"(?:[A-Z](?<!\w[A-Z])[A-Za-z']{1,16}[ ]){1,3}(?:Cottages?|Lodge|Farm|Farmhouse|Bungalow|House|Rectory|Vicarage|Barn|Villa|Manor|Grange|Hall|Mill|Croft),[ \n]"
    rf"{_NAME}{_STRONG}(?!\w)"
)
_NOT_A_HOUSE = any_case(
    r"\b(?:room|floor|ward|level|zone|page|junction|table|stage|phase|year|chapter|section|item|of)\b[ ]{0,2}$"
)
_AT_HOME = any_case(
    r"\b(?:lives?|living|lived|address|at|home|from|to|house|flat|moved|near|visited|round|addr|no\.?|number)\b[^0-9\n]{0,14}$"
)
_GENERAL = any_case(r"high street (?:banks?|shops?|stores?|retailers?|names|chains)")


def addresses(text: str, start: int, end: int) -> Iterator[Found]:
    """A number and a street, a flat, a house with a name in a street."""
    for match in _STREET.finditer(text, start, end):
        if _is_street(match["name"].split(), match["type"], match[0]) and not _excused(text, match):
            yield Found(PersonalData.ADDRESS, *match.span())
    for match in _SMALL.finditer(text, start, end):
        words = match["name"].split()
        if _AT_HOME.search(before(text, match.start(), 30)) and not any(w in field_words() for w in words):
            yield Found(PersonalData.ADDRESS, *match.span(), sure=False)


def addresses_by_name(text: str, start: int, end: int) -> Iterator[Found]:
    """A flat, or a house that has a name and no number."""
    for pattern in (_FLAT, _NAMED):
        for match in pattern.finditer(text, start, end):
            if not is_public_place(text, *match.span()):
                yield Found(PersonalData.ADDRESS, match.start(), match.start() + len(match[0].rstrip()))


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
    "church school station park hall garden gardens chapel mill victoria north south east west street road house lodge king queen prince summer spring"
    " bridge hill green white black old new saint st grove hospital university college albert market centre county town village city kent surrey sussex"
    " lincoln durham york bedford oxford cambridge may april june holly rose the of".split()
)


def _excused(text: str, match: re.Match[str]) -> bool:
    return bool(
        _NOT_A_HOUSE.search(before(text, match.start(), 12))
        or _GENERAL.match(text, match.start("name"))
        or is_public_place(text, *match.span())
    )


_DEGREES = re.compile(
    r"(?:49|5[0-9]|6[01])(?<![\w.].)(?<![\w.-]..)\.[0-9]{4,}[ ]?(?:°|deg)?[ ]?[Nn]?[ ]?[,;/|\n]?[ ]{0,2}(?:(?:and )?(?:lon|long|longitude|lng)\b[ :=]{0,3})?"
    r"[+-]?[ ]?[WwEe]?[ ]?[0-8]\.[0-9]{4,}(?:[ ]?°?[ ]?[WwEe](?!\w))?(?![0-9])"
)
_SEXAGESIMAL = re.compile(
    r"[0-9]{1,2}[ ]?[°o][ ]?[0-9]{1,2}(?:\.[0-9]+)?[ ]?['m][ ]?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\"|''|s)?)?[ ]?[NS](?![\w])"
    r"(?:[ ,;]{0,3}[0-9]{1,3}[ ]?[°o][ ]?[0-9]{1,2}(?:\.[0-9]+)?[ ]?['m][ ]?(?:[0-9]{1,2}(?:\.[0-9]{1,6})?[ ]?(?:\"|''|s)?)?[ ]?[EW](?!\w))?"
)
_SQUARES = (
    "SV SW SX SY SZ TV SR SS ST SU TQ TR SM SN SO SP TL TM SH SJ SK TF TG SC SD SE TA NW NX NY NZ NR NS NT NU NL NM NN NO NF NG NH NJ NK NA NB NC ND"
    " HW HX HY HZ HT HU HP OV"
)
_GRID = re.compile(
    rf"(?:{_SQUARES.replace(' ', '|')})(?<![\w]..)[ ]?(?:[0-9]{{4}}[ ]?[0-9]{{4}}|[0-9]{{5}}[ ]?[0-9]{{5}})(?!\w)"
)
_GRID_WORDS = any_case(
    r"\bgrid|\bOS\b|\bmap|\blocation|\bfound|\bseen|\bat\b|\bpin\b|\bGPS|\bcoord|\bgeo|\bNGR\b|\bphone"
)
_DATE_LIKE = re.compile(
    r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])$|[0-3][0-9](?:0[1-9]|1[0-2])20[0-9]{2}$"
)
_EASTING = any_case(r"\beastings?\b[ :=]{0,3}[0-9]{6}\b.{0,6}\bnorthings?\b[ :=]{0,3}[0-9]{6}(?!\w)")
_THREE_WORDS = re.compile(
    r"///(?<![:/]///)[a-z]{3,18}\.[a-z]{3,18}\.[a-z]{3,18}(?![\w.])|(?:[Ww]hat3words?|[Ww]3[Ww])[ :=/,-]{1,5}[a-z]{3,18}\.[a-z]{3,18}\.[a-z]{3,18}(?![\w.])"
)


def coordinates(text: str, start: int, end: int) -> Iterator[Found]:
    """Degrees with four decimals or minutes, a grid reference of eight figures or more."""
    for pattern in (_DEGREES, _SEXAGESIMAL, _EASTING):
        for match in pattern.finditer(text, start, end):
            yield Found(PersonalData.COORDINATES, *match.span())
    for match in _GRID.finditer(text, start, end):
        worded = bool(_GRID_WORDS.search(before(text, match.start(), 32)))
        apart = len(match[0].split()) > 1
        if worded or apart or not _DATE_LIKE.search(match[0]):
            yield Found(PersonalData.COORDINATES, *match.span(), sure=worded or apart)


def three_words(text: str, start: int, end: int) -> Iterator[Found]:
    for match in _THREE_WORDS.finditer(text, start, end):
        yield Found(PersonalData.COORDINATES, *match.span())
