"""Where records stand: the place of a field in its file, and the kind that a folder belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lif.diagnostics import AnyCode, Diagnostic, Location
from lif.records.kinds import BY_FOLDER
from lif.records.problems import FieldPath, Wording
from lif.records.record import Record
from lif.source import Document


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, its position in a list file, and the parts that stand elsewhere."""

    document: Document
    at: FieldPath
    elsewhere: Mapping[FieldPath, tuple[Place, FieldPath]] = field(default_factory=dict)
    """Parts that a record keeps from one it builds on, or whose position in a list is another there."""

    def locate(self, path: FieldPath, at_key: bool = False, inside: int | None = None) -> Location:
        """The place of a field of the record, or of one character of its text, counted from 0."""
        for length in range(len(path), 0, -1):
            if kept := self.elsewhere.get(path[:length]):
                place, start = kept
                return place.locate((*start, *path[length:]), at_key, inside)
        if inside is not None:
            return self.document.locate_within((*self.at, *path), inside)
        return self.document.locate((*self.at, *path), key=at_key)

    def file(self, path: FieldPath) -> str:
        """The file in which a field of the record stands, as messages name it."""
        for length in range(len(path), 0, -1):
            if kept := self.elsewhere.get(path[:length]):
                place, start = kept
                return place.file((*start, *path[length:]))
        return self.document.path

    def folded(self) -> list[FieldPath]:
        """Paths, inside the record, of values that run over several lines without quotes."""
        return [path[len(self.at) :] for path in self.document.folded if path[: len(self.at)] == self.at]


def worded(code: AnyCode, location: Location, wording: Wording, record: str, path: FieldPath) -> Diagnostic:
    """The words of a code at a place, about a field of a record."""
    name = ".".join(str(step) for step in path)
    return Diagnostic(location, code.number, code.severity, wording.message, wording.hint, record, name)


def moved(found: Iterable[Diagnostic], path: str) -> list[Diagnostic]:
    """The same diagnostics, with the path as messages name it."""
    return [
        Diagnostic(
            Location(path, d.location.line, d.location.column),
            d.code,
            d.severity,
            d.message,
            d.hint,
            d.record,
            d.field,
        )
        for d in found
    ]


def usual(path: str, folders: tuple[str, ...]) -> str:
    """The path as it would be if the folders had their usual names."""
    for folder, usual in zip(folders, ("framework", "data"), strict=False):
        if path.startswith(f"{folder}/"):
            return usual + path[len(folder) :]
    return path


def kind_of(path: str) -> type[Record] | None:
    """The kind whose folder, or list file, `path` (with the usual names of folders) is."""
    top, _, rest = path.partition("/")
    parts = rest.split("/")
    first = parts[0] if len(parts) > 1 else parts[0].rpartition(".")[0]
    return BY_FOLDER.get(f"{top}/{first}")
