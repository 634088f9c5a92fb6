"""Every paper in every form: the same bytes whatever the hash seed, time zone, locale and folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.reports.every_paper import ASKED
from tests.reports.fingerprints import PRINTED
from tests.reports.test_same_bytes_of_the_loop import WORLDS

from lif.cli.forms import FORMS


def test_the_same_bytes_everywhere(root: Path, tmp_path: Path) -> None:
    """No world may matter; one of them is in another folder too, and has other fonts and no home."""
    kept = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    search = os.pathsep.join((str(root / "src"), str(root)))
    program = [sys.executable, "-m", "tests.reports.fingerprints", str(root)]
    runs = [
        subprocess.Popen(
            program,
            cwd=tmp_path if number else root,
            env={**kept, "PYTHONPATH": search, "HOME": str(tmp_path), **world},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        for number, world in enumerate(WORLDS)
    ]
    found = []
    for run in runs:
        printed, said = run.communicate(timeout=240)
        assert run.returncode == 0, said
        found.append(printed.splitlines())
    assert len(found[0]) == 3 * len(ASKED) + (len(FORMS) - 3) * len(PRINTED)
    assert found[1:] == found[:1] * (len(WORLDS) - 1)
