"""Section 11 of one round: said, moderated, what staff say, what is missing, and what has moved."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.folders import Write
from tests.views.small_question import question_of

from lif.views.section_11_overview import Section11Overview, section_11_overview
from lif.views.section_11_overview.grid import Cell

STANDARD = {
    "framework/section11/staff.yaml": """
        id: staff
        title: The workforce
        text: |
          Staff are trained and supervised.
        questions:
          - id: training-given
            text: |
              Is there training?
            answer: scored
          - id: supervision
            text: |
              Is there supervision?
            answer: scored
          - id: barriers
            text: |
              What stands in the way?
            answer: list
    """
}


def answer(question: str, own: str = "", moderated: str = "", *lines: str) -> str:
    """One answer of a return; `lines` are further fields."""
    fields = [f"  - id: {question}", f"    question: staff/{question}"]
    fields += [f"    self_score: {own}-met"] if own else []
    fields += [f"    moderated_score: {moderated}-met"] if moderated else []
    return "\n".join([*fields, *(f"    {line}" for line in lines)])


def survey(**yes_of: str) -> str:
    """A staff survey: `training_given="9/12"`."""
    asked = "\n".join(
        f"    - question: staff/{name.replace('_', '-')}\n"
        f"      said_yes: {parts.split('/')[0]}\n      of: {parts.split('/')[1]}"
        for name, parts in yes_of.items()
    )
    return f"survey:\n  on: 2024-11-20\n  asked: 40\n  answered: 20\n  answers:\n{asked}"


def returned(
    agency: str, cycle: str, *parts: str, sent: str = "11-05", moderated: str = "12-13"
) -> dict[str, str]:
    """A return of the agency in the year of the cycle; empty days leave it unsent or not moderated."""
    head = [
        f"id: s11-{agency}-{cycle}",
        f"agency: {agency}",
        f'cycle: "{cycle}"',
        "group: quality-group",
        f"opened: {cycle}-10-01",
        f"due: {cycle}-11-08",
    ]
    head += [f"submitted: {cycle}-{sent}"] if sent else []
    head += [f"moderated: {cycle}-{moderated}"] if moderated else []
    answers = [part for part in parts if part.startswith("  - id")]
    others = [part for part in parts if not part.startswith("  - id")]
    text = [*head, *others, *(["answers:", *answers] if answers else [])]
    return {f"data/section11-returns/s11-{agency}-{cycle}.yaml": "\n".join(text) + "\n"}


def seen(
    workspace: Write, files: Mapping[str, str], *about: str, as_at: str = "2025-02-01", year: str = ""
) -> Section11Overview:
    return section_11_overview(question_of(workspace, {**STANDARD, **files}, as_at, *about, year=year))


def cells(view: Section11Overview, agency: str) -> dict[str, Cell]:
    (grid,) = view.grids
    row = next(row for row in grid.rows if row.agency == agency)
    return {asked.name: cell for asked, cell in zip(grid.questions, row.cells, strict=True)}


POLICE = returned(
    "police",
    "2024",
    "own_approval: Force board\nown_approval_on: 2024-11-01",
    survey(training_given="9/12", supervision="8/12"),
    answer("training-given", "fully", "fully"),
    answer("supervision", "partly", "fully", "moderation_reason: The log is good."),
    answer("barriers", "", "", "entries: [Forms, Distance]"),
)
CARE = returned(
    "social-care",
    "2024",
    "own_approval: Cabinet\nown_approval_on: 2024-11-06",
    survey(training_given="3/4", supervision="5/12"),
    answer("training-given", "fully", "partly", "moderation_reason: Places are not used."),
    answer("supervision", "partly", "partly", "evidence_text: A policy", "evidence_on: 2022-11-04"),
)
BEFORE = {
    **returned(
        "police",
        "2022",
        answer("training-given", "fully", "fully"),
        answer("supervision", "partly", "partly"),
    ),
    **returned("social-care", "2022", answer("training-given", "fully", "fully")),
}


def test_no_round_at_all_is_said_in_words(workspace: Write) -> None:
    view = seen(workspace, {})
    assert view.opening.asked == ("Agree when the next section 11 self-assessment is held: none was opened.",)
    assert (view.cycle, view.grids, view.returns, view.actions) == ("", (), (), ())
    assert view.opening.title == "Section 11 overview"
    asked = seen(workspace, POLICE, year="2023-24").opening.asked
    assert asked == ("Agree when the next section 11 self-assessment is held: none was opened in 2023/24.",)


def test_own_score_moderated_score_and_staff_side_by_side(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE)
    police, care = cells(view, "Police"), cells(view, "Social care")
    assert [asked.name for asked in view.grids[0].questions] == ["Training given", "Supervision"]
    first = police["Training given"]
    assert (first.own, first.moderated, first.score) == ("fully-met", "fully-met", "fully-met")
    assert (first.yes, first.of, first.staff, first.doubted) == (9, 12, "for", False)  # 75 of 100 is enough
    second = police["Supervision"]
    assert (second.changed, second.staff, second.doubted) == (
        True,
        "mixed",
        True,
    )  # 8 of 12, scored fully met
    assert care["Training given"].staff == "too-few"  # four answers
    assert (care["Supervision"].staff, care["Supervision"].doubted) == ("against", False)  # it is partly met
    assert (view.fully, view.scored) == (2, 4)
    assert [(one.agency, one.question, one.moderation) for one in view.differences] == [
        ("Police", "Supervision", "raised"),
        ("Social care", "Training given", "lowered"),
    ]


def test_a_question_over_all_agencies(workspace: Write) -> None:
    training, supervision = seen(workspace, POLICE | CARE | BEFORE).questions
    assert (training.fully, training.partly, training.lowered, training.raised) == (1, 1, 1, 0)
    assert (training.yes, training.of, training.surveyed) == (9 + 3, 12 + 4, 2)
    assert (training.better, training.worse, training.same) == (0, 1, 1)
    assert (supervision.fully, supervision.partly, supervision.raised) == (1, 1, 1)
    assert (supervision.better, supervision.worse, supervision.same) == (1, 0, 0)  # one had no score then


def test_what_has_moved_since_the_round_before(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE | BEFORE)
    assert view.before == "2022"
    assert cells(view, "Police")["Supervision"].move == "better"
    assert cells(view, "Social care")["Training given"].move == "worse"
    assert cells(view, "Social care")["Supervision"].move == "new"
    assert (view.better, view.worse, view.same) == (1, 1, 1)
    assert (
        "Ask what lies behind scores lower than in 2022: Social care on “Training given” "
        "(fully met to partly met)." in view.opening.asked
    )
    first = seen(workspace, POLICE | CARE | BEFORE, year="2022-23")
    assert (first.cycle, first.before, first.better, first.worse) == ("2022", "", 0, 0)


def test_moderation_is_not_known_before_its_day(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE, as_at="2024-12-12")
    cell = cells(view, "Police")["Supervision"]
    assert (cell.own, cell.moderated, cell.score, cell.reason) == ("partly-met", None, "partly-met", "")
    assert view.opening.unfinished == (
        "2 returns are not moderated: the scores in them are what agencies say of themselves.",
    )
    assert any(
        each.startswith("Ask when the returns of Police and Social care are moderated")
        for each in view.opening.asked
    )
    early = seen(workspace, POLICE | CARE, as_at="2024-11-04")
    assert {cell.said for cell in cells(early, "Police").values()} == {"no-return"}
    assert [line.came for line in early.returns] == ["awaited", "awaited"]


@pytest.mark.parametrize(
    ("as_at", "came", "late"),
    [("2024-11-08", "awaited", 0), ("2024-11-09", "overdue", 1), ("2025-02-01", "overdue", 85)],
)
def test_a_return_that_has_not_come(workspace: Write, as_at: str, came: str, late: int) -> None:
    view = seen(workspace, returned("police", "2024", sent="", moderated=""), as_at=as_at)
    line = next(line for line in view.returns if line.agency == "Police")
    assert (line.came, line.days_late) == (came, late)
    asked = [each for each in view.opening.asked if each.startswith("Ask Police")]
    words = "1 day" if late == 1 else f"{late} days"
    assert asked == (
        [f"Ask Police for its return, due on 8 November 2024: it is {words} late."] if late else []
    )


def test_a_partner_that_was_never_asked(workspace: Write) -> None:
    view = seen(workspace, POLICE)
    assert [(line.agency, line.came) for line in view.returns] == [
        ("Social care", "not-asked"),
        ("Police", "in-time"),
    ]
    assert "Agree when Social care will be asked: no window was opened in this round." in view.opening.asked


def test_who_approved_it_first_and_how_late_it_came(workspace: Write) -> None:
    late = returned("police", "2024", "own_approval: Force board\nown_approval_on: 2024-11-15", sent="11-10")
    lines = {line.agency: line for line in seen(workspace, late | CARE).returns}
    assert (lines["Police"].came, lines["Police"].days_late, lines["Police"].approved_first) == (
        "late",
        2,
        False,
    )
    assert lines["Social care"].approved_first is False  # approved a day after it was sent
    first = {line.agency: line for line in seen(workspace, POLICE).returns}
    assert first["Police"].approved_first is True


ACTION = """
    id: act-supervision
    title: Keep a log
    text: |
      Keep it.
    source: s11-social-care-2024/supervision
    source_sort: section-11
    owner: police-lead
    group: quality-group
    agreed_on: 2025-01-10
    due: 2025-01-31
"""


def test_what_is_not_fully_met_wants_an_action(workspace: Write) -> None:
    bare = seen(workspace, POLICE | CARE)
    assert (
        "Agree actions on what is not fully met and has none: “Training given” (Social care) and "
        "“Supervision” (Social care)." in bare.opening.asked
    )
    assert bare.actions == ()


def test_an_action_that_came_of_an_answer_counts_from_the_day_it_was_agreed(workspace: Write) -> None:
    files = POLICE | CARE | {"data/actions/act-supervision.yaml": ACTION}
    view = seen(workspace, files)
    assert [(one.title, one.standing, one.days_overdue) for one in view.actions] == [
        ("Keep a log", "overdue", 1)
    ]
    asked = "\n".join(view.opening.asked)
    assert "has none: “Training given” (Social care)." in asked
    assert "Challenge the owners of what is overdue: “Keep a log” (Detective Superintendent, 1 day)." in asked
    assert seen(workspace, files, as_at="2025-01-09").actions == ()


def test_staff_who_see_it_otherwise_are_asked_about(workspace: Write) -> None:
    asked = seen(workspace, POLICE | CARE).opening.asked
    assert (
        "Challenge Police (8 of 12 staff said yes) on “Supervision”: it is scored fully met, and fewer than "
        "three quarters of the staff who answered say so." in asked
    )


def test_old_evidence_is_older_than_a_round(workspace: Write) -> None:
    assert (
        cells(seen(workspace, CARE), "Social care")["Supervision"].old is True
    )  # 4 Nov 2022, sent 5 Nov 2024
    newer = {path: text.replace("2022-11-04", "2022-11-05") for path, text in CARE.items()}
    assert cells(seen(workspace, newer), "Social care")["Supervision"].old is False


def test_what_agencies_wrote_and_one_agency_alone(workspace: Write) -> None:
    view = seen(workspace, POLICE | CARE, "police")
    assert [(one.agency, one.entries) for one in view.told[0].told] == [("Police", ("Forms", "Distance"))]
    assert [row.agency for row in view.grids[0].rows] == ["Police"]
    assert [line.agency for line in view.returns] == ["Police"]
    assert view.opening.title == "Section 11 overview 2024: Hill Police"
    assert view.opening.name == "section-11-overview-2024-police"
    assert not any("Social care" in each for each in view.opening.asked)


def test_nothing_owed_is_said_so(workspace: Write) -> None:
    good = [answer("training-given", "fully", "fully"), answer("supervision", "fully", "fully")]
    files = returned("police", "2024", *good) | returned("social-care", "2024", *good)
    view = seen(workspace, files)
    assert view.opening.asked == (
        "Note that 2 returns came and were moderated, and that nothing is owed on them.",
    )
    assert view.opening.purpose.startswith("Assurance")
    assert view.returns[0].submitted == date(2024, 11, 5)
