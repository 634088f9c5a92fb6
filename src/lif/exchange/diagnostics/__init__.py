"""The forms in which diagnostics leave: text, JSON, GitHub annotations, SARIF, JUnit; one module each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lif.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Report:
    """All that a form can say of one validation.

    `below` is the way from the folder where lif runs down to the workspace, for services that
    take paths from the top of a repository.
    """

    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    files: int
    as_at: date
    version: str
    strict: bool = False
    below: str = ""
    commit: str | None = None
    dirty: bool | None = None
    command: str = "lif validate"
    clean: str = "every record is in order"
    """What a form that names a run says of it, and of one without a problem."""
