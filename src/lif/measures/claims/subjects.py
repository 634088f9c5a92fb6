"""Whether words are about the indicator, and about which of its quantities."""

from __future__ import annotations

import re

from lif.measures.claims.facts import Facts, Quantity, stem
from lif.measures.claims.reading import Reading

_DENIES = re.compile(
    r"\b(?:not|no|without|lack(?:s|ed|ing)?|late|later|miss(?:ed|es|ing)?|wait(?:s|ed|ing)?|outside|longer|overdue|never|still|"
    r"fail(?:s|ed|ing)?|neither|none|others?|rest|remaining|remainder|cannot|beyond)\b|n't\b"
)
_NO_SUBJECT = frozenset(("", "and", "but", "or", "yet", "which", "that", "so"))
OTHERS = re.compile(
    r"\b(?:england|nation(?:al|ally)|neighbours?|neighbouring|region(?:al|ally)?|comparators?|yorkshire|"
    r"similar (?:areas|authorities|councils|places)|other (?:areas|authorities|councils)|the country)\b"
)
"""Words for the areas that the board's own is compared with."""

_VALUE_WORDS = (
    "performance figure figures rate rates percentage proportion share indicator measure result "
    "results position timeliness compliance trend picture outturn attendance level levels score average "
    "percent standing direction data line it this that we these our things matters"
)
_NUMBER_WORDS = "number numbers count volume volumes demand total totals many fewer more"
_DULL_WORDS = (
    "the a an of in on at to for and or with within by as is are was were be been being has have "
    "had not no its also again still now quarter year month period last this since than there which "
    "who from their his her very much slightly overall steadily sharply further significantly "
    "continued continues continue continuing steady slight small marked clear sustained welcome "
    "first second third fourth fifth sixth seventh eighth consecutive successive row running "
    "quarterly annual yearly seen shows show shown showed remains remain but yet however although "
    "though while so when all every each about around nearly almost over under just only most more "
    "less fewer up down between compared against target england national average neighbours per "
    "cent local area board reported reporting report there's it's good encouraging pleasing "
    "concerning disappointing unfortunately sadly despite due because after before during recent "
    "recently latest current currently months years quarters weeks days working day hours three two "
    "four one five six seen been did does do below above same time pleased say note noted can see "
    "whole general story told overall april may june july august september october november "
    "december january february march slipped slip fell rose dropped dipped remained stayed moved "
    "climbed went got stood sat came ended kept held stands sits falls falling rising well short "
    "marginally narrowly comfortably once another much far easily sign signs evidence "
    "ago earlier"
)
_VALUE = frozenset(stem(word) for word in _VALUE_WORDS.split())
_NUMBER = frozenset(stem(word) for word in _NUMBER_WORDS.split())
_DULL = frozenset(stem(word) for word in _DULL_WORDS.split())


def known_words(phrase: str, facts: Facts) -> tuple[int, int, int, int]:
    """How many words of a phrase are of the indicator, of its figure, of numbers, and of other things."""
    of_it = figure = number = foreign = 0
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", phrase):
        parts = {stem(word), *(stem(part) for part in word.split("-"))}
        if parts & facts.words:
            of_it += 1
        elif parts & _VALUE:
            figure += 1
        elif parts & _NUMBER:
            number += 1
        elif stem(word) not in _DULL:
            foreign += 1
    return of_it, figure, number, foreign


def is_about(phrase: str, facts: Facts, empty: bool = True, beyond: frozenset[str] = frozenset()) -> bool:
    """Whether a phrase is about the indicator; `empty` is the answer for a phrase that says nothing.

    With `beyond`, words with these stems do not count: they say only what is counted.
    """
    if beyond:
        phrase = " ".join(word for word in re.findall(r"[a-z]+", phrase) if stem(word) not in beyond)
        of_it, _, _, foreign = known_words(phrase, facts)
        return of_it > 0 or (foreign == 0 and empty)
    of_it, figure, number, foreign = known_words(phrase, facts)
    if of_it:
        return foreign <= of_it + figure + number
    if figure or number:
        return foreign == 0
    return foreign == 0 and empty


def quantities(phrase: str, facts: Facts) -> tuple[Quantity, ...]:
    """Which quantities a phrase may mean: the share itself, or how many are counted."""
    of_it, figure, number, _ = known_words(phrase, facts)
    if figure and not number:
        return ("value",)
    if facts.unit == "count":
        return ("value",)
    if number or (of_it and _only_counted(phrase, facts)):
        return counts_meant(phrase, facts)
    return ("value",)


def counts_meant(phrase: str, facts: Facts) -> tuple[Quantity, ...]:
    """Which counts a phrase means: those who were seen, those who were not, or all."""
    found = {stem(word) for word in re.findall(r"[a-z]+", phrase)}
    if facts.unit == "percent" and denies(phrase, facts):
        return ("rest",)
    if found & facts.above:
        return ("numerator",)
    return ("denominator",) if found & facts.under else ("numerator", "denominator")


def denies(phrase: str, facts: Facts, words: re.Pattern[str] = _DENIES) -> bool:
    """Whether a phrase speaks of those whom the numerator leaves out: `not seen`, `waited longer`.

    Words that the indicator itself has deny nothing: `overdue`, where it counts what is overdue.
    """
    own = f"{facts.name} {facts.top}".lower()
    return any(match[0] not in own for match in words.finditer(phrase))


def _only_counted(phrase: str, facts: Facts) -> bool:
    """Whether its words name what is counted and nothing more of the indicator: `referrals have risen`."""
    found = {stem(word) for word in re.findall(r"[a-z]+", phrase)} & facts.words
    return bool(found) and found <= facts.counted


def bare(reading: Reading, start: int, end: int) -> str:
    """A stretch of a sentence without its numbers and periods."""
    letters = list(reading.low[start:end])
    taken = [(one.start, one.end) for one in reading.numerals] + [
        (one.start, one.end) for one in reading.periods
    ]
    for first, last in taken:
        for place in range(max(first - start, 0), min(last - start, len(letters))):
            letters[place] = " "
    return "".join(letters)


def subject(reading: Reading, place: int) -> str:
    """What a verb at a place is about: its clause before it, or the clauses before where that says "
    "nothing."""
    before = [one for one in reading.clauses if one.start <= place]
    words = ""
    for clause in reversed(before):
        words = bare(reading, clause.start, place)
        if words.strip(" .,;:-") not in _NO_SUBJECT:
            break
    return words
