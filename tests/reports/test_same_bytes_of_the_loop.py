"""Lists, pages and the calendar file of the learning loop: the same bytes in three worlds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORLDS: tuple[dict[str, str], ...] = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "tr"},
    {"PYTHONHASHSEED": "4294967295", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
)
COMMANDS = {
    "trace-page": "trace review-c --format html --out page.html",
    "trace-tree": "trace incident-2024-1 --out tree.txt",
    "coverage": "coverage --format html --out coverage.html",
    "triangulation": "report triangulation --theme neglect --format html,md --out papers",
    "calendar-page": "calendar --format html --out calendar.html",
    "calendar-file": "calendar --format ics --out board.ics",
    "deadlines": "deadlines --format json --out deadlines.json",
    "reviews": "reviews list --format json --out reviews.json",
    "audits": "audits list --format csv --out audits.csv",
    "impact": "actions impact --format md --out impact.md",
    "themes": "actions themes --format json --out themes.json",
    "rules": "rules list --format csv --out rules.csv",
}


def start(here: Path, world: dict[str, str], words: str) -> subprocess.Popen[bytes]:
    """Starts `lif` on this repository's workspace, from a folder of its own, in another world."""
    here.mkdir(parents=True)
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-m", "lif", *words.split(), "--root", str(ROOT), "--as-at", "workspace"],
        cwd=here,
        env={**kept, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100", **world},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_same_bytes_everywhere(tmp_path: Path, name: str) -> None:
    runs = [start(tmp_path / str(number), world, COMMANDS[name]) for number, world in enumerate(WORLDS)]
    made = []
    for number, run in enumerate(runs):
        _, said = run.communicate(timeout=120)
        assert run.returncode == 0, said.decode(errors="replace")
        folder = tmp_path / str(number)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        made.append([(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files])
    assert made[0] and all(content for _, content in made[0])
    assert made[1:] == made[:1] * (len(WORLDS) - 1)
