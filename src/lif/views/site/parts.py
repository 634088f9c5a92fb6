"""The parts of a record as tables where they are short, and one after the other where they are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from lif.calendars import long_date
from lif.records.record import Item, Record
from lif.views.provenance import framework_called, framework_of
from lif.views.shown import flowing
from lif.views.site.naming import named
from lif.views.site.pieces import Block, Fact, Piece, Row, Rows, Table, Words, prose, quiet
from lif.views.site.saying import Shape, facts, said, shapes, sources
from lif.views.site.statements import BY, HOW, shown_by
from lif.views.site.world import World

MOST_COLUMNS = 6
"""A table with more is hard to read, and its rows are laid out one after the other instead."""
MOST_PROSE = 2
_FIRST = ("title", "name", "label")


def blocks(world: World, record: Record, skip: Collection[str] = ()) -> tuple[Block, ...]:
    """Every group of parts of a record, in the order of its class."""
    return tuple(_blocks(world, record.id, record, skip))


def _blocks(world: World, id_: str, model: BaseModel, skip: Collection[str] = ()) -> Iterator[Block]:
    for shape in shapes(type(model)):
        value = getattr(model, shape.name)
        if shape.sort != "part" or shape.name in skip or not value:
            continue
        parts: tuple[Any, ...] = value if shape.many else (value,)
        columns = _columns(parts) if shape.many else None
        if columns is None:
            yield Block(shape.label, pieces=tuple(_piece(world, id_, part) for part in parts))
        else:
            yield Block(shape.label, _table(world, id_, shape.label, parts, columns))


def _columns(parts: Sequence[BaseModel]) -> tuple[Shape, ...] | None:
    """The fields that any of these parts says; None where they do not fit a table."""
    used = tuple(shape for shape in shapes(type(parts[0])) if any(_says(part, shape) for part in parts))
    long = sum(shape.sort == "prose" for shape in used)
    nested = any(shape.sort == "part" for shape in used)
    return used if used and not nested and len(used) <= MOST_COLUMNS and long <= MOST_PROSE else None


def _says(part: BaseModel, shape: Shape) -> bool:
    value = getattr(part, shape.name)
    return value not in (None, (), "") and not (shape.silent and value is False)


def _table(
    world: World, id_: str, caption: str, parts: Sequence[BaseModel], columns: Sequence[Shape]
) -> Table:
    shown = [shown_by(world, f"{id_}/{part.id}") if isinstance(part, Item) else () for part in parts]
    heads = [(shape.label, shape.sort == "number") for shape in columns]
    heads += [(HOW, False), (BY, False)] if any(shown) else []
    rows = tuple(
        _row(world, id_, part, columns, more, len(heads)) for part, more in zip(parts, shown, strict=True)
    )
    return Table(caption, tuple(heads), (Rows("", rows),))


def _row(
    world: World,
    id_: str,
    part: BaseModel,
    columns: Sequence[Shape],
    shown: tuple[Fact, ...],
    wide: int,
) -> Row:
    """One part as a row; what is said of where it comes from stands under its first cell."""
    cells = [_flowing(_cell(world, id_, part, shape)) for shape in columns]
    cells[0] = (*cells[0], *_remarks(world, id_, part))
    cells += [fact.values for fact in shown]
    cells += [()] * (wide - len(cells))
    return Row(tuple(cells), anchor_of(world, id_, part))


def _cell(world: World, id_: str, part: BaseModel, shape: Shape) -> tuple[Words, ...]:
    """What a field says; of a finding that a recommendation answers its words, not its id."""
    value = getattr(part, shape.name)
    ref = world.ref(f"{id_}/{value}") if shape.name == "finding" and value else None
    return (Words(named(world.known, f"{id_}/{value}"), ref),) if ref else said(world, shape, value)


def _flowing(values: tuple[Words, ...]) -> tuple[Words, ...]:
    """Prose as one run of words, as a cell holds it."""
    return tuple(Words(flowing(one.text)) if one.weight == "prose" else one for one in values)


def _remarks(world: World, id_: str, part: BaseModel) -> tuple[Words, ...]:
    if not isinstance(part, Item):
        return ()
    retired = part.retired
    gone = (quiet(f"Retired on {long_date(retired.on)}: {flowing(retired.reason)}"),) if retired else ()
    return (*sources(world, part), *_taken_from(world, id_, part), *gone)


def _taken_from(world: World, id_: str, item: Item) -> tuple[Words, ...]:
    """The framework that an item is taken from, where the record itself stands in another place."""
    entry = world.known.entries[id_]
    if not entry.origins or world.register.get(f"{id_}/{item.id}") is None:
        return ()
    framework = framework_of(world.register, f"{id_}/{item.id}")
    where = f"From the framework {framework_called(framework)}" if framework else "The board's own"
    return (quiet(where),) if framework != entry.framework else ()


def _piece(world: World, id_: str, part: BaseModel) -> Piece:
    named = next((name for name in _FIRST if getattr(part, name, None)), "")
    shown = shown_by(world, f"{id_}/{part.id}") if isinstance(part, Item) else ()
    return Piece(
        flowing(getattr(part, named)) if named else "",
        anchor_of(world, id_, part),
        (*prose(getattr(part, "text", None)), *_remarks(world, id_, part)),
        (*facts(world, part, ("text", named)), *shown),
        tuple(_blocks(world, id_, part)),
    )


def anchor_of(world: World, id_: str, part: BaseModel) -> str:
    """The id under which others point at an item; nothing for a part without one, or a second of its name."""
    if not isinstance(part, Item) or world.known.get(f"{id_}/{part.id}") is not part:
        return ""
    return part.id
