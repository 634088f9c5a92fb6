"""The voice report: who was heard, what was done and told, who was not heard, and no number too small."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.views.asking import asked

from lif.views.papers import CannotBeMade
from lif.views.voice_report import VoiceReport, voice_report
from lif.views.voice_report.beside import part, small
from lif.views.voice_report.heard import Heard, how_many

AS_AT = "2025-12-10"


def made(
    workspace: Write, files: dict[str, str], *about: str, as_at: str = AS_AT, year: str | None = None
) -> VoiceReport:
    return voice_report(asked(workspace, files, as_at, *about, year=year))


def voice(id_: str, on: str, *more: str, whom: str = "children") -> dict[str, str]:
    """Something that was heard, by default from children in a group, of whom eight of ten spoke."""
    lines = "\n".join(more)
    counts = "" if "heard:" in lines else "asked: 10\nheard: 8\n"
    return {
        f"data/voice/{id_}.yaml": (
            f"id: {id_}\ntitle: Heard {id_}\non: {on}\nfrom_whom: {whom}\nmethod: group\n{counts}"
            f"text: |\n  They said {id_}.\n{lines}\n"
        )
    }


def staff(id_: str, on: str, heard: int) -> dict[str, str]:
    return {
        f"data/practitioner-intelligence/{id_}.yaml": (
            f"id: {id_}\ntitle: Staff {id_}\non: {on}\nmethod: focus-group\nheard: {heard}\n"
            "agencies: [police]\ntext: |\n  They said so.\n"
        )
    }


def every(view: VoiceReport) -> dict[str, Heard]:
    return {one.record: one for speakers in view.speakers for one in speakers.heard}


DONE = "done: |\n  We wrote it again.\ndone_on: 2025-09-01"
TOLD = DONE + "\ntold_back_on: 2025-09-02"


def test_nobody_heard_is_said_and_keeps_it_a_draft(workspace: Write) -> None:
    view = made(workspace, {})
    assert every(view) == {}
    assert view.opening.unfinished == ("Nobody is recorded as heard in the time that it looks at.",)
    assert view.in_short == (
        "Children and young people: nobody is recorded as heard in this time.",
        "Parents and carers: nobody is recorded as heard in this time.",
        "Practitioners: nobody is recorded as heard in this time.",
    )
    assert view.opening.asked == (
        "Decide how these are heard: children and young people, parents and carers, practitioners.",
    )
    assert view.unheard == (
        "Children and young people: nobody is recorded as heard.",
        "Parents and carers: nobody is recorded as heard.",
        "Practitioners: nobody is recorded as heard.",
        "On these priorities nobody is recorded as heard: Early help; Neglect.",
        "No children, parents or families are recorded as heard by Police and Social care.",
    )


@pytest.mark.parametrize(
    ("heard", "asked_", "words"),
    [
        (None, 10, "how many is not recorded"),
        (0, 10, "nobody of 10 asked"),
        (0, None, "nobody"),
        (1, 10, "fewer than five"),
        (4, 4, "fewer than five"),
        (5, 5, "5 of 5 asked"),
        (5, None, "5; how many were asked is not recorded"),
        (1200, 2400, "1,200 of 2,400 asked"),
    ],
)
def test_how_many_were_heard_never_shows_a_few(heard: int | None, asked_: int | None, words: str) -> None:
    assert how_many(heard, asked_) == words


def test_a_few_are_nowhere_in_the_report_as_a_number(workspace: Write) -> None:
    files = voice("many", "2025-08-01") | voice("few", "2025-08-02", "asked: 97", "heard: 3")
    view = made(workspace, files | staff("s", "2025-08-03", 4))
    children = view.speakers[0]
    assert children.head == "Heard 2 times: 8 people; fewer than five at 1 of them."
    few, staffed = every(view)["few"], every(view)["s"]
    assert (few.people, few.asked, few.many) == (None, None, "fewer than five")
    assert staffed.listened == ()
    assert "97" not in repr(view)
    assert (
        "Of those who were asked, where that was counted, 2 of 10 were not heard. Why is not recorded."
        in (view.unheard)
    )
    named = made(workspace, staff("s", "2025-08-03", 5))
    assert every(named)["s"].listened == ("Police",)


@pytest.mark.parametrize(
    ("more", "answer", "did", "told"),
    [
        ((TOLD,), "done-and-told", "We wrote it again. Done on 1 September 2025.", "on 2 September 2025"),
        ((DONE,), "done", "We wrote it again. Done on 1 September 2025.", "not yet"),
        (
            (DONE, "told_back_on: 2025-08-31"),
            "done",
            "We wrote it again. Done on 1 September 2025.",
            "on 31 August 2025, before anything was done",
        ),
        (
            ("no_change_reason: |\n  The court says so.",),
            "not-changed",
            "Nothing was changed: The court says so.",
            "not yet",
        ),
        (
            ("direction: good",),
            "praised",
            "They spoke well of it, and nothing had to change.",
            "nothing to tell yet",
        ),
        (("direction: poor",), "awaited", "Nothing yet.", "nothing to tell yet"),
    ],
)
def test_you_said_we_did(workspace: Write, more: tuple[str, ...], answer: str, did: str, told: str) -> None:
    one = every(made(workspace, voice("v", "2025-08-01", *more)))["v"]
    assert (one.answer, one.did, one.told) == (answer, did, told)


def test_what_came_later_was_not_done_yet(workspace: Write) -> None:
    files = voice("v", "2025-08-01", TOLD)
    before = every(made(workspace, files, as_at="2025-08-31"))["v"]
    assert (before.answer, before.did) == ("awaited", "Nothing yet.")
    between = every(made(workspace, files, as_at="2025-09-01"))["v"]
    assert (between.answer, between.told) == ("done", "not yet")
    assert every(made(workspace, files, as_at="2025-07-31")) == {}


ACTION = {
    "data/actions/x.yaml": (
        "id: x\ntitle: Meet them\ntext: |\n  Do it.\nsource: v\nsource_sort: board-decision\nsort: practice\n"
        "intended_outcome: |\n  Better.\nowner: police-lead\ngroup: quality-group\nagreed_on: 2025-09-10\n"
        "due: 2025-10-01\n"
    )
}


def test_an_action_that_came_of_it_is_an_answer_from_its_day(workspace: Write) -> None:
    files = voice("v", "2025-08-01") | ACTION
    one = every(made(workspace, files))["v"]
    assert (one.answer, one.did) == ("agreed", "Action “Meet them” (Police): overdue.")
    early = every(made(workspace, files, as_at="2025-09-09"))["v"]
    assert (early.answer, early.waiting) == ("awaited", 39)


@pytest.mark.parametrize(("as_at", "late"), [("2025-10-31", False), ("2025-11-01", True)])
def test_what_waits_for_a_quarter_is_brought_to_the_board(workspace: Write, as_at: str, late: bool) -> None:
    view = made(workspace, voice("v", "2025-08-01", "group: quality-group"), as_at=as_at)
    assert [(one.record, one.late) for one in view.awaited] == [("v", late)]
    said = "Challenge the Quality assurance group: “Heard v” has had no answer for 92 days."
    assert (said in view.opening.asked) is late


def test_the_answers_are_counted_in_words(workspace: Write) -> None:
    files = (
        voice("a", "2025-08-01", TOLD)
        | voice("b", "2025-08-02", DONE)
        | voice("c", "2025-08-03", "direction: good")
        | voice("d", "2025-11-20", whom="parents-and-carers")
    )
    view = made(workspace, files)
    assert view.in_short[-1] == (
        "You said, we did: of 4 times that people were heard, something was done twice, and those who spoke "
        "were told of it once; once they spoke well of it and nothing had to change; "
        "once there is no answer yet."
    )
    assert view.opening.asked == (
        "Ask that those who spoke are told what was done: once nobody has told them yet.",
        "Decide how these are heard: practitioners.",
        "Note what 32 people said, whoever spoke twice counted twice, and what was done about it.",
    )


def test_its_time_is_a_year_twelve_months_or_two_years_on_a_topic(workspace: Write) -> None:
    files = (
        voice("old", "2023-12-10", "themes: [neglect]")
        | voice("older", "2023-12-09", "themes: [neglect]")
        | voice("last", "2024-12-10")
        | voice("before", "2024-12-09")
        | voice("march", "2025-03-31")
        | voice("april", "2025-04-01")
    )
    assert set(every(made(workspace, files))) == {"last", "march", "april"}
    assert set(every(made(workspace, files, "neglect"))) == {"old"}
    assert set(every(made(workspace, files, year="2024-25"))) == {"before", "last", "march"}
    assert made(workspace, files, year="2024-25").opening.name == "voice-report-2024-25"


def test_a_topic_takes_narrower_themes_and_a_priority_the_themes_it_covers(workspace: Write) -> None:
    files = {
        **voice("narrow", "2025-08-01", "themes: [dental-neglect]"),
        **voice("other", "2025-08-01", "themes: [sleep]"),
        **voice("tagged", "2025-08-01", "priorities: [priority-neglect]"),
        "framework/priorities.yaml": (
            "- id: priority-neglect\n  number: '1'\n  name: Neglect first\n  themes: [neglect]\n"
            "- id: priority-early\n  number: '2'\n  name: Early help\n"
        ),
    }
    assert set(every(made(workspace, files, "neglect"))) == {"narrow"}
    assert set(every(made(workspace, files, "priority-neglect"))) == {"narrow", "tagged"}
    assert "On these priorities nobody is recorded as heard: Early help." in made(workspace, files).unheard


def complaints(agency: str, received: str, *more: str, period: str = "2025-26-Q1") -> dict[str, str]:
    id_ = f"complaints-{agency}-{period.lower()}"
    lines = "\n".join(more)
    return {
        f"data/complaints-and-compliments/{id_}.yaml": (
            f"id: {id_}\nagency: {agency}\nperiod: {period}\nreceived: {received}\n{lines}\n"
        )
    }


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "none"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5"), (1234, "1,234")],
)
def test_a_small_count_is_shown_in_words(count: int, words: str) -> None:
    assert small(count) == words


@pytest.mark.parametrize(
    ("some", "of", "words"),
    [
        (None, 17, "not recorded"),
        (0, 0, "none"),
        (0, 4, "not shown"),
        (3, 4, "not shown"),
        (0, 17, "none of 17"),
        (4, 17, "fewer than 5 of 17"),
        (6, 17, "6 of 17"),
    ],
)
def test_nothing_of_a_number_that_is_too_small_is_shown(some: int | None, of: int, words: str) -> None:
    assert part(some, of) == words


def test_complaints_are_counts_that_had_come_and_never_a_few(workspace: Write) -> None:
    themes = "by_theme:\n  - theme: neglect\n    complaints: 2\n    compliments: 9\n"
    files = (
        complaints("police", "2025-08-01", "complaints: 17", "upheld: 6", "compliments: 3", themes)
        | complaints("social-care", "2025-12-11", "complaints: 50", "compliments: 50")
        | complaints("police", "2024-10-01", "complaints: 9", "compliments: 9", period="2024-25-Q1")
    )
    view = made(workspace, files)
    (line,) = view.complaints[0].lines
    assert (line.agency, line.complaints, line.upheld, line.in_time, line.compliments) == (
        "Police",
        "17",
        "6 of 17",
        "not recorded",
        "fewer than 5",
    )
    assert [(one.theme, one.complaints, one.compliments) for one in line.themes] == [
        ("Neglect", "fewer than 5", "9")
    ]
    (topic,) = made(workspace, files, "neglect").complaints[0].lines
    assert (topic.complaints, topic.upheld) == ("not shown", "not shown")
    assert made(workspace, files, "sleep").complaints == ()


REPORT = {
    "data/group-reports/quality-group-2025-26-q1.yaml": """
        id: quality-group-2025-26-q1
        group: quality-group
        quarter: 2025-26-Q1
        due: 2025-07-31
        received: 2025-08-10
        heard:
          - id: a
            priority: priority-neglect
            from_whom: children-and-parents
            text: |
              They want to be shown.
          - id: b
            priority: priority-early
            from_whom: practitioners
            text: |
              It takes an hour.
          - id: c
            priority: priority-early
            from_whom: audits-and-reviews
            text: |
              No voice.
    """
}


def test_what_groups_heard_stands_beside_from_the_day_the_report_came(workspace: Write) -> None:
    view = made(workspace, dict(REPORT))
    assert [(one.priority, one.from_whom, one.said) for one in view.groups[0].lines] == [
        ("Neglect", "Children and parents", "They want to be shown."),
        ("Early help", "Practitioners", "It takes an hour."),
    ]
    (quarter,) = made(workspace, dict(REPORT), "priority-early").groups
    assert [one.said for one in quarter.lines] == ["It takes an hour."]
    assert made(workspace, dict(REPORT), as_at="2025-08-09").groups == ()


def test_what_it_cannot_be_made_of(workspace: Write) -> None:
    with pytest.raises(CannotBeMade, match="name a theme or a priority, not both"):
        made(workspace, {}, "neglect", "priority-neglect")
    with pytest.raises(CannotBeMade, match="2026/27 has not begun by 10 December 2025"):
        made(workspace, {}, year="2026-27")


def test_of_many_that_wait_the_longest_two_are_named_and_the_others_counted(workspace: Write) -> None:
    files: dict[str, str] = {}
    for number in range(1, 5):
        files |= voice(f"v{number}", f"2025-0{number}-01")
    view = made(workspace, files, as_at="2025-11-01")
    assert view.opening.asked[:3] == (
        "Challenge whoever listened: “Heard v1” has had no answer for 304 days.",
        "Challenge whoever listened: “Heard v2” has had no answer for 273 days.",
        "Ask for an answer to 2 more that have waited for a quarter.",
    )


def test_a_short_name_that_does_not_tell_is_written_out(workspace: Write) -> None:
    agencies = [
        ("icb", "NHS Hill Integrated Care Board", "ICB", "health"),
        ("fire", "Hill Fire and Rescue Service", "Fire and rescue", "fire"),
    ]
    files = {
        f"framework/agencies/{id_}.yaml": f"id: {id_}\nname: {name}\nshort_name: {short}\nsector: {sector}\n"
        for id_, name, short, sector in agencies
    }
    assert made(workspace, files).short_names == ("ICB is short for NHS Hill Integrated Care Board.",)
