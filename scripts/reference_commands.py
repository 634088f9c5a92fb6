"""The reference of commands and papers, as pages: what `lif COMMAND --help` says, and the table of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from inspect import getdoc
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_type_hints

from lif.cli.commands import COMMANDS, Command, Group, loaded
from lif.cli.options import Argument, Option, Shared, options_of
from lif.cli.reports import REPORTS, SCORECARD, About, Report

ROOT = Path(__file__).resolve().parent.parent
BUILTIN = ROOT / "src" / "lif" / "reports" / "builtin"
NOTE = "<!-- Written by `make docs` from the code: change the docstrings there, not this page. -->\n\n"


def pages() -> Iterator[tuple[str, str]]:
    """Every page as (path from the top, text)."""
    yield "docs/reference/commands/README.md", commands()
    for name in COMMANDS:
        yield f"docs/reference/commands/{name}.md", command(name)
    yield "docs/reference/papers.md", papers()


def commands() -> str:
    """The page that lists the commands, and what all of them take."""
    rows = [f"| [lif {name}]({name}.md) | {cells(said)} |" for name, (_, said) in COMMANDS.items()]
    return (
        f"{NOTE}# Commands\n\n`lif COMMAND --help` prints the same as the pages here.\n\n"
        + "\n".join(["| command | what it does |", "|---|---|", *rows])
        + "\n\n## What every command on a workspace takes\n\n"
        + options([Shared])
        + "\n## How a command ends\n\n"
        + "| exit code | means |\n|---|---|\n"
        + "| 0 | all is well |\n"
        + "| 1 | something is wrong in the records |\n"
        + "| 2 | it could not do what was asked |\n"
        + "| 3 | the fault is its own |\n"
    )


def command(name: str) -> str:
    """The page of one command, with a part for each of its words."""
    found = loaded(name)
    text = f"{NOTE}# lif {name}\n\n{COMMANDS[name][1]}\n"
    if not isinstance(found, Group):
        return text + part(f"lif {name}", found)
    text += f"\n{prose(found.help)}"
    for word, function in found.commands.items():
        text += f"\n## lif {name} {word}\n" + part(f"lif {name} {word}", function)
    return text


def part(called: str, function: Command) -> str:
    """What one function can be asked: its words, its examples, its arguments and options."""
    hints = {k: v for k, v in get_type_hints(function, include_extras=True).items() if k != "return"}
    arguments: list[tuple[Argument, str]] = [
        (hint.__metadata__[0], needed(hint)) for hint in hints.values() if not is_dataclass(hint)
    ]
    text = f"\n{prose(getdoc(function) or '')}\n"
    if arguments:
        rows = [f"| `{cells(said.value)}` | {must} | {cells(said.help)} |" for said, must in arguments]
        words = " ".join(said.value for said, _ in arguments)
        head = [f"`{called} {words}`\n", "| word | must be there | what it is |", "|---|---|---|"]
        text += "\n".join([*head, *rows]) + "\n\n"
    return text + options([each for each in hints.values() if is_dataclass(each) and each is not Shared])


def needed(argument: Any) -> str:
    """Whether a word must be there."""
    return "" if NoneType in get_args(argument.__origin__) else "yes"


def options(groups: list[Any]) -> str:
    """A table of the options of some groups."""
    rows = ["| option | what it does |", "|---|---|"]
    for group in groups:
        for sort, option, default in options_of(group).values():
            rows.append(f"| `{written(option)}` | {cells(option.help)}{unless(sort, default)} |")
    return "\n".join(rows) + "\n" if len(rows) > 2 else ""


def written(option: Option) -> str:
    """`--format text|json`, with the bars as a table of Markdown wants them."""
    return f"{option.flag} {option.value}".strip().replace("|", "\\|")


def unless(sort: Any, default: Any) -> str:
    """What counts when the option is not given, where that is something."""
    return "" if default in (None, False) or sort is bool else f" Without it: `{default}`."


def cells(text: str) -> str:
    """Text that stands in a cell of a table."""
    return flags(text.replace("|", "\\|"))


def flags(text: str) -> str:
    """Text with each option in it as code, and the command that it belongs to."""
    named = rf"(?:lif (?:{'|'.join(COMMANDS)})(?: [a-z]+)? )?"
    return re.sub(rf"(?<![`\w-]){named}--[a-z][a-z-]*", lambda found: f"`{found[0]}`", text)


def prose(doc: str) -> str:
    """A docstring as Markdown: paragraphs as they are, lines under Examples as code."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", doc.replace("\b", "").strip()):
        lines = block.strip("\n").split("\n")
        if lines[0].strip().endswith(":") and lines[1:] and all(each.startswith(" ") for each in lines[1:]):
            shown = "\n".join("    " + each.strip() for each in lines[1:])
            paragraphs.append(f"{lines[0].strip()}\n\n{shown}")
        else:
            paragraphs.append(flags(" ".join(each.strip() for each in lines)))
    return "\n\n".join(paragraphs) + "\n"


def papers() -> str:
    """The page of all papers: what each is for, what it can be about, and what a board may replace."""
    text = (
        f"{NOTE}# Papers\n\nThe scorecard is made by [lif scorecard](commands/scorecard.md), "
        "every other paper by [lif report](commands/report.md).\n"
        "The parts of a paper are blocks of its template: a board may replace each of them "
        "([Making a paper](../guides/making-papers.md)).\n"
    )
    text += paper("scorecard", "lif scorecard", SCORECARD, "")
    for name, line in REPORTS.items():
        about = [f"[{written(options_of(About)[each][1])}]" for each in line.takes]
        text += paper(
            name, " ".join([f"lif report {name}", *about]).replace("\\|", "|"), line.what, takes(line)
        )
    return text


def paper(name: str, called: str, what: str, about: str) -> str:
    """The part of one paper."""
    text = f"\n## {name}\n\n{what}\n\n    {called}\n"
    if about:
        text += f"\n{about}"
    if blocks := parts(name):
        text += f"\nIts parts: {', '.join(f'`{each}`' for each in blocks)}.\n"
    if (ROOT / "schemas" / "output" / f"{name}.json").is_file():
        text += f"\nIts JSON keeps to [{name}.json](../../schemas/output/{name}.json).\n"
    return text


def takes(line: Report) -> str:
    """The options that say what a paper is about."""
    known = options_of(About)
    rows = [f"| `{written(known[each][1])}` | {cells(known[each][1].help)} |" for each in line.takes]
    return "\n".join(["| about | what it is |", "|---|---|", *rows]) + "\n" if rows else ""


def parts(template: str) -> list[str]:
    """The names of the blocks of a paper's template, in order."""
    file = BUILTIN / f"{template}.html.j2"
    found = re.findall(r"\{%-?\s*block (\w+)", file.read_text(encoding="utf-8")) if file.is_file() else []
    return [each for each in dict.fromkeys(found) if each != "content"]
