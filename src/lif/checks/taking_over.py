"""Who took over from whom: from which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Check, Finding, check
from lif.diagnostics import Severity
from lif.records.governance import Agency, Group
from lif.register import Register


@check("A493", Severity.WARNING)
def taken_over_from_no_day(register: Register, as_at: date) -> Iterator[Finding]:
    """An agency or a group names who took over from it, and not its own last day.

    Why:
        Until a day is told nobody has taken over: its actions and returns are still asked of it.
    Fails:
        successor: dales-icb, without until.
    Mend:
        Add its last day in `until`; the successor begins on the day after.
    Source:
        Papers are told under the name of their day.
    """
    bodies: tuple[Agency | Group, ...] = (*register.all(Agency), *register.all(Group))
    for one in bodies:
        if one.successor and one.until is None and one.retired is None:
            message = f"'{one.successor}' is to take over, and no day is told from which"
            yield Finding(one.id, ("successor",), message, "add 'until:' with its last day")


TAKING_OVER: tuple[Check, ...] = (taken_over_from_no_day,)
