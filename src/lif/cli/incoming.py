"""Files that were handed in: what each would change is shown, judged, agreed, and then written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.asking import agreed
from lif.cli.exits import CLEAN, COULD_NOT_RUN, PROBLEMS, CannotRun
from lif.cli.options import Option, Shared

if TYPE_CHECKING:
    from datetime import date

    from lif.exchange.incoming.outcome import Change, Incoming, Told
    from lif.exchange.workbooks.filled import Problem
    from lif.workspace import Workspace

MOST_TOLD = 60
_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What is said beside the files, and whether they are written."""

    received: Annotated[str | None, Option("--received", "The day they came (default: --as-at).", "DATE")] = (
        None
    )
    reason: Annotated[
        str | None,
        Option("--reason", "Why figures sent before change, where the sheet does not say.", "TEXT"),
    ] = None
    mapping: Annotated[str | None, Option("--mapping", "How a sheet of the agency's own is read.", "ID")] = (
        None
    )
    dry_run: Annotated[bool, Option("--dry-run", "Show what would change, and write nothing.")] = False
    yes: Annotated[bool, Option("--yes", "Write without asking.")] = False


def taken_in(names: list[str], handed: HandedIn, shared: Shared) -> int:
    """Each file by itself, one after another; 1 when any of them was refused."""
    from lif.cli.opening import left_out, workspace_as_read

    paths = _files(names, shared)
    workspace = workspace_as_read(shared)
    left_out(workspace, shared)
    told = _told(handed, workspace)
    code = CLEAN
    for path in paths:
        done, workspace = _one(path, workspace, told, handed, shared)
        code = max(code, done)
    return code


def _files(names: list[str], shared: Shared) -> list[Path]:
    """The files that are named, or fit a pattern where no shell has looked for them; raises CannotRun."""
    from lif.cli.streams import say

    found: dict[Path, None] = {}
    for name in names:
        path = Path(name)
        fitting = [path] if path.exists() else sorted(_fitting(path))
        if not fitting:
            raise CannotRun(f"{path}: there is no such file")
        for one in fitting:
            if not one.is_file():
                raise CannotRun(f"{one}: it is not a file")
            if one.name.startswith(_LOCK):
                if not shared.quiet:
                    say(f"{one}: passed over: Excel's mark of a workbook that is open")
                continue
            found[one] = None
    return list(found)


def _fitting(path: Path) -> list[Path]:
    return list(path.parent.glob(path.name)) if any(sign in path.name for sign in "*?") else []


def _told(handed: HandedIn, workspace: Workspace) -> Told:
    from lif.exchange.incoming.outcome import Told

    received = _day(handed.received) or workspace.as_at
    if received > workspace.as_at:
        raise CannotRun(f"--received {received}: that day is to come; --as-at is {workspace.as_at}")
    return Told(received, (handed.reason or "").strip(), (handed.mapping or "").strip())


def _day(text: str | None) -> date | None:
    from datetime import date

    if text is None:
        return None
    try:
        return date.fromisoformat(text) if len(text) == 10 else date.fromisoformat("-")
    except ValueError:
        raise CannotRun(f"--received {text}: write a date as in 2026-01-28") from None


def _one(
    path: Path, workspace: Workspace, told: Told, handed: HandedIn, shared: Shared
) -> tuple[int, Workspace]:
    """One file: its exit code, and the workspace as it stands afterwards."""
    from lif.cli.progress import working
    from lif.cli.streams import put, say
    from lif.exchange.incoming.foreign import CannotTell
    from lif.exchange.incoming.outcome import judged
    from lif.exchange.incoming.recognising import recognised
    from lif.exchange.workbooks.package import CannotOpen
    from lif.workspace.alterations import CannotAlter

    try:
        with working(f"reading {path.name}", shared.quiet):
            incoming = judged(recognised(workspace, path, told))
    except CannotTell as why:
        put(why.proposal)
        say(f"{path}: {why}")
        return COULD_NOT_RUN, workspace
    except (CannotOpen, CannotAlter) as why:
        say(f"{path}: {why}")
        return PROBLEMS, workspace
    _show(incoming)
    if incoming.problems:
        _refused(incoming)
        return PROBLEMS, workspace
    if not incoming.writes or handed.dry_run:
        say(f"{path}: " + ("nothing was written: a dry run" if incoming.writes else "nothing to change"))
        return CLEAN, workspace
    if not handed.yes and not agreed("Write this?"):
        say(f"{path}: nothing of it was written: it was not agreed")
        return COULD_NOT_RUN, workspace
    return CLEAN, _written(incoming)


def _show(incoming: Incoming) -> None:
    """The file, what would change record by record, and what is worth a look."""
    from lif.cli.streams import put, say

    put("\n".join([f"{incoming.path}: {incoming.title}", *map(_line, incoming.changes)]) + "\n")
    for note in incoming.notes[:MOST_TOLD]:
        say(f"  look at {_spot(note)}")


def _line(change: Change) -> str:
    """One difference; words about a person are never printed, whatever else is said of them."""
    from lif.diagnostics import visible
    from lif.privacy import mask

    where = f"{change.address}  " if change.address else ""
    return mask(visible(f"  {where}{change.subject}: {change.before} -> {change.after}"))


def _refused(incoming: Incoming) -> None:
    from lif.cli.streams import say

    for problem in incoming.problems[:MOST_TOLD]:
        say(f"{incoming.path}: {_spot(problem)}")
    if len(incoming.problems) > MOST_TOLD:
        say(f"{incoming.path}: … and {len(incoming.problems) - MOST_TOLD} more")
    number = len(incoming.problems)
    noun = "one cell or line is" if number == 1 else f"{number} cells or lines are"
    say(f"{incoming.path}: nothing of it was written: {noun} to be put right")


def _spot(problem: Problem) -> str:
    from lif.diagnostics import visible

    return visible(str(problem))


def _written(incoming: Incoming) -> Workspace:
    from lif.cli.streams import put
    from lif.source.writing import CannotWrite

    assert incoming.alterations is not None
    after = incoming.alterations.after()
    try:
        paths = incoming.alterations.write()
    except CannotWrite as fault:
        raise CannotRun(str(fault)) from None
    put("".join(f"{path}\n" for path in paths))
    return after
