"""The corpus that speed is measured on: always the same bytes, in order, and broken where it says so."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bench import corpus


def fingerprint(folder: Path) -> str:
    """One hash over all paths and bytes of a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def validate(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "lif", "validate", "--as-at", "workspace", "--root", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("once", "again"):
        corpus.write(tmp_path / name, 300, "one")
    assert fingerprint(tmp_path / "once") == fingerprint(tmp_path / "again")


@pytest.mark.parametrize("count", [300, 1000])
def test_it_has_as_many_records_as_were_asked_for(count: int) -> None:
    records = list(corpus.records(count))
    assert len(records) == count
    assert len({name for _, name, _ in records}) == count


@pytest.mark.parametrize("layout", corpus.LAYOUTS)
def test_it_is_in_order(layout: str, tmp_path: Path) -> None:
    corpus.write(tmp_path, 300, layout)
    done = validate(tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_each_broken_action_has_its_faults(tmp_path: Path) -> None:
    corpus.write(tmp_path, 300, "one", broken=10)
    done = validate(tmp_path)
    assert done.returncode == 1
    faulty = {line.split(":")[0] for line in done.stdout.splitlines() if re.match(r"data/actions/", line)}
    assert len(faulty) == 10
