"""Tells what changed: reads both states of the records, asks history what brought it, prints it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from lif.calendars import long_date
from lif.cli.changes import Form, Span
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.forms import PRINTED, write_printed
from lif.cli.looking_back import commit_of
from lif.cli.months import how_to_write, month_called
from lif.cli.opening import day_of, folder_of, id_called, left_out, none_is_blank, one_of, open_workspace
from lif.cli.options import Listed, Reading
from lif.cli.papers import for_board, refused
from lif.cli.progress import working
from lif.cli.reports import REPORTS, About
from lif.cli.since import since_of
from lif.cli.streams import deliver, put, say
from lif.cli.tables import FORMATS, show_listing
from lif.history import NotHere, commit_called, uncommitted
from lif.records.governance import Agency, Group
from lif.records.meetings import Meeting
from lif.views.changes import Between, Changes, Moment, changes, parted
from lif.views.changes.line import ChangeLine, Mark, Sort, Traced
from lif.views.changes.lines import lines, narrowed, with_commits
from lif.views.changes.scopes import Scope
from lif.views.changes.since import Since
from lif.views.changes.table import changes_table
from lif.workspace import Workspace
from lif.workspace.brought_by import brought_by

NOT_YET = "uncommitted"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PAGES = ("html", *PRINTED)


def tell(span: Span, form: Form, shared: Reading) -> int:
    """Prints or writes what changed; the exit code. Raises CannotRun with a reason."""
    one_of("--format", form.form, (*FORMATS, *_PAGES))
    sorts = _sorts(span.sort)
    none_is_blank(span)
    for_board(form.audience)
    page = form.form in _PAGES
    if page and (sorts or form.fail_if_any):
        raise CannotRun("--sort and --fail-if-any are for listings: leave them out, or the page")
    workspace = _opened(span, shared, page)
    for_board(form.audience, workspace)
    if page:
        return _page(workspace, span, form)
    since = since_of(workspace, span.since)
    told = tuple(narrowed(_told(workspace, since, span), sorts))
    found = _with_commits(workspace, since, told)
    head = {**_head(since), "until": workspace.as_at.isoformat()}
    show_listing(changes_table(found), "change-list", workspace, Listed(form.form, form.out), shared, head)
    if not shared.quiet:
        _remark(workspace, since, found)
    code = left_out(workspace, shared)
    return PROBLEMS if form.fail_if_any and found else code


def _sorts(words: str | None) -> tuple[str, ...]:
    """The sorts that were typed with commas between; raises CannotRun for another, naming them all."""
    if words is None:
        return ()
    known: tuple[str, ...] = Sort.__args__  # type: ignore[attr-defined]
    return tuple(one_of("--sort", each.strip(), known) for each in words.split(",") if each.strip())


def _opened(span: Span, shared: Reading, checked: bool) -> Workspace:
    """The workspace as it stands, or stood at the end of the span."""
    if span.until is None:
        return open_workspace(shared, checked=checked)
    if shared.at is not None:
        raise CannotRun("--until and --at: give one of them, both say how far changes are told")
    folder = folder_of(shared.root)
    words = span.until if _DAY.fullmatch(span.until) else _until(folder, span.until, shared)
    try:
        return open_workspace(replace(shared, at=words), checked=checked)
    except CannotRun as why:
        if not _DAY.fullmatch(words):
            raise CannotRun(str(why).replace("--at ", "--until ", 1)) from None
        say(f"lif: {str(why).removeprefix(f'--at {words}: ')}")
        say(f"lif: so the records of now are read as known on {long_date(date.fromisoformat(words))}")
        return open_workspace(replace(shared, as_at=words), checked=checked)


def _until(folder: Path, words: str, shared: Reading) -> str:
    """The end of the span as `--at` takes it: of a month its last day, of a meeting its day."""
    if first := month_called("--until", words):
        return first.replace(day=monthrange(first.year, first.month)[1]).isoformat()
    try:
        return commit_called(folder, words).id
    except NotHere as none:
        if advice := how_to_write(words, day_of(shared.as_at, folder)):
            raise CannotRun(f"--until {words}: {advice}") from None
        meeting = open_workspace(shared, checked=False).register.find(Meeting, words)
        if meeting is None:
            raise CannotRun(f"--until {words}: there is no such meeting, and {none}") from None
        return meeting.on.isoformat()


def _page(workspace: Workspace, span: Span, form: Form) -> int:
    """The paper, as a page or printed."""
    if refused(workspace, form.draft):
        return PROBLEMS
    about = About(since=span.since, group=span.group, agency=span.agency)
    paper = REPORTS["changes"].make("changes", workspace, about, True)
    if form.form == "html":
        deliver(paper.text("html"), form.out, data=True)
        return CLEAN
    path = Path(form.out or f"build/{paper.name}.{form.form}")
    put(f"{write_printed(paper.text('html'), form.form, path, workspace)}\n")
    return CLEAN


def _told(workspace: Workspace, since: Since, span: Span) -> tuple[Traced, ...]:
    between = Between(since.before, Moment(workspace.register, workspace.as_at))
    found = changes(between)
    about = tuple(
        id_called(workspace, option, words, kind)
        for option, words, kind in (("--group", span.group, Group), ("--agency", span.agency, Agency))
        if words is not None
    )
    return lines(between, _narrowed(between, found, about))


def _narrowed(between: Between, found: Changes, about: tuple[str, ...]) -> Changes:
    if not about:
        return found
    scope = Scope(frozenset(), about=about)
    return parted(found, lambda id_: scope.holds(between, id_))[0]


def _with_commits(workspace: Workspace, since: Since, told: tuple[Traced, ...]) -> tuple[ChangeLine, ...]:
    """The lines with the commits that brought them, as far as history tells."""
    now = commit_of(workspace).commit
    if not since.commit or not now:
        return with_commits(told, {})
    folders = workspace.settings.folders
    parts = (folders.framework, folders.data, *workspace.beside)
    marks = [mark for _, mark in told]
    try:
        with working("looking which commit brought each change"):
            found: dict[Mark, tuple[str, date | None]] = {
                mark: (commit[:12], day)
                for mark, (commit, day) in brought_by(workspace.home, since.commit, now, parts, marks).items()
            }
    except NotHere as none:
        say(f"lif: which commit brought each change is not told: {none}")
        return with_commits(told, {})
    return with_commits(told, {**_not_yet(workspace, marks), **found})


def _not_yet(workspace: Workspace, marks: Iterable[Mark]) -> dict[Mark, tuple[str, date | None]]:
    """The marks in records whose files no commit has as they are."""
    if workspace.stood:
        return {}
    changed = set(uncommitted(workspace.root, workspace.parts) or ())
    entries = workspace.register.entries
    return {
        mark: (NOT_YET, None)
        for mark in marks
        if not mark.never and (entry := entries.get(mark.record)) and entry.path in changed
    }


def _head(since: Since) -> dict[str, object]:
    return {
        "since": since.before.as_at.isoformat(),
        "since_words": since.words,
        "since_commit": since.commit or None,
        "since_committed": since.committed.isoformat() if since.committed else None,
        "why_dates": since.why or None,
    }


def _remark(workspace: Workspace, since: Since, found: tuple[ChangeLine, ...]) -> None:
    """How many changes there are, from what it is told, and what cannot be seen."""
    number = len(found)
    end = f" until {long_date(workspace.as_at)}" if workspace.stood else ""
    say(f"{number} change{'' if number == 1 else 's'} since {since.words}{end}", workspace.words)
    if since.commit and since.committed:
        say(f"told from the records at commit {since.commit[:12]} of {long_date(since.committed)}")
    else:
        say(f"lif: told from the dates in the records alone: {since.why}")
        say("lif: what was entered late, overwritten, altered or deleted cannot be seen in this way")
