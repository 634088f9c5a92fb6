"""`lif scorecard`: the quarterly board paper, as a summary on the screen or as files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.forms import Printing
from lif.cli.issuing import Issuing
from lif.cli.options import Audience, Option, Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """What only `lif scorecard` can be asked."""

    quarter: Annotated[
        str, Option("--quarter", "2024-25-Q4, 'Q4 2024/25', latest or current.", "QUARTER")
    ] = "latest"
    board: Annotated[str | None, Option("--board", "The board whose paper it is.", "BOARD")] = None
    group: Annotated[str | None, Option("--group", "A subgroup's own scorecard.", "GROUP")] = None
    priority: Annotated[str | None, Option("--priority", "One priority only.", "PRIORITY")] = None
    by: Annotated[
        str, Option("--by", "How its tables are grouped (default: priority).", "priority|group|journey")
    ] = "priority"
    audience: Audience = None
    form: Annotated[
        str | None,
        Option("--format", "Write these forms (default: a summary here).", "html,md,json,pdf,docx"),
    ] = None
    out: Annotated[str, Option("--out", "Where files go.", "DIR")] = "build"
    draft: Annotated[bool, Option("--draft", "Make it in spite of errors; each page is marked.")] = False


def scorecard(wanted: Wanted, printing: Printing, issuing: Issuing, shared: Reading) -> int:
    """The quarterly scorecard: a summary here, or with --format the paper itself.

    \b
    Examples:
      lif scorecard --quarter latest
      lif scorecard --quarter 2024-25-Q4 --format html,md
      lif scorecard --quarter "Q4 2024/25" --group neglect --format html
      lif scorecard --quarter latest --board leadership-board --as-at workspace
      lif scorecard --quarter latest --board operational-board --format pdf --appendix
      lif scorecard --quarter latest --format docx --base letterhead.docx
      lif scorecard --quarter 2024-25-Q4 --board leadership-board --format html --final
    """
    from lif.cli.scoring import score

    return score(wanted, printing, issuing, shared)
