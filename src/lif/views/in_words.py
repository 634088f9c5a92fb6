"""Records named in a sentence with what matters about each: the first few by name, the rest counted."""

from __future__ import annotations

from collections.abc import Sequence

from lif.views.sentences import quoted

MOST = 3
"""So many are named; a reader who is asked about more looks at the table."""


def few(names: Sequence[str], most: int = MOST) -> str:
    """`“A” (x, y); “B” (z); and 3 more`: names that hold commas themselves, and how many others there are."""
    rest = len(names) - most
    return "; ".join(names if rest <= 1 else [*names[:most], f"and {rest} more"])


def known_by(title: str, *facts: str) -> str:
    """`“A title” (its owner, 3 days)`."""
    said = ", ".join(filter(None, facts))
    return quoted(title) + (f" ({said})" if said else "")


def days(count: int) -> str:
    """`1 day`, `1,200 days`."""
    return f"{count:,} day" if count == 1 else f"{count:,} days"
