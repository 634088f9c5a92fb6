"""What is said of a slip is the same whatever order Python's sets have: CI compares it line by line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALL = """
import sys
from pathlib import Path
from tests.checks.examples import CODES_FOLDER, EXPECTED, examples, found
from lif.diagnostics import line

for code in examples():
    said = "".join(f"{line(one)}\\n" for one in found(code, Path(sys.argv[1]) / code))
    if said != (CODES_FOLDER / code / EXPECTED).read_text(encoding="utf-8"):
        print(code)
"""


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_every_example_gives_its_lines_under_other_seeds(seed: str, tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", ALL, str(tmp_path)],
        cwd=ROOT,
        env={**kept, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
