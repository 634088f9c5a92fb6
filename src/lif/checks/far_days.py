"""Days that lie too far off to be meant, wherever they stand in a record of what is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel

from lif.checks.finding import Finding, check
from lif.diagnostics import Severity
from lif.records.kinds import KINDS
from lif.records.problems import FieldPath
from lif.records.reading import models_in
from lif.register import Register

_EARLIEST = date(1980, 1, 1)
_YEARS_AHEAD = 10

Shape = tuple[tuple[str, ...], tuple[tuple[str, bool], ...]]


@check("D114", Severity.WARNING)
def day_far_off(register: Register, as_at: date) -> Iterator[Finding]:
    """A date in the life of a record lies before 1980, or more than ten years ahead.

    Why:
        A digit of the year was probably mistyped: 2052 for 2025, 0205 for 2025.
    Fails:
        due: 2052-03-31
    Mend:
        Correct the year.
    Source:
        Experience of typing dates.
    """
    latest = date(min(as_at.year + _YEARS_AHEAD, 9999), 12, 31)
    for kind in KINDS:
        if kind.folder.startswith("data/"):
            for record in register.all(kind):
                for path, day in _days(record, ()):
                    if day > latest or day < _EARLIEST:
                        message = f"the year {day.year} is far off"
                        yield Finding(record.id, path, message, "was a digit of the year mistyped?")


def _days(model: BaseModel, path: FieldPath) -> Iterator[tuple[FieldPath, date]]:
    """Every day that stands in a record, with its place."""
    days, parts = _shape(type(model))
    values = model.__dict__
    for name in days:
        if (day := values[name]) is not None:
            yield (*path, name), day
    for name, many in parts:
        if value := values[name]:
            for index, part in enumerate(value if many else (value,)):
                yield from _days(part, (*path, name, index) if many else (*path, name))


@cache
def _shape(model: type[BaseModel]) -> Shape:
    """The fields of a model that hold a day, and those that hold models with days."""
    days, parts = [], []
    for name, info in model.model_fields.items():
        if _is_day(info.annotation):
            days.append(name)
            continue
        inner = next(models_in(info.annotation), None)
        if inner is not None and any(_shape(inner)):
            parts.append((name, getattr(info.annotation, "__origin__", None) is tuple))
    return tuple(days), tuple(parts)


def _is_day(annotation: Any) -> bool:
    return annotation is date or any(_is_day(one) for one in getattr(annotation, "__args__", ()))


FAR_DAYS = (day_far_off,)
