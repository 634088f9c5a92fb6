"""Where a text holds personal data: every detector asked, the more certain kind kept where two meet."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from lif.privacy import (
    ages,
    banking,
    births,
    contacts,
    encoded,
    handles,
    numbers,
    people,
    places,
    proceedings,
    registrations,
)
from lif.privacy.found import Detector, Found
from lif.privacy.kinds import Hit, PersonalData, fingerprint, masked
from lif.privacy.normalising import normalise

# Asked only where a line, or one beside it, holds a figure.
_WITH_FIGURES: tuple[Detector, ...] = (
    numbers.ten_digits,
    numbers.pupils,
    numbers.national_insurance,
    proceedings.case_numbers,
    proceedings.court_cases,
    registrations.vehicles,
    banking.bank_details,
    contacts.phones,
    places.postcodes,
    places.addresses,
    places.coordinates,
    ages.in_brackets,
    ages.plainly,
)
# Asked of a whole text that holds a figure, since they begin with a word.
_NAMED: tuple[Detector, ...] = (
    banking.named_bank_details,
    proceedings.named_court_cases,
    registrations.named_vehicles,
    registrations.professionals,
)
_WITH_AT: tuple[Detector, ...] = (contacts.mail, handles.handles)
_EVERYWHERE: tuple[Detector, ...] = (
    contacts.mail_spelt,
    births.dates_of_birth,
    handles.handles_by_platform,
    people.titles,
    people.relations,
    places.addresses_by_name,
    places.three_words,
    ages.said,
    ages.old,
)
_ORDER: dict[PersonalData, float] = {kind: place for place, kind in enumerate(PersonalData)}
_ORDER[PersonalData.COURT_CASE] = _ORDER[PersonalData.CASE_NUMBER] - 0.5  # a court's number is also a case's
_FIGURE = re.compile("[0-9]")
_FIGURES = re.compile("[0-9](?:[^0-9]{0,300}+[0-9])*+")


def scan(text: str) -> tuple[Hit, ...]:
    """Every place that holds personal data, in order; no two overlap."""
    normal = normalise(text)
    hits = []
    for one in _apart(list(_found(normal.text))):
        start, end = normal.original(one.start, one.end)
        value = normal.text[one.start : one.end]
        hits.append(
            Hit(one.kind, start, end, masked(one.kind, value), fingerprint(one.kind, value), one.sure)
        )
    return tuple(hits)


def _found(text: str, encoded_too: bool = True) -> Iterator[Found]:
    for start, end in _lines_with_figures(text):
        for detector in _WITH_FIGURES:
            yield from detector(text, start, end)
        if encoded_too:
            yield from _behind_encodings(text, start, end)
    if _FIGURE.search(text):
        for detector in _NAMED:
            yield from detector(text, 0, len(text))
    if "@" in text:
        for detector in _WITH_AT:
            yield from detector(text, 0, len(text))
    for detector in _EVERYWHERE:
        yield from detector(text, 0, len(text))


def _lines_with_figures(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of whole lines that hold figures, each with the line before and after it."""
    end = 0
    for run in _FIGURES.finditer(text):
        start = text.rfind("\n", 0, max(text.rfind("\n", 0, run.start()), 0)) + 1
        start = max(start, end)
        line = text.find("\n", run.end())
        last = text.find("\n", line + 1) if line >= 0 else -1
        end = last if last >= 0 else len(text)
        if end > start:
            yield start, end


def _behind_encodings(text: str, start: int, end: int) -> Iterator[Found]:
    for begin, stop, plain in encoded.decoded(text, start, end):
        for one in _found(normalise(plain).text, encoded_too=False):
            yield Found(one.kind, begin, stop, sure=False)


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
