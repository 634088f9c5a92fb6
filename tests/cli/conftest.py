"""How tests of commands run them: in this process, from the folder of a small board."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from tests.cli.board import BOARD, Lif, Ran, Write

from lif.cli.running import run


@pytest.fixture
def lif(capsys: pytest.CaptureFixture[str]) -> Lif:
    """Runs `lif` with the words of a line."""

    def called(line: str) -> Ran:
        capsys.readouterr()
        code = run(shlex.split(line))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return called


@pytest.fixture
def board(workspace: Write, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the small board, which is also the folder that `lif` runs in."""
    folder = workspace(BOARD)
    monkeypatch.chdir(folder)
    return folder
