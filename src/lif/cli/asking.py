"""Asks the person at the terminal, where there is one."""

from __future__ import annotations

import sys

from lif.cli.exits import CannotRun

_YES = frozenset({"y", "yes"})


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def answered(question: str, usual: str | None = None) -> str:
    """What the person answers, never nothing; stopped by Ctrl-C, or where the answers end."""
    import typer

    try:
        words: str = typer.prompt(question, default=usual, err=True, prompt_suffix=" ")
    except typer.Abort:
        raise KeyboardInterrupt from None
    return words.strip()


def agreed(question: str) -> bool:
    """Whether the person says yes; anything else is no. Raises CannotRun where nobody can be asked."""
    if not can_ask():
        raise CannotRun(
            "nothing was written: nobody can be asked here; say --yes to write it, or --dry-run to see it"
        )
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES
