"""Decisions, accepted warnings, statements, every other record, and what a paper is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from tests.small_board import indicator
from tests.views.changes.two_states import ACTION, AFTER, between, by_dates

from lif.views.changes import changes, parted
from lif.views.changes.altered import altered
from lif.views.changes.counted import total
from lif.views.changes.decided import acceptances, decisions, statements
from lif.views.changes.others import record_changes
from lif.views.changes.scopes import Scope, shown_in

MEETING = "data/meetings/working-2025-03-01.yaml"
MET = """\
id: working-2025-03-01
group: working-board
on: 2025-03-01
held: true
"""
DECIDED = (
    MET
    + """\
decisions:
  - id: posts
    text: |
      Fill the
      posts.
    minute: "4"
"""
)
CAME = "    outcome: Both are filled.\n    outcome_on: 2025-05-01\n"


def test_a_decision_minuted_after_the_meeting_is_new(tmp_path: Path) -> None:
    (one,) = decisions(between(tmp_path, {MEETING: MET}, {MEETING: DECIDED}))
    assert (one.text, one.minute, one.group, one.met_on, one.new, one.outcome) == (
        "Fill the posts.",
        "4",
        "Working board",
        date(2025, 3, 1),
        True,
        "",
    )


def test_what_came_of_a_decision_is_told_once(tmp_path: Path) -> None:
    (one,) = decisions(between(tmp_path, {MEETING: DECIDED}, {MEETING: DECIDED + CAME}))
    assert (one.new, one.outcome, one.outcome_on) == (False, "Both are filled.", date(2025, 5, 1))
    assert decisions(between(tmp_path / "again", {MEETING: DECIDED + CAME}, {}, (AFTER, AFTER))) == ()


def test_by_dates_alone_the_decisions_of_the_very_day_come_after_it(tmp_path: Path) -> None:
    (one,) = decisions(by_dates(tmp_path, {MEETING: DECIDED}))
    assert one.new


def test_what_was_minuted_stays(tmp_path: Path) -> None:
    other = DECIDED.replace("      Fill the\n      posts.", "      Wait for posts.")
    ((reworded,), (gone,)) = (
        altered(between(tmp_path / name, {MEETING: DECIDED}, {MEETING: after}))
        for name, after in (("reworded", other), ("gone", MET))
    )
    assert (reworded.what, reworded.was, reworded.now) == (
        "a decision, minute 4",
        "Fill the posts.",
        "Wait for posts.",
    )
    assert (gone.name, gone.now) == ("Meeting, Working board, 1 March 2025", "not there any more")


ACCEPTED = """\
- id: accept-x
  code: A101
  record: theme-neglect
  reason: It is known.
  accepted_by: business-manager
  accepted_on: 2025-02-01
  until: 2025-12-31
"""


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", ACCEPTED, ["accepted"]),
        (ACCEPTED, ACCEPTED.replace("2025-12-31", "2025-05-31"), ["ended"]),
        (ACCEPTED, ACCEPTED.replace("2025-12-31", "2026-12-31"), ["changed"]),
        (ACCEPTED, "", ["ended"]),
        (ACCEPTED, ACCEPTED, []),
    ],
)
def test_a_warning_that_is_accepted(tmp_path: Path, before: str, after: str, told: list[str]) -> None:
    path = "framework/acceptances.yaml"
    start = {path: before} if before else {}
    found = acceptances(between(tmp_path, start, {path: after}))
    assert [one.fate for one in found] == told
    assert all(
        (one.about, one.by, one.why) == ("Neglect", "Business manager", "It is known.") for one in found
    )


ELEMENT = """\
id: element-care
name: Care
good:
  - id: seen
    text: Children are seen.
    audiences: [children]
"""


SEEN = "Children are seen."
RETIRED = "    retired:\n      on: 2025-05-01\n      reason: It is law now.\n"


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (ELEMENT.replace("seen.", "seen alone."), [("worded-anew", "Children are seen alone.", SEEN)]),
        (ELEMENT.replace("id: seen", "id: heard"), [("added", SEEN, ""), ("taken-away", SEEN, "")]),
        (ELEMENT + RETIRED, [("retired", SEEN, "")]),
        (ELEMENT.replace(SEEN, "|\n      Children\n      are seen."), []),
    ],
    ids=["worded anew", "another", "retired", "another layout"],
)
def test_a_statement(tmp_path: Path, after: str, told: list[tuple[str, str, str]]) -> None:
    path = "framework/elements/element-care.yaml"
    found = statements(between(tmp_path, {path: ELEMENT}, {path: after}))
    assert [(one.fate, one.text, one.was) for one in found] == told


def test_every_other_record_is_told_with_the_fields_that_changed(tmp_path: Path) -> None:
    before = {"framework/themes.yaml": "- id: a\n  name: A\n- id: b\n  name: B\n- id: c\n  name: C\n"}
    after = (
        "- id: a\n  name: AA\n  part_of: d\n- id: d\n  name: D\n- id: c\n  name: C\n"
        "  retired:\n    on: 2025-05-01\n    reason: Not used.\n"
    )
    found = record_changes(between(tmp_path, before, {"framework/themes.yaml": after}))
    assert [(one.kinds, one.name, one.fate, one.fields, one.why) for one in found] == [
        ("themes", "AA", "changed", ("name", "part of"), ""),
        ("themes", "B", "taken-away", (), ""),
        ("themes", "C", "retired", (), "Not used."),
        ("themes", "D", "added", (), ""),
    ]


def test_what_an_element_says_is_told_once_and_the_rest_of_it_too(tmp_path: Path) -> None:
    path = "framework/elements/element-care.yaml"
    words = ELEMENT.replace("seen.", "seen alone.")
    assert record_changes(between(tmp_path / "words", {path: ELEMENT}, {path: words})) == ()
    for_more = ELEMENT.replace("[children]", "[children, families]")
    (one,) = record_changes(between(tmp_path / "audience", {path: ELEMENT}, {path: for_more}))
    assert one.fields == ("good",)


def test_an_action_that_was_given_to_another_owner_is_told(tmp_path: Path) -> None:
    path, text = "data/actions/act-visits.yaml", dedent(ACTION)
    found = record_changes(
        between(tmp_path, {path: text}, {path: text.replace("head-of-care", "police-lead")})
    )
    assert [(one.kind, one.fate, one.fields) for one in found] == [("action", "changed", ("owner",))]


def test_a_list_that_could_not_be_read_before_makes_nothing_new(tmp_path: Path) -> None:
    path = "framework/themes.yaml"
    found = changes(between(tmp_path, {path: "- id: [\n"}, {path: "- id: a\n  name: A\n"}, whole=False))
    assert (total(found), found.not_compared) == (
        0,
        ("framework/themes.yaml (theme) could not be read as it stood before",),
    )


def test_what_a_paper_is_about_is_what_is_tied_to_it_and_the_rest_is_counted(tmp_path: Path) -> None:
    ours, other = dedent(ACTION), dedent(ACTION).replace("act-visits", "act-other")
    files = {
        "data/actions/act-visits.yaml": ours,
        "data/actions/act-other.yaml": other.replace("neglect-group", "audit-group"),
        "framework/indicators/visits.yaml": indicator("visits"),
        "framework/indicators/plans.yaml": indicator("plans", group="audit-group"),
    }
    found = between(tmp_path, {}, files)
    scope = Scope(frozenset(), about=("neglect-group",))
    mine, others = parted(changes(found), lambda id_: scope.holds(found, id_))
    assert {one.id for one in mine.actions} == {"act-visits"}
    assert {one.indicator for one in mine.indicators} == {"visits"}
    assert {one.indicator for one in others.indicators} == {"plans"}
    assert total(mine) + total(others) == total(changes(found))


@pytest.mark.parametrize(
    ("scope", "held"),
    [
        (Scope(), True),
        (Scope(frozenset(("act-visits",))), True),
        (Scope(frozenset(("act-other",))), False),
        (Scope(frozenset(), frozenset(("action",))), True),
        (Scope(frozenset(), frozenset(("indicator",))), False),
        (Scope(frozenset(), about=("social-care",)), True),
        (Scope(frozenset(), about=("police",)), False),
        (Scope(frozenset(), about=("social-care", "neglect-group")), True),
        (Scope(frozenset(), about=("social-care", "audit-group")), False),
    ],
)
def test_what_belongs_to_a_paper(tmp_path: Path, scope: Scope, held: bool) -> None:
    """What it shows, every record of some kinds, and what is tied to all that it is about."""
    files = {"data/actions/act-visits.yaml": dedent(ACTION)}
    for name, found in (
        ("new", between(tmp_path / "a", {}, files)),
        ("gone", between(tmp_path / "b", files, dict.fromkeys(files, ""))),
    ):
        assert scope.holds(found, "act-visits") is held, name


def test_ids_are_found_wherever_they_stand_in_a_view() -> None:
    view = (ACTION, {"act-a": ["review-b/rec-1"]}, Scope(about=("neglect-group",)), "Not an id", 7, None)
    assert shown_in(view) == {"act-a", "review-b", "neglect-group"}
