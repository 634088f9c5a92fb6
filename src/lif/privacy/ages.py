"""A name or initials with an age: "Amy (14)", "J.D. (aged 13)", "14-year-old Amy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, words_of
from lif.privacy.kinds import PersonalData
from lif.privacy.persons import Likely, ends_with_a_name, likely
from lif.privacy.words import acronyms

_NUMBER = (
    r"(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)

_UNIT = r"(?:[ -]?(?:years?|yrs?|y/?o|y|months?|mths?|mo|weeks?|wks?|days?)\b\.?(?:[ -](?:of age|old))?)"
_SEX = r"(?:male|female|boy|girl|[MFmf]|Y(?:ear)?[ ]?[0-9]{1,2}|White|Asian|Black)(?![A-Za-z])"
_IN_BRACKETS = re.compile(
    rf"[(](?:{_SEX}[,/ ]{{0,2}})?(?P<said>(?:was |now |then |just |only |nearly )?aged?:?[ ]?"
    rf"|age[ ]of[ ]|then |now |just |only |nearly )?(?P<age>{_NUMBER})(?P<unit>{_UNIT})?"
    rf"(?:[,;/ ]{{0,2}}(?:{_SEX}|DOB\b|years?)[^()\n]{{0,24}})?[)]"
)
_TWO = re.compile(r"[ ]?[(](?:aged )?[0-9]{1,2}(?: and |, ?| ?& ?)[0-9]{1,2}[)]")
_SAID = re.compile(
    r"(?:a(?<!\w.)ged?|A(?<!\w.)(?:ged?|GED?))[ :]{1,2}(?:of[ ]|about[ ]|just[ ]"
    rf"|around[ ])?(?P<age>{_NUMBER})(?:{_UNIT})?(?![\w%])(?![ ]?(?:to|-|and over|or"
    r"|years and)[ ]?[0-9a-z])"
)
_OLD = re.compile(r"old\b(?<![\w].{3})|y(?:rs?|/?o)\b")
_HOW_OLD = any_case(
    rf"(?<![\w.,/])(?:{_NUMBER})[- ]?(?:(?:years?|yrs?|months?|weeks?)[- ]old|(?:yrs?|y/?o)(?:[- ]old)?)$"
)
_AFTER_OLD = re.compile(
    r"[ ,]{1,2}(?:(?:boy|girl|male|female|child|pupil|son|daughter|sister|brother|twins?|student|lad"
    r"|teenager|mother|father)[ ,]{1,2})?(?:called |named |known as )?"
    r"(?P<name>[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}(?:[ ][A-Z][a-z'-]{1,24})?|[A-Z]\.[ ]?[A-Z]\.?"
    r"|[A-Z]{2,3})(?![\w])"
)
_PLAIN = re.compile(
    r"[0-9](?<![\w.:/£$€%+#-][0-9])[0-9]?(?P<unit>[ ]?(?:yrs?|y/o|yo)\b"
    r"|[ ](?:months?|weeks?)\b(?! (?:later|after|before|of|in|ago|to|from|and|late"
    r"|early)))?(?![0-9A-Za-z%:/(-])(?![.,][0-9])(?! ?(?:%|per|of|to|and over|out|children|cases|staff"
    r"|people|months?|weeks?|days?|January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b)"
)
_LINK = re.compile(
    r"(?:,[ ]?|'s[ ]|,?[ ]a[ ](?:girl|boy|lad|child)[ ]of[ ]|,?[ ](?:is|was|who is|who was|turned|turns"
    r"|now|will be|being)(?:[ ](?:only|just|now"
    r"|nearly"
    r"|still|about|aged?))?[ ]|[ ]-[ ]|:[ ]|['\"]?[,;\t|]{1,2}[ ]?['\"]?|[ ]\|[ ]|[ ])$"
)
_OLD_LINK = re.compile(
    r"(?:,?[ ](?:is|was|who is|who was|turned|now)?[ ]?(?:an? |only |just |now |nearly )?|[ ]-[ ]|,)$"
)
_SPACED = re.compile(r"(?:(?<=[a-z,;:] )|(?<=^)|(?<=\n))[A-Z][ ][A-Z]$")
_INITIALS = re.compile(
    r"(?<![\w.&'-])(?:(?P<dotted>[A-Z]\.[ ]?[A-Z]\.?(?:[ ]?[A-Z]\.?)?)|(?P<plain>[A-Z]{2,3}))$"
)
_SOMEBODY = any_case(
    r"\b(?:child|young person|YP|IP|pupil|female|male|boy|girl|daughter|son|sister|brother|sibling"
    r"|siblings|mother|father|victim|case of|discussed|baby)[ :,]{1,2}$"
)
_RAG = any_case(r"\b(?:red|green|RAG)\b")
_NOT_PEOPLE = words_of("LAC CIN CLA UASC CYP YP CP LA SEN SEND NEET CWD")
_ADDRESSES = words_of("UK US EU NB AM PM QA RE PE PO")
_NOT_A_PERSON = re.compile(
    r"\b(?:Table|Figure|Section|Appendix|Annex|Chapter|Schedule|Item|Paragraph|Year|Key Stage|Grade|Level"
    r"|Tier|Part|Page|Version|Form|Rule|Article)[ ]$"
)


def in_brackets(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy (14), J.D. (aged 13)."""
    if text.find("(", start, end) < 0:
        return
    for match in _TWO.finditer(text, start, end):
        yield from _whose(text, match.start(), match.end(), False)
    for match in _IN_BRACKETS.finditer(text, start, end):
        stop = match.start()
        while stop > start and text[stop - 1] in " \n" and match.start() - stop < 2:
            stop -= 1
        said = bool(match["said"] or match["unit"]) or not match["age"].isdigit()
        yield from _whose(text, stop, match.end(), said, bracketed=True)


_TEENS = re.compile(
    r"(?:[ ](?:is|was|turned|turns|now|only|just)){1,2}[ ](?:thir|four|fif|six|seven|eigh|nine|eleven"
    r"|twelve)?$"
)


def in_words(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy is fourteen."""
    for word in ("teen", "eleven", "twelve"):
        place = text.find(word, start, end)
        while place >= 0:
            stop = place + len(word)
            link = _TEENS.search(text, max(0, place - 24), place)
            if link and not text[stop : stop + 1].isalpha() and not _COUNTS.match(text, stop):
                yield from _whose(text, link.start(), stop, False)
            place = text.find(word, stop, end)


_COUNTS = any_case(r"(?:[- ](?:of|per|months?|weeks?|days?|hours?|cases|children|people|other|more|staff)\b)")


def said(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy, aged 14; J.D. aged 13."""
    for match in _SAID.finditer(text, start, end):
        ahead = before(text, match.start(), 50)
        link = re.search(
            r"(?:[,;]?[ \n]{1,2}|[ ]?-[ ]|,?[ ](?:is|was|who is|who was|then|now)[ ]"
            r"|[ ](?:,[ ])?(?:a )?(?:boy|girl|male|female|pupil)[ ])$",
            ahead,
        )
        if link:
            yield from _whose(text, match.start() - len(link[0]), match.end(), True)


def old(text: str, start: int, end: int) -> Iterator[Found]:
    """14-year-old Amy; Amy, a 14-year-old; Amy is 14 years old."""
    for match in _OLD.finditer(text, start, end):
        number = _HOW_OLD.search(text, max(0, match.end() - 28), match.end())
        if number is None:
            continue
        begin = number.start()
        if (after := _AFTER_OLD.match(text, match.end())) and (kind := _kind_of(after["name"])):
            yield Found(kind, begin, after.end())
        elif link := _OLD_LINK.search(before(text, begin, 50)):
            yield from _whose(text, begin - len(link[0]), match.end(), True)


def plainly(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy, 14, and Amy is 14; a row of a table with a name and an age."""
    for match in _PLAIN.finditer(text, start, end):
        if not _may_be_an_age(text, match.start(), bool(match["unit"])):
            continue
        link = _LINK.search(before(text, match.start(), 24))
        bare = link is not None and link[0] == " " and not match["unit"]
        if link is None or (bare and not _LISTED.search(before(text, match.start() - 1, 50))):
            continue
        yield from _whose(
            text,
            match.start() - len(link[0]),
            match.end(),
            bool(match["unit"]),
            table=bool(set("|;") & set(link[0])) or link[0] == ",",
        )


_LISTED = re.compile(
    r"\b(?:children|siblings|kids|sons|daughters|twins|brothers|sisters|boys|girls|and"
    r"|both)[ :,]{1,2}[A-Z][a-z'-]{2,20}$"
)
_BEFORE_AGE = (
    "'s",
    "l of",
    "y of",
    "d of",
    " is",
    " was",
    "turned",
    "turns",
    " only",
    " just",
    " now",
    "nearly",
    "still",
    "about",
    " be",
    "being",
    "aged",
)


def _may_be_an_age(text: str, place: int, unit: bool) -> bool:
    """A quick look at what stands before a number, since nearly all are no ages."""
    if place < 3 or text[place - 1] not in " ,\"'|;\t":
        return False
    ahead = text[place - 2] if text[place - 1] == " " else text[place - 1]
    if ahead.isalpha():
        return unit or text.endswith(_BEFORE_AGE, 0, place - 1) or _is_listed(text, place - 1)
    if ahead == ":":
        word = text.rfind(" ", max(0, place - 26), place - 2) + 1
        return text[word : word + 1].isupper()
    return ahead in ",-;|\"'\t"


def _is_listed(text: str, place: int) -> bool:
    """ "children Amy 14 and Ben 12"."""
    word = text.rfind(" ", max(0, place - 24), place) + 1
    return text[word : word + 1].isupper() and bool(_LISTED.search(before(text, place, 50)))


def _whose(
    text: str, stop: int, end: int, said: bool, bracketed: bool = False, table: bool = False
) -> Iterator[Found]:
    """The name or the initials that end at `stop`, when the age that follows belongs to a person."""
    ahead = before(text, stop, 60)
    if initials := _INITIALS.search(ahead):
        if not initials["dotted"] and re.search(r"[0-9] $", ahead[: initials.start()]):
            return  # a unit: 42 MB
        earlier = ahead[: initials.start()]
        known = (said and bracketed) or bool(_SOMEBODY.search(earlier))
        if not table and _are_initials(initials, said, known) and not _NOT_A_PERSON.search(earlier):
            yield Found(
                PersonalData.INITIALS_AND_AGE,
                stop - len(ahead) + initials.start(),
                end,
                sure=said or bool(initials["dotted"]),
            )
        return
    if bracketed and (spaced := _SPACED.search(ahead)):
        yield Found(PersonalData.INITIALS_AND_AGE, stop - len(ahead) + spaced.start(), end, sure=False)
        return
    place, how = ends_with_a_name(ahead)
    if ahead[place:].strip() == "Amber" and _RAG.search(text, max(0, stop - 40), end + 40):
        return
    if how == Likely.AMBIGUOUS and text[end - 6 : end].rstrip("s").endswith(("week", "month")):
        return  # "June is 12 weeks away"
    if how == Likely.AMBIGUOUS and _SOMEBODY.search(ahead[:place]):
        how = Likely.NAME  # "my daughter Faith"
    if place >= 0 and how >= (
        Likely.UNKNOWN if said and bracketed else Likely.AMBIGUOUS if said else Likely.NAME
    ):
        yield Found(PersonalData.NAME_AND_AGE, stop - len(ahead) + place, end, sure=how >= Likely.AMBIGUOUS)


def _are_initials(initials: re.Match[str], said: bool, known: bool) -> bool:
    letters = re.sub("[^A-Z]", "", initials[0])
    if initials["dotted"]:
        return letters not in _ADDRESSES and not (len(letters) == 3 and letters in acronyms())
    if letters in _NOT_PEOPLE:
        return False
    if letters not in acronyms():
        return len(letters) == 2 or said
    return known and len(letters) == 2


def _kind_of(name: str) -> PersonalData | None:
    if initials := _INITIALS.search(name):
        return PersonalData.INITIALS_AND_AGE if _are_initials(initials, True, False) else None
    return PersonalData.NAME_AND_AGE if likely(name.split()) >= Likely.AMBIGUOUS else None
