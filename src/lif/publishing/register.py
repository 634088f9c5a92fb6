"""The records that the public may read: a register that never held the others, nor their other fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from lif.publishing.allowed import allowed, held_back
from lif.publishing.told import told, without
from lif.records.links import survey
from lif.records.problems import FieldPath
from lif.records.publications import Publication
from lif.records.record import Record
from lif.records.sealing import with_prose as prose_of
from lif.register import Entry, Register


@dataclass(frozen=True)
class PublicRegister(Register):
    """Records rebuilt from their publishable fields; only `publishable` makes one.

    It has no paths, no rows of published series (those that may be told stand in the public figures), and
    knows of nothing that could not be read.
    """

    def __post_init__(self) -> None:
        if not isinstance(self.entries, _Told):
            raise TypeError("a public register is made by publishable(), and by nothing else")
        super().__post_init__()

    def with_prose(self, put: Callable[[str], str]) -> PublicRegister:
        """The same records for the public, with `put` applied to everything that people wrote in them."""
        found = {id_: Entry(prose_of(entry.record, put), "") for id_, entry in self.entries.items()}
        return PublicRegister(_Told(found), {}, {}, self.board_id, self.charted_by)

    @classmethod
    def of(cls, *_: Any, **__: Any) -> NoReturn:
        """Refuses: what the public may read is chosen by `publishable` alone."""
        raise TypeError("a public register is made by publishable(), and by nothing else")


class _Told(dict[str, Entry]):
    """Entries that were rebuilt for the public."""


def publishable(register: Register, as_at: date) -> PublicRegister:
    """What the public may read of a register on a day.

    Of each record that may be published, its publishable fields; a link to anything that is not there is
    taken out, and a record that cannot do without it too.
    """
    found = {
        id_: record
        for id_, entry in sorted(register.entries.items())
        if allowed(entry.record, as_at)
        and not _of_something_held_back(register, entry.record, as_at)
        and (record := told(entry.record, as_at)) is not None
    }
    while broken := _broken(found):
        for id_, paths in broken.items():
            kept = without(found[id_], paths)
            if kept is None:
                del found[id_]
            else:
                found[id_] = kept
    entries = _Told({id_: Entry(record, "") for id_, record in found.items()})
    board = register.board_id if register.board_id in found else ""
    return PublicRegister(entries, {}, {}, board, register.charted_by)


def _of_something_held_back(register: Register, record: Record, day: date) -> bool:
    """Whether it is the publication of a record that may not be out yet: a review under embargo."""
    if not isinstance(record, Publication):
        return False
    of = (register.entries.get(address.partition("/")[0]) for address in record.of)
    return any(entry is not None and held_back(entry.record, day) for entry in of)


def _broken(found: Mapping[str, Record]) -> dict[str, list[FieldPath]]:
    """The links that lead nowhere, by the record they stand in."""
    surveys = {id_: survey(record, id_) for id_, record in found.items()}
    there = set(found)
    for id_, seen in surveys.items():
        there.update(f"{id_}/{item.item.id}" for item in seen.items)
    broken: dict[str, list[FieldPath]] = defaultdict(list)
    neutral = {id_: set(vars(type(record)).get("neutral", ())) for id_, record in found.items()}
    for id_, seen in surveys.items():
        for tie in seen.ties:
            if tie.target not in there and tie.path[0] not in neutral[id_]:
                broken[id_].append(tie.path)
    return dict(broken)
