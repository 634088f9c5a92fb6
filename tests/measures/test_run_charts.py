"""Run charts agree with the reference results, and say nothing where there is nothing to say."""

from __future__ import annotations

from datetime import date

import pytest
from tests.measures.vectors import agree, spc_cases

from lif.measures.points import Point
from lif.measures.run_charts import run_chart

CASES = {case["id"]: case for case in spc_cases() if case.get("second_opinion_qicharts2")}


@pytest.mark.parametrize("name", sorted(CASES))
def test_agrees_with_the_reference_package(name: str) -> None:
    given = CASES[name]["input"]
    theirs = CASES[name]["second_opinion_qicharts2"]["run"]
    ours = run_chart(
        Point(date.fromisoformat(day), value)
        for day, value in zip(given["dates"], given["values"], strict=True)
    )
    assert agree(ours.centre, theirs["cl"])
    assert len(ours.sides) == theirs["n_obs"]
    assert (ours.useful, ours.longest, ours.longest_allowed, ours.crossings, ours.crossings_needed) == (
        theirs["n_useful"],
        theirs["longest_run"],
        theirs["longest_run_max"],
        theirs["n_crossings"],
        theirs["n_crossings_min"],
    )
    assert ours.signal == theirs["runs_signal"]


def test_equal_values_give_no_signal() -> None:
    chart = run_chart(Point(date(2024, month, 1), 3) for month in range(1, 10))
    assert (chart.useful, chart.longest, chart.signal) == (0, None, False)
