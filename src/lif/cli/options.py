"""The options that every command shares, each with its words of help."""

from __future__ import annotations

from typing import Annotated

import typer

Root = Annotated[
    str | None,
    typer.Option(
        "--root", metavar="DIR", help="The board's folder (default: the nearest upwards with lif.yaml)."
    ),
]
AsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DATE|workspace",
        help="The day to look from, as in 2025-03-31 (default: today); 'workspace' is the as_at of lif.yaml.",
    ),
]
Out = Annotated[
    str | None, typer.Option("--out", metavar="FILE", help="Write to this file and print its path.")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="No remarks on stderr, results only.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours (so does NO_COLOR).")]
TableFormat = Annotated[
    str, typer.Option("--format", metavar="table|json|csv|md", help="The form of the listing.")
]
