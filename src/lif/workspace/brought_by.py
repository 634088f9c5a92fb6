"""Which commit brought each change: the records of a line of history compared, commit by commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from lif.history.record_steps import Data, Line
from lif.history.steps import steps
from lif.views.changes.line import Mark


def brought_by(
    root: Path, base: str, tip: str, parts: tuple[str, ...], marks: Iterable[Mark]
) -> dict[Mark, tuple[str, date]]:
    """For each mark the last commit after `base` that altered what it stands for. Raises NotHere."""
    wanted = {mark for mark in marks if mark.record and not mark.never}
    line = Line(root, steps(root, base, tip, parts), frozenset(mark.record for mark in wanted))
    found: dict[Mark, tuple[str, date]] = {}
    for mark in wanted:
        for step in line.records.get(mark.record, ()):
            if _part(step.before, mark) != _part(step.after, mark):
                found[mark] = (step.commit, step.on)
    return found


def _part(data: Data | None, mark: Mark) -> object:
    """What of a record a mark stands for."""
    if data is None:
        return None
    if mark.item:
        return next(_items(data, mark.item), None)
    if not mark.field:
        return data
    value = data.get(mark.field)
    if not mark.holds or not isinstance(value, list):
        return value
    return [one for one in value if isinstance(one, dict) and _holds(one, mark.holds)]


def _items(data: object, id_: str) -> Iterator[object]:
    """Parts of a record that have this id, however deep."""
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        if isinstance(value, dict) and value.get("id") == id_:
            yield value
        yield from _items(value, id_)


def _holds(member: Data, words: tuple[str, ...]) -> bool:
    said = {str(value) for value in member.values()}
    return all(word in said for word in words if word)
