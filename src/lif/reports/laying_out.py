"""Lays out a paper from its view: the frame and the front sheet, then the template named after the paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Protocol

from lif.calendars import long_date
from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.examples import shows_example
from lif.views.papers import Opening


class View(Protocol):
    """The view of a paper: plain data that begins with its opening."""

    @property
    def opening(self) -> Opening:
        """What the paper opens with."""

    @property
    def as_at(self) -> date:
        """The day from which things were looked at."""


def lay_out(
    name: str,
    view: View,
    body: str,
    stamp: Stamp,
    form: str,
    folder: Path | None = None,
    *,
    draft: bool = False,
    drawn: object = None,
) -> str:
    """The paper `name` as `html` or `md`; `body` names the body on the day, `drawn` are its drawings.

    `folder` holds the board's own templates. It is a draft when that is wanted, or while it is unfinished.
    """
    opening = view.opening
    draft = draft or bool(opening.unfinished)
    issued = f"Issued on {long_date(stamp.issued)}" if stamp.issued else ""
    status = "Draft" if draft else issued
    front = (
        ("Purpose", opening.purpose),
        ("Data as at", long_date(view.as_at)),
        *opening.facts,
        *((("Status", status),) if status else ()),
    )
    paper = frame(
        opening.title,
        body,
        view.as_at,
        stamp,
        draft=draft,
        illustrative=shows_example(view),
        front=front,
    )
    return environments(folder).render(f"{name}.{form}.j2", paper=paper, view=view, drawn=drawn)
