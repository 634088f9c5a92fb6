"""The steps of loading a workspace: settings, frameworks, records, links and checks, with places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lif.checks.acceptances import accept
from lif.checks.finding import Check, Finding
from lif.diagnostics import AnyCode, Diagnostic, Location
from lif.history.record_steps import RecordStep
from lif.records.board import Board
from lif.records.problems import FieldPath, Wording
from lif.records.settings import Settings
from lif.register import Register
from lif.source.files import NOTHING_OVER, Over
from lif.workspace.frameworks import SETTINGS_FILE
from lif.workspace.gathering import Gathering
from lif.workspace.looking import Search
from lif.workspace.personal_data import masked
from lif.workspace.places import worded
from lif.workspace.told import Told
from lif.workspace.whose import Whose


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
    beside: tuple[str, ...]
    """The folders of the frameworks that were read and did not come with lif, as paths from the root."""


Past = Mapping[str, tuple[RecordStep, ...]]
"""The life of records in git, by id."""


class Loading:
    """One reading of a workspace: its settings, then its records, then the checks."""

    def __init__(self, root: Path, as_at: date, checks: Sequence[Check], over: Over = NOTHING_OVER) -> None:
        self.as_at = as_at
        self.checks = checks
        self.told = Told()
        self.search = Search(root) if checks else None
        self.whose = Whose(root, self.told, over)
        self.gathered = Gathering(self.told, self.search)
        self.past: Past | None = None

    def run(self) -> Loaded:
        """Reads, links and checks everything; one mistake gives one diagnostic."""
        try:
            return self._run()
        finally:
            if self.search:
                self.search.close()

    def _run(self) -> Loaded:
        settings = self.whose.read()
        if self.search:
            self.search.through(self.whose.root, {SETTINGS_FILE: SETTINGS_FILE}, self.whose.over)
        register = self._register(settings)
        settings = self.whose.settings  # with the words of frameworks
        kept, accepted = self.told.diagnostics, list[Diagnostic]()
        if self.checks and self.whose.whole:
            for code, finding in _findings(self.checks, register, self.as_at):
                self.told.diagnostics.append(self._placed(code, finding))
            kept, accepted = accept(register, self.as_at, self.told.diagnostics, self._where)
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
            self.gathered.files,
            self.whose.beside,
        )

    def _register(self, settings: Settings) -> Register:
        """The records of every framework and of the workspace itself."""
        gathered = self.gathered
        gathered.alone = self.whose.alone
        for framework in self.whose.frameworks():
            gathered.read(framework)
        entries = gathered.entries
        boards = (id_ for id_, entry in entries.items() if isinstance(entry.record, Board))
        self.whose.board_is_there(boards, gathered.unreadable)
        register = Register.of(
            entries.values(),
            gathered.unreadable.values(),
            gathered.published,
            settings.board or "",
            settings.figures,
            gathered.layers.patterns,
            gathered.alone,
        )
        return register if self.past is None else replace(register, past=self.past)

    def _where(self, record: str, path: FieldPath, at_key: bool = False, row: int | None = None) -> Location:
        """The place of a field of a record, or of a line of the CSV beside it."""
        if row is not None and record in self.gathered.tables:
            return self.gathered.tables[record][row]
        return self.gathered.where(record, path, at_key) or Location(SETTINGS_FILE)

    def _placed(self, code: AnyCode, finding: Finding) -> Diagnostic:
        place = self.gathered.places.get(finding.record)
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
