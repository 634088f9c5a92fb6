"""The gate of the yearly report: a section passes with evidence of impact of the year, not with activity."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.folders import Write, written
from tests.views.yearly_report.small import DONE, NEGLECT, action, listed, looked, question, report

from lif.calendars import financial_year
from lif.cli.papers import board_of
from lif.views.papers import Question
from lif.views.yearly_report import YearlyReport, yearly_report
from lif.views.yearly_report.gate import WOULD_COUNT, called
from lif.workspace import Workspace

SECTIONS = [
    "Priority: Neglect",
    "Children's and families' voice",
    "Serious incidents and reviews",
    "Audits and self-assessment",
    "Independent scrutiny and challenge",
    "Training",
    "Private fostering, allegations, missing children and exploitation",
]
"""What must show impact, on a board with one priority."""


def passing(view: YearlyReport) -> list[str]:
    return [gate.section for gate in view.gates if gate.passes]


def test_an_empty_year_passes_nowhere_and_each_section_says_what_would_count(workspace: Write) -> None:
    view = report(workspace)
    assert [gate.section for gate in view.gates] == SECTIONS
    assert passing(view) == []
    assert len(view.opening.unfinished) == len(SECTIONS)
    for section, reason in zip(SECTIONS, view.opening.unfinished, strict=True):
        name = section.replace("Priority: Neglect", "Priority “Neglect”")
        assert reason.startswith(f"{name}: nothing shows what became different for children in 2024/25.")
        assert any(f"What would count: {words}." in reason for words in WOULD_COUNT.values())


ACTIVITY: Mapping[str, str] = {
    **listed(
        "actions",
        action("of-review", *DONE, *NEGLECT, sort="review"),
        action("of-audit", *DONE, "themes: [theme-missing]", sort="audit"),
        action("of-scrutiny", *DONE, sort="scrutiny"),
        action("of-complaint", *DONE, "sort: training", sort="complaint"),
    ),
    "framework/themes.yaml": """
        - id: theme-neglect
          name: Neglect
        - id: theme-voice
          name: Voice of the child
        - id: theme-missing
          name: Children who go missing
    """,
    **listed(
        "evidence",
        """
        id: minutes
        title: It was done
        sort: document
        text: |
          The minutes say so.
        on: 2025-02-01
        shows: [of-review, of-audit, of-scrutiny, of-complaint]
        priorities: [priority-neglect]
        """,
    ),
    **listed(
        "voice",
        """
        id: heard
        title: Heard
        on: 2024-06-01
        from_whom: children
        method: group
        heard: 7
        text: |
          We wait.
        direction: good
        done: |
          A letter was written.
        done_on: 2024-09-01
        told_back_on: 2024-10-01
        priorities: [priority-neglect]
        """,
    ),
    **listed(
        "courses",
        """
        id: course
        title: Visits
        sort: multi-agency
        group: audit-group
        evaluations:
          - id: liked
            level: reaction
            on: 2025-03-01
            question: Did you like it?
            answered: 9
            positive: 9
        """,
    ),
    **listed("training-sessions", "id: held\ncourse: course\non: 2025-02-01\ncapacity: 9"),
    **listed(
        "audits",
        """
        id: audit
        title: Visits
        sort: multi-agency
        group: audit-group
        planned: 2024-25-Q2
        reported: 2024-09-01
        priorities: [priority-neglect]
        """,
    ),
    **listed(
        "challenges",
        """
        id: asked
        title: Who visits?
        on: 2024-06-01
        to: [police]
        text: |
          Who visits?
        responded_on: 2024-07-01
        satisfied: true
        closed_on: 2024-08-01
        """,
    ),
}
"""A year full of things done, of each sort that a section is about, and nothing that was seen of children."""


def test_activity_of_every_sort_passes_nowhere(workspace: Write) -> None:
    view = report(workspace, ACTIVITY)
    assert passing(view) == []
    assert (view.training.sessions, len(view.voice.heard), len(view.audits.audits)) == (1, 1, 1)
    assert len(view.scrutiny.challenges) == 1


def test_what_was_done_and_nobody_looked_at_is_named_as_the_nearest(workspace: Write) -> None:
    reasons = dict(zip(SECTIONS, report(workspace, ACTIVITY).opening.unfinished, strict=True))
    of_review = "“Do of-review” was done, and nobody has said whether it helped."
    assert reasons["Serious incidents and reviews"].endswith(of_review)
    assert reasons["Priority: Neglect"].endswith(of_review)
    assert reasons["Training"].endswith("“Do of-complaint” was done, and nobody has said whether it helped.")


@pytest.mark.parametrize(
    ("lines", "sort", "sections"),
    [
        (NEGLECT, "data", ["Priority: Neglect"]),
        ((), "complaint", ["Children's and families' voice"]),
        ((), "review", ["Serious incidents and reviews"]),
        ((), "section-11", ["Audits and self-assessment"]),
        ((), "inspection", ["Independent scrutiny and challenge"]),
        (("sort: training",), "data", ["Training"]),
        (
            ("themes: [theme-missing]",),
            "data",
            ["Private fostering, allegations, missing children and exploitation"],
        ),
        ((), "data", []),
    ],
)
def test_a_look_passes_the_sections_that_it_is_about_and_no_other(
    workspace: Write, lines: tuple[str, ...], sort: str, sections: list[str]
) -> None:
    files = {**ACTIVITY, **listed("actions", action("act", *looked(), *lines, sort=sort))}
    del files["data/evidence.yaml"]
    assert passing(report(workspace, files)) == sections


def test_an_honest_no_difference_passes_and_is_put_among_what_did_not_work(workspace: Write) -> None:
    files = listed("actions", action("act", *looked(result="not-shown", text="As many wait."), *NEGLECT))
    view = report(workspace, files)
    assert passing(view) == ["Priority: Neglect"]
    assert [each.text for each in view.not_working.looks] == ["As many wait."]
    assert [each.words for each in view.not_working.priorities] == [
        "No difference was seen. 1 action done in the year, none open at its end."
    ]
    assert (
        view.opening.asked[2]
        == "Challenge what is done where no difference was seen, or it got worse: “Do act”."
    )


def test_what_only_speaks_against_passes_nothing(workspace: Write) -> None:
    files = listed(
        "evidence",
        """
        id: ev
        title: Counted
        sort: numbers
        text: |
          More wait.
        on: 2025-02-01
        strength: contradicts
        shows: [priority-neglect/cared-for]
        """,
    )
    view = report(workspace, files)
    assert passing(view) == []
    assert [each.text for each in view.gates[0].against] == ["More wait."]


def test_a_year_that_is_not_over_is_never_finished(workspace: Write) -> None:
    view = report(workspace, as_at="2025-03-31")
    assert view.opening.unfinished[0] == "The year 2024/25 is not over."
    assert not any("is not over" in each for each in report(workspace, as_at="2025-04-01").opening.unfinished)


DAYS = st.dates(date(2024, 1, 1), date(2025, 12, 31))
RESULTS = st.sampled_from(["shown", "partly-shown", "not-shown", "cannot-be-told", ""])


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(
    looks=st.lists(st.tuples(DAYS, RESULTS, st.booleans()), max_size=4),
    as_at=st.dates(date(2025, 4, 1), date(2025, 12, 31)),
)
def test_a_section_passes_only_with_a_look_of_the_year_that_was_known_and_had_a_result_and_words(
    tmp_path_factory: pytest.TempPathFactory, looks: list[tuple[date, str, bool]], as_at: date
) -> None:
    actions = []
    for number, (on, result, words) in enumerate(looks):
        lines = [*DONE, "impact:", f"  checked_on: {on}", *([f"  result: {result}"] if result else [])]
        lines += ["  text: |", "    It was seen."] if words else []
        actions.append(action(f"act-{number}", *lines, *NEGLECT, agreed="2023-12-01"))
    folder = tmp_path_factory.mktemp("gate")

    def write(files: Mapping[str, str]) -> Path:
        return written(folder, files)

    gate = report(write, listed("actions", *actions) if actions else {}, as_at.isoformat()).gates[0]
    counted = [
        (on, result)
        for on, result, words in looks
        if words
        and result in ("shown", "partly-shown", "not-shown")
        and date(2024, 4, 1) <= on <= min(date(2025, 3, 31), as_at)
    ]
    assert gate.passes is bool(counted)
    assert sorted(each.on for each in gate.looks) == sorted(on for on, _ in counted)


@pytest.mark.parametrize("as_at", ["2025-04-01", "2025-06-30", "2025-12-10"])
@pytest.mark.parametrize("first", [2018, 2023, 2024])
def test_on_the_real_records_a_gate_holds_nothing_but_known_evidence_on_children(
    root: Path, as_at: str, first: int
) -> None:
    loaded = Workspace.load(root, date.fromisoformat(as_at), checks=())
    board = board_of(loaded)
    view = yearly_report(Question(loaded.register, loaded.as_at, board, year=financial_year(first)))
    for gate in view.gates:
        assert gate.passes is bool(gate.looks)
        assert all(each.on <= loaded.as_at and each.text for each in gate.looks)
        assert all(each.for_whom == "children" and each.seen != "against" for each in gate.looks)
    missing = [called(gate) for gate in view.gates if not gate.passes]
    assert [each.partition(": nothing shows")[0] for each in view.opening.unfinished] == missing


def test_the_default_year_is_the_last_that_was_over(workspace: Write) -> None:
    assert yearly_report(question(workspace, {}, "2025-07-01", None)).year == "2024/25"
    assert yearly_report(question(workspace, {}, "2025-03-31", None)).year == "2023/24"


def test_what_speaks_against_stands_beside_what_shows_a_difference(workspace: Write) -> None:
    files = listed(
        "evidence",
        *(
            f"""
            id: ev-{strength}
            title: Counted {strength}
            sort: numbers
            text: |
              It was counted.
            on: 2024-10-10
            strength: {strength}
            shows: [priority-neglect/cared-for]
            """
            for strength in ("supports", "mixed", "contradicts")
        ),
    )
    assert report(workspace, {**ACTIVITY, **files}).opening.asked[-1] == (
        "Note what became different for children in 2024/25: of 3 pieces of evidence 2 show a difference, "
        "wholly or in part and 1 speaks against."
    )
