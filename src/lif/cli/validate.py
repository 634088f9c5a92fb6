"""`lif validate`: checks the workspace, prints what is wrong, sums up on stderr; changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated

from lif import __version__
from lif.cli.exits import CLEAN, COULD_NOT_RUN, PROBLEMS
from lif.cli.looking_back import commit_of
from lif.cli.opening import one_of, workspace_as_read
from lif.cli.options import Option, Out, Reading
from lif.cli.streams import deliver, say
from lif.exchange.diagnostics import Report
from lif.source import walk
from lif.workspace import Workspace

FORMATS = ("text", "json", "github", "sarif", "junit")


@dataclass(frozen=True, slots=True)
class Validation:
    """What only `lif validate` can be asked."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    strict: Annotated[bool, Option("--strict", "Warnings fail too.")] = False
    history: Annotated[
        bool,
        Option("--history", "Look through git too: what was altered without a logged change."),
    ] = False
    out: Out = None


def validate(asked: Validation, shared: Reading) -> int:
    """Check every record and say what is wrong, where, and what to do; nothing is changed.

    Ends with 0 when all is well, 1 when there is an error (with --strict a warning too), and 2 when
    there was nothing to check.

    \b
    Examples:
      lif validate
      lif validate --strict --as-at workspace
      lif validate --format sarif --out build/lif.sarif
      lif validate --history
      lif explain L101
    """
    one_of("--format", asked.form, FORMATS)
    workspace = workspace_as_read(shared, framework_too=True, history=asked.history)
    text: str = import_module(f"lif.exchange.diagnostics.{asked.form}").written(_report(workspace, asked))
    if text or asked.out is not None:
        deliver(text, asked.out, data=asked.form not in ("text", "github"))
    if not _has_records(workspace):
        say(_nothing_there(workspace))
        return COULD_NOT_RUN
    if not shared.quiet:
        say(summary(workspace))
    return PROBLEMS if workspace.errors or (asked.strict and workspace.warnings) else CLEAN


def _report(workspace: Workspace, asked: Validation) -> Report:
    commit: str | None = None
    dirty: bool | None = None
    if asked.form == "json":
        found = commit_of(workspace)
        commit, dirty = found.commit, found.dirty
    return Report(
        workspace.diagnostics,
        workspace.accepted,
        workspace.files,
        workspace.as_at,
        __version__,
        asked.strict,
        below_here(workspace.home),
        commit,
        dirty,
    )


def below_here(root: Path) -> str:
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
