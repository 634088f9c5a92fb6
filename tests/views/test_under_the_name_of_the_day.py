"""Partners' reports and section 11 of agencies from which another took over: under the name of their day."""

from __future__ import annotations

from collections.abc import Mapping

from tests.folders import Write
from tests.views.small_question import question_of
from tests.views.test_partner_reports import lines, report
from tests.views.test_section_11_overview import STANDARD, answer, returned

from lif.views.partner_reports import PartnerReports, partner_reports
from lif.views.section_11_overview import Section11Overview, section_11_overview

MERGED = {
    "framework/agencies/hill-ccg.yaml": """
        id: hill-ccg
        name: Hill CCG
        sector: health
        until: 2022-06-30
        successor: dales-icb
    """,
    "framework/agencies/dale-ccg.yaml": """
        id: dale-ccg
        name: Dale CCG
        sector: health
        until: 2022-06-30
        successor: dales-icb
    """,
    "framework/agencies/dales-icb.yaml": """
        id: dales-icb
        name: Dales ICB
        sector: health
        since: 2022-07-01
    """,
}
REPORTS = {
    **MERGED,
    **report("hill-ccg", "2019-20", "received: 2020-06-10", due="2020-06-30"),
    **report("dale-ccg", "2019-20", due="2020-06-30"),
}


def reports(workspace: Write, as_at: str, *about: str, year: str = "2019-20") -> PartnerReports:
    return partner_reports(question_of(workspace, REPORTS, as_at, *about, year=year))


def stands(view: PartnerReports) -> dict[str, str]:
    return {name: line.stand for name, line in lines(view).items() if "CCG" in name or "ICB" in name}


def test_two_that_became_one_have_a_line_each_in_their_own_day(workspace: Write) -> None:
    assert stands(reports(workspace, "2020-12-10")) == {"Hill CCG": "not-taken", "Dale CCG": "overdue"}


def test_what_came_stays_under_the_name_of_then_and_what_did_not_is_owed_by_who_took_over(
    workspace: Write,
) -> None:
    assert stands(reports(workspace, "2025-12-10")) == {"Hill CCG": "not-taken", "Dales ICB": "overdue"}


def test_whoever_asks_for_the_successor_sees_those_before_it(workspace: Write) -> None:
    assert set(stands(reports(workspace, "2025-12-10", "dales-icb"))) == {"Hill CCG", "Dales ICB"}
    assert set(stands(reports(workspace, "2020-12-10", "hill-ccg"))) == {"Hill CCG"}


def test_the_successor_is_not_asked_for_the_years_before_it_began(workspace: Write) -> None:
    later = reports(workspace, "2023-12-10", year="2022-23")
    assert stands(later) == {}
    next_year = reports(workspace, "2021-12-10", year="2020-21")
    assert stands(next_year) == {"Hill CCG": "not-asked", "Dale CCG": "not-asked"}


ROUNDS = {
    **MERGED,
    **STANDARD,
    **returned("hill-ccg", "2020", answer("training-given", "fully", "fully")),
    **returned("dale-ccg", "2020", answer("training-given", "not", "not")),
    **returned("dales-icb", "2024", answer("training-given", "partly", "partly")),
}


def overview(workspace: Write, files: Mapping[str, str], as_at: str, year: str = "") -> Section11Overview:
    return section_11_overview(question_of(workspace, files, as_at, year=year))


def rows(view: Section11Overview) -> dict[str, str]:
    return {row.agency: str(row.cells[0].score) for grid in view.grids for row in grid.rows}


def test_both_returns_of_a_round_are_there_on_its_day_and_years_later(workspace: Write) -> None:
    for as_at in ("2021-01-10", "2025-12-10"):
        view = overview(workspace, ROUNDS, as_at, "2020-21")
        assert rows(view) == {"Hill CCG": "fully-met", "Dale CCG": "not-met"}, as_at
        assert {"Hill CCG", "Dale CCG"} <= {line.agency for line in view.returns}
        assert "Dales ICB" not in {line.agency for line in view.returns}


def test_one_is_not_set_against_what_two_said(workspace: Write) -> None:
    view = overview(workspace, ROUNDS, "2025-12-10")
    assert rows(view) == {"Dales ICB": "partly-met"}
    assert (view.better, view.worse, view.same) == (0, 0, 0)


def test_one_is_set_against_the_one_before_it(workspace: Write) -> None:
    alone = {path: text for path, text in ROUNDS.items() if "s11-dale-ccg" not in path}
    assert overview(workspace, alone, "2025-12-10").worse == 1


def test_a_window_that_was_open_when_another_took_over_is_told_under_who_answers(workspace: Write) -> None:
    files = {**MERGED, **STANDARD, **returned("hill-ccg", "2021", sent="", moderated="")}
    assert {line.agency: line.came for line in overview(workspace, files, "2022-06-30").returns}[
        "Hill CCG"
    ] == "overdue"
    later = {line.agency: line.came for line in overview(workspace, files, "2022-07-01").returns}
    assert later["Dales ICB"] == "overdue"
    assert "Hill CCG" not in later
