"""What lif.yaml says: whose workspace it is, or that it is a framework, and what is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lif.diagnostics import AnyCode
from lif.records import problems
from lif.records.board import Board
from lif.records.figures import PublishedSeries
from lif.records.problems import FieldPath
from lif.records.reading import FieldProblem, read_part
from lif.records.settings import Folders, Settings
from lif.records.vocabulary import Vocabulary, clash
from lif.source import Document, read
from lif.source.files import Over
from lif.workspace.frameworks import (
    SETTINGS_FILE,
    Circle,
    Framework,
    NotAFramework,
    frameworks_of,
    from_here,
    installed_names,
    is_inside,
)
from lif.workspace.places import Place
from lif.workspace.told import Told


@dataclass(slots=True)
class Whose:
    """The settings of a workspace; a setting that cannot be used is told, and the others count."""

    root: Path
    told: Told
    over: Over = field(default_factory=dict)
    """What is read in place of the workspace's own files."""
    settings: Settings = field(default_factory=Settings)
    whole: bool = True
    """Whether every framework can be read; without one, links to its records could not be judged."""
    beside: tuple[str, ...] = ()
    """The folders of the frameworks that do not come with lif, as paths from the root."""
    _document: Document | None = None
    _usable: bool = False

    def read(self) -> Settings:
        """What lif.yaml says."""
        document = read(self.root, SETTINGS_FILE, self.over)
        if not isinstance(document, Document):
            self.told.diagnostics.extend(document)
            self.whole = False
            return self.settings
        self._document = document
        self.told.diagnostics.extend(document.warnings)
        settings = read_part(Settings, document.data)
        if isinstance(settings, Settings):
            self._usable = True
            self.settings = self._kept_inside(settings)
            return self.settings
        for problem in settings:
            self.told.add(Place(document, ()), problem, "")
        wrong = {problem.path[0] if problem.path else "" for problem in settings}
        self.whole = not wrong & {"", "extends", "folders"}
        data = document.data if isinstance(document.data, dict) else {}
        rest = read_part(Settings, {name: value for name, value in data.items() if name not in wrong})
        self.settings = rest if isinstance(rest, Settings) else Settings()
        return self.settings

    @property
    def alone(self) -> bool:
        """Whether it is a framework that others extend: no board is named, and nothing here is a board's.

        Published figures are nobody's own: a folder that holds only those in its data is no board's either.
        """
        if self.settings.board is not None or not self._usable:
            return False
        folders = self.settings.folders
        boards = self.root / folders.framework / Board.folder.rpartition("/")[2]
        data = self.root / folders.data
        known = [entry.name for entry in data.iterdir()] if data.is_dir() else []
        figures = PublishedSeries.folder.rpartition("/")[2]
        return set(known) <= {figures} and not boards.exists() and not boards.with_suffix(".yaml").exists()

    def frameworks(self) -> list[Framework]:
        """The frameworks to read, those extended first, the workspace's own last."""
        folders = self.settings.folders
        own = Framework("", self.root, (folders.framework.strip("/"), folders.data.strip("/")), self.over)
        found: dict[Path, Framework] = {}
        for index, name in enumerate(self.settings.extends):
            try:
                further = frameworks_of(name, self.root, found)
            except (Circle, NotAFramework) as fault:
                self._wrong(("extends", index), str(fault))
                self.whole = False
                continue
            self._told_of(("extends", index), name, found, further)
            found = further
        beside = [path for path, each in found.items() if not each.installed]
        self.beside = tuple(from_here(path, self.root) for path in beside)
        self._words([*found.values()])
        return [*found.values(), own]

    def _words(self, frameworks: list[Framework]) -> None:
        """Adds what the frameworks call things, the nearest last, where the workspace has no word of its own.

        Where the words of several together would be one word for two things, those of the workspace count.
        """
        own = self.settings.vocabulary.called()
        words = [
            (term, forms, each.name)
            for each in frameworks
            for term, forms in each.vocabulary.called().items()
        ]
        brought = {term: name for term, _, name in words if term not in own}
        if not brought:
            return
        whole = {term: forms for term, forms, _ in words} | own
        if (found := clash(whole)) is None:
            told = Vocabulary.model_validate({term: [*forms] for term, forms in whole.items()})
            self.settings = self.settings.model_copy(update={"vocabulary": told})
            return
        term, word, other = found
        mine = next((one for one in (term, other) if one in own), None)
        at: FieldPath = ("vocabulary", mine) if mine else ("extends",)
        names = (term, word, other.replace("_", " "), brought.get(term, ""), brought.get(other, ""))
        self._add(at, problems.word_of_another, *names)

    def _told_of(
        self, at: FieldPath, name: str, before: dict[Path, Framework], now: dict[Path, Framework]
    ) -> None:
        """Tells of a framework whose name or place would mislead."""
        named = {each.name: path for path, each in before.items()}
        for path, each in now.items():
            if (first := named.setdefault(each.name, path)) != path:
                self._add(
                    at, problems.same_name, each.name, from_here(first, self.root), from_here(path, self.root)
                )
                self.whole = False
        if name in installed_names():
            if (self.root / name / Settings().folders.framework).is_dir():
                self._add(at, problems.shadowed, name)
        elif not is_inside(self.root / name, self.root):
            self._add(at, problems.outside, name)

    def board_is_there(self, boards: Iterable[str], unreadable: Collection[str]) -> None:
        """Tells of a board that is not named, or is not among those whose records were read."""
        named = self.settings.board
        if named is None:
            if not self.alone and not any(d.location.path == SETTINGS_FILE for d in self.told.diagnostics):
                self._wrong((), "it does not say whose workspace this is: add 'board:' with the id")
        elif self.whole and named not in unreadable and f"{Board.folder}/" not in unreadable:
            known = [*boards]
            if named not in known:
                near = problems.nearest(named, known)
                meant = f": did you mean '{near}'?" if near else ""
                self._wrong(("board",), f"there is no board with the id '{named}'{meant}")

    def _kept_inside(self, settings: Settings) -> Settings:
        """The settings, the usual place standing for each folder that may not be looked into.

        A folder that is named, and is not there, would be read as one without records.
        """
        instead: dict[str, str] = {}
        for name in settings.folders.model_fields_set:
            folder = getattr(settings.folders, name)
            place = self.root / folder
            if not place.is_dir():
                self._wrong(("folders", name), f"there is no folder '{problems.shown(folder)}'")
                self.whole = False
            elif not place.resolve().is_relative_to(self.root.resolve()):
                self._wrong(("folders", name), f"'{problems.shown(folder)}' leads out of the workspace")
                instead[name] = getattr(Folders(), name)
                self.whole = False
        return settings.model_copy(update={"folders": settings.folders.model_copy(update=instead)})

    def _wrong(self, path: FieldPath, message: str) -> None:
        self._add(path, problems.wrong_setting, message)

    def _add(self, path: FieldPath, code: AnyCode, *words: str) -> None:
        if self._document:
            self.told.add(Place(self._document, ()), FieldProblem(path, code, code(*words)), "")
