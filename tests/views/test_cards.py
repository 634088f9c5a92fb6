"""Exception cards: why there is one, what was said of it by the day, who is silent, what its chart shows."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.small_board import indicator
from tests.views.small_papers import RISING, STEADY, paper, quarters, returned

from lif.views.scorecard import CARDS_IN_BODY, Scorecard
from lif.views.scorecard.cards import Card

AIM = ("targets:", "  - id: aim", "    basis: target-now", "    since: 2020-01-01", "    value: 90")
FALLING = tuple(reversed(RISING))


def cards(view: Scorecard) -> dict[str, Card]:
    return {card.line.id: card for card in (*view.cards, *view.annex_cards)}


def one(
    workspace: Write,
    parts: tuple[str, ...],
    *more: str,
    said: str = "",
    as_at: str = "2025-05-20",
    **fields: str,
) -> Card | None:
    """The card of one indicator, if it is an exception."""
    files = {"framework/indicators/seen.yaml": indicator("seen", *more, **fields)}
    files |= returned({"seen": parts}, *([said] if said else []))
    return cards(paper(workspace, files, as_at=as_at)).get("seen")


@pytest.mark.parametrize(
    ("parts", "more", "reasons"),
    [
        (STEADY, (), ()),
        (RISING, (), ()),
        (FALLING, (), ("getting worse",)),
        (STEADY, AIM, ("will miss its target without change",)),
        (FALLING, AIM, ("getting worse", "will miss its target without change")),
        (("10/100",), AIM, ("off target",)),
        (FALLING, (*AIM[:-1], "    value: 62"), ("getting worse", "off target")),
        (("95/100",), AIM, ()),
        (("suppressed",), AIM, ()),
    ],
)
def test_reasons(
    workspace: Write, parts: tuple[str, ...], more: tuple[str, ...], reasons: tuple[str, ...]
) -> None:
    card = one(workspace, parts, *more)
    assert (card.reasons if card else ()) == reasons


def test_what_only_informs_is_no_exception(workspace: Write) -> None:
    assert one(workspace, FALLING, *AIM, polarity="info") is None


SCHEDULE = {
    "framework/return-schedules/owes.yaml": """
        id: owes
        agency: social-care
        every: quarter
        due_days_after: 30
        since: 2024-25-Q4
        measures: [seen/quarter]
    """
}


@pytest.mark.parametrize(
    ("as_at", "exception"), [("2025-04-30", False), ("2025-05-01", True), ("2025-05-20", True)]
)
def test_a_figure_that_was_due_and_did_not_come_is_an_exception(
    workspace: Write, as_at: str, exception: bool
) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), **SCHEDULE}
    found = cards(paper(workspace, files, as_at=as_at))
    assert bool(found) is exception
    if exception:
        assert found["seen"].reasons == ("no figure for the quarter",)
        assert (found["seen"].chart, found["seen"].rows) == (None, ())


def test_a_figure_with_a_reason_for_not_being_there_did_come(workspace: Write) -> None:
    files = {"framework/indicators/seen.yaml": indicator("seen"), **SCHEDULE}
    assert cards(paper(workspace, files | returned({"seen": ("not-available",)}))) == {}
    assert list(cards(paper(workspace, files | returned({"seen": ("awaited",)})))) == ["seen"]


STORY = """\
stories:
  - id: why-old
    indicator: seen
    author: police-lead
    written_on: 2025-05-11
    story: |
      An early word.
  - id: why
    indicator: seen
    author: head-of-care
    written_on: 2025-05-15
    story: |
      The team was short of people.
    so_what: |
      Children waited.
    now_what: |
      Two posts are filled in June.
    decision_asked: |
      Pay for two posts.
"""


def test_the_last_story_by_the_day_is_told_with_its_author(workspace: Write) -> None:
    card = one(workspace, FALLING, said=STORY)
    assert card is not None and card.told is not None
    assert (card.told.story, card.told.so_what) == ("The team was short of people.", "Children waited.")
    assert (card.told.now_what, card.told.decision) == ("Two posts are filled in June.", "Pay for two posts.")
    assert (card.told.author, card.told.on.isoformat(), card.told.illustrative) == (
        "Head of Care",
        "2025-05-15",
        False,
    )
    assert card.silence is None


def test_a_story_is_known_on_the_day_it_was_written(workspace: Write) -> None:
    card = one(workspace, FALLING, said=STORY, as_at="2025-05-15")
    assert card is not None and card.told is not None
    assert card.told.author == "Head of Care"


def test_a_story_written_later_is_not_known_yet(workspace: Write) -> None:
    card = one(workspace, FALLING, said=STORY, as_at="2025-05-14")
    assert card is not None and card.told is not None
    assert (card.told.story, card.told.author) == ("An early word.", "Police lead")


def test_a_story_in_a_return_that_has_not_come_is_not_known_yet(workspace: Write) -> None:
    before = returned({"seen": FALLING}, last=quarters(2)[0], received="2025-02-01", due="2025-01-31")
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        **before,
        **returned({}, STORY, agency="police", received="2025-05-18"),
    }
    late = cards(paper(workspace, files, as_at="2025-05-17"))["seen"]
    there = cards(paper(workspace, files, as_at="2025-05-18"))["seen"]
    assert (late.told, there.silence) == (None, None)
    assert there.told is not None


def test_a_story_of_another_quarter_is_not_told(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen"),
        **returned({"seen": FALLING}),
        **returned({}, STORY, last=quarters(2)[0], received="2025-02-01"),
    }
    card = cards(paper(workspace, files))["seen"]
    assert (card.told, card.silence is None) == (None, False)


ASKED = """\
asked:
  - indicator: seen
    role: head-of-care
    on: 2025-05-12
  - indicator: seen
    role: police-lead
    on: 2025-05-16
"""


@pytest.mark.parametrize(
    ("as_at", "role", "on"),
    [
        ("2025-05-11", "Head of Care", None),
        ("2025-05-12", "Head of Care", "2025-05-12"),
        ("2025-05-20", "Police lead", "2025-05-16"),
    ],
)
def test_silence_names_who_was_asked_last_by_the_day(
    workspace: Write, as_at: str, role: str, on: str | None
) -> None:
    card = one(workspace, FALLING, said=ASKED, as_at=as_at)
    assert card is not None and card.silence is not None
    assert card.told is None
    asked_on = card.silence.asked_on.isoformat() if card.silence.asked_on else None
    assert (card.silence.role, asked_on) == (role, on)


def test_the_worst_come_first_and_decisions_before_them(workspace: Write) -> None:
    files = {
        "framework/indicators/a-red.yaml": indicator("a-red", *AIM),
        "framework/indicators/b-miss.yaml": indicator("b-miss", *AIM),
        "framework/indicators/c-worse.yaml": indicator("c-worse"),
        "framework/indicators/d-both.yaml": indicator("d-both", *AIM),
        "framework/indicators/seen.yaml": indicator("seen", *AIM),
    }
    values = {"a-red": ("1/10",), "b-miss": STEADY, "c-worse": FALLING, "d-both": FALLING, "seen": ("1/10",)}
    view = paper(workspace, files | returned(values, STORY))
    assert [card.line.id for card in view.cards] == ["seen", "d-both", "c-worse", "b-miss"]
    assert [card.line.id for card in view.annex_cards] == ["a-red"]


@pytest.mark.parametrize("group", ["top-board", "working-board", "neglect-group"])
def test_a_paper_keeps_its_body_short(workspace: Write, group: str) -> None:
    ids = [f"i{n}" for n in range(14)]
    head = "headline_at: [leadership, operational, subgroup]"
    files = {f"framework/indicators/{id_}.yaml": indicator(id_, head, *AIM) for id_ in ids}
    view = paper(workspace, files | returned(dict.fromkeys(ids, ("1/10",))), group=group)
    body = CARDS_IN_BODY[view.depth] or 14
    assert (len(view.cards), len(view.annex_cards)) == (body, 14 - body)
    assert len(view.front.asked) == 14  # no exception is lost


# The chart and its table.


def test_a_long_series_is_a_control_chart_with_everything_in_words(workspace: Write) -> None:
    notes = {
        "framework/annotations/note.yaml": """
            id: note
            measure: seen/quarter
            period: 2024-25-Q1
            label: New form
        """,
        "framework/annotations/gone.yaml": """
            id: gone
            measure: seen/quarter
            period: 2024-25-Q2
            label: Was wrong
            retired:
              on: 2025-05-01
              reason: it did not happen
        """,
    }
    files = {"framework/indicators/seen.yaml": indicator("seen", *AIM), **notes}
    chart = cards(paper(workspace, files | returned({"seen": STEADY})))["seen"].chart
    assert chart is not None
    assert (chart.sort, len(chart.points), len(chart.phases)) == ("control", 16, 1)
    assert (chart.points[0].period, chart.points[0].group, chart.points[-1].value) == ("Q1", "2021/22", 50.0)
    assert (chart.target, chart.target_text, chart.unit) == (90.0, "at least 90.0%", "percent")
    assert chart.centre_text.endswith("%") and chart.lower_text < chart.centre_text < chart.upper_text
    assert [(note.sort, note.at, note.label) for note in chart.notes] == [("event", 12, "New form")]


def test_a_short_series_is_a_run_chart_without_limits_and_marks(workspace: Write) -> None:
    card = one(workspace, FALLING[:5], "targets:", *AIM[1:4], "    value: 99")
    assert card is not None and card.chart is not None
    assert (card.chart.sort, card.chart.lower_text, card.signal) == ("run", "", "")
    assert card.chart.centre_text == "70.0%"  # the median of 80, 75, 70, 65, 60
    assert {point.mark for point in card.chart.points} == {"ordinary"}


def test_one_figure_has_no_chart(workspace: Write) -> None:
    card = one(workspace, ("10/100",), *AIM)
    assert card is not None
    assert (card.chart, len(card.rows)) == (None, 1)


def test_points_that_are_signals_are_marked(workspace: Write) -> None:
    card = one(workspace, FALLING)
    assert card is not None and card.chart is not None
    assert card.chart.points[-1].mark == "concern"
    assert card.signal


def test_a_gap_is_a_gap_and_a_change_of_definition_is_noted(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen", *AIM),
        "framework/series-breaks/cut.yaml": f"""
            id: cut
            measure: seen/quarter
            period: {quarters(3)[0]}
            reason: |
              Another form.
        """,
        **returned({"seen": (*STEADY[:14], "not-available", "10/100", "12/100")}),
    }
    chart = cards(paper(workspace, files))["seen"].chart
    assert chart is not None
    assert [point.value for point in chart.points][-3:] == [None, 10.0, 12.0]
    assert [(note.sort, note.at) for note in chart.notes] == [("break", 14)]
    assert [(phase.first, phase.last) for phase in chart.phases] == [(15, 16)]


def test_the_data_table_has_the_latest_first_and_says_what_changed(workspace: Write) -> None:
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
          - id: old
            measure: seen/quarter
            period: 2024-25-Q3
            status: not-available
            reason: the system was down
    """
    files = {
        "framework/indicators/seen.yaml": indicator("seen", *AIM),
        "data/returns/social-care-2024-25-q4.yaml": text,
    }
    new, old = cards(paper(workspace, files))["seen"].rows
    assert (new.figure, new.parts, new.said) == (
        "40.0%",
        "40 of 100",
        "revised; was 30.0%; counted again",
    )
    assert (old.period[:9], old.figure, old.parts, old.said) == (
        "Quarter 3",
        "not available",
        "",
        "the system was down",
    )
    (before, _) = cards(paper(workspace, files, as_at="2025-05-09"))["seen"].rows
    assert (before.figure, before.said) == ("30.0%", "")


def test_the_source_is_the_publication_or_the_agencys_return(workspace: Write) -> None:
    card = one(workspace, FALLING)
    assert card is not None
    assert card.source == "quarterly return of Social care"


@pytest.mark.parametrize(
    ("source", "words"), [("source: stats-2025", "Statistics 2025"), ("", "published figures")]
)
def test_the_source_of_published_figures_is_the_publication(
    workspace: Write, source: str, words: str
) -> None:
    year = "  - id: year\n    period_kind: financial-year\n    series: published\n"
    files = {
        "framework/indicators/seen.yaml": indicator("seen", *AIM, measures=f"{year}    {source}".rstrip()),
        "data/published/r.yaml": """
            id: r
            title: Figures
            source: stats-2025
            release: "2024"
            released_on: 2024-10-31
            file: f.csv
            sha256: "00"
            mapping: m
            imported_on: 2026-01-01
            rows: 1
        """,
        "data/published/r.csv": """
            measure,period,area,breakdown,numerator,denominator,value,status
            seen/year,2023-24,hill-town,,10,100,,final
        """,
    }
    assert cards(paper(workspace, files))["seen"].source == words


def test_each_phase_has_its_own_average_and_a_young_one_its_median(workspace: Write) -> None:
    files = {
        "framework/indicators/seen.yaml": indicator("seen", *AIM),
        "framework/step-changes/step.yaml": f"""
            id: step
            measure: seen/quarter
            period: {quarters(3)[0]}
            label: New service
            reason: |
              A new service began.
            agreed_by: top-board
            agreed_on: 2025-05-01
        """,
        **returned({"seen": ("10/100", "30/100") * 7 + ("60/100", "61/100", "80/100")}),
    }
    chart = cards(paper(workspace, files))["seen"].chart
    assert chart is not None
    before, after = chart.phases
    assert (before.first, before.last, before.centre) == (0, 13, 20.0)
    assert before.lower is not None
    assert (after.first, after.last, after.centre, after.lower) == (14, 16, 61.0, None)
    assert [(note.sort, note.at, note.label) for note in chart.notes] == [("step-change", 14, "New service")]
    assert {point.mark for point in chart.points} == {"ordinary"}
