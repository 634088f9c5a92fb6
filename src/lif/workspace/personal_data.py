"""Personal data in what is read: where it stands in a text or a record, and how it is told of."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from lif.checks.allowances import SHORTEST, Spot
from lif.checks.personal_data import cannot_be_looked_into, code_of, told_as
from lif.diagnostics import Diagnostic, Location, Severity
from lif.privacy import PersonalData, mask, scan, unreadable
from lif.records.problems import Wording
from lif.source import Document, Node

Seen = tuple[str, int, int, str, str, bool]
"""Kind, line, column, masked form, fingerprint and whether it is certain: what one process can tell another.

A run of text that cannot be looked into has the kind ENCODED.
"""

_CONTINUED = re.compile(r"\n(?<!\n\n) *+(?![-#|]|[a-z_][a-z0-9_-]*+:(?:\s|$))(?=\S)")
"""The end of a line whose text goes on in the next: neither a key, an item nor a comment begins there."""
_JOINED = re.compile(r"_|(?<=[A-Za-z])-(?=[0-9]{7})")
"""What joins the words of a name, where a number of some length is one of them."""
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#+(?=[ \t])", re.MULTILINE)
"""The sign of a comment, which before a number would look like that of an order or reference."""
_KEY = re.compile(r"^[ -]*+(?=[a-z0-9-]{1,80}_)(?=[a-z_-]{1,80}[0-9])[a-z0-9_-]{1,120}+:", re.MULTILINE)
"""A key of several words with figures in it, which no field has."""
MOST = 100
"""So many finds of one text are told one by one."""
ENCODED = "encoded-text"
_ENCODED = 120
"""The shortest run of text that is taken for encoded."""


@dataclass(frozen=True, slots=True)
class Found:
    """One find: what was seen, in which part of what, and under which commit; never the value."""

    seen: Seen
    path: str
    part: str = "text"
    commit: str = ""
    record: str = ""
    more: int = 0
    """How many more finds of the same text are told with this one."""

    @property
    def spot(self) -> Spot:
        """The find as an allowance sees it."""
        return Spot(self.seen[0], self.seen[4], self.path, self.record)

    @property
    def fingerprint(self) -> str:
        """As much of the fingerprint as an allowance needs."""
        return self.seen[4][:SHORTEST]


def in_text(text: str) -> tuple[Seen, ...]:
    """What stands in a text, with the lines and columns."""
    return _placed(text, _plain(text))


def in_prose(text: str) -> tuple[Seen, ...]:
    """What stands in a text whose sentences go on from line to line."""
    plain = _plain(text)
    return _placed(plain, _CONTINUED.sub(" ", plain))


def _plain(text: str) -> str:
    """The text, of the same length, without signs of comments, and with the words of odd keys apart."""
    if "#" in text:
        text = _COMMENT.sub(lambda sign: " " * len(sign[0]), text)
    return _KEY.sub(lambda key: key[0].replace("_", " "), text)


def in_name(name: str) -> tuple[Seen, ...]:
    """What stands in the name of a file, a branch or a tag; it belongs to the whole of it."""
    return tuple((seen[0], 1, 1, *seen[3:]) for seen in _placed(name, _JOINED.sub(" ", name)))


def in_document(document: Document) -> tuple[Seen, ...]:
    """What stands in a file of records: in its text, and in values that are written in another way.

    What text and value both show is told once.
    """
    text = document.text
    found = in_prose(text)
    if "\\" not in text and "''" not in text:
        return found
    told = {(seen[0], seen[4]) for seen in found}
    more: list[Seen] = []
    for path, value in _values(document.data):
        if "\n" not in value and value in text:
            continue
        for kind, _, _, masked, fingerprint, sure in in_text(value):
            if (kind, fingerprint) not in told:
                told.add((kind, fingerprint))
                at = document.locate(path)
                more.append((kind, at.line, at.column, masked, fingerprint, sure))
    return (*found, *more)


def as_diagnostic(found: Found) -> Diagnostic:
    """The words for a find. Its path is masked too: a file can be named after a child."""
    kind, line, column, masked, _, sure = found.seen
    at = Location(mask_name(found.path), line, column)
    if kind == ENCODED:
        encoded = cannot_be_looked_into
        said = encoded()
        return Diagnostic(at, encoded.number, encoded.severity, said.message, said.hint, found.record)
    code = code_of(PersonalData(kind))
    commit = f", in the commit {found.commit[:12]}" if found.commit else ""
    more = f", and {found.more:,} more finds in the same text" if found.more else ""
    wording: Wording = code(told_as(PersonalData(kind), masked, _where(found), sure) + commit + more)
    return Diagnostic(
        at,
        code.number,
        code.severity if sure else Severity.WARNING,
        wording.message,
        _advice(wording.hint, code.number, sure),
        mask_name(found.record),
    )


def _advice(hint: str, number: str, sure: bool) -> str:
    if sure:
        return f"{hint}; lif explain {number} says what else to do"
    return f"if it is about somebody, {hint}; if not, allow it: lif explain {number} says how"


def cut(found: Iterable[Found]) -> list[Found]:
    """The finds, of each text as many as a person reads, the last of which says how many more there are."""
    kept: dict[tuple[str, str], list[Found]] = {}
    for each in found:
        kept.setdefault((each.path, each.commit), []).append(each)
    whole = []
    for finds in kept.values():
        finds.sort(key=lambda each: each.seen[1:3])
        whole += finds[:MOST]
        if len(finds) > MOST:
            whole[-1] = replace(whole[-1], more=len(finds) - MOST)
    return whole


def mask_name(name: str) -> str:
    """A path, a name, or words with such in them, without any personal value."""
    apart = _JOINED.sub(" ", name)
    shown = mask(apart)
    return name if shown == apart else shown


def masked(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The same without any personal value in them, whoever worded them.

    All are looked at at once: what has something in it, hardly ever more than one, is then made anew.
    """
    texts = ["\n".join((d.location.path, d.message, d.hint, d.record, d.field)) for d in diagnostics]
    ends = list(accumulate(len(text) + 2 for text in texts))
    marked = (
        {bisect_right(ends, hit.start) for hit in scan(_JOINED.sub(" ", "\n\n".join(texts)))}
        if texts
        else set()
    )
    return [_masked(d) if number in marked else d for number, d in enumerate(diagnostics)]


def _masked(d: Diagnostic) -> Diagnostic:
    return replace(
        d,
        location=replace(d.location, path=mask_name(d.location.path)),
        message=mask_name(d.message),
        hint=mask_name(d.hint),
        record=mask_name(d.record),
        field=mask_name(d.field),
    )


def _where(found: Found) -> str:
    """Where it stands, as an end to `there is an NHS number`."""
    known = {
        "text": "in this line",
        "file name": "in the name of this file",
        "commit message": "in this message",
        "branch name": "in the name of this branch",
        "tag name": "in the name of this tag",
        "message of a tag": "in the message of this tag",
        "draft": "in the message that you are writing",
    }
    return known.get(found.part, f"in its part {found.part}")


def _placed(text: str, read: str) -> tuple[Seen, ...]:
    """What stands in a text as it is `read`, with the places that it has in the text."""
    found = [(hit.start, hit.kind.value, hit.masked, hit.fingerprint, hit.sure) for hit in scan(read)]
    if len(text) >= _ENCODED:
        found += [(start, ENCODED, "", _mark(read[start:end]), False) for start, end in unreadable(read)]
    if not found:
        return ()
    back = _Back(text) if len(read) != len(text) else None
    ends = [match.start() for match in re.finditer("\n", text)]
    seen: list[Seen] = []
    for start, kind, masked, fingerprint, sure in sorted(found):
        at = back.place(start) if back else start
        line = bisect_left(ends, at)
        column = at - ends[line - 1] if line else at + 1
        seen.append((kind, line + 1, column, masked, fingerprint, sure))
    return tuple(seen)


def _mark(encoded: str) -> str:
    """The fingerprint of a run of encoded text."""
    return hashlib.sha256(encoded.encode()).hexdigest()


class _Back:
    """The way from a text whose line ends were each taken as one space to the text itself."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._taken: list[int] = []
        taken = 0
        for match in _CONTINUED.finditer(text):
            self._starts.append(match.start() - taken)
            taken += match.end() - match.start() - 1
            self._taken.append(taken)

    def place(self, place: int) -> int:
        """The place in the text."""
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
