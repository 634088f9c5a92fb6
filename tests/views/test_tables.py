"""The tables of the scorecard by priority, group or journey: every line once, in a known order."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.reports.papers import FILES
from tests.views.small_papers import ask

from lif.records.governance import Group
from lif.records.indicators import Indicator
from lif.records.priorities import Priority
from lif.views.scorecard import scorecard
from lif.views.scorecard.tables import BYS, NO_PRIORITY, By, tables


@pytest.mark.parametrize("by", BYS)
def test_every_line_stands_once_under_what_it_belongs_to(workspace: Write, by: By) -> None:
    asked = ask(workspace, FILES)
    view = scorecard(asked)
    lines = [line for part in (*view.tables, *view.annex) for line in part.lines]
    found = tables(asked.register, lines, by)
    assert sorted(line.id for part in found for line in part.lines) == sorted(line.id for line in lines)
    assert len({part.name for part in found}) == len(found)
    for part in found:
        for line in part.lines:
            indicator = asked.register.record(Indicator, line.id)
            first = asked.register.find(Priority, indicator.priorities[0]) if indicator.priorities else None
            names = {
                "priority": first.name if first else NO_PRIORITY,
                "group": asked.register.record(Group, indicator.group).name,
                "journey": indicator.domain,
            }
            assert part.name == names[by]


def test_priorities_come_in_their_order_and_those_without_one_last(workspace: Write) -> None:
    asked = ask(workspace, FILES)
    names = [part.name for part in scorecard(asked).tables]
    order = [each.name for each in asked.register.all(Priority)]
    assert [name for name in order if name in names] == [name for name in names if name != NO_PRIORITY]
    assert NO_PRIORITY not in names[:-1]
