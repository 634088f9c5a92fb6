"""Commands in a board's own words: what people read is told in them, what programs read is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from tests.cli.board import BOARD, Lif
from tests.repositories import committed

from lif.diagnostics import SEAL

WORDS = """
vocabulary:
  partnership: alliance
  leadership_board: executive
  subgroup: [task team, task teams]
  agency: member
  action: undertaking
  priority: key area
  statement: promise
"""


@pytest.fixture
def told(board: Path) -> Path:
    """The small board, with words of its own."""
    settings = board / "lif.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}{WORDS}", encoding="utf-8")
    return board


def test_headings_cells_and_remarks_of_a_listing_are_told_in_them(lif: Lif, told: Path) -> None:
    overdue = lif("actions overdue --as-at workspace")
    assert overdue.out.splitlines()[0].split("  ")[1:2] == ["UNDERTAKING"]
    assert overdue.err == "1 undertaking overdue as at 2025-06-30\n"
    groups = lif("list group --as-at workspace").out
    assert "Neglect sub group" in groups
    assert "task team" in groups
    assert "executive" in groups
    assert "subgroup" not in groups


def test_what_programs_read_is_the_same_bytes(lif: Lif, board: Path) -> None:
    asked = (
        *("list group --format json", "list group --format csv", "actions overdue --format json"),
        *("actions overdue --format csv", "coverage --format json", "report action-tracker --format json"),
        *(
            "show neglect-group",
            "show neglect-group --format json",
            "trace act-2024-interviews --format json",
        ),
    )
    before = [
        lif(f"{line} --as-at workspace --out out" if "report" in line else f"{line} --as-at workspace")
        for line in asked
    ]
    settings = board / "lif.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}{WORDS}", encoding="utf-8")
    after = [
        lif(f"{line} --as-at workspace --out out" if "report" in line else f"{line} --as-at workspace")
        for line in asked
    ]
    for line, one, other in zip(asked, before, after, strict=True):
        assert one.out == other.out, line
        assert one.code == other.code


def test_records_are_found_by_their_own_names(lif: Lif, told: Path) -> None:
    found = lif("actions overdue --group 'Neglect sub group' --as-at workspace")
    assert found.code == 0
    assert "Interviews within three days" in found.out
    assert lif("list action --group neglect --as-at workspace").code == 0


def test_checks_speak_of_fields_in_the_words_of_the_schema(lif: Lif, told: Path) -> None:
    (told / "data" / "actions" / "act-2025-survey.yaml").write_text(
        "id: act-2025-survey\nagency: x\n", "utf-8"
    )
    said = lif("validate --as-at 2025-06-30")
    assert "'agency'" in said.out
    assert "undertaking" not in said.out


def test_a_calendar_file_and_a_page_are_told_in_them(lif: Lif, told: Path) -> None:
    ics = (
        lif("calendar --format ics --as-at workspace --within 60").out.replace("\r\n ", "").replace("\n ", "")
    )
    assert "SUMMARY:Undertaking due: A survey of staff" in ics
    assert SEAL not in ics
    page = lif("calendar --format html --as-at workspace --within 60").out
    assert "undertaking due" in page.lower()
    assert "Hill Safeguarding Children Partnership" in page


def test_templates_of_the_board_are_told_in_them_too(lif: Lif, told: Path) -> None:
    (told / "templates").mkdir()
    (told / "templates" / "action-tracker.md.j2").write_text(
        '{% extends "lif/action-tracker.md.j2" %}{% block content %}Each agency reads this. '
        "{{ view.opening.title }}{% endblock %}",
        "utf-8",
    )
    paper = lif("report action-tracker --group neglect --as-at workspace").out
    assert "Each member reads this." in paper
    assert "Undertaking tracker: Neglect sub group" in paper


def test_the_trace_is_told_in_them_and_names_records_as_they_are(lif: Lif, told: Path) -> None:
    traced = lif("trace act-2024-interviews --as-at workspace").out
    assert "act-2024-interviews" in traced
    assert "ndertaking" in traced
    assert "Hill board" in traced


def test_the_site_keeps_its_addresses(lif: Lif, told: Path, tmp_path: Path) -> None:
    assert lif("site --out ../site --as-at workspace").code == 0
    site = told.parent / "site"
    home = (site / "index.html").read_text("utf-8")
    assert (site / "actions" / "act-2024-interviews.html").exists()
    assert 'href="actions/index.html"' in home
    assert ">Undertakings<" in home
    assert "\\ufdd0" not in (site / "search.js").read_text("utf-8")
    assert "undertaking" in (site / "search.js").read_text("utf-8").lower()


def test_pdf_and_word_are_printed_in_them(lif: Lif, told: Path) -> None:
    ran = lif("report action-tracker --group neglect --as-at workspace --format pdf,docx --out ../out")
    assert ran.code == 0, ran.err
    name = "action-tracker-neglect-group"
    printed = " ".join(page.extract_text() for page in PdfReader(told.parent / "out" / f"{name}.pdf").pages)
    written = " ".join(each.text for each in Document(str(told.parent / "out" / f"{name}.docx")).paragraphs)
    for text in (printed, written):
        assert "Undertaking tracker: Neglect sub group" in " ".join(text.split())
        assert SEAL not in text


def test_an_issue_is_recorded_under_the_title_that_it_bears(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "hill"
    settings = "board: hill\nextends: []\nas_at: 2025-06-30\n" + WORDS
    committed(folder, {**BOARD, "lif.yaml": settings}, "2025-06-30")
    monkeypatch.chdir(folder)
    ran = lif("report coverage --as-at workspace --format html,json --out ../out --final")
    assert ran.code == 0, ran.err
    record = next((folder / "data" / "issued-papers").glob("*.yaml")).read_text("utf-8")
    assert 'title: "Coverage: what shows each promise of the framework"' in record or "each promise" in record
    assert "body: Hill Safeguarding Children Partnership" in record
    assert json.loads((tmp_path / "out" / "coverage.json").read_text("utf-8"))["schema"] == "lif.coverage/1"


def test_words_that_are_new_since_the_last_meeting_change_no_record(
    lif: Lif, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = "board: hill\nextends: []\nas_at: 2025-06-30\n"
    told = {**BOARD, "lif.yaml": settings + WORDS}
    said = []
    for name, then, now in (("had", told, BOARD), ("got", BOARD, told), ("none", BOARD, BOARD)):
        folder = tmp_path / name / "hill"
        committed(folder, then, "2025-06-01")
        committed(folder, now, "2025-06-20")
        monkeypatch.chdir(folder)
        ran = lif("report changes --since 2025-06-10 --as-at workspace --draft --format json --out ../out")
        assert ran.code == 0, ran.err
        said.append(json.loads(next((tmp_path / name / "out").glob("*.json")).read_text("utf-8"))["changes"])
    assert said[0] == said[1] == said[2]
    assert said[2]["altered"] == []
