"""Differences between groups as a reader sees them: on the page, in Markdown and as data."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.measures.test_groups import FOUR, QUARTER, value
from tests.small_board import SMALL, indicator

from lif.measures.assemble import assemble
from lif.records.indicators import Indicator
from lif.views.compared.groups import Differences, GroupRow, differences
from lif.workspace import Workspace


def find(workspace: Write, *values: str, unit: str = "percent", more: tuple[str, ...] = ()) -> Differences:
    body = "\n".join(values).replace("\n", "\n  ")
    given = {
        **SMALL,
        "framework/indicators/plans.yaml": indicator("plans", *more, unit=unit, measures=QUARTER),
        "data/returns/r.yaml": "id: r\nagency: social-care\nperiod: 2024-25-Q4\ndue: 2025-04-15\n"
        f"received: 2025-04-10\nvalues:\n  {body}\n",
    }
    loaded = Workspace.load(workspace(given), date(2025, 5, 20), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    figures = assemble(loaded.register, loaded.as_at)
    (found,) = differences(figures, loaded.register.record(Indicator, "plans"), date(2025, 3, 31))
    return found


def rows(found: Differences) -> dict[str, GroupRow]:
    return {row.name: row for row in found.rows}


def test_in_words(workspace: Write) -> None:
    found = find(workspace, *FOUR)
    assert (found.against, found.likely, found.shares_only) == ("all others", True, False)
    assert rows(found)["mixed"] == GroupRow(
        "mixed", "24.0%", "60 of 250", "16% of 369", "1.8 times", "1.4 to 2.3", "higher", True
    )
    assert rows(found)["Asian"].result == "no clear difference"
    assert rows(found)["black"] == GroupRow(
        "black", "8.3%", "1 of 12", "0% of 369", "", "", "too few to compare", False
    )
    assert [row.name for row in found.clear] == ["mixed", "white"]


def test_a_ratio_is_never_shown_as_one_that_is_not(workspace: Write) -> None:
    """10.1% beside 10.0%, of so many that the interval is narrow: 1.01, and its ends 1.004 to 1.02."""
    found = find(
        workspace,
        value("a", "sex = female", "1010000", "10000000"),
        value("b", "sex = male", "1000000", "10000000"),
    )
    female = rows(found)["female"]
    assert (female.times, female.interval, female.result) == ("1.01 times", "1.01 to 1.01", "higher")


def test_shares_where_the_size_of_the_groups_is_not_given(workspace: Write) -> None:
    found = find(
        workspace, value("a", "age = 5 to 9", "12"), value("b", "age = 10 to 15", "36"), unit="count"
    )
    assert found.shares_only
    assert [(row.name, row.share, row.times) for row in found.rows] == [
        ("5 to 9", "25% of 48", ""),
        ("10 to 15", "75% of 48", ""),
    ]


def test_no_share_of_a_whole_of_which_a_part_is_hidden(workspace: Write) -> None:
    found = find(workspace, *FOUR[:3], value("d", "ethnicity = black", "", "", "suppressed"))
    assert {row.share for row in found.rows} == {""}
    assert rows(found)["black"].text == "suppressed"


@pytest.mark.parametrize("unit", ["percent", "rate"])
def test_the_group_that_others_are_compared_with(workspace: Write, unit: str) -> None:
    found = find(workspace, *FOUR, unit=unit, more=("reference_groups:", "  - ethnicity = white"))
    assert (found.against, found.likely) == ("white", unit == "percent")
    assert rows(found)["white"].result == "what the others are compared with"
    assert rows(found)["mixed"].times == "1.8 times"
