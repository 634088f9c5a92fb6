"""`lif watch`: the records are checked again when one is saved; Ctrl-C ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
from tests.cli.board import BOARD, Lif
from tests.folders import written

SRC = Path(__file__).resolve().parents[2] / "src"
PATIENCE = 60.0


class Watching:
    """A running `lif watch`, whose lines are taken in as they come."""

    def __init__(self, board: Path) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.run = subprocess.Popen(
            [sys.executable, "-m", "lif", "watch", "--as-at", "workspace"],
            cwd=board,
            env={**kept, "PYTHONPATH": str(SRC), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.lines: Queue[str] = Queue()
        Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        for line in self.run.stdout or ():
            self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the first that holds these words."""
        seen: list[str] = []
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            try:
                seen.append(self.lines.get(timeout=0.2))
            except Empty:
                continue
            if words in seen[-1]:
                return seen
        raise AssertionError(f"{words!r} did not come; there was {seen}")


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    found = Watching(written(tmp_path / "board", BOARD))
    yield found
    found.run.kill()
    found.run.communicate()


def test_a_slip_is_named_when_it_is_saved_and_counted_when_it_is_mended(
    watching: Watching, tmp_path: Path
) -> None:
    watching.until("Ctrl-C ends it")
    agencies = tmp_path / "board/framework/agencies.yaml"
    before = agencies.read_text(encoding="utf-8")
    agencies.write_text(before.replace("sector: police", "sector: polcie"), encoding="utf-8")
    seen = watching.until("1 error")
    assert any(line.startswith("framework/agencies.yaml:") and "error" in line for line in seen)
    assert any(line == "agencies.yaml saved" for line in seen)
    agencies.write_text(before, encoding="utf-8")
    *_, last = watching.until(" mended; ")
    assert last.startswith("lif: ") and " error" not in last.replace("no errors", "")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C of a console is no signal there")
def test_ctrl_c_ends_it_cleanly(watching: Watching) -> None:
    watching.until("Ctrl-C ends it")
    watching.run.send_signal(signal.SIGINT)
    assert watching.run.wait(PATIENCE) == 130
    assert watching.lines.empty()


def test_without_a_workspace_it_does_not_begin(lif: Lif, tmp_path: Path) -> None:
    ran = lif(f"watch --root {tmp_path}")
    assert ran.code == 2
    assert "there is no lif.yaml" in ran.err
