"""The council's own Word document, in which papers are written: named, or kept with its templates."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lif.cli.exits import CannotRun
from lif.cli.streams import reason

if TYPE_CHECKING:
    from lif.cli.forms import Printing
    from lif.workspace import Workspace

KEPT = "base.docx"
"""The name of the document in the folder of a board's own templates."""


def check_printing(printing: Printing, forms: tuple[str, ...]) -> None:
    """Raises CannotRun, before any record is read, for what no form wants or what is not there."""
    if printing.appendix and not {"pdf", "docx"} & set(forms):
        raise CannotRun("--appendix is for PDF and Word: add pdf or docx to --format")
    if printing.base is None:
        return
    if "docx" not in forms:
        raise CannotRun("--base is for Word: add docx to --format")
    if not Path(printing.base).is_file():
        raise CannotRun(f"--base {printing.base}: there is no such file")


def lent(printing: Printing, workspace: Workspace) -> Printing:
    """The same with the document that stands with the board's own templates, if none was named."""
    from lif.cli.papers import own_templates

    folder = own_templates(workspace)
    if printing.base is not None or folder is None:
        return printing
    kept = folder / KEPT
    within = kept.resolve().is_relative_to(folder.resolve())  # no link in it leads elsewhere
    return replace(printing, base=str(kept)) if within and kept.is_file() else printing


def content(path: str | None) -> bytes | None:
    """The document that was named, whole; raises CannotRun with the reason."""
    if path is None:
        return None
    try:
        return Path(path).read_bytes()
    except OSError as fault:
        raise CannotRun(f"cannot read {path}: {reason(fault)}") from None
