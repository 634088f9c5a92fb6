"""The steps of loading a workspace: settings, frameworks, records, links and checks, with places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lif.checks.acceptances import accept
from lif.checks.finding import Check, Finding
from lif.diagnostics import AnyCode, Diagnostic, Location
from lif.records import problems
from lif.records.board import Board
from lif.records.figures import PublishedSeries
from lif.records.kinds import BY_FOLDER
from lif.records.links import Survey, survey
from lif.records.problems import FieldPath, Wording
from lif.records.reading import FieldProblem, read_part, read_record, swallowed
from lif.records.record import Record
from lif.records.settings import Settings
from lif.register import Entry, PublishedRow, Register, Unreadable
from lif.source import Document, Node, read, read_many, read_table, walk
from lif.workspace.frameworks import SETTINGS_FILE, Circle, Framework, NotAFramework, frameworks_of

CSV_COLUMNS = tuple(PublishedRow.__dataclass_fields__)


class BrokenCheckError(RuntimeError):
    """A check failed, which is a fault of lif: `check` names it, and no value of a record is in its words."""

    def __init__(self, check: str) -> None:
        super().__init__(f"the check {check} failed")
        self.check = check


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading gives: settings, register, what is wrong, what was accepted, how many files were read."""

    settings: Settings
    register: Register
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    files: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file, and its position in a list file."""

    document: Document
    at: FieldPath

    def locate(self, path: FieldPath, at_key: bool = False) -> Location:
        """The place of a field of the record."""
        return self.document.locate((*self.at, *path), key=at_key)

    def folded(self) -> list[FieldPath]:
        """Paths, inside the record, of values that run over several lines without quotes."""
        return [path[len(self.at) :] for path in self.document.folded if path[: len(self.at)] == self.at]


Mine = dict[str, Place]
"""The records of one framework that have been read so far, by id."""


@dataclass
class Loading:
    """The steps of reading a workspace, with what they have gathered so far."""

    root: Path
    as_at: date
    diagnostics: list[Diagnostic] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable: dict[str, Unreadable] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    settings_document: Document | None = None
    tables: dict[str, tuple[Location, ...]] = field(default_factory=dict)
    published: dict[str, tuple[PublishedRow, ...]] = field(default_factory=dict)
    files: int = 0

    def run(self, checks: Sequence[Check]) -> Loaded:
        """Reads, links and checks everything; one mistake gives one diagnostic."""
        settings = self._settings()
        for framework in self._frameworks(settings):
            self._read(framework)
        self._board(settings)
        register = Register.of(
            self.entries.values(), self.unreadable.values(), self.published, settings.board or ""
        )
        for code, finding in _findings(checks, register, self.as_at):
            self.diagnostics.append(self._placed(code, finding))
        kept, accepted = accept(register, self.as_at, self.diagnostics, self._where)
        return Loaded(
            settings,
            register,
            tuple(sorted(kept, key=lambda d: d.sort_key)),
            tuple(sorted(accepted, key=lambda d: d.sort_key)),
            self.files,
        )

    def _settings(self) -> Settings:
        document = read(self.root, SETTINGS_FILE)
        if not isinstance(document, Document):
            self.diagnostics.extend(document)
            return Settings()
        self.settings_document = document
        settings = read_part(Settings, document.data)
        if isinstance(settings, Settings):
            return settings
        for problem in settings:
            self._add(document, problem, "")
        return Settings()

    def _setting_wrong(self, path: FieldPath, message: str) -> None:
        code: AnyCode = problems.wrong_setting
        problem = FieldProblem(path, code, code(message))
        if self.settings_document:
            self._add(self.settings_document, problem, "")

    def _frameworks(self, settings: Settings) -> list[Framework]:
        """The frameworks to read, those extended first, the workspace's own last."""
        own = Framework("", self.root, (settings.folders.framework, settings.folders.data))
        found: dict[Path, Framework] = {}
        for index, name in enumerate(settings.extends):
            try:
                found |= frameworks_of(name, self.root, found)
            except (Circle, NotAFramework) as fault:
                self._setting_wrong(("extends", index), str(fault))
        return [*found.values(), own]

    def _read(self, framework: Framework) -> None:
        """Reads every record of one framework; its ids override those of frameworks read before."""
        paths = [path for folder in framework.folders for path in walk(framework.root, folder)]
        self.files += len(paths)
        mine: Mine = {}
        for path, result in zip(paths, read_many(framework.root, paths), strict=True):
            shown = framework.shown(path)
            if not isinstance(result, Document):
                self.diagnostics.extend(_moved(result, shown))
                self._own(path, shown)
                continue
            result.path = shown
            self.diagnostics.extend(_moved(result.warnings, shown))
            self._records(framework, path, result, mine)
            result.release()

    def _own(self, path: str, shown: str) -> None:
        """A record that could not be read still owns its id; a list that could not owns ids nobody knows."""
        folder, _, name = path.rpartition("/")
        kind = _kind_of(path)
        if kind:
            is_list = folder == kind.folder.rpartition("/")[0]
            id_ = f"{kind.folder}/" if is_list else name.rpartition(".")[0]
            self.unreadable[id_] = Unreadable(id_, kind.kind, shown)

    def _records(self, framework: Framework, path: str, document: Document, mine: Mine) -> None:
        """Makes records of one file: one record, or the list in the file of a kind."""
        kind = _kind_of(path, framework.folders)
        if kind is None:
            self._wrong(document, problems.unknown_place, path, tuple(BY_FOLDER))
            return
        single = path.count("/") > kind.folder.count("/")
        if single != isinstance(document.data, dict):
            wanted = "one record, and found a list" if single else "a list of records, and found one record"
            self._wrong(document, problems.record_expected, wanted)
            return
        if isinstance(document.data, dict):
            stem = path.rsplit("/", 1)[-1].removesuffix(".yaml")
            self._record(framework, kind, Place(document, ()), document.data, stem, mine)
        else:
            for index, data in enumerate(document.data):
                self._record(framework, kind, Place(document, (index,)), data, None, mine)

    def _record(
        self, framework: Framework, kind: type[Record], place: Place, data: Node, stem: str | None, mine: Mine
    ) -> None:
        """Makes one record, or says what is wrong with it; its id is taken either way."""
        result = read_record(kind, data)
        written = data.get("id") if isinstance(data, dict) else None
        id_ = written if isinstance(written, str) else stem or ""
        if stem is not None and id_ != stem:
            self._named(place, problems.id_and_file_differ, id_, stem)
        if not isinstance(result, Record):
            for problem in result:
                self._add(place.document, problem, id_, place.at)
            for owned in {id_, stem or id_}:
                self.unreadable[owned] = Unreadable(owned, kind.kind, place.document.path)
            return
        if id_ in mine:
            self._named(place, problems.id_taken, id_, str(mine[id_].locate(("id",))))
            return
        mine[id_] = place
        self.unreadable.pop(id_, None)
        found = survey(result, id_)
        self._item_ids(place, found, id_)
        for problem in swallowed(kind, place.folded()):
            self._add(place.document, problem, id_, place.at)
        self.places[id_] = place
        index = place.at[0] if place.at else None
        self.entries[id_] = Entry(
            result, place.document.path, framework.name, index if isinstance(index, int) else None, found
        )
        if isinstance(result, PublishedSeries):
            self._table(framework, place.document, result)

    def _wrong(self, document: Document, code: AnyCode, *words: object) -> None:
        """A problem with a whole file."""
        self._add(document, FieldProblem((), code, code(*words)), "")

    def _named(self, place: Place, code: AnyCode, id_: str, *words: str) -> None:
        """A problem with the id of a record."""
        self._add(place.document, FieldProblem(("id",), code, code(id_, *words)), id_, place.at)

    def _item_ids(self, place: Place, surveyed: Survey, id_: str) -> None:
        seen: set[str] = set()
        for found in surveyed.items:
            if found.item.id in seen:
                code: AnyCode = problems.item_id_taken
                problem = FieldProblem((*found.path, "id"), code, code(found.item.id))
                self._add(place.document, problem, id_, place.at)
            seen.add(found.item.id)

    def _table(self, framework: Framework, document: Document, series: PublishedSeries) -> None:
        """Reads the CSV beside a published series."""
        shown = document.path.removesuffix(".yaml") + ".csv"
        path = shown.removeprefix(f"{framework.name}:") if framework.name else shown
        table = read_table(framework.root, path, CSV_COLUMNS)
        if isinstance(table, tuple):
            self.diagnostics.extend(table)
            return
        self.published[series.id] = tuple(PublishedRow(*row) for row in table.rows)
        self.tables[series.id] = table.places

    def _board(self, settings: Settings) -> None:
        if settings.board is None:
            if not any(d.location.path == SETTINGS_FILE for d in self.diagnostics):
                self._setting_wrong((), "it does not say whose workspace this is: add 'board:' with the id")
        elif settings.board not in self.unreadable:
            entry = self.entries.get(settings.board)
            if entry is None or not isinstance(entry.record, Board):
                self._setting_wrong(("board",), f"there is no board with the id '{settings.board}'")

    def _add(self, document: Document, problem: FieldProblem, record: str, at: FieldPath = ()) -> None:
        location = document.locate((*at, *problem.path), key=problem.at_key)
        self.diagnostics.append(_worded(problem.code, location, problem.wording, record, problem.path))

    def _where(self, record: str, path: FieldPath, at_key: bool = False, row: int | None = None) -> Location:
        """The place of a field of a record, or of a line of the CSV beside it."""
        if row is not None and record in self.tables:
            return self.tables[record][row]
        place = self.places.get(record)
        return place.locate(path, at_key) if place else Location(SETTINGS_FILE)

    def _placed(self, code: AnyCode, finding: Finding) -> Diagnostic:
        location = self._where(finding.record, finding.path, finding.at_key, finding.row)
        wording = Wording(finding.message, finding.hint)
        return _worded(code, location, wording, finding.record, finding.path)


def _worded(code: AnyCode, location: Location, wording: Wording, record: str, path: FieldPath) -> Diagnostic:
    name = ".".join(str(step) for step in path)
    return Diagnostic(location, code.number, code.severity, wording.message, wording.hint, record, name)


def _findings(checks: Sequence[Check], register: Register, as_at: date) -> Iterator[tuple[AnyCode, Finding]]:
    """What every check finds; a check that crashes is a bug that names the check (decision 6)."""
    for check in checks:
        try:
            for finding in check(register, as_at):
                yield check, finding
        except Exception as crash:
            raise BrokenCheckError(f"{check.number} ({check.name})") from crash


def _moved(found: Iterable[Diagnostic], path: str) -> list[Diagnostic]:
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


def _kind_of(path: str, folders: tuple[str, ...] = ("framework", "data")) -> type[Record] | None:
    """The kind whose folder, or list file, `path` is."""
    top, _, rest = path.partition("/")
    usual = dict(zip(folders, ("framework", "data"), strict=False)).get(top, top)
    parts = rest.split("/")
    first = parts[0] if len(parts) > 1 else parts[0].rpartition(".")[0]
    return BY_FOLDER.get(f"{usual}/{first}")
