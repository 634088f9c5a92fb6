"""A name or initials with an age: "Amy (14)", "J.D. (aged 13)", "14-year-old Amy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before
from lif.privacy.kinds import PersonalData
from lif.privacy.persons import Likely, ends_with_a_name, likely
from lif.privacy.words import acronyms

_NUMBER = r"(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
_UNIT = r"(?:[ -]?(?:years?|yrs?|y/?o|y|months?|mths?|mo|weeks?|wks?|days?)\b\.?(?:[ -](?:of age|old))?)"
_SEX = r"(?:male|female|boy|girl|[MFmf]|Y(?:ear)?[ ]?[0-9]{1,2}|White|Asian|Black)"
_IN_BRACKETS = re.compile(
    rf"[(](?:{_SEX}[,/ ]{{0,2}})?(?P<said>(?:was |now |then |just |only |nearly )?aged?:?[ ]?|age[ ]of[ ])?(?P<age>{_NUMBER})(?P<unit>{_UNIT})?"
    rf"(?:[,;/ ]{{0,2}}(?:{_SEX}|DOB\b|years?)[^()\n]{{0,24}})?[)]"
)
_SAID = re.compile(
    rf"(?:aged?|Aged?|AGED?)(?<![A-Za-z]...)(?<![A-Za-z]....)[ :]{{1,2}}(?:of[ ]|about[ ]|just[ ]|around[ ])?(?P<age>{_NUMBER})(?:{_UNIT})?(?![\w%])(?![ ]?(?:to|-|and over|or|years and)[ ]?[0-9a-z])"
)
_OLD = any_case(
    rf"(?:[0-9]{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?<![\w.,/-].)"
    r"[- ]?(?:years?|yrs?|months?|weeks?)[- ]old(?![\w])|(?:[0-9]{1,2})(?<![\w.,/-].)[ ]?(?:yrs?|y/?o)\b(?:[ -]old)?"
)
_AFTER_OLD = re.compile(
    r"[ ,]{1,2}(?:(?:boy|girl|male|female|child|pupil|son|daughter|sister|brother|twins?|student|lad|teenager|mother|father)[ ,]{1,2}(?:called|named|known as)?[ ]?)?"
    r"(?P<name>[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}(?:[ ][A-Z][a-z'-]{1,24})?|[A-Z]\.[ ]?[A-Z]\.?|[A-Z]{2,3})(?![\w])"
)
_PLAIN = re.compile(
    r"[0-9](?<![\w.:/£$€%+#-][0-9])[0-9]?(?P<unit>[ ]?(?:yrs?|y/o|yo)\b)?(?![0-9A-Za-z%:/(-])(?![.,][0-9])(?! ?(?:%|per|of|to|and over|out|children|cases|staff|people|months?|weeks?|days?|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_WORD_AGE = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)(?<![\w-]...)(?=[ ]years?[ ]old)"
)
_LINK = re.compile(
    r"(?:,[ ]?|[ ](?:is|was|who is|who was|turned|turns|now|will be|being)(?:[ ](?:only|just|now|nearly|still|about|aged?))?[ ]|[ ]-[ ]|['\"]?[,;\t|]{1,2}[ ]?['\"]?|[ ]\|[ ]|[ ])$"
)
_INITIALS = re.compile(
    r"(?<![\w.&'-])(?:(?P<dotted>[A-Z]\.[ ]?[A-Z]\.?(?:[ ]?[A-Z]\.?)?)|(?P<plain>[A-Z]{2,3}))$"
)
_NOT_PEOPLE = frozenset("LAC CIN CLA UASC CYP YP CP LA SEN SEND NEET CWD".split())
_ADDRESSES = frozenset("UK US EU NB AM PM QA RE PE PO".split())
_NOT_A_PERSON = re.compile(
    r"\b(?:Table|Figure|Section|Appendix|Annex|Chapter|Schedule|Item|Paragraph|Year|Key Stage|Grade|Level|Tier|Part|Page|Version|Form|Rule|Article)[ ]$"
)


def in_brackets(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy (14), J.D. (aged 13)."""
    for match in _IN_BRACKETS.finditer(text, start, end):
        stop = match.start()
        while stop > start and text[stop - 1] in " \n" and match.start() - stop < 2:
            stop -= 1
        said = bool(match["said"] or match["unit"]) or not match["age"].isdigit()
        yield from _whose(text, stop, match.end(), said, bracketed=True)


def said(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy, aged 14; J.D. aged 13."""
    for match in _SAID.finditer(text, start, end):
        ahead = before(text, match.start(), 50)
        link = re.search(
            r"(?:[,;]?[ \n]{1,2}|[ ]?-[ ]|,?[ ](?:is|was|who is|who was|then|now)[ ]|[ ](?:,[ ])?(?:a )?(?:boy|girl|male|female|pupil)[ ])$",
            ahead,
        )
        if link:
            yield from _whose(text, match.start() - len(link[0]), match.end(), True)


def old(text: str, start: int, end: int) -> Iterator[Found]:
    """14-year-old Amy; Amy, a 14-year-old; Amy is 14 years old."""
    for match in _OLD.finditer(text, start, end):
        if after := _AFTER_OLD.match(text, match.end()):
            kind = _kind_of(after["name"], True)
            if kind:
                yield Found(kind, match.start(), after.end())
                continue
        ahead = before(text, match.start(), 50)
        link = re.search(
            r"(?:,?[ ](?:is|was|who is|who was|turned|now)?[ ]?(?:an? |only |just |now |nearly )?|[ ]-[ ]|,)$",
            ahead,
        )
        if link:
            yield from _whose(text, match.start() - len(link[0]), match.end(), True)


def plainly(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy, 14, and Amy is 14; a row of a table with a name and an age."""
    for pattern in (_PLAIN, _WORD_AGE):
        for match in pattern.finditer(text, start, end):
            if match.start() < 3 or text[match.start() - 1] not in " ,\"'|;\t":
                continue
            ahead = before(text, match.start(), 60)
            link = _LINK.search(ahead)
            unit = pattern is _WORD_AGE or bool(match["unit"])
            if link is None or (link[0] == " " and not unit):
                continue
            yield from _whose(text, match.start() - len(link[0]), match.end(), unit)


def _whose(text: str, stop: int, end: int, said: bool, bracketed: bool = False) -> Iterator[Found]:
    """The name or the initials that end at `stop`, when the age that follows belongs to a person."""
    ahead = before(text, stop, 60)
    if initials := _INITIALS.search(ahead):
        if _are_initials(initials, said, bracketed) and not _NOT_A_PERSON.search(ahead[: initials.start()]):
            yield Found(
                PersonalData.INITIALS_AND_AGE,
                stop - len(ahead) + initials.start(),
                end,
                sure=said or bool(initials["dotted"]),
            )
        return
    place, how = ends_with_a_name(ahead)
    if place >= 0 and how >= (
        Likely.UNKNOWN if said and bracketed else Likely.AMBIGUOUS if said else Likely.NAME
    ):
        yield Found(PersonalData.NAME_AND_AGE, stop - len(ahead) + place, end, sure=how >= Likely.AMBIGUOUS)


def _are_initials(initials: re.Match[str], said: bool, bracketed: bool) -> bool:
    letters = re.sub("[^A-Z]", "", initials[0])
    if initials["dotted"]:
        return letters not in _ADDRESSES
    if letters in _NOT_PEOPLE:
        return False
    if letters not in acronyms():
        return len(letters) == 2 or said
    return said and bracketed and len(letters) == 2


def _kind_of(name: str, said: bool) -> PersonalData | None:
    if initials := _INITIALS.search(name):
        return PersonalData.INITIALS_AND_AGE if _are_initials(initials, said, False) else None
    return PersonalData.NAME_AND_AGE if likely(name.split()) >= Likely.AMBIGUOUS else None
