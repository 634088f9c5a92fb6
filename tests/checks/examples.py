"""The example workspaces of the codes: how one is set up in a folder of its own, and what lif says of it."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

from tests.repositories import committed

from lif.diagnostics import Diagnostic
from lif.records.settings import Settings
from lif.workspace import Workspace
from lif.workspace.loading import Past
from lif.workspace.past import life_of_records

CODES_FOLDER = Path(__file__).resolve().parent.parent / "data" / "codes"
EXPECTED = "expected.txt"
_SETUP = "setup.json"
_HISTORY = "history"
"""Beside the records of an example: for each day the files that were others then, as its commit has them."""
_USUAL = date(2025, 3, 10)


def examples() -> list[str]:
    """The codes that have an example."""
    return sorted(path.name for path in CODES_FOLDER.iterdir() if path.is_dir())


def found(code: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What a workspace that is set up in `folder` as the code's example gives."""
    shutil.copytree(CODES_FOLDER / code, folder)
    make(folder)
    past = lived(folder) if (folder / _HISTORY).is_dir() else None
    loaded = Workspace.load(folder, _as_at(folder), past=past)
    return loaded.diagnostics


def lived(folder: Path) -> Past:
    """The life of an example's records: a commit of each day in `history/`; then they are as they are."""
    history = folder.with_name(f"{folder.name}-history")
    shutil.move(folder / _HISTORY, history)
    (folder / EXPECTED).unlink(missing_ok=True)  # what a commit is called follows from all that it holds
    now = folder.with_name(f"{folder.name}-now")
    shutil.copytree(folder, now)
    last = ""
    for day in sorted(history.iterdir()):
        shutil.copytree(day, folder, dirs_exist_ok=True)
        last = committed(folder, {}, day.name)
    shutil.copytree(now, folder, dirs_exist_ok=True)
    return life_of_records(folder, last)


def _as_at(folder: Path) -> date:
    """The day in the example's lif.yaml, or the usual one where that is what is broken."""
    settings = Workspace.load(folder, _USUAL, checks=()).settings
    return settings.as_at if isinstance(settings, Settings) and settings.as_at else _USUAL


def make(folder: Path) -> None:
    """Makes what git or another system could not keep: links, pipes, odd names, very long files.

    `setup.json` is a list of `{"make": "link" | "pipe" | "folder" | "text", "path": …}`; a link has `to`,
    a text has `before`, `repeat`, `times` and `after`.
    """
    recipe = folder / _SETUP
    if not recipe.is_file():
        return
    for step in json.loads(recipe.read_text(encoding="utf-8")):
        path = folder / step["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if step["make"] == "link":
            path.symlink_to(step["to"])
        elif step["make"] == "pipe":
            os.mkfifo(path)
        elif step["make"] == "folder":
            path.mkdir()
        else:
            text = step["before"] + step["repeat"] * step["times"] + step["after"]
            path.write_text(text, encoding="utf-8", newline="")
    recipe.unlink()
