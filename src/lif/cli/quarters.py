"""The quarter that `--quarter` names, as it is spelt and as it stood on the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lif.calendars import Period, parse_quarter_option
from lif.cli.exits import CannotRun

if TYPE_CHECKING:
    from lif.workspace import Workspace


def is_spelt(words: str) -> None:
    """Raises CannotRun for a quarter that is not spelt as one, before any record is read."""
    if words.strip().lower() not in ("latest", "current"):
        try:
            parse_quarter_option(words, date.min)
        except ValueError as fault:
            raise CannotRun(f"--quarter {words}: {fault}") from None


def quarter_called(words: str, workspace: Workspace) -> Period:
    """The quarter asked for; `latest` is the last that ended by the day and has a return.

    Of a board that has no return yet it is the last that ended: its first paper is of published figures.
    Raises CannotRun for a quarter that has not begun by the day.
    """
    from lif.calendars import quarter_of
    from lif.views.scorecard.question import latest_quarter

    day = workspace.as_at
    latest = latest_quarter(workspace.register, day) or quarter_of(day).previous()
    try:
        quarter = parse_quarter_option(words, workspace.as_at, latest)
    except ValueError as fault:
        raise CannotRun(f"--quarter {words}: {fault}") from None
    if quarter.start > workspace.as_at:
        raise CannotRun(f"--quarter {words}: it has not begun by {workspace.as_at.isoformat()}")
    return quarter


def quarter_of_public(workspace: Workspace) -> Period:
    """The quarter of what the public reads when none is named: the latest, else that of the day."""
    from lif.views.scorecard.question import latest_quarter

    return latest_quarter(workspace.register, workspace.as_at) or quarter_called("current", workspace)
