"""`lif privacy scan`: personal data looked for in files, in the index, in commits, in the whole history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Argument, Option, Out, Shared
from lif.cli.privacy_hooks import hooks

if TYPE_CHECKING:
    from pathlib import Path

    from lif.diagnostics import Diagnostic
    from lif.workspace import Workspace
    from lif.workspace.personal_data import Found
    from lif.workspace.sweep import Sweep, Text

FORMATS = ("text", "json", "github", "sarif", "junit")
MOST_NAMED = 10
PLACES = ("staged", "range", "history", "message")


@dataclass(frozen=True, slots=True)
class Where:
    """What is looked through."""

    staged: Annotated[bool, Option("--staged", "What the next commit would bring.")] = False
    range: Annotated[
        str | None, Option("--range", "What the commits of a range brought, as in main..HEAD.", "A..B")
    ] = None
    history: Annotated[bool, Option("--history", "All that any commit ever brought.")] = False
    message: Annotated[
        str | None, Option("--message", "A file with the message of a commit, for a hook.", "FILE")
    ] = None

    branch: Annotated[
        str | None, Option("--branch", "With --range: the branch's name, where git does not know it.", "NAME")
    ] = None


@dataclass(frozen=True, slots=True)
class Form:
    """How the answer is given."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    fingerprints: Annotated[
        bool, Option("--fingerprints", "With each find what a privacy-allowance needs; not for logs.")
    ] = False
    out: Out = None


def scan(
    paths: Annotated[list[str] | None, Argument("PATH...", "Files or folders, in the place of all.")],
    where: Where,
    form: Form,
    shared: Shared,
) -> int:
    """Look for personal data; every value is masked in what is printed.

    Without a word: every file that git tracks, and every file of the workspace. Ends with 0 when nothing
    was found, 1 when something was, and 2 when it could not look. What may stand is said in records of
    privacy-allowance, and where examples stand in lif.yaml (privacy: skip).

    \b
    Examples:
      lif privacy scan
      lif privacy scan --staged
      lif privacy scan --range main..HEAD --format github
      lif privacy scan --history --format json --out build/privacy.json
      lif privacy scan README.md --fingerprints
    """
    from lif.cli.opening import one_of, workspace_as_read
    from lif.cli.progress import working
    from lif.cli.streams import say

    one_of("--format", form.form, FORMATS)
    _one_place(paths, where)
    if form.fingerprints and form.form not in ("text", "json"):
        raise CannotRun("--fingerprints: these are for you alone, and go with --format text or json")
    workspace = workspace_as_read(replace(shared, quiet=True), checked=False, framework_too=True)
    _allowances_readable(workspace)
    sweep = _sweep(workspace)
    with working("looking for personal data", shared.quiet):
        sweep.through(_texts(workspace, paths or [], where))
    whole = not paths and where == Where()
    found = _told(sweep, form)
    _deliver(workspace, sweep, found, form)
    if not shared.quiet:
        for words in _remarks(workspace, sweep, found, whole):
            say(words)
    return PROBLEMS if found else CLEAN


app = group(
    """Personal data: what should not be in a framework, and where it stands all the same.

    \b
    Examples:
      lif privacy scan
      lif privacy scan --staged
      lif privacy scan --history
      lif privacy hooks
      lif explain P101
    """,
    {"scan": scan, "hooks": hooks},
)


def _one_place(paths: list[str] | None, where: Where) -> None:
    named = [f"--{name}" for name in PLACES if getattr(where, name)] + (["PATH"] if paths else [])
    if where.range is not None and not where.range.strip():
        raise CannotRun("--range: no commits are named; write two, as in main..HEAD")
    if where.branch and where.range is None:
        raise CannotRun("--branch goes with --range: it is the branch whose commits are looked through")
    if len(named) > 1:
        raise CannotRun(f"{' and '.join(named)}: look through one of them at a time")


def _allowances_readable(workspace: Workspace) -> None:
    """Raises CannotRun where it cannot be known what may stand or is skipped: all of it would be told."""
    from lif.records.privacy_allowances import PrivacyAllowance
    from lif.workspace.frameworks import SETTINGS_FILE

    settings = [d for d in workspace.errors if d.location.path == SETTINGS_FILE]
    bad = [d for d in settings if d.code[0] == "R" or d.field.split(".")[0] in ("privacy", "folders")]
    unread = [u.path for u in workspace.register.unreadable.values() if u.kind == PrivacyAllowance.kind]
    if bad or unread:
        place = str(bad[0].location) if bad else unread[0]
        raise CannotRun(f"{place} cannot be used, so what may stand is not known: lif validate says why")


def _sweep(workspace: Workspace) -> Sweep:
    from lif.checks.allowances import Allowed
    from lif.workspace.sweep import Sweep

    skip = workspace.settings.privacy.skip
    return Sweep(skip, workspace.parts, Allowed.on(workspace.register, workspace.as_at))


def _texts(workspace: Workspace, paths: list[str], where: Where) -> Iterator[Text]:
    """What is asked for; raises CannotRun when git cannot give it."""
    from lif.history import NotHere
    from lif.workspace import repository

    root = workspace.root
    try:
        if where.message is not None:
            yield _message(where.message)
        elif where.staged:
            yield from repository.in_index(root)
        elif where.range is not None:
            yield from repository.in_range(root, where.range)
            yield from repository.branch_called(where.branch or "")
        elif where.history:
            yield from repository.in_history(root)
        elif paths:
            yield from repository.files(root, _named(root, paths))
        else:
            yield from repository.standing(root, workspace.parts)
    except NotHere as why:
        raise CannotRun(str(why)) from None


def _named(root: Path, paths: list[str]) -> Iterator[str]:
    """The files that these words name, from this folder, as seen from the workspace."""
    import os
    from pathlib import Path

    from lif.workspace.repository import all_below

    for path in paths:
        if not Path(path).exists():
            raise CannotRun(f"{path}: there is no such file or folder")
    try:
        seen = [os.path.relpath(Path(path).resolve(), root.resolve()) for path in paths]
    except ValueError:  # Windows has no way from one drive to another
        raise CannotRun("look through files on the drive of the workspace") from None
    yield from all_below(root, seen)


def _message(path: str) -> Text:
    """The message of a commit that is being written, without what git itself will take out."""
    from pathlib import Path

    from lif.cli.streams import reason
    from lif.workspace.sweep import Text

    try:
        lines = Path(path).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError as fault:
        raise CannotRun(f"--message {path}: {reason(fault)}") from None
    end = next((n for n, line in enumerate(lines) if line.startswith("#") and ">8" in line), len(lines))
    kept = ("" if line.startswith("#") else line for line in lines[:end])
    return Text("commit message", "\n".join(kept), "draft")


def _told(sweep: Sweep, form: Form) -> list[tuple[Diagnostic, Found]]:
    """Each find with its words, in the order of places.

    A fingerprint is told on request alone: from that of a ten-digit number the number can be worked out, and
    logs of CI are read by many.
    """
    from lif.workspace.personal_data import as_diagnostic, cut

    found = [(as_diagnostic(each), each) for each in cut(sweep.found)]
    if form.fingerprints and form.form == "text":
        found = [(replace(d, hint=f"{d.hint}; {_allowing(each)}"), each) for d, each in found]
    return sorted(found, key=lambda one: (one[0].sort_key, one[1].commit))


def _allowing(found: Found) -> str:
    """What a privacy-allowance says of a find."""
    return f"to allow it, sort: {found.seen[0]}, fingerprint: {found.fingerprint}"


def _deliver(workspace: Workspace, sweep: Sweep, found: list[tuple[Diagnostic, Found]], form: Form) -> None:
    from importlib import import_module

    from lif import __version__
    from lif.cli.streams import deliver
    from lif.cli.validate import below_here
    from lif.exchange import privacy
    from lif.exchange.diagnostics import Report
    from lif.history import State, state

    here = state(workspace.root) if form.form == "json" else State()
    report = Report(
        tuple(d for d, _ in found),
        (),
        sweep.texts,
        workspace.as_at,
        __version__,
        True,
        below_here(workspace.root),
        here.commit,
        here.dirty,
        command="lif privacy scan",
        clean="no personal data was found",
    )
    if form.form == "json":
        text = privacy.written(report, sweep, found, form.fingerprints)
    else:
        text = import_module(f"lif.exchange.diagnostics.{form.form}").written(report)
    if text or form.out is not None:
        deliver(text, form.out, data=form.form not in ("text", "github"))


def _remarks(
    workspace: Workspace, sweep: Sweep, found: list[tuple[Diagnostic, Found]], whole: bool
) -> Iterator[str]:
    """What was looked through, what was not, and which allowances were of no use."""
    yield f"lif: {_summary(sweep, found)}"
    if sweep.skipped:
        many = _many(len(sweep.skipped), "file")
        yield f"lif: {many} skipped, as lif.yaml says (privacy: skip)"
    for path, why in sorted(sweep.not_read.items())[:MOST_NAMED]:
        yield f"lif: not read ({why}): {path}"
    if len(sweep.not_read) > MOST_NAMED:
        yield f"lif: and {len(sweep.not_read) - MOST_NAMED} more not read"
    for id_ in sweep.allowed.unused() if whole else ():
        yield f"lif: nothing that {id_} allows was found: remove it, or correct it"


def _summary(sweep: Sweep, found: list[tuple[Diagnostic, Found]]) -> str:
    texts = _many(sweep.texts, "text")
    if not found:
        return f"no personal data found in {texts}"
    sure = sum(each.seen[5] for _, each in found)
    parts = [_many(sure, "find") + " of personal data"] if sure else []
    if len(found) > sure:
        parts.append(f"{len(found) - sure} uncertain")
    return f"{' and '.join(parts)} in {texts}: lif explain {found[0][0].code} says what to do"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
