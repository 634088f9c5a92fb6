"""What pages of the site are made of, as plain data: words with links, facts, tables, lists and panels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from lif.calendars import long_date

Weight = Literal["plain", "quiet", "strong", "prose", "day", "sign", "web"]
"""How words stand: plainly, softly, strongly, as paragraphs, unbroken, beside a sign, as an address."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a page, or to a place in it: its path from the top of the site, and what readers call it."""

    path: str
    name: str
    kind: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One value in words, with what it leads to; `sign` is the key of the picture that stands beside it."""

    text: str
    ref: Ref | None = None
    weight: Weight = "plain"
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field that says something: its label and its values."""

    label: str
    values: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `anchor` is the id under which others point at it, or nothing."""

    cells: tuple[tuple[Words, ...], ...]
    anchor: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under a heading of their own, or under none."""

    name: str
    rows: tuple[Row, ...]
    anchor: str = ""


Columns = tuple[tuple[str, bool], ...]
"""The columns of a table: the label of each, and whether it holds numbers."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it holds, its columns, and its rows in groups."""

    caption: str
    columns: Columns
    groups: tuple[Rows, ...]

    @property
    def illustrative(self) -> bool:
        """Whether every row is an example, so that it can be said once."""
        rows = [row for group in self.groups for row in group.rows]
        return len(rows) > 1 and all(row.illustrative for row in rows)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a record: its heading, where others point at it, its words, and its further parts."""

    title: str
    anchor: str
    lead: tuple[Words, ...]
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """The parts of one field under a heading, as a table or one after the other."""

    title: str
    table: Table | None = None
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list: a link, what is said beside it, and whether either is an example."""

    ref: Ref
    note: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Kin:
    """Records of one kind that have to do with this one; `many` says that they are folded away."""

    title: str
    entries: tuple[Listed, ...]
    many: bool = False

    @property
    def illustrative(self) -> bool:
        """Whether every one is an example, so that it can be said once."""
        return len(self.entries) > 1 and all(each.illustrative for each in self.entries)


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a page under a heading: paragraphs, tables, lists; `nothing` is said when it is empty."""

    title: str
    anchor: str
    paragraphs: tuple[Words, ...] = ()
    tables: tuple[Table, ...] = ()
    lists: tuple[Kin, ...] = ()
    nothing: str = ""
    quiet: str = ""
    """A remark under it, such as the rule by which it was made."""


def words(*texts: str) -> tuple[Words, ...]:
    """Each text that says something, as plain words."""
    return tuple(Words(text) for text in texts if text)


def day(on: date | None) -> tuple[Words, ...]:
    """A day as readers write it, or nothing."""
    return (Words(long_date(on), weight="day"),) if on else ()


def strong(text: str) -> Words:
    """Words that a reader must not overlook."""
    return Words(text, weight="strong")


def quiet(text: str) -> Words:
    """Words beside others."""
    return Words(text, weight="quiet")


def softly(*texts: str) -> tuple[Words, ...]:
    """Each text that says something, as words beside others."""
    return tuple(quiet(text) for text in texts if text)


def table(caption: str, columns: Columns, rows: Iterable[Row]) -> tuple[Table, ...]:
    """A table of these rows, or none where there are no rows."""
    found = tuple(rows)
    return (Table(caption, columns, (Rows("", found),)),) if found else ()


def prose(text: str | None) -> tuple[Words, ...]:
    """Paragraphs as somebody wrote them, or nothing."""
    return (Words(text.strip(), weight="prose"),) if text and text.strip() else ()


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one sort of record beyond its fields, and which fields it has told already.

    `lead` opens the page; `facts` stand before the record's own.
    """

    lead: tuple[Words, ...] = ()
    facts: tuple[Fact, ...] = ()
    panels: tuple[Panel, ...] = ()
    fields: frozenset[str] = frozenset()


def refs_in(part: object) -> Iterator[Ref]:
    """Every link in a part of a page, or in several, in no order that counts."""
    waiting: list[Any] = [part]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Ref):
            yield here
        elif isinstance(here, tuple):
            waiting.extend(here)
        else:
            kind: Any = type(here)
            waiting.extend(getattr(here, name) for name in _parts_of(kind))


@cache
def _parts_of(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass; nothing else has parts."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
