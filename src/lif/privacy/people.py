"""People by name: a title with a name, and who is whose mother, brother or social worker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before, spots
from lif.privacy.kinds import PersonalData
from lif.privacy.persons import Likely, ends_with_a_name, likely
from lif.privacy.words import (
    acronyms,
    field_words,
    first_names,
    is_public,
    is_public_surname,
    plain,
    small_names,
    surname_words,
)

_TITLE = re.compile(
    r"(?:M(?<!\w.)(?:essrs|rs|RS|r|R|s|iss|ISS|x|aster)|D(?<!\w.)(?:r|R|CI|C|S|I"
    r"|et(?:ective)? (?:Con(?:stable)?|Sgt|Sergeant|Insp(?:ector)?))|P(?<!\w.)(?:C|S"
    r"|rofessor|rof|CSO)"
    r"|R(?<!\w.)(?:everend|evd|ev)|S(?<!\w.)(?:gt|ergeant|ister|r)|N(?<!\w.)urse|W(?<!\w.)PC"
    r"|I(?<!\w.)(?:nspector|nsp|mam)"
    r"|C(?<!\w.)onstable|F(?<!\w.)(?:ather|r)|P(?<!\w.)astor)\.?[ \n]{1,2}"
    r"(?P<name>(?:[A-Z]\.?[ ]?){0,2}[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}"
    r"(?:[ ][A-Z][a-z'\u00c0-\u024f-][A-Za-z'\u00c0-\u024f-]{0,24}){0,2}"
    r"|[A-Z](?![\w'*])\.?)"
)
_COURTESY = frozenset({"messrs", "mr", "mrs", "miss", "ms", "mx"})
_POLICE = frozenset(
    {
        "dc",
        "det",
        "detective",
        "ds",
        "di",
        "dci",
        "pc",
        "ps",
        "pcso",
        "sgt",
        "sergeant",
        "sister",
        "sr",
        "nurse",
        "wpc",
        "insp",
        "inspector",
        "constable",
        "father",
        "imam",
        "pastor",
        "fr",
        "master",
    }
)
_NO_NAMES = frozenset(
    [
        "justice",
        "speaker",
        "connect",
        "plus",
        "online",
        "digital",
        "dynamics",
        "access",
        "project",
        "outlook",
        "systems",
        "president",
        "chairman",
        "and",
        "or",
        "men",
        "programming",
        "office",
        "word",
        "excel",
        "teams",
        "windows",
        "foster",
        "who",
        "comics",
        "world",
        "users",
        "software",
        "scan",
        "scans",
        "martens",
    ]
)
_AUTHOR = any_case(
    r"(?:'s)?[ ,]{0,2}(?:\([12][0-9]{3}|et al|(?:independent )?(?:review|report|inquiry|research|study"
    r"|framework|model|lecture|book)\b|and (?:colleagues|others))"
)
_AUTHOR_BEFORE = any_case(
    r"\b(?:review|report|inquiry|study|research|book|paper|published|written|authored|chaired|lecture"
    r"|foreword)\b[^.\n]{0,24}\b(?:by|from|of)\b[ ]$"
)
_SMALL_TITLE = re.compile(r"m(?<!\w.)rs?\.?[ ](?P<name>[a-z']{3,20})(?![\w])")
_WORDS = frozenset(
    [
        "and",
        "or",
        "the",
        "is",
        "are",
        "was",
        "of",
        "to",
        "in",
        "for",
        "with",
        "from",
        "not",
        "who",
        "what",
        "are",
        "has",
        "had",
        "said",
        "says",
        "will",
        "would",
        "can",
        "but",
        "so",
        "then",
        "that",
        "this",
        "it",
        "name",
        "names",
        "title",
    ]
)


def titles(text: str, start: int, end: int) -> Iterator[Found]:
    """Mrs Smith. An author of something published and the people of published reviews are left alone."""
    for match in _TITLE.finditer(text, start, end):
        title = re.match("[A-Za-z]+", match[0])[0].lower()  # type: ignore[index]
        name = match["name"]
        words = name.split()
        if title in _POLICE and not _is_police_name(title, words):
            continue
        if not name or _is_public_name(title, words) or _no_name(title, words):
            continue
        if title not in _COURTESY | _POLICE and (
            _AUTHOR.match(text, match.end()) or _AUTHOR_BEFORE.search(before(text, match.start(), 60))
        ):
            continue
        stop = match.end() - (2 if match[0].endswith("'s") else 0)
        yield Found(PersonalData.NAME, match.start(), stop)
    for match in _SMALL_TITLE.finditer(text, start, end):
        if match["name"] not in _WORDS and match["name"] not in field_words():
            yield Found(PersonalData.NAME, *match.span(), sure=False)


def _no_name(title: str, words: list[str]) -> bool:
    """Whether what follows a title is a word of the field: "Miss School", "Mr and Mrs", "Dr Foster"."""
    told = [plain(word).removesuffix("'s").strip(".") for word in words if len(word.strip(".")) > 1]
    last = words[-1]
    if last.isupper() and len(last) > 1 and (len(last) < 4 or last in acronyms()):
        return True  # "PC ICT": an acronym after letters that are a title elsewhere
    if not told:
        return True  # "Mr A": the letter that a review calls somebody by
    if told[0] in _NO_NAMES or (told[0] in field_words() and told[0] not in surname_words()):
        return True
    return title not in _COURTESY and told[-1] in field_words() - surname_words()


def _is_police_name(title: str, words: list[str]) -> bool:
    """ "PC training" and "DC Comics" are nobody; "PC Smith", "DC J Ogden" are."""
    last = plain(words[-1]).removesuffix("'s") if words else ""
    if title in ("father", "sister", "master", "sr", "imam", "pastor"):
        return likely(words) >= Likely.AMBIGUOUS
    return not (words[0].isupper() and len(words[0].strip(".")) > 1) and bool(last)


def _is_public_name(title: str, words: list[str]) -> bool:
    if len(words) >= 2 and is_public(words[0], words[-1].removesuffix("'s")):
        return True
    return title not in _COURTESY and len(words) == 1 and is_public_surname(words[0].removesuffix("'s"))


_KIN = (
    r"(?:(?:step|half|foster|adoptive|birth|god|grand|great|maternal|paternal|older|younger|elder|little"
    r"|big|twin|estranged|late|ex)[ -]?){0,2}"
    r"(?:mothers?|fathers?|mum(?:my)?s?|mam|dad(?:dy)?s?|parents?|sisters?|brothers?|siblings?|sons?"
    r"|daughters?|aunt(?:ie|y)?s?|uncles?|cousins?|nan(?:a|ny)?s?|gran(?:ny|nie)?s?"
    r"|granddad|grandads?|grandparents?|nieces?|nephews?|twins?|husbands?|wife|spouse|fianc.e?"
    r"|boyfriends?|girlfriends?|carers?|guardians?|family|kids|bab(?:y|ies)|MGM|PGM|MGF|PGF|MGPs?|PGPs?)"
)
_WORKER = (
    r"(?:(?:allocated|previous|current|new|school|class|form|key|head|family support|support|social|youth"
    r"|link|named|head of|local|community|early help|foster)[ -]?){0,2}"
    r"(?:social workers?|SW|key ?workers?|workers?|health visitor|HV|teachers?|tutor|nurse|GP|doctor"
    r"|midwife|IRO|guardian|solicitor|advocate|mentor|carers?|personal adviser|PA|YOT worker"
    r"|teaching assistant|TA|form tutor|coach|probation officer|psychologist|psychiatrist|therapist"
    r"|counsellor|headteacher|partner|friends?"
    r"|best friend|landlord|neighbours?|employer|SENCO)"
)
_OF_AT = re.compile(
    r"[for][ \n]{1,3}(?:(?:both|little|baby|young)[ ])?(?P<name>[A-Z][A-Za-z'\u00c0-\u024f-]{1,24}"
    r"|[A-Z]\.[ ]?[A-Z]\.?)"
    r"(?P<more>[ ][A-Z][A-Za-z'-]{0,24})?(?!\w)"
)
_KIN_BEFORE = any_case(rf"\b{_KIN}(?:[ ]figure)?[ \n](?:of|to|for)$")
_WORKER_BEFORE = any_case(rf"\b{_WORKER}[ \n](?:of|to|for)$")
_POSSESSED = re.compile(r"'(?:(?<=[A-Za-z\u00c0-\u024f]')s[ \n]{1,3}|(?<=s')[ ])")
_KIN_AFTER = any_case(rf"(?:\w{{2,12}}[ -]){{0,2}}?{_KIN}(?!\w)")
_WORKER_AFTER = any_case(rf"(?:\w{{2,12}}[ -]){{0,2}}?{_WORKER}(?!\w)")


def relations(text: str, start: int, end: int) -> Iterator[Found]:
    """Amy's stepdad, mother of Amy, social worker for Amy: a person is named by another's name."""
    for match in _OF_AT.finditer(text, start, end):
        ahead = before(text, match.start() + 1, 48)
        if not ahead.endswith((" of", " to", " for", "\nof", "\nto", "\nfor")):
            continue
        kin, worker = _KIN_BEFORE.search(ahead), _WORKER_BEFORE.search(ahead)
        if (kin or worker) and _somebody(match, Likely.UNKNOWN if kin else Likely.NAME):
            least = min(m.start() for m in (kin, worker) if m)
            yield Found(PersonalData.RELATION, match.start() + 1 - len(ahead) + least, match.end())
    for match in _POSSESSED.finditer(text, start, end):
        yield from _possessed(text, match)
    yield from _called(text, start, end)
    yield from _in_small_letters(text, start, end)


_CALLED = (
    *(
        "mother",
        "father",
        "mum",
        "dad",
        "aunt",
        "auntie",
        "uncle",
        "sister",
        "brother",
        "cousin",
        "gran",
        "nan",
    ),
    *("grandmother", "grandfather", "grandad", "grandma", "grandpa", "stepmother", "stepfather", "stepmum"),
    *("stepdad", "boyfriend", "girlfriend", "partner"),
)
_FULL_NAME = re.compile(
    r"[ ,:(]{1,3}(?P<name>[A-Z][a-z\u00c0-\u024f'-]{1,24})[ ](?P<more>[A-Z][A-Za-z'-]{1,24})(?!\w)"
)


def _called(text: str, start: int, end: int) -> Iterator[Found]:
    """ "Grandmother Joan Pickles", "her aunt, Amy Jones": a relative with first name and surname."""
    for place in spots(text, _CALLED, start, end):
        found = _FULL_NAME.match(text, place)
        if found and plain(found["name"]) in first_names() and _somebody(found, Likely.NAME):
            begin = max(text.rfind(sign, 0, place) for sign in ' \n"(') + 1
            yield Found(PersonalData.RELATION, begin, found.end())


_KIN_SMALL = ("mum", "dad", "nan", "mother", "father")
_OF_SMALL = re.compile("[ ](?:of|to|for)[ ]([a-z]{3,16})(?![a-z'])")


def _in_small_letters(text: str, start: int, end: int) -> Iterator[Found]:
    """ "amys mum", "dad of ryan", as people write to each other."""
    for place in spots(text, _KIN_SMALL, start, end):
        begin = max(text.rfind(sign, 0, place) for sign in ' \n"(') + 1
        if (name := _OF_SMALL.match(text, place)) and name[1] in small_names():
            yield Found(PersonalData.RELATION, begin, name.end(), sure=False)
        elif (
            text[begin - 2 : begin - 1] == "s"
            and (name := _RUN_TOGETHER.search(before(text, begin - 2, 17)))
            and name[0].lower() in first_names()
        ):
            yield Found(PersonalData.RELATION, begin - 2 - len(name[0]), place, sure=False)


_RUN_TOGETHER = re.compile("(?<![A-Za-z])[A-Za-z]{3,16}$")


def _somebody(match: re.Match[str], least: Likely) -> bool:
    name, more = match["name"], (match["more"] or "").strip()
    if "." in name:
        return True
    if name.isupper() and plain(name) not in first_names():
        return False  # "carers of UASC"
    if plain(name) in ("child", "children", "baby", "young", "unborn") or is_public(
        name, more.removesuffix("'s")
    ):
        return False
    return likely([name, more] if len(more) > 1 and plain(more) in field_words() else [name]) >= least


def _possessed(text: str, match: re.Match[str]) -> Iterator[Found]:
    kin = _KIN_AFTER.match(text, match.end())
    worker = None if kin else _WORKER_AFTER.match(text, match.end())
    if not (kin or worker):
        return
    ahead = before(text, match.start(), 60)
    place, how = ends_with_a_name(ahead)
    following = kin or worker
    if place < 0 or following is None or how < (Likely.UNKNOWN if kin else Likely.AMBIGUOUS):
        return
    if (
        how == Likely.UNKNOWN
        and re.search(r"(?:^|[.!?:]\s|\n)$", ahead[:place]) is None
        and len(ahead[place:].split()) > 2
    ):
        return
    begin = match.start() - len(ahead) + place
    yield Found(PersonalData.RELATION, begin, following.end(), sure=how >= Likely.AMBIGUOUS)
