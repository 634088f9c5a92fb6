"""What `lif validate` does: checks the workspace, prints what is wrong, sums up on stderr."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from lif import __version__
from lif.cli.exits import CLEAN, COULD_NOT_RUN, PROBLEMS, CannotRun
from lif.cli.opening import open_workspace
from lif.cli.straight import Validation
from lif.cli.streams import deliver, say
from lif.exchange.diagnostics import Report
from lif.records.problems import listed, nearest
from lif.source import walk
from lif.workspace import Workspace

FORMATS = ("text", "json", "github", "sarif", "junit")


def check(asked: Validation) -> int:
    """The exit code: 0 clean, 1 errors (with `--strict` warnings too), 2 when there is no record to check."""
    if asked.format not in FORMATS:
        near = nearest(asked.format, FORMATS)
        meant = f"did you mean {near}? " if near else ""
        raise CannotRun(f"--format {asked.format}: {meant}write {listed(FORMATS)}")
    workspace = open_workspace(asked.root, asked.as_at)
    report = _report(workspace, asked)
    module = import_module(f"lif.exchange.diagnostics.{asked.format}")
    text: str = module.written(report)
    if text or asked.out is not None:
        deliver(text, asked.out, data=asked.format not in ("text", "github"))
    if not _has_records(workspace):
        say(_nothing_there(workspace))
        return COULD_NOT_RUN
    if not asked.quiet:
        say(summary(workspace))
    return PROBLEMS if workspace.errors or (asked.strict and workspace.warnings) else CLEAN


def _report(workspace: Workspace, asked: Validation) -> Report:
    commit: str | None = None
    dirty: bool | None = None
    if asked.format in ("json", "sarif"):
        from lif.history import state

        found = state(workspace.root)
        commit, dirty = found.commit, found.dirty
    return Report(
        workspace.diagnostics,
        workspace.accepted,
        workspace.files,
        workspace.as_at,
        __version__,
        asked.strict,
        _below_here(workspace.root),
        commit,
        dirty,
    )


def _below_here(root: Path) -> str:
    """The way from this folder down to the workspace, ending in `/`; empty when it is not below."""
    here, there = Path.cwd().resolve(), root.resolve()
    return f"{there.relative_to(here).as_posix()}/" if here in there.parents else ""


def _has_records(workspace: Workspace) -> bool:
    """Whether the workspace has any record of its own, or any file that should be one."""
    folders = workspace.settings.folders
    return any(not entry.framework for entry in workspace.register.entries.values()) or any(
        walk(workspace.root, folder) for folder in (folders.framework, folders.data)
    )


def _nothing_there(workspace: Workspace) -> str:
    folders = workspace.settings.folders
    return (
        f"lif: no record found in {folders.framework}/ or {folders.data}/ of {workspace.root}, "
        "so nothing was checked: a record is ID.yaml in the folder of its kind (lif schema --list names them)"
    )


def summary(workspace: Workspace) -> str:
    """One line: how many errors and warnings in how many files, and how many warnings were accepted."""
    errors, warnings = len(workspace.errors), len(workspace.warnings)
    found = [_many(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    text = f"{', '.join(found) or 'no errors, no warnings'} in {_many(workspace.files, 'file')}"
    if workspace.accepted:
        text += f"; {_many(len(workspace.accepted), 'warning')} accepted"
    return text


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
