"""Numbers of cases: in case systems, hospitals, police, courts. Most are plain digits: a word must say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, digits_of, spots
from lif.privacy.kinds import PersonalData

_SYSTEM = (
    r"(?:LCS|liquid ?logic|LL|mosaic|ICS|eclipse|systm ?one|system[ ]one|framework-?i|care ?first"
    r"|care ?director|capita(?: one)?|EHM|rio|emis|niche|athena|cpoms|my ?concern|impulse|synergy"
    r"|care ?notes|lorenzo|cerner|PNC|CRO|MRN|NSPIS|holmes|azeus|controcc|early[ ]help[ ]module|CP-IS)"
)
_THING = (
    r"(?:case|file|child[ ]protection|social[ ]care|social[ ]services|child|client|family|person|pupil"
    r"|student|patient|hospital"
    r"|service[ ]user|CLA|LAC|CIN|CPP?"
    r"|EHA?|CAF|TAF|MASH|MARAC|MAPPA|MISPER|referral|custody|crime|incident|occurrence|CAD|log|adoption"
    r"|SEND?|EHCP|admission|unit|district|national|carer|foster[ ]carer|young[ ]person|YP|customer"
    r"|subject|nominal|offence|intel(?:ligence)?|prison|inmate|tenant|tenancy)"
)
_LABEL = r"(?:numbers?|num|no|nr|references?|ref|ids?|identifier|record|file|#)\b"
_PUNCTUATION = r"[\s:=#.,;'\"|/()\[\]-]{0,4}"
_FULL = any_case(
    rf"(?:\b{_SYSTEM}(?:[ _-](?:case|person|client|child|file|record"
    rf"|system))?(?P<named>[ _-]?{_LABEL}\W{{0,2}}(?:{_LABEL})?)?"
    rf"|\b{_THING}(?:'s)?(?:[ _-](?:record|file|reference|case"
    rf"|system))?(?P<called>[ _-]?{_LABEL}(?:[ ]?{_LABEL})?))"
    rf"{_PUNCTUATION}(?:(?:is|was|of|on|under)\s)?{_PUNCTUATION}$"
)
_BARE = any_case(
    r"\b(?:case|client|custody|crime|MARAC|MAPPA|CLA|LAC|EHM|MASH|misper)(?:[ _-](?:record|file"
    rf"|case))?{_PUNCTUATION}$"
)
_VALUE = re.compile(
    r"[0-9](?<![0-9.,£$€%][0-9])(?<![0-9][/-][0-9])[0-9]{1,14}(?:[/-][0-9]{1,6}){0,2}"
    r"(?![0-9A-Za-z.]?[0-9])(?! [0-9]{3})[A-Za-z]?(?!\w)"
)
_PREFIX = re.compile(r"(?<![A-Za-z0-9])[0-9]{0,2}(?:[A-Za-z]{1,6}[-/]?|[A-Z]{1,6}[ ])$")
_DATED = re.compile(
    r"(?:19|20)[0-9]{2}(?:[/-][0-9]{1,3}){0,2}|[0-3]?[0-9][/-][01]?[0-9][/-](?:[0-9]{2}){1,2}"
)
_KEPT_IN = any_case(rf" (?:on|in) {_SYSTEM}(?!\w)")
_LETTERS = re.compile("[A-Za-z#]")
_COUNTED = any_case(
    r" (?:children|cases|people|families|pupils|records|staff|open|per|%|were|were|hours|days|of)\b|%"
    r"|,[0-9]{3}"
)


def case_numbers(text: str, start: int, end: int) -> Iterator[Found]:
    """Numbers of a case system, a hospital or the police, where a word beside them says what they are."""
    for match in _VALUE.finditer(text, start, end):
        begin = match.start()
        if (
            len(match[0]) < 4
            or _DATED.fullmatch(match[0])
            or not _LETTERS.search(text, max(0, begin - 9), begin)
        ):
            continue
        if len(digits_of(match[0])) < 4 or len(set(digits_of(match[0]))) == 1:
            continue
        if len(match[0]) > 4 and _KEPT_IN.match(text, match.end()):
            yield Found(PersonalData.CASE_NUMBER, begin, match.end(), sure=False)
            continue
        prefix = _PREFIX.search(before(text, begin, 8))
        label = ""
        for left in (begin - len(prefix[0]), begin) if prefix else (begin,):
            label = before(text, left, 56)
            sure = _called(label, match[0], text[match.end() : match.end() + 12])
            if sure is not None:
                yield Found(PersonalData.CASE_NUMBER, left, match.end(), sure=sure)
                break


def _called(label: str, value: str, after: str) -> bool | None:
    """Whether the words before a number say surely that it is a case's; None when they do not."""
    if full := _FULL.search(label):
        if full["named"] or full["called"]:
            return True
        return None if len(digits_of(value)) < 5 or _COUNTED.match(after) else True
    if _BARE.search(label) and len(digits_of(value)) >= 5 and not _COUNTED.match(after):
        return False
    return None


_FAMILY = re.compile(r"[A-Z](?<![\w][A-Z])[A-Z0-9][ /]?[0-9]{2}[ /]?[A-Z][ /]?[0-9]{5}(?!\w)")
_CROWN = re.compile(r"[TSAU](?<![\w][A-Z])[ ]?20[0-9]{2}[ /-]?[0-9]{4}(?!\w)")
_HIGH = re.compile(
    r"[A-Z](?<![\w][A-Z])[A-Z0-9]{1,2}[/-](?:[0-9]{3,5}[/-](?:19|20)[0-9]{2}|(?:19"
    r"|20)[0-9]{2}[/-](?:[A-Z]{3}[/-])?[0-9]{3,6})(?!\w)"
)
_LABELLED = any_case(
    r"(?: case)?[ ](?:no|number|ref\w*|id"
    r"|urn)\b[.: #]{0,4}(?=[A-Z0-9/-]{0,12}[0-9])([A-Z0-9][A-Z0-9/-]{5,15})(?![\w/-])"
    r"|(?<=urn)[: ]{1,3}([0-9]{2}[A-Z]{2}[0-9]{5,9})(?!\w)"
)
_COURT_WORDS = any_case(
    r"\bcourt|\btrial|\bindict|\bsentenc|\bcase\b|\bclaim|\bproceeding|\border\b|\bbundle|\bhearing"
    r"|\blisted|\bmatter of|\bPLO\b|\bcafcass|\bbail|\bRe\b"
)
_DATE_LIKE = re.compile(r"20[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])$")


def court_cases(text: str, start: int, end: int) -> Iterator[Found]:
    """Numbers of the family courts (FD12P00123), the Crown Court (T20231234) and the courts above them."""
    for match in _FAMILY.finditer(text, start, end):
        yield Found(PersonalData.COURT_CASE, *match.span())
    for match in _CROWN.finditer(text, start, end):
        worded = bool(_COURT_WORDS.search(before(text, match.start(), 40)))
        if worded or (match[0][0] in "TS" and not _DATE_LIKE.search(match[0])) or " " in match[0][2:]:
            yield Found(PersonalData.COURT_CASE, *match.span(), sure=worded)
    for match in _HIGH.finditer(text, start, end):
        if _COURT_WORDS.search(before(text, match.start(), 40)):
            yield Found(PersonalData.COURT_CASE, *match.span(), sure=False)


def named_court_cases(text: str, start: int, end: int) -> Iterator[Found]:
    """A number of any shape that is called a court's."""
    for place in spots(text, ("court", "claim", "urn", "appeal", "cafcass"), start, end):
        match = _LABELLED.match(text, place)
        value = match and (match.span(1) if match[1] else match.span(2))
        if value and sum(c.isdigit() for c in text[slice(*value)]) >= 5:
            yield Found(PersonalData.COURT_CASE, *value)
