"""Dates of birth, in figures and in words: a date beside a word that says that somebody was born."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, before
from lif.privacy.kinds import PersonalData

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirtieth|thirty[ -]first)"
)
_YEAR = (
    r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2}(?![0-9:])|two thousand(?: and)?(?:[ -][a-z]{3,9}){0,2}"
    r"|nineteen[ -][a-z]{3,9}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|twenty[ -](?:[a-z]{3,9})(?:[ -](?:one|two|three|four|five))?)"
)
_DAY = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?|{_ORDINAL})"
_IN_WORDS = rf"(?:{_DAY}(?:[ ]day)?(?:[ ]?of)?[ ,.\n/-]{{0,3}}{_MONTH}|{_MONTH}[ ]{_DAY})"
_SEP = r"[ ]?[/.\-][ ]?|[ ]"
_IN_FIGURES = (
    rf"(?:[0-3]?[0-9](?P<s>{_SEP})[01]?[0-9](?P=s)(?:19|20)?[0-9]{{2}}|(?:19|20)[0-9]{{2}}(?P<t>{_SEP})[01]?[0-9](?P=t)[0-3]?[0-9]"
    r"|[0-3][0-9][01][0-9](?:(?:19|20)[0-9]{2}|[0-9]{2})|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])"
)
_DATE = re.compile(
    rf"(?<![0-9/.£-])(?:{_IN_WORDS}(?P<year>,?[ ,.\n/-]{{0,3}}{_YEAR})?(?![\w])|{_IN_FIGURES})", re.IGNORECASE
)
# In small letters. Anything that says that somebody was born, or will be.
_LABEL = re.compile(
    r"born(?<!\w.{4})\b|b\.(?<![\w.&]..)(?= ?[0-9])|birth(?<!\w.{5})(?:[- ]?dates?|[- ]?days?)?\b|b'?day\b(?<!\w.day)"
    r"|dob\b(?<![a-z0-9]...)|d\. ?o\. ?b\b\.?|d o b\b(?<!\w.{5})|d/o/b|d-o-b|edd\b(?<!\w...)|due(?<!\w...)(?: date| on| by|:)|unborn due|delivery due"
)
_BIRTHDAY = re.compile(r"b(?:irth)?[-' ]?day")
_BLOCKED = re.compile(
    r"\b(?:from|since|until|till|before|after|between|must|not|never|required|removed|without|or|later|earlier|because|when|weight|rate|rates"
    r"|certificates?|registration|parents?|plans?|cohort|services?|trauma|mothers?)\b|[.!?][ \n]+[A-Z]"
)
_IDEA = re.compile(
    r"(?:partnership|board|service|scheme|idea|project|programme|organi[sz]ation|plan|hub|team|campaign|charity|strategy|initiative|policy"
    r"|act|law|panel|group|trust|approach|model|it)\b[^.]{0,14}$"
)
_SOON = re.compile(r"unborn|baby|pregnan|expect|matern|midwi|edd|deliver")
_IN_MONTH = re.compile(rf"[ ]in (?:early |late |mid-)?{_MONTH} ?,?(?:19|20)[0-9]{{2}}(?!\w)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:he|she|baby|child|boy|girl|who|son|daughter|twins?|infant|sibling|brother|sister|mother|father|[a-z]'s)\b[^.]{0,20}$"
)


def dates_of_birth(text: str, start: int, end: int) -> Iterator[Found]:
    """Every date that stands beside "born", "DOB", "birthday" or the like."""
    small = text[start:end].lower()
    if len(small) != end - start:
        small = "".join(c if len(c.lower()) != 1 else c.lower() for c in text[start:end])
    for label in _LABEL.finditer(small):
        begin, stop = start + label.start(), start + label.end()
        earlier = before(small, label.start(), 40)
        if label[0].startswith("due") and not _SOON.search(earlier):
            continue
        if label[0] == "born" and _IDEA.search(earlier):
            continue
        yield from _dates_after(text, label[0], stop)
        if label[0] != "birth":
            yield from _date_before(text, label[0], begin)
        if label[0] == "born" and _SOMEBODY.search(earlier) and (month := _IN_MONTH.match(text, stop)):
            yield Found(PersonalData.DATE_OF_BIRTH, month.start() + 4, month.end(), sure=False)


def _dates_after(text: str, label: str, place: int) -> Iterator[Found]:
    done = place
    for _ in range(4):  # "their dates of birth are … and …"
        date = _DATE.search(text, done, min(len(text), done + (75 if done == place else 40)))
        if date is None or date.start() - done > 48:
            return
        gap = text[done : date.start()]
        if _BLOCKED.search(gap) or (done != place and not re.fullmatch(r"[ ,;&/\n]{1,4}(?:and )?", gap)):
            return
        if not _dated(date, label):
            return
        yield Found(
            PersonalData.DATE_OF_BIRTH, *date.span(), sure=bool(date["year"] or date["s"] or date["t"])
        )
        done = date.end()


def _date_before(text: str, label: str, place: int) -> Iterator[Found]:
    """ "03/03/2011 (DOB)", "3 March is her birthday"."""
    window = max(0, place - 60)
    last = None
    for last in _DATE.finditer(text, window, place):
        pass
    if last is None or not _dated(last, label):
        return
    gap = text[last.end() : place]
    if re.fullmatch(
        r"[ (\[,:=-]{0,3}(?:(?:is|was|as|given as|his|her|their|the|child's|baby's|date of)[ ]){0,3}", gap
    ):
        yield Found(PersonalData.DATE_OF_BIRTH, *last.span(), sure=False)


def _dated(date: re.Match[str], label: str) -> bool:
    """A day and a month are enough for a birthday; elsewhere a date without a year is one only if it names a month."""
    return bool(
        date["s"] or date["t"] or date["year"] or not date[0].isdigit() or not _BIRTHDAY.search(label)
    )
