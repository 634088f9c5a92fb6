"""Listings in a board's own words: headings, and what cells say that no record wrote."""

from __future__ import annotations

from dataclasses import replace

from lif.records.words import Words
from lif.views.listing import Cell, Listing

_AS_TYPED = frozenset({"id", "kind", "plural", "folder", "path", "address", "field", "code"})
"""Columns whose words are typed in commands and written in records."""

_TIERS = {"leadership": "leadership_board", "operational": "operational_board", "subgroup": "subgroup"}
"""What the tiers of groups are called."""


def in_words(listing: Listing, words: Words) -> Listing:
    """The listing as its board would say it; what records say in it must be sealed."""
    if not words:
        return listing
    columns = tuple(
        replace(column, title=words.spoken(column.title), as_line=words.spoken(column.as_line))
        for column in listing.columns
    )
    rows = tuple(
        {key: _tier(cell, words) if key == "tier" else _said(key, cell, words) for key, cell in row.items()}
        for row in listing.rows
    )
    return replace(listing, columns=columns, rows=rows)


def _said(key: str, cell: Cell, words: Words) -> Cell:
    if key in _AS_TYPED:
        return cell
    if isinstance(cell, str):
        return words.plain(cell)
    return tuple(words.plain(one) for one in cell) if isinstance(cell, tuple) else cell


def _tier(cell: Cell, words: Words) -> Cell:
    """The tier of a group by the word for a group of it, where the board has one of its own."""
    term = _TIERS.get(str(cell))
    return words.named(term)[0] if term in dict.fromkeys(each[0] for each in words.called) else cell
