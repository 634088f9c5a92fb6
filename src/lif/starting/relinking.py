"""A record taken from another framework: its links led elsewhere, or left out with what needs them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lif.records.links import Tie, survey
from lif.records.problems import FieldPath
from lif.records.reading import read_record
from lif.records.record import Record

Data = dict[str, Any]
Leads = Callable[[Tie], str | None]
"""Where a link leads in the new framework; None where it is left out."""


def relinked(kind: type[Record], data: Data, leads: Leads) -> Data | None:
    """The record with its links led where they lead now; None when nothing whole is left of it.

    What cannot be without a link that is left out (a member of a list, or the record itself) is left out too.
    """
    record = read_record(kind, data)
    if not isinstance(record, Record):
        return _mended(kind, data)
    for tie in reversed(survey(record, record.id).ties):
        target = leads(tie)
        if target is None:
            _take_out(data, tie.path)
        elif target != tie.target:
            _holder(data, tie.path)[tie.path[-1]] = target
    _no_doubles(data)
    return _mended(kind, data)


def _mended(kind: type[Record], data: Data) -> Data | None:
    """The record without the members that lack something now; None when the record itself lacks it."""
    while True:
        found = read_record(kind, data)
        if isinstance(found, Record):
            return data
        path = found[0].path
        member = next((end for end in range(len(path), 0, -1) if isinstance(path[end - 1], int)), 0)
        if not member or not _there(data, path[:member]):
            name = path[:1]
            if len(name) == 1 and data.get(str(name[0])) == []:
                del data[str(name[0])]
                continue
            return None
        _take_out(data, path[:member])


def _holder(data: Any, path: FieldPath) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


def _there(data: Any, path: FieldPath) -> bool:
    try:
        return path[-1] in range(len(_holder(data, path)))
    except (KeyError, IndexError, TypeError):
        return False


def _take_out(data: Any, path: FieldPath) -> None:
    """Takes out a field or a member; a list that becomes empty is taken out with it."""
    holder = _holder(data, path)
    del holder[path[-1]]
    if holder == [] and len(path) > 1:
        outer = _holder(data, path[:-1])
        if isinstance(outer, dict):
            del outer[path[-2]]


def _no_doubles(data: Any) -> None:
    """What two links lead to now stands once."""
    for value in data.values() if isinstance(data, dict) else data:
        if isinstance(value, list) and all(isinstance(member, str) for member in value):
            value[:] = dict.fromkeys(value)
        elif isinstance(value, (dict, list)):
            _no_doubles(value)
