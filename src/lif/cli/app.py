"""The table of commands, and how one of them is found, helped and called without importing the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import typer

from lif import __version__
from lif.cli.commands import Words, command, meant
from lif.cli.exits import CLEAN, CannotRun
from lif.cli.streams import put

COMMANDS = {
    "validate": ("lif.cli.validate", "Check every record and say what is wrong; nothing is changed."),
    "explain": ("lif.cli.explain", "What a message means, an example that fails, and how to put it right."),
    "list": ("lif.cli.listing", "All records of a kind, with filters."),
    "show": ("lif.cli.showing", "One record, with what it links to and what links to it."),
    "scorecard": ("lif.cli.scorecard", "The quarterly board paper."),
    "actions": ("lif.cli.actions", "The action tracker: what is open, overdue, and due soon."),
    "import": ("lif.cli.importing", "National files in."),
    "schema": ("lif.cli.schema", "JSON Schemas for editors, and where each kind of record stands."),
}
"""Each command with its module and its help.

The module holds a function named like the command (with `_` after a word that Python keeps for
itself), or an `app` for a command with words of its own.
"""

HELP = """A safeguarding board's Learning and Improvement Framework: records in, board papers out.

\b
What people do most:
  lif validate                                  are the records in order?
  lif explain L101                              what does that message mean?
  lif actions overdue --group neglect           what must the chair chase?
  lif show act-2024-return-interviews           one record and all it is tied to
  lif scorecard --quarter latest --format html  the board's paper, in build/

Every command has its own help: lif validate --help.
"""


class Commands(Words):
    """The commands of lif: a module is imported when its command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with that name, from its module."""
        return _from_module(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table as help shows it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


def _from_module(name: str) -> Any:
    module = import_module(COMMANDS[name][0])
    app = getattr(module, "app", None)
    if isinstance(app, typer.Typer):
        app = typer.main.get_command(app)
    return app or command(name, getattr(module, name, None) or getattr(module, f"{name}_"))


def _version(asked: bool) -> None:
    if asked:
        put(f"lif {__version__}\n")
        raise typer.Exit(CLEAN)


def call(arguments: Sequence[str]) -> int:
    """Runs the command that the arguments name; raises CannotRun when they cannot be understood."""
    app = typer.Typer(cls=Commands, add_completion=False, rich_markup_mode=None, help=HELP)

    @app.callback()
    def lif(
        version: bool = typer.Option(
            False, "--version", callback=_version, is_eager=True, help="The version."
        ),
    ) -> None:
        pass

    all_commands: Any = typer.main.get_command(app)
    usage_error: type[Exception] = typer.BadParameter.__mro__[1]  # its class has no public name
    try:
        code = all_commands.main(list(arguments), prog_name="lif", standalone_mode=False)
    except usage_error as fault:
        raise CannotRun(_plainly(fault, arguments)) from None
    return code if isinstance(code, int) else CLEAN


def _plainly(fault: Any, arguments: Sequence[str]) -> str:
    """What is wrong with the words on the command line, in plain words, and where help is."""
    context = getattr(fault, "ctx", None)
    path = context.command_path if context else " ".join(["lif", *arguments[:1]])
    sort = type(fault).__name__
    if sort == "NoSuchOption" and context:
        options = [name for param in context.command.params for name in param.opts]
        said = f"there is no option {fault.option_name} here; {meant(fault.option_name, options)}"
    elif sort == "MissingParameter" and fault.param is not None:
        said = f"{fault.param.make_metavar(ctx=context)} is missing"
    elif sort == "BadOptionUsage":
        said = f"{fault.option_name} needs a value, or has one that it does not take"
    elif extra := re.search(r"extra arguments?(?:\(s\))? \((.*)\)", fault.format_message()):
        said = f"this is more than the command takes: {extra[1]}"
    else:
        said = f"these words cannot be read as a command: {' '.join(arguments)}"
    return f"{said} (see {path} --help)"
