"""The library's way in: help, and words that are not plain, read from the same functions and options."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from difflib import get_close_matches
from inspect import Parameter, Signature, signature
from types import NoneType
from typing import Any, get_args, get_type_hints

import typer
from typer.core import TyperGroup

from lif import __version__
from lif.cli.commands import COMMANDS, Command, Group, loaded
from lif.cli.exits import CLEAN, CannotRun
from lif.cli.options import Argument, Option, options_of
from lif.cli.streams import put

HELP = """A safeguarding board's Learning and Improvement Framework: records in, board papers out.

\b
What people do most:
  lif validate                                  are the records in order?
  lif actions overdue --group neglect           what must the chair chase?
  lif deadlines --within 28                     which clocks run out next?
  lif scorecard --quarter latest --format pdf   the board's paper, in build/
  lif report --list                             every other paper

Every command has its own help with examples: lif validate --help.
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
            raise CannotRun(f"there is no command '{ctx.command_path} {args[0]}'; {meant(args[0], known)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Each command with the whole first sentence of its help."""
        found: dict[str, Any] = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.get_short_help_str(500)) for name, one in found.items()])


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
    found = loaded(name)
    if isinstance(found, Group):
        app = typer.Typer(cls=_words_of(found), add_completion=False, rich_markup_mode=None, help=found.help)
        app.callback()(_nothing)
        for word, function in found.commands.items():
            app.command(word)(_flat(function))
    else:
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name)(_flat(found))
    return typer.main.get_command(app)


def _words_of(found: Group) -> type[Words]:
    """The words of one group, which knows what is meant by options alone."""

    class WordsOfGroup(Words):
        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
            return super().parse_args(ctx, found.with_word(args))

    return WordsOfGroup


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
    if sort == "NoSuchOption" and fault.option_name == "--at":
        said = "--at is for commands that only read the records: what was cannot be changed any more"
    elif sort == "NoSuchOption" and context:
        options = [name for p in context.command.params for name in p.opts if name.startswith("-")]
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


def meant(word: str, known: list[str]) -> str:
    """`did you mean X?`, or all that there is."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def _nothing() -> None:
    """A group does nothing by itself; with this it stays a group even when it has one command."""


def _flat(function: Command) -> Command:
    """The function with an option for each field of its groups, as the library wants it."""
    hints = get_type_hints(function, include_extras=True)
    groups = {name: hints[name] for name in signature(function).parameters if is_dataclass(hints[name])}
    parameters = [p for name in signature(function).parameters for p in _parameters(name, hints[name])]

    def called(**given: Any) -> int:
        built = {n: g(**{key: given.pop(key) for key in options_of(g)}) for n, g in groups.items()}
        return function(**given, **built)

    called.__doc__ = function.__doc__
    called.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = {p.name: p.annotation for p in parameters}
    return called


def _parameters(name: str, hint: Any) -> Iterator[Parameter]:
    """What the library must know of one parameter: an argument, an option, or a group of options."""
    if isinstance(hint, type) and is_dataclass(hint):
        for key, (sort, option, default) in options_of(hint).items():
            yield _parameter(key, sort, _option(option, sort, default))
        return
    sort, said = hint.__origin__, hint.__metadata__[0]
    if isinstance(said, Argument):
        default = None if NoneType in get_args(sort) else ...
        yield _parameter(name, sort, typer.Argument(default, metavar=said.value, help=said.help))


def _parameter(name: str, sort: Any, default: Any) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=sort)


def _option(option: Option, sort: Any, default: Any) -> Any:
    return typer.Option(default, option.flag, metavar=option.value or None, help=option.help)
