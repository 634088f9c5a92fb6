"""What a check finds, and the decorator that gives a check its code and severity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from lif.diagnostics import Code, Severity
from lif.records.problems import FieldPath
from lif.register import Register


@dataclass(frozen=True, slots=True)
class Finding:
    """Who, which field, what, and what to do; the runner adds code, severity and place.

    `row` is the number of the line in the CSV beside a published series, when the finding is about a figure
    that stands there; `inside` that of the character in a text, from 0, at which a sentence begins.
    """

    record: str
    path: FieldPath
    message: str
    hint: str = ""
    at_key: bool = False
    row: int | None = None
    inside: int | None = None


Check = Code[[Register, date], Iterator[Finding]]


def check(
    number: str, severity: Severity = Severity.ERROR
) -> Callable[[Callable[[Register, date], Iterator[Finding]]], Check]:
    """Makes a documented generator of findings into a check with that code and severity."""

    def wrap(function: Callable[[Register, date], Iterator[Finding]]) -> Check:
        return Code(number, severity, function)

    return wrap
