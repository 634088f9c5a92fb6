"""What is wrong, where, and how to put it right: places, severities, codes and diagnostics as values."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, ParamSpec, TypeVar


class CannotGoOn(Exception):  # noqa: N818 - named for what it means
    """What was given cannot be worked with; the message says what, and what to do, in words for its giver.

    For what lies outside the records: a template, a base document, a package that is not installed. What is
    wrong in records is a `Diagnostic`.
    """


class Severity(StrEnum):
    """How bad it is: an error stops papers being made, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: path with `/` relative to the workspace, line and column from 1 in code points."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, in words for a business manager: what is there, what was expected, what to do."""

    location: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    record: str = ""
    field: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str]:
        """By place, then code, then words: the order in which everything prints diagnostics."""
        return (
            self.location.path,
            self.location.line,
            self.location.column,
            self.code,
            self.field,
            self.message,
        )


SEAL = "\ufdd0"
"""Stands behind words of a record on their way out (`lif.records.words`); no file or screen is given it.

Unicode keeps this character for use inside of programs, and no record can hold it (R207).
"""


def unsealed(text: str) -> str:
    """The text without seals: what a reader is given."""
    return text.replace(SEAL, "")


def beginning(text: str, most: int) -> str:
    """The text, or its beginning, with at most so many characters that are read: seals are none."""
    found = text[:most]
    while len(found) < len(text) and len(unsealed(found)) < most:
        found = text[: len(found) + 1]
    return found


def visible(text: str) -> str:
    """The text on one line, with every character that does not print shown as `<U+XXXX>`; a seal stays."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == SEAL else f"<U+{ord(c):04X}>" for c in text)


def line(diagnostic: Diagnostic) -> str:
    """One diagnostic as editors and terminals can open it: `path:line:col: error L101 message (hint)`.

    A character that does not print (a line end, an escape, a change of direction) is shown by its number, so
    that no file can write to a terminal or a log through a message.
    """
    d = diagnostic
    hint = f" ({d.hint})" if d.hint else ""
    return visible(f"{d.location}: {d.severity.value} {d.code} {d.message}{hint}")


P = ParamSpec("P")
R = TypeVar("R")

_HEADINGS = ("Why", "Fails", "Mend", "Source")
_SECTION = re.compile(r"^(" + "|".join(_HEADINGS) + r"):[ \t]*\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts of what `lif explain` prints for a code."""

    what: str
    why: str
    fails: str
    mend: str
    source: str


@dataclass(frozen=True, slots=True)
class Code(Generic[P, R]):
    """A documented function that finds or words one kind of problem, under a number that never changes.

    The function's name is the thing found (`duplicate_key`), its docstring is what `lif explain` prints.
    """

    number: str
    severity: Severity
    function: Callable[P, R]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.function(*args, **kwargs)

    @property
    def name(self) -> str:
        """The function's name with hyphens: `duplicate-key`."""
        return self.function.__name__.replace("_", "-")

    def explain(self) -> Explanation:
        """The docstring taken apart at its headings `Why:`, `Fails:`, `Mend:` and `Source:`.

        Raises ValueError when a heading is missing: an undocumented code is a bug, and a test finds it.
        """
        pieces = _SECTION.split(inspect.getdoc(self.function) or "")
        found = {
            name: text.strip("\n").rstrip() for name, text in zip(pieces[1::2], pieces[2::2], strict=True)
        }
        missing = [name for name in _HEADINGS if not found.get(name)]
        if missing or not pieces[0].strip():
            raise ValueError(
                f"{self.number} ({self.name}) lacks {', '.join(missing) or 'its first sentence'}"
            )
        return Explanation(pieces[0].strip(), found["Why"], found["Fails"], found["Mend"], found["Source"])


def coded(number: str, severity: Severity = Severity.ERROR) -> Callable[[Callable[P, R]], Code[P, R]]:
    """Decorator that turns a documented function into a `Code`."""

    def wrap(function: Callable[P, R]) -> Code[P, R]:
        return Code(number, severity, function)

    return wrap


AnyCode = Code[Any, Any]
