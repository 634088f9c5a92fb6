"""Every source on a theme or priority side by side: what each says, and where they agree, by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import SMALL, indicator
from tests.views.coverage.test_gathering import STANDARD, record
from tests.views.small_papers import RISING, STEADY, returned

from lif.measures.assemble import assemble
from lif.records.priorities import Priority
from lif.records.references import Theme
from lif.views.triangulation import Triangulation, triangulation
from lif.views.triangulation.entries import Entry
from lif.workspace import Workspace


def seen(
    workspace: Write, files: Mapping[str, str], about: str = "theme-neglect", as_at: str = "2025-05-20"
) -> Triangulation:
    """The triangulation of a theme or priority of the small board with these files."""
    loaded = Workspace.load(workspace({**SMALL, **files}), date.fromisoformat(as_at), checks=())
    assert [d.message for d in loaded.diagnostics] == []
    topic = loaded.register.get(about)
    assert isinstance(topic, Theme | Priority)
    return triangulation(loaded.register, assemble(loaded.register, loaded.as_at), topic, loaded.as_at)


def entries(view: Triangulation, source: str) -> tuple[Entry, ...]:
    return next(panel.entries for panel in view.panels if panel.source == source)


def said(view: Triangulation, name: str) -> list[tuple[str, list[str]]]:
    """The sentences of one part of the comparison, with the records that each names."""
    return [(each.text, [one.record for one in each.sources]) for each in getattr(view.comparison, name)]


def voice(id_: str, direction: str, on: str = "2025-03-01", themes: str = "theme-neglect") -> dict[str, str]:
    return record(
        "voice",
        id_,
        f"""
        id: {id_}
        title: Heard {id_}
        on: {on}
        from_whom: children
        method: group
        asked: 9
        heard: 7
        text: |
          They said so.
        direction: {direction}
        themes: [{themes}]
        """,
    )


def staff(id_: str, direction: str) -> dict[str, str]:
    return record(
        "practitioner-intelligence",
        id_,
        f"""
        id: {id_}
        title: Staff {id_}
        on: 2025-02-01
        method: survey
        text: |
          They said so.
        direction: {direction}
        themes: [theme-neglect]
        """,
    )


def audit(good: int, poor: int) -> dict[str, str]:
    tool = {
        "framework/audit-tools/tool.yaml": """
            id: tool
            name: Case tool
            version: "1"
            criteria:
              - id: child-seen
                text: |
                  The child was seen.
            grades:
              - id: good
                name: Good
                good: true
              - id: poor
                name: Poor
        """
    }
    text = f"""
        id: audit-1
        title: Neglect in ten cases
        sort: multi-agency
        group: audit-group
        planned: 2024-25-Q4
        tool: tool
        themes: [theme-neglect]
        reported: 2025-04-02
        results:
          - criterion: tool/child-seen
            moderated:
              - grade: good
                cases: {good}
              - grade: poor
                cases: {poor}
              - grade: not-evidenced
                cases: 1
    """
    return tool | record("audits", "audit-1", text)


def numbers(values: tuple[str, ...]) -> dict[str, str]:
    files = {"framework/indicators/visits.yaml": indicator("visits", "themes: [theme-neglect]")}
    return files | returned({"visits": values})


def test_nothing_at_all_names_what_is_missing(workspace: Write) -> None:
    view = seen(workspace, {})
    assert (view.records, said(view, "agree"), said(view, "conflict"), said(view, "one_sided")) == (
        0,
        [],
        [],
        [],
    )
    assert view.comparison.missing == (
        "No indicator bears on it.",
        "No audit has looked at it, and none is planned.",
        "No review, inspection or scrutiny bears on it.",
        "Children and parents: nobody has recorded what they say of it.",
        "Practitioners: nobody has recorded what they say of it.",
        "No course is on it.",
        "Nothing was recorded as learned, or as working well.",
        "No action is about it.",
        "No risk, challenge or escalation is recorded on it.",
    )


def test_sources_that_say_the_same_agree_and_are_named(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "good") | staff("s1", "good") | audit(9, 1))
    assert said(view, "agree") == [
        ("Audits, children and parents, and practitioners speak well of it.", ["audit-1", "v1", "s1"])
    ]
    assert (said(view, "conflict"), said(view, "one_sided")) == ([], [])


def test_sources_that_say_the_opposite_conflict(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "poor") | audit(9, 1))
    assert said(view, "conflict") == [
        ("Audits speak well of it; children and parents do not speak well of it.", ["audit-1", "v1"])
    ]
    assert view.comparison.conflict[0].sources[0].name == (
        "Neglect in ten cases (9 of 11 grades good or better, all criteria together)"
    )


def test_one_sort_of_source_that_does_not_agree_with_itself(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "poor") | voice("v2", "good") | voice("v3", "good"))
    assert said(view, "conflict") == [
        (
            "Not all say the same among children and parents: 2 speak well of it, 1 does not.",
            ["v2", "v3", "v1"],
        )
    ]
    assert [text for text, _ in said(view, "one_sided")] == [
        "Which way things go is said by one sort of source only: children and parents.",
        "Only one sort of source has said anything in the last 24 months: children and parents.",
    ]


def test_mixed_sources_are_told_as_mixed_and_conflict_with_nobody(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "mixed") | staff("s1", "poor"))
    assert said(view, "conflict") == [("Children and parents say mixed things.", ["v1"])]
    assert said(view, "agree") == []
    assert said(view, "one_sided") == [
        ("Practitioners do not speak well of it; no other sort of source says so plainly.", ["s1"])
    ]


def test_ordinary_variation_says_nothing(workspace: Write) -> None:
    view = seen(workspace, numbers(STEADY) | voice("v1", "good"))
    (entry,) = entries(view, "numbers")
    assert (entry.leaning, entry.why) == ("silent", "")
    assert dict(entry.cells)["Is it changing?"] == "No significant change"
    assert "Numbers: what there is does not say which way things go." in view.comparison.missing
    assert said(view, "agree") == []


def test_a_signal_speaks_by_the_polarity_of_its_indicator(workspace: Write) -> None:
    view = seen(workspace, numbers(RISING) | voice("v1", "good"))
    assert said(view, "agree") == [("Numbers, and children and parents speak well of it.", ["visits", "v1"])]
    worse = seen(workspace, numbers(tuple(reversed(RISING))) | voice("v1", "good"))
    assert said(worse, "conflict") == [
        ("Children and parents speak well of it; numbers do not speak well of it.", ["v1", "visits"])
    ]
    assert entries(worse, "numbers")[0].why == "getting worse (lower)"


def test_the_latest_figure_stands_with_its_parts_and_its_period(workspace: Write) -> None:
    (entry,) = entries(seen(workspace, numbers(("40/50",))), "numbers")
    assert dict(entry.cells)["Latest"] == "80.0% (40 of 50), Q4 24/25"
    assert entry.on == date(2025, 3, 31)


def test_indicators_without_a_figure_are_counted_as_missing(workspace: Write) -> None:
    files = {"framework/indicators/visits.yaml": indicator("visits", "themes: [theme-neglect]")}
    view = seen(workspace, files)
    assert view.comparison.missing[0] == "1 of 1 indicators have no figure: Visits."


def test_what_is_old_is_shown_and_not_weighed(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "good", "2023-05-19") | audit(9, 1))
    assert [entry.record for entry in entries(view, "children-and-parents")] == ["v1"]
    assert said(view, "agree") == []
    assert "Children and parents: nothing from the last 24 months; the newest is of 19 May 2023." in (
        view.comparison.missing
    )
    edge = seen(workspace, voice("v1", "good", "2023-05-20") | audit(9, 1))
    assert len(edge.comparison.agree) == 1


def test_a_past_day_knows_only_what_was_there(workspace: Write) -> None:
    view = seen(workspace, voice("v1", "good") | audit(9, 1), as_at="2025-02-28")
    assert entries(view, "children-and-parents") == ()
    (only,) = entries(view, "audits")
    assert (only.leaning, only.facts) == ("silent", ("Not reported yet: planned, for 2024-25-Q4.",))


def test_grades_stand_as_counts_of_cases(workspace: Write) -> None:
    (entry,) = entries(seen(workspace, audit(7, 3)), "audits")
    assert entry.facts == ("The child was seen: 7 good, 3 poor, 1 not evidenced.",)
    assert (entry.leaning, entry.why) == ("mixed", "7 of 11 grades good or better, all criteria together")


def test_a_record_that_names_the_theme_in_one_finding_brings_that_finding_alone(workspace: Write) -> None:
    text = """
        id: review-1
        title: Review 1
        sort: learning-review
        group: audit-group
        milestones:
          - step: completed
            on: 2025-01-10
        findings:
          - id: one
            text: |
              Nobody saw the neglect.
            themes: [theme-neglect]
          - id: two
            text: |
              Nobody listened.
            themes: [theme-voice]
        recommendations:
          - id: look
            text: |
              Look again.
            themes: [theme-voice]
    """
    (entry,) = entries(seen(workspace, record("reviews", "review-1", text)), "reviews")
    assert (entry.facts, entry.leaning) == (("Finding: Nobody saw the neglect.",), "against")
    (other,) = entries(seen(workspace, {}, "theme-voice"), "reviews")
    assert other.facts == (
        "Finding: Nobody listened.",
        "Recommended (unanswered): Look again.",
    )


def test_a_priority_takes_in_its_themes_and_a_theme_its_narrower_ones(workspace: Write) -> None:
    files = {
        "framework/priorities.yaml": """
            - id: priority-neglect
              name: Neglect
              rationale: |
                Too many
                children wait.
              themes: [theme-neglect]
        """,
        "framework/themes.yaml": """
            - id: theme-neglect
              name: Neglect
            - id: theme-cold
              name: Cold homes
              part_of: theme-neglect
        """,
    }
    view = seen(workspace, files | voice("v1", "good", themes="theme-cold"), "priority-neglect")
    assert (view.themes, view.rationale) == (("Neglect", "Cold homes"), "Too many children wait.")
    assert [entry.record for entry in entries(view, "children-and-parents")] == ["v1"]


RETURN = """
    id: police-s11
    agency: police
    cycle: "2025"
    group: audit-group
    opened: 2025-01-01
    due: 2025-02-01
    submitted: 2025-01-30
    moderated: 2025-03-15
    answers:
      - id: answer
        question: standard/how
        self_score: fully-met
        moderated_score: {score}
        evidence: [v1]
    survey:
      on: 2025-01-20
      asked: 100
      answered: 40
      answers:
        - question: standard/how
          said_yes: {yes}
          of: 40
"""


def returned11(score: str, yes: int) -> dict[str, str]:
    standard = {
        path: text.replace("statements: [element-visits/seen]", "") for path, text in STANDARD.items()
    }
    files = record("section11-returns", "police-s11", RETURN.format(score=score, yes=yes))
    return standard | files | voice("v1", "mixed")


@pytest.mark.parametrize(
    ("score", "yes", "conflicts"),
    [("fully-met", 10, True), ("not-met", 38, True), ("fully-met", 38, False), ("partly-met", 10, False)],
)
def test_a_moderated_score_against_the_staff_who_were_asked_the_same(
    workspace: Write, score: str, yes: int, conflicts: bool
) -> None:
    view = seen(workspace, returned11(score, yes))
    words = score.replace("-", " ")
    expected = (
        f"On “Are children seen?” the moderated score of Hill Police is {words}, "
        f"while {yes} of 40 staff said yes."
    )
    assert (expected in [text for text, _ in said(view, "conflict")]) is conflicts
    assert {entry.record for entry in entries(view, "practitioners")} == {"police-s11"}


def test_an_action_speaks_only_once_its_impact_was_looked_at(workspace: Write) -> None:
    text = """
        id: act-1
        title: See them
        text: |
          See every child.
        source: hill
        source_sort: board-decision
        owner: police-lead
        group: neglect-group
        themes: [theme-neglect]
        agreed_on: 2024-01-10
        due: 2024-06-30
        steps:
          - state: closed
            on: 2025-03-01
        impact:
          checked_on: 2025-04-01
          result: not-shown
    """
    files = record("actions", "act-1", text)
    (after,) = entries(seen(workspace, files), "actions")
    assert (after.leaning, after.why, after.on) == ("against", "it helped: not shown", date(2025, 4, 1))
    (before,) = entries(seen(workspace, files, as_at="2025-03-31"), "actions")
    assert (before.leaning, before.on) == ("silent", date(2025, 3, 1))


def test_training_has_its_four_levels_and_says_nothing_either_way(workspace: Write) -> None:
    text = """
        id: course-1
        title: Neglect
        sort: multi-agency
        group: audit-group
        themes: [theme-neglect]
        evaluations:
          - id: liked
            level: reaction
            on: 2025-01-05
            question: Did you like it?
            asked: 30
            answered: 20
            positive: 18
    """
    (entry,) = entries(seen(workspace, record("courses", "course-1", text)), "training")
    assert entry.facts == (
        "Not held yet.",
        "What they thought of it: Did you like it? 18 of 20 yes (30 asked).",
        "What they learned: not looked at.",
        "What they do differently: not looked at.",
        "What changed for children: not looked at.",
    )
    assert entry.leaning == "silent"


def test_each_record_is_marked_first_once(workspace: Write) -> None:
    view = seen(workspace, returned11("fully-met", 10))
    marked = [entry.record for panel in view.panels for entry in panel.entries if entry.first]
    assert sorted(marked) == sorted(set(marked))
    assert view.records == len(marked)


def test_every_sentence_names_a_source_that_stands_on_the_page(workspace: Write) -> None:
    files = voice("v1", "poor") | staff("s1", "good") | audit(9, 1) | numbers(RISING)
    view = seen(workspace, files)
    there = {entry.record for panel in view.panels for entry in panel.entries}
    for name in ("agree", "conflict", "one_sided"):
        for _, records in said(view, name):
            assert records and set(records) <= there
