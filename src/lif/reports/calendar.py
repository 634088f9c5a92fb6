"""Lays out the calendar as a page: by quarter and by month, what is asked of the reader first."""

from __future__ import annotations

from pathlib import Path

from lif.reports.environments import environments
from lif.reports.papers import Frame
from lif.views.calendar.page import Page


def render(view: Page, paper: Frame, form: str, folder: Path | None = None) -> str:
    """The calendar as `html` or `md` text; `folder` holds the board's own templates."""
    front = (
        ("For", view.group or "All groups"),
        ("From", view.since),
        ("Until", view.until),
        ("Looked at from", view.as_at),
    )
    return environments(folder).render(f"calendar.{form}.j2", paper=paper, view=view, front=front)


def title(view: Page) -> str:
    """The page's title, with whose calendar it is."""
    return f"Calendar: {view.group}" if view.group else "Calendar"
