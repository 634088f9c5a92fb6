"""`lif export`: workbooks that agencies fill in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.options import Option, Shared

if TYPE_CHECKING:
    from lif.calendars import Period
    from lif.exchange.workbooks.layout import Origin
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Filling:
    """Whose workbook, of which quarter, and where it goes."""

    agency: Annotated[
        str | None,
        Option("--agency", "The agency (default: one workbook for each that owes something).", "AGENCY"),
    ] = None
    quarter: Annotated[
        str | None, Option("--quarter", "The quarter (default: the one being collected).", "QUARTER|latest")
    ] = None
    out: Annotated[
        str | None, Option("--out", "Where to: a file for one agency, or a folder (default: here).", "PATH")
    ] = None


def returns(filling: Filling, shared: Shared) -> int:
    """A workbook of the figures that an agency owes for a quarter, to be filled in and sent back.

    One row a figure: what is counted, the last four periods, what was sent already, and cells to fill in.
    A second sheet explains; a third takes the story behind the figures. lif import reads it back.

    \b
    Examples:
      lif export returns --agency navigo --quarter 2024-25-Q4
      lif export returns --quarter 2024-25-Q4 --out to-send
    """
    from lif.cli.opening import left_out, none_is_blank, workspace_as_read
    from lif.cli.returns import Which, meant
    from lif.exchange.workbooks.layout import spoken
    from lif.exchange.workbooks.making import made
    from lif.exchange.workbooks.return_book import return_book
    from lif.views.returns_asked import asked_for

    none_is_blank(filling)
    workspace = workspace_as_read(shared, checked=False)
    named, agency = meant(workspace, Which(filling.quarter, filling.agency))
    quarter = named or being_collected(workspace)
    told = workspace.speaking()
    found = asked_for(told.register, workspace.as_at, quarter, agency)
    if not found:
        whose = f"'{agency}'" if agency else "any agency"
        later = from_later(workspace, quarter, agency)
        raise CannotRun(f"no schedule of returns asks {whose} for anything in {quarter.label}{later}")
    about = origin_of(told)
    books = {
        f"returns-{one.agency}-{quarter.slug}.xlsx": made(spoken(return_book(one, about), told.words.plain))
        for one in found
    }
    put_workbooks(books, filling.out, agency is not None)
    return left_out(workspace, shared)


def from_later(workspace: Workspace, quarter: Period, agency: str | None) -> str:
    """The schedule that begins first after a quarter, and what makes it begin there; empty without one."""
    from lif.calendars import parse_period
    from lif.records.figures import ReturnSchedule

    first = min(
        (
            (since.start, one.id, str(since))
            for one in workspace.register.all(ReturnSchedule)
            if one.every == "quarter" and agency in (None, one.agency)
            if (since := parse_period(one.since)).start > quarter.end
        ),
        default=None,
    )
    if first is None:
        return ""
    return f"; {first[1]} asks from {first[2]} on: to have it ask now, lif set {first[1]} since {quarter}"


def being_collected(workspace: Workspace) -> Period:
    """The quarter that is meant when none is named; raises CannotRun where nothing is owed by anybody."""
    from lif.views.returns_owed import collected

    quarter = collected(workspace.register, workspace.as_at)
    if quarter is None:
        raise CannotRun("no schedule of returns asks for anything yet: name a quarter with --quarter")
    return quarter


def origin_of(workspace: Workspace) -> Origin:
    """What every workbook says of its making."""
    from lif import __version__
    from lif.exchange.workbooks.layout import Origin
    from lif.history import state
    from lif.records.board import Board
    from lif.views.bodies import body_name
    from lif.views.returns_asked import whom_to_ask

    register = workspace.register
    return Origin(
        register.board_id,
        body_name(register, register.record(Board, register.board_id), workspace.as_at),
        workspace.as_at,
        __version__,
        state(workspace.root).commit or "",
        whom_to_ask(register, workspace.as_at),
    )


def put_workbooks(books: dict[str, bytes], out: str | None, single: bool) -> None:
    """Writes workbooks and prints their paths; one that stands there and differs is not written over.

    It may have been filled in.
    """
    from lif.cli.papers import write
    from lif.cli.streams import put

    to = Path(out) if out else Path()
    one = single and len(books) == 1 and out is not None and to.suffix.lower() == ".xlsx"
    paths = {to if one else to / name: content for name, content in books.items()}
    for path, content in paths.items():
        if path.exists() and (not path.is_file() or path.read_bytes() != content):
            raise CannotRun(f"{path} stands there already and may have been filled in: move it, or say --out")
    for path, content in paths.items():
        put(f"{write(path, content)}\n")
