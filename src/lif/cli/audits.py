"""`lif audits`: the audit calendar, the priorities that no audit looks at, and cycles of self-assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from lif.cli.commands import group
from lif.cli.exits import CannotRun
from lif.cli.options import Listed, Option, Reading

if TYPE_CHECKING:
    from lif.calendars import Period
    from lif.records.record import Record
    from lif.views.audits import Narrow, Stage
    from lif.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which audits are meant."""

    group: Annotated[str | None, Option("--group", "The group that commissions it.", "GROUP")] = None
    priority: Annotated[str | None, Option("--priority", "A priority that it serves.", "PRIORITY")] = None
    status: Annotated[
        str | None, Option("--status", "How far it is: planned, late, in-the-field, reported, …", "STAGE")
    ] = None
    year: Annotated[
        str | None, Option("--year", "The financial year it is planned for, as in 2025-26.", "YEAR")
    ] = None


def list_(narrowed: Narrowed, listed: Listed, shared: Reading) -> int:
    """The audit calendar: every audit by quarter, how far it is, and what came of it.

    \b
    Examples:
      lif audits list --year 2025-26
      lif audits list --status late --group quality-assurance
      lif audits list --priority neglect --format csv --out audits.csv
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.audit_cover import gaps
    from lif.views.audit_tables import audit_table
    from lif.views.audits import audit_lines

    year = None if narrowed.year is None else _year(narrowed.year)
    workspace = open_workspace(shared, checked=False)
    found = gaps(workspace.register, workspace.as_at)
    if not shared.quiet:
        for gap in found:
            say(
                f"no audit: {gap.name} ({gap.id}), none reported in the last 12 months, none in the next",
                workspace.words,
            )
    listing = audit_table(
        audit_lines(workspace.register, workspace.as_at, **_narrow(workspace, narrowed, year))
    )
    also = {"priorities_without_audit": [gap.id for gap in found]}
    show_listing(listing, "audits", workspace, listed, shared, also)
    if not shared.quiet:
        number = len(listing.rows)
        say(
            f"{number} audit{'' if number == 1 else 's'} as at {workspace.as_at.isoformat()}", workspace.words
        )
    return left_out(workspace, shared)


def gaps_(listed: Listed, shared: Reading) -> int:
    """Each priority with its last audit and its next; first those with none for a year back and ahead.

    \b
    Examples:
      lif audits gaps
      lif audits gaps --format md --as-at 2025-03-31
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.audit_cover import priority_cover
    from lif.views.audit_tables import gap_table

    workspace = open_workspace(shared, checked=False)
    covers = priority_cover(workspace.register, workspace.as_at)
    show_listing(gap_table(covers), "audit-gaps", workspace, listed, shared)
    if not shared.quiet:
        missing = sum(cover.gap for cover in covers)
        say(
            f"{missing} of {len(covers)} priorities with no audit from a year back to a year ahead",
            workspace.words,
        )
    return left_out(workspace, shared)


def cycle(listed: Listed, shared: Reading) -> int:
    """Self-assessment: section 11 by agency, sections 175 and 157 by type of school; late ones first.

    \b
    Examples:
      lif audits cycle
      lif audits cycle --format csv --out section-11.csv
    """
    from lif.cli.opening import left_out, open_workspace
    from lif.cli.streams import say
    from lif.cli.tables import show_listing
    from lif.views.audit_tables import cycle_table
    from lif.views.self_assessment import cycles, months_between

    workspace = open_workspace(shared, checked=False)
    lines = cycles(workspace.register, workspace.as_at)
    if not shared.quiet:
        for section in ("section-11", "section-175"):
            if months_between(workspace.register, section, workspace.as_at) is None:
                say(
                    f"no duty with '{section}' in its id says how often it comes round: write one in "
                    "framework/duties, with 'recurs', and lif says who is due when",
                    workspace.words,
                )
    show_listing(cycle_table(lines), "self-assessment", workspace, listed, shared)
    if not shared.quiet:
        late = sum(line.turn == "late" for line in lines)
        say(f"{len(lines)} in a cycle, {late} late, as at {workspace.as_at.isoformat()}", workspace.words)
    return left_out(workspace, shared)


app = group(
    """The audit calendar: what is planned, late, in the field and reported, and what is not looked at.

    \b
    Examples:
      lif audits list --year 2025-26
      lif audits list --status late
      lif audits gaps
      lif audits cycle --format csv
    """,
    {"list": list_, "gaps": gaps_, "cycle": cycle},
    otherwise=lambda _: "list",
)


def _narrow(workspace: Workspace, narrowed: Narrowed, year: Period | None) -> Narrow:
    """The ids behind the words that were typed; raises CannotRun for what is not known."""
    from lif.records.governance import Group
    from lif.records.priorities import Priority

    return {
        "group": _id(workspace, "--group", narrowed.group, Group),
        "priority": _id(workspace, "--priority", narrowed.priority, Priority),
        "stage": _stage(narrowed.status),
        "year": year,
    }


def _id(workspace: Workspace, option: str, words: str | None, kind: type[Record]) -> str | None:
    from lif.cli.opening import id_called

    return None if words is None else id_called(workspace, option, words, kind)


def _stage(word: str | None) -> Stage | None:
    from lif.cli.opening import one_of
    from lif.views.audits import STAGES

    if word is None:
        return None
    known = one_of("--status", word, STAGES)
    return next(stage for stage in STAGES if stage == known)


def _year(words: str) -> Period:
    """The financial year that `2025-26` or `2025/26` names."""
    from lif.calendars import PeriodKind, parse_period

    try:
        return parse_period(words.strip().replace("/", "-"), PeriodKind.FINANCIAL_YEAR)
    except ValueError:
        raise CannotRun(f"--year {words}: write a financial year, as in 2025-26") from None
