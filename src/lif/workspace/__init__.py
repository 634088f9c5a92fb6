"""A board's workspace: everything that was read, linked and checked, as things stood on one day."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from lif.checks.finding import Check
from lif.diagnostics import Diagnostic, Severity
from lif.records.board import Board
from lif.records.issued import IssuedPaper
from lif.records.settings import Settings
from lif.records.words import PLAIN, Words, sealed
from lif.register import Register
from lif.source.files import NOTHING_OVER, Over
from lif.views.bodies import body_of
from lif.workspace.frameworks import SETTINGS_FILE
from lif.workspace.loading import Loading, Past


class NoWorkspace(Exception):  # noqa: N818
    """There is no lif.yaml in this folder or in any above it; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Of what the files of a workspace are those of then: the folder in whose history, and the commit.

    Its root is a passing folder, which is there as long as `files` is.
    """

    root: Path
    commit: str
    on: date
    files: object


@dataclass(frozen=True)
class Workspace:
    """Settings, register, and every diagnostic in order of place."""

    root: Path
    as_at: date
    settings: Settings
    register: Register
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    files: int
    beside: tuple[str, ...] = ()
    """The folders of the frameworks that were read and did not come with lif, as paths from the root."""
    unsealed: Register | None = None
    """The records as they were read, where those of `register` are sealed for the board's own words."""
    stood: Stood | None = None
    """Where the files are not those of now: the commit that they are of."""

    @classmethod
    def load(
        cls,
        root: Path,
        as_at: date,
        checks: Sequence[Check] | None = None,
        over: Over = NOTHING_OVER,
        past: Past | None = None,
    ) -> Workspace:
        """Reads, validates and checks the workspace at `root` as things stood on `as_at`.

        Without `checks` every check is made; an empty list makes none, for commands that only look things up.
        What stands in `over`, by path, is read in place of the workspace's own files: what would be written.
        With the `past` of the records, what was altered without a logged change is found too.
        Raises NoWorkspace when there is no lif.yaml, BrokenCheckError naming the check when a check crashes.
        """
        if not (root / SETTINGS_FILE).exists():
            raise NoWorkspace(f"there is no {SETTINGS_FILE} in {root}")
        collecting = gc.isenabled()
        gc.disable()
        try:
            loading = Loading(root, as_at, _every_check() if checks is None else checks, over)
            loading.past = past
            loaded = loading.run()
        finally:
            if collecting:
                gc.enable()
        return cls(
            root,
            as_at,
            loaded.settings,
            loaded.register,
            loaded.diagnostics,
            loaded.accepted,
            loaded.files,
            loaded.beside,
        )

    @property
    def home(self) -> Path:
        """The folder in whose history it stands: its root, also where it is read as it stood."""
        return self.stood.root if self.stood else self.root

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stop papers being made."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that do not."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)

    @property
    def is_framework(self) -> bool:
        """Whether it is a framework that boards extend, looked at by itself, and no board's workspace."""
        return self.register.alone

    @property
    def parts(self) -> tuple[str, ...]:
        """What papers are made from, as paths from the root: settings, records, templates, and frameworks."""
        folders = self.settings.folders
        return (SETTINGS_FILE, folders.framework, folders.data, folders.templates, *self.beside)

    @property
    def issues(self) -> str:
        """The folder of the records of issues, which say that a paper was made and go into none."""
        return f"{self.settings.folders.data.strip('/')}/{IssuedPaper.folder.partition('/')[2]}"

    def speaking(self) -> Workspace:
        """The same workspace for papers and listings in the board's own words, if it has any."""
        return self.sealed() if self.settings.vocabulary.called() else self

    def sealed(self) -> Workspace:
        """The same workspace with what its records say sealed, so that no word of it is put in others."""
        if self.unsealed is not None:
            return self
        return replace(self, register=self.register.with_prose(sealed), unsealed=self.register)

    @property
    def as_read(self) -> Register:
        """The records as they were read: for what reads their words, protects them or writes files."""
        return self.register if self.unsealed is None else self.unsealed

    @cached_property
    def words(self) -> Words:
        """The words in which what is made of `register` is told: the board's own only where it is sealed."""
        if self.unsealed is None:
            return PLAIN
        board = self.register.find(Board, self.settings.board)
        partnership = board is not None and body_of(board, self.as_at).kind == "partnership"
        return Words.of(self.settings.vocabulary, partnership)

    @cached_property
    def board(self) -> Board:
        """The board whose workspace this is; raises KeyError when its record is not there."""
        return self.register.record(Board, self.settings.board or "")


def _every_check() -> Sequence[Check]:
    """All checks, imported only where they are made."""
    from lif.checks.registry import CHECKS

    return CHECKS


def find_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds lif.yaml; raises NoWorkspace when there is none."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise NoWorkspace(
        f"there is no {SETTINGS_FILE} in {start} or in any folder above it: "
        "go to a board's folder, or name one with --root"
    )
