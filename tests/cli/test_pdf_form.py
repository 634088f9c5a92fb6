"""Papers as PDF from the command line: the file, its appendix, and what cannot be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.board import Lif, Write
from tests.cli.test_coverage import FILES
from tests.reports.printed.papers import Printed

PAPER = "report triangulation --theme runaways --as-at workspace"
SCORECARD = "scorecard --quarter 2024-25-Q4 --as-at workspace"


@pytest.fixture
def reporting(board: Path, workspace: Write) -> Path:
    workspace(FILES)
    return board


def test_a_paper_is_written_as_pdf(lif: Lif, reporting: Path) -> None:
    ran = lif(f"{PAPER} --format pdf,html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "build/triangulation-missing.pdf\nbuild/triangulation-missing.html\n"
    made = Printed((reporting / "build" / "triangulation-missing.pdf").read_bytes())
    assert made.faults == []
    assert made.outline[0] == (1, "Triangulation: Missing children")
    assert "Hill Safeguarding Children Partnership" in made.pages[0]
    assert "OFFICIAL-SENSITIVE" in made.pages[0]


def test_a_scorecard_has_its_data_tables_when_asked(lif: Lif, reporting: Path) -> None:
    for words, folder in (("", "short"), ("--appendix", "whole")):
        ran = lif(f"{SCORECARD} --format pdf --out {folder} {words}")
        assert (ran.code, ran.err) == (0, "")
    short, whole = (
        Printed((reporting / name / "scorecard-2024-25-q4.pdf").read_bytes()) for name in ("short", "whole")
    )
    assert len(whole.outline) >= len(short.outline)
    assert whole.faults == []


@pytest.mark.parametrize("library", ["typst", "selectolax"])
def test_without_the_extra_one_line_says_what_to_install(
    lif: Lif, reporting: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    for name in [each for each in sys.modules if each.startswith((library, "lif.reports.printed"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    ran = lif(f"{PAPER} --format html,pdf")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "lif: PDF needs the extra 'papers': lif doctor says how to install it\n"
    assert not (reporting / "build").exists()


def test_other_forms_do_not_load_what_prints(reporting: Path, root: Path) -> None:
    line = [sys.executable, "-X", "importtime", "-m", "lif", *PAPER.split(), "--format", "html,md,json"]
    ran = subprocess.run(line, cwd=reporting, env={"PYTHONPATH": str(root / "src")}, capture_output=True)
    assert ran.returncode == 0
    for library in (b"typst", b"selectolax", b"docx", b"resvg_py", b"lif.reports.printed"):
        assert library not in ran.stderr


@pytest.mark.parametrize(
    ("words", "path", "title"),
    [
        ("calendar --as-at workspace --format pdf --quiet", "build/calendar.pdf", "Calendar"),
        ("calendar --as-at workspace --format pdf --quiet --out a/b.pdf", "a/b.pdf", "Calendar"),
        (
            "trace act-2024-interviews --format pdf",
            "build/trace-act-2024-interviews.pdf",
            "Golden thread: Interviews within three days",
        ),
    ],
)
def test_the_calendar_and_a_thread_are_printed_too(
    lif: Lif, board: Path, words: str, path: str, title: str
) -> None:
    ran = lif(words)
    assert (ran.code, ran.out) == (0, f"{path}\n")
    made = Printed((board / path).read_bytes())
    assert made.faults == []
    assert made.outline[0][1].startswith(title)


@pytest.mark.parametrize("words", ["calendar --as-at workspace", "trace act-2024-interviews"])
def test_they_are_word_documents_too(lif: Lif, board: Path, words: str) -> None:
    ran = lif(f"{words} --format docx --out page.docx")
    assert (ran.code, ran.out) == (0, "page.docx\n")
    assert (board / "page.docx").read_bytes().startswith(b"PK")
