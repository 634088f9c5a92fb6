"""What stands in a text, read as a person reads it: sentences over line ends, comments, escaped values."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterator

from lif.diagnostics import Diagnostic
from lif.privacy import scan, unreadable
from lif.source import Document, Door, Node, as_text, parse

Seen = tuple[str, int, int, str, str, bool]
"""Kind, line, column, masked form, fingerprint and whether it is certain: what one process can tell another.

A run of text that cannot be looked into has the kind ENCODED.
"""

ENCODED = "encoded-text"
_ENCODED = 120
"""The shortest run of text that is taken for encoded."""

_CONTINUED = re.compile(r"\n(?<!\n\n) *+(?![-#|]|[a-z_][a-z0-9_-]*+:(?:\s|$))(?=\S)")
"""The end of a line whose text goes on in the next: neither a key, an item nor a comment begins there."""
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#+(?=[ \t])", re.MULTILINE)
"""The sign of a comment, which before a number would look like that of an order or reference."""
_JOINED = re.compile(r"_|(?<=[A-Za-z])-(?=[0-9]{7})")
"""What joins the words of a name, where a number of some length is one of them."""

_ODD_NAME = re.compile(r"[A-Z@ ]|[0-9][0-9_. -]{5,}[0-9]|[^ -~]")
_TELLING = "birth|born|dob|nhs|upn|uln|phone|tel|mobile|code|number|account|ref|case|reg|address|mail"
"""What the name of a field may hold by which even a date or a single word tells something."""
_KEY = re.compile(
    rf"^[ -]*+(?=[a-z0-9-]{{1,80}}_)(?=[a-z_-]{{1,80}}[0-9]|[a-z_]{{0,80}}(?:{_TELLING}))"
    r"[a-z0-9_-]{1,120}+:",
    re.MULTILINE,
)
"""A key of several words that tells something, or has figures in it, which no field has."""
_WORD = r"[a-z]++(?:-(?:[a-z]++|[0-9]{1,5}(?![0-9])))*+"
_LINK = rf"{_WORD}(?:/{_WORD})?+"
_NAME = rf"(?![a-z_]*(?:{_TELLING}))(?!(?:[a-z_]*_)?ages?:)[a-z_]{{1,40}}+:"
_VALUE = (
    r"(?:[12][09][0-9]{2}-[01][0-9]-[0-3][0-9]|20[0-9]{2}-[0-9]{2}(?:-Q[1-4])?+"
    rf"|[0-9]{{1,5}}+(?:\.[0-9]{{1,2}}+)?+|{_LINK}|\[{_LINK}(?:, {_LINK})*+\])"
)
_PLAIN_FIELD = re.compile(
    rf"^ *+(?:- )?+(?:{_NAME}(?: [|>]-?)?+$"
    rf"|(?:{_NAME} {_VALUE}|\{{{_NAME} {_VALUE}(?:, {_NAME} {_VALUE})*+\}}|(?<=- ){_LINK})$"
    r"(?=\n\s*+(?:[-#]|[a-z_][a-z0-9_-]*+:)|\s*+\Z))",
    re.MULTILINE,
)
"""A name of a field that holds others, or one with nothing but a link, a choice, a date or a small number.

That is half of all lines of records.
"""


def in_text(text: str) -> tuple[Seen, ...]:
    """What stands in a text, with the lines and columns."""
    return _placed(_plain(text))


def in_prose(text: str) -> tuple[Seen, ...]:
    """What stands in a text whose sentences go on from line to line."""
    return _placed(_plain(text), (_CONTINUED, " "))


def in_records(text: str) -> tuple[Seen, ...]:
    """What stands in a file of records; fields that can hold nothing of the kind are passed over."""
    return _placed(_plain(text), (_PLAIN_FIELD, ""), (_CONTINUED, " "))


def in_name(name: str) -> tuple[Seen, ...]:
    """What stands in the name of a file, a branch or a tag; it belongs to the whole of it."""
    return tuple((seen[0], 1, 1, *seen[3:]) for seen in _placed(apart(name)))


def may_tell(name: str) -> bool:
    """Whether the name of a file could hold anything: a long number, a capital, a space, an @."""
    return _ODD_NAME.search(name) is not None


def apart(name: str) -> str:
    """A name, of the same length, with its words apart."""
    return _JOINED.sub(" ", name)


def in_file(door: Door, path: str) -> tuple[Seen, ...]:
    """What stands in a file of records, whether it can be read as such or not."""
    raw = door.fetch(path)
    text = None if isinstance(raw, Diagnostic) else as_text(raw)
    if text is None or isinstance(raw, Diagnostic):
        return ()
    found = in_records(text)
    if "\\" in text or "''" in text:
        document = parse(raw, path)
        if isinstance(document, Document):
            return (*found, *_in_values(document, {(seen[0], seen[4]) for seen in found}))
    return found


def _in_values(document: Document, told: set[tuple[str, str]]) -> Iterator[Seen]:
    """What stands in values that are written in another way, as escapes are, and was not told before."""
    text = document.text
    for path, value in _values(document.data):
        if "\n" not in value and value in text:
            continue
        for kind, _, _, masked, fingerprint, sure in in_text(value):
            if (kind, fingerprint) not in told:
                told.add((kind, fingerprint))
                at = document.locate(path)
                yield (kind, at.line, at.column, masked, fingerprint, sure)


def _plain(text: str) -> str:
    """The text, of the same length, without signs of comments, and with the words of odd keys apart."""
    if "#" in text:
        text = _COMMENT.sub(lambda sign: " " * len(sign[0]), text)
    return _KEY.sub(lambda key: key[0].replace("_", " "), text)


def _placed(text: str, *steps: tuple[re.Pattern[str], str]) -> tuple[Seen, ...]:
    """What stands in a text in which patterns are first replaced, with the places that it has in the text."""
    read = text
    for pattern, by in steps:
        read = pattern.sub(by, read)
    found = [(hit.start, hit.kind.value, hit.masked, hit.fingerprint, hit.sure) for hit in scan(read)]
    if _may_be_encoded(read):
        found += [(start, ENCODED, "", _mark(read[start:end]), False) for start, end in unreadable(read)]
    if not found:
        return ()
    ways = list(_ways(text, steps))
    ends = [match.start() for match in re.finditer("\n", text)]
    seen: list[Seen] = []
    for at, kind, masked, fingerprint, sure in sorted(found):
        for way in ways:
            at = way.back(at)
        line = bisect_left(ends, at)
        column = at - ends[line - 1] if line else at + 1
        seen.append((kind, line + 1, column, masked, fingerprint, sure))
    return tuple(seen)


def _may_be_encoded(text: str) -> bool:
    """Whether there is a run without spaces as long as a half of the shortest that is taken for encoded.

    A run of the whole length holds one of the stretches that are looked at, wherever it begins.
    """
    half = _ENCODED // 2
    return any(text.find(" ", at, at + half) < 0 for at in range(0, len(text) - half + 1, half))


def _mark(encoded: str) -> str:
    """The fingerprint of a run of encoded text."""
    return hashlib.sha256(encoded.encode()).hexdigest()


def _ways(text: str, steps: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[_Way]:
    """The ways back to the text, that of the last step first."""
    ways = []
    for pattern, by in steps:
        ways.append(_Way(text, pattern, len(by)))
        text = pattern.sub(by, text)
    yield from reversed(ways)


class _Way:
    """The way back from a text in which each match of a pattern was replaced by so many characters."""

    def __init__(self, text: str, pattern: re.Pattern[str], left: int) -> None:
        self._starts: list[int] = []
        self._taken: list[int] = []
        taken = 0
        for match in pattern.finditer(text):
            self._starts.append(match.start() - taken + left - 1)
            taken += match.end() - match.start() - left
            self._taken.append(taken)

    def back(self, place: int) -> int:
        """The place in the text before."""
        before = bisect_left(self._starts, place)
        return place + (self._taken[before - 1] if before else 0)


def _values(data: Node) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every value that is text, with the way to it."""
    waiting: list[tuple[tuple[str | int, ...], Node]] = [((), data)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, dict):
            waiting.extend(((*path, key), value) for key, value in node.items())
        elif isinstance(node, list):
            waiting.extend(((*path, index), value) for index, value in enumerate(node))
        elif isinstance(node, str):
            yield path, node
