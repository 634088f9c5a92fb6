"""`lif calendar`: all dates in one, for the screen, for a spreadsheet, for paper and for Outlook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.forms import PRINTED
from lif.cli.options import Audience, Option, Out, Reading, Shared

if TYPE_CHECKING:
    from datetime import date

    from lif.views.calendar import Calendar, Sort, Undated
    from lif.workspace import Workspace

FORMATS = ("table", "json", "csv", "md", "html", "ics", *PRINTED)
PAPERS = ("md", "html", "ics", *PRINTED)
"""The forms that are handed on to readers; the others are for whoever asks."""
MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Dates:
    """Which dates are meant."""

    since: Annotated[
        str | None, Option("--from", "The first day (default: today, and what is late before it).", "DATE")
    ] = None
    until: Annotated[str | None, Option("--until", "The last day (default: a year on).", "DATE")] = None
    within: Annotated[str | None, Option("--within", "How many days ahead instead.", "DAYS")] = None
    group: Annotated[str | None, Option("--group", "What a group follows.", "GROUP")] = None
    sort: Annotated[
        str | None,
        Option("--sort", "Only these, as in meeting,audit,action,clock,return.", "SORT,SORT"),
    ] = None


@dataclass(frozen=True, slots=True)
class Form:
    """The form of the calendar, and where it goes."""

    form: Annotated[str, Option("--format", "The form.", "|".join(FORMATS))] = "table"
    out: Out = None
    audience: Audience = None


def calendar(dates: Dates, form: Form, shared: Reading) -> int:
    """Everything that has a date: meetings, audits, actions, reviews, reports, training, plans.

    \b
    Examples:
      lif calendar --within 28
      lif calendar --group neglect --sort meeting,action
      lif calendar --from 2025-04-01 --until 2026-03-31 --format html --out build/calendar.html
      lif calendar --format ics --out board.ics
      lif calendar --format pdf

    The .ics opens in Outlook: a second import puts right what has moved since the first.
    """
    from lif.cli.opening import left_out, one_of, open_workspace
    from lif.cli.papers import for_board
    from lif.cli.streams import say

    wanted = one_of("--format", form.form, FORMATS)
    sorts = _sorts(dates.sort)
    workspace = open_workspace(shared, checked=False)
    if wanted in PAPERS:
        for_board(form.audience, workspace)
    group = _group(workspace, dates.group)
    view = _view(workspace, dates, group, sorts)
    _show(workspace, view, wanted, _called(workspace, group), form, shared)
    if not shared.quiet:
        late = f", {len(view.late)} late before it" if view.late else ""
        days = f"{view.since.isoformat()} to {view.until.isoformat()}"
        say(f"{len(view.entries)} date{'' if len(view.entries) == 1 else 's'} from {days}{late}")
        for line in _without_a_day(view):
            say(line)
    return left_out(workspace, shared)


def _without_a_day(view: Calendar) -> tuple[str, ...]:
    from lif.views.calendar.page import without_a_day

    return tuple(without_a_day(one) for one in view.undated)


def _group(workspace: Workspace, words: str | None) -> str | None:
    from lif.cli.opening import id_called
    from lif.records.governance import Group

    return None if words is None else id_called(workspace, "--group", words, Group)


def _called(workspace: Workspace, group: str | None) -> str:
    from lif.views.called import called_at

    return called_at(workspace.register, group) if group else ""


def _view(workspace: Workspace, dates: Dates, group: str | None, sorts: tuple[Sort, ...]) -> Calendar:
    """The calendar asked for; raises CannotRun for days that cannot be a range."""
    from datetime import timedelta

    from lif.views.calendar import calendar as asked

    if dates.until is not None and dates.within is not None:
        raise CannotRun("--until and --within: give one of them, both say where the calendar ends")
    last = workspace.as_at + timedelta(days=MOST_DAYS)
    since = _day("--from", dates.since, last)
    until = _day("--until", dates.until, last)
    if dates.within is not None:
        until = (since or workspace.as_at) + timedelta(days=_days(dates.within))
        _not_too_far(f"--within {dates.within}", until, last)
    try:
        return asked(workspace.register, workspace.as_at, since, until, group, sorts)
    except ValueError as fault:
        raise CannotRun(str(fault)) from None


def _show(workspace: Workspace, view: Calendar, form: str, group: str, asked: Form, shared: Shared) -> None:
    """Prints the calendar in one of `FORMATS`, or writes it to a file."""
    from lif.cli.options import Listed
    from lif.cli.streams import deliver
    from lif.cli.tables import show_listing
    from lif.views.calendar.table import calendar_table

    if form in ("ics", "html", "md"):
        text = _ics(workspace, view) if form == "ics" else _page(workspace, view, form, group)
        deliver(text, asked.out, data=True)
        return
    if form in PRINTED:
        _printed(_page(workspace, view, "html", group), form, asked.out, workspace)
        return
    table = calendar_table(view, grouped=form == "table")
    also = {
        "from": view.since.isoformat(),
        "until": view.until.isoformat(),
        "late": len(view.late),
        "undated": [_undated(one) for one in view.undated],
    }
    show_listing(table, "calendar", workspace, Listed(form, asked.out), shared, also)


def _undated(one: Undated) -> dict[str, str | None]:
    """A group without a meeting ahead, as JSON has it."""
    return {
        "group": one.group,
        "group_name": one.group_name,
        "promised": one.promised,
        "last": one.last.isoformat() if one.last else None,
        "by": one.by.isoformat() if one.by else None,
    }


def _printed(page: str, form: str, out: str | None, workspace: Workspace) -> None:
    """Writes the calendar as PDF or Word and prints the path: build/calendar.pdf where none is named."""
    from pathlib import Path

    from lif.cli.forms import write_printed
    from lif.cli.streams import put

    put(f"{write_printed(page, form, Path(out or f'build/calendar.{form}'), workspace)}\n")


def _page(workspace: Workspace, view: Calendar, form: str, group: str) -> str:
    """The page as HTML or Markdown; a draft where records could not be read."""
    from lif.cli.papers import body_name, own_templates, stamp
    from lif.reports.calendar import render, title
    from lif.reports.papers import frame
    from lif.views.calendar.page import page

    made = page(view, group)
    paper = frame(
        title(made),
        body_name(workspace),
        view.as_at,
        stamp(workspace),
        draft=bool(workspace.errors),
        illustrative=made.illustrative,
    )
    return render(made, paper, form, own_templates(workspace))


def _ics(workspace: Workspace, view: Calendar) -> str:
    """The calendar file; raises CannotRun when nothing would stand in it."""
    from lif import __version__
    from lif.exchange.calendar_files import CalendarFile, as_ics
    from lif.records.board import Board
    from lif.views.bodies import body_name

    if not view.every:
        raise CannotRun(
            "there is no date in that time, and calendars refuse an empty file; ask for a longer time"
        )
    board = workspace.register.find(Board, workspace.register.board_id)
    name = body_name(workspace.register, board, workspace.as_at) if board else "lif"
    about = CalendarFile(name, board.id if board else "board", __version__, workspace.as_at, workspace.words)
    return as_ics(view.every, about)


def _sorts(words: str | None) -> tuple[Sort, ...]:
    """The sorts that were typed with commas between; raises CannotRun for another, naming them all."""
    from lif.cli.opening import one_of
    from lif.views.calendar import SORTS

    if words is None:
        return ()
    typed = [one.strip().lower() for one in words.split(",") if one.strip()]
    known = {one_of("--sort", word, SORTS) for word in typed}
    return tuple(sort for sort in SORTS if sort in known)


def _not_too_far(said: str, day: date, last: date) -> date:
    if day > last:
        raise CannotRun(f"{said}: the calendar looks at most {MOST_DAYS:,} days ahead")
    return day


def _day(option: str, words: str | None, last: date) -> date | None:
    """The day that an option names; raises CannotRun for what is no day, or too far ahead."""
    from datetime import date
    from re import fullmatch

    if words is None:
        return None
    if fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        try:
            day = date.fromisoformat(words)
        except ValueError:
            raise CannotRun(f"{option} {words}: there is no such day") from None
        return _not_too_far(f"{option} {words}", day, last)
    raise CannotRun(f"{option} {words}: write a date as in 2025-03-31")


def _days(words: str) -> int:
    if words.isascii() and words.isdigit() and int(words) <= MOST_DAYS:
        return int(words)
    raise CannotRun(f"--within {words}: write a number of days from 0 to {MOST_DAYS:,}, as in 28")
