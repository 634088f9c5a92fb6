"""The cascade: a subgroup sees its own, the operational board all, the leadership board its headlines."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import RISING, lines, paper, returned

from lif.views.scorecard import Scorecard

FALLING = tuple(reversed(RISING))
INDICATORS = {
    "framework/indicators/mine.yaml": indicator(
        "mine", "themes: [theme-neglect]", "headline_at: [leadership, operational, subgroup]"
    ),
    "framework/indicators/watched.yaml": indicator(
        "watched", "themes: [theme-neglect]", "also_groups: [neglect-group]", group="audit-group"
    ),
    "framework/indicators/theirs.yaml": indicator(
        "theirs", "headline_at: [operational]", group="audit-group"
    ),
}
VALUES = returned({"mine": FALLING, "watched": FALLING, "theirs": RISING})


def report(
    group: str, received: str = "2025-05-02", due: str = "2025-04-30", quarter: str = "2024-25-Q4"
) -> dict[str, str]:
    """A group's report with one of everything."""
    id_ = f"report-{group}-{quarter.lower()}"
    came = f"received: {received}" if received else "author: head-of-care"
    return {
        f"data/group-reports/{id_}.yaml": f"""
            id: {id_}
            group: {group}
            quarter: {quarter}
            due: 2025-04-30
            {came}
            activity: |
              The {group} met twice.
            themes: [theme-voice]
            shortfalls:
              - id: short
                text: |
                  The {group} lacks a chair.
                about: [mine/quarter]
                asks: |
                  Name one.
            help_wanted: |
              Time.
        """
    }


BOTH = ["Audit group", "Neglect group"]
FILES = {**INDICATORS, **VALUES, **report("neglect-group"), **report("audit-group")}


def everything(view: Scorecard) -> tuple[list[str], list[str]]:
    """Ids of lines and of cards."""
    return sorted(lines(view)), sorted(card.line.id for card in (*view.cards, *view.annex_cards))


@pytest.mark.parametrize(
    ("group", "depth", "ids", "exceptions", "raised"),
    [
        ("neglect-group", "subgroup", ["mine", "watched"], ["mine", "watched"], ["Neglect group"]),
        ("audit-group", "subgroup", ["theirs", "watched"], ["watched"], ["Audit group"]),
        (
            "working-board",
            "operational",
            ["mine", "theirs", "watched"],
            ["mine", "watched"],
            BOTH,
        ),
        (
            None,
            "operational",
            ["mine", "theirs", "watched"],
            ["mine", "watched"],
            BOTH,
        ),
        ("top-board", "leadership", ["mine"], ["mine"], BOTH),
    ],
)
def test_three_depths_of_one_view(
    workspace: Write, group: str | None, depth: str, ids: list[str], exceptions: list[str], raised: list[str]
) -> None:
    view = paper(workspace, FILES, **({"group": group} if group else {}))
    assert view.depth == depth
    assert everything(view) == (ids, exceptions)
    assert [each.group for each in view.cascade.raised] == raised


def test_headline_indicators_stand_in_the_body_and_others_in_the_annex(workspace: Write) -> None:
    def parts(group: str) -> tuple[list[str], list[str]]:
        view = paper(workspace, FILES, group=group)
        return (
            [line.id for each in view.tables for line in each.lines],
            [line.id for each in view.annex for line in each.lines],
        )

    assert parts("working-board") == (["mine", "theirs"], ["watched"])
    assert parts("neglect-group") == (["mine", "watched"], [])
    assert parts("top-board") == (["mine"], [])


def test_a_shortfall_goes_up_with_what_it_asks(workspace: Write) -> None:
    first, second = paper(workspace, FILES, group="top-board").cascade.raised
    assert (first.text, first.asks, first.about) == ("The audit-group lacks a chair.", "Name one.", ("Mine",))
    assert second.group == "Neglect group"


@pytest.mark.parametrize(
    ("received", "as_at", "state"),
    [
        ("2025-05-02", "2025-05-02", "received"),
        ("2025-05-02", "2025-05-01", "awaited"),
        ("2025-05-02", "2025-04-30", "none"),
        ("", "2025-05-20", "awaited"),
    ],
)
def test_a_report_is_there_from_the_day_it_came(
    workspace: Write, received: str, as_at: str, state: str
) -> None:
    view = paper(workspace, {**INDICATORS, **report("neglect-group", received)}, as_at=as_at)
    audit, neglect = view.cascade.groups
    assert (audit.report, neglect.report) == ("none", state)
    assert neglect.activity == ("The neglect-group met twice." if state == "received" else "")
    assert bool(view.cascade.raised) is (state == "received")


def test_a_report_of_another_quarter_is_of_that_quarter(workspace: Write) -> None:
    view = paper(workspace, {**INDICATORS, **report("neglect-group", quarter="2024-25-Q3")})
    assert (view.cascade.raised, view.cascade.groups[1].report) == ((), "none")


def test_the_operational_board_sees_how_each_group_stands(workspace: Write) -> None:
    audit, neglect = paper(workspace, FILES).cascade.groups
    assert (audit.name, audit.indicators, audit.exceptions, audit.improving) == ("Audit group", 2, 1, 1)
    assert (neglect.name, neglect.indicators, neglect.exceptions, neglect.improving) == (
        "Neglect group",
        1,
        1,
        0,
    )
    assert neglect.help_wanted == "Time."


def test_a_theme_that_two_groups_meet_is_a_pattern(workspace: Write) -> None:
    found = paper(workspace, FILES).cascade.patterns
    assert [(each.theme, each.groups, each.exceptions) for each in found] == [
        ("Neglect", ("Audit group", "Neglect group"), ("Mine", "Watched")),
        ("Voice of the child", ("Audit group", "Neglect group"), ()),
    ]


def test_a_theme_of_one_group_is_no_pattern(workspace: Write) -> None:
    files = {**INDICATORS, **returned({"mine": FALLING}), **report("audit-group")}
    assert paper(workspace, files).cascade.patterns == ()


def test_exceptions_are_counted_with_the_group_that_has_them(workspace: Write) -> None:
    files = {**INDICATORS, **returned({"mine": FALLING, "watched": RISING, "theirs": RISING})}
    audit, neglect = paper(workspace, files).cascade.groups
    assert (audit.exceptions, audit.improving, neglect.exceptions, neglect.improving) == (0, 2, 1, 0)


@pytest.mark.parametrize(
    ("dates", "there"),
    [
        ("until: 2024-12-31", False),
        ("until: 2025-01-01", True),
        ("since: 2025-03-31", True),
        ("since: 2025-04-01", False),
    ],
)
def test_a_group_is_there_in_its_own_days(workspace: Write, dates: str, there: bool) -> None:
    old = {"framework/groups/old-group.yaml": f"id: old-group\nname: Old group\ntier: subgroup\n{dates}\n"}
    names = [group.name for group in paper(workspace, old).cascade.groups]
    assert ("Old group" in names) is there


def test_one_priority_narrows_the_paper(workspace: Write) -> None:
    files = {
        "framework/indicators/mine.yaml": indicator("mine", "priorities: [priority-neglect]"),
        "framework/indicators/both.yaml": indicator("both", "priorities: [priority-neglect, priority-early]"),
        "framework/indicators/other.yaml": indicator("other", "priorities: [priority-early]"),
        "framework/indicators/none.yaml": indicator("none"),
        **returned({"mine": FALLING, "other": FALLING}),
    }
    view = paper(workspace, files, priority="priority-neglect")
    assert everything(view) == (["both", "mine"], ["mine"])
    assert [each.name for each in view.priorities] == ["Neglect"]
    assert [row.priority for row in view.coverage] == ["Neglect"]
    assert (view.priority_id, view.front.priority) == ("priority-neglect", "Neglect")
