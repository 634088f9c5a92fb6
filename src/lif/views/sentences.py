"""Names and counts as they stand in a sentence, where a paper asks its reader for something."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 4
"""A sentence names so many; of more it says how many more there are."""


def named(words: Iterable[str], most: int = MOST_NAMED) -> str:
    """`A`, `A and B`, `A, B and C`, `A, B, C and 5 more`; each once, in the order given."""
    found = list(dict.fromkeys(words))
    if len(found) > most:
        found = [*found[: most - 1], f"{len(found) - most + 1} more"]
    return " and ".join(filter(None, (", ".join(found[:-1]), *found[-1:])))


def quoted(title: str) -> str:
    """A title inside a sentence."""
    return f"“{title}”"


def within(name: str) -> str:
    """A name in the middle of a sentence: `quality assurance group`, `chair of the Neglect Group`.

    `Quality Assurance Group`, `Learning and Improvement Group` and `ICB lead` are written as names, and keep
    their first letter.
    """
    first, _, rest = name.partition(" ")
    following = next((word for word in rest.split() if word not in ("and", "&")), "")
    written_so = following[:1].isupper() or first[1:2].isupper()
    return name if written_so else name[:1].lower() + name[1:]


def sentence(words: str) -> str:
    """The words with one full stop at their end, whatever they end in."""
    return words.rstrip().rstrip(".") + "." if words.strip() else ""


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
