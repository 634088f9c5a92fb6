"""`lif init`: a new board's repository, from the answer to one question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.options import Argument, Option
from lif.starting.likes import NAMES

Folder = Annotated[str | None, Argument("[DIR]", "The new folder (default: this one, when it is empty).")]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new board is asked."""

    area: Annotated[
        str | None,
        Option("--area", "The local authority: its name, its ONS code or its three-digit number.", "AREA"),
    ] = None
    like: Annotated[str, Option("--like", "The framework to start like, or blank.", "|".join(NAMES))] = (
        "blank"
    )
    kind: Annotated[
        str | None, Option("--kind", "The kind of body (default: partnership).", "partnership|lscb")
    ] = None
    groups: Annotated[str | None, Option("--groups", "Its groups, the one that leads first.", "NAME,…")] = (
        None
    )
    name: Annotated[
        str | None, Option("--name", "The body's full name (default: made of the area's).", "NAME")
    ] = None
    figures: Annotated[
        str | None,
        Option("--figures", "Published figures: national files, or a folder that holds some.", "PATH,…"),
    ] = None
    as_at: Annotated[str | None, Option("--as-at", "The first day (default: today).", "DATE")] = None
    quiet: Annotated[bool, Option("--quiet", "Results only, no remarks on stderr.")] = False


def init(folder: Folder, wanted: Wanted) -> int:
    """Begin a board's own repository: it validates, renders every paper, and has a first scorecard.

    It asks for what was not given, when it runs in a terminal; all else follows from the area. A second time
    it changes nothing, and never writes over a file. Nothing is committed.

    \b
    Examples:
      lif init board --area "Isle of Wight"
      lif init board --area 857 --like blank --name "Rutland Safeguarding Children Partnership"
      lif init board --area E06000017 --groups "Executive,Quality group,Review group"
      lif init board --area Rutland --figures FOLDER
    """
    from lif.cli.beginning import begin

    return begin(folder or ".", wanted)
