"""What in a text could tell a number, in figures or in words: read strictly, beside hidden figures."""

from __future__ import annotations

import re
import unicodedata

from lif.calendars.dates import MONTHS

_ONES = "nought|zero|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_MORE = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
_MANY = "seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|scores? of"
_ORDINALS = "firstly|secondly|thirdly|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
_LATER = "eleventh|twelfth"
_PARTS = "half|halves|halved|thirds|(?:a|one) quarter of|quarters of|fifths|tenths|per ?cent|percentages?"
_TIMES = "once|twice|thrice|doubled?|doubling|trebled?|tripled?|quadrupled?|-?fold|times as"
_FEW = "single|sole|solely|only|lone|alone|both|either|neither|none|nobody|no-one|no one|no child(?:ren)?"
_SOME = "couple|pairs?|trio|twins?|siblings|handful|few|fewer|several|majority|minority|most|all|every|each"
_MOVED = (
    "rose|risen|rising|fell|fallen|falling|increas(?:e|ed|es|ing)|decreas(?:e|ed|es|ing)|dropp?(?:ed|ing)?"
)
_SET = "lowest|highest|smallest|largest|greatest|least|record|higher|lower|larger|smaller|more than|less than"
_BESIDE = "(?:up|down) (?:by|from|on|to)|above|below|under|over|exceed(?:ed|s|ing)?|at least|at most"
_ALL = (_ONES, _MORE, _MANY, _ORDINALS, _LATER, _PARTS, _TIMES, _FEW, _SOME, _MOVED, _SET, _BESIDE)
_WORDS = re.compile(rf"(?<!\w)(?:{'|'.join(_ALL)})(?!\w)", re.IGNORECASE)
_WHO = "child(?:ren)?|girls?|boys?|bab(?:y|ies)|infants?|famil(?:y|ies)|cases?|young|siblings?|person|pupils?"
_OF_SOME = (
    rf"(?:one|single|sole|only|lone|both|either|couple|pairs?|twins?|half|none) (?:\w+ ){{0,2}}(?:{_WHO})"
)
_FROM_TWO = _ONES.replace("nought|zero|nil|one|", "")
_COUNTS = re.compile(rf"(?<!\w)(?:{_OF_SOME}|{_FROM_TWO}|{_MORE}|{_MANY})(?!\w)", re.IGNORECASE)
_DIGITS = re.compile(r"\w*[0-9]\w*(?:[.,/][0-9]+)*%?")
_MONTHS = "|".join(MONTHS)
_DAY = rf"[0-3]?[0-9] (?:{_MONTHS})(?: (?:19|20)[0-9]{{2}})"
_YEAR = r"(?:19|20)[0-9]{2}(?:[/\N{EN DASH}-][0-9]{2})?"
_DATES = re.compile(rf"(?<!\w)(?:{_DAY}|{_YEAR})(?![\w%.,]*[0-9%])")


def told_in(text: str) -> str:
    """The first words of a text that could tell a number; nothing where there are none.

    Figures in any script, numbers and ordinals in words, parts and multiples, words for few, for all and
    for none, and words of rise and fall. A year or a date is none of these. It errs on the strict side: a
    sentence beside a hidden figure says what was done, not how many.
    """
    plain = _DATES.sub(lambda found: " " * len(found[0]), _folded(text))
    found = [one for pattern in (_DIGITS, _WORDS) if (one := pattern.search(plain))]
    return min(found, key=lambda one: one.start())[0] if found else ""


def written_in(text: str) -> str:
    """The first number that a text writes in figures, other than a year or a date; nothing without one."""
    found = _DIGITS.search(_DATES.sub(lambda one: " " * len(one[0]), _folded(text)))
    return found[0] if found else ""


def counted_in(text: str) -> str:
    """The first words by which a text that stands all year counts somebody; nothing where there are none.

    Such a text says how figures of its sort are to be read: that a percentage rises, or that few are many.
    Figures and numbers in words tell a count all the same, and so does one child, or a single family.
    """
    plain = _DATES.sub(lambda found: " " * len(found[0]), _folded(text))
    found = [one for pattern in (_DIGITS, _COUNTS) if (one := pattern.search(plain))]
    return min(found, key=lambda one: one.start())[0] if found else ""


def _folded(text: str) -> str:
    """Every digit and letter as its plain form, nothing invisible, one blank where there were several."""
    plain = "".join(_plain(c) for c in unicodedata.normalize("NFKD", text))
    return re.sub(r"\s+", " ", plain)


def _plain(character: str) -> str:
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    if character.isnumeric() and not character.isascii():
        return "0"
    return character
