"""`lif export`: workbooks for agencies to fill in, and everything in open formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated

from lif.cli.commands import Command, group
from lif.cli.options import Argument, Audience, Option, Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which format, which records, and for whom."""

    to: Annotated[str | None, Option("--to", "The format.", "csv|xlsx|json|parquet|sqlite")] = None
    kinds: Annotated[
        str | None, Option("--kind", "Only these kinds, with commas (default: everything).", "KIND,…")
    ] = None
    audience: Audience = None
    draft: Annotated[
        bool, Option("--draft", "Make it while errors stand; the descriptor and the dictionary say so.")
    ] = False


def formats(
    folder: Annotated[str | None, Argument("DIR", "The folder that it is written to.")],
    wanted: Wanted,
    shared: Reading,
) -> int:
    """Everything in an open format, with a data dictionary and a descriptor: --to FORMAT DIR is enough.

    One table for each kind of record and each list in it, all figures, how actions stand, what is owed. The
    names of tables and columns stay. For the public it is what lif publish would publish, and nothing else.

    \b
    Examples:
      lif export --to csv build/tables
      lif export --to xlsx build/actions --kind actions --as-at workspace
    """
    from lif.cli.exporting_tables import exported

    return exported(folder, wanted, shared)


class Later(Mapping[str, Command]):
    """Words with the module and function of each, which is imported when its word is used."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = places

    def __getitem__(self, word: str) -> Command:
        module, function = self.places[word].split(":")
        found: Command = getattr(import_module(module), function)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)


app = group(
    """Workbooks for agencies to fill in, which lif import reads back; and everything in open formats.

    \b
    Examples:
      lif export returns --agency navigo --quarter 2024-25-Q4
      lif export --to csv build/tables
      lif export --to sqlite build/database
    """,
    Later(
        {
            "returns": "lif.cli.exporting:returns",
            "actions": "lif.cli.exporting_answers:actions",
            "section11": "lif.cli.exporting_answers:section11",
            "training": "lif.cli.exporting_answers:training",
            "formats": "lif.cli.export:formats",
        }
    ),
    otherwise=lambda words: "formats",
)
"""The words of the group: one line for each, with its module and its function."""
