"""Carries out a change of records: shown first, judged as `lif validate` would, then written whole or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.asking import agreed
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.options import Option, Shared

if TYPE_CHECKING:
    from lif.diagnostics import Diagnostic
    from lif.workspace.alterations import Alterations

MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Writing:
    """Whether it is written, and whether it is asked about first."""

    dry_run: Annotated[bool, Option("--dry-run", "Show what would change, and write nothing.")] = False
    yes: Annotated[bool, Option("--yes", "Write without asking.")] = False


def carried_out(alterations: Alterations, writing: Writing, shared: Shared, ask: bool = False) -> int:
    """Writes what is to be changed and prints the paths, one a line; gives the exit code.

    A change that would bring an error is refused with the errors, and one that would bring a warning is made
    and the warning told. With `ask` a person sees the change and is asked, unless `--yes`. Raises CannotRun
    where it cannot be written, or nobody can be asked.
    """
    from lif.source.writing import CannotWrite

    if not alterations.writes:
        _say("nothing to change: the records say so already", shared)
        return CLEAN
    asked = ask and not writing.yes and not writing.dry_run
    if writing.dry_run or asked:
        _show(alterations)
    if judged(alterations, shared):
        return PROBLEMS
    if writing.dry_run:
        _say("nothing was written: this is what would change", shared)
        return CLEAN
    if asked and not agreed("Write this?"):
        raise CannotRun("nothing was written: it was not agreed")
    try:
        paths = alterations.write()
    except CannotWrite as fault:
        raise CannotRun(str(fault)) from None
    from lif.cli.streams import put

    put("".join(f"{path}\n" for path in paths))
    return CLEAN


def judged(alterations: Alterations, shared: Shared) -> bool:
    """Tells what the change would bring, and whether an error is among it, so that it is refused.

    What was wrong before in a record that could not be read is told, and does not stand against mending it.
    """
    from lif.cli.progress import working
    from lif.diagnostics import Severity

    with working("checking the records as they would stand", shared.quiet):
        found = alterations.problems()
    errors = [one for one in found if one.severity is Severity.ERROR and not alterations.hidden_before(one)]
    _tell(errors or found)
    if errors:
        noun = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        _say(f"nothing was written: the change would bring {noun}", shared)
    return bool(errors)


def _show(alterations: Alterations) -> None:
    from lif.cli.streams import put

    put(alterations.diff())


def _tell(found: list[Diagnostic] | tuple[Diagnostic, ...]) -> None:
    from lif.cli.streams import say
    from lif.diagnostics import line

    for one in found[:MOST_NAMED]:
        say(line(one))
    if len(found) > MOST_NAMED:
        say(f"… and {len(found) - MOST_NAMED} more")


def _say(words: str, shared: Shared) -> None:
    from lif.cli.streams import say

    if not shared.quiet:
        say(f"lif: {words}")
