"""Every detector asked, each of the stretches of a text that can hold what it looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lif.privacy import (
    ages,
    banking,
    births,
    contacts,
    coordinates,
    encoded,
    handles,
    numbers,
    people,
    places,
    proceedings,
    registrations,
)
from lif.privacy.found import Detector, Found
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
    coordinates.coordinates,
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
    coordinates.three_words,
    ages.said,
    ages.in_words,
    ages.old,
)
_FIGURE = re.compile("[0-9]")
_FIGURES = re.compile("[0-9](?:[^0-9]{0,300}+[0-9])*+")


def everything(text: str, encoded_too: bool = True) -> Iterator[Found]:
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
        for one in everything(normalise(plain).text, encoded_too=False):
            yield Found(one.kind, begin, stop, sure=False)
