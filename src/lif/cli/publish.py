"""`lif publish`: the public set of a quarter, protected and audited, or refused with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.options import Option, Shared

DEFAULT_FORMS = "html,md,json,csv,site"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is published, in which forms, and where it goes."""

    quarter: Annotated[
        str, Option("--quarter", "2024-25-Q4, 'Q4 2024/25', latest or current.", "QUARTER")
    ] = "latest"
    form: Annotated[
        str, Option("--format", "The forms of the public set.", "html,md,json,pdf,docx,csv,site")
    ] = DEFAULT_FORMS
    out: Annotated[str, Option("--out", "A folder; the publication gets one of its own in it.", "DIR")] = (
        "build/public"
    )
    address: Annotated[
        str | None, Option("--address", "Where the public will read it, for the ledger.", "WORDS")
    ] = None
    dry_run: Annotated[
        bool, Option("--dry-run", "Say what would be published and what stands against it; write nothing.")
    ] = False


def publish(wanted: Wanted, shared: Shared) -> int:
    """The public set of a quarter: small numbers protected, audited, written, and entered in the ledger.

    It is refused, with reasons and exit code 1, while a hidden count could be worked back, or an error
    stands in the records.

    \b
    Examples:
      lif publish --quarter 2024-25-Q4 --dry-run
      lif publish --quarter 2024-25-Q4
      lif publish --quarter latest --format html,pdf,csv --out build/public
      lif publish --quarter latest --address "The partnership's website, under figures"
    """
    from lif.cli.publishing import published

    return published(wanted, shared)
