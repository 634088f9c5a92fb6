"""The table of commands, and how one of them is found, helped and called without importing the others."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import typer
from typer.core import TyperGroup

from lif import __version__
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
    "schema": ("lif.cli.schema", "JSON Schemas for editors."),
}
"""Each command with its module, which holds a function or an `app` of the module's own, and its help."""

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


class Words(TyperGroup):
    """A group of commands that helps when called alone, and names the word nearest to an unknown one."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words after the group's name; none at all means help."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[Any, Any, list[str]]:
        """The command that the first word names; raises CannotRun for an unknown one."""
        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            from lif.diagnostics import visible

            raise CannotRun(
                f"there is no command '{ctx.command_path} {visible(args[0])}'{_meant(args[0], known)}"
            )
        return super().resolve_command(ctx, args)


class Commands(Words):
    """The commands of lif: a module is imported when its command is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, in the order of the table."""
        return [name for name, (module, _) in COMMANDS.items() if find_spec(module)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command with that name, from its module."""
        if cmd_name not in COMMANDS:
            return None
        return _built(cmd_name, COMMANDS[cmd_name][0])

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table as help shows it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


def _built(name: str, module: str) -> Any:
    """The command in a module: its `app`, or the function that is named like the command."""
    found = import_module(module)
    app: typer.Typer | None = getattr(found, "app", None)
    if app is None:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name)(getattr(found, name))
    built = typer.main.get_command(app)
    built.name = name
    return built


def group(help_text: str) -> typer.Typer:
    """An app for a command that has words of its own, such as `lif actions overdue`."""
    app = typer.Typer(cls=Words, add_completion=False, rich_markup_mode=None, help=help_text)
    app.callback()(_nothing)
    return app


def _nothing() -> None:
    """A group does nothing by itself; having this keeps it a group even with one command in it."""


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

    command: Any = typer.main.get_command(app)
    usage_error: type[Exception] = typer.BadParameter.__mro__[1]  # its class has no public name
    try:
        code = command.main(list(arguments), prog_name="lif", standalone_mode=False)
    except usage_error as fault:
        raise CannotRun(_plainly(fault)) from None
    return code if isinstance(code, int) else CLEAN


def _plainly(fault: Any) -> str:
    """What is wrong with the words on the command line, in plain words, and where help is."""
    context = getattr(fault, "ctx", None)
    path = context.command_path if context else "lif"
    sort = type(fault).__name__
    if sort == "NoSuchOption":
        said = f"there is no option {fault.option_name} here{_meant(fault.option_name, _options(context))}"
    elif sort == "MissingParameter" and fault.param is not None:
        said = f"{fault.param.make_metavar(ctx=context)} is missing"
    elif sort == "BadOptionUsage":
        said = f"{fault.option_name} needs a value, or has one that it does not take"
    else:
        said = fault.format_message().rstrip(".")
        said = said[:1].lower() + said[1:]
    return f"{said} (see {path} --help)"


def _options(context: Any) -> list[str]:
    return [name for param in context.command.params for name in param.opts] if context else []


def _meant(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"; did you mean {near[0]}?" if near else f"; there are {', '.join(known)}" if known else ""
