"""Makes the site of a workspace: opens it, refuses while errors stand, lays out and writes every file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lif import __version__
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.opening import open_workspace
from lif.cli.options import Shared
from lif.cli.papers import audience_of, board_of, has_years_around, own_templates, refused, stamp
from lif.cli.progress import working
from lif.cli.site import Wanted
from lif.cli.site_folder import Folder
from lif.cli.streams import say
from lif.exchange.calendar_files import CalendarFile, as_ics
from lif.exchange.feeds import Feed, as_atom
from lif.reports.site import Made, files
from lif.views.marking import MARKING
from lif.views.papers import Question
from lif.views.site import Site
from lif.views.site import site as view_of
from lif.views.site.places import CALENDAR, FEED, HOME
from lif.workspace import Workspace
from lif.workspace.frameworks import SETTINGS_FILE

OPEN_DATA = "data/figures.csv"
"""What every public site holds, and no other."""


@dataclass(frozen=True, slots=True)
class Done:
    """The exit code, the path of the home page (empty when none was made), and what the site is made from."""

    code: int
    home: str = ""
    sources: tuple[Path, ...] = ()


def made(wanted: Wanted, shared: Shared) -> Done:
    """The site in its folder. Raises CannotRun for what cannot be asked, or cannot be written."""
    folder = Folder.at(Path(wanted.out))
    workspace = open_workspace(shared)
    has_years_around(workspace)
    if any(folder.path.is_relative_to(source.resolve()) for source in _sources(workspace)):
        raise CannotRun(f"--out {wanted.out}: it lies among the records; name a folder outside of them")
    public = audience_of(wanted.audience, workspace) == "public"
    if public and folder.known and OPEN_DATA not in folder.known:
        raise CannotRun(f"{wanted.out} holds the board's own site; name another folder for the public one")
    if not public and refused(workspace, wanted.draft):
        return Done(PROBLEMS)
    with working("making the site", shared.quiet):
        files = _for_public(workspace, wanted.draft) if public else laid_out(workspace, wanted.draft)
        if files is None:
            return Done(PROBLEMS)
        written = folder.put(files)
    if not shared.quiet:
        changed = f"{written.changed:,} file{'' if written.changed == 1 else 's'}"
        say(f"{written.pages:,} pages, {changed} new or changed, {written.gone:,} taken away")
        for name in written.left:
            say(f"lif: {name} was changed by somebody since lif wrote it, and is left where it is")
    return Done(CLEAN, (Path(wanted.out) / HOME).as_posix(), _sources(workspace))


def _for_public(workspace: Workspace, draft: bool) -> Mapping[str, bytes] | None:
    """Every file of the site as the public would read it, or None where something stands against it."""
    from lif.cli.previewing import previewed
    from lif.cli.quarters import quarter_of_public
    from lif.exchange.public_files import public_site_files

    if draft:
        raise CannotRun("--draft: nothing is made for the public while an error stands")
    made = previewed(workspace, quarter_of_public(workspace))
    return public_site_files(made, own_templates(workspace), workspace.words) if made else None


def _sources(workspace: Workspace) -> tuple[Path, ...]:
    """The settings, and the folders of records and of the board's own templates, there or not."""
    folders = workspace.settings.folders
    wanted = (folders.framework, folders.data, folders.templates)
    return (workspace.root / SETTINGS_FILE, *(workspace.root / name for name in wanted))


def laid_out(workspace: Workspace, draft: bool) -> Mapping[str, bytes]:
    """Every file of the site by its path; nothing is written yet. Raises CannotRun without a board."""
    board = board_of(workspace)
    view = view_of(Question(workspace.register, workspace.as_at, board))
    beside = _beside(view, workspace, board.id)
    how = Made(
        stamp(workspace),
        draft or bool(workspace.errors),
        own_templates(workspace),
        calendar=CALENDAR in beside,
        feed=FEED in beside,
    )
    texts = {**dict(files(view, how)), **beside}
    return {path: text.encode("utf-8") for path, text in texts.items()}


def _beside(view: Site, workspace: Workspace, board: str) -> dict[str, str]:
    """The calendar and the feed; neither where it would be empty."""
    found = {}
    if view.dates:
        about = CalendarFile(view.body, board, __version__, workspace.as_at, workspace.words)
        found[CALENDAR] = as_ics(view.dates, about)
    if view.lately:
        title = f"{view.body}: what happened lately"
        feed = Feed(title, view.body, board, MARKING, __version__, workspace.as_at, workspace.words)
        found[FEED] = as_atom(view.lately, feed)
    return found
