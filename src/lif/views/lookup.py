"""Finds a record by what people call it: its id, its name or an alias, however they write it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from lif.diagnostics import unsealed
from lif.records.problems import nearest
from lif.records.record import Record
from lif.register import Register

_LESS = frozenset(("the", "group", "subgroup", "sub", "board", "panel", "priority", "element", "question"))
"""Words that people leave out: `neglect` for the neglect sub group."""


MOST_NAMED = 20
"""So many ids fit into a message; more hide what it says."""


class NotFoundError(Exception):
    """No record goes by these words, or more than one does; the message says which are meant or near."""


def slug(words: str) -> str:
    """Words as an id would have them: `Child death overview panel` as `child-death-overview-panel`."""
    return "-".join(re.findall(r"[a-z0-9]+", unsealed(words).lower().replace("'", "").replace("’", "")))


def called(register: Register, kinds: Collection[type[Record]], words: str) -> str:
    """The id of the record of one of `kinds` that goes by `words`.

    The whole id, name or alias counts before one without words such as `group`, and that before the
    beginning of one. Raises NotFoundError for none or several.
    """
    asked = slug(words)
    names = {id_: _names(record) for kind in kinds for id_, record in _records(register, kind)}
    for same in (_whole, _shorter, _beginning):
        found = [id_ for id_, known in names.items() if asked and any(same(asked, name) for name in known)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFoundError(f"'{words}' could be {', '.join(sorted(found))}: give the id")
    near = nearest(asked, [name for known in names.values() for name in known])
    meant = next((id_ for id_, known in names.items() if near in known), "")
    raise NotFoundError(
        f"there is no '{words}'; {f'did you mean {meant}?' if meant else _there_are(kinds, names)}"
    )


def _there_are(kinds: Collection[type[Record]], names: Iterable[str]) -> str:
    """What there is to choose from: the ids themselves, or where a list too long to read can be had."""
    ids = sorted(names)
    if len(ids) <= MOST_NAMED:
        return f"there are {', '.join(ids)}" if ids else "there are none"
    lists = [f"lif list {kind.kind}" for kind in kinds]
    where = " and ".join(lists) if len(lists) <= 2 else "lif list KIND"
    return f"there are {len(ids)}, and {where} names them"


def _records(register: Register, kind: type[Record]) -> list[tuple[str, Record]]:
    return [(record.id, record) for record in register.all(kind)]


def _names(record: Record) -> tuple[str, ...]:
    """The id, name, short name and aliases as slugs."""
    fields = [
        record.id,
        *(str(getattr(record, field, None) or "") for field in ("name", "short_name", "title")),
    ]
    return tuple(dict.fromkeys(filter(None, map(slug, [*fields, *getattr(record, "aliases", ())]))))


def _whole(asked: str, name: str) -> bool:
    return asked == name


def _shorter(asked: str, name: str) -> bool:
    return _less(asked) == _less(name) != ""


def _beginning(asked: str, name: str) -> bool:
    return _less(name).startswith(f"{_less(asked)}-") and _less(asked) != ""


def _less(name: str) -> str:
    return "-".join(word for word in name.split("-") if word not in _LESS)
