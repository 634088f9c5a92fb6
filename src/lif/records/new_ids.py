"""The id of a new record: words from its title and never a number that counts; for cases a neutral code."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date

from lif.records.fields import id_fault
from lif.records.record import Record

NEUTRAL: frozenset[str] = frozenset({"review", "incident", "case-considered"})
"""Kinds whose ids never have words from the case: a code tells nobody anything."""
BARE: frozenset[str] = frozenset(
    {"agency", "area", "group", "indicator", "role", "source", "theme", "meeting", "group-report", "return"}
)
"""Kinds whose ids are their names alone, as in `business-manager`: they are named in every other record.

A meeting, a group's report and a return have whose they are and when: `neglect-group-2025-06-10`.
"""
_WHOSE = ("group", "agency", "course", "indicator")
_WHEN = ("on", "quarter", "period", "cycle")
MOST = 60
"""So long an id is proposed; 80 characters is the most that it may have."""
_SMALL = frozenset(
    "a an and are as at by for from in into is its of on or that the their to was with".split()  # noqa: SIM905
)
_LETTERS = "bcdfghjkmnpqrstvwxz"
"""Letters that make no words."""
_DIGITS = "23456789"


def proposed_id(
    kind: type[Record], title: str, day: date, taken: Collection[str], letters: Callable[[str, int], str]
) -> str:
    """An id that is free: as the board's others of the kind begin, then the title's own words.

    What is named by many records has the words of its name alone, where these are free.

    `letters(alphabet, count)` gives the few letters that tell apart what would be the same.
    """
    if kind.kind in NEUTRAL:
        return _code(f"{_start(kind, ())}-{day.year}", taken, letters)
    bare = _cut(_slug(title))
    if kind.kind in BARE and not id_fault(bare) and bare not in taken:
        return bare
    start = _start(kind, taken)
    if re.search(r"-[0-9]{4}$", start):
        start = f"{start[:-4]}{day.year}"
    return _free(
        _cut(f"{start}-{_slug(title)}" if _slug(title) else f"{start}-{day.isoformat()}"), taken, letters
    )


def named_by(fields: Mapping[str, object]) -> str:
    """What a new record's id is made of: its title, or else whose it is and when."""
    titles = (str(fields[name]) for name in ("title", "name", "text") if fields.get(name))
    pieces = (
        next((str(fields[name]) for name in names if fields.get(name)), "") for names in (_WHOSE, _WHEN)
    )
    return next(titles, "") or "-".join(filter(None, pieces))


def _code(start: str, taken: Collection[str], letters: Callable[[str, int], str]) -> str:
    """A code that is free, of two letters and two digits: no word, no initials, and no number that counts."""
    while (found := f"{start}-{letters(_LETTERS, 2)}{letters(_DIGITS, 2)}") in taken:
        pass
    return found


def _start(kind: type[Record], taken: Collection[str]) -> str:
    """How ids of the kind begin: with the year where most of the board's do, else with the kind's name."""
    name = kind.kind
    own = [id_ for id_ in taken if id_.startswith(name.partition("-")[0][:3])]
    dated = Counter(
        found[1] for id_ in own if (found := re.match(rf"({name}|[a-z]{{3,5}})-[0-9]{{4}}-", id_))
    )
    if dated and (most := dated.most_common(1)[0])[1] * 2 > len(own):
        return f"{most[0]}-0000"
    return name


def _slug(title: str) -> str:
    """The words of a title that say what it is, as an id has them; what is an id already stays as it is."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", title.lower()):
        return title.lower()
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii").lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join([word for word in words if word not in _SMALL] or words)


def _cut(id_: str) -> str:
    """The id, ended at a whole word."""
    return id_ if len(id_) <= MOST else id_[: MOST + 1].rpartition("-")[0]


def _free(id_: str, taken: Collection[str], letters: Callable[[str, int], str]) -> str:
    found = id_
    while found in taken or id_fault(found):
        found = f"{id_}-{letters(_LETTERS, 3)}"
    return found
