"""Prints a fingerprint of every paper in every form: a program, run in worlds that must not matter."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

from tests.reports.every_paper import ASKED, NARROWED

from lif.cli.forms import FORMS, Printing
from lif.cli.reports import REPORTS, About
from lif.workspace import Workspace

PRINTED = ("coverage", "seven-minute-briefing", "triangulation")
"""The papers that are printed too: one of each sort, since printing takes long."""


def main(root: Path) -> None:
    """One line a paper and form, in their order."""
    workspace = Workspace.load(root, date(2025, 12, 10), checks=())
    for name, asked in (ASKED | NARROWED).items():
        paper = REPORTS[name].make(name, workspace, About(**asked), False)
        for form, made in FORMS.items():
            if form in ("html", "md", "json") or name in PRINTED:
                content = made(paper.text, Printing())
                sys.stdout.write(f"{name} {form} {len(content)} {hashlib.sha256(content).hexdigest()}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
