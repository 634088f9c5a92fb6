"""The short way to `lif validate`, which runs on every commit: its plain options without the library.

The library that reads the other commands costs a third of the time of a small validation. What is not
plain here (an unknown option, a missing value, a call for help) is left to it, with its words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Validation:
    """What `lif validate` was asked."""

    format: str = "text"
    strict: bool = False
    root: str | None = None
    as_at: str | None = None
    out: str | None = None
    quiet: bool = False
    no_color: bool = False


_FLAGS = {"--strict": "strict", "--quiet": "quiet", "--no-color": "no_color"}
_VALUES = {"--format": "format", "--root": "root", "--as-at": "as_at", "--out": "out"}


def validation(words: list[str]) -> Validation | None:
    """What the words after `validate` ask, or None when they are not all plain options."""
    asked: dict[str, str | bool] = {}
    waiting = iter(words)
    for word in waiting:
        name, equals, value = word.partition("=")
        if word in _FLAGS:
            asked[_FLAGS[word]] = True
        elif name in _VALUES and equals:
            asked[_VALUES[name]] = value
        elif word in _VALUES:
            following = next(waiting, "-")
            if following.startswith("-"):
                return None
            asked[_VALUES[word]] = following
        else:
            return None
    return Validation(**asked)  # type: ignore[arg-type]  # names and sorts are those of the two tables
