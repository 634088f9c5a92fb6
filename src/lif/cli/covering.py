"""Carries out `lif coverage`: asks the view for the parts that were named, and prints or writes them."""

from __future__ import annotations

from collections.abc import Sequence

from lif.cli.coverage import Parts, Rows
from lif.cli.exits import CLEAN, PROBLEMS, CannotRun
from lif.cli.issuing import Issue
from lif.cli.opening import id_called, left_out, one_of, open_workspace
from lif.cli.options import Listed, Shared
from lif.cli.papers import body_name, for_board, own_templates, refused, stamp
from lif.cli.streams import deliver, say
from lif.cli.tables import FORMATS, show_listing
from lif.measures.assemble import assemble
from lif.records.elements import Element
from lif.records.priorities import Priority
from lif.views.coverage import Coverage, coverage, without_rows
from lif.views.coverage.asked import HeadingSort, Topic
from lif.views.coverage.routes import ROUTE_WORDS
from lif.views.coverage.states import STATES
from lif.views.coverage.table import coverage_table, routes_table, summary_of
from lif.workspace import Workspace

_FLAGS: dict[str, HeadingSort] = {
    "function": "function",
    "duty": "duty",
    "expectation": "expectation",
    "question": "question",
    "section11": "section11",
    "tool": "tool",
    "commitment": "board",
    "responsibility": "group",
}
"""Each flag with the sort of heading that it asks for."""


def cover(parts: Parts, rows: Rows, shared: Shared) -> int:
    """Prints or writes what was asked for; the exit code. Raises CannotRun with a reason."""
    one_of("--format", rows.form, (*FORMATS, "html"))
    states = _states(rows.state, parts.route)
    if rows.fail_if_any and rows.state is None:
        raise CannotRun("--fail-if-any: say of which state, as in --state not-shown --fail-if-any")
    workspace = open_workspace(shared, checked=rows.form == "html")
    if rows.form == "html":
        for_board(rows.audience, workspace)
        if refused(workspace, rows.draft):
            return PROBLEMS
    found = asked(workspace, parts, states)
    if rows.form == "html":
        deliver(paper(workspace, found, "html", rows.draft), rows.out, data=True)
        code = CLEAN
    else:
        code = _listed(workspace, found, parts.route, Listed(rows.form, rows.out), shared)
    number = len(found.routes) if parts.route else sum(row.counted for row in found.rows)
    if not shared.quiet:
        say(_remark(found, parts.route, number), workspace.words)
    return PROBLEMS if rows.fail_if_any and number else code


def _listed(workspace: Workspace, found: Coverage, route: bool, listed: Listed, shared: Shared) -> int:
    if route:
        show_listing(routes_table(found.routes), "routes", workspace, listed, shared)
    else:
        also = {"summary": summary_of(found)}
        show_listing(coverage_table(found), "coverage", workspace, listed, shared, also)
    return left_out(workspace, shared)


def paper(workspace: Workspace, found: Coverage, form: str, draft: bool, issue: Issue | None = None) -> str:
    """The paper on coverage in one of its forms."""
    from lif.reports.coverage import render

    body, known = body_name(workspace), stamp(workspace, issue)
    return render(found, body, known, form, own_templates(workspace), draft=draft)


def asked(workspace: Workspace, parts: Parts, states: Sequence[str] = ()) -> Coverage:
    """The coverage of the parts that were named, narrowed to rows in one of the states (none: all)."""
    flags = {sort for flag, sort in _FLAGS.items() if getattr(parts, flag)}
    ids = {
        id_called(workspace, option, words, kind)
        for option, words, kind in (
            ("--element", parts.element, Element),
            ("--priority", parts.priority, Priority),
        )
        if words is not None
    }
    if parts.route and (flags or ids):
        raise CannotRun("--route: learning routes are listed alone; leave the other parts out")

    def wanted(topic: Topic) -> bool:
        return not (flags or ids) or topic.sort in flags or topic.id in ids

    found = coverage(
        workspace.register,
        assemble(workspace.register, workspace.as_at),
        workspace.as_at,
        wanted=wanted,
        states=[] if parts.route else [state for state in STATES if not states or state in states],
    )
    return without_rows(found, states) if parts.route else found


def _states(words: str | None, route: bool) -> tuple[str, ...]:
    """The states that were named; raises CannotRun for one that there is not."""
    known = tuple(ROUTE_WORDS) if route else STATES
    named = [each.strip() for each in (words or "").split(",") if each.strip()]
    if words is not None and not named:
        raise CannotRun(f"--state: name one of {', '.join(known)}")
    return tuple(one_of("--state", each, known) for each in named)


def _remark(found: Coverage, route: bool, number: int) -> str:
    day = found.as_at.isoformat()
    if route:
        return f"{number} learning route{'' if number == 1 else 's'} as at {day}"
    nothing, every = found.summary.count("not-shown"), found.summary.statements
    return f"{number} of {every} statement{'' if every == 1 else 's'} as at {day}; nothing shows {nothing}"
