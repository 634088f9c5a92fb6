"""Several files as one step: what is about to be written is noted, so that a cut-off can be put right."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lif.source.flushing import flush_folder, put_flushed

PASSING, OLD = ".lif-new", ".lif-old"
"""How the names of files end that are not finished, or were there before; each begins with a dot."""
_JOURNAL = "journal.json"
_PATIENCE, _A_MOMENT = 2.0, 0.05
"""Seconds for which a program that has a file open is waited for: Windows replaces no file then."""


class Unfinished(Exception):  # noqa: N818 - named for what is so
    """What an earlier writer left cannot be put right without a person; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is put in its place, with what tells its content before (None: a new file) from after."""

    path: str
    target: Path
    before: str | None
    after: str

    @property
    def beside(self) -> Path:
        """The file as it is to be, under a short name that no reader picks up."""
        return self._passing(PASSING)

    @property
    def old(self) -> Path:
        """The file as it was, where several are written."""
        return self._passing(OLD)

    def _passing(self, ending: str) -> Path:
        mark = hashlib.sha256(self.target.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return self.target.with_name(f".{mark}{ending}")

    def keep_old(self) -> None:
        """Another name for the file as it is: bringing it back takes no room on the disk."""
        if self.before is None:
            return
        self.old.unlink(missing_ok=True)
        try:
            os.link(self.target, self.old)
        except OSError:  # a disk that knows no links
            shutil.copy2(self.target, self.old)

    def forward(self) -> None:
        """Gives the finished file its name. Raises FileExistsError where another has it by now."""
        if self.before is None:
            _name_new(self.beside, self.target)
        else:
            _replaced(self.beside, self.target)

    def back(self) -> None:
        """Brings the file back as it was, if it is not so."""
        if fingerprint(self.target) != self.after:
            return
        if self.before is None:
            self.target.unlink()
        else:
            _replaced(self.old, self.target)

    def clear(self) -> None:
        """Takes the passing names away."""
        self.beside.unlink(missing_ok=True)
        self.old.unlink(missing_ok=True)


def note(folder: Path, root: Path, steps: Sequence[Step], made: Sequence[Path], ready: bool) -> None:
    """Writes down what is about to happen; `ready` when only names are missing. The lock must be held."""
    passing = folder / f".journal{PASSING}"
    top = root.resolve()
    told = {
        "ready": ready,
        "made": [path.relative_to(top).as_posix() for path in made],
        "steps": [
            {"path": each.target.relative_to(top).as_posix(), "before": each.before, "after": each.after}
            for each in steps
        ],
    }
    put_flushed(passing, json.dumps(told).encode("utf-8"))
    passing.replace(folder / _JOURNAL)
    if ready:  # before, nothing has changed yet that a cut of the power could leave half done
        flush_folder(folder)


def forget(folder: Path) -> None:
    """The writing came to its end, or was taken back whole."""
    (folder / _JOURNAL).unlink(missing_ok=True)


def unfinished(folder: Path) -> bool:
    """Whether a writer was cut off here, or is writing at this moment."""
    return (folder / _JOURNAL).exists()


def put_right(folder: Path, root: Path) -> None:
    """Brings what a writer that was cut off had begun to its end, or takes it back. The lock must be held.

    Raises Unfinished where somebody has changed one of the files since.
    """
    (folder / f".journal{PASSING}").unlink(missing_ok=True)
    journal = folder / _JOURNAL
    if not journal.exists():
        return
    ready, made, steps = _read(journal, root)
    theirs: list[str] = []
    if ready:
        theirs = _settled(folder, steps)
    for step in steps:
        step.clear()
    take_away(made)
    for parent in {step.target.parent for step in steps if step.target.parent.is_dir()}:
        flush_folder(parent)
    forget(folder)
    if theirs:
        raise Unfinished(
            f"an earlier change was cut off half-way, and somebody has changed {', '.join(theirs)} since, so "
            f"that was left alone; what was to stand there is kept in {folder.name}/not-written: "
            "compare, then try again"
        )


def _settled(folder: Path, steps: Sequence[Step]) -> list[str]:
    """All forward where that can be, else all back; gives the files that somebody has changed since."""
    changed = [step for step in steps if fingerprint(step.target) not in (step.before, step.after)]
    others = [step for step in steps if step not in changed]
    waiting = [step for step in others if fingerprint(step.target) != step.after]
    if all(fingerprint(step.beside) == step.after for step in waiting):
        for step in waiting:
            step.forward()
    else:
        for step in others:
            step.back()
    for number, step in enumerate(changed):
        if step.beside.is_file():
            kept = folder / "not-written"
            kept.mkdir(exist_ok=True)
            step.beside.replace(kept / f"{number or ''}{step.target.name}")
    return [step.path for step in changed]


def take_away(made: Sequence[Path]) -> None:
    """Folders that were made for files that are not there."""
    for path in reversed(made):
        with suppress(OSError):  # something stands in it
            path.rmdir()


def _read(journal: Path, root: Path) -> tuple[bool, list[Path], list[Step]]:
    """What was noted; nothing outside of the workspace is believed."""
    top = root.resolve()
    try:
        told = json.loads(journal.read_text(encoding="utf-8"))
        made = [_within(top, path) for path in told["made"]]
        steps = [
            Step(each["path"], _within(top, each["path"]), each["before"], each["after"])
            for each in told["steps"]
        ]
        return bool(told["ready"]), made, steps
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unfinished(
            f"{journal.parent.name}/{journal.name} does not say which change was cut off: "
            "look whether your records are as they should be, delete that file, and try again"
        ) from None


def _within(top: Path, path: str) -> Path:
    target = (top / path).resolve()
    if target == top or not target.is_relative_to(top) or ".git" in target.relative_to(top).parts:
        raise ValueError(path)
    return target


def fingerprint(path: Path) -> str | None:
    """What tells one content from another; None where there is no file."""
    try:
        return digest(path.read_bytes())
    except FileNotFoundError:
        return None


def digest(content: bytes) -> str:
    """What tells one content from another."""
    return hashlib.sha256(content).hexdigest()


def _name_new(beside: Path, target: Path) -> None:
    """A link never takes the place of a file, as a new name would."""
    try:
        os.link(beside, target)
        beside.unlink()
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no links
        if target.exists():
            raise FileExistsError(target) from None
        beside.rename(target)


def _replaced(source: Path, target: Path) -> None:
    """Gives a file the name of another; waits a little where a program has that open."""
    ends = time.monotonic() + _PATIENCE
    while True:
        try:
            source.replace(target)
            return
        except PermissionError:
            if os.name != "nt" or time.monotonic() > ends:
                raise
            time.sleep(_A_MOMENT)
