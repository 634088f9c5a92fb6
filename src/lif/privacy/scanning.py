"""Where a text holds personal data: every detector asked, the more certain kind kept where two meet."""

from __future__ import annotations

import re

from lif.privacy.detectors import DETECTORS, Found
from lif.privacy.kinds import Hit, PersonalData, fingerprint, masked
from lif.privacy.normalising import normalise

_ORDER = {kind: place for place, kind in enumerate(PersonalData)}


def scan(text: str) -> tuple[Hit, ...]:
    """Every place that holds personal data, in order; no two overlap."""
    normal = normalise(text)
    found: list[Found] = []
    for detector in DETECTORS:
        found.extend(detector(normal.text))
    hits = []
    for one in _apart(found):
        start, end = normal.original(one.start, one.end)
        value = normal.text[one.start : one.end]
        hits.append(
            Hit(one.kind, start, end, masked(one.kind, value), fingerprint(one.kind, value), one.sure)
        )
    return tuple(hits)


def _apart(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (not f.sure, _ORDER[f.kind], f.start - f.end, f.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


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
