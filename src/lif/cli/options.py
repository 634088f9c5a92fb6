"""What commands can be asked: groups of options, as plain classes that know no library.

A command is a function of such groups and of arguments (`lif.cli.commands`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Annotated, Any, get_type_hints


@dataclass(frozen=True, slots=True)
class Option:
    """How an option is written, what stands for its value, and what help says of it."""

    flag: str
    help: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands for a word after the command's name, and what help says of it."""

    value: str
    help: str


Audience = Annotated[
    str | None, Option("--audience", "For whom (default: as lif.yaml says, or board).", "board|public")
]
Out = Annotated[str | None, Option("--out", "Write to this file and print its path.", "FILE")]


@dataclass(frozen=True, slots=True)
class Shared:
    """The options that every command on a workspace takes."""

    root: Annotated[
        str | None,
        Option("--root", "The board's folder (default: the nearest upwards with lif.yaml).", "DIR"),
    ] = None
    as_at: Annotated[
        str | None,
        Option(
            "--as-at",
            "The day to look from, as in 2025-03-31 (default: today); 'workspace' is the as_at of lif.yaml.",
            "DATE|workspace",
        ),
    ] = None
    quiet: Annotated[bool, Option("--quiet", "Results only, no remarks on stderr.")] = False
    no_color: Annotated[bool, Option("--no-color", "No colours (NO_COLOR says the same).")] = False


@dataclass(frozen=True, slots=True)
class Reading(Shared):
    """The same for a command that only reads: it can look at the records as they were.

    What writes takes `Shared`, so that nothing is ever written over what was.
    """

    at: Annotated[
        str | None,
        Option(
            "--at",
            "Read the records as they stood at a commit, tag or branch, or at the end of a day.",
            "REV|DATE",
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Listed:
    """The form of a listing, and where it goes."""

    form: Annotated[str, Option("--format", "The form of the listing.", "table|json|csv|md")] = "table"
    out: Out = None


def options_of(group: type[Any]) -> dict[str, tuple[Any, Option, Any]]:
    """The type, the option and the default of each field of a group, by the field's name."""
    hints = get_type_hints(group, include_extras=True)
    return {
        f.name: (hints[f.name].__origin__, hints[f.name].__metadata__[0], f.default) for f in fields(group)
    }
