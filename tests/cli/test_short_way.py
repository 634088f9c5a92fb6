"""Plain words are read without the library, and always as the library would have read them."""

from __future__ import annotations

from functools import wraps
from typing import Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from lif.cli.app import _flat
from lif.cli.commands import COMMANDS, Command, Group, loaded, read_plainly

WORDS = (
    *("--format", "--format=json", "json", "--strict", "--strict=", "--root", "--root=", "--as-at", "today"),
    *(
        "--quiet",
        "--no-color",
        "--group",
        "neglect",
        "--within",
        "7",
        "--out",
        "-",
        "--",
        "",
        "--fail-if-any",
    ),
    *("--list", "--help", "--owner=", "-x", "=", "--check", "a/b", "--dry-run", "--status", "closed"),
)


def every_command() -> list[tuple[tuple[str, ...], Command]]:
    """Each command with the words that name it."""
    found: list[tuple[tuple[str, ...], Command]] = []
    for name in COMMANDS:
        command = loaded(name)
        if isinstance(command, Group):
            found += [((name, word), function) for word, function in command.commands.items()]
        else:
            found.append(((name,), command))
    return found


ALL = every_command()


def by_the_library(function: Command, words: list[str]) -> dict[str, Any] | None:
    """What the library would give the function, or None when it refuses the words."""
    seen: list[dict[str, Any]] = []

    @wraps(function)
    def record(**given: Any) -> int:
        seen.append(given)
        return 0

    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(_flat(record))
    command: Any = typer.main.get_command(app)
    try:
        command.main(words, prog_name="lif", standalone_mode=False)
    except typer.BadParameter.__mro__[1]:  # type: ignore[misc]
        return None
    return seen[0] if seen else None


@given(st.sampled_from(ALL), st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_short_way_reads_as_the_library_does(
    named: tuple[tuple[str, ...], Command], words: list[str]
) -> None:
    names, function = named
    plain = read_plainly([*names, *words])
    if plain is not None:
        assert plain == (function, by_the_library(function, words))


@pytest.mark.parametrize(
    "words",
    [
        ["validate", "--strict", "--as-at", "workspace"],
        ["list", "actions", "--group", "neglect", "--format=json"],
        ["list"],
        ["show", "hill"],
        ["actions", "overdue", "--group", "neglect"],
        ["explain", "L101"],
        ["import", "ees", "a.csv", "b.csv"],
    ],
)
def test_the_words_of_every_day_take_the_short_way(words: list[str]) -> None:
    assert read_plainly(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        [],
        [""],
        ["valdate"],
        ["validate", "--help"],
        ["actions"],
        ["actions", "late"],
        ["show"],
        ["show", "a", "b"],
    ],
)
def test_what_is_not_plain_is_left_to_the_library(words: list[str]) -> None:
    assert read_plainly(words) is None
