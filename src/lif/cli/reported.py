"""Makes the reports of `lif report` from the views: which record is meant, and the text of each form."""

from __future__ import annotations

from functools import partial

from lif.cli.coverage import Parts
from lif.cli.covering import asked
from lif.cli.covering import paper as coverage_paper
from lif.cli.exits import CannotRun
from lif.cli.opening import id_called
from lif.cli.papers import body_name, own_templates, stamp
from lif.cli.report import About, Paper
from lif.cli.tables import document_head
from lif.exchange.listings import as_json
from lif.exchange.triangulation import triangulation_as_json
from lif.measures.assemble import assemble
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.views.coverage import Coverage
from lif.views.coverage.table import coverage_table, summary_of
from lif.views.triangulation import Triangulation
from lif.views.triangulation import triangulation as view_of
from lif.workspace import Workspace


def coverage(workspace: Workspace, about: About, draft: bool) -> Paper:
    """The paper on coverage, of everything or of one priority or element."""
    found = asked(workspace, Parts(element=about.element, priority=about.priority))
    named = found.sections[0].id if len(found.sections) == 1 else ""
    name = f"coverage-{named}" if named and (about.element or about.priority) else "coverage"
    return Paper(name, partial(_coverage_text, workspace, found, draft))


def triangulation(workspace: Workspace, about: About, draft: bool) -> Paper:
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
    view = view_of(register, figures, topic, workspace.as_at, workspace.settings.figures.screening)
    return Paper(f"triangulation-{view.id}", partial(_triangulation_text, workspace, view, draft))


def _coverage_text(workspace: Workspace, found: Coverage, draft: bool, form: str) -> str:
    if form == "json":
        head = {**document_head("coverage", workspace), "summary": summary_of(found)}
        return as_json(coverage_table(found), head)
    return coverage_paper(workspace, found, form, draft)


def _triangulation_text(workspace: Workspace, view: Triangulation, draft: bool, form: str) -> str:
    if form == "json":
        return triangulation_as_json(view, document_head("triangulation", workspace))
    from lif.reports.triangulation import render

    body, known = body_name(workspace), stamp(workspace)
    return render(view, body, known, form, own_templates(workspace), draft=draft)
