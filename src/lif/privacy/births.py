"""Dates of birth, in figures and in words: a date beside a word that says that somebody was born."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lif.privacy.found import Found, before, small
from lif.privacy.kinds import PersonalData

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth"
    r"|fourteenth|fifteenth"
    r"|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth)"
    r"|thirtieth|thirty[ -]first)"
)
_YEAR = (
    r"(?:(?:19|20)[0-9]{2}|'?[0-9]{2}(?![0-9:])|two thousand(?: and)?(?:[ -][a-z]{3,9}){0,2}"
    r"|nineteen[ -][a-z]{3,9}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|twenty[ -](?:[a-z]{3,9})(?:[ -](?:one|two|three|four|five))?)"
)
_DAY = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?|{_ORDINAL})"
_IN_WORDS = rf"(?:{_DAY}(?:[ ]day)?(?:[ ]?of)?[ ,.\n/-]{{0,3}}{_MONTH}|{_MONTH}[ ]{_DAY})"
_SEP = r"[ ]?[/.\-][ ]?|[ ]"
_IN_FIGURES = (
    rf"(?:[0-3]?[0-9](?P<s>{_SEP})[01]?[0-9](?P=s)(?:19|20)?[0-9]{{2}}|(?:19"
    rf"|20)[0-9]{{2}}(?P<t>{_SEP})[01]?[0-9](?P=t)[0-3]?[0-9]"
    r"|[0-3][0-9][01][0-9](?:(?:19|20)[0-9]{2}|[0-9]{2})|(?:19|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])"
)
_DATE = re.compile(
    rf"(?<![0-9/.£])(?<![0-9]-)(?:{_IN_WORDS}(?P<year>,?[ ,.\n/-]{{0,3}}{_YEAR})?(?![\w])|{_IN_FIGURES})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"[ :=-]{1,3}(?:is |was |on ){0,2}([0-3]?[0-9][/.][01]?[0-9])(?![/.]?[0-9])"
)  # of a birthday
_ENDS = re.compile(
    r"(?:[0-9]|st|nd|rd|th|[a-z]{3})[ (\[,:=-]{0,3}(?:(?:is|was|as|given as|his|her|their|the|child's"
    r"|baby's|date of)[ ]){0,3}$"
)
_STARTS = re.compile(rf"[0-9]|{_ORDINAL}", re.IGNORECASE)
# In small letters. Anything that says that somebody was born, or will be.
_LABEL = re.compile(
    r"b(?<!\w.)(?:orn\b|\.(?<![.&]b\.)(?= ?[0-9jfmasond])|irth(?:[- ]?dates?|[- ]?days?)?\b(?! (?:cert"
    r"|reg|weight"
    r"|rate|plan|cohort|parent|mother|father|famil|trauma))|'?day\b)"
    r"|d(?<!\w.)(?:ates? of (?:birth|delivery)\b|ob\b|\. ?o\. ?b\b\.?| o b\b|/o/b|-o-b|ue(?: date| on| by"
    r"|:| (?=[0-9])))"
)
_AGE_REACHED = re.compile(
    r" (?:[0-9]{1,2}|[a-z]{2,5}teen|t[ew][a-z]{1,4}|eleven|one|three|four|five|six|seven|eight|nine) on\b"
)
_EXPECTED = re.compile(r"edd\b(?<!\w...)")
_RARE = (" turned", " turns", " turning")
_BLOCKED = re.compile(
    r"\b(?:from|since|until|till|before|after|between|must|not|never|estimated|every|each|as at|required"
    r"|removed|without|or|later"
    r"|earlier|because|when|weight|rate|rates"
    r"|certificates?|registration|parents?|plans?|cohort|services?|trauma|mothers?)\b|[.!?][ \n]+[a-z]{4}"
)
_IDEA = re.compile(
    r"(?:partnership|board|service|scheme|idea|project|programme|organi[sz]ation|plan|hub|team|campaign"
    r"|charity|strategy|initiative|policy"
    r"|act|law|panel|group|trust|approach|model|it)\b[^.]{0,14}$"
)
_SOON = re.compile(r"unborn|baby|pregnan|expect|matern|midwi|edd|deliver")
_IN_MONTH = re.compile(rf"[ ]in (?:early |late |mid-)?{_MONTH} ?,?(?:19|20)[0-9]{{2}}(?!\w)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:he|she|baby|child|boy|girl|who|son|daughter|twins?|infant|sibling|brother|sister|mother|father"
    r"|[a-z]'s)\b[^.]{0,20}$"
)


def dates_of_birth(text: str, start: int, end: int) -> Iterator[Found]:
    """Every date that stands beside "born", "DOB", "birthday" or the like."""
    lowered = small(text)
    labels = [*_LABEL.finditer(lowered, start, end), *_rare_labels(lowered, start, end)]
    labels.sort(key=lambda label: label.start())
    edges = [start, *(label.end() for label in labels)]
    for label, since, following in zip_longest(labels, edges[: len(labels)], labels[1:]):
        until = min(end, label.end() + 75, following.start() if following else end)
        month = None
        found = [*_dates_after(text, label[0], label.end(), until)]
        if label[0] != "birth":
            found += _date_before(text, label.start(), since)
        if label[0] == "born" and (month := _IN_MONTH.match(text, label.end())):
            found.append(Found(PersonalData.DATE_OF_BIRTH, month.start() + 4, month.end(), sure=False))
        if found and _is_a_birth(label[0], before(lowered, label.start(), 40), bool(month)):
            yield from found


def _rare_labels(lowered: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """ "turned sixteen on", "EDD": each looked for apart, since their first letters are everywhere."""
    for word, pattern in (*((word, _AGE_REACHED) for word in _RARE), ("edd", _EXPECTED)):
        place = lowered.find(word, start, end)
        while place >= 0:
            if match := pattern.match(lowered, place + (len(word) if pattern is _AGE_REACHED else 0), end):
                yield match
            place = lowered.find(word, place + 1, end)


def _is_a_birth(label: str, earlier: str, only_month: bool) -> bool:
    """Whether somebody was born, and not a partnership; whether what is due is a baby, and not a report."""
    if label.startswith("due"):
        return bool(_SOON.search(earlier))
    if label != "born":
        return True
    return not _IDEA.search(earlier) and (not only_month or bool(_SOMEBODY.search(earlier)))


def _dates_after(text: str, label: str, place: int, until: int) -> Iterator[Found]:
    done = place
    if not _STARTS.search(text, place, until):
        return
    if "day" in label and (short := _SHORT.match(text, place)):
        yield Found(PersonalData.DATE_OF_BIRTH, *short.span(1), sure=False)
    for _ in range(4):  # "their dates of birth are … and …"
        date = _DATE.search(text, done, until if done == place else min(len(text), done + 40))
        if date is None or date.start() - done > 48:
            return
        gap = text[done : date.start()].lower()
        if (
            label == "birth"
            and len(gap) > 10
            and not text[max(0, place - 11) : place - 5].lower().endswith("gave ")
        ):
            return
        if label.startswith("date"):
            gap = gap.replace("certificate", "")  # "date of birth, as on the birth certificate"
        if _BLOCKED.search(gap) or (done != place and not re.fullmatch(r"[ ,;&/\n]{1,4}(?:and )?", gap)):
            return
        yield Found(
            PersonalData.DATE_OF_BIRTH, *date.span(), sure=bool(date["year"] or date["s"] or date["t"])
        )
        done = date.end()


def _date_before(text: str, place: int, since: int) -> Iterator[Found]:
    """ "03/03/2011 (DOB)", "3 March is her birthday"."""
    window = max(since, place - 60)
    if not _ENDS.search(text, max(window, place - 40), place):
        return
    last = max(_DATE.finditer(text, window, place), key=lambda date: date.start(), default=None)
    if last is None:
        return
    gap = text[last.end() : place]
    if re.fullmatch(
        r"[ (\[,:=-]{0,3}(?:(?:is|was|as|given as|his|her|their|the|child's|baby's|date of)[ ]){0,3}", gap
    ):
        yield Found(PersonalData.DATE_OF_BIRTH, *last.span(), sure=False)
