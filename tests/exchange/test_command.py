"""`lif import` as it is typed: what it prints, what it writes, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.exchange.conftest import Files, indicator, put
from tests.exchange.test_ees import BARNSLEY, HEAD, HULL, MAPPING

from lif.cli.running import run

SOURCE = """\
id: release
title: Plans, 2025
publisher: A department
date: 2025-10-30
sort: statistics
"""
RECORDS = {
    "framework/indicators/repeat-plans.yaml": indicator("repeat-plans"),
    "framework/import-mappings/plans.yaml": MAPPING + "    checks_against:\n      - percent\n",
    "framework/sources/release.yaml": SOURCE,
}
FILE = f"{HEAD}plans,again,percent\n{HULL}149,31,20.8\n{BARNSLEY}c,c,c\n"


@pytest.fixture
def root(board: Callable[[Files], Path]) -> Path:
    return board(RECORDS)


def importing(root: Path, path: Path, *more: str) -> int:
    return run(["import", "ees", str(path), "--root", str(root), "--as-at", "2026-05-01", *more])


def published(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((root / "data").rglob("*.*"))}


def test_a_file_becomes_a_record_and_a_table(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert importing(root, put(tmp_path, "d3.csv", FILE)) == 0
    told = capsys.readouterr()
    assert told.out == (
        "data/published/plans-2025.yaml: new\n"
        "  2 figures of 1 measure for 2 areas, 2024/25 to 2024/25\n"
        "  kept as suppressed: 1 figure, hidden by the publisher to protect people (c).\n"
    )
    assert published(root)["plans-2025.csv"].decode() == (
        "measure,period,area,breakdown,numerator,denominator,value,status\n"
        "repeat-plans/year,2024-25,barnsley,,,,,suppressed\n"
        "repeat-plans/year,2024-25,hull,,31,149,,final\n"
    )
    record = published(root)["plans-2025.yaml"].decode()
    assert record.startswith(
        "id: plans-2025\ntitle: Plans\nsource: release\n"
        "release: 2025\nreleased_on: 2025-10-30\nfile: d3.csv\n"
    )
    assert "imported_on: 2026-05-01\nrows: 2\n" in record


def test_the_same_file_again_changes_nothing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, "d3.csv", FILE)
    importing(root, path)
    before = published(root)
    assert importing(root, path, "--imported-on", "2026-06-30") == 0
    assert published(root) == before
    assert "plans-2025.yaml: nothing changed" in capsys.readouterr().out


def test_a_changed_mapping_is_taken_up(root: Path, tmp_path: Path) -> None:
    path = put(tmp_path, "d3.csv", FILE)
    importing(root, path)
    mapping = root / "framework/import-mappings/plans.yaml"
    mapping.write_text(mapping.read_text(encoding="utf-8") + "areas:\n  - hull\n", encoding="utf-8")
    assert importing(root, path) == 0
    assert b"barnsley" not in published(root)["plans-2025.csv"]


def test_a_dry_run_writes_nothing(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert importing(root, put(tmp_path, "d3.csv", FILE), "--dry-run") == 0
    assert published(root) == {}
    assert "plans-2025.yaml: new (nothing was written)" in capsys.readouterr().out


def test_a_revised_release_is_another_record(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    importing(root, put(tmp_path, "d3.csv", FILE))
    revised = put(tmp_path, "d3_revised.csv", FILE.replace("31,20.8", "32,21.5"))
    assert importing(root, revised) == 2
    assert "--release '2025 revised' --released-on DATE" in capsys.readouterr().err
    assert importing(root, revised, "--release", "2025 revised", "--released-on", "2025-12-01") == 0
    assert [name for name in published(root) if name.endswith(".yaml")] == [
        "plans-2025-revised.yaml",
        "plans-2025.yaml",
    ]


def test_what_was_written_is_read_back_without_a_word(root: Path, tmp_path: Path) -> None:
    from datetime import date

    from lif.workspace import Workspace

    importing(
        root, put(tmp_path, 'it\'s "odd": #1.csv', FILE), "--release", "2025: #1", "--note", "One\ntwo: three"
    )
    workspace = Workspace.load(root, date(2026, 5, 1), checks=())
    assert not [d for d in workspace.diagnostics if "published" in d.location.path]
    assert len(workspace.register.published["plans-2025-1"]) == 2


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--mapping", "nothing"], "there is no mapping 'nothing' for ees files; there are: plans"),
        (["--released-on", "30/10/2025"], "--released-on 30/10/2025: write a date as in 2025-10-30"),
        (["--until", "soon"], "--until soon: write a year of four digits"),
        (["--source", "relaese"], "release"),
    ],
)
def test_an_option_that_cannot_be(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    assert importing(root, put(tmp_path, "d3.csv", FILE), *more) == 2
    assert words in capsys.readouterr().err
    assert published(root) == {}


def test_one_bad_file_and_nothing_is_written(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = put(tmp_path, "a.csv", FILE), put(tmp_path, "b.csv", FILE + "1,2\n")
    assert run(["import", "ees", str(good), str(bad), "--root", str(root)]) == 2
    assert "b.csv:4: this row has 2 cells and the header has 13" in capsys.readouterr().err
    assert published(root) == {}


def test_no_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "ees", "--root", str(root)]) == 2
    assert "FILE… is missing" in capsys.readouterr().err
