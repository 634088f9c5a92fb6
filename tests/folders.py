"""Writes workspaces from what stands in a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

Write = Callable[[Mapping[str, str]], Path]
"""Writes texts under their paths into the folder of the test, and gives that folder."""


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder, with these texts (indented with the test, if it likes) under their paths in it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(dedent(text).lstrip("\n"), encoding="utf-8", newline="\n")
    return folder
