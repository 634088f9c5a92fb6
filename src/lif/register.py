"""All records and their items by address and kind, with links both ways; made once, never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar, cast

from lif.history.record_steps import RecordStep
from lif.records.figures import PublishedSeries
from lif.records.links import Survey, Tie, survey
from lif.records.problems import FieldPath
from lif.records.record import Item, Record
from lif.records.sealing import with_prose
from lif.records.settings import FigureSettings

R = TypeVar("R", bound=Record)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """One figure of a published series, as text of its CSV; empty text where the column is empty."""

    measure: str
    period: str
    area: str
    breakdown: str
    numerator: str
    denominator: str
    value: str
    status: str


@dataclass(frozen=True, slots=True)
class Beneath:
    """A record of a framework that another of the same id builds on (keeping fields), or replaces.

    `record` is the one that it is there, unless it is a pattern, which is no record until it is completed.
    """

    framework: str
    path: str
    kept: tuple[str, ...] = ()
    """The fields that are kept whole from it; none when it is replaced."""
    replaced: bool = False
    """Whether the one above stands in its place and keeps nothing."""
    changed: tuple[str, ...] = ()
    """The fields that the one above adds or gives otherwise, where it builds on it."""
    pattern: bool = False
    """Whether it waits there to be completed."""
    passed: str = ""
    """A framework that is nearer and has a record of the same id too, of which nothing is kept."""
    record: Record | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A record of a framework that waits for a board to complete it."""

    id: str
    kind: type[Record]
    framework: str
    path: str
    fields: Mapping[str, object]
    """What it says, as it is written."""
    lacks: tuple[str, ...] = ()
    """The fields that whoever takes it up must give."""
    surveyed: Survey | None = field(default=None, repr=False, compare=False)
    """Its links and items, where the framework itself is looked at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: where it stands, which framework it came from, and what a walk through it found."""

    record: Record
    path: str
    framework: str = ""
    index: int | None = None
    surveyed: Survey | None = None
    beneath: tuple[Beneath, ...] = ()
    """What stands under it in the frameworks that are extended, nearest first."""
    origins: Mapping[FieldPath, str] = field(default_factory=dict, repr=False, compare=False)
    """The files of the fields and items that it keeps from elsewhere; all others stand in its own."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An id whose record could not be read: it still owns its id, so links to it are not errors.

    Where a whole list could not be read its ids are not known: `id` is then the folder of its kind and `/`.
    """

    id: str
    kind: str
    path: str


@dataclass(frozen=True)
class Register:
    """Records by id and kind, items by address, links both ways.

    `entries` come in order of precedence: a later entry with the same id overrides one of an extended
    framework. Rows of published series are held by the id of their record. `charted_by` are the options of
    charts that the workspace has chosen, so that every page goes by the same ones. `patterns` are records
    that wait in a framework for a board to complete them, by id. `alone` is true of a framework that is
    looked at by itself, without a board. `past` is the life of the records in git, by id, where it was asked
    for: None says that it was not.
    """

    entries: Mapping[str, Entry]
    unreadable: Mapping[str, Unreadable] = field(default_factory=dict)
    published: Mapping[str, tuple[PublishedRow, ...]] = field(default_factory=dict)
    board_id: str = ""
    charted_by: FigureSettings = field(default_factory=FigureSettings)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    alone: bool = False
    past: Mapping[str, tuple[RecordStep, ...]] | None = field(default=None, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        entries: Iterable[Entry],
        unreadable: Iterable[Unreadable] = (),
        published: Mapping[str, tuple[PublishedRow, ...]] | None = None,
        board_id: str = "",
        charted_by: FigureSettings | None = None,
        patterns: Mapping[str, Pattern] | None = None,
        alone: bool = False,
    ) -> Register:
        """A register of these entries, in order of id."""
        by_id = {entry.record.id: entry for entry in entries}
        ordered = {id_: by_id[id_] for id_ in sorted(by_id)}
        return cls(
            MappingProxyType(ordered),
            MappingProxyType({bad.id: bad for bad in unreadable}),
            MappingProxyType(dict(published or {})),
            board_id,
            charted_by or FigureSettings(),
            MappingProxyType(dict(patterns or {})),
            alone,
        )

    def __post_init__(self) -> None:
        kinds: dict[type[Record], list[Record]] = defaultdict(list)
        items: dict[str, Item] = {}
        owned: dict[str, list[tuple[str, Item]]] = defaultdict(list)
        outward: dict[str, tuple[Tie, ...]] = {}
        inward: dict[str, list[Tie]] = defaultdict(list)
        paths: dict[str, FieldPath] = {}
        for id_, entry in self.entries.items():
            kinds[type(entry.record)].append(entry.record)
            seen = entry.surveyed or survey(entry.record, id_)
            for found in seen.items:
                address = f"{id_}/{found.item.id}"
                items.setdefault(address, found.item)
                owned[id_].append((address, found.item))
                paths.setdefault(address, found.path)
            outward[id_] = seen.ties
            for tie in seen.ties:
                inward[tie.target].append(tie)
        set_ = object.__setattr__
        set_(self, "_kinds", {kind: tuple(found) for kind, found in kinds.items()})
        set_(self, "_items", items)
        set_(self, "_owned", {key: tuple(found) for key, found in owned.items()})
        set_(self, "_item_paths", paths)
        set_(self, "_outward", outward)
        set_(self, "_inward", {key: tuple(ties) for key, ties in inward.items()})

    _kinds: dict[type[Record], tuple[Record, ...]] = field(init=False, repr=False, compare=False)
    _items: dict[str, Item] = field(init=False, repr=False, compare=False)
    _owned: dict[str, tuple[tuple[str, Item], ...]] = field(init=False, repr=False, compare=False)
    _item_paths: dict[str, FieldPath] = field(init=False, repr=False, compare=False)
    _outward: dict[str, tuple[Tie, ...]] = field(init=False, repr=False, compare=False)
    _inward: dict[str, tuple[Tie, ...]] = field(init=False, repr=False, compare=False)
    _made: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def with_prose(self, put: Callable[[str], str]) -> Register:
        """The same records with `put` applied to everything that people wrote in them."""
        entries = {
            id_: replace(entry, record=with_prose(entry.record, put), surveyed=None)
            for id_, entry in self.entries.items()
        }
        return replace(self, entries=MappingProxyType(entries))

    def made(self, what: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once under that name: these records never change, so neither does it.

        It lives as long as the register, and is shared by all who ask: nobody alters it.
        """
        if what not in self._made:
            self._made[what] = make()
        return cast(Made, self._made[what])

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by id."""
        return cast(tuple[R, ...], self._kinds.get(kind, ()))

    def get(self, address: str) -> Record | Item | None:
        """The record or item at an address, or None."""
        entry = self.entries.get(address)
        return entry.record if entry else self._items.get(address)

    def record(self, kind: type[R], id_: str) -> R:
        """The record of that kind with that id; raises KeyError when there is none."""
        found = self.entries[id_].record
        if not isinstance(found, kind):
            raise KeyError(id_)
        return found

    def find(self, kind: type[R], id_: str | None) -> R | None:
        """The record of that kind with that id, or None."""
        entry = self.entries.get(id_) if id_ else None
        return entry.record if entry and isinstance(entry.record, kind) else None

    def may_be_unreadable(self, address: str, kinds: tuple[str, ...]) -> bool:
        """Whether an address of one of these kinds (any, when none is named) may be in what was not read."""
        if address.partition("/")[0] in self.unreadable:
            return True
        lists = [bad.kind for bad in self.unreadable.values() if bad.id.endswith("/")]
        return any(not kinds or kind in kinds for kind in lists)

    def item_path(self, address: str) -> FieldPath:
        """Where in its record an item stands."""
        return self._item_paths[address]

    def addresses(self) -> Iterator[str]:
        """Every address: records, then items."""
        yield from self.entries
        yield from self._items

    def items(self, id_: str) -> tuple[tuple[str, Item], ...]:
        """The items of a record with their addresses, in the order of the record."""
        return self._owned.get(id_, ())

    def links_from(self, id_: str) -> tuple[Tie, ...]:
        """The links that a record makes."""
        return self._outward.get(id_, ())

    def links_to(self, address: str) -> tuple[Tie, ...]:
        """The links that point exactly at this address."""
        return self._inward.get(address, ())

    def targets(self) -> Iterator[str]:
        """Every address that some record links to, whether there is anything or not."""
        yield from self._inward

    def links_into(self, id_: str) -> tuple[Tie, ...]:
        """The links that point at a record or at any of its items."""
        found = list(self.links_to(id_))
        for address, _ in self.items(id_):
            found.extend(self.links_to(address))
        return tuple(found)

    def rows(self, series: PublishedSeries) -> tuple[PublishedRow, ...]:
        """The figures of a published series."""
        return self.published.get(series.id, ())
