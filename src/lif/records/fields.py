"""The kinds of value a field can hold, each read from the text in the file by one strict pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

TEXT_PATTERN = r"\S"
LINE_PATTERN = r"^[^\n]*[^\s][^\n]*$"
ADDRESS_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$"
ID_PATTERN = r"^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$"
_ID = re.compile(ID_PATTERN)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN_ENDED = re.compile(r"on-?\s?going|continuous|asap|immediate(?:ly)?|tb[acd]|as required", re.IGNORECASE)
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
_QUANTITY = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.[0-9]{1,8})?")
_WINDOWS_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)
_SITE_RESERVED = frozenset(["index", "git"])
_RESERVED = _WINDOWS_RESERVED | _SITE_RESERVED


def _text(value: Any) -> str:
    """The text itself; a missing value or a list in its place is refused with a reason."""
    if value is None:
        raise PydanticCustomError("no_value", "there is no value here")
    if not isinstance(value, str):
        raise PydanticCustomError("not_text", "expected text", {"found": type(value).__name__})
    if not value.strip():
        raise PydanticCustomError("no_value", "there is no value here")
    return value


def _line(value: Any) -> str:
    text = _text(value)
    if "\n" in text:
        raise PydanticCustomError("not_one_line", "expected one line of text")
    return text


def id_fault(text: str) -> str:
    """Why `text` cannot be an id, in plain words; empty when it can (decision 4)."""
    if len(text) <= 80 and _ID.fullmatch(text) and text not in _RESERVED:
        return ""
    if len(text) > 80:
        return f"it has {len(text)} characters, and 80 is the most"
    if text in _WINDOWS_RESERVED:
        return "Windows keeps that name for itself"
    if text in _SITE_RESERVED:
        return "that name is kept for the site's own pages"
    odd = next((c for c in text if not (c.isascii() and (c.islower() or c.isdigit() or c == "-"))), None)
    if odd is not None:
        shown = f"'{odd}'" if odd.isascii() and odd.isprintable() else f"U+{ord(odd):04X}"
        return f"it holds {shown}; ids are lower-case letters a to z, digits and single hyphens"
    if not _ID.fullmatch(text):
        return "it needs at least one letter, and single hyphens only between words"
    return ""


def _identifier(value: Any) -> str:
    text = _line(value)
    if fault := id_fault(text):
        raise PydanticCustomError("not_an_id", "{fault}", {"fault": fault})
    return text


def _date(value: Any) -> date:
    text = _line(value)
    if not _DATE.fullmatch(text):
        raise PydanticCustomError("not_a_date", "{advice}", {"advice": _date_advice(text)})
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("not_a_date", "{advice}", {"advice": "there is no such day"}) from None


def _date_advice(text: str) -> str:
    """What to write instead, when the text can be read as one day only."""
    if uk := re.fullmatch(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})", text):
        day, month, year = uk.groups()
        return f"write the year first, as in {year}-{int(month):02d}-{int(day):02d}"
    digits = re.sub(r"[^0-9]+", "-", text) if text.isascii() or re.search("[–—−‐‑]", text) else ""
    if short := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", digits):
        year, month, day = short.groups()
        return f"write {year}-{int(month):02d}-{int(day):02d}"
    if _OPEN_ENDED.fullmatch(text):
        return "agree on a day, as in 2026-01-05; it can be changed later, with the reason"
    if re.fullmatch(r"[0-9]{8}", text) and text.isascii():
        return f"write {text[:4]}-{text[4:6]}-{text[6:]}"
    return "dates are written year-month-day, as in 2026-01-05"


def _time(value: Any) -> time:
    text = _line(value)
    if not _TIME.fullmatch(text):
        advice = "a time of day is written with four digits, as in 09:30 or 17:05"
        raise PydanticCustomError("not_a_time", "{advice}", {"advice": advice})
    return time.fromisoformat(text)


def _score(value: Any) -> int:
    text = _line(value)
    if text not in ("1", "2", "3", "4", "5"):
        raise PydanticCustomError("not_a_score", "{advice}", {"advice": "write a number from 1 to 5"})
    return int(text)


def _count(value: Any) -> int:
    text = _line(value)
    if not _COUNT.fullmatch(text):
        plain = re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+", text)
        digits = text.replace(",", "")
        advice = f"write {digits}" if plain else "write digits only, as in 0 or 5000"
        if digits.isdigit() and digits.isascii() and len(digits) > 9:
            advice = "it is out of range: 999,999,999 is the most"
        raise PydanticCustomError("not_a_count", "{advice}", {"advice": advice})
    return int(text)


def _quantity(value: Any) -> Decimal:
    text = _line(value)
    if not _QUANTITY.fullmatch(text):
        advice = "write a plain decimal, as in 12.5, with no sign but minus, no comma, no % and no exponent"
        if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", text):
            advice = f"write {text.replace(',', '')}"
        raise PydanticCustomError("not_a_quantity", "{advice}", {"advice": advice})
    return Decimal(text)


def _flag(value: Any) -> bool:
    text = _line(value)
    if text not in ("true", "false"):
        raise PydanticCustomError("not_a_flag", "expected true or false")
    return text == "true"


def _period(value: Any) -> str:
    from lif.calendars import parse_period

    text = _line(value)
    try:
        parse_period(text)
    except ValueError as fault:
        advice = str(fault).removeprefix(f"{text!r} is not a period: ")  # the value is not repeated
        raise PydanticCustomError("not_a_period", "{advice}", {"advice": advice}) from None
    return text


def _quarter(value: Any) -> str:
    text = _period(value)
    if "-Q" not in text:
        advice = "a quarter is written as in 2025-26-Q2"
        raise PydanticCustomError("not_a_period", "{advice}", {"advice": advice})
    return text


@dataclass(frozen=True, slots=True)
class OneLine:
    """Marks a field whose value must stand on one line of the file."""


_SOME_TEXT = WithJsonSchema({"type": "string", "minLength": 1})
Text = Annotated[str, StringConstraints(strict=True, pattern=TEXT_PATTERN), _SOME_TEXT]
Line = Annotated[str, StringConstraints(strict=True, pattern=LINE_PATTERN), OneLine(), _SOME_TEXT]
Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    WithJsonSchema({"type": "string", "pattern": ID_PATTERN, "maxLength": 80}),
]
Date = Annotated[date, BeforeValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
TimeOfDay = Annotated[
    time,
    BeforeValidator(_time),
    WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}),
]
Score = Annotated[
    int, BeforeValidator(_score), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 5})
]
Count = Annotated[
    int, BeforeValidator(_count), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 999_999_999})
]
Quantity = Annotated[Decimal, BeforeValidator(_quantity), WithJsonSchema({"type": "number"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
PeriodText = Annotated[
    str,
    BeforeValidator(_period),
    WithJsonSchema({"type": ["string", "integer"], "examples": ["2024-25-Q3", "2024-25", "2025-03-31"]}),
]
QuarterText = Annotated[
    str,
    BeforeValidator(_quarter),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-Q[1-4]$"}),
]


@dataclass(frozen=True, slots=True)
class Link:
    """Marks a field as pointing at records of some kinds, or at items inside them.

    `item` says whether the address may end in `/item-id`: `no`, `may` or `must`. No kinds means any kind.
    """

    kinds: tuple[str, ...]
    item: Literal["no", "may", "must"] = "no"


AddressText = StringConstraints(strict=True, pattern=ADDRESS_PATTERN, max_length=161)
_ADDRESS_SCHEMA = WithJsonSchema(
    {"type": "string", "pattern": r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?$"}
)

ToAction = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("action",))]
ToAgency = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("agency",))]
ToArea = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("area",))]
ToAudit = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("audit",))]
ToAuditTool = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("audit-tool",))]
ToBenchmark = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("benchmark",))]
ToBoard = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("board",))]
ToCourse = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("course",))]
ToCriterion = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("audit-tool",), "must")]
ToDisclosureProfile = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("disclosure-profile",))]
ToDocument = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("document",))]
ToDuty = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("duty",))]
ToEdition = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("edition",))]
ToElementItem = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("element", "board"), "may")]
ToEvidence = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("evidence",))]
ToGroup = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("group",))]
ToIncident = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("incident",))]
ToIndicator = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("indicator",))]
ToLearning = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("learning", "good-practice"))]
ToLearningRoute = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("element",), "must")]
ToMeasure = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("indicator",), "must")]
ToMeeting = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("meeting",))]
ToNeighbourSet = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("neighbour-set",))]
ToPriority = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("priority",))]
ToPublication = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("publication",))]
ToQuestion = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("question",))]
ToReview = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("review",))]
ToRole = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("role",))]
ToSection11Question = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("section11-standard",), "must")]
ToSession = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("training-session",))]
ToSource = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("source",))]
ToStrategy = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("strategy",))]
ToTheme = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link(("theme",))]
ToAny = Annotated[str, AddressText, _ADDRESS_SCHEMA, Link((), "may")]
