"""`lif scorecard`: the quarterly board paper, as a summary on the screen or as files."""

from __future__ import annotations

from typing import Annotated

import typer

from lif.cli.options import AsAt, NoColor, Quiet, Root


def scorecard(
    quarter: Annotated[
        str, typer.Option("--quarter", metavar="QUARTER", help="2024-25-Q4, 'Q4 2024/25', latest or current.")
    ] = "latest",
    board: Annotated[
        str | None, typer.Option("--board", metavar="BOARD", help="The board whose paper it is.")
    ] = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar="GROUP", help="A subgroup's own scorecard.")
    ] = None,
    priority: Annotated[
        str | None, typer.Option("--priority", metavar="PRIORITY", help="One priority only.")
    ] = None,
    audience: Annotated[str, typer.Option("--audience", metavar="board|public", help="For whom.")] = "board",
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="html,md", help="Write these forms (default: a summary here)."),
    ] = None,
    out: Annotated[str, typer.Option("--out", metavar="DIR", help="Where files go.")] = "build",
    draft: Annotated[
        bool, typer.Option("--draft", help="Make it in spite of errors; each page is marked.")
    ] = False,
    root: Root = None,
    as_at: AsAt = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> int:
    """The quarterly scorecard: a summary here, or with --format the paper itself.

    \b
    Examples:
      lif scorecard --quarter latest
      lif scorecard --quarter 2024-25-Q4 --format html,md
      lif scorecard --quarter "Q4 2024/25" --group neglect --format html
      lif scorecard --quarter latest --board leadership-board --as-at workspace
    """
    from lif.cli.scoring import Wanted, score

    wanted = Wanted(quarter, board, group, priority, audience, form, out, draft, root, as_at, quiet, no_color)
    return score(wanted)
