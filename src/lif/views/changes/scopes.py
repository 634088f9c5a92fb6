"""What a paper is about, so that it tells of changes in that and counts the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from lif.records.fields import ADDRESS_PATTERN
from lif.records.governance import Role
from lif.register import Register
from lif.views.changes.moments import Between

_ADDRESS = re.compile(ADDRESS_PATTERN)


@dataclass(frozen=True)
class Scope:
    """What a paper is about.

    `shown` are the ids of the records that it shows, now or when it was issued; None where that is not known,
    and then it is about everything. Of these `kinds` it is about every record. `about` are the records that
    were named: whatever is tied to each of them belongs to it too.
    """

    shown: frozenset[str] | None = None
    kinds: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()

    def holds(self, between: Between, id_: str) -> bool:
        """Whether the paper is about a record."""
        if self.shown is None or id_ in self.shown:
            return True
        registers = (between.before.register, between.after.register)
        found = [register.entries[id_].record.kind for register in registers if id_ in register.entries]
        if self.kinds & set(found):
            return True
        return bool(self.about) and all(
            any(_tied(register, id_, one) for register in registers) for one in self.about
        )


def shown_in(*views: object) -> frozenset[str]:
    """Every word in these views that could be the id of a record, also as the first part of an address."""
    return frozenset(
        word.partition("/")[0] for view in views for word in _words(view) if _ADDRESS.fullmatch(word)
    )


def _words(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing) and not isinstance(thing, type):
        for field in fields(thing):
            yield from _words(getattr(thing, field.name))
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from (*_words(key), *_words(value))
    elif isinstance(thing, Iterable):
        for each in thing:
            yield from _words(each)


def _tied(register: Register, id_: str, one: str) -> bool:
    """Whether they are one record, or one of them links to the other; an agency's posts speak for it."""
    same = {one, *(role.id for role in register.all(Role) if role.agency == one)}
    return (
        id_ in same
        or any(tie.target.partition("/")[0] in same for tie in register.links_from(id_))
        or any(tie.source in same for tie in register.links_into(id_))
    )
