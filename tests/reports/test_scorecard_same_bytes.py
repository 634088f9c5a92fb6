"""Same records, same date: same bytes, whatever the hash seed, time zone, language, folder and order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.folders import written
from tests.reports.papers import FILES
from tests.small_board import SMALL

SRC = Path(__file__).resolve().parents[2] / "src"
WORLDS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "tr"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "random", "TZ": "Asia/Kathmandu", "LANG": "de_DE.ISO-8859-1", "PYTHONOPTIMIZE": "2"},
)


def start(root: Path, here: Path, world: dict[str, str], *words: str) -> subprocess.Popen[bytes]:
    """Starts `lif scorecard` for the board at `root`, from another folder, in another world."""
    here.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "lif", "scorecard", "--root", str(root), "--as-at", "2025-05-20", *words],
        cwd=here,
        env={**kept, "PYTHONPATH": str(SRC), "COLUMNS": "100", **world},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def boards(tmp_path: Path) -> list[Path]:
    """The same board in folders of different names, its files written in another order each time."""
    every = {**SMALL, **FILES}
    found = []
    for number in range(len(WORLDS)):
        order = sorted(every, key=lambda path: (path[number % 5 :: 2], path))
        found.append(
            written(tmp_path / ("b" * (number + 1)) / "board", {path: every[path] for path in order})
        )
    return found


@pytest.mark.parametrize(
    "words", [("--format", "html,md,pdf", "--out", "out"), ()], ids=["papers", "summary"]
)
def test_the_same_bytes_everywhere(tmp_path: Path, words: tuple[str, ...]) -> None:
    runs = [
        start(root, tmp_path / f"here{number}", world, "--quarter", "2024-25-Q4", *words)
        for number, (root, world) in enumerate(zip(boards(tmp_path), WORLDS, strict=True))
    ]
    made = []
    for number, run in enumerate(runs):
        out, err = run.communicate(timeout=60)
        assert (run.returncode, err) == (0, b"")
        papers = sorted((tmp_path / f"here{number}" / "out").glob("*"))
        made.append(([(path.name, path.read_bytes()) for path in papers], out if words else as_plain(out)))
    assert made[1:] == made[:1] * (len(WORLDS) - 1)
    names = [name for name, _ in made[0][0]]
    assert names == ([f"scorecard-2024-25-q4.{form}" for form in ("html", "md", "pdf")] if words else [])


def as_plain(out: bytes) -> bytes:
    """The letters of a summary alone: a console without Unicode has other marks, and digits for its bars."""
    text = out.decode("utf-8").translate(str.maketrans("▁▂▃▄▅▆▇█", "12345678"))
    return "".join(c for c in text if c.isascii() and c.isprintable() and c not in "?- ").encode()


def test_the_papers_of_a_quarter_spelt_another_way_are_the_same(tmp_path: Path) -> None:
    (root, *_) = boards(tmp_path)
    spelt = ("2024-25-Q4", "Q4 2024/25", "latest")
    words = ("--format", "md", "--out", "out", "--quarter")
    runs = [start(root, tmp_path / f"here{i}", WORLDS[i], *words, each) for i, each in enumerate(spelt)]
    for run in runs:
        assert run.wait(60) == 0
    texts = {(tmp_path / f"here{i}" / "out" / "scorecard-2024-25-q4.md").read_bytes() for i in range(3)}
    assert len(texts) == 1
