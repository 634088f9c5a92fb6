"""The table of commands, and the short way in: plain words are read here, without the library.

The library that reads all other words, and gives help, costs more than most commands do. What is not plain
(an unknown option, a missing value, a call for help) is left to it, with its words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from types import NoneType
from typing import Any, get_args, get_type_hints

from lif.cli.options import options_of

Command = Callable[..., int]
"""A function of arguments and groups of options, which gives the exit code."""


@dataclass(frozen=True, slots=True)
class Group:
    """A command with words of its own, such as `lif actions overdue`."""

    help: str
    commands: Mapping[str, Command]
    otherwise: Callable[[Sequence[str]], str] | None = None
    files: bool = False
    """Whether a first word that is no command of the group is a file, and `otherwise` says what is meant."""
    alone: bool = False
    """Whether the group's name alone is a command too, which `otherwise` says; else it is a call for help."""

    def with_word(self, words: list[str]) -> list[str]:
        """The words after the group's name, with the command that is meant before them if it is not said."""
        if not self.otherwise or not (words or self.alone) or words[:1] in (["--help"], ["-h"]):
            return words
        unsaid = not words or words[0].startswith("-") or (self.files and words[0] not in self.commands)
        return [self.otherwise(words), *words] if unsaid else words


def group(
    help_text: str,
    commands: Mapping[str, Command],
    otherwise: Callable[[Sequence[str]], str] | None = None,
    files: bool = False,
    alone: bool = False,
) -> Group:
    """The `app` of a module whose command has words of its own.

    `otherwise` says which of them is meant by options without a word, as in `lif actions --source X`; with
    `files` also by a word that is none of them, as in `lif import returns.xlsx`, and with `alone` by no words
    at all, as in `lif returns`.
    """
    return Group(help_text, commands, otherwise, files, alone)


COMMANDS = {
    "init": ("lif.cli.init", "Begin a board's own repository: one question, and it validates and renders."),
    "validate": ("lif.cli.validate", "Check every record and say what is wrong; nothing is changed."),
    "watch": ("lif.cli.watch", "Check the records again whenever one is saved, and say what that changed."),
    "merge-check": (
        "lif.cli.merge_check",
        "What a merge of two branches would bring that neither says alone; nothing is merged.",
    ),
    "explain": ("lif.cli.explain", "What a message means, an example that fails, and how to put it right."),
    "list": ("lif.cli.listing", "All records of a kind, with filters."),
    "show": ("lif.cli.showing", "One record, with what it links to and what links to it."),
    "new": ("lif.cli.new", "Begin a record: it asks for what the record must have, and explains the rest."),
    "set": ("lif.cli.setting", "Change one field of a record, and nothing else in its file."),
    "trace": (
        "lif.cli.tracing",
        "The golden thread: what led to a record, what came of it, where it breaks.",
    ),
    "scorecard": ("lif.cli.scorecard", "The quarterly board paper."),
    "indicators": ("lif.cli.indicators", "The core data set, and how each of its figures was made."),
    "actions": ("lif.cli.actions", "The action tracker: what is open, late and due, and whether it helped."),
    "returns": (
        "lif.cli.returns",
        "Who owes which return: due, received, late, queried, how much is filled.",
    ),
    "audits": ("lif.cli.audits", "The audit calendar, what it leaves out, and self-assessments due."),
    "reviews": ("lif.cli.reviews", "Reviews: what they have reached and wait for; cases not reviewed."),
    "coverage": ("lif.cli.coverage", "What shows each statement of the framework, and what nothing shows."),
    "changes": (
        "lif.cli.changes",
        "What changed since a day, a meeting or a commit: from, to, why, and who agreed it.",
    ),
    "rules": ("lif.cli.rules", "The duties that law and practice set, and due dates counted."),
    "deadlines": ("lif.cli.deadlines", "Every clock that runs, of law and of the board's own."),
    "calendar": ("lif.cli.calendar", "All dates in one: on the screen, as a page, as a file for Outlook."),
    "report": ("lif.cli.report", "Every other paper: lif report --list names them."),
    "site": ("lif.cli.site", "Plain pages of everything, linked by name, to open from a folder."),
    "publish": (
        "lif.cli.publish",
        "What the public may read of a quarter: small numbers protected, audited, entered in the ledger.",
    ),
    "export": ("lif.cli.export", "Workbooks for agencies to fill in, and everything in open formats."),
    "query": ("lif.cli.query", "Questions in SQL over the records and figures."),
    "import": ("lif.cli.importing", "Workbooks that agencies filled in, and national files."),
    "privacy": ("lif.cli.privacy", "Personal data looked for in files, in commits or in the whole history."),
    "doctor": ("lif.cli.doctor", "What is missing on this machine, and how to mend it."),
    "completion": ("lif.cli.completion", "What a shell needs to complete commands, ids and fields at Tab."),
    "schema": ("lif.cli.schema", "JSON Schemas for editors, and where each kind of record stands."),
}
"""Each command with its module and its help.

The module holds a function named like the command (with `_` for a hyphen, and after a word that Python
keeps for itself), or an `app` for a command with words of its own.
"""


def loaded(name: str) -> Command | Group:
    """The command of that name, from its module."""
    module = import_module(COMMANDS[name][0])
    word = name.replace("-", "_")
    found: Command | Group = (
        getattr(module, "app", None) or getattr(module, word, None) or getattr(module, f"{word}_")
    )
    return found


def read_plainly(arguments: list[str]) -> tuple[Command, dict[str, Any]] | None:
    """The command that the words name, with what it is given; None when not every word is plain."""
    name, *words = arguments or [""]
    found = loaded(name) if name in COMMANDS else None
    if isinstance(found, Group):
        name, *words = found.with_word(words) or [""]
        found = found.commands.get(name)
    given = None if found is None else _given(found, words)
    return None if found is None or given is None else (found, given)


def _given(command: Command, words: list[str]) -> dict[str, Any] | None:
    """The arguments of the function, as the words have them."""
    hints = {
        name: hint for name, hint in get_type_hints(command, include_extras=True).items() if name != "return"
    }
    groups = {name: options_of(hint) for name, hint in hints.items() if isinstance(hint, type)}
    sorts = {said.flag: sort for group in groups.values() for sort, said, _ in group.values()}
    split = _split(words, sorts)
    if split is None:
        return None
    options, others = split
    given: dict[str, Any] = {
        name: hints[name](
            **{key: options[said.flag] for key, (_, said, _) in group.items() if said.flag in options}
        )
        for name, group in groups.items()
    }
    for name, hint in hints.items():
        if name not in groups:
            sort = hint.__origin__
            if not others and NoneType not in get_args(sort):
                return None
            many = any(getattr(one, "__origin__", None) is list for one in (sort, *get_args(sort)))
            given[name] = (others[:] or None) if many else others.pop(0) if others else None
            others = [] if many else others
    return None if others else given


def _split(words: list[str], sorts: Mapping[str, Any]) -> tuple[dict[str, str | bool], list[str]] | None:
    """Options by their flag, and the other words; None for a flag that is not known or has no value."""
    options: dict[str, str | bool] = {}
    others: list[str] = []
    waiting = iter(words)
    for word in waiting:
        flag, equals, value = word.partition("=")
        if not word.startswith("-"):
            others.append(word)
            continue
        if flag not in sorts or (sorts[flag] is bool and equals):
            return None
        if sorts[flag] is not bool and not equals:
            value = next(waiting, "-")
            if value.startswith("-"):
                return None
        options[flag] = True if sorts[flag] is bool else value
    return options, others
