"""Makes the reports of `lif report` from the views: which record is meant, and the text of each form."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from lif.calendars import Period, PeriodKind, parse_period
from lif.cli.coverage import Parts
from lif.cli.covering import asked
from lif.cli.covering import paper as coverage_paper
from lif.cli.exits import CannotRun
from lif.cli.issuing import Issue, Which, issue_of
from lif.cli.opening import id_called
from lif.cli.papers import board_of, body_name, own_templates, stamp
from lif.cli.reports import About, Paper, Report, named
from lif.cli.tables import document_head
from lif.exchange.listings import as_json
from lif.exchange.papers import paper_as_json
from lif.exchange.triangulation import triangulation_as_json
from lif.measures.assemble import assemble
from lif.records.audits import Audit
from lif.records.elements import Element
from lif.records.governance import Agency, Group
from lif.records.learning import Learning
from lif.records.priorities import Priority
from lif.records.publications import ImprovementPlan
from lif.records.record import Record
from lif.records.references import Theme
from lif.records.reviews import Review
from lif.views.coverage import Coverage
from lif.views.coverage.table import coverage_table, summary_of
from lif.views.papers import CannotBeMade, Question
from lif.views.triangulation import Triangulation
from lif.views.triangulation import triangulation as view_of
from lif.workspace import Workspace

if TYPE_CHECKING:
    from lif.reports.laying_out import View

_KINDS: dict[str, type[Record]] = {
    "theme": Theme,
    "priority": Priority,
    "element": Element,
    "group": Group,
    "agency": Agency,
    "audit": Audit,
    "review": Review,
    "learning": Learning,
    "plan": ImprovementPlan,
}
"""The kind of record that each option of `About` names."""


def of_view(name: str, report: Report, workspace: Workspace, about: About, draft: bool, final: bool) -> Paper:
    """The paper whose view and templates the line of the table names; raises CannotRun as views do."""
    wanted = question(workspace, about, "since" in report.takes)

    def again(past: Workspace) -> object:
        return named(report.view)(question(past, about))

    try:
        view = cast("View", named(report.view)(wanted))
    except CannotBeMade as none:
        raise CannotRun(f"{name}: {none}") from None
    drawn = _drawn(report, view, workspace) if report.drawn else None
    opening, about_ids = view.opening, tuple(record.id for record in wanted.about)
    which = Which(name, opening.name, about_ids, str(wanted.year) if wanted.year else "")
    issue = issue_of(workspace, which, final, view, again)
    text = partial(_text, name, workspace, view, drawn, draft, issue)
    return Paper(opening.name, text, opening.title, which, opening.unfinished)


def _drawn(report: Report, view: View, workspace: Workspace) -> object:
    from lif.reports.charts.text import drawn_in

    with drawn_in(workspace.words):
        return named(report.drawn)(view)


def question(workspace: Workspace, about: About, of_changes: bool = False) -> Question:
    """What a view is asked: the records that the options name, on the day of the workspace.

    A paper `of_changes` is told since when, also where nobody said.
    """
    from lif.cli.since import since_of

    return Question(
        workspace.register,
        workspace.as_at,
        board_of(workspace),
        tuple(_named(workspace, key, kind, about) for key, kind in _KINDS.items() if getattr(about, key)),
        _year(about.year) if about.year else None,
        since_of(workspace, about.since) if of_changes else None,
    )


def _named(workspace: Workspace, key: str, kind: type[Record], about: About) -> Record:
    found = workspace.register.get(id_called(workspace, f"--{key}", getattr(about, key), kind))
    assert isinstance(found, kind)
    return found


def _year(words: str) -> Period:
    """The financial year; raises CannotRun for anything else."""
    try:
        return parse_period(re.sub("[/\u2010-\u2015]", "-", words.strip()), PeriodKind.FINANCIAL_YEAR)
    except ValueError as fault:
        said = str(fault).partition(": write one of ")[0]
        raise CannotRun(f"--year {words}: {said}; write a financial year, as in 2024-25") from None


def _text(
    name: str, workspace: Workspace, view: View, drawn: object, draft: bool, issue: Issue, form: str
) -> str:
    if form == "json":
        return paper_as_json(_with_errors(view, workspace), document_head(name, workspace), issue.on)
    from lif.reports.laying_out import lay_out

    body, known, own = body_name(workspace), stamp(workspace, issue), own_templates(workspace)
    return lay_out(name, view, body, known, form, own, draft=draft, drawn=drawn)


def _with_errors(view: View, workspace: Workspace) -> View:
    """The view that says too, where errors stand in the records, that it was made in spite of them."""
    count = len(workspace.errors)
    if not count:
        return view
    stand = f"{count} error{'s stand' if count > 1 else ' stands'} in the records"
    why = f"{stand}: what cannot be read is left out."
    opening = replace(view.opening, unfinished=(why, *view.opening.unfinished))
    return cast("View", replace(cast(Any, view), opening=opening))


def coverage(workspace: Workspace, about: About, draft: bool, final: bool) -> Paper:
    """The paper on coverage, of everything or of one priority or element."""
    from lif.reports.coverage import TITLE

    found = asked(workspace, Parts(element=about.element, priority=about.priority))
    ids = tuple(section.id for section in found.sections) if about.element or about.priority else ()
    name = "-".join(("coverage", *ids))
    which = Which("coverage", name, ids)
    issue = issue_of(workspace, which, final)
    return Paper(name, partial(_coverage_text, workspace, found, draft, issue), TITLE, which)


def triangulation(workspace: Workspace, about: About, draft: bool, final: bool) -> Paper:
    """The triangulation of the theme or priority that was named; raises CannotRun for none or both."""
    if (about.theme is None) == (about.priority is None):
        raise CannotRun("triangulation: name one theme or one priority, as in --theme neglect")
    register = workspace.register
    if about.theme is not None:
        topic = register.get(id_called(workspace, "--theme", about.theme, Theme))
    else:
        topic = register.get(id_called(workspace, "--priority", about.priority or "", Priority))
    assert isinstance(topic, Theme | Priority)
    figures = assemble(register, workspace.as_at)
    view = view_of(register, figures, topic, workspace.as_at)
    file_name = f"triangulation-{view.id}"
    which = Which("triangulation", file_name, (view.id,))
    text = partial(_triangulation_text, workspace, view, draft, issue_of(workspace, which, final))
    return Paper(file_name, text, f"Triangulation: {view.name}", which)


def _coverage_text(workspace: Workspace, found: Coverage, draft: bool, issue: Issue, form: str) -> str:
    if form == "json":
        head = {**document_head("coverage", workspace), "summary": summary_of(found)}
        return as_json(coverage_table(found), head)
    return coverage_paper(workspace, found, form, draft, issue)


def _triangulation_text(
    workspace: Workspace, view: Triangulation, draft: bool, issue: Issue, form: str
) -> str:
    if form == "json":
        return triangulation_as_json(view, document_head("triangulation", workspace))
    from lif.reports.triangulation import render

    body, known = body_name(workspace), stamp(workspace, issue)
    return render(view, body, known, form, own_templates(workspace), draft=draft)
