"""What is checked by itself at each change: the files of CI, and whether what they call is known here."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from lif.cli.commands import read_plainly
from lif.cli.machine.rows import Row
from lif.history import NotHere, top
from lif.history.set_up import remote

PART = "The board's folder"
_CALL = re.compile(r"^\s*(?:- )?(?:run: )?(?:.*(?:\|\| |&& |/))?lif ([a-z].*)$")
_END = re.compile(r"\s(?:\|\||&&|[|>#;]).*$")
_ASKED = {"validate": "checks the records", "privacy scan --range": "looks for personal data in each commit"}


def rows(root: Path) -> Iterator[Row]:
    """One row: which files there are, and what they call."""
    about = "Every change is checked by itself"
    files = _files(root)
    if not files:
        sent = remote(root)
        said = "no file for GitHub or GitLab" + ("" if sent else "; the repository is sent nowhere yet")
        yield Row(
            PART,
            "ci",
            about,
            said,
            "mend" if sent else "for information",
            ("lif doctor --mend",),
        )
        return
    calls = [call for path in files for call in called(path.read_text(encoding="utf-8", errors="replace"))]
    unknown = [call for call in calls if not _known(call)]
    names = " and ".join(path.name for path in files)
    if unknown:
        said = f"{names}: this version of lif does not know: lif {unknown[0]}"
        yield Row(PART, "ci", about, said, "mend", (f"lif {unknown[0].split()[0]} --help",))
        return
    lacking = [does for words, does in _ASKED.items() if not any(call.startswith(words) for call in calls)]
    if lacking:
        said = f"{names}: nothing there {' or '.join(lacking)}"
        yield Row(PART, "ci", about, said, "for information", ("see docs/hosting.md, Check every change",))
        return
    yield Row(PART, "ci", about, f"yes, by {names}")


def called(text: str) -> list[str]:
    """What a file of CI has lif do, each call without the shell's own words."""
    lines = (line for line in text.splitlines() if not line.lstrip().startswith("#"))
    found = (_CALL.match(line) for line in lines)
    return [_END.sub("", one[1]).strip() for one in found if one]


def _known(call: str) -> bool:
    try:
        return read_plainly(shlex.split(call)) is not None
    except ValueError:
        return False


def _files(root: Path) -> list[Path]:
    try:
        folder = top(root)
    except NotHere:
        folder = root
    found = [*sorted((folder / ".github" / "workflows").glob("*.y*ml")), folder / ".gitlab-ci.yml"]
    return [path for path in found if path.is_file()]
