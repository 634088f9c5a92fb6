"""The parts around the figures: priorities, questions, coverage, returns, headlines, examples and notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import RISING, STEADY, paper, returned

from lif.views.scorecard.headlines import headlines
from lif.views.scorecard.lines import Comparison

FALLING = tuple(reversed(RISING))
REPORT = {
    "data/group-reports/report.yaml": """
        id: report
        group: neglect-group
        quarter: 2024-25-Q4
        due: 2025-04-30
        received: 2025-05-02
        heard:
          - id: a
            priority: priority-neglect
            from_whom: children-and-parents
            text: |
              We waited.
          - id: b
            priority: priority-neglect
            from_whom: practitioners
            text: |
              We lack time.
          - id: c
            priority: priority-neglect
            from_whom: audits-and-reviews
            text: |
              Plans were late.
        differences:
          - id: d
            text: |
              Twelve children left their plans.
            priorities: [priority-neglect]
    """
}


def test_each_priority_with_what_every_source_says(workspace: Write) -> None:
    mine = "priorities: [priority-neglect]"
    aim = ("targets:", "  - id: t", "    basis: target-now", "    since: 2020-01-01", "    value: 90")
    files = {
        "framework/indicators/up.yaml": indicator("up", mine),
        "framework/indicators/down.yaml": indicator("down", mine, *aim),
        "framework/indicators/empty.yaml": indicator("empty", mine),
        **returned({"up": RISING, "down": FALLING}),
        **REPORT,
    }
    early, neglect = paper(workspace, files).priorities
    assert [line.id for line in neglect.lines] == ["down", "empty", "up"]
    assert [line.id for line in neglect.telling] == ["down", "up"]
    assert (neglect.improving, neglect.worse, neglect.red) == (1, 1, 1)
    said = [neglect.children, neglect.practitioners, neglect.audits, neglect.differences]
    assert [[(each.text, each.group) for each in part] for part in said] == [
        [("We waited.", "Neglect group")],
        [("We lack time.", "Neglect group")],
        [("Plans were late.", "Neglect group")],
        [("Twelve children left their plans.", "Neglect group")],
    ]
    assert (neglect.rationale, early.rationale_missing) == (
        "Too many children wait.",
        "The source states none.",
    )
    assert (early.lines, early.children, early.differences) == ((), (), ())
    before = paper(workspace, files, as_at="2025-05-01").priorities[1]
    assert (before.children, before.differences) == ((), ())
    elsewhere = paper(workspace, files, group="audit-group").priorities[1]
    assert elsewhere.children == ()


AUDITED = """
id: audit-neglect
title: Neglect in ten files
sort: multi-agency
group: neglect-group
planned: 2024-25-Q3
priorities: [priority-neglect]
reported: {reported}
findings:
  - id: chronologies
    text: |
      Half have none.
"""


@pytest.mark.parametrize(
    ("reported", "options", "said"),
    [
        ("2025-02-10", {}, ["Neglect in ten files, reported on 10 February 2025: 1 finding."]),
        ("2024-12-31", {}, []),
        ("2025-04-01", {}, []),
        ("2025-02-10", {"as_at": "2025-02-09"}, []),
        ("2025-02-10", {"group": "audit-group"}, []),
    ],
)
def test_where_no_group_says_anything_the_audits_of_the_quarter_are_told(
    workspace: Write, reported: str, options: dict[str, str], said: list[str]
) -> None:
    files = {"data/audits/audit-neglect.yaml": AUDITED.format(reported=reported)}
    part = next(
        each for each in paper(workspace, files, **options).priorities if each.id == "priority-neglect"
    )
    assert [each.text for each in part.audits] == said
    assert all(each.evidence == ("audit-neglect",) for each in part.audits)


@pytest.mark.parametrize(
    ("dates", "there"),
    [
        ("until: 2024-12-31", False),
        ("until: 2025-01-01", True),
        ("since: 2025-04-01", False),
        ("since: 2025-03-31", True),
    ],
)
def test_a_priority_counts_in_its_own_days(workspace: Write, dates: str, there: bool) -> None:
    old = {"framework/priorities/priority-old.yaml": f"id: priority-old\nname: Old\n{dates}\n"}
    view = paper(workspace, old)
    assert ("Old" in [each.name for each in view.priorities]) is there
    assert ("Old" in [each.priority for each in view.coverage]) is there
    assert ("Old" in view.headlines.priorities_without_better_off) is there
    assert paper(workspace, old, priority="priority-old").priorities[0].name == "Old"


def test_each_question_with_what_answers_it_and_what_is_not_known(workspace: Write) -> None:
    files = {
        "framework/indicators/here.yaml": indicator("here", "questions: [question-needs]"),
        "framework/indicators/gone.yaml": indicator("gone", "questions: [question-needs]"),
        "framework/development-agenda/want.yaml": """
            id: want
            name: Waiting times
            why: |
              We do not know who waits.
            outcomes_class: how-well
            owner: head-of-care
            questions: [question-how-well]
            status: in-test
        """,
        "framework/development-agenda/had.yaml": """
            id: had
            name: Had already
            why: |
              It is there.
            outcomes_class: how-well
            owner: head-of-care
            questions: [question-how-well]
            status: in-use
        """,
        **returned({"here": ("1/2",)}),
    }
    needs, well, unknown = paper(workspace, files).questions
    assert ([line.id for line in needs.lines], needs.without_figures) == (["here"], ("Gone",))
    assert [(each.name, each.owner, each.status) for each in well.wanted] == [
        ("Waiting times", "Head of Care", "in test")
    ]
    assert (well.lines, needs.wanted) == ((), ())
    assert [each.name for each in unknown.wanted] == ["Waiting times"]  # the agenda answers it


def test_coverage_counts_indicators_with_a_figure(workspace: Write) -> None:
    mine = "priorities: [priority-neglect]"
    files = {
        f"framework/indicators/{id_}.yaml": indicator(id_, mine, outcomes_class=kind)
        for id_, kind in (("a", "how-much"), ("b", "how-much"), ("c", "population"), ("d", "better-off"))
    }
    view = paper(workspace, files | returned({"a": ("1/2",), "b": ("1/2",), "c": ("1/2",), "d": ("low",)}))
    early, neglect = view.coverage
    assert (neglect.counts, neglect.gaps) == (
        (1, 2, 0, 0),
        ("How well did we do it", "Is anyone better off"),
    )
    assert early.counts == (0, 0, 0, 0)
    assert view.headlines.priorities_without_better_off == ("Early help", "Neglect")
    there = paper(workspace, files | returned({"d": ("1/2",)}))
    assert there.headlines.priorities_without_better_off == ("Early help",)
    for group in ("audit-group", "top-board"):  # it is said of the board, whoever's paper it is
        other = paper(workspace, files | returned({"d": ("1/2",)}), group=group)
        assert other.headlines.priorities_without_better_off == ("Early help",)


OWES = """
    id: owes-{agency}
    agency: {agency}
    every: {every}
    due_days_after: 30
    since: {since}
    until: {until}
    measures: [seen/quarter]
"""


def owes(
    agency: str, every: str = "quarter", since: str = "2024-25-Q1", until: str = "2025-26-Q4"
) -> dict[str, str]:
    text = OWES.format(agency=agency, every=every, since=since, until=until)
    return {f"framework/return-schedules/owes-{agency}.yaml": text}


SEEN = {"framework/indicators/seen.yaml": indicator("seen")}
QUERY = "queries:\n  - on: 2025-05-12\n    text: Is it right?\n    answered_on: 2025-05-16"


@pytest.mark.parametrize(
    ("received", "as_at", "state", "late", "queries"),
    [
        ("", "2025-04-30", "not due yet", 0, 0),
        ("", "2025-05-01", "awaited", 1, 0),
        ("2025-04-30", "2025-05-01", "received", 0, 0),
        ("2025-05-10", "2025-05-09", "awaited", 9, 0),
        ("2025-05-10", "2025-05-10", "received late", 10, 0),
        ("2025-05-10", "2025-05-11", "received late", 10, 0),
        ("2025-05-10", "2025-05-12", "queried", 10, 1),
        ("2025-05-10", "2025-05-15", "queried", 10, 1),
        ("2025-05-10", "2025-05-16", "received late", 10, 0),
    ],
)
def test_where_a_return_stands(
    workspace: Write, received: str, as_at: str, state: str, late: int, queries: int
) -> None:
    files = {**SEEN, **owes("social-care"), **returned({"seen": ("1/2",)}, QUERY, received=received)}
    (row,) = paper(workspace, files, as_at=as_at).returns
    assert (row.state, row.days_late, row.open_queries) == (state, late, queries)
    assert (row.received is not None) is (state not in ("awaited", "not due yet"))


@pytest.mark.parametrize(
    ("as_at", "state"),
    [("2025-03-31", "not due yet"), ("2025-04-30", "not due yet"), ("2025-05-01", "awaited")],
)
def test_a_return_that_nobody_made_a_record_of_is_owed_all_the_same(
    workspace: Write, as_at: str, state: str
) -> None:
    (row,) = paper(workspace, {**SEEN, **owes("police")}, as_at=as_at).returns
    assert (row.agency, row.due, row.state) == ("Hill Police", date(2025, 4, 30), state)


@pytest.mark.parametrize(
    ("schedule", "owed"),
    [
        (owes("police", since="2024-25-Q4"), True),
        (owes("police", since="2025-26-Q1"), False),
        (owes("police", until="2024-25-Q4"), True),
        (owes("police", until="2024-25-Q3"), False),
        (owes("police", every="month", since="2024-04", until="2026-03"), False),
        (owes("police", since="2024-25", until="2024-25"), True),
    ],
)
def test_only_what_the_schedule_asks_of_the_quarter_is_owed(
    workspace: Write, schedule: dict[str, str], owed: bool
) -> None:
    assert bool(paper(workspace, {**SEEN, **schedule}).returns) is owed


def test_each_schedule_of_an_agency_has_its_own_day(workspace: Write) -> None:
    monthly = owes("police", every="month", since="2024-04", until="2026-03")
    later = {
        "framework/return-schedules/z-owes.yaml": OWES.format(
            agency="police", every="quarter", since="2024-25-Q1", until="2025-26-Q4"
        )
        .replace("id: owes-police", "id: z-owes")
        .replace("after: 30", "after: 40")
    }
    (row,) = paper(workspace, {**SEEN, **monthly, **later}).returns
    assert row.due == date(2025, 5, 10)


def test_the_headlines_count_what_the_lines_say(workspace: Write) -> None:
    aim = ("targets:", "  - id: t", "    basis: target-now", "    since: 2020-01-01", "    value: 90")
    files = {
        "framework/indicators/up.yaml": indicator("up"),
        "framework/indicators/down.yaml": indicator("down"),
        "framework/indicators/miss.yaml": indicator("miss", *aim),
        "framework/indicators/empty.yaml": indicator("empty"),
        **owes("police"),
        **returned({"up": RISING, "down": FALLING, "miss": STEADY}),
    }
    heads = paper(workspace, files).headlines
    assert [[line.id for line in part] for part in (heads.improving, heads.worse, heads.will_miss)] == [
        ["up"],
        ["down"],
        ["miss"],
    ]
    assert [line.id for line in heads.no_figure] == ["empty"]
    assert [line.id for line in heads.red] == ["miss"]
    assert [row.agency for row in heads.returns_missing] == ["Hill Police"]
    assert sorted(card.line.id for card in heads.unexplained) == ["down", "miss"]
    assert (heads.indicators, heads.priorities, heads.illustrative, heads.decisions) == (4, 2, 0, ())


EXAMPLE = "  - id: quarter\n    period_kind: quarter\n    series: returns\n    illustrative: true"
ACTION = """
    id: act-2025-one
    title: Write it down
    text: Write it down.
    source: stats-2025
    source_sort: data
    owner: head-of-care
    group: neglect-group
    agreed_on: 2025-01-01
    due: 2025-02-01
    illustrative: true
"""


MADE_UP_REPORT = REPORT["data/group-reports/report.yaml"] + "    illustrative: true\n"
MADE_UP_RETURN = """
    id: police-2024-25-q4
    agency: police
    period: 2024-25-Q4
    due: 2025-04-30
    illustrative: true
"""
MADE_UP_MEETING = """
    id: m
    group: working-board
    on: 2025-02-01
    held: true
    illustrative: true
    decisions:
      - id: d
        text: Go on.
"""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("framework/indicators/made-up.yaml", indicator("made-up", measures=EXAMPLE)),
        (
            "data/group-reports/report.yaml",
            f"{REPORT['data/group-reports/report.yaml']}    illustrative: true\n",
        ),
        ("data/returns/police-2024-25-q4.yaml", MADE_UP_RETURN),
        ("data/meetings/m.yaml", MADE_UP_MEETING),
        ("data/actions/act-2025-one.yaml", ACTION),
    ],
)
def test_anything_made_up_gives_the_paper_its_banner(workspace: Write, path: str, text: str) -> None:
    real = {**SEEN, **returned({"seen": FALLING})}
    assert not paper(workspace, {**real, **REPORT}).illustrative
    assert paper(workspace, {**real, path: text}).illustrative


# Notes.


def test_figures_that_were_changed_are_listed_with_before_and_now(workspace: Write) -> None:
    text = """
        id: social-care-2024-25-q4
        agency: social-care
        period: 2024-25-Q4
        due: 2025-04-30
        received: 2025-05-01
        values:
          - id: new
            measure: seen/quarter
            numerator: 40
            denominator: 100
            revisions:
              - until: 2025-05-10
                numerator: 30
                denominator: 100
                reason: counted again
    """
    files = {**SEEN, "data/returns/social-care-2024-25-q4.yaml": text}
    (found,) = paper(workspace, files).notes.revised
    assert (found.indicator, found.before, found.now, found.reason) == (
        "Seen",
        "30.0%",
        "40.0%",
        "counted again",
    )
    assert found.on == date(2025, 5, 10) and not found.lately
    assert paper(workspace, files, as_at="2025-05-09").notes.revised == ()
    assert paper(workspace, files, group="audit-group").notes.revised == ()


@pytest.mark.parametrize(("met", "lately"), [("2025-05-09", True), ("2025-05-10", False)])
def test_what_was_changed_since_the_last_paper_is_told_apart(
    workspace: Write, met: str, lately: bool
) -> None:
    text = """
        id: social-care-2024-25-q4
        agency: social-care
        period: 2024-25-Q4
        due: 2025-04-30
        received: 2025-05-01
        values:
          - id: new
            measure: seen/quarter
            numerator: 40
            denominator: 100
            revisions:
              - until: 2025-05-10
                numerator: 30
                denominator: 100
                reason: counted again
    """
    files = {
        **SEEN,
        "data/returns/social-care-2024-25-q4.yaml": text,
        "data/meetings/last.yaml": f"""
            id: last
            group: working-board
            on: {met}
            held: true
        """,
    }
    notes = paper(workspace, files).notes
    assert (bool(notes.revised_lately), bool(notes.revised_before)) == (lately, not lately)


SOURCES = """
    - id: {id}
      title: Figures
      source: stats-2025
      release: "{id}"
      {released}
      file: f.csv
      sha256: "00"
      mapping: m
      imported_on: 2025-05-01
      rows: 0
      {more}
"""
HEADER = "measure,period,area,breakdown,numerator,denominator,value,status\n"


@pytest.mark.parametrize(
    ("released", "more", "as_at", "there"),
    [
        ("released_on: 2024-10-31", "", "2024-10-31", True),
        ("released_on: 2024-10-31", "", "2024-10-30", False),
        ("note: no day", "", "2025-05-01", True),
        ("note: no day", "", "2025-04-30", False),
        ("released_on: 2024-10-31", "retired: {on: 2025-05-02, reason: wrong}", "2025-05-01", True),
        ("released_on: 2024-10-31", "retired: {on: 2025-05-02, reason: wrong}", "2025-05-02", False),
    ],
)
def test_sources_are_listed_from_the_day_they_were_public(
    workspace: Write, released: str, more: str, as_at: str, there: bool
) -> None:
    text = SOURCES.format(id="r", released=released, more=more).replace("    - id", "      id", 1)
    files = {"data/published/r.yaml": text, "data/published/r.csv": HEADER + "a/b,2024,x,,1,,,final\n"}
    found = paper(workspace, files, as_at=as_at).notes.sources
    assert [(title, release) for title, release, _ in found] == ([("Statistics 2025", "r")] if there else [])


def cut(period: str, measure: str = "seen/quarter") -> dict[str, str]:
    text = f"id: cut\nmeasure: {measure}\nperiod: {period}\nreason: Another form.\n"
    return {"framework/series-breaks/cut.yaml": text}


def test_changes_of_definition_are_listed_once_they_have_come(workspace: Write) -> None:
    (found,) = paper(workspace, {**SEEN, **cut("2024-25-Q4")}).notes.breaks
    assert (found.indicator, found.reason) == ("Seen", "Another form.")
    assert paper(workspace, {**SEEN, **cut("2025-26-Q1")}).notes.breaks == ()
    assert paper(workspace, {**SEEN, **cut("2024-25-Q4")}, group="audit-group").notes.breaks == ()


LAW = {
    "framework/editions.yaml": """
        - id: old-guidance
          title: Old guidance 2015
          series: Guidance
          force: statutory-guidance
          in_force_from: 2015-03-26
          in_force_until: 2019-09-28
          source: a page
        - id: new-guidance
          title: New guidance 2018
          series: Guidance
          force: statutory-guidance
          in_force_from: 2019-09-29
          source: a page
    """,
    "framework/functions.yaml": """
        - id: old-function
          title: Assess the board
          text: |
            It must assess itself.
          edition: old-guidance
          force: statutory-guidance
          until: 2019-09-28
        - id: new-function
          title: Report every year
          text: |
            It must report.
          edition: new-guidance
          force: statutory-guidance
          since: 2019-09-29
    """,
}


@pytest.mark.parametrize(
    ("as_at", "editions", "history"),
    [
        ("2015-03-25", (), []),
        ("2019-09-28", ("Old guidance 2015",), []),
        ("2019-09-29", ("New guidance 2018",), ["Assess the board"]),
        ("2025-05-20", ("New guidance 2018",), ["Assess the board"]),
    ],
)
def test_the_law_of_the_day_and_what_is_history(
    workspace: Write, as_at: str, editions: tuple[str, ...], history: list[str]
) -> None:
    notes = paper(workspace, LAW, as_at=as_at).notes
    assert notes.editions == editions
    assert [each.title for each in notes.history] == history
    assert all(
        each.until == date(2019, 9, 28) and each.edition == "Old guidance 2015" for each in notes.history
    )


def test_wider_areas_examples_and_cautions_are_named(workspace: Write) -> None:
    files = {
        "framework/indicators/wide.yaml": indicator("wide", "geography: police-force"),
        "framework/indicators/made-up.yaml": indicator("made-up", measures=EXAMPLE),
        "framework/indicators/down.yaml": indicator("down", "caution: |", "  Few cases."),
        **returned({"down": FALLING}),
    }
    notes = paper(workspace, files).notes
    assert notes.wider == (("Wide", "figure for the whole police force area"),)
    assert notes.illustrative == ("Made up",)
    assert notes.cautions == (("Down", "Few cases."),)


def action(id_: str, group: str, *more: str) -> dict[str, str]:
    text = ACTION.replace("act-2025-one", id_).replace("neglect-group", group)
    extra = "".join(f"    {line}\n" for line in more)
    return {f"data/actions/{id_}.yaml": text.replace("    illustrative: true\n", extra)}


ACTIONS = {
    **action("act-neglect", "neglect-group", "priorities: [priority-neglect]"),
    **action("act-audit", "audit-group", "priorities: [priority-early]"),
}


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ({}, ["act-audit", "act-neglect"]),
        ({"group": "top-board"}, ["act-audit", "act-neglect"]),
        ({"group": "working-board"}, ["act-audit", "act-neglect"]),
        ({"group": "neglect-group"}, ["act-neglect"]),
        ({"group": "audit-group"}, ["act-audit"]),
        ({"priority": "priority-early"}, ["act-audit"]),
        ({"as_at": "2025-02-01"}, []),
    ],
)
def test_the_actions_of_a_paper_are_those_of_its_group_and_priority(
    workspace: Write, options: dict[str, str], ids: list[str]
) -> None:
    assert sorted(line.id for line in paper(workspace, ACTIONS, **options).actions.overdue) == ids


@pytest.mark.parametrize(
    ("england", "neighbours", "illustrative", "where"),
    [
        ("worse", "worse", False, "behind"),
        ("better", "better", False, "ahead"),
        ("worse", "similar", False, ""),
        ("worse", "better", False, ""),
        ("worse", None, False, ""),
        ("worse", "worse", True, ""),
    ],
)
def test_a_headline_needs_england_and_the_neighbours_to_say_the_same(
    workspace: Write, england: str, neighbours: str | None, illustrative: bool, where: str
) -> None:
    view = paper(workspace, {"framework/indicators/up.yaml": indicator("up")} | returned({"up": ("1/2",)}))
    beside = [Comparison("england", "England", "50%", 50.0, england)]
    if neighbours is not None:
        beside.append(Comparison("neighbours", "Neighbours", "50%", 50.0, neighbours, average="mean"))
    (whole,) = [each for part in (*view.tables, *view.annex) for each in part.lines]
    line = replace(whole, comparisons=tuple(beside), illustrative=illustrative)
    heads = headlines((line,), (), (), (), 0)
    assert heads.behind == ((line,) if where == "behind" else ())
    assert heads.ahead == ((line,) if where == "ahead" else ())
