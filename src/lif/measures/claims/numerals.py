"""Numbers in a sentence, in figures and in words, each with what would be near enough to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from lif.measures.claims.not_numbers import passed_over

Sort = Literal["percent", "points", "rate", "count", "share", "pair"]

_UNIT_WORDS = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split())}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
_WORD = "|".join(("zero", *UNITS, *TENS))
_IN_WORDS = (
    rf"(?:(?:a|{_WORD})[ -])?(?:hundred|thousand)(?:[ -](?:and[ -])?(?:{_WORD})(?:-(?:{_WORD}))?)?"
    rf"|(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(UNITS)[1:10])}))?|{_WORD}"
)
_FIGURES = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER = rf"(?:{_FIGURES}|\b(?:{_IN_WORDS})\b)"
_PERCENT = r"\s?%|\s(?:per cent|percent|pc)\b"
_POINTS = r"\s?(?:%|per cent|percent|percentage)?[ -]?(?:percentage[ -])?(?:points?|pp)\b"
_PER = (
    r"(?:\s[a-z]+){0,5}?\s(?:per|for every|for each|in every)\s"
    r"(?P<per>1,000|10,000|100,000|1000|10000|100000)\b"
)
_FIND = re.compile(
    rf"(?P<pair>(?P<n>{_NUMBER})\s(?:out\sof|of|from)\s(?:the\s|a\stotal\sof\s|all\s|these\s|those\s)?(?P<N>{_NUMBER})"
    rf"(?!{_PERCENT}|{_POINTS}))"
    rf"|(?P<one>(?P<a>{_NUMBER})\sin\s(?:every\s)?(?P<b>{_NUMBER}))\b(?!{_PERCENT})"
    rf"|(?P<part>\b(?:(?P<times>a|an|one|two|three|four|five|seven|nine)[ -])?"
    rf"(?P<of>half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)\b)"
    rf"|(?P<points>(?P<p>{_NUMBER}){_POINTS})"
    rf"|(?P<percent>(?P<c>{_NUMBER})(?:{_PERCENT}))"
    rf"|(?P<rate>(?P<r>{_NUMBER}){_PER})"
    rf"|(?P<count>{_NUMBER})"
)
_NEAR = re.compile(
    r"(?P<about>\b(?:about|around|approximately|approx\.?|roughly|some|circa|c\.|close to|near|in the "
    r"region of)|~)"
    r"(?:\sa)?\s?$"
    r"|(?P<under>\b(?:almost|nearly|just under|just below|just short of|not quite))\s$"
    r"|(?P<over>\b(?:just over|just above|slightly over|slightly more than|a little over))\s$"
    r"|(?P<least>\b(?:at least|no fewer than|no less than|a minimum of))\s$"
    r"|(?P<more>\b(?:over|more than|above|upwards of|in excess of|exceed(?:s|ed|ing)?|topped|passed))\s$"
    r"|(?P<less>\b(?:under|less than|fewer than|below|up to|at most|no more than))\s$"
)
_PART_OF_TIME = re.compile(
    r"\b(?:this|last|next|the|each|every|per|in|same|of|previous|first|second|third|fourth|final|whole|full|that|for|a|reporting|"
    r"consecutive|successive|coming|any|other|another|current|latest|one)\s$"
)
_SHARED = re.compile(r"\s*(?:of|are|were|is|have|had|do|did|still|the)\b")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: `low` to `high` is what its writer may have had before rounding.

    A share (`a third`, `nine in ten`) is in per cent. A pair (`12 of 40`) has the second number as `whole`.
    """

    start: int
    end: int
    sort: Sort
    number: Fraction
    low: Fraction
    high: Fraction
    whole: Fraction | None = None
    exactly: bool = True

    def fits(self, figure: Fraction, slack: Fraction = Fraction(0)) -> bool:
        """Whether a figure may be what is meant."""
        return self.low - slack <= figure <= self.high + slack


def numerals(sentence: str) -> tuple[Numeral, ...]:
    """The numbers of a sentence in small letters that are amounts: no years, dates, ages, times or money."""
    if _FIND.search(sentence) is None:
        return ()
    skipped = passed_over(sentence)
    found: list[Numeral] = []
    at = 0
    while match := _FIND.search(sentence, at):
        at = match.end()
        if _inside(match.start(), match.end(), skipped):
            at = match.start() + _step(match, skipped)
            continue
        if one := _numeral(sentence, match):
            found.append(one)
    return tuple(found)


def _inside(start: int, end: int, skipped: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in skipped)


def _step(match: re.Match[str], skipped: list[tuple[int, int]]) -> int:
    """How far to go on from a match that touches what is no amount: past that, or past its first word."""
    first = re.match(r"\S+", match[0])
    ends = [last - match.start() for begin, last in skipped if begin <= match.start() < last]
    return max([first.end() if first else 1, *ends])


def _numeral(sentence: str, match: re.Match[str]) -> Numeral | None:
    """One number, or None where the words are no amount."""
    start, end = match.span()
    if match["pair"]:
        n, whole = value_of(match["n"]), value_of(match["N"])
        return Numeral(start, end, "pair", n, n, n, whole)
    if match["one"]:
        a, b = value_of(match["a"]), value_of(match["b"])
        return _share(sentence, start, end, 100 * a / b) if 0 < a <= b <= 100 else None
    if match["part"]:
        return _part(sentence, match)
    for sort, group in (("points", "p"), ("percent", "c"), ("rate", "r"), ("count", "count")):
        if match[group]:
            return _single(sentence, start, end, sort, match[group])  # type: ignore[arg-type]
    return None


def _part(sentence: str, match: re.Match[str]) -> Numeral | None:
    """A half, two thirds; a quarter only where it is a share and no three months, a third where no rank."""
    start, end = match.span()
    times, word = match["times"], match["of"]
    after = sentence[end:]
    if times in (None, "a", "an", "one") and not re.match(r"\s*(?:of\b|the\b)", after):
        if word != "half" and word != "halves":
            return None
        if not _SHARED.match(after):
            return None
    if word.startswith("quarter") and times in (None, "a", "an", "one") and not after.startswith(" of "):
        return None
    if times is None and _PART_OF_TIME.search(sentence[:start]) and not word.startswith("hal"):
        return None
    if re.match(r"\s*(?:year|term|day|an hour|hour)", after) or re.match(r"-", after):
        return None
    number = UNITS.get(times or "one", 1)
    if number >= _PARTS[word]:
        return None
    return _share(sentence, start, end, Fraction(100 * number, _PARTS[word]))


def _share(sentence: str, start: int, end: int, number: Fraction) -> Numeral:
    """A share in words: four points either way, unless the words before it say on which side."""
    low, high = _around(sentence[:start], number, Fraction(4), Fraction(8))
    return Numeral(start, end, "share", number, low, high, exactly=False)


def _single(sentence: str, start: int, end: int, sort: Sort, text: str) -> Numeral:
    number = value_of(text)
    places = len(text.partition(".")[2]) if text[0].isdigit() else 0
    half = Fraction(0) if sort == "count" and not places else Fraction(1, 2 * 10**places)
    wide = Fraction(5, 2) if sort in ("percent", "points") else max(number / 20, Fraction(1, 2))
    if not _NEAR.search(sentence[:start]):
        return Numeral(start, end, sort, number, number - half, number + half)
    low, high = _around(sentence[:start], number, wide, max(10 * number, Fraction(100)))
    return Numeral(start, end, sort, number, low, high, exactly=False)


def _around(before: str, number: Fraction, near: Fraction, far: Fraction) -> tuple[Fraction, Fraction]:
    """The range that the words before a number give it."""
    word = _NEAR.search(before)
    if word is None or word["about"]:
        return number - near, number + near
    if word["under"]:
        return number - 2 * near, number
    if word["over"]:
        return number, number + 2 * near
    if word["least"] or word["more"]:
        return number, number + far
    return max(number - far, Fraction(0)), number


def value_of(text: str) -> Fraction:
    """The number that figures or words spell: `1,758`, `eighty-four`, `one hundred and twenty`."""
    if text[0].isdigit():
        return Fraction(text.replace(",", ""))
    total = current = 0
    for word in re.split(r"[ -]", text):
        if word == "hundred":
            current = max(current, 1) * 100
        elif word == "thousand":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += UNITS.get(word, TENS.get(word, 1 if word == "a" else 0))
    return Fraction(total + current)
