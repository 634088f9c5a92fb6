"""`lif export actions|section11|training`: workbooks in which agencies answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lif.cli.exporting import Filling, origin_of, put_workbooks
from lif.cli.options import Shared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lif.calendars import Period
    from lif.exchange.workbooks.layout import Workbook
    from lif.workspace import Workspace


def actions(filling: Filling, shared: Shared) -> int:
    """A workbook in which an agency answers for its actions: how far each is, and what shows it.

    One row an action: what is to be done, what it answers, its dates with every move, what was said last,
    and cells for the answer. lif import reads it back.

    \b
    Examples:
      lif export actions --agency nlag
      lif export actions --out to-send
    """
    from lif.exchange.workbooks.action_book import action_book
    from lif.views.actions_asked import actions_asked
    from lif.views.chasing import answer_day

    workspace, quarter, agency = _opened(filling, shared)
    told, day = workspace.speaking(), answer_day(workspace.as_at)
    found = actions_asked(told.register, workspace.as_at, agency)
    ending = f"-{quarter.slug}" if filling.quarter else ""
    about = origin_of(told)
    books = {
        f"actions-{one.agency}{ending}.xlsx": _made(action_book(one, quarter, day, about), told)
        for one in found
    }
    return _put(books, workspace, filling, shared, "nobody owes an answer for an action")


def section11(filling: Filling, shared: Shared) -> int:
    """A workbook for an agency's section 11 self-assessment, while its window is open.

    Every question with the last answer, both scores and the age of what showed it; cells by the kind of
    question; the staff survey and conversations. What is sent before it is complete is kept as it stands.

    \b
    Examples:
      lif export section11 --agency navigo --as-at 2024-10-15
    """
    from collections import Counter

    from lif.diagnostics import unsealed
    from lif.exchange.workbooks.section11_book import section11_book
    from lif.views.lookup import slug
    from lif.views.section11_asked import section11_asked

    workspace, quarter, agency = _opened(filling, shared)
    told = workspace.speaking()
    found = section11_asked(told.register, workspace.as_at, agency)
    about = origin_of(told)
    several = Counter(one.agency for one in found)
    books = {}
    for one in found:
        ending = f"-{slug(unsealed(one.window.cycle))}" if several[one.agency] > 1 else ""
        books[f"section11-{one.agency}{ending}.xlsx"] = _made(section11_book(one, quarter, about), told)
    return _put(books, workspace, filling, shared, "no section 11 window is open")


def training(filling: Filling, shared: Shared) -> int:
    """A workbook for an agency's training in a quarter: places at sessions, evaluation, who is in date.

    \b
    Examples:
      lif export training --agency navigo --quarter 2025-26-Q2
    """
    from lif.exchange.workbooks.training_book import training_book
    from lif.views.returns_owed import collected
    from lif.views.training_asked import training_asked

    workspace, quarter, agency = _opened(filling, shared)
    if not filling.quarter:
        quarter = collected(workspace.register, workspace.as_at) or quarter
    told = workspace.speaking()
    found = training_asked(told.register, workspace.as_at, quarter, agency)
    about = origin_of(told)
    books = {
        f"training-{one.agency}-{quarter.slug}.xlsx": _made(training_book(one, quarter, about), told)
        for one in found
    }
    return _put(books, workspace, filling, shared, f"nothing is owed of training in {quarter.label}")


def _opened(filling: Filling, shared: Shared) -> tuple[Workspace, Period, str | None]:
    """The workspace, the quarter that the workbook bears, and the agency that was named."""
    from lif.calendars import quarter_of
    from lif.cli.opening import none_is_blank, workspace_as_read
    from lif.cli.returns import Which, meant

    none_is_blank(filling)
    workspace = workspace_as_read(shared, checked=False)
    named, agency = meant(workspace, Which(filling.quarter, filling.agency))
    return workspace, named or quarter_of(workspace.as_at), agency


def _made(book: Workbook, told: Workspace) -> bytes:
    """The file of a workbook, told in the words of the board whose records it was made from."""
    from lif.exchange.workbooks.layout import spoken
    from lif.exchange.workbooks.making import made

    return made(spoken(book, told.words.plain))


def _put(
    books: Mapping[str, bytes], workspace: Workspace, filling: Filling, shared: Shared, none: str
) -> int:
    from lif.cli.opening import left_out
    from lif.cli.streams import say

    if not books and not shared.quiet:
        whose = f" ({filling.agency})" if filling.agency else ""
        say(f"lif: {none}{whose}: no workbook was made")
    put_workbooks(dict(books), filling.out, filling.agency is not None)
    return left_out(workspace, shared)
