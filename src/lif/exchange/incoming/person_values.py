"""What the cells of a column look like: days on which people were born, numbers of people, names, ages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from lif.exchange.incoming.cells import Form, Raw, plain
from lif.exchange.incoming.dates import date_of

Cells = Sequence[Raw]

_UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]")
_NINO = re.compile(r"[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]")
_TEN = re.compile(r"[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}")
_POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}")
_AGE = re.compile(
    r"(?:1?[0-9]?[0-9]) ?(?:y(?:ea)?rs?|y|yo|yrs old|years old)?(?:,? ?1?[0-9] ?(?:m|mths?|months?))?"
    r"|[0-9]{1,2} ?(?:weeks?|wks?|months?|mths?|days?)(?: old)?|unborn|under 1|<1",
    re.IGNORECASE,
)
_SEX = frozenset(
    {
        *(
            "m",
            "f",
            "male",
            "female",
            "boy",
            "girl",
            "man",
            "woman",
            "non binary",
            "non-binary",
            "nb",
            "trans",
        ),
        *("transgender", "other", "unknown", "u", "i", "x", "indeterminate", "not known", "not stated"),
        *("prefer not to say", "1", "2", "9", "unborn"),
    }
)
_INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
_ANONYMOUS = re.compile(
    r"(?:child|young person|yp|case|pupil|student|client|patient|family|subject|baby|mother|sibling|person"
    r"|individual|boy|girl|c|p)[ _#-]?(?:[0-9]{1,4}|[A-Z]{1,2})",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][A-Za-z'\u00c0-\u024f-]*\.?(?:,? [A-Z][A-Za-z'\u00c0-\u024f-]*\.?){1,3}")
_MONTH_OF_YEAR = re.compile(r"[A-Za-z]{3,9}[ /-](?:19|20)?[0-9]{2}|(?:0?[1-9]|1[0-2])/(?:19|20)[0-9]{2}")
_NAME_THEN_STORY = re.compile(
    r"([A-Z][a-z'-]+ [A-Z][A-Za-z'-]+) (?:born|was|is|has|had|seen|not seen|said|told|lives|moved|missing"
    r"|absent|attended|reported|disclosed|admitted|arrested|went|left|did not)\b"
)
_NAME_THEN_DAY = re.compile(
    r"([A-Z][a-z'-]+ [A-Z][A-Za-z'-]+)\b[^0-9]{0,20}"
    r"([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4})"
)
_INSTITUTION = re.compile(
    r"\b(?:school|academy|primary|infants?|juniors?|college|nursery|church|st|saint|centre|center|road|street"
    r"|house|trust|team|service|services|ward|north|south|east|west|central|park|town|police|health|hospital"
    r"|clinic|group|board|council|university|children|child|care|early|help|home|unit|farm|hub|avenue|lane"
    r"|the|of|and|for|in|total|all|other|level|quarter|year|number|safe|training|course|awareness|abuse)\b",
    re.IGNORECASE,
)


def text_of_figures(cell: Raw) -> str:
    """The cell as text, a whole number without its point."""
    if isinstance(cell, float | Decimal) and -(10**15) < cell < 10**15 and cell == int(cell):
        return str(int(cell))
    return plain(cell) if isinstance(cell, str) else str(cell)


def share(cells: Cells, fits: object) -> float:
    """Which part of the cells fits, 0 for none at all."""
    assert callable(fits)
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if cells else 0.0


_EVER = (date(1900, 1, 1), date(2099, 12, 31))
_MAY_BE_DAY = re.compile(r"[0-9]{8}|[0-9０-９](?:st|nd|rd|th)?[\s\u00a0/.,-]|[A-Za-z][ -][0-9]")
_ORDERS = (Form(dates="day-first"), Form(dates="month-first"))


def day_of(cell: Raw) -> date | None:
    """The day that a cell holds, in whatever order it is written: near enough to see what it is."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str) or not _MAY_BE_DAY.search(cell):
        return None
    found = (date_of(cell, order, _EVER) for order in _ORDERS)
    return next((day for day in found if isinstance(day, date)), None)


def is_day(cell: Raw) -> bool:
    return day_of(cell) is not None


def is_day_or_serial(cell: Raw) -> bool:
    """A day, or a day number of a sheet: 1982 to 2064."""
    return is_day(cell) or ((text := text_of_figures(cell)).isdecimal() and 30_000 <= int(text[:9]) < 60_000)


def is_nhs(cell: Raw) -> bool:
    """Ten figures with the check digit of an NHS number."""
    from stdnum.gb import nhs

    text = text_of_figures(cell)
    return bool(_TEN.fullmatch(text)) and len(set(text)) > 3 and bool(nhs.is_valid(re.sub("[ -]", "", text)))


def is_ten_figures(cell: Raw) -> bool:
    """Ten figures, in one or as an NHS number is written."""
    return bool(_TEN.fullmatch(text_of_figures(cell)))


def is_upn(cell: Raw) -> bool:
    return bool(_UPN.fullmatch(text_of_figures(cell).upper()))


def is_nino(cell: Raw) -> bool:
    return bool(_NINO.fullmatch(text_of_figures(cell).upper()))


def is_postcode(cell: Raw) -> bool:
    """A whole postcode, which a few houses share; a sector (DN31 1) is none."""
    return bool(_POSTCODE.fullmatch(text_of_figures(cell).upper()))


def is_age(cell: Raw) -> bool:
    """One age; '10 to 15' is a group's."""
    return bool(_AGE.fullmatch(text_of_figures(cell)))


def is_birth_year(cell: Raw) -> bool:
    text = text_of_figures(cell)
    if _MONTH_OF_YEAR.fullmatch(text):
        return True
    return text.isdecimal() and len(text) == 4 and 1930 <= int(text) <= 2040


def is_sex(cell: Raw) -> bool:
    return text_of_figures(cell).casefold() in _SEX


def is_words(cell: Raw) -> bool:
    """A few words: what a name or a trait could be."""
    return isinstance(cell, str) and any(map(str.isalpha, cell)) and len(plain(cell).split()) <= 6


def is_initials(cell: Raw) -> bool:
    from lif.privacy.words import acronyms

    text = text_of_figures(cell)
    return bool(_INITIALS.fullmatch(text)) and re.sub("[. ]", "", text) not in acronyms()


def is_anonymous(cell: Raw) -> bool:
    """'Child A', 'YP 12', 'Case 3': a person without a name is one person all the same."""
    return bool(_ANONYMOUS.fullmatch(text_of_figures(cell)))


def is_identifier(cell: Raw) -> bool:
    """Figures, or letters with figures, too long for a count of anything."""
    text = re.sub(r"[ /_.-]", "", text_of_figures(cell))
    digits = sum(map(str.isdigit, text))
    return text.isalnum() and (digits >= 5 or (digits >= 2 and digits < len(text))) and len(text) <= 24


def is_name(cell: Raw) -> bool:
    """A first name that is known with a surname, in either order."""
    from lif.privacy.words import first_names
    from lif.privacy.words import plain as without_accents

    if not could_be_name(cell):
        return False
    text = _name_alone(str(cell))
    words = [without_accents(word).rstrip(".") for word in text.replace(",", " ").split()]
    return (
        words[0] in first_names() or words[-1] in first_names() or ("," in text and words[1] in first_names())
    )


def could_be_name(cell: Raw) -> bool:
    """Two to four words with a capital, none of them of a school, a service or a place."""
    if not isinstance(cell, str):
        return False
    text = _name_alone(cell)
    return bool(_NAME.fullmatch(text)) and not _INSTITUTION.search(text)


def _name_alone(cell: str) -> str:
    """The text without the number or the remark in brackets that systems put after a name."""
    return re.sub(r" ?(?:\([^)]*\)|[0-9]+)$", "", plain(cell)).strip()


def begins_with_name_and_story(cell: Raw) -> bool:
    """'Ruby Cole seen at school': what happened to somebody."""
    found = _NAME_THEN_STORY.match(plain(cell)) if isinstance(cell, str) else None
    return found is not None and is_name(found[1])


def begins_with_name_and_has_day(cell: Raw) -> bool:
    """'Ruby Cole 21/07/2011 seen at school': a line about one person in one cell."""
    if not isinstance(cell, str):
        return False
    found = _NAME_THEN_DAY.match(plain(cell))
    return found is not None and is_name(found[1]) and is_day(found[2])


def is_first_name(cell: Raw) -> bool:
    from lif.privacy.words import first_names
    from lif.privacy.words import plain as without_accents

    return isinstance(cell, str) and without_accents(plain(cell)) in first_names()


def is_one_word(cell: Raw) -> bool:
    """A word with a capital: a surname may be any."""
    return isinstance(cell, str) and bool(re.fullmatch(r"[A-Z][A-Za-z'\u00c0-\u024f-]+", plain(cell)))


_OFFICES = re.compile(
    r"\b(?:lead|officer|manager|owner|responsible|contact|chair|author|head ?teacher|head|principal|trainer"
    r"|facilitator|board member|panel member|members|dsl|completed by|prepared by|agreed by|signed|governor"
    r"|director|commentary|councillor)\b"
)


def of_an_office(head: str) -> bool:
    """Whether a head announces who answers for something, whose name may stand in a table of counts."""
    return bool(_OFFICES.search(head))


def is_yes_or_no(cell: Raw) -> bool:
    return text_of_figures(cell).casefold() in ("yes", "no", "y", "n", "true", "false")


def is_one_person(cell: Raw) -> bool:
    """A surname, a number, or letters that stand for somebody."""
    return is_one_word(cell) or could_be_name(cell) or is_identifier(cell) or is_anonymous(cell)


def is_number(cell: Raw) -> bool:
    """A figure, or the sign that stands for one."""
    if isinstance(cell, bool):
        return False
    if isinstance(cell, (int, float, Decimal)):
        return True
    text = plain(cell) if isinstance(cell, str) else ""
    return bool(re.fullmatch(r"-?[0-9][0-9, ]*(?:\.[0-9]+)?%?|<[0-9]+|[cxzk*:~-]|\.\.|\[[a-z]+\]", text))
