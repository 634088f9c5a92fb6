"""The steps of loading a workspace: settings, frameworks, records, links and checks, with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from lif.register import Beneath, Entry, PublishedRow, Register, Unreadable
from lif.source import Document, Node, read, read_many, read_table, walk
from lif.workspace.frameworks import SETTINGS_FILE, Circle, Framework, NotAFramework, frameworks_of
from lif.workspace.layers import BUILDS_ON, PATTERN, Layer, Layers, kept_from, read_layer
from lif.workspace.looking import Search
from lif.workspace.personal_data import masked
from lif.workspace.places import Place, kind_of, moved, usual, worded

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
    layers: Layers = field(default_factory=Layers)
    """What the frameworks hold that records further down may build on."""
    has_board: bool = True
    """Whether it is a board's workspace, and not a framework that others extend."""
    search: Search | None = None
    """The search for personal data, where everything is checked."""
    whole: bool = True
    """Whether every framework could be read; without one, links to its records could not be judged."""

    def run(self, checks: Sequence[Check]) -> Loaded:
        """Reads, links and checks everything; one mistake gives one diagnostic."""
        self.search = Search(self.root) if checks else None
        try:
            return self._run(checks)
        finally:
            if self.search:
                self.search.close()

    def _run(self, checks: Sequence[Check]) -> Loaded:
        settings = self._settings()
        self.has_board = settings.board is not None
        for framework in self._frameworks(settings):
            self._read(framework)
        self._board(settings)
        register = Register.of(
            self.entries.values(),
            self.unreadable.values(),
            self.published,
            settings.board or "",
            settings.figures,
            self.layers.patterns,
        )
        kept, accepted = self.diagnostics, list[Diagnostic]()
        if checks and self.whole:
            for code, finding in _findings(checks, register, self.as_at):
                self.diagnostics.append(self._placed(code, finding))
            kept, accepted = accept(register, self.as_at, self.diagnostics, self._where)
        if self.search:
            self.search.templates(settings)
            kept = self.search.told(kept, register, self.as_at, self._where)
        else:
            kept = masked(kept)
        return Loaded(
            settings,
            register,
            tuple(sorted(kept, key=lambda d: d.sort_key)),
            tuple(sorted(masked(accepted), key=lambda d: d.sort_key)),
            self.files,
        )

    def _settings(self) -> Settings:
        """What lif.yaml says; a setting that cannot be used is told, and the others count."""
        document = read(self.root, SETTINGS_FILE)
        if self.search:
            self.search.through(self.root, {SETTINGS_FILE: SETTINGS_FILE})
        if not isinstance(document, Document):
            self.diagnostics.extend(document)
            self.whole = False
            return Settings()
        self.settings_document = document
        self.diagnostics.extend(document.warnings)
        settings = read_part(Settings, document.data)
        if isinstance(settings, Settings):
            self._folders(settings)
            return settings
        for problem in settings:
            self._add(Place(document, ()), problem, "")
        wrong = {problem.path[0] if problem.path else "" for problem in settings}
        self.whole = not wrong & {"", "extends", "folders"}
        data = document.data if isinstance(document.data, dict) else {}
        rest = read_part(Settings, {name: value for name, value in data.items() if name not in wrong})
        return rest if isinstance(rest, Settings) else Settings()

    def _folders(self, settings: Settings) -> None:
        """A folder that is named, and is not there, would be read as one without records."""
        for name in settings.folders.model_fields_set:
            folder = getattr(settings.folders, name)
            if not (self.root / folder).is_dir():
                self._setting_wrong(("folders", name), f"there is no folder '{problems.shown(folder)}'")
                self.whole = False

    def _setting_wrong(self, path: FieldPath, message: str) -> None:
        code: AnyCode = problems.wrong_setting
        problem = FieldProblem(path, code, code(message))
        if self.settings_document:
            self._add(Place(self.settings_document, ()), problem, "")

    def _frameworks(self, settings: Settings) -> list[Framework]:
        """The frameworks to read, those extended first, the workspace's own last."""
        folders = settings.folders
        own = Framework("", self.root, (folders.framework.strip("/"), folders.data.strip("/")))
        found: dict[Path, Framework] = {}
        for index, name in enumerate(settings.extends):
            try:
                found |= frameworks_of(name, self.root, found)
            except (Circle, NotAFramework) as fault:
                self._setting_wrong(("extends", index), str(fault))
                self.whole = False
        return [*found.values(), own]

    def _read(self, framework: Framework) -> None:
        """Reads every record of one framework; its ids override those of frameworks read before."""
        paths = [path for folder in framework.folders for path in walk(framework.root, folder)]
        self.files += len(paths)
        mine: Mine = {}
        if self.search and not framework.installed:
            self.search.through(framework.root, {path: framework.shown(path) for path in paths})
        for path, result in zip(paths, read_many(framework.root, paths), strict=True):
            shown = framework.shown(path)
            if not isinstance(result, Document):
                self.diagnostics.extend(moved(result, shown))
                self._own(usual(path, framework.folders), shown)
                continue
            result.path = shown
            self.diagnostics.extend(moved(result.warnings, shown))
            self._records(framework, path, result, mine)
            result.release()

    def _own(self, path: str, shown: str) -> None:
        """A record that could not be read still owns its id; a list that could not owns ids nobody knows."""
        folder, _, name = path.rpartition("/")
        kind = kind_of(path)
        if kind:
            is_list = folder == kind.folder.rpartition("/")[0]
            id_ = f"{kind.folder}/" if is_list else name.rpartition(".")[0]
            self.unreadable[id_] = Unreadable(id_, kind.kind, shown)

    def _records(self, framework: Framework, path: str, document: Document, mine: Mine) -> None:
        """Makes records of one file: one record, or the list in the file of a kind."""
        path = usual(path, framework.folders)
        kind = kind_of(path)
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
        written = data.get("id") if isinstance(data, dict) else None
        id_ = written if isinstance(written, str) else stem or ""
        if stem is not None and id_ != stem:
            self._named(place, problems.id_and_file_differ, id_, stem)
        place, result = self._built(framework, kind, place, data, id_)
        if isinstance(result, list):
            for problem in result:
                self._add(place, problem, id_)
            for owned in filter(None, (id_, stem)):
                self.unreadable[owned] = Unreadable(owned, kind.kind, place.document.path)
            return
        if result is None:
            return
        if stem is not None and stem != id_ and stem not in self.entries:
            self.unreadable[stem] = Unreadable(stem, kind.kind, place.document.path)
        before = self.entries.get(id_)
        if id_ in mine or (before is not None and type(before.record) is not kind):
            self._named(place, problems.id_taken, id_, str(self.places[id_].locate(("id",))))
            return
        mine[id_] = place
        self.unreadable.pop(id_, None)
        found = survey(result, id_)
        self._item_ids(place, found, id_)
        for problem in swallowed(kind, place.folded()):
            self._add(place, problem, id_)
        self.places[id_] = place
        index = place.at[0] if place.at else None
        beneath = self._beneath(before, result, place)
        self.entries[id_] = Entry(
            result,
            place.document.path,
            framework.name,
            index if isinstance(index, int) else None,
            found,
            beneath,
        )
        if isinstance(result, PublishedSeries):
            self._table(framework, place.document, result)

    def _built(
        self, framework: Framework, kind: type[Record], place: Place, data: Node, id_: str
    ) -> tuple[Place, Record | list[FieldProblem] | None]:
        """The record with what it builds on, None for a pattern that waits, or what is wrong with it."""
        if not isinstance(data, dict):
            return place, read_record(kind, data)
        laid = self.layers.laid(Layer(kind, place, data), id_)
        if not isinstance(laid, Layer):
            beneath = self.unreadable.get(id_)
            return place, [] if beneath and beneath.path.startswith(f"{data[BUILDS_ON]}:") else [laid]
        if laid.waits and not framework.name and self.has_board:
            code: AnyCode = problems.pattern_in_a_workspace
            return place, [FieldProblem((PATTERN,), code, code(id_), at_key=True)]
        result = read_layer(laid)
        if not isinstance(result, list):
            self.layers.keep(framework.name, id_, laid)
        return laid.place, result

    def _wrong(self, document: Document, code: AnyCode, *words: object) -> None:
        """A problem with a whole file."""
        self._add(Place(document, ()), FieldProblem((), code, code(*words)), "")

    def _named(self, place: Place, code: AnyCode, id_: str, *words: str) -> None:
        """A problem with the id of a record."""
        self._add(place, FieldProblem(("id",), code, code(id_, *words)), id_)

    def _beneath(self, before: Entry | None, record: Record, place: Place) -> tuple[Beneath, ...]:
        """What stands under a record: the one it builds on or replaces, and what stands under that."""
        layer = self.layers.beneath(record)
        if layer is None:
            return () if before is None else (Beneath(before.framework, before.path), *before.beneath)
        further = before.beneath if before is not None else ()
        return (Beneath(record.builds_on or "", layer.place.document.path, kept_from(layer, place)), *further)

    def _item_ids(self, place: Place, surveyed: Survey, id_: str) -> None:
        seen: set[str] = set()
        for found in surveyed.items:
            if found.item.id in seen:
                code: AnyCode = problems.item_id_taken
                problem = FieldProblem((*found.path, "id"), code, code(found.item.id))
                self._add(place, problem, id_)
            seen.add(found.item.id)

    def _table(self, framework: Framework, document: Document, series: PublishedSeries) -> None:
        """Reads the CSV beside a published series."""
        shown = document.path.removesuffix(".yaml") + ".csv"
        path = shown.removeprefix(f"{framework.name}:") if framework.name else shown
        table = read_table(framework.root, path, CSV_COLUMNS)
        search = None if framework.installed else self.search
        if isinstance(table, tuple):
            self.diagnostics.extend(moved(table, shown))
            if search:
                search.text(framework.root, path, shown)
            return
        self.diagnostics.extend(moved(table.warnings, shown))
        if search:
            search.table(shown, table)
        self.published[series.id] = tuple(PublishedRow(*row) for row in table.rows)
        self.tables[series.id] = tuple(Location(shown, at.line, at.column) for at in table.places)

    def _board(self, settings: Settings) -> None:
        if settings.board is None:
            if not any(d.location.path == SETTINGS_FILE for d in self.diagnostics):
                self._setting_wrong((), "it does not say whose workspace this is: add 'board:' with the id")
        elif (
            self.whole and settings.board not in self.unreadable and f"{Board.folder}/" not in self.unreadable
        ):
            boards = [id_ for id_, entry in self.entries.items() if isinstance(entry.record, Board)]
            if settings.board not in boards:
                near = problems.nearest(settings.board, boards)
                meant = f": did you mean '{near}'?" if near else ""
                self._setting_wrong(("board",), f"there is no board with the id '{settings.board}'{meant}")

    def _add(self, place: Place, problem: FieldProblem, record: str) -> None:
        location = place.locate(problem.path, problem.at_key)
        self.diagnostics.append(worded(problem.code, location, problem.wording, record, problem.path))

    def _where(self, record: str, path: FieldPath, at_key: bool = False, row: int | None = None) -> Location:
        """The place of a field of a record, or of a line of the CSV beside it."""
        if row is not None and record in self.tables:
            return self.tables[record][row]
        place = self.places.get(record)
        return place.locate(path, at_key) if place else Location(SETTINGS_FILE)

    def _placed(self, code: AnyCode, finding: Finding) -> Diagnostic:
        place = self.places.get(finding.record)
        if finding.inside is not None and place:
            location = place.locate(finding.path, inside=finding.inside)
        else:
            location = self._where(finding.record, finding.path, finding.at_key, finding.row)
        wording = Wording(finding.message, finding.hint)
        return worded(code, location, wording, finding.record, finding.path)


def _findings(checks: Sequence[Check], register: Register, as_at: date) -> Iterator[tuple[AnyCode, Finding]]:
    """What every check finds; a check that crashes is a bug that names the check (decision 6)."""
    for check in checks:
        try:
            for finding in check(register, as_at):
                yield check, finding
        except Exception as crash:
            raise BrokenCheckError(f"{check.number} ({check.name})") from crash
