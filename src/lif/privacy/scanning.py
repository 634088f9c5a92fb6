"""Where a text holds personal data: every detector asked, the more certain kind kept where two meet."""

from __future__ import annotations

import re
from bisect import bisect_left

from lif.privacy.found import Found
from lif.privacy.kinds import Hit, PersonalData, fingerprint, masked
from lif.privacy.normalising import normalise

_ORDER: dict[PersonalData, float] = {kind: place for place, kind in enumerate(PersonalData)}
_ORDER[PersonalData.COURT_CASE] = _ORDER[PersonalData.CASE_NUMBER] - 0.5  # a court's number is also a case's


def scan(text: str) -> tuple[Hit, ...]:
    """Every place that holds personal data, in order; no two overlap."""
    from lif.privacy.detecting import everything  # its patterns take a moment to make

    normal = normalise(text)
    hits = []
    for one in _apart(list(everything(normal.text))):
        start, end = normal.original(one.start, one.end)
        value = normal.text[one.start : one.end]
        hits.append(
            Hit(one.kind, start, end, masked(one.kind, value), fingerprint(one.kind, value), one.sure)
        )
    return tuple(hits)


def _apart(found: list[Found]) -> list[Found]:
    """Of those that overlap the surest, then the one of the more telling kind, then the longest."""
    starts: list[int] = []
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (not f.sure, _ORDER[f.kind], f.start - f.end, f.start)):
        place = bisect_left(starts, one.start)
        clear = (place == 0 or kept[place - 1].end <= one.start) and (
            place == len(kept) or one.end <= kept[place].start
        )
        if clear and one.end > one.start:
            starts.insert(place, one.start)
            kept.insert(place, one)
    return kept


def mask(text: str) -> str:
    """The text with every hit replaced by its masked form, for a message."""
    parts = []
    done = 0
    for hit in scan(text):
        parts += [text[done : hit.start], hit.masked]
        done = hit.end
    return "".join([*parts, text[done:]])


_ENCODED = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{120,}={0,2}")


def unreadable(text: str) -> tuple[tuple[int, int], ...]:
    """Long runs of encoded text (a file pasted as base64), which nobody, and no detector, can check."""
    return tuple(match.span() for match in _ENCODED.finditer(text))
