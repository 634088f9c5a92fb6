"""Looks through everything that a workspace is read from, and tells what may not stand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from lif.checks.allowances import Allowed, allowance_unused
from lif.diagnostics import Diagnostic, Location
from lif.records.settings import Settings
from lif.register import Register
from lif.source import Beside, Table, read_text
from lif.source.files import NOTHING_OVER, Over
from lif.workspace.frameworks import SETTINGS_FILE
from lif.workspace.personal_data import Found, as_diagnostic, cut, masked
from lif.workspace.places import worded
from lif.workspace.seen import Seen, in_file, in_name, in_prose, in_records, in_text, may_tell

Where = Callable[[str, tuple[str | int, ...]], Location]

_FIGURES = frozenset("0123456789.,-+%")
_TEMPLATES = (".j2", ".md", ".html", ".txt", ".css", ".yaml")


class Search:
    """What one loading of a workspace has seen so far of personal data."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: list[Found] = []
        self._paths: dict[str, None] = {}
        self._parts: tuple[str, ...] = ()
        self._beside: list[tuple[tuple[str, ...], Beside]] = []

    def through(self, root: Path, paths: Mapping[str, str], over: Over = NOTHING_OVER) -> None:
        """Begins to look through files of records, by their paths in `root` and as messages name them.

        It goes on beside everything else, and is waited for when all else is known.
        """
        self._paths |= dict.fromkeys(paths.values())
        self._beside.append((tuple(paths.values()), Beside(root, tuple(paths), in_file, over)))

    def close(self) -> None:
        """Ends what still goes on."""
        for _, beside in self._beside:
            beside.close()

    def text(self, root: Path, path: str, shown: str, over: Over = NOTHING_OVER) -> None:
        """Looks at a file as it stands."""
        self._take(shown, in_records(read_text(root, path, over)))

    def table(self, shown: str, table: Table) -> None:
        """Looks at the cells of text of a CSV; those that come again are looked at once."""
        places: dict[str, int] = {}
        for number, row in enumerate(table.rows):
            for cell in row:
                if cell not in places and not _FIGURES.issuperset(cell):
                    places[cell] = number
        self._paths[shown] = None
        if not in_text("\n".join(places)):
            return
        lines = table.places
        for cell, number in places.items():
            self._take(shown, [(seen[0], lines[number].line, 1, *seen[3:]) for seen in in_text(cell)])

    def templates(self, settings: Settings) -> None:
        """Looks at the board's own templates."""
        folders = settings.folders
        self._parts = (SETTINGS_FILE, folders.framework, folders.data, folders.templates)
        for folder, _, names in os.walk(self._root / folders.templates):
            for name in sorted(names):
                if name.endswith(_TEMPLATES):
                    shown = (Path(folder) / name).relative_to(self._root).as_posix()
                    self._take(shown, in_prose(read_text(self._root, shown)))

    def told(
        self, others: Iterable[Diagnostic], register: Register, day: date, where: Where
    ) -> list[Diagnostic]:
        """All diagnostics: the others without any personal value, and one for each find not allowed."""
        records = {entry.path: id_ for id_, entry in register.entries.items() if entry.index is None}
        for paths, beside in self._beside:
            for path, seen in zip(paths, beside.results(), strict=True):
                self._found += [Found(each, path) for each in seen]
        allowed = Allowed.on(register, day)
        left = [each for each in self._located(records) if not allowed.allows(each.spot)]
        found = [as_diagnostic(each) for each in cut(left)]
        unused = [
            worded(allowance_unused, where(id_, ("sort",)), allowance_unused(), id_, ("sort",))
            for id_ in allowed.unused(self._parts)
        ]
        return masked(list(others)) + found + unused

    def _located(self, records: dict[str, str]) -> Iterator[Found]:
        for each in (*self._found, *self._named()):
            yield Found(each.seen, each.path, each.part, "", records.get(each.path, ""))

    def _named(self) -> Iterator[Found]:
        """Finds in the names of files, of which hardly one can hold any."""
        for path in filter(may_tell, self._paths):
            yield from (Found(seen, path, "file name") for seen in in_name(path))

    def _take(self, shown: str, seen: Iterable[Seen]) -> None:
        self._paths[shown] = None
        self._found += [Found(each, shown) for each in seen]
