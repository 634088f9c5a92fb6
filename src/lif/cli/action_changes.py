"""`lif actions update`, `extend`, `report-complete`, `assure` and `close`: what was said, with its day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.altering import Writing, carried_out
from lif.cli.exits import CannotRun
from lif.cli.options import Argument, Option, Shared

if TYPE_CHECKING:
    from datetime import date

    from lif.records.record import Record
    from lif.workspace import Workspace
    from lif.workspace.action_changes import ActionChanges

Id = Annotated[str, Argument("ID", "The action.")]
RESULTS = ("shown", "partly-shown", "not-shown", "cannot-be-told")


@dataclass(frozen=True, slots=True)
class When:
    """The day of what is entered."""

    on: Annotated[str | None, Option("--on", "The day (default: --as-at).", "DATE")] = None


@dataclass(frozen=True, slots=True)
class Note:
    """What was said of progress."""

    note: Annotated[str | None, Option("--note", "What was said.", "TEXT")] = None
    by: Annotated[str | None, Option("--by", "The role that said it (default: the owner).", "ROLE")] = None
    begun: Annotated[bool, Option("--begun", "The work has begun with it.")] = False


@dataclass(frozen=True, slots=True)
class Extension:
    """Another due date, and who agreed."""

    to: Annotated[str | None, Option("--to", "The new due date.", "DATE")] = None
    reason: Annotated[str | None, Option("--reason", "Why it moves.", "TEXT")] = None
    agreed_by: Annotated[str | None, Option("--agreed-by", "The group that agreed.", "GROUP")] = None


@dataclass(frozen=True, slots=True)
class Completion:
    """Who reports it complete, and what shows it."""

    by: Annotated[str | None, Option("--by", "The role that reports it (default: the owner).", "ROLE")] = None
    note: Annotated[str | None, Option("--note", "What was said.", "TEXT")] = None
    evidence: Annotated[str | None, Option("--evidence", "Records of evidence, with commas.", "ID,…")] = None


@dataclass(frozen=True, slots=True)
class Assuring:
    """Which group was satisfied, where that is minuted, and when it is looked at whether it helped."""

    group: Annotated[str | None, Option("--group", "The group that was satisfied.", "GROUP")] = None
    meeting: Annotated[str | None, Option("--meeting", "The meeting.", "ID")] = None
    minute: Annotated[str | None, Option("--minute", "The number of the minute.", "TEXT")] = None
    agencies: Annotated[
        str | None, Option("--agencies", "Whose members judged it, with commas.", "AGENCY,…")
    ] = None
    evidence: Annotated[str | None, Option("--evidence", "Records of evidence, with commas.", "ID,…")] = None
    impact_due: Annotated[
        str | None, Option("--impact-due", "When it is looked at whether it helped.", "DATE")
    ] = None


@dataclass(frozen=True, slots=True)
class Closing:
    """What was seen of the difference that it made."""

    impact: Annotated[str | None, Option("--impact", "Whether a difference was seen.", "|".join(RESULTS))] = (
        None
    )
    seen: Annotated[str | None, Option("--seen", "What was seen, and by what.", "TEXT")] = None
    follows: Annotated[str | None, Option("--follows", "What follows from it.", "TEXT")] = None
    evidence: Annotated[str | None, Option("--evidence", "Records of evidence, with commas.", "ID,…")] = None


def update(id_: Id, note: Note, when: When, writing: Writing, shared: Shared) -> int:
    """Enter what was said about progress, on its day; a reminder to whoever said it has its answer.

    \b
    Examples:
      lif actions update action-advocacy-offer --note "The contract is signed." --dry-run
      lif actions update action-hsb-pathway --note "Drafted." --by business-manager --dry-run
    """
    text = _given("--note", note.note, 'what was said, as in --note "The contract is signed."')

    def changed(it: ActionChanges, w: Workspace) -> str:
        return it.note(text, _role(w, note.by, it.action.owner), note.begun)

    return _changed(id_, when, writing, shared, changed)


def extend(id_: Id, extension: Extension, when: When, writing: Writing, shared: Shared) -> int:
    """Move the due date, with the reason and the group that agreed; the date first agreed stays.

    \b
    Examples:
      lif actions extend action-hsb-pathway --to 2030-03-31 --agreed-by quality --reason Late --dry-run
    """
    reason = _given("--reason", extension.reason, "why it moves")
    agreed = _given("--agreed-by", extension.agreed_by, "the group that agreed")
    to = _day("--to", _given("--to", extension.to, "the new date, as in --to 2026-03-31"))

    def changed(it: ActionChanges, w: Workspace) -> str:
        from lif.records.governance import Group

        return it.extend(to, reason, _id(w, "--agreed-by", agreed, Group))

    return _changed(id_, when, writing, shared, changed)


def report_complete(id_: Id, completion: Completion, when: When, writing: Writing, shared: Shared) -> int:
    """Enter that its owner reports it complete; that is not assurance, and evidence may follow.

    \b
    Examples:
      lif actions report-complete action-advocacy-offer --note "Every child is offered one." --dry-run
    """

    def changed(it: ActionChanges, w: Workspace) -> str:
        from lif.records.evidence import Evidence

        role = _role(w, completion.by, it.action.owner)
        return it.report_complete(role, completion.note, _ids(w, "--evidence", completion.evidence, Evidence))

    return _changed(id_, when, writing, shared, changed)


def assure(id_: Id, assuring: Assuring, when: When, writing: Writing, shared: Shared) -> int:
    """Enter that a group was satisfied, at which meeting and minute; never the owner's agency alone.

    \b
    Examples:
      lif actions assure action-escalation-direct-line --group quality --minute 5 --agencies nlag --dry-run
    """
    group = _given("--group", assuring.group, "the group that was satisfied")

    def changed(it: ActionChanges, w: Workspace) -> str:
        from lif.records.evidence import Evidence
        from lif.records.governance import Agency, Group
        from lif.records.meetings import Meeting
        from lif.workspace.action_changes import Judged

        meeting = assuring.meeting and _id(w, "--meeting", assuring.meeting, Meeting)
        agencies = _ids(w, "--agencies", assuring.agencies, Agency)
        judged = Judged(_id(w, "--group", group, Group), meeting, assuring.minute, agencies)
        again = _day("--impact-due", assuring.impact_due) if assuring.impact_due else None
        return it.assure(judged, _ids(w, "--evidence", assuring.evidence, Evidence), again)

    return _changed(id_, when, writing, shared, changed, assuring.meeting)


def close(id_: Id, closing: Closing, when: When, writing: Writing, shared: Shared) -> int:
    """Close it, with what was seen of the difference that it made; an honest 'not shown' can be closed.

    \b
    Examples:
      lif actions close action-first-missing-call --impact shown --seen "31 of 33 mornings." --dry-run
    """
    from lif.cli.opening import one_of

    given = _given("--impact", closing.impact, f"what was seen: {', '.join(RESULTS)}")
    impact = one_of("--impact", given, RESULTS)
    seen = _given("--seen", closing.seen, "what was seen, and by what")

    def changed(it: ActionChanges, w: Workspace) -> str:
        from lif.records.evidence import Evidence

        return it.close(impact, seen, closing.follows, _ids(w, "--evidence", closing.evidence, Evidence))

    return _changed(id_, when, writing, shared, changed)


def _changed(
    id_: str,
    when: When,
    writing: Writing,
    shared: Shared,
    change: Callable[[ActionChanges, Workspace], str],
    meeting: str | None = None,
) -> int:
    """Opens the workspace, makes the change, writes it, and says what now stands."""
    from lif.cli.opening import workspace_as_read
    from lif.cli.streams import say
    from lif.records.actions import Action
    from lif.workspace.action_changes import ActionChanges, NotNow
    from lif.workspace.alterations import Alterations, CannotAlter

    workspace = workspace_as_read(shared)
    id_ = _id(workspace, "ID", id_, Action)
    on = _on(workspace, when, meeting)
    changes = ActionChanges(Alterations(workspace), workspace.register.record(Action, id_), on)
    try:
        stands = change(changes, workspace)
    except (NotNow, CannotAlter) as why:
        raise CannotRun(f"{id_}: {why}") from None
    code = carried_out(changes.alterations, writing, shared)
    if not code and not shared.quiet and not writing.dry_run:
        say(f"lif: {id_}: {stands}")
    return code


def _on(workspace: Workspace, when: When, meeting: str | None) -> date:
    """The day that is named, else that of the meeting, else the day of the records."""
    from lif.records.meetings import Meeting

    day, said = workspace.as_at, "--on"
    if when.on:
        day = _day("--on", when.on)
    elif meeting:
        found = workspace.register.record(Meeting, _id(workspace, "--meeting", meeting, Meeting))
        day, said = found.on, "--meeting"
    if day > workspace.as_at:
        raise CannotRun(f"{said} {day.isoformat()}: that day is still to come (today is {workspace.as_at})")
    return day


def _given(option: str, words: str | None, wanted: str) -> str:
    if words is None or not words.strip():
        raise CannotRun(f"{option} is missing: say {wanted}")
    return words


def _day(option: str, words: str) -> date:
    from datetime import date

    try:
        return date.fromisoformat(words if len(words) == 10 else "-")
    except ValueError:
        raise CannotRun(f"{option} {words}: write a date as in 2025-03-31") from None


def _id(workspace: Workspace, option: str, words: str, kind: type[Record]) -> str:
    from lif.cli.opening import id_called

    return id_called(workspace, option, words, kind)


def _ids(workspace: Workspace, option: str, words: str | None, kind: type[Record]) -> list[str]:
    asked = [one.strip() for one in (words or "").split(",") if one.strip()]
    return list(dict.fromkeys(_id(workspace, option, one, kind) for one in asked))


def _role(workspace: Workspace, words: str | None, owner: str) -> str:
    from lif.records.governance import Role

    return _id(workspace, "--by", words, Role) if words else owner
