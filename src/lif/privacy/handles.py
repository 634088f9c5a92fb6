"""Names on social media: @somebody, "snapchat: somebody", a profile's address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lif.privacy.found import Found, any_case, before, spots, words_of
from lif.privacy.kinds import PersonalData
from lif.privacy.words import first_names

_PLATFORMS = (
    *(
        "snap",
        "insta",
        "tiktok",
        "tik tok",
        "twitter",
        "facebook",
        "discord",
        "roblox",
        "fortnite",
        "telegram",
    ),
    *("whatsapp", "youtube", "twitch", "onlyfans", "reddit", "yubo", "kik", "xbox", "psn", "playstation"),
)
_SMALL_SHORT = ("sc:", "sc -", "sc @", "ig:", "ig -", "ig @", "fb:", "fb -", "fb @")
_SHORT = re.compile(r"[IFS](?<!\w.)[GBC](?!\w)")  # Instagram, Facebook, Snapchat
_CALLINGS = (
    *(
        "username",
        "user name",
        "gamertag",
        "gamer tag",
        "screen name",
        "gaming name",
        "handle",
        "online name",
    ),
    *("goes by", "known online as"),
)
_CALLED = (
    r"(?:user ?names?|gamer ?tag|handle|screen ?name|gaming name|online name|account|profile|user|id|name"
    r"|tag|nickname|alias)"
)
_SHAPE = r"@?[A-Za-z][A-Za-z0-9_.]{2,29}(?:#[0-9]{4})?(?![A-Za-z0-9_@/(-])"
_AFTER = any_case(
    rf"(?: ?chat|gram| ?live)?(?:[ '\"]{{0,2}}{_CALLED}\b)?(?:'s)?[\s:=,;'\"|(>-]{{1,5}}"
    rf"(?:(?:is|was|as|name|under|the|of|called)\s){{0,2}}['\"(]?(?P<handle>{_SHAPE})"
)
_WHOSE = any_case(r"(?:his |her |their )?(?:" + "|".join(_PLATFORMS) + ")")
_BEFORE = any_case(r"(?<![\w@./-])(?P<handle>@?[a-z][a-z0-9_.]{2,29})['\"]?,?$")
_ON = (" on ", " via ", " over ", " through ")
_HOSTS = (
    *("facebook.", "instagram.", "tiktok.", "twitter.", "snapchat.", "youtube.", "twitch.", "onlyfans."),
)
_ADDRESS = any_case(r"(?:com|net|tv|me)/(?:add/|user/|in/|u/|c/)?(?P<handle>@?[a-z0-9_.-]{3,30})")
_AT = re.compile(r"@(?<![\w./@#$%&+=-]@)(?P<handle>[A-Za-z_][A-Za-z0-9_.]{1,29})(?![A-Za-z0-9_/@(=:{-])")
_CONTEXT = any_case(
    r"\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|twitter|discord|telegram|roblox|kik|IG|user ?name"
    r"|profile|account|handle|messag\w+|follow\w*|DMs?|groom\w*|threat\w*"
    r"|screenshots?|adds?|blocked|tweet\w*|post(?:s|ed)?|tagged|contacted)\b"
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
    """A name beside the platform that it is used on."""
    for place in spots(text, _PLATFORMS + _CALLINGS, start, end):
        if (after := _AFTER.match(text, place)) and _is_handle(after["handle"]):
            yield _at(after)
    for place in spots(text, _SMALL_SHORT, start, end):
        if (after := _AFTER.match(text, place - 1)) and _is_handle(after["handle"]):
            yield _at(after)
    for short in _SHORT.finditer(text, start, end):
        if (after := _AFTER.match(text, short.end())) and _is_handle(after["handle"]):
            yield _at(after)
    for place in spots(text, _HOSTS, start, end):
        if (address := _ADDRESS.match(text, place)) and not _BODIES.search(address["handle"]):
            yield _at(address)
    for on in _ON:
        yield from _before_platform(text, on, start, end)


def _before_platform(text: str, on: str, start: int, end: int) -> Iterator[Found]:
    """ "amy_11x on Snapchat"."""
    place = text.find(on, start, end)
    while place >= 0:
        after = place + len(on)
        ahead = before(text, place, 31)
        if _WHOSE.match(text, after) and (name := _BEFORE.search(ahead)) and _is_handle(name["handle"]):
            begin = place - len(ahead) + name.start("handle")
            yield Found(PersonalData.HANDLE, begin, begin + len(name["handle"]))
        place = text.find(on, after, end)


def _at(match: re.Match[str]) -> Found:
    begin = match.start("handle")
    return Found(PersonalData.HANDLE, begin, begin + len(match["handle"].rstrip(".")))


def _is_handle(name: str) -> bool:
    return _looks_coined(name.rstrip(".")) and not _BODIES.search(name)


def _told(text: str, place: int, name: str, worded: bool) -> bool:
    """A bare @name: beside a word of social media, or coined, and not a line of code."""
    if name.lower() in _CODE or _ENDING.search(name) or _DECORATES.match(text, place + 1 + len(name)):
        return False
    at_line = not before(text, place, 30).rpartition("\n")[2].strip()
    if worded or not at_line:
        return worded or _looks_coined(name)
    return any(c.isdigit() for c in name) or "_" in name or name.partition(".")[0].lower() in first_names()


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
