"""The parts of a whole beside each other: which are compared, with what, and which are not."""

from __future__ import annotations

from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator

from lif.measures.assemble import assemble
from lif.measures.breakdowns import Breakdown, NotABreakdown, parse_breakdown
from lif.measures.groups import Groups, groups_of
from lif.records.indicators import Indicator
from lif.workspace import Workspace

QUARTER = "  - id: quarter\n    period_kind: quarter\n    series: returns"


def value(id_: str, part: str, top: str, bottom: str = "", status: str = "") -> str:
    lines = [f"- id: {id_}", "  measure: plans/quarter"]
    lines += [f"  breakdown: {part}"] if part else []
    lines += [f"  numerator: {top}"] if top else []
    lines += [f"  denominator: {bottom}"] if bottom else []
    lines += [f"  status: {status}"] if status else []
    return "\n".join(lines)


def find(
    workspace: Write, *values: str, unit: str = "percent", more: tuple[str, ...] = ()
) -> tuple[Groups, ...]:
    """The groups of a return of the first quarter of 2025/26."""
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
    return groups_of(figures, loaded.register.record(Indicator, "plans"), "quarter", date(2025, 3, 31))


FOUR = (
    value("a", "ethnicity = white", "300", "2200"),
    value("b", "ethnicity = mixed", "60", "250"),
    value("c", "ethnicity = Asian", "8", "100"),
    value("d", "ethnicity = black", "1", "12"),
)


def shown(groups: Groups) -> dict[str, tuple[float | None, str]]:
    return {g.part: (round(g.relative.ratio, 3) if g.relative else None, g.why) for g in groups.groups}


def test_each_group_beside_all_the_rest(workspace: Write) -> None:
    (found,) = find(workspace, *FOUR, value("t", "", "369", "2562"))
    assert (found.dimension, found.reference, str(found.period)) == ("ethnicity", "", "2024-25-Q4")
    assert shown(found) == {
        "white": (round((300 / 2200) / (69 / 362), 3), ""),
        "mixed": (round((60 / 250) / (309 / 2312), 3), ""),
        "Asian": (round((8 / 100) / (361 / 2462), 3), ""),
        "black": (None, "too few"),
    }


def test_each_group_beside_the_one_that_is_named(workspace: Write) -> None:
    (found,) = find(workspace, *FOUR, more=("reference_groups:", "  - Ethnicity = White"))
    assert found.reference == "white"
    assert shown(found)["white"] == (None, "reference")
    assert shown(found)["mixed"] == (1.76, "")


def test_a_reference_that_has_no_figure_gives_way_to_the_rest(workspace: Write) -> None:
    (found,) = find(workspace, *FOUR[1:], more=("reference_groups:", "  - ethnicity = white"))
    assert found.reference == ""


def test_a_hidden_group_leaves_the_others_without_a_rest(workspace: Write) -> None:
    hidden = value("d", "ethnicity = black", "", "", "suppressed")
    (found,) = find(workspace, *FOUR[:3], hidden)
    assert {why for _, why in shown(found).values()} == {"no figure"}
    (found,) = find(workspace, *FOUR[:3], hidden, more=("reference_groups:", "  - ethnicity = white"))
    assert shown(found)["mixed"] == (1.76, "")


def test_counts_without_the_size_of_the_groups_are_not_compared(workspace: Write) -> None:
    (found,) = find(
        workspace, value("a", "age = 0 to 4", "12"), value("b", "age = 5 to 9", "30"), unit="count"
    )
    assert {why for _, why in shown(found).values()} == {"shares only"}


def test_one_part_alone_is_no_breakdown(workspace: Write) -> None:
    assert find(workspace, FOUR[0], value("t", "", "369", "2562")) == ()


def test_each_dimension_stands_by_itself(workspace: Write) -> None:
    sexes = (value("m", "sex = male", "200", "1300"), value("f", "sex = female", "169", "1262"))
    found = find(workspace, *FOUR, *sexes)
    assert [each.dimension for each in found] == ["ethnicity", "sex"]
    assert {part for part, _ in shown(found[1]).items()} == {"female", "male"}


def test_nothing_to_divide_by(workspace: Write) -> None:
    (found,) = find(workspace, value("a", "age = 0 to 4", "30", "60"), value("b", "age = 5 to 9", "0", "60"))
    assert shown(found) == {"0 to 4": (None, "none elsewhere"), "5 to 9": (0.0, "")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ethnicity = mixed", Breakdown("ethnicity", "mixed")),
        ("age=10 to 15", Breakdown("age", "10 to 15")),
        (" school phase =  secondary ", Breakdown("school phase", "secondary")),
    ],
)
def test_what_is_a_breakdown(text: str, expected: Breakdown) -> None:
    assert parse_breakdown(text) == expected


@pytest.mark.parametrize("text", ["mixed", "= mixed", "ethnicity =", "a = b = c", "ethnicity: mixed", ""])
def test_what_is_none(text: str) -> None:
    with pytest.raises(NotABreakdown, match="write 'dimension = part'"):
        parse_breakdown(text)
