"""Pictures of section 11, training and the statements: each figure from the view, and in words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.folders import Write
from tests.views.framework_progress.test_framework_progress import evidence
from tests.views.framework_progress.test_framework_progress import made as progress
from tests.views.test_section_11_overview import answer, returned, seen
from tests.views.test_training_report import HELD
from tests.views.test_training_report import made as trained
from tests.views.yearly_report.small import listed

from lif.reports import charts
from lif.reports.section_11_overview import drawn as section_11
from lif.reports.statements_stood import LOOKS, of_progress
from lif.reports.training_report import drawn as training
from lif.views.coverage.states import STATE_WORDS


def described(found: charts.Drawn | None) -> str:
    assert found is not None
    texts = {
        str(each).partition("<desc")[2].partition(">")[2].partition("</desc")[0] for each in vars_of(found)
    }
    assert len(texts) == 1
    return texts.pop()


def vars_of(found: charts.Drawn) -> tuple[Any, ...]:
    return found.wide, found.narrow


def test_a_picture_of_scores_says_who_is_short_of_what_and_where_moderation_changed_it(
    workspace: Write,
) -> None:
    files = returned(
        "police", "2024", answer("training-given", "fully", "partly"), answer("supervision", "not", "not")
    ) | returned("social-care", "2024", answer("training-given", "fully", "fully"))
    view = seen(workspace, files)
    (picture,) = section_11(view)
    assert described(picture) == (
        "Police: 1 partly met, 1 not met (Training given partly met; Supervision not met). "
        "Social care: 1 fully met."
    )
    assert picture and "hollow: moderation changed" in picture.wide
    (grid,) = view.grids
    assert section_11(replace(view, grids=(replace(grid, rows=grid.rows[:1]),))) == (None,)


def test_the_bars_of_training_are_all_who_came_from_each_agency_and_a_nought_for_who_sent_nobody(
    workspace: Write,
) -> None:
    view = trained(workspace, dict(HELD))
    lines = {line.name: line.came for sector in view.reach.sectors for line in sector.lines}
    assert lines == {"Social care": 9, "Police": 9}
    assert described(training(view)) == "Police 9; Social care 9."
    absent = replace(view, reach=replace(view.reach, sent_nobody=("Fire",)))
    assert described(training(absent)) == "Police 9; Social care 9; Fire 0."


def test_statements_stand_now_and_a_year_before_as_the_table_counts_them(workspace: Write) -> None:
    files = listed("evidence", evidence("late", "2025-03-10", "element-visits/seen"))
    view = progress(workspace, files)
    said = described(of_progress(view))
    at = list(STATE_WORDS).index("not-shown")
    now, before = (sum(getattr(each, when)[at] for each in view.stood) for when in ("now", "before"))
    assert before == now + 1
    assert f"{now} not shown. A year before:" in said and said.endswith(f"{before} not shown.")
    assert of_progress(replace(view, stood=())) is None


@pytest.mark.parametrize("state", list(STATE_WORDS))
def test_every_state_has_a_look_of_its_own(state: str) -> None:
    mine = next(look for name, look in LOOKS.items() if name == state)
    assert list(LOOKS.values()).count(mine) == 1
