"""Records that nothing uses, and records that lack the one link that gives them a place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lif.checks.finding import Finding, check
from lif.checks.outcomes import wanted_for
from lif.diagnostics import Severity
from lif.measures.standing import has_ended
from lif.records.audits import Audit, AuditTool
from lif.records.figures import Benchmark
from lif.records.governance import Agency, Group, Role
from lif.records.indicators import Indicator
from lif.records.priorities import Priority, Strategy
from lif.records.record import Record
from lif.records.references import NeighbourSet, Source, Theme
from lif.register import Register

_USED_BY: dict[type[Record], str] = {
    Theme: "no record has this theme",
    Role: "this role owns nothing, chairs nothing and sends nothing",
    Source: "no record cites this source",
    Agency: "no record names this agency",
    Strategy: "no priority belongs to this strategy",
    AuditTool: "no audit uses this tool",
    NeighbourSet: "no benchmark uses this set of neighbours",
    Benchmark: "no indicator is compared with this benchmark",
}


@check("L103", Severity.WARNING)
def unused_record(register: Register, as_at: date) -> Iterator[Finding]:
    """A record that exists to be linked to, and nothing links to it.

    Why:
        A theme nobody uses splits what should be counted together; a role that owns nothing may be a post
        whose actions were entered under another name.
    Fails:
        A theme "school-exclusion" that no audit, review, action or indicator has.
    Mend:
        Link to it where it belongs, or retire it with a date and a reason.
    Source:
        Themes are a controlled list; roles and sources stand once and are linked to.
    """
    if register.unreadable or register.alone:
        return  # what cannot be read, or the boards that extend a framework, may link to it
    unused = [
        (kind, record) for kind in _USED_BY for record in register.all(kind) if not _used(register, record)
    ]
    broken = _broken(register) if unused else set()
    for kind, record in unused:
        if register.entries[record.id].framework or has_ended(record, as_at) or kind.kind in broken:
            continue  # a link that is mistyped may be the one to it
        if kind is AuditTool and not register.all(Audit):
            continue  # a board that has not audited yet has its tool before its first audit
        yield Finding(record.id, ("id",), _USED_BY[kind], "link to it where it belongs, or retire it")


def _used(register: Register, record: Record) -> bool:
    """Whether another record links to this one or its parts, or it says itself what it is for.

    So may a strategy, which serves statements, and a post, which answers for something.
    """
    if isinstance(record, Strategy) and (record.statements or record.issues):
        return True
    if isinstance(record, Role) and (record.remit or record.responsibilities):
        return True
    return any(tie.source != record.id for tie in register.links_into(record.id))


def _broken(register: Register) -> set[str]:
    """The kinds at which a link to nothing was aimed."""
    return {
        kind
        for target in register.targets()
        if register.get(target) is None
        for tie in register.links_to(target)
        for kind in tie.rule.kinds
    }


@check("L104", Severity.WARNING)
def reports_to_nobody(register: Register, as_at: date) -> Iterator[Finding]:
    """A group below the leadership that reports to no group.

    Why:
        Scorecards go upwards along these lines; what this group finds would reach nobody.
    Fails:
        A subgroup without reports_to.
    Mend:
        Say in `reports_to` which group it reports to.
    Source:
        The quarterly cascade: scorecards go upwards from group to group.
    """
    for group in register.all(Group):
        if group.tier != "leadership" and group.reports_to is None and not has_ended(group, as_at):
            message = "it does not say to which group it reports"
            yield Finding(group.id, ("id",), message, "add 'reports_to:' with the id of the group above")


@check("L106", Severity.WARNING)
def priority_without_indicator(register: Register, as_at: date) -> Iterator[Finding]:
    """A priority with no indicator at all.

    Why:
        The board could not say whether the priority has made any difference.
    Fails:
        A priority that no indicator names, and whose outcomes name no indicator.
    Mend:
        Name the priority in the indicators that bear on it, or put the measure that is wanted on the
        data-development agenda, with this priority among its `priorities`.
    Source:
        Outcomes-based accountability (Friedman): every result that is sought has a measure.
    """
    indicators = register.all(Indicator)
    if any(bad.kind == Indicator.kind for bad in register.unreadable.values()):
        return
    named = {priority for one in indicators if not has_ended(one, as_at) for priority in one.priorities}
    for priority in register.all(Priority):
        shown = any(outcome.shown_by for outcome in priority.outcomes) or wanted_for(register, priority)
        if priority.id not in named and not shown and not has_ended(priority, as_at):
            hint = f"add '{priority.id}' to the priorities of the indicators that would show it"
            yield Finding(priority.id, ("id",), "no indicator measures this priority", hint)


USES = (unused_record, reports_to_nobody, priority_without_indicator)
