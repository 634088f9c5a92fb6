"""What the head of a column says about people: dates of birth, numbers of a person, names, particulars."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from lif.exchange.incoming.cells import plain


class Tells(StrEnum):
    """What stands under a head, in the words of a message."""

    BIRTH = "dates of birth"
    NUMBER = "numbers that belong to one person"
    NAME = "names of people"
    HOME = "addresses of people"
    MAYBE_NAME = "names"
    MAYBE_NUMBER = "references"
    INITIALS = "initials"
    AGE = "one age in each row"
    BORN_IN = "one year of birth in each row"
    SEX = "sex or gender in each row"
    ETHNICITY = "ethnicity in each row"
    TRAIT = "what is so of one person in each row"
    POSTCODE = "postcodes"
    EVENT = "what happened in one case in each row"


CERTAIN = frozenset({Tells.BIRTH, Tells.NUMBER, Tells.NAME, Tells.HOME})
"""One such column, with what it promises beneath it, is enough."""
CORE = frozenset(
    {Tells.AGE, Tells.BORN_IN, Tells.SEX, Tells.ETHNICITY, Tells.TRAIT, Tells.INITIALS, Tells.POSTCODE}
    | {Tells.MAYBE_NUMBER, Tells.MAYBE_NAME}
)

_WHO = (
    r"(?:child|children|young persons?|young people|yp|cyp|pupil|student|learner|patient|client|service user"
    r"|person|people|individual|subject|baby|infant|unborn|mother|father|parent|carer|guardian|sibling|victim"
    r"|offender|perpetrator|suspect|nominal|delegate|attendee|participant|resident|applicant|staff|employee"
    r"|worker|social worker|family|adult|care leaver|looked after child|missing person|boy|girl|son"
    r"|daughter)s?"
)
_SYSTEM = (
    r"(?:case|client|mosaic|lcs|ics|liquid ?logic|care ?first|framework ?i|systm ?one|emis|rio|eclipse|niche"
    r"|athena|connect|pnc|sims|arbor|bromcom|cpoms|my ?concern|hospital|medical|record|mrn|eh ?m|ehm|ssd|cla"
    r"|cin|cp|early help|crime|custody|occurrence|incident|referral|episode|allegation|contact|assessment"
    r"|placement|storm|log|nhs|swift|protocol|azeus|capita|core ?plus|child ?view|asset ?plus|yjs|yot)"
)
_NUMBER = r"(?:ids?|no|nr|num|number|ref|reference|identifier|urn|key)"
_OF_ONE = rf"(?:(?:the )?{_WHO} )?"
_LATER = r"(?: (?:as|at|on|of|in|if|or|and|for|per|from|within)\b.*)?"

_HEADS: tuple[tuple[Tells, str], ...] = (
    (Tells.BIRTH, r".*\b(?:dob ?[0-9]*|d o b|dates? of birth|birth ?dates?|birthday|date born|edd)\b.*"),
    (Tells.BIRTH, rf"{_OF_ONE}born"),
    (Tells.NUMBER, r".*\b(?:nhs|chi|upn|uln|nino|ni) (?:no|num|number|id|ref|reference|code)\b.*"),
    (Tells.NUMBER, r"(?:.* )?(?:upns?|ulns?|nino)|nhs|.*\bunique (?:pupil|learner) (?:no|number|id)\b.*"),
    (
        Tells.NUMBER,
        rf"(?:the )?{_WHO} {_NUMBER}{_LATER}|(?:unique|local|internal|system|personal) id(?:entifier)?",
    ),
    (Tells.NUMBER, rf"(?:(?:{_WHO}|{_SYSTEM}) )*{_SYSTEM} {_NUMBER}{_LATER}|national insurance.*|passport.*"),
    (
        Tells.NAME,
        rf"{_OF_ONE}(?:(?:fore|sur|first|last|given|family|middle|christian|legal|preferred|maiden) ?names?"
        rf"|[fsl]names?)(?: of (?:the )?{_WHO})?{_LATER}",
    ),
    (Tells.NAME, rf"(?:the )?{_WHO} (?:full )?names?{_LATER}|(?:full )?names? of (?:the )?{_WHO}{_LATER}"),
    (Tells.NAME, rf"names? (?:and|or) (?:dob|age|address|{_WHO}).*|full name|names? \(?{_WHO}\)?"),
    (
        Tells.NAME,
        r"names? of (?:the )?(?:professional|practitioner|teacher|adult|foster carer|member of staff)",
    ),
    (Tells.INITIALS, rf"{_OF_ONE}initials?{_LATER}"),
    (Tells.HOME, rf"(?:home|current|last known|placement|previous|{_WHO}) (?:address|post ?code).*"),
    (Tells.MAYBE_NAME, r"(?:\w+ ){0,2}names?|surname forename|who|nominals?|case"),
    (Tells.MAYBE_NAME, rf"(?:(?:re|regarding|about|concerning) (?:the )?)?{_WHO}(?: (?:or |and )?{_WHO})?"),
    (Tells.MAYBE_NUMBER, rf"{_NUMBER}|unique (?:ref|reference)|identifiers?|our ref|your ref|case"),
    (Tells.AGE, rf"{_OF_ONE}age(?: ?(?:in )?(?:years|yrs|y))?{_LATER}|(?:current|actual) age|yrs|years old"),
    (Tells.AGE, r"age (?:claimed|assessed|given|now|today|stated|reached)|how old.*|your age"),
    (Tells.BORN_IN, rf"{_OF_ONE}(?:year of birth|birth year|yob|month of birth)"),
    (Tells.SEX, rf"{_OF_ONE}(?:gender|sex)(?: (?:at birth|identity|code|desc.*))?|m f|m or f|male female"),
    (Tells.SEX, r"are you (?:a )?(?:boy|girl|male|female).*|(?:what is )?your (?:gender|sex)|i identify as"),
    (Tells.ETHNICITY, rf"{_OF_ONE}(?:ethnic(?:ity)?|ethnic (?:group|origin|background|code))(?: .*)?"),
    (Tells.POSTCODE, r"post ?codes?|address(?: line)?(?: [1-4])?|house (?:no|number|name)"),
    (
        Tells.TRAIT,
        rf"{_OF_ONE}(?:disab(?:ility|led)|religion|faith|nationality|country of birth|first language|language"
        r"|sexual orientation|sen|send|sen(?:d)? status|ehcp?|uasc|legal status|year group|ncy"
        r"|national curriculum year|immigration status|diagnosis|height|weight)(?: .*)?",
    ),
    (
        Tells.EVENT,
        r"(?:dates?|start|end|reason|outcome|source|type|category|status|legal|placement|allocated|key|social"
        r"|lead|allegation|offence|injur|risk|plan|need|primary|presenting|decision|closure|referr|open|clos"
        r"|school|gp|ward|team|sibling|mother|father|parent|carer|perpetrator|concern|incident|summary|notes?"
        r"|comments?|missing|last|next|previous|abuse|address|location|method|worker|adm|discharg|icpc|rcpc|s47"
        r"|cin|cp|cla|lac|exclu|suspen|attend|days|duration|score|grade|level|found|return|interview|medical)"
        r"[a-z]*\b.*|.* (?:date|status|reason|outcome|worker|team|school|y n|yes no)",
    ),
)
_COMPILED = tuple((tells, re.compile(pattern)) for tells, pattern in _HEADS)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
_POSSESSIVE = re.compile(r"'s\b|s'(?= )|'")
_OTHERS = re.compile(
    r"\b(?:schools?|academy|settings?|course|agency|agencies|organi[sz]ations?|measures?|indicators?|services?"
    r"|teams?|wards?|policy|policies|documents?|providers?|headteachers?|chair|trainers?|author|dsl|contact"
    r"|lead|officer|manager|recorded|complete(?:d|ness)|valid|unknown|percent(?:age)?|rate"
    r"|average|mean|median|total|number of|how many|count|groups?|bands?|range)\b"
)
_LONGEST = 60


@lru_cache(maxsize=4096)
def tells(head: str) -> Tells | None:
    """What a head says about people; None when nothing. Measures that count what is recorded say nothing."""
    words = head_words(head)
    if not words or len(words) > _LONGEST:
        return None
    found = next((tells for tells, pattern in _COMPILED if pattern.fullmatch(words)), None)
    if found is None or found is Tells.BIRTH or not _OTHERS.search(words.replace("service user", "")):
        return found
    return found if found in (Tells.EVENT, Tells.ETHNICITY, Tells.HOME) else None


def head_words(head: str) -> str:
    """A head in small letters, word by word: 'ChildDOB (dd/mm)' is 'child dob'."""
    text = _ASIDE.sub(" ", plain(head)) or plain(head)
    text = _POSSESSIVE.sub("", text)
    text = text.replace("#", " no ")
    text = _CAMEL.sub(" ", text) if " " not in text.strip() else text
    return " ".join(re.sub(r"[^A-Za-z0-9]+", " ", text).lower().split())
