"""`lif actions chase`: one text for each owner, with everything that is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from lif.cli.chasing import Chasing
from lif.cli.options import Option, Shared


@dataclass(frozen=True, slots=True)
class Chased:
    """Which actions are chased."""

    agency: Annotated[str | None, Option("--agency", "The agency whose roles own them.", "AGENCY")] = None
    group: Annotated[str | None, Option("--group", "The group that follows them.", "GROUP")] = None
    overdue_only: Annotated[
        bool, Option("--overdue-only", "Only what is overdue, and nothing that is only due soon or done.")
    ] = False
    within: Annotated[
        str | None, Option("--within", "Also what is due within so many days (default: 28).", "DAYS")
    ] = None


def chase(which: Chased, chasing: Chasing, shared: Shared) -> int:
    """A text to each owner: what is overdue or due soon, done without being shown, or not yet looked at.

    Each text is made as a message that a mail program opens as a draft (.eml) and in Markdown. Nothing is
    sent. Each action that is asked about gets the day under 'chases', once a day.

    \b
    Examples:
      lif actions chase --agency humberside-police --dry-run
      lif actions chase --group neglect --overdue-only --no-record
    """
    from lif.cli.chasing import chased, opened, within
    from lif.cli.opening import id_called, none_is_blank
    from lif.records.governance import Agency, Group
    from lif.views.actions import action_lines
    from lif.views.chasing.actions import SOON_DAYS, actions_texts

    none_is_blank(which)
    days = SOON_DAYS if which.within is None else within("--within", which.within)
    workspace, spoken, by = opened(chasing, shared)
    agency = None if which.agency is None else id_called(workspace, "--agency", which.agency, Agency)
    group = None if which.group is None else id_called(workspace, "--group", which.group, Group)
    lines = action_lines(spoken.register, spoken.as_at, owner=agency, group=group)
    found = actions_texts(spoken.register, lines, spoken.as_at, days, which.overdue_only)
    return chased("actions", spoken, workspace, found, chasing, by, shared)
