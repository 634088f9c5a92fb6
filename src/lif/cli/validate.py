"""`lif validate`: reads everything, checks everything, changes nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from lif.cli.options import AsAt, NoColor, Out, Quiet, Root
from lif.cli.straight import Validation


def validate(
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|github|sarif|junit", help="The form of the answer.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    root: Root = None,
    as_at: AsAt = None,
    out: Out = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> int:
    """Check every record and say what is wrong, where, and what to do; nothing is changed.

    Ends with 0 when all is well, 1 when there is an error (with --strict a warning too), and 2 when
    there was nothing to check.

    \b
    Examples:
      lif validate
      lif validate --strict --as-at workspace
      lif validate --format sarif --out build/lif.sarif
      lif explain L101
    """
    from lif.cli.checking import check

    return check(Validation(form, strict, root, as_at, out, quiet, no_color))
