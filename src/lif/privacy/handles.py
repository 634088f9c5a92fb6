"""Names on social media: @somebody, "snapchat: somebody", a profile's address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits

from lif.privacy.found import Found, any_case, before, small, spots, words_of
from lif.privacy.kinds import PersonalData
from lif.privacy.words import first_names, small_names

_PLATFORM = (
    r"(?:snap(?: ?chat)?|insta(?:gram)?|tik ?tok|twitter|face ?book|discord|roblox|fortnite|minecraft"
    r"|telegram"
    r"|whats ?app|you ?tube|twitch|only ?fans|reddit|yubo|kik|bebo|xbox(?: ?live)?|psn|play ?station"
    r"|bluesky|IG|FB|SC)"
)
_CALLING = (
    r"(?:user ?name|gamer ?tag|screen ?name|gaming name|online name|handle|goes by|known online as|user ?id)"
)
# How the words above begin, in small letters: a name is told by one of them, at most so far from it.
_PLATFORMS = (
    *("snap", "insta", "tiktok", "tik tok", "twitter", "facebook", "face book", "discord", "roblox"),
    *("fortnite", "minecraft", "telegram", "whatsapp", "whats app", "youtube", "you tube", "twitch"),
    *("onlyfans", "only fans", "reddit", "yubo", "kik", "bebo", "xbox", "psn", "playstation"),
    *("play station", "bluesky", "username", "user name", "userid", "user id", "gamertag", "gamer tag"),
    *("screenname", "screen name", "gaming name", "online name", "handle", "goes by", "known online as"),
)
_SHORT = ("ig", "fb", "sc")
_REACH = 120
_CALLED = (
    r"(?:user ?names?|gamer ?tag|handle|screen ?name|gaming name|online name|account|profile|user|id|name|tag"
    r"|nickname|alias)"
)
# Most words hold no figure, underscore or dot after a letter; a name on a platform nearly always does.
_COINED = re.compile(r"[0-9_.#](?<=[A-Za-z0-9_].)(?=[A-Za-z0-9_])")
_NO_LETTERS = f"{digits}_."
_IN_NAMES = f"{_NO_LETTERS}{ascii_letters}"
_TOKEN_AFTER = re.compile(r"[A-Za-z0-9_.#]{1,30}(?![A-Za-z0-9@/(:=-]|\.[a-z])")
_LEAD = any_case(
    rf"\b(?:{_PLATFORM}|{_CALLING})\b(?:[ '\"]{{0,2}}{_CALLED}\b)?(?:'s)?[\s:=,;'\"|(>-]{{1,5}}"
    r"(?:(?:is|was|as|name|under|the|of|called)\s){0,2}['\"(]?$"
)
_ON = any_case(rf"['\"]?,?[ ](?:on|via|over|through)[ ](?:his |her |their )?{_PLATFORM}\b")
_ADDRESS = any_case(
    r"\b(?:facebook|instagram|tiktok|twitter|snapchat|youtube|twitch|onlyfans)"
    r"\.(?:com|net|tv)/(?:add/|user/|in/|u/|c/)?(?P<handle>@?[a-z0-9_.-]{3,30})"
)
_AT = re.compile(r"@(?<![\w./@#$%&+=`-]@)(?P<handle>[A-Za-z_][A-Za-z0-9_.]{1,29})(?![A-Za-z0-9_/@(=:{-])")
_CONTEXT = any_case(
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|twitter|discord|telegram|roblox|kik|IG|user ?name"
    r"|profile|account|handle|messag\w+|follow\w*|DMs?|groom\w*|threat\w*"
    r"|screenshots?|adds?|blocked|tweet\w*|post(?:s|ed)?|tagged|contacted|spoke|talk\w*|chat\w*)\b"
)
_BODIES = any_case(
    r"nspcc|lscp|lscb|council|police|safeguard|nhs|gov|childline|barnardo|ofsted|children|partnership"
    r"|board|official|official|charity|trust|school|academy"
    r"|college|university|camhs|news|bbc|foundation|centre|england|services|lincs|nelc|unicef|samaritans"
    r"|library|sharer|login|privacy|help|about|pages|groups|watch|hashtag"
)
_CODE = words_of(
    "media page import property dataclass pytest override staticmethod classmethod param return returns "
    "type font charset supports keyframes layer"
    " container include extend mixin todo deprecated author see since throws example code cached_property "
    "abstractmethod functools contextmanager"
    " overload final wraps fixture given check report app command callback"
)
_DECORATES = re.compile(r"[ ]*\n[ ]*(?:@|def |class |async def )")
_ENDING = re.compile(
    r"\.(?:com|org|net|uk|py|md|txt|yaml|yml|json|css|js|html|csv|pdf|docx|xlsx|png|jpg|j2|gov|edu|info|e"
    r"|g|i)$",
    re.IGNORECASE,
)


def handles(text: str, start: int, end: int) -> Iterator[Found]:
    """What somebody is called online."""
    for match in _AT.finditer(text, start, end):
        name = match["handle"].rstrip(".")
        worded = bool(_CONTEXT.search(before(text, match.start(), 60)))
        if not _BODIES.search(name) and _told(text, match.start(), name, worded):
            yield Found(PersonalData.HANDLE, match.start(), match.start("handle") + len(name), sure=worded)


def handles_by_platform(text: str, start: int, end: int) -> Iterator[Found]:
    """A name beside the platform that it is used on, or the address of a profile."""
    for begin, stop in _beside_platforms(text, start, end):
        yield from _coined(text, begin, stop)
    for place in spots(text, _NAMED_ON, start, end):
        if (match := _PLAIN.match(text, place)) and _holds_a_name(match["handle"].lower()):
            yield Found(PersonalData.HANDLE, *match.span("handle"))
    for place in _found_all(text, ".com/", start, end):
        for match in _ADDRESS.finditer(text, max(start, place - 12), min(end, place + 48)):
            if not _BODIES.search(match["handle"]):
                yield Found(PersonalData.HANDLE, *match.span("handle"))


def _beside_platforms(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches around words for a platform, from a space on, so that no name is cut; none overlap.

    In nearly all texts there are none, while words with figures or dots in them are everywhere.
    """
    lowered = small(text)
    places = [place for word in _PLATFORMS for place in _found_all(lowered, word, start, end)]
    for short in _SHORT:
        places += [p for p in _found_all(lowered, short, start, end) if not _within_a_word(lowered, p, p + 2)]
    begin = stop = -1
    for place in sorted(places):
        if place - _REACH > stop:
            if stop > begin:
                yield begin, stop
            edge = max(place - _REACH, start)
            begin = max(text.rfind(" ", start, edge), text.rfind("\n", start, edge), start, stop)
        stop = min(place + _REACH, end)
    if stop > begin:
        yield begin, stop


def _within_a_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _coined(text: str, start: int, end: int) -> Iterator[Found]:
    """Names that are beside a platform and look like one that somebody gave to themselves."""
    done = start
    for sign in _COINED.finditer(text, start, end):
        if sign.start() < done:
            continue
        ahead = _token_at_the_end(before(text, sign.start(), 30))
        behind = _TOKEN_AFTER.match(text, sign.start()) if ahead else None
        if behind is None:
            continue
        begin, done = sign.start() - len(ahead), behind.end()
        name = text[begin:done].rstrip(".")
        if not _is_handle(name) or (text[begin - 1 : begin] in _JOINTS and begin):
            continue
        stop = begin + len(name)
        if _LEAD.search(before(text, begin, 64)) or _ON.match(text, stop):
            yield Found(PersonalData.HANDLE, begin, stop)


_NAMED_ON = ("snap", "insta", "tiktok", "discord", "username", "user name", "gamertag")
_PLAIN = any_case(
    rf"(?:chat|gram)?(?:[ ]{_CALLED})?(?:[ ]is"
    r"|[ ]?[:=])[ ]?['\"@]?(?P<handle>[a-z]{4,24})(?![a-z0-9_./@:-])"
)


def _token_at_the_end(text: str) -> str:
    """What could be the beginning of a name, from its first letter on; nothing for a plain number.

    Nearly all are plain numbers, and taking letters off the end is many times as fast as a pattern.
    """
    rest = text.rstrip(_IN_NAMES)
    return text[len(rest) :].lstrip(_NO_LETTERS)


def _holds_a_name(name: str) -> bool:
    """ "snapchat: jaydenxo": a first name, or one that something is run on to."""
    return name in small_names() or _runs_on(name)


def _runs_on(name: str) -> bool:
    return any(name.startswith(n) and name != n for n in _names_by_start().get(name[:4], ()))


_JOINTS = frozenset("@/.\\-_")


def _found_all(text: str, word: str, start: int, end: int) -> Iterator[int]:
    place = text.find(word, start, end)
    while place >= 0:
        yield place
        place = text.find(word, place + 1, end)


def _is_handle(name: str) -> bool:
    return len(name) >= 4 and _looks_coined(name) and not _BODIES.search(name)


def _told(text: str, place: int, name: str, worded: bool) -> bool:
    """A bare @name: beside a word of social media, or coined, and not a line of code."""
    if name.lower() in _CODE or _ENDING.search(name) or _DECORATES.match(text, place + 1 + len(name)):
        return False
    at_line = not before(text, place, 30).rpartition("\n")[2].strip()
    if worded or not at_line:
        return worded or _looks_coined(name)
    return (
        any(c.isdigit() for c in name)
        or "_" in name
        or name.partition(".")[0].lower() in first_names()
        or _runs_on(name.lower())
    )


def _looks_coined(name: str) -> bool:
    """Whether nobody would write it for a word: figures, an underscore, a dot, a first name run together."""
    plain = name.lstrip("@")
    if _ENDING.search(plain) or plain.isdigit() or plain.lower() in _CODE:
        return False
    if "#" in name or name.startswith("@") or "_" in plain.strip("_") or plain.endswith("_"):
        return True
    if any(c.isdigit() for c in plain):
        return any(c.isalpha() for c in plain) and len(plain) >= 5 and not plain.isupper()
    if "." in plain.strip("."):
        return plain.islower()
    low = plain.lower()
    return len(low) > 5 and any(low.startswith(n) and low != n for n in _names_by_start().get(low[:4], ()))


@cache
def _names_by_start() -> dict[str, tuple[str, ...]]:
    """First names of five letters or more by their first four."""
    found: dict[str, list[str]] = {}
    for name in first_names():
        if len(name) >= 5:
            found.setdefault(name[:4], []).append(name)
    return {start: tuple(names) for start, names in found.items()}
