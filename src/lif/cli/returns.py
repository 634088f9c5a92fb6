"""`lif returns`: who owes which return, and what is late, queried or missing in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.chasing import Chasing
from lif.cli.commands import group
from lif.cli.exits import PROBLEMS
from lif.cli.options import Listed, Option, Reading, Shared

if TYPE_CHECKING:
    from lif.calendars import Period
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Which:
    """Which returns are meant."""

    quarter: Annotated[
        str | None,
        Option(
            "--quarter",
            "Those of a quarter (default: the one being collected, and what is owed from before).",
            "QUARTER|latest",
        ),
    ] = None
    agency: Annotated[str | None, Option("--agency", "The agency that owes them.", "AGENCY")] = None


@dataclass(frozen=True, slots=True)
class Strict:
    """Whether a script is told by the exit code."""

    fail_if_any: Annotated[
        bool, Option("--fail-if-any", "End with 1 when any is late, queried or received in part.")
    ] = False


@dataclass(frozen=True, slots=True)
class Soon:
    """Whether what is not due yet is asked for too."""

    within: Annotated[str, Option("--within", "Also what falls due within so many days.", "DAYS")] = "0"


def list_(which: Which, strict: Strict, listed: Listed, shared: Reading) -> int:
    """Each agency's return for each period: due, received, late, queried, how much of it is filled.

    Without --quarter these are the returns of the quarter being collected and all that is still owed from
    before it, section 11 self-assessments too.

    \b
    Examples:
      lif returns list --quarter 2024-25-Q4
      lif returns list --agency navigo --format csv --out returns.csv
      lif returns list --fail-if-any --quiet
    """
    from lif.cli.opening import left_out, none_is_blank, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.returns_owed import returns_owed
    from lif.views.returns_table import returns_table

    none_is_blank(which)
    workspace = open_workspace(shared, checked=False)
    quarter, agency = meant(workspace, which)
    lines = returns_owed(workspace.register, workspace.as_at, quarter, agency)
    also = {"quarter": None if quarter is None else str(quarter)}
    show_listing(returns_table(lines), "returns", workspace, listed, shared, also)
    owing = sum(line.outstanding for line in lines)
    if not shared.quiet:
        if agency and not _owes(workspace, agency):
            say(f"no schedule in framework/return-schedules says what '{agency}' owes", workspace.words)
        elif not lines and not agency:
            say(f"no return is owed{_from(workspace)}", workspace.words)
        number = len(lines)
        said = f"{number} return{'' if number == 1 else 's'}, {owing} with something still owed"
        say(f"{said}, as at {workspace.as_at.isoformat()}", workspace.words)
    code = left_out(workspace, shared)
    return PROBLEMS if strict.fail_if_any and owing else code


def _from(workspace: Workspace) -> str:
    """Where it says which agency owes what; or, of schedules that begin later, which begins first."""
    from lif.calendars import parse_period
    from lif.records.figures import ReturnSchedule

    periods = [parse_period(one.since) for one in workspace.register.all(ReturnSchedule)]
    first = min(periods, key=lambda one: one.end, default=None)
    if first is None or first.end < workspace.as_at:
        return ": framework/return-schedules says which agency owes what"
    return f" yet: the first are for {first.label}, and fall due when that has ended"


def chase(which: Which, soon: Soon, chasing: Chasing, shared: Shared) -> int:
    """A text to each role that owes a return: what did not come, what is queried, what is missing in it.

    Each text is made as a message that a mail program opens as a draft (.eml) and in Markdown. Nothing is
    sent. Each return that is asked for gets the day under 'chases', once a day, and a record if it has none.

    \b
    Examples:
      lif returns chase --dry-run
      lif returns chase --quarter 2024-25-Q4 --agency navigo --answer-by 2027-01-15 --no-record
    """
    from lif.cli.chasing import chased, opened, within
    from lif.cli.opening import none_is_blank
    from lif.views.chasing.returns import returns_texts
    from lif.views.returns_owed import returns_owed

    none_is_blank(which)
    days = within("--within", soon.within)
    workspace, spoken, by = opened(chasing, shared)
    quarter, agency = meant(workspace, which)
    day = spoken.as_at
    lines = [
        line
        for line in returns_owed(spoken.register, day, quarter, agency)
        if line.outstanding or (days and line.state == "not-due-yet" and (line.due - day).days <= days)
    ]
    return chased(
        "returns", spoken, workspace, returns_texts(spoken.register, lines, day), chasing, by, shared
    )


def _owes(workspace: Workspace, agency: str) -> bool:
    """Whether any schedule is of the agency, or of one before it."""
    from lif.checks.successors import line_of
    from lif.records.figures import ReturnSchedule

    schedules = workspace.register.all(ReturnSchedule)
    return any(agency in line_of(workspace.register, one.agency, workspace.as_at) for one in schedules)


def meant(workspace: Workspace, which: Which) -> tuple[Period | None, str | None]:
    """The quarter and the agency behind the words that were typed; raises CannotRun for what is not known."""
    from lif.cli.opening import id_called
    from lif.cli.quarters import is_spelt, quarter_called
    from lif.records.governance import Agency
    from lif.views.returns_owed import collected

    if which.quarter is not None:
        is_spelt(which.quarter)
    agency = None if which.agency is None else id_called(workspace, "--agency", which.agency, Agency)
    if which.quarter is None:
        return None, agency
    latest = collected(workspace.register, workspace.as_at) if _is_latest(which.quarter) else None
    return latest or quarter_called(which.quarter, workspace), agency


def _is_latest(words: str) -> bool:
    """Of returns the latest quarter is the one being collected, whether or not any has come."""
    return words.strip().lower() == "latest"


app = group(
    """Returns of the agencies: who owes what, since when, how much of it came, and how often late before.

    \b
    Examples:
      lif returns
      lif returns --quarter 2024-25-Q4
      lif returns --agency navigo --format md
      lif returns chase --dry-run

    --as-at uses only what was known by that day: a return that came since is awaited as at a day before.
    """,
    {"list": list_, "chase": chase},
    otherwise=lambda _: "list",
    alone=True,
)
