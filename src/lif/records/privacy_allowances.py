"""What looks like personal data and may stand: which value, where, why, by whom, until when."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from lif.records.fields import Date, Line, Text, ToRole
from lif.records.record import Record

FINGERPRINT = r"^[0-9a-f]{16,64}$"


class PrivacyAllowance(Record):
    """A value that looks like personal data, and that somebody has looked at and lets stand."""

    kind: ClassVar[str] = "privacy-allowance"
    plural: ClassVar[str] = "privacy-allowances"
    folder: ClassVar[str] = "framework/privacy-allowances"
    brief: ClassVar[tuple[str, ...]] = ("sort", "where", "accepted_by", "until")

    sort: Literal[
        "nhs-number",
        "upn",
        "uln",
        "national-insurance-number",
        "case-number",
        "date-of-birth",
        "email",
        "phone",
        "postcode",
        "address",
        "registration",
        "court-case-number",
        "coordinates",
        "handle",
        "bank-details",
        "name",
        "relation",
        "name-and-age",
        "initials-and-age",
        "encoded-text",
    ] = Field(description="What lif takes it for, in the word that lif privacy scan --fingerprints prints.")
    value: Line | None = Field(
        default=None, description="The value itself, where it is public anyway: the number of an office."
    )
    fingerprint: Annotated[Line, StringConstraints(pattern=FINGERPRINT)] | None = Field(
        default=None,
        description="In its place what lif privacy scan --fingerprints prints, for what only looks like it.",
    )
    where: tuple[Line, ...] = Field(
        default=(),
        description="Paths it may stand in, with * and **, or ids of records; none named means everywhere.",
    )
    reason: Text = Field(description="Why it is no personal data, or is public anyway.")
    accepted_by: ToRole = Field(description="The role that looked at it and lets it stand.")
    accepted_on: Date = Field(description="When.")
    until: Date = Field(description="The last day it holds; after that somebody has to look again.")
