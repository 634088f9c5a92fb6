"""How long a text takes: its words counted, and the minutes they take to read aloud or to oneself."""

from __future__ import annotations

import re
from collections.abc import Iterable

ALOUD = 130
"""Words a minute of somebody who reads aloud to a team without haste."""
SILENT = 230
"""Words a minute of an adult who reads plain prose to themselves, rounded down from studies of reading."""
_LETTER = re.compile(r"\w")


def count(text: str) -> int:
    """How many words there are: runs without a space that hold a letter or a digit; a dash alone is none."""
    return sum(1 for run in text.split() if _LETTER.search(run))


def count_all(texts: Iterable[str]) -> int:
    """The words of several texts together."""
    return sum(count(text) for text in texts)


def minutes(words: int, pace: int) -> int:
    """Whole minutes that so many words take, a begun one counted; at least one."""
    return max(1, -(-words // pace))
