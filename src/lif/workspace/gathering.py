"""Makes records of files, framework after framework: each with its place and what stands beneath it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lif.diagnostics import AnyCode, Location
from lif.records import problems
from lif.records.figures import PublishedSeries
from lif.records.kinds import BY_FOLDER
from lif.records.links import Survey, survey
from lif.records.problems import FieldPath
from lif.records.reading import FieldProblem, read_record, swallowed
from lif.records.record import Record
from lif.register import Beneath, Entry, PublishedRow, Unreadable
from lif.source import Document, Node, read_many, read_table, walk
from lif.workspace.frameworks import Framework
from lif.workspace.layers import BUILDS_ON, PATTERN, Layer, Layers, beside, origins, read_layer
from lif.workspace.looking import Search
from lif.workspace.places import Place, kind_of, moved, usual
from lif.workspace.told import Told

CSV_COLUMNS = tuple(PublishedRow.__dataclass_fields__)


@dataclass(slots=True)
class Gathering:
    """The records that have been read so far, and the ids that could not be."""

    told: Told
    search: Search | None = None
    """The search for personal data, where everything is checked."""
    alone: bool = False
    """Whether a framework is looked at by itself: patterns may stand in it, and their links are followed."""
    entries: dict[str, Entry] = field(default_factory=dict)
    unreadable: dict[str, Unreadable] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    tables: dict[str, tuple[Location, ...]] = field(default_factory=dict)
    """The place of each line of the CSV beside a published series."""
    published: dict[str, tuple[PublishedRow, ...]] = field(default_factory=dict)
    layers: Layers = field(default_factory=Layers)
    """What the frameworks hold that records further down may build on."""
    files: int = 0
    _mine: set[str] = field(default_factory=set)
    """The ids that were read in the framework that is being read."""

    def read(self, framework: Framework) -> None:
        """Reads every record of one framework; its ids override those of frameworks read before."""
        paths = [
            path for folder in framework.folders for path in walk(framework.root, folder, framework.over)
        ]
        self.files += len(paths)
        self._mine = set()
        if self.search and not framework.installed:
            self.search.through(
                framework.root, {path: framework.shown(path) for path in paths}, framework.over
            )
        for path, result in zip(paths, read_many(framework.root, paths, over=framework.over), strict=True):
            shown = framework.shown(path)
            if not isinstance(result, Document):
                self.told.diagnostics.extend(moved(result, shown))
                self._own(usual(path, framework.folders), shown)
                continue
            result.path = shown
            self.told.diagnostics.extend(moved(result.warnings, shown))
            self._records(framework, path, result)
            result.release()

    def where(self, record: str, path: FieldPath, at_key: bool = False) -> Location | None:
        """The place of a field of a record, if the record was read."""
        place = self.places.get(record)
        return place.locate(path, at_key) if place else None

    def _own(self, path: str, shown: str) -> None:
        """A record that could not be read still owns its id; a list that could not owns ids nobody knows."""
        folder, _, name = path.rpartition("/")
        kind = kind_of(path)
        if kind:
            is_list = folder == kind.folder.rpartition("/")[0]
            id_ = f"{kind.folder}/" if is_list else name.rpartition(".")[0]
            self.unreadable[id_] = Unreadable(id_, kind.kind, shown)

    def _records(self, framework: Framework, path: str, document: Document) -> None:
        """Makes records of one file: one record, or the list in the file of a kind."""
        path = usual(path, framework.folders)
        kind = kind_of(path)
        if kind is None:
            self.told.of_file(document, problems.unknown_place, path, tuple(BY_FOLDER))
            return
        single = path.count("/") > kind.folder.count("/")
        if single != isinstance(document.data, dict):
            wanted = "one record, and found a list" if single else "a list of records, and found one record"
            self.told.of_file(document, problems.record_expected, wanted)
            return
        if isinstance(document.data, dict):
            stem = path.rsplit("/", 1)[-1].removesuffix(".yaml")
            self._record(framework, kind, Place(document, ()), document.data, stem)
        else:
            for index, data in enumerate(document.data):
                self._record(framework, kind, Place(document, (index,)), data, None)

    def _record(
        self, framework: Framework, kind: type[Record], place: Place, data: Node, stem: str | None
    ) -> None:
        """Makes one record, or says what is wrong with it; its id is taken either way."""
        written = data.get("id") if isinstance(data, dict) else None
        id_ = written if isinstance(written, str) else stem or ""
        if stem is not None and id_ != stem:
            self.told.of_id(place, problems.id_and_file_differ, id_, stem)
        layer, result = self._built(framework, kind, place, data, id_)
        if isinstance(result, list):
            for problem in result:
                self.told.add(layer.place, problem, id_)
            for owned in filter(None, (id_, stem)):
                self.unreadable[owned] = Unreadable(owned, kind.kind, place.document.path)
            return
        if result is None:
            return
        if stem is not None and stem != id_ and stem not in self.entries:
            self.unreadable[stem] = Unreadable(stem, kind.kind, place.document.path)
        before = self.entries.get(id_)
        if id_ in self._mine or (before is not None and type(before.record) is not kind):
            self.told.of_id(place, problems.id_taken, id_, str(self.places[id_].locate(("id",))))
            return
        self._enter(framework, layer, result)

    def _built(
        self, framework: Framework, kind: type[Record], place: Place, data: Node, id_: str
    ) -> tuple[Layer, Record | list[FieldProblem] | None]:
        """The record with what it builds on, None for a pattern that waits, or what is wrong with it."""
        if not isinstance(data, dict):
            return Layer(kind, place, {}), read_record(kind, data)
        own = Layer(kind, place, data)
        laid = self.layers.laid(own, id_)
        if not isinstance(laid, Layer):
            beneath = self.unreadable.get(id_)
            return own, [] if beneath and beneath.path.startswith(f"{data[BUILDS_ON]}:") else [laid]
        if laid.waits and not framework.name and not self.alone:
            code: AnyCode = problems.pattern_in_a_workspace
            return own, [FieldProblem((PATTERN,), code, code(id_), at_key=True)]
        result = read_layer(laid)
        if not isinstance(result, list):
            laid = replace(laid, beneath=self._beneath(data, id_), record=result)
            self.layers.keep(framework.name, id_, laid, self.alone)
            if laid.waits and self.alone:
                self.places.setdefault(id_, laid.place)
        elif (base := self.layers.base(data, id_)) is not None:
            result = [beside(base, str(data[BUILDS_ON]), laid, each) for each in result]
        return laid, result

    def _enter(self, framework: Framework, layer: Layer, record: Record) -> None:
        """Takes in a record that was read whole."""
        id_, place = record.id, layer.place
        self._mine.add(id_)
        self.unreadable.pop(id_, None)
        found = survey(record, id_)
        self._item_ids(place, found, id_)
        for problem in swallowed(type(record), place.folded()):
            self.told.add(place, problem, id_)
        self.places[id_] = place
        index = place.at[0] if place.at else None
        self.entries[id_] = Entry(
            record,
            place.document.path,
            framework.name,
            index if isinstance(index, int) else None,
            found,
            layer.beneath,
            origins(place, record, found),
        )
        if isinstance(record, PublishedSeries):
            self._table(framework, place.document, record)

    def _beneath(self, data: dict[str, Node], id_: str) -> tuple[Beneath, ...]:
        """What stands under a record: the one it builds on or replaces, and what stands under that."""
        base = self.layers.base(data, id_)
        if base is not None:
            first, *further = base.under(str(data[BUILDS_ON]), data)
            return (replace(first, passed=self._nearer(id_, first)), *further)
        if (before := self.entries.get(id_)) is not None:
            return (
                Beneath(before.framework, before.path, replaced=True, record=before.record),
                *before.beneath,
            )
        pattern = self.layers.patterns.get(id_)
        return (Beneath(pattern.framework, pattern.path, replaced=True, pattern=True),) if pattern else ()

    def _nearer(self, id_: str, base: Beneath) -> str:
        """The framework that was read later than the one built on and has a record of the same id."""
        before = self.entries.get(id_)
        pattern = self.layers.patterns.get(id_)
        nearest = pattern.framework if pattern else before.framework if before else base.framework
        return nearest if nearest != base.framework else ""

    def _item_ids(self, place: Place, surveyed: Survey, id_: str) -> None:
        seen: set[str] = set()
        for found in surveyed.items:
            if found.item.id in seen:
                code: AnyCode = problems.item_id_taken
                problem = FieldProblem((*found.path, "id"), code, code(found.item.id))
                self.told.add(place, problem, id_)
            seen.add(found.item.id)

    def _table(self, framework: Framework, document: Document, series: PublishedSeries) -> None:
        """Reads the CSV beside a published series."""
        shown = document.path.removesuffix(".yaml") + ".csv"
        path = shown.removeprefix(f"{framework.name}:") if framework.name else shown
        table = read_table(framework.root, path, CSV_COLUMNS, framework.over)
        search = None if framework.installed else self.search
        if isinstance(table, tuple):
            self.told.diagnostics.extend(moved(table, shown))
            if search:
                search.text(framework.root, path, shown, framework.over)
            return
        self.told.diagnostics.extend(moved(table.warnings, shown))
        if search:
            search.table(shown, table)
        self.published[series.id] = tuple(PublishedRow(*row) for row in table.rows)
        self.tables[series.id] = tuple(Location(shown, at.line, at.column) for at in table.places)
