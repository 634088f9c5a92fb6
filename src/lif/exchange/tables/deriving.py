"""The tables of a kind of record, from its class: which fields fill columns, and which lists go below."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from lif.exchange.tables.names import column_name, table_name
from lif.exchange.tables.shape import ADDRESSES, Column, Parent, Sort, Table
from lif.records.fields import Link
from lif.records.kinds import BY_NAME
from lif.records.links import link_of
from lif.records.reading import models_in
from lif.records.record import Item, Record

Way = tuple[str, ...]
"""The names of the fields that lead from a record, or a member of a list, to a value in it."""
Readable = Callable[[type[BaseModel]], tuple[str, ...]]
"""The fields of a class that an audience may read."""

SHARED = "cites"
"""The list that every record and item has: one table holds it for all, by address."""
_LAST = frozenset((*Record.model_fields, *Item.model_fields)) - {"id"}
"""What every record says of itself stands behind what its kind says."""
_SORTS: tuple[tuple[type[Any], Sort], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (Decimal, "number"),
    (date, "date"),
    (time, "time"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """One table of a kind: the ways to the values of its columns, and the lists in it with their tables."""

    table: Table
    ways: tuple[Way, ...]
    below: tuple[tuple[Way, Level], ...] = ()
    is_item: bool = False
    holds_values: bool = False
    """Whether each member of the list is a value and not a part with fields."""

    def all(self) -> Iterator[Table]:
        """This table, and all below it in the order of the fields."""
        yield self.table
        for _, level in self.below:
            yield from level.all()


def everything(model: type[BaseModel]) -> tuple[str, ...]:
    """All fields of a class: what the board may read."""
    return tuple(model.model_fields)


def level_of(kind: type[Record], readable: Readable = everything) -> Level:
    """The tables of a kind, for those who may read these fields of it."""
    found = _Deriving(kind, readable)
    name = table_name(kind.plural)
    ways, columns, lists = found.fields(kind, (), "")
    meaning = (kind.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")
    keyed = tuple((way, found.below(info, way, name, (), ("id",))) for way, info in lists)
    return Level(Table(name, " ".join(meaning.split()), columns, ("id",), None, kind.kind), ways, keyed)


class _Deriving:
    """One walk through the class of a kind."""

    def __init__(self, kind: type[Record], readable: Readable) -> None:
        self.kind = kind
        self.readable = readable
        self.record_id = f"{kind.kind.replace('-', '_')}_id"

    def fields(
        self, model: type[BaseModel], way: Way, said: str
    ) -> tuple[tuple[Way, ...], tuple[Column, ...], list[tuple[Way, Any]]]:
        """The columns of a class with the ways to them, and its lists; a single part is laid flat."""
        ways: list[Way] = []
        columns: list[Column] = []
        lists: list[tuple[Way, Any]] = []
        for name, info in sorted(model.model_fields.items(), key=lambda one: one[0] in _LAST):
            if name == SHARED or name not in self.readable(model):
                continue
            here = (*way, name)
            part = next(models_in(info.annotation), None)
            if part is not None and not self.readable(part):
                continue
            if typing.get_origin(info.annotation) is tuple:
                lists.append((here, info))
            elif part is not None:
                inner = self.fields(part, here, f"{said}{_stem(info)}: ")
                ways += inner[0]
                columns += inner[1]
                lists += inner[2]
            else:
                ways.append(here)
                columns.append(_column("_".join(here), info, said))
        return tuple(ways), tuple(columns), lists

    def below(self, info: Any, way: Way, above: str, places: tuple[str, ...], above_key: Way) -> Level:
        """The table of a list: the record's id, the place of each member, and the member's own columns.

        `places` are the columns with the places of the lists that it stands in.
        """
        name = f"{above}_{'_'.join(way)}"
        own_key = (self.record_id, *places, "position")
        keys = (
            Column(self.record_id, "text", f"The {self.kind.kind} that it belongs to.", (), self._record()),
            *(Column(one, "integer", "The row of the list that it belongs to.") for one in places),
            Column("position", "integer", "Its place in the list, from 1."),
        )
        parent = Parent((self.record_id, *places), above, above_key) if places else None
        meaning = f"{info.description or ''} One row for each, in the order of the record."
        part = next(models_in(info.annotation), None)
        if part is None:
            value = _member(info, self.record_id)
            table = Table(name, meaning, (*keys, value), own_key, parent, self.kind.kind)
            return Level(table, (), (), False, True)
        ways, columns, lists = self.fields(part, (), "")
        item = issubclass(part, Item)
        to = (ADDRESSES, "address")
        address = (Column("address", "text", "Its address, by which others link to it.", (), to),)
        columns = (*keys, *(address if item else ()), *columns)
        table = Table(name, meaning, columns, own_key, parent, self.kind.kind)
        inside = (*places, f"{way[-1]}_position")
        lower = tuple((path, self.below(one, path, name, inside, own_key)) for path, one in lists)
        return Level(table, ways, lower, item)

    def _record(self) -> tuple[str, str]:
        return (table_name(self.kind.plural), "id")


def _stem(info: Any) -> str:
    return (info.description or "").strip().rstrip(".")


def _column(name: str, info: Any, said: str) -> Column:
    link = link_of(info.annotation, info.metadata)
    sort = _sort(info.annotation)
    meaning = f"{said}{info.description or ''}"
    return Column(
        column_name(name, sort, link is not None), sort, meaning, _choices(info.annotation), _leads(link)
    )


def _member(info: Any, record_id: str) -> Column:
    """The column of a list of plain values, or of links."""
    link = link_of(info.annotation, info.metadata)
    to = _leads(link)
    if to is None:
        return Column("value", _sort(info.annotation), "The value.", _choices(info.annotation))
    if to[0] == ADDRESSES:
        return Column("linked", "text", "The address that it links to.", (), to)
    assert link is not None
    name = f"{link.kinds[0].replace('-', '_')}_id"
    return Column(f"linked_{name}" if name == record_id else name, "text", f"The {link.kinds[0]}.", (), to)


def _leads(link: Link | None) -> tuple[str, str] | None:
    """The table and column that a link leads to: of its kind where it can be one only, else of addresses."""
    if link is None:
        return None
    if link.item == "no" and len(link.kinds) == 1:
        return (table_name(BY_NAME[link.kinds[0]].plural), "id")
    return (ADDRESSES, "address")


def _inner(annotation: Any) -> Iterator[Any]:
    """The types inside an annotation, without what may be missing."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _inner(typing.get_args(annotation)[0])
    elif origin in (typing.Union, types.UnionType, tuple):
        for one in typing.get_args(annotation):
            if one is not types.NoneType and one is not Ellipsis:
                yield from _inner(one)
    else:
        yield annotation


def _sort(annotation: Any) -> Sort:
    """The type of a column; text where it can be of several."""
    found = {_one_sort(one) for one in _inner(annotation)}
    return found.pop() if len(found) == 1 else "text"


def _one_sort(one: Any) -> Sort:
    return next((sort for kind, sort in _SORTS if isinstance(one, type) and issubclass(one, kind)), "text")


def _choices(annotation: Any) -> tuple[str, ...]:
    """The words that it can be, where they are listed."""
    found = list(_inner(annotation))
    if not all(typing.get_origin(one) is Literal for one in found):
        return ()
    return tuple(str(word) for one in found for word in typing.get_args(one))
