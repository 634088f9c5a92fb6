"""Issues a paper: refuses while something stands against it, writes it as final, and records the issue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated

from lif.cli.exits import CannotRun
from lif.cli.options import Option
from lif.cli.progress import working

if TYPE_CHECKING:
    from collections.abc import Callable

    from lif.cli.forms import Made
    from lif.source.new_records import Field
    from lif.views.changes.since import SinceIssue
    from lif.workspace import Workspace

MOST_NAMED = 10
MOST_ID = 80
_ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class Issuing:
    """Whether a paper is issued, by whom, and for which meeting."""

    final: Annotated[bool, Option("--final", "Issue it: no draft any more, and recorded as issued.")] = False
    issued_by: Annotated[
        str | None, Option("--issued-by", "With --final: the role that issues it.", "ROLE")
    ] = None
    meeting: Annotated[
        str | None, Option("--meeting", "With --final: the meeting it is issued for.", "MEETING")
    ] = None


@dataclass(frozen=True, slots=True)
class Which:
    """What makes a paper this one and no other: which it is, the name of its files, what it is about.

    `period` is the quarter or year that was asked for.
    """

    paper: str
    file_name: str
    about: tuple[str, ...] = ()
    period: str = ""

    @property
    def key(self) -> tuple[str, str, frozenset[str]]:
        """What records of issues are found by."""
        return self.paper, self.file_name, frozenset(self.about)


@dataclass(frozen=True, slots=True)
class Issue:
    """How a paper is issued: on which day, if at all, and what has changed since it was issued before."""

    on: date | None = None
    since: SinceIssue | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A paper that can be issued: which, its title, and what stands against it.

    `meeting` is the meeting that it is for when nobody names one, `command` how it was asked for.
    """

    which: Which
    title: str
    unfinished: tuple[str, ...] = ()
    meeting: str = ""
    command: str = ""


def typed(*words: str, options: tuple[object, ...]) -> str:
    """The command as it is typed: its words, and what was asked of it, but not where files go."""
    from shlex import quote

    from lif.cli.options import options_of

    found = list(words)
    for group in options:
        for name, (_, option, default) in options_of(type(group)).items():
            value = getattr(group, name)
            if value != default and option.flag not in ("--out", "--draft"):
                found += (
                    [option.flag] if value is True else [option.flag, quote(" ".join(str(value).split()))]
                )
    return " ".join(found)


def asked(issuing: Issuing, draft: bool, forms: tuple[str, ...]) -> None:
    """Raises CannotRun for options that do not go together."""
    if not issuing.final:
        for option, words in (("--issued-by", issuing.issued_by), ("--meeting", issuing.meeting)):
            if words is not None:
                raise CannotRun(f"{option}: it says something about an issue; use it with --final")
    elif draft:
        raise CannotRun("--draft and --final: a paper is one or the other")
    elif not forms:
        raise CannotRun("--final: name the forms in which it is issued, as in --format html")


def issue_of(
    workspace: Workspace,
    which: Which,
    final: bool,
    view: object = None,
    again: Callable[[Workspace], object] | None = None,
    kinds: tuple[str, ...] = (),
) -> Issue:
    """How the paper is issued now, with what has changed since it was issued before, if it was.

    `view` is its view, and `again` makes that of the records as they stood then: what either shows it is
    about, with every record of `kinds`. Without them it is about everything.
    """
    from lif.history import NotHere
    from lif.views.changes import Moment
    from lif.views.changes.scopes import Scope
    from lif.views.changes.since import cannot_be_told, earlier_issue, since_issue
    from lif.workspace.past import at_commit

    on = workspace.as_at if final else None
    earlier = earlier_issue(workspace.register, workspace.as_at, which.key)
    if earlier is None:
        return Issue(on)
    try:
        with working("reading the records as they stood when it was issued"):
            past = at_commit(workspace.home, earlier.commit, earlier.as_at)
            past = past.sealed() if workspace.words else past
    except NotHere as none:
        return Issue(on, cannot_be_told(earlier, str(none)))
    now = Moment(workspace.register, workspace.as_at)
    scope = Scope(_shown(past, view, again), frozenset(kinds), which.about)
    return Issue(on, since_issue(earlier, past.register, now, scope))


def _shown(
    past: Workspace, view: object, again: Callable[[Workspace], object] | None
) -> frozenset[str] | None:
    """The ids that the paper shows or showed; None where it cannot be made of the records of then."""
    from lif.views.changes.scopes import shown_in

    if again is None:
        return None
    try:
        return shown_in(view, again(past))
    except Exception:  # noqa: BLE001 - records of then kept the rules of then, and may break a view of now
        return None


def against(workspace: Workspace, ready: Ready) -> bool:
    """Whether the paper cannot be issued; says on stderr why, one reason in a line."""
    from lif.cli.streams import say

    if workspace.stood:
        raise CannotRun("--at and --final: what is issued is of the records as they stand now")
    reasons = (*ready.unfinished, *not_committed(workspace), *_issued_already(workspace, ready.which))
    for words in reasons:
        say(f"lif: not issued: {words}")
    if reasons:
        say("lif: put this right and issue it then; without --final it is made as a draft")
    return bool(reasons)


def not_committed(workspace: Workspace) -> tuple[str, ...]:
    """Why it cannot be said from which commit the paper is made."""
    from lif.diagnostics import visible
    from lif.history import state, uncommitted

    if state(workspace.root).commit is None:
        return ("no commit is known: a paper is issued from a commit of the records in git",)
    changed = uncommitted(workspace.root, workspace.parts, apart=workspace.issues)
    if changed is None:
        return ("git cannot tell whether everything that the paper is made from is committed",)
    more = len(changed) - MOST_NAMED
    named = [f"{visible(path)} is not as it was committed" for path in changed[:MOST_NAMED]]
    return (*named, *([f"and {more} more files are not"] if more > 0 else []))


def _issued_already(workspace: Workspace, which: Which) -> tuple[str, ...]:
    """That it was issued before, and no commit has the record of that yet: it tells what changed since."""
    from lif.diagnostics import visible
    from lif.history import uncommitted

    earlier = _earlier(workspace, which)
    if not earlier:
        return ()
    changed = uncommitted(workspace.root, (workspace.register.entries[earlier].path,))
    words = "it was issued before, and the record of that is not committed"
    return (f"{words}: {visible(changed[0])}",) if changed else ()


def issue(workspace: Workspace, ready: Ready, made: Made, out: str, issuing: Issuing) -> list[str]:
    """Writes the record of the issue, then the paper; gives their paths. Raises CannotRun with the reason.

    A paper that says it was issued never stands there without its record.
    """
    from lif.cli.forms import write_made
    from lif.cli.recording import recorded
    from lif.cli.streams import say
    from lif.records.issued import IssuedPaper

    id_ = _id(workspace, ready.which.file_name)
    path = f"{workspace.issues}/{id_}.yaml"
    fields = _fields(workspace, ready, made, id_, issuing)
    refusal = "not issued: the record of the issue cannot be written"
    written = recorded(workspace, path, IssuedPaper, fields, lambda: write_made(made, out), refusal)
    say(f"lif: commit the record of this issue: {path}")
    return [*written, (workspace.root / path).as_posix()]


def _fields(workspace: Workspace, ready: Ready, made: Made, id_: str, issuing: Issuing) -> dict[str, Field]:
    """What the record says, in the order of its fields."""
    from lif import __version__
    from lif.cli.papers import body_name
    from lif.history import state

    which, day = ready.which, workspace.as_at.isoformat()
    found: dict[str, Field] = {
        "id": id_,
        "title": workspace.words.plain(ready.title),
        "body": workspace.words.plain(body_name(workspace)),
        "paper": which.paper,
        "file_name": which.file_name,
        "period": which.period,
        "about": which.about,
        "issued": day,
        "as_at": day,
        "commit": state(workspace.root).commit or "",
        "version": __version__,
        "command": f"{ready.command} --as-at {day} --final",
        "files": [{"file": name, "sha256": sha256(content).hexdigest()} for name, content in made.items()],
        "by": _named(workspace, "--issued-by", issuing.issued_by),
        "meeting": _named(workspace, "--meeting", issuing.meeting) or ready.meeting,
        "replaces": _earlier(workspace, which),
    }
    return {name: value for name, value in found.items() if value}


def _earlier(workspace: Workspace, which: Which) -> str:
    from lif.views.changes.since import earlier_issue

    found = earlier_issue(workspace.register, workspace.as_at, which.key)
    return found.id if found else ""


def _named(workspace: Workspace, option: str, words: str | None) -> str:
    """The id of the role or meeting that was named; raises CannotRun when there is none."""
    from lif.cli.opening import id_called
    from lif.records.governance import Role
    from lif.records.meetings import Meeting

    kind = Role if option == "--issued-by" else Meeting
    return id_called(workspace, option, words, kind) if words is not None else ""


def _id(workspace: Workspace, name: str) -> str:
    """`issued-2025-scorecard-2024-25-q4`, then `…-second-issue`. Raises CannotRun after the tenth."""
    register = workspace.register
    for ending in ("", *(f"-{word}-issue" for word in _ORDINALS)):
        start = f"issued-{workspace.as_at.year}-{name}"[: MOST_ID - len(ending)].rstrip("-")
        id_ = f"{start}{ending}"
        if id_ not in register.entries and id_ not in register.unreadable:
            return id_
    raise CannotRun(
        f"--final: {name} was issued ten times in {workspace.as_at.year}; retire what does not count"
    )
