"""Names on social media: @somebody, "snapchat: somebody", a profile's address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy.found import Found, any_case, before
from lif.privacy.kinds import PersonalData
from lif.privacy.words import first_names

_PLATFORM = (
    r"(?:snap ?chat|snap|insta(?:gram)?|tik ?tok|twitter|face ?book|discord|roblox|fortnite|minecraft|telegram|whatsapp|you ?tube|twitch|only ?fans"
    r"|reddit|tumblr|yubo|wink|kik|bebo|steam|xbox(?: live)?|psn|play ?station|threads|bluesky|mastodon|tinder|grindr|messenger|omegle|signal|IG|FB|SC)"
)
_CALLED = r"(?:user ?names?|gamer ?tag|handle|screen ?name|gaming name|online name|account|profile|user|id|name|tag|nickname|alias)"
_SHAPE = r"@?[A-Za-z][A-Za-z0-9_.]{2,29}(?![A-Za-z0-9_@/(-])"
_AFTER = any_case(
    rf"\b(?:{_PLATFORM}|user ?name|gamer ?tag|screen ?name|gaming name|handle|online name|goes by|known online as)\b(?:[ '\"]{{0,2}}{_CALLED}\b)?"
    rf"(?:'s)?[\s:=,;'\"|(>-]{{1,5}}(?:(?:is|was|as|name|under|the|of|called)\s){{0,2}}['\"(]?(?P<handle>{_SHAPE})"
)
_BEFORE = any_case(
    rf"[@a-z](?<![\w@./-].)(?P<rest>[a-z0-9_.]{{2,29}})[ ,]{{1,2}}(?:on|via|over|through)[ ](?:his |her |their )?{_PLATFORM}\b"
)
_ADDRESS = any_case(
    r"\b(?:facebook|instagram|tiktok|twitter|x|snapchat|youtube|twitch|onlyfans|threads|t)\.(?:com|net|tv|me)/(?:add/|user/|in/|u/|c/)?(?P<handle>@?[a-z0-9_.-]{3,30})"
)
_AT = re.compile(r"@(?<![\w./@#$%&+=-]@)(?P<handle>[A-Za-z_][A-Za-z0-9_.]{1,29})(?![A-Za-z0-9_/@(=:{-])")
_CONTEXT = any_case(
    rf"\b(?:{_PLATFORM}|user ?name|profile|account|handle|messag\w+|follow\w*|DMs?|groom\w*|threat\w*|screenshots?|adds?|blocked|tweet\w*|post(?:s|ed)?|tagged|contacted)\b"
)
_BODIES = any_case(
    r"nspcc|lscp|lscb|council|police|safeguard|nhs|gov|childline|barnardo|ofsted|children|partnership|board|official|official|charity|trust|school|academy"
    r"|college|university|camhs|news|bbc|foundation|centre|england|services|lincs|nelc|unicef|samaritans|library|sharer|login|privacy|help|about|pages|groups|watch|hashtag"
)
_CODE = frozenset(
    "media page import property dataclass pytest override staticmethod classmethod param return returns type font charset supports keyframes layer"
    " container include extend mixin todo deprecated author see since throws example code cached_property abstractmethod functools contextmanager"
    " overload final wraps fixture given check report app command callback".split()
)
_ENDING = re.compile(
    r"\.(?:com|org|net|uk|py|md|txt|yaml|yml|json|css|js|html|csv|pdf|docx|xlsx|png|jpg|j2|gov|edu|info|e|g|i)$",
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
    """A name beside the platform that it is used on."""
    for pattern in (_AFTER, _ADDRESS):
        for match in pattern.finditer(text, start, end):
            name = match["handle"].rstrip(".")
            begin = match.start("handle")
            if not _BODIES.search(name) and (pattern is _ADDRESS or _looks_coined(name)):
                yield Found(PersonalData.HANDLE, begin, begin + len(name))
    for match in _BEFORE.finditer(text, start, end):
        name = match[0][0] + match["rest"]
        if not _BODIES.search(name) and _looks_coined(name):
            yield Found(PersonalData.HANDLE, match.start(), match.start() + len(name))


def _told(text: str, place: int, name: str, worded: bool) -> bool:
    """A bare @name: beside a word of social media, or coined, and not a line of code."""
    if name.lower() in _CODE or _ENDING.search(name):
        return False
    at_line = not before(text, place, 30).rpartition("\n")[2].strip()
    return worded or (_looks_coined(name) if not at_line else any(c.isdigit() for c in name) or "_" in name)


def _looks_coined(name: str) -> bool:
    """Whether nobody would write it for a word: figures, an underscore, a dot inside, or a first name run together."""
    plain = name.lstrip("@")
    if _ENDING.search(plain) or plain.isdigit() or plain.lower() in _CODE:
        return False
    if name.startswith("@") or "_" in plain.strip("_") or plain.endswith("_"):
        return True
    if any(c.isdigit() for c in plain):
        return any(c.isalpha() for c in plain) and len(plain) >= 5 and not plain.isupper()
    if "." in plain.strip("."):
        return plain.islower()
    low = plain.lower()
    return len(low) > 5 and any(low.startswith(n) and low != n for n in _long_names(low[:4]))


def _long_names(start: str) -> list[str]:
    return [name for name in first_names() if len(name) >= 5 and name.startswith(start)]
