"""Every paper that there is, of the real workspace, as PDF: sound, whole, marked, and with its bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.reports.every_paper import ASKED, NARROWED
from tests.reports.printed.papers import printed
from tests.reports.printed.seen import everything, in_document, of_kind, on_page
from tests.reports.reader import read

from lif.cli.reports import REPORTS, About
from lif.measures.assemble import assemble
from lif.records.governance import Group
from lif.reports.papers import Stamp, frame
from lif.reports.printed.blocks import Details, Document, Figure, Heading
from lif.reports.printed.reading import document, words
from lif.views.thread import thread
from lif.workspace import Workspace

pytestmark = pytest.mark.xdist_group("printed")

AS_AT = date(2025, 12, 10)
STAMP = Stamp("0.0.0", None, None)


@pytest.fixture(scope="module")
def workspace(root: Path) -> Workspace:
    return Workspace.load(root, AS_AT, checks=())


def report(name: str, workspace: Workspace) -> str:
    asked = {**ASKED[name], **NARROWED.get(name, {})}
    return REPORTS[name].make(name, workspace, About(**asked), True).text("html")


def board(group: str, workspace: Workspace) -> str:
    from lif.calendars import parse_period
    from lif.reports.scorecard import render
    from lif.views.scorecard import scorecard
    from lif.views.scorecard.question import Ask

    register = workspace.register
    figures, quarter = assemble(register, AS_AT), parse_period("2024-25-Q4")
    whose = register.find(Group, group)
    assert whose is not None
    return render(scorecard(Ask(register, figures, AS_AT, quarter, whose)), STAMP, "html")


def calendar(workspace: Workspace) -> str:
    from lif.reports.calendar import render, title
    from lif.views.calendar import calendar as dates
    from lif.views.calendar.page import page

    made = page(dates(workspace.register, AS_AT), "")
    return render(made, frame(title(made), "The body", AS_AT, STAMP, draft=True), "html")


def golden(workspace: Workspace) -> str:
    from lif.reports.trace import render

    found = thread(workspace.register, assemble(workspace.register, AS_AT), "review-d", AS_AT)
    assert found is not None
    return render(found, "The body", STAMP, "html", True)


PAPERS: dict[str, Callable[[Workspace], str]] = {
    **{name: partial(report, name) for name in REPORTS},
    **{
        f"scorecard of {name}": partial(board, name)
        for name in ("leadership-board", "operational-board", "neglect-group")
    },
    "calendar": calendar,
    "trace": golden,
}


@pytest.mark.parametrize("name", PAPERS)
def test_it_is_printed_whole_and_sound(name: str, workspace: Workspace) -> None:
    page = PAPERS[name](workspace)
    found = document(page)
    assert in_document(found) == on_page(read(page))
    made = printed(found, appendix=True)
    assert made.faults == []
    check_outline(found, made.outline)
    for number, said in enumerate(made.pages, 1):
        assert said.count(f"DRAFT · {found.marking}") == 2
        assert found.board in said
        assert f"Page {number} of {len(made.pages)}" in said
    alts = [str(each["/Alt"]) for each in made.elements("Figure")]
    figures = figures_in_order(found)
    assert [alt for alt in alts if alt in figures][: len(figures)] == figures
    assert all(alts)


def figures_in_order(found: Document) -> list[str]:
    """What stands for each figure: those of the body, then those folded away and printed at the end."""
    away = [each for each in of_kind(found, Details) if not each.printed]
    folded = [each.alt for part in away for each in everything(part) if isinstance(each, Figure)]
    return [each.alt for each in of_kind(found, Figure) if each.alt not in folded] + folded


def check_outline(found: Document, outline: list[tuple[int, str]]) -> None:
    """The bookmarks are the headings, and then those of the appendix."""
    headings = [(h.level, words(h.pieces)) for h in of_kind(found, Heading)]
    assert outline[: len(headings)] == headings
    rest = outline[len(headings) :]
    assert not rest or rest[0] == (2, "Appendix: what lies behind this paper")
