"""The document opened by an office program and printed by it: pages, headings, marking, and every word."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination
from tests.reports.printed.word_reader import printed_runs
from tests.reports.reader import read
from tests.reports.test_demonstration import page

from lif.reports.printed.reading import document
from lif.reports.printed.word import word

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.xdist_group("office"),
    pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine"),
]


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """The demonstration as Word, printed to PDF by LibreOffice with a profile of its own."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "paper.docx").write_bytes(word(document(page("html")), appendix=True))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "paper.docx"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=180,
    )
    return PdfReader(Path(folder / "paper.pdf"))


def test_it_opens_and_has_about_as_many_pages_as_it_should(sheets: PdfReader) -> None:
    assert 2 <= len(sheets.pages) <= 8
    for sheet in sheets.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)


def test_every_page_is_marked_and_counted_and_says_that_it_is_a_draft(sheets: PdfReader) -> None:
    for number, sheet in enumerate(sheets.pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert text.count("DRAFT · OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(sheets.pages)}" in text


def test_the_headings_are_the_outline(sheets: PdfReader) -> None:
    headings = [text for _, text in read(page("html")).headings]
    told = [" ".join(str(each.title).split()) for each in _flat(sheets.outline)]
    assert told[: len(headings)] == headings
    assert told[len(headings)].startswith("Appendix: ")


def _flat(outline: object) -> list[Destination]:
    if isinstance(outline, list):
        return [found for each in outline for found in _flat(each)]
    assert isinstance(outline, Destination)
    return [outline]


def test_every_word_is_printed(sheets: PdfReader) -> None:
    shown = re.sub(r"\W", "", "".join(sheet.extract_text() for sheet in sheets.pages))
    wanted = {
        each for run in printed_runs(document(page("html")).blocks) for each in re.findall(r"\w+", run.text)
    }
    assert len(wanted) > 100
    assert {each for each in wanted if each not in shown} == set()
