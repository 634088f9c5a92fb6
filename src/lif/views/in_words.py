"""Records named in a sentence: the first few by name, the rest counted; and counts of days."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 3
"""So many are named; a reader who is asked about more looks at the table."""


def few(names: Sequence[str], most: int = MOST) -> str:
    """`“A”; “B”; and 3 more`: what is asked about by name, and how many others there are."""
    rest = len(names) - most
    return "; ".join(names if rest <= 1 else [*names[:most], f"and {rest} more"])


def quoted(title: str, *beside: str) -> str:
    """`“A title” (its owner, 3 days overdue)`."""
    said = ", ".join(filter(None, beside))
    return f"“{title}”" + (f" ({said})" if said else "")


def days(count: int) -> str:
    """`1 day`, `1,200 days`."""
    return f"{count:,} day" if count == 1 else f"{count:,} days"
