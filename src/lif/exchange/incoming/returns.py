"""A return of figures that came back: what it would change in the records."""

from __future__ import annotations

from lif.calendars import Period, parse_period
from lif.exchange.incoming.outcome import Incoming, Told
from lif.exchange.incoming.return_held import ReturnHeld
from lif.exchange.incoming.return_lines import Lines
from lif.exchange.incoming.return_stories import stories
from lif.exchange.workbooks.filled import Filled, Problem
from lif.exchange.workbooks.opening import Opened
from lif.exchange.workbooks.package import CannotOpen
from lif.exchange.workbooks.return_book import FIGURES, STORIES
from lif.measures.owed import owed
from lif.records.governance import Agency
from lif.register import Register
from lif.views.answering import full_name
from lif.workspace import Workspace


def returns(workspace: Workspace, opened: Opened, filled: Filled, told: Told) -> Incoming:
    """The return as it is understood. Raises CannotOpen where nothing of the kind is asked for any more."""
    identity = filled.stamp.identity
    quarter = _asked(workspace.register, identity.agency, identity.quarter)
    title = f"return of figures, {full_name(workspace.register, identity.agency)}, {quarter.label}"
    held = ReturnHeld(workspace, identity.agency, quarter, told)
    lines = Lines(held)
    for row in filled.rows[FIGURES]:
        if row.changed:
            lines.take(row)
    told_of = stories(held, filled.rows.get(STORIES, ()))
    problems = (*filled.problems, *lines.problems, *told_of.problems)
    changes = (*lines.changes, *told_of.changes)
    if not problems and changes:
        held.put()
    return Incoming(
        opened.path,
        "returns",
        title,
        (*held.changes, *changes) if changes else (),
        problems,
        (*_early(held, quarter), *_put_in(filled), *lines.notes, *told_of.notes, *_empty(filled)),
        held.alterations,
        held.cells,
    )


def _asked(register: Register, agency: str, quarter: str) -> Period:
    if register.find(Agency, agency) is None:
        raise CannotOpen(f"it is the return of '{agency}', and no agency of this board is called so")
    period = parse_period(quarter)
    if not any(one.agency == agency and one.measures for one in owed(register, period.end)):
        raise CannotOpen(f"no schedule asks '{agency}' for returns, so that there is nowhere to put it")
    return period


def _early(held: ReturnHeld, quarter: Period) -> list[Problem]:
    """A day of receipt before the quarter had ended: some of what was counted had not happened."""
    if held.told.received > quarter.end:
        return []
    words = f"it is said to have come on {held.told.received.isoformat()}, before {quarter.label} had ended"
    return [Problem("", f"{words}: --received says the day")]


def _put_in(filled: Filled) -> list[Problem]:
    """Sheets that the agency added: they are told of, and never read in silence."""
    return [
        Problem("", f"the sheet '{one.title}' was put in, and is not read")
        for one in filled.others
        if not one.empty
    ]


def _empty(filled: Filled) -> list[Problem]:
    left = [row for row in filled.rows[FIGURES] if all(row.cells[key].empty for key in row.open)]
    if not left or len(left) == len(filled.rows[FIGURES]):
        return []
    noun = "one line is" if len(left) == 1 else f"{len(left)} lines are"
    where = left[0].cells[left[0].open[0]].address
    return [Problem(where, f"{noun} still empty, the first of them here: nothing was told of it")]
