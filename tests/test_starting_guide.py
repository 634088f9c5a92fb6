"""The ten-minute start: typed line by line in an empty folder, it gives what the page says."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import pytest
from tests.cli.board import Lif
from tests.cli.conftest import lif  # noqa: F401  # the fixture

from lif.starting.likes import NAMES

PAGE = (Path(__file__).resolve().parents[1] / "docs/guides/starting.md").read_text(encoding="utf-8")
TYPED = [line.strip() for line in re.findall(r"^ {4}((?:lif|cd|git) .*)$", PAGE, re.MULTILINE)]


@pytest.mark.timeout(300)
def test_the_commands_do_what_the_page_says(
    lif: Lif,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A board")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "board@example.org")
    assert len(TYPED) > 10
    for command in TYPED:
        program, *words = shlex.split(command)
        if program == "cd":
            monkeypatch.chdir(words[0])
        elif program == "git":
            done = subprocess.run([program, *words], capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        else:
            ran = lif(shlex.join(words))
            assert ran.code == 0, f"{command}: {ran.out}{ran.err}"
            if command == TYPED[0]:
                assert ran.out == shown()
    path, text = further()
    Path(path).write_text(text, encoding="utf-8")
    assert lif("validate --strict").code == 0
    assert "social-worker-sickness" in lif("indicators list --format csv").out


def shown() -> str:
    """What the page says the first command prints."""
    found = re.search(r"^```text\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def further() -> tuple[str, str]:
    """The path and the text of the indicator that the page takes up."""
    found = re.search(r"^ {4}# (framework/indicators/\S+)\n((?: {4}.*\n)+)", PAGE, re.MULTILINE)
    assert found
    return found[1], re.sub(r"^ {4}", "", found[2], flags=re.MULTILINE)


def test_every_framework_to_start_like_is_described() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == set(NAMES)
