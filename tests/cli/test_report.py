"""`lif report`: the table of papers, which option each takes, forms and files, and when none is made."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.cli.test_coverage import FILES, document

from lif.cli.options import options_of
from lif.cli.reports import REPORTS, About

VOICE = {
    "data/voice/voice-2.yaml": """
        id: voice-2
        title: Children on coming home
        on: 2025-03-01
        from_whom: children
        method: group
        text: |
          Nobody asked.
        direction: poor
        themes: [missing]
        priorities: [priority-neglect]
    """,
}


ELEMENT = """
    id: element-voice
    letter: A
    name: Voice
    board_actions:
      - id: heard
        text: |
          Children are heard.
"""
NAMED = {"audit-report", "seven-minute-briefing", "thematic-presentation", "triangulation"}
"""Reports that are of one record, which has to be named."""


@pytest.fixture
def reporting(board: Path, workspace: Write) -> Path:
    workspace(FILES | VOICE)
    return board


def test_the_table_names_every_report_and_what_it_takes(lif: Lif, board: Path) -> None:
    ran = lif("report --list")
    lines = ran.out.splitlines()
    assert (ran.code, [line.split()[0] for line in lines]) == (0, list(REPORTS))
    assert re.search(
        r"^triangulation +Every source on one theme .* Takes --theme, --priority\.$", ran.out, re.M
    )


def test_every_line_of_the_table_can_be_made() -> None:
    """Its options are options of the command, and its maker is there."""
    from importlib import import_module

    for line in REPORTS.values():
        module, _, name = (line.makes or line.view).partition(":")
        assert callable(getattr(import_module(module), name))
        assert set(line.takes) <= set(options_of(About))


def test_without_a_form_it_is_markdown_here_and_writes_nothing(lif: Lif, reporting: Path) -> None:
    ran = lif("report triangulation --theme runaways --as-at workspace")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Triangulation: Missing children\n")
    assert "Children on coming home" in ran.out
    assert not (reporting / "build").exists()


def test_files_in_every_form_and_their_paths(lif: Lif, reporting: Path, root: Path) -> None:
    ran = lif("report triangulation --priority neglect --as-at workspace --format html,md,json --out papers")
    names = [f"papers/triangulation-priority-neglect.{form}" for form in ("html", "md", "json")]
    assert ran.out.splitlines() == names
    html, markdown, data = ((reporting / name).read_text(encoding="utf-8") for name in names)
    assert html.startswith("<!DOCTYPE html>")
    assert markdown.startswith("# Triangulation: Neglect\n")
    found = document(data, root, "triangulation")
    assert found["about"]["id"] == "priority-neglect"
    (panel,) = [each for each in found["sources"] if each["source"] == "children-and-parents"]
    assert [(e["record"], e["on"], e["leaning"]) for e in panel["entries"]] == [
        ("voice-2", "2025-03-01", "against")
    ]


def test_coverage_is_a_report_too_with_the_rows_of_its_command(lif: Lif, reporting: Path, root: Path) -> None:
    lif("report coverage --as-at workspace --format json,html,md")
    text = (reporting / "build/coverage.json").read_text(encoding="utf-8")
    rows = json.loads(lif("coverage --as-at workspace --format json").out)["rows"]
    assert document(text, root, "coverage")["rows"] == rows
    page = lif("coverage --as-at workspace --format html --draft").out
    assert page == (reporting / "build/coverage.html").read_text(encoding="utf-8")
    lif("report coverage --priority neglect --as-at workspace --format md")
    assert (reporting / "build/coverage-priority-neglect.md").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", f"name a report: there are {', '.join(REPORTS)}"),
        ("triangulaton", "there is no report 'triangulaton'; did you mean triangulation?"),
        ("triangulation", "triangulation: name one theme or one priority"),
        ("triangulation --theme missing --priority neglect", "triangulation: name one theme or one priority"),
        ("triangulation --theme nonsense", "--theme: there is no 'nonsense'"),
        ("triangulation --element voice", "--element: the report triangulation does not take it"),
        ("coverage --theme missing", "--theme: the report coverage does not take it"),
        ("coverage --audience public", "--audience public: this tells of what is the board's own"),
        ("coverage --audience bord", "--audience bord: did you mean board?"),
        ("coverage --format odt", "--format odt: a report can be html, md, json"),
        ("scorecard", "the scorecard has a command of its own: lif scorecard"),
        ("coverage --priority ''", "--priority: nothing is named; leave it out, or say which is meant"),
        ("action-tracker --group ' '", "--group: nothing is named"),
        ("coverage --appendix --format html", "--appendix is for PDF and Word: add pdf or docx to --format"),
        ("training-report --year 24-25", "'24-25' is not a period; write a financial year, as in 2024-25"),
        ("training-report --year 2024", "2024 is a calendar year; a financial year is expected here"),
        ("training-report --year 2024-25-Q4", "write a financial year, as in 2024-25"),
        ("training-report --as-at 9999-12-31", "--as-at 9999-12-31: a paper looks at the years before"),
        ("yearly-report --as-at 0001-01-01", "--as-at 0001-01-01: a paper looks at the years before"),
    ],
)
def test_what_cannot_be_asked(lif: Lif, reporting: Path, line: str, said: str) -> None:
    ran = lif(f"report {line}")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("year", ["2024-25", "2024/25", "2024\u201325", "' 2024-25 '"])
def test_a_year_is_written_as_people_write_it(lif: Lif, reporting: Path, year: str) -> None:
    assert lif(f"report training-report --year {year}").out.startswith("# Training report, 2024/25")


@pytest.mark.parametrize("day", ["0004-04-01", "9996-12-31"])
@pytest.mark.parametrize("name", sorted(set(REPORTS) - NAMED))
def test_days_far_away_are_no_fault_of_lif(lif: Lif, reporting: Path, name: str, day: str) -> None:
    assert lif(f"report {name} --as-at {day}").code in (0, 2)


def test_two_parts_of_the_coverage_do_not_take_the_name_of_the_whole(
    lif: Lif, reporting: Path, workspace: Write
) -> None:
    workspace({"framework/elements/element-voice.yaml": ELEMENT})
    ran = lif("report coverage --priority neglect --element voice --as-at workspace --format md")
    assert ran.out == "build/coverage-priority-neglect-element-voice.md\n"


def test_a_record_that_cannot_be_read_is_not_said_to_be_missing(
    lif: Lif, reporting: Path, workspace: Write
) -> None:
    workspace({"data/audits/audit-torn.yaml": "id: audit-torn\ntitle: Torn\n"})
    ran = lif("report audit-report --audit audit-torn --draft")
    assert ran.err == (
        "lif: --audit: 'audit-torn' cannot be read: run lif validate, and see data/audits/audit-torn.yaml\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        *("report coverage", "report coverage --draft", "coverage --format html", "calendar --format html"),
        *("calendar --format ics", "calendar --format md", "calendar --format pdf"),
        *("trace missing --format html", "trace missing --format md", "trace missing --format docx"),
    ],
)
def test_a_board_whose_papers_are_for_the_public_gets_none(
    lif: Lif, reporting: Path, workspace: Write, line: str
) -> None:
    workspace({"lif.yaml": "board: hill\nextends: []\nas_at: 2025-06-30\naudience: public\n"})
    ran = lif(line)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("lif: lif.yaml says 'audience: public': this tells of what is the board's own")
    assert "add --audience board" in ran.err
    assert not (reporting / "build").exists()


def test_a_folder_of_templates_outside_of_the_workspace_is_not_used(
    lif: Lif, reporting: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (reporting / "templates").symlink_to(elsewhere)
    for line in ("report coverage", "site --out s", "calendar --format html --out c.html"):
        ran = lif(f"{line} --as-at workspace")
        assert (ran.code, ran.out) == (2, "")
        assert "templates is a link that leads out of the workspace" in ran.err
    (reporting / "templates").unlink()
    (reporting / "ours").mkdir()
    (reporting / "templates").symlink_to("ours")
    assert lif("report coverage --as-at workspace").code == 0


def test_a_paper_is_a_draft_until_it_is_issued_whether_one_was_asked_for_or_not(
    lif: Lif, reporting: Path
) -> None:
    assert "Draft." in lif("report coverage --draft").out
    assert "Draft." in lif("report coverage").out


@pytest.mark.parametrize(
    "line", ["report coverage", "report triangulation --theme missing", "coverage --format html"]
)
def test_no_paper_while_an_error_stands_but_a_marked_draft(
    lif: Lif, reporting: Path, workspace: Write, line: str
) -> None:
    broken = VOICE["data/voice/voice-2.yaml"].replace("priority-neglect", "priority-nobody")
    workspace({"data/voice/voice-2.yaml": broken})
    ran = lif(f"{line} --as-at workspace")
    assert (ran.code, ran.out) == (1, "")
    assert "no paper was made: 1 error stands" in ran.err
    draft = lif(f"{line} --as-at workspace --draft")
    assert (draft.code, "Draft." in draft.out) == (0, True)
    assert "It was made in spite of 1 error in the records: what could not be read is left out." in draft.out


def test_a_draft_in_spite_of_errors_says_so_in_every_form_and_no_other_does(
    lif: Lif, reporting: Path, workspace: Write
) -> None:
    line = "report voice-report --as-at workspace --draft --format md,html,json"
    said = "It was made in spite of 2 errors in the records"
    lif(line)
    texts = [(reporting / f"build/voice-report.{form}").read_text() for form in ("md", "html", "json")]
    assert not any("spite" in text or "stand in the records" in text for text in texts)
    workspace({"data/voice/voice-3.yaml": "id: voice-3\ntitle: [\n", "data/voice/voice-4.yaml": "- ["})
    lif(line)
    texts = [(reporting / f"build/voice-report.{form}").read_text() for form in ("md", "html", "json")]
    assert said in texts[0]
    assert said in texts[1]
    unfinished = json.loads(texts[2])["opening"]["unfinished"]
    assert unfinished[0] == "2 errors stand in the records: what cannot be read is left out."


def test_a_fault_in_a_boards_own_template_is_told_with_its_line(lif: Lif, reporting: Path) -> None:
    own = reporting / "templates" / "triangulation.html.j2"
    own.parent.mkdir(exist_ok=True)
    own.write_text(
        '{% extends "lif/triangulation.html.j2" %}\n{% block method %}{{ view.naem }}{% endblock %}\n',
        encoding="utf-8",
    )
    ran = lif("report triangulation --theme runaways --as-at workspace --format html")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("lif: templates/triangulation.html.j2, line 2: ")
    assert "naem" in ran.err
    assert not (reporting / "build").exists()


def test_a_board_replaces_one_part_of_a_paper(lif: Lif, reporting: Path) -> None:
    own = reporting / "templates" / "triangulation.html.j2"
    own.parent.mkdir(exist_ok=True)
    own.write_text(
        '{% extends "lif/triangulation.html.j2" %}\n{% block method %}<h2>Our way</h2>{% endblock %}\n',
        encoding="utf-8",
    )
    lif("report triangulation --theme runaways --as-at workspace --format html")
    (path,) = (reporting / "build").iterdir()
    page = path.read_text(encoding="utf-8")
    assert "<h2>Our way</h2>" in page
    assert "<h2>Method</h2>" not in page
    assert "Children on coming home" in page
