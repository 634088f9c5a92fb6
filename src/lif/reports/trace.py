"""Lays out a golden thread as a page: where it breaks first, then what led here and what came of it."""

from __future__ import annotations

from pathlib import Path

from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.thread.pieces import STAGE_WORDS, Thread


def render(
    thread: Thread, board: str, stamp: Stamp, form: str, draft: bool, folder: Path | None = None
) -> str:
    """The thread as `html` or `md` text; `board` is the body's name, `folder` holds the board's templates."""
    paper = frame(
        f"Golden thread: {thread.name}",
        board,
        thread.as_at,
        stamp,
        draft=draft,
        illustrative=thread.illustrative,
    )
    return environments(folder).render(
        f"trace.{form}.j2",
        paper=paper,
        view=thread,
        stages=STAGE_WORDS,
        broken=thread.joints("broken"),
        due=thread.joints("due"),
        unknown=thread.joints("unknown"),
        settled=thread.joints("settled"),
    )
