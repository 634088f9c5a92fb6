"""The papers on learning as pages: what stands on them, in which order, and that hostile words stay words."""

from __future__ import annotations

import pytest
from tests.folders import Write
from tests.reports.paper_pages import HOSTILE, MARKED, markdown_shape, page_of, text_of, with_words
from tests.reports.reader import words
from tests.views.asking import asked
from tests.views.lessons import REVIEWS, course, learning, session

from lif.views.learning_bulletin import LearningBulletin, learning_bulletin
from lif.views.seven_minute_briefing import SevenMinuteBriefing, seven_minute_briefing
from lif.views.telling.budget import count
from lif.views.thematic_presentation import ThematicPresentation, thematic_presentation
from lif.views.training_report import TrainingReport, training_report
from lif.views.voice_report import VoiceReport, voice_report

FULL = f"""
    why_it_matters: |
      {MARKED} why.
    what_to_do: |
      {MARKED} do.
    questions:
      - {MARKED} asks?
    how_known: |
      {MARKED} known.
    products:
      - id: card
        sort: resource
        title: {MARKED} card
        on: 2025-08-05
    test:
      method: survey
      due: 2025-09-01
      checked_on: 2025-09-02
      result: partly-landed
      text: |
        {MARKED} seen.
      follows: |
        {MARKED} follows.
"""


def marked(files: dict[str, str]) -> dict[str, str]:
    """The same records with hostile words to come in what was learned."""
    return {
        path: text.replace("We learned", MARKED).replace("Lesson", MARKED) for path, text in files.items()
    }


@pytest.fixture
def bulletin(workspace: Write) -> LearningBulletin:
    files = learning("a", "2025-08-01", FULL) | learning("b", "2025-08-02", FULL, source="review-c/fathers")
    good = learning("g", "2025-08-03", f"why_it_worked: |\n  {MARKED} worked.\n", folder="good-practice")
    every = {**REVIEWS, **marked(files | good | course("c", "a"))}
    return learning_bulletin(asked(workspace, every, "2025-12-10"))


def test_the_bulletin_goes_from_what_to_do_to_what_changed(bulletin: LearningBulletin) -> None:
    page = page_of("learning-bulletin", bulletin)
    assert page.slips == ()
    assert [found for found in page.headings if found[0] < 4] == [
        (1, "Learning bulletin"),
        (2, "What you are asked to do"),
        (2, "The few things to know and do"),
        (3, f"1. {MARKED} b"),
        (3, f"2. {MARKED} a"),
        (2, "From elsewhere in England"),
        (2, "What works well"),
        (3, f"{MARKED} g"),
        (2, "What changed because of earlier learning"),
    ]
    seen = words(page.all("main")[0])
    assert "Courses: Course c (no day is set yet) · To read or use:" in seen
    assert "Comes from: Review C (rapid review)." in seen
    assert "SECRET" not in seen


def test_an_empty_bulletin_says_so_in_words(workspace: Write) -> None:
    view = learning_bulletin(asked(workspace, {}, "2025-12-10"))
    seen = words(page_of("learning-bulletin", view).all("main")[0])
    for said in (
        "Nothing was agreed as learning, or told, in this time.",
        "No good practice was agreed or told in this time.",
        "whether anything changed is not known",
        "Why this paper is a draft",
    ):
        assert said in seen


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_stay_words_in_the_bulletin(bulletin: LearningBulletin, word: str) -> None:
    stays_words("learning-bulletin", bulletin, word)


@pytest.fixture
def briefing(workspace: Write) -> SevenMinuteBriefing:
    files = {
        path: text.replace("were closed as refusals", MARKED).replace("sent a letter", MARKED)
        for path, text in {**REVIEWS, **marked(learning("a", "2025-08-01", FULL) | course("c", "a"))}.items()
    }
    return seven_minute_briefing(asked(workspace, files, "2025-12-10", "a"))


def test_the_briefing_has_its_seven_segments_in_order(briefing: SevenMinuteBriefing) -> None:
    page = page_of("seven-minute-briefing", briefing)
    assert page.slips == ()
    assert page.headings == [
        (1, f"Seven-minute briefing: {MARKED} a"),
        (2, "What you are asked to do"),
        (2, "1. Background"),
        (2, "2. Why it matters"),
        (2, "3. What happened, and who was heard"),
        (2, "4. What was found"),
        (2, "5. What works, and what has changed"),
        (2, "6. What to do"),
        (2, "7. Questions for your team"),
        (2, "How long this briefing is"),
    ]


def test_the_words_told_are_the_words_on_the_page(briefing: SevenMinuteBriefing) -> None:
    found: dict[str, int] = {}
    here = ""
    for element in page_of("seven-minute-briefing", briefing).all("h2", "p", "li"):
        if element.tag == "h2":
            here = element.attrib.get("id", "")
        elif here:
            found[here] = found.get(here, 0) + count(words(element))
    assert found == {f"segment-{one.number}": one.words for one in briefing.segments}


def test_an_empty_segment_is_shown_as_empty(workspace: Write) -> None:
    view = seven_minute_briefing(
        asked(workspace, {**REVIEWS, **learning("a", "2025-08-01")}, "2025-12-10", "a")
    )
    page = page_of("seven-minute-briefing", view)
    seen = words(page.all("main")[0])
    assert seen.count("Nothing stands here yet.") == 4
    assert "Segment 7, Questions for your team, is empty" in seen
    assert text_of("seven-minute-briefing", view, "md").count("Nothing stands here yet.") == 4


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_stay_words_in_the_briefing(briefing: SevenMinuteBriefing, word: str) -> None:
    stays_words("seven-minute-briefing", briefing, word)


@pytest.fixture
def presentation(workspace: Write) -> ThematicPresentation:
    audit = {
        "data/audits/a1.yaml": f"""
            id: a1
            title: {MARKED}
            sort: multi-agency
            group: quality-group
            planned: 2024-25-Q2
            reported: 2025-03-01
            findings:
              - id: found
                text: |
                  {MARKED} found.
                themes: [neglect]
            recommendations:
              - id: do
                text: |
                  {MARKED} asked.
                themes: [neglect]
        """
    }
    files = {**REVIEWS, **audit, **marked(learning("a", "2025-08-01", FULL, "themes: [neglect]"))}
    return thematic_presentation(asked(workspace, files, "2025-12-10", "neglect"))


def test_each_slide_is_a_section_and_a_printed_page_of_its_own(presentation: ThematicPresentation) -> None:
    page = page_of("thematic-presentation", presentation)
    assert page.slips == ()
    slides = [e for e in page.all("h2") if e.attrib.get("id", "").startswith("slide-")]
    assert [words(each) for each in slides] == [one.heading for one in presentation.slides]
    assert {each.attrib["class"] for each in slides} == {"new-page"}
    assert [words(e) for e in page.all("h3")] == ["To ask the room"] * len(slides)
    (table,) = [e for e in page.all("table") if e.attrib["class"] == "stack"]
    assert [[words(cell) for cell in row] for row in table.iter("tr")] == [
        ["Source", "Known since", "Found wanting", "Found working", "Asked for"],
        ["Review C (rapid review)", "9 October 2024", "not told yet", "not told yet", "not told yet"],
        ["Review B (learning review)", "20 November 2024", "1", "1", "1"],
        [f"{MARKED} (audit)", "1 March 2025", "1", "0", "1"],
    ]


@pytest.mark.parametrize("word", [each for each in HOSTILE if "\n" not in each])  # a cell keeps its lines
def test_hostile_words_stay_words_on_slides(presentation: ThematicPresentation, word: str) -> None:
    stays_words("thematic-presentation", presentation, word)


@pytest.fixture
def report(workspace: Write) -> TrainingReport:
    evaluations = (
        "evaluations:\n"
        f"  - id: b\n    level: behaviour\n    on: 2025-04-10\n    question: {MARKED}?\n"
        "    sessions: [session-c-2025-03-31]\n    asked: 10\n    answered: 4\n    positive: 4\n"
        f"    text: |\n      {MARKED} said.\n"
        f"  - id: r\n    level: results\n    on: 2025-03-10\n    question: {MARKED}?\n"
        "    shown_by: [review-b]\n"
    )
    plan = {
        "data/training-plans/plan.yaml": (
            f"id: plan\ntitle: {MARKED} plan\nperiod: 2024-25\ngroup: quality-group\nneeds:\n"
            f"  - id: n\n    text: |\n      {MARKED} need.\n    courses: [c]\n"
            f"    gap: |\n      {MARKED} gap.\n"
        )
    }
    counted = {
        "data/training-currency/count.yaml": (
            f"id: count\nagency: police\non: 2025-03-31\nlevel: {MARKED}\nrequired: 40\nin_date: 30\n"
        )
    }
    places = (
        "- agency: police\n  booked: 5\n  attended: 4\n  professions:\n    - name: Officers\n      came: 2\n"
    )
    taught = course("c", more=evaluations) | session("c", "2025-03-31", places)
    taught = {path: text.replace("Officers", MARKED) for path, text in taught.items()}
    return training_report(
        asked(workspace, {**REVIEWS, **plan, **counted, **taught}, "2025-05-20", year="2024-25")
    )


def test_the_training_report_goes_from_reach_to_what_is_not_known(report: TrainingReport) -> None:
    page = page_of("training-report", report)
    assert page.slips == ()
    assert page.headings == [
        (1, "Training report, 2024/25"),
        (2, "What you are asked to do"),
        (2, "In short"),
        (2, "Who was reached"),
        (3, "By agency"),
        (3, "By professional group"),
        (2, "Against the plan"),
        (2, "Level 1: what they thought of it"),
        (2, "Level 2: what they learned"),
        (2, "Level 3: what they do differently"),
        (2, "Level 4: what changed for children"),
        (2, "Who is in date"),
        (2, "What is not known"),
        (2, "How to read it"),
    ]
    seen = words(page.all("main")[0])
    for said in (
        "Recorded for 2 of 4 who came.",
        "So few answered that nothing can be told.",
        "Review B (learning review)",
        "Nobody came from: Social care.",
        "Never counted at: Social care.",
        "30 of 40 (75%)",
    ):
        assert said in seen


@pytest.mark.parametrize("word", [each for each in HOSTILE if "\n" not in each])
def test_hostile_words_stay_words_in_the_training_report(report: TrainingReport, word: str) -> None:
    stays_words("training-report", report, word)


@pytest.fixture
def voices(workspace: Write) -> VoiceReport:
    def said(id_: str, whom: str, more: str) -> dict[str, str]:
        text = (
            f"id: {id_}\ntitle: {MARKED} {id_}\non: 2025-08-01\nfrom_whom: {whom}\nmethod: group\n"
            f"text: |\n  {MARKED} said.\n{more}"
        )
        return {f"data/voice/{id_}.yaml": text}

    files = {
        **said("a", "children", f"heard: 3\ndone: |\n  {MARKED} done.\ndone_on: 2025-09-01\n"),
        **said("b", "children", "heard: 8\ngroup: quality-group\n"),
        **said("c", "parents-and-carers", f"heard: 8\nno_change_reason: |\n  {MARKED} why.\n"),
        "data/complaints-and-compliments/c1.yaml": (
            "id: c1\nagency: police\nperiod: 2025-26-Q1\nreceived: 2025-08-01\n"
            "complaints: 3\ncompliments: 9\nby_theme:\n  - theme: neglect\n    complaints: 3\n"
            f"text: |\n  {MARKED} learned.\n"
        ),
        "data/group-reports/r1.yaml": (
            "id: r1\ngroup: quality-group\nquarter: 2025-26-Q1\ndue: 2025-07-31\nreceived: 2025-08-10\n"
            "heard:\n  - id: h\n    priority: priority-neglect\n    from_whom: practitioners\n"
            f"    text: |\n      {MARKED} heard.\n"
        ),
    }
    return voice_report(asked(workspace, files, "2025-12-10"))


def test_the_voice_report_goes_from_who_spoke_to_who_was_not_heard(voices: VoiceReport) -> None:
    page = page_of("voice-report", voices)
    assert page.slips == ()
    assert page.headings == [
        (1, "Voice report"),
        (2, "What you are asked to do"),
        (2, "In short"),
        (2, "Children and young people"),
        (2, "Parents and carers"),
        (2, "Practitioners"),
        (2, "What still waits for an answer"),
        (2, "Who was not heard"),
        (2, "What groups heard"),
        (2, "Complaints and compliments"),
        (2, "How to read it"),
    ]
    (table,) = [e for e in page.all("table") if words(e).startswith("What children")]
    rows = [[words(cell) for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["About", "You said", "How you were heard", "We did", "Were you told?"]
    assert rows[1] == [
        f"{MARKED} a",
        f"{MARKED} said.",
        "By group: fewer than five. 1 August 2025.",
        f"{MARKED} done. Done on 1 September 2025.",
        "not yet",
    ]
    seen = words(page.all("main")[0])
    assert "fewer than 5" in seen
    assert "Nobody has written down what they said in this time." in seen
    assert "131 days, longer than a quarter" in seen


@pytest.mark.parametrize("word", [each for each in HOSTILE if "\n" not in each])
def test_hostile_words_stay_words_in_the_voice_report(voices: VoiceReport, word: str) -> None:
    stays_words("voice-report", voices, word)


def stays_words(name: str, view: object, word: str) -> None:
    """Neither the page nor the Markdown has other marks with the word in it than with plain words."""
    hostile = with_words(view, word)
    page, plain = page_of(name, hostile), page_of(name, view)  # type: ignore[arg-type]
    assert page.slips == ()
    assert page.shape == plain.shape
    text = text_of(name, hostile, "html")
    assert text.count("<script") == 0
    assert "{{ 7 * 7 }}" not in word or "{{ 7 * 7 }}" in text  # shown, not worked out
    assert markdown_shape(text_of(name, hostile, "md")) == markdown_shape(text_of(name, view, "md"))  # type: ignore[arg-type]
    assert repr(view).count(MARKED) >= 10
