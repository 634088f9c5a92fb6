"""`lif merge-check`: two branches put together and checked, before anybody merges them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Argument, Option, Out, Shared

if TYPE_CHECKING:
    from pathlib import Path

    from lif.workspace.together import Together

FORMATS = ("text", "json")
Branch = Annotated[str, Argument("BRANCH", "A branch, a tag or a commit.")]
Other = Annotated[
    str | None, Argument("[OTHER]", "What it would be merged with (default: where this folder stands).")
]


@dataclass(frozen=True, slots=True)
class Checking:
    """What only `lif merge-check` can be asked."""

    form: Annotated[str, Option("--format", "The form of the answer.", "|".join(FORMATS))] = "text"
    strict: Annotated[bool, Option("--strict", "New warnings fail too.")] = False
    out: Out = None


def merge_check(branch: Branch, other: Other, asked: Checking, shared: Shared) -> int:
    """Say what a merge of two branches would bring that neither says alone; nothing is merged.

    Names the files that git cannot put together, and what is wrong in the records only when both are
    there: two records with one id, a link to what the other branch took away, two changes that do not fit.

    Ends with 0 when the merge is in order, 1 when it is not, and 2 when it could not be tried.

    \b
    Examples:
      lif merge-check neglect-actions main
      lif merge-check origin/main
      lif merge-check origin/main --format json
    """
    from lif.cli.opening import day_of, folder_of, one_of
    from lif.cli.progress import working
    from lif.cli.streams import deliver, say
    from lif.diagnostics import Severity
    from lif.history import NotHere
    from lif.workspace.together import together

    one_of("--format", asked.form, FORMATS)
    root = folder_of(shared.root)
    into = other or "HEAD"
    try:
        with working("putting the branches together and checking the records", shared.quiet):
            found = together(root, branch, into, day_of(shared.as_at, root))
    except NotHere as none:
        raise CannotRun(f"merge-check: {none}") from None
    text = _written(asked.form, found, branch, into, shared, root)
    if text or asked.out is not None:
        deliver(text, asked.out, data=asked.form == "json")
    errors = [one for one in found.found if one.severity is Severity.ERROR]
    if not shared.quiet and asked.form == "text":
        say(f"lif: {summed_up(found)}")
    return PROBLEMS if found.conflicts or errors or (asked.strict and found.found) else CLEAN


def summed_up(found: Together) -> str:
    """One line: whether the branches go together."""
    parts = []
    if found.conflicts:
        count = len(found.conflicts)
        parts.append(f"{count} file{'' if count == 1 else 's'} changed in the same place by both")
    if found.found:
        count = len(found.found)
        parts.append(f"{count} problem{'' if count == 1 else 's'} that neither branch has alone")
    return (
        f"{' and '.join(parts)} in {found.files:,} files"
        if parts
        else "they go together; nothing new is said"
    )


def _written(form: str, found: Together, one: str, other: str, shared: Shared, root: Path) -> str:
    from lif.diagnostics import line

    if form == "json":
        return _as_json(found, one, other, shared, root)
    conflicts = [
        f"{path}: both branches changed the same place; put it together by hand" for path in found.conflicts
    ]
    lines = [*conflicts, *map(line, found.found)]
    return "".join(f"{each}\n" for each in lines)


def _as_json(found: Together, one: str, other: str, shared: Shared, root: Path) -> str:
    from lif import __version__
    from lif.cli.opening import day_of
    from lif.exchange.merges import written
    from lif.history import state

    at = state(root)
    return written(found, (one, other), __version__, at.commit, at.dirty, day_of(shared.as_at, root))
