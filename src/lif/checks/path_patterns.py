"""Patterns of paths, as people write them: `*` within a name, `**` over folders."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECES = re.compile(r"\*\*/?|\*|\?|[^*?]+")
MOST_STARS = 6


def matches(pattern: str, path: str) -> bool:
    """Whether the path is the one meant: `tests/**` means all below tests, `docs/*.md` the pages in docs."""
    return _compiled(pattern.strip("/")).fullmatch(path) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as an expression whose time is bounded: a pattern of too many stars fits nothing."""
    pieces = _PIECES.findall(re.sub(r"\*{3,}", "**", pattern))
    if sum("*" in piece for piece in pieces) > MOST_STARS:
        return re.compile(r"(?!)")
    return re.compile("".join(_expression(piece) for piece in pieces), re.DOTALL)


def _expression(piece: str) -> str:
    return {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(piece) or re.escape(piece)
