"""Lays out a golden thread as a page: where it breaks first, then what led here and what came of it."""

from __future__ import annotations

from pathlib import Path

from lif.reports import charts
from lif.reports.charts.text import drawn_in
from lif.reports.environments import environments
from lif.reports.papers import Stamp, frame
from lif.views.thread.pieces import STAGE_WORDS, Thread
from lif.views.thread.stages import StageLine, stages


def render(
    thread: Thread, board: str, stamp: Stamp, form: str, draft: bool, folder: Path | None = None
) -> str:
    """The thread as `html` or `md` text; `board` is the body's name, `folder` holds the board's templates."""
    lines = stages(thread)
    paper = frame(
        f"Golden thread: {thread.name}",
        board,
        thread.as_at,
        stamp,
        draft=draft,
        illustrative=thread.illustrative,
    )
    with drawn_in(stamp.words):
        drawn = in_stages(thread.name, lines)
    return environments(folder).render(
        f"trace.{form}.j2",
        paper=paper,
        view=thread,
        stages=STAGE_WORDS,
        broken=thread.joints("broken"),
        due=thread.joints("due"),
        unknown=thread.joints("unknown"),
        settled=thread.joints("settled"),
        stages_of=lines,
        drawn=drawn,
    )


def in_stages(name: str, lines: tuple[StageLine, ...]) -> charts.Drawn:
    """A thread through its stages as a picture, with the same in words."""
    data = charts.StrandData(
        f"The thread of {name} in stages", " ".join(map(_spoken, lines)), tuple(map(_knot, lines))
    )
    return charts.both(charts.strand, data, "thread-stages")


def _knot(line: StageLine) -> charts.Knot:
    return charts.Knot(
        line.name,
        len(line.names),
        "; ".join(line.names),
        _missing("Breaks", line.broken),
        _missing("Still to come", line.due),
        _missing("Ends on purpose", line.settled),
    )


def _missing(sort: str, found: tuple[str, ...]) -> str:
    """What is missing, in one line: how often, and the first of it."""
    return f"{sort} at {len(found)}: {found[0]}" if found else ""


def _spoken(line: StageLine) -> str:
    """One stage of the picture in words."""
    words = [_missing("breaks", line.broken), _missing("still to come", line.due)]
    more = "; ".join(word for word in words if word)
    return f"{line.name.rstrip('?')}: {len(line.names) or 'none'}{f'; {more}' if more else ''}."
