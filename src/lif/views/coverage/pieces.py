"""Pieces of evidence: one record that bears on one statement, of which kind, how old, for or against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

Sort = Literal["numbers", "audit", "voice", "review", "workforce", "document", "observation"]
"""The kinds of evidence, as records of evidence name them."""
SORTS: tuple[Sort, ...] = get_args(Sort)

SORT_WORDS: dict[Sort, str] = {
    "numbers": "Numbers",
    "audit": "Audit",
    "voice": "Voice",
    "review": "Review",
    "workforce": "Workforce",
    "document": "Document",
    "observation": "Observed",
}

Leaning = Literal["for", "against", "mixed", "silent"]
"""Whether a piece supports the statement, speaks against it, says both, or does not say."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One record that bears on one statement, as one kind of evidence.

    `on` is the day the evidence dates from, `agencies` the ids of those it comes from. `from_children` is
    true where children, parents or families speak in it.
    """

    record: str
    kind: str
    name: str
    sort: Sort
    on: date
    agencies: tuple[str, ...] = ()
    leaning: Leaning = "silent"
    from_children: bool = False
    illustrative: bool = False


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """One piece a record and kind, newest first: a record that leans both ways says mixed things."""
    found: dict[tuple[str, Sort], Piece] = {}
    for piece in pieces:
        key = (piece.record, piece.sort)
        known = found.get(key)
        found[key] = piece if known is None else _both(known, piece)
    return tuple(sorted(found.values(), key=lambda piece: (-piece.on.toordinal(), piece.record, piece.sort)))


def together(leanings: Iterable[Leaning]) -> Leaning:
    """What several leanings come to: one way when all that say anything agree, else mixed."""
    said = set(leanings) - {"silent"}
    if not said:
        return "silent"
    return said.pop() if len(said) == 1 else "mixed"


def _both(one: Piece, other: Piece) -> Piece:
    return replace(
        one,
        on=max(one.on, other.on),
        agencies=tuple(dict.fromkeys((*one.agencies, *other.agencies))),
        leaning=together((one.leaning, other.leaning)),
        from_children=one.from_children or other.from_children,
        illustrative=one.illustrative or other.illustrative,
    )
