"""Everything as tables: for the board as it was known on the day, for the public what it may read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from lif.exchange.tables.computed import (
    ABOUT,
    EVERYWHERE,
    LINKS,
    OWED,
    about_row,
    address_rows,
    owed_rows,
    standing,
    with_standings,
)
from lif.exchange.tables.deriving import Level, level_of
from lif.exchange.tables.figures import BOARDS, PUBLIC, figure_rows, public_rows
from lif.exchange.tables.filling import CITES, Found, linked
from lif.exchange.tables.shape import About, Export, Row, Table
from lif.measures.series import Figures
from lif.publishing.told import ALWAYS, may_read
from lif.records.kinds import KINDS
from lif.records.links import survey
from lif.records.record import Record
from lif.register import Register
from lif.views.as_known import as_known
from lif.views.listing import known_by

if TYPE_CHECKING:
    from pydantic import BaseModel

    from lif.publishing import PublicSet


@cache
def board_levels() -> Mapping[type[Record], Level]:
    """The tables of each kind as the board has them."""
    return {kind: with_standings(level_of(kind), kind) for kind in KINDS}


@cache
def public_levels() -> Mapping[type[Record], Level]:
    """The tables of each kind that the public may read of, with the columns that it may read."""
    return {kind: level_of(kind, _for_public) for kind in KINDS if may_read(kind)}


def _for_public(model: type[BaseModel]) -> tuple[str, ...]:
    fields = may_read(model)
    return (*fields, *ALWAYS) if fields else ()


def tables(audience: str) -> tuple[Table, ...]:
    """Every table that an audience is given, whether it has rows or not."""
    levels = board_levels() if audience == "board" else public_levels()
    of_kinds = tuple(table for level in levels.values() for table in level.all())
    if audience == "board":
        found = (ABOUT, BOARDS, OWED, *of_kinds, CITES, LINKS, EVERYWHERE)
    else:
        found = (ABOUT, PUBLIC, *of_kinds, CITES, EVERYWHERE)
    return tuple(one.among(each.name for each in found) for one in found)


def board_export(register: Register, figures: Figures, about: About) -> Export:
    """Everything as the board knew it on the day of the figures."""
    as_at = figures.as_at
    found = Found()
    for record in _known(register, as_at):
        kind = type(record)
        found.add(
            board_levels()[kind], record, standing(register, kind, register.record(kind, record.id), as_at)
        )
    rows: dict[str, list[Row]] = {
        **found.rows,
        ABOUT.name: [about_row(about)],
        BOARDS.name: list(figure_rows(register, figures)),
        OWED.name: list(owed_rows(register, as_at)),
        LINKS.name: list(_links(found)),
        EVERYWHERE.name: list(address_rows(register, found)),
    }
    filled, lost = linked(tables("board"), rows)
    return Export(about, filled, dict(sorted(lost.items())))


def public_export(made: PublicSet, about: About) -> Export:
    """What a public set holds, and nothing else: no column of what the public may not read is there."""
    from lif.exchange.published import open_cells

    found = Found()
    for entry in made.register.entries.values():
        found.add(public_levels()[type(entry.record)], entry.record)
    rows: dict[str, list[Row]] = {
        **found.rows,
        ABOUT.name: [about_row(about)],
        PUBLIC.name: list(public_rows(open_cells(made), made.figures)),
        EVERYWHERE.name: list(address_rows(made.register, found)),
    }
    filled, lost = linked(tables("public"), rows)
    return Export(about, filled, dict(sorted(lost.items())))


def _known(register: Register, as_at: date) -> Iterator[Record]:
    """Every record that its readers knew on the day, as they knew it."""
    for entry in register.entries.values():
        if known_by(entry.record, as_at):
            yield as_known(register, entry.record, as_at)


def _links(found: Found) -> Iterator[Row]:
    """The links of every record, in the order of its fields."""
    for record, thing, _ in found.addresses.values():
        if thing is record:
            for place, tie in enumerate(survey(record, record.id).ties, start=1):
                name = ".".join(str(one) for one in tie.path if isinstance(one, str))
                yield (record.id, place, record.kind, name, tie.target)
