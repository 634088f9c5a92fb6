"""The detectors, thin for now: a first working slice of six kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lif.privacy.kinds import PersonalData


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of normalised text that holds personal data."""

    kind: PersonalData
    start: int
    end: int
    sure: bool = True


_NHS = re.compile(r"(?<![\w.])[1-9]\d\d([ .-]?)\d{3}\1\d{4}(?![\w])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}(?![\w])")
_MOBILE = re.compile(r"(?<![\w])(?:\+44 ?(?:\(0\) ?)?|0)7\d{3} ?\d{3} ?\d{3}(?![\w])")
_POSTCODE = re.compile(r"(?<![\w])[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![\w])")
_DOB = re.compile(
    r"(?:\bborn(?: on)?|\bDOB|\bd\.o\.b\.?|\bdate of birth)\W{1,3}(\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4})", re.I
)
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Miss)\.? [A-Z][a-z]{2,20}\b")
_ROLES = {"info", "enquiries", "safeguarding", "mash", "contact", "admin", "lado", "training"}


def nhs_numbers(text: str) -> Iterator[Found]:
    for match in _NHS.finditer(text):
        digits = [int(c) for c in match[0] if c.isdigit()]
        total = sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False))
        if (11 - total % 11) % 11 == digits[9]:
            yield Found(PersonalData.NHS_NUMBER, *match.span())


def addresses_of_mail(text: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(text):
        if match[0].partition("@")[0].lower() not in _ROLES:
            yield Found(PersonalData.EMAIL, *match.span())


def dates_of_birth(text: str) -> Iterator[Found]:
    for match in _DOB.finditer(text):
        yield Found(PersonalData.DATE_OF_BIRTH, *match.span(1))


def others(text: str) -> Iterator[Found]:
    for kind, pattern in (
        (PersonalData.PHONE, _MOBILE),
        (PersonalData.POSTCODE, _POSTCODE),
        (PersonalData.NAME, _TITLE),
    ):
        for match in pattern.finditer(text):
            yield Found(kind, *match.span())


DETECTORS: tuple[Callable[[str], Iterator[Found]], ...] = (
    nhs_numbers,
    addresses_of_mail,
    dates_of_birth,
    others,
)
