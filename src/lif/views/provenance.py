"""Where a record and each of its parts come from: its own file, what it keeps, and what stands beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lif.calendars import long_date
from lif.records.links import survey
from lif.records.problems import FieldPath
from lif.records.record import Item, Record
from lif.register import Beneath, Entry, Register
from lif.views.shown import flowing

_WORDS = ("text", "activity", "title", "name", "label")
"""The field that holds what a record or an item says: the first of these that it has."""


@dataclass(frozen=True, slots=True)
class Under:
    """What stands beneath a record in a framework: one that it builds on, a pattern, or one it replaces."""

    framework: str
    path: str
    replaced: bool
    pattern: bool
    kept: tuple[str, ...]
    changed: tuple[str, ...]
    retired_on: date | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The day from which a record or an item no longer counts, who says so, and why.

    `framework` is empty where the workspace itself says it.
    """

    on: date
    reason: str
    replaced_by: str
    framework: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The file of a record or item, its framework (empty: the workspace's own), and what it keeps."""

    address: str
    path: str
    framework: str
    kept: tuple[tuple[str, str], ...] = ()
    """Each field that stands elsewhere, with the framework."""
    retired: Ended | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record or an item comes from; `items` are those of a record, `under` nearest first."""

    whole: Origin
    under: tuple[Under, ...]
    items: tuple[Origin, ...] = ()


def provenance(register: Register, address: str, seen: Record | Item) -> Provenance:
    """Where what is shown at an address comes from, as its files stand."""
    entry = register.entries[address.partition("/")[0]]
    under = tuple(_under(each) for each in entry.beneath)
    if isinstance(seen, Item):
        return Provenance(_origin(entry, address, register.item_path(address), seen), under)
    found = survey(seen, entry.record.id).items
    addresses = [f"{entry.record.id}/{one.item.id}" for one in found]
    items = tuple(
        _origin(entry, one_address, register.item_path(one_address), one.item)
        for one_address, one in zip(addresses, found, strict=True)
    )
    return Provenance(_origin(entry, address, (), seen), under, items)


def framework_in(path: str) -> str:
    """The framework that a path names, as messages name it; nothing for the workspace's own."""
    return path.partition(":")[0] if ":" in path else ""


def framework_of(register: Register, address: str) -> str:
    """The framework in which the words of a record or an item stand; nothing for the workspace's own."""
    id_, _, item = address.partition("/")
    entry = register.entries[id_]
    if not entry.origins:
        return entry.framework
    at = register.item_path(address) if item else ()
    words = next((name for name in _WORDS if hasattr(register.get(address), name)), "")
    return framework_in(entry.origins.get((*at, words)) or entry.origins.get(at) or entry.path)


def framework_called(name: str) -> str:
    """A framework as readers name it: `north-west` as `North West`."""
    return " ".join(word.capitalize() for word in name.split("-"))


def _under(beneath: Beneath) -> Under:
    retired = beneath.record.retired if beneath.record else None
    return Under(
        beneath.framework,
        beneath.path,
        beneath.replaced,
        beneath.pattern,
        beneath.kept,
        beneath.changed,
        retired.on if retired else None,
    )


def _origin(entry: Entry, address: str, at: FieldPath, thing: Record | Item) -> Origin:
    path = entry.origins.get(at, entry.path) if at else entry.path
    kept = tuple(
        (str(place[-1]), framework_in(file))
        for place, file in entry.origins.items()
        if place[:-1] == at and isinstance(place[-1], str) and file != path
    )
    return Origin(address, path, framework_in(path), kept, _ended(entry, at, path, thing))


def _ended(entry: Entry, at: FieldPath, path: str, thing: Record | Item) -> Ended | None:
    if thing.retired is None:
        return None
    said_in = framework_in(entry.origins.get((*at, "retired"), path))
    retired = thing.retired
    return Ended(retired.on, flowing(retired.reason), retired.replaced_by or "", said_in)


def told(found: Provenance) -> tuple[str, ...]:
    """The same in sentences; none for a record that is wholly the workspace's own, or a framework's."""
    lines = [*_standing(found)]
    whole = found.whole
    lines += _kept(whole, "Kept")
    if whole.retired:
        lines.append(_end(whole.retired))
    lines += _of_items(found)
    return tuple(lines)


def _standing(found: Provenance) -> Iterator[str]:
    item = "/" in found.whole.address
    if item and found.under and found.whole.framework:
        yield f"It is kept from {found.whole.framework}."
    for number, each in enumerate(found.under):
        who = "That" if number else "The record that holds it" if item else "It"
        what = f"of {each.framework} ({each.path})"
        if each.replaced and each.pattern:
            yield f"{who} stands in place of the pattern {what}."
        elif each.replaced:
            yield f"{who} stands in place of the record {what}, of which nothing is kept."
        elif each.pattern:
            yield f"{who} completes the pattern {what}."
        else:
            yield f"{who} builds on the record {what}."
        if each.retired_on:
            yield f"{each.framework} retired its record from {long_date(each.retired_on)}."
    if found.under and found.under[0].changed and not item:
        yield f"Given here: {', '.join(found.under[0].changed)}."


def _kept(origin: Origin, verb: str) -> Iterator[str]:
    by: dict[str, list[str]] = {}
    for name, framework in origin.kept:
        by.setdefault(framework, []).append(name)
    for framework, names in by.items():
        yield (
            f"{verb} from {framework}: {', '.join(names)}."
            if framework
            else f"Given here: {', '.join(names)}."
        )


def _end(ended: Ended) -> str:
    by = f" by {ended.framework}" if ended.framework else ""
    instead = f" In its place: {ended.replaced_by}." if ended.replaced_by else ""
    return f"Retired{by} from {long_date(ended.on)}: {ended.reason}{instead}"


def _of_items(found: Provenance) -> Iterator[str]:
    by: dict[str, list[str]] = {}
    for each in found.items:
        own = "Changed here" if each.kept else "Own items"
        by.setdefault(f"Items from {each.framework}" if each.framework else own, []).append(each.address)
    others = {each.framework for each in found.items} - {found.whole.framework}
    if others or "Changed here" in by:
        for whose, addresses in by.items():
            yield f"{whose}: {', '.join(addresses)}."
    for each in found.items:
        yield from (f"{each.address}: {line[0].lower()}{line[1:]}" for line in _kept(each, "Keeps"))
        if each.retired:
            yield f"{each.address}: {_end(each.retired)[0].lower()}{_end(each.retired)[1:]}"
