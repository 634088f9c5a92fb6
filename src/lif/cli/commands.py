"""Makes commands of functions: their option groups become options, and words alone call for help."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from difflib import get_close_matches
from inspect import Parameter, Signature, signature
from types import NoneType
from typing import Any, get_args, get_type_hints

import typer
from typer.core import TyperGroup

from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Option, options_of


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


def group(help_text: str, commands: dict[str, Callable[..., int]]) -> Any:
    """A command with words of its own, such as `lif actions overdue`."""
    app = typer.Typer(cls=Words, add_completion=False, rich_markup_mode=None, help=help_text)
    app.callback()(_nothing)
    for name, function in commands.items():
        app.command(name)(_flat(function))
    return typer.main.get_command(app)


def command(name: str, function: Callable[..., int]) -> Any:
    """A command of one word, whose help is the function's docstring."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(_flat(function))
    return typer.main.get_command(app)


def meant(word: str, known: list[str]) -> str:
    """`did you mean X?`, or all that there is."""
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"


def _nothing() -> None:
    """A group does nothing by itself; with this it stays a group even when it has one command."""


def _flat(function: Callable[..., int]) -> Callable[..., int]:
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
