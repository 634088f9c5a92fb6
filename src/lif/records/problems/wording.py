"""The words of a problem with a field: what is there, what to do, and nothing that may be personal."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one problem with a field: what is there, and what to do."""

    message: str
    hint: str = ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or nothing when none is close."""
    found = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def listed(words: Iterable[str]) -> str:
    """Words as a British English list: `a, b or c`."""
    items = list(words)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} or {items[-1]}" if items else ""


_PERSONAL = re.compile(
    r"@"
    r"|(?:[0-9][^0-9a-z]{0,3}){9,}"  # long numbers, however they are grouped
    r"|\b[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]\b"
    r"|\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\b"
    r"|\b(?:born|dob|aged?|mother|father|mum|dad) "
    r"|\([0-9]{1,2}\)",
    re.ASCII | re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NOT_SHOWN = "(not shown)"
"""What stands in a message for a value that may be personal."""
_SEEN = 40
_READ = 120


def shown(text: str) -> str:
    """A value for a message: cut at 40 characters, nothing that does not print, nothing that may be personal.

    Long numbers, addresses of mail, postcodes, ages and what looks like a person's name are not repeated,
    because messages end in logs that more people read than the records (decision 5).
    """
    if _may_be_personal(unicodedata.normalize("NFKC", text[:_READ])) or _is_personal(text[:_READ]):
        return NOT_SHOWN
    clean = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in text[: _SEEN + 1])
    return clean if len(text) <= _SEEN else clean[:_SEEN] + "…"


def _may_be_personal(text: str) -> bool:
    """By its form only: kinds of number, and two words in a row that both begin with a capital."""
    capitals = [word[0].isupper() for word in _WORDS.findall(text)]
    return _PERSONAL.search(text) is not None or any(one and other for one, other in pairwise(capitals))


def _is_personal(text: str) -> bool:
    from lif.privacy import scan  # only where something is wrong: its words take time to read

    return bool(scan(text))


def lower_first(meaning: str) -> str:
    first = meaning.split(";")[0].split(":")[0].rstrip(".")
    return first[:1].lower() + first[1:]


def proposed_id(text: str) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()
    return "-".join(words)[:80].strip("-")
