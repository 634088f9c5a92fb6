"""The same paper gives the same file, whatever the hash seed, the time zone, the language and the hour."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from tests.folders import Write
from tests.reports import papers

from lif.reports.printed.reading import document
from lif.reports.printed.word import word

SRC = Path(__file__).resolve().parents[3] / "src"
WORLDS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "2"},
)
MAKE = """
import sys
from lif.reports.printed.reading import document
from lif.reports.printed.word import word
sys.stdout.buffer.write(word(document(sys.stdin.buffer.read().decode("utf-8")), appendix=True))
"""


def elsewhere(page: str, world: dict[str, str], folder: Path) -> bytes:
    """The file as another process makes it, in another folder and another world."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(SRC), **world},
        input=page.encode("utf-8"),
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout


def test_the_same_bytes_everywhere(workspace: Write, tmp_path: Path) -> None:
    """Each by a process of its own: openpyxl, which only tests use, names XML's namespaces for all others."""
    page = papers.page(workspace, "html")
    assert word(document(page), appendix=True) == word(document(page), appendix=True)
    here = elsewhere(page, {}, tmp_path)
    for world in WORLDS:
        assert elsewhere(page, world, tmp_path) == here


def test_no_day_of_making_stands_in_it(workspace: Write) -> None:
    with ZipFile(BytesIO(word(document(papers.page(workspace, "html"))))) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.create_system for each in package.infolist()} == {3}
        names = package.namelist()
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
