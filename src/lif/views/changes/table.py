"""What changed as a listing: what happened to what, from, to, why, who agreed, and what brought it."""

from __future__ import annotations

from collections.abc import Iterable

from lif.views.changes.line import ChangeLine
from lif.views.listing import Column, Listing, listed

_COLUMNS = (
    Column("on", "on"),
    Column("what", "what happened", wraps=True),
    Column("name", "to what", wraps=True),
    Column("record", "id", under="name"),
    Column("was", "from", wraps=True),
    Column("now", "to", wraps=True),
    Column("why", "why", wraps=True),
    Column("agreed_by", "who agreed", wraps=True),
    Column("commit", "commit", under="on"),
    Column("committed", "came in on", under="on", as_line="in {}"),
    Column("illustrative", "example", under="name", as_line="illustrative"),
)


def changes_table(lines: Iterable[ChangeLine]) -> Listing:
    """The changes as rows, in the order given."""
    return listed("change", _COLUMNS, lines, ChangeLine)
