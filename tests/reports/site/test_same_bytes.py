"""Same records, same day: the same files, whatever the hash seed, time zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.reports.test_same_bytes_of_the_loop import ROOT, WORLDS

APART = (WORLDS[0], WORLDS[2])
"""Two worlds that have nothing in common: the site is large, and a third would tell no more."""


def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    runs = []
    for number, world in enumerate(APART):
        here = tmp_path / ("x" * (number + 1))
        here.mkdir()
        words = [*("site", "--quiet", "--out", "out"), *("--root", str(ROOT), "--as-at", "workspace")]
        runs.append(
            subprocess.Popen(
                [sys.executable, "-m", "lif", *words],
                cwd=here,
                env={**kept, "PYTHONPATH": str(ROOT / "src"), **world},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
    made = []
    for number, run in enumerate(runs):
        out, said = run.communicate(timeout=240)
        assert (run.returncode, out, said) == (0, b"out/index.html\n", b"")
        folder = tmp_path / ("x" * (number + 1)) / "out"
        found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
        made.append({name: path.read_bytes() for name, path in found.items()})
    assert len(made[0]) > 1_200
    assert {"index.html", "calendar.ics", "feed.xml", "style.css", "search.js"} <= set(made[0])
    assert made[1:] == made[:1] * (len(APART) - 1)
