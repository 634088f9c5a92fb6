"""Papers as Word from the command line: the file, the council's own document, and what cannot be done."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import docx
import pytest
from tests.cli.board import Lif, Write
from tests.cli.test_coverage import FILES
from tests.reports.printed.word_reader import Word, text_of

PAPER = "report triangulation --theme runaways --as-at workspace"


@pytest.fixture
def reporting(board: Path, workspace: Write) -> Path:
    workspace(FILES)
    return board


def council(path: Path, head: str) -> Path:
    """Writes a council's document with these words at the head of its page."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = head
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def made(folder: Path) -> Word:
    return Word((folder / "build" / "triangulation-missing.docx").read_bytes())


def head_of(found: Word) -> str:
    return text_of(found.margins("header")[0])


def test_a_paper_is_written_as_word(lif: Lif, reporting: Path) -> None:
    ran = lif(f"{PAPER} --format docx,html")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "build/triangulation-missing.docx\nbuild/triangulation-missing.html\n"
    assert made(reporting).headings[0] == (1, "Triangulation: Missing children")
    assert head_of(made(reporting)) == "Hill Safeguarding Children PartnershipDRAFT · OFFICIAL-SENSITIVE"


def test_a_scorecard_is_written_as_word_with_an_appendix(lif: Lif, reporting: Path) -> None:
    ran = lif("scorecard --quarter 2024-25-Q4 --as-at workspace --format docx --appendix --out out")
    assert (ran.code, ran.err) == (0, "")
    assert Word((reporting / "out" / "scorecard-2024-25-q4.docx").read_bytes()).headings


def test_it_is_written_in_the_council_s_own_document(lif: Lif, reporting: Path) -> None:
    council(reporting / "letter.docx", "Hill Council")
    assert lif(f"{PAPER} --format docx --base letter.docx").code == 0
    assert head_of(made(reporting)).startswith("Hill Council")


def test_a_document_that_stands_with_the_templates_is_used_unless_another_is_named(
    lif: Lif, reporting: Path
) -> None:
    council(reporting / "templates" / "base.docx", "Kept")
    assert lif(f"{PAPER} --format docx").code == 0
    assert head_of(made(reporting)).startswith("Kept")
    council(reporting / "letter.docx", "Named")
    assert lif(f"{PAPER} --format docx --base letter.docx").code == 0
    assert head_of(made(reporting)).startswith("Named")
    assert lif(f"{PAPER} --format html,md").code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_among_the_templates_leads_nowhere_else(lif: Lif, reporting: Path, tmp_path: Path) -> None:
    council(tmp_path / "elsewhere" / "other.docx", "Elsewhere")
    (reporting / "templates").mkdir(exist_ok=True)
    (reporting / "templates" / "base.docx").symlink_to(tmp_path / "elsewhere" / "other.docx")
    assert lif(f"{PAPER} --format docx").code == 0
    assert "Elsewhere" not in head_of(made(reporting))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--format html --base letter.docx", "lif: --base is for Word: add docx to --format\n"),
        ("--base letter.docx", "lif: --base is for Word: add docx to --format\n"),
        ("--format docx --base gone.docx", "lif: --base gone.docx: there is no such file\n"),
    ],
)
def test_a_document_that_cannot_be_meant_is_refused_at_once(
    lif: Lif, reporting: Path, words: str, told: str
) -> None:
    (reporting / "letter.docx").write_bytes(b"")
    ran = lif(f"{PAPER} {words}")
    assert (ran.code, ran.out, ran.err) == (2, "", told)


def test_a_document_that_cannot_be_used_is_named_and_nothing_is_written(lif: Lif, reporting: Path) -> None:
    (reporting / "letter.docx").write_text("Dear all")
    ran = lif(f"{PAPER} --format html,docx --base letter.docx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "lif: cannot write in letter.docx: it is no Word document: "
        "open it in Word and save it as 'Word Document (*.docx)'\n"
    )
    assert not (reporting / "build").exists()


@pytest.mark.parametrize("library", ["docx", "resvg_py", "selectolax"])
def test_without_the_extra_one_line_says_what_to_install(
    lif: Lif, reporting: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    for name in [each for each in sys.modules if each.startswith((library, "lif.reports.printed"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    ran = lif(f"{PAPER} --format docx")
    assert ran.code == 2
    assert ran.err == "lif: Word needs the extra 'papers': lif doctor says how to install it\n"


def test_the_same_bytes_as_a_library_makes(lif: Lif, reporting: Path) -> None:
    for folder in ("one", "two"):
        assert lif(f"{PAPER} --format docx --out {folder}").code == 0
    one, two = ((reporting / name / "triangulation-missing.docx").read_bytes() for name in ("one", "two"))
    assert one == two
    assert docx.Document(BytesIO(one)).core_properties.title == "Triangulation: Missing children"
