"""What counts as personal data here, and one place in a text where it stands."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

STARS = "*****"


class PersonalData(StrEnum):
    """The kinds that are looked for. A name by itself cannot be found by patterns: people review."""

    NHS_NUMBER = "nhs-number"
    UPN = "upn"
    ULN = "uln"
    NATIONAL_INSURANCE = "national-insurance-number"
    CASE_NUMBER = "case-number"
    DATE_OF_BIRTH = "date-of-birth"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    REGISTRATION = "registration"
    COURT_CASE = "court-case-number"
    COORDINATES = "coordinates"
    HANDLE = "handle"
    BANK_DETAILS = "bank-details"
    NAME = "name"
    RELATION = "relation"
    NAME_AND_AGE = "name-and-age"
    INITIALS_AND_AGE = "initials-and-age"

    @property
    def words(self) -> str:
        """The kind as a reader would say it."""
        return _WORDS[self]


_WORDS = {
    PersonalData.NHS_NUMBER: "NHS number",
    PersonalData.UPN: "unique pupil number",
    PersonalData.ULN: "unique learner number",
    PersonalData.NATIONAL_INSURANCE: "National Insurance number",
    PersonalData.CASE_NUMBER: "case number",
    PersonalData.DATE_OF_BIRTH: "date of birth",
    PersonalData.EMAIL: "personal e-mail address",
    PersonalData.PHONE: "telephone number",
    PersonalData.POSTCODE: "full postcode",
    PersonalData.ADDRESS: "street address",
    PersonalData.REGISTRATION: "registration of a vehicle or a professional",
    PersonalData.COURT_CASE: "court case number",
    PersonalData.COORDINATES: "coordinates of a place",
    PersonalData.HANDLE: "name on social media",
    PersonalData.BANK_DETAILS: "bank details",
    PersonalData.NAME: "title with a name",
    PersonalData.RELATION: "relation of a named person",
    PersonalData.NAME_AND_AGE: "name with an age",
    PersonalData.INITIALS_AND_AGE: "initials with an age",
}

# Where the first character helps a reader to find the place and leaves ten thousand others possible.
_SHOWN_FIRST = frozenset(
    {
        PersonalData.NHS_NUMBER,
        PersonalData.UPN,
        PersonalData.ULN,
        PersonalData.NATIONAL_INSURANCE,
    }
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in a text that holds personal data. The value itself is not kept."""

    kind: PersonalData
    start: int  # code points in the text as it was given
    end: int
    masked: str  # "NHS number 9*****": stars of one width whatever the value, so that its length is not told
    fingerprint: str  # of the kind and the value; see `fingerprint`
    sure: bool  # a check digit, or a word beside it that says what it is


def masked(kind: PersonalData, value: str) -> str:
    """What a message shows instead of the value."""
    first = value.lstrip()[:1].upper() if kind in _SHOWN_FIRST else ""
    return f"{kind.words} {first}{STARS}"


def fingerprint(kind: PersonalData, value: str) -> str:
    """SHA-256 over the kind and the letters and figures of the value, for an allow-list.

    It tells one value from another and is no protection: whoever has it can try all the ten-digit numbers
    in an afternoon. An allow-list therefore names a value that is public anyway as it is, and keeps a
    fingerprint for the rest; a fingerprint of a real value is treated as the value itself.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKC", value).casefold() if c.isalnum() or c == "@")
    return hashlib.sha256(f"lif privacy 1\0{kind.value}\0{plain}".encode()).hexdigest()
