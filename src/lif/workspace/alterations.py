"""What is to be changed in a workspace: seen and judged as it would stand, before anything is written."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import TypeAlias

from lif.diagnostics import Diagnostic
from lif.records.blank import field_order
from lif.records.kinds import BY_NAME
from lif.records.record import Record
from lif.source import Document, FieldPath, Node, parse, read
from lif.source.edits import Append, CannotEdit, Edit, Put, Remove, edited
from lif.source.files import Door
from lif.source.new_records import Field, as_read, record_text
from lif.source.writing import Write, write
from lif.workspace import Workspace
from lif.workspace.newly_said import known, newly_said

Making: TypeAlias = "Callable[[FieldPath], Edit]"


class CannotAlter(Exception):  # noqa: N818 - named for what is so
    """A change cannot be made; the message says why and what to do, and nothing was written."""


class Alterations:
    """Changes of a workspace that nobody else sees until they are written, all of them or none.

    The workspace has to be read with its checks, so that what a change would bring can be told apart. Ways
    to fields are those in the record's own file, which is shorter where it builds on another.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._before: dict[str, bytes | None] = {}
        self._now: dict[str, bytes] = {}
        self._after: tuple[tuple[Write, ...], Workspace] | None = None

    def put(self, record: str, path: FieldPath, value: Field) -> None:
        """Replaces the value at `path`, or adds the field in its place. Raises CannotAlter."""
        order = self._order(record)
        self._edit(record, lambda at: Put((*at, *path), value, order))

    def append(self, record: str, path: FieldPath, value: Field) -> None:
        """Adds a member at the end of the list at `path`, made if it is not there. Raises CannotAlter."""
        order = self._order(record)
        self._edit(record, lambda at: Append((*at, *path), value, order))

    def remove(self, record: str, path: FieldPath) -> None:
        """Takes a field or a member of a list away. Raises CannotAlter."""
        self._edit(record, lambda at: Remove((*at, *path)))

    def new(self, kind: type[Record], fields: Mapping[str, Field], text: str | None = None) -> str:
        """Adds a record, in its own file or to the list of its kind; gives the path. Raises CannotAlter.

        A file of its own holds `text`, where that is given: the same fields, with remarks.
        """
        id_ = str(fields["id"])
        taken = self.workspace.register.entries.get(id_)
        if taken is not None:
            raise CannotAlter(f"the id '{id_}' is taken: it stands in {taken.path}")
        folder = self._folder(kind)
        listed = f"{folder}.yaml"
        path = f"{folder}/{id_}.yaml"
        if not (self.workspace.root / folder).is_dir() and (self.workspace.root / listed).is_file():
            self._apply(listed, Append((), fields))
            return listed
        raw = (text or record_text(fields)).encode("utf-8")
        document = parse(raw, path)
        if not isinstance(document, Document) or document.data != as_read(fields):
            raise RuntimeError(f"{path} would not be read back as it was meant")
        self.new_file(path, raw)
        return path

    def new_file(self, path: str, content: bytes) -> None:
        """Adds a file. Raises CannotAlter where one stands already."""
        if path in self._now or (self.workspace.root / path).exists():
            raise CannotAlter(f"a file stands already at {path}")
        self._before[path] = None
        self._now[path] = content

    def data(self, record: str) -> dict[str, Node]:
        """What the record's own file says of it, as it would stand. Raises CannotAlter."""
        path, index = self._place(record)
        data = self._document(path).data
        found = data[index] if isinstance(data, list) and index is not None else data
        assert isinstance(found, dict)
        return found

    @property
    def writes(self) -> tuple[Write, ...]:
        """What would be written, by path; nothing for a file that would stay as it is."""
        return tuple(
            Write(path, self._before[path], now)
            for path, now in sorted(self._now.items())
            if now != self._before[path]
        )

    def diff(self) -> str:
        """The changes line by line, file by file, as git shows them."""
        return "".join(_diff(one) for one in self.writes)

    def after(self) -> Workspace:
        """The workspace as it would stand, read and checked, once for the same edits; nothing is written."""
        wanted = self.writes
        if self._after is None or self._after[0] != wanted:
            over = {one.path: one.after for one in wanted}
            self._after = wanted, Workspace.load(self.workspace.root, self.workspace.as_at, over=over)
        return self._after[1]

    def problems(self) -> tuple[Diagnostic, ...]:
        """What would be said of the workspace then, and is not said now, at its place in the new text."""
        return tuple(newly_said(self.after().diagnostics, known(self.workspace.diagnostics)))

    def hidden_before(self, one: Diagnostic) -> bool:
        """Whether it was as wrong before, and could not be told: on a line that stays as it is, of a record
        that could not be read."""
        return one.record in self.workspace.register.unreadable and not any(
            change.path == one.location.path and one.location.line in _lines_that_come(change)
            for change in self.writes
        )

    def write(self) -> list[str]:
        """Writes all of it, or nothing; gives the paths. Raises CannotWrite with the reason."""
        wanted = self.writes
        write(self.workspace.root, wanted)
        return [one.path for one in wanted]

    def _place(self, record: str) -> tuple[str, int | None]:
        """The record's own file, and its number there in a list of records."""
        entry = self.workspace.register.entries.get(record)
        if entry is None:
            return self._unread(record)
        if entry.framework:
            raise CannotAlter(
                f"'{record}' belongs to the framework {entry.framework}, not to this board: to differ, "
                f"write a record with the same id and builds_on: {entry.framework}"
            )
        return entry.path, entry.index

    def _order(self, record: str) -> tuple[str, ...]:
        """The order in which the fields of the record stand, also where it is not in order itself."""
        entry = self.workspace.register.entries.get(record)
        bad = self.workspace.register.unreadable.get(record)
        kind = type(entry.record) if entry else BY_NAME.get(bad.kind) if bad else None
        return field_order(kind) if kind else ()

    def _unread(self, record: str) -> tuple[str, int | None]:
        """Where a record stands that is not in order, so that a change can mend it."""
        bad = self.workspace.register.unreadable.get(record)
        if bad is None:
            raise CannotAlter(f"there is no record '{record}'")
        data = self._document(bad.path).data
        if isinstance(data, dict):
            return bad.path, None
        ids = [one.get("id") if isinstance(one, dict) else None for one in data]
        if record not in ids:
            raise CannotAlter(f"'{record}' cannot be read: run lif validate, and see {bad.path}")
        return bad.path, ids.index(record)

    def _edit(self, record: str, edit: Making) -> None:
        path, index = self._place(record)
        self._apply(path, edit(() if index is None else (index,)))

    def _apply(self, path: str, edit: Edit) -> None:
        document = self._document(path)
        try:
            self._now[path] = edited(document, (edit,))
        except CannotEdit as fault:
            raise CannotAlter(f"{path}: {fault}") from None

    def _document(self, path: str) -> Document:
        document = read(self.workspace.root, path, {path: self._current(path)})
        if isinstance(document, Document):
            return document
        raise CannotAlter(f"{path} cannot be read: {document[0].message}")

    def _current(self, path: str) -> bytes:
        """The bytes of a file as they would stand; those on disk are kept the first time."""
        if path not in self._now:
            found = Door(self.workspace.root).fetch(path)
            if isinstance(found, Diagnostic):
                raise CannotAlter(f"{path}: {found.message}")
            self._before[path] = found
            self._now[path] = found
        return self._now[path]

    def _folder(self, kind: type[Record]) -> str:
        """Where records of a kind stand in this workspace, whose folders may have names of their own."""
        top, _, rest = kind.folder.partition("/")
        folders = self.workspace.settings.folders
        return f"{(folders.framework if top == 'framework' else folders.data).strip('/')}/{rest}"


def _diff(one: Write) -> str:
    before, after = (_lines(raw) for raw in (one.before or b"", one.after))
    first = "/dev/null" if one.before is None else f"a/{one.path}"
    lines = difflib.unified_diff(before, after, first, f"b/{one.path}", lineterm="")
    return "".join(f"{line}\n" for line in lines)


def _lines_that_come(one: Write) -> set[int]:
    """The numbers of the lines that stand in the new text and not in the old."""
    matcher = difflib.SequenceMatcher(None, _lines(one.before or b""), _lines(one.after), autojunk=False)
    return {
        line
        for sort, _, _, first, end in matcher.get_opcodes()
        if sort != "equal"
        for line in range(first + 1, end + 1)
    }


def _lines(raw: bytes) -> list[str]:
    """The lines of a file; one that does not end its last line says so, as git does."""
    lines = raw.decode("utf-8", "replace").split("\n")
    last = lines.pop()
    return [*lines, f"{last}\n\\ No newline at end of file"] if last else lines
